// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/documenttype.h"
#include "core/exchange/importrow.h"
#include "core/exchange/names.h"
#include "core/exchange/newsteps.h"
#include "core/exchange/people.h"
#include "core/exchange/practices.h"
#include "core/exchange/stepindex.h"
#include "core/exchange/taskindex.h"
#include "core/facilities/facility.h"
#include "core/payors/payor.h"
#include "core/team/coordinator.h"
#include "core/team/team.h"

#include <QDate>

namespace exchange {

/// Whom a row is about: a provider, or a practice. practice beside a provider is the place it is about.
struct Subject {
  Id<Provider> provider;
  Id<Practice> practice;
  QString newPractice; ///< the name of a practice that is to be made
  Id<Team> team;       ///< the provider's, else the practice's
};

/// The columns by which a row says whom it is about.
struct SubjectColumns {
  int team = -1, npi = -1, provider = -1, last = -1, first = -1, dateOfBirth = -1, practice = -1;

  explicit SubjectColumns(const HeaderMatch& match);
};

/// What all kinds of one import share: the transaction, and what is on file to find records by, read when first asked
/// for and kept up as rows are written.
class ImportContext {
public:
  ImportContext(db::Transaction& writer, const QString& team, QDate day, bool everything, bool withSteps);

  db::Transaction& transaction;
  db::Database& database;
  const QDate today;
  /// The files are an export of everything: a tracking comes with all its steps, and nothing is made for it.
  const bool complete;

  Names& teams() { return names(m_teams, "team"); }
  Names& coordinators() { return names(m_coordinators, "coordinator"); }
  Names& payors() { return names(m_payors, "payor"); }
  Names& facilities() { return names(m_facilities, "facility"); }
  Names& documentTypes() { return names(m_documentTypes, "document_type"); }
  People& people();
  Practices& practices();
  /// Trackings by reference.
  FlatMap<qint64>& trackings();
  StepIndex& steps();
  NewSteps& newSteps();
  TaskIndex& tasks();

  /// The note of a new task. It is written when the import ends, unless a row of kind notes is that note.
  struct FirstNote {
    Id<Task> task;
    QString text;
  };
  void addFirstNote(Id<Task> task, const QString& text);
  /// Whether a row of kind notes is a task's first note, which then is not written again.
  bool takeFirstNote(Id<Task> task, const QString& text);
  /// Writes what is left of them.
  void writeFirstNotes();

  /// The row's team, else the one asked for, to look for names in; invalid when neither is said, noTeam when it is one
  /// that nobody can be in, since it is not on file.
  Id<Team> teamOf(const ImportRow& row, int column);
  static constexpr Id<Team> noTeam{-1};
  /// The same, made when it is not on file.
  Id<Team> obtainTeam(ImportRow& row, int column);
  Id<Coordinator> obtainCoordinator(ImportRow& row, int column);
  Id<Payor> obtainPayor(ImportRow& row, int column);
  Id<Facility> obtainFacility(ImportRow& row, int column);
  Id<DocumentType> obtainDocumentType(ImportRow& row, int column);
  Id<Team> obtainTeam(ImportRow& row, const QString& name);
  Id<Practice> obtainPractice(ImportRow& row, const QString& name, Id<Team> team);

  /// Adds a name that a provider had, unless it is known; answers whether it was added.
  bool addFormerName(const ProviderName& name);

  /// The provider whom a cell names, as "Lily Marten, MD" or with an NPI, a date of birth or a team in brackets behind
  /// it; the row is rejected when none fits or several do.
  const Person* personOfCell(ImportRow& row, const QString& cell, QDate born, Id<Team> team);
  /// Whether a cell names a provider on file, or one of several.
  bool namesPerson(const QString& cell);
  /// Whom the row is about. Rejects it when that is nobody on file, or not clear. neededFor: "An enrollment", or empty
  /// where a row may be about nobody.
  Subject subjectOf(ImportRow& row, const SubjectColumns& columns, const QString& neededFor);
  /// Makes the practice that the row names and nobody has; to be called when the row is not rejected.
  void settle(ImportRow& row, const SubjectColumns& columns, Subject& subject);
  /// The practice a cell means, looked for in this team first; newName when it is to be made.
  Id<Practice> practiceNamed(ImportRow& row, const QString& cell, Id<Team> team, QString& newName);

private:
  const Person* personNamed(ImportRow& row, const PersonName& name, QDate born, Id<Team> team);
  Names& names(std::unique_ptr<Names>& held, const char* table);
  template<class R>
  Id<R> obtain(ImportRow& row, const QString& name, Names& names, R fresh, const QString& made);
  const Person* personWithoutNpi(ImportRow& row, const SubjectColumns& columns, const QString& npi);
  const Person* personByNpi(ImportRow& row, const SubjectColumns& columns, Subject& subject);

  QString m_team;
  bool m_stepsFollow;
  std::unique_ptr<Names> m_teams, m_coordinators, m_payors, m_facilities, m_documentTypes;
  std::unique_ptr<People> m_people;
  std::unique_ptr<Practices> m_practices;
  std::unique_ptr<FlatMap<qint64>> m_trackings;
  std::unique_ptr<StepIndex> m_steps;
  std::unique_ptr<NewSteps> m_newSteps;
  std::unique_ptr<TaskIndex> m_tasks;
  std::vector<FirstNote> m_firstNotes;
  FlatMap<size_t> m_firstNoteOf; // by task, in m_firstNotes
};

} // namespace exchange
