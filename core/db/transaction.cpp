// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"

#include <algorithm>

namespace db {

namespace {

const QString insertLine = QStringLiteral(
    "INSERT INTO change_row (change_id, record, record_id, action, before, after, hash) VALUES (?, ?, ?, ?, ?, ?, ?)");

Values readTracked(Row& row) {
  Values values;
  values.reserve(size_t(row.columns()));
  while (row.consumed() < row.columns())
    values.push_back(row.value());
  return values;
}

} // namespace

Transaction::Transaction(Database& database, const Actor& actor, const QString& what)
    : m_database(database), m_outer(database.m_transaction), m_actor(actor), m_what(what) {
  if (m_outer)
    return;
  // IMMEDIATE: whoever else writes is met here, not in the middle.
  m_database.run(QStringLiteral("BEGIN IMMEDIATE"));
  m_database.m_transaction = this;
}

Transaction::~Transaction() {
  if (m_done)
    return;
  if (m_outer) {
    m_outer->m_broken = true;
    return;
  }
  m_behind.reset();
  m_database.m_transaction = nullptr;
  try {
    m_database.run(QStringLiteral("ROLLBACK"));
  } catch (const Error&) {
    // SQLite has rolled back by itself: on a full disk and on I/O errors it does.
  }
}

void Transaction::commit() {
  m_done = true;
  if (m_outer)
    return;
  m_done = false;
  if (m_broken)
    throw Error(Error::Cause::Other, m_database.file(), QStringLiteral("a part of “%1” was given up").arg(m_what));
  settle();
  drain();
  m_behind.reset();
  if (m_changeId)
    history::keepHead(m_database, m_chain.head());
  m_database.run(QStringLiteral("COMMIT"));
  m_done = true;
  m_database.m_transaction = nullptr;
}

void Transaction::beginChange() {
  if (m_changeId)
    return;
  m_chain = Chain(history::head(m_database));
  const QString at = m_actor.now.toUTC().toString(Qt::ISODateWithMs);
  m_changeId = m_database.value(QStringLiteral("SELECT coalesce(max(id), 0) + 1 FROM change"));
  const QByteArray& hash = m_chain.addChange(m_changeId, at, m_actor.who, m_what, m_undoes);
  m_database.run(QStringLiteral("INSERT INTO change (id, at, who, what, undoes, hash) VALUES (?, ?, ?, ?, ?, ?)"),
                 {m_changeId, at, m_actor.who, m_what, m_undoes ? Value(m_undoes) : Value(), hash});
}

void Transaction::writeBehind() {
  if (m_outer)
    return m_outer->writeBehind();
  if (m_behind || !m_database.m_connection->servesAnyThread())
    return;
  beginChange();
  m_behind = std::make_unique<WriteBehind>([this](const PendingRow& row) { writeRow(row); });
}

qint64 Transaction::insert(const Table& table, const Values& values) {
  if (m_outer)
    return m_outer->insert(table, values);
  return m_behind ? insertBehind(table, values) : insertRow(table, table.insertSql(), values, {});
}

qint64 Transaction::insertBehind(const Table& table, const Values& values) {
  auto last = m_lastIds.find(&table);
  if (last == m_lastIds.end())
    last =
        m_lastIds
            .emplace(&table, m_database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM %1").arg(table.name())))
            .first;
  const qint64 id = ++last->second;
  PendingRow& row = m_behind->next();
  row.table = &table;
  row.id = id;
  row.cells.clear();
  row.cells.add(values);
  row.cells.add(table.derived(values));
  row.cells.add({id});
  touch(table, id, nullptr, &values);
  return id;
}

/// In whichever thread has the database then.
void Transaction::writeRow(const PendingRow& row) {
  {
    Database::Lease cursor = m_database.leaseNow(row.table->insertWithIdSql());
    row.cells.bindTo(*cursor);
    cursor->step();
  }
  writeLine(*row.table, row.id, "insert", {}, {}, &row.cells);
}

void Transaction::insert(const Table& table, qint64 id, const Values& values) {
  if (m_outer)
    return m_outer->insert(table, id, values);
  m_lastIds.erase(&table);
  insertRow(table, table.insertWithIdSql(), values, {id});
}

qint64 Transaction::insertRow(const Table& table, const QString& sql, const Values& values, const Values& withId) {
  m_row.clear();
  m_row.add(values);
  m_row.add(table.derived(values));
  m_row.add(withId);
  {
    Database::Lease cursor = m_database.lease(sql);
    m_row.bindTo(*cursor);
    cursor->step();
  }
  const qint64 id = m_database.m_connection->lastInsertId();
  writeLine(table, id, "insert", {}, {}, &m_row);
  touch(table, id, nullptr, &values);
  return id;
}

bool Transaction::update(const Table& table, qint64 id, const Values& values) {
  if (m_outer)
    return m_outer->update(table, id, values);
  const auto before = m_database.first(table.selectSql(), {id}, readTracked);
  if (!before)
    throw Error(Error::Cause::Other, m_database.file(),
                QStringLiteral("%1 %2 is not there any more").arg(table.name()).arg(id));
  if (*before == values)
    return false;
  Values all = table.complete(values);
  all.emplace_back(id);
  m_database.run(table.updateSql(), all);
  writeLine(table, id, "update", history::toJson(table, *before, &values), history::toJson(table, values, &*before));
  touch(table, id, &*before, &values);
  return true;
}

void Transaction::remove(const Table& table, qint64 id) {
  if (m_outer)
    return m_outer->remove(table, id);
  const auto before = m_database.first(table.selectSql(), {id}, readTracked);
  if (!before)
    return;
  m_database.run(table.deleteSql(), {id});
  writeLine(table, id, "delete", history::toJson(table, *before, nullptr), {});
  touch(table, id, &*before, nullptr);
}

void Transaction::touch(const Table& table, qint64 id, const Values* before, const Values* after) {
  if (!table.settles() || !table.isFollowed(before, after))
    return;
  auto known = std::find_if(m_touched.begin(), m_touched.end(), [&](const auto& one) { return one.first == &table; });
  if (known == m_touched.end())
    known = m_touched.insert(m_touched.end(), {&table, {}});
  for (const Values* values : {before, after})
    if (const qint64 owner = values ? table.ownerOf(id, *values) : 0)
      known->second.insert(owner);
}

void Transaction::settle() {
  if (m_outer)
    return m_outer->settle();
  // What several tables bring up to date is brought once.
  std::vector<std::pair<Table::Settle::Bring, std::unordered_set<qint64>>> wanted;
  for (const auto& [table, owners] : m_touched) {
    const Table::Settle& rule = table->settle();
    auto known = std::find_if(wanted.begin(), wanted.end(), [&](const auto& one) { return one.first == rule.bring; });
    if (known == wanted.end())
      known = wanted.insert(wanted.end(), {rule.bring, {}});
    if (!rule.followers) {
      known->second.insert(owners.begin(), owners.end());
      continue;
    }
    for (const qint64 owner : owners)
      for (const qint64 id : rule.followers(m_database, owner))
        known->second.insert(id);
  }
  for (const auto& [bring, ids] : wanted) {
    std::vector<qint64> inOrder(ids.begin(), ids.end()); // the order of the file: neighbours share pages
    std::sort(inOrder.begin(), inOrder.end());
    for (const qint64 id : inOrder)
      bring(m_database, id);
  }
  m_touched.clear();
}

void Transaction::writeLine(const Table& table, qint64 id, const char* action, const QString& before,
                            const QString& after, const Encoded* created) {
  beginChange();
  const QByteArray& hash = m_chain.addRow(m_changeId, table, id, action, before, after, created);
  Database::Lease cursor = m_database.leaseNow(insertLine);
  cursor->bind(0, m_changeId);
  cursor->bindText(1, {table.nameUtf8().constData(), size_t(table.nameUtf8().size())});
  cursor->bind(2, id);
  cursor->bindText(3, action);
  cursor->bind(4, before.isNull() ? Value() : Value(before));
  cursor->bind(5, after.isNull() ? Value() : Value(after));
  cursor->bindBlob(6, {hash.constData(), size_t(hash.size())});
  cursor->step();
}

} // namespace db
