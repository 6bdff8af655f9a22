// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/exchange/byowner.h"
#include "core/exchange/kinds/kind.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

struct Entry {
  Id<Credential> id;
  Id<DocumentType> type;
  quint64 state = 0, number = 0;
  bool taken = false; // by a row of this sheet
};

Entry readEntry(db::Row& row) {
  Entry entry;
  entry.id = row.id<Credential>();
  entry.type = row.id<DocumentType>();
  entry.state = keyOf(row.text());
  entry.number = keyOf(row.text());
  return entry;
}

/// Found by whose it is, document type, state and number; a column that the file does not have says nothing. Of several
/// that are alike in these the k-th row of the file is the k-th on file.
class CredentialRows : public KindImport {
public:
  CredentialRows(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match), m_subject(match),
        m_onFile(context.database, QStringLiteral("credential"),
                 QStringLiteral("SELECT id, document_type_id, state, number FROM credential WHERE provider_id = ? OR "
                                "(provider_id IS NULL AND practice_id = ?) ORDER BY id"),
                 readEntry) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_type, "Document type");
    Subject subject = m_import.subjectOf(row, m_subject, Say::tr("A credential"));
    if (row.isRejected())
      return Outcome::Rejected;
    const QString state = stateCode(row.text(m_state));
    Entry* found = find(row, subject, state);
    auto record = recordOf<Credential>(row, found ? found->id.value : 0);
    row.lay(m_issuer, record.issuer);
    row.lay(m_issued, record.issued);
    row.lay(m_expires, record.expires);
    row.lay(m_verified, record.verified);
    row.lay(m_source, record.source);
    row.lay(m_notApplicable, record.notApplicable);
    if (row.isRejected())
      return Outcome::Rejected;
    if (record.expires.isValid() && record.expires < record.issued)
      row.notice(
          Say::tr("It expires on %1, before it was issued; both were kept.").arg(record.expires.toString(Qt::ISODate)));
    m_import.settle(row, m_subject, subject);
    if (found) {
      found->taken = true;
      row.layId(m_subject.practice, subject.practice.value, record.practice, m_import.practices());
      return write(row, record, true);
    }
    record.provider = subject.provider;
    record.practice = subject.practice;
    record.documentType = m_import.obtainDocumentType(row, m_type);
    record.state = state;
    record.number = row.text(m_number);
    if (m_import.documentTypes().nameOf(record.documentType.value) == QLatin1String("DEA registration"))
      if (const QString problem = deaProblem(record.number); !problem.isEmpty())
        row.notice(problem + QLatin1Char(' ') + Say::tr("It was kept as it stands."));
    const Outcome outcome = write(row, record, true);
    m_onFile.of(subject).push_back({record.id, record.documentType, keyOf(record.state), keyOf(record.number), true});
    return outcome;
  }

private:
  Entry* find(ImportRow& row, const Subject& subject, const QString& state) {
    if (!subject.provider.isValid() && !subject.practice.isValid())
      return nullptr; // a practice that nobody knows yet
    Names& types = m_import.documentTypes();
    qint64 type = types.find(row.utf8(m_type));
    if (!type)
      type = types.find(documentTypeName(row.name(m_type)));
    const quint64 stateKey = keyOf(state), numberKey = keyOf(row.text(m_number));
    for (Entry& one : m_onFile.of(subject))
      if (!one.taken && one.type.value == type && (m_state < 0 || one.state == stateKey) &&
          (m_number < 0 || one.number == numberKey))
        return &one;
    return nullptr;
  }

  const SubjectColumns m_subject;
  const int m_type = at("Document type"), m_number = at("Number"), m_state = at("State"), m_issuer = at("Issuer"),
            m_issued = at("Issued"), m_expires = at("Expires"), m_verified = at("Verified"), m_source = at("Source"),
            m_notApplicable = at("Not applicable");
  ByOwner<Entry> m_onFile;
};

} // namespace

std::unique_ptr<KindImport> importCredentials(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<CredentialRows>(context, match);
}

} // namespace exchange
