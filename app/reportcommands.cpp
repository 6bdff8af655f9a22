// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandkit.h"

#include "app/workspace.h"
#include "core/datafile/pastcopy.h"
#include "core/report/catalogue.h"
#include "core/report/packet.h"
#include "core/report/review.h"
#include "core/report/rundue.h"
#include "core/report/views.h"
#include "core/report/writers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace {

QString tr(const char* text) { return QCoreApplication::translate("commands", text); }

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

} // namespace

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
  const report::Table table = report::tableFor(*database, std::get<report::Request>(request));
  if (options.output.isEmpty()) {
    report::streamCsv(table, [](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); });
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
      return failed(tr("The report could not be written to standard output: %1. What came out is not all of it.")
                        .arg(QString::fromLocal8Bit(std::strerror(errno))));
    return Exit::Done;
  }
  return written([&](const report::Going& going) { return report::write(table, options.output, going); });
}

/// Without a window there are no plots, so of each figure that is ticked there its table stands in the packet.
report::Ticked tickedTables() {
  report::Ticked ticked;
  for (const QString& listing : report::figuresInPacket())
    ticked.emplace_back(listing, nullptr);
  return ticked;
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
    if (const Exit exit = written([&](const report::Going& going) {
          return report::writeReview(*database, review, options.output, going, tickedTables());
        });
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
