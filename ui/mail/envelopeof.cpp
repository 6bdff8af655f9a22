// SPDX-License-Identifier: GPL-3.0-or-later
// What letters are about, by the list that somebody stands in.
#include "core/credentials/credential.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/report/catalogue.h"
#include "core/tasks/task.h"
#include "core/tracking/step.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/mail/envelope.h"
#include "ui/shell/session.h"
#include "ui/tracking/trackingpage.h"

#include <QSet>

namespace ui {
namespace {

std::vector<alerts::Subject> ofRows(db::Database& database, const std::vector<qint64>& rows) {
  std::vector<alerts::Subject> subjects;
  for (const qint64 row : rows)
    if (const auto subject = alerts::subjectOfRow(database, row))
      subjects.push_back(*subject);
  return subjects;
}

/// Every alert of these providers.
std::vector<alerts::Subject> ofProviders(db::Database& database, const std::vector<qint64>& providers, QDate today) {
  report::Request request{report::find(QStringLiteral("alerts")), today, {}};
  for (const qint64 provider : providers)
    request.filter.is[QStringLiteral("provider")].push_back(provider);
  const report::Query query = report::idsQuery(request);
  return ofRows(database, database.all(query.sql, query.arguments, [](db::Row& row) { return row.number(); }));
}

/// Steps and tasks by the list that their rows stand in; none in another one.
using FindWork = std::function<std::vector<mail::Work>(db::Database&)>;
FindWork workIn(const QString& list, const std::vector<qint64>& rows) {
  const auto ids = [rows](auto of) {
    std::vector<decltype(of)> all;
    for (const qint64 row : rows)
      all.push_back({row});
    return all;
  };
  if (list == QLatin1String("tracking") || list == QLatin1String("call-sheet"))
    return [ids](db::Database& database) { return mail::workOf(database, ids(Id<Step>())); };
  if (list == QLatin1String("tasks"))
    return [ids](db::Database& database) { return mail::workOf(database, ids(Id<Task>())); };
  if (list == QLatin1String("trackings"))
    return [ids](db::Database& database) {
      std::vector<Id<Step>> steps;
      for (const Id<Tracking> id : ids(Id<Tracking>()))
        steps.push_back(stepInHand(database, id));
      return mail::workOf(database, steps);
    };
  return {};
}

alerts::Subject ofRecord(const QString& table, qint64 id) {
  alerts::Subject subject;
  if (table == Credential::table().name())
    subject.credential = {id};
  else if (table == Enrollment::table().name())
    subject.enrollment = {id};
  else
    subject.affiliation = {id};
  return subject;
}

} // namespace

bool openEnvelope(Session& session, Courier& courier, const ListingPage& list, QWidget* parent) {
  std::vector<qint64> rows = list.table()->selectedIds();
  const QString records = list.property("records").toString();
  const bool isSection = records == Credential::table().name() || records == Enrollment::table().name() ||
                         records == Affiliation::table().name();
  if (rows.empty() && list.table()->currentId() != 0 && !isSection)
    rows = {list.table()->currentId()};
  const FindWork findWork = workIn(list.objectName(), rows);
  std::function<std::vector<alerts::Subject>(db::Database&)> find;
  if (list.objectName() == QLatin1String("alerts")) {
    find = [rows](db::Database& database) { return ofRows(database, rows); };
  } else if (list.objectName() == QLatin1String("team")) {
    find = [rows, today = session.today()](db::Database& database) { return ofProviders(database, rows, today); };
  } else if (isSection && !rows.empty()) {
    find = [rows, records](db::Database&) {
      std::vector<alerts::Subject> subjects;
      for (const qint64 id : rows)
        subjects.push_back(ofRecord(records, id));
      return subjects;
    };
  } else if (isSection && list.property("provider").isValid()) {
    // Of a whole section: what of it is an alert.
    rows = list.model()->ids();
    find = [rows, records, provider = list.property("provider").toLongLong(),
            today = session.today()](db::Database& database) {
      std::vector<alerts::Subject> subjects = ofProviders(database, {provider}, today);
      std::erase_if(subjects, [&](const alerts::Subject& subject) {
        return std::none_of(rows.begin(), rows.end(), [&](qint64 id) { return subject == ofRecord(records, id); });
      });
      return subjects;
    };
  }
  if (!find && !findWork)
    return false;
  if (rows.empty()) {
    Q_EMIT session.said(QCoreApplication::translate("Envelope", "Select whom or what to write about first."));
    return true;
  }
  if (findWork)
    (new Envelope(
         session, courier, QStringLiteral("Task"),
         [findWork, today = session.today()](db::Database& database, const MailTemplate& letter, QDate replyBy) {
           return mail::letters(database, letter, findWork(database), replyBy, today);
         },
         parent))
        ->open();
  else
    (new Envelope(
         session, courier, QStringLiteral("Documents"),
         [find, today = session.today()](db::Database& database, const MailTemplate& letter, QDate replyBy) {
           return mail::letters(database, letter, find(database), replyBy, today);
         },
         parent))
        ->open();
  return true;
}

Envelope* openEnvelope(Session& session, Courier& courier, Id<Provider> provider, QWidget* parent) {
  auto* envelope = new Envelope(
      session, courier, QStringLiteral("Documents"),
      [provider, today = session.today()](db::Database& database, const MailTemplate& letter, QDate replyBy) {
        return mail::letters(database, letter, ofProviders(database, {provider.value}, today), replyBy, today);
      },
      parent);
  envelope->open();
  return envelope;
}

} // namespace ui
