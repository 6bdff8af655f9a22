// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/actions.h"

#include "core/credentials/documenttype.h"
#include "core/credentials/renewal.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"

#include <QCoreApplication>

namespace alerts {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Alerts)
};

Problem gone() { return {{}, Say::tr("This alert is gone: what it was about was dealt with or removed.")}; }

AlertAction actionOn(const Expirable& alert, const QString& what, const Doer& doer) {
  AlertAction action;
  action.credential = alert.subject.credential;
  action.enrollment = alert.subject.enrollment;
  action.affiliation = alert.subject.affiliation;
  action.provider = alert.subject.provider;
  action.documentType = alert.subject.documentType;
  action.state = alert.subject.state;
  action.expires = alert.expires;
  action.what = what;
  action.on = doer.today;
  action.byWhom = doer.who;
  return action;
}

} // namespace

Result<Id<AlertAction>> acknowledge(db::Transaction& transaction, const Subject& subject, const Doer& doer) {
  const auto alert = expirable(transaction.database(), subject);
  if (!alert)
    return gone();
  return db::save(transaction, actionOn(*alert, QStringLiteral("Acknowledged"), doer));
}

Result<Id<AlertAction>> snooze(db::Transaction& transaction, const Subject& subject, QDate until, const Doer& doer) {
  const auto alert = expirable(transaction.database(), subject);
  if (!alert)
    return gone();
  if (!until.isValid() || until <= doer.today)
    return Problem{QStringLiteral("until"), Say::tr("Until which day? It is to be one that is still to come.")};
  AlertAction action = actionOn(*alert, QStringLiteral("Snoozed"), doer);
  action.until = until;
  return db::save(transaction, action);
}

std::optional<TrackingTemplate> renewalTemplate(db::Database& database, const Subject& subject) {
  const auto guess = [&](std::initializer_list<std::pair<const char*, const char*>> names) {
    for (const auto& [type, subtype] : names)
      if (auto found = findTemplate(database, QString::fromLatin1(type), QString::fromLatin1(subtype)))
        return found;
    return std::optional<TrackingTemplate>();
  };
  if (subject.affiliation.isValid())
    return guess({{"Facility", "Reappointment"}});
  if (subject.enrollment.isValid()) {
    const auto enrollment = db::load(database, subject.enrollment);
    const auto payor = enrollment ? db::load(database, enrollment->payor) : std::nullopt;
    if (payor && payor->payorClass == QLatin1String("Medicare"))
      return guess({{"Medicare", "Revalidation"}, {"Payor", "Recredentialing"}});
    return guess({{"Payor", "Recredentialing"}});
  }
  const auto credential = db::load(database, subject.credential);
  const auto type = db::load(database, credential ? credential->documentType : subject.documentType);
  if (!type)
    return {};
  if (type->section == QLatin1String("Licensure"))
    return credential ? guess({{"State License", "Renewal"}}) : guess({{"State License", "Initial"}});
  if (type->name == QLatin1String("Medicare revalidation"))
    return guess({{"Medicare", "Revalidation"}});
  return {};
}

Result<Id<AlertAction>> renewalStarted(db::Transaction& transaction, const Subject& subject,
                                       std::optional<Id<TrackingTemplate>> from, const Doer& doer) {
  db::Database& database = transaction.database();
  const auto alert = expirable(database, subject);
  if (!alert)
    return gone();
  AlertAction action = actionOn(*alert, QStringLiteral("Renewal started"), doer);
  if (from) {
    const auto recipe = db::load(database, *from);
    if (!recipe)
      return Problem{QStringLiteral("template"), Say::tr("This template is not there any more.")};
    Tracking tracking;
    tracking.provider = alert->provider;
    tracking.practice = alert->practice;
    tracking.type = recipe->type;
    tracking.subtype = recipe->subtype;
    tracking.assignee = alert->assignee;
    tracking.started = doer.today;
    if (const auto enrollment = db::load(database, subject.enrollment)) {
      tracking.enrollment = enrollment->id;
      tracking.payor = enrollment->payor;
      tracking.state = enrollment->state;
    } else if (const auto affiliation = db::load(database, subject.affiliation)) {
      tracking.affiliation = affiliation->id;
      tracking.facility = affiliation->facility;
    } else if (const auto credential = db::load(database, subject.credential)) {
      tracking.state = credential->state;
    } else {
      tracking.state = subject.state;
    }
    action.tracking = Trackings(transaction).start(tracking);
  }
  return db::save(transaction, action);
}

Result<Id<AlertAction>> notApplicable(db::Transaction& transaction, const Subject& subject, const QString& reason,
                                      const Doer& doer) {
  db::Database& database = transaction.database();
  const auto alert = expirable(database, subject);
  if (!alert)
    return gone();
  if (reason.trimmed().isEmpty())
    return Problem{QStringLiteral("reason"), Say::tr("Say why it is not applicable.")};
  AlertAction action = actionOn(*alert, QStringLiteral("Not applicable"), doer);
  action.reason = reason.trimmed();
  Id<Credential> credential = subject.credential;
  if (subject.isMissing()) {
    Credential entered;
    entered.provider = subject.provider;
    entered.documentType = subject.documentType;
    entered.state = subject.state;
    credential = db::save(transaction, entered);
  }
  if (credential.isValid())
    if (const auto marked = setNotApplicable(transaction, credential, reason); !marked)
      return marked.problems();
  return db::save(transaction, action);
}

Id<AlertAction> mailed(db::Transaction& transaction, const Expirable& alert, const QString& subject, const Doer& doer) {
  AlertAction action = actionOn(alert, QStringLiteral("Mailed"), doer);
  action.reason = subject;
  return db::save(transaction, action);
}

} // namespace alerts
