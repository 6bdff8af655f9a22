// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/pdf.h"
#include "core/report/pictures.h"
#include "core/report/rundue.h"
#include "core/report/views.h"
#include "core/tasks/task.h"
#include "named.h"
#include "sitting.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/formdialog.h"
#include "ui/form/searchfield.h"
#include "ui/reports/reportfilters.h"
#include "ui/reports/reportlist.h"
#include "ui/reports/reportpreview.h"
#include "ui/reports/reportspage.h"
#include "ui/reports/scheduler.h"
#include "ui/reports/schedulespanel.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
constexpr int nameRole = Qt::UserRole, rowsRole = Qt::UserRole + 2; // of the list

} // namespace

/// All reports on one page: found, asked, seen, handed on.
class TestReportsPage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void thePageStandsBeforeWhatIsAskedOfItsReport();
  void everyReportIsThereOnceWithItsReasonAndTheRecommendedFirst();
  void everyCountIsThatOfTheReport();
  void typingFindsAReportAndEnterTakesIt();
  void theReportItOpensWithIsWhollyInSight();
  void thePreviewIsThePagesOfThePdf();
  void aHighPageIsScrolledButNotSideways();
  void aClickOnThePageShowsThatPlaceLargerAndAKeyTheWholeWidthAgain();
  void aFilterNarrowsThePreview();
  void aPastDayIsAskedForByItsDate();
  void whoIsMissedIsExplained();
  void aScheduleIsMadeFromWhatIsAskedAndRunsByItself();
  void aSavedViewIsAReportAndMakesItself();
  void whatWasLastLookedAtIsThereAgain();
  void allControlsHaveNames();

private:
  std::unique_ptr<ReportsPage> open();
  static QStringList names(const ReportList* list);
  report::Table table(const char* name, const report::Asked& asked = {}) const;

  std::unique_ptr<Sitting> m_sitting;
};

void TestReportsPage::initTestCase() { new Theme(*qApp); }

void TestReportsPage::init() {
  m_sitting = std::make_unique<Sitting>();
  QSettings().clear();
}

void TestReportsPage::cleanup() { m_sitting.reset(); }

std::unique_ptr<ReportsPage> TestReportsPage::open() {
  auto page = std::make_unique<ReportsPage>(*m_sitting->session, QStringList());
  page->resize(1280, 760);
  page->show();
  return page;
}

QStringList TestReportsPage::names(const ReportList* list) {
  QStringList all;
  for (int row = 0; row < list->count(); ++row)
    if (const QString name = list->item(row)->data(nameRole).toString(); !name.isEmpty())
      all << name;
  return all;
}

report::Table TestReportsPage::table(const char* name, const report::Asked& asked) const {
  const auto request =
      report::requestFor(*m_sitting->database, *report::find(u(name)), asked, m_sitting->session->today());
  return report::tableFor(*m_sitting->database, std::get<report::Request>(request));
}

void TestReportsPage::thePageStandsBeforeWhatIsAskedOfItsReport() {
  report::Asked texas;
  texas.state = u("TX");
  ReportsPage page(*m_sitting->session, {}, u("payors"), texas);
  page.show();
  QVERIFY(!page.findChild<ReportFilters*>()); // so that opening it is two short events instead of a long one
  QCoreApplication::processEvents();
  auto* filters = page.findChild<ReportFilters*>();
  QVERIFY(filters);
  QCOMPARE(filters->asked().state, u("TX"));
  qint64 rows = 0;
  table("payors", texas).rows([&](report::Cells) { return ++rows > 0; });
  QTRY_VERIFY(page.findChild<ReportPreview*>()->isReady());
  QTRY_COMPARE(page.findChild<ReportPreview*>()->rows(), rows);
}

void TestReportsPage::everyReportIsThereOnceWithItsReasonAndTheRecommendedFirst() {
  const auto page = open();
  auto* list = page->findChild<ReportList*>();
  const QStringList shown = names(list);
  QVERIFY(QSet<QString>(shown.begin(), shown.begin() + 3) ==
          (QSet<QString>{u("open-items"), u("payors-with-notes"), u("alerts")}));
  QStringList wanted;
  for (const report::Listing& listing : report::catalogue())
    if (listing.isReport)
      wanted << listing.name;
  QStringList sorted = shown;
  sorted.sort();
  wanted.sort();
  QCOMPARE(sorted, wanted);
  for (int row = 0; row < list->count(); ++row)
    if (const report::Listing* listing = report::find(list->item(row)->data(nameRole).toString()))
      QVERIFY(list->item(row)->data(nameRole + 1).toString().contains(listing->reason));
}

void TestReportsPage::everyCountIsThatOfTheReport() {
  const auto page = open();
  auto* list = page->findChild<ReportList*>();
  for (int row = 0; row < list->count(); ++row) {
    const QString name = list->item(row)->data(nameRole).toString();
    if (name.isEmpty())
      continue;
    qint64 rows = 0;
    table(qPrintable(name)).rows([&](report::Cells) { return ++rows > 0; });
    QTRY_COMPARE(list->item(row)->data(rowsRole).toLongLong(), rows);
  }
}

void TestReportsPage::typingFindsAReportAndEnterTakesIt() {
  const auto page = open();
  auto* list = page->findChild<ReportList*>();
  auto* typed = page->findChild<QLineEdit*>(u("reports.find"));
  typed->setText(u("LICEN"));
  QCOMPARE(names(list), QStringList{u("license-coverage")});
  QTest::keyClick(typed, Qt::Key_Return);
  QVERIFY(list->current());
  QCOMPARE(list->current()->name, u("license-coverage"));
  typed->setText(u("tasks")); // what is called so comes before what only speaks of it
  QCOMPARE(names(list).front(), u("tasks"));
  QVERIFY(names(list).size() > 1);
  typed->setText(u("item")); // the one that is open is among them: what is called so is meant
  const QString first = names(list).front();
  QTest::keyClick(typed, Qt::Key_Return);
  QCOMPARE(list->current()->name, first);
  typed->setText(u("tracking"));
  QVERIFY(names(list).contains(first));
  QTest::keyClick(typed, Qt::Key_Return);
  QCOMPARE(list->current()->name, u("tracking"));
  typed->setText(u("no such thing"));
  QVERIFY(names(list).isEmpty());
  QVERIFY(list->item(0)->text().contains(u("no such thing")));
  QTest::keyClick(page.get(), Qt::Key_Escape);
  QVERIFY(typed->text().isEmpty());
  QVERIFY(names(list).size() > 10);
}

void TestReportsPage::theReportItOpensWithIsWhollyInSight() {
  for (const char* name : {"history", "review", "provider-status", "participation"}) {
    ReportsPage page(*m_sitting->session, {}, u(name));
    page.resize(1366, 640);
    page.show();
    auto* list = page.findChild<ReportList*>();
    QTRY_VERIFY(page.findChild<ReportPreview*>() && page.findChild<ReportPreview*>()->isReady());
    QTRY_VERIFY(!list->item(list->count() - 1)->data(Qt::AccessibleDescriptionRole).toString().isEmpty()); // counted
    const QRect item = list->visualItemRect(list->currentItem());
    QVERIFY2(list->viewport()->rect().contains(item), name);
  }
}

void TestReportsPage::thePreviewIsThePagesOfThePdf() {
  const auto page = open();
  page->choose(u("all-items"));
  auto* preview = page->findChild<ReportPreview*>();
  QTRY_VERIFY(preview->isReady() && preview->pages() > 1);
  const auto pdf = report::writePdf(table("all-items"), m_sitting->dir.filePath(u("all.pdf")));
  QVERIFY(pdf.isOk());
  QCOMPARE(preview->pages(), pdf->pages);
  QCOMPARE(preview->rows(), pdf->rows);
  const int last = pdf->pages - 1;
  preview->turnTo(last);
  QTRY_VERIFY(preview->isReady() && !preview->picture().isNull());
  const auto wanted = report::picturesOf(table("all-items"), {.first = last, .count = 1, .resolution = 132});
  QCOMPARE(wanted.pages.size(), size_t(1));
  QCOMPARE(preview->picture(), wanted.pages.front());
  QTest::keyClick(page.get(), Qt::Key_PageDown); // there is none
  QCOMPARE(preview->page(), last);
}

void TestReportsPage::aHighPageIsScrolledButNotSideways() {
  const auto page = open();
  auto* preview = page->findChild<ReportPreview*>();
  const auto* area = preview->findChild<QScrollArea*>(u("preview.area"));
  for (const char* name : {"open-items", "client-status"}) { // across, upright
    page->choose(u(name));
    QTRY_VERIFY(preview->isReady() && !preview->picture().isNull());
    QTRY_COMPARE(area->verticalScrollBar()->maximum() > 0, preview->picture().height() > preview->picture().width());
    QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
  }
}

void TestReportsPage::aClickOnThePageShowsThatPlaceLargerAndAKeyTheWholeWidthAgain() {
  const auto page = open();
  page->choose(u("open-items"));
  auto* preview = page->findChild<ReportPreview*>();
  QTRY_VERIFY(preview->isReady() && !preview->picture().isNull());
  auto* paper = preview->findChild<QLabel*>(u("preview.page"));
  auto* area = preview->findChild<QScrollArea*>();
  const int wide = paper->pixmap().width();
  QVERIFY(wide <= area->viewport()->width());
  QTest::mouseClick(paper, Qt::LeftButton, {}, QPoint(paper->width() * 3 / 4, paper->height() / 2));
  QVERIFY(preview->isLarge());
  QCOMPARE(paper->pixmap().width(), preview->picture().width());
  QVERIFY(paper->pixmap().width() > wide);
  // What was clicked is in the middle, as far as the page reaches.
  auto* sideways = area->horizontalScrollBar();
  QVERIFY(sideways->value() > 0);
  const int middle = sideways->value() + area->viewport()->width() / 2;
  QVERIFY2(qAbs(middle - paper->pixmap().width() * 3 / 4) < 60 || sideways->value() == sideways->maximum(),
           qPrintable(QString::number(middle)));
  preview->turnTo(1); // the next page is as large
  QCOMPARE(paper->pixmap().width(), preview->picture().width());
  QTest::keyClick(page.get(), Qt::Key_Minus);
  QVERIFY(!preview->isLarge());
  QCOMPARE(paper->pixmap().width(), wide);
  QTest::keyClick(page.get(), Qt::Key_Plus);
  QVERIFY(preview->isLarge());
  QVERIFY(preview->findChild<QPushButton*>(u("preview.larger"))->isChecked());
}

void TestReportsPage::aFilterNarrowsThePreview() {
  const auto page = open();
  page->choose(u("payors"));
  auto* preview = page->findChild<ReportPreview*>();
  QTRY_VERIFY(preview->isReady() && preview->rows() > 0);
  report::Asked asked;
  asked.payor =
      m_sitting->database->text(u("SELECT name FROM payor WHERE id = (SELECT payor_id FROM enrollment LIMIT 1)"));
  qint64 rows = 0;
  table("payors", asked).rows([&](report::Cells) { return ++rows > 0; });
  QVERIFY(rows > 0 && rows < preview->rows());
  page->findChild<ChoiceBox*>(u("payor"))->setValue(asked.payor);
  QTRY_COMPARE(preview->rows(), rows);
}

void TestReportsPage::aPastDayIsAskedForByItsDate() {
  const QDate day = SampleFile::today();
  const qint64 then = m_sitting->database->value(u("SELECT count(*) FROM task"));
  {
    db::Transaction transaction(*m_sitting->database, {u("Anna"), QDateTime(day.addDays(2), QTime(15, 0), Qt::UTC)},
                                u("Two tasks"));
    for (const char* name : {"Call back", "Ask again"}) {
      Task task;
      task.name = u(name);
      task.created = day.addDays(2);
      db::save(transaction, task);
    }
    transaction.commit();
  }
  Session later(*m_sitting->database, day.addDays(3), [] { return tester().now; });
  ReportsPage page(later, {});
  page.choose(u("tasks"));
  const auto* preview = page.findChild<ReportPreview*>();
  const auto* pdf = page.findChild<QPushButton*>(u("reports.pdf"));
  auto* asOf = page.findChild<DateField*>(u("reports.as-of"));
  const auto type = [&](const QString& text) {
    asOf->setFocus();
    asOf->selectAll();
    QTest::keyClick(asOf, Qt::Key_Backspace);
    QTest::keyClicks(asOf, text);
    QTest::keyClick(asOf, Qt::Key_Return);
  };
  QTRY_VERIFY(preview->isReady());
  QTRY_COMPARE(preview->rows(), then + 2);
  type(day.addDays(1).toString(Qt::ISODate));
  QVERIFY(!pdf->isEnabled()); // it is on its way there
  QTRY_COMPARE(preview->rows(), then);
  QVERIFY(pdf->isEnabled());
  type(u("1999-01-01"));
  QTRY_VERIFY(page.findChild<QLabel*>(u("preview.words"))->text().contains(u("knows nothing of 1999-01-01")));
  QVERIFY(!pdf->isEnabled());
  type({});
  QTRY_COMPARE(preview->rows(), then + 2);
  QVERIFY(pdf->isEnabled());
}

void TestReportsPage::whoIsMissedIsExplained() {
  const auto page = open();
  page->choose(u("payors"));
  const qint64 provider =
      m_sitting->database->value(u("SELECT provider_id FROM enrollment WHERE provider_id IS NOT NULL"));
  auto* missed = page->findChild<SearchField*>(u("reports.missed"));
  auto* why = page->findChild<QLabel*>(u("reports.why"));
  QVERIFY(why->isHidden());
  missed->setValue(u("provider/%1").arg(provider));
  QTRY_VERIFY(!why->isHidden() && why->text().contains(u(" is in it, with ")));
  page->findChild<QLineEdit*>(u("state"))->setText(u("ZZ"));
  QTRY_VERIFY2(!why->isHidden() && why->text().contains(u("The filter “State: ZZ” leaves out")),
               qPrintable(why->text()));
}

void TestReportsPage::aScheduleIsMadeFromWhatIsAskedAndRunsByItself() {
  const auto page = open();
  page->choose(u("payors"));
  page->findChild<QLineEdit*>(u("state"))->setText(u("TX"));
  page->findChild<QPushButton*>(u("reports.schedule"))->click();
  auto* form = page->findChild<FormDialog*>();
  QVERIFY(form);
  form->setValues({{u("name"), u("Texas")}, {u("format"), u("csv")}, {u("folder"), m_sitting->dir.path()}});
  QVERIFY(!form->findChild<QWidget*>(u("weekday"))->isHidden());
  form->accept();
  const auto all = db::allWhere<Schedule>(*m_sitting->database, u("1 = 1"));
  QCOMPARE(all.size(), size_t(1));
  QCOMPARE(all[0].asked, u("state=TX"));
  QCOMPARE(all[0].when(), u("Every Monday at %1").arg(QLocale().toString(QTime(7, 0), QLocale::ShortFormat)));

  auto* toggle = page->findChild<QPushButton*>(u("reports.schedules"));
  toggle->setChecked(true);
  auto* panel = page->findChild<SchedulesPanel*>();
  auto* list = panel->findChild<QListWidget*>(u("schedules.list"));
  auto* runs = panel->findChild<QListWidget*>(u("schedules.runs"));
  QCOMPARE(list->count(), 1);
  QVERIFY(list->item(0)->text().startsWith(u("Texas · Payors as CSV")));
  QVERIFY2(list->item(0)->text().contains(u("next Mon 9 Mar, ")), qPrintable(list->item(0)->text()));
  QCOMPARE(runs->count(), 0);
  Scheduler scheduler(*m_sitting->session);
  connect(page.get(), &ReportsPage::runAsked, &scheduler, &Scheduler::runNow);
  scheduler.look(); // it is not due before next Monday
  panel->findChild<QPushButton*>(u("schedules.run"))->click();
  const QString file = m_sitting->dir.filePath(u("Texas 2026-03-02.csv"));
  QTRY_COMPARE(runs->count(), 1);
  QVERIFY(QFileInfo::exists(file));
  QVERIFY2(runs->item(0)->text().contains(u("rows written to")), qPrintable(runs->item(0)->text()));
  panel->findChild<QPushButton*>(u("schedules.remove"))->click();
  QTRY_COMPARE(list->count(), 0);
}

void TestReportsPage::aSavedViewIsAReportAndMakesItself() {
  m_sitting->session->setMe({2});
  const QString mineOpen = u("FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE t.status NOT IN ('Completed', "
                             "'Cancelled') AND s.status NOT IN ('Completed', 'Not needed') AND coalesce(s.assignee_id, "
                             "t.assignee_id) = ? AND t.state ");
  const db::Value me(m_sitting->session->me());
  const QString state =
      m_sitting->database->text(u("SELECT t.state ") + mineOpen + u("<> '' ORDER BY s.id LIMIT 1"), {me});
  report::View view{u("Mine in one state"), u("tracking"), u("open-items"), u("all-items"), {}, {}, false};
  view.look.filters[u("assignee")] = {u("me")};
  view.look.filters[u("state")] = {state};
  SavedView saved{{}, view.list, view.name, m_sitting->session->me(), 1, QString::fromUtf8(report::kept(view))};
  {
    db::Transaction transaction(*m_sitting->database, tester(), u("View"));
    saved.id = db::save(transaction, saved);
    transaction.commit();
  }
  const auto page = open();
  auto* list = page->findChild<ReportList*>();
  page->choose(u("view:%1").arg(saved.id.value));
  QCOMPARE(list->currentView()->name, view.name);
  QCOMPARE(page->findChild<QLabel*>(u("reports.title"))->text(), view.name);
  auto* preview = page->findChild<ReportPreview*>();
  QTRY_VERIFY(preview->isReady());
  const qint64 mine = m_sitting->database->value(u("SELECT count(*) ") + mineOpen + u("= ?"), {me, state});
  QVERIFY(mine > 0);
  QCOMPARE(preview->rows(), mine);

  page->findChild<QPushButton*>(u("reports.schedule"))->click();
  auto* form = page->findChild<FormDialog*>();
  form->setValues({{u("format"), u("csv")}, {u("folder"), m_sitting->dir.path()}});
  form->accept();
  const auto all = db::allWhere<Schedule>(*m_sitting->database, u("1 = 1"));
  QCOMPARE(all.size(), size_t(1));
  QCOMPARE(all[0].report, view.name);
  report::DueReport due{all[0], QDateTime(QDate(2026, 3, 9), QTime(7, 0), Qt::UTC), true, {}};
  const auto runs = report::runReport(*m_sitting->database, due, tester(), m_sitting->session->today());
  QVERIFY2(runs.at(0).done, qPrintable(runs.at(0).words));
  QCOMPARE(runs.at(0).rows, mine);

  // It goes when the view is removed.
  db::Transaction transaction(*m_sitting->database, tester(), u("View"));
  db::remove(transaction, saved.id);
  transaction.commit();
  page->refresh();
  QVERIFY(!names(list).contains(u("view:%1").arg(saved.id.value)));
  QCOMPARE(page->findChild<QLabel*>(u("reports.title"))->text(), report::find(u("open-items"))->title);
}

void TestReportsPage::whatWasLastLookedAtIsThereAgain() {
  open()->choose(u("tasks"));
  const auto page = open();
  QCOMPARE(page->findChild<ReportList*>()->current()->name, u("tasks"));
}

void TestReportsPage::allControlsHaveNames() {
  const auto page = open();
  QTRY_VERIFY(page->findChild<ReportFilters*>());
  QCOMPARE(unnamedControls(page.get()), QStringList());
}

QTEST_MAIN(TestReportsPage)
#include "tst_reportspage.moc"
