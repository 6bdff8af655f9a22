// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/calendarkeeper.h"

#include "core/credentials/documentstore.h"
#include "core/tasks/calendarfeed.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QCryptographicHash>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace ui {
namespace {

constexpr int calm = 3000; // milliseconds without a change before it is written

} // namespace

CalendarKeeper::CalendarKeeper(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  m_changed.setSingleShot(true);
  m_changed.setInterval(calm);
  connect(&m_changed, &QTimer::timeout, this, &CalendarKeeper::update);
  connect(&session, &Session::changed, &m_changed, qOverload<>(&QTimer::start));
  connect(&session, &Session::meChanged, &m_changed, qOverload<>(&QTimer::start));
  connect(&session, &Session::dayBegan, &m_changed, qOverload<>(&QTimer::start));
  m_changed.start();
}

QString CalendarKeeper::key(Kind kind) const {
  const QByteArray file = QFileInfo(m_session.database().file()).absoluteFilePath().toUtf8();
  return QStringLiteral("calendar/%1/%2")
      .arg(QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha1).toHex().left(16)),
           kind == Kind::Mine ? QStringLiteral("mine") : QStringLiteral("folder"));
}

QString CalendarKeeper::path(Kind kind) const { return QSettings().value(key(kind)).toString(); }

bool CalendarKeeper::keepsAny() const { return !path(Kind::Mine).isEmpty() || !path(Kind::Folder).isEmpty(); }

void CalendarKeeper::keep(Kind kind, const QString& path) {
  if (path.isEmpty())
    QSettings().remove(key(kind));
  else
    QSettings().setValue(key(kind), path);
  m_asked = path;
  Q_EMIT keptOthers();
  update();
}

void CalendarKeeper::update() {
  const QString mine = m_session.me().isValid() ? path(Kind::Mine) : QString(), folder = path(Kind::Folder);
  if (mine.isEmpty() && folder.isEmpty())
    return;
  if (m_worker.isRunning()) {
    m_changed.start();
    return;
  }
  m_worker.begin([this, mine, folder, me = m_session.me(), asked = std::exchange(m_asked, {}),
                  file = m_session.database().file()]() -> std::function<void()> {
    QString problem;
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      std::optional<Problem> found;
      if (!mine.isEmpty())
        found = writeCalendar(reader, me, mine);
      if (!found && !folder.isEmpty())
        found = writeCalendars(reader, folder);
      if (found)
        problem = found->sentence;
    } catch (const std::exception& error) { // carried to the window's thread
      problem = troubleOf(tr("Writing the calendar"), error).what;
    }
    return [this, problem, asked] {
      if (!problem.isEmpty())
        Q_EMIT m_session.said(problem);
      else if (!asked.isEmpty())
        Q_EMIT written(asked);
    };
  });
}

void askCalendar(CalendarKeeper& keeper, CalendarKeeper::Kind kind, const QString& myName, QWidget* parent) {
  const bool isMine = kind == CalendarKeeper::Kind::Mine;
  auto* dialog = new QFileDialog(parent, isMine ? CalendarKeeper::tr("Where my calendar lies")
                                                : CalendarKeeper::tr("A folder for everybody's calendars"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  if (isMine) {
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(CalendarKeeper::tr("Calendar (*.ics)"));
    dialog->setDefaultSuffix(QStringLiteral("ics"));
    dialog->selectFile(cleanedName(myName + QStringLiteral(".ics")));
  } else {
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
  }
  QObject::connect(dialog, &QFileDialog::fileSelected, &keeper,
                   [&keeper, kind](const QString& path) { keeper.keep(kind, path); });
  dialog->open();
}

} // namespace ui
