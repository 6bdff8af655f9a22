// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"
#include "core/exchange/importcontext.h"

namespace exchange {

/// How the rows of one sheet become records of one kind. A kind reads a row's cells, finds the record, lays the cells
/// over it, and writes it unless the row was rejected: first all that may reject, then what is made by the way.
class KindImport {
public:
  virtual ~KindImport() = default;
  KindImport(const KindImport&) = delete;
  KindImport& operator=(const KindImport&) = delete;

  /// Takes a row; nothing where finish() will tell what became of it.
  virtual std::optional<Outcome> take(ImportRow& row) = 0;

  /// What became of an earlier row after all.
  struct Late {
    qint64 row = 0;
    std::optional<Outcome> told; ///< as take() answered
    Outcome outcome = Outcome::Unchanged;
    std::vector<CellChange> changes;
    QStringList cells = {}; ///< of a row that take() did not tell of
  };
  using Tell = std::function<void(const Late&)>;
  /// After the last row of the sheet. notice: for people, without a row of its own.
  virtual void finish(const Tell& tell, const std::function<void(const QString&)>& notice);

protected:
  KindImport(ImportContext& context, const HeaderMatch& match) : m_import(context), m_match(match) {}

  int at(const char* column) const { return m_match.at(QLatin1String(column)); }

  /// The record of this id as it is on file, or a fresh one; and what earlier rows of the sheet said about it.
  template<class R>
  R recordOf(ImportRow& row, qint64 id) {
    if (!id)
      return {};
    if (const quint64* said = m_said.find(quint64(id)))
      row.setSaid(*said);
    return *db::load(m_import.database, Id<R>{id});
  }
  void remember(const ImportRow& row, qint64 id) { m_said[quint64(id)] = row.said(); }
  /// Writes what the row changed. The record has its id then. isOneRow: no other row of the sheet is about it.
  template<class R>
  Outcome write(ImportRow& row, R& record, bool isOneRow = false) {
    const bool fresh = !record.id.isValid();
    if (fresh)
      record.id = db::save(m_import.transaction, record);
    else if (row.isChanged())
      db::save(m_import.transaction, record);
    if (!isOneRow)
      remember(row, record.id.value);
    return fresh ? Outcome::Created : row.isChanged() ? Outcome::Updated : Outcome::Unchanged;
  }

  ImportContext& m_import;
  const HeaderMatch& m_match;

private:
  FlatMap<quint64> m_said; // by record: see ImportRow::setSaid
};

/// The importer of a sheet. The match must outlive it.
std::unique_ptr<KindImport> importerFor(ImportContext& context, const HeaderMatch& match);

// One a kind; see importerFor.
std::unique_ptr<KindImport> importTeams(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importCoordinators(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importPractices(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importProviders(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importPayors(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importFacilities(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importEnrollments(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importAffiliations(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importCredentials(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importClosedDays(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importTeamPayors(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importDocumentTypes(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importFormerNames(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importTaxonomies(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importAddresses(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importEducation(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importWorkHistory(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importWorkGaps(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importReferences(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importDocuments(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importMailTemplates(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importTemplates(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importTrackings(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importAlertActions(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importSteps(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importTasks(ImportContext& context, const HeaderMatch& match);
std::unique_ptr<KindImport> importNotes(ImportContext& context, const HeaderMatch& match);

} // namespace exchange
