// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/fieldsof.h"
#include "core/payors/checks.h"
#include "core/payors/enrollments.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

void addEnrollmentFields(Fields& all) {
  FieldsOf<Enrollment> of(all, {Say::tr("an enrollment"), Say::tr("%L1 enrollments")});
  of.payor("payor_id", Say::tr("Payor"), &Enrollment::payor).isNeeded = true;
  of.text("state", Say::tr("State"), &Enrollment::state,
          {.follow = [](Context&, Enrollment& record, const Enrollment&) {
            record.state = exchange::stateCode(record.state);
          }});
  of.text("line_of_business", Say::tr("Line of business"), &Enrollment::lineOfBusiness);
  // Another status waits on whom that status waits on.
  of.word("status", Say::tr("Status"), &Enrollment::status, exchange::Field::EnrollmentStatus, true,
          {.follow =
               [](Context& context, Enrollment& record, const Enrollment& before) {
                 record.waitingOn = context.waitingOn(record.status);
                 keepWaiting(record, before, context.today());
               }})
      .words = [](db::Database& database) {
    const auto names = database.all(QStringLiteral("SELECT name FROM enrollment_status ORDER BY rank, name"), {},
                                    [](db::Row& row) { return row.text(); });
    return QStringList(names.begin(), names.end());
  };
  of.word("waiting_on", Say::tr("Waiting on"), &Enrollment::waitingOn, exchange::Field::WaitingOn, false,
          {.follow = [](Context& context, Enrollment& record,
                        const Enrollment& before) { keepWaiting(record, before, context.today()); },
           // Where nothing is said, whom its status waits on: as in the list.
           .show =
               [](Context& context, const Enrollment& record) {
                 return record.waitingOn.isEmpty() ? context.waitingOn(record.status) : record.waitingOn;
               }});
  of.text("provider_number", Say::tr("Provider number"), &Enrollment::providerNumber);
  of.date("submitted", Say::tr("Submitted"), &Enrollment::submitted);
  of.date("effective", Say::tr("Effective"), &Enrollment::effective);
  of.date("end", Say::tr("End"), &Enrollment::end);
  of.date("follow_up", Say::tr("Follow-up"), &Enrollment::followUp);
  of.coordinator("assignee_id", Say::tr("Assignee"), &Enrollment::assignee);
}

} // namespace

void addPayorFields(Fields& all) {
  addEnrollmentFields(all);
  FieldsOf<Payor> of(all, {Say::tr("a payor"), Say::tr("%L1 payors")});
  of.text("name", Say::tr("Name"), &Payor::name);
  of.text("payor_id", Say::tr("Payor ID"), &Payor::payorId);
  of.word("class", Say::tr("Class"), &Payor::payorClass, exchange::Field::PayorClass, true);
  of.text("states", Say::tr("States"), &Payor::states);
  of.number("usual_days", Say::tr("Usual days"), &Payor::usualDays);
  of.number("recredentialing_months", Say::tr("Recredentialing months"), &Payor::recredentialingMonths);
  of.text("phone", Say::tr("Phone"), &Payor::phone);
  of.text("portal", Say::tr("Portal"), &Payor::portal);
}

} // namespace edit
