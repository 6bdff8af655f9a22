// SPDX-License-Identifier: GPL-3.0-or-later
// What the sections of a profile list: asked for one provider (or practice), never for all.
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("report", text); }

/// A listing of the records of a table, r, that hang on a provider.
Listing section(const char* name, const QString& title, const QString& reason, const char* table,
                std::vector<Column> columns, const char* order) {
  Listing it;
  it.name = QString::fromLatin1(name);
  it.title = title;
  it.reason = reason;
  it.isReport = false;
  it.id = QStringLiteral("r.id");
  it.from = QStringLiteral("%1 r LEFT JOIN provider p ON p.id = r.provider_id").arg(QString::fromLatin1(table));
  it.columns = std::move(columns);
  it.filters = {{QStringLiteral("provider"), QStringLiteral("r.provider_id")},
                {QStringLiteral("team"), QStringLiteral("p.team_id")}};
  for (const Column& column : it.columns)
    if (column.kind == Kind::Text)
      it.search.push_back(column.sql);
  it.order = QString::fromLatin1(order) + QStringLiteral(", r.id");
  return it;
}

/// Standing of credential r of type d: what its dates say, unless it was renewed or is not applicable.
QString standing() {
  const QString rung = QStringLiteral("CASE r.ladder WHEN '' THEN d.first_alert ELSE %1 END")
                           .arg(db::dialect::leadingNumber(QStringLiteral("r.ladder")));
  return QStringLiteral(
             "CASE WHEN r.renewed_by IS NOT NULL THEN 'Renewed' WHEN r.not_applicable = 1 THEN 'Not applicable' "
             "WHEN r.expires IS NULL AND d.has_term = 1 THEN 'No date' WHEN r.expires < :today THEN 'Expired' "
             "WHEN r.expires <= %1 THEN 'Expiring' ELSE 'Current' END")
      .arg(db::dialect::addDays(QStringLiteral(":today"), rung));
}

} // namespace

Listing credentials() {
  Listing it = section(
      "credentials", tr("Credentials"), tr("Every credential of a provider or practice."), "credential",
      {text("Document type", "d.name"),
       text("Number", "r.number").editing("credential.number"),
       text("State", "r.state").editing("credential.state"),
       text("Issuer", "r.issuer").editing("credential.issuer"),
       date("Issued", "r.issued").editing("credential.issued"),
       date("Expires", "r.expires").editing("credential.expires"),
       number("Days left", QStringLiteral("CASE WHEN r.renewed_by IS NULL AND r.not_applicable = 0 THEN %1 END")
                               .arg(db::dialect::daysBetween(QStringLiteral(":today"), QStringLiteral("r.expires")))),
       {QStringLiteral("Standing"), Kind::Text, standing()},
       date("Verified", "r.verified").editing("credential.verified"),
       text("Source", "r.source").editing("credential.source"),
       text("Verified by", "r.verified_by").editing("credential.verified_by"),
       text("Not applicable", "CASE r.not_applicable WHEN 1 THEN 'yes' ELSE 'no' END"),
       text("Reason", "r.reason"),
       text("Coverage", "r.coverage"),
       number("Per claim", QStringLiteral("r.per_claim")).editing("credential.per_claim"),
       number("Aggregate", QStringLiteral("r.aggregate")).editing("credential.aggregate"),
       text("Tail", "r.tail").editing("credential.tail"),
       text("Ladder", "r.ladder").editing("credential.ladder"),
       number("Files", QStringLiteral("(SELECT count(*) FROM document o WHERE o.credential_id = r.id)")),
       text("Section", "d.section"),
       provider(),
       practice(),
       text("Evidence", "(SELECT o.name FROM document o WHERE o.credential_id = r.id AND o.kind = 'Evidence' ORDER BY "
                        "o.id DESC LIMIT 1)")},
      "d.sort_name, r.state, r.renewed_by IS NOT NULL, r.expires DESC");
  it.from =
      QStringLiteral("credential r JOIN document_type d ON d.id = r.document_type_id LEFT JOIN provider p ON p.id = "
                     "r.provider_id LEFT JOIN practice pr ON pr.id = r.practice_id");
  it.filters[QStringLiteral("practice")] = QStringLiteral("r.practice_id");
  it.filters[QStringLiteral("team")] = QStringLiteral("coalesce(p.team_id, pr.team_id)");
  it.filters[QStringLiteral("state")] = QStringLiteral("r.state");
  it.filters[QStringLiteral("status")] = standing();
  it.filters[QStringLiteral("type")] = QStringLiteral("d.name");
  it.filters[QStringLiteral("section")] = QStringLiteral("d.section");
  it.filters[QStringLiteral("renewed")] = QStringLiteral("CASE WHEN r.renewed_by IS NULL THEN 'no' ELSE 'yes' END");
  it.date = it.columnAt(QStringLiteral("Expires"));
  return it;
}

Listing education() {
  return section("education", tr("Education"), tr("Schools and training of a provider."), "education",
                 {text("Kind", "r.kind").editing("education.kind"),
                  text("Institution", "r.institution").editing("education.institution"),
                  text("Degree", "r.degree").editing("education.degree"),
                  text("Specialty", "r.specialty").editing("education.specialty"),
                  date("Started", "r.started").editing("education.started"),
                  date("Ended", "r.ended").editing("education.ended"), text("City", "r.city").editing("education.city"),
                  text("State", "r.state").editing("education.state"),
                  text("Country", "r.country").editing("education.country"),
                  date("Verified", "r.verified").editing("education.verified"),
                  text("Source", "r.source").editing("education.source"),
                  text("Verified by", "r.verified_by").editing("education.verified_by")},
                 "r.ended DESC NULLS FIRST, r.started DESC");
}

Listing workHistory() {
  return section(
      "work-history", tr("Work history"), tr("Where a provider worked."), "work_history",
      {text("Employer", "r.employer").editing("work_history.employer"),
       text("Position", "r.position").editing("work_history.position"),
       date("Started", "r.started").editing("work_history.started"),
       date("Ended", "r.ended").editing("work_history.ended"), text("City", "r.city").editing("work_history.city"),
       text("State", "r.state").editing("work_history.state"), text("Phone", "r.phone").editing("work_history.phone"),
       text("Leaving", "r.leaving").editing("work_history.leaving")},
      "r.ended DESC NULLS FIRST, r.started DESC");
}

Listing peerReferences() {
  return section("peer-references", tr("References"), tr("Who speaks for a provider."), "peer_reference",
                 {text("Name", "r.name").editing("peer_reference.name"),
                  text("Degree", "r.degree").editing("peer_reference.degree"),
                  text("Specialty", "r.specialty").editing("peer_reference.specialty"),
                  text("Relation", "r.relation").editing("peer_reference.relation"),
                  text("Phone", "r.phone").editing("peer_reference.phone"),
                  text("Email", "r.email").editing("peer_reference.email"),
                  date("Known since", "r.known_since").editing("peer_reference.known_since")},
                 "r.name");
}

Listing addresses() {
  return section("addresses", tr("Addresses"), tr("Where a provider is written to."), "provider_address",
                 {text("Kind", "r.kind").editing("provider_address.kind"),
                  text("Address", "r.address").editing("provider_address.address"),
                  text("City", "r.city").editing("provider_address.city"),
                  text("State", "r.state").editing("provider_address.state"),
                  text("ZIP", "r.zip").editing("provider_address.zip"),
                  text("Phone", "r.phone").editing("provider_address.phone"),
                  text("Fax", "r.fax").editing("provider_address.fax")},
                 "r.kind");
}

Listing formerNames() {
  return section("former-names", tr("Former names"), tr("Names a provider had before."), "provider_name",
                 {text("Last name", "r.last_name").editing("provider_name.last_name"),
                  text("First name", "r.first_name").editing("provider_name.first_name"),
                  text("Middle name", "r.middle_name").editing("provider_name.middle_name"),
                  date("Until", "r.until").editing("provider_name.until")},
                 "r.until DESC NULLS LAST");
}

Listing taxonomies() {
  return section("taxonomies", tr("Taxonomies"), tr("Specialties of a provider by their code."), "provider_taxonomy",
                 {text("Code", "r.code"), text("Description", "r.description").editing("provider_taxonomy.description"),
                  text("Licence", "r.license").editing("provider_taxonomy.license"),
                  text("State", "r.state").editing("provider_taxonomy.state")},
                 "r.code");
}

Listing documents() {
  Listing it = section("documents", tr("Documents"), tr("Files kept about a provider or practice."), "document",
                       {text("Document", "r.name"), text("Kind", "r.kind"),
                        text("Of", "(SELECT d.name || CASE c.number WHEN '' THEN '' ELSE ' ' || c.number END FROM "
                                   "credential c JOIN document_type d ON d.id = c.document_type_id WHERE c.id = "
                                   "r.credential_id)"),
                        number("Size", QStringLiteral("r.size")), text("Media type", "r.media_type"),
                        date("Added", "r.added"), provider(), practice()},
                       "r.added DESC");
  it.from += QStringLiteral(" LEFT JOIN practice pr ON pr.id = r.practice_id");
  it.filters[QStringLiteral("practice")] = QStringLiteral("r.practice_id");
  it.filters[QStringLiteral("team")] = QStringLiteral("coalesce(p.team_id, pr.team_id)");
  it.filters[QStringLiteral("credential")] = QStringLiteral("r.credential_id");
  it.date = it.columnAt(QStringLiteral("Added"));
  it.newestFirst = true;
  return it;
}

Listing affiliations() {
  Listing it = section(
      "affiliations", tr("Affiliations"), tr("Privileges of a provider at facilities."), "affiliation",
      {{QStringLiteral("Facility"), Kind::Text, QStringLiteral("f.name"), QStringLiteral("f.sort_name")},
       text("City", "f.city"),
       text("State", "f.state"),
       text("Category", "r.category").editing("affiliation.category"),
       text("Status", "r.status").editing("affiliation.status"),
       date("Appointed", "r.appointed").editing("affiliation.appointed"),
       date("Reappointment due", "r.reappointment_due").editing("affiliation.reappointment_due"),
       number("Days left", db::dialect::daysBetween(QStringLiteral(":today"), QStringLiteral("r.reappointment_due"))),
       text("Assignee", "a.name").editing("affiliation.assignee_id"),
       text("Ladder", "r.ladder"),
       provider(),
       npi(),
       text("Specialty", "p.specialty")},
      "f.sort_name");
  it.from = QStringLiteral("affiliation r JOIN facility f ON f.id = r.facility_id LEFT JOIN provider p ON p.id = "
                           "r.provider_id LEFT JOIN coordinator a ON a.id = r.assignee_id");
  it.columns.push_back({QStringLiteral("Tracking"), Kind::Text, openStep(QStringLiteral("k.affiliation_id = r.id"))});
  it.filters[QStringLiteral("facility")] = QStringLiteral("r.facility_id");
  it.filters[QStringLiteral("status")] = QStringLiteral("r.status");
  it.filters[QStringLiteral("state")] = QStringLiteral("f.state");
  it.filters[QStringLiteral("assignee")] = QStringLiteral("r.assignee_id");
  it.date = it.columnAt(QStringLiteral("Reappointment due"));
  return it;
}

Listing contacts() {
  // Three disjoint ways in which a note is about somebody, each with its index: by itself, by its tracking (a step's
  // note carries it too), by its task.
  Listing it;
  it.name = QStringLiteral("contacts");
  it.title = tr("Contacts");
  it.reason =
      tr("Every note about a provider or practice: by itself, on a tracking or a step, on a task; the newest first.");
  it.isReport = false;
  it.id = QStringLiteral("n.id");
  it.from = QStringLiteral(
      "(SELECT o.id AS note_id, o.provider_id, o.practice_id FROM note o WHERE o.tracking_id IS NULL AND o.task_id IS "
      "NULL UNION ALL SELECT o.id AS note_id, t.provider_id, t.practice_id FROM tracking t CROSS JOIN note o ON "
      "o.tracking_id = t.id UNION ALL SELECT o.id AS note_id, k.provider_id, k.practice_id FROM task k CROSS JOIN note "
      "o "
      "ON o.task_id = k.id AND o.tracking_id IS NULL) x CROSS JOIN note n ON n.id = x.note_id LEFT JOIN tracking t ON "
      "t.id = n.tracking_id LEFT JOIN step s ON s.id = n.step_id LEFT JOIN task k ON k.id = n.task_id LEFT JOIN payor "
      "py "
      "ON py.id = coalesce(n.payor_id, t.payor_id, k.payor_id) LEFT JOIN facility f ON f.id = t.facility_id");
  it.columns = {date("Written", "n.written"),
                text("Author", "n.author"),
                text("Kind", "n.kind"),
                text("With", "n.with_whom"),
                text("Reference", "n.reference"),
                text("Outcome", "n.outcome"),
                date("Follow-up", "n.follow_up"),
                text("Note", "n.text"),
                text("About",
                     "substr(coalesce(' · ' || py.name, '') || coalesce(' · ' || f.name, '') || coalesce(' · ' || "
                     "t.type || ' – ' || t.subtype, '') || coalesce(' · ' || s.name, '') || coalesce(' · ' || "
                     "k.name, ''), 4)"),
                text("Payor", "py.name"),
                text("Tracking", "t.reference"),
                text("Step", "s.name"),
                text("Task", "k.name")};
  it.filters = {{QStringLiteral("provider"), QStringLiteral("x.provider_id")},
                {QStringLiteral("practice"), QStringLiteral("x.practice_id")},
                {QStringLiteral("payor"), QStringLiteral("coalesce(n.payor_id, t.payor_id, k.payor_id)")},
                {QStringLiteral("type"), QStringLiteral("n.kind")},
                // Written may have a time of day: "to" a day means to its end.
                {QStringLiteral("instant"), QStringLiteral("n.written")}};
  it.search = {QStringLiteral("n.text"),   QStringLiteral("n.reference"),  QStringLiteral("n.with_whom"),
               QStringLiteral("n.author"), QStringLiteral("py.sort_name"), QStringLiteral("t.reference")};
  it.order = QStringLiteral("n.written DESC, n.id DESC");
  it.date = it.columnAt(QStringLiteral("Written"));
  it.newestFirst = true;
  return it;
}

} // namespace report
