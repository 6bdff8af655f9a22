// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lock/passphrase.h"

#include "core/db/transaction.h"
#include "support/freshfile.h"

#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// What the window is locked with.
class TestPassPhrase : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void onlyTheRightPhraseFits();
  void theSamePhraseIsHashedAnotherWayEachTime();
  void whatWasTypedIsOverwritten();
  void theSettingIsKeptInTheFileAndIsNoHistory();
  void theWaitGrowsFromASecondToFiveMinutes();
};

void TestPassPhrase::onlyTheRightPhraseFits() {
  QString typed = u("tulip meadow żółw"), same = typed, other = u("tulip meadow zolw"), longer = typed + u(" ");
  const QString hash = lock::hashOf(lock::Phrase(typed));
  QVERIFY2(hash.startsWith(u("$argon2id$v=19$m=65536,t=3,p=1$")), qPrintable(hash));
  QVERIFY(lock::fits(lock::Phrase(same), hash));
  QVERIFY(!lock::fits(lock::Phrase(other), hash));
  QVERIFY(!lock::fits(lock::Phrase(longer), hash));
  QString right = u("tulip meadow żółw");
  QVERIFY(!lock::fits(lock::Phrase(right), QString()));
  right = u("tulip meadow żółw");
  QVERIFY(!lock::fits(lock::Phrase(right), u("not a hash")));
}

void TestPassPhrase::theSamePhraseIsHashedAnotherWayEachTime() {
  QString one = u("tulip meadow"), two = one;
  QVERIFY(lock::hashOf(lock::Phrase(one)) != lock::hashOf(lock::Phrase(two)));
}

void TestPassPhrase::whatWasTypedIsOverwritten() {
  QString typed(12, QLatin1Char('t')); // nobody else holds its letters
  const QChar* letters = typed.constData();
  const lock::Phrase phrase(typed);
  QVERIFY(typed.isEmpty());
  QCOMPARE(typed.constData(), letters); // the same memory, kept
  for (int i = 0; i < 12; ++i)
    QVERIFY(letters[i].isNull());
  QCOMPARE(phrase.size(), qsizetype(12));
}

void TestPassPhrase::theSettingIsKeptInTheFileAndIsNoHistory() {
  const auto file = freshFile();
  QVERIFY(!lock::Setting::stored(*file).isSet());
  QCOMPARE(lock::Setting::stored(*file).minutes, 10);
  const qint64 changes = file->value(u("SELECT count(*) FROM change"));
  db::Transaction transaction(*file, tester(), u("Pass phrase"));
  lock::Setting{u("$argon2id$x"), 25, 3}.store(transaction);
  transaction.commit();
  const auto stored = lock::Setting::stored(*file);
  QCOMPARE(stored.hash, u("$argon2id$x"));
  QCOMPARE(stored.minutes, 25);
  QCOMPARE(stored.failures, 3);
  QCOMPARE(file->value(u("SELECT count(*) FROM change")), changes);
}

void TestPassPhrase::theWaitGrowsFromASecondToFiveMinutes() {
  const int seconds[]{0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
  for (int failures = 0; failures < 12; ++failures)
    QCOMPARE(lock::waitAfter(failures), seconds[failures]);
  QCOMPARE(lock::waitAfter(1'000'000), 300);
}

QTEST_GUILESS_MAIN(TestPassPhrase)
#include "tst_passphrase.moc"
