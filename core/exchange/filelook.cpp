// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/filelook.h"

#include "core/exchange/importsources.h"
#include "core/exchange/mastersheet.h"
#include "core/exchange/nppes.h"

#include <QCoreApplication>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr size_t rowsLookedAt = 50; // as far down as findHeader looks for headings
constexpr size_t examplesShown = 3;

struct FirstRow {
  qint64 number;
  QStringList cells;
};

qsizetype filled(const QStringList& cells) {
  return std::count_if(cells.begin(), cells.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); });
}

/// The headings of a sheet that no kind fits: the row with the most cells, the first of equals.
HeaderMatch likeliestRow(const std::vector<FirstRow>& rows) {
  const auto most = std::max_element(
      rows.begin(), rows.end(), [](const FirstRow& a, const FirstRow& b) { return filled(a.cells) < filled(b.cells); });
  HeaderMatch match;
  match.row = most->number;
  match.headings = most->cells;
  return match;
}

/// The match of the kind that fits best even though something it needs is missing; without columns when none fits.
HeaderMatch incompleteMatch(const QString& title, const std::vector<FirstRow>& rows) {
  HeaderMatch best;
  for (const FirstRow& row : rows) {
    const std::optional<Kind> kind = kindOf(title, row.cells);
    if (!kind)
      continue;
    HeaderMatch match = matchHeadings(*kind, row.cells);
    match.row = row.number;
    if (match.score > best.score)
      best = std::move(match);
  }
  // One heading that fits is chance: a "Name" or a "Date" stands in any list.
  const bool chance = std::count_if(best.columnAt.begin(), best.columnAt.end(), [](int at) { return at >= 0; }) < 2;
  return chance && !kindFromTitle(title) ? HeaderMatch() : best;
}

SheetLook lookAtSheet(const QString& file, const Sheets& sheets, size_t sheet, bool inFolder) {
  const QString title = sheets.name(sheet);
  SheetLook look;
  look.name = sheetTitle(file, sheets, sheet, inFolder);
  look.readBeside = sheets.readBeside(sheet);
  std::vector<FirstRow> first;
  const auto rows = sheets.rows(sheet);
  RowCells row;
  const auto keep = [&] {
    FirstRow one{row.row(), {}};
    for (size_t i = 0; i < row.size(); ++i)
      one.cells += row.text(i);
    first.push_back(std::move(one));
  };
  while (first.size() < rowsLookedAt + examplesShown && rows->next(row))
    keep();
  const Result<HeaderMatch> found = findHeader(sheets, sheet, title, std::nullopt);
  if (const auto problem = rows->problem()) {
    look.problem = problem->sentence;
    return look;
  }
  if (first.empty()) {
    look.problem = found.problems().front().sentence; // that it has no rows
    return look;
  }
  look.match = found.isOk() ? found.value() : incompleteMatch(title, first);
  look.understood = look.match.score > 0;
  if (!look.understood)
    look.match = likeliestRow(first);
  for (const FirstRow& one : first)
    if (one.number > look.match.row && look.examples.size() < examplesShown)
      look.examples.push_back(one.cells);
  return look;
}

std::optional<Problem> addFile(const QString& path, bool inFolder, FileLook& look) {
  const auto sheets = openMaster(path);
  if (!sheets)
    return sheets.problems().front();
  for (size_t sheet = 0; sheet < sheets.value()->count(); ++sheet)
    look.sheets.push_back(lookAtSheet(path, *sheets.value(), sheet, inFolder));
  return {};
}

} // namespace

Result<FileLook> lookAt(const QString& path) {
  FileLook look;
  if (QFileInfo(path).isDir()) {
    bool any = false;
    for (const QFileInfo& file : listsIn(path)) {
      any = true;
      if (isRegistryAnswer(file.filePath()))
        look.registryFiles += file.fileName();
      else if (const auto problem = addFile(file.filePath(), true, look))
        return *problem;
    }
    if (!any)
      return Problem{{}, Say::tr("The folder %1 has no list to import: no CSV, TSV, XLSX or JSON file.").arg(path)};
    return look;
  }
  look.isRegistry = isRegistryAnswer(path);
  if (look.isRegistry)
    return look;
  if (const auto problem = addFile(path, false, look))
    return *problem;
  const auto readable = [](const SheetLook& sheet) { return sheet.problem.isEmpty(); };
  if (!look.sheets.empty() && std::none_of(look.sheets.begin(), look.sheets.end(), readable))
    return Problem{{}, look.sheets.front().problem};
  return look;
}

} // namespace exchange
