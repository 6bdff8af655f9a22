// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/facility.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "support/freshfile.h"

#include <QTest>

using db::Database;
namespace history = db::history;

class TestHistory : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void eachFieldIsRememberedAsItWasAndIs();
  void whatARecordWasCreatedWithIsTold();
  void changesNameWhoAndWhenAndWhat();
  void anInsertIsUndone();
  void anUpdateIsUndone();
  void aRemovalIsUndoneUnderTheOldId();
  void aRemovalIsUndoneThoughAColumnCameSince();
  void aBulkChangeIsUndoneAsOne();
  void manyWritesToOneRecordAreUndoneAsOne();
  void anUndoIsUndone();
  void undoReachesBackBehindWhatWasUndone();
  void undoIsRefusedWhenChangedSince();
  void undoIsRefusedWhenSomethingDependsOnIt();
  void undoIsRefusedTwiceAndForNothing();
  void theStatusOfATrackingFollowsAnUndo();
  void aFreshHistoryIsClean();
  void everyTamperingIsFound_data();
  void everyTamperingIsFound();
  void aCutIsStillFoundAfterWorkWentOn();
  void verifyTellsItsProgress();

private:
  /// Saves a record as a change of its own; answers the change.
  template<class R>
  qint64 change(R& record, const char* what = "Changed") {
    db::Transaction transaction(*m_file, tester(), QString::fromLatin1(what));
    record.id = db::save(transaction, record);
    transaction.commit();
    return transaction.changeId();
  }
  QString nameOf(Id<Team> id) {
    const auto team = db::load(*m_file, id);
    return team ? team->name : QString();
  }
  bool undo(qint64 changeId) { return history::undo(*m_file, tester(), changeId).isOk(); }

  std::unique_ptr<Database> m_file;
};

void TestHistory::init() { m_file = freshFile(); }

void TestHistory::eachFieldIsRememberedAsItWasAndIs() {
  Provider provider;
  provider.lastName = QStringLiteral("Marten");
  provider.startDate = QDate(2026, 1, 5);
  change(provider);
  provider.lastName = QStringLiteral("Märten-Ruiz");
  provider.startDate = {};
  provider.npi = QStringLiteral("1234567893");
  change(provider, "Married");
  const auto fields = history::ofRecord(*m_file, Provider::table(), provider.id.value);
  const auto find = [&](const char* field) {
    for (const auto& one : fields)
      if (one.what == QLatin1String("Married") && one.field == QLatin1String(field))
        return one.before + QStringLiteral(" > ") + one.after;
    return QString();
  };
  QCOMPARE(find("last_name"), QStringLiteral("Marten > Märten-Ruiz"));
  QCOMPARE(find("start_date"), QStringLiteral("2026-01-05 > "));
  QCOMPARE(find("npi"), QStringLiteral(" > 1234567893"));
  QCOMPARE(
      std::count_if(fields.begin(), fields.end(), [](const auto& one) { return one.what == QLatin1String("Married"); }),
      3);
}

void TestHistory::whatARecordWasCreatedWithIsTold() {
  Team team{{}, QStringLiteral("Lakeside")};
  change(team, "Added");
  team.name = QStringLiteral("Hillside");
  change(team, "Renamed");
  const auto fields = history::ofRecord(*m_file, Team::table(), team.id.value);
  QCOMPARE(fields.size(), size_t{2});
  QCOMPARE(fields[0].what, QStringLiteral("Renamed"));
  QCOMPARE(fields[1].action, QStringLiteral("insert"));
  QCOMPARE(fields[1].after, QStringLiteral("Lakeside"));
  QCOMPARE(fields[1].before, QString());
}

void TestHistory::changesNameWhoAndWhenAndWhat() {
  Team team{{}, QStringLiteral("Lakeside")};
  change(team, "Added a team");
  const auto fields = history::ofRecord(*m_file, Team::table(), team.id.value);
  QCOMPARE(fields.front().who, QStringLiteral("Tester"));
  QCOMPARE(fields.front().at, QStringLiteral("2026-03-02T15:00:00.000Z"));
  QCOMPARE(fields.front().what, QStringLiteral("Added a team"));
}

void TestHistory::anInsertIsUndone() {
  Team team{{}, QStringLiteral("Lakeside")};
  const qint64 added = change(team);
  QVERIFY(undo(added));
  QVERIFY(!db::load(*m_file, team.id));
  QCOMPARE(m_file->value(QStringLiteral("SELECT undoes FROM change ORDER BY id DESC")), added);
}

void TestHistory::anUpdateIsUndone() {
  Team team{{}, QStringLiteral("Lakeside")};
  change(team);
  team.name = QStringLiteral("Hillside");
  QVERIFY(undo(change(team)));
  QCOMPARE(nameOf(team.id), QStringLiteral("Lakeside"));
  QCOMPARE(m_file->text(QStringLiteral("SELECT sort_name FROM team")), QStringLiteral("lakeside"));
}

void TestHistory::aRemovalIsUndoneUnderTheOldId() {
  Provider provider;
  provider.lastName = QStringLiteral("Okonkwo");
  provider.dateOfBirth = QDate(1980, 2, 29);
  change(provider);
  const db::Values before = db::load(*m_file, provider.id)->values();
  db::Transaction transaction(*m_file, tester(), QStringLiteral("Removed"));
  db::remove(transaction, provider.id);
  transaction.commit();
  QVERIFY(!db::load(*m_file, provider.id));
  QVERIFY(undo(transaction.changeId()));
  QVERIFY(db::load(*m_file, provider.id)->values() == before);
}

void TestHistory::aRemovalIsUndoneThoughAColumnCameSince() {
  Provider provider;
  provider.lastName = QStringLiteral("Okonkwo");
  change(provider);
  db::Transaction transaction(*m_file, tester(), QStringLiteral("Removed"));
  db::remove(transaction, provider.id);
  transaction.commit();
  // As the line was written before there were tags.
  m_file->run(QStringLiteral("UPDATE change_row SET before = json_remove(before, '$.tags') WHERE action = 'delete'"));
  QVERIFY(undo(transaction.changeId()));
  QCOMPARE(db::load(*m_file, provider.id)->lastName, QStringLiteral("Okonkwo"));
}

void TestHistory::aBulkChangeIsUndoneAsOne() {
  Team kept{{}, QStringLiteral("Kept")}, gone{{}, QStringLiteral("Gone")};
  change(kept);
  change(gone);
  db::Transaction bulk(*m_file, tester(), QStringLiteral("Bulk"));
  for (int i = 0; i < 2500; ++i)
    db::save(bulk, Team{{}, QStringLiteral("Team %1").arg(i)});
  kept.name = QStringLiteral("Renamed");
  db::save(bulk, kept);
  db::remove(bulk, gone.id);
  bulk.commit();
  QVERIFY(undo(bulk.changeId()));
  QCOMPARE(m_file->text(QStringLiteral("SELECT group_concat(name) FROM (SELECT name FROM team ORDER BY id)")),
           QStringLiteral("Kept,Gone"));
  QVERIFY(history::verify(*m_file).empty());
}

void TestHistory::manyWritesToOneRecordAreUndoneAsOne() {
  Team team{{}, QStringLiteral("First")};
  change(team);
  db::Transaction many(*m_file, tester(), QStringLiteral("Many"));
  for (const char* name : {"Second", "Third"}) {
    team.name = QString::fromLatin1(name);
    db::save(many, team);
  }
  db::remove(many, team.id);
  many.insert(Team::table(), team.id.value, {QStringLiteral("Fourth")});
  many.commit();
  QVERIFY(undo(many.changeId()));
  QCOMPARE(nameOf(team.id), QStringLiteral("First"));
  QVERIFY(history::verify(*m_file).empty());
}

void TestHistory::anUndoIsUndone() {
  Team team{{}, QStringLiteral("First")};
  change(team);
  team.name = QStringLiteral("Second");
  const qint64 renamed = change(team);
  const auto undone = history::undo(*m_file, tester(), renamed);
  QVERIFY(undo(*undone));
  QCOMPARE(nameOf(team.id), QStringLiteral("Second"));
  QVERIFY(undo(renamed));
  QCOMPARE(nameOf(team.id), QStringLiteral("First"));
}

void TestHistory::undoReachesBackBehindWhatWasUndone() {
  Team team{{}, QStringLiteral("First")};
  const qint64 first = change(team);
  team.name = QStringLiteral("Second");
  const qint64 second = change(team);
  team.name = QStringLiteral("Third");
  const qint64 third = change(team);
  QVERIFY(undo(third));
  QVERIFY(undo(second));
  QCOMPARE(nameOf(team.id), QStringLiteral("First"));
  QVERIFY(undo(first));
  QVERIFY(!db::load(*m_file, team.id));
}

void TestHistory::undoIsRefusedWhenChangedSince() {
  Team team{{}, QStringLiteral("First")};
  const qint64 added = change(team, "Added a team");
  team.name = QStringLiteral("Second");
  const qint64 renamed = change(team);
  const auto refused = history::undo(*m_file, tester(), added);
  QVERIFY(!refused);
  QVERIFY(refused.problems().front().sentence.contains(QLatin1String("Added a team")));
  QCOMPARE(nameOf(team.id), QStringLiteral("Second"));
  // A change that was brought back holds again.
  const auto undone = history::undo(*m_file, tester(), renamed);
  QVERIFY(undo(*undone));
  QVERIFY(!undo(added));
}

void TestHistory::undoIsRefusedWhenSomethingDependsOnIt() {
  Payor payor;
  payor.name = QStringLiteral("Aetna");
  const qint64 added = change(payor);
  Provider provider;
  provider.lastName = QStringLiteral("Marten");
  change(provider);
  Enrollment enrollment;
  enrollment.provider = provider.id;
  enrollment.payor = payor.id;
  change(enrollment);
  const auto refused = history::undo(*m_file, tester(), added);
  QVERIFY(!refused);
  QVERIFY(!refused.problems().front().sentence.isEmpty());
  QVERIFY(db::load(*m_file, payor.id));
  QVERIFY(history::verify(*m_file).empty());
}

void TestHistory::undoIsRefusedTwiceAndForNothing() {
  Team team{{}, QStringLiteral("Lakeside")};
  const qint64 added = change(team);
  QVERIFY(undo(added));
  QVERIFY(!undo(added));
  QVERIFY(!undo(9999));
}

void TestHistory::theStatusOfATrackingFollowsAnUndo() {
  Tracking tracking;
  tracking.reference = QStringLiteral("T-1");
  tracking.type = QStringLiteral("Payor");
  tracking.subtype = QStringLiteral("Initial");
  tracking.started = QDate(2026, 3, 2);
  change(tracking);
  Step step;
  step.tracking = tracking.id;
  step.name = QStringLiteral("Submit");
  change(step);
  const auto status = [&] { return m_file->text(QStringLiteral("SELECT status FROM tracking")); };
  QCOMPARE(status(), QStringLiteral("New"));
  step.status = QStringLiteral("Completed");
  const qint64 completed = change(step);
  QCOMPARE(status(), QStringLiteral("Completed"));
  QVERIFY(undo(completed));
  QCOMPARE(status(), QStringLiteral("New"));
}

void TestHistory::aFreshHistoryIsClean() {
  QVERIFY(history::verify(*m_file).empty());
  QCOMPARE(history::head(*m_file).size(), 20);
}

void TestHistory::everyTamperingIsFound_data() {
  QTest::addColumn<QString>("sql");
  const auto add = [](const char* name, const char* sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
  // The records
  add("a field never changed since", "UPDATE payor SET phone = '1' WHERE name = 'Aetna'");
  add("a field changed since", "UPDATE team SET name = 'X', sort_name = 'x' WHERE id = 1");
  add("a field set back to what it was", "UPDATE team SET name = 'Lakeside', sort_name = 'lakeside' WHERE id = 1");
  add("a date", "UPDATE provider SET start_date = '2026-01-06'");
  add("a date wiped", "UPDATE provider SET start_date = NULL");
  add("a number", "UPDATE payor SET usual_days = 61 WHERE name = 'Aetna'");
  add("a record removed", "DELETE FROM payor WHERE name = 'Aetna'");
  add("a changed record removed", "DELETE FROM team WHERE id = 1");
  add("a record put there", "INSERT INTO payor (name, sort_name) VALUES ('New', 'new')");
  add("a removed record put back",
      "INSERT INTO facility (id, name, sort_name) VALUES (1, 'St. Elsewhere', 'st. elsewhere')");
  add("a sort name", "UPDATE provider SET sort_name = 'zzz'");
  // The lines
  add("a line's before",
      "UPDATE change_row SET before = '{\"name\":\"X\"}' WHERE record = 'team' AND action = 'update'");
  add("a line's after", "UPDATE change_row SET after = '{\"name\":\"X\"}' WHERE record = 'team' AND action = 'update'");
  add("a line's record", "UPDATE change_row SET record_id = 2 WHERE record = 'team' AND action = 'update'");
  add("a line's hash", "UPDATE change_row SET hash = zeroblob(20) WHERE id = 9");
  add("a line removed", "DELETE FROM change_row WHERE id = 9");
  add("the first line removed", "DELETE FROM change_row WHERE id = 1");
  add("lines swapped", "UPDATE change_row SET id = CASE id WHEN 9 THEN -10 WHEN 10 THEN -9 END WHERE id IN (9, 10);"
                       "UPDATE change_row SET id = -id WHERE id < 0");
  add("a line inserted",
      "INSERT INTO change_row (change_id, record, record_id, action, before, after, hash) "
      "SELECT change_id, record, record_id, 'update', '{\"name\":\"Y\"}', '{\"name\":\"Hillside\"}', hash "
      "FROM change_row ORDER BY id DESC LIMIT 1");
  add("the newest line cut", "DELETE FROM change_row WHERE id = (SELECT max(id) FROM change_row)");
  // The newest change is a facility's removal: its lines gone and the facility back, nothing points there any more.
  add("the newest change cut with its rows",
      "DELETE FROM change_row WHERE change_id = (SELECT max(id) FROM change);"
      "DELETE FROM change WHERE id = (SELECT max(id) FROM change);"
      "INSERT INTO facility (id, name, sort_name) VALUES (1, 'St. Elsewhere', 'st. elsewhere')");
  add("all history cut", "DELETE FROM change_row; DELETE FROM change");
  // The changes
  add("who", "UPDATE change SET who = 'Somebody' WHERE id = 2");
  add("when", "UPDATE change SET at = '2020-01-01T00:00:00.000Z' WHERE id = 3");
  add("what", "UPDATE change SET what = 'Nothing' WHERE id = (SELECT max(id) FROM change)");
  add("what it undoes", "UPDATE change SET undoes = 1 WHERE id = 3");
  add("a change removed", "PRAGMA foreign_keys = 0; DELETE FROM change WHERE id = 3");
  add("a change without lines", "INSERT INTO change (at, who, what, hash) VALUES ('', '', '', zeroblob(20))");
}

void TestHistory::everyTamperingIsFound() {
  Team team{{}, QStringLiteral("Lakeside")};
  change(team);
  team.name = QStringLiteral("Hillside");
  change(team);
  Payor payor;
  payor.name = QStringLiteral("Aetna");
  payor.usualDays = 60;
  change(payor);
  Provider provider;
  provider.lastName = QStringLiteral("Marten");
  provider.startDate = QDate(2026, 1, 5);
  change(provider);
  Facility facility;
  facility.name = QStringLiteral("St. Elsewhere");
  change(facility);
  {
    db::Transaction removed(*m_file, tester(), QStringLiteral("Removed"));
    db::remove(removed, facility.id);
    removed.commit();
  }
  QVERIFY(history::verify(*m_file).empty());
  QFETCH(QString, sql);
  for (const QString& statement : sql.split(QLatin1Char(';')))
    m_file->run(statement);
  const auto found = history::verify(*m_file);
  QVERIFY(!found.empty());
  for (const QString& sentence : found)
    QVERIFY(!sentence.isEmpty() && !sentence.contains(QLatin1Char('%')));
}

void TestHistory::aCutIsStillFoundAfterWorkWentOn() {
  Team team{{}, QStringLiteral("Lakeside")};
  change(team);
  m_file->run(QStringLiteral("DELETE FROM change_row WHERE change_id = (SELECT max(id) FROM change)"));
  m_file->run(QStringLiteral("DELETE FROM change WHERE id = (SELECT max(id) FROM change)"));
  m_file->run(QStringLiteral("DELETE FROM team"));
  Team other{{}, QStringLiteral("Hillside")};
  change(other);
  QVERIFY(!history::verify(*m_file).empty());
}

void TestHistory::verifyTellsItsProgress() {
  qint64 last = 0, all = 0;
  history::verify(*m_file, [&](qint64 done, qint64 total) {
    last = done;
    all = total;
  });
  QCOMPARE(all, m_file->value(QStringLiteral("SELECT count(*) FROM change_row")));
  QCOMPARE(last, all);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
