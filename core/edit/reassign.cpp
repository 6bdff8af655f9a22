// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/reassign.h"

#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/tasks/task.h"
#include "core/team/provider.h"
#include "core/tracking/status.h"

namespace edit {
namespace {

/// Items of one duty: FROM … WHERE with the assignee as the only argument, and what they are kept together by.
struct Source {
  Duty duty;
  const char* from;      ///< the table with its short name o
  const char* condition; ///< beyond the assignee; %1: the open statuses
  const char* together;  ///< the tracking of an item, 0 for none
};

// The conditions on status are those of the partial indices.
constexpr Source sources[dutyCount] = {
    {Duty::Step, "step o JOIN tracking t ON t.id = o.tracking_id",
     "o.status %1 AND t.status NOT IN ('Completed', 'Cancelled')", "o.tracking_id"},
    {Duty::Tracking, "tracking o", "o.status NOT IN ('Completed', 'Cancelled')", "o.id"},
    {Duty::Task, "task o", "o.status %1", "coalesce(o.tracking_id, 0)"},
    {Duty::Enrollment, "enrollment o", "1 = 1", "0"},
    {Duty::Affiliation, "affiliation o", "1 = 1", "0"},
    {Duty::Provider, "provider o", "1 = 1", "0"},
};

QString conditionOf(const Source& source) {
  return QString::fromLatin1(source.condition).replace(QStringLiteral("%1"), QString::fromLatin1(openStatuses));
}

template<class R>
void assign(db::Transaction& transaction, qint64 id, Id<Coordinator> from, Id<Coordinator> to) {
  auto record = db::load(transaction.database(), Id<R>{id});
  if (!record || record->assignee != from)
    return; // taken over by somebody meanwhile
  record->assignee = to;
  db::save(transaction, *record);
}

size_t fewest(const std::vector<Load>& gets, std::initializer_list<Duty> counted) {
  const auto sum = [&](const Load& load) {
    qint64 all = 0;
    for (const Duty duty : counted)
      all += load[size_t(duty)];
    return all;
  };
  size_t best = 0;
  for (size_t i = 1; i < gets.size(); ++i)
    if (sum(gets[i]) < sum(gets[best]))
      best = i;
  return best;
}

} // namespace

std::vector<LoadOf> loads(db::Database& database) {
  QHash<qint64, Load> counts;
  for (const Source& source : sources)
    database.each(QStringLiteral("SELECT o.assignee_id, count(*) FROM %1 WHERE o.assignee_id IS NOT NULL AND %2 GROUP "
                                 "BY o.assignee_id")
                      .arg(QString::fromLatin1(source.from), conditionOf(source)),
                  {}, [&](db::Row& row) {
                    const qint64 who = row.number();
                    counts[who][size_t(source.duty)] = row.number();
                  });
  std::vector<LoadOf> all;
  database.each(QStringLiteral("SELECT id, name, active FROM coordinator ORDER BY sort_name, id"), {},
                [&](db::Row& row) {
                  LoadOf one;
                  one.who = row.id<Coordinator>();
                  one.name = row.text();
                  one.isActive = row.yes();
                  one.load = counts.value(one.who.value);
                  if (one.isActive || counts.contains(one.who.value))
                    all.push_back(one);
                });
  return all;
}

Dealt deal(db::Database& database, const Handover& handover) {
  Dealt dealt;
  dealt.gets.resize(handover.to.size());
  if (handover.to.empty())
    return dealt;
  QHash<qint64, size_t> byTracking;
  const auto give = [&](Duty duty, qint64 id, size_t to) {
    dealt.items.push_back({duty, id, to});
    ++dealt.gets[to][size_t(duty)];
  };
  for (const Source& source : sources) {
    if (!handover.duties.contains(source.duty))
      continue;
    const bool isWork = source.duty == Duty::Step || source.duty == Duty::Tracking || source.duty == Duty::Task;
    database.each(QStringLiteral("SELECT o.id, %1 FROM %2 WHERE o.assignee_id = ? AND %3 ORDER BY 2, o.id")
                      .arg(QString::fromLatin1(source.together), QString::fromLatin1(source.from), conditionOf(source)),
                  {handover.from}, [&](db::Row& row) {
                    const qint64 id = row.number(), tracking = row.number();
                    if (const auto known = byTracking.constFind(tracking);
                        tracking != 0 && known != byTracking.constEnd())
                      return give(source.duty, id, *known);
                    const size_t to = isWork ? fewest(dealt.gets, {Duty::Step, Duty::Tracking, Duty::Task})
                                             : fewest(dealt.gets, {source.duty});
                    if (tracking != 0)
                      byTracking.insert(tracking, to);
                    give(source.duty, id, to);
                  });
  }
  return dealt;
}

bool handOver(db::Transaction& transaction, const Handover& handover, const Dealt& dealt, const Progress& progress) {
  constexpr size_t tellEvery = 256;
  for (size_t i = 0; i < dealt.items.size(); ++i) {
    if (i % tellEvery == 0 && progress && !progress(qint64(i), qint64(dealt.items.size())))
      return false;
    const auto& [duty, id, place] = dealt.items[i];
    const Id<Coordinator> to = handover.to[place];
    switch (duty) {
    case Duty::Step:
      assign<Step>(transaction, id, handover.from, to);
      break;
    case Duty::Tracking:
      assign<Tracking>(transaction, id, handover.from, to);
      break;
    case Duty::Task:
      assign<Task>(transaction, id, handover.from, to);
      break;
    case Duty::Enrollment:
      assign<Enrollment>(transaction, id, handover.from, to);
      break;
    case Duty::Affiliation:
      assign<Affiliation>(transaction, id, handover.from, to);
      break;
    case Duty::Provider:
      assign<Provider>(transaction, id, handover.from, to);
      break;
    }
  }
  return true;
}

} // namespace edit
