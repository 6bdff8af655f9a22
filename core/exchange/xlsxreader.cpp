// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxreader.h"

#include "core/exchange/mergedcells.h"
#include "core/exchange/workbook.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr int mostColumns = 16384;
constexpr int widestMerge = 256; // a title merged over a whole row of 16,384 cells need not fill them all

class SheetRows : public Rows {
public:
  SheetRows(const Workbook& book, const Workbook::Sheet& sheet);

  bool next(RowCells& row) override;
  std::optional<Problem> problem() const override { return m_problem; }
  double progress() const override;

private:
  struct Value {
    size_t begin = 0;
    size_t size = 0;
    bool filled = false;
  };

  bool readRow();
  void readCell();
  void readValue(QStringView type, const CellStyle& style, Value& value);
  void spreadMerged();
  Value& at(size_t column);
  std::string_view text(const Value& value) const { return std::string_view(m_bytes).substr(value.begin, value.size); }

  const Workbook& m_book;
  QString m_part;
  std::vector<MergedCells> m_merged;
  size_t m_nextMerged = 0;    // the first block that begins below the row
  std::vector<size_t> m_open; // blocks the row goes through
  std::unique_ptr<QIODevice> m_device;
  QXmlStreamReader m_xml;
  qint64 m_row = -1; // counted from 0
  int m_column = -1;
  std::vector<Value> m_values;
  std::string m_bytes; // of all the row's values
  std::string m_cell;  // of the value being read
  std::optional<Problem> m_problem;
};

SheetRows::SheetRows(const Workbook& book, const Workbook::Sheet& sheet) : m_book(book), m_part(sheet.part) {
  if (const auto device = book.archive->part(m_part))
    m_merged = findMergedCells(*device);
  m_device = book.archive->part(m_part);
  if (m_device)
    m_xml.setDevice(m_device.get());
  else
    m_problem = Problem{{}, Say::tr("The sheet %1 is missing from the file.").arg(sheet.name)};
}

/// A cell of type d, "2026-01-05T00:00:00": the day alone at midnight, else day and time.
std::string isoTextFromXml(std::string text) {
  if (const size_t t = text.find('T'); t == 10)
    text = text.compare(t, std::string::npos, "T00:00:00") == 0 ? text.substr(0, t) : text.replace(t, 1, 1, ' ');
  return text;
}

double SheetRows::progress() const {
  const auto size = static_cast<double>(m_book.archive->partSize(m_part));
  return size > 0 ? std::min(1.0, static_cast<double>(m_xml.characterOffset()) / size) : 1.0;
}

bool SheetRows::next(RowCells& row) {
  while (!m_problem && readRow()) {
    bool hasOwn = false;
    for (const Value& value : m_values)
      hasOwn = hasOwn || value.size > 0;
    spreadMerged();
    if (!hasOwn)
      continue;
    row.start(m_row + 1);
    row.setFrom1904(m_book.from1904);
    for (const Value& value : m_values)
      row.add(text(value), value.filled);
    if (!row.isBlank())
      return true;
  }
  return false;
}

/// Reads the cells of the next row element; false at the end of the rows.
bool SheetRows::readRow() {
  m_values.clear();
  m_bytes.clear();
  m_column = -1;
  bool inRow = false;
  while (!m_xml.atEnd()) {
    const auto token = m_xml.readNext();
    if (token == QXmlStreamReader::DTD) {
      m_problem = xmlProblem(m_xml, m_part);
      return false;
    }
    if (token == QXmlStreamReader::StartElement) {
      if (!inRow && m_xml.name() == QLatin1String("row")) {
        const auto attributes = m_xml.attributes();
        const qint64 said = attribute(attributes, QLatin1String("r")).toLongLong();
        m_row = said > 0 ? said - 1 : m_row + 1;
        inRow = true;
      } else if (inRow && m_xml.name() == QLatin1String("c")) {
        readCell();
      }
    } else if (token == QXmlStreamReader::EndElement) {
      if (inRow && m_xml.name() == QLatin1String("row"))
        return true;
      if (m_xml.name() == QLatin1String("sheetData"))
        return false;
    }
  }
  if (m_xml.hasError())
    m_problem = xmlProblem(m_xml, m_part);
  return false;
}

SheetRows::Value& SheetRows::at(size_t column) {
  if (m_values.size() <= column)
    m_values.resize(column + 1);
  return m_values[column];
}

void SheetRows::readCell() {
  const auto attributes = m_xml.attributes();
  const QStringView place = attribute(attributes, QLatin1String("r"));
  const int said = placeFromText({place.utf16(), static_cast<size_t>(place.size())}).column;
  m_column = said >= 0 ? said : m_column + 1;
  const size_t number = attribute(attributes, QLatin1String("s")).toUInt();
  const QStringView type = attribute(attributes, QLatin1String("t"));
  static const CellStyle plain;
  const CellStyle& style = number < m_book.styles.size() ? m_book.styles[number] : plain;
  Value value;
  value.filled = style.filled;
  readValue(type, style, value);
  if (m_column < mostColumns && (value.size > 0 || value.filled))
    at(static_cast<size_t>(m_column)) = value;
}

/// Reads to the end of the cell; its text is put behind that of the cells before it.
void SheetRows::readValue(QStringView type, const CellStyle& style, Value& value) {
  m_cell.clear();
  while (!m_xml.atEnd()) {
    const auto token = m_xml.readNext();
    if (token == QXmlStreamReader::EndElement)
      break;
    if (token != QXmlStreamReader::StartElement)
      continue;
    if (m_xml.name() == QLatin1String("v"))
      appendElementText(m_xml, m_cell);
    else if (m_xml.name() == QLatin1String("is"))
      appendRichText(m_xml, m_cell);
    else
      m_xml.skipCurrentElement();
  }
  value.begin = m_bytes.size();
  if (type == QLatin1String("s"))
    m_bytes += m_cell.empty() ? std::string_view() : m_book.strings.at(std::strtoul(m_cell.c_str(), nullptr, 10));
  else if (type == QLatin1String("b"))
    m_bytes += m_cell == "1" || m_cell == "true" ? "yes" : m_cell.empty() ? "" : "no";
  else if (type == QLatin1String("d"))
    m_bytes += isoTextFromXml(m_cell);
  else if (type == QLatin1String("str") || type == QLatin1String("inlineStr"))
    m_bytes += m_cell;
  else if (type != QLatin1String("e") && !m_cell.empty()) // #N/A and its like are no value
    m_bytes += numberAsText(m_cell, style, m_book.from1904);
  value.size = m_bytes.size() - value.begin;
}

/// A merged block's value counts for each of its cells.
void SheetRows::spreadMerged() {
  for (; m_nextMerged < m_merged.size() && m_merged[m_nextMerged].first.row <= m_row; ++m_nextMerged) {
    MergedCells& block = m_merged[m_nextMerged];
    const auto first = static_cast<size_t>(block.first.column);
    if (block.first.row == m_row && first < m_values.size()) {
      block.value = text(m_values[first]);
      block.filled = m_values[first].filled;
    }
    m_open.push_back(m_nextMerged);
  }
  std::erase_if(m_open, [this](size_t index) { return m_merged[index].last.row < m_row; });
  for (const size_t index : m_open) {
    const MergedCells& block = m_merged[index];
    if (block.value.empty())
      continue;
    const Value spread{m_bytes.size(), block.value.size(), block.filled};
    m_bytes += block.value;
    const int last = std::min({block.last.column, block.first.column + widestMerge, mostColumns - 1});
    for (int column = block.first.column; column <= last; ++column)
      if (Value& value = at(static_cast<size_t>(column)); value.size == 0)
        value = spread;
  }
}

class XlsxFile : public Sheets {
public:
  explicit XlsxFile(std::unique_ptr<Workbook> book) : m_book(std::move(book)) {}

  size_t count() const override { return m_book->sheets.size(); }
  QString name(size_t sheet) const override { return m_book->sheets[sheet].name; }
  std::unique_ptr<Rows> rows(size_t sheet) const override {
    return std::make_unique<SheetRows>(*m_book, m_book->sheets[sheet]);
  }

private:
  std::unique_ptr<Workbook> m_book;
};

} // namespace

Result<std::unique_ptr<Sheets>> openXlsx(const QString& path) {
  auto archive = Archive::open(path);
  if (!archive)
    return archive.problems();
  if (archive.value()->has(QStringLiteral("xl/workbook.bin")))
    return Problem{
        {}, Say::tr("The file is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx, and try that file.")};
  if (archive.value()->has(QStringLiteral("content.xml")))
    return Problem{
        {},
        Say::tr("The file is an OpenDocument file (.ods). Open it in your spreadsheet program, save it as .xlsx "
                "or CSV, and try that file.")};
  auto book = readWorkbook(std::move(archive.value()));
  if (!book)
    return book.problems();
  if (book.value()->sheets.empty())
    return Problem{
        {}, Say::tr("The file has no visible sheet with rows. Save the list as .xlsx or CSV, and try that file.")};
  return std::unique_ptr<Sheets>(std::make_unique<XlsxFile>(std::move(book.value())));
}

} // namespace exchange
