// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/report/options.h"
#include "ui/palette/finding.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

class QMenu;
class QPushButton;

struct PanelOwner;
struct Provider;
struct Team;

namespace ui {

class Courier;
class Directory;
class Keychain;
class ListingPage;
class ListPage;
class Lock;
class ReviewPage;
class Scheduler;
class Session;
class Views;
struct Subject;

/// Puts a session into the frame: the tabs with their lists, what opens on a row, the menus, scope and badges.
class Desk : public QObject {
  Q_OBJECT
public:
  /// `keychain` holds the secret of the mail account, and outlives the desk; without one it is asked for.
  Desk(Session& session, MainWindow& window, Keychain* keychain = nullptr);

  /// Opens the window for importing; with a file, that one.
  void openImport(const QString& path = {});
  void importPasted(const QString& text);
  /// Asks who sits here when nobody said so yet; when that is answered, or known, goes on with `then`.
  void askMe(const std::function<void()>& then);

Q_SIGNALS:
  /// Somebody wants to look into another data file, this one staying open.
  void otherFileAsked();
  /// Somebody wants a copy of the whole data file.
  void backupAsked();
  /// Somebody wants an earlier state of the data file back.
  void restoreAsked();

private:
  void addPages();
  void addReview();
  void addDirectory();
  void addTrackings();
  void addPage(ListingPage* page, const std::function<void(qint64)>& open, const std::function<void()>& add);
  /// A list of a tab: what opens on its rows, what its buttons do.
  void addList(ListingPage* page, const std::function<void(qint64)>& open, const std::function<void()>& add);
  void addOwnerMenu(ListingPage* page);
  void openProfile(const Subject& subject);
  void exportList(ListingPage* page);
  void addMenus();
  void addEditEntries();
  void forPanelInHand(void (*open)(Session&, const PanelOwner&, QWidget*));
  void addQueueEntries();
  /// Lays a list over the page in front, with a button that leads back.
  void openListing(ListingPage* page, const std::function<void(qint64)>& open);
  void openOver(ListPage* page);
  void addMailEntries();
  void openOutbox();
  void openDue();
  void showMailNote();
  /// Letters about what is selected in the list in hand.
  void mailSelected();
  /// The Alerts tab, with the alerts of one provider, or with mine.
  void showAlerts(Id<Provider> of);
  void showAllTeams(const QString& tab);
  void addAlertsMenu(ListingPage* providers);
  void addTeamMenu(QMenu* menu, void (*open)(Session&, Id<Team>, QWidget*));
  void openTemplates();
  /// The form that starts a tracking for each provider selected on the Team tab.
  void startForSelected();
  void addJumpEntries();
  void openPalette();
  void openFound(const Hit& found);
  /// Keeps whose profile was opened for the palette.
  void remember(const Subject& subject);
  void openParticipation(const participation::Question& question);
  void addNewEntries();
  void addReports();
  /// Lays the reports over the page in front and turns to one of them; to the last one where `name` is empty.
  void openReports(const QString& name, const std::optional<report::Asked>& asked = {});
  void openInsights();
  void addViews();
  void fillViews();
  void bringForward(ListingPage* list);
  void fillScopes();
  void setTeams(const QStringList& teams);
  void done(const QString& what, qint64 changeId);
  void countBadges();
  void exportAll();
  void openMeDialog(const std::function<void()>& then);

  Session& m_session;
  MainWindow& m_window;
  Lock* m_lock;
  Courier* m_courier;
  Scheduler* m_scheduler;
  Views* m_views = nullptr;
  QMenu* m_viewsMenu = nullptr;
  QString m_title;     ///< of the window, without what is told in it
  QStringList m_teams; ///< of the scope, empty for all
  std::vector<ListingPage*> m_pages;
  ReviewPage* m_review = nullptr;
  std::vector<Hit> m_recent;       ///< profiles looked at, the newest first
  QPushButton* m_alerts = nullptr; ///< on the Team tab
  QTimer m_counting;               ///< puts several changes into one count
};

} // namespace ui
