// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/also.h"

#include "core/base/text.h"
#include "core/db/database.h"

namespace {

constexpr size_t enough = 20;

QString alsoOf(db::Database& database, qint64 providerId) {
  static const QString sql = QStringLiteral(
      "SELECT trim(last_name || ' ' || first_name || ' ' || middle_name) FROM provider_name WHERE provider_id = ? "
      "UNION ALL SELECT pr.name FROM provider_practice l JOIN practice pr ON pr.id = l.practice_id WHERE "
      "l.provider_id = ? UNION ALL SELECT provider_number FROM enrollment WHERE provider_id = ? AND provider_number <> "
      "'' UNION ALL SELECT number FROM credential WHERE provider_id = ? AND number <> ''");
  QStringList parts;
  database.each(sql, {providerId, providerId, providerId, providerId},
                [&](db::Row& row) { parts << folded(row.text()); });
  parts.sort(); // the order they were made in, and how often, are not seen in it
  parts.removeDuplicates();
  return parts.join(QLatin1Char('\n'));
}

} // namespace

void settleAlso(db::Database& database, qint64 providerId) {
  const QString also = alsoOf(database, providerId);
  database.run(QStringLiteral("UPDATE provider SET also = ? WHERE id = ? AND also <> ?"), {also, providerId, also});
}

void settleAllAlso(db::Database& database) {
  for (const qint64 id : database.all(QStringLiteral("SELECT id FROM provider ORDER BY id"), {},
                                      [](db::Row& row) { return row.number(); }))
    settleAlso(database, id);
}

db::Table::Settle alsoFollows(std::vector<const char*> columns) {
  return {"provider_id", settleAlso, std::move(columns), nullptr};
}

std::vector<qint64> providersOfPractice(db::Database& database, qint64 practiceId) {
  return database.all(QStringLiteral("SELECT provider_id FROM provider_practice WHERE practice_id = ?"), {practiceId},
                      [](db::Row& row) { return row.number(); });
}

std::vector<QString> unsettledAlso(db::Database& database) {
  std::vector<QString> found;
  database.until(QStringLiteral("SELECT id, last_name || ', ' || first_name, also FROM provider ORDER BY id"), {},
                 [&](db::Row& row) {
                   const qint64 id = row.number();
                   const QString name = row.text();
                   if (row.text() != alsoOf(database, id))
                     found.push_back(name);
                   return found.size() < enough;
                 });
  return found;
}
