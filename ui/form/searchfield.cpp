// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/searchfield.h"

#include "core/base/text.h"
#include "ui/form/wordsclick.h"
#include "ui/shell/attempt.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace ui {

namespace {
constexpr int mostRows = 12;
}

SearchField::SearchField(ChoiceSource source, QWidget* parent)
    : QLineEdit(parent), m_source(std::move(source)), m_completer(new QCompleter(this)),
      m_found(new QStandardItemModel(this)) {
  setPlaceholderText(m_source.hint);
  QAction* list = addAction(icon(QStringLiteral("search"), Ink::Second), QLineEdit::TrailingPosition);
  list->setText(tr("List"));
  list->setToolTip(tr("Down lists the first ones"));
  connect(list, &QAction::triggered, this, [this] { offer({}); });
  m_completer->setModel(m_found);
  m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_completer->setMaxVisibleItems(mostRows);
  m_completer->popup()->setProperty("popup", QStringLiteral("typed"));
  auto* clicks = new WordsClick(this, this, [this] {
    selectAll(); // it lists others, as Down does: what is typed takes the place of what is there
    offer(m_value.isEmpty() ? text() : QString());
  });
  clicks->add(m_completer->popup());
  m_completer->setWidget(this); // not setCompleter: what is found depends on more than the text shown
  connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
    take({index.data(Qt::UserRole).toString(), index.data().toString(), {}});
  });
  connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
    m_value.clear();
    Q_EMIT valueChanged();
    if (text.trimmed().isEmpty())
      m_completer->popup()->hide();
    else
      offer(text);
  });
  connect(this, &QLineEdit::editingFinished, this, [this] {
    if (!m_completer->popup()->isVisible())
      takeTyped();
  });
}

void SearchField::setListName(const QString& name) { m_completer->popup()->setAccessibleName(name); }

void SearchField::setValue(const QString& value) {
  take({value, value.isEmpty() ? QString() : m_source.textOf(value), {}});
}

void SearchField::take(const Choice& choice) {
  m_value = choice.value;
  setText(choice.text);
  setCursorPosition(0);
  Q_EMIT valueChanged();
}

bool SearchField::takeTyped() {
  if (!m_value.isEmpty() || text().trimmed().isEmpty())
    return true;
  attempt(tr("Searching"), [this] {
    std::vector<Choice> found = m_source.find(text());
    const QString typed = folded(text());
    if (found.size() > 1) // "Marten, Lily" is meant, even if there is a "Marten, Lilya" too
      std::erase_if(found, [&](const Choice& choice) { return folded(choice.text) != typed; });
    if (found.size() == 1)
      take(found.front());
  });
  return !m_value.isEmpty();
}

void SearchField::offer(const QString& typed) {
  attempt(tr("Searching"), [&] {
    m_found->clear();
    for (const Choice& choice : m_source.find(typed)) {
      auto* item = new QStandardItem(choice.text);
      item->setData(choice.value, Qt::UserRole);
      item->setSizeHint({0, px(size::chip)});
      if (!choice.icon.isEmpty())
        item->setIcon(icon(choice.icon, Ink::Second));
      m_found->appendRow(item);
    }
    if (m_found->rowCount() == 0) {
      m_completer->popup()->hide();
      return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
  });
}

void SearchField::keyPressEvent(QKeyEvent* event) {
  const bool listed = m_completer->popup()->isVisible();
  switch (event->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
  case Qt::Key_Escape:
    if (listed) {
      event->ignore(); // they are the list's
      return;
    }
    break;
  case Qt::Key_Down:
    if (!listed) {
      offer(m_value.isEmpty() ? text() : QString());
      return;
    }
    break;
  default:
    break;
  }
  QLineEdit::keyPressEvent(event);
}

} // namespace ui
