// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/writers.h"

#include "core/exchange/csvwriter.h"
#include "core/exchange/xlsxwriter.h"
#include "core/report/pdf.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace report {

namespace {

constexpr qint64 askEvery = 4096; // rows between two looks at Cancel

QString ending(const QString& path) { return QFileInfo(path).suffix().toLower(); }

/// Hands every row to `put` until that or `going` answers false; answers whether all were.
bool eachRow(const Table& table, const Going& going, Written& written, const std::function<bool(Cells)>& put) {
  bool all = true;
  table.rows([&](Cells cells) {
    all = put(cells);
    if (++written.rows % askEvery == 0 && going && !going(written.rows)) {
      written.isCancelled = true;
      all = false;
    }
    return all;
  });
  return all;
}

Result<Written> writeCsv(const Table& table, const QString& path, const Going& going) {
  exchange::CsvWriter writer(path);
  for (const Heading& heading : table.headings)
    writer.cell(heading.text);
  writer.endRow();
  std::vector<Kind> kinds;
  for (const Heading& heading : table.headings)
    kinds.push_back(heading.kind);
  Written written;
  eachRow(table, going, written, [&](Cells cells) {
    for (size_t i = 0; i < kinds.size(); ++i)
      writer.cell(cells[i], kinds[i]);
    return writer.endRow();
  });
  if (written.isCancelled)
    return written;
  if (const auto problem = writer.commit())
    return *problem;
  return written;
}

Result<Written> writeXlsx(const Table& table, const QString& path, const Going& going) {
  exchange::XlsxWriter writer(path);
  std::vector<exchange::XlsxWriter::Heading> headings;
  for (const Heading& heading : table.headings)
    headings.push_back({heading.text, heading.kind});
  writer.startSheet(table.title, headings);
  Written written;
  eachRow(table, going, written, [&](Cells cells) {
    for (std::string_view cell : cells.first(headings.size()))
      writer.cell(cell);
    return writer.endRow();
  });
  if (written.isCancelled)
    return written;
  if (const auto problem = writer.commit())
    return *problem;
  return written;
}

} // namespace

bool isWritable(const QString& path) {
  return QStringList{QStringLiteral("csv"), QStringLiteral("pdf"), QStringLiteral("xlsx")}.contains(ending(path));
}

Result<Written> write(const Table& table, const QString& path, const Going& going) {
  if (ending(path) == QLatin1String("csv"))
    return writeCsv(table, path, going);
  if (ending(path) == QLatin1String("xlsx"))
    return writeXlsx(table, path, going);
  return writeAsOne({&table, 1}, table.title, path, going);
}

Result<Written> writeAsOne(std::span<const Table> tables, const QString& title, const QString& path,
                           const Going& going) {
  PdfOptions options;
  options.progress = going;
  const Result<PdfOutcome> outcome = writePdf(tables, title, path, options);
  if (!outcome.isOk())
    return outcome.problems();
  Written written{outcome->rows, outcome->isCancelled, {}};
  if (!outcome->missing.isEmpty())
    written.notice =
        QCoreApplication::translate("report", "No installed font has these characters, they are boxes in the "
                                              "PDF: %1. Install a font that has them, such as Noto.")
            .arg(outcome->missing);
  return written;
}

void streamCsv(const Table& table, const std::function<void(std::string_view)>& take) {
  constexpr size_t piece = 64 << 10;
  std::string bytes = "\xEF\xBB\xBF";
  for (size_t i = 0; i < table.headings.size(); ++i) {
    if (i > 0)
      bytes += ',';
    exchange::appendCsvCell(bytes, table.headings[i].text.toStdString(), Kind::Text);
  }
  bytes += "\r\n";
  table.rows([&](Cells cells) {
    const size_t begin = bytes.size();
    for (size_t i = 0; i < table.headings.size(); ++i) {
      if (i > 0)
        bytes += ',';
      exchange::appendCsvCell(bytes, cells[i], table.headings[i].kind);
    }
    exchange::endCsvRow(bytes, begin);
    if (bytes.size() >= piece) {
      take(bytes);
      bytes.clear();
    }
    return true;
  });
  take(bytes);
}

} // namespace report
