// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QPointF>
#include <QRawFont>
#include <array>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace report {

class Canvas;

/// Makes the typeface of the reports known to Qt. Called by whatever prints; once is enough, more do no harm.
void provideTypeface();

/// The typeface of the reports at a size in the device's own units.
QFont typeface(qreal pixels, QFont::Weight weight = QFont::Normal);

/// A word or line that went through the shaper.
struct Shape {
  struct Glyph {
    const QRawFont* face;
    quint32 index;
    float x, y; ///< from the left end of the baseline
  };
  std::vector<Glyph> glyphs;
  qreal width = 0;
  QString text; ///< what it says, when the glyphs alone do not tell
};

/// A text broken into lines. Valid until the typesetter's next tidy(), and as long as the text it was made from.
struct Lines {
  struct Piece {
    std::string_view text;        ///< plain words with single spaces, when there is no shape
    const Shape* shape = nullptr; ///< one shaped word or line
    qreal x = 0;
    int line = 0;
    bool isApart = false; ///< begins a line, and a word of its own
  };
  std::vector<Piece> pieces;
  std::vector<qreal> widths; ///< of each line

  int count() const { return static_cast<int>(widths.size()); }
};

/// Sets text in one font. ASCII is placed from a table of widths and kerning pairs;
/// words of other alphabets are shaped once and remembered; scripts that need a whole line (right to left, Indic,
/// Thai, Chinese …) go through QTextLayout. A typesetter belongs to the thread that made it.
class Typesetter {
public:
  explicit Typesetter(const QFont& font);

  /// Height of capitals and depth below the baseline do not matter for tables; a line is this much, in device units.
  qreal lineHeight() const { return m_lineHeight; }

  struct Extent {
    qreal line = 0; ///< the whole text on one line (its widest paragraph)
    qreal word = 0; ///< its widest word
  };
  Extent extent(std::string_view text);

  /// Breaks a text at spaces so that no line is wider than `width`; a word that is wider is broken inside, first
  /// after a hyphen or slash. Nothing is left out but white space. An empty text has no lines.
  void wrap(std::string_view text, qreal width, Lines& lines);

  /// Draws `count` lines from `first`; (x, top) is the left upper corner. With `alignRight` lines end at x + width.
  void draw(Canvas& canvas, const Lines& lines, int first, int count, qreal x, qreal top, qreal width,
            bool alignRight) const;

  /// Frees what was remembered when it has become too much; invalidates all Lines.
  void tidy();

  /// A font in use, the main one or one that Qt fell back to, and the glyphs of it that texts so far were made of.
  struct Face {
    QRawFont font;
    std::set<quint32> glyphs;
    bool isPicture = false; ///< made of bitmaps, such as colour emoji: paper and PDF can not show it
  };
  const std::deque<Face>& faces() const { return m_faces; }

  /// Characters that no installed font has; they were drawn as boxes.
  const std::set<char32_t>& missing() const { return m_missing; }

private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Words = std::unordered_map<std::string, Shape, Hash, std::equal_to<>>;
  using Blocks = std::unordered_map<std::string, std::vector<Shape>, Hash, std::equal_to<>>;

  qreal kern(unsigned char left, unsigned char right) const;
  qreal plainWidth(std::string_view word) const;
  const Shape& shaped(std::string_view word);
  const std::vector<Shape>& block(std::string_view text, qreal width);
  void wrapPlain(std::string_view text, qreal width, Lines& lines);
  void addBroken(std::string_view word, qreal width, Lines& lines);
  /// False when some character has no glyph.
  bool addGlyphs(const QList<QGlyphRun>& runs, QPointF origin, Shape& shape);
  void noteMissing(const QString& text);
  Face& face(const QRawFont& font);

  QFont m_font;
  qreal m_lineHeight = 0;
  qreal m_baseline = 0;
  std::array<quint32, 128> m_glyph{};
  std::array<float, 128> m_advance{};
  mutable std::vector<float> m_kerns;
  std::deque<Face> m_faces; ///< a deque: shapes point to its elements
  Words m_words;
  Blocks m_blocks;
  std::set<char32_t> m_missing;
};

} // namespace report
