// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/checklist.h"
#include "core/exchange/kinds/kind.h"
#include "core/tasks/repeat.h"
#include "core/tasks/taskline.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by team, name, provider and practice; of several that are alike the k-th row is the k-th on file.
class TaskRows : public KindImport {
public:
  TaskRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match), m_subject(match) {
    context.tasks().startSheet();
  }

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_name, "Task");
    const SubjectColumns columns = subjectColumns(row);
    Subject subject = m_import.subjectOf(row, columns, {});
    if (row.isRejected())
      return Outcome::Rejected;
    const Id<Team> team = row.isGiven(m_subject.team) ? m_import.teamOf(row, m_subject.team) : subject.team;
    TaskIndex::Entry* found = find(row, columns, subject, team);
    auto record = recordOf<Task>(row, found ? found->id.value : 0);
    row.lay(m_due, record.due);
    row.lay(m_followUp, record.followUp);
    row.layChoice(m_status, Field::TaskStatus, record.status);
    row.lay(m_notify, record.notify);
    row.layChoice(m_priority, Field::Priority, record.priority);
    row.lay(m_replyBy, record.replyBy);
    row.lay(m_completed, record.completed);
    const QDate made = row.date(m_created);
    layRepeat(row, record);
    const Person* person = assignedPerson(row);
    if (row.isRejected())
      return Outcome::Rejected;
    m_import.settle(row, columns, subject);
    layAssignee(row, person, record);
    row.layId(m_payor, m_import.obtainPayor(row, m_payor).value, record.payor, m_import.payors());
    layTracking(row, record);
    if (found) {
      if (made.isValid())
        row.lay(m_created, record.created);
      m_import.tasks().take(*found);
      if (row.isGiven(m_note) && lacksNotes(record.id)) {
        m_import.addFirstNote(record.id, row.text(m_note));
        row.setChanged();
      }
      return withChecklist(row, record);
    }
    record.name = row.name(m_name);
    record.provider = subject.provider;
    record.practice = subject.practice;
    record.team = team.value > 0 ? team : m_import.obtainTeam(row, m_subject.team);
    record.created = made.isValid() ? made : m_import.today;
    if (!record.followUp.isValid())
      liftFollowUp(row, record);
    const Outcome outcome = withChecklist(row, record);
    m_import.tasks().add(record.name, {record.id, record.team, record.provider, record.practice});
    if (row.isGiven(m_note))
      m_import.addFirstNote(record.id, row.text(m_note));
    return outcome;
  }

private:
  /// Where the date to ask again had to stand in a task's name it is a follow-up here (domain, what hurts). The name
  /// stays: the file's row is found by it again.
  void liftFollowUp(ImportRow& row, Task& record) {
    const auto businessDays = [](QDate day, int days) { return addBusinessDays(day, days, Calendar()); };
    record.followUp = ::liftFollowUp(record.name, m_import.today, businessDays).followUp;
    if (record.followUp.isValid())
      row.notice(Say::tr("The follow-up of “%1” was taken from its name: %2.")
                     .arg(record.name, record.followUp.toString(Qt::ISODate)));
  }

  void layRepeat(ImportRow& row, Task& record) {
    if (!row.isGiven(m_repeat))
      return;
    const Result<QString> read = readRepeat(row.text(m_repeat));
    if (!read)
      return row.reject(row.heading(m_repeat) + QStringLiteral(": ") + read.problems().front().sentence);
    row.layText(m_repeat, *read, record.repeat);
  }

  void layTracking(ImportRow& row, Task& record) {
    if (!row.isGiven(m_tracking))
      return;
    const qint64* found = m_import.trackings().find(hashOf(row.utf8(m_tracking)));
    if (!found)
      row.notice(Say::tr("No tracking “%1” is on file; the task was kept without it.").arg(row.text(m_tracking)));
    else if (record.tracking.value != *found) {
      record.tracking = {*found};
      row.setChanged();
    }
  }

  /// Writes the task, and its checklist where the row has one and it differs.
  Outcome withChecklist(ImportRow& row, Task& record) {
    const std::vector<TaskItem> items = checklistItems(row.text(m_checklist));
    const bool differs =
        !items.empty() &&
        (!record.id.isValid() || checklistText(items) != checklistText(itemsOf(m_import.database, record.id)));
    if (differs)
      row.setChanged();
    const Outcome outcome = write(row, record, true);
    if (differs)
      setItems(m_import.transaction, record.id, items);
    return outcome;
  }

  /// "Related to" is a provider or a practice (domain.md, section 1): one cell for both.
  SubjectColumns subjectColumns(ImportRow& row) {
    SubjectColumns columns = m_subject;
    if (columns.practice < 0 && row.isGiven(columns.provider)) {
      const QString& cell = row.text(columns.provider);
      const Id<Team> team = m_import.teamOf(row, columns.team);
      if (!m_import.practices().fitting(cell, team, m_import.teams()).empty() && !m_import.namesPerson(cell))
        std::swap(columns.practice, columns.provider);
    }
    return columns;
  }

  TaskIndex::Entry* find(const ImportRow& row, const SubjectColumns& columns, const Subject& subject, Id<Team> team) {
    if (!subject.newPractice.isEmpty())
      return nullptr;
    const bool saysWho = columns.npi >= 0 || columns.provider >= 0 || columns.last >= 0;
    for (TaskIndex::Entry& one : m_import.tasks().named(row.text(m_name)))
      if (!m_import.tasks().isTaken(one) && (one.team == team || (m_subject.team < 0 && !team.isValid())) &&
          (one.provider == subject.provider || !saysWho) && (one.practice == subject.practice || columns.practice < 0))
        return &one;
    return nullptr;
  }

  bool lacksNotes(Id<Task> task) {
    return !m_import.database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM note WHERE task_id = ?)"), {task});
  }

  /// The provider a task is assigned to: by NPI, or by a name that no coordinator has.
  const Person* assignedPerson(ImportRow& row) {
    if (!row.isGiven(m_assignee) || m_import.coordinators().find(row.utf8(m_assignee)))
      return nullptr;
    if (const Person* person = m_import.people().byNpi(npiNumber(row.utf8(m_assignee))))
      return person;
    const QString& cell = row.text(m_assignee);
    return m_import.namesPerson(cell) ? m_import.personOfCell(row, cell, {}, {}) : nullptr;
  }

  void layAssignee(ImportRow& row, const Person* person, Task& record) {
    const auto before = std::pair(record.assignee, record.assignedProvider);
    if (person)
      row.layId(m_assignee, person->id.value, record.assignedProvider, m_import.people());
    else
      row.layId(m_assignee, m_import.obtainCoordinator(row, m_assignee).value, record.assignee,
                m_import.coordinators());
    if (record.assignee != before.first)
      record.assignedProvider = {};
    else if (record.assignedProvider != before.second)
      record.assignee = {};
  }

  const SubjectColumns m_subject;
  const int m_name = at("Task"), m_assignee = at("Assigned to"), m_due = at("Due"), m_followUp = at("Follow-up"),
            m_status = at("Status"), m_notify = at("Notify"), m_note = at("Note"), m_payor = at("Payor"),
            m_tracking = at("Tracking"), m_priority = at("Priority"), m_repeat = at("Repeat"),
            m_replyBy = at("Reply by"), m_created = at("Created"), m_completed = at("Completed"),
            m_checklist = at("Checklist");
};

} // namespace

std::unique_ptr<KindImport> importTasks(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<TaskRows>(context, match);
}

} // namespace exchange
