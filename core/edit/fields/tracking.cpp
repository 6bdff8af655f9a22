// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/fieldsof.h"
#include "core/tracking/checks.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

/// What a move of a step sets off is the subject's matter: the next one starts, later ones are planned anew.
Rules<Step> moves() {
  return {.refuse =
              [](Context& context, const Step& step, const Step& before) {
                const auto tracking = db::load(context.database(), before.tracking);
                return Trackings::whyNotMove(before, *tracking, step.status);
              },
          .write =
              [](Context& context, db::Transaction& transaction, const Step& step) {
                const auto moved = context.trackings(transaction).moveStep(step.id, step.status, context.today());
                return moved.isOk() ? Problems{} : moved.problems();
              }};
}

Rules<Step> dues() {
  return {.write = [](Context& context, db::Transaction& transaction, const Step& step) {
    context.trackings(transaction).setDue(step.id, step.due);
    return Problems{};
  }};
}

Rules<Step> waits() {
  return {.follow = [](Context& context, Step& step,
                       const Step&) { step.waitingSince = step.waitingOn.isEmpty() ? QDate() : context.today(); },
          // What is done waits on nobody: as in the list.
          .show = [](Context&, const Step& step) { return isOpenStatus(step.status) ? step.waitingOn : QString(); },
          .refuse =
              [](Context&, const Step& step, const Step&) {
                return isOpenStatus(step.status)
                           ? Problems{}
                           : Problems{{QStringLiteral("waitingOn"), Say::tr("What is done waits on nobody.")}};
              }};
}

Rules<Step> completes() {
  return {.refuse = [](Context& context, const Step& step, const Step&) -> Problems {
    const QString field = QStringLiteral("completed");
    if (step.status != QLatin1String("Completed"))
      return {{field, Say::tr("Only a completed step has a day of completion: set its status.")}};
    if (step.completed > context.today())
      return {{field, Say::tr("It cannot have been completed on a day to come.")}};
    return {};
  }};
}

} // namespace

void addTrackingFields(Fields& all) {
  FieldsOf<Step> step(all, {Say::tr("a step"), Say::tr("%L1 steps")});
  step.word("status", Say::tr("Status"), &Step::status, exchange::Field::StepStatus, true, moves());
  step.word("waiting_on", Say::tr("Waiting on"), &Step::waitingOn, exchange::Field::WaitingOn, false, waits());
  step.coordinator("assignee_id", Say::tr("Assignee"), &Step::assignee);
  step.date("started", Say::tr("Started"), &Step::started);
  step.date("due", Say::tr("Due"), &Step::due, dues());
  step.date("completed", Say::tr("Completed"), &Step::completed, completes());
  step.date("follow_up", Say::tr("Follow-up"), &Step::followUp);

  FieldsOf<Tracking> tracking(all, {Say::tr("a tracking"), Say::tr("%L1 trackings")});
  tracking.coordinator("assignee_id", Say::tr("Assignee"), &Tracking::assignee);
  tracking.word("priority", Say::tr("Priority"), &Tracking::priority, exchange::Field::Priority, true);
  tracking.date("started", Say::tr("Started"), &Tracking::started);
}

} // namespace edit
