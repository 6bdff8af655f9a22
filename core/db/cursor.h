// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"

#include <QSqlDatabase>
#include <memory>
#include <string_view>

namespace db {

/// One prepared statement, forward only. Two of them exist: over Qt Sql, and over the SQLite handle of the same Qt Sql
/// connection where the driver's library is the one we link (measured: a third of the time for bulk work).
class Cursor {
public:
  virtual ~Cursor() = default;

  virtual void bind(int index, const Value& value) = 0; ///< index from 0
  /// UTF-8 and bytes that are not copied: they stay as they are until reset().
  virtual void bindText(int index, std::string_view utf8) = 0;
  virtual void bindBlob(int index, std::string_view bytes) = 0;
  virtual bool step() = 0;  ///< to the next row; false at the end
  virtual void reset() = 0; ///< ready to be bound again; no row is held any more

  virtual int columns() const = 0;
  virtual bool isNull(int column) const = 0;
  virtual qint64 number(int column) const = 0;
  virtual QString text(int column) const = 0;
  virtual QByteArray blob(int column) const = 0;
  virtual Value value(int column) const = 0; ///< as stored: a number, text, or NULL
  /// UTF-8 of a cell, "" for NULL; valid until the next step.
  virtual std::string_view utf8(int column) = 0;
};

/// Opens cursors on one connection; see Cursor for the two kinds.
class Connection {
public:
  enum class Engine { Native, QtSql };

  virtual ~Connection() = default;
  virtual std::unique_ptr<Cursor> prepare(const QString& sql) = 0;
  virtual qint64 lastInsertId() = 0;
  virtual qint64 changes() = 0;
  virtual bool servesAnyThread() const { return false; } ///< one at a time
  virtual void interrupt() = 0; ///< from another thread: the running statement ends with an error
  /// Statements end with an error once so many milliseconds from now are over; -1 lets them run again.
  virtual void setPatience(int milliseconds) = 0;
  virtual bool ranOut() const = 0; ///< a statement ended for that
  /// Writes the database as it is now into an empty file, as one that needs nothing beside it. Nobody is held up.
  virtual void copyTo(const QString& target) = 0;

  /// Native where asked for and possible, else Qt Sql. file is for the messages.
  static std::unique_ptr<Connection> over(const QSqlDatabase& database, const QString& file, Engine wanted);
};

} // namespace db
