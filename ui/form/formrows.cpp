// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formrows.h"

#include "ui/form/choicebox.h"
#include "ui/form/choicesfield.h"
#include "ui/form/datefield.h"
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

/// What was typed into forms that were left, by their key.
QHash<QString, QVariantMap>& drafts() {
  static QHash<QString, QVariantMap> all;
  return all;
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
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->date(); },
                   [edit](const QVariant& value) { edit->setDate(value.toDate()); },
                   [edit] { return edit->commit() ? QString() : edit->problem(); }});
  return edit;
}

ChoiceBox* FormRows::addChoice(const QString& key, const QString& label, std::vector<Choice> choices) {
  auto* box = new ChoiceBox(std::move(choices));
  box->view()->setAccessibleName(label);
  QObject::connect(box, &ChoiceBox::valueChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, box, nullptr, nullptr, nullptr, [box] { return box->value(); },
                   [box](const QVariant& value) { box->setValue(value.toString()); },
                   [box, label] {
                     return box->isKnown() ? QString()
                                           : tr("There is no %1 “%2”. Choose one of the list.")
                                                 .arg(label.toLower(), box->currentText().trimmed());
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
  m_before = values();
  const auto draft = drafts().constFind(m_draftKey);
  if (draft == drafts().constEnd())
    return false;
  setValues(*draft);
  return true;
}

void FormRows::discard() {
  drafts().remove(m_draftKey);
  setValues(m_before);
  clearProblems();
}

void FormRows::keepDraft() {
  if (const QVariantMap now = values(); now != m_before)
    drafts().insert(m_draftKey, now);
  else
    drafts().remove(m_draftKey);
}

void FormRows::adopt(const QVariantMap& values) {
  for (const Field& field : m_fields)
    if (values.contains(field.key)) {
      if (field.read() == m_before.value(field.key) && field.check().isEmpty())
        field.write(values.value(field.key));
      m_before.insert(field.key, values.value(field.key));
    }
}

bool FormRows::store() {
  Problems problems = typingProblems();
  if (problems.empty() && m_save && !attempt(tr("Saving"), [&] { problems = m_save(values()); }))
    return false;
  if (!problems.empty()) {
    showProblems(problems);
    return false;
  }
  drafts().remove(m_draftKey);
  return true;
}

void FormRows::forgetDrafts() { drafts().clear(); }

} // namespace ui
