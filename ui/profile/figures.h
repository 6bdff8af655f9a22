// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/profilehead.h"
#include "ui/profile/profilelist.h"

#include <QSet>

namespace ui {

/// What a profile tells in numbers.
struct ProfileFigures {
  std::vector<qint64> counts; ///< of the requests, in their order
  Standings standings;
  QSet<QString> expired; ///< the keys of the sections in which something is expired
};

/// Counts on a worker thread and hands the figures to `then` on the window's, unless `receiver` is gone.
void readFigures(const ProfileContext& context, const std::vector<report::Request>& requests, QObject* receiver,
                 std::function<void(const ProfileFigures&)> then);

} // namespace ui
