// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {

/// Brings the sizes, margins and icons that all widgets were given from so many pixels a size of tokens.h to so many,
/// as if they had been made there. Fonts and what the style sheet says follow by themselves.
void rescale(double from, double to);

} // namespace ui
