// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/history.h"
#include "core/notes/note.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/writers.h"
#include "core/team/provider.h"
#include "support/samplefile.h"
#include "support/testdata.h"

#include <QProcess>
#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// History as an auditor gets it: complete, and to be recomputed by somebody who does not trust the program.
class TestHistoryReport : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void everyLineIsInItAndFollowsFromTheOneBefore();
  void whatARecordWasCreatedWithIsInIt();
  void aLineThatWasChangedInTheFileIsNamed();
  void aRecordThatWasChangedPastTheProgramIsNamed();
  void anEarlierExportIsTheBeginningOfALaterOne();
  void aSpanOfDaysIsAskedFor();

private:
  QString write(const QString& name, const report::Asked& asked = {});
  void change(const QString& what, const std::function<void(db::Transaction&)>& work);
  /// What the auditor's script says of these files.
  QString verdict(const QStringList& files);
  qint64 count(const char* sql) { return m_sample->database->value(u(sql)); }

  std::unique_ptr<SampleFile> m_sample;
};

void TestHistoryReport::init() {
  m_sample = std::make_unique<SampleFile>();
  db::Database& file = *m_sample->database;
  Note note;
  note.provider = {count("SELECT min(id) FROM provider")};
  note.written = u("2026-03-02 10:00");
  note.text = u("=1+1, “quoted”\nand \"more\" – żółw");
  change(u("=Noted"), [&](db::Transaction& transaction) { note.id = db::save(transaction, note); });
  note.reference = u("4711");
  note.text = u("Another text");
  change(u("-Changed"), [&](db::Transaction& transaction) { db::save(transaction, note); });
  change(u("Removed"), [&](db::Transaction& transaction) { db::remove(transaction, note.id); });
  QVERIFY(db::history::undo(file, tester(), count("SELECT max(id) FROM change")).isOk());
  change(u("Removed again"), [&](db::Transaction& transaction) { db::remove(transaction, note.id); });
  Provider provider = *db::load(file, note.provider);
  provider.startDate = provider.startDate.isValid() ? QDate() : QDate(2026, 1, 5);
  provider.tags = u("Locum");
  change(u("Two fields"), [&](db::Transaction& transaction) { db::save(transaction, provider); });
}

void TestHistoryReport::change(const QString& what, const std::function<void(db::Transaction&)>& work) {
  db::Transaction transaction(*m_sample->database, tester(), what);
  work(transaction);
  transaction.commit();
}

QString TestHistoryReport::write(const QString& name, const report::Asked& asked) {
  const auto request = report::requestFor(*m_sample->database, *report::find(u("history")), asked, SampleFile::today());
  const QString path = m_sample->dir.filePath(name);
  const auto written = report::write(report::tableFor(*m_sample->database, std::get<report::Request>(request)), path);
  return written.isOk() ? path : QString();
}

QString TestHistoryReport::verdict(const QStringList& files) {
  QProcess script;
  script.start(u("python3"), QStringList{testData("../support/verify_history.py")} + files);
  script.waitForFinished(120'000);
  return QString::fromUtf8(script.readAllStandardOutput() + script.readAllStandardError()).trimmed();
}

void TestHistoryReport::everyLineIsInItAndFollowsFromTheOneBefore() {
  const QString path = write(u("history.csv"));
  QCOMPARE(verdict({path}), u("Every line follows from the one before."));
  qint64 lines = 0;
  const auto request = report::requestFor(*m_sample->database, *report::find(u("history")), {}, SampleFile::today());
  report::tableFor(*m_sample->database, std::get<report::Request>(request)).rows([&](report::Cells) {
    ++lines;
    return true;
  });
  QCOMPARE(lines, count("SELECT count(*) FROM change_row"));
}

void TestHistoryReport::whatARecordWasCreatedWithIsInIt() {
  const auto request = report::requestFor(*m_sample->database, *report::find(u("history")), {}, SampleFile::today());
  QStringList after;
  report::tableFor(*m_sample->database, std::get<report::Request>(request)).rows([&](report::Cells cells) {
    const auto text = [&](size_t at) { return QString::fromUtf8(cells[at].data(), qsizetype(cells[at].size())); };
    if (text(3) == u("=Noted"))
      after << text(8);
    return true;
  });
  QCOMPARE(after.size(), 1); // though it was changed and removed since
  QVERIFY2(after[0].contains(u("“quoted”")) && !after[0].contains(u("4711")), qPrintable(after[0]));
}

void TestHistoryReport::aLineThatWasChangedInTheFileIsNamed() {
  QFile file(write(u("history.csv")));
  QVERIFY(file.open(QIODevice::ReadWrite));
  QByteArray bytes = file.readAll();
  for (const auto& [was, is] : {std::pair<QByteArray, QByteArray>{"4711", "4712"},
                                {"\"\"Locum", "\"\"Xocum"},
                                {"'-Changed", "'-Chanced"},
                                {"“quoted”", "“quotet”"}}) {
    QByteArray other = bytes;
    const qsizetype at = other.indexOf(was);
    QVERIFY2(at > 0, was.constData());
    other.replace(at, was.size(), is);
    QFile forged(m_sample->dir.filePath(u("forged.csv")));
    QVERIFY(forged.open(QIODevice::WriteOnly | QIODevice::Truncate));
    forged.write(other);
    forged.close();
    QVERIFY2(verdict({forged.fileName()}).contains(u("is not as it was written.")), is.constData());
  }
}

void TestHistoryReport::aRecordThatWasChangedPastTheProgramIsNamed() {
  m_sample->database->run(u("UPDATE provider SET npi = '1234567893' WHERE id = (SELECT max(id) FROM provider)"));
  const QString said = verdict({write(u("history.csv"))});
  QVERIFY2(said.startsWith(u("Line ")) && said.endsWith(u("is not as it was written.")), qPrintable(said));
}

void TestHistoryReport::anEarlierExportIsTheBeginningOfALaterOne() {
  const QString earlier = write(u("earlier.csv"));
  Provider provider = *db::load(*m_sample->database, Id<Provider>{count("SELECT min(id) FROM provider")});
  provider.tags = u("Retired");
  change(u("Later"), [&](db::Transaction& transaction) { db::save(transaction, provider); });
  const QString later = write(u("later.csv"));
  QCOMPARE(verdict({later, earlier}), u("Every line follows from the one before."));
  QVERIFY(verdict({earlier, later}).contains(u("missing at the end")));
}

void TestHistoryReport::aSpanOfDaysIsAskedFor() {
  report::Asked asked;
  asked.to = u("1999-12-31");
  QFile file(write(u("none.csv"), asked));
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll().count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestHistoryReport)
#include "tst_historyreport.moc"
