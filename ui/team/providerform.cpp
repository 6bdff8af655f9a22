// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/providerform.h"

#include "core/team/checks.h"
#include "ui/team/providerrows.h"
#include "ui/team/registrypanel.h"

#include <QLineEdit>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ProviderForm)
};

} // namespace

void openProviderForm(Session& session, Id<Provider> id, QWidget* parent, std::function<void(Id<Provider>)> then) {
  const Provider provider = recordFor(session, id);
  RecordForm<Provider> form(session, provider, id.isValid() ? nameOf(provider) : Say::tr("Add a provider"), parent);
  // The NPI first: what the registry knows need not be typed.
  auto* panel = new RegistryPanel(*form.rows(), form.text("npi", Say::tr("NPI"), &Provider::npi, Say::tr("10 digits")));
  form.rows()->addPart(panel);
  addNameRows(form);
  addEndRows(form);
  form.rows()->addHeading(Say::tr("Work"));
  addWorkRows(form, session, provider.assignee);
  form.rows()->addHeading(Say::tr("Person"));
  addPersonRows(form);
  auto rules = providerRules();
  const auto saved = std::make_shared<Id<Provider>>();
  rules.after = [saved, panel, links = rules.after](db::Transaction& transaction, Id<Provider> made,
                                                    const QVariantMap& values) {
    *saved = made;
    if (panel->used())
      saveFurther(transaction, made, *panel->used());
    return links(transaction, made, values);
  };
  rules.always = [panel] { return panel->used().has_value(); };
  if (then)
    QObject::connect(form.dialog(), &QDialog::accepted, parent, [saved, then = std::move(then)] {
      if (saved->isValid())
        attempt(Say::tr("Opening the profile"), [&] { then(*saved); });
    });
  form.open(rules);
}

void openTerminateForm(Session& session, Id<Provider> id, QWidget* parent) {
  const Provider provider = recordFor(session, id);
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
  rules.always = [] { return true; };
  form.open(rules);
}

} // namespace ui
