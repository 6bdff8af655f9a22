// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/byowner.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"
#include "core/facilities/affiliation.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

struct Entry {
  Id<Affiliation> id;
  Id<Facility> facility;
};

Entry readEntry(db::Row& row) {
  Entry entry;
  entry.id = row.id<Affiliation>();
  entry.facility = row.id<Facility>();
  return entry;
}

/// Found by provider and facility.
class AffiliationRows : public KindImport {
public:
  AffiliationRows(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match), m_subject(match),
        m_onFile(
            context.database, QStringLiteral("affiliation"),
            QStringLiteral("SELECT id, facility_id FROM affiliation WHERE provider_id = ? AND ? IS NULL ORDER BY id"),
            readEntry) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_facility, "Facility");
    const Subject subject = m_import.subjectOf(row, m_subject, Say::tr("An affiliation"));
    if (!row.isRejected() && !subject.provider.isValid())
      row.reject(Say::tr("An affiliation needs a provider; the row names a practice."));
    if (row.isRejected())
      return Outcome::Rejected;
    Id<Affiliation> found;
    const qint64 facility = m_import.facilities().find(row.utf8(m_facility));
    for (const Entry& one : m_onFile.of(subject))
      if (one.facility.value == facility && !found.isValid())
        found = one.id;
    auto record = recordOf<Affiliation>(row, found.value);
    row.lay(m_category, record.category);
    row.layChoice(m_status, Field::AffiliationStatus, record.status);
    row.lay(m_appointed, record.appointed);
    row.lay(m_due, record.reappointmentDue);
    layLadder(row, m_ladder, record.ladder);
    if (row.isRejected())
      return Outcome::Rejected;
    if (record.reappointmentDue.isValid() && record.reappointmentDue < record.appointed)
      row.notice(Say::tr("Reappointment due %1 lies before the appointment; both were kept.")
                     .arg(record.reappointmentDue.toString(Qt::ISODate)));
    row.layId(m_assignee, m_import.obtainCoordinator(row, m_assignee).value, record.assignee, m_import.coordinators());
    if (record.id.isValid())
      return write(row, record);
    record.provider = subject.provider;
    record.facility = m_import.obtainFacility(row, m_facility);
    const Outcome outcome = write(row, record);
    m_onFile.of(subject).push_back({record.id, record.facility});
    return outcome;
  }

private:
  const SubjectColumns m_subject;
  const int m_facility = at("Facility"), m_category = at("Category"), m_status = at("Status"),
            m_appointed = at("Appointed"), m_due = at("Reappointment due"), m_assignee = at("Assignee"),
            m_ladder = at("Ladder");
  ByOwner<Entry> m_onFile;
};

} // namespace

std::unique_ptr<KindImport> importAffiliations(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<AffiliationRows>(context, match);
}

} // namespace exchange
