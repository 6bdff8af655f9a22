// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/error.h"
#include "core/db/nativecursor.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

namespace db {

namespace {

Error qtError(const QSqlError& error, const QString& file) {
  const int code = error.nativeErrorCode().toInt();
  // What the driver itself refuses (several statements in one) has no text of the database.
  return Error(causeOf(code & 0xff, code), file,
               error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
}

class QtCursor : public Cursor {
public:
  QtCursor(const QSqlDatabase& database, const QString& file, const QString& sql) : m_query(database), m_file(file) {
    m_query.setForwardOnly(true);
    if (!m_query.prepare(sql))
      throw qtError(m_query.lastError(), file);
  }

  void bind(int index, const Value& value) override {
    if (const qint64* number = value.number())
      m_query.bindValue(index, *number);
    else if (const QString* text = value.text())
      m_query.bindValue(index, *text);
    else if (const QByteArray* blob = value.blob())
      m_query.bindValue(index, *blob);
    else
      m_query.bindValue(index, QVariant(QMetaType::fromType<QString>()));
  }

  void bindText(int index, std::string_view utf8) override {
    m_query.bindValue(index, QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
  }
  void bindBlob(int index, std::string_view bytes) override {
    m_query.bindValue(index, QByteArray(bytes.data(), qsizetype(bytes.size())));
  }

  bool step() override {
    if (!m_running) {
      if (!m_query.exec())
        throw qtError(m_query.lastError(), m_file);
      m_running = true;
    }
    if (!m_query.isSelect())
      return false;
    if (m_query.next())
      return true;
    if (m_query.lastError().isValid())
      throw qtError(m_query.lastError(), m_file);
    return false;
  }

  void reset() override {
    m_query.finish();
    m_running = false;
  }

  int columns() const override { return m_query.record().count(); }
  bool isNull(int column) const override { return m_query.isNull(column); }
  qint64 number(int column) const override { return m_query.value(column).toLongLong(); }
  QString text(int column) const override { return m_query.value(column).toString(); }
  QByteArray blob(int column) const override { return m_query.value(column).toByteArray(); }
  Value value(int column) const override {
    const QVariant cell = m_query.value(column);
    if (cell.isNull())
      return {};
    switch (cell.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
    case QMetaType::Bool:
      return cell.toLongLong();
    case QMetaType::QByteArray:
      return cell.toByteArray();
    default:
      return cell.toString();
    }
  }
  std::string_view utf8(int column) override {
    if (int(m_utf8.size()) <= column)
      m_utf8.resize(size_t(column) + 1);
    QByteArray& bytes = m_utf8[size_t(column)];
    bytes = m_query.value(column).toString().toUtf8();
    return {bytes.constData(), size_t(bytes.size())};
  }

private:
  QSqlQuery m_query;
  QString m_file;
  std::vector<QByteArray> m_utf8;
  bool m_running = false;
};

class QtConnection : public Connection {
public:
  QtConnection(const QSqlDatabase& database, QString file) : m_database(database), m_file(std::move(file)) {}
  std::unique_ptr<Cursor> prepare(const QString& sql) override {
    return std::make_unique<QtCursor>(m_database, m_file, sql);
  }
  qint64 lastInsertId() override { return scalar(QStringLiteral("SELECT last_insert_rowid()")); }
  qint64 changes() override { return scalar(QStringLiteral("SELECT changes()")); }
  // Qt Sql has no such calls: the statement runs to its end.
  void interrupt() override {}
  void setPatience(int) override {}
  bool ranOut() const override { return false; }
  void copyTo(const QString& target) override {
    QtCursor cursor(m_database, m_file, QStringLiteral("VACUUM INTO ?"));
    cursor.bind(0, target);
    cursor.step();
  }

private:
  qint64 scalar(const QString& sql) {
    QtCursor cursor(m_database, m_file, sql);
    return cursor.step() ? cursor.number(0) : 0;
  }
  QSqlDatabase m_database;
  QString m_file;
};

} // namespace

std::unique_ptr<Connection> Connection::over(const QSqlDatabase& database, const QString& file, Engine wanted) {
  if (wanted == Engine::Native)
    if (auto native = nativeConnection(database, file))
      return native;
  return std::make_unique<QtConnection>(database, file);
}

} // namespace db
