// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/moves.h"

#include "core/tracking/effects.h"
#include "core/tracking/plan.h"
#include "core/tracking/trackings.h"
#include "ui/form/datefield.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Moves)
};

constexpr size_t manySteps = 50; // more are moved aside: the window does not wait for them

using Also = std::function<void(db::Transaction&)>;

const QString completed = QStringLiteral("Completed");
const QString waiting = QStringLiteral("Waiting");
const QString onHold = QStringLiteral("On hold");
const QString cancelled = QStringLiteral("Cancelled");

QString whose(db::Database& database, const Tracking& tracking) {
  const QString who =
      tracking.provider.isValid() ? nameOf(database, tracking.provider) : nameOf(database, tracking.practice);
  return who.isEmpty() ? tracking.reference : who;
}

/// "Completed “Submit” · Marten, Lily", as it stands in history and behind Undo.
QString told(const QString& status, const QString& step, const QString& who) {
  const QString text = status == completed                      ? Say::tr("Completed “%1” · %2")
                       : status == waiting                      ? Say::tr("Waiting: “%1” · %2")
                       : status == QLatin1String("In progress") ? Say::tr("In progress: “%1” · %2")
                       : status == QLatin1String("Not needed")  ? Say::tr("Not needed: “%1” · %2")
                                                                : Say::tr("New again: “%1” · %2");
  return text.arg(step, who);
}

QString toldOfMany(const QString& status, size_t count) { return Say::tr("%1: %L2 steps").arg(status).arg(count); }

/// A step that waits does so on somebody: on those the tracking is with, where that is not said.
void nameWhoIsWaitedOn(db::Transaction& transaction, Id<Step> id) {
  Step step = *db::load(transaction.database(), id);
  if (!step.waitingOn.isEmpty() && step.waitingOn != QLatin1String("Us"))
    return;
  const Tracking tracking = *db::load(transaction.database(), step.tracking);
  step.waitingOn = tracking.payor.isValid()      ? QStringLiteral("Payor")
                   : tracking.facility.isValid() ? QStringLiteral("Facility")
                                                 : QStringLiteral("Provider");
  db::save(transaction, step);
}

Problems move(Trackings& trackings, db::Transaction& transaction, Id<Step> id, const QString& status, QDate today) {
  const auto moved = trackings.moveStep(id, status, today);
  if (!moved.isOk())
    return moved.problems();
  if (status == waiting)
    nameWhoIsWaitedOn(transaction, id);
  return {};
}

effects::Completion completing(db::Database& database, const Step& step, const Tracking& tracking) {
  const std::vector<Step> steps = stepsOf(database, tracking.id);
  const auto at = std::find_if(steps.begin(), steps.end(), [&](const Step& one) { return one.id == step.id; });
  return effects::completing(tracking, steps, size_t(at - steps.begin()));
}

/// The last step: what was granted is asked for, and may be left open.
void askAndComplete(Session& session, const Step& step, const Tracking& tracking, const effects::Completion& completion,
                    QWidget* parent, const Also& also) {
  db::Database& database = session.database();
  auto* form =
      new FormDialog(QStringLiteral("complete/%1").arg(step.id.value), Say::tr("Complete “%1”").arg(step.name), parent);
  form->addFact(Say::tr("For"), whose(database, tracking));
  const QString with =
      tracking.payor.isValid() ? nameOf(database, tracking.payor) : nameOf(database, tracking.facility);
  form->addFact(Say::tr("Last step of"),
                QStringList{tracking.type + QStringLiteral(" – ") + tracking.subtype, with, tracking.state}
                    .filter(QRegularExpression(QStringLiteral(".")))
                    .join(QStringLiteral(" · ")));
  for (const effects::Ask& ask : effects::asks(completion)) {
    if (ask.isDate)
      form->addDate(ask.key, ask.label, session.today(), session.addBusinessDays());
    else
      form->addText(ask.key, ask.label, Say::tr("May be left empty"));
  }
  form->setValues(effects::known(database, tracking, completion));
  form->setSaveText(Say::tr("Complete"));
  form->setSave([&session, id = step.id, what = told(completed, step.name, whose(database, tracking)), completion,
                 also](const QVariantMap& answers) {
    return session.tryChange(what, [&](db::Transaction& transaction) {
      Trackings trackings(transaction);
      Problems problems = move(trackings, transaction, id, completed, session.today());
      if (!problems.empty())
        return problems;
      const Step done = *db::load(transaction.database(), id);
      problems = effects::finish(transaction, *db::load(transaction.database(), done.tracking), completion, answers,
                                 session.today());
      if (problems.empty() && also)
        also(transaction);
      return problems;
    });
  });
  form->open();
}

void moveOne(Session& session, Id<Step> id, const QString& status, QWidget* parent, const Also& also) {
  db::Database& database = session.database();
  const auto step = db::load(database, id);
  if (!step || step->status == status)
    return;
  const Tracking tracking = *db::load(database, step->tracking);
  Problems problems = Trackings::whyNotMove(*step, tracking, status);
  if (problems.empty() && status == completed)
    if (const auto completion = completing(database, *step, tracking); !effects::asks(completion).empty()) {
      askAndComplete(session, *step, tracking, completion, parent, also);
      return;
    }
  QString what = told(status, step->name, whose(database, tracking));
  if (status == completed && completing(database, *step, tracking).submits &&
      effects::awaitsSubmission(database, tracking)) {
    const QString with =
        tracking.enrollment.isValid() ? nameOf(database, tracking.payor) : nameOf(database, tracking.facility);
    what = Say::tr("%1: now Submitted at %2").arg(what, with);
  }
  if (problems.empty())
    problems = session.tryChange(what, [&](db::Transaction& transaction) {
      Trackings trackings(transaction);
      Problems refused = move(trackings, transaction, id, status, session.today());
      if (refused.empty() && also)
        also(transaction);
      return refused;
    });
  if (!problems.empty())
    Q_EMIT session.said(problems.front().sentence);
}

std::vector<Id<Tracking>> trackingsOf(db::Database& database, const std::vector<Id<Step>>& steps) {
  std::vector<Id<Tracking>> all;
  QSet<qint64> seen;
  for (const Id<Step> id : steps)
    if (const auto step = db::load(database, id); step && !seen.contains(step->tracking.value)) {
      seen.insert(step->tracking.value);
      all.push_back(step->tracking);
    }
  return all;
}

QString trackingsTold(db::Database& database, const std::vector<Id<Tracking>>& trackings) {
  if (trackings.size() > 1)
    return Say::tr("%L1 trackings").arg(trackings.size());
  const Tracking one = *db::load(database, trackings.front());
  return Say::tr("%1 – %2 for %3").arg(one.type, one.subtype, whose(database, one));
}

/// Asks why, and for On hold until when, and sets the status of all.
void askStatus(Session& session, const std::vector<Id<Tracking>>& trackings, const QString& status, QWidget* parent) {
  const QString which = trackingsTold(session.database(), trackings);
  const bool holds = status == onHold;
  auto* form = new FormDialog(holds ? QStringLiteral("hold/many") : QStringLiteral("cancel/many"),
                              holds ? Say::tr("Put on hold") : Say::tr("Cancel the tracking"), parent);
  form->addFact(Say::tr("Tracking"), which);
  form->addText(QStringLiteral("reason"), Say::tr("Reason"),
                holds ? Say::tr("Panel closed until spring") : Say::tr("Provider left"));
  if (holds)
    form->addDate(QStringLiteral("resumeOn"), Say::tr("Resume on"), session.today(), session.addBusinessDays());
  form->setSaveText(holds ? Say::tr("Put on hold") : Say::tr("Cancel the tracking"));
  if (!holds)
    form->setCancelText(Say::tr("Go on with it"));
  form->setSave([&session, trackings, status, holds, which](const QVariantMap& values) {
    return session.tryChange(
        (holds ? Say::tr("On hold: %1") : Say::tr("Cancelled: %1")).arg(which), [&](db::Transaction& transaction) {
          Trackings store(transaction);
          for (const Id<Tracking> id : trackings)
            if (Problems problems = store.setStatus(id, status, values.value(QStringLiteral("reason")).toString(),
                                                    values.value(QStringLiteral("resumeOn")).toDate());
                !problems.empty())
              return problems;
          return Problems{};
        });
  });
  form->open();
}

} // namespace

void moveSteps(Session& session, const std::vector<Id<Step>>& steps, const QString& status, QWidget* parent,
               const Also& also) {
  if (steps.size() == 1)
    moveOne(session, steps.front(), status, parent, also);
  if (steps.size() < 2)
    return;
  struct Left {
    size_t unmoved = 0, granted = 0;
    QString why;
  };
  const auto left = std::make_shared<Left>();
  const auto work = [steps, status, left, today = session.today()](db::Transaction& transaction) {
    Trackings trackings(transaction);
    db::Database& database = transaction.database();
    for (const Id<Step> id : steps) {
      const Problems refused = move(trackings, transaction, id, status, today);
      if (!refused.empty()) {
        ++left->unmoved;
        left->why = refused.front().sentence;
      } else if (status == completed) {
        const Step step = *db::load(database, id);
        const auto completion = completing(database, step, *db::load(database, step.tracking));
        left->granted += effects::asks(completion).empty() ? 0 : 1;
      }
    }
    return left->unmoved == steps.size() ? Problems{{{}, left->why}} : Problems{};
  };
  const auto tell = [&session, left, count = steps.size()](const Problems& problems) {
    if (!problems.empty())
      Q_EMIT session.said(problems.front().sentence);
    else if (left->unmoved > 0)
      Q_EMIT session.said(Say::tr("%L1 of %L2 were left as they are: %3").arg(left->unmoved).arg(count).arg(left->why));
    else if (left->granted > 0)
      Q_EMIT session.said(Say::tr("%L1 were last steps: numbers and dates of what was granted are still to be entered.")
                              .arg(left->granted));
  };
  const QString what = toldOfMany(status, steps.size());
  if (steps.size() > manySteps)
    session.changeAside(what, work, tell);
  else
    tell(session.tryChange(what, work));
}

QString bringTo(Session& session, Id<Tracking> id, const QString& step) {
  const auto tracking = db::load(session.database(), id);
  if (!tracking)
    return Say::tr("This tracking is not there any more: somebody removed it, or it was undone.");
  const Problems problems = session.tryChange(
      Say::tr("In hand: “%1” · %2").arg(step, whose(session.database(), *tracking)),
      [&](db::Transaction& transaction) { return Trackings(transaction).bringTo(id, step, session.today()); });
  return problems.empty() ? QString() : problems.front().sentence;
}

void holdOrResume(Session& session, const std::vector<Id<Step>>& steps, QWidget* parent) {
  db::Database& database = session.database();
  const auto trackings = trackingsOf(database, steps);
  if (trackings.empty())
    return;
  std::vector<Id<Tracking>> held;
  for (const Id<Tracking> id : trackings)
    if (db::load(database, id)->setStatus == onHold)
      held.push_back(id);
  if (held.empty()) {
    askStatus(session, trackings, onHold, parent);
    return;
  }
  session.change(Say::tr("Resumed: %1").arg(trackingsTold(database, held)), [&](db::Transaction& transaction) {
    Trackings store(transaction);
    for (const Id<Tracking> id : held)
      store.setStatus(id, {}, {}, {});
  });
}

void cancelTrackings(Session& session, const std::vector<Id<Step>>& steps, QWidget* parent) {
  if (const auto trackings = trackingsOf(session.database(), steps); !trackings.empty())
    askStatus(session, trackings, cancelled, parent);
}

} // namespace ui
