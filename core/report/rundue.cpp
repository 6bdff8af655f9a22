// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/rundue.h"

#include "core/base/disk.h"
#include "core/mail/outbox.h"
#include "core/report/views.h"
#include "core/report/writers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace report {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Schedule)
};

const QString toFile = QStringLiteral("File"), byMail = QStringLiteral("Mail");

const std::vector<std::pair<const char*, QString Asked::*>> words{
    {"team", &Asked::team},         {"assignee", &Asked::assignee},
    {"provider", &Asked::provider}, {"practice", &Asked::practice},
    {"payor", &Asked::payor},       {"state", &Asked::state},
    {"from", &Asked::from},         {"to", &Asked::to},
    {"columns", &Asked::columns},   {"sort", &Asked::sort},
    {"group", &Asked::group}};

/// The file as it was made, to be put where it is wanted; or why there is none.
struct Made {
  QTemporaryDir dir;
  QString path, name;
  qint64 rows = 0;
  QString problem;
  bool isStopped = false;
};

void make(Made& made, db::Database& database, const Schedule& schedule, QDate today,
          const std::function<bool()>& going) {
  const auto request = requestNamed(database, schedule.report, askedOf(schedule.asked), today);
  if (const auto* problem = std::get_if<AskedProblem>(&request)) {
    made.problem = problem->sentence;
    return;
  }
  made.name = cleanedName(QStringLiteral("%1 %2.%3").arg(schedule.name, today.toString(Qt::ISODate), schedule.format));
  made.path = made.dir.filePath(made.name);
  const auto outcome =
      write(tableFor(database, std::get<Request>(request)), made.path, [&](qint64) { return !going || going(); });
  if (!outcome.isOk())
    made.problem = outcome.problems().front().sentence;
  else if (outcome->isCancelled)
    made.isStopped = true;
  else
    made.rows = outcome->rows;
}

/// Under its own name beside the target first, so that nobody ever finds half of it.
QString putInto(const QString& folder, const Made& made) {
  if (!QDir(folder).exists())
    return Say::tr("There is no folder “%1”, so the file was not written. Make it, or choose another one; it is tried "
                   "again the next time.")
        .arg(QDir::toNativeSeparators(folder));
  const QString target = QDir(folder).filePath(made.name), beside = target + QStringLiteral(".part");
  QFile::remove(beside);
  QFile file(made.path);
  bool isThere = file.copy(beside);
  if (isThere) {
    QFile::remove(target);
    isThere = QFile::rename(beside, target);
  }
  if (isThere)
    return {};
  QFile::remove(beside);
  return Say::tr("The file could not be written to “%1”: %2. It is tried again the next time.")
      .arg(QDir::toNativeSeparators(folder),
           roomFor(folder) < file.size() ? noRoomFor(folder, file.size()) : file.errorString());
}

/// The lines that follow from what was made, not yet written down.
struct Lines {
  const DueReport& one;
  const Made& made;
  QString ran;

  ScheduleRun line(const QString& way, const QString& target, const QString& problem) const {
    ScheduleRun run;
    run.schedule = one.schedule.id;
    run.due = one.due;
    run.ran = ran;
    run.way = way;
    run.target = target;
    run.file = made.name;
    run.rows = made.rows;
    run.done = problem.isEmpty();
    run.words = problem;
    return run;
  }
};

bool isKnown(db::Database& database, const ScheduleRun& run) {
  return database.value(
             QStringLiteral("SELECT EXISTS (SELECT 1 FROM schedule_run WHERE schedule_id = ? AND due = ? AND "
                            "way = ? AND target = ? AND done = 0 AND words = ?)"),
             {run.schedule, civil(run.due), run.way, run.target, run.words}) != 0;
}

mail::Draft draftOf(const Schedule& schedule, const Document& file, const QString& address, qint64 rows, QDate today) {
  mail::Draft draft;
  draft.mail.kind = QStringLiteral("Letter");
  draft.mail.recipient = address;
  draft.mail.subject = QStringLiteral("%1, %2").arg(schedule.name, today.toString(Qt::ISODate));
  draft.mail.text = Say::tr("Attached is “%1” as of %2: %3 rows.\n\nThis report is sent by itself: %4.\n")
                        .arg(schedule.name, today.toString(Qt::ISODate), QString::number(rows), schedule.when());
  draft.mail.day = today;
  draft.attachments = {file};
  return draft;
}

} // namespace

QString toText(const Asked& asked) {
  QStringList lines;
  for (const auto& [key, word] : words)
    if (!(asked.*word).isEmpty())
      lines << QStringLiteral("%1=%2").arg(QLatin1String(key), asked.*word);
  return lines.join(QLatin1Char('\n'));
}

Asked askedOf(const QString& text) {
  Asked asked;
  for (const QString& line : text.split(QLatin1Char('\n')))
    for (const auto& [key, word] : words)
      if (line.section(QLatin1Char('='), 0, 0) == QLatin1String(key))
        asked.*word = line.section(QLatin1Char('='), 1);
  return asked;
}

std::vector<DueReport> dueReports(db::Database& database, const QDateTime& now) {
  std::vector<DueReport> all;
  for (const Schedule& schedule : db::allWhere<Schedule>(database, QStringLiteral("paused = 0 ORDER BY id"))) {
    const QDateTime due = lastDue(schedule, now);
    if (!due.isValid())
      continue;
    const auto isDone = [&](const QString& way, const QString& target) {
      return database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM schedule_run WHERE schedule_id = ? AND due >= "
                                           "? AND way = ? AND target = ? AND done = 1)"),
                            {schedule.id, civil(due), way, target}) != 0;
    };
    DueReport one{schedule, due, !schedule.folder.isEmpty() && !isDone(toFile, schedule.folder), {}};
    for (const QString& address : schedule.addresses())
      if (!isDone(byMail, address))
        one.addresses << address;
    if (one.toFolder || !one.addresses.isEmpty())
      all.push_back(one);
  }
  return all;
}

std::vector<ScheduleRun> runReport(db::Database& database, const DueReport& one, const db::Actor& actor, QDate today,
                                   const std::function<bool()>& going) {
  Made made;
  make(made, database, one.schedule, today, going);
  if (made.isStopped)
    return {};
  const Lines lines{one, made, mail::instant(actor.now)};
  std::vector<ScheduleRun> all;
  if (one.toFolder)
    all.push_back(lines.line(toFile, one.schedule.folder,
                             made.problem.isEmpty() ? putInto(one.schedule.folder, made) : made.problem));
  QString noMail = made.problem;
  if (noMail.isEmpty() && !one.addresses.isEmpty() && !mail::Account::stored(database).isSetUp())
    noMail = Say::tr("No mail account is set up, so nothing was queued. Set one up in the mail settings; it is tried "
                     "again the next time.");
  Document file;
  if (noMail.isEmpty() && !one.addresses.isEmpty()) {
    const auto kept = DocumentStore(database.file()).keep(made.path);
    if (kept.isOk())
      file = *kept;
    else
      noMail = kept.problems().front().sentence;
  }
  db::Transaction transaction(database, actor, Say::tr("Report made: %1").arg(one.schedule.name));
  for (const QString& address : one.addresses) {
    ScheduleRun run = lines.line(byMail, address, noMail);
    if (run.done) {
      const auto queued = mail::queue(transaction, draftOf(one.schedule, file, address, made.rows, today), actor.now);
      if (queued.isOk())
        run.mail = *queued;
      else
        run = lines.line(byMail, address, queued.problems().front().sentence);
    }
    all.push_back(run);
  }
  for (ScheduleRun& run : all)
    if (run.done || !isKnown(database, run))
      run.id = db::save(transaction, run);
  transaction.commit();
  return all;
}

QString said(const DueReport& one, const ScheduleRun& run) {
  const QString name = one.schedule.name;
  if (!run.done)
    return QStringLiteral("%1: %2").arg(name, run.words);
  return run.way == toFile
             ? Say::tr("%1: written to %2").arg(name, QDir::toNativeSeparators(QDir(run.target).filePath(run.file)))
             : Say::tr("%1: queued for %2").arg(name, run.target);
}

} // namespace report
