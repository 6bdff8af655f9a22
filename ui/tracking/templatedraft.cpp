// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/templatedraft.h"

#include "ui/form/drafts.h"

#include <QVariantMap>

namespace ui {

namespace {

QString formOf(Id<TrackingTemplate> id) { return QStringLiteral("template/%1/steps").arg(id.value); }

} // namespace

std::optional<std::vector<TemplateStep>> draftOf(Id<TrackingTemplate> id) {
  const Draft* draft = drafts().find(formOf(id));
  if (!draft)
    return std::nullopt;
  std::vector<TemplateStep> steps;
  for (const QVariant& each : draft->typed.value(QStringLiteral("steps")).toList()) {
    const QVariantMap map = each.toMap();
    const auto text = [&](const char* key) { return map.value(QLatin1String(key)).toString(); };
    TemplateStep& step = steps.emplace_back();
    step.id = {text("id").toLongLong()};
    step.ofTemplate = {text("template").toLongLong()};
    step.position = text("position").toInt();
    step.name = text("name");
    step.description = text("description");
    if (!text("tat").isEmpty())
      step.tat = text("tat").toInt();
    step.role = text("role");
    step.waitingOn = text("waitingOn");
  }
  return steps;
}

void keepDraft(Id<TrackingTemplate> id, const std::vector<TemplateStep>& steps) {
  QVariantList all;
  for (const TemplateStep& step : steps)
    all << QVariantMap{{QStringLiteral("id"), QString::number(step.id.value)},
                       {QStringLiteral("template"), QString::number(step.ofTemplate.value)},
                       {QStringLiteral("position"), QString::number(step.position)},
                       {QStringLiteral("name"), step.name},
                       {QStringLiteral("description"), step.description},
                       {QStringLiteral("tat"), step.tat ? QString::number(*step.tat) : QString()},
                       {QStringLiteral("role"), step.role},
                       {QStringLiteral("waitingOn"), step.waitingOn}};
  drafts().keep(formOf(id), {{QStringLiteral("steps"), all}});
}

void forgetDraft(Id<TrackingTemplate> id) { drafts().forget(formOf(id)); }

} // namespace ui
