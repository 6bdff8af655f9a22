// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/cell.h"

#include <QStringList>
#include <string>
#include <string_view>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace exchange {

/// Writes an XLSX workbook sheet by sheet, row by row, in constant memory: a frozen header with a filter, real dates
/// and numbers, text as text, no formula. The same cells give the same bytes. The file appears under its name when
/// commit() succeeds, whole; without that nothing changes.
class XlsxWriter {
public:
  explicit XlsxWriter(const QString& path);
  ~XlsxWriter();
  Q_DISABLE_COPY_MOVE(XlsxWriter)

  struct Heading {
    QString text;
    CellKind kind = CellKind::Text;
  };

  /// Begins another sheet. Its name loses what Excel does not allow and is cut to 31 characters; a name that is taken
  /// gets a number.
  void startSheet(const QString& name, const std::vector<Heading>& headings);
  /// The next cell of the row, as UTF-8; its kind is that of its heading. A date is YYYY-MM-DD, or with HH:MM or
  /// HH:MM:SS.
  void cell(std::string_view text);
  void cell(QStringView text);
  /// Ends the row; false when the sheet is full or a cell cannot be held, so that it is no use to go on.
  bool endRow();
  /// Puts the file in its place, or says why it could not.
  std::optional<Problem> commit();

private:
  QString freeName(const QString& wanted);
  void finishSheet();
  QString lackOfRoom() const;
  void fail(const QString& sentence);
  void writeText(std::string_view text);
  bool writeDate(std::string_view text);
  bool writeNumber(std::string_view text);

  QString m_path;
  QString m_temporary;
  lxw_workbook* m_book = nullptr;
  lxw_worksheet* m_sheet = nullptr;
  lxw_format* m_header = nullptr;
  lxw_format* m_dates[3] = {}; // day; day and minute; day and second
  QStringList m_names;
  std::vector<Heading> m_headings;
  std::string m_text;
  quint32 m_row = 0;
  quint16 m_column = 0;
  std::optional<Problem> m_problem;
};

} // namespace exchange
