// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/popupkeys.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QMenu>
#include <QTest>
#include <QVBoxLayout>

using namespace ui;

/// Whose the keys are while something is dropped down over a page.
class TestPopupKeys : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void aKeyInAMenuIsTheMenusAndNotThePages();
  void aKeyInADroppedListIsTheListsAndNotThePages();

private:
  std::unique_ptr<QWidget> m_page;
  QComboBox* m_box = nullptr;
  int m_done = 0; ///< how often the page's X was pressed
};

void TestPopupKeys::init() {
  m_page = std::make_unique<QWidget>();
  m_box = new QComboBox;
  m_box->addItems({QStringLiteral("Anna"), QStringLiteral("Xenia")});
  (new QVBoxLayout(m_page.get()))->addWidget(m_box);
  auto* complete = new QAction(m_page.get());
  complete->setShortcut(Qt::Key_X);
  complete->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(complete, &QAction::triggered, this, [this] { ++m_done; });
  m_page->addAction(complete);
  m_page->setFocusPolicy(Qt::StrongFocus);
  m_page->show();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  m_page->setFocus();
  m_done = 0;
  QTest::keyClick(m_page.get(), Qt::Key_X);
  QCOMPARE(m_done, 1);
  new PopupKeys(m_page.get());
}

void TestPopupKeys::aKeyInAMenuIsTheMenusAndNotThePages() {
  QMenu menu(m_page.get());
  int exported = 0;
  menu.addAction(QStringLiteral("E&xport"), this, [&] { ++exported; });
  menu.addAction(QStringLiteral("&Delete"));
  menu.popup(m_page->mapToGlobal(QPoint(0, 0)));
  QVERIFY(QTest::qWaitForWindowExposed(&menu));
  QTest::keyClick(m_page->windowHandle(), Qt::Key_X); // the system sends it to the window, Qt on to the menu
  QCOMPARE(m_done, 1);
  QCOMPARE(exported, 1);
  QVERIFY(!menu.isVisible());
  QTest::keyClick(m_page->windowHandle(), Qt::Key_X); // and the page has its keys again
  QCOMPARE(m_done, 2);
}

void TestPopupKeys::aKeyInADroppedListIsTheListsAndNotThePages() {
  m_box->setFocus();
  m_box->showPopup();
  QTRY_VERIFY(QApplication::activePopupWidget());
  QTest::keyClick(m_page->windowHandle(), Qt::Key_X);
  QCOMPARE(m_done, 1);
  QCOMPARE(m_box->view()->currentIndex().data().toString(), QStringLiteral("Xenia"));
  m_box->hidePopup();
}

QTEST_MAIN(TestPopupKeys)
#include "tst_popupkeys.moc"
