// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/frontstack.h"
#include "ui/shell/infodialog.h"
#include "ui/shell/page.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/popupkeys.h"
#include "ui/shell/toast.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
MainWindow::MainWindow(Theme& theme, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_header(new HeaderBar), m_pages(new FrontStack) {
  setObjectName(QStringLiteral("window"));
  setWindowTitle(QStringLiteral("Credenza"));
  new PopupKeys(this);
  auto* frame = new QWidget;
  auto* layout = new QVBoxLayout(frame);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(hairline());
  auto* ground = new QScrollArea; // with words so large, or a screen so small, that a page does not fit, it scrolls
  ground->setWidgetResizable(true);
  ground->setFocusPolicy(Qt::NoFocus);
  ground->setFrameShape(QFrame::NoFrame);
  ground->setWidget(m_pages);
  layout->addWidget(ground, 1);
  connect(&m_theme, &Theme::changed, m_header, [this] { m_header->setFixedHeight(px(size::header)); });
  layout->addWidget(hairline());
  layout->addWidget(makeStatusLine());
  setCentralWidget(frame);
  m_toast = new Toast(frame);
  makeMenus();
  connect(m_header->tabs(), &QTabBar::currentChanged, this, &MainWindow::bringForward);
  connect(m_header->tabs(), &QTabBar::tabBarClicked, this, [this](int index) {
    while (index == m_header->tabs()->currentIndex() && m_tabs[size_t(index)].size() > 1)
      drop(m_tabs[size_t(index)].back());
  });
  connect(m_header, &HeaderBar::scopeChosen, this, [this](const QStringList& teams) {
    for (const auto& pages : m_tabs)
      pages.front()->setTeams(teams);
  });
}

QWidget* MainWindow::makeStatusLine() {
  auto* line = new QWidget;
  m_status = new ElidedLabel;
  m_status->setObjectName(QStringLiteral("status"));
  m_clear = new QPushButton;
  m_clear->setObjectName(QStringLiteral("clearFilter"));
  m_clear->setProperty("link", true);
  setFace(m_clear, Face::Second);
  m_clear->hide();
  m_said = new ElidedLabel;
  m_said->setObjectName(QStringLiteral("said"));
  for (QLabel* label : {m_status, m_said}) {
    setFace(label, Face::Second);
    label->setForegroundRole(QPalette::PlaceholderText);
  }
  m_said->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
  auto* notes = new QHBoxLayout;
  notes->setSpacing(px(size::margin));
  m_notes = notes;
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(px(size::margin), 0, px(size::margin), 0);
  layout->setSpacing(px(size::cell));
  layout->addWidget(m_status);
  layout->addWidget(m_clear);
  layout->addWidget(m_said, 1);
  layout->addLayout(notes);
  line->setFixedHeight(px(size::status));
  connect(m_clear, &QPushButton::clicked, this, [this] {
    if (page())
      page()->clearFilter();
  });
  return line;
}

void MainWindow::addPage(Page* page, const QString& title) {
  m_tabs.push_back({page});
  m_pages->addWidget(page);
  const int number = int(m_tabs.size());
  connect(page, &Page::statusChanged, this, &MainWindow::showStatus);
  QAction* action = addEntry(Menu::View, title, QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)),
                             [this, number] { m_header->tabs()->setCurrentIndex(number - 1); });
  action->setObjectName(QStringLiteral("view.") + page->objectName());
  m_header->tabs()->addTab(title);
  showStatus();
}

QWidget* MainWindow::ground() const { return m_pages; }

Page* MainWindow::page() const { return static_cast<Page*>(m_pages->currentWidget()); }

void MainWindow::showPage(const QString& objectName) {
  for (size_t i = 0; i < m_tabs.size(); ++i)
    if (m_tabs[i].front()->objectName() == objectName) {
      // Who is there already means the page below what was opened over it.
      while (m_header->tabs()->currentIndex() == int(i) && m_tabs[i].size() > 1)
        drop(m_tabs[i].back());
      m_header->tabs()->setCurrentIndex(int(i));
    }
}

void MainWindow::openPage(Page* page) {
  constexpr size_t deepest = 12; // nobody goes back further, and each reads again whatever is changed
  auto& pages = m_tabs[size_t(m_header->tabs()->currentIndex())];
  pages.push_back(page);
  m_pages->addWidget(page);
  connect(page, &Page::statusChanged, this, &MainWindow::showStatus);
  connect(page, &Page::closeAsked, this, [this, page] { drop(page); });
  bringForward();
  if (pages.size() > deepest)
    drop(pages[1]); // the first one is the tab
}

void MainWindow::closePage() {
  const auto& pages = m_tabs[size_t(m_header->tabs()->currentIndex())];
  if (pages.size() > 1)
    drop(pages.back());
}

void MainWindow::drop(Page* page) {
  for (auto& pages : m_tabs)
    if (std::erase(pages, page) > 0) {
      page->disconnect(this);
      bringForward();
      m_pages->removeWidget(page);
      page->hide();
      page->deleteLater();
      return;
    }
}

void MainWindow::setBadge(const QString& objectName, qint64 count, Tone tone) {
  for (size_t i = 0; i < m_tabs.size(); ++i)
    if (m_tabs[i].front()->objectName() == objectName)
      m_header->tabs()->setBadge(int(i), count, tone);
}

void MainWindow::bringForward() {
  const int index = m_header->tabs()->currentIndex();
  if (index < 0 || size_t(index) >= m_tabs.size())
    return;
  const auto& pages = m_tabs[size_t(index)];
  if (m_pages->currentWidget() != pages.back())
    m_toast->pageTurned();
  m_pages->setCurrentWidget(pages.back());
  m_back->setEnabled(pages.size() > 1);
  if (!m_header->tabs()->hasFocus()) // the arrow keys go on through the tabs
    pages.back()->setFocus();
  showStatus();
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (page() && !focusWidget())
    page()->setFocus();
}

void MainWindow::showStatus() {
  if (!page())
    return;
  m_status->setText(page()->statusText());
  const qint64 hidden = page()->hiddenRows();
  m_clear->setText(tr("%L1 hidden · Clear filter").arg(hidden));
  m_clear->setVisible(hidden > 0);
}

QAction* MainWindow::addEntry(Menu menu, const QString& text, const QKeySequence& keys, std::function<void()> work) {
  auto* action = new QAction(text, this);
  action->setShortcut(keys);
  connect(action, &QAction::triggered, this, [text, work = std::move(work)] {
    QString doing = text;
    attempt(doing.remove(QLatin1Char('&')).remove(QStringLiteral("…")), work);
  });
  m_menus[size_t(menu)]->insertAction(m_ends[size_t(menu)], action);
  return action;
}

void MainWindow::addSeparator(Menu menu) {
  auto* line = new QAction(this);
  line->setSeparator(true);
  m_menus[size_t(menu)]->insertAction(m_ends[size_t(menu)], line);
}

void MainWindow::say(const QString& text, std::function<void()> undo) {
  m_said->setText(text);
  m_toast->say(text, std::move(undo));
}

void MainWindow::setNote(const QString& key, const QString& iconName, const QString& text, std::function<void()> work) {
  const QString name = QStringLiteral("note.") + key;
  auto* note = findChild<QPushButton*>(name);
  if (!note) {
    note = new QPushButton(text);
    note->setIconSize(QSize(px(size::icon), px(size::cell)));
    note->setObjectName(name);
    note->setProperty("note", true);
    note->setFocusPolicy(Qt::NoFocus);
    note->setAttribute(Qt::WA_TransparentForMouseEvents, !work);
    if (work)
      connect(note, &QPushButton::clicked, this, [text, work = std::move(work)] { attempt(text, work); });
    setFace(note, Face::Second);
    m_notes->addWidget(note);
  }
  note->setIcon(icon(iconName, Ink::Second));
  note->setText(text);
  note->setVisible(!text.isEmpty());
}

} // namespace ui
