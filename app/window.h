// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

class QApplication;

/// Opens the window on the data file that was asked for, or on the user's own, and runs until it is closed. A second
/// start on the same file wakes the first window instead. Answers the exit status.
int runWindow(QApplication& application, const Options& options);
