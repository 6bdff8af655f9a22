// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/datafile.h"
#include "core/datafile/sample.h"
#include "core/report/views.h"
#include "fuzz.h"

#include <QDateTime>

namespace {

const QDate today(2026, 3, 2);

db::Database& office() {
  static const auto file = [] {
    static const QTemporaryDir folder;
    const db::Actor actor{QStringLiteral("Fuzz"), QDateTime(today, QTime(12, 0), Qt::UTC)};
    auto made = datafile::open(folder.filePath(QStringLiteral("office.db")), actor);
    makeSample(*made, actor, today);
    return made;
  }();
  return *file;
}

} // namespace

/// A saved view as a file that another office sent.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  db::Database& database = office();
  const auto view = report::viewFromFile(database, fuzz::bytesOf(data, size));
  if (!view.isOk()) {
    PROMISE(!view.problems().front().sentence.isEmpty());
    return 0;
  }
  // Kept and read again it is the same, and so it is sent on.
  const QByteArray kept = report::kept(*view);
  const auto again = report::viewFrom(kept);
  PROMISE(again.isOk());
  PROMISE(report::kept(*again) == kept);
  const auto sent = report::viewFromFile(database, report::viewFile(database, *view));
  PROMISE(sent.isOk());
  PROMISE(report::kept(*sent) == kept);
  // What it asks for can be asked, or is refused in a sentence.
  SavedView saved;
  saved.list = view->list;
  saved.name = view->name;
  saved.look = QString::fromUtf8(kept);
  const auto request = report::requestForView(database, saved, {}, today);
  if (const auto* problem = std::get_if<report::AskedProblem>(&request)) {
    PROMISE(!problem->sentence.isEmpty());
    return 0;
  }
  const report::Query rows = report::idsQuery(std::get<report::Request>(request));
  int most = 10;
  database.until(rows.sql, rows.arguments, [&](db::Row& row) {
    row.number();
    return --most > 0;
  });
  return 0;
}
