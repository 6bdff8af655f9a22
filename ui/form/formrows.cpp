// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formrows.h"

#include "ui/form/drafts.h"
#include "ui/shell/attempt.h"
#include "ui/theme/sign.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace ui {
namespace {

/// What is not shown is not kept either.
bool isSecret(const QWidget* editor) {
  const auto* line = qobject_cast<const QLineEdit*>(editor);
  return line && line->echoMode() != QLineEdit::Normal;
}

} // namespace

// A field that loses the focus speaks up: it must be gone before what it speaks to.
FormRows::~FormRows() {
  m_remarks = nullptr;
  delete m_body;
}

void FormRows::setRowVisible(const QString& key, bool visible) {
  const auto field = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& each) { return each.key == key; });
  for (int row = 0; row < m_rows->rowCount(); ++row) {
    QLayoutItem* item = m_rows->itemAt(row, QFormLayout::FieldRole);
    if (item && item->layout() && item->layout()->indexOf(field->editor) >= 0)
      m_rows->setRowVisible(row, visible);
  }
  field->problem->setVisible(visible && !field->sentence->text().isEmpty());
}

QVariantMap FormRows::values() {
  QVariantMap all;
  for (const Field& field : m_fields)
    all.insert(field.key, field.read());
  return all;
}

void FormRows::setValues(const QVariantMap& values) {
  for (const Field& field : m_fields)
    if (values.contains(field.key))
      field.write(values.value(field.key));
}

void FormRows::touched(size_t field) {
  showProblem(m_fields[field], {});
  edited();
  if (m_isOpen)
    keepDraft();
}

void FormRows::showProblem(const Field& field, const QString& sentence) { showSentence(field, sentence, Tone::Late); }

void FormRows::showSentence(const Field& field, const QString& sentence, Tone tone) {
  field.sentence->setText(sentence);
  if (!sentence.isEmpty()) {
    const bool late = tone == Tone::Late;
    field.sign->setIcon(late ? QStringLiteral("circle-alert") : QStringLiteral("triangle-alert"), inkOf(tone));
    QPalette words = field.sentence->palette();
    words.setColor(QPalette::WindowText, tokens().pair(tone).text);
    field.sentence->setPalette(words);
  }
  field.problem->setVisible(!sentence.isEmpty() && !field.editor->isHidden());
  field.editor->setAccessibleDescription(sentence);
  field.editor->setProperty("problem", tone == Tone::Late && !sentence.isEmpty());
  field.editor->style()->unpolish(field.editor);
  field.editor->style()->polish(field.editor);
}

// Only what was changed is spoken of: an empty form is not yet wrong.
void FormRows::remark() {
  if (!m_remarks || !m_body->isVisible())
    return;
  attempt(tr("Checking what was typed"), [this] {
    const QVariantMap now = values();
    const Remarks remarks = m_remarks(now);
    const auto find = [](const Problems& problems, const QString& key) {
      return std::find_if(problems.begin(), problems.end(), [&](const Problem& p) { return p.field == key; });
    };
    const auto about = [&](const Problems& problems, const QString& key) {
      const auto found = find(problems, key);
      return found == problems.end() ? QString() : found->sentence;
    };
    for (const Field& field : m_fields) {
      const bool isSame = now.value(field.key) == m_before.value(field.key) && field.check().isEmpty();
      const auto odd = find(remarks.always, field.key);
      if (isSame && odd == remarks.always.end())
        continue;
      QString sentence = field.check();
      if (sentence.isEmpty() && !isSame)
        sentence = about(remarks.problems, field.key);
      if (!sentence.isEmpty())
        showProblem(field, sentence);
      else
        showSentence(field, odd != remarks.always.end() ? odd->sentence : about(remarks.warnings, field.key),
                     Tone::Soon);
    }
  });
  left();
}

void FormRows::clearProblems() {
  for (const Field& field : m_fields)
    showProblem(field, {});
  m_notice->hide();
}

void FormRows::showProblems(const Problems& problems) {
  clearProblems();
  QStringList others;
  QWidget* first = nullptr;
  for (const Problem& problem : problems) {
    const auto field =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& each) { return each.key == problem.field; });
    if (field == m_fields.end() || field->editor->isHidden()) {
      others << problem.sentence;
      continue;
    }
    const QString before = field->sentence->text();
    showProblem(*field, before.isEmpty() ? problem.sentence : before + QLatin1Char(' ') + problem.sentence);
    if (!first)
      first = field->editor;
  }
  m_noticeText->setText(others.join(QLatin1Char('\n')));
  m_notice->setVisible(!others.isEmpty());
  if (first)
    first->setFocus();
}

Problems FormRows::typingProblems() const {
  Problems problems;
  for (const Field& field : m_fields)
    if (const QString sentence = field.check(); !sentence.isEmpty())
      problems.push_back({field.key, sentence});
  return problems;
}

int FormRows::rowsHeight() const { return m_rows->sizeHint().height(); }

void FormRows::focusFirst() {
  if (!m_fields.empty())
    m_fields.front().editor->setFocus();
}

bool FormRows::begin() {
  m_isOpen = false;
  m_before = values();
  const Draft* kept = drafts().find(m_draftKey);
  const Draft draft = kept ? *kept : Draft();
  for (const Field& field : m_fields) {
    const auto typed = draft.typed.constFind(field.key);
    if (typed == draft.typed.constEnd() || isSecret(field.editor))
      continue;
    if (field.retype)
      field.retype(typed->toString());
    else
      field.write(*typed);
  }
  m_isOpen = true;
  keepDraft(); // of a record that is by now as it was typed, nothing is left
  return drafts().find(m_draftKey) != nullptr;
}

void FormRows::discard() {
  m_isOpen = false;
  drafts().forget(m_draftKey);
  setValues(m_before);
  clearProblems();
  m_isOpen = true;
}

void FormRows::keepDraft() {
  QVariantMap typed;
  for (const Field& field : m_fields) {
    if (isSecret(field.editor))
      continue;
    const QVariant before = m_before.value(field.key);
    const QVariant now = field.typed ? QVariant(field.typed()) : field.read();
    if (now != (field.typed ? QVariant(before.toDate().toString(Qt::ISODate)) : before))
      typed.insert(field.key, now);
  }
  drafts().keep(m_draftKey, typed);
}

void FormRows::adopt(const QVariantMap& values) {
  const bool wasOpen = std::exchange(m_isOpen, false);
  for (const Field& field : m_fields)
    if (values.contains(field.key)) {
      if (field.read() == m_before.value(field.key) && field.check().isEmpty())
        field.write(values.value(field.key));
      m_before.insert(field.key, values.value(field.key));
    }
  m_isOpen = wasOpen;
  if (m_isOpen)
    keepDraft();
}

bool FormRows::store() {
  Problems problems = typingProblems();
  if (problems.empty() && m_save) {
    // Before it is saved: that may put somebody else in front of the window, whose drafts are others.
    drafts().forget(m_draftKey);
    m_isOpen = false; // nor is what the rows are brought up to date with typed
    const bool isWhole = attempt(tr("Saving"), [&] { problems = m_save(values()); });
    m_isOpen = true;
    if (!isWhole) {
      keepDraft();
      return false;
    }
  }
  if (!problems.empty()) {
    keepDraft();
    showProblems(problems);
    return false;
  }
  m_isOpen = false;
  return true;
}

} // namespace ui
