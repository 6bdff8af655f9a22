// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/kind.h"
#include "core/tracking/status.h"
#include "core/tracking/step.h"

#include <QCoreApplication>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Found by name in its tracking, else added behind the last. What the file says is kept as it is and moves nothing.
class StepRows : public KindImport {
public:
  StepRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {
    context.steps().startSheet();
  }

  std::optional<Outcome> take(ImportRow& row) override {
    row.needed(m_reference, "Tracking");
    row.needed(m_name, "Step");
    const qint64* found = m_import.trackings().find(hashOf(row.utf8(m_reference)));
    if (!found && !row.isRejected())
      row.reject(Say::tr("No tracking “%1” is on file.").arg(row.text(m_reference)));
    if (row.isRejected())
      return Outcome::Rejected;
    const Id<Tracking> tracking{*found};
    if (m_import.newSteps().waits(tracking))
      return takeWaiting(row, m_import.newSteps());
    StepIndex& index = m_import.steps();
    auto record = recordOf<Step>(row, index.take(tracking, row.utf8(m_name)).value);
    layCells(row, record, !record.id.isValid());
    if (row.isRejected()) {
      if (record.id.isValid())
        index.giveBack(tracking, row.utf8(m_name), record.id);
      return Outcome::Rejected;
    }
    layAssignee(row, record);
    if (record.id.isValid())
      return write(row, record, true);
    record.tracking = tracking;
    record.position = index.nextPosition(tracking);
    record.name = row.name(m_name);
    const Outcome outcome = write(row, record, true);
    index.add(tracking, row.utf8(m_name), record.id, true);
    return outcome;
  }

  void finish(const Tell&, const std::function<void(const QString&)>&) override { m_import.newSteps().writeAll(); }

private:
  /// The tracking was started by this import, and its steps are written when all rows about it were read.
  Outcome takeWaiting(ImportRow& row, NewSteps& waiting) {
    Step record = waiting.step(row.name(m_name));
    const bool isKnown = waiting.isKnown();
    layCells(row, record, !isKnown);
    if (row.isRejected()) {
      waiting.giveBack();
      return Outcome::Rejected;
    }
    layAssignee(row, record);
    waiting.put(record, row.isGiven(m_dueByHand));
    return !isKnown ? Outcome::Created : row.isChanged() ? Outcome::Updated : Outcome::Unchanged;
  }

  void layAssignee(ImportRow& row, Step& record) {
    row.layId(m_assignee, m_import.obtainCoordinator(row, m_assignee).value, record.assignee, m_import.coordinators());
  }

  void layCells(ImportRow& row, Step& record, bool isFresh) {
    const QString before = record.status;
    row.layChoice(m_status, Field::StepStatus, record.status);
    if (record.status != before && record.status == QLatin1String("New"))
      record.started = {}; // the status of the tracking had said that it was begun
    row.lay(m_started, record.started);
    row.lay(m_completed, record.completed);
    row.lay(m_followUp, record.followUp);
    row.layChoice(m_waitingOn, Field::WaitingOn, record.waitingOn);
    row.lay(m_waitingSince, record.waitingSince);
    row.lay(m_description, record.description);
    row.lay(m_tat, record.tat);
    const QDate planned = record.due;
    row.lay(m_due, record.due);
    if (record.due.isValid() && (isFresh || record.due != planned))
      record.duePinned = true;
    row.lay(m_dueByHand, record.duePinned);
    if (record.completed.isValid() && row.isGiven(m_completed) && !row.isGiven(m_status) && isOpenStatus(record.status))
      row.layText(m_completed, QStringLiteral("Completed"), record.status);
    if (record.completed.isValid() && record.completed < record.started)
      row.notice(Say::tr("It was completed on %1, before it was started; both were kept.")
                     .arg(record.completed.toString(Qt::ISODate)));
  }

  const int m_reference = at("Tracking"), m_name = at("Step"), m_status = at("Status"), m_assignee = at("Assignee"),
            m_started = at("Started"), m_due = at("Due"), m_completed = at("Completed"), m_followUp = at("Follow-up"),
            m_waitingOn = at("Waiting on"), m_waitingSince = at("Waiting since"), m_description = at("Description"),
            m_tat = at("TAT"), m_dueByHand = at("Due set by hand");
};

} // namespace

std::unique_ptr<KindImport> importSteps(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<StepRows>(context, match);
}

} // namespace exchange
