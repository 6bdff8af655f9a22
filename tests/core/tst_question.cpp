// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/businessdays.h"
#include "core/datafile/datafile.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/payors/question.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "support/freshfile.h"

#include <QTest>

using namespace participation;

namespace {

const QDate today(2026, 1, 15);
QString u(const char* text) { return QString::fromUtf8(text); }

std::optional<Asked> asked(db::Database& database, const char* line) {
  return readQuestion(database, u(line), today, [](QDate day, int n) { return addBusinessDays(day, n); });
}

} // namespace

/// A question as it is asked on the telephone, and its answer.
class TestQuestion : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void namesMayBeCutShort_data();
  void namesMayBeCutShort();
  void whatFitsSeveralAsksAboutEach();
  void whereThereIsAnEnrollmentComesFirst();
  void whatNothingIsCalledIsSaid();
  void otherLinesAreNoQuestion();
  void theAnswerNamesEverythingThatCounts();

private:
  std::unique_ptr<db::Database> m_file;
  Id<Provider> m_erin, m_erina;
  Id<Payor> m_aetna;
  Id<Practice> m_dallas, m_tulsa, m_harbor;
};

void TestQuestion::initTestCase() {
  m_file = freshFile();
  db::Transaction transaction(*m_file, tester(), u("Made"));
  Team team;
  team.name = u("Lakeside");
  team.id = db::save(transaction, team);
  const auto provider = [&](const char* last, const char* first) {
    Provider one;
    one.team = team.id;
    one.lastName = u(last);
    one.firstName = u(first);
    return db::save(transaction, one);
  };
  m_erin = provider("Máartensdóttir", "Erin");
  m_erina = provider("Quill", "Erina");
  Payor payor;
  payor.name = u("Aetna Example");
  payor.usualDays = 90;
  m_aetna = db::save(transaction, payor);
  payor.name = u("Blue Example");
  db::save(transaction, payor);
  const auto practice = [&](const char* name, const char* city) {
    Practice one;
    one.team = team.id;
    one.name = u(name);
    one.city = u(city);
    return db::save(transaction, one);
  };
  m_dallas = practice("Lakeside Clinic", "Dallas");
  m_tulsa = practice("Lakeside Annex", "Tulsa");
  for (const Id<Practice> where : {m_dallas, m_tulsa})
    for (const Id<Provider> who : {m_erin, m_erina})
      db::save(transaction, ProviderPractice{{}, who, where});
  const auto enroll = [&](Id<Provider> who, Id<Practice> where, const char* status, QDate submitted, QDate effective) {
    Enrollment one;
    one.provider = who;
    one.practice = where;
    one.payor = m_aetna;
    one.status = u(status);
    one.submitted = submitted;
    one.effective = effective;
    db::save(transaction, one);
  };
  enroll(m_erin, m_dallas, "Participating", {}, QDate(2025, 3, 1));
  enroll(m_erina, m_dallas, "In review", QDate(2026, 1, 5), {});
  for (int i = 1; i <= 9; ++i)
    m_harbor = practice(qPrintable(u("Harbor %1").arg(i)), "Austin");
  enroll(m_erin, m_harbor, "Participating", {}, QDate(2025, 3, 1));
  transaction.commit();
}

void TestQuestion::namesMayBeCutShort_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<bool>("atDallas");
  QTest::addColumn<QDate>("day");
  QTest::newRow("whole") << u("is Dr. Erin Maartensdottir with Aetna Example at Lakeside Clinic on 12 March?") << true
                         << QDate(2026, 3, 12);
  QTest::newRow("by city") << u("maarten with aetna at dallas on 3/12") << true << QDate(2026, 3, 12);
  QTest::newRow("today") << u("maarten with aet at lakes cl") << true << today;
  QTest::newRow("anywhere") << u("Is maarten with Aetna?") << false << today;
  QTest::newRow("anywhere, on a day") << u("maarten with aetna on +7") << false << today.addDays(7);
}

void TestQuestion::namesMayBeCutShort() {
  QFETCH(QString, line);
  QFETCH(bool, atDallas);
  QFETCH(QDate, day);
  const auto read = readQuestion(*m_file, line, today, [](QDate from, int n) { return addBusinessDays(from, n); });
  QVERIFY(read);
  QCOMPARE(read->problem, QString());
  QCOMPARE(read->questions.size(), size_t(1));
  const Question& question = read->questions.front();
  QCOMPARE(question.provider, m_erin);
  QCOMPARE(question.payor, m_aetna);
  QCOMPARE(question.practice, atDallas ? m_dallas : Id<Practice>{});
  QCOMPARE(question.day, day);
}

void TestQuestion::whatFitsSeveralAsksAboutEach() {
  const auto read = asked(*m_file, "erin with aetna at lakeside");
  QCOMPARE(read->questions.size(), size_t(4)); // two providers at two practices
  QCOMPARE(asked(*m_file, "erin with example")->questions.size(), size_t(4));
}

void TestQuestion::whereThereIsAnEnrollmentComesFirst() {
  const auto read = asked(*m_file, "maarten with aetna at harbor"); // nine of them: not all are answered
  QVERIFY(read->questions.size() > 1);
  QCOMPARE(read->questions.front().practice, m_harbor);
}

void TestQuestion::whatNothingIsCalledIsSaid() {
  for (const char* line : {"nobody with aetna", "erin with cigna", "erin with aetna at boston"}) {
    const auto read = asked(*m_file, line);
    QVERIFY(read && read->questions.empty());
    QVERIFY(read->problem.startsWith(u("Nothing is called")));
  }
  QVERIFY(asked(*m_file, "maarten with aetna on someday")->problem.contains(u("someday")));
}

void TestQuestion::otherLinesAreNoQuestion() {
  for (const char* line : {"", "erin", "with", "with aetna", "erin with", "herewith and forthwith"})
    QVERIFY2(!asked(*m_file, line), line);
}

void TestQuestion::theAnswerNamesEverythingThatCounts() {
  const auto sayOf = [&](Question question) {
    const Said it = said(*m_file, question, answer(*m_file, question), today);
    return it.word + u(" | ") + it.question + u(" | ") + it.reason;
  };
  QCOMPARE(sayOf({m_erin, m_aetna, m_dallas, today}),
           u("Yes | Máartensdóttir, Erin with Aetna Example at Lakeside Clinic today | Participating since 1 Mar 2025. "
             "Claims: Bill."));
  QCOMPARE(sayOf({m_erina, m_aetna, m_dallas, QDate(2026, 3, 12)}),
           u("Pending | Quill, Erina with Aetna Example at Lakeside Clinic on Thu 12 Mar | In review. Expected Sun 5 "
             "Apr (the payor's usual days). Claims: Hold."));
  QCOMPARE(sayOf({m_erin, m_aetna, m_tulsa, today}),
           u("No | Máartensdóttir, Erin with Aetna Example at Lakeside Annex today | There is no enrollment."));
  QCOMPARE(sayOf({m_erin, m_aetna, {}, today}), u("Yes | Máartensdóttir, Erin with Aetna Example today | Participating "
                                                  "since 1 Mar 2025. Claims: Bill."));
}

QTEST_GUILESS_MAIN(TestQuestion)
#include "tst_question.moc"
