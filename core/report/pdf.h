// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/paper.h"
#include "core/report/rows.h"
#include "core/report/tablepainter.h"

#include <span>

namespace report {

struct PdfOptions {
  QPageSize::PageSizeId paper = paper::usual();
  Progress progress; ///< may be empty
};

struct PdfOutcome {
  qint64 rows = 0;
  int pages = 0;
  bool isCancelled = false; ///< progress said stop: no file was written, an older one of the name is as it was
  QString missing;          ///< characters that no installed font has; they are boxes in the file
};

/// Writes the table as a PDF: text that can be searched and copied, fonts embedded, headings on every page, exact
/// page numbers. The file appears under its name when it is whole, else not at all; the same table gives the same
/// bytes. Memory does not grow with the rows. Any thread; needs a QGuiApplication (offscreen will do) for the fonts.
Result<PdfOutcome> writePdf(const Table& table, const QString& path, const PdfOptions& options = {});

/// Writes several tables as one document, each with a head and a bookmark of its own, the pages counted through. It is
/// titled `title`; its day is that of the first.
Result<PdfOutcome> writePdf(std::span<const Table> tables, const QString& title, const QString& path,
                            const PdfOptions& options = {});

} // namespace report
