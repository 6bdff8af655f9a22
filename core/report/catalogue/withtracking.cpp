// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// Enrollments and affiliations in the same columns. Both count their ids from 1: the key keeps them apart.
const auto ofPayors = QStringLiteral(
    "SELECT q.id * 2 + 1 AS id, q.id AS enrollment_id, NULL AS affiliation_id, q.provider_id, q.practice_id, "
    "q.payor_id, 'Payor' AS kind, y.name AS name, y.sort_name AS sort_name, q.state, q.status, q.effective, q.end, "
    "q.assignee_id, q.ladder FROM enrollment q JOIN payor y ON y.id = q.payor_id");
const auto ofFacilities = QStringLiteral(
    "SELECT q.id * 2, NULL, q.id, q.provider_id, NULL, NULL, 'Facility', y.name, y.sort_name, y.state, q.status, "
    "q.appointed, q.reappointment_due, q.assignee_id, q.ladder FROM affiliation q JOIN facility y ON y.id = "
    "q.facility_id");

/// The newest tracking about e: by the day it was started, then id.
QString newestTracking() {
  const auto newest = [](const char* of) {
    return QStringLiteral("(SELECT k.id FROM tracking k WHERE k.%1 = e.%1 ORDER BY k.started DESC, k.id DESC LIMIT 1)")
        .arg(QLatin1String(of));
  };
  return QStringLiteral(" LEFT JOIN tracking t ON t.id = coalesce(%1, %2)")
      .arg(newest("enrollment_id"), newest("affiliation_id"));
}

/// An affiliation's notes are those of its trackings: a note of its own has no facility to be about.
QString newestNoteOfEither() {
  return QStringLiteral(
             " LEFT JOIN note n ON n.id = CASE WHEN e.affiliation_id IS NULL THEN %1 ELSE (SELECT x.id FROM note x "
             "WHERE x.tracking_id IN (SELECT k.id FROM tracking k WHERE k.affiliation_id = e.affiliation_id) ORDER BY "
             "x.written DESC, x.id DESC LIMIT 1) END")
      .arg(newestNoteOfEnrollment(QStringLiteral("e.enrollment_id")));
}

/// Records e, each with its newest tracking t, the step s that tracking is at, and its last note n.
Listing withTracking(const QString& records, const char* id = "e.id") {
  Listing it;
  it.id = QLatin1String(id);
  it.from = QStringLiteral("(%1) e LEFT JOIN provider p ON p.id = e.provider_id LEFT JOIN practice pr ON pr.id = "
                           "e.practice_id LEFT JOIN team ON team.id = coalesce(p.team_id, pr.team_id) LEFT JOIN "
                           "coordinator a ON a.id = e.assignee_id")
                .arg(records) +
            newestTracking() + shownStep() + newestNoteOfEither();
  it.filters = {{QStringLiteral("team"), QStringLiteral("coalesce(p.team_id, pr.team_id)")},
                {QStringLiteral("assignee"), QStringLiteral("e.assignee_id")},
                {QStringLiteral("provider"), QStringLiteral("e.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("e.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("e.payor_id")},
                {QStringLiteral("state"), QStringLiteral("e.state")},
                {QStringLiteral("status"), QStringLiteral("e.status")}};
  it.search = {QStringLiteral("p.search"), QStringLiteral("pr.sort_name"), QStringLiteral("e.sort_name"),
               QStringLiteral("e.state"), QStringLiteral("t.reference")};
  it.order = QStringLiteral("team.sort_name, p.sort_name, e.end NULLS LAST, ") + it.id;
  return it;
}

Column with(const char* heading) {
  return {QString::fromLatin1(heading), Kind::Text, QStringLiteral("e.name"), QStringLiteral("e.sort_name")};
}

std::vector<Column> standingOfRecord() {
  return {text("State", "e.state"), text("Status", "e.status"), date("Effective", "e.effective"), date("End", "e.end")};
}

std::vector<Column> whereItsTrackingIs() {
  return {text("Tracking", "coalesce(t.reference, 'No tracking yet')"), text("Tracking status", "t.status"),
          text("Step", "s.name"), date("Due", "s.due")};
}

Column lateness() {
  return number("Days late", daysLate(QStringLiteral("s.due"), QStringLiteral("t.team_id"), isToDo()));
}

std::vector<Column> columnsOfPayors() {
  return who() + std::vector<Column>{with("Payor")} + standingOfRecord() + whereItsTrackingIs() +
         std::vector<Column>{lateness()} + lastNote() + std::vector<Column>{assigneeAside()};
}

/// Whether tracking k is about being credentialed again. Offices name their subtypes themselves: any with a word that
/// begins so counts.
QString isRecredentialing() {
  QStringList any;
  for (const char* word : {"recred", "re-cred", "revalid", "re-valid", "reappoint", "re-appoint", "renew"})
    any << QStringLiteral("' ' || lower(k.subtype) LIKE '% %1%'").arg(QLatin1String(word));
  return any.join(QStringLiteral(" OR "));
}

QString hasOpenRecredentialing() {
  const auto of = [](const char* key) {
    return QStringLiteral("EXISTS (SELECT 1 FROM tracking k WHERE k.%1 = e.%1 AND k.status NOT IN ('Completed', "
                          "'Cancelled') AND (%2))")
        .arg(QLatin1String(key), isRecredentialing());
  };
  return of("enrollment_id") + QStringLiteral(" OR ") + of("affiliation_id");
}

} // namespace

namespace parts {

QString openRecredentialings(const QString& column) {
  return QStringLiteral("SELECT k.%1 FROM tracking k WHERE k.%1 IS NOT NULL AND k.status NOT IN ('Completed', "
                        "'Cancelled') AND (%2)")
      .arg(column, isRecredentialing());
}

} // namespace parts

Listing payorsWithNotes() {
  Listing it = withTracking(ofPayors, "e.enrollment_id");
  it.name = QStringLiteral("payors-with-notes");
  it.title = QCoreApplication::translate("report", "Payors with notes");
  it.reason = QCoreApplication::translate(
      "report", "Every enrollment with its newest tracking and its last note, or “No tracking yet”.");
  it.columns = columnsOfPayors();
  it.date = it.columnAt(QStringLiteral("End"));
  return it;
}

Listing affiliationsAndPayorsWithNotes() {
  Listing it = withTracking(ofPayors + QStringLiteral(" UNION ALL ") + ofFacilities);
  it.name = QStringLiteral("affiliations-and-payors-with-notes");
  it.title = QCoreApplication::translate("report", "Affiliations and payors with notes");
  it.reason = QCoreApplication::translate(
      "report", "Every affiliation and enrollment with its newest tracking and its last note, or “No tracking yet”.");
  it.columns =
      std::vector<Column>{team(),      provider(), npi(), text("Tags", "p.tags"), practice(), text("Kind", "e.kind"),
                          with("With")} +
      standingOfRecord() + whereItsTrackingIs() + lastNote() + std::vector<Column>{aside(lateness()), assigneeAside()};
  it.date = it.columnAt(QStringLiteral("End"));
  return it;
}

/// In the columns of payors-with-notes; a facility stands in Payor. Any status: what is denied or terminated and yet
/// has an end date within its ladder has a date too many, or was never closed.
Listing recredentialing() {
  Listing it = withTracking(ofPayors + QStringLiteral(" WHERE q.provider_id IS NOT NULL UNION ALL ") + ofFacilities);
  it.name = QStringLiteral("recredentialing");
  it.title = QCoreApplication::translate("report", "Recredentialing");
  it.reason = QCoreApplication::translate(
      "report", "Every provider with a payor or facility that is in recredentialing: a recredentialing, revalidation "
                "or reappointment is open, or the end date is past or within its ladder.");
  const QString rung = firstRung("e", QStringLiteral("CASE e.kind WHEN 'Payor' THEN %1 ELSE %2 END")
                                          .arg(firstRungOf("enrollment"), firstRungOf("affiliation")));
  it.where = QStringLiteral("e.end <= %1 OR %2")
                 .arg(db::dialect::addDays(QStringLiteral(":today"), rung), hasOpenRecredentialing());
  it.columns = columnsOfPayors() + std::vector<Column>{aside(text("Kind", "e.kind"))};
  it.date = it.columnAt(QStringLiteral("End"));
  return it;
}

} // namespace report
