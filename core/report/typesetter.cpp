// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/typesetter.h"
#include "core/report/canvas.h"
#include "core/report/paper.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <mutex>

namespace report {
namespace {

constexpr size_t MostWords = 20000; // some 10 MB; a report has far fewer words beyond ASCII
constexpr size_t MostBlocks = 4000;

bool isSpace(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f; }
bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// True when words can be set side by side, left to right, parted by spaces alone: Latin, Greek, Cyrillic, signs and
/// pictures. Works on the bytes of UTF-8; whatever is not surely simple is left to QTextLayout.
bool isSimple(std::string_view text) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = byte(i), next = byte(i + 1), last = byte(i + 2);
    if (c < 0x80)
      continue;
    if ((c >= 0xc3 && c <= 0xd4) || (c == 0xc2 && next != 0xad)) { // U+00A0 to U+053F but the soft hyphen
      i += 1;
    } else if (c == 0xe1 && next >= 0xb8 && next <= 0xbb) { // Latin Extended Additional: Vietnamese
      i += 2;
    } else if (c == 0xe2 && next == 0x80 && ((last >= 0x90 && last <= 0xa7) || last >= 0xb0)) { // dashes, quotes
      i += 2;
    } else if (c == 0xe2 && next >= 0x82 && next <= 0xb9) { // currencies, arrows, mathematics, ticks
      i += 2;
    } else if (c == 0xf0 && next == 0x9f) { // emoji
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

/// White space folded as wrapPlain() folds it: one blank between words, no empty lines.
QString spaced(const QString& text) {
  QString folded;
  bool space = false, breaks = false;
  for (const auto c : text) {
    if (c <= QLatin1Char(' ') || c == QChar(0x7f) || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
      space = true;
      breaks = breaks || c == QLatin1Char('\n') || c == QLatin1Char('\r') || c >= QChar::LineSeparator;
      continue;
    }
    if (space && !folded.isEmpty())
      folded += breaks ? QChar(QChar::LineSeparator) : QLatin1Char(' ');
    space = breaks = false;
    folded += c;
  }
  return folded;
}

/// The dot between two things said; it stands behind the one before, never first in a line.
constexpr std::string_view Dot = "\xc2\xb7";

bool isDotNext(std::string_view text, size_t at) {
  const auto next = text.substr(std::min(at + 1, text.size()), Dot.size() + 1);
  return next.substr(0, Dot.size()) == Dot && (next.size() == Dot.size() || isSpace(next.back()));
}

bool isRightToLeft(QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; }

bool isKerned(unsigned char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == ',' || c == '\'' || c == '-';
}

/// False for the boxes that Qt draws where no installed font has a character: they are of no font that could be kept.
bool isFromFile(const QRawFont& font) { return !font.fontTable("head").isEmpty(); }

QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

} // namespace

void provideTypeface() {
  static std::once_flag once;
  std::call_once(once, [] {
    QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/InterTabular-Regular.otf"));
    QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/InterTabular-SemiBold.otf"));
  });
}

QFont typeface(qreal pixels, QFont::Weight weight) {
  QFont font;
  font.setFamilies({QStringLiteral("Inter Tabular"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
  font.setPixelSize(qRound(pixels));
  font.setWeight(weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

Typesetter::Typesetter(const QFont& font) : m_font(font), m_kerns(128 * 128, std::nanf("")) {
  const auto raw = QRawFont::fromFont(font);
  const qreal em = font.pixelSize();
  const QFontMetricsF metrics(font);
  m_lineHeight = std::round(em * paper::Leading);
  m_baseline = (m_lineHeight + metrics.capHeight()) / 2;
  auto& main = face(raw);
  QString all;
  for (char16_t c = ' '; c < 0x7f; ++c)
    all += QChar(c);
  const auto glyphs = raw.glyphIndexesForString(all);
  const auto advances = raw.advancesForGlyphIndexes(glyphs);
  for (qsizetype i = 0; i < glyphs.size(); ++i) {
    const auto c = static_cast<size_t>(i + ' ');
    m_glyph[c] = glyphs[i];
    main.glyphs.insert(glyphs[i]); // ASCII is placed without being asked for
    m_advance[c] = static_cast<float>(advances[i].x());
  }
}

Typesetter::Face& Typesetter::face(const QRawFont& font) {
  const auto found = std::find_if(m_faces.begin(), m_faces.end(), [&](const Face& face) { return face.font == font; });
  if (found != m_faces.end())
    return *found;
  const bool isPicture = (!font.fontTable("CBDT").isEmpty() || !font.fontTable("sbix").isEmpty()) &&
                         font.fontTable("glyf").isEmpty() && font.fontTable("CFF ").isEmpty();
  return m_faces.emplace_back(Face{font, {}, isPicture});
}

qreal Typesetter::kern(unsigned char left, unsigned char right) const {
  float& kern = m_kerns[left * 128u + right];
  if (std::isnan(kern)) {
    kern = 0;
    if (isKerned(left) && isKerned(right)) {
      const char pair[] = {static_cast<char>(left), static_cast<char>(right)};
      QTextLayout layout(QString::fromLatin1(pair, 2), m_font);
      layout.beginLayout();
      auto line = layout.createLine();
      layout.endLayout();
      const auto runs = line.glyphRuns();
      if (runs.size() == 1 && runs.first().glyphIndexes().size() == 2) // a ligature is no kerning pair
        kern = static_cast<float>(runs.first().positions().at(1).x() - runs.first().positions().at(0).x()) -
               m_advance[left];
    }
  }
  return kern;
}

qreal Typesetter::plainWidth(std::string_view word) const {
  qreal width = 0;
  unsigned char before = ' ';
  for (const char c : word) {
    const auto u = static_cast<unsigned char>(c);
    width += m_advance[u] + kern(before, u);
    before = u;
  }
  return width;
}

bool Typesetter::addGlyphs(const QList<QGlyphRun>& runs, QPointF origin, Shape& shape) {
  bool isWhole = true;
  for (const auto& run : runs) {
    const bool isDrawn = isFromFile(run.rawFont());
    auto& used = isDrawn ? face(run.rawFont()) : m_faces.front();
    const auto indexes = run.glyphIndexes();
    const auto places = run.positions();
    for (qsizetype i = 0; i < indexes.size(); ++i) {
      const quint32 glyph = isDrawn ? indexes[i] : 0;
      shape.glyphs.push_back({&used.font, glyph, static_cast<float>(places[i].x() - origin.x()),
                              static_cast<float>(places[i].y() - origin.y())});
      used.glyphs.insert(glyph);
      isWhole = isWhole && glyph != 0 && !used.isPicture;
    }
  }
  return isWhole;
}

void Typesetter::noteMissing(const QString& text) {
  for (const auto c : text.toUcs4()) {
    const auto category = QChar::category(c);
    if (category == QChar::Other_Format || category == QChar::Other_Control || QChar::isSpace(c))
      continue; // joiners and direction marks are rightly invisible
    QTextLayout layout(QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1), m_font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    for (const auto& run : layout.glyphRuns())
      if (run.glyphIndexes().contains(0) || !isFromFile(run.rawFont()) || face(run.rawFont()).isPicture)
        m_missing.insert(c);
  }
}

const std::vector<Shape>& Typesetter::block(std::string_view text, qreal width) {
  std::string key(text);
  key += '\0';
  key += std::to_string(width);
  if (const auto found = m_blocks.find(key); found != m_blocks.end())
    return found->second;
  const auto string = spaced(fromUtf8(text));
  QTextLayout layout(string, m_font);
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(option);
  std::vector<Shape> lines;
  bool isMissing = false;
  layout.beginLayout();
  for (auto line = layout.createLine(); line.isValid(); line = layout.createLine())
    line.setLineWidth(width);
  layout.endLayout();
  for (int i = 0; i < layout.lineCount(); ++i) {
    const auto line = layout.lineAt(i);
    auto& shape = lines.emplace_back();
    shape.width = line.naturalTextWidth();
    shape.text = string.mid(line.textStart(), line.textLength()).remove(QChar::LineSeparator).trimmed();
    if (std::any_of(shape.text.begin(), shape.text.end(), isRightToLeft))
      shape.text.clear(); // readers of PDF turn such lines around themselves, and want their glyphs from left to right
    isMissing = !addGlyphs(line.glyphRuns(), QPointF(0, line.y() + line.ascent()), shape) || isMissing;
    if (shape.text.isEmpty())
      std::stable_sort(shape.glyphs.begin(), shape.glyphs.end(), [](auto& a, auto& b) { return a.x < b.x; });
  }
  if (isMissing)
    noteMissing(string);
  return m_blocks.emplace(std::move(key), std::move(lines)).first->second;
}

const Shape& Typesetter::shaped(std::string_view word) {
  if (const auto found = m_words.find(word); found != m_words.end())
    return found->second;
  Shape shape;
  const auto string = fromUtf8(word);
  QTextLayout layout(string, m_font);
  layout.beginLayout();
  auto line = layout.createLine();
  layout.endLayout();
  shape.width = line.naturalTextWidth();
  if (std::any_of(string.begin(), string.end(), [](QChar c) { return c.isSurrogate(); }))
    shape.text = string; // a PDF's font tables as Qt writes them end at U+FFFF
  if (!addGlyphs(line.glyphRuns(), QPointF(0, line.ascent()), shape))
    noteMissing(string);
  return m_words.emplace(std::string(word), std::move(shape)).first->second;
}

Typesetter::Extent Typesetter::extent(std::string_view text) {
  Extent extent;
  if (!isSimple(text)) {
    constexpr qreal Endless = 1e5;
    for (const auto& line : block(text, Endless))
      extent.line = std::max(extent.line, line.width);
    extent.word = std::min(extent.line, 6.0 * m_font.pixelSize());
    return extent;
  }
  Lines lines;
  wrapPlain(text, 1e9, lines);
  for (const auto width : lines.widths)
    extent.line = std::max(extent.line, width);
  for (size_t i = 0, end = 0; i < text.size(); i = end) {
    for (; i < text.size() && isSpace(text[i]); ++i)
      ;
    for (end = i; end < text.size() && !isSpace(text[end]); ++end)
      ;
    const auto word = text.substr(i, end - i);
    extent.word = std::max(extent.word, isAscii(word) ? plainWidth(word) : shaped(word).width);
  }
  return extent;
}

void Typesetter::wrap(std::string_view text, qreal width, Lines& lines) {
  lines.pieces.clear();
  lines.widths.clear();
  if (isSimple(text)) {
    wrapPlain(text, width, lines);
    return;
  }
  for (const auto& shape : block(text, width)) {
    lines.pieces.push_back({{}, &shape, 0, lines.count()});
    lines.widths.push_back(shape.width);
  }
}

void Typesetter::wrapPlain(std::string_view text, qreal width, Lines& lines) {
  bool breaks = true; // the next word starts a line of its own
  const qreal space = m_advance[' '];
  for (size_t i = 0, end = 0; i < text.size(); i = end) {
    for (; i < text.size() && isSpace(text[i]); ++i)
      breaks = breaks || text[i] == '\n' || text[i] == '\r';
    for (end = i; end < text.size() && !isSpace(text[end]); ++end)
      ;
    if (i == end)
      break;
    const auto word = text.substr(i, end - i);
    const bool plain = isAscii(word);
    const auto* shape = plain ? nullptr : &shaped(word);
    const qreal wide = plain ? plainWidth(word) : shape->width;
    const qreal dot = isDotNext(text, end) ? space + shaped(Dot).width : 0;
    const qreal taken = wide + (wide + dot <= width ? dot : 0);
    if (wide > width) {
      addBroken(word, width, lines);
    } else if (breaks || lines.widths.empty() || lines.widths.back() + space + taken > width) {
      lines.widths.push_back(wide);
      lines.pieces.push_back({word, shape, 0, lines.count() - 1, true});
    } else {
      auto& last = lines.pieces.back();
      if (plain && !last.shape && last.text.data() + last.text.size() + 1 == word.data() && word.data()[-1] == ' ')
        last.text = {last.text.data(), last.text.size() + 1 + word.size()};
      else
        lines.pieces.push_back({word, shape, lines.widths.back() + space, lines.count() - 1});
      lines.widths.back() += space + wide;
    }
    breaks = false;
  }
}

void Typesetter::addBroken(std::string_view word, qreal width, Lines& lines) {
  if (!isAscii(word)) {
    for (const auto& shape : block(word, width)) {
      lines.pieces.push_back({{}, &shape, 0, lines.count()});
      lines.widths.push_back(shape.width);
    }
    return;
  }
  constexpr std::string_view Joints = "-/_@.,;:&+";
  bool isApart = true;
  while (!word.empty()) {
    size_t fits = 0, joint = 0;
    qreal wide = 0, jointWide = 0;
    unsigned char before = ' ';
    for (; fits < word.size(); ++fits) {
      const auto c = static_cast<unsigned char>(word[fits]);
      const qreal next = wide + m_advance[c] + kern(before, c);
      if (next > width && fits > 0)
        break;
      wide = next;
      before = c;
      if (Joints.find(word[fits]) != std::string_view::npos) {
        joint = fits + 1;
        jointWide = wide;
      }
    }
    if (fits < word.size() && joint > 0) {
      fits = joint;
      wide = jointWide;
    }
    lines.pieces.push_back({word.substr(0, fits), nullptr, 0, lines.count(), std::exchange(isApart, false)});
    lines.widths.push_back(wide);
    word.remove_prefix(fits);
  }
}

void Typesetter::draw(Canvas& canvas, const Lines& lines, int first, int count, qreal x, qreal top, qreal width,
                      bool alignRight) const {
  const auto* main = &m_faces.front().font;
  for (const auto& piece : lines.pieces) {
    if (piece.line < first || piece.line >= first + count)
      continue;
    qreal at = x + piece.x;
    if (alignRight)
      at += width - lines.widths[static_cast<size_t>(piece.line)];
    const qreal baseline = top + (piece.line - first) * m_lineHeight + m_baseline;
    if (piece.x > 0) // the space in front is set too, so that a copied line keeps its words apart
      canvas.glyph(main, m_glyph[' '], at - m_advance[' '], baseline);
    else if (piece.isApart && piece.line > first) // behind the line before, for who has it read aloud
      canvas.glyph(main, m_glyph[' '], x + (alignRight ? width : lines.widths[static_cast<size_t>(piece.line) - 1]),
                   baseline - m_lineHeight);
    if (const auto* shape = piece.shape) {
      if (!shape->text.isEmpty())
        canvas.beginText(shape->text);
      for (const auto& glyph : shape->glyphs)
        canvas.glyph(glyph.face, glyph.index, at + glyph.x, baseline + glyph.y);
      if (!shape->text.isEmpty())
        canvas.endText();
      continue;
    }
    unsigned char before = ' ';
    for (const char c : piece.text) {
      const auto u = static_cast<unsigned char>(c);
      at += kern(before, u);
      canvas.glyph(main, m_glyph[u], at, baseline);
      at += m_advance[u];
      before = u;
    }
  }
}

void Typesetter::tidy() {
  if (m_words.size() > MostWords)
    m_words.clear();
  if (m_blocks.size() > MostBlocks)
    m_blocks.clear();
}

} // namespace report
