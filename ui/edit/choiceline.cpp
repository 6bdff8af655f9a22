// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/choiceline.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>

namespace ui {

namespace {
constexpr int mostRows = 10;
constexpr int mostOffered = 200; // more are narrowed by typing
} // namespace

ChoiceLine::ChoiceLine(const QString& name, std::vector<Choice> choices, QWidget* parent)
    : QLineEdit(parent), m_name(name), m_choices(std::move(choices)) {
  setPlaceholderText(tr("None"));
  connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
    offer(text);
    Q_EMIT valueChanged();
  });
}

ChoiceLine::~ChoiceLine() { closeList(); }

bool ChoiceLine::isListed() const { return m_list; }

void ChoiceLine::closeList() {
  if (m_list) {
    m_list->disconnect(this); // a click that is under way on it takes nothing
    m_list->hide();
    m_list->deleteLater();
  }
  m_list = nullptr;
}

void ChoiceLine::openList() {
  offer({});
  for (int i = 0; m_list && i < m_list->count(); ++i)
    if (m_list->item(i)->text() == text())
      m_list->setCurrentRow(i);
}

QString ChoiceLine::value() const {
  if (m_list && m_list->currentItem())
    return m_list->currentItem()->data(Qt::UserRole).toString();
  const QString typed = folded(text());
  for (const Choice& choice : m_choices)
    if (folded(choice.text) == typed)
      return choice.value;
  return text().trimmed();
}

void ChoiceLine::offer(const QString& text) {
  closeList();
  const QString wanted = folded(text);
  auto* list = new QListWidget(window());
  int marked = -1, first = -1;
  for (const Choice& choice : m_choices) {
    const QString name = folded(choice.text);
    if (name == wanted && !wanted.isEmpty())
      marked = list->count();
    // What is the whole name of one is no search for others: all are offered, that one is marked.
    const bool fits = wanted.isEmpty() || name.startsWith(wanted) || name.contains(QLatin1Char(' ') + wanted);
    if (fits && first < 0)
      first = list->count();
    if (!fits || list->count() >= mostOffered)
      continue;
    auto* item = new QListWidgetItem(choice.text, list);
    if (!choice.icon.isEmpty())
      item->setIcon(icon(choice.icon));
    item->setData(Qt::UserRole, choice.value);
    item->setSizeHint({0, px(size::chip)});
  }
  if (list->count() == 0) {
    delete list;
    return;
  }
  m_list = list;
  m_list->setObjectName(QStringLiteral("cellChoices"));
  m_list->setAccessibleName(m_name);
  m_list->setProperty("popup", true);
  m_list->setIconSize(QSize(px(size::icon), px(size::icon)));
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setCurrentRow(marked >= 0 ? marked : wanted.isEmpty() ? -1 : 0);
  connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
    m_list->setCurrentItem(item);
    take();
  });
  const int high = px(size::chip) * std::min(m_list->count(), mostRows) + 2 * px(size::step) + 2;
  const QPoint place = mapTo(window(), QPoint(0, height() + 2));
  const bool below = place.y() + high <= window()->height();
  const int wide = std::max(width(), px(size::popup));
  m_list->setGeometry(std::max(0, std::min(place.x(), window()->width() - wide)),
                      below ? place.y() : std::max(0, place.y() - height() - 4 - high), wide, high);
  m_list->show();
  m_list->raise();
  if (m_list->currentItem())
    m_list->scrollToItem(m_list->currentItem());
}

void ChoiceLine::mark(int row) {
  if (row < 0 || row >= m_list->count())
    return;
  m_list->setCurrentRow(row);
  setText(m_list->item(row)->text());
  selectAll();
  Q_EMIT valueChanged();
}

void ChoiceLine::take() {
  mark(m_list->currentRow());
  const QPointer line(this);
  Q_EMIT taken();
  if (line)
    line->closeList();
}

void ChoiceLine::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
  if (step == 0) {
    QLineEdit::keyPressEvent(event);
  } else if (!m_list) {
    openList();
  } else {
    mark(m_list->currentRow() + step);
  }
}

void ChoiceLine::focusInEvent(QFocusEvent* event) {
  QLineEdit::focusInEvent(event);
  selectAll();
}

void ChoiceLine::mousePressEvent(QMouseEvent* event) {
  QLineEdit::mousePressEvent(event);
  if (!m_list)
    openList();
}

void ChoiceLine::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) {
    if (m_list && m_list->currentItem()) // what is marked is what is meant
      setText(m_list->currentItem()->text());
    closeList();
  }
  QLineEdit::focusOutEvent(event);
}

void ChoiceLine::hideEvent(QHideEvent* event) {
  closeList();
  QLineEdit::hideEvent(event);
}

} // namespace ui
