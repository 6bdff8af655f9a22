// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/exchange/byowner.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/numbers.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>
#include <limits>
#include <unordered_map>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

struct Entry {
  Id<Credential> id;
  Id<DocumentType> type;
  quint64 state = 0, number = 0;
  bool isRenewed = false;
  bool taken = false; // by a row of this sheet
};

Entry readEntry(db::Row& row) {
  Entry entry;
  entry.id = row.id<Credential>();
  entry.type = row.id<DocumentType>();
  entry.state = keyOf(row.text());
  entry.number = keyOf(row.text());
  entry.isRenewed = row.yes();
  return entry;
}

/// Found by whose it is, document type, state and number; a column that the file does not have says nothing. Of several
/// that are alike in these the k-th row of the file is the k-th on file. A list that knows nothing of renewals is about
/// the newest versions; one that does says of each row which later one took its place.
class CredentialRows : public KindImport {
public:
  CredentialRows(ImportContext& context, const HeaderMatch& match)
      : KindImport(context, match), m_subject(match),
        m_onFile(context.database, QStringLiteral("credential"),
                 QStringLiteral("SELECT id, document_type_id, state, number, renewed_by IS NOT NULL FROM credential "
                                "WHERE provider_id = ? OR "
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
    row.lay(m_verifiedBy, record.verifiedBy);
    row.lay(m_reason, record.reason);
    row.layChoice(m_coverage, Field::Coverage, record.coverage);
    layDollars(row, m_perClaim, record.perClaim);
    layDollars(row, m_aggregate, record.aggregate);
    row.lay(m_tail, record.tail);
    layLadder(row, m_ladder, record.ladder);
    const int renewal = renewalOf(row);
    if (row.isRejected())
      return Outcome::Rejected;
    if (record.expires.isValid() && record.expires < record.issued)
      row.notice(
          Say::tr("It expires on %1, before it was issued; both were kept.").arg(record.expires.toString(Qt::ISODate)));
    m_import.settle(row, m_subject, subject);
    if (found) {
      found->taken = true;
      row.layId(m_subject.practice, subject.practice.value, record.practice, m_import.practices());
      const Outcome outcome = write(row, record, true);
      remember(row, subject, record, renewal, outcome);
      return outcome;
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
    m_onFile.of(subject).push_back(
        {record.id, record.documentType, keyOf(record.state), keyOf(record.number), false, true});
    remember(row, subject, record, renewal, outcome);
    return outcome;
  }

  void finish(const Tell& tell, const std::function<void(const QString&)>& notice) override {
    for (const Renewed& one : m_renewed) {
      const auto& rows = m_rows[one.list];
      const auto next = qint64(one.place) + one.by;
      if (next < 0 || next >= qint64(rows.size())) {
        notice(Say::tr("Row %1 says that it was renewed, but the version that took its place is not in the list.")
                   .arg(one.row.row));
        continue;
      }
      auto record = *db::load(m_import.database, rows[one.place]);
      if (record.renewedBy == rows[size_t(next)])
        continue;
      record.renewedBy = rows[size_t(next)];
      db::save(m_import.transaction, record);
      if (one.row.told == Outcome::Created)
        continue;
      Late late = one.row;
      late.outcome = Outcome::Updated;
      late.changes.push_back({one.heading, {}, QStringLiteral("yes")});
      tell(late);
    }
  }

private:
  /// A row that says that a later one of the same subject and type took its place.
  struct Renewed {
    quint64 list;
    size_t place;
    int by;
    Late row;
    QString heading;
  };

  /// How many rows of the same subject and type further on the version stands that took this one's place: "yes" is the
  /// next; 0: none did.
  int renewalOf(ImportRow& row) const {
    const QString& cell = row.text(m_renewal);
    bool isNumber = false;
    const int by = cell.toInt(&isNumber);
    if (isNumber || cell.isEmpty())
      return by;
    const auto says = readYesNo(cell);
    if (!says)
      row.reject(row.heading(m_renewal) + QStringLiteral(": ") + says.problems().front().sentence);
    return says && *says ? 1 : 0;
  }

  void remember(const ImportRow& row, const Subject& subject, const Credential& record, int renewal, Outcome outcome) {
    if (m_renewal < 0)
      return;
    const QString whose = QStringLiteral("%1/%2/%3")
                              .arg(subject.provider.value)
                              .arg(subject.provider.isValid() ? 0 : subject.practice.value)
                              .arg(record.documentType.value);
    const quint64 list = keyOf(whose);
    auto& rows = m_rows[list];
    if (renewal)
      m_renewed.push_back(
          {list, rows.size(), renewal, {row.number(), outcome, outcome, row.cellChanges()}, row.heading(m_renewal)});
    rows.push_back(record.id);
  }

  /// "$1,000,000", "1M" → 1000000.
  static void layDollars(ImportRow& row, int column, std::optional<int>& field) {
    QString cell = row.text(column);
    if (cell.isEmpty() || row.saysNone(column))
      return;
    cell.remove(QLatin1Char('$')).remove(QLatin1Char(',')).remove(QLatin1Char(' '));
    const QChar unit = cell.isEmpty() ? QChar() : cell.back().toUpper();
    const double times = unit == QLatin1Char('M') ? 1e6 : unit == QLatin1Char('K') ? 1e3 : 1;
    if (times > 1)
      cell.chop(1);
    bool isNumber = false;
    const double dollars = cell.toDouble(&isNumber) * times;
    if (!isNumber || dollars < 0 || dollars > std::numeric_limits<int>::max() || dollars != int(dollars)) {
      row.reject(
          Say::tr("%1: “%2” is no amount in whole dollars.").arg(row.heading(column), row.text(column).left(60)));
      return;
    }
    row.layNumber(column, int(dollars), field);
  }

  Entry* find(ImportRow& row, const Subject& subject, const QString& state) {
    if (!subject.provider.isValid() && !subject.practice.isValid())
      return nullptr; // a practice that nobody knows yet
    Names& types = m_import.documentTypes();
    qint64 type = types.find(row.utf8(m_type));
    if (!type)
      type = types.find(documentTypeName(row.name(m_type)));
    const quint64 stateKey = keyOf(state), numberKey = keyOf(row.text(m_number));
    for (Entry& one : m_onFile.of(subject))
      if (!one.taken && (m_renewal >= 0 || !one.isRenewed) && one.type.value == type &&
          (m_state < 0 || one.state == stateKey) && (m_number < 0 || one.number == numberKey))
        return &one;
    return nullptr;
  }

  const SubjectColumns m_subject;
  const int m_type = at("Document type"), m_number = at("Number"), m_state = at("State"), m_issuer = at("Issuer"),
            m_issued = at("Issued"), m_expires = at("Expires"), m_verified = at("Verified"), m_source = at("Source"),
            m_notApplicable = at("Not applicable"), m_verifiedBy = at("Verified by"),
            m_reason = at("Reason not applicable"), m_coverage = at("Coverage"), m_perClaim = at("Per claim"),
            m_aggregate = at("Aggregate"), m_tail = at("Tail"), m_ladder = at("Ladder"), m_renewal = at("Renewed");
  ByOwner<Entry> m_onFile;
  std::unordered_map<quint64, std::vector<Id<Credential>>> m_rows; // of a subject and type, in the order of the file
  std::vector<Renewed> m_renewed;
};

} // namespace

std::unique_ptr<KindImport> importCredentials(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<CredentialRows>(context, match);
}

} // namespace exchange
