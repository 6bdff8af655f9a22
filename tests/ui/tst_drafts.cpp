// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"
#include "core/exchange/exporter.h"
#include "core/notes/contactline.h"
#include "sitting.h"
#include "ui/form/datefield.h"
#include "ui/form/drafts.h"
#include "ui/form/recordform.h"
#include "ui/tasks/quicktask.h"
#include "ui/team/officeforms.h"
#include "ui/tracking/notebox.h"

#include <QDirIterator>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <cstdio>

using namespace ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

/// A form with one of each field that keeps what is typed in another way.
FormDialog* openForm(QWidget* window, const QString& key = u("provider/7")) {
  auto* form = new FormDialog(key, u("Provider"), window);
  form->addText(u("phone"), u("Phone"));
  form->addDate(u("hired"), u("Hired"), SampleFile::today(), [](QDate day, int days) { return day.addDays(days); });
  form->addChoices(u("states"), u("States"), {{u("1"), u("Texas"), {}}, {u("2"), u("Ohio"), {}}});
  form->addText(u("secret"), u("Password"))->setEchoMode(QLineEdit::Password);
  form->setValues({{u("phone"), u("555-0100")}, {u("states"), QStringList{u("1")}}});
  form->setSave([](const QVariantMap&) { return Problems{}; });
  form->open();
  return form;
}

/// Behind what stands there already.
void typeInto(const QWidget* form, const char* key, const char* text) {
  auto* line = form->findChild<QLineEdit*>(QLatin1String(key));
  line->end(false);
  QTest::keyClicks(line, u(text));
}

QString restored(const QWidget* in) {
  const auto* label = in->findChild<QLabel*>(u("restored"));
  return label->isVisible() ? label->text() : QString();
}

/// A window in which somebody types until it is killed; says so when it is in the file.
int type(const QString& file) {
  const auto database = datafile::open(file, tester());
  Session session(*database, SampleFile::today(), [] { return tester().now; });
  QWidget window;
  window.show();
  auto* form = openForm(&window);
  typeInto(form, "phone", " ext 12");
  while (!drafts().isWritten())
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  std::puts("kept");
  std::fflush(stdout);
  return QCoreApplication::exec();
}

} // namespace

/// What was typed and not saved is never lost, and never anywhere but in the data file.
class TestDrafts : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void cancelKeepsWhatWasTypedAndSaysSo();
  void aRestartFindsWhatWasTypedInAFormThatWasOpen();
  void aProgramThatIsKilledLosesNothingTyped();
  void aDraftLaysOverNothingButWhatWasTyped();
  void whatIsSavedOrDiscardedIsGoneFromTheFileToo();
  void aHalfTypedDateComesBackAsItWasTyped();
  void secretsAreNeverKept();
  void draftsAreTheirTypists();
  void draftsOlderThanThirtyDaysAreDropped();
  void aFileThatTakesNothingKeepsThemInTheWindow();
  void linesOfTheirOwnKeepWhatWasTypedAboutEachThing();
  void theTaskLineKeepsWhatWasTyped();
  void theyAreNeitherHistoryNorExported();

private:
  void restart();
  qint64 kept() { return m_sitting->database->value(u("SELECT count(*) FROM draft")); }

  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<QWidget> m_window;
};

void TestDrafts::init() {
  m_sitting = std::make_unique<Sitting>();
  m_window = std::make_unique<QWidget>();
  m_window->show();
}

void TestDrafts::cleanup() {
  m_window.reset();
  m_sitting.reset();
}

void TestDrafts::restart() {
  m_window = std::make_unique<QWidget>();
  m_window->show();
  const Id<Coordinator> me = m_sitting->session ? m_sitting->session->me() : Id<Coordinator>{};
  m_sitting->session.reset();
  m_sitting->session =
      std::make_unique<Session>(*m_sitting->database, SampleFile::today(), [] { return tester().now.addSecs(3600); });
  if (me.isValid())
    m_sitting->session->setMe(me);
}

void TestDrafts::cancelKeepsWhatWasTypedAndSaysSo() {
  FormDialog* form = openForm(m_window.get());
  QCOMPARE(restored(form), QString());
  typeInto(form, "phone", "7");
  form->reject();
  form = openForm(m_window.get());
  QCOMPARE(form->findChild<QLineEdit*>(u("phone"))->text(), u("555-01007"));
  const QString time = QLocale().toString(tester().now.toLocalTime().time(), QLocale::ShortFormat);
  QCOMPARE(restored(form), u("Restored what you typed at ") + time);
  QTest::mouseClick(form->findChild<QPushButton*>(u("discardDraft")), Qt::LeftButton);
  QCOMPARE(form->findChild<QLineEdit*>(u("phone"))->text(), u("555-0100"));
  QCOMPARE(restored(form), QString());
}

void TestDrafts::aRestartFindsWhatWasTypedInAFormThatWasOpen() {
  FormDialog* form = openForm(m_window.get());
  typeInto(form, "phone", "7");
  form->setValues({{u("states"), QStringList{u("1"), u("2")}}});
  restart(); // a moment after the last key: what is not written yet is written now
  form = openForm(m_window.get());
  QCOMPARE(form->findChild<QLineEdit*>(u("phone"))->text(), u("555-01007"));
  QCOMPARE(form->values().value(u("states")).toStringList(), (QStringList{u("1"), u("2")}));
  // It is the time of the typing, not of the restart.
  const QString time = QLocale().toString(tester().now.toLocalTime().time(), QLocale::ShortFormat);
  QVERIFY2(restored(form).endsWith(time), qPrintable(restored(form)));
}

void TestDrafts::aProgramThatIsKilledLosesNothingTyped() {
  const QString file = m_sitting->database->file();
  m_sitting->session.reset();
  QProcess child;
  child.start(QCoreApplication::applicationFilePath(), {u("--type"), file});
  QVERIFY(child.waitForStarted());
  QByteArray said;
  while (!said.contains("kept") && child.waitForReadyRead())
    said += child.readAllStandardOutput();
  QVERIFY2(said.contains("kept"), qPrintable(QString::fromUtf8(child.readAllStandardError())));
  child.kill();
  child.waitForFinished();
  restart();
  FormDialog* form = openForm(m_window.get());
  QCOMPARE(form->findChild<QLineEdit*>(u("phone"))->text(), u("555-0100 ext 12"));
  QVERIFY(!restored(form).isEmpty());
}

void TestDrafts::aDraftLaysOverNothingButWhatWasTyped() {
  Session& session = *m_sitting->session;
  const Id<Practice> id{m_sitting->database->value(u("SELECT min(id) FROM practice"))};
  openPracticeForm(session, id, m_window.get());
  auto* form = m_window->findChild<FormDialog*>();
  form->findChild<QLineEdit*>(u("phone"))->setText(u("555-0199"));
  form->reject();
  QTRY_VERIFY(!m_window->findChild<FormDialog*>());
  Practice practice = *db::load(*m_sitting->database, id);
  practice.city = u("Springfield");
  QVERIFY(session.change(u("Elsewhere"), [&](db::Transaction& transaction) { db::save(transaction, practice); }));
  restart();
  openPracticeForm(*m_sitting->session, id, m_window.get());
  form = m_window->findChild<FormDialog*>();
  QCOMPARE(form->findChild<QLineEdit*>(u("city"))->text(), u("Springfield"));
  QCOMPARE(form->findChild<QLineEdit*>(u("phone"))->text(), u("555-0199"));
  form->accept();
  QCOMPARE(db::load(*m_sitting->database, id)->city, u("Springfield"));
  QCOMPARE(db::load(*m_sitting->database, id)->phone, u("555-0199"));
  QTRY_COMPARE(kept(), 0);
}

void TestDrafts::whatIsSavedOrDiscardedIsGoneFromTheFileToo() {
  for (const bool saves : {true, false}) {
    FormDialog* form = openForm(m_window.get());
    typeInto(form, "phone", "7");
    QTRY_COMPARE(kept(), 1);
    if (saves)
      form->accept();
    else
      form->reject();
    if (!saves)
      QTest::mouseClick(openForm(m_window.get())->findChild<QPushButton*>(u("discardDraft")), Qt::LeftButton);
    QTRY_COMPARE(kept(), 0);
    restart();
    QCOMPARE(restored(openForm(m_window.get())), QString());
    m_window = std::make_unique<QWidget>();
    m_window->show();
  }
}

void TestDrafts::aHalfTypedDateComesBackAsItWasTyped() {
  FormDialog* form = openForm(m_window.get());
  auto* hired = form->findChild<DateField*>(u("hired"));
  hired->setFocus();
  QTest::keyClicks(hired, u("12/"));
  QCOMPARE(hired->text(), u("12/")); // keeping it does not touch it
  restart();
  form = openForm(m_window.get());
  hired = form->findChild<DateField*>(u("hired"));
  QCOMPARE(hired->text(), u("12/"));
  hired->clear();
  QTest::keyClicks(hired, u("12/3/2026"));
  restart();
  QCOMPARE(openForm(m_window.get())->findChild<DateField*>(u("hired"))->date(), QDate(2026, 12, 3));
}

void TestDrafts::secretsAreNeverKept() {
  FormDialog* form = openForm(m_window.get());
  typeInto(form, "phone", "7");
  typeInto(form, "secret", "tulip-canary");
  QTRY_COMPARE(kept(), 1);
  m_window.reset();
  m_sitting->session.reset();
  m_sitting->database.reset();
  QDirIterator files(m_sitting->dir.path(), QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(!file.readAll().contains("tulip-canary"), qPrintable(file.fileName()));
  }
}

void TestDrafts::draftsAreTheirTypists() {
  const auto people = m_sitting->database->all(u("SELECT id FROM coordinator ORDER BY id LIMIT 2"), {},
                                               [](db::Row& row) { return Id<Coordinator>{row.number()}; });
  Session& session = *m_sitting->session;
  session.setMe(people[0]);
  FormDialog* form = openForm(m_window.get());
  typeInto(form, "phone", "7");
  form->reject();
  session.setMe(people[1]);
  form = openForm(m_window.get());
  QCOMPARE(restored(form), QString());
  form->reject();
  session.setMe(people[0]);
  QCOMPARE(openForm(m_window.get())->findChild<QLineEdit*>(u("phone"))->text(), u("555-01007"));
}

void TestDrafts::draftsOlderThanThirtyDaysAreDropped() {
  db::Database& file = *m_sitting->database;
  const QDateTime now = tester().now;
  const Draft old{u("provider/1"), {{u("phone"), u("1")}}, now.addDays(-31)};
  const Draft young{u("provider/2"), {{u("phone"), u("2")}}, now.addDays(-29)};
  file.run(u("INSERT INTO draft (who, form, typed, at) VALUES (9, 'a', '{}', ?)"),
           {old.at.toUTC().toString(Qt::ISODate)});
  keepDrafts(file, {}, {young}, now);
  QCOMPARE(kept(), 1);
  keepDrafts(file, {}, {}, now);
  file.run(u("INSERT INTO draft (who, form, typed, at) VALUES (0, 'provider/1', '{}', ?)"),
           {old.at.toUTC().toString(Qt::ISODate)});
  const auto found = draftsOf(file, {}, now); // nor offered before it is dropped
  QCOMPARE(found.size(), size_t(1));
  QCOMPARE(found.front().form, u("provider/2"));
}

void TestDrafts::aFileThatTakesNothingKeepsThemInTheWindow() {
  m_sitting->database->run(u("CREATE TRIGGER closed BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'no'); END"));
  FormDialog* form = openForm(m_window.get());
  typeInto(form, "phone", "7");
  form->reject();
  QTRY_VERIFY(!drafts().isWritten());
  QCOMPARE(openForm(m_window.get())->findChild<QLineEdit*>(u("phone"))->text(), u("555-01007"));
  m_window.reset();
}

void TestDrafts::linesOfTheirOwnKeepWhatWasTypedAboutEachThing() {
  const auto days = [](QDate day, int by) { return day.addDays(by); };
  const auto make = [&] {
    auto* box = new NoteBox(SampleFile::today(), days, m_window.get());
    box->show();
    return box;
  };
  {
    NoteBox* box = make();
    box->setAbout(u("note/step/1"));
    QTest::keyClicks(box->findChild<QLineEdit*>(), u("called, ref 4711"));
    box->setAbout(u("note/step/2"));
    QCOMPARE(box->text(), QString());
    QCOMPARE(restored(box), QString());
  }
  restart();
  NoteBox* box = make();
  box->setAbout(u("note/step/1"));
  QCOMPARE(box->text(), u("called, ref 4711"));
  QVERIFY(restored(box).startsWith(u("Restored what you typed at")));
  box->clear(); // saved
  QCOMPARE(restored(box), QString());
  box->setAbout(u("note/step/2"));
  box->setAbout(u("note/step/1"));
  QCOMPARE(box->text(), QString());
  QTRY_COMPARE(kept(), 0);
}

void TestDrafts::theTaskLineKeepsWhatWasTyped() {
  auto* line = new QuickTask(*m_sitting->session, m_window.get());
  QTest::keyClicks(line->findChild<QLineEdit*>(), u("CAQH for Mar"));
  restart();
  line = new QuickTask(*m_sitting->session, m_window.get());
  line->show();
  QCOMPARE(line->findChild<QLineEdit*>()->text(), u("CAQH for Mar"));
  QTest::mouseClick(line->findChild<QPushButton*>(u("discardDraft")), Qt::LeftButton);
  QCOMPARE(line->findChild<QLineEdit*>()->text(), QString());
  QTRY_COMPARE(kept(), 0);
}

void TestDrafts::theyAreNeitherHistoryNorExported() {
  db::Database& file = *m_sitting->database;
  const qint64 changes = file.value(u("SELECT count(*) FROM change"));
  FormDialog* form = openForm(m_window.get());
  typeInto(form, "phone", "tulip-canary");
  QTRY_COMPARE(kept(), 1);
  QCOMPARE(file.value(u("SELECT count(*) FROM change")), changes);
  QCOMPARE(datafile::check(file), std::vector<QString>());
  const QString folder = m_sitting->dir.filePath(u("out"));
  QVERIFY(exchange::exportTo(file, folder, SampleFile::today()).isOk());
  QDirIterator files(folder, QDir::Files);
  int count = 0;
  while (files.hasNext()) {
    QFile one(files.next());
    QVERIFY(one.open(QIODevice::ReadOnly));
    QVERIFY2(!one.readAll().contains("tulip-canary"), qPrintable(one.fileName()));
    ++count;
  }
  QVERIFY(count > 5);
  for (const char* suffix : {"", "-wal", "-shm"})
    QCOMPARE(QFile::permissions(file.file() + u(suffix)) &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QCoreApplication::setOrganizationName(u("credenza-test"));
  if (argc == 3 && qstrcmp(argv[1], "--type") == 0)
    return type(QString::fromLocal8Bit(argv[2]));
  TestDrafts test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_drafts.moc"
