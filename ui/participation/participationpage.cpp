// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/participation/participationpage.h"

#include "core/payors/question.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/recordchoices.h"
#include "ui/profile/pill.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace ui {

namespace {

/// How an answer looks beside its word.
std::pair<QString, Tone> faceOf(participation::Standing standing) {
  using participation::Standing;
  switch (standing) {
  case Standing::Yes:
    return {QStringLiteral("circle-check"), Tone::Done};
  case Standing::PastEnd:
    return {QStringLiteral("calendar-x-2"), Tone::Late};
  case Standing::Pending:
    return {QStringLiteral("hourglass"), Tone::Waiting};
  case Standing::No:
    break;
  }
  return {QStringLiteral("circle-x"), Tone::Neutral};
}

QLabel* words(Face face = Face::Body) {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setFace(label, face);
  return label;
}

} // namespace

ParticipationPage::ParticipationPage(Session& session, QWidget* parent)
    : Page(parent), m_session(session), m_provider(new SearchField(providerSource(session.database()))),
      m_payor(new ChoiceBox(payorChoices(session.database()))),
      m_practice(new ChoiceBox(practiceChoices(session.database()))),
      m_day(new DateField(session.today(), session.addBusinessDays())), m_said(nullptr), m_hint(words()),
      m_question(words(Face::Strong)), m_reason(words()), m_othersTitle(words(Face::SecondStrong)), m_word(new Pill),
      m_others(new QListWidget) {
  setObjectName(QStringLiteral("participation"));
  setWindowTitle(tr("Participation"));
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::margin));
  layout->setSpacing(px(size::margin));
  layout->addWidget(makeTop());
  layout->addWidget(makeQuestion());
  layout->addWidget(m_hint);
  layout->addWidget(m_said = makeAnswer());
  layout->addStretch(1);
  setFocusProxy(m_provider);
  connect(&session, &Session::changed, this, &ParticipationPage::answer);
  connect(&session, &Session::dayBegan, this, &ParticipationPage::answer);
  answer();
}

QWidget* ParticipationPage::makeTop() {
  auto* top = new QWidget;
  auto* title = new QLabel(tr("Is a provider with a payor?"));
  setFace(title, Face::Title);
  auto* back = new QPushButton(tr("Back"));
  back->setObjectName(QStringLiteral("participation.back"));
  back->setToolTip(tr("Back (Esc)"));
  back->setProperty("quiet", true);
  connect(back, &QPushButton::clicked, this, &Page::closeAsked);
  auto* row = new QHBoxLayout(top);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(title);
  row->addStretch();
  row->addWidget(back);
  return top;
}

QWidget* ParticipationPage::makeQuestion() {
  auto* box = new QWidget;
  box->setMaximumWidth(px(size::form));
  auto* form = new QFormLayout(box);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(px(size::margin));
  form->setVerticalSpacing(px(size::gap));
  form->setLabelAlignment(Qt::AlignLeft);
  const auto add = [&](const QString& name, const QString& label, QWidget* editor) {
    editor->setObjectName(QStringLiteral("participation.") + name);
    editor->setAccessibleName(label);
    auto* text = new QLabel(label);
    text->setBuddy(editor);
    form->addRow(text, editor);
  };
  add(QStringLiteral("provider"), tr("Provider"), m_provider);
  m_provider->setListName(tr("Providers"));
  m_provider->setPlaceholderText(tr("Name or NPI"));
  add(QStringLiteral("payor"), tr("Payor"), m_payor);
  add(QStringLiteral("practice"), tr("At"), m_practice);
  m_practice->lineEdit()->setPlaceholderText(tr("Any practice"));
  add(QStringLiteral("day"), tr("On"), m_day);
  m_day->setDate(m_session.today());
  connect(m_provider, &SearchField::valueChanged, this, &ParticipationPage::answer);
  connect(m_payor, &ChoiceBox::valueChanged, this, &ParticipationPage::answer);
  connect(m_practice, &ChoiceBox::valueChanged, this, &ParticipationPage::answer);
  connect(m_day, &DateField::dateChanged, this, &ParticipationPage::answer);
  return box;
}

QWidget* ParticipationPage::makeAnswer() {
  auto* box = new QWidget;
  m_word->setObjectName(QStringLiteral("participation.word"));
  m_reason->setObjectName(QStringLiteral("participation.reason"));
  m_others->setObjectName(QStringLiteral("participation.others"));
  m_others->setAccessibleName(tr("Who is participating there"));
  m_others->setProperty("plain", true);
  m_others->setFrameShape(QFrame::NoFrame);
  m_others->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  connect(m_others, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { Q_EMIT profileAsked(Id<Provider>{item->data(Qt::UserRole).toLongLong()}); });
  auto* answer = new QHBoxLayout;
  answer->setSpacing(px(size::gap));
  answer->addWidget(m_word, 0, Qt::AlignTop);
  answer->addWidget(m_reason, 1);
  auto* layout = new QVBoxLayout(box);
  box->setMaximumWidth(px(size::wide));
  box->setProperty("card", true);
  box->setAttribute(Qt::WA_StyledBackground);
  layout->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::cell));
  layout->setSpacing(px(size::gap));
  layout->addWidget(m_question);
  layout->addLayout(answer);
  layout->addSpacing(px(size::margin));
  layout->addWidget(m_othersTitle);
  layout->addWidget(m_others, 1);
  return box;
}

void ParticipationPage::ask(const participation::Question& question) {
  m_provider->setValue(idValue(question.provider));
  m_payor->setValue(idValue(question.payor));
  m_practice->setValue(idValue(question.practice));
  m_day->setDate(question.day);
  answer();
}

void ParticipationPage::answer() {
  db::Database& database = m_session.database();
  participation::Question question;
  question.provider = idIn<Provider>(m_provider->value());
  question.payor = idIn<Payor>(m_payor->value());
  question.practice = idIn<Practice>(m_practice->value());
  question.day = m_day->date().isValid() ? m_day->date() : m_session.today();
  const bool asked = question.provider.isValid() && question.payor.isValid();
  m_hint->setVisible(!asked);
  m_said->setVisible(asked);
  m_hint->setText(
      tr("Choose a provider and a payor: the answer is yes, no or pending, from when, what to do with claims, and who "
         "at that practice is participating. The same question can be typed after Ctrl+K: “marten with aetna at "
         "lakeside on 3/12”."));
  if (!asked)
    return;
  const auto answer = participation::answer(database, question);
  const auto said = participation::said(database, question, answer, m_session.today());
  const auto [symbol, tone] = faceOf(answer.standing);
  m_question->setText(said.question);
  m_word->show(symbol, said.word, tone);
  m_reason->setText(said.reason);
  m_others->clear();
  for (const Id<Provider> other : answer.participating) {
    auto* item = new QListWidgetItem(nameOf(database, other), m_others);
    item->setData(Qt::UserRole, other.value);
  }
  m_othersTitle->setText(m_others->count() > 0 ? tr("Participating there with this payor: %L1").arg(m_others->count())
                                               : tr("Nobody else is participating there with this payor."));
  m_othersTitle->setVisible(question.practice.isValid());
  m_others->setVisible(question.practice.isValid() && m_others->count() > 0);
}

void ParticipationPage::find() {
  m_provider->setFocus();
  m_provider->selectAll();
}

void ParticipationPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT closeAsked();
  else
    Page::keyPressEvent(event);
}

} // namespace ui
