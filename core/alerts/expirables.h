// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/subject.h"

#include <QDate>

struct Coordinator;
struct Practice;
struct Team;

namespace alerts {

/// An alert with what is needed to tell of it.
struct Expirable {
  Subject subject;
  Id<Team> team;
  Id<Provider> provider;
  Id<Practice> practice;
  Id<Coordinator> assignee; ///< of the record, else of the provider
  QString who;              ///< "Marten, Lily", or the practice
  QString document;         ///< "State licence TX", "Payor recredentialing Aetna TX"
  QDate expires;            ///< invalid: missing, or no date on file
  QString ladder;           ///< the record's own, else its type's
};

/// Every alert there is on this day: the rows of the list of alerts (core/report/catalogue/alerts.cpp; tests hold the
/// two together), by who they are about.
std::vector<Expirable> expirables(db::Database& database, QDate today);
/// The alert of one subject, whether it is near or not; nothing when it is none any more.
std::optional<Expirable> expirable(db::Database& database, const Subject& subject);

} // namespace alerts
