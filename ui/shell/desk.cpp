// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

#include "core/exchange/exporter.h"
#include "core/report/catalogue.h"
#include "core/report/insights.h"
#include "core/review/item.h"
#include "core/review/week.h"
#include "core/team/team.h"
#include "ui/alerts/alertspage.h"
#include "ui/alerts/expirableform.h"
#include "ui/form/choicebox.h"
#include "ui/form/formdialog.h"
#include "ui/import/filedrop.h"
#include "ui/import/importdialog.h"
#include "ui/insights/insightspage.h"
#include "ui/list/board.h"
#include "ui/list/tableview.h"
#include "ui/lock/lock.h"
#include "ui/mail/courier.h"
#include "ui/mail/envelope.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/subjects.h"
#include "ui/reports/reportspage.h"
#include "ui/reports/saving.h"
#include "ui/reports/scheduler.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/attempt.h"
#include "ui/shell/badges.h"
#include "ui/shell/session.h"
#include "ui/tasks/taskform.h"
#include "ui/tasks/taskspage.h"
#include "ui/team/directory.h"
#include "ui/team/officeforms.h"
#include "ui/team/providerform.h"
#include "ui/theme/theme.h"
#include "ui/tracking/startform.h"
#include "ui/tracking/stepform.h"
#include "ui/tracking/trackingpage.h"
#include "ui/views/views.h"

#include <QFileDialog>
#include <QMenu>
#include <QSettings>
#include <QShortcut>

namespace ui {

Desk::Desk(Session& session, MainWindow& window, Keychain* keychain)
    : QObject(&window), m_session(session), m_window(window), m_lock(new Lock(session, window)),
      m_courier(new Courier(session, keychain, this)), m_scheduler(new Scheduler(session, this)),
      m_title(window.windowTitle()) {
  addPages();
  addMenus();
  fillScopes();
  connect(&session, &Session::changed, this, &Desk::done);
  connect(&session, &Session::dayBegan, &m_counting, qOverload<>(&QTimer::start));
  connect(&session, &Session::said, this, [this](const QString& text) { m_window.say(text); });
  connect(&session, &Session::busyWith, this, [this](const QString& what) {
    m_window.setNote(QStringLiteral("busy"), QStringLiteral("hourglass"),
                     what.isEmpty() ? what : what + QStringLiteral("…"));
  });
  connect(&session, &Session::meChanged, this, [this] {
    m_window.header()->setMe(m_session.myName());
    fillScopes();
    m_counting.start();
  });
  connect(window.header(), &HeaderBar::scopeChosen, this, &Desk::setTeams);
  connect(window.header(), &HeaderBar::meAsked, this, [this] { openMeDialog([] {}); });
  m_counting.setSingleShot(true);
  m_counting.setInterval(0);
  connect(&m_counting, &QTimer::timeout, this, &Desk::countBadges);
  window.header()->setMe(session.myName());
  m_counting.start();
  m_courier->start();
  auto* drop = new FileDrop(&window);
  connect(drop, &FileDrop::dropped, this, &Desk::openImport);
  connect(&session, &Session::rowsPasted, this, &Desk::importPasted);
}

void Desk::addPages() {
  QWidget* window = &m_window;
  addReview();
  addDirectory();
  addTrackings();
  addPage(
      makeTasksPage(m_session), [this, window](qint64 id) { openTaskForm(m_session, Id<Task>{id}, window); },
      [this, window] { openTaskForm(m_session, {}, window); });
  addPage(
      makeAlertsPage(m_session), [this, window](qint64 id) { openExpirableForm(m_session, id, window); },
      [this, window] { openNewCredential(m_session, window); });
  // The day of the week's review begins with it.
  m_window.showPage(m_session.today() == reviewDay(m_session.today()) ? QStringLiteral("review")
                                                                      : QStringLiteral("tracking"));
}

void Desk::addReview() {
  m_review = new ReviewPage(m_session, m_window.ground());
  m_window.addPage(m_review, m_review->windowTitle());
  connect(m_review, &ReviewPage::counted, this,
          [this](qint64 left) { m_window.setBadge(QStringLiteral("review"), left); });
  connect(m_review->list(), &ListingPage::exportAsked, this, [this] { exportList(m_review->list()); });
  connect(m_review, &ReviewPage::mailAsked, this, [this](qint64 key, Id<Provider> provider) {
    attempt(tr("Opening the envelope"), [&] {
      const Envelope* envelope = openEnvelope(m_session, *m_courier, provider, &m_window);
      connect(envelope, &QDialog::accepted, m_review, [this, key] { m_review->mailed(key); });
    });
  });
  connect(m_review, &ReviewPage::openAsked, this, [this](qint64 key) {
    attempt(tr("Opening the record"), [&] {
      const auto item = review::itemOf(m_session.database(), key);
      if (item && item->step.isValid())
        openStepForm(m_session, item->step, &m_window);
      else if (item && item->task.isValid())
        openTaskForm(m_session, item->task, &m_window);
      else if (item)
        openExpirableForm(m_session, key / 2, &m_window);
    });
  });
}

void Desk::addTrackings() {
  QWidget* window = &m_window;
  auto* deck = makeTrackingDeck(m_session);
  m_window.addPage(deck, deck->windowTitle());
  const auto open = [this, window](Id<Step> id) {
    if (id.isValid())
      openStepForm(m_session, id, window);
  };
  const auto start = [this, window] { openStartTracking(m_session, window); };
  addList(
      deck->lists()[0], [open](qint64 id) { open({id}); }, start);
  addList(
      deck->lists()[1], [this, open](qint64 id) { open(stepInHand(m_session.database(), Id<Tracking>{id})); }, start);
  for (ListingPage* list : deck->lists())
    addOwnerMenu(list);
}

void Desk::addDirectory() {
  using Kind = Directory::Kind;
  QWidget* window = &m_window;
  auto* directory = new Directory(m_session);
  m_window.addPage(directory, directory->windowTitle());
  ListingPage* providers = directory->list(Kind::Providers);
  addList(
      providers, [this](qint64 id) { openProfile(Id<Provider>{id}); },
      [this, window] { openProviderForm(m_session, {}, window, [this](Id<Provider> id) { openProfile(id); }); });
  providers->addRowMenu([this, providers, window](QMenu& menu) {
    menu.addAction(tr("Start a tracking for the selected…"), this,
                   [this] { attempt(tr("Opening the form"), [this] { startForSelected(); }); });
    const Id<Provider> id{providers->table()->currentId()};
    menu.addAction(icon(QStringLiteral("bell"), Ink::Second), tr("Alerts of the provider"), this,
                   [this, id] { attempt(tr("Showing the alerts"), [&] { showAlerts(id); }); })
        ->setShortcut(Qt::Key_A);
    menu.addAction(tr("Terminate…"), window, [this, id, window] {
      attempt(tr("Opening the form"), [&] { openTerminateForm(m_session, id, window); });
    });
  });
  addAlertsMenu(providers);
  addList(
      directory->list(Kind::Practices), [this](qint64 id) { openProfile(Id<Practice>{id}); },
      [this, window] { openPracticeForm(m_session, {}, window); });
  addList(
      directory->list(Kind::Facilities), [this](qint64 id) { openProfile(Id<Facility>{id}); },
      [this, window] { openFacilityForm(m_session, {}, window); });
}

void Desk::addPage(ListingPage* page, const std::function<void(qint64)>& open, const std::function<void()>& add) {
  m_window.addPage(page, page->windowTitle());
  addList(page, open, add);
  addOwnerMenu(page);
}

void Desk::addList(ListingPage* page, const std::function<void(qint64)>& open, const std::function<void()>& add) {
  m_pages.push_back(page);
  connect(page, &ListPage::openAsked, this,
          [open](qint64 id) { attempt(tr("Opening the record"), [&] { open(id); }); });
  connect(page, &ListPage::addAsked, this, [add] { attempt(tr("Opening the form"), add); });
  connect(page, &ListingPage::exportAsked, this, [this, page] { exportList(page); });
  auto* board = new Board(*page);
  connect(board, &Board::said, this, [this](const QString& text) { m_window.say(text); });
}

/// Whoever a row is about is one key away from it.
void Desk::addOwnerMenu(ListingPage* page) {
  const auto open = [this, page] {
    attempt(tr("Opening the profile"), [&] {
      if (const auto subject = subjectOf(m_session.database(), page->objectName(), page->table()->currentId()))
        openProfile(*subject);
    });
  };
  auto* keys =
      new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), page->table(), nullptr, nullptr, Qt::WidgetShortcut);
  connect(keys, &QShortcut::activated, this, open);
  page->addRowMenu([this, open](QMenu& menu) {
    QAction* action = menu.addAction(icon(QStringLiteral("user"), Ink::Second), tr("Open provider"), this, open);
    action->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return));
  });
}

void Desk::openProfile(const Subject& subject) {
  auto* page = new ProfilePage(m_session, subject, m_window.ground());
  connect(page, &ProfilePage::profileAsked, this, &Desk::openProfile);
  connect(page, &ProfilePage::exportAsked, this, &Desk::exportList);
  connect(page, &ProfilePage::said, this, [this](const QString& text) { m_window.say(text); });
  m_window.openPage(page);
  remember(subject);
}

void Desk::exportList(ListingPage* page) {
  attempt(tr("Export"), [&] { saveAs(m_session, page->shown(), &m_window); });
}

void Desk::openReports(const QString& name, const std::optional<report::Asked>& asked) {
  attempt(tr("Opening the reports"), [&] {
    auto* page = qobject_cast<ReportsPage*>(m_window.page());
    if (!page) {
      page = new ReportsPage(m_session, m_teams, name, asked, m_window.ground());
      connect(page, &ReportsPage::runAsked, m_scheduler, &Scheduler::runNow);
      m_window.openPage(page);
    } else if (!name.isEmpty()) {
      page->choose(name, asked);
    }
  });
}

void Desk::openInsights() {
  if (qobject_cast<InsightsPage*>(m_window.page()))
    return;
  attempt(tr("Opening the page"), [&] {
    auto* page = new InsightsPage(m_session, m_teams, m_window.ground());
    connect(m_window.header(), &HeaderBar::scopeChosen, page, &InsightsPage::setTeams);
    connect(page, &InsightsPage::behindAsked, this, [this](const report::Behind& behind) {
      const report::Listing* listing = report::find(behind.listing);
      if (listing && listing->isReport)
        return openReports(behind.listing, behind.asked);
      for (ListingPage* list : m_pages)
        if (list->shown().listing == listing) {
          list->clearFilter();
          bringForward(list);
        }
    });
    m_window.openPage(page);
    page->find();
  });
}

/// Under its tab, in front of what was laid over it.
void Desk::bringForward(ListingPage* list) {
  ListDeck* deck = nullptr;
  for (QWidget* at = list->parentWidget(); at && !deck; at = at->parentWidget())
    deck = qobject_cast<ListDeck*>(at);
  m_window.showPage(deck ? deck->objectName() : list->objectName());
  for (const Page* before = nullptr; m_window.page() != before;) {
    before = m_window.page();
    m_window.closePage(); // (does nothing where nothing is laid over)
  }
  if (deck)
    deck->turnTo(list);
}

void Desk::addViews() {
  m_views = new Views(m_session, &m_window, [this](ListingPage* list) { bringForward(list); });
  for (ListingPage* page : m_pages)
    m_views->add(page);
  m_viewsMenu = new QMenu(tr("Saved &views"), &m_window);
  m_window.menu(MainWindow::Menu::View)
      ->insertMenu(m_window.menu(MainWindow::Menu::View)->actions().first(), m_viewsMenu);
  connect(m_viewsMenu, &QMenu::aboutToShow, this, &Desk::fillViews);
}

void Desk::fillViews() {
  m_viewsMenu->clear();
  attempt(tr("Reading the views"),
          [this] { m_views->fill(*m_viewsMenu, qobject_cast<ListingPage*>(m_window.page()->front())); });
}

void Desk::fillScopes() {
  std::vector<Scope> scopes{{tr("All teams"), {}}};
  const auto mine = m_session.database().all(
      QStringLiteral("SELECT team_id FROM coordinator_team WHERE coordinator_id = ? ORDER BY team_id"),
      {m_session.me().value}, [](db::Row& row) { return QString::number(row.number()); });
  if (!mine.empty())
    scopes.push_back({tr("My teams"), QStringList(mine.begin(), mine.end())});
  for (const Team& team : db::allWhere<Team>(m_session.database(), QStringLiteral("1 = 1 ORDER BY sort_name")))
    scopes.push_back({team.name, {QString::number(team.id.value)}});
  int current = 0;
  for (size_t i = 0; i < scopes.size(); ++i)
    if (scopes[i].teams == m_teams)
      current = int(i);
  m_window.header()->setScopes(scopes, current);
}

void Desk::setTeams(const QStringList& teams) {
  m_teams = teams;
  for (ListingPage* page : m_pages)
    page->setTeams(teams);
  m_review->setTeams(teams);
  m_counting.start();
}

void Desk::done(const QString& what, qint64 changeId) {
  if (changeId != 0)
    m_window.say(what, [this, changeId] { m_session.undo(changeId); });
  else
    m_window.say(what);
  m_window.setNote(
      QStringLiteral("saved"), QStringLiteral("check"),
      tr("Saved %1").arg(QLocale().toString(m_session.actor().now.toLocalTime().time(), QLocale::ShortFormat)));
  fillScopes();
  m_counting.start();
}

void Desk::countBadges() {
  ui::countBadges(m_session, m_teams, this, [this](const Badges& badges) {
    m_window.setBadge(QStringLiteral("tracking"), badges.tracking);
    m_window.setBadge(QStringLiteral("tasks"), badges.tasks);
    m_window.setBadge(QStringLiteral("alerts"), badges.alerts, badges.expired > 0 ? Tone::Late : Tone::Neutral);
    const QString alerts = badges.alerts == 1 ? tr("1 alert") : tr("%L1 alerts").arg(badges.alerts);
    m_alerts->setText(tr("Alerts (%L1)").arg(badges.alerts));
    m_window.setWindowTitle(badges.alerts > 0 ? alerts + QStringLiteral(" · ") + m_title : m_title);
  });
}

void Desk::openImport(const QString& path) {
  attempt(tr("Opening the import"), [&] { (new ImportDialog(m_session, path, &m_window))->open(); });
}

void Desk::importPasted(const QString& text) {
  attempt(tr("Opening the import"), [&] { (new ImportDialog(m_session, PastedRows(text), &m_window))->open(); });
}

void Desk::exportAll() {
  auto* dialog = new QFileDialog(&m_window, tr("Export all data"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("Excel workbook (*.xlsx)"));
  dialog->setDefaultSuffix(QStringLiteral("xlsx"));
  dialog->selectFile(QStringLiteral("credenza %1.xlsx").arg(m_session.today().toString(Qt::ISODate)));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& path) { exportEverything(m_session, path, &m_window); });
  dialog->open();
}

void Desk::askMe(const std::function<void()>& then) {
  if (m_session.me().isValid())
    then();
  else
    openMeDialog(then);
}

void Desk::openMeDialog(const std::function<void()>& then) {
  attempt(tr("Opening the form"), [&] {
    auto* form = new FormDialog(QStringLiteral("me"), tr("Who are you?"), &m_window);
    std::vector<Choice> choices = m_session.database().all(
        QStringLiteral("SELECT id, name FROM coordinator WHERE active = 1 ORDER BY sort_name"), {}, [](db::Row& row) {
          const qint64 id = row.number();
          return Choice{QString::number(id), row.text(), {}};
        });
    const bool known = !choices.empty();
    if (known)
      form->addChoice(QStringLiteral("coordinator"), tr("I am"), std::move(choices));
    form->addText(QStringLiteral("name"), known ? tr("Or a new name") : tr("My name"), tr("First and last name"));
    form->setSave([this](const QVariantMap& values) -> Problems {
      const QString name = values.value(QStringLiteral("name")).toString().simplified();
      Id<Coordinator> me{values.value(QStringLiteral("coordinator")).toLongLong()};
      if (me.isValid() && !name.isEmpty())
        return {{QStringLiteral("name"), tr("Either choose yourself or type a new name: both cannot be you.")}};
      if (!name.isEmpty()) {
        Coordinator coordinator;
        coordinator.name = name;
        if (const auto there = db::allWhere<Coordinator>(m_session.database(), QStringLiteral("name = ?"), {name});
            !there.empty())
          me = there.front().id;
        else if (!m_session.change(tr("Added %1").arg(name),
                                   [&](db::Transaction& transaction) { me = db::save(transaction, coordinator); }))
          return {};
      }
      if (!me.isValid())
        return {{QStringLiteral("name"), tr("Choose yourself, or type your name: “Me” and history need it.")}};
      m_session.setMe(me);
      return {};
    });
    form->setSaveText(tr("That is me"));
    connect(form, &QDialog::finished, this, then);
    form->open();
  });
}

} // namespace ui
