// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/sectionlist.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {
namespace {

enum Role { KeyRole = Qt::UserRole, IconRole, CountRole, ToneRole };

class SectionFace : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, px(size::row)}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = tokens();
    const bool front = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver;
    const auto* list = qobject_cast<const QWidget*>(option.widget);
    const QRect place = option.rect.adjusted(px(size::gap), 1, -px(size::gap), -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (front || hover) {
      painter->setPen(front && list && list->hasFocus() ? QPen(t.accent) : QPen(Qt::NoPen));
      painter->setBrush(front ? t.selection : t.raised);
      painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), px(size::corner), px(size::corner));
    }
    const int side = px(size::icon);
    const QColor words = front ? t.text : t.second;
    painter->drawPixmap(
        place.x() + px(size::gap) + 2, place.y() + (place.height() - side) / 2,
        iconPixmap(index.data(IconRole).toString(), words, side, painter->device()->devicePixelRatioF()));
    QRect room = place.adjusted(px(size::gap) + 2 + side + px(size::gap), 0, -px(size::gap), 0);
    if (const qint64 count = index.data(CountRole).toLongLong(); count > 0)
      room.setRight(drawCount(painter, room, QLocale().toString(count), Tone(index.data(ToneRole).toInt())));
    const QFont face = fontOf(front ? Face::Strong : Face::Body);
    painter->setFont(face);
    painter->setPen(words);
    painter->drawText(room, Qt::AlignVCenter,
                      QFontMetrics(face).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter->restore();
  }

private:
  /// Answers where the room before it ends.
  static int drawCount(QPainter* painter, const QRect& room, const QString& text, Tone tone) {
    const Pair& pair = tokens().pair(tone);
    const QFont face = fontOf(Face::SecondStrong);
    const int height = px(size::pill) - 2;
    const int width = qMax(height + 2, QFontMetrics(face).horizontalAdvance(text) + px(size::cell));
    const QRect pill(room.right() - width + 1, room.y() + (room.height() - height) / 2, width, height);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pair.back);
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter->setPen(pair.text);
    painter->setFont(face);
    painter->drawText(pill, Qt::AlignCenter, text);
    return pill.left() - px(size::step);
  }
};

} // namespace

SectionList::SectionList(QWidget* parent) : QListWidget(parent) {
  setObjectName(QStringLiteral("sections"));
  setAccessibleName(tr("Sections"));
  setItemDelegate(new SectionFace(this));
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  setFixedWidth(px(size::side) + px(size::gap));
  setFrameShape(QFrame::NoFrame);
}

void SectionList::add(const QString& key, const QString& title, const QString& icon) {
  auto* item = new QListWidgetItem(title, this);
  item->setData(KeyRole, key);
  item->setData(IconRole, icon);
}

void SectionList::setCount(int row, qint64 count, Tone tone) {
  QListWidgetItem* each = item(row);
  each->setData(CountRole, count);
  each->setData(ToneRole, int(tone));
  each->setData(Qt::AccessibleTextRole, count > 0 ? tr("%1, %L2").arg(each->text()).arg(count) : each->text());
}

QString SectionList::keyAt(int row) const {
  const QListWidgetItem* each = item(row);
  return each ? each->data(KeyRole).toString() : QString();
}

int SectionList::rowOf(const QString& key) const {
  for (int row = 0; row < count(); ++row)
    if (keyAt(row) == key)
      return row;
  return -1;
}

void SectionList::changeEvent(QEvent* event) {
  QListWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
    setFixedWidth(px(size::side) + px(size::gap));
}

} // namespace ui
