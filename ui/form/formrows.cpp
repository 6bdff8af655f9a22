// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formrows.h"

#include "ui/form/choicebox.h"
#include "ui/form/choicesfield.h"
#include "ui/form/datefield.h"
#include "ui/form/drafts.h"
#include "ui/form/searchfield.h"
#include "ui/shell/attempt.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>

namespace ui {
namespace {

/// What is not shown is not kept either.
bool isSecret(const QWidget* editor) {
  const auto* line = qobject_cast<const QLineEdit*>(editor);
  return line && line->echoMode() != QLineEdit::Normal;
}

QLabel* picture(const QString& name, Ink role) {
  auto* label = new QLabel;
  label->setPixmap(icon(name, role).pixmap(px(size::icon), px(size::icon)));
  return label;
}

} // namespace

FormRows::FormRows(const QString& draftKey)
    : m_draftKey(draftKey), m_body(new QWidget), m_notice(new QWidget), m_rows(new QFormLayout(m_body)),
      m_noticeText(new QLabel) {
  m_notice->setProperty("ground", QStringLiteral("notice"));
  m_notice->setAttribute(Qt::WA_StyledBackground);
  auto* notice = new QHBoxLayout(m_notice);
  notice->addWidget(picture(QStringLiteral("circle-alert"), Ink::Late), 0, Qt::AlignTop);
  notice->addWidget(m_noticeText, 1);
  m_noticeText->setWordWrap(true);
  m_noticeText->setObjectName(QStringLiteral("problems"));
  m_notice->hide();
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setHorizontalSpacing(px(size::margin));
  m_rows->setVerticalSpacing(px(size::gap));
  m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_rows->setLabelAlignment(Qt::AlignLeft);
}

// A field that loses the focus speaks up: it must be gone before what it speaks to.
FormRows::~FormRows() {
  m_remarks = nullptr;
  delete m_body;
}

void FormRows::addHeading(const QString& text) {
  auto* heading = new QLabel(text);
  setFace(heading, Face::Strong);
  heading->setContentsMargins(0, px(size::gap), 0, 0);
  m_rows->addRow(heading);
}

void FormRows::addFact(const QString& label, const QString& value) {
  auto* fact = new QLabel(value);
  fact->setTextFormat(Qt::PlainText);
  fact->setWordWrap(true);
  fact->setAlignment(Qt::AlignTop);
  fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
  fact->setAccessibleName(label + QStringLiteral(": ") + value);
  auto* name = new QLabel(label);
  name->setAlignment(Qt::AlignTop);
  QPalette second = name->palette();
  second.setColor(QPalette::WindowText, tokens().second);
  name->setPalette(second);
  m_rows->addRow(name, fact);
}

void FormRows::addPart(QWidget* part) { m_rows->addRow(part); }

void FormRows::setRowVisible(const QString& key, bool visible) {
  const auto field = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& each) { return each.key == key; });
  for (int row = 0; row < m_rows->rowCount(); ++row) {
    QLayoutItem* item = m_rows->itemAt(row, QFormLayout::FieldRole);
    if (item && item->layout() && item->layout()->indexOf(field->editor) >= 0)
      m_rows->setRowVisible(row, visible);
  }
  field->problem->setVisible(visible && !field->sentence->text().isEmpty());
}

void FormRows::addField(const QString& label, Field field) {
  field.editor->setObjectName(field.key);
  field.editor->setAccessibleName(label);
  field.problem = new QWidget;
  field.sign = new QLabel;
  field.sentence = new QLabel;
  field.sentence->setObjectName(field.key + QStringLiteral(".problem"));
  field.sentence->setWordWrap(true);
  setFace(field.sentence, Face::Second);
  auto* problem = new QHBoxLayout(field.problem);
  problem->setContentsMargins(0, 0, 0, 0);
  problem->setSpacing(px(size::step));
  problem->addWidget(field.sign, 0, Qt::AlignTop);
  problem->addWidget(field.sentence, 1);
  field.problem->hide();

  auto* column = new QVBoxLayout;
  column->setSpacing(px(size::step));
  column->addWidget(field.editor);
  column->addWidget(field.problem);
  if (qobject_cast<QCheckBox*>(field.editor)) {
    m_rows->addRow(QString(), column);
  } else {
    auto* name = new QLabel(label);
    name->setBuddy(field.editor);
    name->setMinimumWidth(m_labelWidth);
    name->setAlignment(Qt::AlignTop); // beside the first line, however tall the field is
    name->setContentsMargins(0, (px(size::control) - name->fontMetrics().height()) / 2, 0, 0);
    m_rows->addRow(name, column);
  }
  auto* box = qobject_cast<QComboBox*>(field.editor);
  if (auto* line = box ? box->lineEdit() : qobject_cast<QLineEdit*>(field.editor))
    QObject::connect(line, &QLineEdit::editingFinished, m_body, [this] { remark(); });
  m_fields.push_back(std::move(field));
}

QLineEdit* FormRows::addText(const QString& key, const QString& label, const QString& hint) {
  auto* edit = new QLineEdit;
  edit->setPlaceholderText(hint);
  QObject::connect(edit, &QLineEdit::textChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->text().trimmed(); },
                   [edit](const QVariant& value) { edit->setText(value.toString()); }, [] { return QString(); }});
  return edit;
}

QPlainTextEdit* FormRows::addMemo(const QString& key, const QString& label) {
  auto* edit = new QPlainTextEdit;
  edit->setTabChangesFocus(true);
  edit->setFixedHeight(px(size::row * 3));
  QObject::connect(edit, &QPlainTextEdit::textChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->toPlainText(); },
                   [edit](const QVariant& value) { edit->setPlainText(value.toString()); }, [] { return QString(); }});
  return edit;
}

DateField* FormRows::addDate(const QString& key, const QString& label, QDate today, AddBusinessDays addBusinessDays) {
  auto* edit = new DateField(today, std::move(addBusinessDays));
  QObject::connect(edit, &DateField::problemChanged, m_body,
                   [this, at = m_fields.size()](const QString& problem) { showProblem(m_fields[at], problem); });
  QObject::connect(edit, &QLineEdit::textEdited, m_body, [this, at = m_fields.size()] { touched(at); });
  QObject::connect(edit, &DateField::dateChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->date(); },
                   [edit](const QVariant& value) { edit->setDate(value.toDate()); },
                   [edit] { return edit->commit() ? QString() : edit->problem(); }, [edit] { return edit->typed(); },
                   [edit](const QString& text) { edit->retype(text); }});
  return edit;
}

ChoiceBox* FormRows::addChoice(const QString& key, const QString& label, std::vector<Choice> choices) {
  auto* box = new ChoiceBox(std::move(choices));
  box->view()->setAccessibleName(label);
  QObject::connect(box, &ChoiceBox::valueChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, box, nullptr, nullptr, nullptr, [box] { return box->value(); },
                   [box](const QVariant& value) { box->setValue(value.toString()); },
                   [box] {
                     return box->isKnown()
                                ? QString()
                                : tr("“%1” is not in the list. Choose one that is.").arg(box->currentText().trimmed());
                   }});
  return box;
}

ChoiceBox* FormRows::addPick(const QString& key, const QString& label, std::vector<Choice> choices) {
  ChoiceBox* box = addChoice(key, label, std::move(choices));
  box->removeItem(0);
  box->setCurrentIndex(0);
  box->lineEdit()->setPlaceholderText(tr("Choose one"));
  return box;
}

ChoicesField* FormRows::addChoices(const QString& key, const QString& label, std::vector<Choice> choices) {
  auto* edit = new ChoicesField(label, std::move(choices));
  QObject::connect(edit, &ChoicesField::valueChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->values(); },
                   [edit](const QVariant& value) { edit->setValues(value.toStringList()); }, [] { return QString(); }});
  return edit;
}

SearchField* FormRows::addSearch(const QString& key, const QString& label, ChoiceSource source) {
  auto* edit = new SearchField(std::move(source));
  edit->setListName(label);
  QObject::connect(edit, &SearchField::valueChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label,
           {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->value(); },
            [edit](const QVariant& value) { edit->setValue(value.toString()); },
            [edit] {
              return edit->takeTyped()
                         ? QString()
                         : tr("“%1” is none on file, or several. Choose one of the list.").arg(edit->text().trimmed());
            }});
  return edit;
}

QCheckBox* FormRows::addCheck(const QString& key, const QString& label) {
  auto* box = new QCheckBox(label);
  box->setMinimumHeight(px(size::control));
  QObject::connect(box, &QCheckBox::toggled, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, box, nullptr, nullptr, nullptr, [box] { return box->isChecked(); },
                   [box](const QVariant& value) { box->setChecked(value.toBool()); }, [] { return QString(); }});
  return box;
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
    field.sign->setPixmap(icon(late ? QStringLiteral("circle-alert") : QStringLiteral("triangle-alert"), inkOf(tone))
                              .pixmap(px(size::icon), px(size::icon)));
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
    const auto about = [](const Problems& problems, const QString& key) {
      const auto found =
          std::find_if(problems.begin(), problems.end(), [&](const Problem& p) { return p.field == key; });
      return found == problems.end() ? QString() : found->sentence;
    };
    for (const Field& field : m_fields) {
      if (now.value(field.key) == m_before.value(field.key) && field.check().isEmpty())
        continue;
      QString sentence = field.check();
      if (sentence.isEmpty())
        sentence = about(remarks.problems, field.key);
      if (!sentence.isEmpty())
        showProblem(field, sentence);
      else
        showSentence(field, about(remarks.warnings, field.key), Tone::Soon);
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
