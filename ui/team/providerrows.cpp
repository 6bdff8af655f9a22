// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/providerrows.h"

#include "core/team/checks.h"
#include "core/team/identifiers.h"
#include "ui/form/choicesfield.h"
#include "ui/team/links.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ProviderForm)
};

const QString practices = QStringLiteral("practices");

/// "locums;  VIP," → "locums; VIP"
QString tidyList(const QString& typed) {
  QStringList parts;
  for (const QString& part : QString(typed).replace(QLatin1Char(','), QLatin1Char(';')).split(QLatin1Char(';')))
    if (const QString word = part.simplified(); !word.isEmpty() && !parts.contains(word, Qt::CaseInsensitive))
      parts << word;
  return parts.join(QStringLiteral("; "));
}

bool isGone(const QString& status) { return status == QLatin1String("Terminated"); }

} // namespace

void addNameRows(RecordForm<Provider>& form) {
  form.text("lastName", Say::tr("Last name"), &Provider::lastName);
  form.text("firstName", Say::tr("First name"), &Provider::firstName);
  form.text("middleName", Say::tr("Middle name"), &Provider::middleName);
  form.text("suffix", Say::tr("Suffix"), &Provider::suffix, Say::tr("Jr, III"));
  form.text("degree", Say::tr("Degree"), &Provider::degree, Say::tr("MD, DO, NP"));
}

void addWorkRows(RecordForm<Provider>& form, Session& session, Id<Coordinator> assignee) {
  db::Database& database = session.database();
  form.choice("assignee", Say::tr("Assignee"), &Provider::assignee, coordinatorChoices(database, assignee));
  form.choice("team", Say::tr("Team"), &Provider::team, teamChoices(database));
  form.rows()->addChoices(practices, Say::tr("Practices"), practiceChoices(database));
  form.text("specialty", Say::tr("Specialty"), &Provider::specialty);
  form.text("taxonomy", Say::tr("Taxonomy"), &Provider::taxonomy, Say::tr("10 characters that end in X"));
  form.date("startDate", Say::tr("Start date"), &Provider::startDate);
  form.text("tags", Say::tr("Tags"), &Provider::tags, Say::tr("Parted by ;"));
}

void addPersonRows(RecordForm<Provider>& form) {
  form.text("caqhId", Say::tr("CAQH ID"), &Provider::caqhId, Say::tr("8 digits"));
  form.date("dateOfBirth", Say::tr("Date of birth"), &Provider::dateOfBirth);
  form.text("email", Say::tr("Email"), &Provider::email);
  form.text("phone", Say::tr("Phone"), &Provider::phone);
  form.text("languages", Say::tr("Languages"), &Provider::languages, Say::tr("Parted by ;"));
}

void addEndRows(RecordForm<Provider>& form) {
  ChoiceBox* status =
      form.pick("status", Say::tr("Status"), &Provider::status, wordChoices(exchange::Field::ProviderStatus));
  form.date("ended", Say::tr("Ended"), &Provider::ended);
  form.text("endReason", Say::tr("Reason"), &Provider::endReason, Say::tr("Why the provider leaves"));
  const auto show = [rows = form.rows(), status] {
    for (const char* key : {"ended", "endReason"})
      rows->setRowVisible(QLatin1String(key), isGone(status->value()));
  };
  QObject::connect(status, &ChoiceBox::valueChanged, status, show);
  show();
}

RecordForm<Provider>::Rules providerRules() {
  return {.name = [](const Provider& one) { return nameOf(one); },
          .tidy =
              [](Provider& one) {
                one.npi = identifierText(one.npi);
                one.caqhId = identifierText(one.caqhId);
                one.taxonomy = identifierText(one.taxonomy);
                one.tags = tidyList(one.tags);
                one.languages = tidyList(one.languages);
                if (!isGone(one.status)) {
                  one.ended = {};
                  one.endReason.clear();
                }
              },
          .after =
              [](db::Transaction& transaction, Id<Provider> saved, const QVariantMap& values) {
                if (values.contains(practices))
                  saveLinks(transaction, saved, &ProviderPractice::provider, &ProviderPractice::practice, "provider_id",
                            values.value(practices).toStringList());
                return Problems{};
              },
          .further =
              [](db::Database& database, Id<Provider> id) {
                return QVariantMap{
                    {practices, linkedValues(database, ProviderPractice::table(), "provider_id", "practice_id", id)}};
              }};
}

} // namespace ui
