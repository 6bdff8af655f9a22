// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewcard.h"

#include "core/credentials/document.h"
#include "core/notes/note.h"
#include "core/report/catalogue.h"
#include "core/report/review.h"
#include "core/review/walk.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"
#include "ui/profile/pill.h"
#include "ui/shell/attempt.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"
#include "ui/tracking/notebox.h"

#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int contactsShown = 3;
constexpr int documentsShown = 4;
const QString dot = QStringLiteral(" · ");

QUrl portalOf(const QString& text) {
  const QUrl url = QUrl::fromUserInput(text);
  return url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http") ? url : QUrl();
}

/// What is known of an item from its row: heading → cell.
QHash<QString, QString> cellsOf(db::Database& database, qint64 key, QDate today) {
  const report::Listing* listing = report::find(QStringLiteral("review"));
  report::Request request{listing, today, {}};
  for (size_t i = 0; i < listing->columns.size(); ++i)
    request.columns.push_back(int(i));
  const report::Query query = report::rowsByIdQuery(request, {key});
  QHash<QString, QString> cells;
  database.each(query.sql, query.arguments, [&](db::Row& row) {
    row.number();
    for (const report::Column& column : listing->columns)
      cells[column.heading] = row.text();
  });
  return cells;
}

/// Which notes are about an item, and what they are asked by.
alerts::Condition notesAbout(const review::Item& item) {
  if (item.step.isValid())
    return {QStringLiteral("tracking_id = (SELECT tracking_id FROM step WHERE id = ?)"), {item.step}};
  if (item.task.isValid())
    return {QStringLiteral("task_id = ?"), {item.task}};
  if (const auto enrollment = item.subject.enrollment; enrollment.isValid())
    return {QStringLiteral("id IN (SELECT n.id FROM note n WHERE n.tracking_id IN (SELECT t.id FROM tracking t WHERE "
                           "t.enrollment_id = ?) UNION SELECT n.id FROM enrollment e JOIN note n ON n.provider_id = "
                           "e.provider_id AND n.payor_id = e.payor_id WHERE e.id = ? UNION SELECT n.id FROM enrollment "
                           "e JOIN note n ON n.practice_id = e.practice_id AND n.payor_id = e.payor_id WHERE e.id = ? "
                           "AND e.provider_id IS NULL)"),
            {enrollment, enrollment, enrollment}};
  if (const auto affiliation = item.subject.affiliation; affiliation.isValid())
    return {QStringLiteral("tracking_id IN (SELECT id FROM tracking WHERE affiliation_id = ?)"), {affiliation}};
  if (const auto credential = item.subject.credential; credential.isValid())
    return {QStringLiteral("provider_id = (SELECT provider_id FROM credential WHERE id = ?)"), {credential}};
  return {QStringLiteral("provider_id = ?"), {item.subject.provider}};
}

/// The names of the newest documents that belong to an item or to whom it is about.
QStringList documentsOf(db::Database& database, const review::Item& item) {
  QString where = QStringLiteral("task_id = ?");
  db::Value of = item.task;
  if (item.step.isValid()) {
    where =
        QStringLiteral("provider_id = (SELECT t.provider_id FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE "
                       "s.id = ?)");
    of = item.step;
  } else if (item.subject.credential.isValid()) {
    where = QStringLiteral("credential_id = ?");
    of = item.subject.credential;
  } else if (item.subject.enrollment.isValid()) {
    where = QStringLiteral("provider_id = (SELECT provider_id FROM enrollment WHERE id = ?)");
    of = item.subject.enrollment;
  } else if (item.subject.affiliation.isValid()) {
    where = QStringLiteral("provider_id = (SELECT provider_id FROM affiliation WHERE id = ?)");
    of = item.subject.affiliation;
  } else if (item.subject.provider.isValid()) {
    where = QStringLiteral("provider_id = ?");
    of = item.subject.provider;
  }
  const auto names =
      database.all(QStringLiteral("SELECT name FROM document WHERE %1 ORDER BY added DESC, id DESC LIMIT %2")
                       .arg(where)
                       .arg(documentsShown),
                   {of}, [](db::Row& row) { return row.text(); });
  return {names.begin(), names.end()};
}

/// A sentence with its dates as people read them.
QString withDays(QString text, QDate today) {
  static const QRegularExpression date(QStringLiteral("\\d{4}-\\d{2}-\\d{2}"));
  for (auto found = date.match(text); found.hasMatch(); found = date.match(text, found.capturedStart() + 1))
    text.replace(found.capturedStart(), found.capturedLength(),
                 shownDate(QDate::fromString(found.captured(), Qt::ISODate), today));
  return text;
}

/// Somebody else has the ball.
bool isWithSomebody(const QString& waitingOn) {
  return !waitingOn.isEmpty() && waitingOn != QLatin1String("Us") && waitingOn != QLatin1String("Nobody");
}

Tone toneOf(const QString& section) {
  if (section == report::nameOf(report::ReviewSection::Overdue) ||
      section == report::nameOf(report::ReviewSection::Expired) ||
      section == report::nameOf(report::ReviewSection::PayorEnd))
    return Tone::Late;
  if (section == report::nameOf(report::ReviewSection::DueThisWeek) ||
      section == report::nameOf(report::ReviewSection::FollowUpDue) ||
      section == report::nameOf(report::ReviewSection::Expiring))
    return Tone::Soon;
  if (section == report::nameOf(report::ReviewSection::Waiting))
    return Tone::Waiting;
  return Tone::Neutral;
}

} // namespace

ReviewCard::ReviewCard(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_who(words({}, Face::Title, false)), m_what(words({}, Face::Body, true)),
      m_why(new Pill), m_status(new Pill), m_waiting(new Pill), m_priority(new Pill), m_facts(new QFormLayout),
      m_contacts(new QFrame), m_note(new NoteBox(session.today(), session.addBusinessDays())) {
  setObjectName(QStringLiteral("review.card"));
  setProperty("card", true);
  m_who->setObjectName(QStringLiteral("review.who"));
  m_what->setObjectName(QStringLiteral("review.what"));
  auto* first = new QHBoxLayout;
  first->addWidget(m_who, 1);
  first->addWidget(m_why, 0, Qt::AlignTop);
  auto* pills = new QHBoxLayout;
  pills->setSpacing(px(size::gap));
  for (Pill* pill : {m_status, m_waiting, m_priority})
    pills->addWidget(pill);
  pills->addStretch();
  auto* head = new QVBoxLayout;
  head->setContentsMargins(px(size::margin), px(size::margin), px(size::margin), px(size::cell));
  head->setSpacing(px(size::step));
  head->addLayout(first);
  head->addWidget(m_what);
  head->addSpacing(px(size::step));
  head->addLayout(pills);

  m_facts->setHorizontalSpacing(px(size::margin));
  m_facts->setVerticalSpacing(px(size::gap));
  m_facts->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  auto* body = new QVBoxLayout;
  body->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::margin));
  body->setSpacing(px(size::margin));
  body->addLayout(m_facts);
  new QVBoxLayout(m_contacts);
  m_contacts->layout()->setContentsMargins(0, 0, 0, 0);
  m_contacts->layout()->setSpacing(px(size::gap));
  body->addWidget(m_contacts);
  body->addWidget(m_note);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(hairline());
  layout->addLayout(body);

  m_note->setToday(m_session.today());
  m_note->setFollowUp([this](const ContactLine& line) {
    return review::followUpAfter(m_session.database(), m_key, line, m_session.today());
  });
  connect(m_note, &NoteBox::entered, this, &ReviewCard::noted);
  connect(m_note, &NoteBox::left, this, &ReviewCard::left);
}

void ReviewCard::show(qint64 key) {
  m_key = key;
  attempt(tr("Reading the item"), [this] { read(); });
}

QString ReviewCard::name() const { return joined({m_what->text().section(dot, 0, 0), m_who->text()}); }

void ReviewCard::clearTyped() { m_note->clear(); }

void ReviewCard::beginNote() { m_note->setFocus(Qt::OtherFocusReason); }

void ReviewCard::showProblem(const QString& sentence) { m_note->showProblem(sentence); }

void ReviewCard::read() {
  db::Database& database = m_session.database();
  const auto item = review::itemOf(database, m_key);
  const auto cells = cellsOf(database, m_key, m_session.today());
  if (!item || cells.isEmpty())
    return; // it was dealt with this moment: the queue is being read again
  const auto cell = [&](const char* heading) { return cells.value(QString::fromLatin1(heading)); };
  const QString provider = cell("Provider");
  m_who->setText(provider.isEmpty() ? cell("Practice") : provider);
  m_what->setText(joined({cell("What"), cell("About"), provider.isEmpty() ? QString() : cell("Practice")}));
  const Tone tone = toneOf(cell("Section"));
  m_why->show(tone == Tone::Late ? QStringLiteral("circle-alert") : QStringLiteral("clock-3"),
              withDays(cell("Why here"), m_session.today()).section(dot, 0, 0), tone);
  m_status->showStatus(cell("Status"));
  m_waiting->showStatus(isWithSomebody(cell("Waiting on")) ? cell("Waiting on") : QString());
  const QString priority = cell("Priority");
  m_priority->show(QStringLiteral("clock-alert"), priority == QLatin1String("Normal") ? QString() : priority,
                   priority == QLatin1String("Fast-track") ? Tone::Late : Tone::Neutral);
  showFacts(cells, *item);
  showContacts(*item);
  m_note->setAbout(QStringLiteral("note/review/%1").arg(m_key));
}

void ReviewCard::addFact(const QString& label, const QString& value, bool isSecond) {
  if (value.isEmpty())
    return;
  auto* name = words(label, Face::Body, true);
  name->setWordWrap(false);
  name->setMinimumWidth(px(size::label));
  name->setAlignment(Qt::AlignTop); // beside the first line
  auto* fact = words(value, Face::Body, isSecond);
  fact->setAccessibleName(label + QStringLiteral(": ") + value);
  m_facts->addRow(name, fact);
}

void ReviewCard::showFacts(const QHash<QString, QString>& cells, const review::Item& item) {
  const auto cell = [&](const char* heading) { return cells.value(QString::fromLatin1(heading)); };
  const auto day = [&](const char* heading) {
    const QDate date = QDate::fromString(cell(heading), Qt::ISODate);
    return date.isValid() ? shownDate(date, m_session.today()) : QString();
  };
  while (m_facts->rowCount() > 0)
    m_facts->removeRow(0);
  const bool isWork = item.step.isValid() || item.task.isValid();
  addFact(tr("Here because"), withDays(cell("Why here"), m_session.today()));
  addFact(isWork ? tr("Due") : tr("Date"), day("Date").isEmpty() ? tr("No date") : day("Date"));
  addFact(tr("Follow-up"), day("Follow-up"));
  addFact(tr("Waiting since"), isWithSomebody(cell("Waiting on")) ? day("Waiting since") : QString());
  if (const auto provider = db::load(m_session.database(), review::providerOf(m_session.database(), m_key)))
    addFact(tr("Provider"), joined({provider->phone, provider->email}));
  addFact(tr("Call"), joined({cell("With"), cell("Phone")}));
  m_portal = portalOf(cell("Portal"));
  addFact(tr("Portal"), m_portal.isValid() ? joined({m_portal.host(), tr("P opens it")}) : cell("Portal"));
  addFact(tr("Documents"), documentsOf(m_session.database(), item).join(QStringLiteral(", ")));
  addFact(tr("Assignee"), cell("Assignee").isEmpty() ? tr("Nobody") : cell("Assignee"));
}

void ReviewCard::showContacts(const review::Item& item) {
  while (QLayoutItem* old = m_contacts->layout()->takeAt(0)) {
    delete old->widget();
    delete old;
  }
  const alerts::Condition about = notesAbout(item);
  const auto notes = db::allWhere<Note>(
      m_session.database(), about.sql + QStringLiteral(" ORDER BY written DESC, id DESC LIMIT %1").arg(contactsShown),
      about.arguments);
  m_contacts->setVisible(!notes.empty());
  for (const Note& note : notes) {
    const QDate day = QDate::fromString(note.written.left(10), Qt::ISODate);
    auto* part = new QWidget;
    auto* bar = new QFrame;
    bar->setProperty("ground", QStringLiteral("line"));
    bar->setFixedWidth(px(size::mark));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(words(joined({shownDate(day, m_session.today()), note.kind, note.author,
                                   note.reference.isEmpty() ? QString() : tr("ref %1").arg(note.reference)}),
                           Face::Second, true));
    lines->addWidget(words(note.text.trimmed(), Face::Body, false));
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(size::cell));
    row->addWidget(bar);
    row->addLayout(lines, 1);
    m_contacts->layout()->addWidget(part);
  }
}

} // namespace ui
