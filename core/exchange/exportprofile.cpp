// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds that not every office has: what hangs on a provider beside enrollments and credentials, the team's payors,
// the days it is closed, letters and
// document types that are not as they were shipped.
#include "core/credentials/document.h"
#include "core/credentials/documenttypes.h"
#include "core/credentials/shippedtypes.h"
#include "core/db/records.h"
#include "core/exchange/exportout.h"
#include "core/exchange/kinds/profilefields.h"
#include "core/exchange/requirements.h"
#include "core/mail/template.h"

#include <algorithm>

namespace exchange {
namespace {

template<class R>
void profile(Out& out) {
  const auto& fields = profileFields<R>();
  out.rows(qUtf8Printable(db::selectAll<R>() + QStringLiteral(" ORDER BY id")), [&](db::Row& row) {
    const R record = R::read(row);
    out.who(record.provider, {});
    for (const ProfileField<R>& field : fields) {
      if (const auto* text = std::get_if<QString R::*>(&field.member))
        out.file.cell(record.*(*text));
      else
        out.file.cell((record.*std::get<QDate R::*>(field.member)).toString(Qt::ISODate));
    }
  });
}

QString yesNo(bool yes) { return yes ? QStringLiteral("yes") : QStringLiteral("no"); }

bool isSame(const DocumentType& a, const DocumentType& b) { return a.values() == b.values(); }

} // namespace

void exportFormerNames(Out& out) { profile<ProviderName>(out); }
void exportTaxonomies(Out& out) { profile<ProviderTaxonomy>(out); }
void exportAddresses(Out& out) { profile<ProviderAddress>(out); }
void exportEducation(Out& out) { profile<Education>(out); }
void exportWorkHistory(Out& out) { profile<WorkHistory>(out); }
void exportWorkGaps(Out& out) { profile<WorkGap>(out); }
void exportReferences(Out& out) { profile<PeerReference>(out); }

void exportClosedDays(Out& out) {
  out.rows("SELECT t.name, c.day, c.name FROM closed_day c JOIN team t ON t.id = c.team_id ORDER BY c.id",
           [&](db::Row& row) { out.copy(row, 3); });
}

void exportTeamPayors(Out& out) {
  out.rows("SELECT t.name, p.name, w.state, w.line_of_business FROM team_payor w JOIN team t ON t.id = w.team_id JOIN "
           "payor p ON p.id = w.payor_id ORDER BY w.id",
           [&](db::Row& row) { out.copy(row, 4); });
}

void exportDocumentTypes(Out& out) {
  const auto& shipped = shippedTypes();
  for (const DocumentType& type : db::allWhere<DocumentType>(out.database, QStringLiteral("id > 0 ORDER BY id"))) {
    const auto requirements = requirementsOf(out.database, type.id);
    // Shipped types have the first ids of every data file.
    const size_t place = size_t(type.id.value) - 1;
    const bool isShipped = place < shipped.size();
    const bool isAsShipped = isShipped && isSame(type, shipped[place].type) &&
                             requirementsText(requirements) ==
                                 requirementsText(shipped[place].required ? std::vector<DocumentRequirement>(1)
                                                                          : std::vector<DocumentRequirement>());
    const bool isMadeByTheWay =
        !isShipped && requirements.empty() && isSame(type, undescribedType(type.name)) &&
        out.database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM credential WHERE document_type_id = ?)"),
                           {type.id});
    if (isAsShipped || isMadeByTheWay || out.file.isStopped())
      continue;
    for (const QString& cell :
         {type.name, type.ladder, type.usualTerm, yesNo(type.hasTerm), yesNo(type.retired), type.section, type.source,
          requirementsText(requirements),
          isShipped && shipped[place].type.name != type.name ? shipped[place].type.name : QString()})
      out.file.cell(cell);
    out.file.endRow();
  }
}

void exportDocuments(Out& out) {
  out.rows(
      "SELECT o.provider_id, o.practice_id, o.name, o.kind, o.hash, o.size, o.media_type, o.added, d.name, c.state, "
      "c.number, c.expires FROM document o LEFT JOIN credential c ON c.id = o.credential_id LEFT JOIN document_type "
      "d ON d.id = c.document_type_id ORDER BY o.id",
      [&](db::Row& row) {
        const auto provider = row.id<Provider>();
        const auto practice = row.id<Practice>();
        out.who(provider, practice);
        out.practice(practice, provider.isValid() ? out.naming.teamOf(provider) : out.naming.teamOf(practice));
        out.copy(row, 10);
      });
}

void exportMailTemplates(Out& out) {
  const std::vector<MailTemplate> shipped = mail::shippedTemplates();
  for (const MailTemplate& letter : db::allWhere<MailTemplate>(out.database, QStringLiteral("id > 0 ORDER BY id"))) {
    const bool isAsShipped = std::any_of(shipped.begin(), shipped.end(),
                                         [&](const MailTemplate& one) { return one.values() == letter.values(); });
    if (isAsShipped || out.file.isStopped())
      continue;
    for (const QString& cell : {letter.name, letter.purpose, letter.subject, letter.text})
      out.file.cell(cell);
    out.file.endRow();
  }
}

void exportAlertActions(Out& out) {
  out.rows(
      "SELECT coalesce(h.provider_id, c.provider_id, e.provider_id, f.provider_id), coalesce(c.practice_id, "
      "e.practice_id), d.name, y.name, l.name, coalesce(c.state, e.state, h.state), coalesce(c.number, "
      "e.line_of_business), h.expires, h.provider_id IS NOT NULL, h.what, h.on_day, h.until, h.by_whom, h.reason, "
      "t.reference FROM alert_action h LEFT JOIN credential c ON c.id = h.credential_id LEFT JOIN enrollment e ON e.id "
      "= h.enrollment_id LEFT JOIN affiliation f ON f.id = h.affiliation_id LEFT JOIN document_type d ON d.id = "
      "coalesce(c.document_type_id, h.document_type_id) LEFT JOIN payor y ON y.id = e.payor_id LEFT JOIN facility l ON "
      "l.id = f.facility_id LEFT JOIN tracking t ON t.id = h.tracking_id ORDER BY h.id",
      [&](db::Row& row) {
        const auto provider = row.id<Provider>();
        const auto practice = row.id<Practice>();
        out.who(provider, practice);
        out.practice(practice, provider.isValid() ? out.naming.teamOf(provider) : out.naming.teamOf(practice));
        out.copy(row, 6);
        out.yesNo(row);
        out.copy(row, 6);
      });
}

} // namespace exchange
