// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/views.h"

#include <QHash>
#include <QObject>
#include <functional>

class QMenu;
class QPushButton;
class QWidget;

namespace ui {

class ListingPage;
class Session;

/// Saved views of the lists: a button beside the title of each that names the one that is shown and drops down all, and
/// Ctrl+1 to Ctrl+9 for the first nine.
class Views : public QObject {
  Q_OBJECT
public:
  using BringForward = std::function<void(ListingPage*)>;

  Views(Session& session, QWidget* window, BringForward bringForward);

  /// Gives a list its button. Its page's object name is what its views are saved under.
  void add(ListingPage* page);
  /// Brings the list of a view to the front and shows it so.
  void open(const SavedView& view);
  /// The views one sees, and what can be done with that of this list; null, or a list that was not added, for none.
  void fill(QMenu& menu, ListingPage* page);

private:
  struct Shown {
    QPushButton* button = nullptr;
    Id<SavedView> view;
  };
  std::vector<SavedView> all() const;
  std::optional<SavedView> shown(ListingPage* page) const;
  report::View viewOf(const ListingPage& page) const;
  void apply(ListingPage& page, const report::View& view);
  bool isChanged(const ListingPage& page, const SavedView& saved) const;
  void openForm(ListingPage& page, const SavedView& view, const QString& title);
  void addEntries(QMenu& menu, ListingPage& page, const SavedView& view);
  void save(const QString& what, const SavedView& view);
  void move(const SavedView& view, int by);
  void writeFile(const SavedView& view);
  void readFile();
  void takeFile(const QString& path);
  void name(ListingPage* page);

  Session& m_session;
  QWidget* m_window;
  BringForward m_bringForward;
  QHash<ListingPage*, Shown> m_pages;
};

} // namespace ui
