// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/datefield.h"

#include <QCalendarWidget>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace ui;

class TestDateField : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void typingAndLeavingShowsTheDayAndTellsIt_data();
  void typingAndLeavingShowsTheDayAndTellsIt();
  void enterTakesTheText();
  void textThatCannotBeReadStaysAndSaysWhy();
  void emptyingIsNoDate();
  void editingShowsIsoAndLeavingUnchangedTellsNothing();
  void textPutInWithoutFocusIsTaken();
  void theCalendarOpensOnAltDownAndGivesItsDay();

private:
  std::unique_ptr<QWidget> m_window;
  DateField* m_field = nullptr;
  QLineEdit* m_other = nullptr;
};

namespace {
const QDate today(2026, 1, 15);
}

void TestDateField::init() {
  m_window = std::make_unique<QWidget>();
  auto* layout = new QVBoxLayout(m_window.get());
  m_field = new DateField(today, [](QDate date, int days) { return date.addDays(days * 100); });
  m_other = new QLineEdit;
  layout->addWidget(m_field);
  layout->addWidget(m_other);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  m_field->setFocus();
}

void TestDateField::typingAndLeavingShowsTheDayAndTellsIt_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QDate>("date");
  QTest::addColumn<QString>("shown");
  QTest::newRow("month and day") << "1/12" << QDate(2026, 1, 12) << "Mon 12 Jan";
  QTest::newRow("another year") << "1/12/27" << QDate(2027, 1, 12) << "12 Jan 2027";
  QTest::newRow("days") << "+7" << QDate(2026, 1, 22) << "Thu 22 Jan";
  QTest::newRow("business days by the office's calendar") << "3b" << today.addDays(300) << "Wed 11 Nov";
  QTest::newRow("weekday") << "mon" << QDate(2026, 1, 19) << "Mon 19 Jan";
  QTest::newRow("ISO year typed over") << "2027-03-09" << QDate(2027, 3, 9) << "9 Mar 2027";
}

void TestDateField::typingAndLeavingShowsTheDayAndTellsIt() {
  QFETCH(QString, typed);
  QSignalSpy told(m_field, &DateField::dateChanged);
  QTest::keyClicks(m_field, typed);
  QTest::keyClick(m_field, Qt::Key_Tab);
  QCOMPARE(QApplication::focusWidget(), m_other);
  QTEST(m_field->date(), "date");
  QTEST(m_field->text(), "shown");
  QCOMPARE(told.count(), 1);
  QCOMPARE(told.first().first().toDate(), m_field->date());
}

void TestDateField::enterTakesTheText() {
  QTest::keyClicks(m_field, QStringLiteral("tomorrow"));
  QTest::keyClick(m_field, Qt::Key_Return);
  QCOMPARE(m_field->date(), today.addDays(1));
  QCOMPARE(m_field->text(), QStringLiteral("2026-01-16"));
}

void TestDateField::textThatCannotBeReadStaysAndSaysWhy() {
  m_field->setDate(today);
  QSignalSpy told(m_field, &DateField::dateChanged);
  m_field->selectAll();
  QTest::keyClicks(m_field, QStringLiteral("13/45"));
  QTest::keyClick(m_field, Qt::Key_Tab);
  QCOMPARE(m_field->text(), QStringLiteral("13/45"));
  QVERIFY(m_field->problem().contains(QStringLiteral("13/45")));
  QCOMPARE(m_field->accessibleDescription(), m_field->problem());
  QVERIFY(!m_field->commit());
  QCOMPARE(told.count(), 0);
  m_field->setFocus();
  QCOMPARE(m_field->text(), QStringLiteral("13/45"));
  QTest::keyClicks(m_field, QStringLiteral("1/5"));
  QVERIFY(m_field->problem().isEmpty());
  QVERIFY(m_field->commit());
  QCOMPARE(m_field->date(), QDate(2026, 1, 5));
}

void TestDateField::emptyingIsNoDate() {
  m_field->setDate(today);
  QSignalSpy told(m_field, &DateField::dateChanged);
  m_field->selectAll();
  QTest::keyClick(m_field, Qt::Key_Delete);
  QTest::keyClick(m_field, Qt::Key_Tab);
  QVERIFY(m_field->date().isNull());
  QVERIFY(m_field->problem().isEmpty());
  QCOMPARE(told.count(), 1);
}

void TestDateField::editingShowsIsoAndLeavingUnchangedTellsNothing() {
  m_other->setFocus();
  m_field->setDate({2027, 3, 9});
  QCOMPARE(m_field->text(), QStringLiteral("9 Mar 2027"));
  QSignalSpy told(m_field, &DateField::dateChanged);
  m_field->setFocus();
  QCOMPARE(m_field->text(), QStringLiteral("2027-03-09"));
  QCOMPARE(m_field->selectedText(), m_field->text());
  QTest::keyClick(m_field, Qt::Key_Tab);
  QCOMPARE(m_field->text(), QStringLiteral("9 Mar 2027"));
  QCOMPARE(told.count(), 0);
}

void TestDateField::textPutInWithoutFocusIsTaken() {
  m_other->setFocus();
  m_field->setText(QStringLiteral("+1"));
  QCOMPARE(m_field->date(), today.addDays(1));
}

void TestDateField::theCalendarOpensOnAltDownAndGivesItsDay() {
  QTest::keyClick(m_field, Qt::Key_Down, Qt::AltModifier);
  auto* calendar = m_field->findChild<QCalendarWidget*>();
  QVERIFY(calendar);
  QCOMPARE(calendar->selectedDate(), today);
  Q_EMIT calendar->activated(QDate(2026, 2, 2));
  QCOMPARE(m_field->date(), QDate(2026, 2, 2));
}

QTEST_MAIN(TestDateField)
#include "tst_datefield.moc"
