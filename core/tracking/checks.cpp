// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/checks.h"

#include "core/base/findings.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TrackingChecks)
};

QString tatProblem(std::optional<int> tat) {
  return tat && *tat < 0 ? Say::tr("A turn-around time cannot be negative.") : QString();
}

} // namespace

Problems check(const TrackingTemplate& trackingTemplate, db::Database& database) {
  Findings found;
  found.addIf(folded(trackingTemplate.type).isEmpty(), "type", Say::tr("A template needs a type."));
  found.addIf(folded(trackingTemplate.subtype).isEmpty(), "subtype", Say::tr("A template needs a subtype."));
  const db::Value sortName = TrackingTemplate::table().complete(trackingTemplate.values()).back();
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM template WHERE sort_name = ? AND version = ? AND "
                                            "id <> ?"),
                             {sortName, trackingTemplate.version, trackingTemplate.id.value}),
              "subtype",
              Say::tr("There is a template “%1 – %2” already.").arg(trackingTemplate.type, trackingTemplate.subtype));
  return found;
}

Problems check(const TemplateStep& step, db::Database&) {
  Findings found;
  found.addIf(folded(step.name).isEmpty(), "name", Say::tr("A step needs a name."));
  found.add("tat", tatProblem(step.tat));
  return found;
}

Problems check(const Tracking& tracking, db::Database& database) {
  Findings found;
  found.addIf(folded(tracking.type).isEmpty(), "type", Say::tr("A tracking needs a type."));
  found.addIf(folded(tracking.subtype).isEmpty(), "subtype", Say::tr("A tracking needs a subtype."));
  found.addIf(!tracking.started.isValid(), "started", Say::tr("A tracking needs the day it started."));
  found.addIf(database.value(QStringLiteral("SELECT count(*) FROM tracking WHERE reference = ? AND id <> ?"),
                             {tracking.reference, tracking.id.value}),
              "reference", Say::tr("There is a tracking %1 already.").arg(tracking.reference));
  return found;
}

Problems warnings(const Tracking& tracking, db::Database&) {
  Findings found;
  found.addIf(!tracking.provider.isValid() && !tracking.practice.isValid(), "provider",
              Say::tr("The tracking is about neither a provider nor a practice."));
  found.addIf(tracking.setStatus == QLatin1String("On hold") && tracking.reason.trimmed().isEmpty(), "reason",
              Say::tr("Nobody will know later why it is on hold."));
  return found;
}

Problems check(const Step& step, db::Database&) {
  Findings found;
  found.addIf(folded(step.name).isEmpty(), "name", Say::tr("A step needs a name."));
  found.add("tat", tatProblem(step.tat));
  return found;
}

Problems warnings(const Step& step, db::Database&) {
  Findings found;
  const auto isBefore = [](QDate one, QDate other) { return one.isValid() && other.isValid() && one < other; };
  found.addIf(isBefore(step.completed, step.started), "completed", Say::tr("It was completed before it started."));
  found.addIf(isBefore(step.due, step.started), "due", Say::tr("It is due before it started."));
  found.addIf(step.status == QLatin1String("Completed") && !step.completed.isValid(), "completed",
              Say::tr("It is completed, but on which day is not known."));
  return found;
}
