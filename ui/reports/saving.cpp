// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/saving.h"

#include "core/datafile/datafile.h"
#include "core/exchange/exporter.h"
#include "core/report/options.h"
#include "core/report/packet.h"
#include "core/report/writers.h"
#include "core/review/week.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QLocale>
#include <QProgressDialog>
#include <QSettings>
#include <QtConcurrent>
#include <atomic>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Saving", text); }

using Writing = std::function<Result<report::Written>(const report::Going&)>;

/// What the worker and the window share.
struct Job {
  Writing writing;
  QString path;
  std::atomic<qint64> rows = 0;
  std::atomic_bool stop = false;
  std::exception_ptr broke;
};

void finished(Session& session, const Job& job, const Result<report::Written>& outcome) {
  if (job.broke) {
    attempt(tr("Writing the file"), [&] { std::rethrow_exception(job.broke); });
    return;
  }
  if (!outcome.isOk()) {
    showTrouble({tr("The file was not written."),
                 tr("Your data is safe; no half file was left behind."),
                 outcome.problems().front().sentence,
                 {}});
    return;
  }
  if (outcome->isCancelled) {
    Q_EMIT session.said(tr("Cancelled, nothing was written"));
    return;
  }
  const QString name = QDir::toNativeSeparators(job.path);
  QString text = outcome->rows > 0 ? tr("%1 rows written to %2").arg(QLocale().toString(qlonglong(outcome->rows)), name)
                                   : tr("Written to %1").arg(name);
  if (!outcome->notice.isEmpty())
    text += QStringLiteral(". ") + outcome->notice;
  Q_EMIT session.said(text);
}

/// Writes on a worker thread, with a progress dialog after a second.
void write(Session& session, const Writing& writing, const QString& path, QWidget* parent) {
  auto job = std::make_shared<Job>();
  job->writing = writing;
  job->path = path;
  auto* progress = new QProgressDialog(tr("Writing %1…").arg(QFileInfo(path).fileName()), tr("Cancel"), 0, 0, parent);
  progress->setAttribute(Qt::WA_DeleteOnClose);
  progress->setWindowTitle(tr("Export"));
  progress->setMinimumDuration(1000);
  progress->setAutoClose(false);
  QObject::connect(progress, &QProgressDialog::canceled, progress, [job] { job->stop = true; });
  auto* ticks = new QTimer(progress);
  QObject::connect(ticks, &QTimer::timeout, progress, [job, progress] {
    progress->setLabelText(tr("%1 rows written").arg(QLocale().toString(qlonglong(job->rows))));
    progress->setValue(0);
  });
  ticks->start(200);
  auto* watcher = new QFutureWatcher<Result<report::Written>>(&session);
  QObject::connect(watcher, &QFutureWatcher<Result<report::Written>>::finished, &session,
                   [&session, watcher, job, progress = QPointer(progress)] {
                     if (progress)
                       progress->close();
                     finished(session, *job, watcher->result());
                     watcher->deleteLater();
                   });
  watcher->setFuture(QtConcurrent::run([job]() -> Result<report::Written> {
    try {
      return job->writing([&](qint64 rows) {
        job->rows = rows;
        return !job->stop;
      });
    } catch (...) { // shown on the window's thread
      job->broke = std::current_exception();
      return report::Written{};
    }
  }));
}

} // namespace

namespace {

/// Asks for the name of a file of these kinds, and goes on with it.
void choose(Session& session, const QString& title, const QStringList& filters, const QString& name, QWidget* parent,
            const std::function<void(const QString& path)>& then) {
  const auto endingOf = [](const QString& filter) { return filter.section(QLatin1String("*."), 1).chopped(1); };
  const QString key = QStringLiteral("export/folder");
  const QString folder = QSettings().value(key, QDir::homePath()).toString();
  auto* dialog = new QFileDialog(parent, title, folder);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilters(filters);
  dialog->setDefaultSuffix(endingOf(filters.front()));
  dialog->selectFile(name);
  QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                   [dialog, endingOf](const QString& filter) { dialog->setDefaultSuffix(endingOf(filter)); });
  QObject::connect(dialog, &QFileDialog::fileSelected, &session, [then, key](const QString& path) {
    if (!report::isWritable(path)) {
      showTrouble({tr("“%1” was not written.").arg(QFileInfo(path).fileName()),
                   tr("Your data is safe."),
                   tr("Choose a name that ends in .csv, .pdf or .xlsx."),
                   {}});
      return;
    }
    QSettings().setValue(key, QFileInfo(path).absolutePath());
    attempt(tr("Writing the file"), [&] { then(path); });
  });
  dialog->open();
}

} // namespace

void saveAs(Session& session, const report::Request& request, QWidget* parent) {
  choose(session, tr("Export %1").arg(request.listing->title),
         {tr("CSV (*.csv)"), tr("PDF (*.pdf)"), tr("Excel workbook (*.xlsx)")},
         QStringLiteral("%1 %2").arg(request.listing->name, request.today.toString(Qt::ISODate)), parent,
         [&session, request, parent](const QString& path) {
           const report::Table table = report::tableFor(session.database(), request);
           write(
               session, [table, path](const report::Going& going) { return report::write(table, path, going); }, path,
               parent);
         });
}

void savePacket(Session& session, const report::Request& review, QWidget* parent) {
  choose(session, tr("Write the packet"),
         {tr("Packet as PDF (*.pdf)"), tr("Items as CSV (*.csv)"), tr("Items as Excel workbook (*.xlsx)")},
         tr("review %1").arg(mondayOf(review.today).toString(Qt::ISODate)), parent,
         [&session, review, parent](const QString& path) {
           const auto writing = [file = session.database().file(), review, path](const report::Going& going) {
             db::Database reader(file, db::Database::Mode::ReadOnly);
             return report::writeReview(reader, review, path, going);
           };
           write(session, writing, path, parent);
         });
}

void exportEverything(Session& session, const QString& path, QWidget* parent, std::optional<exchange::Kind> only) {
  const auto writing = [file = session.database().file(), path, only](const report::Going&) -> Result<report::Written> {
    const auto reader = datafile::openForReading(file);
    const auto outcome = exchange::exportTo(*reader, path, {}, only);
    if (!outcome.isOk())
      return outcome.problems();
    return report::Written{};
  };
  write(session, writing, path, parent);
}

} // namespace ui
