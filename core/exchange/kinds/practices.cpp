// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by group NPI, else by name within the team. Several places of a group may share its NPI, each with its name.
class PracticeRows : public KindImport {
public:
  PracticeRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Practice");
    const QString name = row.name(m_name);
    const QString npi = readNpi(row, m_npi);
    const Id<Team> team = m_import.teamOf(row, m_team);
    if (row.isRejected())
      return Outcome::Rejected;
    const Practices::Entry* found = find(row, name, npi, team);
    if (row.isRejected())
      return Outcome::Rejected;
    auto record = recordOf<Practice>(row, found ? found->id.value : 0);
    if (!isPoorerSpelling(name, record.name))
      row.layText(m_name, name, record.name);
    row.layText(m_npi, npi, record.groupNpi);
    layNumber(row, m_tin, Number::Tin, record.tin);
    row.lay(m_address, record.address);
    row.lay(m_city, record.city);
    row.layText(m_state, stateCode(row.text(m_state)), record.state);
    layNumber(row, m_zip, Number::Zip, record.zip);
    row.lay(m_phone, record.phone);
    row.lay(m_email, record.email);
    row.lay(m_fax, record.fax);
    row.lay(m_contact, record.contact);
    if (row.isRejected())
      return Outcome::Rejected;
    row.layId(m_team, m_import.obtainTeam(row, m_team).value, record.team, m_import.teams());
    const Outcome outcome = write(row, record);
    if (outcome != Outcome::Unchanged)
      m_import.practices().put(record);
    m_seen[quint64(record.id.value)] = 1;
    return outcome;
  }

private:
  const Practices::Entry* find(ImportRow& row, const QString& name, const QString& npi, Id<Team> team) {
    const Practices& known = m_import.practices();
    const auto fit = known.fitting(name, team, m_import.teams());
    if (fit.size() > 1 && npi.isEmpty())
      row.reject(Say::tr("“%1” is ambiguous, several teams have such a practice: give the team.").arg(name));
    const Practices::Entry* called =
        fit.size() == 1 && nameKey(fit.front()->name) == nameKey(name) ? fit.front() : nullptr;
    const std::vector<const Practices::Entry*> numbered =
        npi.isEmpty() ? decltype(known.withNpi(npi)){} : known.withNpi(npi);
    if (numbered.empty())
      return called;
    for (const Practices::Entry* one : numbered)
      if (one == called || nameKey(one->name) == nameKey(name))
        return one;
    if (called && called->groupNpi.isEmpty())
      return called;
    if (called) {
      row.reject(Say::tr("The group NPI %1 is that of “%2”, and “%3” is on file with the group NPI %4.")
                     .arg(npi, numbered.front()->name, called->name, called->groupNpi));
      return nullptr;
    }
    // One that no row of this file has named is the same practice under its new name; else it is another place.
    return numbered.size() == 1 && !m_seen.find(quint64(numbered.front()->id.value)) ? numbered.front() : nullptr;
  }

  const int m_team = at("Team"), m_name = at("Practice"), m_npi = at("Group NPI"), m_tin = at("TIN"),
            m_address = at("Address"), m_city = at("City"), m_state = at("State"), m_zip = at("ZIP"),
            m_phone = at("Phone"), m_email = at("Email"), m_fax = at("Fax"), m_contact = at("Contact");
  FlatMap<char> m_seen; // the practices that rows of this sheet were about
};

} // namespace

std::unique_ptr<KindImport> importPractices(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<PracticeRows>(context, match);
}

} // namespace exchange
