// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/saving.h"

#include "core/datafile/datafile.h"
#include "core/exchange/exporter.h"
#include "core/report/canvas.h"
#include "core/report/options.h"
#include "core/report/packet.h"
#include "core/report/paper.h"
#include "core/report/tablepainter.h"
#include "core/report/writers.h"
#include "core/review/week.h"
#include "ui/insights/packetplots.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QProgressDialog>
#include <QSettings>
#include <QtConcurrent>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <atomic>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Saving", text); }

using Writing = std::function<Result<report::Written>(const report::Going&)>;

QString titleOf(const report::Request& request) {
  return request.title.isEmpty() ? request.listing->title : request.title;
}

/// What the worker and the window share.
struct Job {
  Writing writing;
  QString path; ///< empty for a printer
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
    showTrouble({job.path.isEmpty() ? tr("The report was not printed.") : tr("The file was not written."),
                 job.path.isEmpty() ? tr("Your data is safe.") : tr("Your data is safe; no half file was left behind."),
                 outcome.problems().front().sentence,
                 {}});
    return;
  }
  if (outcome->isCancelled) {
    Q_EMIT session.said(job.path.isEmpty() ? tr("Cancelled, nothing more is printed")
                                           : tr("Cancelled, nothing was written"));
    return;
  }
  if (job.path.isEmpty()) {
    Q_EMIT session.said(tr("%1 rows sent to the printer").arg(QLocale().toString(qlonglong(outcome->rows))));
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
  auto* progress = new QProgressDialog(
      path.isEmpty() ? tr("Printing…") : tr("Writing %1…").arg(QFileInfo(path).fileName()), tr("Cancel"), 0, 0, parent);
  progress->setAttribute(Qt::WA_DeleteOnClose);
  progress->setWindowTitle(path.isEmpty() ? tr("Print") : tr("Export"));
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

db::Database& dataOf(Session& session, const std::shared_ptr<datafile::PastCopy>& past) {
  return past ? *past->database : session.database();
}

/// Sets the pages for this printer's paper and hands them to it.
Result<report::Written> paintOn(QPrinter& printer, const report::Table& table, const report::Going& going) {
  report::TablePainter pages(table, printer.pageLayout().pageSize().id(), report::paper::Resolution);
  report::Written written;
  written.isCancelled = !pages.plan(going);
  if (written.isCancelled)
    return written;
  printer.setFullPage(true); // the pages have margins of their own
  printer.setPageLayout(pages.pageLayout());
  QPainter painter;
  if (!painter.begin(&printer))
    return Problem{{}, tr("The printer did not take the pages. See whether it is on, or choose another one.")};
  const double scale = double(printer.resolution()) / report::paper::Resolution;
  painter.scale(scale, scale);
  report::PainterCanvas canvas(painter, [&] { return printer.newPage(); });
  bool goesOn = true;
  const bool isWhole = pages.paint(canvas, [&](qint64 rows) { return goesOn = going(rows); });
  if (!isWhole)
    printer.abort();
  if (!isWhole && goesOn)
    return Problem{{}, tr("The printer stopped before the last page. See whether it has paper, then print again.")};
  written.isCancelled = !isWhole;
  written.rows = pages.rows();
  return written;
}

} // namespace

void print(Session& session, const report::Request& request, QWidget* parent,
           const std::shared_ptr<datafile::PastCopy>& past) {
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setDocName(titleOf(request));
  printer->setPageSize(QPageSize(report::paper::usual()));
  auto* dialog = new QPrintDialog(printer.get(), parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
  QObject::connect(dialog, qOverload<>(&QDialog::accepted), &session, [&session, request, parent, printer, past] {
    attempt(tr("Printing"), [&] {
      const report::Table table = report::tableFor(dataOf(session, past), request);
      write(
          session, [table, printer, past](const report::Going& going) { return paintOn(*printer, table, going); }, {},
          parent);
    });
  });
  dialog->open();
}

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

void saveAs(Session& session, const report::Request& request, QWidget* parent, const QString& ending,
            const std::shared_ptr<datafile::PastCopy>& past) {
  // The first is the one that is offered.
  QStringList filters{tr("CSV (*.csv)"), tr("PDF (*.pdf)"), tr("Excel workbook (*.xlsx)")};
  std::stable_partition(filters.begin(), filters.end(),
                        [&](const QString& filter) { return filter.contains(QLatin1String("*.") + ending); });
  choose(session, tr("Export %1").arg(titleOf(request)), filters,
         QStringLiteral("%1 %2").arg(request.title.isEmpty() ? request.listing->name : request.title,
                                     request.today.toString(Qt::ISODate)),
         parent, [&session, request, parent, past](const QString& path) {
           const report::Table table = report::tableFor(dataOf(session, past), request);
           write(
               session, [table, path, past](const report::Going& going) { return report::write(table, path, going); },
               path, parent);
         });
}

void savePacket(Session& session, const report::Request& review, QWidget* parent) {
  choose(session, tr("Write the packet"),
         {tr("Packet as PDF (*.pdf)"), tr("Items as CSV (*.csv)"), tr("Items as Excel workbook (*.xlsx)")},
         tr("review %1").arg(mondayOf(review.today).toString(Qt::ISODate)), parent,
         [&session, review, parent](const QString& path) {
           const QString file = session.database().file();
           const auto writeIt = [&session, file, review, path,
                                 parent = QPointer<QWidget>(parent)](const report::Ticked& ticked) {
             const auto writing = [file, review, path, ticked](const report::Going& going) {
               db::Database reader(file, db::Database::Mode::ReadOnly);
               return report::writeReview(reader, review, path, going, ticked);
             };
             write(session, writing, path, parent);
           };
           if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
             drawTicked(file, review, &session, writeIt);
           else
             writeIt({}); // rows alone
         });
}

void exportEverything(Session& session, const QString& path, QWidget* parent, std::optional<exchange::Kind> only) {
  const auto writing = [file = session.database().file(), path, only,
                        today = session.today()](const report::Going&) -> Result<report::Written> {
    const auto reader = datafile::openForReading(file);
    const auto outcome = exchange::exportTo(*reader, path, today, {}, only);
    if (!outcome.isOk())
      return outcome.problems();
    return report::Written{};
  };
  write(session, writing, path, parent);
}

} // namespace ui
