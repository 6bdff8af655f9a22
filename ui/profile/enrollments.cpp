// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has with payors and at facilities.
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "ui/alerts/enrollmentform.h"
#include "ui/edit/paneldialogs.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/payorgrid.h"
#include "ui/profile/sections.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMenu>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Enrollments)
};

/// ★ beside the title, in a row's menu, and in the cell of a row that has no tracking.
template<class R>
void offerStart(const ProfileContext& context, ProfileList& spec) {
  Session& session = context.session;
  spec.menu = [&session, context](QMenu& menu, qint64 id) {
    QMenu* start = menu.addMenu(icon(QStringLiteral("star"), Ink::Second), Say::tr("Start a tracking"));
    fillStartMenu(*start, session, quickStartOf(session, Id<R>{id}), context.window());
    menu.addSeparator();
  };
}

template<class R>
void addStartButton(const ProfileContext& context, ListingPage* page) {
  Session& session = context.session;
  auto* start = new QPushButton(Say::tr("Start…"));
  setButtonIcon(start, QStringLiteral("star"));
  start->setObjectName(page->objectName() + QStringLiteral(".start"));
  start->setToolTip(Say::tr("Start a tracking of the selected row"));
  QObject::connect(start, &QPushButton::clicked, page, [&session, page, start] {
    attempt(Say::tr("Opening the menu"),
            [&] { openStartMenu(session, quickStartOf(session, Id<R>{page->table()->currentId()}), start); });
  });
  const auto follow = [page, start] { start->setEnabled(page->table()->currentId() != 0); };
  QObject::connect(page, &ListPage::viewChanged, start, follow);
  follow();
  page->addButton(start);
}

/// A new enrollment with what is known of whose it is: the one practice with its state, and who looks after it.
Enrollment freshFor(Session& session, const Subject& subject) {
  db::Database& database = session.database();
  Enrollment fresh;
  fresh.provider = subject.provider();
  fresh.practice = subject.practice();
  fresh.assignee = session.me();
  if (const auto provider = fresh.provider.isValid() ? db::load(database, fresh.provider) : std::nullopt) {
    if (provider->assignee.isValid())
      fresh.assignee = provider->assignee;
    const auto practices = db::allWhere<ProviderPractice>(database, QStringLiteral("provider_id = ?"), {provider->id});
    if (practices.size() == 1)
      fresh.practice = practices.front().practice;
  }
  if (const auto practice = fresh.practice.isValid() ? db::load(database, fresh.practice) : std::nullopt)
    fresh.state = practice->state;
  return fresh;
}

/// What fills the list at once, beside what adds to it one by one.
void addPanelButtons(const ProfileContext& context, ListingPage* page) {
  Session& session = context.session;
  const PanelOwner owner{.provider = context.subject.provider(), .practice = context.subject.practice()};
  const auto button = [&](const char* name, const QString& text, const QString& tip, auto open) {
    auto* made = new QPushButton(text);
    made->setObjectName(page->objectName() + QLatin1Char('.') + QLatin1String(name));
    made->setToolTip(tip);
    QObject::connect(made, &QPushButton::clicked, page, [&session, context, owner, open] {
      attempt(Say::tr("Opening the window"), [&] { open(session, owner, context.window()); });
    });
    page->addButton(made);
  };
  button("team", Say::tr("Team's payors…"), Say::tr("Add the enrollments that are missing of the team's payors"),
         openAddTeamPayors);
  button("copy", Say::tr("Copy statuses…"), Say::tr("Copy the statuses of another's enrollments"), openCopyEnrollments);
}

/// The same enrollments as a grid.
void addGridButton(const ProfileContext& context, ListingPage* page) {
  Session& session = context.session;
  auto* grid = new QPushButton;
  setButtonIcon(grid, QStringLiteral("layout-dashboard"));
  grid->setObjectName(page->objectName() + QStringLiteral(".grid"));
  const QString name =
      context.subject.kind == Subject::Kind::Provider ? Say::tr("Payors by practice") : Say::tr("Payors by provider");
  grid->setAccessibleName(name);
  grid->setToolTip(name);
  QObject::connect(grid, &QPushButton::clicked, page, [&session, context] {
    attempt(Say::tr("Opening the window"), [&] {
      (new PayorGrid(session, context.subject, freshFor(session, context.subject), context.window()))->open();
    });
  });
  const auto follow = [page, grid] { grid->setEnabled(page->model()->rowCount() > 0); };
  QObject::connect(page, &ListPage::viewChanged, grid, follow);
  follow();
  page->addButton(grid);
}

/// Whether a row's offer still stands: it has no open tracking.
template<class R>
void takeOffer(const ProfileContext& context, ListingPage* page, qint64 id, const char* column) {
  const bool open = context.session.database().value(
      QStringLiteral("SELECT count(*) FROM tracking WHERE %1 = ? AND status NOT IN ('Completed', 'Cancelled')")
          .arg(QLatin1String(column)),
      {id});
  if (!open)
    openStartMenu(context.session, quickStartOf(context.session, Id<R>{id}),
                  page->template findChild<QPushButton*>(page->objectName() + QStringLiteral(".start")));
}

} // namespace

ListingPage* makePayors(const ProfileContext& context, QWidget* parent) {
  Session& session = context.session;
  ProfileList spec;
  spec.page.key = QStringLiteral("profile.payors");
  spec.page.title = Say::tr("Healthcare payors");
  spec.page.icon = QStringLiteral("building-2");
  spec.page.frame = PageSpec::Frame::Section;
  spec.page.emptyTitle = Say::tr("No payors yet");
  spec.page.emptyText =
      Say::tr("Each enrollment with a payor, in a state and at a practice, is a row here: its status, "
              "who has the ball, and what billing does with a claim.");
  spec.page.add = Say::tr("Add");
  spec.listing = QStringLiteral("payors");
  const bool ofProvider = context.subject.kind == Subject::Kind::Provider;
  spec.looks = {
      {"Payor", CellKind::Strong, 160},
      {"Provider", CellKind::Text, 136, !ofProvider},
      {"Practice", CellKind::Text, 136, ofProvider},
      {"State", CellKind::Text, 52},
      {"Status", CellKind::Status, 192},
      {"Waiting on", CellKind::Second, 82},
      {"Claims", CellKind::Text, 112},
      {"Follow-up", CellKind::FollowUp, 92, true, nullptr, "Status"},
      {"Last note on", CellKind::Date, 98},
      {"Tracking", CellKind::Offer, 148},
      {"Effective", CellKind::Date, 100},
      {"End", CellKind::Expiry, 100, true, "Days to end", nullptr},
      {"Provider number", CellKind::Text, 125},
      {"Last note", CellKind::Second, 240, false},
      {"Last note by", CellKind::Second, 120, false},
      {"Line of business", CellKind::Second, 120, false},
      {"Submitted", CellKind::Date, 100, false},
      {"Assignee", CellKind::Text, 120, false},
      {"Days to end", CellKind::Number, 80, false},
  };
  spec.only = context.mine();
  spec.table = &Enrollment::table();
  spec.open = [&session, context](qint64 id) { openEnrollmentForm(session, Id<Enrollment>{id}, context.window()); };
  spec.add = [&session, context] {
    openEnrollmentForm(session, {}, context.window(), freshFor(session, context.subject));
  };
  offerStart<Enrollment>(context, spec);
  const auto page = std::make_shared<ListingPage*>(nullptr);
  spec.offer = QStringLiteral("Tracking");
  spec.take = [context, page](qint64 id, const QRect&) { takeOffer<Enrollment>(context, *page, id, "enrollment_id"); };
  *page = makeProfileList(context, spec, parent);
  addGridButton(context, *page);
  addStartButton<Enrollment>(context, *page);
  addPanelButtons(context, *page);
  return *page;
}

ListingPage* makeAffiliations(const ProfileContext& context, QWidget* parent) {
  Session& session = context.session;
  const bool ofProvider = context.subject.kind == Subject::Kind::Provider;
  ProfileList spec;
  spec.page.key = QStringLiteral("profile.affiliations");
  spec.page.title = ofProvider ? Say::tr("Facility affiliations") : Say::tr("Affiliations");
  spec.page.icon = QStringLiteral("hospital");
  spec.page.frame = PageSpec::Frame::Section;
  spec.page.emptyTitle = Say::tr("No affiliations yet");
  spec.page.emptyText = Say::tr("Privileges at hospitals and surgery centres, with when they are due again.");
  spec.page.add = Say::tr("Add");
  spec.listing = QStringLiteral("affiliations");
  spec.looks = {
      {"Facility", CellKind::Strong, 210, ofProvider},
      {"Provider", CellKind::Strong, 170, !ofProvider},
      {"NPI", CellKind::Text, 105, !ofProvider},
      {"Specialty", CellKind::Text, 130, !ofProvider},
      {"City", CellKind::Text, 100, ofProvider},
      {"State", CellKind::Text, 52, ofProvider},
      {"Category", CellKind::Text, 100},
      {"Status", CellKind::Status, 112},
      {"Appointed", CellKind::Date, 104},
      {"Reappointment due", CellKind::Expiry, 180, true, "Days left", nullptr},
      {"Tracking", CellKind::Offer, 160},
      {"Assignee", CellKind::Text, 120, ofProvider},
      {"Days left", CellKind::Number, 80, false},
      {"Ladder", CellKind::Second, 140, false},
  };
  spec.only = context.mine();
  spec.table = &Affiliation::table();
  spec.open = [&session, context](qint64 id) { openAffiliationForm(session, Id<Affiliation>{id}, context.window()); };
  spec.add = [&session, context] {
    Affiliation fresh;
    fresh.provider = context.subject.provider();
    fresh.facility = context.subject.facility();
    openAffiliationForm(session, {}, context.window(), fresh);
  };
  offerStart<Affiliation>(context, spec);
  const auto page = std::make_shared<ListingPage*>(nullptr);
  spec.offer = QStringLiteral("Tracking");
  spec.take = [context, page](qint64 id, const QRect&) {
    takeOffer<Affiliation>(context, *page, id, "affiliation_id");
  };
  *page = makeProfileList(context, spec, parent);
  addStartButton<Affiliation>(context, *page);
  return *page;
}

} // namespace ui
