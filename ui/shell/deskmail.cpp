// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "ui/edit/listedit.h"
#include "ui/edit/paneldialogs.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/mail/accountform.h"
#include "ui/mail/courier.h"
#include "ui/mail/duepage.h"
#include "ui/mail/envelope.h"
#include "ui/mail/letterspage.h"
#include "ui/mail/outboxpage.h"
#include "ui/shell/attempt.h"
#include "ui/shell/desk.h"
#include "ui/shell/session.h"
#include "ui/tasks/calendarkeeper.h"
#include "ui/tasks/quicktask.h"
#include "ui/tasks/taskabout.h"
#include "ui/team/officeforms.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

// What the desk has for mail and alerts: their pages, their entries, the note in the status line.
namespace ui {
namespace {

/// "12 mails to 9 people"
QString wordsOf(const Courier::Load& load) {
  return Desk::tr("%1 to %2")
      .arg(load.mails == 1 ? Desk::tr("1 mail") : Desk::tr("%L1 mails").arg(load.mails),
           load.people == 1 ? Desk::tr("1 person") : Desk::tr("%L1 people").arg(load.people));
}

} // namespace

void Desk::addMailEntries() {
  using Menu = MainWindow::Menu;
  QAction* selected = m_window.addEntry(Menu::Mail, tr("&Mail about the selected…"),
                                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [this] { mailSelected(); });
  selected->setObjectName(QStringLiteral("mail.selected"));
  selected->setIcon(icon(QStringLiteral("mail"), Ink::Second));
  m_window.addSeparator(Menu::Mail);
  m_window.addEntry(Menu::Mail, tr("&Outbox"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                    [this] { openOutbox(); });
  QAction* due = m_window.addEntry(Menu::Mail, tr("&What would go out today"),
                                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), [this] { openDue(); });
  m_window.addEntry(Menu::Mail, tr("&Send now"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] {
    if (m_courier->account().isSetUp())
      m_courier->sendNow();
    else
      openAccountForm(m_session, *m_courier, &m_window);
  });
  m_window.addSeparator(Menu::Mail);
  m_window.addEntry(Menu::Mail, tr("&Letter templates…"), QKeySequence(Qt::Key_F7), [this] {
    openListing(makeLettersPage(m_session),
                [this](qint64 id) { openLetterForm(m_session, Id<MailTemplate>{id}, &m_window); });
  });
  m_window.addEntry(Menu::Mail, tr("Mail &account…"), QKeySequence(Qt::SHIFT | Qt::Key_F7),
                    [this] { openAccountForm(m_session, *m_courier, &m_window); });

  m_window.addSeparator(Menu::Mail);
  auto* calendars = new CalendarKeeper(m_session, this);
  connect(calendars, &CalendarKeeper::written, this, [this](const QString& path) {
    m_window.say(
        tr("%1 is written, and kept up to date while this window is open").arg(QDir::toNativeSeparators(path)));
  });
  m_window.addEntry(Menu::Mail, tr("My &calendar as a file…"), QKeySequence(Qt::Key_F8), [this, calendars] {
    if (m_session.me().isValid())
      askCalendar(*calendars, CalendarKeeper::Kind::Mine, m_session.myName(), &m_window);
    else
      openMeDialog([] {});
  });
  m_window.addEntry(Menu::Mail, tr("&Folder of everybody's calendars…"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
                    [this, calendars] { askCalendar(*calendars, CalendarKeeper::Kind::Folder, {}, &m_window); });
  QAction* stop = m_window.addEntry(
      Menu::Mail, tr("S&top keeping calendars"), QKeySequence(Qt::CTRL | Qt::Key_F8), [this, calendars] {
        for (const auto kind : {CalendarKeeper::Kind::Mine, CalendarKeeper::Kind::Folder})
          calendars->keep(kind, {});
        m_window.say(tr("Calendars are not kept up to date any more; what was written stays."));
      });
  const auto follow = [stop, calendars] { stop->setEnabled(calendars->keepsAny()); };
  connect(calendars, &CalendarKeeper::keptOthers, stop, follow);
  follow();
  m_window.addEntry(Menu::Edit, tr("Add a task in one &line"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
    const Task about = taskAbout(m_session.database(), m_window.page());
    m_window.showPage(QStringLiteral("tasks"));
    if (auto* line = m_window.findChild<QuickTask*>())
      line->begin(about);
  });

  for (ListingPage* page : m_pages) {
    const bool isAlerts = page->objectName() == QLatin1String("alerts");
    static const QStringList written{QStringLiteral("alerts"), QStringLiteral("team"), QStringLiteral("tracking"),
                                     QStringLiteral("trackings"), QStringLiteral("tasks")};
    if (!written.contains(page->objectName()))
      continue;
    page->addRowMenu([selected](QMenu& menu) { menu.addAction(selected); });
    auto* keys = new QShortcut(Qt::Key_E, page->table(), nullptr, nullptr, Qt::WidgetShortcut);
    connect(keys, &QShortcut::activated, selected, &QAction::trigger);
    if (!isAlerts)
      continue;
    const auto button = [page](QAction* action, const QString& text, const QString& sign) {
      auto* made = new QPushButton(text);
      setButtonIcon(made, sign);
      made->setObjectName(QStringLiteral("alerts.") + sign);
      made->setToolTip(QStringLiteral("%1 (%2)").arg(QString(action->text()).remove(QLatin1Char('&')),
                                                     action->shortcut().toString(QKeySequence::NativeText)));
      connect(made, &QPushButton::clicked, action, &QAction::trigger);
      page->addButton(made);
    };
    button(due, tr("What would go out"), QStringLiteral("eye"));
    button(selected, tr("Mail selected"), QStringLiteral("mail"));
  }

  connect(m_courier, &Courier::changed, this, &Desk::showMailNote);
  connect(m_courier, &Courier::secretAsked, this,
          [this](Courier::Way way) { askSecret(m_session, *m_courier, way, &m_window); });
  connect(m_courier, &Courier::began, this, [this](const Courier::Load& load) {
    m_window.say(load.mails == 0 ? tr("Nothing is due and nothing waits: no mail goes.")
                                 : tr("Sending %1…").arg(wordsOf(load)));
  });
  connect(m_courier, &Courier::ran, this, [this](const Courier::Ran& ran) {
    for (ListingPage* page : m_pages) // what went is noted as a contact, and stands at its alerts
      if (ran.queued > 0 || ran.run.sent > 0)
        page->refresh();
    if (!ran.broke.isEmpty())
      m_window.say(ran.broke);
    else if (ran.run.sent > 0)
      m_window.say(ran.run.sent == ran.load.mails ? tr("Sent %1").arg(wordsOf(ran.load))
                   : ran.run.sent == 1            ? tr("Sent 1 mail")
                                                  : tr("Sent %L1 mails").arg(ran.run.sent));
  });
  // The next time moves on with the clock.
  auto* minute = new QTimer(this);
  minute->setInterval(60'000);
  connect(minute, &QTimer::timeout, this, &Desk::showMailNote);
  minute->start();
}

void Desk::openOutbox() {
  openListing(makeOutboxPage(m_session, *m_courier), [this](qint64) {});
}

void Desk::openDue() {
  if (m_window.page()->objectName() != QLatin1String("due"))
    openOver(makeDuePage(m_session, *m_courier));
}

void Desk::showMailNote() {
  const Courier& mail = *m_courier;
  const QDateTime now = m_session.actor().now.toLocalTime();
  const auto shown = [&](const QDateTime& at) {
    const QDateTime local = at.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    return local.date() == now.date() ? time : shownDate(local.date(), now.date()) + QLatin1Char(' ') + time;
  };
  QStringList parts;
  switch (mail.state()) {
  case Courier::State::NotSetUp:
    parts << tr("not set up");
    break;
  case Courier::State::NeedsSecret:
    parts << tr("password needed");
    break;
  case Courier::State::Sending:
    parts << tr("sending…");
    break;
  case Courier::State::Ready:
    break;
  }
  if (mail.dueToday())
    parts << tr("%L1 would go today").arg(*mail.dueToday());
  if (mail.waiting() > 0)
    parts << tr("%L1 waiting").arg(mail.waiting());
  if (mail.unsettled() > 0)
    parts << tr("%L1 did not go").arg(mail.unsettled());
  if (mail.account().isSetUp()) {
    parts << (mail.schedule().last.isValid() ? tr("last %1").arg(shown(mail.schedule().last)) : tr("not run yet"));
    if (const QDateTime next = mail.next(); next.isValid())
      parts << tr("next %1").arg(shown(next));
  }
  m_window.setNote(QStringLiteral("mail"), QStringLiteral("mail"),
                   tr("Mail: %1").arg(parts.join(QStringLiteral(" · "))), [this] {
                     switch (m_courier->state()) {
                     case Courier::State::NotSetUp:
                       return openAccountForm(m_session, *m_courier, &m_window);
                     case Courier::State::NeedsSecret:
                       return askSecret(m_session, *m_courier, Courier::Way::Waiting, &m_window);
                     default:
                       return m_courier->unsettled() > 0 ? openOutbox() : openDue();
                     }
                   });
  if (auto* note = m_window.findChild<QPushButton*>(QStringLiteral("note.mail")))
    note->setToolTip(!mail.trouble().isEmpty() ? mail.trouble() : tr("What would go out today (Ctrl+Shift+W)"));
}

void Desk::mailSelected() {
  const ListingPage* list = listInHand(m_window.page());
  if (!list || !openEnvelope(m_session, *m_courier, *list, &m_window))
    m_window.say(tr("Letters are about alerts, steps, tasks and providers: select them on those tabs, or in a "
                    "provider's file."));
}

void Desk::showAlerts(Id<Provider> of) {
  m_window.showPage(QStringLiteral("alerts"));
  for (ListingPage* page : m_pages)
    if (page->objectName() == QLatin1String("alerts")) {
      while (m_window.page() != page)
        m_window.closePage();
      Query query = page->query();
      query.text.clear();
      query.filters.clear();
      if (of.isValid())
        query.filters[QStringLiteral("provider")] = {QString::number(of.value)};
      else if (m_session.me().isValid()) // those that were counted
        query.filters[QStringLiteral("assignee")] = {QStringLiteral("me")};
      page->setQuery(query);
      page->setFocus();
    }
}

/// An entry for each team.
void Desk::addTeamMenu(QMenu* menu, void (*open)(Session&, Id<Team>, QWidget*)) {
  connect(menu, &QMenu::aboutToShow, this, [this, menu, open] {
    menu->clear();
    attempt(tr("Reading the teams"), [&] {
      for (const Team& team : db::allWhere<Team>(m_session.database(), QStringLiteral("1 = 1 ORDER BY sort_name")))
        menu->addAction(
            QString(team.name).replace(QLatin1Char('&'), QLatin1String("&&")) + QStringLiteral("…"), this,
            [this, open, id = team.id] { attempt(tr("Opening the form"), [&] { open(m_session, id, &m_window); }); });
      if (menu->isEmpty())
        menu->addAction(tr("No team yet"))->setEnabled(false);
    });
  });
}

/// A tab's list of all teams and everybody's; what else it was filtered by stays.
void Desk::showAllTeams(const QString& tab) {
  setTeams({});
  fillScopes();
  for (ListingPage* page : m_pages) {
    if (page->objectName() != tab)
      continue;
    bringForward(page);
    Query query = page->query();
    query.text.clear();
    query.filters.remove(QStringLiteral("assignee"));
    page->setQuery(query);
  }
}

/// Where users of other programs look for them: on the Team tab, with what else is asked there.
void Desk::addAlertsMenu(ListingPage* providers) {
  m_alerts = new QPushButton(tr("Alerts"));
  setButtonIcon(m_alerts, QStringLiteral("bell"));
  m_alerts->setObjectName(QStringLiteral("team.alerts"));
  m_alerts->setToolTip(tr("The alerts that are mine (A: those of the selected provider)"));
  m_alerts->setProperty("part", QStringLiteral("left"));
  connect(m_alerts, &QPushButton::clicked, this,
          [this] { attempt(tr("Showing the alerts"), [this] { showAlerts({}); }); });
  auto* more = new QPushButton;
  setButtonIcon(more, QStringLiteral("chevron-down"));
  more->setObjectName(QStringLiteral("team.alerts.more"));
  more->setAccessibleName(tr("More lists"));
  more->setToolTip(tr("More lists"));
  more->setProperty("part", QStringLiteral("right"));
  more->setFixedWidth(px(size::control));
  auto* menu = new QMenu(more);
  const auto report = [this, menu](const QString& text, const char* name) { // in the words that they are looked for by
    const report::Listing* listing = report::find(QLatin1String(name));
    QAction* action = menu->addAction(text, this, [this, listing] { openReports(listing->name); });
    action->setToolTip(listing->reason);
  };
  menu->setObjectName(QStringLiteral("team.alerts.menu"));
  menu->setToolTipsVisible(true);
  report(tr("Re-credentialing"), "recredentialing");
  report(tr("Payor re-credentialing"), "payor-recredentialing");
  report(tr("Completed items"), "completed");
  report(tr("State license coverage"), "license-coverage");
  menu->addSeparator();
  const auto allTeams = [this, menu](const QString& text, const char* tab) {
    menu->addAction(text, this, [this, tab] {
      attempt(tr("Showing the list"), [this, tab] { showAllTeams(QLatin1String(tab)); });
    });
  };
  allTeams(tr("Tasks (all teams)"), "tasks");
  allTeams(tr("Tracking (all teams)"), "tracking");
  report(tr("Payors"), "payors");
  menu->addSeparator();
  report(tr("Participation"), "participation");
  report(tr("Provider status"), "provider-status");
  report(tr("Directory"), "providers");
  menu->addSeparator();
  addTeamMenu(menu->addMenu(tr("Team details")), openTeamForm);
  addTeamMenu(menu->addMenu(tr("The team's payor list")), openTeamPayorList);
  menu->addSeparator();
  menu->addAction(tr("All reports …"), this, [this] { openReports({}); });
  connect(more, &QPushButton::clicked, this, [more, menu] {
    menu->popup(more->mapToGlobal(QPoint(more->width() - menu->sizeHint().width(), more->height() + px(size::step))));
  });
  auto* pair = new QWidget;
  auto* line = new QHBoxLayout(pair);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(1);
  line->addWidget(m_alerts);
  line->addWidget(more);
  providers->addButton(pair);
  // "3 alerts" in a row leads to them.
  connect(providers->table(), &QAbstractItemView::clicked, this, [this, providers](const QModelIndex& cell) {
    const Column& column = providers->model()->columns()[size_t(cell.column())];
    const auto face = cell.data(ListModel::RawRole).toString();
    if (column.key == QLatin1String("Alerts") && !face.isEmpty() && face.at(0).isDigit())
      attempt(tr("Showing the alerts"), [&] { showAlerts({providers->model()->idAt(cell.row())}); });
  });
  auto* keys = new QShortcut(Qt::Key_A, providers->table(), nullptr, nullptr, Qt::WidgetShortcut);
  connect(keys, &QShortcut::activated, this, [this, providers] {
    if (const Id<Provider> id{providers->table()->currentId()}; id.isValid())
      attempt(tr("Showing the alerts"), [&] { showAlerts(id); });
  });
}

} // namespace ui
