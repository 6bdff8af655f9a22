// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/typeddate.h"
#include "core/credentials/documentstore.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/tasks/repeat.h"
#include "core/team/coordinator.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "named.h"
#include "sitting.h"
#include "ui/form/choicebox.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/list/listdeck.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/profilepage.h"
#include "ui/tasks/answers.h"
#include "ui/tasks/calendarkeeper.h"
#include "ui/tasks/quicktask.h"
#include "ui/tasks/taskabout.h"
#include "ui/tasks/taskform.h"
#include "ui/tasks/taskspage.h"
#include "ui/tracking/trackingpage.h"

#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
} // namespace

/// The Tasks tab as it is worked: a task in one line, checklists and repeats, answers that close, calendars.
class TestTasksPage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void nLeadsToTheLineAndEnterAddsATask();
  void whatIsUnderstoodIsShownWhileOneTypes();
  void aNameThatFitsSeveralIsToldAndNothingWritten();
  void aChecklistIsALineEach();
  void completingARepeatedTaskMakesTheNext();
  void xCompletesWhatIsSelectedAsOneChange();
  void deleteTakesTasksWithTheirChecklistsAsOneChange();
  void aTaskThatNotesHangOnIsKept();
  void tasksOfAPayorAndOfTheNextSevenDaysAreFiltered();
  void howItRepeatsIsToldWhereItCannotBe();
  void aTaskForAProviderAsksForAnAnswerByADay();
  void aFollowUpInTheNameIsOfferedAndLiftedByOneKey();
  void aNewTaskIsRelatedToWhereOneStands();
  void theLineIsRelatedToWhereOneStoodUntilItIsLeft();
  void anAnswerThatIsDroppedClosesTheTask();
  void anAnswerIsChosenFromAFileToo();
  void whatIsNoMailChangesNothing();
  void aCalendarIsWrittenAndKeptUpToDate();

private:
  db::Database& file() { return *m_sitting->database; }
  template<class R>
  R add(R record) {
    db::Transaction transaction(file(), tester(), u("Before"));
    record.id = db::save(transaction, record);
    transaction.commit();
    return record;
  }
  Task addTask(const char* name) {
    Task task;
    task.name = u(name);
    task.created = SampleFile::today();
    task.due = SampleFile::today();
    task.assignee = m_me;
    return add(task);
  }
  QLineEdit* line() const { return m_page->findChild<QLineEdit*>(u("quickTask.line")); }
  QString understood() const { return m_page->findChild<QLabel*>(u("quickTask.understood"))->text(); }
  qint64 tasks() { return file().value(u("SELECT count(*) FROM task")); }
  FormDialog* form() const {
    for (QWidget* window : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<FormDialog*>(window); dialog && dialog->isVisible())
        return dialog;
    return nullptr;
  }
  QString writeAnswer() const {
    const QString path = m_sitting->dir.filePath(u("answer.eml"));
    QFile eml(path);
    if (eml.open(QIODevice::WriteOnly))
      eml.write("From: Orla Zwillinger <orla@example.org>\r\nTo: office@example.org\r\nSubject: Re: Please sign\r\n"
                "Message-ID: <a1@example.org>\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
                "Content-Type: text/plain\r\n\r\nSigned, see you.\r\n");
    return path;
  }
  void save() { QTest::mouseClick(form()->findChild<QPushButton*>(u("save")), Qt::LeftButton); }
  void show() {
    m_page.reset(makeTasksPage(*m_sitting->session));
    m_page->resize(1366, 660);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(m_page->model()->isComplete());
  }

  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<ListingPage> m_page;
  Id<Coordinator> m_me;
};

void TestTasksPage::init() {
  m_sitting = std::make_unique<Sitting>();
  Coordinator anna;
  anna.name = u("Zacharias Quill");
  m_me = add(anna).id;
  m_sitting->session->setMe(m_me);
  Provider provider;
  provider.lastName = u("Zwillinger");
  provider.firstName = u("Orla");
  provider.team = {file().value(u("SELECT min(id) FROM team"))};
  add(provider);
}

void TestTasksPage::cleanup() {
  closeDialogs();
  m_page.reset();
  m_sitting.reset();
  drafts().forgetAll();
}

void TestTasksPage::nLeadsToTheLineAndEnterAddsATask() {
  show();
  m_page->table()->setFocus();
  QTest::keyClick(m_page->table(), Qt::Key_N);
  QTRY_VERIFY(line()->hasFocus());
  QTest::keyClicks(line(), u("CAQH for Zwillinger due fri @Zacharias"));
  QTest::keyClick(line(), Qt::Key_Return);
  const Task task = db::allWhere<Task>(file(), u("1 = 1 ORDER BY id DESC LIMIT 1")).front();
  QCOMPARE(task.name, u("CAQH"));
  QCOMPARE(db::load(file(), task.provider)->lastName, u("Zwillinger"));
  QCOMPARE(task.due, QDate(2026, 3, 6));
  QCOMPARE(task.assignee, m_me);
  QVERIFY(task.team.isValid());
  QVERIFY(line()->text().isEmpty());
  QVERIFY(understood().startsWith(u("Added: CAQH")));
  const qint64 before = tasks();
  m_sitting->session->undoLast();
  QCOMPARE(tasks(), before - 1);
  QTest::keyClick(line(), Qt::Key_Escape);
  QTRY_VERIFY(m_page->table()->hasFocus());
}

void TestTasksPage::whatIsUnderstoodIsShownWhileOneTypes() {
  show();
  const qint64 before = tasks();
  QTest::keyClicks(line(), u("Sign for Zwill due fri"));
  QTRY_COMPARE(understood(), u("Sign · for Zwillinger, Orla · due Fri 6 Mar · assigned to Zacharias Quill"));
  QCOMPARE(tasks(), before);
}

void TestTasksPage::aNameThatFitsSeveralIsToldAndNothingWritten() {
  Provider other;
  other.lastName = u("Zwillinger");
  other.firstName = u("Piet");
  add(other);
  show();
  const qint64 before = tasks();
  QTest::keyClicks(line(), u("CAQH for Zwillinger due fri"));
  QTest::keyClick(line(), Qt::Key_Return);
  QVERIFY(understood().contains(u("fits several")));
  QVERIFY(!line()->text().isEmpty());
  QCOMPARE(tasks(), before);
}

void TestTasksPage::aChecklistIsALineEach() {
  const Task task = addTask("Onboard");
  openTaskForm(*m_sitting->session, task.id, nullptr);
  auto* items = form()->findChild<QPlainTextEdit*>(u("items"));
  items->setPlainText(u("Photo\n[x] Diploma\n\n- [ ] Board letter"));
  save();
  QVERIFY(!form());
  auto kept = itemsOf(file(), task.id);
  QCOMPARE(kept.size(), size_t(3));
  QCOMPARE(kept[1].name, u("Diploma"));
  QVERIFY(kept[1].done && !kept[0].done && !kept[2].done);
  openTaskForm(*m_sitting->session, task.id, nullptr);
  items = form()->findChild<QPlainTextEdit*>(u("items"));
  QCOMPARE(items->toPlainText(), u("[ ] Photo\n[x] Diploma\n[ ] Board letter"));
  items->setPlainText(u("[x] Photo\n[x] Diploma"));
  save();
  const auto after = itemsOf(file(), task.id);
  QCOMPARE(after.size(), size_t(2));
  QCOMPARE(after[0].id, kept[0].id); // the same line, done now
  QVERIFY(after[0].done);
}

void TestTasksPage::completingARepeatedTaskMakesTheNext() {
  const Task task = addTask("Screen exclusions");
  openTaskForm(*m_sitting->session, task.id, nullptr);
  form()->findChild<QLineEdit*>(u("repeat"))->setText(u("monthly"));
  form()->findChild<QPlainTextEdit*>(u("items"))->setPlainText(u("[x] OIG\n[x] SAM"));
  save();
  QVERIFY(!form());
  QCOMPARE(db::load(file(), task.id)->repeat, u("monthly"));
  const qint64 before = tasks();
  openTaskForm(*m_sitting->session, task.id, nullptr);
  form()->findChild<ChoiceBox*>(u("status"))->setValue(u("Completed"));
  save();
  QCOMPARE(tasks(), before + 1);
  const Task next = db::allWhere<Task>(file(), u("1 = 1 ORDER BY id DESC LIMIT 1")).front();
  QCOMPARE(next.name, task.name);
  QCOMPARE(next.due, QDate(2026, 4, 2));
  QCOMPARE(itemsOf(file(), next.id).size(), size_t(2));
  QVERIFY(!itemsOf(file(), next.id).front().done);
}

void TestTasksPage::xCompletesWhatIsSelectedAsOneChange() {
  const Task call = addTask("Call Aetna");
  Task weekly = addTask("Send the roster");
  weekly.repeat = u("weekly");
  add(weekly);
  show();
  const qint64 before = tasks();
  TableView* table = m_page->table();
  QTRY_VERIFY(table->select(call.id.value));
  const auto& ids = m_page->model()->ids();
  const auto row = int(std::find(ids.begin(), ids.end(), weekly.id.value) - ids.begin());
  table->selectionModel()->select(m_page->model()->index(row, 0),
                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
  table->setFocus();
  QTest::keyClick(table, Qt::Key_X);
  QCOMPARE(db::load(file(), call.id)->status, u("Completed"));
  QCOMPARE(db::load(file(), call.id)->completed, SampleFile::today());
  QCOMPARE(db::load(file(), weekly.id)->status, u("Completed"));
  QCOMPARE(tasks(), before + 1); // the next one
  QCOMPARE(m_sitting->session->undoName(), u("Completed 2 tasks"));
  m_sitting->session->undoLast();
  QCOMPARE(db::load(file(), call.id)->status, u("New"));
  QCOMPARE(tasks(), before);
}

void TestTasksPage::deleteTakesTasksWithTheirChecklistsAsOneChange() {
  const Task first = addTask("Made twice"), second = addTask("Made twice");
  m_sitting->session->change(u("Listed"), [&](db::Transaction& transaction) {
    TaskItem photo;
    photo.name = u("Photo");
    setItems(transaction, second.id, {photo});
  });
  show();
  TableView* table = m_page->table();
  QTRY_VERIFY(table->select(first.id.value));
  const auto& ids = m_page->model()->ids();
  const auto row = int(std::find(ids.begin(), ids.end(), second.id.value) - ids.begin());
  table->selectionModel()->select(m_page->model()->index(row, 0),
                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
  table->setFocus();
  const qint64 before = tasks();
  QTest::keyClick(table, Qt::Key_Delete);
  QCOMPARE(tasks(), before - 2);
  QVERIFY(itemsOf(file(), second.id).empty());
  QCOMPARE(m_sitting->session->undoName(), u("Deleted 2 records: task"));
  m_sitting->session->undoLast();
  QCOMPARE(tasks(), before);
  QCOMPARE(itemsOf(file(), second.id).size(), size_t(1));
}

void TestTasksPage::aTaskThatNotesHangOnIsKept() {
  const Task task = addTask("Call Aetna");
  Note note;
  note.task = task.id;
  note.text = u("Left a message");
  note.written = u("2026-03-02 09:00");
  add(note);
  show();
  QTRY_VERIFY(m_page->table()->select(task.id.value));
  m_page->table()->setFocus();
  QSignalSpy said(m_sitting->session.get(), &Session::said);
  QTest::keyClick(m_page->table(), Qt::Key_Delete);
  QVERIFY(db::load(file(), task.id));
  QCOMPARE(said.size(), 1);
  QVERIFY(said.front().front().toString().startsWith(u("Not deleted: ")));
}

void TestTasksPage::tasksOfAPayorAndOfTheNextSevenDaysAreFiltered() {
  Task soon = addTask("Call Aetna");
  soon.due = SampleFile::today().addDays(7);
  soon.payor = {file().value(u("SELECT min(id) FROM payor"))};
  add(soon);
  Task later = addTask("Write to Aetna");
  later.due = SampleFile::today().addDays(8);
  later.payor = soon.payor;
  add(later);
  show();
  const auto* seven = m_page->findChild<QWidget*>(u("chip.due.days:7"));
  QVERIFY(seven && m_page->findChild<QWidget*>(u("chip.payor")));
  Query query = m_page->query();
  query.filters[u("payor")] = {QString::number(soon.payor.value)};
  query.filters[u("due")] = {u("days:7")};
  m_page->setQuery(query);
  QTRY_VERIFY(m_page->model()->isComplete());
  QVERIFY(m_page->table()->select(soon.id.value));
  QVERIFY(!m_page->table()->select(later.id.value));
}

void TestTasksPage::howItRepeatsIsToldWhereItCannotBe() {
  const Task task = addTask("Call");
  openTaskForm(*m_sitting->session, task.id, nullptr);
  form()->findChild<QLineEdit*>(u("repeat"))->setText(u("now and then"));
  save();
  QVERIFY(form());
  QVERIFY(form()->findChild<QLabel*>(u("repeat.problem"))->text().contains(u("now and then")));
  form()->findChild<QLineEdit*>(u("repeat"))->setText(u("10 business days"));
  save();
  QVERIFY(!form());
  QCOMPARE(db::load(file(), task.id)->repeat, u("10b"));
}

void TestTasksPage::aTaskForAProviderAsksForAnAnswerByADay() {
  const Task task = addTask("Sign the attestation");
  openTaskForm(*m_sitting->session, task.id, nullptr);
  auto* replyBy = form()->findChild<QWidget*>(u("replyBy"));
  QVERIFY(replyBy->isHidden() || !replyBy->isVisible());
  const Id<Provider> provider{file().value(u("SELECT id FROM provider WHERE last_name = 'Zwillinger'"))};
  form()->setValues({{u("assignee"), recordValue(provider)}});
  QTRY_VERIFY(replyBy->isVisible());
  form()->setValues({{u("replyBy"), QDate(2026, 3, 20)}});
  save();
  QVERIFY(!form());
  const Task saved = *db::load(file(), task.id);
  QCOMPARE(saved.assignedProvider, provider);
  QVERIFY(!saved.assignee.isValid());
  QCOMPARE(saved.replyBy, QDate(2026, 3, 20));
}

void TestTasksPage::aFollowUpInTheNameIsOfferedAndLiftedByOneKey() {
  openTaskForm(*m_sitting->session, {}, nullptr);
  auto* name = form()->findChild<QLineEdit*>(u("name"));
  auto* offer = form()->findChild<QPushButton*>(u("liftFollowUp"));
  QVERIFY(!offer->isVisible());
  name->setText(u("f/u 3/12 Aetna"));
  QVERIFY(offer->isVisible());
  QVERIFY(offer->text().contains(u("“Aetna”, Thu 12 Mar")));
  QVERIFY(QTest::qWaitForWindowActive(form()));
  QTest::keyClick(name, Qt::Key_L, Qt::ControlModifier);
  QTRY_COMPARE(name->text(), u("Aetna"));
  QCOMPARE(form()->values().value(u("followUp")).toDate(), QDate(2026, 3, 12));
  QVERIFY(!offer->isVisible());
  save();
  QCOMPARE(db::allWhere<Task>(file(), u("1 = 1 ORDER BY id DESC LIMIT 1")).front().followUp, QDate(2026, 3, 12));
}

void TestTasksPage::aNewTaskIsRelatedToWhereOneStands() {
  std::unique_ptr<ListDeck> deck(makeTrackingDeck(*m_sitting->session));
  deck->resize(1366, 660);
  deck->show();
  ListingPage* steps = deck->lists()[0];
  QTRY_VERIFY(steps->model()->isComplete());
  const Id<Step> step{file().value(
      u("SELECT min(s.id) FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE t.payor_id IS NOT NULL "
        "AND t.provider_id IS NOT NULL AND t.status = 'In progress' AND s.status = 'In progress'"))};
  QVERIFY(steps->table()->select(step.value));
  const Task about = taskAbout(file(), deck.get());
  const Tracking tracking = *db::load(file(), db::load(file(), step)->tracking);
  QCOMPARE(about.tracking, tracking.id);
  QCOMPARE(about.provider, tracking.provider);
  QCOMPARE(about.payor, tracking.payor);
  openTaskForm(*m_sitting->session, {}, nullptr, about);
  form()->findChild<QLineEdit*>(u("name"))->setText(u("Ask again"));
  QVERIFY(form()->findChild<QLineEdit*>(u("tracking"))->text().startsWith(tracking.reference));
  save();
  const Task saved = db::allWhere<Task>(file(), u("1 = 1 ORDER BY id DESC LIMIT 1")).front();
  QCOMPARE(saved.tracking, tracking.id);
  QCOMPARE(saved.payor, tracking.payor);
  deck->hide();
  // On a profile it is whose that is, and what its row in hand says beside.
  ProfilePage profile(*m_sitting->session, Subject(tracking.provider));
  profile.showSection(u("payors"));
  profile.resize(1366, 660);
  profile.show();
  auto* payors = profile.findChild<ListingPage*>(u("profile.payors"));
  QVERIFY(payors);
  QTRY_VERIFY(payors->model()->isComplete() && payors->model()->rowCount() > 0);
  payors->table()->setCurrentIndex(payors->model()->index(0, 0));
  const Task ofRow = taskAbout(file(), &profile);
  QCOMPARE(ofRow.provider, tracking.provider);
  QCOMPARE(ofRow.payor, db::load(file(), Id<Enrollment>{payors->table()->currentId()})->payor);
}

void TestTasksPage::theLineIsRelatedToWhereOneStoodUntilItIsLeft() {
  show();
  Task about;
  about.provider = {file().value(u("SELECT id FROM provider WHERE last_name = 'Zwillinger'"))};
  auto* quick = m_page->findChild<QuickTask*>();
  quick->begin(about);
  QVERIFY(understood().contains(u("Zwillinger, Orla")));
  QTest::keyClicks(line(), u("Sign"));
  QTest::keyClick(line(), Qt::Key_Return);
  QCOMPARE(db::allWhere<Task>(file(), u("1 = 1 ORDER BY id DESC LIMIT 1")).front().provider, about.provider);
  QTest::keyClick(line(), Qt::Key_Escape);
  QTest::keyClicks(line(), u("Sort the post"));
  QTest::keyClick(line(), Qt::Key_Return);
  QVERIFY(!db::allWhere<Task>(file(), u("1 = 1 ORDER BY id DESC LIMIT 1")).front().provider.isValid());
  quick->begin(about);
  QVERIFY(line()->hasFocus());
  m_page->table()->setFocus(); // and goes on there
  QVERIFY2(understood().isEmpty(), qPrintable(understood()));
  line()->setFocus();
  QTest::keyClicks(line(), u("Call the bank"));
  QTest::keyClick(line(), Qt::Key_Return);
  QVERIFY(!db::allWhere<Task>(file(), u("1 = 1 ORDER BY id DESC LIMIT 1")).front().provider.isValid());
}

void TestTasksPage::anAnswerIsChosenFromAFileToo() {
  show();
  const Task task = addTask("Sign the attestation");
  m_page->refresh();
  QTRY_VERIFY(m_page->table()->select(task.id.value));
  m_page->table()->setFocus();
  QTest::keyClick(m_page->table(), Qt::Key_R);
  auto* dialog = m_page->findChild<QFileDialog*>(u("answer"));
  QVERIFY(dialog);
  QVERIFY(dialog->nameFilters().front().contains(u("*.eml")));
  Q_EMIT dialog->filesSelected({writeAnswer()});
  QTRY_COMPARE(db::load(file(), task.id)->status, u("Completed"));
}

void TestTasksPage::anAnswerThatIsDroppedClosesTheTask() {
  Task task = addTask("Sign the attestation");
  task.provider = {file().value(u("SELECT id FROM provider WHERE last_name = 'Zwillinger'"))};
  add(task);
  const QString path = writeAnswer();
  takeFiles(*m_sitting->session, task.id, {path}, m_sitting->session.get());
  QTRY_COMPARE(db::load(file(), task.id)->status, u("Completed"));
  QCOMPARE(db::load(file(), task.id)->completed, SampleFile::today());
  QCOMPARE(file().value(u("SELECT count(*) FROM document WHERE task_id = ?"), {task.id}), qint64(1));
  const auto notes = db::allWhere<Note>(file(), u("task_id = ?"), {task.id});
  QCOMPARE(notes.size(), size_t(1));
  QCOMPARE(notes.front().withWhom, u("Orla Zwillinger"));
  QTRY_VERIFY(!m_sitting->session->isBusy()); // what is written aside is there before the window knows
  m_sitting->session->undoLast();
  QTRY_COMPARE(db::load(file(), task.id)->status, u("New"));
}

void TestTasksPage::whatIsNoMailChangesNothing() {
  const Task task = addTask("Call");
  const QString path = m_sitting->dir.filePath(u("note.eml"));
  QFile eml(path);
  QVERIFY(eml.open(QIODevice::WriteOnly));
  eml.write("just words");
  eml.close();
  QSignalSpy said(m_sitting->session.get(), &Session::said);
  takeFiles(*m_sitting->session, task.id, {path}, m_sitting->session.get());
  QCOMPARE(said.size(), 1);
  QVERIFY(said.front().front().toString().contains(u("no mail")));
  QCOMPARE(db::load(file(), task.id)->status, u("New"));
}

void TestTasksPage::aCalendarIsWrittenAndKeptUpToDate() {
  addTask("Call Aetna");
  const QString path = m_sitting->dir.filePath(u("mine.ics")), folder = m_sitting->dir.filePath(u("feeds"));
  CalendarKeeper keeper(*m_sitting->session);
  QSignalSpy written(&keeper, &CalendarKeeper::written), others(&keeper, &CalendarKeeper::keptOthers);
  QVERIFY(!keeper.keepsAny());
  keeper.keep(CalendarKeeper::Kind::Mine, path);
  QVERIFY(keeper.keepsAny());
  QCOMPARE(others.size(), 1);
  QTRY_COMPARE(written.size(), 1);
  const auto bytes = [](const QString& of) {
    QFile calendar(of);
    return calendar.open(QIODevice::ReadOnly) ? calendar.readAll() : QByteArray();
  };
  QVERIFY(bytes(path).contains("Call Aetna"));
  addTask("Call Cigna");
  keeper.update();
  QTRY_VERIFY(bytes(path).contains("Call Cigna"));
  keeper.keep(CalendarKeeper::Kind::Folder, folder);
  QTRY_VERIFY(bytes(folder + u("/Zacharias Quill.ics")).contains("Call Cigna"));
  keeper.keep(CalendarKeeper::Kind::Mine, {});
  QVERIFY(CalendarKeeper(*m_sitting->session).path(CalendarKeeper::Kind::Mine).isEmpty());
  QCOMPARE(CalendarKeeper(*m_sitting->session).path(CalendarKeeper::Kind::Folder), folder);
  keeper.keep(CalendarKeeper::Kind::Folder, {});
  QVERIFY(!keeper.keepsAny());
}

QTEST_MAIN(TestTasksPage)
#include "tst_taskspage.moc"
