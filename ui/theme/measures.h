// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSize;
class QWidget;

namespace ui {

/// Makes a dialog so many pixels large, or as large as its screen has room for.
void resizeOnScreen(QWidget& dialog, const QSize& wanted);

/// Brings the sizes, margins and icons that all widgets were given from so many pixels a size of tokens.h to so many,
/// as if they had been made there. Fonts and what the style sheet says follow by themselves.
void rescale(double from, double to);

} // namespace ui
