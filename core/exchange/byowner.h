// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importcontext.h"

namespace exchange {

/// What is on file about one provider or practice, read when a row first speaks of that one. sql has two places, for
/// the provider and the practice: "… WHERE provider_id = ? OR (provider_id IS NULL AND practice_id = ?) ORDER BY id".
template<class Entry>
class ByOwner {
public:
  ByOwner(db::Database& database, const QString& table, QString sql, Entry (*read)(db::Row&))
      : m_database(database), m_sql(std::move(sql)), m_read(read),
        m_hadAny(database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM %1)").arg(table))) {}

  std::vector<Entry>& of(const Subject& subject) {
    const bool provider = subject.provider.isValid();
    size_t& place =
        m_places[quint64(provider ? subject.provider.value : subject.practice.value) * 2 + (provider ? 0 : 1)];
    if (place == 0) {
      m_lists.emplace_back();
      place = m_lists.size();
      if (m_hadAny)
        m_lists.back() = m_database.all(m_sql,
                                        {provider ? db::Value(subject.provider) : db::Value(),
                                         provider ? db::Value() : db::Value(subject.practice)},
                                        m_read);
    }
    return m_lists[place - 1];
  }

private:
  db::Database& m_database;
  QString m_sql;
  Entry (*m_read)(db::Row&);
  bool m_hadAny;
  FlatMap<size_t> m_places; // in m_lists, from 1
  std::vector<std::vector<Entry>> m_lists;
};

/// A number for a text without case and marks, to compare keys by.
quint64 keyOf(const QString& text);

} // namespace exchange
