// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/parts.h"
#include "core/report/catalogue/reviewparts.h"

namespace report::reviewing {

using namespace parts;

namespace {

/// The key of a row that the listing of alerts has too: twice its key there.
QString keyOfAlert(const QString& record, int kind) {
  return QStringLiteral("(%1 * 4 + %2) * 2").arg(record).arg(kind);
}

QString byKeyOfAlert(const QString& byKey) {
  return QStringLiteral("wanted.id % 2 = 0 AND ") +
         QString(byKey).replace(QLatin1String("wanted.id"), QLatin1String("(wanted.id / 2)"));
}

/// Records `name` whose date (its end) is past or within their ladder, or that are being credentialed again: parts that
/// have no row in common, each found by an index. The longest ladder of the records without one of their own is one
/// value, which an index over the dates can find; those with one have an index of theirs.
struct Ending {
  const char *name, *date, *source, *link; ///< source: its table; link: the column of a tracking that names it
  QString isIn;                            ///< it holds today
  QString others;                          ///< what must be so of one that does not
  QString lacks;                           ///< when one that holds is looked at though it has no date

  QString rung() const { return firstRung(name, firstRungOf(source)); }
  QString isNear() const {
    return QStringLiteral("%1 <= %2").arg(say(date), db::dialect::addDays(say(":today"), rung()));
  }
  std::vector<Part> parts(const QString& cells, const QString& joins, const QString& byKey) const {
    const QString own = say(name) + QStringLiteral(".ladder");
    const QString horizon = QStringLiteral("%1 = '' AND %2 <= (SELECT %3)")
                                .arg(own, say(date), db::dialect::addDays(say(":today"), firstRungOf(source)));
    const QString near = QStringLiteral("%1 <> '' AND %2").arg(own, isNear());
    const QString rest = QStringLiteral("NOT (%1) AND %2").arg(isIn, others);
    const QString missing = QStringLiteral("%1 AND %2 IS NULL AND %3").arg(isIn, say(date), lacks);
    // What is being credentialed again comes last: of rows found by their keys few come so far that it is looked up.
    const QString again = QStringLiteral("%1 AND NOT (%2) AND NOT coalesce(%3, 0) AND %4.id IN (%5)")
                              .arg(others, missing, isNear(), say(name), openRecredentialings(say(link)));
    std::vector<Part> all;
    const auto add = [&](const QString& where, const QString& index = {}) {
      all.push_back({.cells = cells,
                     .from = QStringLiteral("%1 %2%3 %4").arg(say(source), say(name), index, joins),
                     .where = where,
                     .byKey = byKeyOfAlert(byKey),
                     .hasDate = true});
    };
    // Left to itself SQLite would walk all dates to find the few.
    const QString fewest = QStringLiteral(" INDEXED BY %1_ladder").arg(say(source));
    add(missing);
    add(isIn + QStringLiteral(" AND ") + horizon);
    add(isIn + QStringLiteral(" AND ") + near, fewest);
    add(rest + QStringLiteral(" AND ") + horizon);
    add(rest + QStringLiteral(" AND ") + near, fewest);
    add(again, QStringLiteral(" NOT INDEXED")); // but by their keys
    return all;
  }
};

} // namespace

std::vector<Part> alertsOfDocuments() {
  std::vector<Part> all;
  for (const AlertPart& alert : credentialAlerts()) {
    const bool isMissing = alert.standing == QLatin1String("Missing");
    Cells of;
    of.record = isMissing ? say("(q.id + r.id * 1000000000)") : say("c.id");
    of.key = keyOfAlert(of.record, isMissing ? 3 : 0);
    of.kind = say("'Credential'");
    of.provider = isMissing ? say("q.id") : say("c.provider_id");
    of.practice = isMissing ? say("NULL") : say("c.practice_id");
    of.what = say("d.name");
    of.about = isMissing ? say("r.state") : joined({say("c.number"), say("c.state")});
    of.status = QStringLiteral("'%1'").arg(alert.standing);
    of.assignee = isMissing ? say("q.assignee_id") : assigneeOf("c.provider_id");
    of.date = isMissing ? say("NULL") : say("c.expires");
    of.ladder = isMissing ? say("''") : say("CASE c.ladder WHEN '' THEN d.ladder ELSE c.ladder END");
    of.holds = say("CASE WHEN EXISTS (SELECT 1 FROM document_requirement w WHERE w.document_type_id = d.id) THEN "
                   "'required to work' ELSE '' END");
    of.section = number(alert.standing == QLatin1String("Expired")    ? ReviewSection::Expired
                        : alert.standing == QLatin1String("Expiring") ? ReviewSection::Expiring
                                                                      : ReviewSection::NoDate);
    all.push_back({.cells = of.sql(),
                   .from = alert.part.from,
                   .where = alert.part.where,
                   .byKey = byKeyOfAlert(alert.part.byKey),
                   .hasDate = alert.part.hasDate});
  }
  return all;
}

std::vector<Part> payorEnds() {
  const Ending ending{"e",
                      "e.end",
                      "enrollment",
                      "enrollment_id",
                      say("e.status = 'Participating'"),
                      say("e.provider_id IS NOT NULL"),
                      say("1")};
  Cells of;
  of.record = say("e.id");
  of.key = keyOfAlert(of.record, 1);
  of.kind = say("'Payor'");
  of.provider = say("e.provider_id");
  of.practice = say("e.practice_id");
  of.payor = say("e.payor_id");
  of.what = say("(SELECT y.name FROM payor y WHERE y.id = e.payor_id)");
  of.about = joined({say("e.state"), say("e.line_of_business"), say("e.provider_number")});
  of.status = say("e.status");
  of.assignee = QStringLiteral("coalesce(e.assignee_id, %1)").arg(assigneeOf("e.provider_id"));
  of.waitingOn = say("CASE e.waiting_on WHEN '' THEN es.waiting_on ELSE e.waiting_on END");
  of.waitingSince = say("coalesce(e.waiting_since, e.submitted)");
  of.date = say("e.end");
  of.followUp = say("e.follow_up");
  of.ladder =
      say("CASE e.ladder WHEN '' THEN (SELECT d.ladder FROM document_type d WHERE d.source = 'enrollment' ORDER "
          "BY d.first_alert DESC LIMIT 1) ELSE e.ladder END");
  of.holds =
      QStringLiteral("CASE e.status WHEN 'Participating' THEN 'billed as participating' ELSE %1 END").arg(claimsHeld());
  of.limit = limitDay();
  of.note = newestNoteOfEnrollment(say("e.id"));
  of.section = firstFitting(
      {{ReviewSection::FollowUpDue, say("e.follow_up <= :today")},
       {ReviewSection::Expiring, say("e.status = 'Participating' AND e.end >= :today AND ") + ending.isNear()},
       {ReviewSection::PayorEnd, say("e.status = 'Participating' AND (e.end IS NULL OR e.end < :today)")},
       {ReviewSection::Waiting, waitsLong(of)}},
      ReviewSection::Recredentialing);
  return ending.parts(of.sql(), say("CROSS JOIN enrollment_status es ON es.name = e.status"),
                      say("wanted.id % 4 = 1 AND e.id = wanted.id / 4"));
}

std::vector<Part> reappointments() {
  const Ending ending{
      "af",
      "af.reappointment_due",
      "affiliation",
      "affiliation_id",
      say("af.status = 'Active'"),
      say("1"),
      QStringLiteral(
          "NOT %1 AND EXISTS (SELECT 1 FROM document_type d WHERE d.source = 'affiliation' AND d.has_term = 1)")
          .arg(hasLeft(say("af.provider_id")))};
  Cells of;
  of.record = say("af.id");
  of.key = keyOfAlert(of.record, 2);
  of.kind = say("'Facility'");
  of.provider = say("af.provider_id");
  of.facility = say("af.facility_id");
  of.what = say("(SELECT y.name FROM facility y WHERE y.id = af.facility_id)");
  of.about = joined({say("(SELECT y.state FROM facility y WHERE y.id = af.facility_id)"), say("af.category")});
  of.status = say("af.status");
  of.assignee = QStringLiteral("coalesce(af.assignee_id, %1)").arg(assigneeOf("af.provider_id"));
  of.date = say("af.reappointment_due");
  of.ladder = say("CASE af.ladder WHEN '' THEN (SELECT d.ladder FROM document_type d WHERE d.source = 'affiliation' "
                  "ORDER BY d.first_alert DESC LIMIT 1) ELSE af.ladder END");
  of.holds = say("CASE af.status WHEN 'Active' THEN 'privileges' ELSE '' END");
  of.note = newestNoteId("m.tracking_id IN (SELECT k.id FROM tracking k WHERE k.affiliation_id = af.id)");
  of.section = firstFitting(
      {{ReviewSection::Expired, say("af.status = 'Active' AND af.reappointment_due < :today")},
       {ReviewSection::Expiring, say("af.status = 'Active' AND ") + ending.isNear()},
       {ReviewSection::NoDate, say("af.status = 'Active' AND af.reappointment_due IS NULL AND ") + ending.lacks}},
      ReviewSection::Recredentialing);
  return ending.parts(of.sql(), QString(), say("wanted.id % 4 = 2 AND af.id = wanted.id / 4"));
}

} // namespace report::reviewing
