// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/database.h"

#include "core/db/nativecursor.h"
#include "core/db/transaction.h"

#include <QAtomicInt>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <algorithm>
#include <mutex>

namespace db {

namespace {

/// The files that this process has open. Whoever opens and closes one of them past SQLite lets go of all the locks
/// that the process holds on it, as POSIX has it, and another program may take its log away.
class OpenFiles {
public:
  void add(const QString& connection, const QString& file) {
    const QMutexLocker lock(&m_lock);
    m_files[connection] = QFileInfo(file).canonicalFilePath();
  }
  void remove(const QString& connection) {
    const QMutexLocker lock(&m_lock);
    m_files.remove(connection);
  }
  bool has(const QString& file) {
    const QMutexLocker lock(&m_lock);
    const QString path = QFileInfo(file).canonicalFilePath();
    return !path.isEmpty() && std::find(m_files.begin(), m_files.end(), path) != m_files.end();
  }

private:
  QMutex m_lock;
  QHash<QString, QString> m_files; // by connection
};

OpenFiles& openFiles() {
  static OpenFiles all;
  return all;
}

constexpr Pragma pragmas[] = {
    {"foreign_keys", "1"},
    {"journal_mode", "wal"},
    // With NORMAL a power cut loses commits that were already acknowledged.
    {"synchronous", "2"},
};

} // namespace

namespace {

/// Only a connection that may write takes back what a program that was killed left half done; one that reads alone
/// would refuse the file. What cannot be taken back either, it says.
void takeBack(const QString& file, const QString& name) {
  {
    QSqlDatabase back = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    back.setDatabaseName(file);
    back.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (back.open())
      QSqlQuery(back).exec(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
  }
  QSqlDatabase::removeDatabase(name);
}

} // namespace

std::span<const Pragma> wantedPragmas() { return pragmas; }

Database::Database(const QString& file, Mode mode, Engine engine) : m_file(file) {
  static QAtomicInt counter;
  static std::once_flag once;
  std::call_once(once, leaveMemoryUncounted);
  m_connectionName = QStringLiteral("credenza-%1").arg(counter.fetchAndAddRelaxed(1));
  try {
    open(mode, engine);
  } catch (...) {
    m_statements.clear();
    m_connection.reset();
    QSqlDatabase::removeDatabase(m_connectionName);
    openFiles().remove(m_connectionName);
    throw;
  }
}

Database::~Database() {
  m_statements.clear();
  m_connection.reset();
  QSqlDatabase::removeDatabase(m_connectionName);
  openFiles().remove(m_connectionName);
}

void Database::open(Mode mode, Engine engine) {
  const bool inMemory = m_file == QLatin1String(":memory:");
  const bool readOnly = mode != Mode::ReadWrite;
  QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
  QString name = m_file;
  if (!inMemory) {
    const QFileInfo info(m_file);
    if (info.isDir())
      throw Error(Error::Cause::NotReadable, m_file, QStringLiteral("it is a folder"));
    if (readOnly && !info.exists())
      throw Error(Error::Cause::NotReadable, m_file, QStringLiteral("there is no such file"));
    if (openFiles().has(m_file)) {
      // It is a database, and readable.
    } else if (info.exists()) {
      QFile probe(m_file);
      if (!probe.open(QIODevice::ReadOnly))
        throw Error(Error::Cause::NotReadable, m_file, probe.errorString());
      // SQLite takes an empty file for an empty database and a short one for damage: say what it is.
      const QByteArray head = probe.read(16);
      if (!head.isEmpty() && head != QByteArray("SQLite format 3\0", 16))
        throw Error(Error::Cause::NotADatabase, m_file, QStringLiteral("no SQLite header"));
      if (head.isEmpty() && readOnly)
        throw Error(Error::Cause::NotADatabase, m_file, QStringLiteral("the file is empty"));
    } else {
      QFile fresh(m_file);
      if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        throw Error(Error::Cause::NotWritable, m_file, fresh.errorString());
      fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    if (readOnly) {
      options += QStringLiteral(";QSQLITE_OPEN_READONLY");
      // Without locks where nobody else can be writing: in a folder we may not write either, or for the moment of a
      // look.
      const bool mayLock = mode == Mode::ReadOnly && QFileInfo(info.absolutePath()).isWritable();
      if (mayLock && QFileInfo::exists(m_file + QStringLiteral("-journal")))
        takeBack(m_file, m_connectionName + QStringLiteral("-back"));
      if (!mayLock && !QFileInfo::exists(m_file + QStringLiteral("-wal"))) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        name =
            QUrl::fromLocalFile(info.absoluteFilePath()).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1");
      }
    }
  }
  QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
  if (!database.isValid())
    throw Error(Error::Cause::Other, m_file, QStringLiteral("Qt's SQLite driver is not installed"));
  database.setDatabaseName(name);
  database.setConnectOptions(options);
  if (!database.open())
    throw Error(Error::Cause::NotReadable, m_file, database.lastError().databaseText());
  m_connection = Connection::over(database, m_file, engine);
  if (!inMemory)
    openFiles().add(m_connectionName, m_file);
  if (!readOnly)
    for (const Pragma& pragma : pragmas)
      run(QStringLiteral("PRAGMA %1 = %2").arg(QLatin1String(pragma.name), QLatin1String(pragma.value)));
  run(QStringLiteral("PRAGMA cache_size = -32768"));
  run(QStringLiteral("PRAGMA temp_store = 0"));
}

/// A day's work asks some hundred different questions. Whoever goes through all filters of all lists asks thousands,
/// and each keeps up to a megabyte: then it begins anew.
constexpr size_t mostStatements = 500;

Database::Cached& Database::cached(const QString& sql) {
  // Hashing a long text takes a loop longer than all the rest. The map shares the texts it knows: the same memory is
  // the same text.
  const auto place = reinterpret_cast<quintptr>(sql.constData());
  auto*& recent = m_recent[(place >> 4) % m_recent.size()];
  if (recent && recent->first.constData() == sql.constData() && recent->first.size() == sql.size())
    return recent->second;
  auto known = m_statements.find(sql);
  if (known == m_statements.end()) {
    if (m_statements.size() >= mostStatements) {
      m_recent.fill(nullptr);
      std::erase_if(m_statements, [](const auto& each) { return !each.second.busy; });
    }
    known = m_statements.try_emplace(sql).first;
  }
  if (!known->second.cursor)
    known->second.cursor = m_connection->prepare(sql);
  recent = &*known;
  return known->second;
}

Database::Lease Database::lease(const QString& sql) {
  if (m_transaction)
    m_transaction->drain();
  return leaseNow(sql);
}

Database::Lease Database::leaseNow(const QString& sql) {
  Cached& entry = cached(sql);
  if (entry.busy)
    return Lease(nullptr, m_connection->prepare(sql));
  return Lease(&entry, nullptr);
}

qint64 Database::run(const QString& sql, Arguments arguments) { return run(sql, Values(arguments)); }

qint64 Database::run(const QString& sql, const Values& arguments) {
  {
    Lease cursor = lease(sql);
    cursor.bind(arguments);
    while (cursor->step()) {
    }
  }
  return m_connection->changes();
}

qint64 Database::insert(const QString& sql, const Values& arguments) {
  run(sql, arguments);
  return m_connection->lastInsertId();
}

void Database::until(const QString& sql, const Values& arguments, const std::function<bool(Row&)>& read) {
  Lease cursor = lease(sql);
  cursor.bind(arguments);
  while (cursor->step()) {
    Row row(*cursor);
    const bool more = read(row);
    if (row.consumed() != row.columns())
      throw Error(Error::Cause::Other, m_file,
                  QStringLiteral("read %1 of %2 columns of: %3").arg(row.consumed()).arg(row.columns()).arg(sql));
    if (!more)
      return;
  }
}

void Database::each(const QString& sql, const Values& arguments, const std::function<void(Row&)>& read) {
  until(sql, arguments, [&](Row& row) {
    read(row);
    return true;
  });
}

void Database::within(int milliseconds, const std::function<void()>& work) {
  m_connection->setPatience(milliseconds);
  const auto forever = qScopeGuard([this] { m_connection->setPatience(-1); });
  try {
    work();
  } catch (const Error&) {
    if (!m_connection->ranOut())
      throw;
  }
}

qint64 Database::value(const QString& sql, const Values& arguments) {
  return first(sql, arguments, [](Row& row) { return row.number(); }).value_or(0);
}

QString Database::text(const QString& sql, const Values& arguments) {
  return first(sql, arguments, [](Row& row) { return row.text(); }).value_or(QString());
}

void Database::script(const QString& text) {
  QString statement;
  const auto finish = [&] {
    if (!statement.trimmed().isEmpty())
      m_connection->prepare(statement)->step();
    statement.clear();
  };
  for (const QString& line : text.split(QLatin1Char('\n'))) {
    if (line == QLatin1String("--;"))
      finish();
    else if (!line.startsWith(QLatin1String("--"))) // Qt Sql takes an "HH:MM" in a remark for a placeholder
      statement += line + QLatin1Char('\n');
  }
  finish();
}

Database::Lease::Lease(Cached* cached, std::unique_ptr<Cursor> own)
    : m_cached(cached), m_own(std::move(own)), m_cursor(cached ? cached->cursor.get() : m_own.get()) {
  if (m_cached)
    m_cached->busy = true;
}

Database::Lease::Lease(Lease&& other) noexcept
    : m_cached(std::exchange(other.m_cached, nullptr)), m_own(std::move(other.m_own)),
      m_cursor(std::exchange(other.m_cursor, nullptr)) {}

Database::Lease::~Lease() {
  if (m_cursor)
    m_cursor->reset();
  if (m_cached)
    m_cached->busy = false;
}

void Database::Lease::bind(const Values& arguments) {
  int index = 0;
  for (const Value& value : arguments)
    m_cursor->bind(index++, value);
}

void Database::Lease::bind(Arguments arguments) {
  int index = 0;
  for (const Value& value : arguments)
    m_cursor->bind(index++, value);
}

} // namespace db
