// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testdata.h"
#include "ui/import/importdialog.h"
#include "ui/list/listmodel.h"
#include "ui/list/listpage.h"
#include "ui/list/tableview.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/sectionlist.h"
#include "ui/shell/attempt.h"
#include "ui/shell/desk.h"
#include "ui/shell/restoredialog.h"
#include "ui/shell/session.h"
#include "ui/shell/troubledialog.h"
#include "ui/shell/welcome.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

/// Goes through all that can be seen of a window: its tabs, what their rows open, and every command of its menus with
/// the page or dialog that it opens, and what stands alone.
class Walk {
public:
  /// Told of each: a name for it, and the widget that is in front.
  using See = std::function<void(const QString& name, QWidget* shown)>;

  /// `patience` in milliseconds: how long lists and pages may take to fill before each is shown.
  Walk(ui::MainWindow& window, ui::Session& session, See see, int patience = 120)
      : m_window(window), m_session(session), m_see(std::move(see)), m_patience(patience) {}

  void all() {
    tabs();
    commands();
    menus();
    alone();
    import();
  }

  void tabs() {
    auto* bar = m_window.header()->tabs();
    for (int tab = 0; tab < bar->count(); ++tab) {
      press([&] {
        bar->setCurrentIndex(tab);
        Q_EMIT bar->tabBarClicked(tab);
      });
      settle();
      const QString name = bar->tabText(tab).toLower();
      m_see(QStringLiteral("tab-") + name, &m_window);
      looksOf(name);
      rowOf(name);
    }
  }

  void commands() {
    using Menu = ui::MainWindow::Menu;
    for (int which = 0; QMenu* menu = which < int(Menu::Help) + 1 ? m_window.menu(Menu(which)) : nullptr; ++which)
      commandsOf(*menu, menu->title().remove(QLatin1Char('&')).toLower());
  }

  /// What hangs from the bar.
  void menus() {
    using Menu = ui::MainWindow::Menu;
    for (int which = 0; which <= int(Menu::Help); ++which) {
      QMenu* menu = m_window.menu(Menu(which));
      press([&] { menu->popup(m_window.mapToGlobal(QPoint(0, 0))); });
      opened(QStringLiteral("menu-") + menu->title().remove(QLatin1Char('&')).toLower());
    }
  }

  /// Dialogs that come before the window, or in its place.
  void alone() {
    const QDateTime now = m_session.actor().now;
    show(new ui::Welcome);
    opened(QStringLiteral("welcome"));
    const db::Error error(db::Error::Cause::Damaged, QStringLiteral("office.db"), QStringLiteral("page 12"));
    auto* trouble =
        new ui::TroubleDialog(ui::troubleOf(QCoreApplication::translate("window", "Opening the data file"), error));
    trouble->addRemedy(QCoreApplication::translate("window", "Restore the backup of %1").arg(now.date().year()), [] {});
    show(trouble);
    opened(QStringLiteral("trouble"));
    show(new ui::RestoreDialog(
        m_session.database(),
        {{QStringLiteral("a.db"), now, 4'200'000}, {QStringLiteral("b.db"), now.addDays(-3), 4'100'000}}, &m_window));
    opened(QStringLiteral("restore"));
  }

  /// The steps of an import.
  void import() {
    const QTemporaryDir folder; // what is rejected is written beside the file
    const QString file = folder.filePath(QStringLiteral("office.xlsx"));
    QFile::copy(testData("office.xlsx"), file);
    QPointer<ui::ImportDialog> dialog;
    press([&] {
      dialog = new ui::ImportDialog(m_session, file, &m_window);
      dialog->open();
    });
    const QPointer<QWidget> open = dialog.data();
    auto* next = dialog->findChild<QPushButton*>(QStringLiteral("import.next"));
    for (int step = 1; open && step <= 2; ++step) {
      if (!QTest::qWaitFor([&] { return next->isVisible() && next->isEnabled(); }))
        break;
      settle();
      m_see(QStringLiteral("import-%1").arg(step), dialog);
      press([&] { next->click(); });
    }
    (void)QTest::qWaitFor([&] { return !open || next->isVisible(); });
    opened(QStringLiteral("import-3"));
  }

private:
  static void show(QDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  }

  /// As an event, like everything a person does: what watches events sees it.
  void press(const std::function<void()>& work) {
    QMetaObject::invokeMethod(&m_window, work, Qt::QueuedConnection);
    QCoreApplication::sendPostedEvents(&m_window, QEvent::MetaCall);
  }

  /// Lists fill, previews come.
  void settle() const { QTest::qWait(m_patience); }

  /// The other looks at what a tab shows: boards, the week of the review.
  void looksOf(const QString& name) {
    QList<QPointer<QPushButton>> all; // cards come and go
    for (auto* button : m_window.page()->findChildren<QPushButton*>())
      all << button;
    for (const auto& button : all) {
      const bool isLook = button && (button->objectName().endsWith(QLatin1String(".turn.board")) ||
                                     button->objectName() == QLatin1String("review.week"));
      if (!isLook || !button->isVisible() || button->isChecked())
        continue;
      press([&] { button->click(); });
      settle();
      m_see(name + QLatin1Char('-') + button->objectName(), &m_window);
      if (auto* deal = m_window.findChild<QPushButton*>(QStringLiteral("week-plan.deal")); deal && deal->isVisible()) {
        press([&] { deal->click(); });
        opened(name + QStringLiteral("-deal"));
      }
      press([&] { button->click(); });
      settle();
    }
  }

  void rowOf(const QString& name) {
    auto* list = qobject_cast<ui::ListPage*>(m_window.page()->front());
    int row = 0;
    while (list && row < list->model()->rowCount() && list->model()->idAt(row) == 0)
      ++row; // a heading opens nothing
    if (!list || row == list->model()->rowCount())
      return;
    list->table()->setCurrentIndex(list->model()->index(row, 0));
    press([&] { Q_EMIT list->openAsked(list->table()->currentId()); });
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
      press([&] { action->trigger(); });
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
    dialogs(name);
    if (auto* profile = qobject_cast<ui::ProfilePage*>(m_window.page()))
      sectionsOf(profile, name);
    else if (before && m_window.page() != before)
      m_see(name, &m_window);
    for (int i = 0; i < 3 && isLaidOver(); ++i)
      m_window.closePage();
    QTest::qWait(20);
  }

  void dialogs(const QString& name) {
    QList<QWidget*> open;
    for (QWidget* top : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<QDialog*>(top); dialog && dialog->isVisible())
        open << dialog;
    for (QWidget* dialog : open) {
      if (!qobject_cast<QFileDialog*>(dialog)) // the system's own
        m_see(name, dialog);
      dialog->close();
    }
  }

  void sectionsOf(ui::ProfilePage* profile, const QString& name) {
    const auto* sections = profile->findChild<ui::SectionList*>();
    for (int row = 0; row < sections->count(); ++row)
      if (!sections->isRowHidden(row)) {
        press([&] { profile->showSection(sections->keyAt(row)); });
        settle();
        m_see(name + QLatin1Char('-') + sections->keyAt(row), &m_window);
        for (auto* button : profile->findChildren<QPushButton*>())
          if (button->objectName().endsWith(QLatin1String(".grid")) && button->isVisible() && button->isEnabled()) {
            press([&] { button->click(); });
            settle();
            dialogs(name + QStringLiteral("-grid"));
          }
      }
  }

  bool isLaidOver() const {
    const auto* back = m_window.findChild<QAction*>(QStringLiteral("view.back"));
    return back && back->isEnabled();
  }

  ui::MainWindow& m_window;
  ui::Session& m_session;
  See m_see;
  const int m_patience;
};
