// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documenttypes.h"
#include "core/credentials/ladder.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"
#include "core/exchange/requirements.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by its name, else by the name it had when it was shipped.
class DocumentTypeRows : public KindImport {
public:
  DocumentTypeRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    const QString name = row.needed(m_name, "Document type").simplified();
    Names& known = m_import.documentTypes();
    qint64 id = known.find(name);
    if (!id)
      id = known.find(row.name(m_formerly));
    auto record = recordOf<DocumentType>(row, id);
    row.layText(m_name, name, record.name);
    layLadder(row, m_ladder, record.ladder);
    row.lay(m_term, record.usualTerm);
    row.lay(m_hasTerm, record.hasTerm);
    row.lay(m_retired, record.retired);
    row.lay(m_section, record.section);
    row.layChoice(m_keptOn, Field::KeptOn, record.source);
    const auto wanted = readRequirements(row.text(m_required));
    if (!wanted)
      row.reject(wanted.problems().front().sentence);
    if (row.isRejected())
      return Outcome::Rejected;
    record.firstAlert = firstRung(record.ladder);
    std::vector<DocumentRequirement> before;
    if (record.id.isValid())
      before = requirementsOf(m_import.database, record.id);
    if (row.isGiven(m_required) && requirementsText(before) != requirementsText(*wanted))
      row.setChanged();
    const Outcome outcome = write(row, record);
    if (outcome == Outcome::Unchanged)
      return outcome;
    known.add(record.name, record.id.value);
    if (row.isGiven(m_required))
      setRequirements(m_import.transaction, record.id, *wanted);
    return outcome;
  }

private:
  const int m_name = at("Document type"), m_ladder = at("Ladder"), m_term = at("Usual term"),
            m_hasTerm = at("Has a term"), m_retired = at("Retired"), m_section = at("Section"),
            m_keptOn = at("Kept on"), m_required = at("Required of"), m_formerly = at("Formerly");
};

} // namespace

std::unique_ptr<KindImport> importDocumentTypes(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<DocumentTypeRows>(context, match);
}

} // namespace exchange
