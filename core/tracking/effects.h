// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/transaction.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"

#include <QVariantMap>
#include <span>

/// What completing a step says of the record that its tracking is about. Only a person's moves have effects, never what
/// a file brings.
namespace effects {

/// Onboarding and trackings of an office's own kind are about nothing that a step could change.
enum class Subject { Nothing, Enrollment, Affiliation, Licence };
Subject subjectOf(const Tracking& tracking);

/// Whether a subtype is about keeping up what is there ("Recredentialing", "Renewal", "Reappointment"), not about
/// beginning it.
bool comesAround(const QString& subtype);

struct Completion {
  Subject subject = Subject::Nothing;
  bool submits = false;  ///< the step is called "Submit…": the application is out
  bool finishes = false; ///< no other step is open: what was granted is to be recorded
  bool again = false;    ///< of what comes around
};
/// What it says when the step at this place is completed; the steps as they are before it or after it.
Completion completing(const Tracking& tracking, std::span<const Step> steps, size_t index);

/// A value to be asked for; `key` is the member of the enrollment, affiliation or credential.
struct Ask {
  QString key, label;
  bool isDate = false;
};
/// What is asked for when the last step is completed: provider number and effective date of an enrollment, appointment
/// of an affiliation, number and dates of a licence; their new end when it comes around. Nothing for other steps.
std::vector<Ask> asks(const Completion& completion);
/// The answers that are on file already.
QVariantMap known(db::Database& database, const Tracking& tracking, const Completion& completion);

/// Whether the record that it is about has a status before Submitted.
bool awaitsSubmission(db::Database& database, const Tracking& tracking);
/// The record becomes Submitted on this day where its status is an earlier one; a date that is there stays.
void submit(db::Transaction& transaction, const Tracking& tracking, QDate today);

/// Writes what was answered; nothing has to be. With an effective date (an appointment, a new end) an enrollment is
/// Participating and an affiliation Active. A licence is added, filled in, or renewed as a new version.
Problems finish(db::Transaction& transaction, const Tracking& tracking, const Completion& completion,
                const QVariantMap& answers, QDate today);

} // namespace effects
