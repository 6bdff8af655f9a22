// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/credentials/documentstore.h"
#include "core/exchange/byowner.h"
#include "core/exchange/kinds/kind.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

struct Entry {
  Id<Document> id;
  QString hash;
  quint64 name = 0;
  Id<Credential> credential;
  bool taken = false;
};

Entry readEntry(db::Row& row) {
  Entry entry;
  entry.id = row.id<Document>();
  entry.hash = row.text();
  entry.name = keyOf(row.text());
  entry.credential = row.id<Credential>();
  return entry;
}

/// What is known of documents; their files come along beside the list: see DocumentStore. Found by whose it is, what it
/// is of, its content and its name; of several that are alike the k-th row is the k-th on file.
class DocumentRows : public KindImport {
public:
  DocumentRows(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match), m_subject(match),
        m_onFile(
            context.database, QStringLiteral("document"),
            QStringLiteral("SELECT id, hash, name, credential_id FROM document WHERE provider_id = ? OR (provider_id "
                           "IS NULL AND practice_id = ?) ORDER BY id"),
            readEntry) {}

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Document");
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    const QString hash = row.needed(m_hash, "SHA-256").toLower();
    if (!hash.isEmpty() && !sha256.match(hash).hasMatch())
      row.reject(Say::tr("“%1” is no SHA-256: 64 digits and letters a to f.").arg(hash.left(60)));
    bool isNumber = true;
    const qint64 size = row.isGiven(m_size) ? row.text(m_size).toLongLong(&isNumber) : 0;
    if (!isNumber || size < 0)
      row.reject(Say::tr("Size: “%1” is no whole number.").arg(row.text(m_size).left(60)));
    Subject subject = m_import.subjectOf(row, m_subject, Say::tr("A document"));
    const QDate expires = row.date(m_expires);
    if (row.isRejected())
      return Outcome::Rejected;
    m_import.settle(row, m_subject, subject);
    const QString name = cleanedName(row.text(m_name));
    const Id<Credential> credential = credentialOf(row, subject, expires);
    Entry* found = nullptr;
    for (Entry& one : m_onFile.of(subject))
      if (!found && !one.taken && one.hash == hash && one.name == keyOf(name) && one.credential == credential)
        found = &one;
    auto record = recordOf<Document>(row, found ? found->id.value : 0);
    row.layText(m_name, name, record.name);
    row.layText(m_hash, hash, record.hash);
    row.layChoice(m_kind, Field::DocumentKind, record.kind);
    row.lay(m_mediaType, record.mediaType);
    row.lay(m_added, record.added);
    if (row.isRejected())
      return Outcome::Rejected;
    if (size > 0 && size != record.size) {
      record.size = size;
      row.setChanged();
    }
    if (!record.added.isValid())
      record.added = m_import.today;
    record.provider = subject.provider;
    record.practice = subject.practice;
    record.credential = credential;
    const Outcome outcome = write(row, record, true);
    if (found)
      found->taken = true;
    else
      m_onFile.of(subject).push_back({record.id, record.hash, keyOf(record.name), credential, true});
    return outcome;
  }

private:
  /// The credential of the subject that the row names by type, state, number and end; the newest of equals.
  Id<Credential> credentialOf(ImportRow& row, const Subject& subject, QDate expires) {
    const qint64 type = m_import.documentTypes().find(row.utf8(m_type));
    if (!type)
      return {};
    return {m_import.database.value(
        QStringLiteral(
            "SELECT id FROM credential WHERE document_type_id = ? AND state = ? AND number = ? AND expires IS ? "
            "AND (provider_id = ? OR (provider_id IS NULL AND practice_id = ?)) ORDER BY id DESC LIMIT 1"),
        {type, stateCode(row.text(m_state)), row.text(m_number), expires,
         subject.provider.isValid() ? db::Value(subject.provider) : db::Value(),
         subject.provider.isValid() ? db::Value() : db::Value(subject.practice)})};
  }

  const SubjectColumns m_subject;
  const int m_name = at("Document"), m_kind = at("Document kind"), m_hash = at("SHA-256"), m_size = at("Size"),
            m_mediaType = at("Media type"), m_added = at("Added"), m_type = at("Document type"), m_state = at("State"),
            m_number = at("Number"), m_expires = at("Expires");
  ByOwner<Entry> m_onFile;
};

} // namespace

std::unique_ptr<KindImport> importDocuments(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<DocumentRows>(context, match);
}

} // namespace exchange
