// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/ownhistory.h"

#include "ui/shell/session.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace ui {

namespace {

QString keyOf(const Tracking& tracking) {
  return QStringLiteral("%1\n%2\n%3\n%4")
      .arg(tracking.type, tracking.subtype, QString::number(tracking.payor.value), tracking.state);
}

} // namespace

OwnHistory::OwnHistory(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

void OwnHistory::forget() {
  m_all.clear();
  m_asked.clear();
  ++m_age;
}

const OwnHistory::Took* OwnHistory::of(const Tracking& tracking) {
  const QString key = keyOf(tracking);
  if (const auto found = m_all.constFind(key); found != m_all.constEnd())
    return &*found;
  if (m_asked == key)
    return nullptr;
  m_asked = key;
  auto* watcher = new QFutureWatcher<std::optional<Took>>(this);
  connect(watcher, &QFutureWatcher<std::optional<Took>>::finished, this, [this, watcher, key, age = m_age] {
    watcher->deleteLater();
    const auto took = watcher->result();
    if (!took || age != m_age) // without it there is just no history shown
      return;
    m_all.insert(key, *took);
    Q_EMIT known();
  });
  watcher->setFuture(QtConcurrent::run([file = m_session.database().file(), tracking]() -> std::optional<Took> {
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      return Took{forecast::history(reader, tracking), forecast::stepHistory(reader, tracking.type, tracking.subtype)};
    } catch (const db::Error&) {
      return {};
    }
  }));
  return nullptr;
}

} // namespace ui
