// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/finding.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

namespace ui {

class Directory;
class ListingPage;
class Scheduler;
class Session;
class Views;
struct Subject;

/// Puts a session into the frame: the tabs with their lists, what opens on a row, the menus, scope and badges.
class Desk : public QObject {
  Q_OBJECT
public:
  Desk(Session& session, MainWindow& window);

  /// Opens the window for importing; with a file, that one.
  void openImport(const QString& path = {});
  /// Asks who sits here when nobody said so yet; when that is answered, or known, goes on with `then`.
  void askMe(const std::function<void()>& then);

Q_SIGNALS:
  /// Somebody wants a copy of the whole data file.
  void backupAsked();
  /// Somebody wants an earlier state of the data file back.
  void restoreAsked();

private:
  void addPages();
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
  void addQueueEntries();
  /// Lays a list over the page in front.
  void openListing(ListingPage* page, const std::function<void(qint64)>& open);
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
  void openReports(const QString& name);
  void addViews();
  void bringForward(ListingPage* list);
  void fillScopes();
  void setTeams(const QStringList& teams);
  void done(const QString& what, qint64 changeId);
  void countBadges();
  void exportAll();
  void openMeDialog(const std::function<void()>& then);

  Session& m_session;
  MainWindow& m_window;
  Scheduler* m_scheduler;
  Views* m_views = nullptr;
  QStringList m_teams; ///< of the scope, empty for all
  std::vector<ListingPage*> m_pages;
  std::vector<Hit> m_recent; ///< profiles looked at, the newest first
  QTimer m_counting;           ///< puts several changes into one count
};

} // namespace ui
