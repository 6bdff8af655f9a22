// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/datafile.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"
#include "named.h"
#include "support/freshfile.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/session.h"
#include "ui/tracking/callsheet.h"
#include "ui/tracking/carryoverdialog.h"
#include "ui/tracking/mendpage.h"
#include "ui/tracking/startform.h"
#include "ui/tracking/templateeditor.h"
#include "ui/tracking/templatespage.h"
#include "ui/tracking/trackingpage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDate today(2026, 3, 2); // a Monday

} // namespace

/// The work queue as one works it: the inspector beside the list, moves by one key, contacts in one line, the call
/// sheet, the templates.
class TestWorkQueue : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void theInspectorShowsTheTrackingOfTheSelectedStep();
  void xCompletesTheStepAndUndoTakesItBack();
  void submittingSaysThatTheRecordIsSubmitted();
  void trackingsAreFilteredByWhomTheyWaitOn();
  void theLastStepAsksWhatWasGranted();
  void theLastStepIsCompletedWithoutAnAnswerToo();
  void whatIsWaitingWaitsOnSomebody();
  void severalStepsMoveAsOneChange();
  void whatLeavesTheListHandsTheCursorOn();
  void whatASearchFindsIsLookedAtFromItsFirstRow();
  void hHoldsForAReasonAndLetsGoOn();
  void lettersInTheNoteLineAreLetters();
  void aContactIsNotedInOneLine();
  void whatWasTypedAboutAStepIsThereAgain();
  void aContactIsNotedThoughTheInspectorIsHidden();
  void spaceShowsAndHidesTheInspector();
  void doneStepsFoldAndOpen();
  void theCallSheetGoesOnToTheNextRow();
  void theCallSheetStandsUnderWhomToCallAndHow();
  void trackingsAreMendedInOnePlace();
  void aTrackingIsStartedForEachProviderOfAPractice();
  void aTrackingIsStartedForEachOfSeveral();
  void theShippedTemplatesAreOfferedWhileThereAreNone();
  void aTemplateIsChangedByKeys();
  void hintsSpeakUpWhileOneTypes();
  void aTemplateNothingRunsOnIsSavedAtOnce();
  void savingAsksWhetherWhatRunsMoves();
  void whatIsNotSavedIsThereAgain();
  void aStepWithoutANameIsToldAndNothingSaved();
  void picturesInAnInstructionAreNotLoaded();
  void everyControlHasAName();

private:
  template<class R>
  R add(R record) {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    record.id = db::save(transaction, record);
    transaction.commit();
    return record;
  }
  Provider addProvider(const char* name) {
    Provider provider;
    provider.lastName = u(name);
    return add(provider);
  }
  Id<Tracking> start(Id<Provider> provider, QDate started = today) {
    Tracking tracking;
    tracking.type = u("Payor");
    tracking.subtype = u("Initial");
    tracking.provider = provider;
    tracking.payor = m_payor.id;
    tracking.state = u("TX");
    tracking.started = started;
    db::Transaction transaction(*m_file, tester(), u("Before"));
    const auto id = Trackings(transaction).start(tracking);
    transaction.commit();
    return id;
  }
  void show(ListingPage* page) {
    m_page.reset(page);
    m_page->resize(1366, 660);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    settle();
  }
  void settle() {
    QTRY_VERIFY(list()->model()->isComplete());
    QTRY_COMPARE(list()->model()->rowCount(), int(list()->model()->ids().size()));
  }
  ListingPage* list() const { return qobject_cast<ListingPage*>(m_page.get()); }
  void select(Id<Step> step) {
    QTRY_VERIFY(list()->table()->select(step.value));
    list()->table()->setFocus();
    QTRY_COMPARE(label("inspector.step"), db::load(*m_file, step)->name);
  }
  void press(Qt::Key key) { QTest::keyClick(list()->table(), key); }
  QString label(const char* name) const { return m_page->findChild<QLabel*>(u(name))->text(); }
  Step stepAt(Id<Tracking> tracking, size_t place) const { return stepsOf(*m_file, tracking)[place]; }
  FormDialog* form() const {
    for (QWidget* window : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<FormDialog*>(window); dialog && dialog->isVisible())
        return dialog;
    return nullptr;
  }
  void fill(const char* key, const QString& text) { form()->findChild<QLineEdit*>(u(key))->setText(text); }
  void save() { QTest::mouseClick(form()->findChild<QPushButton*>(u("save")), Qt::LeftButton); }
  QLineEdit* note() const { return m_page->findChild<QLineEdit*>(u("note")); }
  TemplatesPage* showTemplates() {
    auto* page = new TemplatesPage(*m_session);
    m_page.reset(page);
    m_page->resize(1366, 660);
    m_page->show();
    if (!QTest::qWaitForWindowActive(m_page.get()))
      qWarning("the page is not in front");
    return page;
  }
  QTableView* steps() const { return m_page->findChild<QTableView*>(u("template.steps")); }
  void pickStep(int row) {
    steps()->setCurrentIndex(steps()->model()->index(row, 0));
    steps()->setFocus();
  }
  QStringList stepNames(Id<TrackingTemplate> id) const {
    QStringList names;
    for (const TemplateStep& step : stepsOf(*m_file, id))
      names << step.name;
    return names;
  }
  void pressSave() { QTest::mouseClick(m_page->findChild<QPushButton*>(u("templates.save")), Qt::LeftButton); }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<db::Database> m_file;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<QSignalSpy> m_said;
  std::unique_ptr<QWidget> m_page;
  Payor m_payor;
  Id<TrackingTemplate> m_template;
};

void TestWorkQueue::initTestCase() { QCoreApplication::setOrganizationName(u("credenza-test")); }

void TestWorkQueue::init() {
  QSettings().clear();
  drafts().forgetAll();
  m_folder = std::make_unique<QTemporaryDir>();
  m_file = datafile::open(m_folder->filePath(u("office.db")), tester());
  m_session = std::make_unique<Session>(*m_file, today, [] { return tester().now; });
  Coordinator me;
  me.name = u("Anna Marten");
  m_session->setMe(add(me).id);
  m_payor = {};
  m_payor.name = u("Aetna");
  m_payor.phone = u("800 555 0100");
  m_payor = add(m_payor);
  TrackingTemplate made;
  made.type = u("Payor");
  made.subtype = u("Initial");
  m_template = add(made).id;
  int position = 0;
  for (const char* name : {"Collect", "Submit", "Confirm"}) {
    TemplateStep step;
    step.ofTemplate = m_template;
    step.position = ++position;
    step.name = u(name);
    step.description = u("Ask for **all** of it, and note the reference of whoever answers.");
    step.tat = 2;
    add(step);
  }
  m_said = std::make_unique<QSignalSpy>(m_session.get(), &Session::changed);
}

void TestWorkQueue::cleanup() {
  m_page.reset();
  m_said.reset();
  m_session.reset();
  m_file.reset();
}

void TestWorkQueue::theInspectorShowsTheTrackingOfTheSelectedStep() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  QCOMPARE(label("inspector.who"), u("Marten"));
  QCOMPARE(label("inspector.what"), u("Payor – Initial · Aetna · TX · T-1001"));
  auto* timeline = m_page->findChild<QListWidget*>(u("timeline"));
  QCOMPARE(timeline->count(), 3);
  QCOMPARE(timeline->item(0)->data(Qt::AccessibleTextRole).toString(), u("Collect, New, due Wed 4 Mar"));
  QCOMPARE(m_page->findChild<QTextEdit*>(u("inspector.instruction"))->toPlainText(),
           u("Ask for all of it, and note the reference of whoever answers."));
}

void TestWorkQueue::xCompletesTheStepAndUndoTakesItBack() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  press(Qt::Key_X);
  QCOMPARE(stepAt(tracking, 0).status, u("Completed"));
  QCOMPARE(stepAt(tracking, 1).status, u("In progress"));
  QCOMPARE(m_said->last().front().toString(), u("Completed “Collect” · Marten"));
  m_session->undo(m_session->lastChange());
  QCOMPARE(stepAt(tracking, 0).status, u("New"));
}

void TestWorkQueue::submittingSaysThatTheRecordIsSubmitted() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 1).id);
  press(Qt::Key_X);
  QCOMPARE(m_said->last().front().toString(), u("Completed “Submit” · Marten: now Submitted at Aetna"));
  m_session->undo(m_session->lastChange());
  QCOMPARE(db::load(*m_file, db::load(*m_file, tracking)->enrollment)->status, u("Not started"));
}

void TestWorkQueue::trackingsAreFilteredByWhomTheyWaitOn() {
  const auto waiting = start(addProvider("Marten").id);
  start(addProvider("Nguyen").id);
  Step step = stepAt(waiting, 0);
  step.waitingOn = u("Portal vendor");
  add(step);
  ListDeck* deck = makeTrackingDeck(*m_session);
  auto* page = deck->findChild<ListingPage*>(u("trackings"));
  QVERIFY(page->primaryMenu());
  page->setParent(nullptr);
  delete deck;
  Query query = page->query();
  query.filters[u("waiting-on")] = {u("Portal vendor")};
  page->setQuery(query);
  show(page);
  QTRY_COMPARE(list()->model()->found(), 1);
  QCOMPARE(list()->model()->idAt(0), waiting.value);
}

void TestWorkQueue::theLastStepAsksWhatWasGranted() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  for (size_t place : {0, 1}) {
    select(stepAt(tracking, place).id);
    press(Qt::Key_X);
  }
  select(stepAt(tracking, 2).id);
  press(Qt::Key_X);
  QVERIFY(form());
  QCOMPARE(stepAt(tracking, 2).status, u("In progress"));
  fill("providerNumber", u("A77"));
  fill("effective", u("+30"));
  save();
  QCOMPARE(stepAt(tracking, 2).status, u("Completed"));
  const auto enrollment = *db::load(*m_file, db::load(*m_file, tracking)->enrollment);
  QCOMPARE(enrollment.providerNumber, u("A77"));
  QCOMPARE(enrollment.effective, today.addDays(30));
  QCOMPARE(enrollment.status, u("Participating"));
  QCOMPARE(enrollment.submitted, today);
  m_session->undo(m_session->lastChange()); // all of it is one change
  QCOMPARE(stepAt(tracking, 2).status, u("In progress"));
  QCOMPARE(db::load(*m_file, enrollment.id)->status, u("Submitted"));
}

void TestWorkQueue::theLastStepIsCompletedWithoutAnAnswerToo() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  for (size_t place : {0, 1}) {
    select(stepAt(tracking, place).id);
    press(Qt::Key_K);
  }
  select(stepAt(tracking, 2).id);
  press(Qt::Key_X);
  save();
  QCOMPARE(stepAt(tracking, 2).status, u("Completed"));
}

void TestWorkQueue::whatIsWaitingWaitsOnSomebody() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  press(Qt::Key_W);
  QCOMPARE(stepAt(tracking, 0).status, u("Waiting"));
  QCOMPARE(stepAt(tracking, 0).waitingOn, u("Payor"));
  QCOMPARE(stepAt(tracking, 0).waitingSince, today);
  press(Qt::Key_I);
  QCOMPARE(stepAt(tracking, 0).status, u("In progress"));
}

void TestWorkQueue::severalStepsMoveAsOneChange() {
  const auto one = start(addProvider("Marten").id), other = start(addProvider("Nguyen").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(one, 0).id);
  for (int row = 0; row < list()->model()->rowCount(); ++row)
    if (list()->model()->idAt(row) == stepAt(other, 0).id.value)
      list()->table()->selectionModel()->select(list()->model()->index(row, 0),
                                                QItemSelectionModel::Select | QItemSelectionModel::Rows);
  const int before = int(m_said->size());
  press(Qt::Key_X);
  QCOMPARE(m_said->size(), before + 1);
  QCOMPARE(m_said->last().front().toString(), u("Completed: 2 steps"));
  QCOMPARE(stepAt(one, 1).status, u("In progress"));
  QCOMPARE(stepAt(other, 1).status, u("In progress"));
}

void TestWorkQueue::whatLeavesTheListHandsTheCursorOn() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  press(Qt::Key_X);
  QTRY_COMPARE(list()->model()->rowCount(), 2);
  QTRY_COMPARE(label("inspector.step"), u("Submit"));
  QCOMPARE(list()->table()->currentId(), stepAt(tracking, 1).id.value);
}

void TestWorkQueue::whatASearchFindsIsLookedAtFromItsFirstRow() {
  const auto marten = start(addProvider("Marten").id);
  start(addProvider("Nguyen").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(marten, 1).id);
  QVERIFY(list()->table()->currentIndex().row() > 0);
  Query query = list()->query();
  query.text = u("nguyen");
  list()->setQuery(query);
  QTRY_COMPARE(list()->model()->found(), 3);
  QTRY_COMPARE(label("inspector.who"), u("Nguyen"));
  QTRY_COMPARE(label("inspector.step"), u("Collect"));
  QCOMPARE(list()->table()->currentIndex().row(), 0);
}

void TestWorkQueue::hHoldsForAReasonAndLetsGoOn() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  press(Qt::Key_H);
  QVERIFY(form());
  save();
  QVERIFY(form()); // a reason is needed
  fill("reason", u("Panel closed"));
  fill("resumeOn", u("+30"));
  save();
  QTRY_VERIFY(!form());
  QCOMPARE(db::load(*m_file, tracking)->setStatus, u("On hold"));
  QCOMPARE(label("inspector.held"), u("Panel closed · resumes Wed 1 Apr"));
  press(Qt::Key_H);
  QCOMPARE(db::load(*m_file, tracking)->setStatus, QString());
}

void TestWorkQueue::lettersInTheNoteLineAreLetters() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  press(Qt::Key_N);
  QTRY_VERIFY(note()->hasFocus());
  QTest::keyClicks(note(), u("fax will king h i x"));
  QCOMPARE(note()->text(), u("fax will king h i x"));
  QCOMPARE(stepAt(tracking, 0).status, u("New"));
  QTest::keyClick(note(), Qt::Key_Escape);
  QVERIFY(list()->table()->hasFocus());
}

void TestWorkQueue::aContactIsNotedInOneLine() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  press(Qt::Key_N);
  QTest::keyClicks(note(), u("called, ref 4711, says in committee"));
  QCOMPARE(note()->accessibleDescription(), u("Call, ask again Mon 9 Mar"));
  QTest::keyClick(note(), Qt::Key_Return);
  const auto notes = db::allWhere<Note>(*m_file, u("1 = 1"));
  QCOMPARE(notes.size(), size_t{1});
  QCOMPARE(notes[0].kind, u("Call"));
  QCOMPARE(notes[0].reference, u("4711"));
  QCOMPARE(notes[0].text, u("says in committee"));
  QCOMPARE(notes[0].author, u("Anna Marten"));
  QCOMPARE(stepAt(tracking, 0).followUp, today.addDays(7));
  QVERIFY(note()->text().isEmpty());
}

void TestWorkQueue::whatWasTypedAboutAStepIsThereAgain() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  note()->setText(u("half a note"));
  select(stepAt(tracking, 1).id);
  QCOMPARE(note()->text(), QString());
  select(stepAt(tracking, 0).id);
  QCOMPARE(note()->text(), u("half a note"));
}

void TestWorkQueue::aContactIsNotedThoughTheInspectorIsHidden() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  auto* inspector = m_page->findChild<QWidget*>(u("inspector"));
  list()->table()->setFocus();
  press(Qt::Key_N); // nothing is selected: the first row is meant
  QTRY_VERIFY(note()->hasFocus());
  QCOMPARE(label("inspector.step"), u("Collect"));
  QTest::keyClick(note(), Qt::Key_Escape);
  press(Qt::Key_Space);
  QVERIFY(!inspector->isVisible());
  press(Qt::Key_N);
  QTRY_VERIFY(note()->hasFocus());
  QTest::keyClicks(QApplication::focusWidget(), u("waiting, ask for box"));
  QCOMPARE(note()->text(), u("waiting, ask for box"));
  QCOMPARE(stepAt(tracking, 0).status, u("New"));
}

void TestWorkQueue::spaceShowsAndHidesTheInspector() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  auto* inspector = m_page->findChild<QWidget*>(u("inspector"));
  QVERIFY(inspector->isVisible());
  press(Qt::Key_Space);
  QVERIFY(!inspector->isVisible());
  show(makeTrackingPage(*m_session)); // as it was left
  inspector = m_page->findChild<QWidget*>(u("inspector"));
  list()->table()->setFocus();
  press(Qt::Key_Space);
  QVERIFY(!inspector->isVisible()); // nothing is selected: the list has all the room
  select(stepAt(tracking, 0).id);
  QVERIFY(inspector->isVisible());
  press(Qt::Key_Space);
  QVERIFY(!inspector->isVisible());
}

void TestWorkQueue::doneStepsFoldAndOpen() {
  TemplateStep further;
  further.ofTemplate = m_template;
  further.position = 4;
  further.name = u("Load");
  add(further);
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  for (size_t place : {0, 1, 2}) {
    select(stepAt(tracking, place).id);
    press(Qt::Key_X);
  }
  select(stepAt(tracking, 3).id);
  auto* timeline = m_page->findChild<QListWidget*>(u("timeline"));
  QTRY_COMPARE(timeline->count(), 2);
  QCOMPARE(timeline->item(0)->text(), u("3 steps done"));
  timeline->setCurrentRow(0);
  QTRY_COMPARE(timeline->count(), 4);
  QTRY_COMPARE(label("inspector.step"), u("Confirm"));
}

void TestWorkQueue::theCallSheetGoesOnToTheNextRow() {
  const auto one = start(addProvider("Marten").id, today.addDays(-30)),
             other = start(addProvider("Nguyen").id, today.addDays(-30));
  auto* page = makeCallSheet(*m_session);
  Query all = page->query();
  all.filters.clear();
  page->setQuery(all);
  show(page);
  QCOMPARE(list()->model()->found(), 2);
  select(stepAt(one, 0).id);
  press(Qt::Key_N);
  QTest::keyClicks(note(), u("called, nobody there, +2"));
  QTest::keyClick(note(), Qt::Key_Return);
  QTRY_COMPARE(label("inspector.who"), u("Nguyen"));
  QVERIFY(note()->hasFocus());
  QTRY_COMPARE(list()->model()->found(), 1);
  QCOMPARE(stepAt(one, 0).followUp, today.addDays(2));
  QTest::keyClicks(note(), u("same call, +2"));
  QTest::keyClick(note(), Qt::Key_Return);
  QTRY_COMPARE(list()->model()->rowCount(), 0);
  QCOMPARE(m_file->value(u("SELECT count(*) FROM note WHERE step_id = ?"), {stepAt(other, 0).id}), 1);
}

void TestWorkQueue::theCallSheetStandsUnderWhomToCallAndHow() {
  Payor payor = *db::load(*m_file, m_payor.id);
  payor.phone = u("555-0142");
  payor.portal = u("https://portal.example");
  {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    db::save(transaction, payor);
    transaction.commit();
  }
  start(addProvider("Marten").id, today.addDays(-30));
  start(addProvider("Nguyen").id, today.addDays(-30));
  auto* page = makeCallSheet(*m_session);
  Query all = page->query();
  all.filters.clear();
  page->setQuery(all);
  show(page);
  const ListModel* model = list()->model();
  QCOMPARE(model->rowCount(), 3);
  QVERIFY(model->isHeading(0));
  QCOMPARE(model->groupAt(0).value, payor.name);
  QCOMPARE(model->groupAt(0).beside, u("555-0142 · https://portal.example"));
  QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u("555-0142")));
}

void TestWorkQueue::trackingsAreMendedInOnePlace() {
  const auto loose = start(addProvider("Marten").id), retired = start(addProvider("Nguyen").id);
  Tracking tracking = *db::load(*m_file, loose);
  tracking.enrollment = {};
  tracking.ofTemplate = {};
  {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    db::save(transaction, tracking);
    setRetired(transaction, m_template, true);
    transaction.commit();
  }
  TrackingTemplate other;
  other.type = u("Payor");
  other.subtype = u("New way");
  other.id = add(other).id;
  show(makeMendPage(*m_session));
  QCOMPARE(list()->model()->rowCount(), 2);
  QTRY_VERIFY(list()->table()->select(loose.value));
  QTest::mouseClick(m_page->findChild<QPushButton*>(u("mend.link")), Qt::LeftButton);
  QTRY_VERIFY(db::load(*m_file, loose)->enrollment.isValid());
  QTRY_COMPARE(list()->model()->rowCount(), 1);
  QTRY_VERIFY(list()->table()->select(retired.value));
  QTest::mouseClick(m_page->findChild<QPushButton*>(u("mend.template")), Qt::LeftButton);
  form()->setValues({{u("template"), QString::number(other.id.value)}});
  save();
  QTRY_COMPARE(db::load(*m_file, retired)->ofTemplate, other.id);
  QTRY_COMPARE(list()->model()->rowCount(), 0);
}

void TestWorkQueue::aTrackingIsStartedForEachProviderOfAPractice() {
  Practice practice;
  practice.name = u("Lakeside");
  practice.state = u("TX");
  practice = add(practice);
  for (const char* name : {"Marten", "Nguyen", "Okonkwo"})
    add(ProviderPractice{{}, addProvider(name).id, practice.id});
  m_page = std::make_unique<QWidget>();
  m_page->show();
  openStartTracking(*m_session, m_page.get());
  form()->setValues({{u("about"), u("practice/%1").arg(practice.id.value)},
                     {u("template"), QString::number(m_template.value)},
                     {u("payor"), QString::number(m_payor.id.value)}});
  auto* each = form()->findChild<QCheckBox*>(u("each"));
  QVERIFY(each->isVisible());
  each->setChecked(true);
  save();
  QCOMPARE(m_said->last().front().toString(), u("Started Payor – Initial for 3 providers"));
  // Again: nobody is started twice.
  const auto fill = [&] {
    openStartTracking(*m_session, m_page.get());
    form()->setValues({{u("about"), u("practice/%1").arg(practice.id.value)},
                       {u("template"), QString::number(m_template.value)},
                       {u("payor"), QString::number(m_payor.id.value)}});
    form()->findChild<QCheckBox*>(u("each"))->setChecked(true);
    form()->remark();
    return form()->findChild<QLabel*>(u("template.problem"))->text();
  };
  QTRY_VERIFY(!form());
  QCOMPARE(fill(), u("Each of them has one of these running already."));
  QTest::mouseClick(form()->findChild<QPushButton*>(u("save")), Qt::LeftButton);
  QVERIFY(form()); // there is nothing to start
  form()->reject();
  QTRY_VERIFY(!form());
  add(ProviderPractice{{}, addProvider("Pell").id, practice.id});
  QCOMPARE(fill(), u("Left out, as one is running: Marten; Nguyen; Okonkwo."));
  save();
  QCOMPARE(m_said->last().front().toString(), u("Started Payor – Initial for Pell"));
  QCOMPARE(
      m_file->value(u("SELECT count(DISTINCT provider_id) FROM tracking WHERE practice_id = ? AND enrollment_id IS "
                      "NOT NULL"),
                    {practice.id}),
      4);
  QCOMPARE(m_file->value(u("SELECT count(*) FROM tracking WHERE practice_id = ?"), {practice.id}), 4);
}

void TestWorkQueue::aTrackingIsStartedForEachOfSeveral() {
  const auto one = addProvider("Marten").id, other = addProvider("Nguyen").id;
  m_page = std::make_unique<QWidget>();
  m_page->show();
  openStartTracking(*m_session, m_page.get(), {}, {one, other});
  QVERIFY(!form()->findChild<QWidget*>(u("about"))->isVisible());
  form()->setValues({{u("template"), QString::number(m_template.value)},
                     {u("payor"), QString::number(m_payor.id.value)},
                     {u("state"), u("Texas")}});
  save();
  QCOMPARE(m_file->value(u("SELECT count(*) FROM tracking WHERE state = 'TX'")), 2);
  m_session->undo(m_session->lastChange());
  QCOMPARE(m_file->value(u("SELECT count(*) FROM tracking")), 0);
}

void TestWorkQueue::theShippedTemplatesAreOfferedWhileThereAreNone() {
  {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    for (const TemplateStep& step : stepsOf(*m_file, m_template))
      db::remove(transaction, step.id);
    db::remove(transaction, m_template);
    transaction.commit();
  }
  show(makeTrackingPage(*m_session));
  auto* offer = m_page->findChild<QWidget*>(u("shippedOffer"));
  QVERIFY(offer->isVisible());
  QTest::mouseClick(m_page->findChild<QPushButton*>(u("useShipped")), Qt::LeftButton);
  QCOMPARE(m_file->value(u("SELECT count(*) FROM template")), 10);
  QVERIFY(!offer->isVisible());
}

void TestWorkQueue::aTemplateIsChangedByKeys() {
  showTemplates();
  pickStep(2);
  QTest::keyClick(steps(), Qt::Key_Up, Qt::AltModifier);
  QCOMPARE(steps()->currentIndex().row(), 1);
  QTest::keyClick(steps(), Qt::Key_Insert);
  auto* cell = qobject_cast<QLineEdit*>(QApplication::focusWidget());
  QVERIFY(cell);
  QTest::keyClicks(cell, u("Sign"));
  QTest::keyClick(cell, Qt::Key_Return);
  pickStep(0);
  QTest::keyClick(steps(), Qt::Key_Delete);
  pressSave();
  QCOMPARE(stepNames(m_template), (QStringList{u("Confirm"), u("Sign"), u("Submit")}));
}

void TestWorkQueue::hintsSpeakUpWhileOneTypes() {
  showTemplates();
  pickStep(0);
  auto* hints = m_page->findChild<QListWidget*>(u("template.hints"));
  QCOMPARE(hints->item(0)->text(), u("Nothing to say."));
  auto* description = m_page->findChild<QPlainTextEdit*>(u("template.description"));
  description->setPlainText(u("Ask Anna."));
  QCOMPARE(hints->count(), 2);
  QVERIFY(hints->item(0)->text().startsWith(u("Collect: The description is short")));
  QVERIFY(hints->item(1)->text().contains(u("Anna Marten is named")));
}

void TestWorkQueue::aTemplateNothingRunsOnIsSavedAtOnce() {
  showTemplates();
  pickStep(0);
  m_page->findChild<QPlainTextEdit*>(u("template.description"))->setPlainText(u("Another way."));
  pressSave();
  QCOMPARE(stepsOf(*m_file, m_template).front().description, u("Another way."));
  QCOMPARE(m_said->last().front().toString(), u("Changed the template Payor – Initial"));
  QVERIFY(!m_page->findChild<QPushButton*>(u("templates.save"))->isEnabled());
}

void TestWorkQueue::savingAsksWhetherWhatRunsMoves() {
  const auto tracking = start(addProvider("Marten").id);
  showTemplates();
  pickStep(0);
  QTest::keyClick(steps(), Qt::Key_Delete);
  pressSave();
  auto* dialog = m_page->findChild<CarryOverDialog*>();
  QVERIFY(dialog);
  auto* changes = dialog->findChild<QPlainTextEdit*>(u("carryOver.changes"));
  QTRY_VERIFY(changes->toPlainText().contains(u("“Collect”: is not needed any more.")));
  dialog->findChild<QRadioButton*>(u("carryOver.move"))->setChecked(true);
  dialog->accept();
  QTRY_COMPARE(label("templates.facts"), u("version 2 · 1 running"));
  const auto now = findTemplate(*m_file, u("Payor"), u("Initial"));
  QCOMPARE(now->version, 2);
  QCOMPARE(db::load(*m_file, tracking)->ofTemplate, now->id);
  QCOMPARE(stepAt(tracking, 0).status, u("Not needed"));
}

void TestWorkQueue::whatIsNotSavedIsThereAgain() {
  showTemplates();
  pickStep(0);
  m_page->findChild<QPlainTextEdit*>(u("template.description"))->setPlainText(u("Half of"));
  showTemplates();
  QCOMPARE(m_page->findChild<QPlainTextEdit*>(u("template.description"))->toPlainText(), u("Half of"));
  QTest::mouseClick(m_page->findChild<QPushButton*>(u("templates.discard")), Qt::LeftButton);
  QVERIFY(m_page->findChild<QPlainTextEdit*>(u("template.description"))->toPlainText().startsWith(u("Ask for")));
}

void TestWorkQueue::aStepWithoutANameIsToldAndNothingSaved() {
  showTemplates();
  QTest::mouseClick(m_page->findChild<QPushButton*>(u("template.add")), Qt::LeftButton);
  pressSave();
  QCOMPARE(label("templates.problem"), u("A step needs a name."));
  QCOMPARE(stepNames(m_template).size(), 3);
}

void TestWorkQueue::picturesInAnInstructionAreNotLoaded() {
  const auto tracking = start(addProvider("Marten").id);
  Step step = stepAt(tracking, 0);
  step.description = u("Look: ![seal](file:///etc/hostname) <img src=\"/etc/hostname\"> here");
  {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    db::save(transaction, step);
    transaction.commit();
  }
  show(makeTrackingPage(*m_session));
  select(step.id);
  auto* text = m_page->findChild<QTextEdit*>(u("inspector.instruction"));
  const QVariant loaded = text->document()->resource(QTextDocument::ImageResource, QUrl(u("file:///etc/hostname")));
  QVERIFY(loaded.toByteArray().isEmpty());
  QVERIFY(text->toPlainText().contains(u("<img src")));
}

void TestWorkQueue::everyControlHasAName() {
  const auto tracking = start(addProvider("Marten").id);
  show(makeTrackingPage(*m_session));
  select(stepAt(tracking, 0).id);
  QCOMPARE(unnamedControls(m_page.get()), QStringList());
  showTemplates();
  QCOMPARE(unnamedControls(m_page.get()), QStringList());
}

QTEST_MAIN(TestWorkQueue)
#include "tst_workqueue.moc"
