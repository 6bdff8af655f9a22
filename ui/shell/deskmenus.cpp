// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the menus of the window.
#include "core/report/catalogue.h"
#include "core/report/insights.h"
#include "ui/alerts/expirableform.h"
#include "ui/edit/listedit.h"
#include "ui/edit/paneldialogs.h"
#include "ui/edit/reassign.h"
#include "ui/history/historypages.h"
#include "ui/list/tableview.h"
#include "ui/lock/lock.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/subjects.h"
#include "ui/shell/attempt.h"
#include "ui/shell/desk.h"
#include "ui/shell/session.h"
#include "ui/tasks/taskabout.h"
#include "ui/tasks/taskform.h"
#include "ui/team/officeforms.h"
#include "ui/team/providerform.h"
#include "ui/theme/theme.h"
#include "ui/tracking/startform.h"

#include <QMenu>

namespace ui {

void Desk::addMenus() {
  using Menu = MainWindow::Menu;
  m_window.addEntry(Menu::File, tr("&Import a spreadsheet…"), QKeySequence(Qt::CTRL | Qt::Key_I),
                    [this] { openImport(); });
  m_window.addEntry(Menu::File, tr("Export what is &shown…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] {
    if (auto* page = qobject_cast<ListingPage*>(m_window.page()->front()))
      Q_EMIT page->exportAsked();
  });
  m_window.addEntry(Menu::File, tr("Export &all data…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
                    [this] { exportAll(); });
  m_window.addEntry(Menu::File, tr("&Open another data file…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O),
                    [this] { Q_EMIT otherFileAsked(); });
  m_window.addEntry(Menu::File, tr("&Back up…"), QKeySequence(Qt::Key_F9), [this] { Q_EMIT backupAsked(); });
  m_window.addEntry(Menu::File, tr("&Restore a backup…"), QKeySequence(Qt::SHIFT | Qt::Key_F9),
                    [this] { Q_EMIT restoreAsked(); });
  m_window.addEntry(Menu::File, tr("Loc&k"), Lock::keys(), [this] { m_lock->lock(); });
  m_window.addEntry(Menu::File, tr("&Pass phrase…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_K),
                    [this] { m_lock->openSettings(); });
  m_window.addEntry(Menu::View, tr("&Group by…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] {
    if (auto* page = qobject_cast<ListPage*>(m_window.page()->front()))
      page->chooseGroup();
  });
  addEditEntries();
  addNewEntries();
  addQueueEntries();
  addMailEntries();
  addJumpEntries();
  addReports();
  addViews();
}

void Desk::addEditEntries() {
  using Menu = MainWindow::Menu;
  QAction* undo = m_window.addEntry(Menu::Edit, tr("&Undo"), QKeySequence::Undo, [this] { m_session.undoLast(); });
  QAction* redo = m_window.addEntry(Menu::Edit, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                                    [this] { m_session.redoLast(); });
  const auto name = [this, undo, redo] {
    const auto named = [](const QString& text, const QString& what) {
      return what.isEmpty() ? text : text + QLatin1Char(' ') + QString(what).replace(u'&', QStringLiteral("&&"));
    };
    undo->setText(named(tr("&Undo"), m_session.undoName()));
    redo->setText(named(tr("&Redo"), m_session.redoName()));
  };
  connect(&m_session, &Session::changed, this, name);
  m_window.addSeparator(Menu::Edit);
  m_window.addEntry(Menu::Edit, tr("C&hange…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                    [this] { changeSelectedRows(m_window.page()); });
  m_window.addEntry(Menu::Edit, tr("&Deleted records"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
                    [this] { m_window.openPage(new DeletedPage(m_session, m_window.ground())); });
  m_window.addEntry(Menu::Edit, tr("Rea&ssign…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
                    [this] { openReassign(m_session, {}, &m_window); });
  m_window
      .addEntry(Menu::Edit, tr("Copy &enrollment statuses…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
                [this] { forPanelInHand(openCopyEnrollments); })
      ->setObjectName(QStringLiteral("edit.copyEnrollments"));
  m_window
      .addEntry(Menu::Edit, tr("Add the team's &payor list…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P),
                [this] { forPanelInHand(openAddTeamPayors); })
      ->setObjectName(QStringLiteral("edit.addTeamPayors"));
}

/// Whose profile is in front, else whom the selected row is about.
void Desk::forPanelInHand(void (*open)(Session&, const PanelOwner&, QWidget*)) {
  std::optional<Subject> subject;
  if (const auto* profile = m_window.findChild<ProfilePage*>(); profile && profile->isVisible())
    subject = profile->subject();
  else if (const ListingPage* list = listInHand(m_window.page()))
    subject = subjectOf(m_session.database(), list->objectName(), list->table()->currentId());
  const PanelOwner owner =
      subject ? PanelOwner{.provider = subject->provider(), .practice = subject->practice()} : PanelOwner{};
  if (owner.isValid())
    open(m_session, owner, &m_window);
  else
    m_window.say(tr("Enrollments are a provider's or a practice's: open it, or select its row."));
}

void Desk::addNewEntries() {
  QMenu* menu = m_window.menu(MainWindow::Menu::File)->addMenu(tr("&New"));
  m_window.menu(MainWindow::Menu::File)->insertMenu(m_window.menu(MainWindow::Menu::File)->actions().first(), menu);
  QWidget* window = &m_window;
  const auto entry = [&](const QString& text, std::function<void()> open) {
    QAction* action = menu->addAction(text);
    connect(action, &QAction::triggered, this, [open = std::move(open)] { attempt(tr("Opening the form"), open); });
    return action;
  };
  entry(tr("&Provider…"),
        [this, window] { openProviderForm(m_session, {}, window, [this](Id<Provider> id) { openProfile(id); }); });
  entry(tr("&Tracking…"), [this, window] { openStartTracking(m_session, window); });
  entry(tr("Trackings for the &selected providers…"), [this] { startForSelected(); });
  QAction* task = entry(tr("Tas&k…"), [this, window] {
    openTaskForm(m_session, {}, window, taskAbout(m_session.database(), m_window.page()));
  });
  task->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_T));
  for (ListingPage* page : m_pages) // of whatever the selected row is about
    if (page->objectName() != QLatin1String("tasks") && page->objectName() != QLatin1String("facilities"))
      page->addRowMenu([task](QMenu& ofRow) {
        ofRow
            .addAction(icon(QStringLiteral("circle-check"), Ink::Second), tr("Add a task about it…"), task,
                       &QAction::trigger)
            ->setShortcut(task->shortcut());
      });
  entry(tr("&Credential…"), [this, window] { openNewCredential(m_session, window); });
  menu->addSeparator();
  entry(tr("T&eam…"), [this, window] { openTeamForm(m_session, {}, window); });
  entry(tr("P&ractice…"), [this, window] { openPracticeForm(m_session, {}, window); });
  entry(tr("Coor&dinator…"), [this, window] { openCoordinatorForm(m_session, {}, window); });
  entry(tr("Pa&yor…"), [this, window] { openPayorForm(m_session, {}, window); });
  entry(tr("&Facility…"), [this, window] { openFacilityForm(m_session, {}, window); });
}

void Desk::addReports() {
  std::vector<QMenu*> beside; // steps and trackings
  for (ListingPage* page : m_pages)
    if (QMenu* menu = page->primaryMenu()) {
      menu->setToolTipsVisible(true);
      beside.push_back(menu);
    }
  m_window.menu(MainWindow::Menu::Reports)->setToolTipsVisible(true);
  m_window.addEntry(MainWindow::Menu::Reports, tr("&All reports…"), QKeySequence(Qt::CTRL | Qt::Key_R),
                    [this] { openReports({}); });
  m_window.addEntry(MainWindow::Menu::Reports, tr("&Insights"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
                    [this] { openInsights(); });
  m_window.addSeparator(MainWindow::Menu::Reports);
  for (const report::Listing& listing : report::catalogue()) {
    if (!listing.isReport || report::isInsight(listing.name)) // those stand on a page of their own
      continue;
    const auto open = [this, &listing] { openReports(listing.name); };
    m_window.addEntry(MainWindow::Menu::Reports, listing.title + QStringLiteral("…"), {}, open)
        ->setToolTip(listing.reason);
    // Where users of other programs look for them: beside Add Tracking.
    for (QMenu* menu : beside) {
      QAction* action = menu->addAction(listing.title + QStringLiteral("…"));
      action->setToolTip(listing.reason);
      connect(action, &QAction::triggered, this, open);
    }
  }
}

} // namespace ui
