// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper.h"

#include <optional>

namespace {
constexpr int firstLook = 5'000, everyMinute = 60'000; // milliseconds
}

Keeper::Keeper(QString file, QObject* parent) : QObject(parent), m_file(std::move(file)) {
  m_timer.setInterval(everyMinute);
  connect(&m_timer, &QTimer::timeout, this, &Keeper::look);
  m_timer.start();
  QTimer::singleShot(firstLook, this, &Keeper::look); // the window first
}

void Keeper::look() {
  if (m_worker.isRunning())
    return;
  m_worker.begin([this, file = m_file]() -> std::function<void()> {
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      const QDateTime now = QDateTime::currentDateTimeUtc();
      if (!datafile::isBackupDue(reader, now))
        return [] {};
      return [this, backup = datafile::makeBackup(reader, now)] {
        m_said.clear();
        Q_EMIT made(backup);
      };
    } catch (const db::Error& error) {
      return [this, why = error.sentence()] {
        if (why != m_said)
          Q_EMIT failed(m_said = why);
      };
    }
  });
}
