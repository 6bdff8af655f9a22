// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdffonts.h"

#include <QBuffer>
#include <QGlyphRun>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QtEndian>

namespace report {
namespace {

/// The objects of a PDF as QPdfWriter writes it, found through its cross-reference table.
class Specimen {
public:
  explicit Specimen(QByteArray bytes) : m_bytes(std::move(bytes)) {
    auto at = m_bytes.lastIndexOf("startxref") + 9;
    at = m_bytes.mid(at).simplified().split(' ').first().toLongLong();
    const auto lines = m_bytes.mid(at).split('\n');
    const auto count = lines.value(1).trimmed().split(' ').value(1).toInt();
    for (int i = 0; i < count; ++i)
      m_places.push_back(lines.value(2 + i).left(10).toLongLong());
  }

  /// What stands between "obj" and "endobj".
  QByteArray body(int number) const {
    const auto begin = m_bytes.indexOf("obj", m_places.value(number)) + 3;
    auto end = m_bytes.indexOf("endobj", begin);
    if (const auto stream = m_bytes.indexOf("stream", begin); stream >= 0 && stream < end)
      end = m_bytes.indexOf("endobj", m_bytes.indexOf("endstream", stream + lengthOf(begin, stream)));
    return m_bytes.mid(begin, end - begin).trimmed();
  }

  /// The number after `key` in an object: "/Contents 10 0 R" gives 10; 0 when there is none.
  int number(const QByteArray& object, const char* key) const {
    const auto at = object.indexOf(key);
    return at < 0 ? 0 : object.mid(at + qstrlen(key), 12).replace('[', ' ').simplified().split(' ').first().toInt();
  }

  /// The first object with this in it, or 0.
  int find(const char* what) const {
    for (int i = 1; i < m_places.size(); ++i)
      if (body(i).contains(what))
        return i;
    return 0;
  }

  /// A stream's content.
  QByteArray content(int number) const {
    const auto object = body(number);
    const auto begin = object.indexOf("stream\n") + 7;
    const auto packed = object.mid(begin, object.lastIndexOf("endstream") - begin);
    if (!object.left(begin).contains("/FlateDecode"))
      return packed;
    QByteArray sized(4, '\0');
    qToBigEndian(static_cast<quint32>(packed.size() * 8), sized.data());
    return qUncompress(sized + packed);
  }

private:
  qsizetype lengthOf(qsizetype begin, qsizetype stream) const {
    const auto head = m_bytes.mid(begin, stream - begin);
    const auto length = number(head, "/Length ");
    return head.contains(QByteArray("/Length ") + QByteArray::number(length) + " 0 R") ? body(length).toLongLong()
                                                                                       : length;
  }
  QByteArray m_bytes;
  QList<qint64> m_places;
};

QByteArray printed(const QRawFont& face, const std::set<quint32>& glyphs) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  QPainter painter(&writer);
  QList<quint32> indexes(glyphs.begin(), glyphs.end());
  QGlyphRun run;
  run.setRawFont(face);
  run.setGlyphIndexes(indexes);
  run.setPositions(QList<QPointF>(indexes.size(), QPointF(100, 100)));
  painter.drawGlyphRun(QPointF(), run);
  painter.end();
  return buffer.data();
}

/// Takes an object and all it refers to over into `file`; answers its number there.
int adopt(const Specimen& from, int number, PdfFile& file, std::map<int, int>& known) {
  if (const auto found = known.find(number); found != known.end())
    return found->second;
  const int mine = known[number] = file.reserve();
  const auto body = from.body(number);
  const auto stream = body.indexOf("stream\n");
  const auto head = stream < 0 ? body : body.left(stream);
  static const QRegularExpression reference(QStringLiteral("(\\d+) 0 R"));
  QByteArray text;
  qsizetype last = 0;
  for (auto all = reference.globalMatch(QString::fromLatin1(head)); all.hasNext();) {
    const auto match = all.next();
    text += head.mid(last, match.capturedStart() - last);
    text += PdfFile::reference(adopt(from, match.captured(1).toInt(), file, known));
    last = match.capturedEnd();
  }
  text += head.mid(last) + (stream < 0 ? QByteArray() : body.mid(stream));
  file.object(mine, text);
  return mine;
}

/// The widths of a /W array by glyph number, in thousandths of an em: "[7 [250 300] 10 20 500]" gives 7 and 8 a width
/// of their own, 10 to 20 the same.
std::map<int, int> widths(const QByteArray& font) {
  std::map<int, int> all;
  const auto at = font.indexOf("/W [");
  if (at < 0)
    return all;
  static const QRegularExpression entry(QStringLiteral("(\\d+)\\s+(?:\\[([^]]*)\\]|(\\d+)\\s+(\\d+))"));
  for (auto entries = entry.globalMatch(QString::fromLatin1(font.mid(at + 4))); entries.hasNext();) {
    const auto match = entries.next();
    int number = match.captured(1).toInt();
    if (match.capturedLength(2) > 0)
      for (const auto& width : match.captured(2).simplified().split(QLatin1Char(' ')))
        all[number++] = width.toInt();
    else
      while (number <= match.captured(3).toInt())
        all[number++] = match.captured(4).toInt();
  }
  return all;
}

/// The letters that glyphs stand for, from Qt's ToUnicode map. Qt names a glyph after the lowest character that has it:
/// a radical instead of the ideograph, a joined form instead of the Arabic letter. Nobody types those into a search.
QByteArray letters(const QByteArray& map) {
  const auto letter = [](uint code) {
    if (code == '\t') // fonts draw it as a space
      code = ' ';
    const bool isStandIn = (code >= 0x2e80 && code < 0x2fe0) || (code >= 0xf900 && code < 0xff00);
    const QString text(QChar(static_cast<char16_t>(code)));
    QByteArray hex;
    for (const auto c : isStandIn ? text.normalized(QString::NormalizationForm_KC) : text)
      hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return '<' + hex + '>';
  };
  const auto from = map.indexOf("beginbfrange");
  QByteArrayList lines;
  static const QRegularExpression range(QStringLiteral("<(\\w{4})> <(\\w{4})> (?:<(\\w{4})>|\\[([^]]*)\\])"));
  for (auto ranges = range.globalMatch(QString::fromLatin1(map.mid(from))); ranges.hasNext();) {
    const auto match = ranges.next();
    uint first = match.captured(1).toUInt(nullptr, 16);
    const uint last = match.captured(2).toUInt(nullptr, 16);
    uint code = match.captured(3).toUInt(nullptr, 16);
    const auto list = match.captured(4).simplified().split(QLatin1Char(' '));
    for (qsizetype i = 0; first <= last; ++first, ++code, ++i) {
      if (match.capturedLength(4) > 0)
        code = list.value(i).mid(1, 4).toUInt(nullptr, 16);
      lines << '<' + QByteArray::number(first, 16).rightJustified(4, '0') + "> " + letter(code) + '\n';
    }
  }
  QByteArray text = map.left(map.lastIndexOf('\n', from) + 1);
  for (qsizetype i = 0; i < lines.size(); i += 100) { // no more in a block, says the specification
    const auto block = lines.mid(i, 100);
    text += QByteArray::number(block.size()) + " beginbfchar\n" + block.join() + "endbfchar\n";
  }
  return text + map.mid(map.indexOf("endcmap"));
}

/// The same for one font file in all sizes: its name and its head table, which holds a checksum of the file.
QByteArray keyOf(const QRawFont& face) {
  return (face.familyName() + QLatin1Char('/') + face.styleName()).toUtf8() + '/' + face.fontTable("head").toHex();
}

} // namespace

PdfFonts::PdfFonts(PdfFile& file, const std::vector<const Typesetter*>& sets) {
  struct Use {
    const QRawFont* face;
    std::set<quint32> glyphs;
  };
  std::vector<std::pair<QByteArray, Use>> uses; // in the order of first use, for equal runs give equal bytes
  for (const auto* set : sets)
    for (const auto& face : set->faces()) {
      const auto key = keyOf(face.font);
      auto found = std::find_if(uses.begin(), uses.end(), [&](const auto& use) { return use.first == key; });
      if (found == uses.end())
        found = uses.insert(uses.end(), {key, {&face.font, {}}});
      found->second.glyphs.insert(face.glyphs.begin(), face.glyphs.end());
      m_fonts[&face.font] = &m_byKey[key];
    }
  for (const auto& [key, use] : uses) {
    auto& font = m_byKey[key];
    font.name = "F" + QByteArray::number(static_cast<qint64>(&use - &uses.front().second));
    font.glyphs.assign(*use.glyphs.rbegin() + 1, {quint16(0), 0.5f});
    const Specimen specimen(printed(*use.face, use.glyphs));
    const int type0 = specimen.find("/Subtype /Type0");
    if (type0 == 0)
      continue; // a font of pictures: its glyphs stay out, and their characters were reported as missing
    const auto cidFont = specimen.body(specimen.number(specimen.body(type0), "/DescendantFonts"));
    const auto known = widths(cidFont);
    const int usual = cidFont.contains("/DW") ? specimen.number(cidFont, "/DW") : 1000;
    const auto page = specimen.content(specimen.number(specimen.body(specimen.find("/Type /Page\n")), "/Contents"));
    auto index = use.glyphs.begin();
    for (auto at = page.indexOf('<'); at >= 0 && index != use.glyphs.end(); at = page.indexOf('<', at + 1), ++index) {
      const int cid = page.mid(at + 1, 4).toInt(nullptr, 16);
      const auto width = known.find(cid);
      const int wide = width == known.end() ? usual : width->second;
      font.glyphs[*index] = {static_cast<quint16>(cid), static_cast<float>(wide) / 1000};
    }
    std::map<int, int> adopted;
    const int map = specimen.number(specimen.body(type0), "/ToUnicode");
    adopted[map] = file.reserve();
    file.stream(adopted[map], letters(specimen.content(map)));
    m_dictionary += "/" + font.name + " " + PdfFile::reference(adopt(specimen, type0, file, adopted)) + " ";
  }
}

} // namespace report
