// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPushButton>
#include <QSvgRenderer>

namespace ui {
namespace {

/// Draws the icon in the tokens of the moment, so that a change of theme needs no new icons.
class LineIcon : public QIconEngine {
public:
  LineIcon(QString name, Ink role) : m_name(std::move(name)), m_role(role) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    const int side = qMin(rect.width(), rect.height());
    // A wider place is room to the words after it.
    const QRect place(rect.x(), rect.y() + (rect.height() - side) / 2, side, side);
    painter->drawPixmap(place, iconPixmap(m_name, colour(mode), side, painter->device()->devicePixelRatioF()));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap result(size);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return result;
  }

  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
    return pixmap(size, mode, state); // the size is in device pixels already
  }

  QIconEngine* clone() const override { return new LineIcon(m_name, m_role); }

private:
  QColor colour(QIcon::Mode mode) const { return ink(mode == QIcon::Disabled ? Ink::Second : m_role); }

  QString m_name;
  Ink m_role;
};

} // namespace

QIcon icon(const QString& name, Ink role) { return QIcon(new LineIcon(name, role)); }

void setButtonIcon(QPushButton* button, const QString& name, Ink role) {
  button->setIcon(icon(name, role));
  const int side = px(size::icon);
  button->setIconSize(QSize(button->text().isEmpty() ? side : side + px(size::step), side));
}

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
