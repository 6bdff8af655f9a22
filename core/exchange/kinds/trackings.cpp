// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/trackings.h"
#include "core/exchange/kinds/kind.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// A status that a person sets; the others follow from the steps.
bool isSetByHand(const QString& status) {
  return status == QLatin1String("On hold") || status == QLatin1String("Cancelled");
}

/// What stands for a status where no steps say it.
QString asSet(const QString& status) { return status == QLatin1String("New") ? QString() : status; }

/// Found by reference. A new one is started: its steps come from the template where there is one.
class TrackingRows : public KindImport {
public:
  TrackingRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match), m_subject(match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_reference, "Tracking");
    row.needed(m_type, "Type");
    row.needed(m_subtype, "Subtype");
    const QDate started = row.date(m_started);
    if (!started.isValid() && !row.isRejected())
      row.reject(Say::tr("Started is missing."));
    const qint64* known = m_import.trackings().find(hashOf(row.utf8(m_reference)));
    Subject subject = m_import.subjectOf(row, m_subject, known ? QString() : Say::tr("A tracking"));
    if (row.isRejected())
      return Outcome::Rejected;
    auto record = recordOf<Tracking>(row, known ? *known : 0);
    row.layText(m_type, row.name(m_type), record.type);
    row.layText(m_subtype, row.name(m_subtype), record.subtype);
    row.layText(m_state, stateCode(row.text(m_state)), record.state);
    row.layChoice(m_priority, Field::Priority, record.priority);
    row.lay(m_started, record.started);
    row.lay(m_reason, record.reason);
    row.lay(m_resumeOn, record.resumeOn);
    const QString status = row.choice(m_status, Field::TrackingStatus);
    if (row.isRejected())
      return Outcome::Rejected;
    m_import.settle(row, m_subject, subject);
    const bool moved = layAbout(row, subject, record);
    row.layId(m_assignee, m_import.obtainCoordinator(row, m_assignee).value, record.assignee, m_import.coordinators());
    if (!known)
      return start(row, subject, record, status);
    if (row.isGiven(m_subject.team))
      row.layId(m_subject.team, m_import.obtainTeam(row, m_subject.team).value, record.team, m_import.teams());
    layStatus(row, record, status);
    if (moved && row.isChanged())
      m_import.newSteps().trackings().link(record);
    return write(row, record);
  }

private:
  /// Whom and what it is about; answers whether that changed.
  bool layAbout(ImportRow& row, const Subject& subject, Tracking& record) {
    const auto about = [&] { return std::tuple(record.provider, record.practice, record.payor, record.facility); };
    const auto before = about();
    const int who = row.isGiven(m_subject.npi)    ? m_subject.npi
                    : row.isGiven(m_subject.last) ? m_subject.last
                                                  : m_subject.provider;
    row.layId(who, subject.provider.value, record.provider, m_import.people());
    row.layId(m_subject.practice, subject.practice.value, record.practice, m_import.practices());
    row.layId(m_payor, m_import.obtainPayor(row, m_payor).value, record.payor, m_import.payors());
    row.layId(m_facility, m_import.obtainFacility(row, m_facility).value, record.facility, m_import.facilities());
    return about() != before;
  }

  Outcome start(ImportRow& row, const Subject& subject, Tracking& record, const QString& status) {
    record.reference = row.text(m_reference);
    record.practice = subject.practice; // by group NPI there may be no cell for it
    record.team = row.isGiven(m_subject.team) || !subject.team.isValid() ? m_import.obtainTeam(row, m_subject.team)
                                                                         : subject.team;
    NewSteps& steps = m_import.newSteps();
    Trackings::Start start = steps.prepare(record);
    // Of an export of everything it is not known yet whether steps follow; where they do, they go before what is set.
    const bool stepsSay = !isSetByHand(status) && !start.steps.empty() && !m_import.complete;
    if (!stepsSay)
      start.tracking.setStatus = asSet(status);
    const Id<Tracking> id = steps.start(start, stepsSay ? status : QString());
    m_import.trackings()[hashOf(row.utf8(m_reference))] = id.value;
    sayTeamAndStatus(row, record.team, status);
    remember(row, id.value);
    return Outcome::Created;
  }

  /// What the row said of a new one, so that a later row about it does not say otherwise.
  void sayTeamAndStatus(ImportRow& row, Id<Team> team, const QString& status) {
    Id<Team> none;
    if (row.isGiven(m_subject.team))
      row.layId(m_subject.team, team.value, none, m_import.teams());
    QString nothing;
    row.layText(m_status, status, nothing);
  }

  void layStatus(ImportRow& row, Tracking& record, const QString& status) {
    if (status.isEmpty())
      return;
    const bool free = isSetByHand(status) || isSetByHand(record.setStatus) ||
                      !m_import.database.value(
                          QStringLiteral("SELECT EXISTS (SELECT 1 FROM step WHERE tracking_id = ?)"), {record.id});
    if (!free)
      return; // the steps say it
    QString shown = record.setStatus.isEmpty() ? QStringLiteral("New") : record.setStatus;
    row.layText(m_status, status, shown);
    record.setStatus = asSet(shown);
  }

  const SubjectColumns m_subject;
  const int m_reference = at("Tracking"), m_type = at("Type"), m_subtype = at("Subtype"), m_payor = at("Payor"),
            m_facility = at("Facility"), m_state = at("State"), m_assignee = at("Assignee"),
            m_priority = at("Priority"), m_started = at("Started"), m_status = at("Status"), m_reason = at("Reason"),
            m_resumeOn = at("Resume on");
};

} // namespace

std::unique_ptr<KindImport> importTrackings(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<TrackingRows>(context, match);
}

} // namespace exchange
