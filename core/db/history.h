// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/encoded.h"
#include "core/db/table.h"

#include <QCryptographicHash>
#include <functional>
#include <string>

namespace db {

class Database;
struct Actor;

/// Hashes history in the order it is written, each link over the one before: nobody can change, drop or insert a line
/// unnoticed. BLAKE2b with 160 bits: as good against a second preimage as needed, and the fastest that Qt has.
/// What a record was created with is hashed but not stored again: it is the row of today, walked back.
class Chain {
public:
  explicit Chain(QByteArray head = {}) : m_head(std::move(head)) {}
  Chain& operator=(Chain&& other) noexcept {
    m_head = std::move(other.m_head); // the hash is begun anew for each line
    return *this;
  }

  const QByteArray& head() const { return m_head; }
  const QByteArray& addChange(qint64 id, const QString& at, const QString& who, const QString& what, qint64 undoes);
  const QByteArray& addRow(qint64 changeId, const Table& table, qint64 recordId, QByteArrayView action,
                           const QString& before, const QString& after, const Encoded* created);

private:
  void add(QByteArrayView part);
  const QByteArray& finish();

  QCryptographicHash m_hash{QCryptographicHash::Blake2b_160};
  QByteArray m_head;
  std::string m_line; // reused from row to row
};

namespace history {

/// The values that differ, as JSON {"column": value}; all that are not empty where other is null.
QString toJson(const Table& table, const Values& values, const Values* other);
/// Lays what toJson wrote over values.
void apply(const Table& table, const QString& json, Values& values);

/// The hash of the newest line, empty when there is none. It is kept apart from the lines, in the setting
/// "history.head", so that a history whose end was cut off is noticed.
QByteArray head(Database& database);
void keepHead(Database& database, const QByteArray& head);

/// Takes a whole change back, as a change of its own. Refused with a sentence when a field it touched was changed
/// since, or something added since depends on it. An undo can be undone. Answers the new change's id.
Result<qint64> undo(Database& database, const Actor& actor, qint64 changeId);
/// The same for what it did to one record.
Result<qint64> undoLine(Database& database, const Actor& actor, qint64 lineId);

/// For so many days what was removed is offered to be brought back.
inline constexpr int removedDays = 30;

/// One field of one record, as it changed.
struct FieldChange {
  QString at, who, what, action, field, before, after;
};
/// What happened to one record, newest first.
std::vector<FieldChange> ofRecord(Database& database, const Table& table, qint64 id);

/// Walks the whole chain and every record's state against it; a sentence for each thing that is not as history has it.
/// Stops after the first 20. progress(done, all) may be empty.
std::vector<QString> verify(Database& database, const std::function<void(qint64, qint64)>& progress = {});

} // namespace history
} // namespace db
