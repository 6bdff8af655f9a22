// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/telling.h"
#include "core/calendar/businessdays.h"
#include "core/calendar/typeddate.h"
#include "core/datafile/sample.h"
#include "core/mail/due.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/writers.h"
#include "core/schedule/schedule.h"
#include "support/figure.h"
#include "support/freshfile.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <ctime>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

/// Days on which clocks and calendars play tricks: summer time begins and ends here and elsewhere, leap days, week 53,
/// ends of the year.
const std::vector<QDate> days{{2026, 1, 1}, {2026, 2, 28},  {2026, 3, 8},  {2026, 3, 29},
                              {2026, 4, 5}, {2026, 10, 25}, {2026, 11, 1}, {2026, 12, 31},
                              {2027, 1, 3}, {2028, 2, 29},  {2018, 11, 4}, {2011, 12, 30}};
const char* const zones[] = {"UTC",
                             "America/New_York",
                             "America/Chicago",
                             "Pacific/Kiritimati",
                             "Pacific/Pago_Pago",
                             "Asia/Kathmandu",
                             "Australia/Lord_Howe",
                             "America/Sao_Paulo"};
const char* const locales[] = {"en_US.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8",
                               "fa_IR.UTF-8", "th_TH.UTF-8", "ja_JP.UTF-8"};

/// All that follows from a day, a line each kind: every report, what is typed and shown, business days, what is told.
QByteArray answersOn(QDate today) {
  QByteArray lines;
  QCryptographicHash hash(QCryptographicHash::Sha256);
  const auto add = [&](const QString& text) { hash.addData(text.toUtf8() + '\n'); };
  const auto close = [&](const QString& what) {
    lines += u("%1 %2 %3\n").arg(today.toString(Qt::ISODate), what, u(hash.result().toHex().left(16))).toUtf8();
    hash.reset();
  };
  const QTemporaryDir folder;
  const db::Actor actor{u("Tester"), QDateTime(today, QTime(12, 0), Qt::UTC)};
  const auto database = datafile::open(folder.filePath(u("office.db")), actor);
  makeSample(*database, actor, today);
  for (const report::Listing& listing : report::catalogue()) {
    const auto request = report::requestFor(*database, listing, {}, today);
    if (const auto* asked = std::get_if<report::Request>(&request))
      report::streamCsv(report::tableFor(*database, *asked), [&](std::string_view bytes) {
        hash.addData({bytes.data(), qsizetype(bytes.size())});
      });
    close(listing.name);
  }
  for (const char* typed : {"1/12", "12 Jan", "Jan 12", "+7", "-3", "3b", "mon", "FRI", "eom", "today", "tomorrow",
                            "1/12/26", "2026-11-01", "may"}) {
    const auto date = typedDate(u(typed), today, [](QDate from, int n) { return addBusinessDays(from, n); });
    add(date ? date->toString(Qt::ISODate) + shownDate(*date, today) : date.problems().front().sentence);
  }
  close(u("typed"));
  for (int n = -400; n < 400; n += 13)
    add(addBusinessDays(today.addDays(n), 10).toString(Qt::ISODate) +
        QString::number(businessDaysLate(today.addDays(n), today)));
  close(u("business-days"));
  Schedule weekly;
  weekly.since = QDateTime(today.addDays(-30), QTime(0, 0), Qt::UTC);
  add(civil(lastDue(weekly, QDateTime(today, QTime(2, 30), Qt::UTC))));
  add(civil(nextDue(weekly, QDateTime(today, QTime(2, 30), Qt::UTC))));
  close(u("schedule"));
  for (const alerts::Telling& one : alerts::dueToTell(*database, today))
    add(one.alert.who + one.alert.document + one.alert.expires.toString(Qt::ISODate) + QString::number(one.what.rung));
  close(u("told"));
  for (const mail::DueMail& one : mail::dueToday(*database, today).mails)
    add(one.draft.mail.subject + one.draft.mail.text + one.contents);
  close(u("mails"));
  for (const QString& fault : datafile::check(*database))
    add(fault);
  add(database->text(u("SELECT group_concat(hex(hash)) FROM (SELECT hash FROM change ORDER BY id)")));
  close(u("history"));
  return lines;
}

/// The same in a place of its own, days parted by commas.
QByteArray answersIn(const char* zone, const char* locale, const QStringList& when) {
  QProcess child;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(u("TZ"), u(zone));
  environment.insert(u("LC_ALL"), u(locale));
  environment.insert(u("LANG"), u(locale));
  child.setProcessEnvironment(environment);
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(QCoreApplication::applicationFilePath(), {u("--answer"), when.join(QLatin1Char(','))});
  if (!child.waitForFinished(120000) || child.exitCode() != 0)
    return "broke";
  return child.readAllStandardOutput();
}

} // namespace

/// Dates are those of the office: wherever the computer stands and whatever it speaks, nothing comes out otherwise.
class TestZones : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everywhereTheSameComesOut();
};

void TestZones::everywhereTheSameComesOut() {
  const bool isLong = figure("CREDENZA_ZONES", 0, 1) != 0; // all 672, else a few of each
  QStringList when;
  for (size_t i = 0; i < days.size(); i += isLong ? 1 : 6)
    when << days[i + (isLong ? 0 : 2)].toString(Qt::ISODate);
  const QByteArray expected = answersIn("UTC", "C.UTF-8", when);
  QVERIFY2(expected.count('\n') > 20 * when.size(), expected.constData());
  int cells = 0;
  QStringList others;
  for (size_t zone = 0; zone < std::size(zones); ++zone)
    for (size_t locale = 0; locale < std::size(locales); ++locale) {
      if (!isLong && locale != zone % std::size(locales))
        continue;
      cells += int(when.size());
      const QByteArrayList answers = answersIn(zones[zone], locales[locale], when).split('\n');
      const QByteArrayList wanted = expected.split('\n');
      QVERIFY(answers.size() == wanted.size());
      for (qsizetype line = 0; line < wanted.size(); ++line)
        if (answers[line] != wanted[line])
          others << u("%1 %2: %3").arg(u(zones[zone]), u(locales[locale]), u(answers[line]));
    }
  QVERIFY2(others.isEmpty(), qPrintable(others.join(QLatin1Char('\n'))));
  QCOMPARE(cells, isLong ? 672 : 16);
}

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  if (argc == 3 && qstrcmp(argv[1], "--answer") == 0) {
    for (const QByteArray& day : QByteArray(argv[2]).split(','))
      std::printf("%s", answersOn(QDate::fromString(QString::fromLatin1(day), Qt::ISODate)).constData());
    return 0;
  }
  TestZones test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_zones.moc"
