// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importer.h"

#include "core/credentials/documentstore.h"
#include "core/db/bulk.h"
#include "core/exchange/exportfile.h"
#include "core/exchange/importsources.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/lists.h"
#include "core/exchange/nppes.h"
#include "core/exchange/personname.h"
#include "core/exchange/rejectedrows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr int mostNotices = 100; // a sheet
constexpr int rowsBetweenProgress = 1000;

constexpr qint64 manyBytes = 4 << 20; // of files: from here on the indices are made at the end

/// Those that the import itself does not look anything up by.
void setIndicesAside(db::Bulk& bulk) {
  // Indices over few rows of many cost nothing while they are kept, and a walk over all rows to make.
  bulk.setAside(QStringLiteral("change_row"),
                {QStringLiteral("change_row_deleted"), QStringLiteral("change_row_deleted_provider")});
  bulk.setAside(QStringLiteral("note"), {QStringLiteral("note_task")});
  bulk.setAside(QStringLiteral("step"), {QStringLiteral("step_tracking")});
  bulk.setAside(QStringLiteral("tracking"), {});
  bulk.setAside(QStringLiteral("credential"),
                {QStringLiteral("credential_provider"), QStringLiteral("credential_practice"),
                 QStringLiteral("credential_renewed"), QStringLiteral("credential_ladder")});
  bulk.setAside(QStringLiteral("enrollment"),
                {QStringLiteral("enrollment_provider"), QStringLiteral("enrollment_practice"),
                 QStringLiteral("enrollment_ladder")});
}

/// One import while it runs.
class Run {
public:
  Run(db::Transaction& transaction, const ImportOptions& options, const ImportCallbacks& callbacks,
      ImportSources sources)
      : m_options(options), m_callbacks(callbacks), m_sources(std::move(sources)),
        m_context(transaction, options.team, options.today, m_sources.complete,
                  std::any_of(m_sources.sheets.begin(), m_sources.sheets.end(),
                              [](const ImportSource& one) { return one.match.kind == Kind::Steps; })) {
    m_allBytes = m_sources.bytes();
    m_report.notices = m_sources.notices;
  }

  std::optional<Problem> all();
  std::optional<Problem> keepRejected();
  void forgetRejected();
  void removeOldRejected();
  void takeDocuments(const QString& path);
  ImportReport& report() { return m_report; }

private:
  std::optional<Problem> sheet(const ImportSource& source);
  void take(const ImportSource& source, KindImport& kind, ImportRow& row, RejectedRows& rejected);
  bool takeEach(const ImportSource& source, KindImport& kind, ImportRow& row, RejectedRows& rejected);
  void addFormerNames(const NppesSheets& answers);
  KindResult& resultOf(Kind kind);
  bool goesOn(double part, const ImportSource& source);
  void notice(const QString& sentence);
  void endNotices(const QString& title);

  const ImportOptions& m_options;
  const ImportCallbacks& m_callbacks;
  ImportSources m_sources;
  ImportContext m_context;
  ImportReport m_report;
  std::vector<std::unique_ptr<RejectedRows>> m_rejected;
  qint64 m_allBytes = 0, m_doneBytes = 0;
  int m_notices = 0; // of the sheet at hand
};

void Run::notice(const QString& sentence) {
  if (++m_notices <= mostNotices)
    m_report.notices.push_back(sentence);
}

void Run::endNotices(const QString& title) {
  if (m_notices > mostNotices)
    m_report.notices.push_back(Say::tr("%1: %2 more notices of this kind.").arg(title).arg(m_notices - mostNotices));
  m_notices = 0;
}

KindResult& Run::resultOf(Kind kind) {
  const QString name = columnsOf(kind).name;
  const auto known = std::find_if(m_report.kinds.begin(), m_report.kinds.end(),
                                  [&](const KindResult& one) { return one.kind == name; });
  if (known != m_report.kinds.end())
    return *known;
  m_report.kinds.push_back({name});
  return m_report.kinds.back();
}

bool Run::goesOn(double part, const ImportSource& source) {
  return !m_callbacks.progress || m_callbacks.progress(m_doneBytes + qint64(part * double(source.bytes)), m_allBytes);
}

std::optional<Problem> Run::all() {
  for (const ImportSource& source : m_sources.sheets) {
    if (const auto problem = sheet(source))
      return problem;
    endNotices(source.title);
    if (source.nppes && source.match.kind == Kind::Providers)
      addFormerNames(*source.nppes);
    m_doneBytes += source.bytes;
  }
  m_context.writeFirstNotes();
  return {};
}

std::optional<Problem> Run::sheet(const ImportSource& source) {
  const Problem stopped{QStringLiteral("stopped"), Say::tr("The import was stopped; nothing was changed.")};
  const auto kind = importerFor(m_context, source.match);
  resultOf(source.match.kind); // told even when the file has no row
  m_rejected.push_back(std::make_unique<RejectedRows>(source.rejectedFile, source.onlyRejected, source.match));
  ImportRow row(source.match, bool(m_callbacks.row));
  const auto rows = source.sheets->rows(source.sheet);
  RowCells cells;
  int untilProgress = 1;
  while (rows->next(cells)) {
    if (cells.row() <= source.match.row)
      continue;
    if (--untilProgress == 0) {
      untilProgress = rowsBetweenProgress;
      if (!goesOn(rows->progress(), source))
        return stopped;
    }
    row.begin(cells);
    if (!takeEach(source, *kind, row, *m_rejected.back()))
      take(source, *kind, row, *m_rejected.back());
  }
  if (const auto problem = rows->problem())
    return Problem{problem->field, source.title + QStringLiteral(": ") + problem->sentence};
  kind->finish(
      [&](const KindImport::Late& late) {
        KindResult& result = resultOf(source.match.kind);
        if (late.told)
          --result.of(*late.told);
        ++result.of(late.outcome);
        if (m_callbacks.row)
          m_callbacks.row({source.title, result.kind, late.row, late.outcome, {}, late.cells, late.changes});
      },
      [&](const QString& sentence) { notice(source.title + QStringLiteral(": ") + sentence); });
  return goesOn(1, source) ? std::nullopt : std::optional(stopped);
}

/// A row that names several providers is one about each; answers whether it does. Their NPIs may stand in one cell too.
bool Run::takeEach(const ImportSource& source, KindImport& kind, ImportRow& row, RejectedRows& rejected) {
  const int column = source.match.at(QLatin1String("Provider")), npi = source.match.at(QLatin1String("NPI"));
  if (source.nppes || column < 0)
    return false;
  const std::string_view bytes = row.utf8(column);
  if (bytes.find_first_of(";&/\n\r") == bytes.npos && bytes.find(" and ") == bytes.npos &&
      bytes.find(" AND ") == bytes.npos)
    return false;
  const QStringList names = splitPeople(row.text(column));
  const QStringList npis = splitList(row.text(npi));
  if (names.size() < 2)
    return false;
  if (!npis.isEmpty() && npis.size() != names.size()) {
    if (source.match.kind == Kind::Providers) // elsewhere the NPI says which of them is on file
      row.reject(Say::tr("%1 providers are named, with %2 NPI: give each a row of their own.")
                     .arg(names.size())
                     .arg(npis.size()));
    return false;
  }
  RowCells one = row.cells();
  for (qsizetype i = 0; i < names.size(); ++i) {
    const QByteArray name = names[i].toUtf8(), number = npis.value(i).toUtf8();
    one.put(size_t(column), {name.constData(), size_t(name.size())});
    if (!npis.isEmpty())
      one.put(size_t(npi), {number.constData(), size_t(number.size())});
    row.begin(one);
    if (source.match.kind == Kind::Trackings)
      row.reject(Say::tr("A tracking is about one provider: give each a tracking of their own."));
    take(source, kind, row, rejected);
  }
  return true;
}

void Run::take(const ImportSource& source, KindImport& kind, ImportRow& row, RejectedRows& rejected) {
  std::optional<Outcome> outcome = row.isRejected() ? Outcome::Rejected : kind.take(row);
  if (row.isRejected()) {
    outcome = Outcome::Rejected;
    rejected.add(row.cells(), row.reason());
  }
  for (const QString& sentence : row.takeNotices())
    if (!row.isRejected())
      notice(Say::tr("%1, row %2: %3").arg(source.title).arg(row.number()).arg(sentence));
  if (!outcome)
    return; // finish() tells
  KindResult& result = resultOf(source.match.kind);
  ++result.of(*outcome);
  if (!m_callbacks.row)
    return;
  RowOutcome told{source.title, result.kind, row.number(), *outcome, row.reason(), {}, {}};
  for (qsizetype i = 0; i < source.match.headings.size(); ++i)
    told.cells += row.cells().text(size_t(i));
  if (*outcome == Outcome::Updated)
    told.changes = row.cellChanges();
  m_callbacks.row(told);
}

void Run::addFormerNames(const NppesSheets& answers) {
  for (const NppesSheets::FormerName& one : answers.formerNames())
    if (const Person* person = m_context.people().byNpi(npiNumber(one.npi.toStdString())))
      m_context.addFormerName({{}, person->id, one.last, one.first, one.middle, {}});
}

std::optional<Problem> Run::keepRejected() {
  std::map<QString, int> sheets; // with rejected rows, of each file
  for (const auto& rejected : m_rejected)
    sheets[rejected->only()] += rejected->any();
  for (const auto& rejected : m_rejected) {
    if (const auto problem = rejected->commit(sheets[rejected->only()] == 1))
      return Problem{
          {}, Say::tr("The rejected rows could not be kept, so nothing was imported. %1").arg(problem->sentence)};
    if (rejected->any())
      m_report.rejectedFiles += rejected->file();
  }
  return {};
}

/// The files of documents lie beside their list.
void Run::takeDocuments(const QString& path) {
  const auto isList = [](const ImportSource& one) { return one.match.kind == Kind::Documents; };
  if (std::none_of(m_sources.sheets.begin(), m_sources.sheets.end(), isList))
    return;
  const DocumentStore ours(m_context.database.file()), theirs(documentsOf(path));
  if (const int missing = ours.takeFrom(theirs, m_context.database, DocumentStore::By::Copy))
    m_report.notices.push_back(
        Say::tr("The files of %n document(s) are not in the folder “%1” beside the list.", nullptr, missing)
            .arg(QFileInfo(theirs.folder()).fileName()));
}

void Run::forgetRejected() {
  for (const QString& file : m_report.rejectedFiles)
    QFile::remove(file);
}

void Run::removeOldRejected() {
  for (const auto& rejected : m_rejected) {
    if (!rejected->any() && !rejected->file().isEmpty())
      rejected->remove();
    if (!rejected->only().isEmpty() && !m_report.rejectedFiles.contains(rejected->only()))
      QFile::remove(rejected->only()); // of an earlier import of the file
  }
}

} // namespace

int& KindResult::of(Outcome outcome) {
  switch (outcome) {
  case Outcome::Created:
    return created;
  case Outcome::Updated:
    return updated;
  case Outcome::Unchanged:
    return unchanged;
  case Outcome::Rejected:
    break;
  }
  return rejected;
}

bool ImportReport::hasRejected() const {
  return std::any_of(kinds.begin(), kinds.end(), [](const KindResult& one) { return one.rejected > 0; });
}

QString importOf(const QString& fileName) { return Say::tr("Imported %1").arg(fileName); }

Result<ImportReport> importFile(db::Database& database, const db::Actor& actor, const QString& path,
                                const ImportOptions& options, const ImportCallbacks& callbacks) {
  const QFileInfo info(path);
  if (!info.exists())
    return Problem{{}, Say::tr("There is no file %1.").arg(path)};
  Result<ImportSources> sources = findSources(database, path, options);
  if (!sources)
    return sources.problems();
  std::optional<db::Bulk> bulk;
  if (sources->bytes() > manyBytes)
    bulk.emplace(database);
  db::Transaction transaction(database, actor, importOf(QFileInfo(info.absoluteFilePath()).fileName()));
  if (bulk) {
    setIndicesAside(*bulk);
    transaction.writeBehind();
  }
  Run run(transaction, options, callbacks, std::move(sources.value()));
  if (const auto problem = run.all())
    return *problem;
  if (options.dryRun)
    return std::move(run.report());
  run.takeDocuments(path);
  if (const auto problem = run.keepRejected()) {
    run.forgetRejected();
    return *problem;
  }
  try {
    transaction.settle(); // before there are indices to keep up
    if (bulk)
      bulk->putBack();
    transaction.commit();
  } catch (...) {
    run.forgetRejected();
    throw;
  }
  run.removeOldRejected();
  run.report().changeId = transaction.changeId();
  return std::move(run.report());
}

} // namespace exchange
