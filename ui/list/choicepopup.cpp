// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/choicepopup.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int mostRows = 12;
constexpr int typedRole = Qt::UserRole + 1; // it came from what was typed
} // namespace

ChoicePopup::ChoicePopup(const QString& name, std::vector<Choice> choices, const QStringList& ticked, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_typed(new QLineEdit), m_list(new QListWidget) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("choices"));
  setAccessibleName(name);
  setProperty("ground", QStringLiteral("surface"));
  m_typed->setObjectName(QStringLiteral("choicesTyped"));
  m_typed->setPlaceholderText(name);
  m_typed->setAccessibleName(tr("Find in %1").arg(name));
  m_typed->addAction(icon(QStringLiteral("search"), Ink::Second), QLineEdit::LeadingPosition)->setText(tr("Find"));
  m_list->setObjectName(QStringLiteral("choicesList"));
  m_list->setAccessibleName(name);
  m_list->setIconSize(QSize(px(size::icon), px(size::icon)));
  m_list->setUniformItemSizes(true);
  m_list->setFocusPolicy(Qt::NoFocus); // arrows go through the text field, so that typing always narrows
  for (const Choice& choice : choices)
    add(choice, ticked.contains(choice.value));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::gap), px(size::gap), px(size::gap), px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addWidget(m_typed);
  layout->addWidget(m_list);
  m_list->setFixedHeight(px(size::chip) * std::min(std::max(m_list->count(), 1), mostRows) + 2);
  setFixedWidth(px(size::popup));

  m_typed->installEventFilter(this);
  connect(m_typed, &QLineEdit::textChanged, this, &ChoicePopup::narrow);
  connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
    m_list->setCurrentItem(item);
    turnCurrent();
  });
  narrow({});
}

void ChoicePopup::openBelow(QWidget* anchor) {
  m_anchor = anchor;
  openAt(anchor->mapToGlobal(QPoint(0, anchor->height() + px(size::step))));
}

void ChoicePopup::openAt(const QPoint& global) {
  adjustSize();
  const QScreen* screen = QGuiApplication::screenAt(global);
  const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
  // Its top left stays in sight, on a screen smaller than it too.
  move(std::max(room.left(), std::min(global.x(), room.right() - width())),
       std::max(room.top(), std::min(global.y(), room.bottom() - height())));
  show();
  m_typed->setFocus();
}

// A click on what opened it closes it, and does not open it again.
void ChoicePopup::mousePressEvent(QMouseEvent* event) {
  setAttribute(Qt::WA_NoMouseReplay,
               m_anchor && m_anchor->rect().contains(m_anchor->mapFromGlobal(event->globalPosition().toPoint())));
  QFrame::mousePressEvent(event);
}

QStringList ChoicePopup::ticked() const {
  QStringList values;
  for (int i = 0; i < m_list->count(); ++i)
    if (m_list->item(i)->checkState() == Qt::Checked)
      values << m_list->item(i)->data(Qt::UserRole).toString();
  return values;
}

void ChoicePopup::add(const Choice& choice, bool ticked) {
  auto* item = new QListWidgetItem(choice.text, m_list);
  if (!choice.icon.isEmpty())
    item->setIcon(icon(choice.icon));
  item->setData(Qt::UserRole, choice.value);
  item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
  item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
  item->setSizeHint({0, px(size::chip)});
}

void ChoicePopup::narrow(const QString& text) {
  const QString wanted = folded(text);
  const auto typed = m_own && !wanted.isEmpty() ? m_own(text) : std::nullopt;
  bool known = !typed;
  for (int i = m_list->count(); i-- > 0;) { // what was on the way to it goes again, unless it was ticked
    const QListWidgetItem* item = m_list->item(i);
    if (item->data(typedRole).toBool() && item->checkState() == Qt::Unchecked)
      delete m_list->takeItem(i);
    else if (typed && item->data(Qt::UserRole).toString() == typed->value)
      known = true;
  }
  if (!known) {
    add(*typed, false);
    m_list->item(m_list->count() - 1)->setData(typedRole, true);
  }
  int first = -1;
  for (int i = 0; i < m_list->count(); ++i) {
    QListWidgetItem* item = m_list->item(i);
    const bool fits =
        folded(item->text()).contains(wanted) || (typed && item->data(Qt::UserRole).toString() == typed->value);
    item->setHidden(!fits);
    if (fits && first < 0)
      first = i;
  }
  m_list->setCurrentRow(first);
}

void ChoicePopup::turnCurrent() {
  QListWidgetItem* item = m_list->currentItem();
  if (!item || item->isHidden())
    return;
  item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
  Q_EMIT chosen(ticked());
}

bool ChoicePopup::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_typed || event->type() != QEvent::KeyPress)
    return QFrame::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  switch (key->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    turnCurrent();
    return true;
  case Qt::Key_Space:
    if (!m_typed->text().isEmpty())
      return false;
    turnCurrent();
    return true;
  case Qt::Key_Up:
  case Qt::Key_Down: {
    const int step = key->key() == Qt::Key_Down ? 1 : -1;
    for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
      if (!m_list->item(row)->isHidden()) {
        m_list->setCurrentRow(row);
        break;
      }
    return true;
  }
  default:
    return false;
  }
}

} // namespace ui
