// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/choicebox.h"

#include "core/base/text.h"
#include "ui/form/wordsclick.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

namespace ui {
namespace {

constexpr int wordsRole = Qt::UserRole + 1;
constexpr int mostRows = 12;

/// What a choice is found by: its words. "payor - ini" and "payor ini" find "Payor – Initial", whose dash no key types.
QString wordsOf(const QString& text) {
  QString words = folded(text);
  for (QChar& c : words)
    if (c.isPunct() || c.isSymbol())
      c = QLatin1Char(' ');
  return words.simplified();
}

/// Finds by the words and puts in the real text.
class FoldingCompleter : public QCompleter {
public:
  using QCompleter::QCompleter;
  QString pathFromIndex(const QModelIndex& index) const override { return index.data(Qt::DisplayRole).toString(); }
  QStringList splitPath(const QString& path) const override { return {wordsOf(path)}; }
};

/// Enter takes the only choice that is left, as it takes the one that is chosen with the arrows.
class OnlyOne : public QObject {
public:
  explicit OnlyOne(QCompleter* finder) : QObject(finder), m_finder(finder) {}

protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::KeyPress) {
      const int key = static_cast<QKeyEvent*>(event)->key();
      QAbstractItemView* found = m_finder->popup();
      if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_finder->completionCount() == 1)
        found->setCurrentIndex(found->model()->index(0, 0));
    }
    return false; // the completer goes on with it
  }

private:
  QCompleter* m_finder;
};

} // namespace

ChoiceBox::ChoiceBox(std::vector<Choice> choices, QWidget* parent) : PickBox(parent) {
  setEditable(true);
  setInsertPolicy(NoInsert);
  setMaxVisibleItems(mostRows);
  setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon); // ten thousand names are not measured for a width
  setMinimumContentsLength(mostRows);
  addItem(QString(), QString());
  for (const Choice& choice : choices) {
    addItem(choice.text, choice.value);
    setItemData(count() - 1, wordsOf(choice.text), wordsRole);
  }
  auto* finder = new FoldingCompleter(model(), this);
  finder->setCompletionRole(wordsRole);
  finder->setFilterMode(Qt::MatchContains);
  finder->setCaseSensitivity(Qt::CaseInsensitive);
  finder->setMaxVisibleItems(mostRows);
  setCompleter(finder);
  lineEdit()->setPlaceholderText(tr("None"));
  m_clicks = new WordsClick(lineEdit(), this, [this] {
    lineEdit()->selectAll();
    showPopup();
  });
  auto* only = new OnlyOne(finder);
  connect(lineEdit(), &QLineEdit::textEdited, only, [this, finder, only] {
    finder->popup()->setProperty("popup", QStringLiteral("typed"));
    finder->popup()->installEventFilter(only);
    m_clicks->add(finder->popup());
  });
  connect(lineEdit(), &QLineEdit::textChanged, this, &ChoiceBox::valueChanged);
  connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
    if (const int index = indexOfText(); index >= 0)
      setCurrentIndex(index); // "nunez, zoe" was typed to its end: show the name as it is spelt
    else if (const int begun = onlyBeginning(); begun >= 0)
      setCurrentIndex(begun);
  });
}

void ChoiceBox::showPopup() {
  PickBox::showPopup();
  view()->installEventFilter(this);
  m_clicks->add(view());
}

bool ChoiceBox::eventFilter(QObject* watched, QEvent* event) {
  if (watched != view() || event->type() != QEvent::KeyPress)
    return PickBox::eventFilter(watched, event);
  const QString typed = static_cast<QKeyEvent*>(event)->text();
  if (typed.isEmpty() || !typed.front().isPrint() || typed.front().isSpace())
    return PickBox::eventFilter(watched, event);
  hidePopup();
  lineEdit()->setFocus();
  lineEdit()->selectAll();
  QCoreApplication::sendEvent(lineEdit(), event);
  return true;
}

int ChoiceBox::indexOfText() const {
  const QString typed = currentText().trimmed();
  if (const int exact = findText(typed, Qt::MatchExactly | Qt::MatchCaseSensitive); exact >= 0)
    return exact;
  const QString words = wordsOf(typed);
  return typed.isEmpty() || !words.isEmpty() ? findData(words, wordsRole) : -1;
}

/// The one choice that begins with what was typed; -1 where there is none, or where there are several.
int ChoiceBox::onlyBeginning() const {
  const QString typed = wordsOf(currentText());
  const QModelIndexList found = typed.isEmpty()
                                    ? QModelIndexList()
                                    : model()->match(model()->index(0, 0), wordsRole, typed, 2, Qt::MatchStartsWith);
  return found.size() == 1 ? found.front().row() : -1;
}

/// The line one types into is called what the box is called: by its label, or by name.
void ChoiceBox::showEvent(QShowEvent* event) {
  PickBox::showEvent(event);
  if (auto* own = QAccessible::queryAccessibleInterface(this))
    lineEdit()->setAccessibleName(own->text(QAccessible::Name));
}

QString ChoiceBox::value() const {
  const int index = indexOfText();
  return index < 0 ? QString() : itemData(index).toString();
}

void ChoiceBox::setValue(const QString& value) {
  const int index = findData(value);
  setCurrentIndex(index < 0 ? 0 : index);
  lineEdit()->setCursorPosition(0); // a long name is read from its beginning
}

bool ChoiceBox::isKnown() const { return indexOfText() >= 0; }

} // namespace ui
