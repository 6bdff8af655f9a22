// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/filelook.h"
#include "support/testdata.h"

#include <QTemporaryDir>
#include <QTest>

using namespace exchange;

class TestFileLook : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aSheetIsShownWithItsKindItsMatchAndItsFirstRows();
  void aNeededColumnThatIsMissingIsNoProblemYet();
  void aSheetThatNoKindFitsShowsItsLikeliestHeadings();
  void everyVisibleSheetOfAWorkbookIsLookedAt();
  void answersOfTheRegistryHaveNoSheets();
  void ofAFolderEveryListIsLookedAtAndNamedByItsFile();
  void aFileThatCannotBeReadIsAProblem();

private:
  Result<FileLook> look(const char* name, const QByteArray& content) {
    QFile file(m_folder.filePath(QLatin1String(name)));
    if (file.open(QIODevice::WriteOnly))
      file.write(content);
    file.close();
    return lookAt(file.fileName());
  }
  QTemporaryDir m_folder;
};

void TestFileLook::aSheetIsShownWithItsKindItsMatchAndItsFirstRows() {
  const auto found = look("list.csv", "Our payors,\n,\nPayer Name,Phone\nA,1\nB,2\nC,3\nD,4\n");
  QVERIFY(found.isOk());
  QCOMPARE(found->sheets.size(), size_t(1));
  const SheetLook& sheet = found->sheets.front();
  QCOMPARE(sheet.name, QStringLiteral("list"));
  QVERIFY(sheet.understood);
  QCOMPARE(sheet.match.kind, Kind::Payors);
  QCOMPARE(sheet.match.row, 3);
  QCOMPARE(sheet.match.at(QLatin1String("Payor")), 0);
  QCOMPARE(sheet.examples.size(), size_t(3));
  QCOMPARE(sheet.examples.front(), (QStringList{QStringLiteral("A"), QStringLiteral("1")}));
}

void TestFileLook::aNeededColumnThatIsMissingIsNoProblemYet() {
  const auto found = look("providers.csv", "Family,First name,NPI\nMarten,Lily,1234567893\n");
  QVERIFY(found.isOk());
  const SheetLook& sheet = found->sheets.front();
  QVERIFY(sheet.understood);
  QCOMPARE(sheet.match.kind, Kind::Providers);
  QCOMPARE(sheet.match.missing(), QStringList(QStringLiteral("Last name")));
  QCOMPARE(sheet.match.headings.size(), 3);
}

void TestFileLook::aSheetThatNoKindFitsShowsItsLikeliestHeadings() {
  const auto found = look("shopping.csv", "My list\nThing,How many,Where\nApples,3,Market\n");
  QVERIFY(found.isOk());
  const SheetLook& sheet = found->sheets.front();
  QVERIFY(!sheet.understood);
  QVERIFY(sheet.match.columnAt.empty());
  QCOMPARE(sheet.match.headings.front(), QStringLiteral("Thing"));
  QCOMPARE(sheet.match.row, 2);
  QCOMPARE(sheet.examples.size(), size_t(1));
}

void TestFileLook::everyVisibleSheetOfAWorkbookIsLookedAt() {
  const auto found = lookAt(testData("master.xlsx"));
  QVERIFY(found.isOk());
  QStringList names;
  for (const SheetLook& sheet : found->sheets)
    names += sheet.name;
  QCOMPARE(names, (QStringList{QStringLiteral("Enrollments"), QStringLiteral("Hospitals")}));
}

void TestFileLook::answersOfTheRegistryHaveNoSheets() {
  const auto found = look("answer.json", "{\"result_count\": 0, \"results\": []}");
  QVERIFY(found.isOk());
  QVERIFY(found->isRegistry);
  QVERIFY(found->sheets.empty());
}

void TestFileLook::ofAFolderEveryListIsLookedAtAndNamedByItsFile() {
  QTemporaryDir folder;
  const auto put = [&](const char* name, const QByteArray& content) {
    QFile file(folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
  };
  QVERIFY(!lookAt(folder.path()).isOk()); // no list
  QVERIFY(put("payors.csv", "Payor\nBlue Harbor\n") && put("answer.json", "{\"result_count\": 0, \"results\": []}"));
  QVERIFY(put("payors.rejected.csv", "Payor,Reason\n,Payor is missing.\n") && put("picture.png", "PNG"));
  QVERIFY(QFile::copy(testData("master.xlsx"), folder.filePath(QStringLiteral("east.xlsx"))));
  QVERIFY(QFile::copy(testData("master.xlsx"), folder.filePath(QStringLiteral("west.xlsx"))));
  const auto found = lookAt(folder.path());
  QVERIFY(found.isOk());
  QCOMPARE(found->registryFiles, QStringList(QStringLiteral("answer.json")));
  QVERIFY(!found->isRegistry);
  QStringList names;
  for (const SheetLook& sheet : found->sheets)
    names += sheet.name;
  QCOMPARE(names.join(QLatin1Char('|')), QStringLiteral("east.xlsx, Enrollments|east.xlsx, Hospitals|payors.csv|"
                                                        "west.xlsx, Enrollments|west.xlsx, Hospitals"));
  QVERIFY(put("old.xls", "") && put("torn.csv", "\n,,\n"));
  const auto torn = lookAt(folder.path());
  QVERIFY(torn.isOk());
  QCOMPARE(torn->sheets[3].name, QStringLiteral("torn.csv"));
  QVERIFY(!torn->sheets[3].problem.isEmpty());
}

void TestFileLook::aFileThatCannotBeReadIsAProblem() {
  QVERIFY(!lookAt(testData("old.xls")).isOk());
  QVERIFY(!look("empty.csv", "").isOk());
  QVERIFY(!look("blank.csv", "\n\n,,\n").isOk());
}

QTEST_GUILESS_MAIN(TestFileLook)
#include "tst_filelook.moc"
