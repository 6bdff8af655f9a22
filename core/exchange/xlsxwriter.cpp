// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxwriter.h"

#include "core/base/disk.h"
#include "core/exchange/guard.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <xlsxwriter.h>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr qint64 least = 1 << 20;         // bytes: a disk with less has no room for a workbook
constexpr quint32 mostRows = LXW_ROW_MAX; // 1,048,576, the header among them
constexpr double widthOf(CellKind kind) { return kind == CellKind::Text ? 22 : 12; }

/// A name beside the file, so that renaming stays within one disk. Nothing is there yet: the library makes it with the
/// permissions that the user's files have.
QString temporaryNameFor(const QString& path) {
  QTemporaryFile file(path + QStringLiteral(".XXXXXX"));
  return file.open() ? file.fileName() : QString();
}

/// "_x000D_" in a text would be read as the character it stands for, so its first underscore is written as one.
void escapeEscapes(std::string& text) {
  const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  for (size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at)
    if (at + 6 < text.size() && text[at + 6] == '_' &&
        std::all_of(text.begin() + static_cast<ptrdiff_t>(at) + 2, text.begin() + static_cast<ptrdiff_t>(at) + 6,
                    isHex)) {
      text.replace(at, 1, "_x005F_");
      at += 6;
    }
}

int digits(std::string_view text, size_t at, size_t size) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + size, number);
  return error == std::errc() && end == text.data() + at + size ? number : -1;
}

} // namespace

XlsxWriter::XlsxWriter(const QString& path) : m_path(path), m_temporary(temporaryNameFor(path)) {
  if (m_temporary.isEmpty()) {
    fail(Say::tr("its folder cannot be written to"));
    return;
  }
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  QByteArray temporaries = QFile::encodeName(QDir::tempPath()); // is copied
  options.tmpdir = temporaries.data();
  m_book = workbook_new_opt(QFile::encodeName(m_temporary).constData(), &options);
  lxw_doc_properties properties{};
  properties.created = 946684800; // 2000-01-01: the same cells give the same bytes
  workbook_set_properties(m_book, &properties);
  m_header = workbook_add_format(m_book);
  format_set_bold(m_header);
  format_set_bottom(m_header, LXW_BORDER_THIN);
  const char* const shapes[] = {"yyyy-mm-dd", "yyyy-mm-dd hh:mm", "yyyy-mm-dd hh:mm:ss"};
  for (size_t i = 0; i < 3; ++i) {
    m_dates[i] = workbook_add_format(m_book);
    format_set_num_format(m_dates[i], shapes[i]);
  }
}

XlsxWriter::~XlsxWriter() {
  if (m_book == nullptr)
    return;
  workbook_close(m_book); // given up before it was finished: the library frees its memory on closing only
  QFile::remove(m_temporary);
}

void XlsxWriter::fail(const QString& sentence) {
  if (!m_problem)
    m_problem = Problem{
        {},
        Say::tr("The file %1 could not be written: %2. What stood there before is unchanged.").arg(m_path, sentence)};
}

QString XlsxWriter::freeName(const QString& wanted) {
  QString name;
  for (const QChar c : wanted.simplified())
    name += QStringLiteral("[]:*?/\\").contains(c) ? QLatin1Char(' ') : c;
  name = name.simplified().left(31).trimmed();
  while (name.startsWith(QLatin1Char('\'')) || name.endsWith(QLatin1Char('\'')))
    name = name.startsWith(QLatin1Char('\'')) ? name.mid(1) : name.chopped(1);
  if (name.isEmpty())
    name = QStringLiteral("Sheet");
  const QString base = name;
  for (int number = 2;
       m_names.contains(name, Qt::CaseInsensitive) || name.compare(QLatin1String("History"), Qt::CaseInsensitive) == 0;
       ++number) {
    const QString ending = QStringLiteral(" %1").arg(number);
    name = base.left(31 - ending.size()) + ending;
  }
  m_names += name;
  return name;
}

void XlsxWriter::startSheet(const QString& name, const std::vector<Heading>& headings) {
  if (m_problem)
    return;
  finishSheet();
  m_headings = headings;
  m_row = 0;
  m_sheet = workbook_add_worksheet(m_book, freeName(name).toUtf8().constData());
  if (m_sheet == nullptr) {
    fail(Say::tr("the sheet %1 could not be made").arg(name));
    return;
  }
  worksheet_freeze_panes(m_sheet, 1, 0);
  for (size_t i = 0; i < headings.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const double width =
        std::max(widthOf(headings[i].kind), std::min(40.0, static_cast<double>(headings[i].text.size()) + 3));
    worksheet_set_column(m_sheet, column, column, width, nullptr);
    worksheet_write_string(m_sheet, 0, column, headings[i].text.toUtf8().constData(), m_header);
  }
  m_row = 1;
  m_column = 0;
}

void XlsxWriter::finishSheet() {
  if (m_sheet != nullptr && !m_headings.empty())
    worksheet_autofilter(m_sheet, 0, 0, std::max<quint32>(m_row - 1, 1), static_cast<lxw_col_t>(m_headings.size() - 1));
  m_sheet = nullptr;
}

void XlsxWriter::cell(std::string_view text) {
  if (!m_problem && m_sheet != nullptr && !text.empty()) {
    if (m_row >= mostRows) {
      fail(Say::tr(
               "the sheet %1 has more than 1,048,575 rows, the most that Excel can hold; write CSV instead, or filter")
               .arg(m_names.back()));
      return;
    }
    const CellKind kind = m_column < m_headings.size() ? m_headings[m_column].kind : CellKind::Text;
    if (!(kind == CellKind::Date && writeDate(text)) && !(kind == CellKind::Number && writeNumber(text)))
      writeText(text);
  }
  ++m_column;
}

void XlsxWriter::cell(QStringView text) {
  const QByteArray utf8 = text.toUtf8();
  cell(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

bool XlsxWriter::writeDate(std::string_view text) {
  lxw_datetime when{};
  when.year = text.size() >= 10 ? digits(text, 0, 4) : -1;
  when.month = text.size() >= 10 ? digits(text, 5, 2) : -1;
  when.day = text.size() >= 10 ? digits(text, 8, 2) : -1;
  // Before March 1900 Excel's days are off by one, and before 1900 it has none: such a date goes as text.
  const QDate day(when.year, when.month, when.day);
  const bool hasMinute = text.size() == 16 || text.size() == 19;
  if (!day.isValid() || day < QDate(1900, 3, 1) || (!hasMinute && text.size() != 10))
    return false;
  if (hasMinute) {
    when.hour = digits(text, 11, 2);
    when.min = digits(text, 14, 2);
    when.sec = text.size() == 19 ? digits(text, 17, 2) : 0;
    if (when.hour < 0 || when.min < 0 || when.sec < 0)
      return false;
  }
  return worksheet_write_datetime(m_sheet, m_row, m_column, &when,
                                  m_dates[text.size() == 19 ? 2
                                          : hasMinute       ? 1
                                                            : 0]) == LXW_NO_ERROR;
}

bool XlsxWriter::writeNumber(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool exact = text.size() <= 15 && (text.size() == 1 || text[0] != '0' || text[1] == '.');
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number) || !exact)
    return false;
  return worksheet_write_number(m_sheet, m_row, m_column, number, nullptr) == LXW_NO_ERROR;
}

void XlsxWriter::writeText(std::string_view text) {
  m_text.assign(text.front() == '\'' && needsGuard(text) ? "'" : "");
  m_text += text;
  std::erase(m_text, '\0');
  escapeEscapes(m_text);
  if (worksheet_write_string(m_sheet, m_row, m_column, m_text.c_str(), nullptr) == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    fail(Say::tr("row %1 of the sheet %2 has a text of more than 32,767 characters, the most that an Excel cell can "
                 "hold; write CSV instead")
             .arg(m_row + 1)
             .arg(m_names.back()));
}

bool XlsxWriter::endRow() {
  ++m_row;
  m_column = 0;
  return !m_problem;
}

/// What the disk of temporary files lacks, in words, or nothing. The library keeps the rows of each sheet in a nameless
/// file there and copies them into another one, a sheet at a time, without asking whether they were taken: a workbook
/// without its last rows would look like a whole one.
QString XlsxWriter::lackOfRoom() const {
  const QString folder = QDir::tempPath();
  qint64 most = 0;
  bool isWhole = true;
  lxw_worksheet* sheet = nullptr;
  STAILQ_FOREACH(sheet, m_book->worksheets, list_pointers) {
    if (FILE* rows = sheet->optimize_tmpfile) {
      isWhole = std::fflush(rows) == 0 && std::ferror(rows) == 0 && isWhole;
      most = std::max(most, qint64(std::ftell(rows)));
    }
  }
  const qint64 room = roomFor(folder);
  return isWhole && (room < 0 || room > most + least) ? QString() : noRoomFor(folder, room + most + least);
}

std::optional<Problem> XlsxWriter::commit() {
  if (m_book == nullptr)
    return m_problem;
  finishSheet();
  if (const QString lack = m_problem ? QString() : lackOfRoom(); !lack.isEmpty())
    fail(lack);
  const lxw_error error = workbook_close(m_book);
  m_book = nullptr;
  if (error != LXW_NO_ERROR) // there is room for the rows, so it is the file's disk
    fail(roomFor(m_path) < least ? noRoomFor(m_path, QFileInfo(m_temporary).size() + least)
                                 : QString::fromUtf8(lxw_strerror(error)));
  if (!m_problem) {
    std::error_code code;
    std::filesystem::rename(std::filesystem::path(m_temporary.toStdU16String()),
                            std::filesystem::path(m_path.toStdU16String()), code);
    if (code)
      fail(QString::fromStdString(code.message()));
  }
  if (m_problem)
    QFile::remove(m_temporary);
  return m_problem;
}

} // namespace exchange
