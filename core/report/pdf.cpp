// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf.h"
#include "core/report/pdfcanvas.h"
#include "core/report/pdffile.h"
#include "core/report/pdffonts.h"

#include <QDir>
#include <QSaveFile>

namespace report {
namespace {

Problem failed(const QString& path, const QString& reason) {
  return {{},
          QStringLiteral("The PDF could not be written to %1: %2. Your data is safe, and no part of a file was left "
                         "behind. Choose another folder, or make room on the disk, and try again.")
              .arg(QDir::toNativeSeparators(path), reason)};
}

/// Who made it and for which day. No clock: the same command gives the same bytes.
QByteArray about(const Table& table) {
  auto day = table.day.toLatin1();
  day.replace("-", "");
  return "<< /Title " + PdfFile::text(table.title) +
         " /Creator (Credenza) /Producer (Credenza) /CreationDate (D:" + day + ") >>";
}

} // namespace

Result<PdfOutcome> writePdf(const Table& table, const QString& path, const PdfOptions& options) {
  QSaveFile file(path);
  // Without Qt's buffer: it is of no use to whole pages, and forgets why a disk did not take them.
  if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
    return failed(path, file.errorString());
  TablePainter painter(table, options.paper, paper::Resolution);
  if (!painter.plan(options.progress))
    return PdfOutcome{0, 0, true, {}};

  PdfFile pdf(file);
  const PdfFonts fonts(pdf, painter.typesetters());
  PdfCanvas canvas(pdf, fonts, painter.pageLayout().fullRectPoints().size(), paper::Resolution / 72.0);
  const auto goesOn = [&](qint64 rows) { return pdf.isSound() && (!options.progress || options.progress(rows)); };
  const bool isWhole = painter.paint(canvas, goesOn);
  if (!isWhole && pdf.isSound())
    return PdfOutcome{0, 0, true, {}};
  if (isWhole) {
    const int info = pdf.reserve();
    pdf.object(info, about(table));
    pdf.finish(canvas.finish(), info);
  }
  if (!pdf.isSound() || !file.commit())
    return failed(path, file.errorString());
  return PdfOutcome{painter.rows(), painter.pages(), false, painter.missing()};
}

} // namespace report
