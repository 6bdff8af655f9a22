// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/views.h"
#include "sitting.h"
#include "ui/list/listpage.h"
#include "ui/palette/palette.h"
#include "ui/participation/participationpage.h"
#include "ui/profile/profilepage.h"
#include "ui/shell/desk.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTest>

using namespace ui;

/// Anything is reached by typing what it is called.
class TestPalette : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void everyCommandOfTheMenusIsOffered();
  void aCommandRunsByItsName();
  void aSavedViewAndAReportOpenByTheirNames();
  void aNameOpensItsProfileAndIsRememberedAsRecent();
  void aQuestionIsAnsweredAndOpensItsPage();
  void whatNothingIsCalledSaysSo();
  void keysBeforeTheFirstAnswerDoNothing();
  void escapeLeadsBackToWhatOneDid();

private:
  Palette* open();
  /// Types and waits until records were looked for.
  void type(Palette* palette, const QString& text, const QString& until);
  static QStringList titles(const Palette* palette);

  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<MainWindow> m_window;
};

void TestPalette::init() {
  m_sitting = std::make_unique<Sitting>();
  static Theme theme(*qApp);
  m_window = std::make_unique<MainWindow>(theme);
  new Desk(*m_sitting->session, *m_window);
  m_window->resize(1200, 760);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPalette::cleanup() {
  m_window.reset();
  m_sitting.reset();
}

Palette* TestPalette::open() {
  QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
  auto* palette = m_window->findChild<Palette*>();
  return palette && palette->isVisible() ? palette : nullptr;
}

QStringList TestPalette::titles(const Palette* palette) {
  const auto* list = palette->findChild<QListWidget*>();
  QStringList all;
  for (int i = 0; i < list->count(); ++i)
    all << list->item(i)->text();
  return all;
}

void TestPalette::type(Palette* palette, const QString& text, const QString& until) {
  palette->findChild<QLineEdit*>()->setText(text);
  QTRY_VERIFY2(titles(palette).join(QLatin1Char('\n')).contains(until), qPrintable(titles(palette).join(u'\n')));
}

void TestPalette::everyCommandOfTheMenusIsOffered() {
  Palette* palette = open();
  QVERIFY(palette);
  const QStringList offered = titles(palette);
  int count = 0;
  for (const auto which : {MainWindow::Menu::File, MainWindow::Menu::Edit, MainWindow::Menu::View,
                           MainWindow::Menu::Mail, MainWindow::Menu::Reports, MainWindow::Menu::Help})
    for (const QAction* action : m_window->menu(which)->actions()) {
      if (action->isSeparator() || action->menu() || !action->isEnabled())
        continue;
      ++count;
      const QString name = action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&'));
      QVERIFY2(offered.contains(name), qPrintable(name));
    }
  QVERIFY(count > 30);
}

void TestPalette::aCommandRunsByItsName() {
  Palette* palette = open();
  QTest::keyClicks(palette->findChild<QLineEdit*>(), QStringLiteral("call sh"));
  QCOMPARE(titles(palette).front(), QStringLiteral("Call sheet"));
  QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
  QCOMPARE(m_window->page()->objectName(), QStringLiteral("call-sheet"));
}

void TestPalette::aSavedViewAndAReportOpenByTheirNames() {
  report::View look;
  look.name = QStringLiteral("Quiet ones & late");
  look.list = QStringLiteral("tasks");
  look.report = QStringLiteral("tasks");
  look.look.filters[QStringLiteral("due")] = {QStringLiteral("overdue")};
  SavedView view;
  view.list = look.list;
  view.name = look.name;
  view.look = QString::fromUtf8(report::kept(look));
  QVERIFY(m_sitting->session->change(QStringLiteral("Saved"),
                                     [&](db::Transaction& transaction) { db::save(transaction, view); }));
  Palette* palette = open();
  QTest::keyClicks(palette->findChild<QLineEdit*>(), QStringLiteral("quiet"));
  QVERIFY2(titles(palette).front().startsWith(view.name), qPrintable(titles(palette).front()));
  QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
  QCOMPARE(m_window->page()->objectName(), view.list);
  QCOMPARE(qobject_cast<ListPage*>(m_window->page())->query().filters, look.look.filters);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  palette = open();
  QTest::keyClicks(palette->findChild<QLineEdit*>(), QStringLiteral("payors with n"));
  QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
  QCOMPARE(m_window->page()->objectName(), QStringLiteral("reports"));
}

void TestPalette::aNameOpensItsProfileAndIsRememberedAsRecent() {
  Palette* palette = open();
  type(palette, QStringLiteral("nunez"), QStringLiteral("Nuñez-Ruiz"));
  QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
  QVERIFY(qobject_cast<ProfilePage*>(m_window->page()));
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  QVERIFY(titles(open()).front().startsWith(QStringLiteral("Nuñez-Ruiz")));
}

void TestPalette::aQuestionIsAnsweredAndOpensItsPage() {
  const auto names = m_sitting->database->all(
      QStringLiteral("SELECT p.first_name || ' ' || p.last_name, y.name, l.name FROM enrollment e JOIN provider p ON "
                     "p.id = e.provider_id JOIN payor y ON y.id = e.payor_id JOIN practice l ON l.id = e.practice_id "
                     "WHERE e.status = 'Participating' AND e.effective < '2026-01-01' AND e.end > '2026-03-02' "
                     "AND p.last_name <> '' ORDER BY e.id LIMIT 1"),
      {}, [](db::Row& row) {
        const QString provider = row.text(), payor = row.text();
        return QStringList{provider, payor, row.text()};
      });
  QVERIFY(!names.empty());
  Palette* palette = open();
  type(palette, QStringLiteral("is %1 with %2 at %3?").arg(names[0][0], names[0][1], names[0][2]),
       QStringLiteral("Yes – "));
  QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
  auto* page = qobject_cast<ParticipationPage*>(m_window->page());
  QVERIFY(page);
  QVERIFY(page->findChild<QLabel*>(QStringLiteral("participation.reason"))
              ->text()
              .startsWith(QStringLiteral("Participating")));
  QTest::keyClick(page, Qt::Key_Escape);
  QVERIFY(!qobject_cast<ParticipationPage*>(m_window->page()));
}

void TestPalette::whatNothingIsCalledSaysSo() {
  type(open(), QStringLiteral("zzyzx"), QStringLiteral("Nothing is called “zzyzx”."));
}

void TestPalette::keysBeforeTheFirstAnswerDoNothing() {
  Palette* palette = open();
  QVERIFY(palette);
  auto* list = palette->findChild<QListWidget*>();
  list->clear();
  for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Return}) {
    QTest::keyClick(palette->findChild<QLineEdit*>(), key);
    QCOMPARE(list->currentRow(), -1);
    QVERIFY(palette->isVisible());
  }
}

void TestPalette::escapeLeadsBackToWhatOneDid() {
  QWidget* before = m_window->focusWidget();
  Palette* palette = open();
  QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Escape);
  QVERIFY(!palette->isVisible());
  QCOMPARE(m_window->focusWidget(), before);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
