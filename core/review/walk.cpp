// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/walk.h"

#include "core/alerts/actions.h"
#include "core/credentials/credential.h"
#include "core/edit/field.h"
#include "core/facilities/affiliation.h"
#include "core/notes/checks.h"
#include "core/payors/enrollment.h"
#include "core/review/mark.h"
#include "core/review/week.h"
#include "core/tasks/repeat.h"
#include "core/team/coordinator.h"
#include "core/team/team.h"
#include "core/tracking/trackings.h"

#include <QCoreApplication>

namespace review {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Review)
};

Problem gone() {
  return {{}, Say::tr("This item is gone: it was dealt with, removed or undone meanwhile. Nothing was changed.")};
}

Problem needsDate() {
  return {QStringLiteral("date"),
          Say::tr("Nothing leaves the review without a next date. Note a contact with one (N), move its date (D), say "
                  "whom it waits on until when (W), or snooze it (S).")};
}

Problem needsLaterDay(const char* field) {
  return {QString::fromLatin1(field), Say::tr("Until which day? It is to be one that is still to come.")};
}

void write(db::Transaction& transaction, qint64 key, const Whose& whose, const QString& outcome, QDate until,
           const Doer& doer) {
  ReviewMark mark;
  mark.week = mondayOf(doer.today);
  mark.item = key;
  mark.outcome = outcome;
  mark.until = until;
  mark.on = doer.today;
  mark.byWhom = doer.who;
  mark.assignee = whose.assignee;
  mark.team = whose.team;
  db::save(transaction, mark);
}

/// The field of a list that changes this cell of an item, and its record; none where there is none.
struct Cell {
  const edit::Field* field = nullptr;
  qint64 record = 0;
};

Cell cellOf(const Item& item, const char* ofStep, const char* ofTask, const char* ofCredential,
            const char* ofEnrollment, const char* ofAffiliation) {
  const auto cell = [](const char* key, qint64 record) {
    return Cell{*key ? edit::find(QString::fromLatin1(key)) : nullptr, record};
  };
  return item.step.isValid()                  ? cell(ofStep, item.step.value)
         : item.task.isValid()                ? cell(ofTask, item.task.value)
         : item.subject.credential.isValid()  ? cell(ofCredential, item.subject.credential.value)
         : item.subject.enrollment.isValid()  ? cell(ofEnrollment, item.subject.enrollment.value)
         : item.subject.affiliation.isValid() ? cell(ofAffiliation, item.subject.affiliation.value)
                                              : Cell{};
}

/// Sets a cell by the rules of its subject.
Problems set(db::Transaction& transaction, const Cell& cell, const QString& typed, const Doer& doer) {
  edit::Context context(transaction.database(), doer.today);
  const edit::Change change = cell.field->write(context, transaction, cell.record, typed);
  return change.isRefused() ? Problems{{cell.field->member, change.problem}} : Problems{};
}

QString iso(QDate day) { return day.toString(Qt::ISODate); }

/// When it comes up again: the follow-up of what has one, else a reminder of its alert.
Problems comeBack(db::Transaction& transaction, const Item& item, QDate on, const Doer& doer) {
  if (const Cell cell = cellOf(item, "step.follow_up", "task.follow_up", "", "enrollment.follow_up", ""); cell.field)
    return set(transaction, cell, iso(on), doer);
  if (!alerts::expirable(transaction.database(), item.subject))
    return {}; // in recredentialing, and no alert: the review alone keeps the day
  const auto snoozed = alerts::snooze(transaction, item.subject, on, {doer.who, doer.today});
  return snoozed.isOk() ? Problems{} : snoozed.problems();
}

/// A contact about something that is no step: on the task, or on whom it is about and with which payor.
Problems writeNote(db::Transaction& transaction, const Item& item, const ContactLine& line, QDate followUp,
                   const Doer& doer) {
  db::Database& database = transaction.database();
  Note note;
  note.written = doer.written;
  note.author = doer.who;
  note.kind = line.kind;
  note.reference = line.reference;
  note.followUp = followUp;
  note.text = line.text.trimmed();
  if (item.task.isValid()) {
    note.task = item.task;
  } else if (const auto enrollment = db::load(database, item.subject.enrollment)) {
    note.provider = enrollment->provider;
    note.practice = enrollment->practice;
    note.payor = enrollment->payor;
  } else if (const auto affiliation = db::load(database, item.subject.affiliation)) {
    note.provider = affiliation->provider;
  } else if (const auto credential = db::load(database, item.subject.credential)) {
    note.provider = credential->provider;
    note.practice = credential->practice;
  } else {
    note.provider = item.subject.provider;
  }
  if (Problems problems = check(note, database); !problems.empty())
    return problems;
  db::save(transaction, note);
  return {};
}

Problems contact(db::Transaction& transaction, const Item& item, const ContactLine& line, QDate followUp,
                 const Doer& doer) {
  if (item.step.isValid()) {
    const auto logged = logContact(transaction, item.step, line, followUp, {doer.who, doer.written});
    return logged.isOk() ? Problems{} : logged.problems();
  }
  if (Problems problems = writeNote(transaction, item, line, followUp, doer); !problems.empty())
    return problems;
  return followUp.isValid() ? comeBack(transaction, item, followUp, doer) : Problems{};
}

} // namespace

Problems pass(db::Transaction& transaction, qint64 key, const Doer& doer) {
  const auto item = itemOf(transaction.database(), key);
  if (!item)
    return {gone()};
  const QDate next = nextDate(transaction.database(), *item, doer.today);
  if (!next.isValid())
    return {needsDate()};
  write(transaction, key, whoseIs(transaction.database(), *item), QStringLiteral("Reviewed"), next, doer);
  return {};
}

Problems note(db::Transaction& transaction, qint64 key, const ContactLine& line, QDate followUp, const Doer& doer) {
  const auto item = itemOf(transaction.database(), key);
  if (!item)
    return {gone()};
  if (followUp.isValid() && followUp <= doer.today)
    return {needsLaterDay("followUp")};
  if (Problems problems = contact(transaction, *item, line, followUp, doer); !problems.empty())
    return problems;
  const QDate next = followUp.isValid() ? followUp : nextDate(transaction.database(), *item, doer.today);
  if (next.isValid())
    write(transaction, key, whoseIs(transaction.database(), *item), QStringLiteral("Reviewed"), next, doer);
  return {};
}

QDate followUpAfter(db::Database& database, qint64 key, const ContactLine& line, QDate today) {
  const auto item = itemOf(database, key);
  if (line.followUp.isValid() || !item)
    return line.followUp;
  const FollowUpRule rule = FollowUpRule::stored(database);
  const Calendar calendar = calendarOf(database, whoseIs(database, *item).team);
  if (const auto step = db::load(database, item->step))
    return ::followUpAfter(line, *step, today, rule, calendar);
  if (line.kind == QLatin1String("Note") && nextDate(database, *item, today).isValid())
    return {};
  return proposedFollowUp(today, rule, calendar);
}

QDate proposedDay(db::Database& database, qint64 key, QDate today) {
  const auto item = itemOf(database, key);
  const Calendar calendar = item ? calendarOf(database, whoseIs(database, *item).team) : Calendar();
  return proposedFollowUp(today, FollowUpRule::stored(database), calendar);
}

Problems waitFor(db::Transaction& transaction, qint64 key, const QString& whom, QDate until, const Doer& doer) {
  const auto item = itemOf(transaction.database(), key);
  if (!item)
    return {gone()};
  if (whom.isEmpty())
    return {{QStringLiteral("whom"), Say::tr("Whom does it wait on?")}};
  if (!until.isValid() || until <= doer.today)
    return {needsLaterDay("until")};
  if (const Cell cell = cellOf(*item, "step.waiting_on", "", "", "enrollment.waiting_on", ""); cell.field) {
    if (Problems problems = set(transaction, cell, whom, doer); !problems.empty())
      return problems;
  } else {
    ContactLine line;
    line.text = Say::tr("Waiting on %1 until %2").arg(whom.toLower(), iso(until));
    if (Problems problems = writeNote(transaction, *item, line, until, doer); !problems.empty())
      return problems;
  }
  if (Problems problems = comeBack(transaction, *item, until, doer); !problems.empty())
    return problems;
  write(transaction, key, whoseIs(transaction.database(), *item), QStringLiteral("Reviewed"), until, doer);
  return {};
}

Problems moveDate(db::Transaction& transaction, qint64 key, QDate to, const Doer& doer) {
  const auto item = itemOf(transaction.database(), key);
  if (!item)
    return {gone()};
  const Cell cell =
      cellOf(*item, "step.due", "task.due", "credential.expires", "enrollment.end", "affiliation.reappointment_due");
  if (!cell.field)
    return {{QStringLiteral("date"), Say::tr("It is not on file yet: add the document, and it leaves the review.")}};
  if (!to.isValid() || to <= doer.today)
    return {{QStringLiteral("date"), Say::tr("To which day? It is to be one that is still to come.")}};
  const Whose whose = whoseIs(transaction.database(), *item);
  if (Problems problems = set(transaction, cell, iso(to), doer); !problems.empty())
    return problems;
  write(transaction, key, whose, QStringLiteral("Moved"), to, doer);
  return {};
}

bool isLate(db::Database& database, qint64 key, QDate today) {
  const auto item = itemOf(database, key);
  if (!item)
    return false;
  const auto step = db::load(database, item->step);
  const auto task = db::load(database, item->task);
  const QDate due = step ? step->due : task ? task->due : QDate();
  return due.isValid() && due < today;
}

Problems remark(db::Transaction& transaction, qint64 key, const QString& text, const Doer& doer) {
  const auto item = itemOf(transaction.database(), key);
  if (!item)
    return {gone()};
  ContactLine line;
  line.text = text;
  return contact(transaction, *item, line, {}, doer);
}

Problems snooze(db::Transaction& transaction, qint64 key, QDate until, const Doer& doer) {
  const auto item = itemOf(transaction.database(), key);
  if (!item)
    return {gone()};
  if (!until.isValid() || until <= doer.today)
    return {needsLaterDay("until")};
  // What mail tells of an alert is to keep quiet for as long.
  if (alerts::expirable(transaction.database(), item->subject))
    if (const auto quiet = alerts::snooze(transaction, item->subject, until, {doer.who, doer.today}); !quiet.isOk())
      return quiet.problems();
  write(transaction, key, whoseIs(transaction.database(), *item), QStringLiteral("Snoozed"), until, doer);
  return {};
}

Problems plan(db::Transaction& transaction, qint64 key, QDate day, const Doer& doer) {
  const auto item = itemOf(transaction.database(), key);
  if (!item || (!item->step.isValid() && !item->task.isValid()))
    return snooze(transaction, key, day, doer);
  const auto step = db::load(transaction.database(), item->step);
  const auto task = db::load(transaction.database(), item->task);
  const QDate followUp = step ? step->followUp : task ? task->followUp : QDate();
  if (Problems problems = moveDate(transaction, key, day, doer); !problems.empty())
    return problems;
  // Else it would stay on the day before on which somebody was to be asked.
  return followUp.isValid() && followUp >= doer.today && followUp < day ? comeBack(transaction, *item, day, doer)
                                                                        : Problems{};
}

Problems assign(db::Transaction& transaction, qint64 key, Id<Coordinator> to, const Doer& doer) {
  db::Database& database = transaction.database();
  const auto item = itemOf(database, key);
  if (!item)
    return {gone()};
  Cell cell =
      cellOf(*item, "step.assignee_id", "task.assignee_id", "", "enrollment.assignee_id", "affiliation.assignee_id");
  if (!cell.field) { // a document is its provider's matter
    const auto credential = db::load(database, item->subject.credential);
    cell.record = credential ? credential->provider.value : item->subject.provider.value;
    if (cell.record == 0)
      return {{QStringLiteral("assignee"), Say::tr("A document of a practice is assigned to nobody.")}};
    cell.field = edit::find(QStringLiteral("provider.assignee_id"));
  }
  const auto coordinator = db::load(database, to);
  return set(transaction, cell, coordinator ? coordinator->name : QString(), doer);
}

Problems complete(db::Transaction& transaction, qint64 key, const Doer& doer) {
  db::Database& database = transaction.database();
  const auto item = itemOf(database, key);
  if (!item)
    return {gone()};
  const Whose whose = whoseIs(database, *item);
  if (item->step.isValid()) {
    const auto moved = Trackings(transaction).moveStep(item->step, QStringLiteral("Completed"), doer.today);
    if (!moved.isOk())
      return moved.problems();
  } else if (auto task = db::load(database, item->task)) {
    task->status = QStringLiteral("Completed");
    const auto saved = saveTask(transaction, *task, doer.today);
    if (!saved.isOk())
      return saved.problems();
  } else {
    return {{{}, Say::tr("This is done when its new date is there: type it (D), or add the renewed document.")}};
  }
  write(transaction, key, whose, QStringLiteral("Done"), {}, doer);
  return {};
}

void mark(db::Transaction& transaction, qint64 key, const QString& outcome, const Doer& doer) {
  if (const auto item = itemOf(transaction.database(), key))
    write(transaction, key, whoseIs(transaction.database(), *item), outcome, {}, doer);
}

Summary summaryOf(db::Database& database, QDate week, const db::Values& assignees, const db::Values& teams) {
  db::Values arguments{week};
  QString where = QStringLiteral("week = ?");
  const auto anyOf = [&](const char* column, const db::Values& ids) {
    if (ids.empty())
      return;
    QStringList marks;
    for (const db::Value& id : ids) {
      marks << QStringLiteral("?");
      arguments.push_back(id);
    }
    where +=
        QStringLiteral(" AND coalesce(%1, 0) IN (%2)").arg(QLatin1String(column), marks.join(QStringLiteral(", ")));
  };
  anyOf("assignee_id", assignees);
  anyOf("team_id", teams);
  Summary summary;
  const auto count = [&](const char* condition) {
    return database.value(QStringLiteral("SELECT count(DISTINCT item) FROM review_mark WHERE %1 AND outcome %2")
                              .arg(where, QLatin1String(condition)),
                          arguments);
  };
  summary.reviewed = count("<> 'Mailed'");
  summary.moved = count("= 'Moved'");
  summary.done = count("= 'Done'");
  summary.mailed = count("= 'Mailed'");
  summary.snoozed = count("= 'Snoozed'");
  return summary;
}

} // namespace review
