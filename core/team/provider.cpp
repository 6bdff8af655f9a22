// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/provider.h"

#include "core/base/text.h"
#include "core/team/also.h"

namespace {

QString digitsOf(const QString& text) {
  QString digits;
  for (const QChar c : text)
    if (c.isDigit())
      digits += c;
  return digits;
}

/// sort_name "marten, lily", and what a search looks in: names, NPI, CAQH ID, specialty, phone, email, tags.
db::Values derivedOf(const db::Values& values) {
  static const auto places = [](std::initializer_list<const char*> names) {
    std::vector<size_t> found; // once: every row of an import comes by here
    for (const char* name : names)
      found.push_back(size_t(Provider::table().columns().indexOf(QLatin1String(name))));
    return found;
  };
  static const auto names = places({"last_name", "first_name"});
  static const auto others = places({"npi", "middle_name", "degree", "specialty", "email", "phone", "caqh_id", "tags"});
  static const size_t phone = places({"phone"}).front();
  const auto text = [&](size_t place) { return *values.at(place).text(); };
  const QString last = text(names[0]), first = text(names[1]), name = last + QStringLiteral(", ") + first;
  QStringList parts{name, first + QLatin1Char(' ') + last};
  for (const size_t place : others)
    parts << text(place);
  parts << digitsOf(text(phone)); // typed without spaces and brackets it is found too
  return {folded(name), folded(parts.join(QLatin1Char(' ')))};
}

} // namespace

const db::Table& Provider::table() {
  static const db::Table it(
      "provider", {"team_id",    "npi",      "last_name",   "first_name", "middle_name",   "suffix",    "degree",
                   "specialty",  "taxonomy", "email",       "phone",      "date_of_birth", "caqh_id",   "status",
                   "start_date", "tags",     "assignee_id", "languages",  "ended",         "end_reason"},
      db::Table::Derived{{"sort_name", "search"},
                         [](const db::Values& values) -> db::Values { return derivedOf(values); }});
  return it;
}

db::Values Provider::values() const {
  return {team,  npi,         lastName, firstName, middleName, suffix, degree,   specialty, taxonomy, email,
          phone, dateOfBirth, caqhId,   status,    startDate,  tags,   assignee, languages, ended,    endReason};
}

Provider Provider::read(db::Row& row) {
  Provider r;
  r.id = row.id<Provider>();
  r.team = row.id<Team>();
  r.npi = row.text();
  r.lastName = row.text();
  r.firstName = row.text();
  r.middleName = row.text();
  r.suffix = row.text();
  r.degree = row.text();
  r.specialty = row.text();
  r.taxonomy = row.text();
  r.email = row.text();
  r.phone = row.text();
  r.dateOfBirth = row.date();
  r.caqhId = row.text();
  r.status = row.text();
  r.startDate = row.date();
  r.tags = row.text();
  r.assignee = row.id<Coordinator>();
  r.languages = row.text();
  r.ended = row.date();
  r.endReason = row.text();
  return r;
}

const db::Table& ProviderPractice::table() {
  static const db::Table it("provider_practice", {"provider_id", "practice_id"}, alsoFollows({"practice_id"}));
  return it;
}

db::Values ProviderPractice::values() const { return {provider, practice}; }

ProviderPractice ProviderPractice::read(db::Row& row) {
  ProviderPractice r;
  r.id = row.id<ProviderPractice>();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  return r;
}

const db::Table& ProviderName::table() {
  static const db::Table it(
      "provider_name", {"provider_id", "last_name", "first_name", "middle_name", "until"},
      db::Table::Derived{{"sort_name"},
                         [](const db::Values& values) -> db::Values {
                           return {folded(*values[1].text() + QStringLiteral(", ") + *values[2].text())};
                         }},
      alsoFollows({"last_name", "first_name", "middle_name"}));
  return it;
}

db::Values ProviderName::values() const { return {provider, lastName, firstName, middleName, until}; }

ProviderName ProviderName::read(db::Row& row) {
  ProviderName r;
  r.id = row.id<ProviderName>();
  r.provider = row.id<Provider>();
  r.lastName = row.text();
  r.firstName = row.text();
  r.middleName = row.text();
  r.until = row.date();
  return r;
}
