// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "core/datafile/datafile.h"
#include "named.h"
#include "support/freshfile.h"
#include "support/testdata.h"
#include "ui/form/choicebox.h"
#include "ui/import/filedrop.h"
#include "ui/list/filterchip.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/session.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace ui;

class TestImportDialog : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void aFileWithOddHeadingsIsImportedStepByStep();
  void whatAPersonMatchedIsRememberedForTheseHeadings();
  void choosingWhatIsFoundAnywayForgetsTheRememberedMatch();
  void aNeededColumnThatIsMissingStopsTheNextStepAndIsNamed();
  void aSheetCanBeLeftOut();
  void whatAMasterSheetHoldsBesideIsASheetOfItsOwn();
  void aFolderIsLookedAtListByListAndImportedInTheOrderItNeeds();
  void rejectedPastedRowsStayWhereTheyAreHandedBack();
  void thePreviewShowsOldAndNewOfEachChangedCell();
  void aTemplateRowIsNamedByItsStep();
  void theChipsSwitchWhichRowsAreShown();
  void ofMoreRowsThanAreListedAllAreCounted();
  void cancelStopsARunningImportAndChangesNothing();
  void theRejectedFileIsNamedAndUndoTakesTheImportBack();
  void aFileThatCannotBeReadIsToldInASentence();
  void aFileDroppedOntoTheDialogIsRead();
  void whatBreaksIsToldAndTheDialogGoesOn();
  void everyControlHasAName();

private:
  QString file(const char* name, const QByteArray& content);
  void open(const QString& path, ImportJob::Importer importer = exchange::importFile);
  void choose(const char* box, const QString& text);
  QString chosen(const char* box) const { return child<QComboBox>(box)->currentText(); }
  template<class T>
  T* child(const char* name) const {
    return m_dialog->findChild<T*>(QLatin1String(name));
  }
  bool isShown(const char* name) const { return child<QWidget>(name) && child<QWidget>(name)->isVisible(); }
  QString textOf(const char* label) const { return child<QLabel>(label)->text(); }
  void press(const char* button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
  void toPreview();
  QString cell(int line, int column) const;
  qint64 count(const char* table) const {
    return m_database->value(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<db::Database> m_database;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<QWidget> m_window;
  QPointer<ImportDialog> m_dialog;
};

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }

enum Columns { outcome, row, sheet, about, what }; // of the preview

const char* people = "Facility roster,,,\n"
                     "Family name of clinician,Given,NPI Number,Cell\n"
                     "Marten,Lily,1234567893,555-0101\n"
                     "Nuñez,Zoë,1679576722,555-0102\n"
                     "Wrong,Number,1234567890,555-0103\n";
} // namespace

QString TestImportDialog::file(const char* name, const QByteArray& content) {
  QFile made(m_folder->filePath(QLatin1String(name)));
  if (!made.open(QIODevice::WriteOnly))
    return {};
  made.write(content);
  return made.fileName();
}

void TestImportDialog::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->filePath(u("own")))); // where pasted rows are kept
  m_database = datafile::open(m_folder->filePath(u("office.credenza")), tester());
  m_session = std::make_unique<Session>(*m_database, QDate(2026, 1, 15), [] { return tester().now; });
  m_window = std::make_unique<QWidget>();
  m_window->show();
}

void TestImportDialog::cleanup() {
  m_window.reset();
  m_session.reset();
  m_database.reset();
}

void TestImportDialog::open(const QString& path, ImportJob::Importer importer) {
  delete m_dialog;
  m_dialog = new ImportDialog(*m_session, path, m_window.get(), std::move(importer));
  m_dialog->open();
  QVERIFY(QTest::qWaitForWindowActive(m_dialog));
  QTRY_VERIFY(isShown("import.team") || isShown("import.kind") || isShown("import.fileProblem"));
}

void TestImportDialog::choose(const char* name, const QString& text) {
  auto* box = child<QComboBox>(name);
  const int index = box->findText(text);
  QVERIFY2(index >= 0, qPrintable(text));
  box->setCurrentIndex(index);
  Q_EMIT box->activated(index); // as a person's choice
}

void TestImportDialog::toPreview() {
  press("import.next");
  QTRY_VERIFY(isShown("import.rows.table") || isShown("import.rows"));
}

QString TestImportDialog::cell(int line, int column) const {
  const auto* model = child<TableView>("import.rows.table")->model();
  return model->index(line, column).data().toString();
}

void TestImportDialog::aFileWithOddHeadingsIsImportedStepByStep() {
  QSignalSpy changed(m_session.get(), &Session::changed);
  open(file("providers.csv", people));
  QCOMPARE(chosen("import.kind"), u("Providers"));
  QCOMPARE(chosen("import.column.0"), u("Not imported")); // nobody calls a last name so
  QCOMPARE(chosen("import.column.2"), u("NPI"));
  QVERIFY(!child<QPushButton>("import.next")->isEnabled());
  choose("import.column.0", u("Last name (needed)"));
  choose("import.column.1", u("First name (needed)"));
  child<ChoiceBox>("import.team")->lineEdit()->setText(u("Lakeside"));
  QVERIFY(child<QPushButton>("import.next")->isEnabled());

  toPreview();
  QCOMPARE(count("provider"), 0);
  QCOMPARE(cell(0, outcome), u("Rejected"));
  QCOMPARE(cell(0, about), u("Wrong · Number"));
  QVERIFY(!cell(0, what).isEmpty());
  QCOMPARE(cell(0, row), u("5"));
  QCOMPARE(cell(1, outcome), u("New"));
  QCOMPARE(cell(1, about), u("Marten · Lily"));

  press("import.next");
  QTRY_VERIFY(isShown("import.doneTitle"));
  QCOMPARE(textOf("import.counts.providers"), u("2 created, 0 updated, 0 unchanged, 1 rejected"));
  QCOMPARE(count("provider"), 2);
  QCOMPARE(m_database->text(u("SELECT name FROM team")), u("Lakeside"));
  QCOMPARE(changed.count(), 1);
  QVERIFY(changed.front().at(1).toLongLong() != 0);
  press("import.next");
  QTRY_VERIFY(!m_dialog);
}

void TestImportDialog::whatAPersonMatchedIsRememberedForTheseHeadings() {
  const QString path = file("providers.csv", people);
  open(path);
  choose("import.column.0", u("Last name (needed)"));
  choose("import.column.1", u("First name (needed)"));
  choose("import.column.3", u("Not imported"));
  child<ChoiceBox>("import.team")->lineEdit()->setText(u("Lakeside"));
  toPreview();
  open(file("another.csv", "FAMILY NAME OF CLINICIAN,Given,NPI-Number,Cell\nMarten,Lily,1234567893,1\n"));
  QCOMPARE(textOf("import.state"), u("Matched as the last time."));
  QCOMPARE(chosen("import.kind"), u("Providers"));
  QCOMPARE(chosen("import.column.0"), u("Last name (needed)"));
  QCOMPARE(chosen("import.column.3"), u("Not imported"));
}

void TestImportDialog::choosingWhatIsFoundAnywayForgetsTheRememberedMatch() {
  const QString path = file("payors.csv", "Payor,Phone\nBlue Harbor,555-0100\n");
  open(path);
  choose("import.column.1", u("Not imported"));
  toPreview();
  QCOMPARE(count("import_mapping"), 1);
  open(path);
  choose("import.column.1", u("Phone"));
  toPreview();
  QCOMPARE(count("import_mapping"), 0);
  open(path);
  QCOMPARE(textOf("import.state"), u("Matched by its headings."));
}

void TestImportDialog::aNeededColumnThatIsMissingStopsTheNextStepAndIsNamed() {
  open(file("payors.csv", "Payor,Phone\nBlue Harbor,555-0100\n"));
  QVERIFY(child<QPushButton>("import.next")->isEnabled());
  choose("import.column.0", u("Not imported"));
  QVERIFY(!child<QPushButton>("import.next")->isEnabled());
  QCOMPARE(textOf("import.state"), u("No column is imported as Payor, which payors need."));
  QCOMPARE(textOf("import.why"), textOf("import.state"));
  choose("import.column.1", u("Payor (needed)"));
  QVERIFY(child<QPushButton>("import.next")->isEnabled());
  choose("import.column.0", u("Payor (needed)"));
  QCOMPARE(chosen("import.column.1"), u("Not imported")); // a column is read from one heading
}

void TestImportDialog::aSheetCanBeLeftOut() {
  open(testData("master.xlsx"));
  auto* sheets = child<QListWidget>("import.sheets");
  QVERIFY(sheets->isVisible());
  QVERIFY(sheets->count() > 1);
  for (int i = 0; i < sheets->count(); ++i) {
    sheets->setCurrentRow(i);
    choose("import.kind", u("Leave this sheet out"));
  }
  QVERIFY(!child<QPushButton>("import.next")->isEnabled());
  QCOMPARE(textOf("import.why"), u("Nothing would be imported: say what the rows are."));
}

void TestImportDialog::whatAMasterSheetHoldsBesideIsASheetOfItsOwn() {
  open(file("roster.csv", "Provider,NPI,Shirt,DEA #,DEA Exp\n\"Marten, Lily\",1234567893,L,BM1234563,2027-01-31\n"));
  auto* sheets = child<QListWidget>("import.sheets");
  QCOMPARE(sheets->count(), 2);
  QCOMPARE(sheets->item(1)->text(), u("roster credentials"));
  QVERIFY(textOf("import.state").contains(u("read as “roster credentials”")));
  QVERIFY(isShown("import.column.2")); // nobody reads it
  QVERIFY(!child<QComboBox>("import.column.3"));
  sheets->setCurrentRow(1);
  QCOMPARE(chosen("import.kind"), u("Credentials"));
  child<ChoiceBox>("import.team")->lineEdit()->setText(u("Lakeside"));
  toPreview();
  QTRY_VERIFY(child<QPushButton>("import.next")->isEnabled());
  press("import.next");
  QTRY_COMPARE(count("credential"), 1);
  QCOMPARE(count("provider"), 1);
}

void TestImportDialog::aFolderIsLookedAtListByListAndImportedInTheOrderItNeeds() {
  QDir().mkpath(m_folder->filePath(u("lists")));
  file("lists/credentials.csv", "NPI,Type,Number\n1234567893,DEA,BM1234563\n");
  file("lists/payors.csv", "Payor\nBlue Harbor\n");
  file("lists/staff.csv", "NPI,Last name,First name,Team\n1234567893,Marten,Lily,Lakeside\n");
  open(m_folder->filePath(u("lists")));
  auto* sheets = child<QListWidget>("import.sheets");
  QCOMPARE(sheets->count(), 3);
  sheets->setCurrentRow(1);
  QCOMPARE(sheets->currentItem()->text(), u("payors.csv"));
  choose("import.kind", u("Leave this sheet out"));
  sheets->setCurrentRow(2);
  QCOMPARE(chosen("import.kind"), u("Providers"));
  toPreview();
  QTRY_VERIFY(child<QPushButton>("import.next")->isEnabled());
  press("import.next");
  QTRY_VERIFY(isShown("import.doneTitle"));
  QCOMPARE(count("credential"), 1);
  QCOMPARE(count("provider"), 1);
  QCOMPARE(count("payor"), 0);
}

void TestImportDialog::rejectedPastedRowsStayWhereTheyAreHandedBack() {
  QString folder;
  for (const char* rows : {"Héron\tCommercial\n", "Héron\tMedicare\nOwl\tNo such class\n"}) {
    delete m_dialog;
    m_dialog = new ImportDialog(*m_session, PastedRows(u("Payor\tClass\n") + u(rows)), m_window.get());
    m_dialog->open();
    QTRY_VERIFY(isShown("import.kind"));
    QCOMPARE(chosen("import.kind"), u("Payors"));
    toPreview();
    QTRY_VERIFY(child<QPushButton>("import.next")->isEnabled());
    press("import.next");
    QTRY_VERIFY(isShown("import.doneTitle"));
    QCOMPARE(m_database->text(u("SELECT name FROM payor")), u("Héron"));
    if (isShown("import.rejected"))
      folder = textOf("import.rejected").section(u("pasted-"), 1).left(6);
  }
  QVERIFY(!folder.isEmpty());
  delete m_dialog;
  const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
  QCOMPARE(data.entryList({u("pasted-*")}), QStringList(u("pasted-") + folder)); // of the first nothing is left
  QCOMPARE(QDir(data.filePath(u("pasted-") + folder)).entryList({u("*.rejected.csv")}).size(), 1);
}

void TestImportDialog::thePreviewShowsOldAndNewOfEachChangedCell() {
  open(file("payors.csv", "Payor,Phone\nBlue Harbor,555-0100\nNorth Star,555-0200\n"));
  toPreview();
  press("import.next");
  QTRY_VERIFY(isShown("import.doneTitle"));
  open(file("payors.csv", "Payor,Phone,Payor ID\nNorth Star,555-0200,\nBlue Harbor,555-0199,BH1\nNew One,,\n"));
  toPreview();
  QCOMPARE(cell(0, outcome), u("Changed"));
  QCOMPARE(cell(0, about), u("Blue Harbor"));
  QCOMPARE(cell(0, what), u("Payor ID: BH1 (was empty) · Phone: 555-0100 → 555-0199"));
  QCOMPARE(cell(1, outcome), u("New"));
  QCOMPARE(cell(2, outcome), u("Same"));
  QCOMPARE(cell(2, about), u("North Star"));
}

void TestImportDialog::aTemplateRowIsNamedByItsStep() {
  open(file("templates.csv", "Type,Subtype,Step,TAT\nRelocation,Initial,Ask,1\n"));
  QVERIFY(!isShown("import.team")); // a template is of no team
  toPreview();
  QCOMPARE(cell(0, about), u("Relocation · Initial · Ask"));
}

void TestImportDialog::theChipsSwitchWhichRowsAreShown() {
  open(file("payors.csv", "Payor,Phone\nBlue Harbor,555-0100\n"));
  toPreview();
  press("import.next");
  QTRY_VERIFY(isShown("import.doneTitle"));
  open(file("payors.csv", "Payor,Phone\nBlue Harbor,555-0100\nNorth Star,1\nWest Wind,2\n"));
  toPreview();
  auto* added = child<FilterChip>("chip.outcome.New");
  QTRY_COMPARE(added->accessibleDescription(), u("2"));
  QTest::mouseClick(added, Qt::LeftButton);
  QTRY_COMPARE(child<TableView>("import.rows.table")->model()->rowCount(), 2);
  QCOMPARE(cell(0, about), u("North Star"));
  QTest::mouseClick(child<FilterChip>("chip.outcome.Same"), Qt::LeftButton);
  QTRY_COMPARE(child<TableView>("import.rows.table")->model()->rowCount(), 1);
  QCOMPARE(cell(0, about), u("Blue Harbor"));
}

void TestImportDialog::ofMoreRowsThanAreListedAllAreCounted() {
  const int many = int(PreviewRows::heldOfEach) + 10;
  QByteArray text = "Payor,Phone\n";
  for (int i = 0; i < many; ++i)
    text += "Payor " + QByteArray::number(i) + ",1\n";
  open(file("payors.csv", text));
  press("import.next");
  QTRY_VERIFY_WITH_TIMEOUT(isShown("import.rows.table"), 30000);
  QTRY_COMPARE(textOf("import.rows.count"), u("5,000 of 5,010"));
  QVERIFY(isShown("import.more"));
  QTRY_COMPARE(child<TableView>("import.rows.table")->model()->rowCount(), int(PreviewRows::heldOfEach));
}

void TestImportDialog::cancelStopsARunningImportAndChangesNothing() {
  std::atomic_bool begun = false;
  // The import as it is, but held at its first sign of progress until Cancel is heard.
  const auto held = [&begun](db::Database& database, const db::Actor& actor, const QString& path,
                             const exchange::ImportOptions& options, const exchange::ImportCallbacks& callbacks) {
    exchange::ImportCallbacks waiting = callbacks;
    if (!options.dryRun)
      waiting.progress = [&](qint64 done, qint64 all) {
        begun = true;
        while (callbacks.progress(done, all))
          QThread::yieldCurrentThread();
        return false;
      };
    return exchange::importFile(database, actor, path, options, waiting);
  };
  open(file("payors.csv", "Payor,Phone\nBlue Harbor,555-0100\n,1\n"), held);
  toPreview();
  press("import.next");
  QTRY_VERIFY(begun);
  QVERIFY(isShown("import.progress"));
  QTest::keyClick(m_dialog, Qt::Key_Escape);
  QTRY_VERIFY(isShown("import.notice"));
  QCOMPARE(textOf("import.notice"), u("Cancelled. Nothing was changed."));
  QVERIFY(isShown("import.rows.table"));
  QCOMPARE(count("payor"), 0);
  QCOMPARE(count("change"), m_database->value(u("SELECT count(*) FROM change WHERE what NOT LIKE 'Imported%'")));
  QVERIFY(!QFile::exists(m_folder->filePath(u("payors.rejected.csv"))));
}

void TestImportDialog::theRejectedFileIsNamedAndUndoTakesTheImportBack() {
  open(file("credentialed.csv", "Payor,Class\nBlue Harbor,Commercial\nOdd,No such class\n"));
  choose("import.kind", u("Payors"));
  toPreview();
  press("import.next");
  QTRY_VERIFY(isShown("import.doneTitle"));
  QVERIFY(isShown("import.rejected"));
  const QString rejected = m_folder->filePath(u("credentialed.rejected.csv"));
  QVERIFY(textOf("import.rejected").contains(rejected));
  QVERIFY(QFile::exists(rejected));
  QCOMPARE(count("payor"), 1);
  press("import.undo");
  QTRY_VERIFY(textOf("import.doneTitle").startsWith(u("The import was taken back")));
  QCOMPARE(count("payor"), 0);
  QCOMPARE(m_session->lastChange(), 0);
  QVERIFY(!child<QPushButton>("import.undo")->isEnabled());
}

void TestImportDialog::aFileThatCannotBeReadIsToldInASentence() {
  open(testData("old.xls"));
  QVERIFY(isShown("import.fileProblem"));
  QVERIFY(textOf("import.fileProblem").contains(u(".xls")));
  QVERIFY(isShown("import.choose"));
}

void TestImportDialog::aFileDroppedOntoTheDialogIsRead() {
  delete m_dialog;
  m_dialog = new ImportDialog(*m_session, {}, m_window.get());
  m_dialog->open();
  QVERIFY(QTest::qWaitForWindowActive(m_dialog));
  QVERIFY(isShown("import.choose"));
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(m_folder->path())});
  const auto drag = [&] {
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m_dialog, &enter);
    return enter.isAccepted();
  };
  QVERIFY(drag()); // a folder
  data.setUrls({QUrl::fromLocalFile(m_folder->path()), QUrl::fromLocalFile(m_folder->path())});
  QVERIFY(!drag());
  data.setUrls({QUrl::fromLocalFile(file("payors.csv", "Payor\nBlue Harbor\n"))});
  QVERIFY(drag());
  QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(m_dialog, &drop);
  QTRY_VERIFY(isShown("import.kind"));
  QCOMPARE(chosen("import.kind"), u("Payors"));
}

void TestImportDialog::whatBreaksIsToldAndTheDialogGoesOn() {
  open(file("payors.csv", "Payor\nBlue Harbor\n"),
       [](auto&&...) -> Result<exchange::ImportReport> { throw std::runtime_error("disk I/O error"); });
  press("import.next");
  const auto trouble = [] {
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (widget->objectName() == QLatin1String("trouble"))
        return widget;
    return static_cast<QWidget*>(nullptr);
  };
  QTRY_VERIFY(trouble());
  trouble()->close();
  QVERIFY(isShown("import.kind"));
  QVERIFY(child<QPushButton>("import.next")->isEnabled());
}

void TestImportDialog::everyControlHasAName() {
  open(file("payors.csv", "Payor,Class\nBlue Harbor,Commercial\nOdd,No such class\n"));
  QCOMPARE(unnamedControls(m_dialog).join(QLatin1Char(',')), QString());
  toPreview();
  QCOMPARE(unnamedControls(m_dialog).join(QLatin1Char(',')), QString());
  press("import.next");
  QTRY_VERIFY(isShown("import.doneTitle"));
  QCOMPARE(unnamedControls(m_dialog).join(QLatin1Char(',')), QString());
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
