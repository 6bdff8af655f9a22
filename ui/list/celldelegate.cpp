// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/celldelegate.h"

#include "ui/list/listmodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

namespace ui {
namespace {

bool hasFigures(CellKind kind) {
  return kind == CellKind::Date || kind == CellKind::Due || kind == CellKind::FollowUp || kind == CellKind::Expiry ||
         kind == CellKind::Number;
}

/// Where words stand in a cell. Not left to drawText: a name in another script would stand lower than its row.
qreal baseLine(const QRect& place, const QFontMetricsF& metrics) {
  return place.y() + (place.height() - metrics.height()) / 2 + metrics.ascent();
}

CellKind kindOf(const QModelIndex& index) {
  const auto* model = qobject_cast<const ListModel*>(index.model());
  return model ? model->columns()[size_t(index.column())].kind : CellKind::Text;
}

bool isHeading(const QModelIndex& index) {
  const auto* model = qobject_cast<const ListModel*>(index.model());
  return model && model->isHeading(index.row());
}

/// Whether typing changes this cell: then it is framed while the cursor is in it.
bool canChange(const QModelIndex& index) {
  const auto* model = qobject_cast<const ListModel*>(index.model());
  return model && model->columns()[size_t(index.column())].edits;
}

} // namespace

int drawFigures(QPainter* painter, const QFont& font, const QRect& place, const QString& text) {
  const QFontMetricsF metrics(font);
  qreal widest = 0;
  for (char digit = '0'; digit <= '9'; ++digit)
    widest = qMax(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
  const qreal base = baseLine(place, metrics);
  qreal x = place.x();
  for (qsizetype i = 0; i < text.size();) {
    qsizetype end = i + 1;
    const bool digit = text[i].isDigit();
    while (!digit && end < text.size() && !text[end].isDigit())
      ++end;
    const QString part = text.mid(i, end - i);
    const qreal advance = metrics.horizontalAdvance(part);
    if (painter)
      painter->drawText(QPointF(x + (digit ? (widest - advance) / 2 : 0), base), part);
    x += digit ? widest : advance;
    i = end;
  }
  return qCeil(x - place.x());
}

int drawPill(QPainter* painter, const QRect& place, const QString& iconName, const QString& word, Tone tone) {
  const Pair& pair = tokens().pair(tone);
  const QFont small = fontOf(Face::SecondStrong);
  const int height = px(size::pill);
  const int side = px(size::cell);
  const int inside = px(size::step) + 2;
  const int most = place.width() - 3 * inside - side;
  const QString shown = QFontMetrics(small).elidedText(word, Qt::ElideRight, qMax(0, most));
  const int wide = QFontMetrics(small).horizontalAdvance(shown) + side + 3 * inside + 1;
  const QRect pill(place.x(), place.y() + (place.height() - height) / 2, wide, height);
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  painter->setBrush(pair.back);
  painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
  painter->drawPixmap(pill.x() + inside, pill.y() + (height - side) / 2,
                      iconPixmap(iconName, pair.text, side, painter->device()->devicePixelRatioF()));
  painter->setPen(pair.text);
  painter->setFont(small);
  painter->drawText(pill.adjusted(2 * inside + side, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, shown);
  return wide;
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (isHeading(index))
    return; // the table draws it, over all columns
  const auto face = index.data(ListModel::FaceRole).value<CellFace>();
  const CellKind kind = kindOf(index);
  const Tokens& t = tokens();
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const bool selected = option.state & QStyle::State_Selected;

  painter->save();
  painter->setClipRect(option.rect);
  painter->fillRect(option.rect, selected ? t.selection : index.row() == m_hoverRow ? t.raised : t.surface);
  painter->fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), t.line);
  if (view && view->currentIndex().row() == index.row() && view->hasFocus() && option.rect.x() <= 0)
    painter->fillRect(QRect(option.rect.x(), option.rect.y(), px(3), option.rect.height() - 1), t.accent);

  if (view && view->currentIndex() == index && view->hasFocus() && canChange(index)) {
    painter->setPen(t.accent);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
  }

  const QRect place = option.rect.adjusted(px(size::cell), 0, -px(size::gap), -1);
  if (!face.icon.isEmpty()) {
    drawPill(painter, place, face.icon, face.text, face.tone);
  } else {
    const QFont cellFont = fontOf(kind == CellKind::Strong ? Face::Strong : Face::Body);
    const bool late = index.data(ListModel::RowToneRole).isValid();
    painter->setFont(cellFont);
    painter->setPen(late && face.ink == Ink::Text ? t.late.text : ink(face.ink));
    const bool hasLines = face.text.contains(QLatin1Char('\n')); // a cell is one line
    const QString shown =
        QFontMetrics(cellFont).elidedText(hasLines ? face.text.simplified() : face.text, Qt::ElideRight, place.width());
    if (hasFigures(kind)) {
      const int wide = kind == CellKind::Number ? drawFigures(nullptr, cellFont, place, shown) : place.width();
      drawFigures(painter, cellFont, place.adjusted(qMax(0, place.width() - wide), 0, 0, 0), shown);
    } else {
      painter->drawText(QPointF(place.x(), baseLine(place, QFontMetricsF(cellFont))), shown);
    }
  }
  painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const auto face = index.data(ListModel::FaceRole).value<CellFace>();
  const QFont cellFont = fontOf(!face.icon.isEmpty()                ? Face::SecondStrong
                                : kindOf(index) == CellKind::Strong ? Face::Strong
                                                                    : Face::Body);
  const int icon = face.icon.isEmpty() ? 0 : px(size::cell) + 3 * (px(size::step) + 2);
  return {drawFigures(nullptr, cellFont, {}, face.text) + icon + px(size::cell) + px(size::gap) + 1, px(size::row)};
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
  if (event->type() != QEvent::ToolTip)
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  const bool cut = index.isValid() && sizeHint(option, index).width() > option.rect.width();
  QToolTip::showText(event->globalPos(), cut ? index.data().toString() : QString(), view);
  return true;
}

} // namespace ui
