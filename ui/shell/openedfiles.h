// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QCoreApplication;

namespace ui {

/// The files that the desktop asks the running program to open. On macOS a double click comes as an event, not as an
/// argument, also when it was what started the program.
class OpenedFiles : public QObject {
public:
  /// From now on `open` is called with the path of each.
  OpenedFiles(QCoreApplication& application, std::function<void(const QString&)> open);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  std::function<void(const QString&)> m_open;
};

} // namespace ui
