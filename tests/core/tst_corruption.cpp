// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/provider.h"
#include "support/contents.h"
#include "support/figure.h"
#include "support/samplefile.h"

#include <QRandomGenerator>
#include <QTest>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

constexpr int page = 4096, patience = 5; // bytes; seconds of computing

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("cannot write %s", qPrintable(path));
}

/// What a program of its own says of a file: "damaged: …", "sound: what it holds", or how it died.
QByteArray verdictOn(const QString& path) {
  int ends[2];
  if (pipe(ends) != 0)
    qFatal("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    const rlimit most{patience, patience};
    setrlimit(RLIMIT_CPU, &most);
    QByteArray said;
    try {
      const auto database = datafile::openForReading(path);
      const auto found = datafile::check(*database);
      said = found.empty() ? "sound: " + contents(*database).toHex() : "damaged: " + found.front().toUtf8();
    } catch (const db::Error& error) {
      said = (error.sentence().size() > 40 ? "damaged: " : "speechless: ") + error.sentence().toUtf8();
    }
    _exit(::write(ends[1], said.constData(), size_t(said.size())) == said.size() ? 0 : 1);
  }
  close(ends[1]);
  QByteArray said(10000, '\0');
  said.resize(qMax(0, int(read(ends[0], said.data(), size_t(said.size())))));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? said : "died of " + QByteArray::number(WTERMSIG(status));
}

} // namespace

/// Whatever happens to the bytes of a data file: it is noticed by `check`, or nothing in it is other than it was.
class TestCorruption : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void aDamagedFileIsNoticedOrHoldsWhatItHeld();
  void withoutOrWithADamagedLogItIsAsItWasAtSomeTime();

private:
  static int mutations() { return figure("CREDENZA_MUTATIONS", 60, 5000); }
  static quint32 seed() { return quint32(qMax(1, qEnvironmentVariableIntValue("CREDENZA_SEED"))); }
  /// The whole file with something done to it, and what.
  QByteArray mutated(QRandomGenerator& random, QByteArray& what) const;
  QString path(const char* name) const { return m_folder.filePath(u(name)); }

  QTemporaryDir m_folder;
  QByteArray m_older, m_whole, m_holds;
};

void TestCorruption::initTestCase() {
  SampleFile sample;
  const QString file = sample.database->file();
  sample.database.reset();
  m_older = bytesOf(file);
  {
    const auto database = datafile::open(file, tester());
    for (int i = 0; i < 200; ++i) {
      db::Transaction transaction(*database, tester(), u("Work %1").arg(i));
      auto provider = *db::load(*database, Id<Provider>{1 + i % 60});
      provider.tags = u("Tag %1").arg(i);
      db::save(transaction, provider);
      transaction.commit();
    }
  }
  m_whole = bytesOf(file);
  write(path("whole.db"), m_whole);
  m_holds = verdictOn(path("whole.db"));
  QVERIFY2(m_holds.startsWith("sound: "), m_holds.constData());
}

QByteArray TestCorruption::mutated(QRandomGenerator& random, QByteArray& what) const {
  QByteArray bytes = m_whole;
  const auto somewhere = [&](int length) { return qsizetype(random.bounded(int(bytes.size()) - length)); };
  const auto garbage = [&](int length) {
    const qsizetype at = somewhere(length);
    for (int i = 0; i < length; ++i)
      bytes[at + i] = char(bytes[at + i] ^ char(random.bounded(1, 256)));
    what = QByteArray::number(length) + " bytes at " + QByteArray::number(at);
  };
  const qsizetype pages = m_whole.size() / page;
  switch (random.bounded(8)) {
  case 0:
  case 1:
  case 2:
    garbage(1);
    break;
  case 3:
    garbage(16);
    break;
  case 4:
    garbage(512);
    break;
  case 5: {
    const qsizetype at = random.bounded(int(pages)) * page;
    bytes.replace(at, page, QByteArray(page, '\0'));
    what = "page of zeros at " + QByteArray::number(at);
    break;
  }
  case 6:
    bytes.truncate(random.bounded(3) ? somewhere(1) : random.bounded(int(pages)) * page);
    what = "cut at " + QByteArray::number(bytes.size());
    break;
  default: { // a page that was not written, where the others were
    qsizetype at = 0;
    do
      at = random.bounded(int(m_older.size() / page)) * page;
    while (m_older.mid(at, page) == m_whole.mid(at, page));
    bytes.replace(at, page, m_older.mid(at, page));
    what = "older page at " + QByteArray::number(at);
  }
  }
  return bytes;
}

void TestCorruption::aDamagedFileIsNoticedOrHoldsWhatItHeld() {
  QRandomGenerator random(seed());
  int noticed = 0;
  QStringList broken;
  for (int i = 0; i < mutations(); ++i) {
    QByteArray what;
    write(path("damaged.db"), mutated(random, what));
    const QByteArray verdict = verdictOn(path("damaged.db"));
    noticed += verdict.startsWith("damaged: ");
    if (!verdict.startsWith("damaged: ") && verdict != m_holds)
      broken << u("%1, %2: %3").arg(i).arg(QString::fromUtf8(what), QString::fromUtf8(verdict));
  }
  QVERIFY2(broken.isEmpty(), qPrintable(u("seed %1\n").arg(seed()) + broken.join(QLatin1Char('\n'))));
  QVERIFY(noticed > mutations() / 3); // the rest hit what is not used
}

/// The newest changes lie in the log beside the file until it is folded in: lost with it, what is left is whole.
void TestCorruption::withoutOrWithADamagedLogItIsAsItWasAtSomeTime() {
  write(path("log.db"), m_whole);
  QByteArrayList states{m_holds};
  const auto database = datafile::open(path("log.db"), tester());
  for (int i = 0; i < 5; ++i) {
    db::Transaction transaction(*database, tester(), u("Late %1").arg(i));
    auto provider = *db::load(*database, Id<Provider>{1});
    provider.tags = u("Late %1").arg(i);
    db::save(transaction, provider);
    transaction.commit();
    states << "sound: " + contents(*database).toHex();
  }
  const QByteArray file = bytesOf(path("log.db")), log = bytesOf(path("log.db-wal"));
  QVERIFY(log.size() > page);
  QRandomGenerator random(seed());
  for (int i = 0; i < mutations() / 4; ++i) {
    write(path("copy.db"), file);
    QFile::remove(path("copy.db-shm"));
    QByteArray damaged = log;
    const int at = random.bounded(int(log.size()));
    if (i == 0)
      damaged.clear();
    else if (i % 2)
      damaged[at] = char(damaged[at] ^ char(random.bounded(1, 256)));
    else
      damaged.truncate(at);
    if (damaged.isEmpty())
      QFile::remove(path("copy.db-wal"));
    else
      write(path("copy.db-wal"), damaged);
    const QByteArray verdict = verdictOn(path("copy.db"));
    QVERIFY2(verdict.startsWith("damaged: ") || states.contains(verdict),
             qPrintable(u("seed %1, %2, at %3: %4").arg(seed()).arg(i).arg(at).arg(QString::fromUtf8(verdict))));
  }
}

QTEST_GUILESS_MAIN(TestCorruption)
#include "tst_corruption.moc"
