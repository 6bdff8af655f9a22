// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/canvas.h"

#include <QColor>
#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QRawFont>

namespace report {

PainterCanvas::PainterCanvas(QPainter& painter, std::function<bool()> newPage)
    : m_painter(painter), m_newPage(std::move(newPage)) {}

void PainterCanvas::setColour(QRgb colour) {
  if (colour == m_colour)
    return;
  flush();
  m_colour = colour;
}

void PainterCanvas::glyph(const QRawFont* face, quint32 glyph, qreal x, qreal y) {
  if (face != m_face) {
    flush();
    m_face = face;
  }
  m_glyphs.push_back(glyph);
  m_places.emplace_back(x, y);
}

void PainterCanvas::fill(const std::vector<QRectF>& rects, QRgb colour) {
  m_painter.setPen(Qt::NoPen);
  m_painter.setBrush(QColor::fromRgb(colour));
  m_painter.drawRects(rects.data(), static_cast<int>(rects.size()));
}

void PainterCanvas::picture(const QImage& picture, QRectF room) {
  m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
  m_painter.drawImage(room, picture);
}

void PainterCanvas::flush() {
  if (!m_glyphs.empty()) {
    QGlyphRun run;
    run.setRawFont(*m_face);
    run.setRawData(m_glyphs.data(), m_places.data(), static_cast<int>(m_glyphs.size()));
    m_painter.setPen(QColor::fromRgb(m_colour));
    m_painter.drawGlyphRun(QPointF(), run);
  }
  m_glyphs.clear();
  m_places.clear();
}

} // namespace report
