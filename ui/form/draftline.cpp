// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/draftline.h"

#include "ui/form/drafts.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

namespace {
const QString textKey = QStringLiteral("text");
}

DraftLine::DraftLine(QWidget* parent) : QWidget(parent), m_words(new QLabel(this)) {
  setFace(m_words, Face::Second);
  m_words->setObjectName(QStringLiteral("restored"));
  m_words->setForegroundRole(QPalette::PlaceholderText);
  auto* discard = new QPushButton(tr("Discard"), this);
  discard->setObjectName(QStringLiteral("discardDraft"));
  discard->setAccessibleName(tr("Discard what was restored"));
  discard->setProperty("link", true);
  discard->setAutoDefault(false);
  setFace(discard, Face::Second);
  auto* dot = new QLabel(QStringLiteral("·"), this);
  setFace(dot, Face::Second);
  dot->setForegroundRole(QPalette::PlaceholderText);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::step));
  layout->addWidget(m_words);
  layout->addWidget(dot);
  layout->addWidget(discard);
  layout->addStretch();
  hide();
  connect(discard, &QPushButton::clicked, this, [this] {
    hide();
    Q_EMIT discardAsked();
  });
}

bool DraftLine::showFor(const QString& form) {
  const Draft* draft = drafts().find(form);
  if (draft)
    m_words->setText(drafts().restoredWords(*draft));
  setVisible(draft != nullptr);
  return draft != nullptr;
}

LineDraft::LineDraft(QLineEdit* line, DraftLine* restored) : QObject(line), m_line(line), m_restored(restored) {
  connect(line, &QLineEdit::textChanged, this, [this](const QString& text) {
    if (m_form.isEmpty())
      return;
    drafts().keep(m_form, text.trimmed().isEmpty() ? QVariantMap() : QVariantMap{{textKey, text}});
    if (text.trimmed().isEmpty())
      m_restored->hide();
  });
  connect(restored, &DraftLine::discardAsked, this, [this] {
    clear();
    m_line->setFocus();
  });
}

void LineDraft::setForm(const QString& form) {
  if (form == m_form)
    return;
  m_form = form;
  const Draft* draft = drafts().find(form);
  m_line->setText(draft ? draft->typed.value(textKey).toString() : QString());
  m_restored->showFor(form);
}

void LineDraft::clear() {
  drafts().forget(m_form);
  m_restored->hide();
  m_line->clear();
}

} // namespace ui
