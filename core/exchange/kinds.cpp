// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace exchange {
namespace {

/// "Team, Practice*, Started* date, Usual days number": * needed, the word behind says what it holds. Those behind a
/// bar are read and never written.
struct Described {
  Kind kind;
  const char* name;
  const char* columns;
};

constexpr Described described[] = {
    {Kind::Teams, "teams", "Team*"},
    {Kind::Coordinators, "coordinators", "Coordinator*, Email, Role, Teams, Active"},
    {Kind::Practices, "practices", "Team, Practice*, Group NPI, TIN, Address, City, State, ZIP, Phone, Email"},
    {Kind::Providers, "providers",
     "Team, NPI, Last name*, First name*, Middle name, Suffix, Degree, Specialty, Taxonomy, Email, Phone, Date of "
     "birth:d, "
     "CAQH ID, Status, Start date:d, Practices, Tags, Assignee | Provider"},
    {Kind::Payors, "payors", "Payor*, Payor ID, Class, States, Usual days:n, Recredentialing months:n, Phone, Portal"},
    {Kind::Facilities, "facilities", "Facility*, City, State, Phone"},
    {Kind::Enrollments, "enrollments",
     "Team, NPI, Provider, Practice, Payor*, State, Line of business, Status, Provider number, Submitted:d, "
     "Effective:d, "
     "End:d, Follow-up:d, Waiting on, Assignee | Last name, First name, Date of birth:d"},
    {Kind::Affiliations, "affiliations",
     "Team, NPI, Provider, Facility*, Category, Status, Appointed:d, Reappointment due:d, Assignee | Last name, First "
     "name, "
     "Date of birth:d"},
    {Kind::Credentials, "credentials",
     "Team, NPI, Provider, Practice, Document type*, Number, State, Issuer, Issued:d, Expires:d, Verified:d, Source, "
     "Not applicable | Last name, First name, Date of birth:d"},
    {Kind::Templates, "templates", "Type*, Subtype*, Step*, Description, TAT:n"},
    {Kind::Trackings, "trackings",
     "Tracking*, Team, NPI, Provider, Practice, Type*, Subtype*, Payor, Facility, State, Assignee, Priority, "
     "Started*:d, "
     "Status | Last name, First name, Date of birth:d"},
    {Kind::Steps, "steps",
     "Tracking*, Step*, Status, Assignee, Started:d, Due:d, Completed:d, Follow-up:d, Waiting on"},
    {Kind::Tasks, "tasks",
     "Team, Task*, NPI, Provider, Practice, Assigned to, Due:d, Follow-up:d, Status, Notify, Note | Last name, First "
     "name, "
     "Date of birth:d"},
    {Kind::Notes, "notes",
     "Tracking, Step, NPI, Provider, Practice, Payor, Task, Written*:d, Author, Kind, Reference, Note* | Last name, "
     "First name, Date of birth:d"},
};

/// The pieces of a literal between separators, without spaces around them; the views point into the literal.
std::vector<std::string_view> pieces(std::string_view text, char separator) {
  std::vector<std::string_view> found;
  while (true) {
    const size_t at = text.find(separator);
    std::string_view piece = text.substr(0, at);
    piece.remove_prefix(std::min(piece.find_first_not_of(' '), piece.size()));
    piece = piece.substr(0, piece.find_last_not_of(' ') + 1);
    found.push_back(piece);
    if (at == std::string_view::npos)
      return found;
    text.remove_prefix(at + 1);
  }
}

Column readColumn(std::string_view text, bool written) {
  Column column;
  column.written = written;
  if (text.ends_with(":d") || text.ends_with(":n")) {
    column.kind = text.ends_with(":d") ? CellKind::Date : CellKind::Number;
    text.remove_suffix(2);
  }
  column.needed = text.ends_with('*');
  if (column.needed)
    text.remove_suffix(1);
  column.name = QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
  return column;
}

std::vector<KindColumns> readDescribed() {
  std::vector<KindColumns> kinds;
  for (const Described& one : described) {
    KindColumns kind{one.kind, QLatin1String(one.name), {}};
    bool written = true;
    for (const std::string_view part : pieces(one.columns, '|')) {
      for (const std::string_view column : pieces(part, ','))
        kind.columns.push_back(readColumn(column, written));
      written = false;
    }
    kinds.push_back(kind);
  }
  return kinds;
}

/// The words by which titles speak of a kind, singular.
const QHash<QString, Kind>& titleWords() {
  static const QHash<QString, Kind> words = [] {
    const std::pair<Kind, const char*> lists[] = {
        {Kind::Teams, "team organization organisation client"},
        {Kind::Coordinators, "coordinator staff user specialist"},
        {Kind::Practices, "practice group clinic location site office"},
        {Kind::Providers, "provider physician practitioner clinician doctor roster census"},
        {Kind::Payors, "payor payer insurance carrier plan insurer"},
        {Kind::Facilities, "facility facilitie hospital asc"},
        {Kind::Enrollments, "enrollment enrolment participation recredentialing revalidation"},
        {Kind::Affiliations, "affiliation privilege appointment reappointment"},
        {Kind::Credentials,
         "credential license licence licensure expirable document certification certificate dea malpractice"},
        {Kind::Templates, "template sop"},
        {Kind::Trackings, "tracking tracker event"},
        {Kind::Steps, "step"},
        {Kind::Tasks, "task todo"},
        {Kind::Notes, "note contact comment"},
    };
    QHash<QString, Kind> all;
    for (const auto& [kind, list] : lists)
      for (const std::string_view word : pieces(list, ' '))
        all.insert(QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())), kind);
    return all;
  }();
  return words;
}

QString singular(QString word) {
  if (word.endsWith(QLatin1Char('s')))
    word.chop(1);
  return word;
}

} // namespace

int KindColumns::indexOf(QLatin1String column) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.name == column; });
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::span<const KindColumns> allKinds() {
  static const std::vector<KindColumns> kinds = readDescribed();
  return kinds;
}

const KindColumns& columnsOf(Kind kind) { return allKinds()[static_cast<size_t>(kind)]; }

std::optional<Kind> kindNamed(const QString& name) {
  const QString word = singular(name.simplified().toLower());
  for (const KindColumns& one : allKinds())
    if (word == singular(QString(one.name)) || word == QString(one.name))
      return one.kind;
  return {};
}

std::optional<Kind> kindFromTitle(const QString& title) {
  static const QRegularExpression notLetter(QStringLiteral("[^a-z]+"));
  std::optional<Kind> found;
  QString spaced;
  for (const QChar c : title) { // "ProviderList" is two words
    if (c.isUpper() && !spaced.isEmpty() && spaced.back().isLower())
      spaced += QLatin1Char(' ');
    spaced += c;
  }
  for (const QString& word : spaced.toLower().split(notLetter, Qt::SkipEmptyParts)) {
    if (found && (word == QLatin1String("by") || word == QLatin1String("for") || word == QLatin1String("per")))
      break;
    if (const auto it = titleWords().find(singular(word)); it != titleWords().end())
      found = *it;
  }
  return found;
}

} // namespace exchange
