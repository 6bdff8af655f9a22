// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/inspector.h"

#include "core/base/text.h"
#include "core/facilities/facility.h"
#include "core/notes/contacts.h"
#include "core/tracking/status.h"
#include "core/tracking/trackings.h"
#include "ui/form/drafts.h"
#include "ui/form/recordchoices.h"
#include "ui/list/cellface.h"
#include "ui/list/flowlayout.h"
#include "ui/profile/pill.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"
#include "ui/theme/sign.h"
#include "ui/tracking/markdownview.h"
#include "ui/tracking/notebox.h"
#include "ui/tracking/ownhistory.h"
#include "ui/tracking/timeline.h"

#include <QDesktopServices>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>

namespace ui {
namespace {

constexpr int contactsShown = 8;
QString noteForm(Id<Step> step) { return QStringLiteral("note/step/%1").arg(step.value); }

/// "22 Jan": for pills, where room is short.
QString shortDate(QDate date, QDate today) {
  const QString shown = shownDate(date, today);
  return date.year() == today.year() ? shown.section(QLatin1Char(' '), 1) : shown;
}

QString businessDays(int days) {
  return days == 1 ? Inspector::tr("1 business day") : Inspector::tr("%1 business days").arg(days);
}

/// A web address as it is typed: with or without its scheme.
QUrl portalOf(const QString& text) {
  const QUrl url = QUrl::fromUserInput(text);
  return url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http") ? url : QUrl();
}

} // namespace

Inspector::Inspector(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_before(new OwnHistory(session, this)), m_who(new ElidedLabel),
      m_what(new ElidedLabel), m_pillBox(new QWidget), m_call(new QHBoxLayout), m_held(new QLabel), m_body(new QWidget),
      m_empty(new QLabel), m_timeline(new Timeline), m_name(new QLabel), m_complete(new QPushButton),
      m_move(new QPushButton), m_facts(new QFormLayout), m_instruction(new MarkdownView), m_contactsTitle(new QLabel),
      m_contacts(new QVBoxLayout), m_scroll(new QScrollArea),
      m_note(new NoteBox(session.today(), session.addBusinessDays())) {
  setObjectName(QStringLiteral("inspector"));
  m_timeline->setFolding(true);
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  auto* page = new QWidget;
  page->setProperty("ground", QStringLiteral("surface"));
  auto* inside = new QVBoxLayout(page);
  inside->setContentsMargins(px(size::gap), px(size::gap), px(size::gap), px(size::gap));
  inside->setSpacing(px(size::gap));
  inside->addWidget(m_timeline);
  makeStep(inside);
  m_contactsTitle->setText(tr("Last contacts"));
  setFace(m_contactsTitle, Face::SecondStrong);
  m_contactsTitle->setForegroundRole(QPalette::PlaceholderText);
  m_contactsTitle->setContentsMargins(px(size::gap), px(size::gap), 0, 0);
  m_contacts->setSpacing(px(size::gap));
  m_contacts->setContentsMargins(px(size::gap), 0, px(size::gap), 0);
  inside->addWidget(m_contactsTitle);
  inside->addLayout(m_contacts);
  inside->addStretch();
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(page);

  auto* note = new QWidget;
  auto* noteLayout = new QVBoxLayout(note);
  noteLayout->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), px(size::cell));
  noteLayout->addWidget(m_note);

  auto* body = new QVBoxLayout(m_body);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  makeHead(body);
  body->addWidget(hairline());
  body->addWidget(m_scroll, 1);
  body->addWidget(hairline());
  body->addWidget(note);
  m_empty->setText(tr("Select a step to see its tracking."));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setForegroundRole(QPalette::PlaceholderText);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_body);
  layout->addWidget(m_empty);
  m_body->hide();

  connect(m_timeline, &Timeline::stepChosen, this, [this](Id<Step> step) {
    if (step.isValid() && step != m_step) {
      m_step = step;
      look();
    }
  });
  connect(m_before, &OwnHistory::known, this, [this] { look(); });
  connect(m_note, &NoteBox::entered, this, &Inspector::log);
  connect(m_note, &NoteBox::left, this, &Inspector::left);
  connect(m_complete, &QPushButton::clicked, this, &Inspector::completeAsked);
}

void Inspector::makeHead(QVBoxLayout* layout) {
  auto* head = new QVBoxLayout;
  head->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::cell));
  head->setSpacing(px(size::step));
  setFace(m_who, Face::Title);
  m_who->setObjectName(QStringLiteral("inspector.who"));
  m_what->setObjectName(QStringLiteral("inspector.what"));
  m_what->setForegroundRole(QPalette::PlaceholderText);
  auto* pills = new FlowLayout(px(size::step));
  m_pillBox->setLayout(pills);
  m_call->setSpacing(px(size::step));
  m_held->setObjectName(QStringLiteral("inspector.held"));
  m_held->setWordWrap(true);
  setFace(m_held, Face::Second);
  head->addWidget(m_who);
  head->addWidget(m_what);
  head->addWidget(m_pillBox);
  head->addWidget(m_held);
  head->addLayout(m_call);
  layout->addLayout(head);
}

void Inspector::makeStep(QVBoxLayout* layout) {
  auto* part = new QFrame;
  part->setProperty("ground", QStringLiteral("notice"));
  part->setAttribute(Qt::WA_StyledBackground);
  m_name->setObjectName(QStringLiteral("inspector.step"));
  m_name->setWordWrap(true);
  m_name->setTextFormat(Qt::PlainText);
  setFace(m_name, Face::Strong);
  m_complete->setText(tr("Complete  X"));
  m_complete->setObjectName(QStringLiteral("inspector.complete"));
  m_complete->setAccessibleName(tr("Complete this step (X)"));
  m_move->setText(tr("Move"));
  setButtonIcon(m_move, QStringLiteral("chevron-down"));
  m_move->setObjectName(QStringLiteral("inspector.move"));
  m_move->setAccessibleName(tr("Move this step or its tracking"));
  auto* top = new QHBoxLayout;
  top->setSpacing(px(size::step));
  top->addWidget(m_name, 1);
  top->addWidget(m_complete, 0, Qt::AlignTop);
  top->addWidget(m_move, 0, Qt::AlignTop);
  m_facts->setHorizontalSpacing(px(size::cell));
  m_facts->setVerticalSpacing(px(size::step));
  m_facts->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_instruction->setObjectName(QStringLiteral("inspector.instruction"));
  m_instruction->setAccessibleName(tr("Instruction"));
  auto* inside = new QVBoxLayout(part);
  inside->setContentsMargins(px(size::cell), px(size::gap), px(size::gap), px(size::cell));
  inside->setSpacing(px(size::gap));
  inside->addLayout(top);
  inside->addLayout(m_facts);
  inside->addWidget(m_instruction);
  layout->addWidget(part);
}

void Inspector::showStep(Id<Step> step) {
  if (step == m_listed) // another one of its tracking may be looked at
    return;
  m_listed = m_step = step;
  look();
}

void Inspector::refresh() {
  m_before->forget();
  look();
}

void Inspector::beginNote() {
  if (m_body->isVisible())
    m_note->setFocus(Qt::OtherFocusReason);
}

void Inspector::look() {
  attempt(tr("Reading the tracking"), [this] { read(); });
}

void Inspector::read() {
  db::Database& database = m_session.database();
  const auto step = db::load(database, m_step);
  m_body->setVisible(step.has_value());
  m_empty->setVisible(!step);
  if (!step)
    return;
  const Tracking tracking = *db::load(database, step->tracking);
  const std::vector<Step> steps = stepsOf(database, tracking.id);
  const Calendar calendar = calendarOf(database, tracking.team);
  showHead(tracking, steps);
  m_timeline->showSteps(steps, m_step, m_session.today(), calendar);
  showChosen(tracking, *step);
  showContacts(tracking);
  const FollowUpRule rule = FollowUpRule::stored(database);
  m_note->setToday(m_session.today());
  m_note->setFollowUp([step = *step, today = m_session.today(), rule, calendar](const ContactLine& line) {
    return followUpAfter(line, step, today, rule, calendar);
  });
  m_note->setAbout(noteForm(m_step));
}

void Inspector::showHead(const Tracking& tracking, const std::vector<Step>& steps) {
  db::Database& database = m_session.database();
  const QString practice = nameOf(database, tracking.practice);
  m_who->setText(tracking.provider.isValid() ? nameOf(database, tracking.provider) : practice);
  m_what->setText(joined({tracking.type + QStringLiteral(" – ") + tracking.subtype, nameOf(database, tracking.payor),
                          nameOf(database, tracking.facility), tracking.state,
                          tracking.provider.isValid() ? practice : QString(), tracking.reference}));
  clear(m_pillBox->layout());
  const QString status = database.text(QStringLiteral("SELECT status FROM tracking WHERE id = ?"), {tracking.id});
  if (status != QLatin1String("In progress") && status != QLatin1String("New"))
    addPill(statusLook(status).icon, status, statusLook(status).tone);
  showForecast(tracking, steps);
  const bool held = !tracking.reason.isEmpty();
  m_held->setVisible(held);
  m_held->setText(tracking.resumeOn.isValid()
                      ? tr("%1 · resumes %2").arg(tracking.reason, shownDate(tracking.resumeOn, m_session.today()))
                      : tracking.reason);

  clear(m_call);
  QString phone, portal;
  if (const auto payor = db::load(database, tracking.payor)) {
    phone = payor->phone;
    portal = payor->portal;
  } else if (const auto facility = db::load(database, tracking.facility)) {
    phone = facility->phone;
  }
  if (!phone.isEmpty()) {
    auto* sign = new Sign(QStringLiteral("phone"), Ink::Second);
    auto* number = words(phone, Face::Body, false);
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    number->setAccessibleName(tr("Phone: %1").arg(phone));
    m_call->addWidget(sign);
    m_call->addWidget(number);
  }
  if (const QUrl url = portalOf(portal); !portal.isEmpty() && url.isValid()) {
    auto* link = new QPushButton(tr("Portal"));
    setButtonIcon(link, QStringLiteral("external-link"), Ink::Accent);
    link->setProperty("link", true);
    link->setToolTip(url.toDisplayString());
    connect(link, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
    m_call->addWidget(link);
  } else if (!portal.isEmpty()) {
    m_call->addWidget(words(portal, Face::Body, true));
  }
  m_call->addStretch();
}

void Inspector::addPill(const QString& icon, const QString& word, Tone tone, const QString& more) {
  auto* pill = new Pill(m_pillBox); // shown without a parent it would be a window
  pill->show(icon, word, tone);
  pill->setToolTip(more);
  m_pillBox->layout()->addWidget(pill);
}

void Inspector::showForecast(const Tracking& tracking, const std::vector<Step>& steps) {
  const QDate today = m_session.today();
  const OwnHistory::Took* before = m_before->of(tracking);
  const auto forecast =
      forecast::of(m_session.database(), tracking, steps, before ? before->whole : std::nullopt, today);
  if (forecast.planned.isValid())
    addPill(QStringLiteral("calendar"), tr("Planned %1").arg(shortDate(forecast.planned, today)), Tone::Neutral,
            tr("When the last open step is due"));
  if (forecast.history)
    addPill(QStringLiteral("calendar-clock"),
            tr("Usually %1 – %2").arg(shortDate(forecast.likely, today), shortDate(forecast.late, today)),
            forecast.late < today ? Tone::Soon : Tone::Neutral,
            (forecast.history->ofPayor
                 ? tr("Half of your last %1 with this payor and state took up to %2 days, 80 % up "
                      "to %3")
                 : tr("Half of your last %1 of this type took up to %2 days, 80 % up to %3"))
                .arg(forecast.history->cases)
                .arg(forecast.history->median)
                .arg(forecast.history->eightieth));
  if (forecast.limit)
    addPill(QStringLiteral("clock-alert"),
            forecast.daysLeft < 0 ? tr("Limit passed %1 days ago").arg(-forecast.daysLeft)
                                  : tr("%1 days to the state's limit").arg(forecast.daysLeft),
            forecast.daysLeft < 0 ? Tone::Late : Tone::Soon,
            QStringLiteral("%1 %2 (%3)")
                .arg(shownDate(forecast.limit->day, today), forecast.limit->says, forecast.limit->source));
}

void Inspector::addFact(const QString& label, const QString& value) {
  auto* name = words(label, Face::Second, true);
  name->setWordWrap(false);
  auto* fact = words(value, Face::Second, false);
  fact->setAccessibleName(label + QStringLiteral(": ") + value);
  m_facts->addRow(name, fact);
}

void Inspector::showChosen(const Tracking& tracking, const Step& step) {
  db::Database& database = m_session.database();
  const QDate today = m_session.today();
  const bool isOpen = isOpenStatus(step.status);
  const bool isCancelled = tracking.setStatus == QLatin1String("Cancelled");
  m_name->setText(step.name);
  m_complete->setVisible(isOpen && !isCancelled);
  while (m_facts->rowCount() > 0)
    m_facts->removeRow(0);
  addFact(tr("Status"), isOpen && !step.waitingOn.isEmpty()
                            ? (step.waitingSince.isValid() ? tr("%1, on %2 since %3")
                                                                 .arg(step.status, step.waitingOn.toLower(),
                                                                      shownDate(step.waitingSince, today))
                                                           : tr("%1, on %2").arg(step.status, step.waitingOn.toLower()))
                            : step.status);
  if (step.completed.isValid())
    addFact(tr("Completed"), shownDate(step.completed, today));
  if (isOpen) {
    const int late = businessDaysLate(step.due, today, calendarOf(database, tracking.team));
    const QString due = step.due.isValid() ? shownDate(step.due, today) : tr("No date");
    addFact(tr("Due"), joined({due, late > 0 ? tr("%1 late").arg(businessDays(late)) : QString(),
                               step.duePinned ? tr("set by hand") : QString()}));
  }
  if (step.started.isValid())
    addFact(tr("Started"), shownDate(step.started, today));
  if (isOpen && step.followUp.isValid())
    addFact(tr("Follow-up"), shownDate(step.followUp, today));
  const QString role =
      database.text(QStringLiteral("SELECT role FROM template_step WHERE template_id = ? AND name = ? LIMIT 1"),
                    {tracking.ofTemplate, step.name});
  const QString assignee = database.text(QStringLiteral("SELECT name FROM coordinator WHERE id = ?"), {step.assignee});
  addFact(tr("Assignee"), joined({assignee.isEmpty() ? tr("Nobody") : assignee,
                                  role.isEmpty() ? QString() : tr("usually done by: %1").arg(role)}));
  const OwnHistory::Took* before = m_before->of(tracking);
  const auto usual = before ? before->steps.value(folded(step.name)) : forecast::History{};
  if (isOpen && usual.cases > 0)
    addFact(tr("Usually"), tr("%1, 80 % in %2").arg(businessDays(usual.median)).arg(usual.eightieth));
  m_instruction->setVisible(!step.description.isEmpty());
  m_instruction->showText(step.description);
}

void Inspector::showContacts(const Tracking& tracking) {
  clear(m_contacts);
  const auto notes = db::allWhere<Note>(
      m_session.database(),
      QStringLiteral("tracking_id = ? ORDER BY written DESC, id DESC LIMIT %1").arg(contactsShown), {tracking.id});
  m_contactsTitle->setVisible(!notes.empty());
  for (const Note& note : notes) {
    const QDate day = QDate::fromString(note.written.left(10), Qt::ISODate);
    const QString of =
        note.step == m_step
            ? QString()
            : m_session.database().text(QStringLiteral("SELECT name FROM step WHERE id = ?"), {note.step});
    auto* part = new QWidget;
    auto* lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(words(joined({shownDate(day, m_session.today()), note.kind, note.author,
                                   note.reference.isEmpty() ? QString() : tr("ref %1").arg(note.reference),
                                   note.withWhom, note.outcome, of}),
                           Face::Second, true));
    lines->addWidget(words(note.text.trimmed(), Face::Body, false));
    m_contacts->addWidget(part);
  }
}

void Inspector::log(const ContactLine& line, QDate followUp) {
  const auto step = db::load(m_session.database(), m_step);
  if (!step)
    return;
  const ContactStamp stamp{m_session.myName(),
                           m_session.actor().now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))};
  const Id<Step> about = m_step;
  const Problems problems = m_session.tryChange(
      tr("%1 on “%2” · %3").arg(line.kind, step->name, m_who->text()), [&](db::Transaction& transaction) {
        const auto note = logContact(transaction, about, line, followUp, stamp);
        return note.isOk() ? Problems{} : note.problems();
      });
  if (problems.empty()) {
    if (m_step == about)
      m_note->clear();
    else
      drafts().forget(noteForm(about)); // the list has read itself again, and gone on to another one
    Q_EMIT logged();
    return;
  }
  m_note->showProblem(problems.front().sentence);
}

} // namespace ui
