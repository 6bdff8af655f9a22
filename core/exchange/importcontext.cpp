// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importcontext.h"

#include "core/base/text.h"
#include "core/credentials/shippedtypes.h"
#include "core/exchange/byowner.h"
#include "core/exchange/dates.h"
#include "core/notes/note.h"
#include "core/team/identifiers.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// A name in one cell, and what may stand in brackets behind it to tell namesakes apart: an NPI, a date of birth, a
/// team.
struct NameCell {
  QString name, npi;
  QDate born;
  QString team;
};

NameCell nameCell(const QString& cell) {
  const qsizetype open = cell.lastIndexOf(QLatin1Char('('));
  if (open <= 0 || !cell.endsWith(QLatin1Char(')')))
    return {cell, {}, {}, {}};
  const QString name = cell.left(open).trimmed(), inBrackets = cell.mid(open + 1).chopped(1).trimmed();
  if (const QString npi = identifierText(inBrackets); npi.size() == 10 && npiProblem(npi).isEmpty())
    return {name, npi, {}, {}};
  if (const DateRead read = parseDate(inBrackets); read.what == DateCell::Date)
    return {name, {}, read.date, {}};
  return {name, {}, {}, inBrackets};
}

QString list(const QStringList& what) { return what.join(Say::tr(" or ", "between two that fit")); }

} // namespace

quint64 keyOf(const QString& text) {
  const QByteArray utf8 = folded(text).toUtf8();
  return hashOf({utf8.constData(), size_t(utf8.size())});
}

SubjectColumns::SubjectColumns(const HeaderMatch& match)
    : team(match.at(QLatin1String("Team"))), npi(match.at(QLatin1String("NPI"))),
      provider(match.at(QLatin1String("Provider"))), last(match.at(QLatin1String("Last name"))),
      first(match.at(QLatin1String("First name"))), dateOfBirth(match.at(QLatin1String("Date of birth"))),
      practice(match.at(QLatin1String("Practice"))) {}

ImportContext::ImportContext(db::Transaction& writer, const QString& team, QDate day, bool everything, bool withSteps)
    : transaction(writer), database(writer.database()), today(day), complete(everything), m_team(team.simplified()),
      m_stepsFollow(withSteps) {}

Names& ImportContext::names(std::unique_ptr<Names>& held, const char* table) {
  if (!held)
    held = std::make_unique<Names>(database, QLatin1String(table));
  return *held;
}

People& ImportContext::people() {
  if (!m_people)
    m_people = std::make_unique<People>(database);
  return *m_people;
}

Practices& ImportContext::practices() {
  if (!m_practices)
    m_practices = std::make_unique<Practices>(database);
  return *m_practices;
}

FlatMap<qint64>& ImportContext::trackings() {
  if (!m_trackings) {
    m_trackings = std::make_unique<FlatMap<qint64>>();
    database.each(QStringLiteral("SELECT id, reference FROM tracking"), {}, [&](db::Row& row) {
      const qint64 id = row.number();
      (*m_trackings)[hashOf(row.utf8())] = id;
    });
  }
  return *m_trackings;
}

StepIndex& ImportContext::steps() {
  if (!m_steps)
    m_steps = std::make_unique<StepIndex>(database);
  return *m_steps;
}

NewSteps& ImportContext::newSteps() {
  if (!m_newSteps)
    m_newSteps = std::make_unique<NewSteps>(transaction, steps(),
                                            complete        ? NewSteps::From::Given
                                            : m_stepsFollow ? NewSteps::From::Waiting
                                                            : NewSteps::From::Made);
  return *m_newSteps;
}

TaskIndex& ImportContext::tasks() {
  if (!m_tasks)
    m_tasks = std::make_unique<TaskIndex>(database);
  return *m_tasks;
}

void ImportContext::addFirstNote(Id<Task> task, const QString& text) {
  m_firstNoteOf[quint64(task.value)] = m_firstNotes.size();
  m_firstNotes.push_back({task, text});
}

bool ImportContext::takeFirstNote(Id<Task> task, const QString& text) {
  const size_t* place = m_firstNoteOf.find(quint64(task.value));
  if (!place || m_firstNotes[*place].text != text)
    return false;
  m_firstNotes[*place].text.clear();
  return true;
}

void ImportContext::writeFirstNotes() {
  for (const FirstNote& one : m_firstNotes)
    if (!one.text.isEmpty()) {
      Note note;
      note.task = one.task;
      note.written = today.toString(Qt::ISODate);
      note.text = one.text;
      db::save(transaction, note);
    }
  m_firstNotes.clear();
}

Id<Team> ImportContext::teamOf(const ImportRow& row, int column) {
  const std::string_view cell = row.utf8(column);
  if (cell.empty() && m_team.isEmpty())
    return {};
  const qint64 known = cell.empty() ? teams().find(m_team) : teams().find(cell);
  return known ? Id<Team>{known} : noTeam;
}

template<class R>
Id<R> ImportContext::obtain(ImportRow& row, const QString& name, Names& known, R fresh, const QString& made) {
  if (name.isEmpty())
    return {};
  if (const qint64 id = known.find(name))
    return {id};
  const Id<R> id = db::save(transaction, fresh);
  known.add(name, id.value);
  row.notice(made.arg(name));
  return id;
}

Id<Team> ImportContext::obtainTeam(ImportRow& row, const QString& name) {
  return obtain(row, name, teams(), Team{{}, name}, Say::tr("The team “%1” was added."));
}

Id<Team> ImportContext::obtainTeam(ImportRow& row, int column) {
  if (const Id<Team> known = teamOf(row, column); known != noTeam)
    return known;
  return obtainTeam(row, row.isGiven(column) ? row.name(column) : m_team);
}

Id<Coordinator> ImportContext::obtainCoordinator(ImportRow& row, int column) {
  if (const qint64 known = coordinators().find(row.utf8(column)))
    return {known};
  Coordinator fresh;
  fresh.name = row.name(column);
  return obtain(row, fresh.name, coordinators(), fresh, Say::tr("The coordinator “%1” was added."));
}

Id<Payor> ImportContext::obtainPayor(ImportRow& row, int column) {
  if (const qint64 known = payors().find(row.utf8(column)))
    return {known};
  Payor fresh;
  fresh.name = row.name(column);
  return obtain(row, fresh.name, payors(), fresh, Say::tr("The payor “%1” was added."));
}

Id<Facility> ImportContext::obtainFacility(ImportRow& row, int column) {
  if (const qint64 known = facilities().find(row.utf8(column)))
    return {known};
  Facility fresh;
  fresh.name = row.name(column);
  return obtain(row, fresh.name, facilities(), fresh, Say::tr("The facility “%1” was added."));
}

Id<DocumentType> ImportContext::obtainDocumentType(ImportRow& row, int column) {
  if (const qint64 known = documentTypes().find(row.utf8(column)))
    return {known};
  const DocumentType fresh = undescribedType(documentTypeName(row.name(column)));
  return obtain(row, fresh.name, documentTypes(), fresh, Say::tr("The document type “%1” was added."));
}

bool ImportContext::addFormerName(const ProviderName& name) {
  const auto known = db::allWhere<ProviderName>(database, QStringLiteral("provider_id = ?"), {name.provider});
  const bool isKnown = name.lastName.isEmpty() || std::any_of(known.begin(), known.end(), [&](const ProviderName& one) {
                         return nameKey(one.lastName + one.firstName) == nameKey(name.lastName + name.firstName);
                       });
  if (!isKnown)
    db::save(transaction, name);
  return !isKnown;
}

Id<Practice> ImportContext::obtainPractice(ImportRow& row, const QString& name, Id<Team> team) {
  if (const Practices::Entry* known = practices().named(name, team))
    return known->id;
  Practice practice;
  practice.team = team;
  practice.name = name;
  practice.id = db::save(transaction, practice);
  practices().put(practice);
  row.notice(Say::tr("The practice “%1” was added.").arg(name));
  return practice.id;
}

const Person* ImportContext::personNamed(ImportRow& row, const PersonName& name, QDate born, Id<Team> team) {
  const auto fit = people().fitting({name, born, team});
  if (fit.size() == 1)
    return fit.front();
  QStringList who;
  for (const Person* one : fit)
    who += description(*one);
  const QString shown = name.first.isEmpty() ? name.last : name.last + QStringLiteral(", ") + name.first;
  if (who.isEmpty())
    row.reject(team.value > 0
                   ? Say::tr("No provider named “%1” is on file in %2.").arg(shown, teams().nameOf(team.value))
                   : Say::tr("No provider named “%1” is on file.").arg(shown));
  else
    row.reject(Say::tr("“%1” is ambiguous, it may be %2: give the NPI.").arg(shown, list(who)));
  return nullptr;
}

const Person* ImportContext::personOfCell(ImportRow& row, const QString& cell, QDate born, Id<Team> team) {
  const NameCell read = nameCell(cell);
  if (const Person* person = people().byNpi(npiNumber(read.npi.toStdString())))
    return person;
  const Id<Team> told{read.team.isEmpty() ? 0 : teams().find(read.team)};
  const QString& name = read.team.isEmpty() || told.isValid() ? read.name : cell;
  return personNamed(row, splitPersonName(name), read.born.isValid() ? read.born : born, told.isValid() ? told : team);
}

bool ImportContext::namesPerson(const QString& cell) {
  const NameCell read = nameCell(cell);
  return people().byNpi(npiNumber(read.npi.toStdString())) ||
         !people().fitting({splitPersonName(read.name), read.born, {}}).empty();
}

/// The one provider of the row's name of whom no NPI is on file.
const Person* ImportContext::personWithoutNpi(ImportRow& row, const SubjectColumns& columns, const QString& npi) {
  PersonName name = splitPersonName(row.text(columns.provider));
  if (row.isGiven(columns.last))
    name = {row.name(columns.last), row.name(columns.first), {}, {}, {}};
  if (name.last.isEmpty() || name.first.isEmpty())
    return nullptr;
  const Id<Team> team = teamOf(row, columns.team);
  const auto fit = people().fitting({name, row.date(columns.dateOfBirth, today.year()), team, true});
  if (fit.size() != 1)
    return nullptr;
  row.notice(Say::tr("The NPI %1 is not on file; the row was taken for %2, who has none there.")
                 .arg(npi, fit.front()->shownName()));
  return fit.front();
}

const Person* ImportContext::personByNpi(ImportRow& row, const SubjectColumns& columns, Subject& subject) {
  quint64 number = npiNumber(row.utf8(columns.npi));
  const QString npi = identifierText(row.text(columns.npi));
  if (!number)
    number = npiNumber(npi.toStdString());
  if (const Person* person = people().byNpi(number)) {
    const QString& cell = row.text(columns.provider);
    if (!cell.isEmpty() && cell != person->shownName() && nameKey(splitPersonName(cell).last) != nameKey(person->last))
      row.notice(Say::tr("The NPI %1 is that of %2; the row says “%3”. The NPI counts.")
                     .arg(npi, person->shownName(), cell.simplified()));
    return person;
  }
  if (const QString problem = npiProblem(npi); !problem.isEmpty()) {
    row.reject(problem);
    return nullptr;
  }
  std::vector<const Practices::Entry*> places = practices().withNpi(npi);
  if (places.size() > 1)
    std::erase_if(places, [&](const Practices::Entry* one) {
      return one->name.compare(row.name(columns.practice), Qt::CaseInsensitive) != 0;
    });
  if (places.empty())
    if (const Person* person = personWithoutNpi(row, columns, npi))
      return person;
  if (places.size() == 1)
    subject.practice = places.front()->id;
  else
    row.reject(practices().withNpi(npi).empty()
                   ? Say::tr("No provider with NPI %1 is on file.").arg(npi)
                   : Say::tr("The group NPI %1 is ambiguous, several practices have it: give the practice.").arg(npi));
  return nullptr;
}

Subject ImportContext::subjectOf(ImportRow& row, const SubjectColumns& columns, const QString& neededFor) {
  Subject subject;
  const Id<Team> team = teamOf(row, columns.team);
  subject.team = team == noTeam ? Id<Team>() : team;
  const Person* person = nullptr;
  if (row.isGiven(columns.npi) && !row.saysNone(columns.npi)) {
    person = personByNpi(row, columns, subject);
  } else if (row.isGiven(columns.provider) || row.isGiven(columns.last)) {
    const QDate born = row.date(columns.dateOfBirth, today.year());
    if (row.isGiven(columns.last))
      person = personNamed(row, {row.name(columns.last), row.name(columns.first), {}, {}, {}}, born, team);
    else
      person = personOfCell(row, row.text(columns.provider), born, team);
  }
  if (person) {
    subject.provider = person->id;
    subject.team = person->team.isValid() ? person->team : subject.team;
  }
  if (row.isRejected())
    return subject;
  if (!subject.practice.isValid() && row.isGiven(columns.practice))
    subject.practice = practiceNamed(row, row.text(columns.practice), subject.team.isValid() ? subject.team : team,
                                     subject.newPractice);
  if (!person && subject.practice.isValid())
    if (const Id<Team> theirs = practices().byId(subject.practice)->team; theirs.isValid())
      subject.team = theirs;
  if (!person && !subject.practice.isValid() && subject.newPractice.isEmpty() && !neededFor.isEmpty() &&
      !row.isRejected())
    row.reject(Say::tr("%1 needs a provider or a practice, by NPI or by name.").arg(neededFor));
  return subject;
}

Id<Practice> ImportContext::practiceNamed(ImportRow& row, const QString& cell, Id<Team> team, QString& newName) {
  const auto fit = practices().fitting(cell, team, teams());
  if (fit.size() == 1)
    return fit.front()->id;
  if (fit.empty()) {
    newName = cell.simplified();
    return {};
  }
  QStringList who;
  for (const Practices::Entry* one : fit)
    who += QStringLiteral("%1 (%2)").arg(one->name, teams().nameOf(one->team.value));
  row.reject(Say::tr("“%1” is ambiguous, it may be %2: give the team in brackets, or the group NPI.")
                 .arg(cell.simplified(), list(who)));
  return {};
}

void ImportContext::settle(ImportRow& row, const SubjectColumns& columns, Subject& subject) {
  if (subject.newPractice.isEmpty())
    return;
  if (!subject.team.isValid())
    subject.team = obtainTeam(row, columns.team);
  subject.practice = obtainPractice(row, subject.newPractice, subject.team);
}

} // namespace exchange
