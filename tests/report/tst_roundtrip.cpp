// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporter.h"
#include "core/exchange/importer.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/writers.h"
#include "support/samplefile.h"

#include <QTest>

/// An office that is written out and read into a new data file some days later says the same in every report.
class TestRoundTrip : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void everyReportIsTheSame_data();
  void everyReportIsTheSame();
  void datesSetByHandStaySo();

private:
  static QByteArray bytesOf(db::Database& database, const QString& report);

  static QDate later() { return SampleFile::today().addDays(3); }
  std::unique_ptr<SampleFile> m_sample;
  std::unique_ptr<db::Database> m_other;
};

void TestRoundTrip::initTestCase() {
  m_sample = std::make_unique<SampleFile>();
  const QString folder = m_sample->dir.filePath(QStringLiteral("out"));
  QVERIFY(exchange::exportTo(*m_sample->database, folder, SampleFile::today()).isOk());
  m_other = datafile::open(m_sample->dir.filePath(QStringLiteral("other.db")), tester());
  exchange::ImportOptions options;
  options.today = later();
  const auto outcome = exchange::importFile(*m_other, tester(), folder, options, {});
  QVERIFY(outcome.isOk() && !outcome->hasRejected());
}

QByteArray TestRoundTrip::bytesOf(db::Database& database, const QString& report) {
  const auto request = report::requestFor(database, *report::find(report), {}, later());
  QByteArray bytes;
  report::streamCsv(report::tableFor(database, std::get<report::Request>(request)),
                    [&](std::string_view piece) { bytes.append(piece.data(), qsizetype(piece.size())); });
  return bytes;
}

void TestRoundTrip::everyReportIsTheSame_data() {
  QTest::addColumn<QString>("name");
  for (const report::Listing& listing : report::catalogue())
    if (listing.isReport && listing.name != QLatin1String("history")) // it begins anew
      QTest::newRow(qPrintable(listing.name)) << listing.name;
}

void TestRoundTrip::everyReportIsTheSame() {
  QFETCH(QString, name);
  const QByteArray before = bytesOf(*m_sample->database, name), after = bytesOf(*m_other, name);
  QVERIFY(before.count('\n') > 1);
  const QList<QByteArray> one = before.split('\n'), other = after.split('\n');
  for (qsizetype i = 0; i < one.size(); ++i)
    QCOMPARE(other.value(i), one[i]);
  QCOMPARE(other.size(), one.size());
}

void TestRoundTrip::datesSetByHandStaySo() {
  const auto pinned = [](db::Database& database) {
    return database.all(
        QStringLiteral("SELECT k.reference || ' ' || s.position || ' ' || s.due_pinned FROM step s JOIN "
                       "tracking k ON k.id = s.tracking_id ORDER BY k.reference, s.position"),
        {}, [](db::Row& row) { return row.text(); });
  };
  const auto before = pinned(*m_sample->database);
  QVERIFY(
      std::any_of(before.begin(), before.end(), [](const QString& one) { return one.endsWith(QLatin1String(" 1")); }));
  QCOMPARE(pinned(*m_other), before);
}

QTEST_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
