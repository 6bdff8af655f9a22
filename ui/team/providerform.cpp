// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/providerform.h"

#include "core/team/checks.h"
#include "core/team/identifiers.h"
#include "ui/form/choicesfield.h"
#include "ui/form/recordform.h"
#include "ui/team/links.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ProviderForm)
};

/// "locums;  VIP," → "locums; VIP"
QString tidyTags(const QString& typed) {
  QStringList tags;
  for (const QString& part : QString(typed).replace(QLatin1Char(','), QLatin1Char(';')).split(QLatin1Char(';')))
    if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
      tags << tag;
  return tags.join(QStringLiteral("; "));
}

} // namespace

void openProviderForm(Session& session, Id<Provider> id, QWidget* parent) {
  db::Database& database = session.database();
  const auto provider = recordFor(session, id);
  RecordForm<Provider> form(session, provider, id.isValid() ? nameOf(provider) : Say::tr("Add a provider"), parent);
  FormDialog* dialog = form.dialog();
  form.text("lastName", Say::tr("Last name"), &Provider::lastName);
  form.text("firstName", Say::tr("First name"), &Provider::firstName);
  form.text("middleName", Say::tr("Middle name"), &Provider::middleName);
  form.text("suffix", Say::tr("Suffix"), &Provider::suffix, Say::tr("Jr, III"));
  form.text("degree", Say::tr("Degree"), &Provider::degree, Say::tr("MD, DO, NP"));
  form.text("npi", Say::tr("NPI"), &Provider::npi, Say::tr("10 digits"));
  form.pick("status", Say::tr("Status"), &Provider::status, wordChoices(exchange::Field::ProviderStatus));
  form.choice("assignee", Say::tr("Assignee"), &Provider::assignee, coordinatorChoices(database, provider.assignee));

  dialog->addHeading(Say::tr("Work"));
  form.choice("team", Say::tr("Team"), &Provider::team, teamChoices(database));
  dialog->addChoices(QStringLiteral("practices"), Say::tr("Practices"), practiceChoices(database));
  form.text("specialty", Say::tr("Specialty"), &Provider::specialty);
  form.text("taxonomy", Say::tr("Taxonomy"), &Provider::taxonomy, Say::tr("10 characters that end in X"));
  form.date("startDate", Say::tr("Start date"), &Provider::startDate);
  form.text("tags", Say::tr("Tags"), &Provider::tags, Say::tr("Parted by ;"));

  dialog->addHeading(Say::tr("Person"));
  form.text("caqhId", Say::tr("CAQH ID"), &Provider::caqhId, Say::tr("8 digits"));
  form.date("dateOfBirth", Say::tr("Date of birth"), &Provider::dateOfBirth);
  form.text("email", Say::tr("Email"), &Provider::email);
  form.text("phone", Say::tr("Phone"), &Provider::phone);

  dialog->setValues({{QStringLiteral("practices"),
                      linkedValues(database, ProviderPractice::table(), "provider_id", "practice_id", id)}});
  form.open({.name = [](const Provider& one) { return nameOf(one); },
             .tidy =
                 [](Provider& one) {
                   one.npi = identifierText(one.npi);
                   one.caqhId = identifierText(one.caqhId);
                   one.taxonomy = identifierText(one.taxonomy);
                   one.tags = tidyTags(one.tags);
                 },
             .after =
                 [](db::Transaction& transaction, Id<Provider> saved, const QVariantMap& values) {
                   saveLinks(transaction, saved, &ProviderPractice::provider, &ProviderPractice::practice,
                             "provider_id", values.value(QStringLiteral("practices")).toStringList());
                   return Problems{};
                 }});
}

} // namespace ui
