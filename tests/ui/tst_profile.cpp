// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/credentials/document.h"
#include "core/credentials/documentstore.h"
#include "core/credentials/documenttype.h"
#include "core/datafile/datafile.h"
#include "core/db/history.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/tasks/task.h"
#include "core/team/practice.h"
#include "core/team/profile.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/quickstart.h"
#include "core/tracking/shippedtemplates.h"
#include "core/tracking/trackings.h"
#include "named.h"
#include "support/freshfile.h"
#include "ui/alerts/credentialactions.h"
#include "ui/alerts/credentialform.h"
#include "ui/edit/changedialog.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/drafts.h"
#include "ui/form/formcard.h"
#include "ui/form/formdialog.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/filing.h"
#include "ui/profile/preview.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/sectionlist.h"
#include "ui/shell/desk.h"
#include "ui/shell/session.h"
#include "ui/team/registrypanel.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

namespace {

const QDate today(2026, 3, 2); // a Monday
QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

class TestProfile : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void eachSectionShowsItsOwnRows_data();
  void eachSectionShowsItsOwnRows();
  void sectionsTurnByKeyAndTellHowManyThereAre();
  void backKeepsTheSelectionOfTheList();
  void theHeadTellsWhoItIsAndCopiesTheNpi();
  void aSavedCardIsOneUndo();
  void aSavedCardsEditorsLeaveUndoToTheProgram();
  void aProblemIsToldAtItsFieldOnTheCard();
  void whatIsTypedAndNotSavedIsThereAgain();
  void terminatingAsksForAReason();
  void quickStartOffersTheBestGuessFirst();
  void aStartIsFilledInFromItsRow();
  void aPayorWithoutTrackingSaysSo();
  void anEnrollmentThatIsChangedIsCalledByPayorPracticeAndState();
  void thePayorsAreFilledFromTheTeamsAndFromAnothers();
  void theGridShowsPayorsByPracticeAndAddsWhereNothingIs();
  void renewingAsksForTheDatesAndKeepsTheNumber();
  void aLongGapAsksForAnExplanation();
  void theNextAttestationFollowsTheState();
  void aDocumentIsKeptShownAndItsRemovalUndone();
  void aVerificationKeepsItsEvidenceAndOpensItAgain();
  void deleteRemovesAndTheToastBringsItBack();
  void whatOthersDependOnIsNotDeleted();
  void historyTakesBackOneEntry();
  void whatWasDeletedIsRestored();
  void aPracticeAndAFacilityHaveTheirPages();
  void theRegistryFillsInOnlyWhatIsTicked();
  void everyControlHasAName();

private:
  template<class R>
  R add(R record) {
    db::Transaction transaction(*m_file, tester(), u("Before"));
    record.id = db::save(transaction, record);
    transaction.commit();
    return record;
  }
  template<class T>
  T* part(const QString& name) const {
    return m_window->findChild<T*>(name);
  }
  template<class T>
  T* part(const char* name) const {
    return part<T>(u(name));
  }
  ProfilePage* open(Id<Provider> id) {
    m_window->showPage(u("directory"));
    Q_EMIT part<ListPage>("team")->openAsked(id.value);
    return profile();
  }
  ProfilePage* profile() const { return qobject_cast<ProfilePage*>(m_window->page()); }
  ListPage* listOf(const char* section) {
    profile()->showSection(u(section));
    return qobject_cast<ListPage*>(profile()->front());
  }
  std::vector<qint64> rowsOf(const char* section) {
    ListPage* list = listOf(section);
    return QTest::qWaitFor([list] { return list->model()->isComplete(); }) ? list->model()->ids()
                                                                           : std::vector<qint64>{-1};
  }
  FormDialog* form() const {
    for (FormDialog* dialog : m_window->findChildren<FormDialog*>())
      if (dialog->isVisible())
        return dialog;
    return nullptr;
  }
  void press(const char* button) { QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton); }
  Credential credential(const char* type, Id<Provider> provider) {
    Credential made;
    made.provider = provider;
    made.documentType = db::allWhere<DocumentType>(*m_file, u("name = ?"), {u(type)}).front().id;
    made.number = u("N-1");
    made.state = u("TX");
    made.issued = QDate(2025, 1, 1);
    made.expires = QDate(2027, 1, 1);
    return made;
  }
  qint64 changes() { return m_file->value(u("SELECT count(*) FROM change")); }
  void fill(Id<Provider> provider, const QString& word);

  QTemporaryDir m_folder;
  int m_number = 0;
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<db::Database> m_file;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<Desk> m_desk;
  Practice m_practice;
  Payor m_payor, m_medicare;
  Facility m_facility;
  Provider m_lily, m_omar;
};

void TestProfile::initTestCase() {
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(u("credenza-test-profile"));
  m_theme = std::make_unique<Theme>(*qApp);
}

/// One record of every kind, called by `word`.
void TestProfile::fill(Id<Provider> provider, const QString& word) {
  for (const char* type : {"State licence", "DEA registration", "BLS", "Malpractice insurance", "CAQH attestation",
                           "TB test", "NPDB continuous query"})
    add(credential(type, provider));
  Education education;
  education.provider = provider;
  education.institution = word;
  add(education);
  WorkHistory job;
  job.provider = provider;
  job.employer = word;
  job.started = QDate(2020, 1, 1);
  add(job);
  PeerReference reference;
  reference.provider = provider;
  reference.name = word;
  add(reference);
  Enrollment enrollment;
  enrollment.provider = provider;
  enrollment.payor = m_payor.id;
  enrollment.state = u("TX");
  add(enrollment);
  Affiliation affiliation;
  affiliation.provider = provider;
  affiliation.facility = m_facility.id;
  add(affiliation);
  Task task;
  task.name = word;
  task.provider = provider;
  task.created = today;
  add(task);
  Note note;
  note.provider = provider;
  note.written = u("2026-03-01");
  note.text = word;
  add(note);
  Document document;
  document.provider = provider;
  document.name = word;
  document.hash = QString(64, QLatin1Char('a'));
  document.size = 1;
  document.added = today;
  add(document);
}

void TestProfile::init() {
  QSettings().clear();
  drafts().forgetAll();
  m_file = datafile::open(m_folder.filePath(u("office %1.credenza").arg(++m_number)), tester());
  {
    db::Transaction transaction(*m_file, tester(), u("Templates"));
    shipTemplates(transaction);
    transaction.commit();
  }
  Coordinator me;
  me.name = u("Anna Kowal");
  me = add(me);
  m_practice.name = u("Lakeside Dallas");
  m_practice.state = u("TX");
  m_practice = add(m_practice);
  m_payor.name = u("Aetna");
  m_payor = add(m_payor);
  m_medicare.name = u("Medicare");
  m_medicare.payorClass = u("Medicare");
  m_medicare = add(m_medicare);
  m_facility.name = u("Mercy Hospital");
  m_facility.state = u("TX");
  m_facility = add(m_facility);
  m_lily.lastName = u("Marten");
  m_lily.firstName = u("Lily");
  m_lily.degree = u("MD");
  m_lily.npi = u("1234567893");
  m_lily.assignee = me.id;
  m_lily = add(m_lily);
  m_omar.lastName = u("Haddad");
  m_omar.firstName = u("Omar");
  m_omar = add(m_omar);
  m_session = std::make_unique<Session>(*m_file, today, [] { return tester().now; });
  m_session->setMe(me.id);
  m_window = std::make_unique<MainWindow>(*m_theme);
  m_desk = std::make_unique<Desk>(*m_session, *m_window);
  m_window->resize(1366, 768);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestProfile::cleanup() {
  m_desk.reset();
  m_window.reset();
  m_session.reset();
  m_file.reset();
  m_practice = {};
  m_payor = m_medicare = {};
  m_facility = {};
  m_lily = m_omar = {};
}

void TestProfile::eachSectionShowsItsOwnRows_data() {
  QTest::addColumn<QString>("sql");
  const auto credentials = [](const char* section) {
    return u("SELECT id FROM credential WHERE provider_id = ? AND document_type_id IN (SELECT id FROM document_type "
             "WHERE section = '%1')")
        .arg(u(section));
  };
  const auto table = [](const char* name) { return u("SELECT id FROM %1 WHERE provider_id = ?").arg(u(name)); };
  QTest::newRow("licensure") << credentials("Licensure");
  QTest::newRow("dea") << credentials("DEA & CDS");
  QTest::newRow("certifications") << credentials("Certifications");
  QTest::newRow("malpractice") << credentials("Malpractice");
  QTest::newRow("caqh") << credentials("CAQH");
  QTest::newRow("health") << credentials("Health");
  QTest::newRow("others") << credentials("");
  QTest::newRow("education") << table("education");
  QTest::newRow("work") << table("work_history");
  QTest::newRow("references") << table("peer_reference");
  QTest::newRow("payors") << table("enrollment");
  QTest::newRow("affiliations") << table("affiliation");
  QTest::newRow("documents") << table("document");
  QTest::newRow("tasks") << table("task");
  QTest::newRow("notes") << table("note");
}

void TestProfile::eachSectionShowsItsOwnRows() {
  QFETCH(QString, sql);
  fill(m_lily.id, u("hers"));
  fill(m_omar.id, u("his"));
  QVERIFY(open(m_lily.id));
  const auto wanted = m_file->all(sql, {m_lily.id}, [](db::Row& row) { return row.number(); });
  QCOMPARE(wanted.size(), size_t(1));
  QCOMPARE(rowsOf(QTest::currentDataTag()), wanted);
}

void TestProfile::sectionsTurnByKeyAndTellHowManyThereAre() {
  fill(m_lily.id, u("hers"));
  ProfilePage* page = open(m_lily.id);
  auto* sections = profile()->findChild<SectionList*>();
  QCOMPARE(page->section(), u("overview"));
  QCOMPARE(QApplication::focusWidget(), sections);
  QTest::keyClick(sections, Qt::Key_Down);
  QCOMPARE(page->section(), u("personal"));
  QTest::keyClick(page, Qt::Key_PageDown, Qt::ControlModifier);
  QCOMPARE(page->section(), u("licensure"));
  QTest::keyClick(page, Qt::Key_PageUp, Qt::ControlModifier);
  QCOMPARE(page->section(), u("personal"));
  const int row = sections->rowOf(u("licensure"));
  QTRY_COMPARE(sections->item(row)->data(Qt::AccessibleTextRole).toString(), u("Licensure, 1"));
  QTRY_VERIFY(!sections->isRowHidden(sections->rowOf(u("health"))));
}

void TestProfile::backKeepsTheSelectionOfTheList() {
  m_window->showPage(u("directory"));
  auto* list = part<ListPage>("team");
  QTRY_COMPARE(list->model()->rowCount(), 2);
  list->table()->setFocus();
  list->table()->select(m_lily.id.value);
  for (const bool escape : {true, false}) {
    QTest::keyClick(list->table(), Qt::Key_Return);
    QVERIFY(profile());
    QCOMPARE(m_window->header()->tabs()->tabText(m_window->header()->tabs()->currentIndex()), u("Team"));
    if (escape)
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    else
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!profile());
    QCOMPARE(list->table()->currentId(), m_lily.id.value);
    QCOMPARE(QApplication::focusWidget(), list->table());
  }
  open(m_lily.id);
  QTest::mouseClick(m_window->header()->tabs(), Qt::LeftButton, {}, m_window->header()->tabs()->tabRect(0).center());
  QVERIFY(!profile());
}

void TestProfile::theHeadTellsWhoItIsAndCopiesTheNpi() {
  Credential old = credential("State licence", m_lily.id);
  old.expires = QDate(2026, 1, 1);
  add(old);
  open(m_lily.id);
  QCOMPARE(part<QLabel>("profile.name")->text(), u("Lily Marten, MD"));
  press("profile.copy.npi");
  QCOMPARE(QApplication::clipboard()->text(), u("1234567893"));
  QTRY_COMPARE(part<QPushButton>("profile.expired")->text(), u("1 expired"));
  QTRY_COMPARE(part<QPushButton>("profile.missing")->text(), u("1 missing")); // malpractice insurance
}

void TestProfile::aSavedCardsEditorsLeaveUndoToTheProgram() {
  open(m_lily.id)->showSection(u("personal"));
  auto* specialty = part<FormCard>("card.work")->findChild<QLineEdit*>(u("specialty"));
  specialty->setFocus();
  QTest::keyClicks(specialty, u("Cardiology"));
  QVERIFY(specialty->isUndoAvailable());
  QTest::keyClick(specialty, Qt::Key_Return);
  QVERIFY(!specialty->isUndoAvailable());
  // It asks for no part in the key, so that the menu's Undo has it.
  QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
  undo.ignore();
  QApplication::sendEvent(specialty, &undo);
  QVERIFY(!undo.isAccepted());
}

void TestProfile::aSavedCardIsOneUndo() {
  ProfilePage* page = open(m_lily.id);
  page->showSection(u("personal"));
  auto* card = part<FormCard>("card.work");
  auto* specialty = card->findChild<QLineEdit*>(u("specialty"));
  auto* save = part<QPushButton>("card.work.save");
  QVERIFY(!save->isVisible());
  QTest::keyClicks(specialty, u("Cardiology"));
  QVERIFY(save->isVisible());
  QTest::keyClicks(card->findChild<QLineEdit*>(u("tags")), u("VIP, locums"));
  const qint64 before = changes();
  QTest::keyClick(specialty, Qt::Key_Return);
  QCOMPARE(changes(), before + 1);
  QCOMPARE(db::load(*m_file, m_lily.id)->specialty, u("Cardiology"));
  QCOMPARE(db::load(*m_file, m_lily.id)->tags, u("VIP; locums"));
  QVERIFY(!save->isVisible());
  m_session->undo(m_session->lastChange());
  QTRY_COMPARE(db::load(*m_file, m_lily.id)->specialty, QString());
  QTRY_COMPARE(specialty->text(), QString());
}

void TestProfile::aProblemIsToldAtItsFieldOnTheCard() {
  open(m_lily.id)->showSection(u("personal"));
  auto* card = part<FormCard>("card.identity");
  auto* npi = card->findChild<QLineEdit*>(u("npi"));
  npi->selectAll();
  QTest::keyClicks(npi, u("1234567890"));
  const qint64 before = changes();
  QTest::keyClick(npi, Qt::Key_Return);
  QCOMPARE(changes(), before);
  auto* problem = card->findChild<QLabel*>(u("npi.problem"));
  QVERIFY(problem->isVisible());
  QVERIFY(!problem->text().isEmpty());
  QTest::keyClick(npi, Qt::Key_Escape);
  QCOMPARE(npi->text(), u("1234567893"));
  QVERIFY(profile()); // the first Esc was for what was typed
  QTest::keyClick(npi, Qt::Key_Escape);
  QVERIFY(!profile());
}

void TestProfile::whatIsTypedAndNotSavedIsThereAgain() {
  open(m_lily.id)->showSection(u("personal"));
  QTest::keyClicks(part<FormCard>("card.person")->findChild<QLineEdit*>(u("phone")), u("214-555-0101"));
  m_window->closePage();
  QTRY_VERIFY(!part<FormCard>("card.person"));
  open(m_lily.id)->showSection(u("personal"));
  QCOMPARE(part<FormCard>("card.person")->findChild<QLineEdit*>(u("phone"))->text(), u("214-555-0101"));
  QVERIFY(part<QPushButton>("card.person.save")->isVisible());
  QCOMPARE(db::load(*m_file, m_lily.id)->phone, QString());
}

void TestProfile::terminatingAsksForAReason() {
  open(m_lily.id)->showSection(u("personal"));
  auto* card = part<FormCard>("card.status");
  auto* reason = card->findChild<QLineEdit*>(u("endReason"));
  QVERIFY(!reason->isVisible());
  card->findChild<ChoiceBox*>(u("status"))->setValue(u("Terminated"));
  QVERIFY(reason->isVisible());
  card->save();
  QCOMPARE(db::load(*m_file, m_lily.id)->status, u("Active"));
  QVERIFY(card->findChild<QLabel*>(u("endReason.problem"))->isVisible());
  QTest::keyClicks(reason, u("Moved to Ohio"));
  card->save();
  QCOMPARE(db::load(*m_file, m_lily.id)->status, u("Terminated"));
  QCOMPARE(db::load(*m_file, m_lily.id)->endReason, u("Moved to Ohio"));
}

void TestProfile::quickStartOffersTheBestGuessFirst() {
  const auto offered = [&](const QuickStart& start) {
    QStringList all;
    for (const TrackingTemplate& one : quickStarts(*m_file, start.types, start.again))
      all << one.type + u(" – ") + one.subtype;
    return all;
  };
  Enrollment enrollment;
  enrollment.provider = m_lily.id;
  enrollment.payor = m_payor.id;
  enrollment = add(enrollment);
  QCOMPARE(offered(quickStartOf(*m_session, enrollment.id)),
           (QStringList{u("Payor – Initial"), u("Payor – Recredentialing")}));
  enrollment.effective = QDate(2024, 1, 1);
  enrollment = add(enrollment);
  QCOMPARE(offered(quickStartOf(*m_session, enrollment.id)).first(), u("Payor – Recredentialing"));
  for (const char* subtype : {"Address change", "Panel appeal", "Termination"}) {
    TrackingTemplate own;
    own.type = u("Payor");
    own.subtype = u(subtype);
    add(own);
  }
  QCOMPARE(offered(quickStartOf(*m_session, enrollment.id)).size(), 5); // any number of subtypes
  Enrollment medicare;
  medicare.provider = m_lily.id;
  medicare.payor = m_medicare.id;
  medicare = add(medicare);
  QCOMPARE(offered(quickStartOf(*m_session, medicare.id)).first(), u("Medicare – Enrollment"));
  QCOMPARE(offered(quickStartOfLicence(*m_session, m_lily.id, u("TX"), true)).first(), u("State License – Renewal"));
  QCOMPARE(offered(quickStartOfLicence(*m_session, m_lily.id, u("TX"), false)).first(), u("State License – Initial"));
  Affiliation affiliation;
  affiliation.provider = m_lily.id;
  affiliation.facility = m_facility.id;
  affiliation.appointed = QDate(2024, 1, 1);
  QCOMPARE(offered(quickStartOf(*m_session, add(affiliation).id)).first(), u("Facility – Reappointment"));
  QVERIFY(offered(quickStartOf(*m_session, m_lily.id)).first().startsWith(u("Onboarding")));
}

void TestProfile::aStartIsFilledInFromItsRow() {
  Enrollment enrollment;
  enrollment.provider = m_lily.id;
  enrollment.practice = m_practice.id;
  enrollment.payor = m_payor.id;
  enrollment.state = u("TX");
  enrollment.effective = QDate(2024, 1, 1);
  enrollment = add(enrollment);
  open(m_lily.id);
  ListPage* list = listOf("payors");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  list->table()->select(enrollment.id.value);
  press("profile.payors.start");
  auto* menu = m_window->findChild<QMenu*>(u("startMenu"));
  QVERIFY(menu);
  QCOMPARE(menu->actions().first()->text(), u("Payor – Recredentialing…"));
  menu->actions().first()->trigger();
  QVERIFY(form());
  const QVariantMap values = form()->values();
  QCOMPARE(values.value(u("payor")).toString(), QString::number(m_payor.id.value));
  QCOMPARE(values.value(u("state")).toString(), u("TX"));
  QCOMPARE(values.value(u("practice")).toString(), QString::number(m_practice.id.value));
  QCOMPARE(values.value(u("assignee")).toString(), QString::number(m_lily.assignee.value));
  form()->accept();
  const auto started = db::allWhere<Tracking>(*m_file, u("1 = 1"));
  QCOMPARE(started.size(), size_t(1));
  QCOMPARE(started.front().enrollment, enrollment.id);
  QCOMPARE(started.front().subtype, u("Recredentialing"));
}

void TestProfile::thePayorsAreFilledFromTheTeamsAndFromAnothers() {
  open(m_lily.id);
  listOf("payors");
  const auto opens = [this](const char* button, const char* window) {
    press(button);
    auto* opened = m_window->findChild<QDialog*>(u(window));
    const bool shown = opened && opened->isVisible();
    delete opened;
    return shown;
  };
  QVERIFY(opens("profile.payors.copy", "copyEnrollments"));
  press("profile.payors.team");
  auto* add = m_window->findChild<QDialog*>(u("addTeamPayors"));
  QVERIFY(add && add->isVisible());
  QVERIFY(add->findChild<QPushButton*>(u("addTeamPayors.list")));
  delete add;
  m_window->findChild<QAction*>(u("edit.copyEnrollments"))->trigger();
  auto* copy = m_window->findChild<QDialog*>(u("copyEnrollments"));
  QVERIFY(copy && copy->isVisible());
  delete copy;
}

void TestProfile::anEnrollmentThatIsChangedIsCalledByPayorPracticeAndState() {
  Enrollment enrollment;
  enrollment.provider = m_lily.id;
  enrollment.practice = m_practice.id;
  enrollment.payor = m_payor.id;
  enrollment.state = u("TX");
  enrollment = add(enrollment);
  open(m_lily.id);
  auto* list = qobject_cast<ListingPage*>(listOf("payors"));
  QVERIFY(list);
  QTRY_VERIFY(list->table()->select(list->model()->rowCount() > 0 ? list->model()->idAt(0) : 0));
  list->changeSelected();
  auto* change = m_window->findChild<ChangeDialog*>();
  QVERIFY(change);
  change->findChild<PickBox*>(u("change.field"))->setCurrentText(u("Follow-up"));
  QTest::keyClicks(change->findChild<QLineEdit*>(u("cellInput")), u("+7"));
  const auto lines = [change] { return change->findChild<TableView*>(u("changes"))->model(); }; // made anew each time
  QTRY_COMPARE(lines()->rowCount(), 1);
  QCOMPARE(lines()->index(0, 0).data().toString(), u("Aetna · Lakeside Dallas · TX"));
  delete change;
}

void TestProfile::aPayorWithoutTrackingSaysSo() {
  Enrollment enrollment;
  enrollment.provider = m_lily.id;
  enrollment.payor = m_payor.id;
  enrollment.state = u("TX");
  enrollment = add(enrollment);
  open(m_lily.id);
  ListPage* list = listOf("payors");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  const int column = list->model()->columnOf(u("Tracking"));
  const auto shown = [&] { return list->model()->index(0, column).data().toString(); };
  QCOMPARE(shown(), u("No tracking yet"));
  // A click on it offers to start one.
  QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, {},
                    list->table()->visualRect(list->model()->index(0, column)).center());
  auto* menu = m_window->findChild<QMenu*>(u("startMenu"));
  QVERIFY(menu);
  menu->close();
  m_session->change(u("Start"), [&](db::Transaction& transaction) {
    Tracking tracking;
    tracking.provider = m_lily.id;
    tracking.payor = m_payor.id;
    tracking.state = u("TX");
    tracking.type = u("Payor");
    tracking.subtype = u("Initial");
    tracking.started = today;
    Trackings(transaction).start(tracking);
  });
  QTRY_COMPARE(shown(), u("Confirm payor and panel"));
}

void TestProfile::theGridShowsPayorsByPracticeAndAddsWhereNothingIs() {
  Practice practice;
  practice.name = u("Zenith");
  practice.state = u("IL");
  practice = add(practice);
  add(ProviderPractice{{}, m_lily.id, practice.id});
  Enrollment without;
  without.provider = m_lily.id;
  without.payor = m_payor.id;
  without.status = u("Submitted");
  add(without);
  open(m_lily.id);
  ListPage* list = listOf("payors");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  const Enrollment there = *db::load(*m_file, Id<Enrollment>{list->model()->idAt(0)});
  press("profile.payors.grid");
  auto* grid = part<QTableWidget>("payorGrid.table");
  QCOMPARE(grid->rowCount(), 1);
  int filled = -1, empty = -1;
  for (int column = 0; column < grid->columnCount(); ++column)
    (grid->item(0, column)->data(Qt::UserRole).toLongLong() != 0 ? filled : empty) = column;
  QVERIFY(filled >= 0 && empty >= 0);
  QVERIFY(grid->item(0, filled)->text().startsWith(there.status));
  QCOMPARE(grid->horizontalHeaderItem(empty)->text(), u("Zenith"));
  grid->setCurrentCell(0, empty);
  QTest::keyClick(grid, Qt::Key_Return);
  QTRY_VERIFY(grid->window()->findChild<FormDialog*>());
  auto* adding = grid->window()->findChild<FormDialog*>();
  QVERIFY(adding->isVisible()); // Enter was the cell's, not its Save button's too
  QCOMPARE(adding->values().value(u("payor")).toString(), QString::number(there.payor.value));
  QCOMPARE(adding->values().value(u("practice")).toString(), QString::number(practice.id.value));
  QCOMPARE(adding->values().value(u("state")).toString(), u("IL"));
  QTest::keyClick(adding, Qt::Key_Return, Qt::ControlModifier);
  QTRY_VERIFY(grid->item(0, empty)->data(Qt::UserRole).toLongLong() != 0);
}

void TestProfile::renewingAsksForTheDatesAndKeepsTheNumber() {
  const Credential licence = add(credential("State licence", m_lily.id));
  open(m_lily.id);
  ListPage* list = listOf("licensure");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  list->table()->select(licence.id.value);
  press("profile.licensure.renew");
  QVERIFY(form());
  form()->setValues({{u("issued"), QDate(2027, 1, 1)}, {u("expires"), QDate(2029, 1, 1)}});
  form()->accept();
  QTRY_VERIFY(!form());
  const auto all = db::allWhere<Credential>(*m_file, u("1 = 1 ORDER BY id"));
  QCOMPARE(all.size(), size_t(2));
  QCOMPARE(all.front().renewedBy, all.back().id);
  QCOMPARE(all.back().number, u("N-1"));
  QCOMPARE(all.back().expires, QDate(2029, 1, 1));
  QTRY_COMPARE(list->model()->ids(), std::vector<qint64>{all.back().id.value}); // the older one is history
}

void TestProfile::aLongGapAsksForAnExplanation() {
  WorkHistory job;
  job.provider = m_lily.id;
  job.employer = u("Baylor");
  job.started = QDate(2018, 1, 1);
  job.ended = QDate(2020, 1, 31);
  add(job);
  job.employer = u("Lakeside");
  job.started = QDate(2021, 2, 1);
  job.ended = {};
  add(job);
  open(m_lily.id)->showSection(u("work"));
  const auto words = [&] {
    QStringList all;
    for (const QLabel* label : part<QWidget>("profile.gaps")->findChildren<QLabel*>())
      all << label->text();
    return all;
  };
  QVERIFY(words().contains(u("Needs an explanation")));
  for (QPushButton* button : part<QWidget>("profile.gaps")->findChildren<QPushButton*>())
    QTest::mouseClick(button, Qt::LeftButton);
  QVERIFY(form());
  form()->setValues({{u("explanation"), u("Raised a child")}});
  form()->accept();
  QTRY_VERIFY(words().contains(u("Raised a child")));
  QVERIFY(!words().contains(u("Needs an explanation")));
}

void TestProfile::theNextAttestationFollowsTheState() {
  open(m_lily.id)->showSection(u("caqh"));
  press("profile.caqh.attested");
  auto* next = part<QLabel>("profile.caqh.next");
  QTRY_COMPARE(next->text(), shownDate(today.addDays(120), today));
  add(credential("State licence", m_lily.id));
  Credential illinois = credential("State licence", m_lily.id);
  illinois.state = u("IL");
  m_session->change(u("Licence"), [&](db::Transaction& transaction) { db::save(transaction, illinois); });
  QTRY_COMPARE(next->text(), shownDate(today.addDays(180), today));
}

void TestProfile::aDocumentIsKeptShownAndItsRemovalUndone() {
  const QString pdf = m_folder.filePath(u("licence.pdf"));
  {
    QPdfWriter writer(pdf);
    QPainter painter(&writer);
    painter.drawText(100, 100, u("Licence"));
  }
  const QString picture = m_folder.filePath(u("photo.png"));
  QImage image(40, 30, QImage::Format_RGB32);
  image.fill(Qt::white);
  QVERIFY(image.save(picture));
  open(m_lily.id);
  ListPage* list = listOf("documents");
  Document about;
  about.provider = m_lily.id;
  keepFiles(*m_session, about, {pdf, picture}, m_window.get());
  QTRY_COMPARE(list->model()->rowCount(), 2);
  auto* preview = part<DocumentPreview>("profile.preview");
  auto* stack = preview->findChild<QStackedWidget*>();
  for (const Document& document : db::allWhere<Document>(*m_file, u("1 = 1"))) {
    list->table()->select(document.id.value);
    const QString kind = document.mediaType.startsWith(u("image/")) ? u("QScrollArea") : u("QPdfView");
    QTRY_COMPARE(u(stack->currentWidget()->metaObject()->className()), kind);
  }
  list->table()->setFocus();
  QTest::keyClick(list->table(), Qt::Key_Delete);
  QTRY_COMPARE(list->model()->rowCount(), 1);
  press("toast.undo");
  QTRY_COMPARE(list->model()->rowCount(), 2);
}

void TestProfile::aVerificationKeepsItsEvidenceAndOpensItAgain() {
  const QString path = m_folder.filePath(u("board check.png"));
  QImage image(40, 30, QImage::Format_RGB32);
  image.fill(Qt::white);
  QVERIFY(image.save(path));
  const Credential licence = add(credential("State licence", m_lily.id));
  open(m_lily.id);
  openVerifyForm(*m_session, licence.id, m_window.get());
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(form(), &enter);
  QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(form(), &drop);
  QTRY_VERIFY(part<QLabel>("evidence.new"));
  QCOMPARE(m_file->value(u("SELECT count(*) FROM document")), 0); // kept with the form
  const qint64 before = changes();
  form()->accept();
  QTRY_VERIFY(!form());
  QCOMPARE(changes(), before + 1);
  const Document kept = db::allWhere<Document>(*m_file, u("1 = 1")).front();
  QCOMPARE(kept.kind, u("Evidence"));
  QCOMPARE(kept.credential, licence.id);
  QCOMPARE(kept.provider, m_lily.id);
  QCOMPARE(kept.added, today);
  // The bytes are checked when it is opened.
  const QString bytes =
      DocumentStore(m_file->file()).folder() + QLatin1Char('/') + kept.hash.left(2) + QLatin1Char('/') + kept.hash;
  QVERIFY(QFile::remove(bytes));
  openCredentialForm(*m_session, licence.id, m_window.get());
  press("evidence.open");
  QTRY_VERIFY(part<QLabel>("profile.preview.words"));
  auto* shown = form()->findChild<QDialog*>(u("document"))->findChild<QLabel*>(u("profile.preview.words"));
  QTRY_VERIFY2(shown->text().contains(u("is not in the folder")), qPrintable(shown->text()));
}

void TestProfile::deleteRemovesAndTheToastBringsItBack() {
  fill(m_lily.id, u("hers"));
  open(m_lily.id);
  for (const char* section : {"education", "references", "licensure"}) {
    ListPage* list = listOf(section);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    const qint64 id = list->model()->idAt(0);
    list->table()->select(id);
    list->table()->setFocus();
    QTest::keyClick(list->table(), Qt::Key_Delete);
    QTRY_COMPARE(list->model()->rowCount(), 0);
    const QString said = part<QLabel>("said")->text();
    QVERIFY2(said.startsWith(u("Deleted: ")) && said.endsWith(u(" of Marten, Lily")), qPrintable(said));
    QCOMPARE(m_session->undoName(), said);
    press("toast.undo");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->idAt(0), id);
  }
}

void TestProfile::whatOthersDependOnIsNotDeleted() {
  Tracking tracking;
  tracking.provider = m_lily.id;
  tracking.payor = m_payor.id;
  tracking.type = u("Payor");
  tracking.subtype = u("Initial");
  tracking.started = today;
  m_session->change(u("Start"), [&](db::Transaction& transaction) { Trackings(transaction).start(tracking); });
  open(m_lily.id);
  ListPage* list = listOf("payors");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  list->table()->select(list->model()->idAt(0));
  list->table()->setFocus();
  QTest::keyClick(list->table(), Qt::Key_Delete);
  QVERIFY(part<QLabel>("said")->text().startsWith(u("Not deleted")));
  QCOMPARE(m_file->value(u("SELECT count(*) FROM enrollment")), 1);
}

void TestProfile::historyTakesBackOneEntry() {
  m_session->change(u("Changed Marten, Lily"), [&](db::Transaction& transaction) {
    Provider lily = *db::load(*m_file, m_lily.id);
    lily.phone = u("214-555-0101");
    db::save(transaction, lily);
  });
  open(m_lily.id);
  ListPage* list = listOf("history");
  QTRY_COMPARE(list->model()->rowCount(), 2); // added, changed
  const int column = list->model()->columnOf(u("changes"));
  QCOMPARE(list->model()->index(0, column).data().toString(), u("Phone: — → 214-555-0101"));
  list->table()->select(list->model()->idAt(0));
  press("profile.history.undo");
  QCOMPARE(db::load(*m_file, m_lily.id)->phone, QString());
  QTRY_COMPARE(list->model()->rowCount(), 3); // taking back is history too
}

void TestProfile::whatWasDeletedIsRestored() {
  Education education;
  education.provider = m_lily.id;
  education.institution = u("Baylor");
  education = add(education);
  m_session->change(u("Deleted: education"),
                    [&](db::Transaction& transaction) { db::remove(transaction, education.id); });
  for (QAction* action : m_window->menu(MainWindow::Menu::Edit)->actions())
    if (action->text() == u("&Deleted records"))
      action->trigger();
  QCOMPARE(m_window->page()->objectName(), u("deleted"));
  auto* list = part<ListPage>("deleted.list");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  list->table()->select(list->model()->idAt(0));
  press("deleted.list.undo");
  QVERIFY(db::load(*m_file, education.id));
  QCOMPARE(m_session->undoName(), u("Restored Medical school · Baylor"));
  QTRY_COMPARE(list->model()->rowCount(), 0);
  QTest::keyClick(m_window->page(), Qt::Key_Escape);
  QVERIFY(m_window->page()->objectName() != u("deleted"));
}

void TestProfile::aPracticeAndAFacilityHaveTheirPages() {
  add(ProviderPractice{{}, m_lily.id, m_practice.id});
  Affiliation affiliation;
  affiliation.provider = m_lily.id;
  affiliation.facility = m_facility.id;
  affiliation = add(affiliation);
  m_window->showPage(u("directory"));
  Q_EMIT part<ListPage>("practices")->openAsked(m_practice.id.value);
  QCOMPARE(part<QLabel>("profile.name")->text(), u("Lakeside Dallas"));
  QCOMPARE(rowsOf("providers"), std::vector<qint64>{m_lily.id.value});
  // From there to the provider, and back in two steps.
  Q_EMIT qobject_cast<ListPage*>(profile()->front())->openAsked(m_lily.id.value);
  QCOMPARE(profile()->subject(), Subject(m_lily.id));
  m_window->closePage();
  QCOMPARE(profile()->subject(), Subject(m_practice.id));
  profile()->showSection(u("details"));
  auto* card = part<FormCard>("card.place");
  QTest::keyClicks(card->findChild<QLineEdit*>(u("city")), u("Dallas"));
  card->save();
  QCOMPARE(db::load(*m_file, m_practice.id)->city, u("Dallas"));
  m_window->closePage();
  QVERIFY(!profile());
  Q_EMIT part<ListPage>("facilities")->openAsked(m_facility.id.value);
  QCOMPARE(rowsOf("affiliations"), std::vector<qint64>{affiliation.id.value});
}

void TestProfile::theRegistryFillsInOnlyWhatIsTicked() {
  m_window->showPage(u("directory"));
  press("team.add");
  QVERIFY(form());
  form()->setValues({{u("npi"), u("1245319599")}, {u("firstName"), u("Zoe")}});
  auto* panel = form()->findChild<RegistryPanel*>(u("registry"));
  exchange::RegistryEntry entry;
  entry.provider.npi = u("1245319599");
  entry.provider.lastName = u("Nunez");
  entry.provider.firstName = u("Zoë Maria");
  entry.provider.degree = u("PA-C");
  ProviderName former;
  former.lastName = u("Ruiz");
  entry.formerNames = {former};
  Q_EMIT panel->registry().answered({entry});
  QVERIFY(panel->findChild<QCheckBox*>(u("registry.lastName"))->isChecked());
  QVERIFY(!panel->findChild<QCheckBox*>(u("registry.firstName"))->isChecked());
  press("registry.use");
  const QVariantMap values = form()->values();
  QCOMPARE(values.value(u("lastName")).toString(), u("Nunez"));
  QCOMPARE(values.value(u("firstName")).toString(), u("Zoe"));
  QCOMPARE(m_file->value(u("SELECT count(*) FROM provider")), 2); // nothing is saved yet
  form()->accept();
  QTRY_VERIFY(profile());
  QCOMPARE(part<QLabel>("profile.name")->text(), u("Zoe Nunez, PA-C"));
  QCOMPARE(m_file->text(u("SELECT last_name FROM provider_name")), u("Ruiz"));
}

void TestProfile::everyControlHasAName() {
  fill(m_lily.id, u("hers"));
  ProfilePage* page = open(m_lily.id);
  auto* sections = profile()->findChild<SectionList*>();
  for (int row = 0; row < sections->count(); ++row) {
    page->showSection(sections->keyAt(row));
    QCOMPARE(sections->keyAt(row) + u(": ") + unnamedControls(page).join(QLatin1Char(',')),
             sections->keyAt(row) + u(": "));
  }
}

QTEST_MAIN(TestProfile)
#include "tst_profile.moc"
