// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/badges.h"

#include "core/report/catalogue.h"
#include "core/report/look.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace ui {

void countBadges(Session& session, const QStringList& teams, QObject* context,
                 std::function<void(const Badges&)> then) {
  const auto query = [&](const char* name, bool mine, std::initializer_list<const char*> statuses) {
    const report::Listing* listing = report::find(QString::fromLatin1(name));
    report::Request request{listing, session.today(), {}};
    for (const QString& team : teams)
      request.filter.is[QStringLiteral("team")].push_back(team.toLongLong());
    if (mine) {
      if (session.me().isValid())
        request.filter.is[report::assigneeKey(*listing)] = {session.me()};
      request.filter.dates = {{{}, session.today()}};
    }
    for (const char* status : statuses)
      request.filter.is[QStringLiteral("status")].push_back(QString::fromLatin1(status));
    return report::countQuery(request);
  };
  const std::vector<report::Query> queries{query("open-items", true, {}),
                                           query("tasks", true, {"New", "In progress", "Waiting"}),
                                           query("alerts", false, {}), query("alerts", false, {"Expired"})};
  auto* watcher = new QFutureWatcher<std::vector<qint64>>(context);
  QObject::connect(watcher, &QFutureWatcher<std::vector<qint64>>::finished, context, [watcher, then = std::move(then)] {
    const std::vector<qint64> counts = watcher->result();
    watcher->deleteLater();
    if (counts.size() == 4) // else the file could not be read just now: the badges stay as they are
      then({counts[0], counts[1], counts[2], counts[3]});
  });
  watcher->setFuture(QtConcurrent::run([file = session.database().file(), queries]() -> std::vector<qint64> {
    std::vector<qint64> counts;
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      for (const report::Query& one : queries)
        counts.push_back(reader.value(one.sql, one.arguments));
    } catch (const db::Error&) {
      counts.clear();
    }
    return counts;
  }));
}

} // namespace ui
