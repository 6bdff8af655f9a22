// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QRgb>
#include <QString>
#include <functional>
#include <vector>

class QImage;
class QPainter;
class QRawFont;

namespace report {

/// What a piece of a page is to somebody who has it read aloud. Aside is what is said once already, or says nothing:
/// the heads of further pages, their numbers. Lines are rows that are read as a whole.
enum class Role { Aside, Title, Heading, Words, Table, Row, HeadCell, Cell, Lines, Line };

/// What a table is set on: glyphs and lines in device units, y downwards, one page after the other.
class Canvas {
public:
  virtual ~Canvas() = default;

  virtual void setColour(QRgb colour) = 0;
  /// One glyph with its origin on the baseline. They come in reading order.
  virtual void glyph(const QRawFont* face, quint32 glyph, qreal x, qreal y) = 0;
  /// The glyphs until endText() stand for this text, where it can not be told from them: joined letters, signs that
  /// several characters share, right to left.
  virtual void beginText(const QString&) {}
  virtual void endText() {}
  /// What comes until close() is such a piece, within the one that is open; Table, Row and Lines hold others, the rest
  /// holds glyphs. Pieces that hold glyphs end on the page that they begin on.
  virtual void open(Role) {}
  virtual void close() {}
  virtual void fill(const std::vector<QRectF>& rects, QRgb colour) = 0;
  /// A picture that fills `room`; it says nothing that a reader needs.
  virtual void picture(const QImage& picture, QRectF room) = 0;
  /// A place that a reader may want to jump to, at height `y` of this page; one of depth 1 belongs to that of depth 0
  /// before it.
  virtual void bookmark(const QString& title, qreal y, int depth) = 0;
  virtual void endPage() = 0;
  /// Between two pages; false when there can be no other.
  virtual bool newPage() = 0;
};

/// Paper and previews: draws with a QPainter. Glyphs are gathered, so that a page costs a few calls, not one a cell.
class PainterCanvas final : public Canvas {
public:
  /// `newPage` as QPagedPaintDevice::newPage does it.
  PainterCanvas(QPainter& painter, std::function<bool()> newPage);

  void setColour(QRgb colour) override;
  void glyph(const QRawFont* face, quint32 glyph, qreal x, qreal y) override;
  void fill(const std::vector<QRectF>& rects, QRgb colour) override;
  void bookmark(const QString&, qreal, int) override {}
  void picture(const QImage& picture, QRectF room) override;
  void endPage() override { flush(); }
  bool newPage() override { return m_newPage(); }

private:
  void flush();

  QPainter& m_painter;
  std::function<bool()> m_newPage;
  const QRawFont* m_face = nullptr;
  QRgb m_colour = 0;
  std::vector<quint32> m_glyphs;
  std::vector<QPointF> m_places;
};

} // namespace report
