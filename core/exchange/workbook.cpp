// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/workbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QStringEncoder>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

bool is(const QXmlStreamReader& xml, const char* name) { return xml.name() == QLatin1String(name); }

/// Calls visit at every start element of a part. False with a problem when the part cannot be read to its end; a
/// part that is not there has no elements.
template<class Visit>
std::optional<Problem> readPart(const Archive& archive, const QString& part, Visit visit) {
  const auto device = archive.part(part);
  if (device == nullptr)
    return {};
  QXmlStreamReader xml(device.get());
  while (!xml.atEnd()) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::DTD)
      return xmlProblem(xml, part);
    if (token == QXmlStreamReader::StartElement)
      visit(xml);
  }
  return xml.hasError() ? std::optional(xmlProblem(xml, part)) : std::nullopt;
}

/// Part names by relationship id, and the name of the first of each type.
struct Relations {
  QHash<QString, QString> byId;
  QHash<QString, QString> byType;
  QHash<QString, QString> typeOf;
};

/// Targets are given from the root ("/xl/…", as openpyxl does) or from the folder of the part they belong to.
std::optional<Problem> readRelations(const Archive& archive, const QString& part, Relations& relations) {
  const qsizetype slash = part.lastIndexOf(QLatin1Char('/'));
  const QString folder = part.left(slash + 1);
  const QString name = folder + QLatin1String("_rels/") + part.mid(slash + 1) + QLatin1String(".rels");
  return readPart(archive, name, [&](QXmlStreamReader& xml) {
    if (!is(xml, "Relationship"))
      return;
    const auto attributes = xml.attributes();
    QString target = attribute(attributes, QLatin1String("Target")).toString();
    target = target.startsWith(QLatin1Char('/')) ? target.mid(1) : QDir::cleanPath(folder + target);
    const QString type = attribute(attributes, QLatin1String("Type")).toString().section(QLatin1Char('/'), -1);
    const QString id = attribute(attributes, QLatin1String("Id")).toString();
    relations.byId.insert(id, target);
    relations.typeOf.insert(id, type);
    if (!relations.byType.contains(type))
      relations.byType.insert(type, target);
  });
}

/// A fill that a person sees as a colour: none, automatic and white are none. Colours are ECMA-376 18.8.19; indexed 64
/// and 65 are the system's, 1 and 9 are white, theme 0 is the window's white unless it is tinted.
bool isColour(const QXmlStreamAttributes& colour) {
  if (const QStringView rgb = attribute(colour, QLatin1String("rgb")); !rgb.isEmpty())
    return rgb.right(6).compare(QLatin1String("FFFFFF"), Qt::CaseInsensitive) != 0;
  if (const QStringView theme = attribute(colour, QLatin1String("theme")); !theme.isEmpty())
    return theme != QLatin1String("0") || attribute(colour, QLatin1String("tint")).toDouble() < -0.001;
  if (const QStringView index = attribute(colour, QLatin1String("indexed")); !index.isEmpty()) {
    const int number = index.toInt();
    return number != 64 && number != 65 && number != 1 && number != 9;
  }
  return false;
}

class StylesReader {
public:
  explicit StylesReader(std::vector<CellStyle>& styles) : m_styles(styles) {}

  void operator()(QXmlStreamReader& xml) {
    const auto attributes = xml.attributes();
    if (is(xml, "numFmts") || is(xml, "fills") || is(xml, "cellXfs") || is(xml, "cellStyleXfs") || is(xml, "dxfs"))
      m_section = xml.name().toString();
    else if (is(xml, "numFmt") && m_section == QLatin1String("numFmts"))
      m_formats.insert(attribute(attributes, QLatin1String("numFmtId")).toInt(),
                       formatFromCode(attribute(attributes, QLatin1String("formatCode")).toString()));
    else if (m_section == QLatin1String("fills"))
      readFill(xml, attributes);
    else if (is(xml, "xf") && m_section == QLatin1String("cellXfs"))
      addStyle(attributes);
  }

private:
  void readFill(const QXmlStreamReader& xml, const QXmlStreamAttributes& attributes) {
    if (is(xml, "fill"))
      m_fills.push_back(false);
    else if (m_fills.empty())
      return;
    else if (is(xml, "patternFill"))
      m_solid = attribute(attributes, QLatin1String("patternType")) == QLatin1String("solid");
    else if (is(xml, "fgColor"))
      m_fills.back() = m_solid && isColour(attributes);
    else if (is(xml, "gradientFill"))
      m_fills.back() = true;
  }

  void addStyle(const QXmlStreamAttributes& attributes) {
    const int format = attribute(attributes, QLatin1String("numFmtId")).toInt();
    CellStyle style = m_formats.contains(format) ? m_formats.value(format) : builtInFormat(format);
    const size_t fill = attribute(attributes, QLatin1String("fillId")).toUInt();
    style.filled = fill < m_fills.size() && m_fills[fill];
    m_styles.push_back(style);
  }

  std::vector<CellStyle>& m_styles;
  QString m_section;
  QHash<int, CellStyle> m_formats;
  std::vector<bool> m_fills;
  bool m_solid = false;
};

/// The UTF-16 unit that _xHHHH_ at this place stands for (ECMA-376 22.9.2.19), or -1.
int escapeAt(QStringView text, qsizetype at) {
  if (at + 7 > text.size() || text[at] != QLatin1Char('_') || text[at + 1] != QLatin1Char('x') ||
      text[at + 6] != QLatin1Char('_'))
    return -1;
  bool isHex = false;
  const int unit = text.mid(at + 2, 4).toInt(&isHex, 16);
  return isHex && text[at + 2] != QLatin1Char('+') && text[at + 2] != QLatin1Char('-') ? unit : -1;
}

void appendText(QStringView text, std::string& bytes) {
  if (text.contains(QLatin1String("_x"))) {
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
      const int unit = escapeAt(text, i);
      if (unit != 0)
        plain += unit < 0 ? text[i] : QChar(unit);
      i += unit < 0 ? 0 : 6;
    }
    bytes += plain.toStdString();
    return;
  }
  const size_t before = bytes.size();
  bytes.resize(before + static_cast<size_t>(text.size()) * 3);
  QStringEncoder encoder(QStringConverter::Utf8);
  const char* const end = encoder.appendToBuffer(bytes.data() + before, text);
  bytes.resize(static_cast<size_t>(end - bytes.data()));
}

} // namespace

QStringView attribute(const QXmlStreamAttributes& attributes, QLatin1String name) {
  for (const QXmlStreamAttribute& one : attributes)
    if (one.name() == name && one.namespaceUri().isEmpty())
      return one.value(); // points into the attributes, which the caller holds
  return {};
}

Problem xmlProblem(const QXmlStreamReader& xml, const QString& part) {
  if (xml.tokenType() == QXmlStreamReader::DTD)
    return {
        {},
        Say::tr("The file is refused: its part %1 has a document type declaration, which no workbook needs and which "
                "can be used for harm.")
            .arg(part)};
  return {
      {},
      Say::tr("The file is damaged at line %1 of its part %2. Open it in your spreadsheet program, save it again as "
              ".xlsx, and try that file.")
          .arg(xml.lineNumber())
          .arg(part)};
}

void appendElementText(QXmlStreamReader& xml, std::string& bytes) {
  for (int depth = 1; depth > 0 && !xml.atEnd();) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::Characters)
      appendText(xml.text(), bytes);
    depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
  }
}

void appendRichText(QXmlStreamReader& xml, std::string& bytes) {
  for (int depth = 1; depth > 0 && !xml.atEnd();) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::EndElement)
      --depth;
    if (token != QXmlStreamReader::StartElement)
      continue;
    if (is(xml, "t"))
      appendElementText(xml, bytes);
    else if (is(xml, "rPh"))
      xml.skipCurrentElement();
    else
      ++depth;
  }
}

void SharedStrings::add(std::string_view text) {
  m_bytes += text;
  m_ends.push_back(static_cast<quint32>(m_bytes.size())); // 256 MB is all there can be
}

std::string_view SharedStrings::at(size_t index) const {
  if (index >= m_ends.size())
    return {};
  const quint32 begin = index == 0 ? 0 : m_ends[index - 1];
  return {m_bytes.data() + begin, m_ends[index] - begin};
}

Result<std::unique_ptr<Workbook>> readWorkbook(std::unique_ptr<Archive> archive) {
  auto book = std::make_unique<Workbook>();
  book->archive = std::move(archive);
  const Archive& parts = *book->archive;

  Relations root;
  if (auto problem = readRelations(parts, QString(), root))
    return *problem;
  const QString main = root.byType.value(QStringLiteral("officeDocument"), QStringLiteral("xl/workbook.xml"));
  Relations relations;
  if (auto problem = readRelations(parts, main, relations))
    return *problem;

  auto problem = readPart(parts, main, [&](QXmlStreamReader& xml) {
    const auto attributes = xml.attributes();
    if (is(xml, "workbookPr")) {
      const QStringView value = attribute(attributes, QLatin1String("date1904"));
      book->from1904 = value == QLatin1String("1") || value == QLatin1String("true");
    }
    if (!is(xml, "sheet") ||
        attribute(attributes, QLatin1String("state")).endsWith(QLatin1String("idden"), Qt::CaseInsensitive))
      return;
    QString id;
    for (const QXmlStreamAttribute& one : attributes)
      if (one.name() == QLatin1String("id") && !one.namespaceUri().isEmpty())
        id = one.value().toString();
    if (relations.typeOf.value(id) == QLatin1String("worksheet"))
      book->sheets.push_back({attribute(attributes, QLatin1String("name")).toString(), relations.byId.value(id)});
  });
  if (!problem)
    problem = readPart(parts, relations.byType.value(QStringLiteral("styles")), StylesReader(book->styles));
  if (!problem)
    problem = readPart(parts, relations.byType.value(QStringLiteral("sharedStrings")), [&](QXmlStreamReader& xml) {
      if (!is(xml, "si"))
        return;
      std::string text;
      appendRichText(xml, text);
      book->strings.add(text);
    });
  if (problem)
    return *problem;
  return book;
}

} // namespace exchange
