// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/headers.h"
#include "readrows.h"

#include <QFile>
#include <QTemporaryDir>

using namespace exchange;

class HeadersTest : public QObject {
  Q_OBJECT

private:
  QTemporaryDir m_dir;

  QString write(const QByteArray& bytes) {
    const QString path = m_dir.filePath(QStringLiteral("a.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("no file");
    return path;
  }
  static QStringList split(const char* list) { return QString::fromUtf8(list).split(QLatin1Char('|')); }
  static Kind kind(const char* name) { return *kindNamed(QLatin1String(name)); }

private Q_SLOTS:
  void aReportIsNotTakenForCredentials();
  void theColumnsOfEachKindAreWrittenInTheAgreedOrder_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("columns");
    const std::pair<const char*, const char*> kinds[] = {
        {"teams", "Team*"},
        {"coordinators", "Coordinator*, Email, Role, Teams, Active"},
        {"practices", "Team, Practice*, Group NPI, TIN, Address, City, State, ZIP, Phone, Email"},
        {"providers",
         "Team, NPI, Last name*, First name*, Middle name, Suffix, Degree, Specialty, Taxonomy, Email, Phone, Date of "
         "birth, CAQH ID, Status, Start date, Practices, Tags, Assignee"},
        {"payors", "Payor*, Payor ID, Class, States, Usual days, Recredentialing months, Phone, Portal"},
        {"facilities", "Facility*, City, State, Phone"},
        {"enrollments",
         "Team, NPI, Provider, Practice, Payor*, State, Line of business, Status, Provider number, Submitted, "
         "Effective, End, Follow-up, Waiting on, Assignee"},
        {"affiliations", "Team, NPI, Provider, Facility*, Category, Status, Appointed, Reappointment due, Assignee"},
        {"credentials",
         "Team, NPI, Provider, Practice, Document type*, Number, State, Issuer, Issued, Expires, Verified, Source, "
         "Not applicable"},
        {"templates", "Type*, Subtype*, Step*, Description, TAT"},
        {"trackings",
         "Tracking*, Team, NPI, Provider, Practice, Type*, Subtype*, Payor, Facility, State, Assignee, Priority, "
         "Started*, Status"},
        {"steps", "Tracking*, Step*, Status, Assignee, Started, Due, Completed, Follow-up, Waiting on"},
        {"notes", "Tracking, Step, NPI, Provider, Practice, Payor, Task, Written*, Author, Kind, Reference, Note*"},
        {"tasks", "Team, Task*, NPI, Provider, Practice, Assigned to, Due, Follow-up, Status, Notify, Note"},
    };
    for (const auto& [name, columns] : kinds)
      QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(columns);
  }
  void theColumnsOfEachKindAreWrittenInTheAgreedOrder() {
    QFETCH(QString, name);
    QFETCH(QString, columns);
    QStringList written;
    QVERIFY(columnsOf(*kindNamed(name)).always);
    for (const Column& column : columnsOf(*kindNamed(name)).columns)
      if (column.written && !column.extra)
        written += column.name + (column.needed ? QStringLiteral("*") : QString());
    QCOMPARE(written.join(QStringLiteral(", ")), columns);
  }

  void whatNotEveryOfficeHasComesBehind_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("columns");
    const std::pair<const char*, const char*> kinds[] = {
        {"practices", "Fax, Contact"},
        {"providers", "Languages, Ended, End reason"},
        {"facilities", "Address, ZIP, Email"},
        {"enrollments", "Waiting since, Ladder"},
        {"affiliations", "Ladder"},
        {"credentials", "Verified by, Reason not applicable, Coverage, Per claim, Aggregate, Tail, Ladder, Renewed"},
        {"templates", "Role, Waits on"},
        {"trackings", "Reason, Resume on"},
        {"steps", "Waiting since, Description, TAT, Due set by hand"},
        {"tasks", "Payor, Tracking, Priority, Repeat, Reply by, Created, Completed, Checklist"},
        {"notes", "Spoken to, Outcome, Next contact"},
    };
    for (const auto& [name, columns] : kinds)
      QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(columns);
  }
  void whatNotEveryOfficeHasComesBehind() {
    QFETCH(QString, name);
    QStringList extras;
    bool isBehind = true;
    for (const Column& column : columnsOf(*kindNamed(name)).columns) {
      isBehind = isBehind && (column.extra || !column.written || extras.isEmpty());
      if (column.extra)
        extras += column.name;
    }
    QTEST(extras.join(QStringLiteral(", ")), "columns");
    QVERIFY(isBehind);
  }

  void aListWithMoreThanAKindsOwnColumnsIsNotOfThatKind() {
    const QStringList roster = split("Provider|NPI|Address|City|State|ZIP|Phone|Hair");
    QVERIFY(kindOf(QStringLiteral("Sheet1"), roster) != std::optional(Kind::Addresses));
    QCOMPARE(kindOf(QStringLiteral("Provider addresses"), roster), std::optional(Kind::Addresses));
    const QStringList documents = split("Provider|Document|Number|Expires");
    QCOMPARE(kindOf(QStringLiteral("documents"), documents), std::optional(Kind::Credentials));
  }

  void everyKindRefersOnlyToThoseBeforeIt() {
    QCOMPARE(allKinds().size(), size_t{27});
    QCOMPARE(std::count_if(allKinds().begin(), allKinds().end(), [](const KindColumns& one) { return one.always; }),
             14);
    for (size_t i = 0; i < allKinds().size(); ++i)
      QCOMPARE(static_cast<size_t>(allKinds()[i].kind), i);
  }

  void headingsAreKnownByWhatPeopleCallThem_data() {
    QTest::addColumn<QString>("kindName");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("column");
    const std::tuple<const char*, const char*, const char*> cases[] = {
        {"providers", "NPI #", "NPI"},
        {"providers", "ind npi", "NPI"},
        {"providers", "Provider NPI", "NPI"},
        {"providers", "Individual  NPI", "NPI"},
        {"providers", "NPI Number", "NPI"},
        {"providers", "Last", "Last name"},
        {"providers", "SURNAME", "Last name"},
        {"providers", "last_name", "Last name"},
        {"providers", "FirstName", "First name"},
        {"providers", "MI", "Middle name"},
        {"providers", "D.O.B.", "Date of birth"},
        {"providers", "Credentials", "Degree"},
        {"providers", "Title", "Degree"},
        {"providers", "CAQH #", "CAQH ID"},
        {"providers", "Clinic", "Practices"},
        {"providers", "Group", "Practices"},
        {"providers", "Provider E-mail", "Email"},
        {"providers", "Owner", "Assignee"},
        {"providers", "Hire Date", "Start date"},
        {"providers", "Provider Name", "Provider"},
        {"providers", "Name*", "Provider"},
        {"practices", "Tax ID", "TIN"},
        {"practices", "NPI", "Group NPI"},
        {"practices", "Group", "Practice"},
        {"practices", "Practice Address", "Address"},
        {"practices", "Zip Code", "ZIP"},
        {"payors", "Insurance", "Payor"},
        {"payors", "Turnaround Time", "Usual days"},
        {"payors", "Payer Phone #", "Phone"},
        {"enrollments", "Payer Name", "Payor"},
        {"enrollments", "Plan", "Payor"},
        {"enrollments", "Health Plan", "Payor"},
        {"enrollments", "LOB", "Line of business"},
        {"enrollments", "PTAN", "Provider number"},
        {"enrollments", "Provider #", "Provider number"},
        {"enrollments", "Eff. Date", "Effective"},
        {"enrollments", "Effective (MM/DD/YYYY)", "Effective"},
        {"enrollments", "Recred Due", "End"},
        {"enrollments", "Exp Date", "End"},
        {"enrollments", "Recred Due Dt", "End"},
        {"enrollments", "Product/LOB", "Line of business"},
        {"enrollments", "Sent to Payer", "Submitted"},
        {"enrollments", "Next F/U Date", "Follow-up"},
        {"enrollments", "Medicaid #", "Provider number"},
        {"providers", "Title/Degree", "Degree"},
        {"providers", "Mobile Phone", "Phone"},
        {"enrollments", "F/U", "Follow-up"},
        {"enrollments", "Follow up", "Follow-up"},
        {"enrollments", "Date Submitted", "Submitted"},
        {"enrollments", "Location", "Practice"},
        {"enrollments", "Enrollment Status", "Status"},
        {"enrollments", "Surname", "Last name"},
        {"enrollments", "Assigned To", "Assignee"},
        {"enrollments", "Physician", "Provider"},
        {"affiliations", "Recred Due", "Reappointment due"},
        {"affiliations", "Hospital", "Facility"},
        {"affiliations", "Appt. Date", "Appointed"},
        {"credentials", "Lic #", "Number"},
        {"credentials", "License No.", "Number"},
        {"credentials", "Expiry", "Expires"},
        {"credentials", "Expiration Date", "Expires"},
        {"credentials", "Type", "Document type"},
        {"credentials", "Lic. State", "State"},
        {"credentials", "Issue Date", "Issued"},
        {"credentials", "N/A", "Not applicable"},
        {"templates", "TAT (business days)", "TAT"},
        {"templates", "Sub-Type", "Subtype"},
        {"trackings", "Tracking ID", "Tracking"},
        {"trackings", "Start Date", "Started"},
        {"steps", "Due Date", "Due"},
        {"steps", "Completed On", "Completed"},
        {"steps", "Step #", ""},
        {"notes", "Date", "Written"},
        {"notes", "Comment", "Note"},
        {"notes", "Entered By", "Author"},
        {"notes", "Ref #", "Reference"},
        {"tasks", "Owner", "Assigned to"},
        {"tasks", "Task Name", "Task"},
        {"tasks", "Notify by email", "Notify"},
        {"enrollments", "Favourite colour", ""},
        {"steps", "", ""},
        {"steps", "---", ""},
    };
    for (const auto& [name, heading, column] : cases)
      QTest::addRow("%s: %s", name, heading)
          << QString::fromLatin1(name) << QString::fromLatin1(heading) << QString::fromLatin1(column);
  }
  void headingsAreKnownByWhatPeopleCallThem() {
    QFETCH(QString, kindName);
    QFETCH(QString, heading);
    QFETCH(QString, column);
    const Kind of = *kindNamed(kindName);
    const HeaderMatch match = matchHeadings(of, {heading});
    QString found;
    for (size_t i = 0; i < match.columnAt.size(); ++i)
      if (match.columnAt[i] == 0)
        found = columnsOf(of).columns[i].name;
    QCOMPARE(found, column);
  }

  void everyWrittenHeadingIsItsOwnColumn() {
    for (const KindColumns& one : allKinds()) {
      QStringList headings;
      for (const Column& column : one.columns)
        if (column.written)
          headings += column.name;
      const HeaderMatch match = matchHeadings(one.kind, headings);
      for (int i = 0; i < headings.size(); ++i)
        QVERIFY2(match.columnAt[static_cast<size_t>(i)] == i, qPrintable(one.name + QStringLiteral(" ") + headings[i]));
      QVERIFY(match.missing().isEmpty());
      QCOMPARE(kindOf(QStringLiteral("Sheet1"), headings), std::optional(one.kind));
      QCOMPARE(kindOf(one.name, headings), std::optional(one.kind));
    }
  }

  void theCloserHeadingTakesAColumnAndTheOtherIsNamed() {
    const HeaderMatch match = matchHeadings(Kind::Enrollments, split("Eff Date|Payer|Effective|Insurance|Mood"));
    QCOMPARE(match.at(QLatin1String("Effective")), 2);
    QCOMPARE(match.at(QLatin1String("Payor")), 1);
    QCOMPARE(match.unmatched(), split("Eff Date|Insurance|Mood"));
  }

  void oneProviderColumnServesForFirstAndLastName() {
    QVERIFY(matchHeadings(Kind::Providers, split("Provider|NPI")).missing().isEmpty());
    QCOMPARE(matchHeadings(Kind::Providers, split("Last|NPI")).missing(), split("First name"));
  }

  void theKindIsFoundFromNameOrHeadings_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("headings");
    QTest::addColumn<QString>("kindName");
    const std::tuple<const char*, const char*, const char*> cases[] = {
        {"Provider List", "Name|NPI", "providers"},
        {"ProviderEnrollments.csv", "Provider|Payer", "enrollments"},
        {"2026 provider licenses", "Provider|Type|Exp", "credentials"},
        {"Payer enrollments by provider", "Provider|Insurance|Status", "enrollments"},
        {"providers.xlsx, Sheet1", "Provider|Specialty|DOB", "providers"},
        {"providers", "Provider|Payer|Effective|End|Status", "providers"},
        {"payors", "Provider|NPI|Payor|State|Status|Effective|End", "enrollments"},
        {"Facilities", "Provider|Facility|Status|Appointed", "affiliations"},
        {"payors", "Payor|Payor ID|States|Provider Portal", "payors"},
        {"payors", "Name|Plan|State", "payors"},
        {"Tracker", "Provider|Insurance|Eff Date|Recred Due|Status", "enrollments"},
        {"Sheet1", "Hospital|Provider|Appointed", "affiliations"},
        {"Sheet1", "Hospital|City|State|Phone", "facilities"},
        {"Sheet1", "Payer Name|Payer ID|Phone", "payors"},
        {"Sheet1", "Last|First|NPI|Specialty", "providers"},
        {"Sheet1", "Provider|License Type|License #|Exp Date", "credentials"},
        {"Sheet1", "Date|Author|Note|NPI", "notes"},
        {"Sheet1", "Type|Subtype|Step|TAT", "templates"},
        {"Master", "Practice|Tax ID|Group NPI|Address", "practices"},
        {"Sheet1", "Team", "teams"},
    };
    for (const auto& [title, headings, name] : cases)
      QTest::addRow("%s: %s", title, headings)
          << QString::fromLatin1(title) << QString::fromLatin1(headings) << QString::fromLatin1(name);
  }
  void theKindIsFoundFromNameOrHeadings() {
    QFETCH(QString, title);
    QFETCH(QString, headings);
    QFETCH(QString, kindName);
    const auto found = kindOf(title, headings.split(QLatin1Char('|')));
    QVERIFY(found);
    QCOMPARE(QString(columnsOf(*found).name), kindName);
  }

  void kindsAreNamedInAnyCaseAndNumber() {
    QCOMPARE(kindNamed(QStringLiteral(" Enrollment")), std::optional(Kind::Enrollments));
    QCOMPARE(kindNamed(QStringLiteral("FACILITIES")), std::optional(Kind::Facilities));
    QCOMPARE(kindNamed(QStringLiteral("nonsense")), std::optional<Kind>());
  }

  void headingsAreFoundBelowTitles() {
    auto csv = openFile(testData("titles.csv"));
    const auto match = findHeader(*csv.value(), 0, QStringLiteral("titles"), {});
    QVERIFY2(match.isOk(), match ? "" : qPrintable(match.problems().front().sentence));
    QCOMPARE(match->row, qint64{4});
    QCOMPARE(match->kind, Kind::Payors);
    QCOMPARE(match->at(QLatin1String("Usual days")), 2);

    auto xlsx = openFile(testData("master.xlsx"));
    const auto sheet = findHeader(*xlsx.value(), 0, xlsx.value()->name(0), {});
    QVERIFY2(sheet.isOk(), sheet ? "" : qPrintable(sheet.problems().front().sentence));
    QCOMPARE(sheet->row, qint64{4});
    QCOMPARE(sheet->kind, Kind::Enrollments);
    QCOMPARE(sheet->unmatched(), split("Par?|Zip|Notes"));
  }

  void aMissingColumnIsNamedWithTheHeadingsSeen() {
    auto file = openFile(write("Provider,NPI,Colour\nMarten,1,red\n"));
    const auto match = findHeader(*file.value(), 0, QStringLiteral("list"), Kind::Enrollments);
    QVERIFY(!match.isOk());
    const QString sentence = match.problems().front().sentence;
    QVERIFY2(sentence.contains(QStringLiteral("no column for Payor")) &&
                 sentence.contains(QStringLiteral("“NPI”, “Colour”")),
             qPrintable(sentence));
    // Of what is no list at all it does not say everything.
    const auto prose = openFile(write(QByteArray(50000, 'x')));
    QVERIFY(findHeader(*prose.value(), 0, QStringLiteral("x"), {}).problems().front().sentence.size() < 300);
  }

  void aSheetThatIsNoKindSaysSo() {
    auto file = openFile(write("Colour,Size\nred,5\n"));
    const auto match = findHeader(*file.value(), 0, QStringLiteral("Sheet1"), {});
    QVERIFY(!match.isOk());
    QVERIFY2(match.problems().front().sentence.contains(QStringLiteral("“Colour”, “Size”")),
             qPrintable(match.problems().front().sentence));
  }
};

void HeadersTest::aReportIsNotTakenForCredentials() {
  const QStringList report{QStringLiteral("Team"),   QStringLiteral("Provider"), QStringLiteral("NPI"),
                           QStringLiteral("Type"),   QStringLiteral("Subtype"),  QStringLiteral("About"),
                           QStringLiteral("Status"), QStringLiteral("Due"),      QStringLiteral("Last note")};
  QVERIFY(kindOf(QStringLiteral("open"), report) != std::optional(Kind::Credentials));
  const QStringList list{QStringLiteral("Provider"), QStringLiteral("Type"), QStringLiteral("Exp Date")};
  QCOMPARE(kindOf(QStringLiteral("list"), list), std::optional(Kind::Credentials));
}

QTEST_GUILESS_MAIN(HeadersTest)
#include "tst_headers.moc"
