// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include "app/workspace.h"
#include "core/credentials/documentstore.h"
#include "core/datafile/pastcopy.h"
#include "core/datafile/sample.h"
#include "core/exchange/exporter.h"
#include "core/exchange/importer.h"
#include "core/mail/due.h"
#include "core/mail/schedule.h"
#include "core/mail/smtp.h"
#include "core/report/catalogue.h"
#include "core/report/packet.h"
#include "core/report/rundue.h"
#include "core/report/views.h"
#include "core/report/writers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace {

QString tr(const char* text) { return QCoreApplication::translate("commands", text); }

void print(const QString& text) {
  const QByteArray bytes = text.toUtf8();
  std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

QDate today(const Options& options) { return options.today.value_or(QDate::currentDate()); }

db::Actor actor(const Options& options) {
  // A fixed day fixes the clock too: the same command twice gives the same bytes. Noon is that day wherever the office
  // is.
  const QDateTime now =
      options.today ? QDateTime(*options.today, QTime(12, 0), Qt::UTC) : QDateTime::currentDateTimeUtc();
  return {QStringLiteral("Command line"), now};
}

QString file(const Options& options) {
  if (!options.database.isEmpty())
    return options.database;
  QDir().mkpath(QFileInfo(Workspace::usualFile()).absolutePath());
  return Workspace::usualFile();
}

/// A data file opened for reading, beside whoever writes. When nobody does, what a reader leaves behind (an empty
/// write-ahead log) is cleared away at the end.
class Reading {
public:
  explicit Reading(const Options& options) : m_file(file(options)) {
    if (!QFileInfo::exists(m_file))
      throw db::Error(db::Error::Cause::NotReadable, m_file,
                      tr("there is no such file yet; “import” or “sample” makes one"));
    m_database = datafile::openForReading(m_file);
  }
  ~Reading() {
    m_database.reset();
    if (!QFileInfo::exists(m_file + QStringLiteral("-wal")))
      return;
    QLockFile lock(Workspace::lockFileFor(m_file));
    lock.setStaleLockTime(0);
    try {
      if (lock.tryLock(0))
        db::Database last(m_file);
    } catch (const db::Error&) {
      // A file that is read only keeps what lies beside it.
    }
  }
  Q_DISABLE_COPY_MOVE(Reading)
  db::Database& operator*() const { return *m_database; }
  db::Database* operator->() const { return m_database.get(); }

private:
  QString m_file;
  std::unique_ptr<db::Database> m_database;
};

/// Shows progress on a terminal, at most once a per cent.
class Progress {
public:
  void show(double part, const QString& what) {
    const int percent = int(part * 100);
    if (!m_terminal || percent == m_shown)
      return;
    m_shown = percent;
    std::fprintf(stderr, "\r%3d %% %s\033[K", percent, qUtf8Printable(what));
  }
  ~Progress() {
    if (m_shown >= 0)
      std::fputs("\r\033[K", stderr);
  }

private:
  const bool m_terminal = isatty(STDERR_FILENO) == 1;
  int m_shown = -1;
};

Exit failed(const QString& sentence) {
  complain(sentence);
  return Exit::Failed;
}

Exit wrong(const QString& sentence) {
  complain(sentence);
  return Exit::WrongUsage;
}

QString sentences(const Problems& problems) {
  QStringList all;
  for (const Problem& problem : problems)
    all << problem.sentence;
  return all.join(QLatin1Char('\n'));
}

QString kindNames() {
  QStringList names;
  for (const exchange::KindColumns& kind : exchange::allKinds())
    names << kind.name;
  names << QStringLiteral("nppes");
  return names.join(QStringLiteral(", "));
}

Exit importCommand(const Options& options) {
  const QString source = options.arguments.first();
  exchange::ImportOptions asked;
  asked.kind = options.kind;
  asked.team = options.asked.team;
  asked.dryRun = options.dryRun;
  asked.today = today(options);
  if (!options.kind.isEmpty() && !exchange::kindNamed(options.kind) &&
      options.kind.compare(QLatin1String("nppes"), Qt::CaseInsensitive) != 0)
    return wrong(tr("There is no kind “%1”. The kinds are: %2.").arg(options.kind, kindNames()));

  Progress progress;
  exchange::ImportCallbacks callbacks;
  callbacks.progress = [&](qint64 done, qint64 all) {
    progress.show(all > 0 ? double(done) / double(all) : 0, tr("read"));
    return true;
  };
  const auto run = [&](db::Database& database) {
    return exchange::importFile(database, actor(options), source, asked, callbacks);
  };
  std::optional<Result<exchange::ImportReport>> outcome;
  const QString name = file(options);
  if (options.dryRun && !QFileInfo::exists(name)) {
    const auto nowhere = datafile::open(QStringLiteral(":memory:"), actor(options));
    outcome = run(*nowhere);
  } else {
    Workspace workspace(name, actor(options));
    try {
      outcome = run(workspace.database());
    } catch (...) {
      workspace.discard();
      throw;
    }
    if (!outcome->isOk())
      workspace.discard();
  }
  if (!outcome->isOk())
    return failed(sentences(outcome->problems()));

  const exchange::ImportReport& report = **outcome;
  int rejected = 0;
  for (const exchange::KindResult& kind : report.kinds) {
    print(QStringLiteral("%1: %2 created, %3 updated, %4 unchanged, %5 rejected\n")
              .arg(kind.kind)
              .arg(kind.created)
              .arg(kind.updated)
              .arg(kind.unchanged)
              .arg(kind.rejected));
    rejected += kind.rejected;
  }
  for (const QString& notice : report.notices)
    complain(notice);
  for (const QString& rejectedFile : report.rejectedFiles)
    complain(tr("The rejected rows are in %1, each with its reason.").arg(QDir::toNativeSeparators(rejectedFile)));
  return rejected > 0 ? Exit::SomeRejected : Exit::Done;
}

Exit exportCommand(const Options& options) {
  const Reading database(options);
  const auto outcome = exchange::exportTo(*database, options.arguments.first());
  return outcome.isOk() ? Exit::Done : failed(sentences(outcome.problems()));
}

/// Writes with its progress; says what is to be known.
Exit written(const std::function<Result<report::Written>(const report::Going&)>& write) {
  Progress progress;
  const auto outcome = write([&](qint64 rows) {
    progress.show(0, tr("%1 rows").arg(rows));
    return true;
  });
  if (!outcome.isOk())
    return failed(sentences(outcome.problems()));
  if (!outcome->notice.isEmpty())
    complain(outcome->notice);
  return Exit::Done;
}

Exit refused(const report::AskedProblem& problem) {
  return problem.fault == report::Fault::WrongUsage ? wrong(problem.sentence) : failed(problem.sentence);
}

/// Where no report has the name, a view may that somebody saved.
std::optional<SavedView> savedView(const Options& options, const QString& name) {
  if (!QFileInfo::exists(file(options)))
    return {};
  const Reading database(options);
  return report::findView(*database, name);
}

Exit reportCommand(const Options& options) {
  if (options.list) {
    for (const report::Listing& listing : report::catalogue())
      if (listing.isReport)
        print(QStringLiteral("%1\t%2\n").arg(listing.name, listing.reason));
    return Exit::Done;
  }
  if (options.arguments.isEmpty())
    return wrong(tr("Which report? “credenza report --list” names them."));
  const QString& name = options.arguments.first();
  const report::Listing* listing = report::find(name);
  if (listing && !listing->isReport)
    listing = nullptr;
  const std::optional<SavedView> view = listing ? std::nullopt : savedView(options, name);
  if (!listing && !view)
    return wrong(tr("There is no report “%1”. “credenza report --list” names them.").arg(name));
  if (!options.output.isEmpty() && !report::isWritable(options.output))
    return wrong(tr("“%1” must end in .csv, .pdf or .xlsx.").arg(options.output));
  const Reading reading(options);
  db::Database* database = &*reading;
  QDate day = today(options);
  std::shared_ptr<datafile::PastCopy> past;
  if (options.asOf) {
    if (*options.asOf > day)
      return wrong(tr("--as-of needs a day that is over or today, not %1.").arg(options.asOf->toString(Qt::ISODate)));
    const auto made = datafile::pastCopy(*reading, *options.asOf);
    if (!made.isOk())
      return failed(sentences(made.problems()));
    past = *made;
    database = past->database.get();
    day = *options.asOf;
  }
  const auto request = view ? report::requestForView(*database, *view, options.asked, day)
                            : report::requestFor(*database, *listing, options.asked, day);
  if (const auto* problem = std::get_if<report::AskedProblem>(&request))
    return refused(*problem);
  report::Table table = report::tableFor(*database, std::get<report::Request>(request));
  if (view)
    table.title = view->name;
  if (options.output.isEmpty()) {
    report::streamCsv(table, [](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); });
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
      return failed(tr("The report could not be written to standard output: %1. What came out is not all of it.")
                        .arg(QString::fromLocal8Bit(std::strerror(errno))));
    return Exit::Done;
  }
  return written([&](const report::Going& going) { return report::write(table, options.output, going); });
}

Exit reviewCommand(const Options& options) {
  if (!options.output.isEmpty() && !report::isWritable(options.output))
    return wrong(tr("“%1” must end in .pdf for the packet, or in .csv or .xlsx for the items.").arg(options.output));
  const Reading database(options);
  const auto request =
      report::requestFor(*database, *report::find(QStringLiteral("review")), options.asked, today(options));
  if (const auto* problem = std::get_if<report::AskedProblem>(&request))
    return refused(*problem);
  const auto& review = std::get<report::Request>(request);
  if (!options.output.isEmpty())
    if (const Exit exit = written(
            [&](const report::Going& going) { return report::writeReview(*database, review, options.output, going); });
        exit != Exit::Done)
      return exit;
  qint64 total = 0;
  for (const auto& [section, items] : report::reviewCounts(*database, review)) {
    print(QStringLiteral("%1: %2\n").arg(report::nameOf(section)).arg(items));
    total += items;
  }
  print(QStringLiteral("Total: %1\n").arg(total));
  return Exit::Done;
}

Exit sampleCommand(const Options& options) {
  const QString target = options.arguments.first();
  if (QFileInfo::exists(target))
    return failed(tr("“%1” exists already and was not touched. Choose another name for the sample.").arg(target));
  QLockFile lock(Workspace::lockFileFor(target));
  Workspace::take(lock, target);
  datafile::create(target, actor(options),
                   [&](db::Database& database) { makeSample(database, actor(options), today(options)); });
  return Exit::Done;
}

/// A line for each mail: to whom, the subject, what is in it.
void printMail(const QString& recipient, const QString& subject, const QString& contents) {
  print(QStringLiteral("%1\t%2\t%3\n").arg(recipient, subject, contents));
}

QString contentsOf(const Outgoing& mail) {
  return mail.kind == QLatin1String("Letter") ? tr("a letter that waits") : tr("a mail that waits");
}

/// What would go out: what is due and not queued yet, and what waits.
Exit showWhatIsDue(const Options& options) {
  const Reading database(options);
  for (const Outgoing& mail : db::allWhere<Outgoing>(*database, QStringLiteral("status = 'Waiting' ORDER BY id")))
    printMail(mail.recipient, mail.subject, contentsOf(mail));
  const mail::DueToday due = mail::dueToday(*database, today(options));
  for (const mail::DueMail& one : due.mails)
    printMail(one.draft.mail.recipient, one.draft.mail.subject, one.contents);
  for (const QString& sentence : due.untold)
    complain(sentence);
  return Exit::Done;
}

Exit sendCommand(const Options& options) {
  if (options.dryRun)
    return showWhatIsDue(options);
  if (!QFileInfo::exists(file(options)))
    throw db::Error(db::Error::Cause::NotReadable, file(options),
                    tr("there is no such file yet; “import” or “sample” makes one"));
  Workspace workspace(file(options), actor(options));
  db::Database& database = workspace.database();
  const mail::Account account = mail::Account::stored(database);
  const QByteArray secret = qgetenv("CREDENZA_SMTP_PASSWORD");
  if (!account.isSetUp())
    return failed(
        tr("No mail account is set up, so nothing was sent. Nothing is lost: what is due stays due, and letters "
           "wait. Set one up in the window, in the mail settings."));
  if (!account.user.isEmpty() && secret.isEmpty())
    return failed(
        tr("The mail account needs a password, and the environment variable CREDENZA_SMTP_PASSWORD is not set, "
           "so nothing was sent. Nothing is lost: what is due stays due, and letters wait."));
  if (const Problems problems = mail::check(account); !problems.empty())
    return failed(
        tr("Nothing was sent, and nothing is lost: the mail account is not right. %1").arg(sentences(problems)));

  const mail::Now now = [&] { return actor(options).now; };
  if (const int unsure = mail::recover(database, now()); unsure > 0)
    complain(
        tr("%1 mails were on their way when the program ended last time: they may have been sent, and are not sent "
           "again by themselves.")
            .arg(unsure));
  const mail::DueToday due = mail::dueToday(database, today(options));
  db::Transaction transaction(database, actor(options), tr("Mail of the day"));
  mail::queueDue(transaction, due, now());
  mail::Schedule::storeRun(transaction, now()); // the window tells when it went last
  transaction.commit();
  const DocumentStore store(database.file());
  const auto deliver = [&](const Outgoing& mail, const mail::Message& message) {
    const mail::Outcome outcome = mail::deliver(account, secret, mail.recipient, mail::toMime(message));
    if (outcome.kind == mail::Outcome::Kind::Sent)
      printMail(mail.recipient, mail.subject, tr("sent"));
    return outcome;
  };
  // Who starts this by hand or by the clock wants all of it tried now.
  const mail::Run run = mail::sendWaiting(
      database, account, now, deliver, [&](const Document& document) { return store.bytes(document); },
      mail::Due::Ever);
  for (const QString& sentence : due.untold)
    complain(sentence);
  for (const mail::Run::Line& line : run.others)
    complain(tr("Not sent to %1: “%2” (%3). %4").arg(line.recipient, line.subject, line.status, line.words));
  return run.others.empty()
             ? Exit::Done
             : failed(tr("Nothing is lost: mails that wait are tried again by the next “credenza send”, and "
                         "the others are kept with their reason."));
}

/// The office's day and time. A day that is given counts to its end: what is due on it is due.
QDateTime officeNow(const Options& options) {
  const QDateTime now = options.today ? QDateTime(*options.today, QTime(23, 59)) : QDateTime::currentDateTime();
  return {now.date(), now.time(), Qt::UTC};
}

/// A line for each place that a report goes to: the schedule, when it was due, where to.
void printDue(const report::DueReport& one) {
  const auto line = [&](const QString& target) {
    print(QStringLiteral("%1\t%2\t%3\n").arg(one.schedule.name, civil(one.due), target));
  };
  if (one.toFolder)
    line(QDir::toNativeSeparators(one.schedule.folder));
  for (const QString& address : one.addresses)
    line(address);
}

Exit runDueCommand(const Options& options) {
  if (options.dryRun) {
    const Reading database(options);
    for (const report::DueReport& one : report::dueReports(*database, officeNow(options)))
      printDue(one);
    return Exit::Done;
  }
  if (!QFileInfo::exists(file(options)))
    throw db::Error(db::Error::Cause::NotReadable, file(options),
                    tr("there is no such file yet; “import” or “sample” makes one"));
  Workspace workspace(file(options), actor(options));
  bool isAllDone = true;
  for (const report::DueReport& one : report::dueReports(workspace.database(), officeNow(options)))
    for (const ScheduleRun& run : report::runReport(workspace.database(), one, actor(options), today(options))) {
      if (run.done)
        print(report::said(one, run) + QLatin1Char('\n'));
      else
        complain(report::said(one, run));
      isAllDone = isAllDone && run.done;
    }
  return isAllDone ? Exit::Done
                   : failed(tr("Nothing is lost: what did not work is due again, and is tried by the next “credenza "
                               "run-due” or in the window."));
}

Exit checkCommand(const Options& options) {
  const Reading database(options);
  const auto found = datafile::check(*database);
  if (found.empty()) {
    print(tr("The data file is sound: %1 changes in history, every record as it says.\n")
              .arg(database->value(QStringLiteral("SELECT count(*) FROM change"))));
    return Exit::Done;
  }
  for (const QString& sentence : found)
    complain(sentence);
  return failed(
      tr("The data file is damaged or was changed past the program. Nothing was changed now. Restore the newest "
         "backup with “credenza restore”, and keep this file for whoever helps you."));
}

Exit backupCommand(const Options& options) {
  const Reading database(options);
  datafile::backup(*database, options.arguments.first());
  DocumentStore(database->file()).prune(*database, today(options).addDays(-db::history::removedDays));
  return Exit::Done;
}

Exit restoreCommand(const Options& options) {
  const QString target = file(options);
  QLockFile lock(Workspace::lockFileFor(target));
  Workspace::take(lock, target);
  for (const QString& sentence : datafile::restore(options.arguments.first(), target, actor(options)))
    complain(sentence);
  return Exit::Done;
}

} // namespace

void complain(const QString& sentence) { std::fprintf(stderr, "%s\n", qUtf8Printable(sentence)); }

Exit runCommand(const Options& options) {
  const std::map<QString, Exit (*)(const Options&)> commands{
      {QStringLiteral("import"), importCommand}, {QStringLiteral("export"), exportCommand},
      {QStringLiteral("report"), reportCommand}, {QStringLiteral("review"), reviewCommand},
      {QStringLiteral("send"), sendCommand},     {QStringLiteral("sample"), sampleCommand},
      {QStringLiteral("check"), checkCommand},   {QStringLiteral("run-due"), runDueCommand},
      {QStringLiteral("backup"), backupCommand}, {QStringLiteral("restore"), restoreCommand}};
  try {
    return commands.at(options.command)(options);
  } catch (const db::Error& error) {
    return failed(error.sentence());
  }
}
