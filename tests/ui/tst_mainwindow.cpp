// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/db/error.h"
#include "fakerows.h"
#include "named.h"
#include "ui/list/listmodel.h"
#include "ui/list/listpage.h"
#include "ui/list/tableview.h"
#include "ui/shell/troubledialog.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

class TestMainWindow : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup() { m_window.reset(); }
  void tabsTurnByKeyAndStartInTheList();
  void theStatusLineSpeaksForThePageInFront();
  void pagesOverATabGoBackToItAndAreNotKeptForEver();
  void clearFilterInTheStatusLineShowsTheHiddenRows();
  void aToastUndoesWhatItTells();
  void whatCannotBeUndoneIsNotToldOverAnotherPage();
  void theScopeReachesEveryPage();
  void entriesStandAboveTheFramesOwn();
  void whatThrowsInAnEntryIsShownInFourParts();
  void aBrokenDataFileSaysWhatIsSafeAndKeepsItsDetails();
  void aMessageSaysNamesLetterByLetter();
  void theShortcutsAreListed();
  void copyInTheEditMenuCopiesTheRows();
  void theTextGrowsOnPagesBehindToo();
  void nothingIsCutAtTwiceTheTextSize();
  void everyControlHasAName();

private:
  ListPage* addPage(const char* key, const char* title, int rows);
  template<class T>
  T* part(const char* name) const {
    return m_window->findChild<T*>(QLatin1String(name));
  }
  static QWidget* dialog(const char* name) {
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (widget->objectName() == QLatin1String(name) && widget->isVisible())
        return widget;
    return nullptr;
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<MainWindow> m_window;
  ListPage* m_tracking = nullptr;
  ListPage* m_alerts = nullptr;
};

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
} // namespace

ListPage* TestMainWindow::addPage(const char* key, const char* title, int rows) {
  PageSpec spec;
  spec.key = u(key);
  spec.title = u(title);
  spec.icon = u("inbox");
  spec.add = u("Add");
  spec.more = u("Reports");
  spec.emptyTitle = u("Nothing yet");
  spec.chips = {{.key = u("status"), .label = u("New"), .value = u("New"), .icon = {}, .choices = {}},
                {.key = u("who"), .label = u("Assignee"), .value = {}, .icon = {}, .choices = [] {
                   return std::vector<Choice>();
                 }}};
  auto* page = new ListPage(spec, std::make_shared<FakeRows>(rows), QDate(2026, 1, 15));
  m_window->addPage(page, u(title));
  return page;
}

void TestMainWindow::init() {
  if (!m_theme)
    m_theme = std::make_unique<Theme>(*qApp);
  m_theme->setZoom(1);
  m_window = std::make_unique<MainWindow>(*m_theme);
  m_tracking = addPage("tracking", "Tracking", 1000);
  m_alerts = addPage("alerts", "Alerts", 0);
  m_window->header()->setScopes({{u("Lakeside Medical"), {u("Lakeside Medical")}}, {u("All teams"), {}}}, 0);
  m_window->header()->setMe(u("Anna Marten"));
  m_window->setBadge(u("tracking"), 1200);
  m_window->resize(1366, 768);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  QTRY_COMPARE(m_tracking->statusText(), u("1,000 of 1,000"));
}

void TestMainWindow::tabsTurnByKeyAndStartInTheList() {
  QCOMPARE(QApplication::focusWidget(), m_tracking->table());
  QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
  QCOMPARE(m_window->page(), m_alerts);
  QCOMPARE(m_window->header()->tabs()->currentIndex(), 1);
  m_window->showPage(u("tracking"));
  QCOMPARE(m_window->page(), m_tracking);
  QCOMPARE(QApplication::focusWidget(), m_tracking->table());
}

void TestMainWindow::pagesOverATabGoBackToItAndAreNotKeptForEver() {
  const auto open = [&](int number) {
    PageSpec spec;
    spec.key = u("over%1").arg(number);
    spec.title = spec.emptyTitle = spec.key;
    auto* page = new ListPage(spec, std::make_shared<FakeRows>(3), QDate(2026, 1, 15), m_window.get());
    m_window->openPage(page);
    return QPointer<Page>(page);
  };
  std::vector<QPointer<Page>> opened;
  for (int i = 0; i < 20; ++i) {
    opened.push_back(open(i));
    QCOMPARE(m_window->page(), opened.back());
  }
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  const auto kept = std::count_if(opened.begin(), opened.end(), [](const auto& page) { return !page.isNull(); });
  QVERIFY2(kept >= 10 && kept < 15, qPrintable(QString::number(kept)));
  for (auto page = opened.rbegin(); page != opened.rbegin() + kept; ++page) {
    QCOMPARE(m_window->page(), *page);
    m_window->closePage();
  }
  QCOMPARE(m_window->page(), m_tracking);
}

void TestMainWindow::theStatusLineSpeaksForThePageInFront() {
  QCOMPARE(part<QLabel>("status")->text(), u("1,000 of 1,000"));
  m_tracking->table()->selectRow(0);
  QCOMPARE(part<QLabel>("status")->text(), u("1,000 of 1,000 · 1 selected"));
  m_window->showPage(u("alerts"));
  QTRY_COMPARE(part<QLabel>("status")->text(), u("0 of 0"));
}

void TestMainWindow::clearFilterInTheStatusLineShowsTheHiddenRows() {
  auto* clear = part<QPushButton>("clearFilter");
  QVERIFY(!clear->isVisible());
  m_tracking->setQuery({.text = {}, .filters = {{u("status"), {u("New")}}}, .teams = {}, .sort = {}});
  QTRY_VERIFY(clear->isVisible());
  QTRY_COMPARE(clear->text(), u("750 hidden · Clear filter"));
  QTest::mouseClick(clear, Qt::LeftButton);
  QTRY_COMPARE(m_tracking->model()->rowCount(), 1000);
  QVERIFY(!clear->isVisible());
}

void TestMainWindow::aToastUndoesWhatItTells() {
  int undone = 0;
  m_window->say(u("Moved 12 due dates"), [&undone] { ++undone; });
  QVERIFY(part<QWidget>("toast")->isVisible());
  QCOMPARE(part<QLabel>("said")->text(), u("Moved 12 due dates"));
  QTest::mouseClick(part<QPushButton>("toast.undo"), Qt::LeftButton);
  QCOMPARE(undone, 1);
  QVERIFY(!part<QWidget>("toast")->isVisible());
  m_window->say(u("Exported 214 rows"));
  QVERIFY(!part<QPushButton>("toast.undo")->isVisible());
}

void TestMainWindow::whatCannotBeUndoneIsNotToldOverAnotherPage() {
  m_window->say(u("Exported 214 rows"));
  m_window->showPage(u("alerts"));
  QVERIFY(!part<QWidget>("toast")->isVisible());
  QCOMPARE(part<QLabel>("said")->text(), u("Exported 214 rows"));
  m_window->say(u("Moved 12 due dates"), [] {});
  m_window->showPage(u("tracking"));
  QVERIFY(part<QWidget>("toast")->isVisible());
}

void TestMainWindow::theScopeReachesEveryPage() {
  auto* menu = m_window->header()->findChild<QMenu*>();
  menu->actions().at(0)->trigger();
  for (const ListPage* page : {m_tracking, m_alerts})
    QCOMPARE(page->query().teams, QStringList{u("Lakeside Medical")});
  menu->actions().at(1)->trigger();
  QCOMPARE(m_alerts->query().teams, QStringList());
  QCOMPARE(part<QPushButton>("scope")->text(), u("All teams"));
}

void TestMainWindow::entriesStandAboveTheFramesOwn() {
  int imported = 0;
  m_window->addEntry(MainWindow::Menu::File, u("&Import…"), QKeySequence(u("Ctrl+I")), [&imported] { ++imported; });
  const auto actions = m_window->menu(MainWindow::Menu::File)->actions();
  QCOMPARE(actions.first()->text(), u("&Import…"));
  QCOMPARE(actions.last()->text(), u("&Quit"));
  QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
  QCOMPARE(imported, 1);
}

void TestMainWindow::whatThrowsInAnEntryIsShownInFourParts() {
  QAction* action = m_window->addEntry(MainWindow::Menu::File, u("&Back up now…"), {},
                                       [] { throw std::runtime_error("no space left on device"); });
  action->trigger();
  QTRY_VERIFY(dialog("trouble"));
  QStringList words;
  for (const QLabel* label : dialog("trouble")->findChildren<QLabel*>())
    if (!label->text().isEmpty())
      words << label->text();
  QCOMPARE(words.size(), 3);
  QCOMPARE(words.first(), u("Back up now did not work."));
  QCOMPARE(dialog("trouble")->findChild<QPlainTextEdit*>()->toPlainText(), u("no space left on device"));
  for (QPushButton* button : dialog("trouble")->findChildren<QPushButton*>())
    if (button->text() == QLatin1String("Copy details"))
      QTest::mouseClick(button, Qt::LeftButton);
  QVERIFY(QApplication::clipboard()->text().contains(u("no space left")));
  dialog("trouble")->close();
}

void TestMainWindow::aBrokenDataFileSaysWhatIsSafeAndKeepsItsDetails() {
  const db::Error error(db::Error::Cause::Full, u("/data/office.credenza"), u("SQLITE_FULL (13)"));
  const Trouble trouble = troubleOf(u("Saving the note"), error);
  QCOMPARE(trouble.what, u("Saving the note did not work."));
  QVERIFY(trouble.safe.contains(u("What was saved before is safe")));
  QVERIFY(!trouble.todo.isEmpty());
  QCOMPARE(trouble.details, u("SQLITE_FULL (13)"));
}

void TestMainWindow::aMessageSaysNamesLetterByLetter() {
  m_window->say(u("Saved Müller-<b>x"));
  QCOMPARE(part<QLabel>("toast.text")->text(), u("Saved Müller-<b>x"));
  QCOMPARE(part<QLabel>("toast.text")->textFormat(), Qt::PlainText);
}

void TestMainWindow::theShortcutsAreListed() {
  QTest::keyClick(m_window.get(), Qt::Key_Slash, Qt::ControlModifier);
  QTRY_VERIFY(dialog("info"));
  QStringList words;
  for (const QLabel* label : dialog("info")->findChildren<QLabel*>())
    words << label->text();
  for (const char* each : {"Ctrl+F", "Alt+2", "Alerts", "Ctrl+Shift+C", "Ctrl+Q"})
    QVERIFY2(words.contains(u(each)), each);
  QVERIFY(qobject_cast<QAbstractScrollArea*>(dialog("info")->focusWidget())); // its keys turn the pages
  QCOMPARE(unnamedControls(dialog("info")).join(QLatin1Char(',')), QString());
  dialog("info")->close();
}

void TestMainWindow::copyInTheEditMenuCopiesTheRows() {
  m_tracking->table()->selectRow(0);
  m_tracking->table()->setFocus();
  for (QAction* action : m_window->menu(MainWindow::Menu::Edit)->actions())
    if (action->text().startsWith(u("Copy with")))
      action->trigger();
  QVERIFY(QApplication::clipboard()->text().startsWith(u("Provider\tAbout")));
}

void TestMainWindow::theTextGrowsOnPagesBehindToo() {
  m_window->showPage(u("alerts"));
  m_window->showPage(u("tracking"));
  m_theme->setZoom(1.5);
  QCOMPARE(m_window->header()->height(), px(size::header));
  int seen = 0;
  for (const char* name : {"alerts", "tracking"}) {
    m_window->showPage(u(name));
    for (const QLabel* label : m_window->page()->findChildren<QLabel*>())
      if (const QVariant face = label->property("face"); face.isValid() && label->isVisible()) {
        QCOMPARE(label->font().pointSizeF(), fontOf(Face(face.toInt())).pointSizeF());
        ++seen;
      }
  }
  m_theme->setZoom(1);
  QVERIFY(seen > 1);
}

void TestMainWindow::nothingIsCutAtTwiceTheTextSize() {
  m_theme->setZoom(2);
  m_window.reset();
  m_window = std::make_unique<MainWindow>(*m_theme);
  addPage("tracking", "Tracking", 10);
  m_window->header()->setMe(u("Anna Marten"));
  m_window->resize(1366, 768);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  QVERIFY2(m_window->width() <= 1366, qPrintable(QString::number(m_window->width())));
  const auto cut = [this] {
    QStringList texts;
    for (QPushButton* button : m_window->findChildren<QPushButton*>())
      if (button->isVisible() &&
          (button->width() < button->minimumSizeHint().width() || button->height() < button->fontMetrics().height()))
        texts << button->text();
    return texts.join(QLatin1Char(','));
  };
  QTRY_COMPARE(cut(), QString());
}

void TestMainWindow::everyControlHasAName() {
  QCOMPARE(unnamedControls(m_window.get()).join(QLatin1Char(',')), QString());
  QStringList names;
  for (const QPushButton* button : m_window->page()->findChildren<QPushButton*>())
    if (button->isVisible())
      names << button->accessibleName() + button->text();
  QCOMPARE(names.removeDuplicates(), 0);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
