// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QFrame;
class QLabel;
class QLayout;

namespace ui {

// What panes beside a list are made of.

/// Plain text that breaks its lines and can be copied; `second` in the second colour.
QLabel* words(const QString& text, Face face = Face::Body, bool second = false);
QFrame* hairline();
/// Takes all widgets out of a layout and deletes them.
void clear(QLayout* layout);
/// The parts that are not empty, "Aetna · TX".
QString joined(QStringList parts);

} // namespace ui
