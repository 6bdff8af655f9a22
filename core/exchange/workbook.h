// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/archive.h"
#include "core/exchange/numberformat.h"

#include <QXmlStreamReader>
#include <string>
#include <vector>

namespace exchange {

/// The strings that cells point to, one after the other in one block.
class SharedStrings {
public:
  void add(std::string_view text);
  /// Empty beyond the last.
  std::string_view at(size_t index) const;

private:
  std::string m_bytes;
  std::vector<quint32> m_ends;
};

/// What all sheets of a workbook share.
struct Workbook {
  struct Sheet {
    QString name;
    QString part; ///< its path in the archive
  };

  std::unique_ptr<Archive> archive;
  std::vector<Sheet> sheets; ///< the visible worksheets, in their order
  bool from1904 = false;
  std::vector<CellStyle> styles;
  SharedStrings strings;
};

/// Reads everything of a workbook but its rows.
Result<std::unique_ptr<Workbook>> readWorkbook(std::unique_ptr<Archive> archive);

/// Appends the text of a string item or inline string, of which xml stands at the start element, without the
/// pronunciation of East Asian names; _x000D_ and the like become their characters.
void appendRichText(QXmlStreamReader& xml, std::string& bytes);

/// The same for a plain element.
void appendElementText(QXmlStreamReader& xml, std::string& bytes);

/// The attribute of this name, in no namespace; empty when there is none.
QStringView attribute(const QXmlStreamAttributes& attributes, QLatin1String name);

/// The sentence for a part that is no right XML, or has a document type declaration.
Problem xmlProblem(const QXmlStreamReader& xml, const QString& part);

} // namespace exchange
