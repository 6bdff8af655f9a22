// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/infodialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <algorithm>

namespace ui {
namespace {

/// What the widget with the cursor does on a standard key, for the menu entry that says so.
void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  if (QWidget* widget = QApplication::focusWidget()) {
    QKeyEvent press(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(widget, &press);
  }
}

} // namespace

void MainWindow::makeMenus() {
  const QString names[]{tr("&File"), tr("&Edit"), tr("&View"), tr("&Mail"), tr("&Reports"), tr("&Help")};
  for (size_t i = 0; i < m_menus.size(); ++i) {
    m_menus[i] = menuBar()->addMenu(names[i]);
    m_ends[i] = new QAction(this); // entries added later go above the frame's own
    m_ends[i]->setSeparator(true);
    m_menus[i]->addAction(m_ends[i]);
  }
  const auto own = [this](Menu menu, const QString& text, const QKeySequence& keys, auto work) {
    QAction* action = m_menus[size_t(menu)]->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  own(Menu::File, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });

  // The widget itself knows the keys of these; the entries must not take them away from it.
  const auto named = [&own](const QString& text, Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QAction* action = own(Menu::Edit, text, {}, [key, modifiers] { pressKey(key, modifiers); });
    action->setProperty("keys", QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence::NativeText));
    action->setText(text + QLatin1Char('\t') + action->property("keys").toString());
  };
  named(tr("&Copy"), Qt::Key_C, Qt::ControlModifier);
  named(tr("Copy with &headings"), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
  named(tr("&Paste"), Qt::Key_V, Qt::ControlModifier);
  named(tr("Select &all"), Qt::Key_A, Qt::ControlModifier);
  m_menus[size_t(Menu::Edit)]->addSeparator();
  own(Menu::Edit, tr("&Find"), QKeySequence::Find, [this] {
    if (page())
      page()->find();
  });
  own(Menu::Edit, tr("Clear fi&lter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] {
    if (page())
      page()->clearFilter();
  });
  makeViewMenu();
  own(Menu::Help, tr("&Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { showShortcuts(); });
  own(Menu::Help, tr("&About Credenza"), QKeySequence(Qt::SHIFT | Qt::Key_F1), [this] { showAbout(); });
}

void MainWindow::makeViewMenu() {
  QMenu* view = m_menus[size_t(Menu::View)];
  m_back = view->addAction(tr("&Back"));
  m_back->setObjectName(QStringLiteral("view.back"));
  m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
  m_back->setEnabled(false);
  connect(m_back, &QAction::triggered, this, &MainWindow::closePage);
  view->addSeparator();
  auto* group = new QActionGroup(this);
  const std::tuple<QString, Qt::Key, Theme::Mode> modes[]{{tr("&System colours"), Qt::Key_F10, Theme::Mode::System},
                                                          {tr("&Light"), Qt::Key_F11, Theme::Mode::Light},
                                                          {tr("&Dark"), Qt::Key_F12, Theme::Mode::Dark}};
  for (const auto& [text, key, mode] : modes) {
    QAction* action = view->addAction(text);
    action->setShortcut(Qt::CTRL | key);
    action->setCheckable(true);
    action->setChecked(m_theme.mode() == mode);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, mode = mode] { m_theme.setMode(mode); });
  }
  view->addSeparator();
  const std::tuple<QString, QKeySequence, double> zooms[]{
      {tr("Lar&ger text"), QKeySequence(Qt::CTRL | Qt::Key_Plus), 0.125},
      {tr("S&maller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus), -0.125},
      {tr("&Normal text"), QKeySequence(Qt::CTRL | Qt::Key_0), 0}};
  for (const auto& [text, keys, by] : zooms) {
    QAction* action = view->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, by = by] { m_theme.setZoom(by == 0 ? 1 : m_theme.zoom() + by); });
  }
  view->addSeparator();
  QAction* refresh = view->addAction(tr("Re&fresh"));
  refresh->setShortcut(Qt::Key_F5);
  connect(refresh, &QAction::triggered, this, [this] {
    if (page())
      page()->refresh();
  });
}

void MainWindow::showShortcuts() {
  std::vector<InfoDialog::Line> lines;
  for (QMenu* menu : m_menus)
    for (const QAction* action : menu->actions()) {
      QString keys = action->shortcut().toString(QKeySequence::NativeText);
      if (keys.isEmpty())
        keys = action->property("keys").toString();
      if (!keys.isEmpty())
        lines.push_back({keys, action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&'))});
    }
  const auto add = [&](const QKeySequence& keys, QString what) {
    const InfoDialog::Line line{keys.toString(QKeySequence::NativeText),
                                what.remove(QLatin1Char('&')).remove(QStringLiteral("…"))};
    if (!keys.isEmpty() && std::find(lines.begin(), lines.end(), line) == lines.end())
      lines.push_back(line);
  };
  for (const QPushButton* button : findChildren<QPushButton*>()) // those of other pages do nothing now
    if (button->isVisible())
      add(button->shortcut(), button->text());
  for (const QWidget* part : page() ? page()->findChildren<QWidget*>() << page() : QWidgetList())
    if (part->isVisible())
      for (const QAction* action : part->actions())
        add(action->shortcut(), action->text());
  lines.push_back({tr("Ctrl+1 … Ctrl+9"), tr("Open a saved view")});
  lines.push_back({tr("Enter"), tr("Open the selected row")});
  lines.push_back({tr("F2"), tr("Edit the cell (or just type); Enter and Tab save, Esc leaves it")});
  lines.push_back({tr("Ctrl+Left, Ctrl+Right"), tr("Move a card of a board to the next column")});
  lines.push_back({tr("Ctrl+Enter"), tr("Save a form")});
  lines.push_back({tr("Alt+Down"), tr("Calendar of a date field")});
  lines.push_back({tr("Esc"), tr("Clear the search, close a form (a draft stays)")});
  (new InfoDialog(tr("Keyboard shortcuts"), {}, lines, this))->open();
}

void MainWindow::showAbout() {
  const QString version = QCoreApplication::applicationVersion();
  (new InfoDialog(
       tr("About Credenza"),
       tr("Credenza%1 keeps clinicians credentialed and enrolled with payors.\n\nFree software under the GNU "
          "General Public License, version 3 or later. Icons: Lucide (ISC). Fallback font: Inter (SIL Open "
          "Font License). Made with Qt and SQLite.")
           .arg(version.isEmpty() ? QString() : QLatin1Char(' ') + version),
       {}, this))
      ->open();
}

} // namespace ui
