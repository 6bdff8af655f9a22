// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done about somebody, what was said, and the page that sums it up.
#include "core/tasks/task.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "ui/alerts/enrollmentform.h"
#include "ui/alerts/expirableform.h"
#include "ui/form/recordform.h"
#include "ui/notes/noteform.h"
#include "ui/profile/sections.h"
#include "ui/shell/attempt.h"
#include "ui/tasks/answers.h"
#include "ui/tasks/taskform.h"
#include "ui/theme/theme.h"
#include "ui/tracking/stepform.h"

#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Overview)
};

const std::vector<ColumnLook> taskLooks{
    {"Task", CellKind::Strong, 280},
    {"Status", CellKind::Status, 126},
    {"Due", CellKind::Due, 170, true, "Days late", "Status"},
    {"Assigned to", CellKind::Text, 150},
    {"Follow-up", CellKind::FollowUp, 110, true, nullptr, "Status"},
    {"Practice", CellKind::Text, 150, false},
    {"Payor", CellKind::Text, 130, false},
    {"Priority", CellKind::Text, 90},
    {"Last note", CellKind::Second, 240, false},
    {"Last note on", CellKind::Date, 110, false},
    {"Created", CellKind::Date, 110, false},
    {"Completed", CellKind::Date, 110, false},
    {"Days late", CellKind::Number, 80, false},
};

db::Values words(std::initializer_list<const char*> all) {
  db::Values values;
  for (const char* word : all)
    values.push_back(QString::fromLatin1(word));
  return values;
}

ProfileList card(const char* key, const QString& title, const QString& empty, const char* listing) {
  ProfileList spec;
  spec.page.key = QStringLiteral("profile.overview.") + QLatin1String(key);
  spec.page.title = title;
  spec.page.frame = PageSpec::Frame::Card;
  spec.page.icon = QStringLiteral("circle-check");
  spec.page.emptyTitle = empty;
  spec.listing = QString::fromLatin1(listing);
  return spec;
}

void openNewTask(const ProfileContext& context) {
  Task fresh;
  fresh.provider = context.subject.provider();
  fresh.practice = context.subject.practice();
  openTaskForm(context.session, {}, context.window(), fresh);
}

ListingPage* alertsCard(const ProfileContext& context, QWidget* parent) {
  ProfileList spec =
      card("alerts", Say::tr("Alerts"), Say::tr("No alerts: nothing expires and nothing is missing."), "alerts");
  spec.looks = {
      {"Document type", CellKind::Strong, 178},
      {"With", CellKind::Text, 117},
      {"State", CellKind::Text, 66},
      {"Expires", CellKind::Expiry, 185, true, "Days left", "Standing"},
      {"Standing", CellKind::Status, 110, false, nullptr, nullptr, true},
      {"Number", CellKind::Text, 100, false},
      {"Handled", CellKind::Second, 140, false},
      {"Days left", CellKind::Number, 80, false},
  };
  spec.only = context.mine();
  spec.open = [context](qint64 id) { openExpirableForm(context.session, id, context.window()); };
  return makeProfileList(context, spec, parent);
}

ListingPage* trackingsCard(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = card("trackings", Say::tr("Open trackings"), Say::tr("Nothing is under way."), "tracking");
  spec.page.add = Say::tr("Start…");
  spec.looks = {
      {"About", CellKind::Strong, 145},
      {"Subtype", CellKind::Second, 122},
      {"Step", CellKind::Text, 136},
      {"Due", CellKind::Due, 143, true, "Days late", "Step status"},
      {"Type", CellKind::Second, 100, false},
      {"Step status", CellKind::Status, 110, false},
      {"Status", CellKind::Status, 110, false},
      {"Days late", CellKind::Number, 70, false},
      {"Assignee", CellKind::Text, 120, false},
  };
  spec.only = context.mine({{QStringLiteral("status"), words({"New", "In progress", "On hold"})}});
  spec.open = [context](qint64 id) {
    // The step in hand is what is worked on; a tracking of a type of its own may have none.
    const Id<Step> step{context.session.database().value(
        QStringLiteral("SELECT id FROM step WHERE tracking_id = ? ORDER BY status NOT IN ('New', 'In progress', "
                       "'Waiting'), position, id LIMIT 1"),
        {id})};
    if (step.isValid())
      openStepForm(context.session, step, context.window());
  };
  ListingPage* page = makeProfileList(context, spec, parent);
  QObject::connect(page, &ListPage::addAsked, page, [context, page] {
    attempt(Say::tr("Opening the menu"), [&] {
      Session& session = context.session;
      openStartMenu(session,
                    context.subject.kind == Subject::Kind::Provider ? quickStartOf(session, context.subject.provider())
                                                                    : quickStartOf(session, context.subject.practice()),
                    page->findChild<QPushButton*>(page->objectName() + QStringLiteral(".add")));
    });
  });
  return page;
}

ListingPage* tasksCard(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = card("tasks", Say::tr("Tasks"), Say::tr("Nothing to do."), "tasks");
  spec.page.add = Say::tr("Add");
  spec.looks = taskLooks;
  for (ColumnLook& look : spec.looks) {
    look.shown = qstrcmp(look.heading, "Task") == 0 || qstrcmp(look.heading, "Due") == 0 ||
                 qstrcmp(look.heading, "Assigned to") == 0;
    look.width = qMin(look.width, qstrcmp(look.heading, "Task") == 0 ? 240 : 145);
  }
  spec.only = context.mine({{QStringLiteral("status"), words({"New", "In progress", "Waiting"})}});
  spec.open = [context](qint64 id) { openTaskForm(context.session, Id<Task>{id}, context.window()); };
  spec.add = [context] { openNewTask(context); };
  return makeProfileList(context, spec, parent);
}

/// What a row of the follow-ups is about: see core/report/catalogue/followups.cpp.
void openFollowUp(Session& session, qint64 key, QWidget* window) {
  const qint64 id = key / 4;
  switch (key % 4) {
  case 0:
    return openStepForm(session, Id<Step>{id}, window);
  case 1:
    return openTaskForm(session, Id<Task>{id}, window);
  default:
    return openEnrollmentForm(session, Id<Enrollment>{id}, window);
  }
}

ListingPage* followUpsCard(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = card("followUps", Say::tr("Next follow-ups"), Say::tr("No follow-up is planned."), "follow-ups");
  spec.looks = {
      {"Follow-up", CellKind::Due, 150, true, "Days late"},
      {"What", CellKind::Strong, 210},
      {"About", CellKind::Second, 180},
      {"Days late", CellKind::Number, 70, false},
      {"Assignee", CellKind::Text, 120, false},
  };
  spec.only = context.mine();
  spec.open = [context](qint64 key) { openFollowUp(context.session, key, context.window()); };
  return makeProfileList(context, spec, parent);
}

ListingPage* contactsCard(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = card("contacts", Say::tr("Last contacts"), Say::tr("Nothing was written down yet."), "contacts");
  spec.page.add = Say::tr("Add");
  spec.looks = {
      {"Written", CellKind::Date, 105}, {"Kind", CellKind::Second, 75}, {"Author", CellKind::Second, 140},
      {"About", CellKind::Second, 200}, {"Note", CellKind::Text, 560},
  };
  spec.only = context.mine();
  spec.open = [context](qint64 id) { openNoteForm(context.session, Id<Note>{id}, context.window()); };
  spec.add = [context] {
    Note about;
    about.provider = context.subject.provider();
    about.practice = context.subject.practice();
    openNoteForm(context.session, {}, context.window(), about);
  };
  return makeProfileList(context, spec, parent);
}

} // namespace

QWidget* makeOverview(const ProfileContext& context, QWidget* parent) {
  auto* scroll = new QScrollArea(parent);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* page = new QWidget;
  scroll->setWidget(page);
  auto* grid = new QGridLayout(page);
  const int margin = px(size::margin);
  grid->setContentsMargins(margin, margin, margin, margin);
  grid->setSpacing(margin);
  const std::pair<ListingPage*, ListingPage*> columns[]{{alertsCard(context, page), tasksCard(context, page)},
                                                        {trackingsCard(context, page), followUpsCard(context, page)}};
  int place = 0;
  for (const auto& [upper, lower] : columns) {
    auto* column = new QVBoxLayout;
    column->setSpacing(margin);
    column->addWidget(upper);
    column->addWidget(lower);
    column->addStretch();
    grid->setColumnStretch(place, 1);
    grid->addLayout(column, 0, place++);
  }
  grid->addWidget(contactsCard(context, page), 1, 0, 1, 2, Qt::AlignTop);
  grid->setRowStretch(2, 1);
  return scroll;
}

ListingPage* makeTasks(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = card("tasks", Say::tr("Tasks"), Say::tr("Nothing to do"), "tasks");
  spec.page.key = QStringLiteral("profile.tasks");
  spec.page.frame = PageSpec::Frame::Section;
  spec.page.emptyText = Say::tr("What is to be done about this one beside the trackings stands here.");
  spec.page.add = Say::tr("Add");
  spec.page.chips = {chips::words(QStringLiteral("status"), Say::tr("Status"),
                                  {QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("Waiting"),
                                   QStringLiteral("Completed"), QStringLiteral("Cancelled")})};
  spec.looks = taskLooks;
  spec.only = context.mine();
  spec.table = &Task::table();
  spec.open = [context](qint64 id) { openTaskForm(context.session, Id<Task>{id}, context.window()); };
  spec.add = [context] { openNewTask(context); };
  spec.menu = [context](QMenu& menu, qint64 id) {
    menu.addAction(icon(QStringLiteral("mail"), Ink::Second), Say::tr("Take in an answer (.eml)…"), context.page,
                   [context, id] { askAnswer(context.session, Id<Task>{id}, context.window()); });
  };
  ListingPage* page = makeProfileList(context, spec, parent);
  Query query;
  query.filters[QStringLiteral("status")] = {QStringLiteral("New"), QStringLiteral("In progress"),
                                             QStringLiteral("Waiting")};
  page->setQuery(query);
  return page;
}

ListingPage* makeNotes(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = card("notes", Say::tr("Notes"), Say::tr("Nothing was written down yet"), "contacts");
  spec.page.key = QStringLiteral("profile.notes");
  spec.page.frame = PageSpec::Frame::Section;
  spec.page.icon = QStringLiteral("message-square");
  spec.page.emptyText = Say::tr("Calls, emails and notes about this one stand here, wherever they were written.");
  spec.page.add = Say::tr("Add");
  spec.page.chips = {
      chips::words(QStringLiteral("type"), Say::tr("Kind"),
                   {QStringLiteral("Note"), QStringLiteral("Call"), QStringLiteral("Email"), QStringLiteral("Portal"),
                    QStringLiteral("Fax"), QStringLiteral("Letter"), QStringLiteral("Meeting")})};
  spec.looks = {
      {"Written", CellKind::Date, 95},
      {"Kind", CellKind::Second, 70},
      {"Author", CellKind::Second, 120},
      {"About", CellKind::Text, 220},
      {"Note", CellKind::Text, 420},
      {"Reference", CellKind::Text, 110},
      {"With", CellKind::Second, 110, false},
      {"Outcome", CellKind::Second, 120, false},
      {"Follow-up", CellKind::Date, 100, false},
      {"Tracking", CellKind::Second, 90, false},
      {"Payor", CellKind::Text, 130, false},
      {"Step", CellKind::Text, 150, false},
      {"Task", CellKind::Text, 150, false},
  };
  spec.only = context.mine();
  spec.table = &Note::table();
  spec.open = [context](qint64 id) { openNoteForm(context.session, Id<Note>{id}, context.window()); };
  spec.add = [context] {
    Note about;
    about.provider = context.subject.provider();
    about.practice = context.subject.practice();
    openNoteForm(context.session, {}, context.window(), about);
  };
  return makeProfileList(context, spec, parent);
}

} // namespace ui
