// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/kind.h"
#include "core/team/team.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by team and day.
class ClosedDayRows : public KindImport {
public:
  ClosedDayRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_team, "Team");
    const QDate day = row.date(m_day);
    if (!day.isValid() && !row.isRejected())
      row.reject(Say::tr("The day is missing."));
    if (row.isRejected())
      return Outcome::Rejected;
    const Id<Team> team = m_import.obtainTeam(row, m_team);
    const qint64 known =
        m_import.database.value(QStringLiteral("SELECT id FROM closed_day WHERE team_id = ? AND day = ?"), {team, day});
    auto record = recordOf<ClosedDay>(row, known);
    record.team = team;
    record.day = day;
    row.lay(m_occasion, record.name);
    return write(row, record);
  }

private:
  const int m_team = at("Team"), m_day = at("Closed day"), m_occasion = at("Occasion");
};

} // namespace

std::unique_ptr<KindImport> importClosedDays(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ClosedDayRows>(context, match);
}

} // namespace exchange
