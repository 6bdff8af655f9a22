// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/headers.h"

#include "core/exchange/synonyms.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr int rowsLookedAt = 50;

/// How close a heading is to a column. A name all kinds share ("Name", "Type") says less than one of a kind alone.
enum Closeness { None = 0, Trimmed = 2, Usual = 3, Own = 4, Exact = 5 };

struct Candidate {
  int column = -1;
  Closeness closeness = None;
};

/// The headings a kind understands, by their keys.
using Dictionary = QHash<QString, Candidate>;

void addNames(Dictionary& dictionary, const QString& names, int column, Closeness closeness) {
  for (const QString& name : names.split(QLatin1Char('|'))) {
    const QString key = headingKey(name);
    if (!dictionary.contains(key))
      dictionary.insert(key, {column, closeness});
  }
}

Dictionary makeDictionary(const KindColumns& kind) {
  Dictionary dictionary;
  for (size_t i = 0; i < kind.columns.size(); ++i)
    addNames(dictionary, kind.columns[i].name, static_cast<int>(i), Exact);
  for (const auto& [closeness, list] : {std::pair(Own, synonymsOf(kind.kind)), std::pair(Usual, usualSynonyms())})
    for (const Synonyms& one : list)
      if (const int column = kind.indexOf(QLatin1String(one.column)); column >= 0)
        addNames(dictionary, QString::fromLatin1(one.names), column, closeness);
  return dictionary;
}

const Dictionary& dictionaryOf(Kind kind) {
  static const std::vector<Dictionary> dictionaries = [] {
    std::vector<Dictionary> all;
    for (const KindColumns& one : allKinds())
      all.push_back(makeDictionary(one));
    return all;
  }();
  return dictionaries[static_cast<size_t>(kind)];
}

/// "Effective (MM/DD/YYYY)" → "Effective".
QString withoutBrackets(const QString& heading) {
  const qsizetype open = heading.indexOf(QLatin1Char('('));
  const qsizetype close = heading.indexOf(QLatin1Char(')'), open);
  return open > 0 && close > open ? heading.left(open) + QLatin1Char(' ') + heading.mid(close + 1) : heading;
}

/// "Title/Degree": two names of one column; where they are of two columns it is neither.
Candidate ofBothNames(const Dictionary& dictionary, const QString& heading) {
  const QStringList names = heading.split(QLatin1Char('/'));
  if (names.size() < 2)
    return {};
  const Candidate first = dictionary.value(headingKey(names.front()));
  for (const QString& name : names)
    if (dictionary.value(headingKey(name)).column != first.column)
      return {};
  return {first.column, Trimmed};
}

Candidate candidateFor(Kind kind, const QString& heading) {
  const Dictionary& dictionary = dictionaryOf(kind);
  const QString key = headingKey(heading);
  if (key.isEmpty())
    return {};
  if (const auto it = dictionary.find(key); it != dictionary.end())
    return *it;
  const QString shorter = headingKey(withoutBrackets(heading));
  if (const auto it = dictionary.find(shorter); it != dictionary.end())
    return *it;
  for (const QString& prefix : QString::fromLatin1(prefixesOf(kind)).split(QLatin1Char('|')))
    if (shorter.startsWith(prefix))
      if (const auto it = dictionary.find(shorter.mid(prefix.size())); it != dictionary.end())
        return {it->column, Trimmed};
  return ofBothNames(dictionary, withoutBrackets(heading));
}

/// The sheet's first rows, to look for headings in.
struct FirstRows {
  struct Row {
    qint64 number;
    QStringList cells;
  };
  std::vector<Row> rows;
  std::optional<Problem> problem;
};

FirstRows firstRows(const Sheets& sheets, size_t sheet) {
  FirstRows first;
  const auto rows = sheets.rows(sheet);
  RowCells row;
  while (static_cast<int>(first.rows.size()) < rowsLookedAt && rows->next(row)) {
    FirstRows::Row one{row.row(), {}};
    for (size_t i = 0; i < row.size(); ++i)
      one.cells += row.text(i);
    first.rows.push_back(std::move(one));
  }
  first.problem = rows->problem();
  return first;
}

/// The row that fits the kind best, the first of equals.
HeaderMatch bestRow(Kind kind, const FirstRows& first) {
  HeaderMatch best;
  best.kind = kind;
  for (const FirstRows::Row& row : first.rows) {
    HeaderMatch match = matchHeadings(kind, row.cells);
    match.row = row.number;
    const bool better =
        match.missing().isEmpty() != best.missing().isEmpty() ? match.missing().isEmpty() : match.score > best.score;
    if (match.score > 0 && (best.score == 0 || better))
      best = std::move(match);
  }
  return best;
}

/// The better of two kinds for the same headings: nothing missing, then more matched, then the kind with fewer columns.
bool fitsBetter(const HeaderMatch& a, const HeaderMatch& b) {
  const bool aComplete = a.score > 0 && a.missing().isEmpty();
  const bool bComplete = b.score > 0 && b.missing().isEmpty();
  if (aComplete != bComplete)
    return aComplete;
  return a.score != b.score ? a.score > b.score : columnsOf(a.kind).columns.size() < columnsOf(b.kind).columns.size();
}

/// A "Type" beside a "Subtype" or a "Step" is that of a tracking, as in our own reports: no document type.
bool isLooseGuess(const HeaderMatch& match) {
  return match.kind == Kind::Credentials &&
         std::any_of(match.headings.begin(), match.headings.end(), [](const QString& heading) {
           const QString key = headingKey(heading);
           return key == QLatin1String("subtype") || key == QLatin1String("step");
         });
}

/// A kind that people seldom keep lists of by itself is told by its name, or by headings that are all its own: a list
/// of providers with their addresses is no list of addresses.
bool isFarFetched(const HeaderMatch& match) {
  const KindColumns& kind = columnsOf(match.kind);
  return !kind.always && !std::all_of(match.headings.begin(), match.headings.end(), [&](const QString& heading) {
    return heading.trimmed().isEmpty() || kind.indexOf(QLatin1String(heading.simplified().toLatin1())) >= 0;
  });
}

/// Other programs call the enrollments of providers "payors", and affiliations "facilities": a list of payors has no
/// provider in it.
std::optional<Kind> withProviders(std::optional<Kind> named, const std::vector<HeaderMatch>& matches) {
  for (const auto& [plain, ofProviders] :
       {std::pair(Kind::Payors, Kind::Enrollments), std::pair(Kind::Facilities, Kind::Affiliations)}) {
    const HeaderMatch& match = matches[static_cast<size_t>(ofProviders)];
    const int who = match.at(QLatin1String("Provider"));
    const bool isPerson = who >= 0 && headingKey(match.headings[who]) != QLatin1String("name");
    if (named == plain && match.score > 0 && match.missing().isEmpty() &&
        (isPerson || match.at(QLatin1String("NPI")) >= 0))
      return ofProviders;
  }
  return named;
}

HeaderMatch choose(std::optional<Kind> named, std::vector<HeaderMatch> matches) {
  named = withProviders(named, matches);
  for (HeaderMatch& match : matches)
    if (named != match.kind && (isLooseGuess(match) || isFarFetched(match))) {
      std::fill(match.columnAt.begin(), match.columnAt.end(), -1);
      match.score = 0;
    }
  const HeaderMatch& best = *std::min_element(matches.begin(), matches.end(), fitsBetter);
  if (!named)
    return best;
  const HeaderMatch& match = matches[static_cast<size_t>(*named)];
  const bool complete = best.score > 0 && best.missing().isEmpty();
  // What reads as a heading below a row of better ones is a cell: a sheet "Payors" may hold the templates of payors.
  if (match.score > 0 && match.missing().isEmpty())
    return complete && best.row < match.row && best.score > match.score ? best : match;
  // A list of licences that lacks their type is no list of providers, of whom it says less.
  return complete && (best.score >= match.score || !columnsOf(match.kind).always) ? best : match;
}

/// The last column of rows that an import handed back says why it did: it is no column of the list.
void leaveReasonsAside(HeaderMatch& match, const QString& title) {
  if (title.endsWith(QLatin1String(".rejected")) && match.headings.value(match.headings.size() - 1) == reasonHeading)
    std::replace(match.columnAt.begin(), match.columnAt.end(), int(match.headings.size()) - 1, -1);
}

QString inQuotes(const QStringList& names) { return QStringLiteral("“%1”").arg(names.join(QStringLiteral("”, “"))); }

/// What stood where headings were looked for: enough of it to know the row by. What is no list may be long.
QStringList seen(const QStringList& headings) {
  constexpr qsizetype most = 30, longest = 60;
  QStringList found;
  for (const QString& one : headings) {
    const QString text = one.simplified();
    const QString shown = text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
    if (!shown.isEmpty() && !found.contains(shown))
      found += shown;
    if (found.size() == most)
      break;
  }
  return found;
}

} // namespace

QString headingKey(const QString& heading) {
  QStringList words;
  QString word;
  const auto finish = [&] {
    static const QSet<QString> numbers{QStringLiteral("no"), QStringLiteral("num"), QStringLiteral("nbr"),
                                       QStringLiteral("nr")};
    if (!word.isEmpty())
      words += numbers.contains(word)        ? QStringLiteral("number")
               : word == QLatin1String("dt") ? QStringLiteral("date")
                                             : word;
    word.clear();
  };
  for (const QChar c : heading.toCaseFolded()) {
    if (c.isLetterOrNumber())
      word += c;
    else if (c != QLatin1Char('\'') && c != QChar(0x2019))
      finish();
    if (c == QLatin1Char('#'))
      words += QStringLiteral("number");
  }
  finish();
  return words.join(QString());
}

bool HeaderMatch::reads(int heading) const {
  return std::find(columnAt.begin(), columnAt.end(), heading) != columnAt.end();
}

int HeaderMatch::at(QLatin1String column) const {
  const int index = columnsOf(kind).indexOf(column);
  return index < 0 || columnAt.empty() ? -1 : columnAt[static_cast<size_t>(index)];
}

QStringList HeaderMatch::unmatched() const {
  QStringList names;
  for (int i = 0; i < headings.size(); ++i)
    if (!headings[i].trimmed().isEmpty() && !reads(i))
      names += headings[i];
  return names;
}

QStringList HeaderMatch::missing() const {
  QStringList names;
  const bool oneName = kind == Kind::Providers && at(QLatin1String("Provider")) >= 0;
  for (const Column& column : columnsOf(kind).columns) {
    const bool inOneName =
        oneName && (column.name == QLatin1String("Last name") || column.name == QLatin1String("First name"));
    if (column.needed && !inOneName && at(column.name) < 0)
      names += column.name;
  }
  return names;
}

HeaderMatch matchHeadings(Kind kind, const QStringList& headings) {
  HeaderMatch match;
  match.kind = kind;
  match.headings = headings;
  match.columnAt.assign(columnsOf(kind).columns.size(), -1);
  std::vector<Closeness> closest(match.columnAt.size(), None);
  for (int i = 0; i < headings.size(); ++i) {
    const Candidate candidate = candidateFor(kind, headings[i]);
    const auto column = static_cast<size_t>(candidate.column);
    if (candidate.column < 0 || candidate.closeness <= closest[column])
      continue;
    match.score += candidate.closeness - closest[column];
    closest[column] = candidate.closeness;
    match.columnAt[column] = i;
  }
  return match;
}

bool isKnownHeading(const QString& heading) {
  static const QSet<QString> known = [] {
    QSet<QString> keys;
    for (const KindColumns& one : allKinds())
      for (auto it = dictionaryOf(one.kind).keyBegin(); it != dictionaryOf(one.kind).keyEnd(); ++it)
        keys += *it;
    return keys;
  }();
  return heading.size() <= 60 && known.contains(headingKey(withoutBrackets(heading)));
}

std::optional<Kind> kindOf(const QString& title, const QStringList& headings) {
  std::vector<HeaderMatch> matches;
  for (const KindColumns& one : allKinds())
    matches.push_back(matchHeadings(one.kind, headings));
  const std::optional<Kind> named = kindFromTitle(title);
  const HeaderMatch best = choose(named, matches);
  return best.score > 0 ? std::optional(best.kind) : named;
}

Result<HeaderMatch> findHeader(const Sheets& sheets, size_t sheet, const QString& title, std::optional<Kind> kind) {
  const FirstRows first = firstRows(sheets, sheet);
  if (first.problem)
    return *first.problem;
  if (first.rows.empty())
    return Problem{{}, Say::tr("“%1” has no rows.").arg(title)};
  HeaderMatch match;
  if (kind) {
    match = bestRow(*kind, first);
  } else {
    std::vector<HeaderMatch> matches;
    for (const KindColumns& one : allKinds())
      matches.push_back(bestRow(one.kind, first));
    match = choose(kindFromTitle(title), matches);
  }
  leaveReasonsAside(match, title);
  const QStringList missing = match.missing();
  if (missing.isEmpty())
    return match;
  const QStringList cells = seen(match.score > 0 ? match.headings : first.rows.front().cells);
  if (!kind && !kindFromTitle(title))
    return Problem{{},
                   Say::tr("What “%1” holds cannot be told from its name or its headings: %2. Say which kind it is.")
                       .arg(title, inQuotes(cells))};
  return Problem{{},
                 Say::tr("“%1” has no column for %2, which %3 need. Its headings are: %4.")
                     .arg(title, missing.join(QStringLiteral(", ")), columnsOf(match.kind).name, inQuotes(cells))};
}

} // namespace exchange
