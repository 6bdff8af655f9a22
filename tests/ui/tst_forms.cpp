// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/credentials/documenttype.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/report/catalogue.h"
#include "core/tasks/task.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/template.h"
#include "core/tracking/trackings.h"
#include "named.h"
#include "support/freshfile.h"
#include "ui/alerts/enrollmentform.h"
#include "ui/alerts/expirableform.h"
#include "ui/form/choicebox.h"
#include "ui/form/choicesfield.h"
#include "ui/form/datefield.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/form/searchfield.h"
#include "ui/shell/session.h"
#include "ui/tasks/taskform.h"
#include "ui/team/officeforms.h"
#include "ui/team/providerform.h"
#include "ui/tracking/startform.h"
#include "ui/tracking/stepform.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

const QDate today(2026, 3, 2); // a Monday
QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

class TestForms : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void editAndSaveWritesWhatWasChangedWithItsHistory();
  void lookingWritesNothing();
  void aWrongNpiIsToldAtItsFieldAndNothingIsWritten();
  void anNpiOnFileIsToldWhenItsFieldIsLeft();
  void whatIsOddIsToldAndDoesNotHinder();
  void aNewProviderIsAddedWithItsPractices();
  void takingAPracticeAwayIsPartOfTheChange();
  void cancelWritesNothingAndTheDraftReturns();
  void aChangeMadeElsewhereMeanwhileIsKept();
  void whatIsGoneMeanwhileIsSaidAndTheFormStays();
  void aTeamsClosedDaysAreReadALine();
  void aNumberThatIsNoneIsToldAtItsField();
  void startingATrackingPlansItsSteps();
  void whatRunsAlreadyIsToldBeforeASecondStarts();
  void thePlaceFollowsTheProviderUntilItIsChosen();
  void aTrackingOfATypeOfItsOwnHasNoSteps();
  void aTrackingNeedsWhatItsTypeIsAbout();
  void providersAreFoundByTypingAmongVeryMany();
  void completingAStepStartsTheNext();
  void aStepOffersOnlyTheMovesThatMayBe();
  void aDueDateThatIsChangedIsPinned();
  void aNoteIsWrittenOnTheStep();
  void aTrackingIsHeldWithAReason();
  void cancellingTheTrackingAndCompletingTheStepGoTogether();
  void aTaskIsAssignedToAProvider();
  void completingATaskKeepsTheDay();
  void aRenewedCredentialLeavesTheAlerts();
  void aMissingDocumentIsAddedFromItsAlert();
  void anEnrollmentsStatusSaysWhoItWaitsOn();
  void aRecordIsAnnouncedInItsOwnTime();
  void everyControlOfEveryFormHasAName();
  void everyFormFitsASmallScreen();

private:
  template<class R>
  R add(R record) {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    record.id = db::save(transaction, record);
    transaction.commit();
    return record;
  }
  FormDialog* form() const {
    for (FormDialog* dialog : m_window->findChildren<FormDialog*>())
      if (dialog->isVisible())
        return dialog;
    return nullptr;
  }
  template<class T>
  T* field(const char* key) const {
    return form()->findChild<T*>(QLatin1String(key));
  }
  QString problem(const char* key) const {
    auto* label = form()->findChild<QLabel*>(QLatin1String(key) + QStringLiteral(".problem"));
    return label->isVisible() ? label->text() : QString();
  }
  void write(const char* key, const QString& text) { field<QLineEdit>(key)->setText(text); }
  void set(const char* key, const QVariant& value) { form()->setValues({{QLatin1String(key), value}}); }
  /// True when the form could close.
  bool save() {
    QPointer<FormDialog> open = form();
    QTest::mouseClick(field<QPushButton>("save"), Qt::LeftButton);
    return !open || !open->isVisible();
  }
  qint64 count(const char* table) { return m_file->value(QStringLiteral("SELECT count(*) FROM %1").arg(u(table))); }
  QStringList said() const {
    QStringList all;
    for (const auto& one : *m_said)
      all << one.front().toString();
    return all;
  }
  Step stepAt(size_t index) { return stepsOf(*m_file, m_tracking)[index]; }
  void startTracking();
  std::vector<qint64> alerts();
  std::vector<std::function<void()>> allForms();

  std::unique_ptr<db::Database> m_file;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<QWidget> m_window;
  std::unique_ptr<QSignalSpy> m_said;
  Team m_team;
  Coordinator m_me;
  Practice m_practice;
  Provider m_provider;
  Payor m_payor;
  Facility m_facility;
  Id<TrackingTemplate> m_template;
  Id<Tracking> m_tracking;
};

void TestForms::initTestCase() {
  QCoreApplication::setOrganizationName(u("credenza-test"));
  QSettings().clear();
}

void TestForms::init() {
  drafts().forgetAll();
  m_file = freshFile();
  m_session = std::make_unique<Session>(*m_file, today, [] { return tester().now; });
  m_me = add(Coordinator{{}, u("Anna Marten"), {}});
  m_session->setMe(m_me.id);
  m_team = add(Team{{}, u("Lakeside")});
  m_practice = {};
  m_practice.name = u("Lakeside North");
  m_practice.team = m_team.id;
  m_practice.state = u("TX");
  m_practice = add(m_practice);
  m_provider = {};
  m_provider.lastName = u("Nuñez");
  m_provider.firstName = u("Lily");
  m_provider.npi = u("1234567893");
  m_provider.degree = u("MD");
  m_provider.team = m_team.id;
  m_provider = add(m_provider);
  add(ProviderPractice{{}, m_provider.id, m_practice.id});
  m_payor = {};
  m_payor.name = u("Aetna");
  m_payor = add(m_payor);
  m_facility = {};
  m_facility.name = u("St. Elsewhere");
  m_facility = add(m_facility);
  m_template = add(TrackingTemplate{{}, u("Payor"), u("Initial")}).id;
  int position = 0;
  for (const char* name : {"Collect documents", "Submit", "Confirm receipt"}) {
    ++position;
    add(TemplateStep{{}, m_template, position, u(name), u("How it is done"), position, {}, u("Payor")});
  }
  m_tracking = {};
  m_window = std::make_unique<QWidget>();
  m_window->show();
  m_said = std::make_unique<QSignalSpy>(m_session.get(), &Session::changed);
}

void TestForms::cleanup() {
  m_window.reset();
  m_said.reset();
  m_session.reset();
  m_file.reset();
}

void TestForms::editAndSaveWritesWhatWasChangedWithItsHistory() {
  openProviderForm(*m_session, m_provider.id, m_window.get());
  QCOMPARE(form()->windowTitle(), u("Nuñez, Lily"));
  QCOMPARE(field<QLineEdit>("npi")->text(), u("1234567893"));
  write("phone", u("512 555 0100"));
  set("assignee", idValue(m_me.id));
  QVERIFY(save());
  QCOMPARE(said(), QStringList{u("Changed Nuñez, Lily")});
  const auto saved = db::load(*m_file, m_provider.id);
  QCOMPARE(saved->phone, u("512 555 0100"));
  QCOMPARE(saved->assignee, m_me.id);
  QCOMPARE(saved->npi, m_provider.npi);
  QStringList fields;
  for (const auto& line : db::history::ofRecord(*m_file, Provider::table(), m_provider.id.value))
    if (line.what == u("Changed Nuñez, Lily")) {
      QCOMPARE(line.who, u("Anna Marten"));
      fields << line.field;
    }
  fields.sort();
  QCOMPARE(fields, (QStringList{u("assignee_id"), u("phone")}));
  m_session->undo(m_session->lastChange());
  QVERIFY(db::load(*m_file, m_provider.id)->phone.isEmpty());
}

void TestForms::lookingWritesNothing() {
  Provider odd = m_provider; // kept as an old file had it
  odd.id = {};
  odd.npi = u("12-34");
  odd.tags = u("a ,b");
  odd = add(odd);
  const qint64 changes = count("change");
  openProviderForm(*m_session, odd.id, m_window.get());
  QVERIFY(save());
  startTracking();
  const qint64 after = count("change");
  QCOMPARE(after, changes + 1); // the start itself
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  QVERIFY(save());
  QCOMPARE(count("change"), after);
}

void TestForms::aWrongNpiIsToldAtItsFieldAndNothingIsWritten() {
  openProviderForm(*m_session, m_provider.id, m_window.get());
  write("npi", u("1234567890"));
  write("caqhId", u("123"));
  write("lastName", {});
  const qint64 changes = count("change");
  QVERIFY(!save());
  QVERIFY(!problem("npi").isEmpty());
  QVERIFY(!problem("caqhId").isEmpty());
  QCOMPARE(problem("lastName"), u("A provider needs a last name."));
  QVERIFY(problem("firstName").isEmpty());
  QCOMPARE(count("change"), changes);
  QCOMPARE(db::load(*m_file, m_provider.id)->npi, m_provider.npi);
}

void TestForms::anNpiOnFileIsToldWhenItsFieldIsLeft() {
  openProviderForm(*m_session, {}, m_window.get());
  QVERIFY(QTest::qWaitForWindowActive(form()));
  field<QLineEdit>("npi")->setFocus();
  QTest::keyClicks(field<QLineEdit>("npi"), u("1234567893"));
  QVERIFY(problem("npi").isEmpty());
  QTest::keyClick(field<QLineEdit>("npi"), Qt::Key_Tab);
  QCOMPARE(problem("npi"), u("The NPI 1234567893 is already that of Nuñez, Lily."));
  QVERIFY(problem("lastName").isEmpty()); // not yet typed: not yet wrong
}

void TestForms::whatIsOddIsToldAndDoesNotHinder() {
  openProviderForm(*m_session, m_provider.id, m_window.get());
  QVERIFY(QTest::qWaitForWindowActive(form()));
  write("npi", {});
  field<QLineEdit>("npi")->setFocus();
  QTest::keyClick(field<QLineEdit>("npi"), Qt::Key_Tab);
  QCOMPARE(problem("npi"), u("Without an NPI, payors cannot be asked."));
  QVERIFY(!field<QLineEdit>("npi")->property("problem").toBool());
  QVERIFY(save());
  QVERIFY(db::load(*m_file, m_provider.id)->npi.isEmpty());
}

void TestForms::aNewProviderIsAddedWithItsPractices() {
  openProviderForm(*m_session, {}, m_window.get());
  write("lastName", u("Fox"));
  write("firstName", u("Thi"));
  write("npi", u("123-456 7893 "));
  QVERIFY(!save()); // Lily's
  write("npi", {});
  write("tags", u("locums,  VIP;"));
  set("dateOfBirth", QDate(1980, 2, 29));
  set("practices", QStringList{idValue(m_practice.id)});
  set("team", idValue(m_team.id));
  QVERIFY(save());
  QCOMPARE(said(), QStringList{u("Added Fox, Thi")});
  const auto saved = db::allWhere<Provider>(*m_file, u("last_name = 'Fox'")).front();
  QCOMPARE(saved.status, u("Active"));
  QCOMPARE(saved.tags, u("locums; VIP"));
  QCOMPARE(saved.dateOfBirth, QDate(1980, 2, 29));
  QCOMPARE(db::allWhere<ProviderPractice>(*m_file, u("provider_id = ?"), {saved.id}).front().practice, m_practice.id);
}

void TestForms::takingAPracticeAwayIsPartOfTheChange() {
  openProviderForm(*m_session, m_provider.id, m_window.get());
  auto* practices = field<ChoicesField>("practices");
  QCOMPARE(practices->accessibleName(), u("Practices: Lakeside North · Lakeside"));
  QApplication::processEvents(); // until the form is laid out there is nothing to click on
  QTest::mouseClick(practices, Qt::LeftButton);
  auto* list = practices->findChild<QListWidget*>(u("choicesList"));
  QVERIFY(list);
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
  list->window()->close();
  QVERIFY(practices->values().isEmpty());
  QVERIFY(save());
  QCOMPARE(count("provider_practice"), 0);
  m_session->undo(m_session->lastChange());
  QCOMPARE(count("provider_practice"), 1);
}

void TestForms::cancelWritesNothingAndTheDraftReturns() {
  const qint64 changes = count("change");
  openProviderForm(*m_session, m_provider.id, m_window.get());
  write("phone", u("512"));
  set("practices", QStringList{});
  QTest::mouseClick(field<QPushButton>("cancel"), Qt::LeftButton);
  QCOMPARE(count("change"), changes);
  QTRY_VERIFY(!form());
  openProviderForm(*m_session, m_provider.id, m_window.get());
  QCOMPARE(field<QLineEdit>("phone")->text(), u("512"));
  QVERIFY(field<ChoicesField>("practices")->values().isEmpty());
  QVERIFY(save());
  QCOMPARE(db::load(*m_file, m_provider.id)->phone, u("512"));
}

void TestForms::aChangeMadeElsewhereMeanwhileIsKept() {
  openProviderForm(*m_session, m_provider.id, m_window.get());
  m_provider.email = u("lily@example.org");
  add(m_provider);
  write("phone", u("512"));
  QVERIFY(save());
  const auto saved = db::load(*m_file, m_provider.id);
  QCOMPARE(saved->phone, u("512"));
  QCOMPARE(saved->email, u("lily@example.org"));
}

void TestForms::whatIsGoneMeanwhileIsSaidAndTheFormStays() {
  openFacilityForm(*m_session, m_facility.id, m_window.get());
  {
    db::Transaction transaction(*m_file, tester(), u("Gone"));
    db::remove(transaction, m_facility.id);
    transaction.commit();
  }
  write("city", u("Boston"));
  QVERIFY(!save());
  QVERIFY(form()->findChild<QLabel*>(u("problems"))->isVisible());
  QCOMPARE(count("facility"), 0);
}

void TestForms::aTeamsClosedDaysAreReadALine() {
  add(ClosedDay{{}, m_team.id, QDate(2026, 7, 2), u("Picnic")});
  add(ClosedDay{{}, m_team.id, QDate(2026, 8, 3), u("Move")});
  openTeamForm(*m_session, m_team.id, m_window.get());
  auto* days = field<QPlainTextEdit>("closedDays");
  QCOMPARE(days->toPlainText(), u("2026-07-02 Picnic\n2026-08-03 Move"));
  days->setPlainText(u("2026-07-02 Summer party\n\n12/24\nsoon Retreat"));
  QVERIFY(!save());
  QCOMPARE(problem("closedDays"), u("Line 4, “soon Retreat”, does not begin with a date such as 2026-12-24 or 12/24."));
  days->setPlainText(u("2026-07-02 Summer party\n12/24\n24 Dec 2026 Again"));
  QVERIFY(!save());
  QCOMPARE(problem("closedDays"), u("Line 3: the 2026-12-24 is there twice."));
  days->setPlainText(u("2026-07-02 Summer party\n12/24\n2 Jan 2027 Long weekend"));
  QVERIFY(save());
  QStringList kept;
  for (const ClosedDay& day : db::allWhere<ClosedDay>(*m_file, u("1 = 1 ORDER BY day")))
    kept << day.day.toString(Qt::ISODate) + QLatin1Char(' ') + day.name;
  QCOMPARE(kept, (QStringList{u("2026-07-02 Summer party"), u("2026-12-24 "), u("2027-01-02 Long weekend")}));
}

void TestForms::aNumberThatIsNoneIsToldAtItsField() {
  openPayorForm(*m_session, m_payor.id, m_window.get());
  write("usualDays", u("sixty"));
  QVERIFY(!save());
  QCOMPARE(problem("usualDays"), u("“sixty” is not a whole number."));
  write("usualDays", u("60"));
  write("states", u("texas, ok"));
  QVERIFY(save());
  const auto saved = db::load(*m_file, m_payor.id);
  QCOMPARE(saved->usualDays, std::optional(60));
  QCOMPARE(saved->states, u("TX; OK"));
}

void TestForms::startTracking() {
  openStartTracking(*m_session, m_window.get());
  set("about", recordValue(m_provider.id));
  set("template", idValue(m_template));
  set("payor", idValue(m_payor.id));
  QVERIFY(save());
  m_tracking = {m_file->value(u("SELECT max(id) FROM tracking"))};
}

void TestForms::startingATrackingPlansItsSteps() {
  openStartTracking(*m_session, m_window.get());
  QVERIFY(field<QLineEdit>("type")->isVisible());
  set("about", recordValue(m_provider.id));
  set("template", idValue(m_template));
  QVERIFY(!field<QLineEdit>("type")->isVisible());
  set("payor", idValue(m_payor.id));
  QVERIFY(save());
  QCOMPARE(said(), QStringList{u("Started Payor – Initial for Nuñez, Lily")});
  m_tracking = {1};
  const auto tracking = db::load(*m_file, m_tracking);
  QCOMPARE(tracking->provider, m_provider.id);
  QCOMPARE(tracking->practice, m_practice.id); // the one place where she works
  QCOMPARE(tracking->state, u("TX"));
  QCOMPARE(tracking->assignee, m_me.id);
  QCOMPARE(tracking->started, today);
  QCOMPARE(tracking->reference, u("T-1001"));
  QVERIFY(tracking->enrollment.isValid());
  const auto steps = stepsOf(*m_file, m_tracking);
  QCOMPARE(steps.size(), size_t{3});
  QCOMPARE(steps[0].due, QDate(2026, 3, 3));
  QCOMPARE(steps[2].due, QDate(2026, 3, 10));
  m_session->undo(m_session->lastChange());
  QCOMPARE(count("tracking") + count("step") + count("enrollment"), 0);
}

void TestForms::whatRunsAlreadyIsToldBeforeASecondStarts() {
  startTracking();
  const auto tracking = db::load(*m_file, m_tracking);
  const QString told = u("T-1001 is running already, since Mon 2 Mar.");
  Tracking preset;
  preset.type = u("payor");
  preset.subtype = u("Initial ");
  preset.provider = m_provider.id;
  preset.payor = m_payor.id;
  preset.state = tracking->state;
  openStartTracking(*m_session, m_window.get(), preset);
  QCOMPARE(problem("template"), told); // from the beginning
  write("state", u("OK"));
  form()->remark();
  QCOMPARE(problem("template"), QString());
  write("state", tracking->state);
  form()->remark();
  QCOMPARE(problem("template"), told);
  QVERIFY(save()); // it may be meant
  QCOMPARE(count("tracking"), 2);
  db::Transaction transaction(*m_file, tester(), u("Ended"));
  for (const qint64 id : {1, 2})
    Trackings(transaction).setStatus({id}, u("Cancelled"), u("Moved away"), {});
  transaction.commit();
  QTRY_VERIFY(!form());
  openStartTracking(*m_session, m_window.get(), preset);
  QCOMPARE(problem("template"), QString());
}

void TestForms::thePlaceFollowsTheProviderUntilItIsChosen() {
  Provider other;
  other.lastName = u("Fox");
  other.firstName = u("Thi");
  other = add(other); // works nowhere yet
  openStartTracking(*m_session, m_window.get());
  set("about", recordValue(m_provider.id));
  QCOMPARE(field<ChoiceBox>("practice")->value(), idValue(m_practice.id));
  QCOMPARE(field<QLineEdit>("state")->text(), u("TX"));
  set("about", recordValue(other.id));
  QVERIFY(field<ChoiceBox>("practice")->value().isEmpty());
  QVERIFY(field<QLineEdit>("state")->text().isEmpty());
  write("state", u("OK"));
  set("about", recordValue(m_provider.id));
  QCOMPARE(field<QLineEdit>("state")->text(), u("OK"));
}

void TestForms::aTrackingOfATypeOfItsOwnHasNoSteps() {
  openStartTracking(*m_session, m_window.get());
  set("about", recordValue(m_practice.id));
  QVERIFY(!field<QWidget>("practice")->isVisible());
  QVERIFY(!save());
  QCOMPARE(problem("type"), u("A tracking needs a type."));
  write("type", u("CLIA"));
  write("subtype", u("Renewal"));
  QVERIFY(save());
  const auto tracking = db::load(*m_file, Id<Tracking>{1});
  QCOMPARE(tracking->type, u("CLIA"));
  QCOMPARE(tracking->practice, m_practice.id);
  QVERIFY(!tracking->provider.isValid());
  QCOMPARE(count("step"), 0);
}

void TestForms::aTrackingNeedsWhatItsTypeIsAbout() {
  openStartTracking(*m_session, m_window.get());
  set("template", idValue(m_template));
  QVERIFY(!save());
  QCOMPARE(problem("about"), u("Choose the provider or practice it is for."));
  QCOMPARE(problem("payor"), u("Choose the payor."));
  QVERIFY(problem("facility").isEmpty());
  QCOMPARE(count("tracking"), 0);
}

void TestForms::providersAreFoundByTypingAmongVeryMany() {
  {
    db::Transaction transaction(*m_file, tester(), u("Many"));
    for (int i = 0; i < 10000; ++i) {
      Provider one;
      one.lastName = QStringLiteral("Name%1").arg(i);
      one.firstName = u("Given");
      db::save(transaction, one);
    }
    transaction.commit();
  }
  openStartTracking(*m_session, m_window.get());
  QVERIFY(QTest::qWaitForWindowActive(form()));
  auto* about = field<SearchField>("about");
  about->setFocus();
  QTest::keyClicks(about, u("nunez"));
  QVERIFY(about->value().isEmpty());
  QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
  QCOMPARE(about->text(), u("Nuñez, Lily MD · 1234567893"));
  QCOMPARE(about->value(), recordValue(m_provider.id));
  QVERIFY(form()); // Enter was the list's, not the form's
  about->selectAll();
  QTest::keyClicks(about, u("name9999"));
  QTest::keyClick(QApplication::activePopupWidget(),
                  Qt::Key_Escape); // closes the list; the one that fits is taken on leaving
  QVERIFY(form());
  QTest::keyClick(about, Qt::Key_Tab);
  QCOMPARE(about->text(), u("Name9999, Given"));
  about->setFocus();
  about->selectAll();
  QTest::keyClicks(about, u("name"));
  QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
  QVERIFY(!save()); // one of ten thousand
  QVERIFY(problem("about").contains(u("“name”")));
  QCOMPARE(providerSource(*m_file).find(u("given")).size(), size_t{50});
  QVERIFY(providerSource(*m_file).find(u("100%")).empty());
}

void TestForms::completingAStepStartsTheNext() {
  startTracking();
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  set("status", u("Completed"));
  QVERIFY(save());
  QCOMPARE(said().last(), u("Changed Collect documents"));
  QCOMPARE(stepAt(0).completed, today);
  QCOMPARE(stepAt(1).status, u("In progress"));
  QCOMPARE(stepAt(1).started, today);
}

void TestForms::aStepOffersOnlyTheMovesThatMayBe() {
  startTracking();
  const auto offered = [this] {
    auto* box = field<ChoiceBox>("status");
    QStringList words;
    for (int i = 0; i < box->count(); ++i)
      words << box->itemText(i);
    return words;
  };
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  QCOMPARE(offered(), (QStringList{u("New"), u("In progress"), u("Waiting"), u("Completed"), u("Not needed")}));
  set("status", u("Completed"));
  QVERIFY(save());
  QTRY_VERIFY(!form());
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  QCOMPARE(offered(), (QStringList{u("In progress"), u("Waiting"), u("Completed")}));
}

void TestForms::aDueDateThatIsChangedIsPinned() {
  startTracking();
  openStepForm(*m_session, stepAt(1).id, m_window.get());
  set("due", QDate(2026, 4, 1));
  set("followUp", QDate(2026, 3, 9));
  QVERIFY(save());
  QVERIFY(stepAt(1).duePinned);
  QCOMPARE(stepAt(1).followUp, QDate(2026, 3, 9));
  QVERIFY(!stepAt(0).duePinned);
  QCOMPARE(stepAt(2).due, QDate(2026, 4, 6)); // three business days behind it
}

void TestForms::aNoteIsWrittenOnTheStep() {
  startTracking();
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  set("noteKind", u("Call"));
  write("noteReference", u("4711"));
  QVERIFY(!save());
  QCOMPARE(problem("noteText"), u("A note needs some text."));
  set("noteText", u("They have it."));
  QVERIFY(save());
  const Note note = db::allWhere<Note>(*m_file, u("1 = 1")).front();
  QCOMPARE(note.step, stepAt(0).id);
  QCOMPARE(note.tracking, m_tracking);
  QCOMPARE(note.author, u("Anna Marten"));
  QCOMPARE(note.kind, u("Call"));
  QCOMPARE(note.reference, u("4711"));
  QCOMPARE(note.written, tester().now.toLocalTime().toString(u("yyyy-MM-dd HH:mm")));
  QTRY_VERIFY(!form());
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  QStringList facts;
  for (QLabel* label : form()->findChildren<QLabel*>())
    facts << label->text();
  QVERIFY(facts.contains(u("Call · Anna Marten · 4711\nThey have it.")));
}

void TestForms::aTrackingIsHeldWithAReason() {
  startTracking();
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  QVERIFY(!field<QLineEdit>("reason")->isVisible());
  set("trackingStatus", u("On hold"));
  QVERIFY(field<QLineEdit>("reason")->isVisible());
  QVERIFY(!save());
  QVERIFY(!problem("reason").isEmpty());
  write("reason", u("On leave"));
  set("resumeOn", QDate(2026, 5, 1));
  QVERIFY(save());
  QCOMPARE(m_file->text(u("SELECT status FROM tracking")), u("On hold"));
  QCOMPARE(db::load(*m_file, m_tracking)->reason, u("On leave"));
  QTRY_VERIFY(!form());
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  set("trackingStatus", u("As the steps say"));
  QVERIFY(save());
  QCOMPARE(m_file->text(u("SELECT status FROM tracking")), u("New"));
  QVERIFY(db::load(*m_file, m_tracking)->reason.isEmpty());
}

void TestForms::cancellingTheTrackingAndCompletingTheStepGoTogether() {
  startTracking();
  openStepForm(*m_session, stepAt(0).id, m_window.get());
  set("status", u("Completed"));
  set("trackingStatus", u("Cancelled"));
  write("reason", u("Left the team"));
  QVERIFY(save());
  QCOMPARE(stepAt(0).status, u("Completed"));
  QTRY_VERIFY(!form());
  openStepForm(*m_session, stepAt(1).id, m_window.get());
  set("status", u("Waiting"));
  QVERIFY(!save());
  QVERIFY(problem("status").contains(u("cancelled")));
  set("trackingStatus", u("As the steps say"));
  QVERIFY(save());
  QCOMPARE(stepAt(1).status, u("Waiting"));
}

void TestForms::aTaskIsAssignedToAProvider() {
  openTaskForm(*m_session, {}, m_window.get());
  QCOMPARE(field<SearchField>("assignee")->text(), u("Anna Marten"));
  QVERIFY(field<QCheckBox>("notify")->isChecked());
  QVERIFY(!save());
  QCOMPARE(problem("name"), u("A task needs a name."));
  write("name", u("Sign the form"));
  set("provider", idValue(m_provider.id));
  set("assignee", recordValue(m_provider.id));
  set("noteText", u("Sent by email"));
  set("due", today.addDays(3));
  QVERIFY(save());
  const Task task = db::allWhere<Task>(*m_file, u("1 = 1")).front();
  QCOMPARE(task.assignedProvider, m_provider.id);
  QVERIFY(!task.assignee.isValid());
  QCOMPARE(task.team, m_team.id);
  QCOMPARE(task.created, today);
  QCOMPARE(db::allWhere<Note>(*m_file, u("1 = 1")).front().task, task.id);
}

void TestForms::completingATaskKeepsTheDay() {
  Task task;
  task.name = u("Call");
  task.created = today.addDays(-9);
  task = add(task);
  openTaskForm(*m_session, task.id, m_window.get());
  set("status", u("Completed"));
  QVERIFY(save());
  QCOMPARE(db::load(*m_file, task.id)->completed, today);
  QTRY_VERIFY(!form());
  openTaskForm(*m_session, task.id, m_window.get());
  set("status", u("In progress"));
  QVERIFY(save());
  QVERIFY(!db::load(*m_file, task.id)->completed.isValid());
}

std::vector<qint64> TestForms::alerts() {
  const auto query = report::idsQuery({report::find(u("alerts")), today, {}});
  return m_file->all(query.sql, query.arguments, [](db::Row& row) { return row.number(); });
}

void TestForms::aRenewedCredentialLeavesTheAlerts() {
  Credential credential;
  credential.provider = m_provider.id;
  credential.documentType = {m_file->value(u("SELECT id FROM document_type WHERE name = 'DEA registration'"))};
  credential.number = u("AN1234563");
  credential.expires = today.addDays(-1);
  credential = add(credential);
  const qint64 key = credential.id.value * 4;
  auto shown = alerts();
  QVERIFY(std::count(shown.begin(), shown.end(), key) == 1);
  openExpirableForm(*m_session, key, m_window.get());
  QCOMPARE(form()->windowTitle(), u("DEA registration of Nuñez, Lily"));
  auto* expires = field<DateField>("expires");
  QVERIFY(QTest::qWaitForWindowActive(form()));
  expires->setFocus();
  expires->selectAll();
  QTest::keyClicks(expires, u("3/1/29"));
  QVERIFY(save());
  QCOMPARE(db::load(*m_file, credential.id)->expires, QDate(2029, 3, 1));
  shown = alerts();
  QVERIFY(std::count(shown.begin(), shown.end(), key) == 0);
}

void TestForms::aMissingDocumentIsAddedFromItsAlert() {
  const auto missing = alerts();
  QCOMPARE(missing.size(), size_t{2}); // every active provider needs two documents
  openExpirableForm(*m_session, missing.front(), m_window.get());
  QCOMPARE(field<SearchField>("provider")->value(), idValue(m_provider.id));
  const auto type = idIn<DocumentType>(field<ChoiceBox>("documentType")->value());
  QVERIFY(type.isValid());
  set("expires", today.addYears(2));
  QVERIFY(save());
  const auto left = alerts();
  QCOMPARE(left.size(), size_t{1});
  QVERIFY(left.front() != missing.front());
  QCOMPARE(db::allWhere<Credential>(*m_file, u("1 = 1")).front().documentType, type);
}

void TestForms::anEnrollmentsStatusSaysWhoItWaitsOn() {
  Enrollment enrollment;
  enrollment.provider = m_provider.id;
  enrollment.payor = m_payor.id;
  enrollment = add(enrollment);
  openExpirableForm(*m_session, enrollment.id.value * 4 + 1, m_window.get());
  auto* status = field<ChoiceBox>("status");
  status->setFocus();
  status->setCurrentIndex(status->findText(u("Submitted")));
  Q_EMIT status->activated(status->currentIndex());
  QCOMPARE(field<ChoiceBox>("waitingOn")->value(), u("Payor"));
  QVERIFY(save());
  const auto saved = db::load(*m_file, enrollment.id);
  QCOMPARE(saved->status, u("Submitted"));
  QCOMPARE(saved->waitingOn, u("Payor"));
  QCOMPARE(saved->waitingSince, today);
}

void TestForms::aRecordIsAnnouncedInItsOwnTime() {
  Enrollment enrollment;
  enrollment.provider = m_provider.id;
  enrollment.payor = m_payor.id;
  enrollment = add(enrollment);
  const auto affiliation = add(Affiliation{{}, m_provider.id, m_facility.id, {}, u("Active"), {}, {}, {}, {}});
  Credential credential;
  credential.provider = m_provider.id;
  credential.documentType = {m_file->value(u("SELECT id FROM document_type WHERE name = 'TB test'"))};
  credential = add(credential);
  for (const qint64 row : {credential.id.value * 4, enrollment.id.value * 4 + 1, affiliation.id.value * 4 + 2}) {
    openExpirableForm(*m_session, row, m_window.get());
    write("ladder", u("30/60"));
    QVERIFY(!save());
    QVERIFY(problem("ladder").contains(u("falling")));
    write("ladder", u("60/30"));
    QVERIFY(save());
  }
  QCOMPARE(db::load(*m_file, credential.id)->ladder, u("60/30"));
  QCOMPARE(db::load(*m_file, enrollment.id)->ladder, u("60/30"));
  QCOMPARE(db::load(*m_file, affiliation.id)->ladder, u("60/30"));
}

std::vector<std::function<void()>> TestForms::allForms() {
  startTracking();
  const auto affiliation = add(Affiliation{{}, m_provider.id, m_facility.id, {}, u("Active"), {}, {}, {}, {}});
  Enrollment enrollment;
  enrollment.provider = m_provider.id;
  enrollment.payor = m_payor.id;
  enrollment = add(enrollment);
  Note note;
  note.tracking = m_tracking;
  note.step = stepAt(0).id;
  note.written = u("2026-02-27 10:15");
  note.text = QString(400, QLatin1Char('x')).replace(20, 1, QLatin1Char(' '));
  add(note);
  QWidget* window = m_window.get();
  return {[=, this] { openProviderForm(*m_session, m_provider.id, window); },
          [=, this] { openTeamForm(*m_session, m_team.id, window); },
          [=, this] { openPracticeForm(*m_session, m_practice.id, window); },
          [=, this] { openCoordinatorForm(*m_session, m_me.id, window); },
          [=, this] { openPayorForm(*m_session, m_payor.id, window); },
          [=, this] { openFacilityForm(*m_session, m_facility.id, window); },
          [=, this] { openStartTracking(*m_session, window); },
          [=, this] { openStepForm(*m_session, stepAt(0).id, window); },
          [=, this] { openTaskForm(*m_session, {}, window); },
          [=, this] { openNewCredential(*m_session, window); },
          [=, this] { openExpirableForm(*m_session, enrollment.id.value * 4 + 1, window); },
          [=, this] { openExpirableForm(*m_session, affiliation.id.value * 4 + 2, window); }};
}

void TestForms::everyControlOfEveryFormHasAName() {
  for (const auto& open : allForms()) {
    QTRY_VERIFY(!form());
    open();
    QCOMPARE(form()->windowTitle() + u(": ") + unnamedControls(form()).join(QLatin1Char(',')),
             form()->windowTitle() + u(": "));
    form()->reject();
  }
}

void TestForms::everyFormFitsASmallScreen() {
  for (const auto& open : allForms()) {
    QTRY_VERIFY(!form());
    open();
    QVERIFY2(form()->minimumSizeHint().width() <= 700 && form()->minimumSizeHint().height() <= 700,
             qPrintable(form()->windowTitle()));
    form()->reject();
  }
}

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
