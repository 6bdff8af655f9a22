// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documentstore.h"
#include "core/team/provider.h"
#include "support/freshfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

} // namespace

class TestDocuments : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init();
  void bytesAreKeptUnderTheirHashForTheOwnerAlone();
  void theTypeIsThatOfTheContent();
  void whatIsNoPlainFileIsRefused();
  void whatIsTooLargeIsRefused();
  void damagedAndMissingFilesAreToldAndNotOpened();
  void theSameFileIsKeptOnceAndHealsADamagedOne();
  void namesAreOnlyEverShownCleaned_data();
  void namesAreOnlyEverShownCleaned();
  void removingIsUndoneWithItsBytes();
  void theCheckMissesAFile();
  void aBackupTakesThemAlong();
  void aBackupWithoutThemIsRestoredWithWhatThereIs();
  void whatWasRemovedLongAgoIsLetGo();

private:
  QString path(const char* name) const { return m_folder->filePath(s(name)); }
  QString write(const char* name, const QByteArray& bytes) {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("cannot write");
    return file.fileName();
  }
  Document keep(const char* name, const QByteArray& bytes) {
    const auto kept = m_store->keep(write(name, bytes));
    if (!kept)
      qFatal("%s", qPrintable(kept.problems().front().sentence));
    Document document = *kept;
    document.provider = m_provider;
    document.added = QDate(2026, 3, 2);
    db::Transaction transaction(*m_file, tester(), s("Added"));
    document.id = db::save(transaction, document);
    transaction.commit();
    return document;
  }
  QString placeOf(const Document& document) const {
    return m_store->folder() + QLatin1Char('/') + document.hash.left(2) + QLatin1Char('/') + document.hash;
  }
  void damage(const Document& document) {
    QFile file(placeOf(document));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("X");
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<db::Database> m_file;
  std::unique_ptr<DocumentStore> m_store;
  Id<Provider> m_provider;
};

void TestDocuments::init() {
  m_folder = std::make_unique<QTemporaryDir>();
  m_file = datafile::open(path("office.db"), tester());
  m_store = std::make_unique<DocumentStore>(m_file->file());
  db::Transaction transaction(*m_file, tester(), s("Added"));
  Provider provider;
  provider.lastName = s("Marten");
  provider.firstName = s("Lily");
  m_provider = db::save(transaction, provider);
  transaction.commit();
}

void TestDocuments::bytesAreKeptUnderTheirHashForTheOwnerAlone() {
  QCOMPARE(m_store->folder(), path("office documents"));
  const Document document = keep("licence.txt", "hello");
  QCOMPARE(document.hash, s("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
  QCOMPARE(document.size, qint64{5});
  QCOMPARE(document.name, s("licence.txt"));
  QCOMPARE(*m_store->bytes(document), QByteArray("hello"));
  const auto modeOf = [](const QString& place) {
    struct stat what {};
    ::stat(QFile::encodeName(place).constData(), &what);
    return int(what.st_mode & 0777);
  };
  QCOMPARE(modeOf(placeOf(document)), 0600);
  QCOMPARE(modeOf(QFileInfo(placeOf(document)).path()), 0700);
  QCOMPARE(modeOf(m_store->folder()), 0700);
  QCOMPARE(QDir(m_store->folder()).entryList(QDir::Files | QDir::Hidden), QStringList()); // nothing half is left
  QVERIFY(!m_store->saveAs(document, path("copy.txt")));
  QFile copy(path("copy.txt"));
  QVERIFY(copy.open(QIODevice::ReadOnly));
  QCOMPARE(copy.readAll(), QByteArray("hello"));
}

void TestDocuments::theTypeIsThatOfTheContent() {
  QCOMPARE(keep("a.exe", "%PDF-1.4\n%\xE2\xE3\n1 0 obj\n").mediaType, s("application/pdf"));
  const Document picture = keep("b.pdf", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"));
  QCOMPARE(picture.mediaType, s("image/png"));
  QVERIFY(isPreviewed(picture.mediaType));
  QVERIFY(!isPreviewed(keep("c.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").mediaType));
  QVERIFY(!isPreviewed(keep("d.png", "#!/bin/sh\necho\n").mediaType));
}

void TestDocuments::whatIsNoPlainFileIsRefused() {
  const QString real = write("real.txt", "x");
  QVERIFY(QFile::link(real, path("link.txt")));
  QVERIFY(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600) == 0);
  write("empty.txt", {});
  for (const char* name : {"link.txt", "pipe", ".", "nowhere.txt", "empty.txt"}) {
    const auto kept = m_store->keep(path(name));
    QVERIFY2(!kept, name);
    QVERIFY(kept.problems().front().sentence.contains(s("The data is as it was.")));
  }
  QVERIFY(!m_store->keep(s("/dev/zero")));
  QVERIFY(!DocumentStore(s(":memory:")).keep(real));
  QVERIFY(QDir(m_store->folder()).entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

void TestDocuments::whatIsTooLargeIsRefused() {
  QFile large(path("large.bin"));
  QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(DocumentStore::largest() + 1));
  large.close();
  const auto kept = m_store->keep(path("large.bin"));
  QVERIFY(!kept && kept.problems().front().sentence.contains(s("larger than 100 MB")));
  QVERIFY(QDir(m_store->folder()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestDocuments::damagedAndMissingFilesAreToldAndNotOpened() {
  Document document = keep("licence.txt", "hello");
  damage(document);
  const auto damaged = m_store->bytes(document);
  QVERIFY(!damaged && damaged.problems().front().sentence.contains(s("not the one that was kept")));
  QVERIFY(QFile::remove(placeOf(document)));
  const auto missing = m_store->bytes(document);
  QVERIFY(!missing && missing.problems().front().sentence.contains(s("not in the folder")));
  document.hash = s("../../../../etc/passwd");
  QVERIFY(!m_store->bytes(document));
}

void TestDocuments::theSameFileIsKeptOnceAndHealsADamagedOne() {
  const Document one = keep("one.txt", "hello");
  damage(one);
  const Document other = keep("other.txt", "hello");
  QCOMPARE(other.hash, one.hash);
  QCOMPARE(*m_store->bytes(one), QByteArray("hello"));
}

void TestDocuments::namesAreOnlyEverShownCleaned_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("clean");
  const auto row = [](const char* what, const QString& name, const QString& clean) {
    QTest::newRow(what) << name << clean;
  };
  row("usual", s("Licence 2026.pdf"), s("Licence 2026.pdf"));
  row("marks", s("Nuñez 李伟.pdf"), s("Nuñez 李伟.pdf"));
  row("above", s("../../etc/passwd"), s("passwd"));
  row("absolute", s("/etc/shadow"), s("shadow"));
  row("windows", s("C:\\Windows\\system32\\cmd.exe"), s("cmd.exe"));
  row("device", s("CON"), s("_CON"));
  row("device with ending", s("nul.txt"), s("_nul.txt"));
  row("port", s("COM1.pdf"), s("_COM1.pdf"));
  row("turned round", s("licence\u202Efdp.exe"), s("licencefdp.exe"));
  row("control", s("a\nb\tc\u0007.pdf"), s("abc.pdf"));
  row("zero width", s("a\u200B\uFEFFb"), s("ab"));
  row("dots", s(".."), s("Document"));
  row("nothing", QString(), s("Document"));
  row("ends", s("name. . "), s("name"));
  row("forbidden", s("a<b>:\"c|?*.pdf"), s("a_b___c___.pdf"));
  row("long", QString(300, QLatin1Char('x')) + s(".pdf"), QString(116, QLatin1Char('x')) + s(".pdf"));
}

void TestDocuments::namesAreOnlyEverShownCleaned() {
  QFETCH(QString, name);
  QTEST(cleanedName(name), "clean");
  QCOMPARE(cleanedName(cleanedName(name)), cleanedName(name));
}

void TestDocuments::removingIsUndoneWithItsBytes() {
  const Document document = keep("licence.txt", "hello");
  db::Transaction transaction(*m_file, tester(), s("Removed"));
  db::remove(transaction, document.id);
  transaction.commit();
  QVERIFY(db::history::undo(*m_file, tester(), transaction.changeId()).isOk());
  QCOMPARE(*m_store->bytes(*db::load(*m_file, document.id)), QByteArray("hello"));
}

void TestDocuments::theCheckMissesAFile() {
  const Document one = keep("one.txt", "one"), other = keep("other.txt", "other");
  QVERIFY(datafile::check(*m_file).empty());
  damage(one);
  QFile::remove(placeOf(other));
  const auto found = datafile::check(*m_file);
  QCOMPARE(found.size(), size_t{2});
  QVERIFY(found[0].contains(s("one.txt")) && found[1].contains(s("other.txt")));
}

void TestDocuments::aBackupTakesThemAlong() {
  const Document document = keep("licence.txt", "hello");
  QVERIFY(QDir().mkpath(path("away")));
  datafile::backup(*m_file, path("away/monday.db"));
  m_file.reset();
  QVERIFY(QDir(m_store->folder()).removeRecursively());
  QVERIFY(datafile::check(*datafile::openForReading(path("away/monday.db"))).empty());
  QCOMPARE(datafile::restore(path("away/monday.db"), path("office.db"), tester()), QStringList());
  QCOMPARE(*m_store->bytes(document), QByteArray("hello"));
  m_file = datafile::open(path("office.db"), tester());
  QVERIFY(datafile::check(*m_file).empty());
}

void TestDocuments::aBackupWithoutThemIsRestoredWithWhatThereIs() {
  const Document document = keep("licence.txt", "hello");
  QVERIFY(QDir().mkpath(path("away")));
  datafile::backup(*m_file, path("away/monday.db"));
  m_file.reset();
  QVERIFY(QDir(path("away/monday documents")).removeRecursively());
  QCOMPARE(datafile::restore(path("away/monday.db"), path("office.db"), tester()),
           QStringList()); // they are here still
  QVERIFY(QDir(m_store->folder()).removeRecursively());
  QCOMPARE(datafile::restore(path("away/monday.db"), path("office.db"), tester()).size(), qsizetype{1});
}

void TestDocuments::whatWasRemovedLongAgoIsLetGo() {
  const Document kept = keep("kept.txt", "kept"), removed = keep("removed.txt", "removed");
  db::Transaction transaction(*m_file, tester(), s("Removed"));
  db::remove(transaction, removed.id);
  transaction.commit();
  const auto makeOld = [&](const Document& document) {
    QFile file(placeOf(document));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0)), QFile::FileModificationTime));
  };
  makeOld(kept);
  makeOld(removed);
  QCOMPARE(m_store->prune(*m_file, QDate(2026, 3, 2)), 0); // removed on that day: it can be brought back
  QCOMPARE(m_store->prune(*m_file, QDate(2026, 3, 3)), 1);
  QVERIFY(QFileInfo::exists(placeOf(kept)) && !QFileInfo::exists(placeOf(removed)));
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
