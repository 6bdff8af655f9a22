// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/nativecursor.h"

#include "core/db/encoded.h"
#include "core/db/error.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QScopeGuard>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>
#include <atomic>
#include <deque>
#include <sqlite3.h>

namespace db {

namespace {

class NativeCursor : public Cursor {
public:
  /// `isEnded` outlives it: the connection's.
  NativeCursor(sqlite3* handle, const QString& file, const QString& sql, const std::atomic_bool& isEnded)
      : m_handle(handle), m_file(file), m_isEnded(isEnded) {
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v3(handle, utf8.constData(), int(utf8.size()) + 1, SQLITE_PREPARE_PERSISTENT,
                                        &m_statement, nullptr);
    if (code != SQLITE_OK)
      throw nativeError(handle, file);
  }
  ~NativeCursor() override { sqlite3_finalize(m_statement); }

  void bind(int index, const Value& value) override {
    const int at = index + 1;
    if (const qint64* number = value.number())
      sqlite3_bind_int64(m_statement, at, *number);
    else if (const QString* text = value.text())
      bindOwn(index, *text);
    else if (const QByteArray* blob = value.blob())
      sqlite3_bind_blob64(m_statement, at, blob->constData(), sqlite3_uint64(blob->size()), SQLITE_TRANSIENT);
    else
      sqlite3_bind_null(m_statement, at);
  }

  void bindText(int index, std::string_view utf8) override {
    // Where nothing is, a view may point nowhere, and that would be NULL.
    sqlite3_bind_text64(m_statement, index + 1, utf8.empty() ? "" : utf8.data(), utf8.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
  }
  void bindBlob(int index, std::string_view bytes) override {
    sqlite3_bind_blob64(m_statement, index + 1, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
  }

  bool step() override {
    if (m_isEnded) {
      sqlite3_reset(m_statement);
      throw Error(Error::Cause::Other, m_file, QStringLiteral("interrupted"));
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
      return true;
    if (code == SQLITE_DONE)
      return false;
    Error error = nativeError(m_handle, m_file);
    sqlite3_reset(m_statement);
    throw error;
  }

  void reset() override {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
  }

  int columns() const override { return sqlite3_column_count(m_statement); }
  bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
  qint64 number(int column) const override { return sqlite3_column_int64(m_statement, column); }
  QString text(int column) const override {
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
  }
  QByteArray blob(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
  }
  Value value(int column) const override {
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return number(column);
    case SQLITE_BLOB:
      return blob(column);
    default:
      return text(column);
    }
  }
  std::string_view utf8(int column) override {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return text ? std::string_view(text, size_t(sqlite3_column_bytes(m_statement, column))) : std::string_view();
  }

private:
  /// The bytes stay with the cursor until the next binding, so that SQLite need not copy them.
  void bindOwn(int index, const QString& text) {
    if (int(m_texts.size()) <= index)
      m_texts.resize(size_t(index) + 1);
    std::string& bytes = m_texts[size_t(index)];
    bytes.clear();
    appendUtf8(bytes, text);
    bindText(index, bytes);
  }

  sqlite3* m_handle;
  QString m_file;
  const std::atomic_bool& m_isEnded;
  sqlite3_stmt* m_statement = nullptr;
  std::deque<std::string> m_texts; // by place; a deque, so that growing moves none
};

class NativeConnection : public Connection {
public:
  NativeConnection(sqlite3* handle, QString file) : m_handle(handle), m_file(std::move(file)) {
    sqlite3_extended_result_codes(handle, 1);
  }
  std::unique_ptr<Cursor> prepare(const QString& sql) override {
    return std::make_unique<NativeCursor>(m_handle, m_file, sql, m_isEnded);
  }
  qint64 lastInsertId() override { return sqlite3_last_insert_rowid(m_handle); }
  qint64 changes() override { return sqlite3_changes64(m_handle); }
  bool servesAnyThread() const override { return sqlite3_threadsafe() != 0; }
  // It stays so: what asks many short questions is mostly between two of them when it is told.
  void interrupt() override {
    m_isEnded = true;
    sqlite3_interrupt(m_handle);
  }
  void setPatience(int milliseconds) override {
    m_until = QDeadlineTimer(milliseconds);
    const auto isOver = [](void* self) { return int(static_cast<NativeConnection*>(self)->ranOut()); };
    sqlite3_progress_handler(m_handle, milliseconds < 0 ? 0 : 1000, isOver, this);
  }
  bool ranOut() const override { return m_until.hasExpired(); }

  void copyTo(const QString& target) override {
    sqlite3* copy = nullptr;
    const auto close = qScopeGuard([&] { sqlite3_close(copy); });
    // Page by page: VACUUM INTO would build all indices anew, which takes fifteen times as long.
    if (sqlite3_open_v2(QFile::encodeName(target).constData(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        nullptr) != SQLITE_OK)
      throw nativeError(copy, target);
    sqlite3_exec(copy, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", nullptr, nullptr, nullptr);
    sqlite3_backup* backup = sqlite3_backup_init(copy, "main", m_handle, "main");
    if (!backup)
      throw nativeError(copy, target);
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK ||
        sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
      throw nativeError(copy, target);
  }

private:
  QDeadlineTimer m_until{QDeadlineTimer::Forever};
  sqlite3* m_handle;
  QString m_file;
  std::atomic_bool m_isEnded = false;
};

} // namespace

Error::Cause causeOf(int code, int extended) {
  switch (code) {
  case SQLITE_NOTADB:
    return Error::Cause::NotADatabase;
  case SQLITE_CORRUPT:
    return Error::Cause::Damaged;
  case SQLITE_FULL:
    return Error::Cause::Full;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return Error::Cause::Busy;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return Error::Cause::NotWritable;
  case SQLITE_CANTOPEN:
    return Error::Cause::NotReadable;
  case SQLITE_CONSTRAINT:
    return Error::Cause::Constraint;
  case SQLITE_IOERR:
    switch (extended) {
    case SQLITE_IOERR_CORRUPTFS:
      return Error::Cause::Damaged;
    case SQLITE_IOERR_SHMSIZE: // no room for what readers and writers share
      return Error::Cause::Full;
    default:
      return Error::Cause::Io;
    }
  default:
    return Error::Cause::Other;
  }
}

Error nativeError(sqlite3* handle, const QString& file) {
  const int extended = sqlite3_extended_errcode(handle);
  return Error(causeOf(extended & 0xff, extended), file, QString::fromUtf8(sqlite3_errmsg(handle)));
}

void leaveMemoryUncounted() { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

sqlite3* nativeHandle(const QSqlDatabase& database) {
  const QVariant handle = database.driver()->handle();
  if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
    return nullptr;
  // The driver may carry a SQLite of its own: mixing two libraries on one handle is not safe.
  QSqlQuery query(database);
  if (!query.exec(QStringLiteral("SELECT sqlite_source_id()")) || !query.next() ||
      query.value(0).toString() != QString::fromLatin1(sqlite3_sourceid()))
    return nullptr;
  return *static_cast<sqlite3* const*>(handle.constData());
}

std::unique_ptr<Connection> nativeConnection(const QSqlDatabase& database, const QString& file) {
  sqlite3* handle = nativeHandle(database);
  return handle ? std::make_unique<NativeConnection>(handle, file) : nullptr;
}

} // namespace db
