// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/figure.h"
#include "support/smalloffice.h"

#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

constexpr int edits = 4;

/// SQLite's memory, which runs out at a call: for that one, or from then on.
struct Memory {
  static inline sqlite3_mem_methods real;
  static inline qint64 calls = 0, failsAt = 0; // 0: never
  static inline bool forGood = false;

  static void arm(qint64 at, bool stays) {
    calls = 0;
    failsAt = at;
    forGood = stays;
  }
  static bool fails() {
    ++calls;
    return failsAt > 0 && (calls == failsAt || (forGood && calls > failsAt));
  }
  /// Before SQLite is used at all.
  static bool take() {
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) != SQLITE_OK)
      return false;
    sqlite3_mem_methods faulty = real;
    faulty.xMalloc = [](int size) { return fails() ? nullptr : real.xMalloc(size); };
    faulty.xRealloc = [](void* old, int size) { return fails() ? nullptr : real.xRealloc(old, size); };
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty) == SQLITE_OK;
  }
};

bool isTaken = false;

} // namespace

/// Memory runs out in the middle of the work: it is said, and no change is there in part.
class TestNoMemory : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void itIsSaidAndNothingIsHalf_data();
  void itIsSaidAndNothingIsHalf();

private:
  /// Opens it and changes ten records at once, several times; answers how often that was said to be saved.
  int work(const QString& file);
  QString freshCopy() const;

  QTemporaryDir m_folder;
  QString m_first, m_error;
};

void TestNoMemory::initTestCase() {
  QVERIFY(isTaken);
  m_first = m_folder.filePath(u("first.db"));
  makeSmallOffice(m_first, 10);
}

QString TestNoMemory::freshCopy() const {
  const QString file = m_folder.filePath(u("office.db"));
  for (const char* suffix : {"", "-wal", "-shm"})
    QFile::remove(file + QLatin1String(suffix));
  QFile::copy(m_first, file);
  return file;
}

int TestNoMemory::work(const QString& file) {
  int saved = 0;
  m_error.clear();
  try {
    const auto database = datafile::open(file, tester());
    for (int edit = 1; edit <= edits; ++edit) {
      db::Transaction transaction(*database, tester(), u("Edit"));
      for (Provider provider : db::allWhere<Provider>(*database, u("1 = 1 ORDER BY id"))) {
        provider.firstName = QString::number(edit);
        db::save(transaction, provider);
      }
      transaction.commit();
      saved = edit;
    }
  } catch (const db::Error& error) {
    m_error = error.sentence();
  }
  return saved;
}

void TestNoMemory::itIsSaidAndNothingIsHalf_data() {
  QTest::addColumn<bool>("forGood");
  QTest::newRow("once") << false;
  QTest::newRow("from then on") << true;
}

void TestNoMemory::itIsSaidAndNothingIsHalf() {
  QFETCH(bool, forGood);
  Memory::arm(0, false);
  QCOMPARE(work(freshCopy()), edits);
  const qint64 calls = Memory::calls;
  const int faults = figure("CREDENZA_FAULTS", 100, 2500);
  int told = 0;
  for (int fault = 0; fault < faults; ++fault) {
    const QString file = freshCopy();
    const qint64 at = 1 + calls * fault / faults;
    Memory::arm(at, forGood);
    const int saved = work(file);
    Memory::arm(0, false);
    const QString where = u("call %1 of %2, %3 saved: %4").arg(at).arg(calls).arg(saved).arg(m_error);
    told += !m_error.isEmpty();
    if (saved < edits)
      QVERIFY2(m_error.size() > 40, qPrintable(where));
    const auto database = datafile::open(file, tester());
    QCOMPARE(datafile::check(*database), std::vector<QString>());
    QVERIFY2(database->value(u("SELECT count(DISTINCT first_name) FROM provider")) == 1, qPrintable(where));
    const int kept = database->text(u("SELECT first_name FROM provider LIMIT 1")).toInt();
    QVERIFY2(kept >= saved && kept <= saved + 1, qPrintable(where));
  }
  QVERIFY2(told > faults / (forGood ? 2 : 10), qPrintable(QString::number(told)));
}

int main(int argc, char** argv) {
  isTaken = Memory::take();
  QCoreApplication app(argc, argv);
  TestNoMemory test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_nomemory.moc"
