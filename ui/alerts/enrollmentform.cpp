// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/enrollmentform.h"

#include "core/facilities/checks.h"
#include "core/payors/checks.h"
#include "core/payors/enrollments.h"
#include "ui/form/recordform.h"

#include <QSet>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(EnrollmentForm)
};

QString both(const QString& one, const QString& other) {
  return one.isEmpty() || other.isEmpty() ? one + other : one + QStringLiteral(" · ") + other;
}

QString called(db::Database& database, const Enrollment& enrollment) {
  const QString owner =
      enrollment.provider.isValid() ? nameOf(database, enrollment.provider) : nameOf(database, enrollment.practice);
  return both(both(owner, nameOf(database, enrollment.payor)), enrollment.state);
}

/// The payors with those first that this provider, or practice, has no enrollment with.
std::vector<Choice> newPayorsFirst(db::Database& database, const Enrollment& fresh) {
  std::vector<Choice> choices = payorChoices(database);
  QSet<QString> there;
  const bool ofProvider = fresh.provider.isValid();
  if (ofProvider || fresh.practice.isValid())
    database.each(QStringLiteral("SELECT DISTINCT payor_id FROM enrollment WHERE %1 = ?")
                      .arg(ofProvider ? QStringLiteral("provider_id") : QStringLiteral("practice_id")),
                  {ofProvider ? fresh.provider.value : fresh.practice.value},
                  [&](db::Row& row) { there.insert(row.text()); });
  std::stable_partition(choices.begin(), choices.end(),
                        [&](const Choice& choice) { return !there.contains(choice.value); });
  return choices;
}

} // namespace

void openEnrollmentForm(Session& session, Id<Enrollment> id, QWidget* parent, const Enrollment& preset) {
  db::Database& database = session.database();
  const auto enrollment = recordFor(session, id, preset);
  RecordForm<Enrollment> form(session, enrollment,
                              id.isValid() ? called(database, enrollment) : Say::tr("Add an enrollment"), parent);
  form.search("provider", Say::tr("Provider"), &Enrollment::provider, providerSource(database));
  form.choice("practice", Say::tr("Practice"), &Enrollment::practice, practiceChoices(database));
  form.choice("payor", Say::tr("Payor"), &Enrollment::payor,
              id.isValid() ? payorChoices(database) : newPayorsFirst(database, enrollment));
  form.text("state", Say::tr("State"), &Enrollment::state);
  form.text("lineOfBusiness", Say::tr("Line of business"), &Enrollment::lineOfBusiness);
  ChoiceBox* status = form.pick("status", Say::tr("Status"), &Enrollment::status, enrollmentStatusChoices(database));
  ChoiceBox* waitingOn =
      form.choice("waitingOn", Say::tr("Waiting on"), &Enrollment::waitingOn, wordChoices(exchange::Field::WaitingOn));
  form.text("providerNumber", Say::tr("Provider number"), &Enrollment::providerNumber, Say::tr("PIN, PTAN"));
  form.date("submitted", Say::tr("Submitted"), &Enrollment::submitted);
  form.date("effective", Say::tr("Effective"), &Enrollment::effective);
  form.date("end", Say::tr("End"), &Enrollment::end);
  form.text("ladder", Say::tr("Announced"), &Enrollment::ladder, Say::tr("Days before, in place of its type's"));
  form.date("followUp", Say::tr("Follow-up"), &Enrollment::followUp);
  form.choice("assignee", Say::tr("Assignee"), &Enrollment::assignee,
              coordinatorChoices(database, enrollment.assignee));
  // Only what a person chooses: what a draft brings back has its own.
  QObject::connect(status, &QComboBox::activated, waitingOn, [&database, status, waitingOn] {
    attempt(Say::tr("Reading the status"), [&] { waitingOn->setValue(waitingOnOf(database, status->value())); });
  });
  form.open({.name = [&database](const Enrollment& one) { return called(database, one); },
             .tidy =
                 [today = session.today(), before = enrollment](Enrollment& one) {
                   one.state = exchange::stateCode(one.state);
                   keepWaiting(one, before, today);
                 }});
}

void openAffiliationForm(Session& session, Id<Affiliation> id, QWidget* parent, const Affiliation& preset) {
  db::Database& database = session.database();
  const auto affiliation = recordFor(session, id, preset);
  const auto called = [&database](const Affiliation& one) {
    return both(nameOf(database, one.provider), nameOf(database, one.facility));
  };
  RecordForm<Affiliation> form(session, affiliation, id.isValid() ? called(affiliation) : Say::tr("Add an affiliation"),
                               parent);
  form.search("provider", Say::tr("Provider"), &Affiliation::provider, providerSource(database));
  form.choice("facility", Say::tr("Facility"), &Affiliation::facility, facilityChoices(database));
  form.text("category", Say::tr("Category"), &Affiliation::category, Say::tr("Active, courtesy, consulting"));
  form.pick("status", Say::tr("Status"), &Affiliation::status, wordChoices(exchange::Field::AffiliationStatus));
  form.date("appointed", Say::tr("Appointed"), &Affiliation::appointed);
  form.date("reappointmentDue", Say::tr("Reappointment due"), &Affiliation::reappointmentDue);
  form.text("ladder", Say::tr("Announced"), &Affiliation::ladder, Say::tr("Days before, in place of its type's"));
  form.choice("assignee", Say::tr("Assignee"), &Affiliation::assignee,
              coordinatorChoices(database, affiliation.assignee));
  form.open({.name = called});
}

} // namespace ui
