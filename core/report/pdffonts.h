// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdffile.h"
#include "core/report/typesetter.h"

#include <map>
#include <unordered_map>

namespace report {

/// The fonts of a PDF. Cutting a font down to the glyphs in use, turning its outlines into what a PDF can hold, and
/// telling which letters they stand for is left to Qt: for each face a page with all its glyphs is printed with
/// QPdfWriter into memory, and the font is taken over from there. (Text itself is not: Qt writes an operator and two
/// numbers for each glyph, which is ten times the bytes and the time.)
class PdfFonts {
public:
  struct Font {
    QByteArray name;                               ///< "F1"
    std::vector<std::pair<quint16, float>> glyphs; ///< of a face's glyph: its number in the PDF, width in ems
    const std::pair<quint16, float>& glyph(quint32 index) const { return glyphs[index < glyphs.size() ? index : 0]; }
  };

  /// Writes the fonts of all typesetters to the file.
  PdfFonts(PdfFile& file, const std::vector<const Typesetter*>& sets);

  /// The font of a typesetter's face.
  const Font& of(const QRawFont* face) const { return *m_fonts.at(face); }

  /// The font dictionary of the pages' resources.
  const QByteArray& dictionary() const { return m_dictionary; }

private:
  std::map<QByteArray, Font> m_byKey; ///< faces of several sizes share a font
  std::unordered_map<const QRawFont*, const Font*> m_fonts;
  QByteArray m_dictionary;
};

} // namespace report
