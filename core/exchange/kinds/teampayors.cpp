// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/kind.h"
#include "core/payors/teampayor.h"

namespace exchange {
namespace {

/// All columns together are what a row is found by.
class TeamPayorRows : public KindImport {
public:
  TeamPayorRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_team, "Team");
    row.needed(m_payor, "Payor");
    if (row.isRejected())
      return Outcome::Rejected;
    TeamPayor record;
    record.team = m_import.obtainTeam(row, m_team);
    record.payor = m_import.obtainPayor(row, m_payor);
    record.state = stateCode(row.text(m_state));
    record.lineOfBusiness = row.text(m_line);
    if (m_import.database.value(QStringLiteral("SELECT count(*) FROM team_payor WHERE team_id = ? AND payor_id = ? AND "
                                               "state = ? AND line_of_business = ?"),
                                {record.team, record.payor, record.state, record.lineOfBusiness}))
      return Outcome::Unchanged;
    return write(row, record, true);
  }

private:
  const int m_team = at("Team"), m_payor = at("Payor"), m_state = at("State"), m_line = at("Line of business");
};

} // namespace

std::unique_ptr<KindImport> importTeamPayors(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<TeamPayorRows>(context, match);
}

} // namespace exchange
