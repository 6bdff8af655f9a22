// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {
namespace {

/// Draws the icon in the tokens of the moment, so that a change of theme needs no new icons.
class LineIcon : public QIconEngine {
public:
  LineIcon(QString name, Ink role) : m_name(std::move(name)), m_role(role) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const int side = qMin(rect.width(), rect.height());
    const QColor colour = mode == QIcon::Disabled ? ink(Ink::Second) : ink(m_role);
    const QRect place(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
    painter->drawPixmap(place, iconPixmap(m_name, colour, side, painter->device()->devicePixelRatioF()));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    const QColor colour = mode == QIcon::Disabled ? ink(Ink::Second) : ink(m_role);
    return iconPixmap(m_name, colour, qMin(size.width(), size.height()), 1);
  }

  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
    return pixmap(size, mode, state); // the size is in device pixels already
  }

  QIconEngine* clone() const override { return new LineIcon(m_name, m_role); }

private:
  QString m_name;
  Ink m_role;
};

} // namespace

QIcon icon(const QString& name, Ink role) { return QIcon(new LineIcon(name, role)); }

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal ratio) {
  const QString key = QStringLiteral("%1/%2/%3/%4").arg(name, colour.name()).arg(size).arg(ratio);
  QPixmap result;
  if (QPixmapCache::find(key, &result))
    return result;
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly))
    return result;
  QByteArray drawing = file.readAll();
  drawing.replace("currentColor", colour.name().toLatin1());
  drawing.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
  result = QPixmap(qRound(size * ratio), qRound(size * ratio));
  result.fill(Qt::transparent);
  QPainter painter(&result);
  painter.setRenderHint(QPainter::Antialiasing);
  QSvgRenderer(drawing).render(&painter);
  painter.end();
  result.setDevicePixelRatio(ratio);
  QPixmapCache::insert(key, result);
  return result;
}

} // namespace ui
