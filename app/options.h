// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/options.h"

#include <QDate>
#include <QStringList>
#include <optional>

/// The command line, read: what was asked, or why it is wrong usage.
struct Options {
  QString database; ///< empty: the one in the user's data folder
  std::optional<QDate> today, asOf;
  QString command;       ///< empty: the window
  QStringList arguments; ///< what stands behind the command
  QString kind, output;
  bool dryRun = false, list = false;
  report::Asked asked;

  QString problem; ///< a sentence; then nothing else counts
  QString answer;  ///< --help and --version: to be printed, and that is all
};

Options readOptions(const QStringList& arguments);
