// SPDX-License-Identifier: GPL-3.0-or-later
// What letters are about, by the list that somebody stands in.
#include "core/credentials/credential.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/report/catalogue.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/mail/envelope.h"
#include "ui/shell/session.h"

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
  Envelope::Find find;
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
  } else {
    return false;
  }
  if (rows.empty()) {
    Q_EMIT session.said(QCoreApplication::translate("Envelope", "Select whom or what to write about first."));
    return true;
  }
  (new Envelope(session, courier, std::move(find), parent))->open();
  return true;
}

Envelope* openEnvelope(Session& session, Courier& courier, Id<Provider> provider, QWidget* parent) {
  auto* envelope = new Envelope(
      session, courier,
      [provider, today = session.today()](db::Database& database) {
        return ofProviders(database, {provider.value}, today);
      },
      parent);
  envelope->open();
  return envelope;
}

} // namespace ui
