// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mastersheet.h"

#include "core/exchange/dates.h"
#include "core/exchange/headers.h"
#include "core/exchange/wideheading.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <array>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// One sheet read from columns of another.
struct Beside {
  size_t sheet = 0; ///< of the file
  QString name;
  qint64 headingRow = 0;
  QStringList read;             ///< headings that nothing but it reads
  std::vector<int> whose;       ///< columns that say whom a row is about
  std::vector<std::string> top; ///< its headings
  struct Credential {
    std::string type, state;
    std::array<int, WideHeading::parts> at;
  };
  std::vector<Credential> credentials; ///< a row each; without any, whose is all there is
};

class BesideRows : public Rows {
public:
  BesideRows(const Beside& beside, std::unique_ptr<Rows> rows)
      : m_beside(beside), m_rows(std::move(rows)), m_next(beside.credentials.size()) {}

  bool next(RowCells& row) override;
  std::optional<Problem> problem() const override { return m_rows->problem(); }
  double progress() const override { return m_rows->progress(); }

private:
  void putWhose(RowCells& row) const;
  bool putCredential(RowCells& row, const Beside::Credential& one) const;
  bool isNew(const RowCells& row);

  const Beside& m_beside;
  std::unique_ptr<Rows> m_rows;
  RowCells m_cells;
  size_t m_next;
  bool m_begun = false;
  QSet<size_t> m_seen; // rows: each line of an enrollment says the same of its provider
};

bool saysSomething(std::string_view cell) {
  return parseDate(QString::fromUtf8(cell.data(), qsizetype(cell.size()))).what != DateCell::None;
}

void BesideRows::putWhose(RowCells& row) const {
  row.start(m_cells.row());
  row.setFrom1904(m_cells.isFrom1904());
  for (const int column : m_beside.whose)
    row.add(m_cells.utf8(size_t(column)));
}

/// Answers whether the line has such a document.
bool BesideRows::putCredential(RowCells& row, const Beside::Credential& one) const {
  const auto cell = [&](WideHeading::Part part) {
    return one.at[part] < 0 ? std::string_view() : m_cells.utf8(size_t(one.at[part]));
  };
  if (!saysSomething(cell(WideHeading::Number)) && !saysSomething(cell(WideHeading::Issued)) &&
      !saysSomething(cell(WideHeading::Expires)) && !saysSomething(cell(WideHeading::Verified)))
    return false;
  putWhose(row);
  row.add(one.type);
  const bool statesItself = !one.state.empty();
  for (const auto part : {WideHeading::Number, WideHeading::State, WideHeading::Issuer, WideHeading::Issued,
                          WideHeading::Expires, WideHeading::Verified})
    row.add(part == WideHeading::State && statesItself ? std::string_view(one.state) : cell(part));
  return true;
}

bool BesideRows::isNew(const RowCells& row) {
  size_t seed = 0;
  for (size_t i = 0; i < row.size(); ++i)
    seed = qHash(QByteArrayView(row.utf8(i)), seed + 1);
  const qsizetype before = m_seen.size();
  m_seen.insert(seed);
  return m_seen.size() > before;
}

bool BesideRows::next(RowCells& row) {
  if (!m_begun) {
    m_begun = true;
    row.start(m_beside.headingRow);
    for (const std::string& heading : m_beside.top)
      row.add(heading);
    return true;
  }
  while (true) {
    while (m_next < m_beside.credentials.size())
      if (putCredential(row, m_beside.credentials[m_next++]) && isNew(row))
        return true;
    do {
      if (!m_rows->next(m_cells))
        return false;
    } while (m_cells.row() <= m_beside.headingRow);
    m_next = 0;
    if (!m_beside.credentials.empty())
      continue;
    putWhose(row);
    if (isNew(row))
      return true;
  }
}

/// The first cells of a column below the headings.
class FirstCells {
public:
  FirstCells(const Sheets& sheets, size_t sheet, qint64 headingRow) {
    constexpr size_t most = 50;
    const auto rows = sheets.rows(sheet);
    RowCells row;
    while (m_rows.size() < most && rows->next(row)) {
      if (row.row() <= headingRow)
        continue;
      m_rows.emplace_back();
      for (size_t i = 0; i < row.size(); ++i)
        m_rows.back() += row.text(i);
    }
  }

  /// Whether all that say something are dates, and some does. Plain digits may be a licence's number.
  bool areDates(int column) const {
    bool any = false;
    for (const QStringList& row : m_rows) {
      const QString cell = row.value(column).trimmed();
      const DateCell what = parseDate(cell).what;
      bool isNumber = false;
      cell.toLongLong(&isNumber);
      if (what == DateCell::Unreadable || isNumber)
        return false;
      any = any || what == DateCell::Date;
    }
    return any;
  }

private:
  std::vector<QStringList> m_rows;
};

/// Finds what stands beside the kind that a sheet is read as.
class Finder {
public:
  Finder(const Sheets& sheets, size_t sheet, HeaderMatch match)
      : m_sheets(sheets), m_sheet(sheet), m_match(std::move(match)) {}

  std::optional<Beside> credentials();
  std::optional<Beside> providers();

private:
  struct Found {
    WideHeading heading;
    std::array<int, WideHeading::parts> at{-1, -1, -1, -1, -1, -1, -1};
  };

  std::vector<Found> wideColumns() const;
  void placeBare(std::vector<Found>& found) const;
  Beside about(const QString& name) const;
  void addWhose(Beside& beside, const HeaderMatch& match, std::initializer_list<const char*> columns) const;
  QString heading(int column) const { return m_match.headings.value(column); }

  const Sheets& m_sheets;
  size_t m_sheet;
  HeaderMatch m_match;
};

Beside Finder::about(const QString& name) const {
  Beside beside;
  beside.sheet = m_sheet;
  beside.name = name;
  beside.headingRow = m_match.row;
  return beside;
}

void Finder::addWhose(Beside& beside, const HeaderMatch& match, std::initializer_list<const char*> columns) const {
  for (const char* column : columns)
    if (const int at = match.at(QLatin1String(column)); at >= 0) {
      beside.whose.push_back(at);
      beside.top.emplace_back(column);
    }
}

std::vector<Finder::Found> Finder::wideColumns() const {
  std::vector<Found> found;
  for (int column = 0; column < m_match.headings.size(); ++column) {
    const auto read = m_match.reads(column) ? std::nullopt : readWideHeading(heading(column));
    if (!read)
      continue;
    auto same = std::find_if(found.begin(), found.end(), [&](const Found& one) { return one.heading.isBeside(*read); });
    if (same == found.end())
      same = found.insert(found.end(), {*read});
    if (int& at = same->at[read->part]; at < 0)
      at = column;
  }
  return found;
}

/// A document's name alone heads the dates on which it expires, else its numbers where it is one that has a number.
void Finder::placeBare(std::vector<Found>& found) const {
  std::optional<FirstCells> cells;
  for (Found& one : found) {
    int& bare = one.at[WideHeading::Bare];
    if (bare < 0)
      continue;
    if (!cells)
      cells.emplace(m_sheets, m_sheet, m_match.row);
    const bool areDates = cells->areDates(bare);
    int& at = one.at[areDates ? WideHeading::Expires : WideHeading::Number];
    static const QStringList numbered{QStringLiteral("State licence"), QStringLiteral("DEA registration"),
                                      QStringLiteral("State controlled substance")};
    const bool isPlace = areDates || one.at[WideHeading::Expires] >= 0 || numbered.contains(one.heading.type);
    if (at < 0 && isPlace)
      at = bare;
    else
      bare = -1;
  }
}

std::optional<Beside> Finder::credentials() {
  if (m_match.kind == Kind::Credentials)
    return {}; // "DEA Exp" is its own column
  std::vector<Found> found = wideColumns();
  if (found.empty())
    return {};
  placeBare(found);
  Beside beside = about(Say::tr("%1 credentials").arg(m_sheets.name(m_sheet)));
  addWhose(beside, m_match, {"Team", "NPI", "Provider", "Last name", "First name", "Date of birth"});
  for (const char* column : {"Document type", "Number", "State", "Issuer", "Issued", "Expires", "Verified"})
    beside.top.emplace_back(column);
  for (const Found& one : found) {
    const auto isThere = [&](WideHeading::Part part) { return one.at[part] >= 0; };
    if (!isThere(WideHeading::Number) && !isThere(WideHeading::Issued) && !isThere(WideHeading::Expires) &&
        !isThere(WideHeading::Verified))
      continue; // where it is from says not that it is there
    beside.credentials.push_back({one.heading.type.toStdString(), one.heading.state.toStdString(), one.at});
    for (const int column : one.at)
      if (column >= 0)
        beside.read += heading(column);
  }
  return beside.credentials.empty() ? std::nullopt : std::optional(beside);
}

std::optional<Beside> Finder::providers() {
  if (m_match.kind == Kind::Providers)
    return {};
  const HeaderMatch match = matchHeadings(Kind::Providers, m_match.headings);
  if (!match.missing().isEmpty())
    return {};
  Beside beside = about(Say::tr("%1 providers").arg(m_sheets.name(m_sheet)));
  addWhose(beside, match, {"Team", "NPI", "Provider", "Last name", "First name", "Date of birth"});
  // What is nobody's but a provider's; a phone, an address of mail or a status may be the payor's.
  for (const char* column : {"Middle name", "Suffix", "Degree", "Specialty", "Taxonomy", "CAQH ID"})
    if (const int at = match.at(QLatin1String(column)); at >= 0 && !m_match.reads(at)) {
      addWhose(beside, match, {column});
      beside.read += heading(at);
    }
  return beside.read.isEmpty() ? std::nullopt : std::optional(beside);
}

class MasterSheets : public Sheets {
public:
  MasterSheets(std::unique_ptr<Sheets> file, std::vector<Beside> beside)
      : m_file(std::move(file)), m_beside(std::move(beside)) {}

  size_t count() const override { return m_file->count() + m_beside.size(); }
  QString name(size_t sheet) const override {
    return sheet < m_file->count() ? m_file->name(sheet) : beside(sheet).name;
  }
  std::unique_ptr<Rows> rows(size_t sheet) const override {
    if (sheet < m_file->count())
      return m_file->rows(sheet);
    return std::make_unique<BesideRows>(beside(sheet), m_file->rows(beside(sheet).sheet));
  }
  std::vector<std::pair<QString, QString>> readBeside(size_t sheet) const override {
    std::vector<std::pair<QString, QString>> all;
    for (const Beside& one : m_beside)
      if (one.sheet == sheet)
        for (const QString& heading : one.read)
          all.emplace_back(heading, one.name);
    return all;
  }

private:
  const Beside& beside(size_t sheet) const { return m_beside[sheet - m_file->count()]; }

  std::unique_ptr<Sheets> m_file;
  std::vector<Beside> m_beside;
};

bool isOfProviders(Kind kind) {
  return kind == Kind::Providers || kind == Kind::Enrollments || kind == Kind::Affiliations ||
         kind == Kind::Credentials;
}

} // namespace

Result<std::unique_ptr<Sheets>> openMaster(const QString& path) {
  Result<std::unique_ptr<Sheets>> opened = openFile(path);
  if (!opened)
    return opened;
  std::unique_ptr<Sheets> sheets = std::move(opened.value());
  QStringList names;
  for (size_t i = 0; i < sheets->count(); ++i)
    names += sheets->name(i);
  std::vector<Beside> beside;
  for (size_t i = 0; i < sheets->count(); ++i) {
    const Result<HeaderMatch> match = findHeader(*sheets, i, names[qsizetype(i)], std::nullopt);
    if (!match || !isOfProviders(match->kind) || match->unmatched().isEmpty())
      continue;
    Finder finder(*sheets, i, *match);
    std::optional<Beside> found[] = {finder.providers(), finder.credentials()};
    for (std::optional<Beside>& one : found)
      if (one && !names.contains(one->name))
        beside.push_back(std::move(*one));
  }
  if (beside.empty())
    return sheets;
  return std::unique_ptr<Sheets>(std::make_unique<MasterSheets>(std::move(sheets), std::move(beside)));
}

} // namespace exchange
