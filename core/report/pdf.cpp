// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf.h"

#include "core/base/disk.h"
#include "core/report/pdfcanvas.h"
#include "core/report/pdffile.h"
#include "core/report/pdffonts.h"

#include <QDir>
#include <QSaveFile>
#include <set>

namespace report {
namespace {

Problem failed(const QString& path, const QString& reason) {
  return {{},
          QStringLiteral("The PDF could not be written to %1: %2. Your data is safe, and no part of a file was left "
                         "behind. Choose another folder, or make room on the disk, and try again.")
              .arg(QDir::toNativeSeparators(path), reason)};
}

/// Who made it and for which day. No clock: the same command gives the same bytes.
QByteArray about(const QString& title, const Table& first) {
  auto day = first.day.toLatin1();
  day.replace("-", "");
  return "<< /Title " + PdfFile::text(title) + " /Creator (Credenza) /Producer (Credenza) /CreationDate (D:" + day +
         ") >>";
}

} // namespace

Result<PdfOutcome> writePdf(const Table& table, const QString& path, const PdfOptions& options) {
  return writePdf({&table, 1}, table.title, path, options);
}

Result<PdfOutcome> writePdf(std::span<const Table> tables, const QString& title, const QString& path,
                            const PdfOptions& options) {
  QSaveFile file(path);
  // Without Qt's buffer: it is of no use to whole pages, and forgets why a disk did not take them.
  if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
    return failed(path, whyNotWritten(file));
  PdfOutcome outcome;
  std::vector<std::unique_ptr<TablePainter>> painters;
  std::vector<const Typesetter*> typesetters;
  for (const Table& table : tables) {
    auto& painter = painters.emplace_back(std::make_unique<TablePainter>(table, options.paper, paper::Resolution));
    if (!painter->plan(options.progress))
      return PdfOutcome{0, 0, true, {}};
    for (const Typesetter* one : painter->typesetters())
      typesetters.push_back(one);
    outcome.pages += painter->pages();
  }
  PdfFile pdf(file);
  const PdfFonts fonts(pdf, typesetters);
  PdfCanvas canvas(pdf, fonts, {}, paper::Resolution / 72.0);
  int pagesBefore = 0;
  for (const auto& painter : painters) {
    if (painters.size() > 1)
      painter->setPlace(pagesBefore, outcome.pages);
    canvas.setSize(painter->pageLayout().fullRectPoints().size());
    const auto goesOn = [&](qint64 rows) {
      return pdf.isSound() && (!options.progress || options.progress(outcome.rows + rows));
    };
    const bool isWhole = painter->paint(canvas, goesOn);
    if (!isWhole && pdf.isSound())
      return PdfOutcome{0, 0, true, {}};
    pagesBefore += painter->pages();
    outcome.rows += painter->rows();
  }
  if (pdf.isSound()) {
    const int info = pdf.reserve();
    pdf.object(info, about(title, tables.front()));
    pdf.finish(canvas.finish(), info);
  }
  if (!pdf.isSound() || !file.commit())
    return failed(path, whyNotWritten(file));
  std::set<char32_t> missing;
  for (const Typesetter* one : typesetters)
    missing.insert(one->missing().begin(), one->missing().end());
  outcome.missing = QString::fromStdU32String(std::u32string(missing.begin(), missing.end()));
  return outcome;
}

} // namespace report
