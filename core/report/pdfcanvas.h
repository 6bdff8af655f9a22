// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/canvas.h"
#include "core/report/pdffonts.h"

#include <QSizeF>
#include <map>
#include <string>

namespace report {

/// Pages of a PDF. A run of glyphs is one string with the kerning in it, as typesetters write it: short to store,
/// quick to write, and words stay words when they are searched or copied.
class PdfCanvas final : public Canvas {
public:
  /// `size` in points; `unit` is the number of device units in a point.
  PdfCanvas(PdfFile& file, const PdfFonts& fonts, QSizeF size, qreal unit);

  void setColour(QRgb colour) override { m_wanted = colour; }
  void glyph(const QRawFont* face, quint32 glyph, qreal x, qreal y) override;
  void beginText(const QString& text) override;
  void endText() override;
  void open(Role role) override;
  void close() override;
  void fill(const std::vector<QRectF>& rects, QRgb colour) override;
  void picture(const QImage& picture, QRectF room) override;
  void bookmark(const QString& title, qreal y, int depth) override;
  void endPage() override;
  bool newPage() override { return m_file.isSound(); }
  /// Of the pages from here on, in points.
  void setSize(QSizeF size) { m_size = size; }

  /// Writes what belongs to all pages; answers the number of the catalog.
  int finish();

private:
  void endRun();
  int outline();
  int structure();

  /// A piece that is open: its place in the tree of what the document says, which readers aloud follow.
  struct Piece {
    Role role;
    int object; ///< 0 of what is aside
    std::vector<int> kids;
  };

  struct Bookmark {
    QString title;
    int page;
    int y; ///< points from the foot
    int depth;
  };

  PdfFile& m_file;
  const PdfFonts& m_fonts;
  QSizeF m_size;
  qreal m_unit;
  int m_tree, m_resources, m_page;
  std::vector<int> m_pages;
  std::vector<Bookmark> m_bookmarks;
  std::vector<Piece> m_open;
  std::vector<int> m_marks;         ///< the piece of each mark on this page
  std::vector<int> m_marksOfPages;  ///< an object each, that lists them
  std::map<qint64, int> m_pictures; ///< object of each, by what Qt knows it by
  std::string m_content;
  bool m_isInRun = false;
  QRgb m_wanted = 0, m_colour = 1; ///< of text; what is set on this page so far
  const QRawFont* m_face = nullptr;
  const PdfFonts::Font* m_font = nullptr;
  qreal m_em = 0, m_x = 0, m_y = 0; ///< where the next glyph of the run will stand by itself
};

} // namespace report
