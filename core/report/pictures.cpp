// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pictures.h"

#include "core/report/canvas.h"

#include <QPainter>

namespace report {

namespace {

/// Paints the pages that are wanted, passes over those before them, and stops behind the last.
class PictureCanvas final : public Canvas {
public:
  PictureCanvas(const TablePainter& plan, const PictureOptions& options, std::vector<QImage>& pages)
      : m_options(options), m_pages(pages),
        m_size((plan.pageLayout().fullRectPoints().size().toSizeF() * (options.resolution / 72.0)).toSize()) {
    turn();
  }

  void setColour(QRgb colour) override {
    if (m_inner)
      m_inner->setColour(colour);
  }
  void glyph(const QRawFont* face, quint32 glyph, qreal x, qreal y) override {
    if (m_inner)
      m_inner->glyph(face, glyph, x, y);
  }
  void fill(const std::vector<QRectF>& rects, QRgb colour) override {
    if (m_inner)
      m_inner->fill(rects, colour);
  }
  void picture(const QImage& picture, QRectF room) override {
    if (m_inner)
      m_inner->picture(picture, room);
  }
  void bookmark(const QString&, qreal, int) override {}
  void endPage() override {
    if (!m_inner)
      return;
    m_inner->endPage();
    m_inner.reset();
    m_painter.end();
  }
  bool newPage() override {
    ++m_page;
    turn();
    return m_page < m_options.first + m_options.count;
  }

private:
  void turn() {
    if (m_page < m_options.first || m_page >= m_options.first + m_options.count)
      return;
    QImage& page = m_pages.emplace_back(m_size, QImage::Format_RGB32);
    page.fill(Qt::white); // paper, in a dark window too
    m_painter.begin(&page);
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_painter.scale(double(m_options.resolution) / paper::Resolution, double(m_options.resolution) / paper::Resolution);
    m_inner.emplace(m_painter, [] { return true; });
  }

  const PictureOptions& m_options;
  std::vector<QImage>& m_pages;
  QSize m_size;
  int m_page = 0;
  QPainter m_painter;
  std::optional<PainterCanvas> m_inner;
};

} // namespace

Pictures picturesOf(const Table& table, const PictureOptions& options, const Progress& progress) {
  Pictures pictures;
  pictures.first = options.first;
  TablePainter painter(table, options.paper, paper::Resolution);
  if (!painter.plan(progress)) {
    pictures.isCancelled = true;
    return pictures;
  }
  pictures.allPages = painter.pages();
  pictures.rows = painter.rows();
  pictures.pages.reserve(size_t(options.count)); // painters hold on to them
  bool goesOn = true;
  {
    PictureCanvas canvas(painter, options, pictures.pages);
    painter.paint(canvas, [&](qint64 rows) { return goesOn = !progress || progress(rows); });
  }
  if (!goesOn) {
    pictures.isCancelled = true;
    pictures.pages.clear();
  }
  return pictures;
}

} // namespace report
