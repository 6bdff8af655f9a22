// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exportkinds.h"

#include "core/exchange/checklist.h"
#include "core/exchange/duepins.h"
#include "core/exchange/exportout.h"
#include "core/exchange/importer.h"
#include "core/tasks/repeat.h"

namespace exchange {
namespace {

void teams(Out& out) {
  out.rows("SELECT name FROM team ORDER BY id", [&](db::Row& row) { out.copy(row, 1); });
}

void coordinators(Out& out) {
  out.rows("SELECT id, name, email, role, active FROM coordinator ORDER BY id", [&](db::Row& row) {
    const qint64 id = row.number();
    out.copy(row, 3);
    out.list(
        "SELECT t.name FROM coordinator_team c JOIN team t ON t.id = c.team_id WHERE c.coordinator_id = ? ORDER BY "
        "c.id",
        id, [](db::Row& team) { return team.text(); });
    out.yesNo(row);
  });
}

void practices(Out& out) {
  out.rows("SELECT t.name, p.name, p.group_npi, p.tin, p.address, p.city, p.state, p.zip, p.phone, p.email, p.fax, "
           "p.contact FROM practice p LEFT JOIN team t ON t.id = p.team_id ORDER BY p.id",
           [&](db::Row& row) {
             out.copy(row, 10);
             out.extras(row);
           });
}

void providers(Out& out) {
  out.rows(
      "SELECT p.id, t.name, p.npi, p.last_name, p.first_name, p.middle_name, p.suffix, p.degree, p.specialty, "
      "p.taxonomy, p.email, p.phone, p.date_of_birth, p.caqh_id, p.status, p.start_date, p.tags, c.name, p.languages, "
      "p.ended, p.end_reason FROM provider p LEFT JOIN team t ON t.id = p.team_id LEFT JOIN coordinator c ON c.id = "
      "p.assignee_id ORDER BY p.id",
      [&](db::Row& row) {
        const auto id = row.id<Provider>();
        out.copy(row, 15);
        out.list("SELECT practice_id FROM provider_practice WHERE provider_id = ? ORDER BY id", id.value,
                 [&](db::Row& link) { return out.naming.practice(link.id<Practice>(), out.naming.teamOf(id)); });
        out.copy(row, 2);
        out.extras(row);
      });
}

void payors(Out& out) {
  out.rows(
      "SELECT name, payor_id, class, states, usual_days, recredentialing_months, phone, portal FROM payor ORDER BY id",
      [&](db::Row& row) { out.copy(row, 8); });
}

void facilities(Out& out) {
  out.rows("SELECT name, city, state, phone, address, zip, email FROM facility ORDER BY id", [&](db::Row& row) {
    out.copy(row, 4);
    out.extras(row);
  });
}

void enrollments(Out& out) {
  out.rows("SELECT e.provider_id, e.practice_id, p.name, e.state, e.line_of_business, e.status, e.provider_number, "
           "e.submitted, e.effective, e.end, e.follow_up, e.waiting_on, c.name, e.waiting_since, e.ladder FROM "
           "enrollment e JOIN payor "
           "p ON p.id = "
           "e.payor_id LEFT JOIN coordinator c ON c.id = e.assignee_id ORDER BY e.id",
           [&](db::Row& row) {
             const auto provider = row.id<Provider>();
             const auto practice = row.id<Practice>();
             out.who(provider, practice);
             out.practice(practice, provider.isValid() ? out.naming.teamOf(provider) : out.naming.teamOf(practice));
             out.copy(row, 11);
             out.extras(row);
           });
}

void affiliations(Out& out) {
  out.rows(
      "SELECT a.provider_id, f.name, a.category, a.status, a.appointed, a.reappointment_due, c.name, a.ladder FROM "
      "affiliation a "
      "JOIN facility f ON f.id = a.facility_id LEFT JOIN coordinator c ON c.id = a.assignee_id ORDER BY a.id",
      [&](db::Row& row) {
        out.who(row.id<Provider>(), {});
        out.copy(row, 6);
        out.extras(row);
      });
}

void credentials(Out& out) {
  out.rows(
      "SELECT c.provider_id, c.practice_id, d.name, c.number, c.state, c.issuer, c.issued, c.expires, c.verified, "
      "c.source, c.not_applicable, c.verified_by, c.reason, c.coverage, c.per_claim, c.aggregate, c.tail, c.ladder, "
      // How many credentials of the same subject and type further on the next version stands.
      "CASE WHEN c.renewed_by IS NOT NULL THEN (SELECT CASE k WHEN 1 THEN 'yes' ELSE k END FROM (SELECT CASE WHEN "
      "c.renewed_by > c.id THEN count(*) ELSE 1 - count(*) END AS k FROM credential o WHERE o.document_type_id = "
      "c.document_type_id AND (o.provider_id = c.provider_id OR (c.provider_id IS NULL AND o.provider_id IS NULL AND "
      "o.practice_id = c.practice_id)) AND ((o.id > c.id AND o.id <= c.renewed_by) OR (o.id <= c.id AND o.id >= "
      "c.renewed_by)))) END FROM credential c JOIN document_type d ON d.id = c.document_type_id ORDER BY c.id",
      [&](db::Row& row) {
        const auto provider = row.id<Provider>();
        const auto practice = row.id<Practice>();
        out.who(provider, practice);
        out.practice(practice, provider.isValid() ? out.naming.teamOf(provider) : out.naming.teamOf(practice));
        out.copy(row, 8);
        out.yesNo(row);
        out.extras(row);
      });
}

void templates(Out& out) {
  out.rows(
      "SELECT t.type, t.subtype, s.name, s.description, s.tat, s.role, s.waiting_on FROM template t JOIN template_step "
      "s ON s.template_id = "
      "t.id WHERE t.retired = 0 AND t.version = (SELECT max(version) FROM template o WHERE o.sort_name = t.sort_name "
      "AND o.retired = 0) ORDER BY t.id, s.position, s.id",
      [&](db::Row& row) {
        out.copy(row, 5);
        out.extras(row);
      });
}

void trackings(Out& out) {
  out.rows("SELECT k.reference, k.team_id, k.provider_id, k.practice_id, k.type, k.subtype, p.name, f.name, k.state, "
           "c.name, "
           "k.priority, k.started, k.status, k.reason, k.resume_on FROM tracking k LEFT JOIN payor p ON p.id = "
           "k.payor_id LEFT JOIN facility f ON "
           "f.id = k.facility_id LEFT JOIN coordinator c ON c.id = k.assignee_id ORDER BY k.id",
           [&](db::Row& row) {
             out.copy(row, 1);
             const auto team = row.id<Team>();
             const auto provider = row.id<Provider>();
             out.file.cell(out.naming.team(team));
             out.npiAndName(provider, team);
             out.practice(row.id<Practice>(), out.lookedForIn(provider, team));
             out.copy(row, 9);
             out.extras(row);
           });
}

/// What a step may be given by its name when its tracking is read again: by the newest version of the template.
#define GIVEN_STEPS                                                                                                    \
  "WITH given AS MATERIALIZED (SELECT t.id AS template_id, s.name, s.description, s.tat FROM template t JOIN "         \
  "template_step s ON s.template_id = (SELECT o.id FROM template o WHERE o.sort_name = t.sort_name AND o.retired = "   \
  "0 ORDER BY o.version DESC LIMIT 1)), told AS MATERIALIZED (SELECT DISTINCT template_id, name, description FROM "    \
  "given), timed AS MATERIALIZED (SELECT DISTINCT template_id, name, tat FROM given) "
#define STEPS_AND_GIVEN                                                                                                \
  "step s JOIN tracking k ON k.id = s.tracking_id LEFT JOIN told d ON d.template_id = k.template_id AND d.name = "     \
  "s.name AND d.description = s.description LEFT JOIN timed m ON m.template_id = k.template_id AND m.name = s.name "   \
  "AND m.tat = s.tat "

void steps(Out& out) {
  DuePins pins(out.database);
  const QByteArray sql =
      QByteArrayLiteral(GIVEN_STEPS
                        "SELECT s.id, s.tracking_id, k.reference, s.name, s.status, c.name, s.started, s.due, "
                        "s.completed, s.follow_up, s.waiting_on, s.waiting_since, CASE WHEN d.name IS NULL THEN "
                        "s.description END, CASE WHEN m.name IS NULL THEN s.tat END, ") +
      DuePins::columns +
      " FROM " STEPS_AND_GIVEN
      "LEFT JOIN coordinator c ON c.id = s.assignee_id ORDER BY s.tracking_id, s.position, s.id";
  out.rows(sql.constData(), [&](db::Row& row) {
    const auto id = row.id<Step>();
    const auto tracking = row.id<Tracking>();
    out.copy(row, 1);
    const std::string_view name = row.utf8();
    out.file.cell(name);
    out.naming.passStep(id, tracking, name);
    out.copy(row, 7);
    out.extras(row, 3);
    const std::string_view pin = pins.say(row); // read in any case: a row is read to its end
    if (out.file.has(QLatin1String("Due set by hand")))
      out.file.cell(pin);
  });
}

void tasks(Out& out) {
  // The first note stands in its task's row and among the notes, where it says when and by whom it was written.
  out.rows(
      "SELECT k.id, k.team_id, k.name, k.provider_id, k.practice_id, c.name, k.assigned_provider_id, k.due, "
      "k.follow_up, "
      "k.status, k.notify, (SELECT text FROM note WHERE task_id = k.id AND tracking_id IS NULL ORDER BY id LIMIT 1), "
      "p.name, t.reference, k.priority, k.repeat, k.reply_by, k.created, k.completed FROM task k LEFT JOIN coordinator "
      "c ON c.id = k.assignee_id LEFT JOIN payor p ON p.id = k.payor_id LEFT JOIN tracking t ON t.id = k.tracking_id "
      "ORDER BY k.id",
      [&](db::Row& row) {
        Task task;
        task.id = row.id<Task>();
        task.team = row.id<Team>();
        task.name = row.text();
        task.provider = row.id<Provider>();
        task.practice = row.id<Practice>();
        out.naming.passTask(task);
        out.file.cell(out.naming.team(task.team));
        out.file.cell(task.name);
        out.npiAndName(task.provider, task.team);
        out.practice(task.practice, out.lookedForIn(task.provider, task.team));
        const QString coordinator = row.text();
        const auto assigned = row.id<Provider>();
        out.file.cell(assigned.isValid() ? out.naming.assigned(assigned) : coordinator);
        out.copy(row, 3);
        out.yesNo(row);
        out.copy(row, 1);
        out.extras(row, 7);
        if (out.file.has(QLatin1String("Checklist")))
          out.file.cell(checklistText(itemsOf(out.database, task.id)));
      });
}

void notes(Out& out) {
  out.rows(
      "SELECT n.step_id, n.task_id, t.reference, s.name, CASE WHEN n.tracking_id IS NULL THEN coalesce(k.provider_id, "
      "n.provider_id) END, CASE WHEN n.tracking_id IS NULL THEN coalesce(k.practice_id, n.practice_id) END, p.name, "
      "k.name, n.written, n.author, n.kind, n.reference, n.text, n.with_whom, n.outcome, n.follow_up FROM note n LEFT "
      "JOIN tracking t ON t.id = "
      "n.tracking_id LEFT JOIN step s ON s.id = n.step_id LEFT JOIN task k ON k.id = n.task_id AND n.tracking_id IS "
      "NULL LEFT JOIN payor p ON p.id = n.payor_id AND n.tracking_id IS NULL ORDER BY n.id",
      [&](db::Row& row) {
        const auto step = row.id<Step>();
        const auto task = row.id<Task>();
        out.copy(row, 1);
        out.numbered(row.utf8(), out.naming.numberOf(step));
        const auto provider = row.id<Provider>();
        const auto practice = row.id<Practice>();
        out.npiAndName(provider, {});
        out.practice(practice, out.naming.teamOf(provider));
        out.copy(row, 1);
        out.numbered(row.utf8(), out.naming.numberOf(task));
        out.copy(row, 5);
        out.extras(row);
      });
}

/// The extra columns, and where one is filled with what reading the others does not say already.
struct Filled {
  Kind kind;
  const char* column;
  const char* rows;
  const char* with = "";
};
constexpr Filled extraColumns[] = {
    {Kind::Practices, "Fax", "practice WHERE fax <> ''"},
    {Kind::Practices, "Contact", "practice WHERE contact <> ''"},
    {Kind::Providers, "Languages", "provider WHERE languages <> ''"},
    {Kind::Providers, "Ended", "provider WHERE ended IS NOT NULL"},
    {Kind::Providers, "End reason", "provider WHERE end_reason <> ''"},
    {Kind::Facilities, "Address", "facility WHERE address <> ''"},
    {Kind::Facilities, "ZIP", "facility WHERE zip <> ''"},
    {Kind::Facilities, "Email", "facility WHERE email <> ''"},
    {Kind::Enrollments, "Waiting since", "enrollment WHERE waiting_since IS NOT NULL"},
    {Kind::Enrollments, "Ladder", "enrollment WHERE ladder <> ''"},
    {Kind::Affiliations, "Ladder", "affiliation WHERE ladder <> ''"},
    {Kind::Credentials, "Verified by", "credential WHERE verified_by <> ''"},
    {Kind::Credentials, "Reason not applicable", "credential WHERE reason <> ''"},
    {Kind::Credentials, "Coverage", "credential WHERE coverage <> ''"},
    {Kind::Credentials, "Per claim", "credential WHERE per_claim IS NOT NULL"},
    {Kind::Credentials, "Aggregate", "credential WHERE aggregate IS NOT NULL"},
    {Kind::Credentials, "Tail", "credential WHERE tail <> ''"},
    {Kind::Credentials, "Ladder", "credential WHERE ladder <> ''"},
    {Kind::Credentials, "Renewed", "credential WHERE renewed_by IS NOT NULL"},
    {Kind::Templates, "Role", "template_step WHERE role <> ''"},
    {Kind::Templates, "Waits on", "template_step WHERE waiting_on <> ''"},
    {Kind::Trackings, "Reason", "tracking WHERE reason <> ''"},
    {Kind::Trackings, "Resume on", "tracking WHERE resume_on IS NOT NULL"},
    {Kind::Steps, "Waiting since", "step WHERE waiting_since IS NOT NULL"},
    {Kind::Steps, "Description", STEPS_AND_GIVEN "WHERE s.description <> '' AND d.name IS NULL", GIVEN_STEPS},
    {Kind::Steps, "TAT", STEPS_AND_GIVEN "WHERE s.tat IS NOT NULL AND m.name IS NULL", GIVEN_STEPS},
    {Kind::Tasks, "Payor", "task WHERE payor_id IS NOT NULL"},
    {Kind::Tasks, "Tracking", "task WHERE tracking_id IS NOT NULL"},
    {Kind::Tasks, "Priority", "task WHERE priority <> 'Normal'"},
    {Kind::Tasks, "Repeat", "task WHERE repeat <> ''"},
    {Kind::Tasks, "Reply by", "task WHERE reply_by IS NOT NULL"},
    // A task that a file brought was made on the day it came; a file that did not say the day is given back so.
    {Kind::Tasks, "Created",
     "task k WHERE k.created <> ? OR NOT EXISTS (SELECT 1 FROM change_row r JOIN change c ON c.id = r.change_id WHERE "
     "r.record = 'task' AND r.record_id = k.id AND r.action = 'insert' AND c.what LIKE ?)"},
    {Kind::Tasks, "Completed", "task WHERE completed IS NOT NULL"},
    {Kind::Tasks, "Checklist", "task_item"},
    {Kind::Notes, "Spoken to", "note WHERE with_whom <> ''"},
    {Kind::Notes, "Outcome", "note WHERE outcome <> ''"},
    {Kind::Notes, "Next contact", "note WHERE follow_up IS NOT NULL"},
};

} // namespace

QStringList filledExtras(const KindColumns& kind, db::Database& database, QDate today) {
  QStringList filled;
  for (const Filled& one : extraColumns) {
    if (one.kind != kind.kind)
      continue;
    const QString rows = QLatin1String(one.rows);
    const bool asks = rows.contains(QLatin1Char('?'));
    if (database.value(QStringLiteral("%1SELECT EXISTS (SELECT 1 FROM %2)").arg(QLatin1String(one.with), rows),
                       asks ? db::Values{today, importOf(QStringLiteral("%"))} : db::Values{}))
      filled << QLatin1String(one.column);
  }
  if (kind.kind == Kind::Steps && DuePins::anySaid(database))
    filled << QStringLiteral("Due set by hand");
  return filled;
}

void exportKind(const KindColumns& kind, db::Database& database, Naming& naming, ExportFile& file) {
  Out out{database, naming, file, kind};
  // In the order of Kind.
  constexpr void (*writers[])(Out&) = {teams,
                                       coordinators,
                                       practices,
                                       providers,
                                       payors,
                                       facilities,
                                       exportClosedDays,
                                       exportTeamPayors,
                                       exportDocumentTypes,
                                       enrollments,
                                       affiliations,
                                       credentials,
                                       exportFormerNames,
                                       exportTaxonomies,
                                       exportAddresses,
                                       exportEducation,
                                       exportWorkHistory,
                                       exportWorkGaps,
                                       exportReferences,
                                       exportDocuments,
                                       exportMailTemplates,
                                       templates,
                                       trackings,
                                       exportAlertActions,
                                       steps,
                                       tasks,
                                       notes};
  writers[size_t(kind.kind)](out);
}

} // namespace exchange
