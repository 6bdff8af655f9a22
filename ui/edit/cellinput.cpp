// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/cellinput.h"

#include "ui/edit/choiceline.h"
#include "ui/form/datefield.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/session.h"

#include <QHBoxLayout>
#include <QStyle>

namespace ui {
namespace {

/// Choices whose value is what the core reads: the name.
std::vector<Choice> named(std::vector<Choice> choices, const QString& iconName) {
  for (Choice& choice : choices) {
    choice.value = choice.text;
    choice.icon = iconName;
  }
  return choices;
}

std::vector<Choice> choicesOf(Session& session, const edit::Field& field) {
  std::vector<Choice> choices;
  if (!field.isNeeded)
    choices.push_back({QString(), CellInput::tr("None"), {}});
  const auto add = [&choices](std::vector<Choice> more) {
    choices.insert(choices.end(), more.begin(), more.end());
    return choices;
  };
  switch (field.kind) {
  case edit::Kind::Word:
    return add(wordChoices(field.words(session.database())));
  case edit::Kind::YesNo:
    return {{QStringLiteral("yes"), QStringLiteral("yes"), QStringLiteral("check")},
            {QStringLiteral("no"), QStringLiteral("no"), QStringLiteral("x")}};
  case edit::Kind::Coordinator:
    return add(named(coordinatorChoices(session.database()), QStringLiteral("user")));
  case edit::Kind::Payor:
    return add(named(payorChoices(session.database()), {}));
  case edit::Kind::Text:
  case edit::Kind::Number:
  case edit::Kind::Date:
    break;
  }
  return {};
}

QLineEdit* makeLine(Session& session, const edit::Field& field) {
  if (field.kind == edit::Kind::Date)
    return new DateField(session.today(), session.addBusinessDays());
  auto choices = choicesOf(session, field);
  return choices.empty() ? new QLineEdit : new ChoiceLine(field.label, std::move(choices));
}

} // namespace

CellInput::CellInput(Session& session, const edit::Field& field, QWidget* parent)
    : QWidget(parent), m_session(session), m_line(makeLine(session, field)) {
  m_line->setObjectName(QStringLiteral("cellInput"));
  m_line->setAccessibleName(field.label);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_line);
  setFocusProxy(m_line);
  if (auto* choices = qobject_cast<ChoiceLine*>(m_line)) {
    connect(choices, &ChoiceLine::valueChanged, this, &CellInput::notice);
    connect(choices, &ChoiceLine::taken, this, &CellInput::taken);
  } else {
    connect(m_line, &QLineEdit::textChanged, this, &CellInput::notice); // a date may come from the calendar
  }
}

QString CellInput::typed() const {
  if (const auto* choices = qobject_cast<ChoiceLine*>(m_line))
    return choices->value();
  if (qobject_cast<DateField*>(m_line))
    if (const auto date = typedDate(m_line->text(), m_session.today(), m_session.addBusinessDays()); date.isOk())
      return date->toString(Qt::ISODate);
  return m_line->text();
}

// A date that is left is written out: nothing else is meant by it.
void CellInput::notice() {
  const QString now = typed();
  if (now == m_meant)
    return;
  m_meant = now;
  Q_EMIT changed();
}

void CellInput::setValue(const QString& value) {
  if (auto* date = qobject_cast<DateField*>(m_line))
    date->setDate(QDate::fromString(value, Qt::ISODate));
  else
    m_line->setText(value);
  m_line->selectAll();
}

void CellInput::openList() {
  if (auto* choices = qobject_cast<ChoiceLine*>(m_line))
    choices->openList();
}

void CellInput::begin(const QString& text) {
  m_line->clear();
  m_line->insert(text); // as if it were typed, so that choices are offered
}

void CellInput::setProblem(bool isWrong) {
  if (m_line->property("problem").toBool() == isWrong)
    return;
  m_line->setProperty("problem", isWrong);
  m_line->style()->unpolish(m_line);
  m_line->style()->polish(m_line);
}

bool CellInput::closeList() {
  auto* choices = qobject_cast<ChoiceLine*>(m_line);
  if (!choices || !choices->isListed())
    return false;
  choices->closeList();
  return true;
}

} // namespace ui
