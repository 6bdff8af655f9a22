// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/businessdays.h"
#include "core/notes/contactline.h"

#include <QTest>
#include <random>

namespace {
const QDate thursday(2026, 1, 15);
QDate later(QDate day, int n) { return addBusinessDays(day, n); }
ContactLine read(const QString& line) { return readContactLine(line, thursday, later); }
} // namespace

class TestContactLine : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aLineBecomesAContact_data();
  void aLineBecomesAContact();
  void noWordOfWhatWasTypedIsLost();
};

void TestContactLine::aLineBecomesAContact_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("reference");
  QTest::addColumn<QDate>("followUp");
  QTest::addColumn<QString>("text");
  const auto row = [](const char* line, const char* kind, const char* reference, QDate followUp, const char* text) {
    QTest::newRow(line) << QString::fromUtf8(kind) << QString::fromUtf8(reference) << followUp
                        << QString::fromUtf8(text);
  };
  row("called, ref 4711, says in committee, +7", "Call", "4711", {2026, 1, 22}, "says in committee");
  row("Called Aetna ref# AB-12, no decision yet, f/u 1/30", "Call", "AB-12", {2026, 1, 30},
      "Called Aetna, no decision yet");
  row("emailed; confirmation no. 99; all there; 3b", "Email", "99", {2026, 1, 21}, "all there");
  row("portal - still in review - mon", "Portal", "", {2026, 1, 19}, "still in review");
  row("says in committee +7", "Note", "", {2026, 1, 22}, "says in committee");
  row("called says in committee f/u +14", "Call", "", {2026, 1, 29}, "called says in committee");
  row("faxed, case: 77-A, received 1/12, asks for W-9", "Fax", "77-A", {}, "received 1/12, asks for W-9");
  row("follow up 2/2, called, no answer", "Call", "", {2026, 2, 2}, "no answer");
  row("called, +7", "Call", "", {2026, 1, 22}, "called");
  row("met Dr. Ễva at the office", "Meeting", "", {}, "met Dr. Ễva at the office");
  row("in case it expires, ask again", "Note", "", {}, "in case it expires, ask again");
  row("refers to the board", "Note", "", {}, "refers to the board");
  row("they call back, eom", "Note", "", {2026, 1, 31}, "they call back");
  row("", "Note", "", {}, "");
  row("+7", "Note", "", {2026, 1, 22}, "+7");
  row("ref 4711", "Note", "4711", {}, "ref 4711");
}

void TestContactLine::aLineBecomesAContact() {
  QFETCH(QString, kind);
  QFETCH(QString, reference);
  QFETCH(QDate, followUp);
  QFETCH(QString, text);
  const ContactLine line = read(QString::fromUtf8(QTest::currentDataTag()));
  QCOMPARE(line.kind, kind);
  QCOMPARE(line.reference, reference);
  QCOMPARE(line.followUp, followUp);
  QCOMPARE(line.text, text);
}

/// Each word is in the text, or is the kind, the reference or the date that it became.
void TestContactLine::noWordOfWhatWasTypedIsLost() {
  const QStringList pieces =
      QString::fromUtf8(
          "called|ref 4711|says|in|committee|+7|,|;|-|f/u|1/12|mon|李|case|#|9|portal|it's|\t|eom|99999|ref")
          .split(QLatin1Char('|'));
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    QStringList typed;
    for (int i = 0; i < 1 + int(random() % 8); ++i)
      typed << pieces[int(random() % size_t(pieces.size()))];
    const ContactLine line = read(typed.join(QLatin1Char(' ')));
    QVERIFY2(!line.text.isEmpty() || typed.join(QString()).trimmed().isEmpty(),
             qPrintable(typed.join(QLatin1Char(' '))));
    for (const QString& word : {QStringLiteral("says"), QStringLiteral("committee"), QStringLiteral("李"),
                                QStringLiteral("it's"), QStringLiteral("99999")})
      if (typed.contains(word))
        QVERIFY2(line.text.contains(word) || line.reference == word, qPrintable(typed.join(QLatin1Char(' '))));
  }
}

QTEST_GUILESS_MAIN(TestContactLine)
#include "tst_contactline.moc"
