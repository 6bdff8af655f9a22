// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/reassign.h"
#include "core/team/coordinator.h"
#include "support/samplefile.h"

#include <QTest>
#include <numeric>

using edit::Duty;

namespace {

const std::set<Duty> everything{Duty::Step,       Duty::Tracking,    Duty::Task,
                                Duty::Enrollment, Duty::Affiliation, Duty::Provider};

} // namespace

class TestReassign : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void loadsAreWhatIsOpen();
  void toOneEverythingOpenIsTheirs();
  void overSeveralItIsDealtEvenly();
  void aTrackingAndItsWorkStayTogether();
  void onlyWhatWasAskedForIsHandedOver();
  void whatIsDoneStaysWhereItWas();
  void handingOverIsOneChangeAndOneUndo();
  void whatSomebodyTookMeanwhileStaysTheirs();

private:
  qint64 count(const char* what, Id<Coordinator> who) {
    return m_file->value(QStringLiteral("SELECT count(*) FROM %1 AND assignee_id = ?").arg(QLatin1String(what)), {who});
  }
  /// Counted one by one, record by record.
  edit::Load slowLoad(Id<Coordinator> who) {
    edit::Load load{};
    const QStringList open{QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("Waiting")};
    m_file->each(QStringLiteral("SELECT s.status, t.status FROM step s JOIN tracking t ON t.id = s.tracking_id WHERE "
                                "s.assignee_id = ?"),
                 {who}, [&](db::Row& row) {
                   const bool isOpen = open.contains(row.text());
                   const QString tracking = row.text();
                   load[0] +=
                       isOpen && tracking != QLatin1String("Completed") && tracking != QLatin1String("Cancelled");
                 });
    load[1] = count("tracking WHERE status <> 'Completed' AND status <> 'Cancelled'", who);
    load[2] = count("task WHERE status <> 'Completed' AND status <> 'Cancelled'", who);
    load[3] = count("enrollment WHERE 1 = 1", who);
    load[4] = count("affiliation WHERE 1 = 1", who);
    load[5] = count("provider WHERE 1 = 1", who);
    return load;
  }
  void handOver(const edit::Handover& handover) {
    db::Transaction transaction(*m_file, tester(), QStringLiteral("Handed over"));
    QVERIFY(edit::handOver(transaction, handover, edit::deal(*m_file, handover), {}));
    transaction.commit();
    m_change = transaction.changeId();
  }

  std::unique_ptr<SampleFile> m_sample;
  db::Database* m_file = nullptr;
  std::vector<Id<Coordinator>> m_people; ///< the busiest first
  qint64 m_change = 0;
};

void TestReassign::init() {
  m_sample = std::make_unique<SampleFile>();
  m_file = m_sample->database.get();
  auto loads = edit::loads(*m_file);
  std::sort(loads.begin(), loads.end(), [](const auto& one, const auto& other) {
    return std::accumulate(one.load.begin(), one.load.end(), qint64()) >
           std::accumulate(other.load.begin(), other.load.end(), qint64());
  });
  m_people.clear();
  for (const auto& one : loads)
    m_people.push_back(one.who);
  QVERIFY(m_people.size() >= 4);
}

void TestReassign::loadsAreWhatIsOpen() {
  for (const edit::LoadOf& one : edit::loads(*m_file))
    QCOMPARE(one.load, slowLoad(one.who));
}

void TestReassign::toOneEverythingOpenIsTheirs() {
  const auto mine = slowLoad(m_people[0]), theirs = slowLoad(m_people[1]);
  handOver({m_people[0], everything, {m_people[1]}});
  QCOMPARE(slowLoad(m_people[0]), edit::Load{});
  for (size_t i = 0; i < edit::dutyCount; ++i)
    QCOMPARE(slowLoad(m_people[1])[i], mine[i] + theirs[i]);
}

void TestReassign::overSeveralItIsDealtEvenly() {
  const edit::Handover handover{m_people[0], everything, {m_people[1], m_people[2], m_people[3]}};
  const auto before = slowLoad(m_people[0]);
  const edit::Dealt dealt = edit::deal(*m_file, handover);
  qint64 largest = 0; // of what stays together
  QHash<qint64, qint64> sizes;
  for (const auto& item : dealt.items)
    if (item.duty == Duty::Step)
      largest = std::max(
          largest, ++sizes[m_file->value(QStringLiteral("SELECT tracking_id FROM step WHERE id = ?"), {item.id})]);
  for (size_t duty = 0; duty < edit::dutyCount; ++duty) {
    qint64 all = 0, most = 0, least = before[duty];
    for (const edit::Load& gets : dealt.gets) {
      all += gets[duty];
      most = std::max(most, gets[duty]);
      least = std::min(least, gets[duty]);
    }
    QCOMPARE(all, before[duty]);
    if (duty >= size_t(Duty::Enrollment))
      QVERIFY(most - least <= 1);
  }
  std::vector<qint64> work;
  for (const edit::Load& gets : dealt.gets)
    work.push_back(gets[0] + gets[1] + gets[2]);
  const auto [least, most] = std::minmax_element(work.begin(), work.end());
  QVERIFY2(*most - *least <= largest + 2, qPrintable(QString::number(*most - *least)));
}

void TestReassign::aTrackingAndItsWorkStayTogether() {
  const edit::Handover handover{m_people[0], everything, {m_people[1], m_people[2]}};
  QHash<qint64, size_t> holder;
  for (const auto& item : edit::deal(*m_file, handover).items) {
    qint64 tracking = item.duty == Duty::Tracking ? item.id : 0;
    if (item.duty == Duty::Step || item.duty == Duty::Task)
      tracking = m_file->value(QStringLiteral("SELECT tracking_id FROM %1 WHERE id = ?")
                                   .arg(item.duty == Duty::Step ? QStringLiteral("step") : QStringLiteral("task")),
                               {item.id});
    if (tracking == 0)
      continue;
    QCOMPARE(holder.value(tracking, item.to), item.to);
    holder[tracking] = item.to;
  }
  QVERIFY(!holder.isEmpty());
}

void TestReassign::onlyWhatWasAskedForIsHandedOver() {
  const auto before = slowLoad(m_people[0]);
  handOver({m_people[0], {Duty::Task}, {m_people[1]}});
  auto expected = before;
  expected[size_t(Duty::Task)] = 0;
  QCOMPARE(slowLoad(m_people[0]), expected);
}

void TestReassign::whatIsDoneStaysWhereItWas() {
  const auto done = [this](Id<Coordinator> who) {
    return count("step WHERE status = 'Completed'", who) + count("task WHERE status = 'Completed'", who);
  };
  const qint64 before = done(m_people[0]);
  QVERIFY(before > 0);
  handOver({m_people[0], everything, {m_people[1]}});
  QCOMPARE(done(m_people[0]), before);
}

void TestReassign::handingOverIsOneChangeAndOneUndo() {
  const auto before = edit::loads(*m_file);
  handOver({m_people[0], everything, {m_people[1], m_people[2]}});
  QVERIFY(db::history::undo(*m_file, tester(), m_change).isOk());
  const auto after = edit::loads(*m_file);
  QCOMPARE(after.size(), before.size());
  for (size_t i = 0; i < after.size(); ++i)
    QCOMPARE(after[i].load, before[i].load);
}

void TestReassign::whatSomebodyTookMeanwhileStaysTheirs() {
  const edit::Handover handover{m_people[0], {Duty::Task}, {m_people[1]}};
  const edit::Dealt dealt = edit::deal(*m_file, handover);
  QVERIFY(!dealt.items.empty());
  m_file->run(QStringLiteral("UPDATE task SET assignee_id = ? WHERE id = ?"), {m_people[2], dealt.items.front().id});
  db::Transaction transaction(*m_file, tester(), QStringLiteral("Handed over"));
  QVERIFY(edit::handOver(transaction, handover, dealt, {}));
  transaction.commit();
  QCOMPARE(m_file->value(QStringLiteral("SELECT assignee_id FROM task WHERE id = ?"), {dealt.items.front().id}),
           m_people[2].value);
}

QTEST_GUILESS_MAIN(TestReassign)
#include "tst_reassign.moc"
