// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/headerbar.h"

#include <QMainWindow>
#include <functional>

class QLabel;
class QStackedWidget;

namespace ui {

class Page;
class Theme;
class Toast;

/// The frame: menus, header bar, the pages under their tabs, the status line. It does no work of its own: whoever
/// puts it together adds pages and menu entries.
class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  enum class Menu { File, Edit, View, Mail, Reports, Help };

  explicit MainWindow(Theme& theme, QWidget* parent = nullptr);

  HeaderBar* header() const { return m_header; }
  /// Adds a page under a tab; Alt and its number bring it to the front.
  void addPage(Page* page, const QString& title);
  /// The page in front.
  Page* page() const;
  void showPage(const QString& objectName);
  /// Where pages stand: one that is opened is born inside it, so that its style is looked up once.
  QWidget* ground() const;
  /// Lays a page over the one in front, under the same tab, which keeps what it shows and what is selected in it. Esc,
  /// Alt+Left and another click on the tab lead back. The window owns it.
  void openPage(Page* page);
  /// Back to what the page in front was laid over; nothing when that is the tab's own.
  void closePage();
  void setBadge(const QString& objectName, qint64 count, Tone tone = Tone::Neutral);

  /// Adds an entry to a menu, above those of the frame itself.
  QAction* addEntry(Menu menu, const QString& text, const QKeySequence& keys, std::function<void()> work);
  void addSeparator(Menu menu);
  QMenu* menu(Menu menu) const { return m_menus[size_t(menu)]; }

  /// Tells what was done, in the toast and in the status line; with Undo when `undo` is given.
  void say(const QString& text, std::function<void()> undo = {});
  /// One of the standing notes on the right of the status line: "Saved 10:42". One that leads somewhere is pressed.
  void setNote(const QString& key, const QString& iconName, const QString& text, std::function<void()> work = {});

protected:
  void showEvent(QShowEvent* event) override;

private:
  QWidget* makeStatusLine();
  void makeMenus();
  void makeViewMenu();
  void bringForward();
  void drop(Page* page);
  void showStatus();
  void showShortcuts();
  void showAbout();

  Theme& m_theme;
  HeaderBar* m_header;
  QStackedWidget* m_pages;
  std::vector<std::vector<Page*>> m_tabs; ///< the pages of each, the last one in front
  QAction* m_back = nullptr;
  Toast* m_toast;
  QLabel* m_status = nullptr;
  QPushButton* m_clear = nullptr;
  QLabel* m_said = nullptr;
  QLayout* m_notes = nullptr;
  std::array<QMenu*, 6> m_menus{};
  std::array<QAction*, 6> m_ends{}; ///< before which entries are added
};

} // namespace ui
