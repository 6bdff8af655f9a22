// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample.h"
#include "core/facilities/facility.h"
#include "core/payors/payor.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"
#include "support/freshfile.h"

#include <QRandomGenerator>
#include <QTest>
#include <set>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDate today(2026, 1, 15);

std::vector<qint64> idsOf(db::Database& database, const char* name) {
  const auto request = report::requestFor(database, *report::find(u(name)), {}, today);
  const report::Query query = report::idsQuery(std::get<report::Request>(request));
  return database.all(query.sql, query.arguments, [](db::Row& row) { return row.number(); });
}

std::set<qint64> setOf(const std::vector<qint64>& ids) { return {ids.begin(), ids.end()}; }

bool isOpen(const Step& step) { return step.status != u("Completed") && step.status != u("Not needed"); }

} // namespace

/// The lists of the work queue, against a slow count over an office whose dates are dealt anew by chance.
class TestCallSheet : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void cleanupTestCase() { m_file.reset(); }
  void itHasWhatIsToBeAskedForToday();
  void itGoesByPayorAndFacility();
  void trackingsToMendAreThoseWithoutARecordOrATemplate();

private:
  std::unique_ptr<db::Database> m_file;
};

void TestCallSheet::initTestCase() {
  m_file = freshFile();
  makeSample(*m_file, tester(), today);
  QRandomGenerator random(20260306);
  db::Transaction transaction(*m_file, tester(), u("Dealt"));
  Trackings trackings(transaction);
  for (Step step : db::allWhere<Step>(*m_file, u("id % 3 = 0"))) {
    step.followUp = random.bounded(3) ? today.addDays(random.bounded(-9, 9)) : QDate();
    step.due = random.bounded(9) ? today.addDays(random.bounded(-30, 30)) : QDate();
    db::save(transaction, step);
  }
  for (Tracking tracking : db::allWhere<Tracking>(*m_file, u("id % 4 = 0"))) {
    if (tracking.id.value % 8 == 0)
      trackings.setStatus(tracking.id, u("On hold"), u("Panel closed"), today.addDays(random.bounded(-5, 5)));
    else
      tracking.enrollment = {}, db::save(transaction, tracking);
  }
  setRetired(transaction, findTemplate(*m_file, u("Onboarding"), u("Employed"))->id, true);
  transaction.commit();
}

void TestCallSheet::itHasWhatIsToBeAskedForToday() {
  std::set<qint64> wanted;
  for (const Tracking& tracking : db::allWhere<Tracking>(*m_file, u("1 = 1"))) {
    const QString status = m_file->text(u("SELECT status FROM tracking WHERE id = ?"), {tracking.id});
    const bool isHeld = status == u("On hold") && !(tracking.resumeOn.isValid() && tracking.resumeOn <= today);
    if (status == u("Completed") || status == u("Cancelled") || isHeld ||
        (!tracking.payor.isValid() && !tracking.facility.isValid()))
      continue;
    bool isFirst = true;
    for (const Step& step : stepsOf(*m_file, tracking.id)) {
      if (!isOpen(step))
        continue;
      if (step.followUp.isValid() ? step.followUp <= today : isFirst && step.due.isValid() && step.due <= today)
        wanted.insert(step.id.value);
      isFirst = false;
    }
  }
  QVERIFY(wanted.size() > 50);
  QCOMPARE(setOf(idsOf(*m_file, "call-sheet")), wanted);
}

void TestCallSheet::itGoesByPayorAndFacility() {
  QStringList names;
  for (const qint64 id : idsOf(*m_file, "call-sheet")) {
    const Tracking tracking = *db::load(*m_file, db::load(*m_file, Id<Step>{id})->tracking);
    const auto payor = db::load(*m_file, tracking.payor);
    names << (payor ? payor->name : db::load(*m_file, tracking.facility)->name);
  }
  QString last;
  std::set<QString> seen;
  for (const QString& name : names) {
    QVERIFY2(name == last || !seen.contains(name), qPrintable(name));
    seen.insert(name);
    last = name;
  }
}

void TestCallSheet::trackingsToMendAreThoseWithoutARecordOrATemplate() {
  std::set<qint64> wanted;
  for (const Tracking& tracking : db::allWhere<Tracking>(*m_file, u("status NOT IN ('Completed', 'Cancelled')"))) {
    const auto used = db::load(*m_file, tracking.ofTemplate);
    if ((tracking.payor.isValid() && !tracking.enrollment.isValid()) ||
        (tracking.facility.isValid() && !tracking.affiliation.isValid()) ||
        (used && used->retired && !findTemplate(*m_file, used->type, used->subtype)))
      wanted.insert(tracking.id.value);
  }
  QVERIFY(wanted.size() > 5);
  QCOMPARE(setOf(idsOf(*m_file, "loose-trackings")), wanted);
}

QTEST_GUILESS_MAIN(TestCallSheet)
#include "tst_callsheet.moc"
