// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/documenttypespage.h"

#include "core/credentials/checks.h"
#include "core/credentials/documenttypes.h"
#include "core/exchange/requirements.h"
#include "core/report/catalogue.h"
#include "ui/form/recordform.h"

#include <QLineEdit>

namespace ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DocumentTypes)
};

const QString requiredKey = QStringLiteral("required");

QStringList sections() {
  return {QStringLiteral("Licensure"),   QStringLiteral("DEA & CDS"), QStringLiteral("Certifications"),
          QStringLiteral("Malpractice"), QStringLiteral("CAQH"),      QStringLiteral("Health")};
}

} // namespace

void openDocumentTypeForm(Session& session, Id<DocumentType> id, QWidget* parent) {
  auto type = recordFor(session, id);
  if (!id.isValid())
    type.ladder = QStringLiteral("90/60/30/14/7/0");
  RecordForm<DocumentType> form(session, type, id.isValid() ? type.name : Say::tr("Add a document type"), parent);
  form.text("name", Say::tr("Name"), &DocumentType::name);
  form.text("usualTerm", Say::tr("Usual term"), &DocumentType::usualTerm, Say::tr("2 years"));
  form.tick("hasTerm", Say::tr("Ends on a date"), &DocumentType::hasTerm);
  form.text("ladder", Say::tr("Announced"), &DocumentType::ladder, Say::tr("days before its end: 90/60/30/14/7/0"));
  form.choice("section", Say::tr("In the profile under"), &DocumentType::section, wordChoices(sections()));
  QLineEdit* required = form.dialog()->addText(requiredKey, Say::tr("Required of"),
                                               Say::tr("everyone, nobody, or degree=MD, state=IL; degree=DO"));
  required->setToolTip(
      Say::tr("Active providers who must have one: everyone, nobody, or by degree, specialty and state. "
              "Several are parted by semicolons."));
  form.tick("retired", Say::tr("Retired"), &DocumentType::retired);
  const QString before =
      id.isValid() ? exchange::requirementsText(requirementsOf(session.database(), id)) : QStringLiteral("nobody");
  form.dialog()->setValues({{requiredKey, before}});
  // What cannot be read is told at its field, before anything is written.
  const auto wanted = [required, id](db::Transaction& transaction, DocumentType record) -> Result<Id<DocumentType>> {
    const auto read = exchange::readRequirements(required->text().trimmed());
    if (!read.isOk())
      return Problem{requiredKey, read.problems().front().sentence};
    record.id = id;
    return saveDocumentType(transaction, record, *read);
  };
  form.open({.name = [](const DocumentType& one) { return one.name; },
             .check = [required](const DocumentType&) -> Problems {
               const auto read = exchange::readRequirements(required->text().trimmed());
               if (read.isOk())
                 return {};
               return {{requiredKey, read.problems().front().sentence}};
             },
             .store =
                 [wanted](db::Transaction& transaction, const DocumentType& record) {
                   const auto saved = wanted(transaction, record);
                   return saved.isOk() ? *saved : Id<DocumentType>{};
                 },
             .always = [required, before] { return required->text().trimmed() != before; },
             .further =
                 [](db::Database& database, Id<DocumentType> one) {
                   return QVariantMap{{requiredKey, exchange::requirementsText(requirementsOf(database, one))}};
                 }});
}

ListingPage* makeDocumentTypesPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Document type", CellKind::Strong, 240}, {"Usual term", CellKind::Text, 120}, {"Announced", CellKind::Text, 220},
      {"Required of", CellKind::Text, 240},     {"Section", CellKind::Second, 130},  {"On file", CellKind::Number, 80},
      {"Offered", CellKind::Status, 100},
  };
  PageSpec spec;
  spec.key = QStringLiteral("document-types");
  spec.title = Say::tr("Document types");
  spec.icon = QStringLiteral("award");
  spec.emptyTitle = Say::tr("No document types");
  spec.emptyText =
      Say::tr("A document type says how long before its end a document is announced, and who must have one.");
  spec.add = Say::tr("Add a type");
  spec.chips = {chips::words(QStringLiteral("status"), Say::tr("Offered"),
                             {QStringLiteral("Active"), QStringLiteral("Retired")})};
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("document-types")), looks);
  return new ListingPage(session, std::move(spec), std::move(rows));
}

} // namespace ui
