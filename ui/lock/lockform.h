// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

class Lock;

/// Sets, changes or removes the pass phrase of a window, and after how many minutes it locks.
void openLockForm(Lock& lock, QWidget* parent);

} // namespace ui
