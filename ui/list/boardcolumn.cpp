// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/boardcolumn.h"

#include "ui/list/board.h"
#include "ui/list/listmodel.h"
#include "ui/theme/theme.h"

#include <QDrag>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {
namespace {

const QString cardType = QStringLiteral("application/x-credenza-card");

/// What of a row stands on its card: whom it is about, what it is, and when it is due.
class CardDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    const int lines = QFontMetrics(fontOf(Face::Strong)).height() + 2 * QFontMetrics(fontOf(Face::Second)).height();
    return {px(size::popup), lines + px(size::gap) + 2 * px(size::gap) + px(size::gap)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = tokens();
    const bool isCurrent = option.state & QStyle::State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -px(size::gap) - 0.5);
    painter->setPen(isCurrent ? t.accent : t.line);
    painter->setBrush(option.state & QStyle::State_Selected ? t.selection : t.surface);
    painter->drawRoundedRect(card, px(size::corner), px(size::corner));
    const QRect place = card.toRect().adjusted(px(size::cell), px(size::gap), -px(size::gap), -px(size::gap));
    int y = place.y();
    const auto line = [&](const QString& text, Face face, const QColor& colour) {
      painter->setFont(fontOf(face));
      painter->setPen(colour);
      const QFontMetrics metrics = painter->fontMetrics();
      painter->drawText(QRect(place.x(), y, place.width(), metrics.height()), Qt::AlignVCenter | Qt::AlignLeft,
                        metrics.elidedText(text, Qt::ElideRight, place.width()));
      y += metrics.height() + px(size::step);
    };
    const auto* rows = static_cast<const GroupRows*>(index.model());
    const ListModel& list = *rows->list();
    QString title;
    QStringList about;
    CellFace due;
    for (int column = 0; column < list.columnCount(); ++column) {
      const Column& of = list.columns()[size_t(column)];
      const auto face = list.index(rows->rowOf(index), column).data(ListModel::FaceRole).value<CellFace>();
      if (of.kind == CellKind::Strong && title.isEmpty())
        title = face.text;
      else if ((of.kind == CellKind::Due || of.kind == CellKind::Expiry) && due.text.isEmpty())
        due = face;
      else if (of.kind == CellKind::Text && of.shown && about.size() < 3 && of.key != list.query().group &&
               !face.text.isEmpty())
        about << face.text;
    }
    if (title.isEmpty() && !about.isEmpty()) // a row about a practice has no provider
      title = about.takeFirst();
    line(title, Face::Strong, t.text);
    line(about.mid(0, 2).join(QStringLiteral(" · ")), Face::Second, t.second);
    line(due.text, Face::Second, ink(due.ink));
    painter->restore();
  }
};

} // namespace

void GroupRows::show(int first, int rows) {
  beginResetModel();
  m_first = first;
  m_rows = rows;
  endResetModel();
}

QVariant GroupRows::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || rowOf(index) >= m_list->rowCount())
    return {};
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
    return {};
  QStringList said;
  for (int column = 0; column < m_list->columnCount(); ++column)
    if (m_list->columns()[size_t(column)].shown)
      if (const QString text = m_list->index(rowOf(index), column).data(Qt::AccessibleTextRole).toString();
          !text.isEmpty())
        said << text;
  return said.join(QStringLiteral(", "));
}

Qt::ItemFlags GroupRows::flags(const QModelIndex&) const {
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

qint64 GroupRows::idAt(int row) const {
  return row >= 0 && row < m_rows && m_first + row < m_list->rowCount() ? m_list->idAt(m_first + row) : 0;
}

BoardColumn::BoardColumn(Board& board, ListModel* list, QLabel* heading)
    : QListView(heading->parentWidget()), m_board(board), m_cards(new GroupRows(list, this)), m_heading(heading) {
  setModel(m_cards);
  setItemDelegate(new CardDelegate(this));
  setUniformItemSizes(true);
  setSelectionMode(SingleSelection);
  setFrameShape(NoFrame);
  setDragEnabled(true);
  setAcceptDrops(true);
  setDropIndicatorShown(false);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFixedWidth(px(size::popup));
  viewport()->setAutoFillBackground(false);
  setProperty("plain", false);
}

void BoardColumn::show(const QString& value, const QString& name, int first, int rows) {
  m_value = value;
  m_heading->setText(QStringLiteral("%1   %2").arg(name, locale().toString(rows)));
  setAccessibleName(tr("%1, %n cards", nullptr, rows).arg(name));
  m_cards->show(first, rows);
}

qint64 BoardColumn::currentId() const { return m_cards->idAt(currentIndex().row()); }

/// Whether all cards that are in sight can be shown without reading them first.
bool BoardColumn::isAtHand() const {
  if (m_cards->rowCount() == 0)
    return true;
  const QModelIndex first = indexAt(QPoint(0, 0)), last = indexAt(QPoint(0, viewport()->height() - 1));
  const ListModel& list = *m_cards->list();
  return list.isAtHand(m_cards->rowOf(first.isValid() ? first : m_cards->index(0))) &&
         list.isAtHand(m_cards->rowOf(last.isValid() ? last : m_cards->index(m_cards->rowCount() - 1)));
}

// Each column stands in another part of the list. Read within one event, they would hold the window up together.
void BoardColumn::paintEvent(QPaintEvent* event) {
  if (isAtHand() || m_board.mayRead())
    QListView::paintEvent(event);
  if (!m_awaitsCard)
    return;
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(tokens().accent, px(size::mark)));
  const double half = px(size::mark) / 2.0;
  painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(half, half, -half, -half), px(size::step),
                          px(size::step));
}

void BoardColumn::keyPressEvent(QKeyEvent* event) {
  if (!m_board.pressed(this, event))
    QListView::keyPressEvent(event);
}

void BoardColumn::focusInEvent(QFocusEvent* event) {
  QListView::focusInEvent(event);
  m_board.ensureWidgetVisible(this, px(size::margin), 0);
  viewport()->update();
}

void BoardColumn::focusOutEvent(QFocusEvent* event) {
  QListView::focusOutEvent(event);
  viewport()->update();
}

void BoardColumn::startDrag(Qt::DropActions) {
  if (currentId() == 0)
    return;
  auto* card = new QMimeData;
  card->setData(cardType, QByteArray::number(currentId()));
  auto* drag = new QDrag(this);
  drag->setMimeData(card);
  const QRect place = visualRect(currentIndex());
  drag->setPixmap(viewport()->grab(place));
  drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - place.topLeft());
  drag->exec(Qt::MoveAction);
}

void BoardColumn::await(bool card) {
  m_awaitsCard = card;
  viewport()->update();
}

void BoardColumn::dragEnterEvent(QDragEnterEvent* event) {
  if (!event->mimeData()->hasFormat(cardType))
    return;
  event->acceptProposedAction();
  await(event->source() != this);
}

void BoardColumn::dragLeaveEvent(QDragLeaveEvent*) { await(false); }

void BoardColumn::dragMoveEvent(QDragMoveEvent* event) {
  if (event->mimeData()->hasFormat(cardType))
    event->acceptProposedAction();
}

void BoardColumn::dropEvent(QDropEvent* event) {
  const qint64 id = event->mimeData()->data(cardType).toLongLong();
  event->acceptProposedAction();
  await(false);
  if (event->source() == this)
    return;
  // The drop is through before anything is changed: the card may leave the column it was dragged from.
  QMetaObject::invokeMethod(
      &m_board, [board = &m_board, id, value = m_value] { board->moveCard(id, value); }, Qt::QueuedConnection);
}

} // namespace ui
