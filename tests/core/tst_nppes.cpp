// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

#include "core/exchange/nppes.h"
#include "core/exchange/registryentry.h"

/// Answers of the NPI registry, in the shape since 2024 and in the one before.
class TestNppes : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void bothShapesGiveTheSame_data();
  void bothShapesGiveTheSame();
  void severalAnswersInOneFile_data();
  void severalAnswersInOneFile();
  void organisationsArePractices();
  void anErrorIsToldAndChangesNothing();
  void noHitIsNoError();
  void formerNamesAreKeptOnce();
  void aProviderOnFileIsUpdated();
  void namesAreWrittenAsPeopleWriteThem_data();
  void namesAreWrittenAsPeopleWriteThem();
};

namespace {

const QString today = R"({"created_epoch":"1389230978000","enumeration_type":"NPI-1","number":"1234567893",
"basic":{"credential":"M.D., Ph.D.","first_name":"LILY","last_name":"O'DELL-MCBRIDE","middle_name":"A","name_prefix":"--",
"name_suffix":"--","sex":"F","status":"A"},
"addresses":[{"address_purpose":"MAILING","city":"PEKIN","telephone_number":"309-555-0199","postal_code":"615540001"},
{"address_purpose":"LOCATION","city":"PEORIA","telephone_number":"309-555-0100","postal_code":"616020001"}],
"taxonomies":[{"code":"208D00000X","desc":"General Practice","primary":false,"state":null},
{"code":"207Q00000X","desc":"Family Medicine","primary":true,"state":"IL"}],"identifiers":[],"other_names":[],
"practiceLocations":[]})";

const QString before = R"({"created_epoch":1389230978,"enumeration_type":"NPI-1","number":1234567893,
"basic":{"credential":"MD, PHD","first_name":"LILY","last_name":"O'DELL-MCBRIDE","middle_name":"A","gender":"F","status":"A",
"name":"O'DELL-MCBRIDE LILY"},
"addresses":[{"address_purpose":"LOCATION","city":"PEORIA","telephone_number":"309-555-0100","postal_code":"616020001"}],
"taxonomies":[{"code":"207Q00000X","desc":"Family Medicine","primary":true}],"identifiers":[],"other_names":[]})";

const QString place = R"({"enumeration_type":"NPI-2","number":"1245319599",
"basic":{"organization_name":"PRAIRIE MEDICAL PRACTICE, PC","organizational_subpart":"NO"},
"addresses":[{"address_purpose":"LOCATION","address_1":"333 S DESPLAINES ST","address_2":"STE 201","city":"CHICAGO",
"state":"IL","postal_code":"606615514","telephone_number":"312-555-0100"}],"taxonomies":[]})";

QString answer(const QString& results) { return R"({"result_count":1,"results":[)" + results + "]}"; }

} // namespace

void TestNppes::bothShapesGiveTheSame_data() {
  QTest::addColumn<QString>("first");
  QTest::addColumn<QString>("second");
  QTest::newRow("new, old") << today << before;
  QTest::newRow("old, new") << before << today;
}

void TestNppes::bothShapesGiveTheSame() {
  QFETCH(QString, first);
  QFETCH(QString, second);
  Importing it;
  it.options.team = "Lakeside";
  QCOMPARE(it.run("a.json", answer(first)), "providers: 1/0/0/0");
  QCOMPARE(
      it.all(
          "SELECT npi || '|' || last_name || '|' || first_name || '|' || middle_name || '|' || suffix || '|' || degree "
          "|| '|' || specialty || '|' || taxonomy || '|' || phone FROM provider"),
      "1234567893|O'Dell-McBride|Lily|A||MD, PhD|Family Medicine|207Q00000X|309-555-0100");
  QCOMPARE(it.all("SELECT t.name FROM provider p JOIN team t ON t.id = p.team_id"), "Lakeside");
  QCOMPARE(it.run("b.json", answer(second)), "providers: 0/0/1/0");
}

void TestNppes::severalAnswersInOneFile_data() {
  QTest::addColumn<QString>("text");
  QTest::newRow("array") << "[" + answer(today) + ",\n" + answer(place) + "]";
  QTest::newRow("lines") << QString(answer(today)).remove('\n') + "\n" + QString(answer(place)).remove('\n') + "\n\n";
  QTest::newRow("one answer") << answer(today + "," + place);
  QTest::newRow("results alone") << "[" + today + "," + place + "]";
}

void TestNppes::severalAnswersInOneFile() {
  QFETCH(QString, text);
  Importing it;
  it.options.kind = "nppes";
  QCOMPARE(it.run("answers.txt", text), "providers: 1/0/0/0; practices: 1/0/0/0");
}

void TestNppes::organisationsArePractices() {
  Importing it;
  it.options.team = "Lakeside";
  QCOMPARE(it.run("a.json", answer(place)), "providers: 0/0/0/0; practices: 1/0/0/0");
  QCOMPARE(it.all("SELECT name || '|' || group_npi || '|' || address || '|' || city || '|' || state || '|' || zip FROM "
                  "practice"),
           "Prairie Medical Practice, PC|1245319599|333 S Desplaines St, Ste 201|Chicago|IL|60661-5514");
  QCOMPARE(it.run("a.json", answer(place)), "providers: 0/0/0/0; practices: 0/0/1/0");
}

void TestNppes::anErrorIsToldAndChangesNothing() {
  Importing it;
  QCOMPARE(
      it.run(
          "a.json",
          "[" + answer(today) +
              R"(,{"Errors":[{"field":"generic","number":"04","description":"No valid search criteria provided"}]}])"),
      "<The NPI registry answered with an error: No valid search criteria provided>");
  QCOMPARE(it.count("provider"), 0);
}

void TestNppes::noHitIsNoError() {
  Importing it;
  QCOMPARE(it.run("a.json", R"({"result_count":0,"results":[]})"), "providers: 0/0/0/0");
}

void TestNppes::formerNamesAreKeptOnce() {
  Importing it;
  const QString married =
      QString(today).replace("\"other_names\":[]", R"("other_names":[{"code":"1","type":"Former Name",
    "first_name":"LILY","last_name":"HERON","middle_name":"V","prefix":"--","suffix":"--"}])");
  it.run("a.json", answer(married));
  it.run("a.json", answer(married));
  QCOMPARE(it.all("SELECT last_name || first_name || middle_name FROM provider_name"), "HeronLilyV");
}

void TestNppes::aProviderOnFileIsUpdated() {
  Importing it;
  it.run("providers.csv", "NPI,Last name,First name,Email\n1234567893,O'Dell-McBride,Lily,l@example.org\n");
  QCOMPARE(it.run("a.json", answer(today)), "providers: 0/1/0/0");
  QCOMPARE(it.all("SELECT email || taxonomy FROM provider"), "l@example.org207Q00000X");
}

void TestNppes::namesAreWrittenAsPeopleWriteThem_data() {
  QTest::addColumn<QString>("capitals");
  QTest::addColumn<QString>("written");
  QTest::newRow("de la") << "DE LA CRUZ"
                         << "De La Cruz";
  QTest::newRow("mixed stays") << "van der Berg"
                               << "van der Berg";
  QTest::newRow("legal form") << "SMITH FAMILY MEDICINE OF PEORIA LLC"
                              << "Smith Family Medicine of Peoria LLC";
  QTest::newRow("ordinal") << "12 N 5TH AVE"
                           << "12 N 5th Ave";
  QTest::newRow("box") << "PO BOX 12"
                       << "PO Box 12";
}

void TestNppes::namesAreWrittenAsPeopleWriteThem() {
  QFETCH(QString, capitals);
  QFETCH(QString, written);
  QCOMPARE(exchange::inTitleCase(capitals), written);
}

QTEST_GUILESS_MAIN(TestNppes)
#include "tst_nppes.moc"
