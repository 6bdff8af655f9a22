// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

/// Exit status of a command: the contract with scripts.
enum class Exit { Done = 0, Failed = 1, WrongUsage = 2, SomeRejected = 3 };

/// Runs a command without a window. The result goes to standard output, all else to standard error.
Exit runCommand(const Options& options);

/// Prints a sentence to standard error.
void complain(const QString& sentence);
