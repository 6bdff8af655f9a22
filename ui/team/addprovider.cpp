// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/addprovider.h"

#include "core/team/checks.h"
#include "ui/team/providerrows.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(AddProvider)
};

} // namespace

void openAddProvider(Session& session, QWidget* parent, std::function<void(Id<Provider>)> then) {
  RecordForm<Provider> form(session, Provider{}, Say::tr("Add a provider"), parent);
  addIdentityRows(form);
  addEndRows(form);
  form.dialog()->addHeading(Say::tr("Work"));
  addWorkRows(form, session, {});
  form.dialog()->addHeading(Say::tr("Person"));
  addPersonRows(form);
  auto rules = providerRules();
  const auto added = std::make_shared<Id<Provider>>();
  rules.after = [added, links = rules.after](db::Transaction& transaction, Id<Provider> id, const QVariantMap& values) {
    *added = id;
    return links(transaction, id, values);
  };
  QObject::connect(form.dialog(), &QDialog::accepted, parent, [added, then = std::move(then)] {
    if (added->isValid())
      attempt(Say::tr("Opening the profile"), [&] { then(*added); });
  });
  form.open(rules);
}

} // namespace ui
