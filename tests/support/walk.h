// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listmodel.h"
#include "ui/list/listpage.h"
#include "ui/list/tableview.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/sectionlist.h"
#include "ui/shell/desk.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QMenu>
#include <QTabBar>
#include <QTest>

/// Goes through all that can be seen of a window: its tabs, what their rows open, and every command of its menus with
/// the page or dialog that it opens.
class Walk {
public:
  /// Told of each: a name for it, and the widget that is in front.
  using See = std::function<void(const QString& name, QWidget* shown)>;

  Walk(ui::MainWindow& window, See see) : m_window(window), m_see(std::move(see)) {}

  void all() {
    tabs();
    commands();
  }

  void tabs() {
    auto* bar = m_window.header()->tabs();
    for (int tab = 0; tab < bar->count(); ++tab) {
      bar->setCurrentIndex(tab);
      Q_EMIT bar->tabBarClicked(tab);
      settle();
      const QString name = bar->tabText(tab).toLower();
      m_see(QStringLiteral("tab-") + name, &m_window);
      rowOf(name);
    }
  }

  void commands() {
    using Menu = ui::MainWindow::Menu;
    for (int which = 0; QMenu* menu = which < int(Menu::Help) + 1 ? m_window.menu(Menu(which)) : nullptr; ++which)
      commandsOf(*menu, menu->title().remove(QLatin1Char('&')).toLower());
  }

private:
  /// Lists fill, previews come.
  static void settle() { QTest::qWait(120); }

  void rowOf(const QString& name) {
    auto* list = qobject_cast<ui::ListPage*>(m_window.page()->front());
    if (!list || list->model()->rowCount() == 0)
      return;
    list->table()->setCurrentIndex(list->model()->index(0, 0));
    Q_EMIT list->openAsked(list->table()->currentId());
    opened(name + QStringLiteral("-row"));
  }

  void commandsOf(const QMenu& menu, const QString& place) {
    for (QAction* action : menu.actions()) {
      if (action->isSeparator() || !action->isVisible() || !action->isEnabled() || action->isCheckable())
        continue;
      QString name =
          place + QLatin1Char('-') + action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&')).toLower();
      name.remove(QStringLiteral("…")).replace(QLatin1Char(' '), QLatin1Char('-')).remove(QLatin1Char('?'));
      if (action->menu()) {
        commandsOf(*action->menu(), name);
        continue;
      }
      if (name.endsWith(QLatin1String("quit")) || name.contains(QLatin1String("text")))
        continue; // zoom is not a screen
      const QPointer<QWidget> before = m_window.page();
      action->trigger();
      opened(name, before);
    }
  }

  /// Shows what stands in front now, and leads back.
  void opened(const QString& name, QWidget* before = nullptr) {
    settle();
    if (QWidget* popup = QApplication::activePopupWidget()) {
      m_see(name, popup);
      popup->close();
    }
    QList<QWidget*> dialogs;
    for (QWidget* top : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<QDialog*>(top); dialog && dialog->isVisible())
        dialogs << dialog;
    for (QWidget* dialog : dialogs) {
      if (!qobject_cast<QFileDialog*>(dialog)) // the system's own
        m_see(name, dialog);
      dialog->close();
    }
    if (auto* profile = qobject_cast<ui::ProfilePage*>(m_window.page()))
      sectionsOf(profile, name);
    else if (before && m_window.page() != before)
      m_see(name, &m_window);
    for (int i = 0; i < 3 && isLaidOver(); ++i)
      m_window.closePage();
    settle();
  }

  void sectionsOf(ui::ProfilePage* profile, const QString& name) {
    const auto* sections = profile->findChild<ui::SectionList*>();
    for (int row = 0; row < sections->count(); ++row)
      if (!sections->isRowHidden(row)) {
        profile->showSection(sections->keyAt(row));
        settle();
        m_see(name + QLatin1Char('-') + sections->keyAt(row), &m_window);
      }
  }

  bool isLaidOver() const {
    const auto* back = m_window.findChild<QAction*>(QStringLiteral("view.back"));
    return back && back->isEnabled();
  }

  ui::MainWindow& m_window;
  See m_see;
};
