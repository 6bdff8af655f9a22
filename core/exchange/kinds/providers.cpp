// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"
#include "core/exchange/linksets.h"
#include "core/exchange/lists.h"

#include <QCoreApplication>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by NPI, else by name and date of birth, else by name within the team. One whose NPI is not on file gets the
/// NPI of a row with his name; one with another NPI is somebody else.
class ProviderRows : public KindImport {
public:
  ProviderRows(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match),
        m_links(context,
                QStringLiteral("SELECT practice_id FROM provider_practice WHERE provider_id = ? ORDER BY id")) {}

  std::optional<Outcome> take(ImportRow& row) override {
    const PersonName name = nameOf(row);
    if (name.last.isEmpty())
      row.reject(Say::tr("Last name is missing."));
    if (name.first.isEmpty())
      row.reject(Say::tr("First name is missing."));
    const QString npi = readNpi(row, m_npi);
    const QDate born = row.date(m_born, m_import.today.year());
    if (row.isRejected())
      return Outcome::Rejected;
    auto record = recordOf<Provider>(row, find(row, name, npi, born).value);
    if (row.isRejected())
      return Outcome::Rejected;
    row.layText(m_npi, npi, record.npi);
    layNames(row, name, record);
    row.lay(m_specialty, record.specialty);
    layNumber(row, m_taxonomy, Number::Taxonomy, record.taxonomy);
    row.lay(m_email, record.email);
    row.lay(m_phone, record.phone);
    row.lay(m_born, record.dateOfBirth, m_import.today.year());
    layNumber(row, m_caqh, Number::Caqh, record.caqhId);
    row.layChoice(m_status, Field::ProviderStatus, record.status);
    row.lay(m_start, record.startDate);
    row.layText(m_tags, joinList(splitList(row.text(m_tags))), record.tags);
    row.layText(m_languages, joinList(splitList(row.text(m_languages))), record.languages);
    row.lay(m_ended, record.ended);
    row.lay(m_endReason, record.endReason);
    // A practice that may be one of two rejects the row, so it is looked up before anything is written.
    const Id<Team> team = m_import.teamOf(row, m_team);
    const std::vector<Subject> places = placesOf(row, team.isValid() ? team : record.team);
    if (row.isRejected())
      return Outcome::Rejected;
    if (born > m_import.today)
      row.notice(Say::tr("The date of birth %1 is in the future; it was kept.").arg(born.toString(Qt::ISODate)));
    return save(row, record, places);
  }

  void finish(const Tell& tell, const std::function<void(const QString&)>&) override {
    m_links.finish(
        [&](qint64 provider, qint64 practice) {
          db::save(m_import.transaction, ProviderPractice{{}, {provider}, {practice}});
        },
        [&](qint64 provider, qint64 practice) {
          for (const ProviderPractice& link : db::allWhere<ProviderPractice>(
                   m_import.database, QStringLiteral("provider_id = ? AND practice_id = ?"), {provider, practice}))
            db::remove(m_import.transaction, link.id);
        },
        [&](qint64 practice) { return m_import.practices().byId({practice})->name; }, tell);
  }

private:
  PersonName nameOf(const ImportRow& row) const {
    PersonName name;
    if (row.isGiven(m_whole))
      name = splitPersonName(row.text(m_whole));
    const auto take = [&](int column, QString& part) {
      if (row.isGiven(column))
        part = row.name(column);
    };
    take(m_last, name.last);
    take(m_first, name.first);
    take(m_middle, name.middle);
    take(m_suffix, name.suffix);
    take(m_degree, name.degree);
    return name;
  }

  void layNames(ImportRow& row, const PersonName& name, Provider& record) {
    const auto lay = [&](int column, const QString& part, QString& field) {
      if (isPoorerSpelling(part, field))
        return;
      row.layText(row.isGiven(column) ? column : m_whole, part, field);
    };
    lay(m_last, name.last, record.lastName);
    lay(m_first, name.first, record.firstName);
    lay(m_middle, name.middle, record.middleName);
    lay(m_suffix, name.suffix, record.suffix);
    lay(m_degree, name.degree, record.degree);
  }

  Id<Provider> find(ImportRow& row, const PersonName& name, const QString& npi, QDate born) {
    const People& people = m_import.people();
    if (const Person* person = people.byNpi(npiNumber(npi.toStdString())))
      return person->id;
    const auto fit = people.fitting({name, born, m_import.teamOf(row, m_team), !npi.isEmpty()});
    if (fit.size() == 1)
      return fit.front()->id;
    if (!fit.empty()) {
      QStringList who;
      for (const Person* one : fit)
        who += description(*one);
      row.reject(Say::tr("“%1, %2” is ambiguous, it may be %3: give the NPI or the date of birth.")
                     .arg(name.last, name.first, who.join(Say::tr(" or "))));
    }
    return {};
  }

  std::vector<Subject> placesOf(ImportRow& row, Id<Team> team) {
    std::vector<Subject> places;
    for (const QString& cell : splitList(row.text(m_practices))) {
      Subject place;
      place.practice = m_import.practiceNamed(row, cell, team, place.newPractice);
      places.push_back(place);
    }
    return places;
  }

  Outcome save(ImportRow& row, Provider& record, std::vector<Subject> places) {
    row.layId(m_team, m_import.obtainTeam(row, m_team).value, record.team, m_import.teams());
    row.layId(m_assignee, m_import.obtainCoordinator(row, m_assignee).value, record.assignee, m_import.coordinators());
    Outcome outcome = write(row, record);
    if (outcome != Outcome::Unchanged)
      m_import.people().put(record);
    for (const QString& cell : splitList(row.text(m_formerNames))) {
      const PersonName name = splitPersonName(cell);
      if (m_import.addFormerName({{}, record.id, name.last, name.first, name.middle, {}}) &&
          outcome == Outcome::Unchanged)
        outcome = Outcome::Updated;
    }
    std::vector<qint64> ids;
    for (const Subject& place : places)
      ids.push_back(place.newPractice.isEmpty() ? place.practice.value
                                                : m_import.obtainPractice(row, place.newPractice, record.team).value);
    if (!ids.empty())
      m_links.say(record.id.value, ids, row, m_practices, outcome);
    return outcome;
  }

  const int m_team = at("Team"), m_npi = at("NPI"), m_last = at("Last name"), m_first = at("First name"),
            m_middle = at("Middle name"), m_suffix = at("Suffix"), m_degree = at("Degree"),
            m_specialty = at("Specialty"), m_taxonomy = at("Taxonomy"), m_email = at("Email"), m_phone = at("Phone"),
            m_born = at("Date of birth"), m_caqh = at("CAQH ID"), m_status = at("Status"), m_start = at("Start date"),
            m_practices = at("Practices"), m_tags = at("Tags"), m_assignee = at("Assignee"), m_whole = at("Provider"),
            m_languages = at("Languages"), m_ended = at("Ended"), m_endReason = at("End reason"),
            m_formerNames = at("Former names");
  LinkSets m_links;
};

} // namespace

std::unique_ptr<KindImport> importProviders(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<ProviderRows>(context, match);
}

} // namespace exchange
