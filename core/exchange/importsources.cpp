// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importsources.h"

#include "core/exchange/mappings.h"
#include "core/exchange/mastersheet.h"
#include "core/exchange/nppes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// What is read of a folder: other files lie beside lists, and what an import itself has written there.
bool isList(const QFileInfo& file) {
  static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"),  QStringLiteral("tab"),
                                   QStringLiteral("txt"), QStringLiteral("xlsx"), QStringLiteral("xlsm"),
                                   QStringLiteral("json")};
  return endings.contains(file.suffix().toLower()) && !file.fileName().startsWith(QLatin1String("~$"));
}

/// Where its rejected rows are handed back: beside the file.
void nameRejected(ImportSource& source, const QFileInfo& file, QString sheet) {
  const QString base = file.dir().filePath(file.completeBaseName());
  source.onlyRejected = base + QStringLiteral(".rejected.csv");
  source.rejectedFile = sheet.isEmpty() ? source.onlyRejected
                                        : base + QLatin1Char('-') + sheet.replace(QLatin1Char('/'), QLatin1Char('_')) +
                                              QStringLiteral(".rejected.csv");
}

bool isRejectedFile(const QFileInfo& file) { return file.fileName().endsWith(QLatin1String(".rejected.csv")); }

class Finder {
public:
  Finder(db::Database& database, const ImportOptions& options) : m_database(database), m_options(options) {}

  std::optional<Problem> addFile(const QString& path, bool inFolder);
  ImportSources& sources() { return m_sources; }
  bool registryOnly() const { return m_options.kind.trimmed().toLower() == QLatin1String("nppes"); }
  std::optional<Problem> readKind();

private:
  std::optional<Problem> addRegistryAnswers(const QString& path);
  bool wasChosen(const Sheets& sheets, size_t sheet, const QString& key);
  Result<HeaderMatch> matchOf(const Sheets& sheets, size_t sheet, const QString& title, const QString& key);

  db::Database& m_database;
  const ImportOptions& m_options;
  std::optional<Kind> m_kind;
  ImportSources m_sources;
};

std::optional<Problem> Finder::readKind() {
  if (m_options.kind.isEmpty() || registryOnly())
    return {};
  m_kind = kindNamed(m_options.kind);
  if (m_kind)
    return {};
  QStringList names;
  for (const KindColumns& kind : allKinds())
    names += kind.name;
  return Problem{QStringLiteral("kind"), Say::tr("There is no kind “%1”. The kinds are: %2, nppes.")
                                             .arg(m_options.kind, names.join(QStringLiteral(", ")))};
}

std::optional<Problem> Finder::addRegistryAnswers(const QString& path) {
  Result<std::unique_ptr<NppesSheets>> read = NppesSheets::open(path);
  if (!read)
    return read.problems().front();
  const std::shared_ptr<NppesSheets> sheets = std::move(read.value());
  for (size_t i = 0; i < sheets->count(); ++i) {
    ImportSource source;
    source.file = path;
    source.title = QFileInfo(path).fileName();
    source.sheets = sheets;
    source.sheet = i;
    source.match = sheets->match(i);
    nameRejected(source, QFileInfo(path), sheets->name(i));
    source.nppes = sheets.get();
    m_sources.sheets.push_back(std::move(source));
  }
  return {};
}

Result<HeaderMatch> Finder::matchOf(const Sheets& sheets, size_t sheet, const QString& title, const QString& key) {
  if (const auto chosen = m_options.matches.find(key); chosen != m_options.matches.end())
    return chosen->second;
  if (auto remembered = rememberedMatch(m_database, sheets, sheet))
    if (!m_kind || remembered->kind == *m_kind)
      return std::move(*remembered);
  if (!m_kind && isKindNotKept(title))
    return Problem{{}, Say::tr("Lists of %1 are not kept here yet. Nothing of it was read.").arg(title.toLower())};
  return findHeader(sheets, sheet, title, m_kind);
}

/// Whether a person has matched its columns, now or before.
bool Finder::wasChosen(const Sheets& sheets, size_t sheet, const QString& key) {
  return m_options.matches.count(key) > 0 || rememberedMatch(m_database, sheets, sheet);
}

std::optional<Problem> Finder::addFile(const QString& path, bool inFolder) {
  const QFileInfo info(path);
  if (registryOnly() || (m_options.kind.isEmpty() && isRegistryAnswer(path)))
    return addRegistryAnswers(path);
  Result<std::unique_ptr<Sheets>> opened = m_kind ? openFile(path) : openMaster(path);
  if (!opened)
    return opened.problems().front();
  const std::shared_ptr<Sheets> sheets = std::move(opened.value());
  std::vector<ImportSource> found;
  std::optional<Problem> first;
  QStringList leftOut;
  bool isWanted = true; // else a person left it out
  const size_t count = sheets->count();
  for (size_t i = 0; i < count; ++i) {
    const QString name = sheets->name(i), key = sheetTitle(path, *sheets, i, inFolder);
    const Result<HeaderMatch> match = matchOf(*sheets, i, name, key);
    if (match && match->columnAt.empty()) {
      isWanted = false;
      continue;
    }
    if (!match) {
      first = first ? first : match.problems().front();
      leftOut += Say::tr("The sheet “%1” of %2 was left out: %3")
                     .arg(name, info.fileName(), match.problems().front().sentence);
      continue;
    }
    ImportSource source;
    source.file = path;
    source.title = sheetTitle(path, *sheets, i, true);
    nameRejected(source, info, count > 1 ? name : QString());
    source.sheets = sheets;
    source.sheet = i;
    source.match = *match;
    source.bytes = info.size() / qint64(count);
    QStringList unread = match->unmatched();
    for (const auto& [heading, other] : sheets->readBeside(i))
      unread.removeAll(heading);
    if (isRejectedFile(info))
      unread.removeAll(QString(reasonHeading)); // it is for whoever mends the file
    if (!unread.isEmpty() && !wasChosen(*sheets, i, key))
      m_sources.notices.push_back(
          Say::tr("%1 was read as %2; these columns were not: %3.")
              .arg(source.title, columnsOf(match->kind).name, unread.join(QStringLiteral(", "))));
    found.push_back(std::move(source));
  }
  if (found.empty() && first && inFolder && !m_kind && count == 1 && !kindFromTitle(sheets->name(0))) {
    // A file that lies beside the lists, like a sheet beside them in a workbook.
    m_sources.notices.push_back(Say::tr("%1 was left out: %2").arg(info.fileName(), first->sentence));
    return {};
  }
  if (found.empty() && (isWanted || !inFolder))
    return first ? first : Problem{{}, Say::tr("The file %1 has no sheet to import.").arg(info.fileName())};
  for (const QString& sentence : leftOut)
    m_sources.notices.push_back(sentence);
  std::move(found.begin(), found.end(), std::back_inserter(m_sources.sheets));
  return {};
}

/// Whether these are the headings that the exporter writes, at the top.
bool isExported(const ImportSource& source) {
  QStringList written;
  for (const Column& column : columnsOf(source.match.kind).columns)
    if (column.written && (!column.extra || source.match.headings.contains(column.name)))
      written += column.name;
  if (source.match.row != 1 || source.match.headings != written)
    return false;
  QFile file(source.file);
  const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(3) : QByteArray();
  return head.startsWith("PK") || head == "\xEF\xBB\xBF";
}

/// Whether the sheets, in the order of the kinds, are an export of everything.
bool isComplete(const std::vector<ImportSource>& sheets) {
  size_t next = 0;
  for (const KindColumns& kind : allKinds()) {
    const bool isThere = next < sheets.size() && sheets[next].match.kind == kind.kind;
    if (isThere && (sheets[next].nppes || !isExported(sheets[next])))
      return false;
    if (!isThere && kind.always)
      return false;
    next += isThere;
  }
  return next == sheets.size();
}

/// What the registry says comes before what an office says itself of the same practices and providers.
int placeOf(const ImportSource& source) {
  return source.nppes ? 2 * int(Kind::Practices) - 1 : 2 * int(source.match.kind);
}

} // namespace

QFileInfoList listsIn(const QString& folder) {
  QFileInfoList lists;
  for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files, QDir::Name))
    if (isList(file) && !isRejectedFile(file) && file.size() > 0)
      lists += file;
  return lists;
}

QString sheetTitle(const QString& file, const Sheets& sheets, size_t sheet, bool inFolder) {
  const QString name = sheets.name(sheet), fileName = QFileInfo(file).fileName();
  if (!inFolder)
    return name;
  return sheets.count() > 1 ? QStringLiteral("%1, %2").arg(fileName, name) : fileName;
}

Result<ImportSources> findSources(db::Database& database, const QString& path, const ImportOptions& options) {
  Finder finder(database, options);
  if (const auto problem = finder.readKind())
    return *problem;
  if (!QFileInfo(path).isDir()) {
    if (const auto problem = finder.addFile(path, false))
      return *problem;
  } else {
    const QFileInfoList files = QDir(path).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo& file : files) {
      if (isRejectedFile(file))
        continue; // of an earlier import; mended, it is imported by itself
      if (!isList(file)) {
        finder.sources().notices.push_back(Say::tr("%1 was left out: it is no list.").arg(file.fileName()));
        continue;
      }
      if (file.size() == 0) {
        finder.sources().notices.push_back(Say::tr("%1 was left out: it is empty.").arg(file.fileName()));
        continue;
      }
      if (const auto problem = finder.addFile(file.filePath(), true))
        return *problem;
    }
    if (finder.sources().sheets.empty()) {
      QStringList told{Say::tr("The folder %1 has no list to import: no CSV, TSV, XLSX or JSON file that tells what it "
                               "holds.")
                           .arg(path)};
      for (const QString& notice : finder.sources().notices)
        told += notice;
      return Problem{{}, told.join(QLatin1Char('\n'))};
    }
  }
  ImportSources& sources = finder.sources();
  std::stable_sort(sources.sheets.begin(), sources.sheets.end(),
                   [](const ImportSource& a, const ImportSource& b) { return placeOf(a) < placeOf(b); });
  sources.complete = isComplete(sources.sheets);
  return std::move(sources);
}

} // namespace exchange
