// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/providerform.h"

#include "core/team/checks.h"
#include "ui/team/providerrows.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ProviderForm)
};

} // namespace

void openProviderForm(Session& session, Id<Provider> id, QWidget* parent, const Provider& preset) {
  const auto provider = recordFor(session, id, preset);
  RecordForm<Provider> form(session, provider, id.isValid() ? nameOf(provider) : Say::tr("Add a provider"), parent);
  addIdentityRows(form);
  addEndRows(form);
  form.dialog()->addHeading(Say::tr("Work"));
  addWorkRows(form, session, provider.assignee);
  form.dialog()->addHeading(Say::tr("Person"));
  addPersonRows(form);
  form.open(providerRules());
}

void openTerminateForm(Session& session, Id<Provider> id, QWidget* parent) {
  Provider provider = recordFor(session, id);
  RecordForm<Provider> form(session, provider, Say::tr("Terminate %1").arg(nameOf(provider)), parent);
  form.date("ended", Say::tr("Ended"), &Provider::ended);
  form.text("endReason", Say::tr("Reason"), &Provider::endReason, Say::tr("Why the provider leaves"));
  form.dialog()->setSaveText(Say::tr("Terminate"));
  auto rules = providerRules();
  rules.tidy = [today = session.today()](Provider& one) {
    one.status = QStringLiteral("Terminated");
    if (!one.ended.isValid())
      one.ended = today;
  };
  rules.after = {};
  rules.further = {};
  rules.always = true;
  form.open(rules);
}

} // namespace ui
