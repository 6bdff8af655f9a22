// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/participation.h"

#include "core/base/percentile.h"
#include "core/payors/payor.h"

#include <tuple>

namespace participation {

Standing standing(const QString& claims, QDate effective, QDate end, QDate day) {
  if (claims == QLatin1String("Hold"))
    return Standing::Pending;
  if (claims != QLatin1String("Bill"))
    return Standing::No;
  if (end.isValid() && end < day)
    return Standing::PastEnd;
  return effective.isValid() && effective > day ? Standing::Pending : Standing::Yes;
}

std::optional<History> historyOf(const std::vector<int>& days) {
  if (days.size() < size_t(leastCases))
    return std::nullopt;
  return History{int(days.size()), *percentile(days, 50), *percentile(days, 80)};
}

std::optional<History> history(db::Database& database, Id<Payor> payor, const QString& state) {
  return historyOf(database.all(QStringLiteral("SELECT submitted, effective FROM enrollment WHERE payor_id = ? AND "
                                               "state = ? AND submitted IS NOT NULL AND effective >= submitted"),
                                {payor, state}, [](db::Row& row) {
                                  const QDate submitted = row.date();
                                  return int(submitted.daysTo(row.date()));
                                }));
}

Expected expected(QDate submitted, QDate effective, const std::optional<History>& history,
                  std::optional<int> usualDays) {
  if (effective.isValid())
    return {Expected::From::EffectiveDate, effective, {}, 0};
  if (!submitted.isValid())
    return {};
  if (history)
    return {Expected::From::History, submitted.addDays(history->median), submitted.addDays(history->eightieth),
            history->cases};
  if (usualDays)
    return {Expected::From::UsualDays, submitted.addDays(*usualDays), {}, 0};
  return {};
}

namespace {

/// An enrollment that says something of a provider.
struct Candidate {
  Id<Provider> provider;
  bool isOwn = false; ///< the provider's, not the practice's
  Id<Enrollment> id;
  QString status, claims, state;
  QDate submitted, effective, end;
};

Candidate readCandidate(db::Row& row) {
  Candidate one;
  one.provider = row.id<Provider>();
  one.isOwn = row.yes();
  one.id = row.id<Enrollment>();
  one.status = row.text();
  one.claims = row.text();
  one.state = row.text();
  one.submitted = row.date();
  one.effective = row.date();
  one.end = row.date();
  return one;
}

/// Of everybody at the practice, by name; without a practice those of the one provider.
std::vector<Candidate> candidates(db::Database& database, const Question& question) {
  const auto cells = QStringLiteral(", e.id, e.status, es.claims, e.state, e.submitted, e.effective, e.end FROM ");
  const auto status = QStringLiteral("JOIN enrollment_status es ON es.name = e.status WHERE ");
  if (!question.practice.isValid())
    return database.all(
        QStringLiteral("SELECT e.provider_id, 1") + cells + QStringLiteral("enrollment e ") + status +
            QStringLiteral("e.provider_id = ? AND e.payor_id = ? UNION ALL SELECT pp.provider_id, 0") + cells +
            QStringLiteral("provider_practice pp CROSS JOIN enrollment e ") + status +
            QStringLiteral("pp.provider_id = ? AND e.practice_id = pp.practice_id AND e.payor_id = ? AND e.provider_id "
                           "IS NULL"),
        {question.provider, question.payor, question.provider, question.payor}, readCandidate);
  return database.all(
      QStringLiteral("SELECT x.* FROM (SELECT e.provider_id, 1") + cells + QStringLiteral("enrollment e ") + status +
          QStringLiteral("e.practice_id = ? AND e.payor_id = ? AND e.provider_id IS NOT NULL UNION ALL SELECT "
                         "pp.provider_id, e.provider_id IS NOT NULL") +
          cells +
          QStringLiteral("provider_practice pp JOIN practice l ON l.id = pp.practice_id CROSS JOIN enrollment e ") +
          status +
          QStringLiteral("pp.practice_id = ? AND e.provider_id = pp.provider_id AND e.payor_id = ? AND e.practice_id "
                         "IS NULL AND (e.state = '' OR l.state = '' OR e.state = l.state) UNION ALL SELECT "
                         "pp.provider_id, 0") +
          cells + QStringLiteral("provider_practice pp CROSS JOIN enrollment e ") + status +
          QStringLiteral("pp.practice_id = ? AND e.practice_id = pp.practice_id AND e.payor_id = ? AND e.provider_id "
                         "IS NULL) x JOIN provider p ON p.id = x.provider_id WHERE p.id = ? OR p.status NOT IN "
                         "('Inactive', 'Terminated') ORDER BY p.sort_name, p.id"),
      {question.practice, question.payor, question.practice, question.payor, question.practice, question.payor,
       question.provider},
      readCandidate);
}

} // namespace

Answer answer(db::Database& database, const Question& question) {
  std::optional<int> usualDays;
  if (const auto payor = db::load(database, question.payor))
    usualDays = payor->usualDays;
  Answer best;
  // The better standing; then the earlier date, one without a date last; then the provider's own; then the older.
  using Rank = std::tuple<Standing, bool, QDate, bool, qint64>;
  std::optional<Rank> first;
  for (const Candidate& one : candidates(database, question)) {
    const Standing says = standing(one.claims, one.effective, one.end, question.day);
    if (one.provider != question.provider) {
      if (says == Standing::Yes && (best.participating.empty() || best.participating.back() != one.provider))
        best.participating.push_back(one.provider);
      continue;
    }
    Expected when{
        one.effective.isValid() ? Expected::From::EffectiveDate : Expected::From::Nothing, one.effective, {}, 0};
    if (says == Standing::Pending)
      when = expected(one.submitted, one.effective, history(database, question.payor, one.state), usualDays);
    const Rank rank{says, !when.date.isValid(), when.date, !one.isOwn, one.id.value};
    if (first && *first <= rank)
      continue;
    first = rank;
    best.standing = says;
    best.enrollment = one.id;
    best.status = one.status;
    best.claims = one.claims;
    best.effective = one.effective;
    best.end = one.end;
    best.expected = when;
  }
  return best;
}

} // namespace participation
