// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/team/coordinator.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"

#include <QHash>
#include <numeric>
#include <random>

/// The made-up office, piece by piece: each make… adds to the world what the later ones build on.
namespace sample {

/// Chance that falls the same way each time, on every machine (std's distributions do not).
class Dice {
public:
  int below(int n) { return int(m_source() % unsigned(n)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool oneIn(int n) { return below(n) == 0; }
  template<class List>
  const auto& one(const List& list) {
    return list[size_t(below(int(std::size(list))))];
  }
  template<class List>
  void shuffle(List& list) {
    for (int i = int(list.size()) - 1; i > 0; --i)
      std::swap(list[size_t(i)], list[size_t(below(i + 1))]);
  }

private:
  std::mt19937 m_source{20260302};
};

struct World {
  World(db::Transaction& into, QDate day) : transaction(into), today(day) {}

  template<class R>
  R add(R record) {
    record.id = db::save(transaction, record);
    return record;
  }
  QDate daysAgo(int days) const { return today.addDays(-days); }
  /// This day, or the last business day before it.
  static QDate workingDay(QDate day);
  const Payor& payorOf(const Enrollment& enrollment) const;
  /// The practices a provider works at; the states they lie in, each once.
  const std::vector<Practice>& practicesOf(const Provider& provider) const;
  QStringList statesOf(const Provider& provider) const;
  QString nameOf(Id<Coordinator> id) const;
  /// Ten digits with a right check digit, each time another.
  QString nextNpi();
  /// A telephone number kept for stories: 555-01xx.
  QString phone();

  db::Transaction& transaction;
  QDate today;
  Dice dice;
  std::vector<Team> teams;
  std::vector<Coordinator> coordinators;
  std::vector<std::vector<Id<Coordinator>>> workers; // who does the work, a list a team
  std::vector<Practice> practices;
  std::vector<Provider> providers;
  QHash<Id<Provider>, std::vector<Practice>> worksAt;
  std::vector<Payor> payors;
  std::vector<Facility> facilities;
  std::vector<Enrollment> enrollments;
  std::vector<Affiliation> affiliations;

private:
  int m_npis = 0;
};

void makeOffice(World& world);
void makeProviders(World& world);
void makePayors(World& world);
void makeEnrollments(World& world);
void makeAffiliations(World& world);
void makeCredentials(World& world);
void makeTrackings(World& world);
void makeTasks(World& world);
void makeContacts(World& world);
void makeCareers(World& world);

} // namespace sample
