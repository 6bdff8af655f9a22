// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/datafile.h"
#include "core/notes/followup.h"
#include "core/notes/note.h"
#include "core/payors/payor.h"
#include "core/review/mark.h"
#include "core/review/walk.h"
#include "core/review/week.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "named.h"
#include "sitting.h"
#include "ui/form/datefield.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"
#include "ui/list/board.h"
#include "ui/list/boardcolumn.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/review/dealdialog.h"
#include "ui/review/reviewcard.h"
#include "ui/review/reviewpage.h"
#include "ui/review/weekplan.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// The week's review as one walks through it: by keys alone.
class TestReviewPage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void sectionsAndCardShowWhatIsLeft();
  void theCardSaysHowToReachTheProvider();
  void longWordsWrapAndNothingIsCutOff();
  void anEmptyFileSaysHowToBegin();
  void enterNeedsANextDate();
  void aNoteWithADateGoesOnToTheNextItem();
  void theDateIsMovedByKeys();
  void theDayOfTheOfficesRuleIsProposed();
  void aLateDateIsMovedForAReason();
  void aSnoozedItemLeavesAndItsDateStays();
  void xCompletesTheStepAndCountsIt();
  void aMailIsCountedAndTheItemStays();
  void zBringsTheLastItemBack();
  void whatIsDecidedLeavesAtOnceAndZBringsItBackAtOnce();
  void zComesBackToWhatItUndid();
  void whatAnotherOneDoesNowLeavesMyReviewAtOnce();
  void whatWasTypedAboutAnItemIsThereAgain();
  void arrowsLookAndDecideNothing();
  void itGoesOnWhereItStopped();
  void aColleaguesReviewIsTheirs();
  void theListHasTheSameItemsAndKeys();
  void theWeekHasItsItemsByDayAndWhatIsToBeDealt();
  void turningToTheWeekOrTheListAndBackKeepsTheItem();
  void theCardTheCursorWasMovedToIsTheItemAfterTheWeek();
  void aCardIsPutOnTheNextOpenDayByKeys();
  void aColumnShowsThatItTakesTheCardOverIt();
  void noCardGoesOnADayThatIsOver();
  void dealingIsShownFirstAndIsOneChange();
  void sixtyItemsAreWalkedThroughByKeys();
  void theEndTellsWhatWasDone();
  void everyControlHasAName();

private:
  db::Database& file() { return m_sitting->session->database(); }
  void open() {
    m_page = std::make_unique<ReviewPage>(*m_sitting->session);
    m_page->resize(1366, 660);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    settle();
  }
  void settle() { QTRY_VERIFY(m_page->queue().isKnown()); }
  const ReviewQueue& queue() const { return m_page->queue(); }
  qint64 left() const { return qint64(queue().left().size()); }
  void press(Qt::Key key) { QTest::keyClick(m_page.get(), key); }
  void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
  void enter() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); }
  QString label(const char* name) const { return m_page->findChild<QLabel*>(u(name))->text(); }
  QString problem() const {
    const auto* label = m_page->findChild<QLabel*>(u("note.problem"));
    return label->isVisible() ? label->text() : QString();
  }
  FormDialog* form() const {
    for (QWidget* window : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<FormDialog*>(window); dialog && dialog->isVisible())
        return dialog;
    return nullptr;
  }
  /// The first item of this kind that has (or has not) its next date, in front.
  qint64 find(bool (*fits)(const review::Item&), std::optional<bool> dated = {}) {
    const std::vector<ReviewQueue::Entry>& left = queue().left();
    for (size_t at = 0; at < left.size(); ++at) {
      const auto item = review::itemOf(file(), left[at].key);
      if (!item || !fits(*item) || (dated && review::nextDate(file(), *item, SampleFile::today()).isValid() != *dated))
        continue;
      while (queue().place() != at)
        press(queue().place() < at ? Qt::Key_Down : Qt::Key_Up);
      return m_page->key();
    }
    return 0;
  }
  void turnToWeek() {
    press(Qt::Key_T);
    QCOMPARE(m_page->front(), m_page->plan()->page());
    QTRY_VERIFY(column("To deal"));
  }
  BoardColumn* column(const char* value) const {
    for (BoardColumn* each : m_page->plan()->board()->columns())
      if (each->value() == u(value) && !each->isHidden())
        return each;
    return nullptr;
  }
  static bool isStep(const review::Item& item) { return item.step.isValid(); }
  static bool isTask(const review::Item& item) { return item.task.isValid(); }
  static bool isAny(const review::Item&) { return true; }
  bool isLeft(qint64 key) const {
    return std::any_of(queue().left().begin(), queue().left().end(),
                       [&](const auto& entry) { return entry.key == key; });
  }

  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<ReviewPage> m_page;
};

void TestReviewPage::initTestCase() { new Theme(*qApp); } // as wide and high as in the window

void TestReviewPage::init() {
  m_sitting = std::make_unique<Sitting>();
  open();
}

void TestReviewPage::cleanup() {
  m_page.reset();
  m_sitting.reset();
  drafts().forgetAll();
}

void TestReviewPage::sectionsAndCardShowWhatIsLeft() {
  QVERIFY(left() > 20);
  QCOMPARE(label("review.title"), u("Review – week of Mon 2 Mar"));
  QVERIFY(!label("review.who").isEmpty());
  const auto* sections = m_page->findChild<QListWidget*>(u("sections"));
  QCOMPARE(sections->count(), report::reviewSections - 1);
  qint64 all = 0;
  for (int i = 1; i < report::reviewSections; ++i)
    all += queue().countOf(report::ReviewSection(i));
  QCOMPARE(all, left());
}

void TestReviewPage::theCardSaysHowToReachTheProvider() {
  const qint64 key = find(isStep, true);
  QVERIFY(key);
  auto provider = db::load(file(), review::providerOf(file(), key));
  provider->phone = u("918-555-0177");
  provider->email = u("office@example.org");
  {
    db::Transaction transaction(file(), tester(), u("Reached"));
    db::save(transaction, *provider);
    transaction.commit();
  }
  m_page->findChild<ReviewCard*>(u("review.card"))->show(key);
  QStringList said;
  for (const QLabel* label : m_page->findChild<QWidget*>(u("review.card"))->findChildren<QLabel*>())
    said << label->text();
  QVERIFY2(said.contains(u("918-555-0177 · office@example.org")), qPrintable(said.join(u(" | "))));
}

void TestReviewPage::longWordsWrapAndNothingIsCutOff() {
  db::Transaction transaction(file(), tester(), u("Notes"));
  for (const auto& entry : queue().left()) {
    const auto item = review::itemOf(file(), entry.key);
    if (!item->step.isValid() || entry.section != report::ReviewSection::Overdue)
      continue;
    const auto step = db::load(file(), item->step);
    for (int lines = 1; lines <= 3; ++lines) {
      Note note;
      note.step = step->id;
      note.tracking = step->tracking;
      note.kind = u("Call");
      note.author = u("Lily Thistle");
      note.written = u("2026-02-2%1 10:15").arg(lines);
      note.text =
          u("Asked the office manager, because the tax ID did not match, to send it once more. ").repeated(lines);
      db::save(transaction, note);
    }
    auto tracking = db::load(file(), step->tracking);
    tracking->priority = u("Fast-track");
    tracking->state = u("CA");
    db::save(transaction, *tracking);
    if (auto payor = db::load(file(), db::load(file(), step->tracking)->payor); payor && payor->id.value % 2 == 0) {
      payor->name = u("Health Plan of the Northern Lakes and the Valleys %1 ").arg(payor->id.value).repeated(2);
      db::save(transaction, *payor);
    }
  }
  transaction.commit();
  m_page.reset();
  open();
  const auto* card = m_page->findChild<QWidget*>(u("review.card"));
  const auto cut = [card] {
    QStringList all;
    for (const QLabel* label : card->findChildren<QLabel*>())
      if (label->isVisible() && label->height() < label->heightForWidth(label->width()))
        all << u("%1 of %2: %3").arg(label->height()).arg(label->heightForWidth(label->width())).arg(label->text());
    return all;
  };
  QVERIFY(!card->findChildren<QLabel*>().isEmpty());
  static const QRegularExpression isoDay(QStringLiteral("\\d{4}-\\d{2}-\\d{2}"));
  for (const QLabel* one : card->findChildren<QLabel*>())
    QVERIFY2(!one->text().contains(isoDay), qPrintable(one->text())); // dates as people read them
  for (int i = 0; i < 20; ++i) {
    QTRY_VERIFY2_WITH_TIMEOUT(cut().isEmpty(), qPrintable(cut().join(u(" | "))), 1000);
    press(Qt::Key_Down);
  }
}

void TestReviewPage::anEmptyFileSaysHowToBegin() {
  const auto empty = datafile::open(m_sitting->dir.filePath(u("empty.credenza")), tester());
  Session session(*empty, SampleFile::today(), [] { return tester().now; });
  m_page = std::make_unique<ReviewPage>(session);
  m_page->show();
  settle();
  QTRY_VERIFY2(label("review.summary").contains(u("Import your spreadsheet")), qPrintable(label("review.summary")));
  m_page.reset();
}

void TestReviewPage::enterNeedsANextDate() {
  const qint64 key = find(isAny, false);
  QVERIFY(key);
  const qint64 before = left();
  press(Qt::Key_Return);
  QVERIFY(problem().contains(u("without a next date")));
  QCOMPARE(m_page->key(), key);
  QCOMPARE(left(), before);
  const qint64 dated = find(isAny, true);
  QVERIFY(dated);
  press(Qt::Key_Return);
  QCOMPARE(left(), before - 1);
  QVERIFY(m_page->key() != dated);
}

void TestReviewPage::aNoteWithADateGoesOnToTheNextItem() {
  const qint64 key = find(isStep, false);
  QVERIFY(key);
  press(Qt::Key_N);
  type(u("called, ref 4711, xyz in committee, +7"));
  enter();
  QVERIFY(m_page->key() != key);
  QCOMPARE(db::load(file(), Id<Step>{key / 4})->followUp, SampleFile::today().addDays(7));
  QTRY_VERIFY(!isLeft(key));
  QVERIFY(m_page->hasFocus()); // the keys are keys again
}

void TestReviewPage::theDateIsMovedByKeys() {
  const qint64 key = find(isStep, false);
  press(Qt::Key_D);
  QTRY_VERIFY(form() && form()->isAncestorOf(QApplication::focusWidget()));
  type(u("+3"));
  enter();
  QTRY_VERIFY(!form());
  QCOMPARE(db::load(file(), Id<Step>{key / 4})->due, SampleFile::today().addDays(3));
  QVERIFY(m_page->key() != key);
  QTRY_COMPARE(queue().summary().moved, 1);
}

void TestReviewPage::theDayOfTheOfficesRuleIsProposed() {
  const qint64 key = find(isStep, false);
  const QDate proposed = proposedFollowUp(SampleFile::today(), {});
  for (const auto move : {Qt::Key_W, Qt::Key_S, Qt::Key_D}) {
    press(move);
    QTRY_VERIFY(form() && form()->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(form()->findChild<DateField*>()->date(), proposed);
    if (move == Qt::Key_D)
      break;
    form()->reject();
    QTRY_VERIFY(!form());
    m_page->activateWindow(); // as a window manager does when the form has gone
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  }
  enter(); // nothing more is to be typed
  QTRY_VERIFY(!form());
  QCOMPARE(db::load(file(), Id<Step>{key / 4})->due, proposed);
}

void TestReviewPage::aLateDateIsMovedForAReason() {
  const qint64 key = find([](const review::Item& item) { return item.step.isValid(); });
  const Id<Step> step = review::itemOf(file(), key)->step;
  const QDate before = db::load(file(), step)->due;
  QVERIFY(before < SampleFile::today()); // overdue comes first
  press(Qt::Key_D);
  QTRY_VERIFY(form() && form()->isAncestorOf(QApplication::focusWidget()));
  type(u("+3"));
  form()->findChild<QLineEdit*>(u("reason"))->setText(u("the board meets on Thursday"));
  enter();
  QTRY_VERIFY(!form());
  QCOMPARE(db::load(file(), step)->due, SampleFile::today().addDays(3));
  const QString text = file().text(u("SELECT text FROM note WHERE step_id = ? ORDER BY id DESC LIMIT 1"), {step});
  QCOMPARE(text, u("Moved to 2026-03-05: the board meets on Thursday"));
  m_page->activateWindow(); // as a window manager does when the form has gone
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  press(Qt::Key_Z); // one change
  QCOMPARE(file().value(u("SELECT count(*) FROM note WHERE text = ?"), {text}), qint64(0));
  QCOMPARE(db::load(file(), step)->due, before);
}

void TestReviewPage::aSnoozedItemLeavesAndItsDateStays() {
  const qint64 key = find(isStep, false);
  const QDate due = db::load(file(), Id<Step>{key / 4})->due;
  press(Qt::Key_S);
  QTRY_VERIFY(form() && form()->isAncestorOf(QApplication::focusWidget()));
  type(u("+2"));
  enter();
  QTRY_VERIFY(!form());
  QCOMPARE(db::load(file(), Id<Step>{key / 4})->due, due);
  QTRY_VERIFY(!isLeft(key));
  QTRY_COMPARE(queue().summary().snoozed, 1);
}

void TestReviewPage::xCompletesTheStepAndCountsIt() {
  const qint64 key = find(isStep);
  press(Qt::Key_X);
  if (form()) // a last step asks what was granted
    QTest::keyClick(form(), Qt::Key_Return, Qt::ControlModifier);
  QTRY_COMPARE(db::load(file(), Id<Step>{key / 4})->status, u("Completed"));
  QTRY_VERIFY(!isLeft(key));
  QTRY_COMPARE(queue().summary().done, 1);
  const qint64 task = find(isTask);
  QVERIFY(task);
  press(Qt::Key_X);
  QTRY_VERIFY(!isLeft(task));
  QTRY_COMPARE(queue().summary().done, 2);
}

void TestReviewPage::zBringsTheLastItemBack() {
  const qint64 key = find(isStep, false);
  const qint64 before = left();
  press(Qt::Key_N);
  type(u("xyz, +7"));
  enter();
  QTRY_COMPARE(left(), before - 1);
  press(Qt::Key_Z);
  QTRY_COMPARE(left(), before);
  QTRY_COMPARE(m_page->key(), key);
  QVERIFY(db::allWhere<ReviewMark>(file(), u("1 = 1")).empty());
}

void TestReviewPage::whatIsDecidedLeavesAtOnceAndZBringsItBackAtOnce() {
  const qint64 key = find(isStep);
  const size_t place = queue().place();
  press(Qt::Key_X);
  if (form())
    QTest::keyClick(form(), Qt::Key_Return, Qt::ControlModifier);
  QVERIFY(!isLeft(key)); // before the queue is read again: the next key is about the next item
  QVERIFY(m_page->key() != key);
  press(Qt::Key_Z);
  QCOMPARE(m_page->key(), key);
  QCOMPARE(queue().place(), place);
  QTRY_COMPARE(queue().summary().done, 0);
  QCOMPARE(m_page->key(), key);
}

void TestReviewPage::zComesBackToWhatItUndid() {
  const qint64 first = find(isStep, false);
  press(Qt::Key_N);
  type(u("xyz, +7"));
  enter();
  QTRY_COMPARE(queue().summary().reviewed, 1);
  const qint64 second = find(isStep, false);
  press(Qt::Key_N);
  type(u("nobody there"));
  enter(); // it has no next date, so it stays
  QTRY_COMPARE(db::allWhere<Note>(file(), u("text = 'nobody there'")).size(), size_t(1));
  press(Qt::Key_Z);
  QVERIFY(db::allWhere<Note>(file(), u("text = 'nobody there'")).empty());
  QCOMPARE(m_page->key(), second);
  QVERIFY(!isLeft(first));
}

void TestReviewPage::whatAnotherOneDoesNowLeavesMyReviewAtOnce() {
  auto* whose = m_page->findChild<QComboBox*>(u("review.whose"));
  whose->setCurrentIndex(1);
  Q_EMIT whose->activated(1);
  const Id<Coordinator> person{whose->currentData().toLongLong()};
  QTRY_VERIFY(left() > 0 && std::all_of(queue().left().begin(), queue().left().end(), [&](const auto& entry) {
                return review::whoseIs(file(), *review::itemOf(file(), entry.key)).assignee == person;
              }));
  const qint64 key = find(isStep);
  QVERIFY(key);
  press(Qt::Key_A);
  QTRY_VERIFY(form());
  auto* to = form()->findChild<QComboBox*>(u("assignee"));
  for (int i = 0; i < to->count(); ++i)
    if (const qint64 other = to->itemData(i).toLongLong(); other > 0 && other != person.value)
      to->setCurrentIndex(i);
  QTest::keyClick(form(), Qt::Key_Return, Qt::ControlModifier);
  QVERIFY(!isLeft(key));
}

void TestReviewPage::whatWasTypedAboutAnItemIsThereAgain() {
  press(Qt::Key_N);
  type(u("half a"));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
  press(Qt::Key_Down);
  QCOMPARE(m_page->findChild<QLineEdit*>(u("note"))->text(), QString());
  press(Qt::Key_Up);
  QCOMPARE(m_page->findChild<QLineEdit*>(u("note"))->text(), u("half a"));
}

void TestReviewPage::arrowsLookAndDecideNothing() {
  const qint64 first = m_page->key(), before = left();
  press(Qt::Key_Down);
  QVERIFY(m_page->key() != first);
  press(Qt::Key_Up);
  press(Qt::Key_Up);
  QCOMPARE(m_page->key(), first);
  QCOMPARE(left(), before);
}

void TestReviewPage::itGoesOnWhereItStopped() {
  const qint64 key = find(isStep, false);
  press(Qt::Key_N);
  type(u("xyz, +7"));
  enter();
  const qint64 rest = left();
  m_page.reset(); // without a word, as after a crash
  open();
  QCOMPARE(left(), rest);
  QVERIFY(!isLeft(key));
  QCOMPARE(queue().summary().reviewed, 1);
}

void TestReviewPage::aColleaguesReviewIsTheirs() {
  auto* whose = m_page->findChild<QComboBox*>(u("review.whose"));
  QCOMPARE(whose->currentText(), u("Everybody’s"));
  const qint64 all = left();
  qint64 sum = 0;
  for (int i = 1; i < whose->count(); ++i) {
    whose->setCurrentIndex(i);
    Q_EMIT whose->activated(i);
    const Id<Coordinator> person{whose->currentData().toLongLong()};
    QTRY_VERIFY(std::all_of(queue().left().begin(), queue().left().end(), [&](const auto& entry) {
      return review::whoseIs(file(), *review::itemOf(file(), entry.key)).assignee == person;
    }));
    sum += left();
  }
  QVERIFY(sum > 0);
  QVERIFY(sum <= all);
}

void TestReviewPage::aMailIsCountedAndTheItemStays() {
  QSignalSpy asked(m_page.get(), &ReviewPage::mailAsked);
  const qint64 key = find(isStep);
  QVERIFY(key);
  press(Qt::Key_E);
  QCOMPARE(asked.size(), 1);
  QCOMPARE(asked[0][0].toLongLong(), key);
  const auto step = db::load(file(), review::itemOf(file(), key)->step);
  QCOMPARE(asked[0][1].value<Id<Provider>>(), db::load(file(), step->tracking)->provider);
  const auto mailed = [&] { return review::summaryOf(file(), mondayOf(SampleFile::today()), {}, {}).mailed; };
  QCOMPARE(mailed(), 0);
  m_page->mailed(key);
  QCOMPARE(mailed(), 1);
  QVERIFY(isLeft(key));
  m_sitting->session->undoLast();
  QCOMPARE(mailed(), 0);
}

void TestReviewPage::theListHasTheSameItemsAndKeys() {
  press(Qt::Key_L);
  ListModel* model = m_page->list()->model();
  QTRY_VERIFY(model->isComplete());
  QTRY_COMPARE(qint64(model->ids().size()), left());
  for (size_t i = 0; i < model->ids().size(); ++i)
    QCOMPARE(model->ids()[i], queue().left()[i].key);
  // The keys act on the row in front.
  const qint64 key = queue().left()[5].key;
  QVERIFY(m_page->list()->table()->select(key));
  QTRY_COMPARE(m_page->key(), key);
  QTest::keyClick(m_page->list()->table(), Qt::Key_S);
  QTRY_VERIFY(form() && form()->isAncestorOf(QApplication::focusWidget()));
  type(u("+1"));
  enter();
  QTRY_VERIFY(!form());
  QTRY_VERIFY(!isLeft(key));
  QTRY_COMPARE(qint64(model->ids().size()), left());
}

void TestReviewPage::theWeekHasItsItemsByDayAndWhatIsToBeDealt() {
  turnToWeek();
  QStringList values;
  for (const auto& [value, under] : m_page->plan()->board()->fitted())
    values << value;
  QCOMPARE(values, QStringList({u("To deal"), u("2026-03-02"), u("2026-03-03"), u("2026-03-04"), u("2026-03-05"),
                                u("2026-03-06")}));
  const report::ReviewLoad load = report::reviewLoad(file(), queue().request());
  for (BoardColumn* column : m_page->plan()->board()->columns()) {
    qint64 items = 0;
    if (const auto here = load.byDay.find(column->value()); here != load.byDay.end())
      for (const auto& [who, count] : here->second)
        items += count;
    QCOMPARE(qint64(column->cards()->rowCount()), items);
  }
  QVERIFY(column("To deal")->cards()->rowCount() > 3);
  press(Qt::Key_T);
  QCOMPARE(m_page->front(), m_page.get());
}

void TestReviewPage::turningToTheWeekOrTheListAndBackKeepsTheItem() {
  const auto isOnBoard = [this](qint64 key) {
    const std::vector<qint64>& ids = m_page->plan()->page()->model()->ids();
    return std::find(ids.begin(), ids.end(), key) != ids.end();
  };
  bool onBoard = false, offBoard = false;
  for (int i = 0; i < 3 || (!(onBoard && offBoard) && i < int(left())); ++i) {
    press(Qt::Key_Down);
    const qint64 key = m_page->key();
    turnToWeek();
    QTRY_VERIFY(m_page->plan()->page()->isAncestorOf(QApplication::focusWidget()));
    if (isOnBoard(key)) {
      QTRY_COMPARE(m_page->key(), key); // the cursor stands on its card
      const auto* column = qobject_cast<BoardColumn*>(QApplication::focusWidget());
      QVERIFY(column);
      QCOMPARE(column->currentId(), key);
    }
    (isOnBoard(key) ? onBoard : offBoard) = true;
    press(Qt::Key_T);
    QCOMPARE(m_page->front(), m_page.get());
    QCOMPARE(m_page->key(), key);
    press(Qt::Key_L);
    QTRY_COMPARE(m_page->list()->table()->currentId(), key);
    press(Qt::Key_L);
    QCOMPARE(m_page->key(), key);
  }
  QVERIFY(onBoard && offBoard);
}

void TestReviewPage::theCardTheCursorWasMovedToIsTheItemAfterTheWeek() {
  turnToWeek();
  QTRY_VERIFY(qobject_cast<BoardColumn*>(QApplication::focusWidget()));
  const qint64 before = m_page->key();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
  const qint64 key = m_page->key();
  QVERIFY(key != before);
  press(Qt::Key_T);
  QCOMPARE(m_page->key(), key);
}

void TestReviewPage::aCardIsPutOnTheNextOpenDayByKeys() {
  turnToWeek();
  BoardColumn* from = column("To deal");
  from->setFocus();
  int row = 0; // that of a step: its date is the one that moves
  while (row < from->cards()->rowCount() && !review::itemOf(file(), from->cards()->idAt(row))->step.isValid())
    ++row;
  from->setCurrentIndex(from->cards()->index(row));
  const qint64 key = from->currentId();
  QCOMPARE(m_page->key(), key);
  const Id<Step> step = review::itemOf(file(), key)->step;
  const QDate before = db::load(file(), step)->due;
  QTest::keyClick(from, Qt::Key_Right, Qt::ControlModifier); // over today, which is no day to come
  QCOMPARE(db::load(file(), step)->due, SampleFile::today().addDays(1));
  QTRY_COMPARE(column("2026-03-03")->currentId(), key);
  QTRY_VERIFY(column("2026-03-03")->hasFocus());
  QTest::keyClick(column("2026-03-03"), Qt::Key_Right, Qt::ControlModifier);
  QCOMPARE(db::load(file(), step)->due, SampleFile::today().addDays(2));
  QTRY_COMPARE(column("2026-03-04")->currentId(), key);
  QTest::keyClick(column("2026-03-04"), Qt::Key_Z);
  QTest::keyClick(m_page->plan()->page(), Qt::Key_Z);
  QCOMPARE(db::load(file(), step)->due, before);
}

void TestReviewPage::aColumnShowsThatItTakesTheCardOverIt() {
  turnToWeek();
  BoardColumn* day = column("2026-03-04");
  const qint64 key = column("To deal")->cards()->idAt(0);
  QMimeData card, other;
  card.setData(u("application/x-credenza-card"), QByteArray::number(key));
  other.setText(u("words"));
  const auto enter = [day](const QMimeData& data) {
    QDragEnterEvent over(QPoint(5, 5), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(day->viewport(), &over);
    return day->awaitsCard();
  };
  QVERIFY(!enter(other));
  QVERIFY(enter(card));
  QDragLeaveEvent leave;
  QApplication::sendEvent(day->viewport(), &leave);
  QVERIFY(!day->awaitsCard());
  QVERIFY(enter(card));
  QDropEvent drop(QPointF(5, 5), Qt::MoveAction, &card, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(day->viewport(), &drop);
  QVERIFY(!day->awaitsCard());
  QTRY_COMPARE(column("2026-03-04")->currentId(), key);
}

void TestReviewPage::noCardGoesOnADayThatIsOver() {
  turnToWeek();
  QSignalSpy said(m_sitting->session.get(), &Session::said);
  const qint64 key = column("To deal")->cards()->idAt(0);
  m_page->plan()->board()->moveCard(key, u("2026-03-02"));
  QCOMPARE(said.count(), 1);
  QVERIFY(said.back()[0].toString().contains(u("no day to come")));
  m_page->plan()->board()->moveCard(key, u("To deal"));
  QCOMPARE(said.count(), 2);
  QCOMPARE(db::allWhere<ReviewMark>(file(), u("1 = 1")).size(), size_t(0));
}

void TestReviewPage::dealingIsShownFirstAndIsOneChange() {
  turnToWeek();
  const int items = column("To deal")->cards()->rowCount();
  QTest::mouseClick(m_page->findChild<QPushButton*>(u("week-plan.deal")), Qt::LeftButton);
  auto* dialog = m_page->window()->findChild<DealDialog*>();
  QVERIFY(dialog);
  auto* apply = dialog->findChild<QPushButton*>(u("deal.apply"));
  QTRY_VERIFY(apply->isEnabled());
  QVERIFY(dialog->findChild<QLabel*>(u("deal.summary"))->text().startsWith(QLocale().toString(items)));
  QVERIFY(!dialog->findChild<QLabel*>(u("deal.loads"))->text().isEmpty());
  QCOMPARE(db::allWhere<ReviewMark>(file(), u("1 = 1")).size(), size_t(0)); // nothing is changed before
  const QPointer<QDialog> open = dialog;
  QTest::mouseClick(apply, Qt::LeftButton);
  QTRY_VERIFY(!open);
  QTRY_COMPARE(column("To deal")->cards()->rowCount(), 0);
  QCOMPARE(db::allWhere<ReviewMark>(file(), u("1 = 1")).size(), size_t(items));
  m_sitting->session->undoLast();
  QTRY_COMPARE(column("To deal")->cards()->rowCount(), items);
}

void TestReviewPage::sixtyItemsAreWalkedThroughByKeys() {
  const qint64 before = left();
  const qint64 items = std::min<qint64>(before, 60);
  int keys = 0;
  for (qint64 i = 0; i < items; ++i) {
    const qint64 key = m_page->key();
    press(Qt::Key_Return);
    ++keys;
    if (m_page->key() == key && isLeft(key)) { // it has no next date: a contact gives it one
      press(Qt::Key_N);
      type(u("xyz, +7"));
      enter();
      keys += 2 + 7;
    }
    QVERIFY2(m_page->key() != key, qPrintable(problem()));
  }
  QTRY_COMPARE(left(), before - items);
  QTRY_COMPARE(queue().summary().reviewed, items);
  QVERIFY(keys <= items * 10); // a key for what is in order; for the rest a note's five and its text
}

void TestReviewPage::theEndTellsWhatWasDone() {
  while (left() > 0) {
    const qint64 key = m_page->key();
    press(Qt::Key_Return);
    if (m_page->key() != key)
      continue;
    press(Qt::Key_N);
    type(u("xyz, +7"));
    enter();
    QVERIFY2(m_page->key() != key, qPrintable(problem()));
  }
  QTRY_VERIFY(m_page->findChild<QLabel*>(u("review.summary"))->isVisible());
  QTRY_VERIFY(label("review.summary").endsWith(u("left 0")));
}

void TestReviewPage::everyControlHasAName() {
  QCOMPARE(unnamedControls(m_page.get()).join(QLatin1Char(',')), QString());
}

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
