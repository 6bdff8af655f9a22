// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"
#include "core/edit/changes.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/tasks/task.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/plan.h"
#include "core/tracking/status.h"
#include "support/samplefile.h"

#include <QRandomGenerator>
#include <QTest>

namespace {

const QDate today = SampleFile::today(); // a Monday
QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// Over the sample: every change is compared with what a record of its own, changed by hand, would be.
class TestEdit : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void aDateIsReadAsPeopleTypeIt_data();
  void aDateIsReadAsPeopleTypeIt();
  void aWordIsReadByItsBeginning();
  void aPersonIsReadByAnyPartOfTheNameThatOnlyOneHas();
  void aPreviewCountsWhatDiffersAndWritesNothing();
  void dueDatesOfManyStepsAreWhatPlanningSays();
  void statusesOfManyStepsAreWhatMovingOneByOneGives();
  void everythingIsOneChangeAndOneUndo();
  void whatTheSubjectRefusesIsNeverWritten();
  void twoOfTheSameIdentifierAreRefusedThoughTheFirstWasFree();
  void whatWasWrongBeforeDoesNotHinderAnotherField();
  void aStatusOfAnEnrollmentWaitsOnWhomItSays();
  void aCompletedTaskKeepsTheDay();
  void aCoordinatorTakesTheTaskOfAProvider();
  void anAlertsDateIsThatOfItsRecord();
  void aRowWithoutRecordIsRefused();
  void aChangeIsCalledByWhatItDoes();
  void itStopsWhenItIsToldTo();
  void everyFieldCanBeEmptiedOrSaysThatItCannot();

private:
  std::vector<qint64> ids(const QString& sql) {
    return m_file->all(sql, {}, [](db::Row& row) { return row.number(); });
  }
  static std::vector<edit::Cell> cells(const char* field, const std::vector<qint64>& records, const QString& typed) {
    std::vector<edit::Cell> all;
    for (const qint64 id : records)
      all.push_back({edit::find(QLatin1String(field)), id, typed});
    return all;
  }
  edit::Outcome apply(const std::vector<edit::Cell>& what) {
    db::Transaction transaction(*m_file, tester(), edit::nameOf(what, qint64(what.size())));
    const auto outcome = edit::apply(transaction, what, today);
    transaction.commit();
    m_change = transaction.changeId();
    return outcome;
  }
  QString state() {
    QStringList all;
    for (const db::Table* table : db::Table::all())
      m_file->each(QStringLiteral("SELECT %1, id FROM %2 ORDER BY id")
                       .arg(table->columns().join(QStringLiteral(", ")), table->name()),
                   {}, [&](db::Row& row) {
                     while (row.consumed() < row.columns())
                       all << row.text();
                   });
    return all.join(QLatin1Char('|'));
  }
  QString typed(const char* field, const QString& text) {
    edit::Context context(*m_file, today);
    const auto value = edit::understood(*edit::find(QLatin1String(field)), text, context);
    if (!value.isOk())
      return QStringLiteral("! ") + value.problems().front().sentence;
    return value->text() ? *value->text() : value->number() ? QString::number(*value->number()) : QString();
  }

  std::unique_ptr<SampleFile> m_sample;
  db::Database* m_file = nullptr;
  qint64 m_change = 0;
};

void TestEdit::init() {
  m_sample = std::make_unique<SampleFile>();
  m_file = m_sample->database.get();
}

void TestEdit::aDateIsReadAsPeopleTypeIt_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("date");
  QTest::newRow("days") << u("+7") << u("2026-03-09");
  QTest::newRow("weekday") << u("mon") << u("2026-03-09");
  QTest::newRow("end of month") << u("eom") << u("2026-03-31");
  QTest::newRow("business days") << u("3b") << u("2026-03-05");
  QTest::newRow("month and day") << u("4/12") << u("2026-04-12");
  QTest::newRow("over new year") << u("1/12") << u("2026-01-12");
  QTest::newRow("none") << u("  ") << QString();
}

void TestEdit::aDateIsReadAsPeopleTypeIt() {
  QFETCH(QString, text);
  QTEST(typed("step.due", text), "date");
}

void TestEdit::aWordIsReadByItsBeginning() {
  QCOMPARE(typed("step.status", u("comp")), u("Completed"));
  QCOMPARE(typed("step.status", u("WAITING")), u("Waiting"));
  QVERIFY(typed("step.status", u("n")).startsWith(u("! “n” is none of these: New, "))); // New or Not needed
  QVERIFY(typed("step.status", u("done")).startsWith(u("! ")));
  QCOMPARE(typed("step.status", u("")), u("! Status cannot be empty."));
  QCOMPARE(typed("step.waiting_on", u("")), QString());
  QCOMPARE(typed("task.notify", u("n")), u("0"));
}

void TestEdit::aPersonIsReadByAnyPartOfTheNameThatOnlyOneHas() {
  const auto [id, name] = *m_file->first(
      QStringLiteral("SELECT id, name FROM coordinator WHERE active = 1 ORDER BY id"), {}, [](db::Row& row) {
        const qint64 one = row.number();
        return std::pair(one, row.text());
      });
  QCOMPARE(typed("step.assignee_id", name.toUpper()), QString::number(id));
  QCOMPARE(typed("step.assignee_id", name.section(QLatin1Char(' '), 0, 0)), QString::number(id));
  QCOMPARE(typed("step.assignee_id", u("zzz")), u("! There is no coordinator “zzz”."));
  QCOMPARE(typed("step.assignee_id", QString()), QString());
}

void TestEdit::aPreviewCountsWhatDiffersAndWritesNothing() {
  const auto steps = ids(QStringLiteral("SELECT id FROM step ORDER BY id"));
  const QString before = state();
  const auto what = cells("step.follow_up", steps, u("+7"));
  const auto outcome = edit::preview(*m_file, what, today);
  QCOMPARE(state(), before);
  const qint64 same = m_file->value(QStringLiteral("SELECT count(*) FROM step WHERE follow_up = '2026-03-09'"));
  QCOMPARE(outcome.differing, qint64(steps.size()) - same);
  QCOMPARE(outcome.refused, 0);
  QCOMPARE(outcome.lines.size(), size_t(500));
  QCOMPARE(apply(what).differing, outcome.differing);
  QCOMPARE(m_file->value(QStringLiteral("SELECT count(*) FROM step WHERE follow_up = '2026-03-09'")),
           qint64(steps.size()));
  QCOMPARE(edit::preview(*m_file, what, today).differing, 0);
}

void TestEdit::dueDatesOfManyStepsAreWhatPlanningSays() {
  const auto chosen = ids(QStringLiteral("SELECT min(id) FROM step WHERE status IN ('New', 'In progress', 'Waiting') "
                                         "GROUP BY tracking_id ORDER BY tracking_id"));
  std::map<qint64, std::vector<Step>> expected;
  for (const qint64 id : chosen) {
    const Step step = *db::load(*m_file, Id<Step>{id});
    auto steps = stepsOf(*m_file, step.tracking);
    for (size_t i = 0; i < steps.size(); ++i)
      if (steps[i].id.value == id && steps[i].due != QDate(2026, 4, 12))
        plan::setDue(steps, i, QDate(2026, 4, 12), calendarOf(*m_file, db::load(*m_file, step.tracking)->team));
    expected[step.tracking.value] = steps;
  }
  QCOMPARE(apply(cells("step.due", chosen, u("4/12"))).refused, 0);
  for (const auto& [tracking, steps] : expected) {
    const auto now = stepsOf(*m_file, Id<Tracking>{tracking});
    for (size_t i = 0; i < steps.size(); ++i)
      QVERIFY(now[i].values() == steps[i].values());
  }
}

void TestEdit::statusesOfManyStepsAreWhatMovingOneByOneGives() {
  const SampleFile second;
  db::Database* other = second.database.get();
  QRandomGenerator random(7);
  auto all = ids(QStringLiteral("SELECT id FROM step ORDER BY id"));
  std::shuffle(all.begin(), all.end(), random);
  all.resize(300);
  static const char* words[] = {"New", "In progress", "Waiting", "Completed", "Not needed"};
  std::vector<edit::Cell> what;
  std::vector<bool> moved;
  for (const qint64 id : all) {
    const QString word = u(words[random.bounded(5)]);
    what.push_back({edit::find(u("step.status")), id, word});
    if (db::load(*other, Id<Step>{id})->status == word) // nothing is asked for
      continue;
    db::Transaction transaction(*other, tester(), u("One"));
    moved.push_back(Trackings(transaction).moveStep(Id<Step>{id}, word, today).isOk());
    transaction.commit();
  }
  const auto outcome = apply(what);
  QVERIFY(outcome.refused > 0);
  QCOMPARE(outcome.refused, qint64(std::count(moved.begin(), moved.end(), false)));
  const QString here = state();
  std::swap(m_file, other);
  QCOMPARE(here, state());
  QVERIFY(unsettledTrackings(*other).empty());
}

void TestEdit::everythingIsOneChangeAndOneUndo() {
  const QString before = state();
  const auto steps = ids(QStringLiteral("SELECT id FROM step WHERE status <> 'Completed'"));
  const qint64 changes = m_file->value(QStringLiteral("SELECT count(*) FROM change"));
  const auto outcome = apply(cells("step.status", steps, u("Completed")));
  QVERIFY(outcome.differing > 100);
  QVERIFY(state() != before);
  QCOMPARE(m_file->value(QStringLiteral("SELECT count(*) FROM change")), changes + 1);
  QVERIFY(db::history::undo(*m_file, tester(), m_change).isOk());
  QCOMPARE(state(), before);
  QVERIFY(db::history::verify(*m_file).empty());
}

void TestEdit::whatTheSubjectRefusesIsNeverWritten() {
  const auto providers = ids(QStringLiteral("SELECT id FROM provider ORDER BY id LIMIT 5"));
  const QString before = state();
  const auto wrong = apply(cells("provider.npi", providers, u("1234567890")));
  QCOMPARE(wrong.refused, 5);
  QCOMPARE(wrong.differing, 0);
  QVERIFY(wrong.lines.front().change.problem.contains(u("NPI")));
  QCOMPARE(state(), before);

  const auto cancelled =
      ids(QStringLiteral("SELECT s.id FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE t.set_status = "
                         "'Cancelled' AND s.status <> 'Completed'"));
  QVERIFY(!cancelled.empty());
  const auto moves = apply(cells("step.status", cancelled, u("Completed")));
  QCOMPARE(moves.refused, qint64(cancelled.size()));
  QCOMPARE(state(), before);
  QCOMPARE(apply(cells("step.completed", ids(QStringLiteral("SELECT id FROM step WHERE status = 'Completed' LIMIT 3")),
                       u("+1")))
               .refused,
           3);
  QCOMPARE(state(), before);
}

void TestEdit::twoOfTheSameIdentifierAreRefusedThoughTheFirstWasFree() {
  const auto providers = ids(QStringLiteral("SELECT id FROM provider ORDER BY id LIMIT 2"));
  const auto outcome = apply(cells("provider.npi", providers, u("1234567893")));
  QCOMPARE(outcome.differing, 1);
  QCOMPARE(outcome.refused, 1);
  QVERIFY(outcome.lines.back().change.problem.contains(u("already that of")));
}

void TestEdit::whatWasWrongBeforeDoesNotHinderAnotherField() {
  Provider provider = *db::load(*m_file, Id<Provider>{ids(QStringLiteral("SELECT min(id) FROM provider")).front()});
  provider.email = u("nobody");
  db::Transaction transaction(*m_file, tester(), u("As an older version let it be"));
  db::save(transaction, provider);
  transaction.commit();
  QCOMPARE(apply(cells("provider.phone", {provider.id.value}, u("555 0100"))).differing, 1);
  QCOMPARE(apply(cells("provider.email", {provider.id.value}, u("nobody either"))).refused, 1);
}

void TestEdit::aStatusOfAnEnrollmentWaitsOnWhomItSays() {
  const auto all = ids(QStringLiteral("SELECT id FROM enrollment WHERE status = 'Gathering'"));
  QVERIFY(!all.empty());
  apply(cells("enrollment.status", all, u("in rev")));
  for (const qint64 id : all) {
    const auto enrollment = *db::load(*m_file, Id<Enrollment>{id});
    QCOMPARE(enrollment.status, u("In review"));
    QCOMPARE(enrollment.waitingOn, u("Payor"));
    QCOMPARE(enrollment.waitingSince, today);
  }
}

void TestEdit::aCompletedTaskKeepsTheDay() {
  const auto all = ids(QStringLiteral("SELECT id FROM task WHERE status = 'New'"));
  apply(cells("task.status", all, u("Completed")));
  for (const qint64 id : all)
    QCOMPARE(db::load(*m_file, Id<Task>{id})->completed, today);
  apply(cells("task.status", all, u("Waiting")));
  for (const qint64 id : all)
    QVERIFY(!db::load(*m_file, Id<Task>{id})->completed.isValid());
}

void TestEdit::aCoordinatorTakesTheTaskOfAProvider() {
  Task task;
  task.name = u("Sign");
  task.created = today;
  task.assignedProvider = {ids(QStringLiteral("SELECT min(id) FROM provider")).front()};
  db::Transaction transaction(*m_file, tester(), u("Before"));
  const auto id = db::save(transaction, task);
  transaction.commit();
  const QString name = m_file->text(QStringLiteral("SELECT name FROM coordinator WHERE active = 1 LIMIT 1"));
  const auto outcome = apply(cells("task.assignee_id", {id.value}, name));
  QCOMPARE(outcome.lines.front().change.after, name);
  QVERIFY(outcome.lines.front().change.before.contains(u(", ")));
  QVERIFY(!db::load(*m_file, id)->assignedProvider.isValid());
}

void TestEdit::anAlertsDateIsThatOfItsRecord() {
  const qint64 credential = ids(QStringLiteral("SELECT min(id) FROM credential")).front();
  const qint64 enrollment = ids(QStringLiteral("SELECT min(id) FROM enrollment")).front();
  const qint64 affiliation = ids(QStringLiteral("SELECT min(id) FROM affiliation")).front();
  apply(cells("expirable.expires", {credential * 4, enrollment * 4 + 1, affiliation * 4 + 2, 4 * 12 + 3},
              u("2031-01-31")));
  QCOMPARE(m_file->text(QStringLiteral("SELECT expires FROM credential WHERE id = ?"), {credential}), u("2031-01-31"));
  QCOMPARE(m_file->text(QStringLiteral("SELECT \"end\" FROM enrollment WHERE id = ?"), {enrollment}), u("2031-01-31"));
  QCOMPARE(m_file->text(QStringLiteral("SELECT reappointment_due FROM affiliation WHERE id = ?"), {affiliation}),
           u("2031-01-31"));
}

void TestEdit::aRowWithoutRecordIsRefused() {
  const auto outcome = edit::preview(*m_file, cells("step.due", {0, 99999999}, u("+1")), today);
  QCOMPARE(outcome.refused, 2);
  QVERIFY(outcome.lines[1].change.problem.contains(u("not there any more")));
}

void TestEdit::aChangeIsCalledByWhatItDoes() {
  QCOMPARE(edit::nameOf(cells("step.due", {1, 2}, {}), 37), u("Changed Due of 37 steps"));
  QCOMPARE(edit::nameOf(cells("step.due", {1, 2}, {}), 1), u("Changed Due of a step"));
  std::vector<edit::Cell> both = cells("step.due", {1}, {});
  both.push_back(cells("step.status", {1}, {}).front());
  QCOMPARE(edit::nameOf(both, 2), u("Changed 2 cells"));
}

void TestEdit::itStopsWhenItIsToldTo() {
  const auto steps = ids(QStringLiteral("SELECT id FROM step"));
  const auto outcome =
      edit::preview(*m_file, cells("step.due", steps, u("+1")), today, [](qint64 done, qint64) { return done < 300; });
  QVERIFY(!outcome.isWhole);
  QVERIFY(outcome.differing < 600);
}

void TestEdit::everyFieldCanBeEmptiedOrSaysThatItCannot() {
  // The subject or the schema: whichever speaks, nothing throws.
  const std::pair<const char*, const char*> all[] = {
      {"step", "status waiting_on assignee_id started due completed follow_up"},
      {"tracking", "assignee_id priority started"},
      {"task", "name assignee_id status due follow_up priority notify payor_id"},
      {"enrollment", "payor_id state line_of_business status waiting_on provider_number submitted effective end "
                     "follow_up assignee_id"},
      {"affiliation", "category status appointed reappointment_due assignee_id"},
      {"credential", "number state issuer issued expires verified source"},
      {"provider", "last_name first_name middle_name suffix degree specialty taxonomy npi caqh_id email phone tags "
                   "languages start_date status assignee_id"},
      {"practice", "name group_npi tin address city state zip phone email fax contact"},
      {"facility", "name address city state zip phone email"},
      {"payor", "name payor_id class states usual_days recredentialing_months phone portal"},
  };
  for (const auto& [table, columns] : all)
    for (const QString& column : u(columns).split(QLatin1Char(' '))) {
      const QString key = u(table) + QLatin1Char('.') + column;
      QVERIFY2(edit::find(key), qPrintable(key));
      const auto outcome =
          apply(cells(key.toLatin1().constData(), ids(QStringLiteral("SELECT id FROM %1").arg(u(table))), QString()));
      for (const auto& line : outcome.lines)
        QVERIFY(line.change.isRefused() || line.change.after.isEmpty() || column == u("waiting_on"));
    }
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
