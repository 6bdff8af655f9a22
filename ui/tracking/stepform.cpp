// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/stepform.h"

#include "core/tracking/checks.h"
#include "core/tracking/plan.h"
#include "core/tracking/trackings.h"
#include "ui/form/notefields.h"
#include "ui/form/recordform.h"
#include "ui/list/cellface.h"

#include <QGridLayout>
#include <QLabel>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(StepForm)
};

const QString asSteps = QStringLiteral("As the steps say");
const QString onHold = QStringLiteral("On hold");
const QString cancelled = QStringLiteral("Cancelled");

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

QLabel* label(const QString& text, Face face = Face::Body) {
  auto* made = new QLabel(text);
  made->setTextFormat(Qt::PlainText);
  setFace(made, face);
  return made;
}

/// The tracking's steps in order, the one in hand in bold: icon, name, status, due.
QWidget* stepsPart(const std::vector<Step>& steps, Id<Step> current, QDate today) {
  auto* part = new QWidget;
  auto* grid = new QGridLayout(part);
  grid->setContentsMargins(0, px(size::gap), 0, 0);
  grid->setHorizontalSpacing(px(size::gap));
  grid->setVerticalSpacing(px(size::step));
  grid->setColumnStretch(1, 1);
  int row = 0;
  for (const Step& step : steps) {
    const StatusLook look = statusLook(step.status);
    const bool isThis = step.id == current;
    auto* sign = new QLabel;
    sign->setPixmap(icon(look.icon, inkOf(look.tone)).pixmap(px(size::icon), px(size::icon)));
    auto* name = label(step.name, isThis ? Face::Strong : Face::Body);
    name->setWordWrap(true);
    grid->addWidget(sign, row, 0);
    grid->addWidget(name, row, 1);
    grid->addWidget(label(step.status), row, 2);
    const QDate day = step.completed.isValid() ? step.completed : step.due;
    grid->addWidget(label(day.isValid() ? shownDate(day, today) : Say::tr("No date"), Face::Body), row, 3,
                    Qt::AlignRight);
    ++row;
  }
  return part;
}

/// What the form holds of the step and of its tracking, as it was opened and as it is to be.
class StepWork {
public:
  StepWork(Session& session, Id<Step> id, FormDialog* form) : m_session(session), m_id(id), m_form(form) {}

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
      if (const auto moved = Trackings(transaction).moveStep(m_id, of("status", values).toString(), m_session.today());
          !moved.isOk())
        problems = moved.problems();
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
    const bool turns = isChanged("trackingStatus", values);
    if (!turns && !isChanged("reason", values) && !isChanged("resumeOn", values))
      return {};
    Tracking tracking = *db::load(transaction.database(), id);
    const QString status = of("trackingStatus", values).toString();
    if (turns)
      tracking.setStatus = status == asSteps ? QString() : status;
    tracking.reason = isHeld(tracking) ? of("reason", values).toString() : QString();
    tracking.resumeOn = tracking.setStatus == onHold ? of("resumeOn", values).toDate() : QDate();
    if (turns && isHeld(tracking) && tracking.reason.isEmpty())
      return {{QStringLiteral("reason"), Say::tr("Say why it is %1: later nobody will know.").arg(status.toLower())}};
    const Problems problems = check(tracking, transaction.database());
    if (problems.empty())
      db::save(transaction, tracking);
    return problems;
  }

  Session& m_session;
  Id<Step> m_id;
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

  form->addPick(QStringLiteral("status"), Say::tr("Status"), statusChoices(step.status));
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
  form->addPart(stepsPart(stepsOf(database, tracking.id), id, today));

  const auto showRows = [form, trackingStatus] {
    const QString status = trackingStatus->value();
    form->setRowVisible(QStringLiteral("reason"), status == onHold || status == cancelled);
    form->setRowVisible(QStringLiteral("resumeOn"), status == onHold);
  };
  QObject::connect(trackingStatus, &ChoiceBox::valueChanged, form, showRows);
  form->setValues({{QStringLiteral("status"), step.status},
                   {QStringLiteral("assignee"), idValue(step.assignee)},
                   {QStringLiteral("due"), step.due},
                   {QStringLiteral("followUp"), step.followUp},
                   {QStringLiteral("waitingOn"), step.waitingOn},
                   {QStringLiteral("trackingStatus"), isHeld(tracking) ? tracking.setStatus : asSteps},
                   {QStringLiteral("reason"), tracking.reason},
                   {QStringLiteral("resumeOn"), tracking.resumeOn}});
  showRows();
  form->setSave([work = StepWork(session, id, form)](const QVariantMap& values) { return work.save(values); });
  form->open();
}

} // namespace ui
