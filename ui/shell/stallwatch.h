// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <functional>

namespace ui {

/// The application, with an eye on its own patience: when told to, it measures how long each event keeps the window's
/// thread from the next one. An event that opens or closes a data file's window is not meant: there is none to wait
/// for. Nothing of it is on the screen; tests switch it on.
class WatchedApplication : public QApplication {
public:
  /// Told of an event that took longer than the limit: whose it was, "ui::TableView tracking.table of ui::ListPage,
  /// Paint", how many milliseconds it took, without those in which the machine was busy with other programs, and in
  /// how many of them the window's thread worked itself: the rest it waited, for the disk or another thread.
  using Told = std::function<void(const QString& what, qint64 milliseconds, qint64 worked)>;
  static constexpr int usualLimit = 100;

  WatchedApplication(int& count, char** values) : QApplication(count, values) {}

  void watch(Told told, int limit = usualLimit) {
    m_told = std::move(told);
    m_limit = limit;
  }

  bool notify(QObject* receiver, QEvent* event) override;

private:
  Told m_told;
  int m_limit = usualLimit; ///< milliseconds
  int m_level = -1;         ///< of the event loop whose event is under way
  bool m_looped = false;    ///< within it another loop ran: a person was waited for
};

} // namespace ui
