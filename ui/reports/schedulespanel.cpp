// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/schedulespanel.h"

#include "core/calendar/typeddate.h"
#include "core/report/catalogue.h"
#include "ui/reports/scheduleform.h"
#include "ui/reports/scheduler.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace ui {

namespace {

constexpr int mostRuns = 200;

QString shown(const QDateTime& when, QDate today) {
  return shownDate(when.date(), today) + QStringLiteral(", ") + QLocale().toString(when.time(), QLocale::ShortFormat);
}

QString placesOf(const Schedule& one) {
  QStringList places = one.addresses();
  if (!one.folder.isEmpty())
    places.prepend(QDir::toNativeSeparators(one.folder));
  return places.join(QStringLiteral(", "));
}

QListWidget* list(const char* name, const QString& label, QWidget* parent) {
  auto* made = new QListWidget(parent);
  made->setObjectName(QLatin1String(name));
  made->setAccessibleName(label);
  made->setProperty("plain", true);
  made->setFrameShape(QFrame::NoFrame);
  made->setWordWrap(true);
  made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  return made;
}

} // namespace

SchedulesPanel::SchedulesPanel(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_list(list("schedules.list", tr("Scheduled reports"), this)),
      m_runs(list("schedules.runs", tr("What was written and sent"), this)), m_none(new QLabel(this)) {
  setObjectName(QStringLiteral("schedules"));
  const auto button = [&](const char* name, const QString& text) {
    auto* made = new QPushButton(text, this);
    made->setObjectName(QStringLiteral("schedules.") + QLatin1String(name));
    return made;
  };
  m_change = button("change", tr("Change…"));
  m_run = button("run", tr("Make it now"));
  m_remove = button("remove", tr("Delete"));
  auto* title = new QLabel(tr("Scheduled reports"), this);
  auto* past = new QLabel(tr("What was written and sent"), this);
  setFace(title, Face::Strong);
  setFace(past, Face::Strong);
  m_none->setObjectName(QStringLiteral("schedules.none"));
  m_none->setWordWrap(true);
  m_none->setForegroundRole(QPalette::PlaceholderText);
  m_none->setText(tr("None yet. Turn to a report, ask what it shall show, and choose “Schedule…”: it is made by "
                     "itself, while this window is open or by “credenza run-due”."));
  auto* head = new QHBoxLayout;
  head->addWidget(title);
  head->addStretch();
  for (QPushButton* one : {m_change, m_run, m_remove})
    head->addWidget(one);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::gap));
  layout->addLayout(head);
  layout->addWidget(m_none);
  layout->addWidget(m_list, 1);
  layout->addWidget(past);
  layout->addWidget(m_runs, 1);
  connect(m_list, &QListWidget::currentRowChanged, this, &SchedulesPanel::showState);
  const auto change = [this] {
    attempt(tr("Opening the form"), [this] {
      if (const auto there = db::load(m_session.database(), chosen()))
        openScheduleForm(m_session, *there, window());
    });
  };
  connect(m_change, &QPushButton::clicked, this, change);
  connect(m_list, &QListWidget::itemActivated, this, change);
  connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT runAsked(chosen()); });
  connect(m_remove, &QPushButton::clicked, this, [this] {
    const auto one = db::load(m_session.database(), chosen());
    if (!one)
      return;
    m_session.change(tr("Deleted %1").arg(one->name), [&](db::Transaction& transaction) {
      for (const ScheduleRun& run :
           db::allWhere<ScheduleRun>(transaction.database(), QStringLiteral("schedule_id = ?"), {one->id}))
        db::remove(transaction, run.id);
      db::remove(transaction, one->id);
    });
  });
  refresh();
}

Id<Schedule> SchedulesPanel::chosen() const {
  return {m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toLongLong() : 0};
}

void SchedulesPanel::refresh() {
  db::Database& database = m_session.database();
  const Id<Schedule> before = chosen();
  const QDateTime now = Scheduler::officeNow(m_session);
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Schedule& one : db::allWhere<Schedule>(database, QStringLiteral("1 = 1 ORDER BY name, id"))) {
      const report::Listing* listing = report::find(one.report);
      const QString next = one.paused ? tr("paused") : tr("next %1").arg(shown(nextDue(one, now), now.date()));
      auto* item = new QListWidgetItem(tr("%1 · %2 as %3\n%4 · %5\nTo %6")
                                           .arg(one.name, listing ? listing->title : one.report, one.format.toUpper(),
                                                one.when(), next, placesOf(one)),
                                       m_list);
      item->setData(Qt::UserRole, one.id.value);
      if (one.id == before)
        m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
      m_list->setCurrentRow(0);
  }
  m_runs->clear();
  database.each(QStringLiteral("SELECT s.name, r.ran, r.way, r.target, r.file, r.rows, r.done, r.words, coalesce("
                               "o.status, '') FROM schedule_run r JOIN schedule s ON s.id = r.schedule_id LEFT JOIN "
                               "outbox o ON o.id = r.outbox_id ORDER BY r.id DESC LIMIT ?"),
                {mostRuns}, [this, now](db::Row& row) {
                  const QString name = row.text();
                  QDateTime ran = QDateTime::fromString(row.text(), Qt::ISODate).toLocalTime();
                  const bool isFile = row.text() == QLatin1String("File");
                  const QString target = row.text(), file = row.text();
                  const QString rows = QLocale().toString(row.number());
                  const bool isDone = row.yes();
                  const QString words = row.text(), status = row.text();
                  const QString what =
                      !isDone ? words
                      : isFile
                          ? tr("%1 rows written to %2").arg(rows, QDir::toNativeSeparators(QDir(target).filePath(file)))
                          : tr("%1 rows by mail to %2: %3").arg(rows, target, status);
                  auto* item = new QListWidgetItem(
                      QStringLiteral("%1 · %2 · %3").arg(shown(ran, now.date()), name, what), m_runs);
                  if (!isDone)
                    item->setIcon(icon(QStringLiteral("circle-alert"), Ink::Late));
                });
  m_none->setVisible(m_list->count() == 0);
  m_list->setVisible(m_list->count() > 0);
  showState();
}

void SchedulesPanel::showState() {
  for (QPushButton* one : {m_change, m_run, m_remove})
    one->setEnabled(m_list->currentItem());
}

} // namespace ui
