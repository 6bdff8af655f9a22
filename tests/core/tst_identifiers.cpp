// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/identifiers.h"

#include <QTest>

class IdentifiersTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void npisPassByTheirCheckDigit_data() {
    QTest::addColumn<QString>("npi");
    QTest::addColumn<bool>("right");
    QTest::newRow("right") << QStringLiteral("1234567893") << true;
    QTest::newRow("with spaces and hyphens") << QStringLiteral(" 123-456 7893 ") << true;
    QTest::newRow("of a practice") << QStringLiteral("2234567891") << true;
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("wrong digit") << QStringLiteral("1234567890") << false;
    QTest::newRow("short") << QStringLiteral("123456789") << false;
    QTest::newRow("long") << QStringLiteral("12345678930") << false;
    QTest::newRow("letters") << QStringLiteral("12345678S3") << false;
    QTest::newRow("begins with 3") << QStringLiteral("3234567899") << false;
    QTest::newRow("other digits") << QString::fromUtf8("١٢٣٤٥٦٧٨٩٣") << false;
  }
  void npisPassByTheirCheckDigit() {
    QFETCH(QString, npi);
    QFETCH(bool, right);
    QCOMPARE(npiProblem(npi).isEmpty(), right);
  }

  void ofTenCheckDigitsOneIsRight() {
    for (int base = 100000000; base < 300000000; base += 999983) {
      // Luhn as it is defined, over the whole of 80840 and the number.
      int right = 0;
      for (int check = 0; check < 10; ++check) {
        const QString npi = QString::number(base) + QString::number(check);
        const QString whole = QStringLiteral("80840") + npi;
        int sum = 0;
        for (qsizetype i = whole.size() - 1, place = 0; i >= 0; --i, ++place) {
          const int digit = whole[i].digitValue() * (place % 2 == 1 ? 2 : 1);
          sum += digit / 10 + digit % 10;
        }
        QCOMPARE(npiProblem(npi).isEmpty(), sum % 10 == 0);
        right += sum % 10 == 0 ? 1 : 0;
      }
      QCOMPARE(right, 1);
    }
  }

  void deaNumbersPassByTheirCheckDigit() {
    QCOMPARE(deaProblem(QStringLiteral("AB1234563")), QString());
    QCOMPARE(deaProblem(QStringLiteral("ab 1234563")), QString());
    QCOMPARE(deaProblem(QStringLiteral("A91234563")), QString());
    QCOMPARE(deaProblem(QString()), QString());
    QVERIFY(!deaProblem(QStringLiteral("AB1234564")).isEmpty());
    QVERIFY(!deaProblem(QStringLiteral("A11234563")).isEmpty());
    QVERIFY(!deaProblem(QStringLiteral("AB123456")).isEmpty());
  }

  void aDeaNumberOfAnotherSurnameIsWarnedOf() {
    QCOMPARE(deaWarning(QStringLiteral("AM1234563"), QStringLiteral("Marten")), QString());
    QCOMPARE(deaWarning(QStringLiteral("AE1234563"), QStringLiteral("Évora")), QString());
    QCOMPARE(deaWarning(QStringLiteral("A91234563"), QStringLiteral("Marten")), QString());
    QVERIFY(!deaWarning(QStringLiteral("AB1234563"), QStringLiteral("Marten")).isEmpty());
  }

  void theOtherNumbersHaveTheirShapes() {
    QCOMPARE(caqhProblem(QStringLiteral("12345678")), QString());
    QVERIFY(!caqhProblem(QStringLiteral("1234567")).isEmpty());
    QCOMPARE(tinProblem(QStringLiteral("12-3456789")), QString());
    QVERIFY(!tinProblem(QStringLiteral("12-345678")).isEmpty());
    QCOMPARE(zipProblem(QStringLiteral("02138")), QString());
    QCOMPARE(zipProblem(QStringLiteral("60614-1234")), QString());
    QVERIFY(!zipProblem(QStringLiteral("606141")).isEmpty());
    QCOMPARE(taxonomyProblem(QStringLiteral("207Q00000X")), QString());
    QCOMPARE(taxonomyProblem(QStringLiteral("207q00000x")), QString());
    QVERIFY(!taxonomyProblem(QStringLiteral("207Q00000")).isEmpty());
    QVERIFY(!taxonomyProblem(QStringLiteral("207Q000000")).isEmpty());
  }

  void numbersAreKeptPlainAndShownAsUsual() {
    QCOMPARE(identifierText(QString::fromUtf8(" 12–345\u200b6789 ")), QStringLiteral("123456789"));
    for (const char* text : {"1234567893.0", "1234567893.00", "'1234567893", "'1234567893.0", "NPI: 1234567893",
                             "npi #1234567893", "#1234567893", "NPI1234567893"})
      QCOMPARE(identifierText(QString::fromLatin1(text)), QStringLiteral("1234567893"));
    for (const char* text : {"1234567893.5", "NP1234567", "12.0A", "NPI12345"})
      QCOMPARE(identifierText(QString::fromLatin1(text)), QString::fromLatin1(text));
    QCOMPARE(shownTin(QStringLiteral("123456789")), QStringLiteral("12-3456789"));
    QCOMPARE(shownTin(QStringLiteral("unknown")), QStringLiteral("unknown"));
    QCOMPARE(shownZip(QStringLiteral("606141234")), QStringLiteral("60614-1234"));
    QCOMPARE(shownZip(QStringLiteral("60614")), QStringLiteral("60614"));
  }
};

QTEST_GUILESS_MAIN(IdentifiersTest)
#include "tst_identifiers.moc"
