// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace exchange {
namespace {

/// "Team, Practice*, Started* date, Usual days number": * needed, the word behind says what it holds. Those behind a
/// bar are read and never written, those between a plus and the bar are written when some record fills them.
struct Described {
  Kind kind;
  const char* name;
  const char* columns;
  bool always = true;
};

constexpr Described described[] = {
    {Kind::Teams, "teams", "Team*"},
    {Kind::Coordinators, "coordinators", "Coordinator*, Email, Role, Teams, Active"},
    {Kind::Practices, "practices",
     "Team, Practice*, Group NPI, TIN, Address, City, State, ZIP, Phone, Email + Fax, "
     "Contact"},
    {Kind::Providers, "providers",
     "Team, NPI, Last name*, First name*, Middle name, Suffix, Degree, Specialty, Taxonomy, Email, Phone, Date of "
     "birth:d, "
     "CAQH ID, Status, Start date:d, Practices, Tags, Assignee + Languages, Ended:d, End reason | Provider, Former "
     "names"},
    {Kind::Payors, "payors", "Payor*, Payor ID, Class, States, Usual days:n, Recredentialing months:n, Phone, Portal"},
    {Kind::Facilities, "facilities", "Facility*, City, State, Phone + Address, ZIP, Email"},
    {Kind::ClosedDays, "closed days", "Team*, Closed day*:d, Occasion", false},
    {Kind::TeamPayors, "team payors", "Team*, Payor*, State, Line of business", false},
    {Kind::DocumentTypes, "document types",
     "Document type*, Ladder*, Usual term, Has a term, Retired, Section, Kept on, Required of, Formerly", false},
    {Kind::Enrollments, "enrollments",
     "Team, NPI, Provider, Practice, Payor*, State, Line of business, Status, Provider number, Submitted:d, "
     "Effective:d, "
     "End:d, Follow-up:d, Waiting on, Assignee + Waiting since:d, Ladder | Last name, First name, Date of birth:d"},
    {Kind::Affiliations, "affiliations",
     "Team, NPI, Provider, Facility*, Category, Status, Appointed:d, Reappointment due:d, Assignee + Ladder | Last "
     "name, "
     "First name, "
     "Date of birth:d"},
    {Kind::Credentials, "credentials",
     "Team, NPI, Provider, Practice, Document type*, Number, State, Issuer, Issued:d, Expires:d, Verified:d, Source, "
     "Not applicable + Verified by, Reason not applicable, Coverage, Per claim:n, Aggregate:n, Tail, Ladder, Renewed | "
     "Last name, First name, Date of birth:d"},
    {Kind::FormerNames, "former names",
     "Team, NPI, Provider, Former last name*, Former first name, Former middle name, Until:d", false},
    {Kind::Taxonomies, "taxonomies", "Team, NPI, Provider, Code*, Description, Licence, Taxonomy state", false},
    {Kind::Addresses, "addresses", "Team, NPI, Provider, Address kind, Address*, City, State, ZIP, Phone, Fax", false},
    {Kind::Education, "education",
     "Team, NPI, Provider, Education, Institution*, Degree, Specialty, Started:d, Ended:d, City, State, Country, "
     "Verified:d, Source, Verified by",
     false},
    {Kind::WorkHistory, "work history",
     "Team, NPI, Provider, Employer*, Position, Started:d, Ended:d, City, State, Phone, Reason for leaving", false},
    {Kind::WorkGaps, "work gaps", "Team, NPI, Provider, Gap from*:d, Gap to*:d, Explanation*", false},
    {Kind::References, "references",
     "Team, NPI, Provider, Reference*, Degree, Specialty, Relation, Phone, Email, Known since:d", false},
    {Kind::Documents, "documents",
     "Team, NPI, Provider, Practice, Document*, Document kind, SHA-256*, Size, Media type, Added:d, Document type, "
     "State, "
     "Number, Expires:d",
     false},
    {Kind::MailTemplates, "letters", "Letter*, Letter for, Letter subject, Letter text*", false},
    {Kind::Templates, "templates", "Type*, Subtype*, Step*, Description, TAT:n + Role, Waits on"},
    {Kind::Trackings, "trackings",
     "Tracking*, Team, NPI, Provider, Practice, Type*, Subtype*, Payor, Facility, State, Assignee, Priority, "
     "Started*:d, "
     "Status + Reason, Resume on:d | Last name, First name, Date of birth:d"},
    {Kind::AlertActions, "handled alerts",
     "Team, NPI, Provider, Practice, Document type, Payor, Facility, State, Number, Expires:d, Missing, Handled*, "
     "Handled "
     "on*:d, Handled until:d, Handled by, Handled because, Tracking",
     false},
    {Kind::Steps, "steps",
     "Tracking*, Step*, Status, Assignee, Started:d, Due:d, Completed:d, Follow-up:d, Waiting on + Waiting "
     "since:d, Description, TAT:n, Due set by hand"},
    {Kind::Tasks, "tasks",
     "Team, Task*, NPI, Provider, Practice, Assigned to, Due:d, Follow-up:d, Status, Notify, Note + Payor, "
     "Tracking, Priority, Repeat, Reply by:d, Created:d, Completed:d, Checklist | Last name, First name, "
     "Date of birth:d"},
    {Kind::Notes, "notes",
     "Tracking, Step, NPI, Provider, Practice, Payor, Task, Written*:d, Author, Kind, Reference, Note* + Spoken to, "
     "Outcome, Next contact:d | Last name, First name, Date of birth:d"},
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

Column readColumn(std::string_view text, bool written, bool extra) {
  Column column;
  column.written = written;
  column.extra = extra;
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
    KindColumns kind{one.kind, QLatin1String(one.name), {}, one.always};
    bool written = true;
    for (const std::string_view part : pieces(one.columns, '|')) {
      bool extra = false;
      for (const std::string_view group : pieces(part, '+')) {
        for (const std::string_view column : pieces(group, ','))
          kind.columns.push_back(readColumn(column, written, extra));
        extra = true;
      }
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
        {Kind::FormerNames, "alias aliase"},
        {Kind::Taxonomies, "taxonomy taxonomie"},
        {Kind::Addresses, "address addresse"},
        {Kind::Education, "education"},
        {Kind::WorkHistory, "history"},
        {Kind::WorkGaps, "gap"},
        {Kind::References, "reference"},
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

bool isKindNotKept(const QString& title) {
  static const QStringList kinds{QStringLiteral("portal"), QStringLiteral("login"), QStringLiteral("access issue"),
                                 QStringLiteral("access request")};
  return kinds.contains(singular(QString(title).replace(QLatin1Char('_'), QLatin1Char(' ')).simplified().toLower()));
}

std::optional<Kind> kindFromTitle(const QString& title) {
  if (const auto whole = kindNamed(title))
    return whole;
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
