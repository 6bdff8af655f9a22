// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/headerview.h"

#include "ui/list/listmodel.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace ui {

HeaderView::HeaderView(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setSectionsClickable(true);
  setSectionsMovable(true);
  setHighlightSections(false);
  setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  setMinimumSectionSize(px(size::chip + size::cell));
  setTextElideMode(Qt::ElideRight);
  setAccessibleName(tr("Headings"));
  connect(this, &QHeaderView::sectionClicked, this, &HeaderView::clicked);
}

void HeaderView::setSort(std::vector<SortKey> sort) {
  m_sort = std::move(sort);
  viewport()->update();
}

QSize HeaderView::sizeHint() const { return {QHeaderView::sizeHint().width(), px(size::heading)}; }

QString HeaderView::keyOf(int section) const {
  const auto* list = qobject_cast<const ListModel*>(model());
  return list ? list->columns()[size_t(section)].key : QString();
}

int HeaderView::neededWidth(int section) const {
  const QString key = keyOf(section);
  const bool isSorted =
      std::any_of(m_sort.begin(), m_sort.end(), [&](const SortKey& each) { return each.column == key; });
  const auto* list = qobject_cast<const ListModel*>(model());
  const QString heading = list ? list->columns()[size_t(section)].heading : QString();
  return px(size::cell) + px(size::gap) + (isSorted ? px(size::cell) + px(size::step) : 0) +
         QFontMetrics(fontOf(Face::SecondStrong)).horizontalAdvance(heading) + 1;
}

void HeaderView::clicked(int section) {
  const QString key = keyOf(section);
  const bool add = QGuiApplication::keyboardModifiers() & Qt::ShiftModifier;
  std::vector<SortKey> sort = add ? m_sort : std::vector<SortKey>();
  const auto same = [&key](const SortKey& each) { return each.column == key; };
  const auto before = std::find_if(m_sort.begin(), m_sort.end(), same);
  const bool turn = before != m_sort.end() && !before->descending;
  const auto place = std::find_if(sort.begin(), sort.end(), same);
  if (place != sort.end())
    place->descending = turn;
  else
    sort.push_back({key, turn});
  Q_EMIT sortAsked(sort);
}

void HeaderView::paintSection(QPainter* painter, const QRect& rect, int section) const {
  const auto* list = qobject_cast<const ListModel*>(model());
  if (!list || !rect.isValid())
    return;
  const Column& column = list->columns()[size_t(section)];
  const Tokens& t = tokens();
  painter->save();
  painter->fillRect(rect, t.surface);
  painter->fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), t.line);
  QRect place = rect.adjusted(px(size::cell), 0, -px(size::gap), 0);
  const auto sorted =
      std::find_if(m_sort.begin(), m_sort.end(), [&column](const SortKey& key) { return key.column == column.key; });
  const bool isSorted = sorted != m_sort.end();
  painter->setFont(fontOf(isSorted ? Face::SecondStrong : Face::Second));
  painter->setPen(isSorted ? t.text : t.second);
  const int arrow = isSorted ? px(size::cell) + px(size::step) : 0;
  const QFontMetrics metrics = painter->fontMetrics();
  const QString words = metrics.elidedText(column.heading, Qt::ElideRight, place.width() - arrow);
  if (column.kind == CellKind::Number)
    place.setLeft(qMax(place.left(), place.right() - arrow - metrics.horizontalAdvance(words)));
  if (isSorted) {
    const auto name = sorted->descending ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up");
    const int side = px(size::cell);
    painter->drawPixmap(place.x(), place.y() + (place.height() - side) / 2,
                        iconPixmap(name, t.text, side, painter->device()->devicePixelRatioF()));
    place.setLeft(place.left() + arrow);
  }
  painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, words);
  painter->restore();
}

void HeaderView::paintEvent(QPaintEvent* event) {
  QHeaderView::paintEvent(event);
  QPainter painter(viewport()); // the line goes on beside the last heading
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
  if (const int held = heldSection(); held >= 0) {
    const QRect place(heldPosition(), 0, sectionSize(held), height());
    paintSection(&painter, place, held);
    painter.fillRect(QRect(isRightToLeft() ? place.left() : place.right(), 0, 1, height()), tokens().line);
  }
}

int HeaderView::heldSection() const {
  for (int visual = 0; visual < count(); ++visual) {
    const int section = logicalIndex(visual);
    if (isSectionHidden(section))
      continue;
    const int place = isRightToLeft() ? viewport()->width() - sectionSize(section) : 0;
    const bool isAway =
        isRightToLeft() ? sectionViewportPosition(section) > place : sectionViewportPosition(section) < 0;
    return isAway && 2 * sectionSize(section) < viewport()->width() ? section : -1;
  }
  return -1;
}

int HeaderView::heldPosition() const { return isRightToLeft() ? viewport()->width() - sectionSize(heldSection()) : 0; }

/// What happens on the held section happens to it in its place.
QMouseEvent HeaderView::inPlace(const QMouseEvent* event) {
  const int held = heldSection();
  const auto x = int(event->position().x());
  const bool isOnIt = held >= 0 && x >= heldPosition() && x < heldPosition() + sectionSize(held);
  const bool isHovering = event->type() == QEvent::MouseMove && event->buttons() == Qt::NoButton;
  if (isHovering || event->type() == QEvent::MouseButtonPress) // what a button is held on stays where it began
    m_shift = isOnIt ? heldShift() : 0;
  return QMouseEvent(event->type(), event->position() - QPointF(m_shift, 0), event->globalPosition(), event->button(),
                     event->buttons(), event->modifiers());
}

bool HeaderView::viewportEvent(QEvent* event) {
  switch (event->type()) {
  case QEvent::MouseButtonPress:
  case QEvent::MouseButtonRelease:
  case QEvent::MouseButtonDblClick:
  case QEvent::MouseMove: {
    QMouseEvent there = inPlace(static_cast<QMouseEvent*>(event));
    const bool isDone = QHeaderView::viewportEvent(&there);
    event->setAccepted(there.isAccepted());
    return isDone;
  }
  default:
    return QHeaderView::viewportEvent(event);
  }
}

} // namespace ui
