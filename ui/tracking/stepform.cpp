// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/stepform.h"

#include "core/team/team.h"
#include "core/tracking/checks.h"
#include "core/tracking/effects.h"
#include "core/tracking/plan.h"
#include "core/tracking/trackings.h"
#include "ui/form/notefields.h"
#include "ui/form/recordform.h"
#include "ui/tracking/timeline.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(StepForm)
};

const QString asSteps = QStringLiteral("As the steps say");
const QString onHold = QStringLiteral("On hold");
const QString cancelled = QStringLiteral("Cancelled");
const QString completed = QStringLiteral("Completed");

QString joined(QStringList parts) {
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

bool isHeld(const Tracking& tracking) { return tracking.setStatus == onHold || tracking.setStatus == cancelled; }

/// What the step is now and what it may become.
std::vector<Choice> statusChoices(const QString& now) {
  QStringList words;
  for (const QString& word : exchange::allowedValues(exchange::Field::StepStatus))
    if (word == now || plan::mayMove(now, word))
      words << word;
  return wordChoices(words);
}

/// What the form holds of the step and of its tracking, as it was opened and as it is to be.
class StepWork {
public:
  StepWork(Session& session, Id<Step> id, const effects::Completion& completion, FormDialog* form)
      : m_session(session), m_id(id), m_completion(completion), m_form(form) {}

  Problems save(const QVariantMap& values) const {
    if (values == m_form->shown())
      return {};
    const auto step = db::load(m_session.database(), m_id);
    return m_session.tryChange(Say::tr("Changed %1").arg(step ? step->name : m_form->windowTitle()),
                               [&](db::Transaction& transaction) { return write(transaction, values); });
  }

private:
  bool isChanged(const char* key, const QVariantMap& values) const {
    const QString name = QLatin1String(key);
    return values.value(name) != m_form->shown().value(name);
  }
  static QVariant of(const char* key, const QVariantMap& values) { return values.value(QLatin1String(key)); }

  Problems write(db::Transaction& transaction, const QVariantMap& values) const {
    const auto step = db::load(transaction.database(), m_id);
    if (!step)
      return {{{}, Say::tr("This step is not there any more: somebody removed it, or it was undone.")}};
    // A cancelled tracking's steps do not move: what ends the cancelling comes before the move, what cancels after it.
    const bool cancels = of("trackingStatus", values).toString() == cancelled;
    Problems problems;
    if (!cancels)
      problems = writeTracking(transaction, step->tracking, values);
    if (problems.empty() && isChanged("status", values))
      problems = moveStep(transaction, values);
    if (problems.empty())
      problems = writeStep(transaction, values);
    if (problems.empty() && cancels)
      problems = writeTracking(transaction, step->tracking, values);
    if (!problems.empty())
      return problems;
    Note about;
    about.tracking = step->tracking;
    about.step = m_id;
    return saveNote(transaction, m_session, about, values);
  }

  Problems moveStep(db::Transaction& transaction, const QVariantMap& values) const {
    const QString status = of("status", values).toString();
    const auto moved = Trackings(transaction).moveStep(m_id, status, m_session.today());
    if (!moved.isOk())
      return moved.problems();
    const Step step = *db::load(transaction.database(), m_id);
    return status == completed ? effects::finish(transaction, *db::load(transaction.database(), step.tracking),
                                                 m_completion, values, m_session.today())
                               : Problems{};
  }

  Problems writeStep(db::Transaction& transaction, const QVariantMap& values) const {
    if (isChanged("due", values))
      Trackings(transaction).setDue(m_id, of("due", values).toDate());
    Step step = *db::load(transaction.database(), m_id);
    if (isChanged("assignee", values))
      step.assignee = idIn<Coordinator>(of("assignee", values));
    if (isChanged("followUp", values))
      step.followUp = of("followUp", values).toDate();
    if (isChanged("waitingOn", values)) {
      step.waitingOn = of("waitingOn", values).toString();
      step.waitingSince = step.waitingOn.isEmpty() ? QDate() : m_session.today();
    }
    const Problems problems = check(step, transaction.database());
    if (problems.empty())
      db::save(transaction, step);
    return problems;
  }

  Problems writeTracking(db::Transaction& transaction, Id<Tracking> id, const QVariantMap& values) const {
    if (!isChanged("trackingStatus", values) && !isChanged("reason", values) && !isChanged("resumeOn", values))
      return {};
    const QString status = of("trackingStatus", values).toString();
    return Trackings(transaction)
        .setStatus(id, status == asSteps ? QString() : status, of("reason", values).toString(),
                   of("resumeOn", values).toDate());
  }

  Session& m_session;
  Id<Step> m_id;
  effects::Completion m_completion;
  FormDialog* m_form;
};

} // namespace

void openStepForm(Session& session, Id<Step> id, QWidget* parent) {
  db::Database& database = session.database();
  const Step step = recordFor(session, id);
  const Tracking tracking = recordFor(session, step.tracking);
  const auto addBusinessDays = session.addBusinessDays();
  const QDate today = session.today();

  auto* form = new FormDialog(QStringLiteral("step/%1").arg(id.value), step.name, parent);
  form->addFact(Say::tr("For"), joined({nameOf(database, tracking.provider), nameOf(database, tracking.practice)}));
  form->addFact(Say::tr("Tracking"),
                joined({tracking.reference, tracking.type + QStringLiteral(" – ") + tracking.subtype}));
  if (const QString about =
          joined({nameOf(database, tracking.payor), nameOf(database, tracking.facility), tracking.state});
      !about.isEmpty())
    form->addFact(Say::tr("About"), about);
  if (!step.description.isEmpty())
    form->addFact(Say::tr("Description"), step.description);

  const std::vector<Step> steps = stepsOf(database, tracking.id);
  const auto at = std::find_if(steps.begin(), steps.end(), [&](const Step& one) { return one.id == id; });
  const auto completion = effects::completing(tracking, steps, size_t(at - steps.begin()));
  const std::vector<effects::Ask> asks =
      step.status == completed ? std::vector<effects::Ask>{} : effects::asks(completion);
  ChoiceBox* status = form->addPick(QStringLiteral("status"), Say::tr("Status"), statusChoices(step.status));
  for (const effects::Ask& ask : asks) {
    if (ask.isDate)
      form->addDate(ask.key, ask.label, today, addBusinessDays);
    else
      form->addText(ask.key, ask.label);
  }
  form->addChoice(QStringLiteral("assignee"), Say::tr("Assignee"), coordinatorChoices(database, step.assignee));
  form->addDate(QStringLiteral("due"), Say::tr("Due"), today, addBusinessDays);
  form->addDate(QStringLiteral("followUp"), Say::tr("Follow-up"), today, addBusinessDays);
  form->addChoice(QStringLiteral("waitingOn"), Say::tr("Waiting on"), wordChoices(exchange::Field::WaitingOn));

  form->addHeading(Say::tr("Notes"));
  addNoteFields(*form);
  addLastNotes(*form, session, QStringLiteral("step_id = ?"), {id});

  form->addHeading(Say::tr("Tracking"));
  ChoiceBox* trackingStatus = form->addPick(QStringLiteral("trackingStatus"), Say::tr("Tracking status"),
                                            {{asSteps, Say::tr("As the steps say"), {}},
                                             {onHold, Say::tr("On hold"), {}},
                                             {cancelled, Say::tr("Cancelled"), {}}});
  form->addText(QStringLiteral("reason"), Say::tr("Reason"), Say::tr("Why it is on hold or cancelled"));
  form->addDate(QStringLiteral("resumeOn"), Say::tr("Resume on"), today, addBusinessDays);
  auto* timeline = new Timeline;
  timeline->showSteps(steps, id, today, calendarOf(database, tracking.team));
  timeline->setSelectionMode(QAbstractItemView::NoSelection);
  timeline->setFocusPolicy(Qt::NoFocus);
  form->addPart(timeline);

  const auto showRows = [form, status, trackingStatus, asks] {
    const QString held = trackingStatus->value();
    form->setRowVisible(QStringLiteral("reason"), held == onHold || held == cancelled);
    form->setRowVisible(QStringLiteral("resumeOn"), held == onHold);
    for (const effects::Ask& ask : asks) // what was granted, as soon as the last step is completed
      form->setRowVisible(ask.key, status->value() == completed);
  };
  QObject::connect(trackingStatus, &ChoiceBox::valueChanged, form, showRows);
  QObject::connect(status, &ChoiceBox::valueChanged, form, showRows);
  form->setValues(effects::known(database, tracking, completion));
  form->setValues({{QStringLiteral("status"), step.status},
                   {QStringLiteral("assignee"), idValue(step.assignee)},
                   {QStringLiteral("due"), step.due},
                   {QStringLiteral("followUp"), step.followUp},
                   {QStringLiteral("waitingOn"), step.waitingOn},
                   {QStringLiteral("trackingStatus"), isHeld(tracking) ? tracking.setStatus : asSteps},
                   {QStringLiteral("reason"), tracking.reason},
                   {QStringLiteral("resumeOn"), tracking.resumeOn}});
  showRows();
  form->setSave(
      [work = StepWork(session, id, completion, form)](const QVariantMap& values) { return work.save(values); });
  form->open();
}

} // namespace ui
