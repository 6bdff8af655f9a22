// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

#include "core/exchange/mastersheet.h"
#include "core/exchange/wideheading.h"

/// Sheets that keep several kinds side by side, as most offices keep theirs.
class TestMasterSheet : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aHeadingSaysWhoseColumnOfADocumentItIs_data();
  void aHeadingSaysWhoseColumnOfADocumentItIs();
  void aLineAProviderHoldsTheirCredentials();
  void theSameFileAgainChangesNothing();
  void aDocumentsNameAloneHeadsDatesOrNumbers();
  void aLineAnEnrollmentMakesItsProvider();
  void anEnrollmentThatSaysNothingOfItsProviderMakesNone();
  void aDateThatCannotBeReadHandsBackItsDocumentAlone();
  void whatItDoesNotKnowIsTold();
  void theKindThatIsAskedForIsAllThatIsRead();
  void noListOfOneKindIsTakenApart();
};

namespace {

const QString credentials = "SELECT p.last_name || ' ' || t.name || ' ' || c.state || ' ' || c.number || ' ' || "
                            "c.issuer || ' ' || coalesce(c.expires, '') FROM credential c JOIN provider p ON p.id = "
                            "c.provider_id JOIN document_type t ON t.id = c.document_type_id ORDER BY c.id";

const QString roster =
    "Provider,NPI,Specialty,GA License #,GA License Exp,DEA #,DEA Exp,Malpractice Carrier,"
    "Malpractice Exp\n"
    "\"Marten, Lily MD\",1234567893,Cardiology,GA-101,3/1/2027,BM1234563,N/A,Harbor Mutual,2026-12-31\n"
    "\"Roe, Ann DO\",,Family medicine,GA-102,4/30/2027,,,,\n"
    "\"Ash, Bo\",,,,,,,,\n";

} // namespace

void TestMasterSheet::aHeadingSaysWhoseColumnOfADocumentItIs_data() {
  QTest::addColumn<QString>("heading");
  QTest::addColumn<QString>("read");
  const std::pair<const char*, const char*> cases[] = {
      {"DEA #", "DEA registration  1 Number"},
      {"DEA Exp. Date", "DEA registration  1 Expires"},
      {"Expiration of DEA", "DEA registration  1 Expires"},
      {"Expiration Date - DEA", "DEA registration  1 Expires"},
      {"License State", "State licence  1 State"},
      {"State License", "State licence  1 Bare"},
      {"State License No.", "State licence  1 Number"},
      {"GA License Exp", "State licence GA 1 Expires"},
      {"License (TX) #", "State licence TX 1 Number"},
      {"New York Medical License Number", "State licence NY 1 Number"},
      {"MD License #", "State licence  1 Number"},
      {"License MD #", "State licence MD 1 Number"},
      {"License # 2", "State licence  2 Number"},
      {"License 2 #", "State licence  2 Number"},
      {"Lic Exp", "State licence  1 Expires"},
      {"Malpractice Carrier", "Malpractice insurance  1 Issuer"},
      {"COI effective date", "Malpractice insurance  1 Issued"},
      {"BLS", "BLS  1 Bare"},
      {"Board Cert. Expires", "Board certification  1 Expires"},
      {"CAQH attestation due", "CAQH attestation  1 Expires"},
      {"TX CDS/CSR #", "State controlled substance TX 1 Number"},
      {"Exp Date", "-"},
      {"Number", "-"},
      {"State", "-"},
      {"Shirt size", "-"},
      {"in license", "-"},
      {"", "-"},
      {"###", "-"},
  };
  for (const auto& [heading, read] : cases)
    QTest::newRow(heading) << QString(heading) << QString(read);
}

void TestMasterSheet::aHeadingSaysWhoseColumnOfADocumentItIs() {
  using exchange::WideHeading;
  QFETCH(QString, heading);
  QFETCH(QString, read);
  static const char* parts[] = {"Bare", "Number", "State", "Issuer", "Issued", "Expires", "Verified"};
  const auto found = exchange::readWideHeading(heading);
  QCOMPARE(found ? QString("%1 %2 %3 %4").arg(found->type, found->state).arg(found->which).arg(parts[found->part])
                 : QString("-"),
           read);
}

void TestMasterSheet::aLineAProviderHoldsTheirCredentials() {
  Importing office;
  QCOMPARE(office.run("roster.csv", roster), QString("providers: 3/0/0/0; credentials: 4/0/0/0"));
  QCOMPARE(
      office.all(credentials),
      QString("Marten State licence GA GA-101  2027-03-01 | Marten DEA registration  BM1234563   | "
              "Marten Malpractice insurance   Harbor Mutual 2026-12-31 | Roe State licence GA GA-102  2027-04-30"));
  for (const QString& notice : office.report.notices)
    QVERIFY2(!notice.contains("these columns were not"), qPrintable(notice));
}

void TestMasterSheet::theSameFileAgainChangesNothing() {
  Importing office;
  office.run("roster.csv", roster);
  QCOMPARE(office.run("roster.csv", roster), QString("providers: 0/0/3/0; credentials: 0/0/4/0"));
}

void TestMasterSheet::aDocumentsNameAloneHeadsDatesOrNumbers() {
  Importing office;
  QCOMPARE(office.run("roster.csv", "Last name,First name,DEA,BLS,License,Lic Exp,Board\n"
                                    "Marten,Lily,BM1234563,5/31/2027,51234,2027-01-31,ABIM\n"
                                    "Roe,Ann,none,,61234,2027-02-28,\n"),
           QString("providers: 2/0/0/0; credentials: 4/0/0/0"));
  QCOMPARE(office.all(credentials), QString("Marten DEA registration  BM1234563   | Marten BLS    2027-05-31 | Marten "
                                            "State licence  51234  2027-01-31 | Roe State licence  61234  2027-02-28"));
  const QStringList told(office.report.notices.begin(), office.report.notices.end());
  QCOMPARE(told.filter("these columns were not: Board.").size(), 1);
}

void TestMasterSheet::aLineAnEnrollmentMakesItsProvider() {
  Importing office;
  const QString list = "Last name,First name,NPI,Degree,Specialty,Payor,State,Status,DEA #,DEA Exp\n"
                       "Marten,Lily,1234567893,MD,Cardiology,Aetna,TX,Participating,BM1234563,2027-01-31\n"
                       "Marten,Lily,1234567893,MD,Cardiology,Cigna,TX,Submitted,BM1234563,2027-01-31\n"
                       "Roe,Ann,,DO,,Aetna,TX,,,\n";
  QCOMPARE(office.run("payors.csv", list), QString("providers: 2/0/0/0; enrollments: 3/0/0/0; credentials: 1/0/0/0"));
  QCOMPARE(office.all("SELECT last_name || ' ' || degree || ' ' || specialty FROM provider ORDER BY last_name"),
           QString("Marten MD Cardiology | Roe DO "));
  QCOMPARE(office.run("payors.csv", list), QString("providers: 0/0/2/0; enrollments: 0/0/3/0; credentials: 0/0/1/0"));
}

void TestMasterSheet::anEnrollmentThatSaysNothingOfItsProviderMakesNone() {
  Importing office;
  QCOMPARE(office.run("payors.csv", "Last name,First name,NPI,Payor,Phone\nMarten,Lily,1234567893,Aetna,555\n"),
           QString("enrollments: 0/0/0/1"));
  QCOMPARE(office.count("provider"), 0);
}

void TestMasterSheet::aDateThatCannotBeReadHandsBackItsDocumentAlone() {
  Importing office;
  QCOMPARE(office.run("roster.csv", "Provider,NPI,DEA #,DEA Exp,BLS Exp\n\"Marten, Lily\",1234567893,BM1234563,soon,"
                                    "2027-05-31\n"),
           QString("providers: 1/0/0/0; credentials: 1/0/0/1"));
  const QString handed = office.read("roster.rejected.csv");
  QVERIFY2(handed.contains("Document type") && handed.contains("DEA registration,BM1234563,,,,soon"),
           qPrintable(handed));
  office.write("mended.csv", QString(handed).replace("soon", "2028-05-31"));
  QCOMPARE(office.run(office.path("mended.csv")), QString("credentials: 1/0/0/0"));
}

void TestMasterSheet::whatItDoesNotKnowIsTold() {
  Importing office;
  office.run("roster.csv", "Provider,NPI,DEA #,Shirt size\n\"Marten, Lily\",1234567893,BM1234563,L\n");
  const QStringList told(office.report.notices.begin(), office.report.notices.end());
  QCOMPARE(told.filter("these columns were not: Shirt size.").size(), 1);
}

void TestMasterSheet::theKindThatIsAskedForIsAllThatIsRead() {
  Importing office;
  office.options.kind = "providers";
  QCOMPARE(office.run("roster.csv", roster), QString("providers: 3/0/0/0"));
}

/// What this program writes, and plain lists of each kind.
void TestMasterSheet::noListOfOneKindIsTakenApart() {
  for (const exchange::KindColumns& kind : exchange::allKinds()) {
    QStringList headings;
    for (const exchange::Column& column : kind.columns)
      if (column.written)
        headings += column.name;
    Importing office;
    const auto sheets =
        exchange::openMaster(office.write(QString(kind.name) + ".csv", headings.join(QLatin1Char(',')) + "\nx\n"));
    QVERIFY(sheets.isOk());
    QVERIFY2(sheets.value()->count() == 1, qPrintable(QString(kind.name)));
  }
}

QTEST_GUILESS_MAIN(TestMasterSheet)
#include "tst_mastersheet.moc"
