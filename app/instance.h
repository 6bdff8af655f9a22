// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <functional>

/// One window a data file: a second start wakes the first instead of opening.
class Instance {
public:
  explicit Instance(const QString& file);

  /// Asks the window that has this file to come to the front; false when there is none.
  bool wakeOther() const;
  /// From now on others that call wakeOther() have `woken` called here.
  void listen(std::function<void()> woken);

private:
  QString m_name;
  QLocalServer m_server;
};
