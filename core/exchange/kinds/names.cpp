// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds that are found by their name alone: teams, coordinators, payors, facilities.
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"
#include "core/exchange/linksets.h"
#include "core/exchange/lists.h"

namespace exchange {
namespace {

class Teams : public KindImport {
public:
  Teams(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Team");
    Names& known = m_import.teams();
    if (row.isRejected() || known.find(row.utf8(m_name)))
      return Outcome::Unchanged;
    known.add(row.name(m_name), db::save(m_import.transaction, Team{{}, row.name(m_name)}).value);
    return Outcome::Created;
  }

private:
  const int m_name = at("Team");
};

class Coordinators : public KindImport {
public:
  Coordinators(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match),
        m_links(context, QStringLiteral("SELECT team_id FROM coordinator_team WHERE coordinator_id = ? ORDER BY id")) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Coordinator");
    Names& known = m_import.coordinators();
    auto record = recordOf<Coordinator>(row, known.find(row.utf8(m_name)));
    row.lay(m_email, record.email);
    row.layChoice(m_role, Field::Role, record.role);
    row.lay(m_active, record.active);
    if (row.isRejected())
      return Outcome::Rejected;
    if (!record.id.isValid())
      record.name = row.name(m_name);
    const Outcome outcome = write(row, record);
    if (outcome == Outcome::Created)
      known.add(record.name, record.id.value);
    std::vector<qint64> teams;
    for (const QString& name : splitList(row.text(m_teams)))
      teams.push_back(m_import.obtainTeam(row, name).value);
    if (!teams.empty())
      m_links.say(record.id.value, teams, row, m_teams, outcome);
    return outcome;
  }

  void finish(const Tell& tell, const std::function<void(const QString&)>&) override {
    m_links.finish(
        [&](qint64 coordinator, qint64 team) {
          db::save(m_import.transaction, CoordinatorTeam{{}, {coordinator}, {team}});
        },
        [&](qint64 coordinator, qint64 team) {
          for (const CoordinatorTeam& link : db::allWhere<CoordinatorTeam>(
                   m_import.database, QStringLiteral("coordinator_id = ? AND team_id = ?"), {coordinator, team}))
            db::remove(m_import.transaction, link.id);
        },
        [&](qint64 team) { return m_import.teams().nameOf(team); }, tell);
  }

private:
  const int m_name = at("Coordinator"), m_email = at("Email"), m_role = at("Role"), m_teams = at("Teams"),
            m_active = at("Active");
  LinkSets m_links;
};

class Payors : public KindImport {
public:
  Payors(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Payor");
    Names& known = m_import.payors();
    auto record = recordOf<Payor>(row, known.find(row.utf8(m_name)));
    row.lay(m_id, record.payorId);
    row.layChoice(m_class, Field::PayorClass, record.payorClass);
    QStringList states;
    for (const QString& state : splitList(QString(row.text(m_states)).replace(QLatin1Char(','), QLatin1Char(';'))))
      states += stateCode(state);
    row.layText(m_states, joinList(states), record.states);
    row.lay(m_usualDays, record.usualDays);
    row.lay(m_months, record.recredentialingMonths);
    row.lay(m_phone, record.phone);
    row.lay(m_portal, record.portal);
    if (row.isRejected())
      return Outcome::Rejected;
    if (!record.id.isValid())
      record.name = row.name(m_name);
    const Outcome outcome = write(row, record);
    if (outcome == Outcome::Created)
      known.add(record.name, record.id.value);
    return outcome;
  }

private:
  const int m_name = at("Payor"), m_id = at("Payor ID"), m_class = at("Class"), m_states = at("States"),
            m_usualDays = at("Usual days"), m_months = at("Recredentialing months"), m_phone = at("Phone"),
            m_portal = at("Portal");
};

class Facilities : public KindImport {
public:
  Facilities(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Facility");
    Names& known = m_import.facilities();
    auto record = recordOf<Facility>(row, known.find(row.utf8(m_name)));
    row.lay(m_city, record.city);
    row.layText(m_state, stateCode(row.text(m_state)), record.state);
    row.lay(m_phone, record.phone);
    row.lay(m_address, record.address);
    layNumber(row, m_zip, Number::Zip, record.zip);
    row.lay(m_email, record.email);
    if (row.isRejected())
      return Outcome::Rejected;
    if (!record.id.isValid())
      record.name = row.name(m_name);
    const Outcome outcome = write(row, record);
    if (outcome == Outcome::Created)
      known.add(record.name, record.id.value);
    return outcome;
  }

private:
  const int m_name = at("Facility"), m_city = at("City"), m_state = at("State"), m_phone = at("Phone"),
            m_address = at("Address"), m_zip = at("ZIP"), m_email = at("Email");
};

} // namespace

std::unique_ptr<KindImport> importTeams(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<Teams>(context, match);
}
std::unique_ptr<KindImport> importCoordinators(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<Coordinators>(context, match);
}
std::unique_ptr<KindImport> importPayors(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<Payors>(context, match);
}
std::unique_ptr<KindImport> importFacilities(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<Facilities>(context, match);
}

} // namespace exchange
