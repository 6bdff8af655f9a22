// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/drafts.h"

#include "core/calendar/typeddate.h"
#include "core/db/database.h"
#include "core/db/error.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QLocale>

namespace ui {
namespace {

constexpr int pause = 500;   // milliseconds from the first key until it is written
constexpr int again = 30000; // and until that is tried again

/// Whether all are in the file now.
bool wrote(const QString& file, Id<Coordinator> who, const std::vector<Draft>& drafts, const QDateTime& now) {
  if (!QFileInfo::exists(file)) // opening it would make an empty one
    return false;
  try {
    db::Database database(file);
    keepDrafts(database, who, drafts, now);
    return true;
  } catch (const db::Error&) {
    return false; // they are still in the window, and nothing that was said to be saved depends on them
  }
}

} // namespace

Drafts& drafts() {
  static Drafts* const all = new Drafts; // not at the end of the program, when there are no threads to wait for
  return *all;
}

Drafts::Drafts() : m_clock([] { return QDateTime(); }) {
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, &Drafts::write);
}

void Drafts::openFile(const QObject* reader, const QString& file, Clock clock) {
  settle();
  m_reader = reader;
  m_clock = std::move(clock);
  m_file = file == QLatin1String(":memory:") ? QString() : file;
  m_worker = std::make_unique<Worker>();
  read();
}

void Drafts::setWho(Id<Coordinator> who) {
  if (who == m_who)
    return;
  const auto fresh = takeFresh();
  if (!fresh.empty())
    wrote(m_file, m_who, fresh, m_clock());
  m_who = who;
  read();
}

void Drafts::closeFile(const QObject* reader) {
  if (reader != m_reader)
    return;
  settle();
  m_clock = [] { return QDateTime(); };
}

void Drafts::settle() {
  m_worker.reset(); // what is being written is waited for
  m_writing = false;
  if (const auto fresh = takeFresh(); !fresh.empty())
    wrote(m_file, m_who, fresh, m_clock());
  m_reader = nullptr;
  m_file.clear();
  m_who = {};
  m_drafts.clear();
}

void Drafts::read() {
  m_drafts.clear();
  if (m_file.isEmpty())
    return;
  try {
    db::Database database(m_file, db::Database::Mode::ReadOnly);
    for (Draft& draft : draftsOf(database, m_who, m_clock()))
      m_drafts.insert(draft.form, draft);
  } catch (const db::Error&) { // a file that cannot be read is told of by whoever opens it for more than this
  }
}

const Draft* Drafts::find(const QString& form) const {
  const auto found = m_drafts.constFind(form);
  return found == m_drafts.constEnd() ? nullptr : &*found;
}

void Drafts::keep(const QString& form, const QVariantMap& typed) {
  const Draft* known = find(form);
  const auto written = [](const QVariantMap& map) { return QJsonObject::fromVariantMap(map); };
  if (known ? written(known->typed) == written(typed) : typed.isEmpty())
    return; // the time is that of the typing
  const Draft draft{form, typed, m_clock()};
  if (typed.isEmpty())
    m_drafts.remove(form);
  else
    m_drafts.insert(form, draft);
  if (m_file.isEmpty())
    return;
  m_fresh.insert(form, draft);
  if (typed.isEmpty()) // what is saved is not offered again, even if the program ends the next moment
    m_pause.start(0);
  else if (!m_pause.isActive())
    m_pause.start(pause);
}

std::vector<Draft> Drafts::takeFresh() {
  m_pause.stop();
  const std::vector<Draft> fresh(m_fresh.cbegin(), m_fresh.cend());
  m_fresh.clear();
  return fresh;
}

void Drafts::write() {
  if (m_writing || m_fresh.isEmpty())
    return;
  m_writing = true;
  m_worker->begin([this, file = m_file, who = m_who, fresh = takeFresh(), now = m_clock()]() -> std::function<void()> {
    const bool isWritten = wrote(file, who, fresh, now);
    return [this, fresh, isWritten, who] {
      m_writing = false;
      if (!isWritten && who == m_who)
        for (const Draft& draft : fresh)
          if (!m_fresh.contains(draft.form)) // it may have been typed into since
            m_fresh.insert(draft.form, draft);
      if (!m_fresh.isEmpty())
        m_pause.start(isWritten ? pause : again);
    };
  });
}

void Drafts::forgetAll() {
  for (const QString& form : m_drafts.keys())
    forget(form);
}

QString Drafts::restoredWords(const Draft& draft) const {
  if (!draft.at.isValid())
    return tr("Restored what you typed");
  const QDateTime at = draft.at.toLocalTime();
  const QString time = QLocale().toString(at.time(), QLocale::ShortFormat);
  const QDate today = m_clock().toLocalTime().date();
  return at.date() == today ? tr("Restored what you typed at %1").arg(time)
                            : tr("Restored what you typed on %1 at %2").arg(shownDate(at.date(), today), time);
}

} // namespace ui
