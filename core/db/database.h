// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/error.h"
#include "core/db/row.h"

#include <QHash> // hashes QString for the map
#include <array>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>

namespace db {

class Transaction;

/// One open data file (or an in-memory one for tests): a thin layer of verbs over one Qt Sql connection.
/// Belongs to the thread that opened it. What breaks throws db::Error.
class Database {
public:
  /// Look is a short look at a file that may be another program's: nothing is left beside it.
  enum class Mode { ReadWrite, ReadOnly, Look };
  using Engine = Connection::Engine;
  using Arguments = std::initializer_list<Value>;

  /// Opens file; ":memory:" is a database of this object alone. With ReadWrite a missing file is made (mode 0600).
  explicit Database(const QString& file, Mode mode = Mode::ReadWrite, Engine engine = Engine::Native);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const QString& file() const { return m_file; }

  /// Runs a statement; answers how many rows it changed.
  qint64 run(const QString& sql, Arguments arguments = {});
  qint64 run(const QString& sql, const Values& arguments);
  /// Runs an INSERT; answers the new row's id.
  qint64 insert(const QString& sql, const Values& arguments);
  /// Calls read(Row&) for each row. A column left over is a mistake and throws.
  void each(const QString& sql, const Values& arguments, const std::function<void(Row&)>& read);
  /// Like each, until read answers false.
  void until(const QString& sql, const Values& arguments, const std::function<bool(Row&)>& read);

  template<class Read>
  auto all(const QString& sql, const Values& arguments, Read&& read) {
    std::vector<std::invoke_result_t<Read, Row&>> rows;
    each(sql, arguments, [&](Row& row) { rows.push_back(read(row)); });
    return rows;
  }
  /// Like all, but nothing when it takes longer (and the engine can be stopped).
  template<class Read>
  auto allWithin(int milliseconds, const QString& sql, const Values& arguments, Read&& read) {
    std::optional<std::vector<std::invoke_result_t<Read, Row&>>> rows;
    within(milliseconds, [&] { rows = all(sql, arguments, read); });
    return rows;
  }
  template<class Read>
  auto first(const QString& sql, const Values& arguments, Read&& read) {
    std::optional<std::invoke_result_t<Read, Row&>> found;
    until(sql, arguments, [&](Row& row) {
      found = read(row);
      return false;
    });
    return found;
  }
  /// The number in the first column of the first row, or 0 when there is none.
  qint64 value(const QString& sql, const Values& arguments = {});
  /// The same for text.
  QString text(const QString& sql, const Values& arguments = {});

  /// Runs a script whose statements are parted by a line "--;".
  void script(const QString& text);

  /// Ends a statement that runs in this database's thread; may be called from any thread.
  void interrupt() { m_connection->interrupt(); }

  /// Writes the database as it is now into an empty file, as one that needs nothing beside it. Nobody is held up.
  void copyTo(const QString& target) { m_connection->copyTo(target); }

  /// A cursor of one's own for a loop that binds again and again; same text, same prepared statement.
  /// Hold it only inside one call: an open cursor blocks checkpoints.
  class Lease;
  Lease lease(const QString& sql);

private:
  Lease leaseNow(const QString& sql); // whatever is still to be written
  friend class Transaction;
  void open(Mode mode, Engine engine);
  void within(int milliseconds, const std::function<void()>& work);
  struct Cached {
    std::unique_ptr<Cursor> cursor;
    bool busy = false;
  };
  Cached& cached(const QString& sql);

  QString m_file;
  QString m_connectionName;
  std::unique_ptr<Connection> m_connection;
  // The statements of a program are few hundred: they are kept until the file is closed.
  std::unordered_map<QString, Cached> m_statements;
  std::array<std::pair<const QString, Cached>*, 16> m_recent{}; // of them, by where their text lies
  Transaction* m_transaction = nullptr;                         // the outermost one that is open
};

class Database::Lease {
public:
  Lease(Lease&& other) noexcept;
  ~Lease();
  Cursor* operator->() const { return m_cursor; }
  Cursor& operator*() const { return *m_cursor; }
  /// Binds all, in order.
  void bind(const Values& arguments);
  void bind(Arguments arguments);

private:
  friend class Database;
  Lease(Cached* cached, std::unique_ptr<Cursor> own);
  Cached* m_cached;              // null when own
  std::unique_ptr<Cursor> m_own; // the cached one was busy: the same statement is running further up
  Cursor* m_cursor;
};

/// A file's lock, version and pragmas as the house wants them: see open().
struct Pragma {
  const char* name;
  const char* value;
};
/// What a data file is opened with, to be read back by a test: foreign keys, WAL, synchronous FULL.
std::span<const Pragma> wantedPragmas();

} // namespace db
