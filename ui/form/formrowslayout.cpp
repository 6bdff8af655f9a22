// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/choicebox.h"
#include "ui/form/choicesfield.h"
#include "ui/form/datefield.h"
#include "ui/form/formrows.h"
#include "ui/form/searchfield.h"
#include "ui/theme/sign.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui {

FormRows::FormRows(const QString& draftKey, QWidget* form)
    : m_draftKey(draftKey), m_body(new QWidget(form)), m_notice(new QWidget(form)), m_rows(new QFormLayout(m_body)),
      m_noticeText(new QLabel(m_notice)) {
  m_notice->setProperty("ground", QStringLiteral("notice"));
  m_notice->setAttribute(Qt::WA_StyledBackground);
  auto* notice = new QHBoxLayout(m_notice);
  notice->addWidget(new Sign(QStringLiteral("circle-alert"), Ink::Late, size::icon, m_notice), 0, Qt::AlignTop);
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

void FormRows::addHeading(const QString& text) {
  auto* heading = new QLabel(text, m_body);
  setFace(heading, Face::Strong);
  heading->setContentsMargins(0, px(size::gap), 0, 0);
  m_rows->addRow(heading);
}

void FormRows::addFact(const QString& label, const QString& value) {
  auto* fact = new QLabel(value, m_body);
  fact->setTextFormat(Qt::PlainText);
  fact->setWordWrap(true);
  fact->setAlignment(Qt::AlignTop);
  fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
  fact->setAccessibleName(label + QStringLiteral(": ") + value);
  auto* name = new QLabel(label, m_body);
  name->setAlignment(Qt::AlignTop);
  QPalette second = name->palette();
  second.setColor(QPalette::WindowText, tokens().second);
  name->setPalette(second);
  m_rows->addRow(name, fact);
}

void FormRows::addPart(QWidget* part) { m_rows->addRow(part); }

void FormRows::addField(const QString& label, Field field) {
  field.editor->setObjectName(field.key);
  field.editor->setAccessibleName(label);
  field.problem = new QWidget(m_body);
  field.sign = new Sign({}, Ink::Late, size::icon, field.problem);
  field.sentence = new QLabel(field.problem);
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
    auto* name = new QLabel(label, m_body);
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
  auto* edit = new QLineEdit(m_body);
  edit->setPlaceholderText(hint);
  QObject::connect(edit, &QLineEdit::textChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->text().trimmed(); },
                   [edit](const QVariant& value) { edit->setText(value.toString()); }, [] { return QString(); }});
  return edit;
}

QPlainTextEdit* FormRows::addMemo(const QString& key, const QString& label) {
  auto* edit = new QPlainTextEdit(m_body);
  edit->setTabChangesFocus(true);
  edit->setFixedHeight(px(size::row * 3));
  QObject::connect(edit, &QPlainTextEdit::textChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->toPlainText(); },
                   [edit](const QVariant& value) { edit->setPlainText(value.toString()); }, [] { return QString(); }});
  return edit;
}

DateField* FormRows::addDate(const QString& key, const QString& label, QDate today, AddBusinessDays addBusinessDays) {
  auto* edit = new DateField(today, std::move(addBusinessDays), m_body);
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
  auto* box = new ChoiceBox(std::move(choices), m_body);
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
  auto* edit = new ChoicesField(label, std::move(choices), m_body);
  QObject::connect(edit, &ChoicesField::valueChanged, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, edit, nullptr, nullptr, nullptr, [edit] { return edit->values(); },
                   [edit](const QVariant& value) { edit->setValues(value.toStringList()); }, [] { return QString(); }});
  return edit;
}

SearchField* FormRows::addSearch(const QString& key, const QString& label, ChoiceSource source) {
  auto* edit = new SearchField(std::move(source), m_body);
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
  auto* box = new QCheckBox(label, m_body);
  box->setMinimumHeight(px(size::control));
  QObject::connect(box, &QCheckBox::toggled, m_body, [this, at = m_fields.size()] { touched(at); });
  addField(label, {key, box, nullptr, nullptr, nullptr, [box] { return box->isChecked(); },
                   [box](const QVariant& value) { box->setChecked(value.toBool()); }, [] { return QString(); }});
  return box;
}

} // namespace ui
