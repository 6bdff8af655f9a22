// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/expirables.h"
#include "core/alerts/telling.h"
#include "core/credentials/credential.h"
#include "core/datafile/sample.h"
#include "core/report/catalogue.h"
#include "core/report/listing.h"
#include "support/freshfile.h"

#include <QTest>

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
QString nameOf(const alerts::Subject& it) {
  return u("%1 %2 %3 %4 %5 %6")
      .arg(it.credential.value)
      .arg(it.enrollment.value)
      .arg(it.affiliation.value)
      .arg(it.provider.value)
      .arg(it.documentType.value)
      .arg(it.state);
}

} // namespace

/// What is told by mail and what the list of alerts shows are two queries about one thing.
class TestAlertsTold : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void mailsTellOfTheRowsOfTheList_data();
  void mailsTellOfTheRowsOfTheList();
  void whenAnAlertIsToldNextIsTheFirstDayThatTellsIt();
};

void TestAlertsTold::mailsTellOfTheRowsOfTheList_data() {
  QTest::addColumn<int>("daysLater");
  for (const int days : {-500, -60, 0, 30, 365})
    QTest::addRow("%d days later", days) << days;
}

void TestAlertsTold::mailsTellOfTheRowsOfTheList() {
  QFETCH(int, daysLater);
  const QDate made(2026, 3, 2), today = made.addDays(daysLater);
  const auto file = freshFile();
  makeSample(*file, tester(), made);
  {
    db::Transaction transaction(*file, tester(), u("Ladders of their own"));
    for (auto& credential : db::allWhere<Credential>(*file, u("id % 7 = 0"))) {
      credential.ladder = credential.id.value % 2 ? u("400/10") : u("1/0");
      db::save(transaction, credential);
    }
    transaction.commit();
  }
  const report::Request request{.listing = report::find(u("alerts")), .today = today, .filter = {}};
  const report::Query keys = report::idsQuery(request);
  QStringList listed, told;
  file->each(keys.sql, keys.arguments, [&](db::Row& row) {
    const auto subject = alerts::subjectOfRow(*file, row.number());
    listed << (subject ? nameOf(*subject) : u("nothing"));
  });
  for (const alerts::Expirable& alert : alerts::expirables(*file, today)) {
    told << nameOf(alert.subject);
    // Found alone it is the same.
    const auto alone = alerts::expirable(*file, alert.subject);
    QVERIFY(alone);
    QCOMPARE(nameOf(alone->subject), told.back());
    QCOMPARE(alone->expires, alert.expires);
    QCOMPARE(alone->ladder, alert.ladder);
  }
  listed.sort();
  told.sort();
  QVERIFY(listed.size() >= 20); // long before today most are not yet due
  QCOMPARE(told, listed);
}

void TestAlertsTold::whenAnAlertIsToldNextIsTheFirstDayThatTellsIt() {
  const QDate today(2026, 3, 2);
  const auto file = freshFile();
  makeSample(*file, tester(), today);
  auto all = alerts::expirables(*file, today);
  all.resize(std::min<size_t>(all.size(), 60));
  std::vector<QDate> first(all.size());
  constexpr int days = 130; // further than any rung that is still to come
  for (int after = 0; after <= days; ++after)
    for (const alerts::Telling& one : alerts::dueToTell(*file, today.addDays(after)))
      for (size_t i = 0; i < all.size(); ++i)
        if (all[i].subject == one.alert.subject && !first[i].isValid())
          first[i] = today.addDays(after);
  int quiet = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    QCOMPARE(alerts::nextTold(*file, all[i], today), first[i]);
    quiet += !first[i].isValid();
  }
  QVERIFY(quiet > 0 && quiet < int(all.size()));
}

QTEST_GUILESS_MAIN(TestAlertsTold)
#include "tst_alertstold.moc"
