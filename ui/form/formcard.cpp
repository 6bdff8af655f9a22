// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formcard.h"

#include "ui/form/draftline.h"
#include "ui/shell/attempt.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {
namespace {

/// A line of text takes Ctrl+Z even when it has nothing to undo: then it is the program's.
class LeavesUndo : public QObject {
public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override {
    auto* line = qobject_cast<QLineEdit*>(watched);
    if (!line || event->type() != QEvent::ShortcutOverride)
      return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->matches(QKeySequence::Undo) && !line->isUndoAvailable()) ||
        (key->matches(QKeySequence::Redo) && !line->isRedoAvailable())) {
      event->ignore();
      return true;
    }
    return false;
  }
};

/// What is in the rows was saved: undoing it is the program's by now, not each editor's.
void forgetTyping(QWidget* rows) {
  static LeavesUndo leaves;
  for (QLineEdit* line : rows->findChildren<QLineEdit*>()) {
    const QSignalBlocker quiet(line); // the text stays
    const int cursor = line->cursorPosition();
    line->setText(line->text());
    line->setCursorPosition(cursor);
    line->installEventFilter(&leaves);
  }
  for (QPlainTextEdit* memo : rows->findChildren<QPlainTextEdit*>())
    memo->document()->clearUndoRedoStacks();
}

} // namespace

FormCard::FormCard(const QString& draftKey, const QString& title, QWidget* parent)
    : QFrame(parent), FormRows(draftKey, this), m_head(new QHBoxLayout), m_offer(new QWidget(this)),
      m_restored(new DraftLine(this)) {
  setProperty("card", true);
  setObjectName(QStringLiteral("card.") + draftKey.section(QLatin1Char('/'), -1));
  auto* head = new QLabel(title, this);
  setFace(head, Face::Strong);

  const QString stem = objectName();
  const auto button = [&](const char* name, const QString& text, const QString& tip, auto work) {
    auto* made = new QPushButton(text, m_offer);
    made->setObjectName(stem + QLatin1Char('.') + QLatin1String(name));
    made->setAccessibleName(QStringLiteral("%1: %2").arg(text, title));
    made->setToolTip(tip);
    connect(made, &QPushButton::clicked, this, work);
    return made;
  };
  auto* discardButton = button("discard", tr("Discard"), tr("Esc"), [this] { undoTyping(); });
  auto* saveButton = button("save", tr("Save"), tr("Enter"), [this] { save(); });
  saveButton->setProperty("primary", true);
  auto* offer = new QHBoxLayout(m_offer);
  offer->setContentsMargins(0, 0, 0, 0);
  offer->setSpacing(px(size::gap));
  offer->addWidget(discardButton);
  offer->addWidget(saveButton);
  QSizePolicy keeps = m_offer->sizePolicy();
  keeps.setRetainSizeWhenHidden(true); // nothing moves under the pointer
  m_offer->setSizePolicy(keeps);
  m_offer->hide();

  connect(m_restored, &DraftLine::discardAsked, this, &FormCard::undoTyping);

  setLabelWidth(px(size::label));
  m_head->setSpacing(px(size::gap));
  m_head->addWidget(head);
  m_head->addStretch();
  m_head->addWidget(m_offer);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::margin), px(size::gap), px(size::gap), px(size::margin));
  layout->setSpacing(px(size::gap));
  layout->addLayout(m_head);
  layout->addWidget(m_restored);
  layout->addWidget(notice());
  auto* rows = new QHBoxLayout;
  rows->setContentsMargins(0, 0, px(size::gap), 0);
  rows->addWidget(body(), 1, Qt::AlignTop);
  layout->addLayout(rows);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

FormCard::~FormCard() {
  silence();
  hide();
  if (m_opened)
    keepDraft();
}

void FormCard::addButton(QWidget* button) { m_head->addWidget(button); }

void FormCard::open() {
  m_opened = true;
  offer(begin());
  m_restored->showFor(draftKey());
}

void FormCard::reread() {
  if (!m_reread)
    return;
  attempt(tr("Reading the record"), [this] {
    if (const QVariantMap now = m_reread(); !now.isEmpty())
      adopt(now);
    offer(isChanged());
  });
}

void FormCard::edited() {
  if (m_opened)
    offer(true);
}

void FormCard::left() {
  if (m_opened)
    offer(isChanged());
}

void FormCard::offer(bool changed) { m_offer->setVisible(changed); }

void FormCard::save() {
  if (!store())
    return;
  attempt(tr("Reading the record"), [this] {
    if (m_reread)
      setValues(m_reread()); // as it was tidied up
    offer(begin());
    forgetTyping(body());
    m_restored->hide();
  });
}

void FormCard::undoTyping() {
  discard();
  m_restored->hide();
  offer(false);
}

void FormCard::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter && m_offer->isVisibleTo(this))
    save();
  else if (event->key() == Qt::Key_Escape && m_offer->isVisibleTo(this))
    undoTyping();
  else
    QFrame::keyPressEvent(event);
}

} // namespace ui
