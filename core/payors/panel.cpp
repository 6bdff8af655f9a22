// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/panel.h"

#include "core/payors/checks.h"
#include "core/payors/enrollments.h"
#include "core/team/team.h"

#include <QCoreApplication>
#include <set>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Panel)
};

std::vector<Enrollment> enrollmentsOf(db::Database& database, const PanelOwner& owner) {
  if (owner.provider.isValid())
    return db::allWhere<Enrollment>(database, QStringLiteral("provider_id = ? ORDER BY id"), {owner.provider});
  return db::allWhere<Enrollment>(database, QStringLiteral("practice_id = ? AND provider_id IS NULL ORDER BY id"),
                                  {owner.practice});
}

struct Place {
  Id<Practice> practice;
  QString state;
};

/// Where a provider works; a practice is its own place.
std::vector<Place> placesOf(db::Database& database, const PanelOwner& owner) {
  const auto read = [](db::Row& row) {
    const auto practice = row.id<Practice>();
    return Place{practice, row.text()};
  };
  if (owner.provider.isValid())
    return database.all(QStringLiteral("SELECT p.id, p.state FROM provider_practice l JOIN practice p ON p.id = "
                                       "l.practice_id WHERE l.provider_id = ? ORDER BY p.sort_name, p.id"),
                        {owner.provider}, read);
  return database.all(QStringLiteral("SELECT id, state FROM practice WHERE id = ?"), {owner.practice}, read);
}

bool isSamePanel(const Enrollment& one, const Enrollment& other) {
  return one.payor == other.payor && one.state == other.state && one.lineOfBusiness == other.lineOfBusiness;
}

} // namespace

std::vector<PanelChange> copiedStatuses(db::Database& database, const PanelOwner& from, const PanelOwner& to,
                                        bool makeMissing, QDate today) {
  if (from == to || !from.isValid() || !to.isValid())
    return {};
  const std::vector<Enrollment> source = enrollmentsOf(database, from), target = enrollmentsOf(database, to);
  const std::vector<Place> places = placesOf(database, to);
  std::vector<bool> taken(target.size(), false);
  std::vector<size_t> pair(source.size(), target.size()); // that size: none
  // Those at the same practice find each other first; a provider's and a practice's have no practice in common.
  for (const bool samePractice : {true, false})
    for (size_t i = 0; i < source.size(); ++i)
      for (size_t k = 0; k < target.size() && pair[i] == target.size(); ++k)
        if (!taken[k] && isSamePanel(source[i], target[k]) &&
            (!samePractice || source[i].practice == target[k].practice)) {
          pair[i] = k;
          taken[k] = true;
        }
  std::vector<PanelChange> changes;
  const auto copy = [&](const Enrollment& one, const Enrollment& before) {
    PanelChange change{before, before};
    change.after.status = one.status;
    change.after.waitingOn = one.waitingOn;
    keepWaiting(change.after, before, today);
    if (change.isNew() || change.after.values() != before.values())
      changes.push_back(change);
  };
  for (size_t i = 0; i < source.size(); ++i)
    if (pair[i] < target.size())
      copy(source[i], target[pair[i]]);
  // Of several with one panel one is enough here: that at a practice where it works.
  for (const bool worksThere : {true, false})
    for (size_t i = 0; makeMissing && i < source.size(); ++i) {
      const bool isThere =
          std::any_of(target.begin(), target.end(), [&](const Enrollment& one) { return isSamePanel(one, source[i]); });
      const bool isMade = std::any_of(changes.begin(), changes.end(), [&](const PanelChange& one) {
        return one.isNew() && isSamePanel(one.after, source[i]);
      });
      const bool isPlace = std::any_of(places.begin(), places.end(),
                                       [&](const Place& place) { return place.practice == source[i].practice; });
      if (isThere || isMade || isPlace != worksThere)
        continue;
      Enrollment fresh;
      fresh.provider = to.provider;
      fresh.practice = !to.provider.isValid() ? to.practice
                       : isPlace              ? source[i].practice
                       : places.size() == 1   ? places.front().practice
                                              : Id<Practice>{};
      fresh.payor = source[i].payor;
      fresh.state = source[i].state;
      fresh.lineOfBusiness = source[i].lineOfBusiness;
      copy(source[i], fresh);
    }
  return changes;
}

std::vector<PanelChange> missingOfTeam(db::Database& database, const PanelOwner& owner) {
  const std::vector<Enrollment> there = enrollmentsOf(database, owner);
  std::vector<Place> places = placesOf(database, owner);
  if (places.empty())
    places.push_back({});
  std::vector<PanelChange> missing;
  for (const TeamPayor& wanted : panelOf(database, teamOf(database, owner)))
    for (const Place& place : places) {
      const auto fits = [&](const Enrollment& one) {
        return one.payor == wanted.payor && (!one.practice.isValid() || one.practice == place.practice) &&
               (wanted.state.isEmpty() || one.state == wanted.state) &&
               (wanted.lineOfBusiness.isEmpty() || one.lineOfBusiness == wanted.lineOfBusiness);
      };
      const bool isThere =
          std::any_of(there.begin(), there.end(), fits) ||
          std::any_of(missing.begin(), missing.end(), [&](const PanelChange& change) { return fits(change.after); });
      if (isThere)
        continue;
      Enrollment fresh;
      fresh.provider = owner.provider;
      fresh.practice = place.practice;
      fresh.payor = wanted.payor;
      fresh.state = wanted.state.isEmpty() ? place.state : wanted.state;
      fresh.lineOfBusiness = wanted.lineOfBusiness;
      fresh.waitingOn = waitingOnOf(database, fresh.status);
      missing.push_back({fresh, fresh});
    }
  return missing;
}

Problems write(db::Transaction& transaction, std::span<const PanelChange> changes) {
  for (const PanelChange& change : changes) {
    if (const Problems problems = check(change.after, transaction.database()); !problems.empty())
      return problems;
    if (!change.isNew()) {
      const auto now = db::load(transaction.database(), change.after.id);
      if (!now || now->values() != change.before.values())
        continue;
    }
    db::save(transaction, change.after);
  }
  return {};
}

Id<Team> teamOf(db::Database& database, const PanelOwner& owner) {
  if (owner.provider.isValid())
    return {database.value(QStringLiteral("SELECT team_id FROM provider WHERE id = ?"), {owner.provider})};
  return {database.value(QStringLiteral("SELECT team_id FROM practice WHERE id = ?"), {owner.practice})};
}

std::vector<TeamPayor> panelOf(db::Database& database, Id<Team> team) {
  return db::allWhere<TeamPayor>(database,
                                 QStringLiteral("team_id = ? ORDER BY (SELECT sort_name FROM payor WHERE payor.id = "
                                                "team_payor.payor_id), state, line_of_business, id"),
                                 {team});
}

Problems writePanel(db::Transaction& transaction, Id<Team> team, std::vector<TeamPayor> wanted) {
  std::set<std::tuple<qint64, QString, QString>> known;
  for (TeamPayor& line : wanted) {
    line.team = team;
    if (!line.payor.isValid())
      return {{QStringLiteral("payor"), Say::tr("Choose a payor.")}};
    if (!known.emplace(line.payor.value, line.state, line.lineOfBusiness).second)
      return {{QStringLiteral("payor"), Say::tr("%1 stands in the list twice.")
                                            .arg(transaction.database().text(
                                                QStringLiteral("SELECT name FROM payor WHERE id = ?"), {line.payor}))}};
  }
  // What goes, goes first: a line may have become another.
  for (const TeamPayor& old : panelOf(transaction.database(), team))
    if (std::none_of(wanted.begin(), wanted.end(), [&](const TeamPayor& line) { return line.id == old.id; }))
      db::remove(transaction, old.id);
  for (const TeamPayor& line : wanted)
    db::save(transaction, line);
  return {};
}
