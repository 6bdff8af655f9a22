// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/draft.h"

#include "core/db/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

QString instant(const QDateTime& at) { return at.toUTC().toString(Qt::ISODate); }
QString oldest(const QDateTime& now) { return instant(now.addDays(-draftDays)); }

} // namespace

std::vector<Draft> draftsOf(db::Database& database, Id<Coordinator> who, const QDateTime& now) {
  return database.all(
      QStringLiteral("SELECT form, typed, at FROM draft WHERE who = ? AND at >= ?"), {who.value, oldest(now)},
      [](db::Row& row) {
        Draft draft{row.text(), QJsonDocument::fromJson(row.text().toUtf8()).object().toVariantMap(), {}};
        draft.at = QDateTime::fromString(row.text(), Qt::ISODate);
        return draft;
      });
}

void keepDrafts(db::Database& database, Id<Coordinator> who, const std::vector<Draft>& drafts, const QDateTime& now) {
  db::Transaction transaction(database, {QString(), now}, QString());
  for (const Draft& draft : drafts)
    if (draft.typed.isEmpty())
      database.run(QStringLiteral("DELETE FROM draft WHERE who = ? AND form = ?"), {who.value, draft.form});
    else
      database.run(
          QStringLiteral("INSERT INTO draft (who, form, typed, at) VALUES (?, ?, ?, ?) ON CONFLICT (who, form) DO "
                         "UPDATE SET typed = excluded.typed, at = excluded.at"),
          {who.value, draft.form,
           QString::fromUtf8(QJsonDocument(QJsonObject::fromVariantMap(draft.typed)).toJson(QJsonDocument::Compact)),
           instant(draft.at)});
  database.run(QStringLiteral("DELETE FROM draft WHERE at < ?"), {oldest(now)});
  transaction.commit();
}
