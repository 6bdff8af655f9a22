// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/officeforms.h"

#include "core/facilities/checks.h"
#include "core/payors/checks.h"
#include "core/team/checks.h"
#include "core/team/identifiers.h"
#include "ui/form/choicesfield.h"
#include "ui/form/recordform.h"
#include "ui/team/links.h"
#include "ui/team/officerows.h"

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(OfficeForms)
};

/// "tx, Oklahoma;" → "TX; OK"
QString tidyStates(const QString& typed) {
  QStringList states;
  for (const QString& part : QString(typed).replace(QLatin1Char(','), QLatin1Char(';')).split(QLatin1Char(';')))
    if (const QString state = exchange::stateCode(part); !state.isEmpty() && !states.contains(state))
      states << state;
  return states.join(QStringLiteral("; "));
}

} // namespace

void addPracticeRows(RecordForm<Practice>& form, Session& session) {
  form.text("name", Say::tr("Name"), &Practice::name);
  form.choice("team", Say::tr("Team"), &Practice::team, teamChoices(session.database()));
  form.text("groupNpi", Say::tr("Group NPI"), &Practice::groupNpi, Say::tr("10 digits"));
  form.text("tin", Say::tr("TIN"), &Practice::tin, Say::tr("9 digits"));
}

void addPracticePlaceRows(RecordForm<Practice>& form) {
  form.text("address", Say::tr("Address"), &Practice::address);
  form.text("city", Say::tr("City"), &Practice::city);
  form.text("state", Say::tr("State"), &Practice::state);
  form.text("zip", Say::tr("ZIP"), &Practice::zip, Say::tr("5 or 9 digits"));
  form.text("phone", Say::tr("Phone"), &Practice::phone);
  form.text("fax", Say::tr("Fax"), &Practice::fax);
  form.text("email", Say::tr("Email"), &Practice::email);
  form.text("contact", Say::tr("Manager"), &Practice::contact);
}

RecordForm<Practice>::Rules practiceRules() {
  return {.name = [](const Practice& one) { return one.name; },
          .tidy =
              [](Practice& one) {
                one.groupNpi = identifierText(one.groupNpi);
                one.tin = identifierText(one.tin);
                one.zip = identifierText(one.zip);
                one.state = exchange::stateCode(one.state);
              }};
}

void openPracticeForm(Session& session, Id<Practice> id, QWidget* parent) {
  const auto practice = recordFor(session, id);
  RecordForm<Practice> form(session, practice, id.isValid() ? practice.name : Say::tr("Add a practice"), parent);
  addPracticeRows(form, session);
  addPracticePlaceRows(form);
  form.open(practiceRules());
}

void openCoordinatorForm(Session& session, Id<Coordinator> id, QWidget* parent) {
  const auto coordinator = recordFor(session, id);
  RecordForm<Coordinator> form(session, coordinator, id.isValid() ? coordinator.name : Say::tr("Add a coordinator"),
                               parent);
  form.text("name", Say::tr("Name"), &Coordinator::name);
  form.text("email", Say::tr("Email"), &Coordinator::email);
  form.pick("role", Say::tr("Role"), &Coordinator::role, wordChoices(exchange::Field::Role));
  form.dialog()->addChoices(QStringLiteral("teams"), Say::tr("Teams"), teamChoices(session.database()));
  form.tick("active", Say::tr("Active"), &Coordinator::active);
  form.dialog()->setValues({{QStringLiteral("teams"), linkedValues(session.database(), CoordinatorTeam::table(),
                                                                   "coordinator_id", "team_id", id)}});
  form.open({.name = [](const Coordinator& one) { return one.name; },
             .after =
                 [](db::Transaction& transaction, Id<Coordinator> saved, const QVariantMap& values) {
                   saveLinks(transaction, saved, &CoordinatorTeam::coordinator, &CoordinatorTeam::team,
                             "coordinator_id", values.value(QStringLiteral("teams")).toStringList());
                   return Problems{};
                 }});
}

void openPayorForm(Session& session, Id<Payor> id, QWidget* parent) {
  const auto payor = recordFor(session, id);
  RecordForm<Payor> form(session, payor, id.isValid() ? payor.name : Say::tr("Add a payor"), parent);
  form.text("name", Say::tr("Name"), &Payor::name);
  form.text("payorId", Say::tr("Payor ID"), &Payor::payorId);
  form.pick("payorClass", Say::tr("Class"), &Payor::payorClass, wordChoices(exchange::Field::PayorClass));
  form.text("states", Say::tr("States"), &Payor::states, Say::tr("TX; OK"));
  form.number("usualDays", Say::tr("Usual days"), &Payor::usualDays, Say::tr("Days until a decision"));
  form.number("recredentialingMonths", Say::tr("Recredentialing months"), &Payor::recredentialingMonths,
              Say::tr("Mostly 36"));
  form.text("phone", Say::tr("Phone"), &Payor::phone);
  form.text("portal", Say::tr("Portal"), &Payor::portal, Say::tr("https://"));
  form.open({.name = [](const Payor& one) { return one.name; },
             .tidy = [](Payor& one) { one.states = tidyStates(one.states); }});
}

void addFacilityRows(RecordForm<Facility>& form) {
  form.text("name", Say::tr("Name"), &Facility::name);
  form.text("address", Say::tr("Address"), &Facility::address);
  form.text("city", Say::tr("City"), &Facility::city);
  form.text("state", Say::tr("State"), &Facility::state);
  form.text("zip", Say::tr("ZIP"), &Facility::zip, Say::tr("5 or 9 digits"));
  form.text("phone", Say::tr("Phone"), &Facility::phone);
  form.text("email", Say::tr("Email"), &Facility::email);
}

RecordForm<Facility>::Rules facilityRules() {
  return {.name = [](const Facility& one) { return one.name; },
          .tidy =
              [](Facility& one) {
                one.zip = identifierText(one.zip);
                one.state = exchange::stateCode(one.state);
              }};
}

void openFacilityForm(Session& session, Id<Facility> id, QWidget* parent) {
  const auto facility = recordFor(session, id);
  RecordForm<Facility> form(session, facility, id.isValid() ? facility.name : Say::tr("Add a facility"), parent);
  addFacilityRows(form);
  form.open(facilityRules());
}

} // namespace ui
