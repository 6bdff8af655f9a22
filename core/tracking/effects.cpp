// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/effects.h"

#include "core/base/text.h"
#include "core/credentials/checks.h"
#include "core/credentials/renewal.h"
#include "core/facilities/checks.h"
#include "core/payors/checks.h"
#include "core/payors/enrollments.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace effects {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Effects)
};

const QString submitted = QStringLiteral("Submitted");

QString textIn(const QVariantMap& answers, const char* key) {
  return answers.value(QLatin1String(key)).toString().trimmed();
}
QDate dateIn(const QVariantMap& answers, const char* key) { return answers.value(QLatin1String(key)).toDate(); }

/// Lays a date over another where one was given.
void lay(QDate& over, QDate date) {
  if (date.isValid())
    over = date;
}
void lay(QString& over, const QString& text) {
  if (!text.isEmpty())
    over = text;
}

/// The provider's licence of the tracking's state: the one that counts longest.
std::optional<Credential> licenceOf(db::Database& database, const Tracking& tracking) {
  const auto found = db::allWhere<Credential>(
      database,
      QStringLiteral("provider_id = ? AND state = ? AND renewed_by IS NULL AND document_type_id IN (SELECT id FROM "
                     "document_type WHERE section = 'Licensure') ORDER BY expires DESC NULLS LAST, id DESC LIMIT 1"),
      {tracking.provider, tracking.state});
  return found.empty() ? std::nullopt : std::optional(found.front());
}

void setStatus(db::Database& database, Enrollment& enrollment, const QString& status, QDate today) {
  const Enrollment before = enrollment;
  enrollment.status = status;
  enrollment.waitingOn = waitingOnOf(database, status);
  keepWaiting(enrollment, before, today);
}

template<class R>
Problems saveChecked(db::Transaction& transaction, const R& record) {
  Problems problems = check(record, transaction.database());
  if (problems.empty())
    db::save(transaction, record);
  return problems;
}

Problems finishEnrollment(db::Transaction& transaction, const Tracking& tracking, const QVariantMap& answers,
                          QDate today) {
  auto enrollment = db::load(transaction.database(), tracking.enrollment);
  if (!enrollment)
    return {};
  lay(enrollment->providerNumber, textIn(answers, "providerNumber"));
  lay(enrollment->effective, dateIn(answers, "effective"));
  lay(enrollment->end, dateIn(answers, "end"));
  const bool isGranted = dateIn(answers, "effective").isValid() || dateIn(answers, "end").isValid();
  if (isGranted && enrollment->status != QLatin1String("Participating"))
    setStatus(transaction.database(), *enrollment, QStringLiteral("Participating"), today);
  return saveChecked(transaction, *enrollment);
}

Problems finishAffiliation(db::Transaction& transaction, const Tracking& tracking, const QVariantMap& answers) {
  auto affiliation = db::load(transaction.database(), tracking.affiliation);
  if (!affiliation)
    return {};
  lay(affiliation->appointed, dateIn(answers, "appointed"));
  lay(affiliation->reappointmentDue, dateIn(answers, "reappointmentDue"));
  if (dateIn(answers, "appointed").isValid() || dateIn(answers, "reappointmentDue").isValid())
    affiliation->status = QStringLiteral("Active");
  return saveChecked(transaction, *affiliation);
}

Problems finishLicence(db::Transaction& transaction, const Tracking& tracking, bool again, const QVariantMap& answers) {
  const QString number = textIn(answers, "number");
  const QDate issued = dateIn(answers, "issued"), expires = dateIn(answers, "expires");
  if (number.isEmpty() && !issued.isValid() && !expires.isValid())
    return {};
  auto licence = licenceOf(transaction.database(), tracking);
  if (licence && again && expires.isValid() && expires != licence->expires) {
    const auto renewed = renew(transaction, licence->id, {issued, expires, number});
    return renewed.isOk() ? Problems{} : renewed.problems();
  }
  if (!licence) {
    licence = Credential{};
    licence->provider = tracking.provider;
    licence->state = tracking.state;
    licence->documentType = {transaction.database().value(
        QStringLiteral("SELECT id FROM document_type WHERE section = 'Licensure' ORDER BY retired, id LIMIT 1"))};
    if (!licence->documentType.isValid())
      return {{QStringLiteral("number"), Say::tr("There is no document type for licences any more: add one first.")}};
  }
  lay(licence->number, number);
  lay(licence->issued, issued);
  lay(licence->expires, expires);
  return saveChecked(transaction, *licence);
}

} // namespace

Subject subjectOf(const Tracking& tracking) {
  if (tracking.enrollment.isValid())
    return Subject::Enrollment;
  if (tracking.affiliation.isValid())
    return Subject::Affiliation;
  const QString type = folded(tracking.type);
  const bool isLicence = type.contains(QLatin1String("license")) || type.contains(QLatin1String("licence"));
  return isLicence && tracking.provider.isValid() ? Subject::Licence : Subject::Nothing;
}

bool comesAround(const QString& subtype) {
  const QString word = folded(subtype);
  for (const char* stem : {"recred", "re-cred", "renew", "reval", "re-val", "reappoint", "re-appoint", "reattest",
                           "re-attest", "reverif", "re-verif"})
    if (word.contains(QLatin1String(stem)))
      return true;
  return false;
}

Completion completing(const Tracking& tracking, std::span<const Step> steps, size_t index) {
  Completion completion{subjectOf(tracking), false, true, comesAround(tracking.subtype)};
  completion.submits = folded(steps[index].name).startsWith(QLatin1String("submit"));
  for (size_t i = 0; i < steps.size(); ++i)
    completion.finishes = completion.finishes && (i == index || !isOpenStatus(steps[i].status));
  return completion;
}

std::vector<Ask> asks(const Completion& completion) {
  const auto text = [](const char* key, const QString& label) { return Ask{QString::fromLatin1(key), label, false}; };
  const auto date = [](const char* key, const QString& label) { return Ask{QString::fromLatin1(key), label, true}; };
  if (!completion.finishes)
    return {};
  switch (completion.subject) {
  case Subject::Enrollment:
    if (completion.again)
      return {date("end", Say::tr("New end"))};
    return {text("providerNumber", Say::tr("Provider number")), date("effective", Say::tr("Effective")),
            date("end", Say::tr("End"))};
  case Subject::Affiliation:
    if (completion.again)
      return {date("reappointmentDue", Say::tr("Next reappointment due"))};
    return {date("appointed", Say::tr("Appointed")), date("reappointmentDue", Say::tr("Reappointment due"))};
  case Subject::Licence:
    return {text("number", Say::tr("Licence number")), date("issued", Say::tr("Issued")),
            date("expires", completion.again ? Say::tr("New expiry") : Say::tr("Expires"))};
  case Subject::Nothing:
    break;
  }
  return {};
}

QVariantMap known(db::Database& database, const Tracking& tracking, const Completion& completion) {
  QVariantMap all;
  const auto put = [&](const char* key, const QVariant& value) { all.insert(QString::fromLatin1(key), value); };
  if (const auto enrollment = db::load(database, tracking.enrollment)) {
    put("providerNumber", enrollment->providerNumber);
    put("effective", enrollment->effective);
    if (!completion.again)
      put("end", enrollment->end);
  } else if (const auto affiliation = db::load(database, tracking.affiliation)) {
    put("appointed", affiliation->appointed);
    if (!completion.again)
      put("reappointmentDue", affiliation->reappointmentDue);
  } else if (const auto licence = licenceOf(database, tracking); completion.subject == Subject::Licence && licence) {
    put("number", licence->number);
    if (!completion.again) {
      put("issued", licence->issued);
      put("expires", licence->expires);
    }
  }
  return all;
}

bool awaitsSubmission(db::Database& database, const Tracking& tracking) {
  if (const auto enrollment = db::load(database, tracking.enrollment))
    return database.value(QStringLiteral("SELECT (SELECT rank FROM enrollment_status WHERE name = ?) < "
                                         "(SELECT rank FROM enrollment_status WHERE name = ?)"),
                          {enrollment->status, submitted});
  const auto affiliation = db::load(database, tracking.affiliation);
  return affiliation && affiliation->status == QLatin1String("Not started");
}

void submit(db::Transaction& transaction, const Tracking& tracking, QDate today) {
  db::Database& database = transaction.database();
  if (!awaitsSubmission(database, tracking))
    return;
  if (auto enrollment = db::load(database, tracking.enrollment)) {
    setStatus(database, *enrollment, submitted, today);
    if (!enrollment->submitted.isValid())
      enrollment->submitted = today;
    db::save(transaction, *enrollment);
  } else if (auto affiliation = db::load(database, tracking.affiliation)) {
    affiliation->status = submitted;
    db::save(transaction, *affiliation);
  }
}

Problems finish(db::Transaction& transaction, const Tracking& tracking, const Completion& completion,
                const QVariantMap& answers, QDate today) {
  if (!completion.finishes)
    return {};
  switch (completion.subject) {
  case Subject::Enrollment:
    return finishEnrollment(transaction, tracking, answers, today);
  case Subject::Affiliation:
    return finishAffiliation(transaction, tracking, answers);
  case Subject::Licence:
    return finishLicence(transaction, tracking, completion.again, answers);
  case Subject::Nothing:
    break;
  }
  return {};
}

} // namespace effects
