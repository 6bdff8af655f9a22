// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dates.h"
#include "core/exchange/guard.h"
#include "core/exchange/personname.h"
#include "core/exchange/values.h"

#include <QTest>

using namespace exchange;

Q_DECLARE_METATYPE(exchange::Field)

class ValuesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void datesAreReadAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    const QDate day(2026, 1, 5);
    for (const char* text : {"2026-01-05",
                             "2026-1-5",
                             "2026/01/05",
                             "2026-01-05T00:00:00",
                             "2026-01-05 13:45:10",
                             "2026-01-05T13:45:10Z",
                             "1/5/2026",
                             "01/05/2026",
                             "1/5/26",
                             "1-5-2026",
                             "01-05-26",
                             "1.5.2026",
                             "1/5/2026 0:00",
                             "1/5/2026 12:00:00 AM",
                             "5-Jan-2026",
                             "5-JAN-26",
                             "05Jan2026",
                             "5 January 2026",
                             "5th Jan 2026",
                             "Jan 5, 2026",
                             "january 5 2026",
                             "JAN. 5, 2026",
                             "Jan-05-2026",
                             "Mon, Jan 5, 2026",
                             "Monday, January 5, 2026",
                             "2026-Jan-05",
                             "20260105",
                             "46027",
                             "46027.75",
                             "'1/5/2026",
                             "  1/5/2026 "})
      QTest::newRow(text) << QString::fromLatin1(text) << day;
    QTest::newRow("two digits, the century before") << QStringLiteral("1/5/50") << QDate(1950, 1, 5);
    QTest::newRow("two digits, this century") << QStringLiteral("1/5/49") << QDate(2049, 1, 5);
    QTest::newRow("leap day") << QStringLiteral("2/29/2024") << QDate(2024, 2, 29);
    QTest::newRow("unlikely but a date") << QStringLiteral("1/1/1900") << QDate(1900, 1, 1);
    QTest::newRow("far away") << QStringLiteral("9999-12-31") << QDate(9999, 12, 31);
    QTest::newRow("september") << QStringLiteral("Sept 9, 2026") << QDate(2026, 9, 9);
  }
  void datesAreReadAsPeopleWriteThem() {
    QFETCH(QString, text);
    QFETCH(QDate, date);
    const DateRead read = parseDate(text);
    QCOMPARE(read.what, DateCell::Date);
    QCOMPARE(read.date, date);
  }

  void everyDayOfSixtyYearsIsReadInEveryForm() {
    for (QDate day(1990, 1, 1); day < QDate(2050, 1, 1); day = day.addDays(1)) {
      for (const char* form : {"yyyy-MM-dd", "M/d/yyyy", "d-MMM-yyyy", "MMM d, yyyy", "yyyyMMdd"}) {
        const QString text = QLocale::c().toString(day, QLatin1String(form));
        QVERIFY2(parseDate(text).date == day, qPrintable(text));
      }
      QCOMPARE(parseDate(QString::number(QDate(1899, 12, 30).daysTo(day))).date, day);
    }
  }

  void aBirthYearOfTwoDigitsIsNotInTheFuture() {
    QCOMPARE(parseDate(u"7/4/31", 2026).date, QDate(1931, 7, 4));
    QCOMPARE(parseDate(u"7/4/26", 2026).date, QDate(2026, 7, 4));
    QCOMPARE(parseDate(u"7/4/99", 1999).date, QDate(1999, 7, 4));
  }

  void noDateIsNoDate_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "  ", "N/A", "n/a", "NA", "n.a.", "none", "None.", "TBD", "tbd", "-", "--", "—", "?",
                             "0", "00000000", "00/00/0000", "Indefinite"})
      QTest::newRow(text) << QString::fromUtf8(text);
  }
  void noDateIsNoDate() {
    QFETCH(QString, text);
    QCOMPARE(parseDate(text).what, DateCell::None);
    QVERIFY(!parseDate(text).date.isValid());
  }

  void whatIsNoPossibleDateIsUnreadable_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"2026-02-30",     "13/45/2026", "13/1/2026",
                             "2/29/2025",      "Jan 2026",   "1/2026",
                             "soon",           "20261301",   "123",
                             "12345678901",    "80001",      "19999",
                             "1/5/202",        "5-Foo-2026", "2026-01-05x",
                             "1/5/2026 25:00", "1/1/0206",   "2026",
                             "Marten 5, 2026", "5e4",        "1/5/2026 or later"})
      QTest::newRow(text) << QString::fromLatin1(text);
  }
  void whatIsNoPossibleDateIsUnreadable() {
    QFETCH(QString, text);
    QCOMPARE(parseDate(text).what, DateCell::Unreadable);
  }

  void timesStayAsPreciseAsTheyWereGiven_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const std::pair<const char*, const char*> cases[] = {
        {"2026-01-05", "2026-01-05"},
        {"2026-01-05 13:45", "2026-01-05 13:45"},
        {"2026-01-05T13:45:10", "2026-01-05 13:45:10"},
        {"2026-01-05 13:45:00", "2026-01-05 13:45"}, // as a spreadsheet shows it
        {"2026-01-05T13:45:10.123Z", "2026-01-05 13:45:10"},
        {"1/5/2026 1:45 PM", "2026-01-05 13:45"},
        {"1/5/2026 12:05 am", "2026-01-05 00:05"},
        {"1/5/26 12:05:09 p.m.", "2026-01-05 12:05:09"},
        {"Jan 5, 2026 at 9:00 AM", "2026-01-05 09:00"},
        {"46027.5", "2026-01-05 12:00"},
        {"46027", "2026-01-05"},
        {"2026-01-05 00:00", "2026-01-05 00:00"}};
    for (const auto& [text, read] : cases)
      QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(read);
  }
  void timesStayAsPreciseAsTheyWereGiven() {
    QFETCH(QString, text);
    QFETCH(QString, read);
    QCOMPARE(parseDateTime(text).what, DateCell::Date);
    QCOMPARE(parseDateTime(text).text, read);
  }

  void namesAreTakenApart_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parts");
    const std::pair<const char*, const char*> cases[] = {
        {"Marten, Lily - MD", "Marten|Lily|||MD"},
        {"Lily Marten, MD", "Marten|Lily|||MD"},
        {"MARTEN LILY", "Marten|Lily|||"},
        {"Dr. Lily Marten", "Marten|Lily|||"},
        {"Marten, Lily A., MD", "Marten|Lily|A.||MD"},
        {"Lily Anne Marten Jr., DO", "Marten|Lily|Anne|Jr.|DO"},
        {"van der Berg, Jan", "van der Berg|Jan|||"},
        {"Jan van der Berg MD", "van der Berg|Jan|||MD"},
        {"Marten, Lily", "Marten|Lily|||"},
        {"Lily Marten", "Marten|Lily|||"},
        {"Lily Marten MD PhD", "Marten|Lily|||MD, PhD"},
        {"Marten, Lily, M.D., Ph.D.", "Marten|Lily|||MD, PhD"},
        {"Lily Marten, DPM, FACFAS", "Marten|Lily|||DPM, FACFAS"},
        {"Marten, Lily PA-C", "Marten|Lily|||PA-C"},
        {"Marten Jr., Lily A.", "Marten|Lily|A.|Jr.|"},
        {"Marten, Lily, III, FNP-BC", "Marten|Lily||III|FNP-BC"},
        {"O'BRIEN-MCDONALD, ZOË", "O'Brien-McDonald|Zoë|||"},
        {"LILY MARTEN, MD", "Marten|Lily|||MD"},
        {"Dr. LILY MARTEN", "Marten|Lily|||"},
        {"MARTEN LILY A", "Marten|Lily|A||"},
        {"DE LA CRUZ MARIA", "De La Cruz|Maria|||"},
        {"MARTEN Lily", "Marten|Lily|||"},
        {"Núñez-Ruiz, Zoë", "Núñez-Ruiz|Zoë|||"},
        {"Li, Na", "Li|Na|||"},
        {"Kim Do", "Do|Kim|||"},
        {"Do, Kim DO", "Do|Kim|||DO"},
        {"KIM, DO", "Kim|Do|||"},
        {"李 伟", "李|伟|||"},
        {"李伟", "李|伟|||"},
        {"Иван Петров", "Петров|Иван|||"},
        {"Marten", "Marten||||"},
        {"Lily Marten (DNP)", "Marten|Lily|||DNP"},
        {"Marten,Lily", "Marten|Lily|||"},
        {"JD Marten", "Marten|JD|||"},
        {"Marten, Jr., Lily", "Marten|Lily||Jr.|"},
        {"JAN VAN DER BERG", "Van Der Berg|Jan|||"},
        {"VAN DER BERG JAN", "Van Der Berg|Jan|||"},
        {"NGUYEN VAN AN", "Nguyen|Van|An||"},
        {"Marten, MD, Lily A.", "Marten|Lily|A.||MD"},
        {"Lily Marten, M. D.", "Marten|Lily|||MD"},
        {"Marten, Lily - M. D.", "Marten|Lily|||MD"},
        {"Lily M. Dorn", "Dorn|Lily|M.||"},
        {"Lily Marten V, MD", "Marten|Lily||V|MD"},
        {"Marten, Lily V", "Marten|Lily|V||"},
        {"Marten, Lily - NP-C", "Marten|Lily|||NP-C"},
        {"Marten, Lily- MD", "Marten|Lily|||MD"},
        {"Marten, Lily-MD", "Marten|Lily|||MD"},
        {"Ash, Bo CCC-SLP", "Ash|Bo|||CCC-SLP"},
        {"Kim Smith-Do", "Smith-Do|Kim|||"},
        {"Ana Dubois-Lac", "Dubois-Lac|Ana|||"},
        {"DUBOIS-LAC ANA", "Dubois-Lac|Ana|||"},
        {"ANA DUBOIS-LAC", "Ana|Dubois-Lac|||"},
        {"Lily D. O", "O|Lily|D.||"},
        {"Lily Marten, D. O.", "Marten|Lily|||DO"},
        {"SMITH-DO KIM", "Smith-Do|Kim|||"},
        {"Lily Marten, Dr.", "Marten|Lily|||"},
        {"", "||||"},
    };
    for (const auto& [text, parts] : cases)
      QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(parts);
  }
  void namesAreTakenApart() {
    QFETCH(QString, text);
    QFETCH(QString, parts);
    const PersonName name = splitPersonName(text);
    QCOMPARE((QStringList{name.last, name.first, name.middle, name.suffix, name.degree}).join(QLatin1Char('|')), parts);
  }

  void valuesAreKnownByWhatPeopleCallThem_data() {
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    const std::tuple<Field, const char*, const char*> cases[] = {
        {Field::StepStatus, "WIP", "In progress"},
        {Field::StepStatus, "done", "Completed"},
        {Field::StepStatus, "Pending", "Waiting"},
        {Field::StepStatus, "N/A", "Not needed"},
        {Field::StepStatus, "in-progress", "In progress"},
        {Field::StepStatus, " NOT  NEEDED ", "Not needed"},
        {Field::TaskStatus, "Pending", "Waiting"},
        {Field::TaskStatus, "Canceled", "Cancelled"},
        {Field::TrackingStatus, "Pending", "In progress"},
        {Field::TrackingStatus, "hold", "On hold"},
        {Field::EnrollmentStatus, "Pending", "In review"},
        {Field::EnrollmentStatus, "PAR", "Participating"},
        {Field::EnrollmentStatus, "In network", "Participating"},
        {Field::EnrollmentStatus, "Active", "Participating"},
        {Field::EnrollmentStatus, "Non-Par", "Non-participating"},
        {Field::EnrollmentStatus, "approved pending load", "Approved, pending load"},
        {Field::EnrollmentStatus, "Termed", "Terminated"},
        {Field::AffiliationStatus, "pending", "In review"},
        {Field::ProviderStatus, "Pending", "Onboarding"},
        {Field::ProviderStatus, "active", "Active"},
        {Field::Role, "read only", "Viewer"},
        {Field::Priority, "Urgent", "Fast-track"},
        {Field::Priority, "fasttrack", "Fast-track"},
        {Field::PayorClass, "MEDICAID", "Medicaid"},
        {Field::WaitingOn, "Payer", "Payor"},
        {Field::NoteKind, "Phone call", "Call"},
        {Field::NoteKind, "e-mail", "Email"},
        {Field::YesNo, "Y", "yes"},
        {Field::YesNo, "FALSE", "no"},
        {Field::YesNo, "x", "yes"},
        {Field::YesNo, "✓", "yes"},
        {Field::YesNo, "", ""}};
    for (const auto& [field, text, value] : cases)
      QTest::addRow("%d %s", static_cast<int>(field), text)
          << field << QString::fromUtf8(text) << QString::fromUtf8(value);
  }
  void valuesAreKnownByWhatPeopleCallThem() {
    QFETCH(Field, field);
    QFETCH(QString, text);
    QFETCH(QString, value);
    const auto read = readValue(field, text);
    QVERIFY2(read.isOk(), read ? "" : qPrintable(read.problems().front().sentence));
    QCOMPARE(*read, value);
  }

  void everyAllowedValueIsReadAsItselfInAnyCase() {
    for (int i = 0; i <= static_cast<int>(Field::YesNo); ++i)
      for (const QString& value : allowedValues(static_cast<Field>(i))) {
        QCOMPARE(*readValue(static_cast<Field>(i), value), value);
        QCOMPARE(*readValue(static_cast<Field>(i), value.toUpper()), value);
        QCOMPARE(*readValue(static_cast<Field>(i), QString(value).remove(QLatin1Char(' '))), value);
      }
    QCOMPARE(allowedValues(Field::EnrollmentStatus).size(), 19);
  }

  void anUnknownValueIsAnsweredWithTheAllowedOnes() {
    const auto read = readValue(Field::Priority, QStringLiteral("purple"));
    QVERIFY(!read.isOk());
    QCOMPARE(read.problems().front().sentence,
             QStringLiteral("“purple” is none of these: Low, Normal, High, Fast-track."));
    QVERIFY(!readYesNo(QStringLiteral("perhaps")).isOk());
    QVERIFY(*readYesNo(QStringLiteral("Yes")));
  }

  void statesAreKnownByNameAndCode() {
    QCOMPARE(stateCode(QStringLiteral("Texas")), QStringLiteral("TX"));
    QCOMPARE(stateCode(QStringLiteral(" tx ")), QStringLiteral("TX"));
    QCOMPARE(stateCode(QStringLiteral("NEW YORK")), QStringLiteral("NY"));
    QCOMPARE(stateCode(QStringLiteral("D.C.")), QStringLiteral("DC"));
    QCOMPARE(stateCode(QStringLiteral(" Ontario ")), QStringLiteral("Ontario"));
    QCOMPARE(stateCode(QString()), QString());
  }

  void documentTypesAreKnownByWhatPeopleCallThem() {
    QCOMPARE(documentTypeName(QStringLiteral("Medical License")), QStringLiteral("State licence"));
    QCOMPARE(documentTypeName(QStringLiteral("state license")), QStringLiteral("State licence"));
    QCOMPARE(documentTypeName(QStringLiteral("DEA")), QStringLiteral("DEA registration"));
    QCOMPARE(documentTypeName(QStringLiteral("COI")), QStringLiteral("Malpractice insurance"));
    QCOMPARE(documentTypeName(QStringLiteral(" Yellow card ")), QStringLiteral("Yellow card"));
  }

  void theGuardComesOffOnceAndOnlyWhereItGuards() {
    QCOMPARE(unguard("'=1"), std::string_view("=1"));
    QCOMPARE(unguard("''=1"), std::string_view("'=1"));
    QCOMPARE(unguard("'abc"), std::string_view("'abc"));
    QCOMPARE(unguard("'"), std::string_view("'"));
    QCOMPARE(unguard("=1"), std::string_view("=1"));
  }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "tst_values.moc"
