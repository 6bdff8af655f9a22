// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/figures.h"

#include "ui/profile/sections.h"
#include "ui/shell/session.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace ui {
namespace {

/// In which section an alert stands: its key says what it is about (core/report/catalogue/alerts.cpp).
QString sectionOf(db::Database& database, qint64 key, const QString& type) {
  switch (key % 4) {
  case 1:
    return QStringLiteral("payors");
  case 2:
    return QStringLiteral("affiliations");
  default:
    return sectionKeyOf(
        database.text(QStringLiteral("SELECT section FROM document_type WHERE name = ? LIMIT 1"), {type}));
  }
}

ProfileFigures figuresOf(const QString& file, const std::vector<report::Query>& counted, const report::Query& alerts) {
  ProfileFigures figures;
  db::Database reader(file, db::Database::Mode::ReadOnly);
  struct Alert {
    qint64 key;
    QString type, standing;
  };
  std::vector<Alert> all;
  if (!alerts.sql.isEmpty())
    all = reader.all(alerts.sql, alerts.arguments, [](db::Row& row) {
      Alert read{row.number(), {}, {}};
      read.type = row.text();
      read.standing = row.text();
      return read;
    });
  for (const Alert& alert : all) {
    if (alert.standing == QLatin1String("Expired")) {
      ++figures.standings.expired;
      figures.expired.insert(sectionOf(reader, alert.key, alert.type));
    } else if (alert.standing == QLatin1String("Missing")) {
      ++figures.standings.missing;
    } else if (alert.standing == QLatin1String("Expiring")) {
      ++figures.standings.expiring;
    } else {
      ++figures.standings.noDate;
    }
  }
  for (const report::Query& one : counted)
    figures.counts.push_back(reader.value(one.sql, one.arguments));
  return figures;
}

} // namespace

void readFigures(const ProfileContext& context, const std::vector<report::Request>& requests, QObject* receiver,
                 std::function<void(const ProfileFigures&)> then) {
  std::vector<report::Query> counted;
  for (const report::Request& request : requests)
    counted.push_back(report::countQuery(request));
  report::Query alerts;
  if (context.subject.kind != Subject::Kind::Facility) {
    report::Request request = requestOf(context, QStringLiteral("alerts"), context.mine());
    request.columns = {request.listing->columnAt(QStringLiteral("Document type")),
                       request.listing->columnAt(QStringLiteral("Standing"))};
    alerts = report::rowsWithIdQuery(request, 0);
  }
  using Figures = std::optional<ProfileFigures>;
  auto* watcher = new QFutureWatcher<Figures>(receiver);
  QObject::connect(watcher, &QFutureWatcher<Figures>::finished, receiver, [watcher, then = std::move(then)] {
    const Figures figures = watcher->result();
    watcher->deleteLater();
    if (figures) // else the file could not be read just now: the figures stay as they are
      then(*figures);
  });
  watcher->setFuture(QtConcurrent::run([file = context.session.database().file(), counted, alerts]() -> Figures {
    try {
      return figuresOf(file, counted, alerts);
    } catch (const db::Error&) {
      return std::nullopt;
    }
  }));
}

} // namespace ui
