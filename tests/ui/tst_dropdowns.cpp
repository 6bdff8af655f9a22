// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/choicebox.h"
#include "ui/form/choicesfield.h"
#include "ui/form/searchfield.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace ui;

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
} // namespace

/// The fields of a form that drop a list down, under the mouse. Clicks go to the window, as the system's do.
class TestDropDowns : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new Theme(*qApp); } // drop-downs as in the window
  void init();
  void aClickOnTheWordsOpensTheListAndAnotherClosesIt_data();
  void aClickOnTheWordsOpensTheListAndAnotherClosesIt();
  void aClickClosesTheListOfWhatIsBeingTyped();
  void whatIsTypedWhileTheListIsOpenTakesThePlaceOfTheWords();
  void arrowsAndEnterChooseInTheListAClickOpened();
  void wordsDraggedOverAreSelectedAndNoListOpens();

private:
  /// The middle of a field's words, in the window.
  QPoint words(const QWidget* field) const { return field->mapTo(m_page.get(), QPoint(30, field->height() / 2)); }
  void click(const QWidget* field) {
    QTest::mouseClick(m_page->windowHandle(), Qt::LeftButton, {}, words(field));
    QTest::qWait(0); // what is closed goes
  }
  /// As the system sends a key: to what has the keys now.
  void press(Qt::Key key, const QString& text = {}) {
    QWidget* popup = QApplication::activePopupWidget();
    QWidget* to = popup ? (popup->focusWidget() ? popup->focusWidget() : popup) : QApplication::focusWidget();
    QTest::sendKeyEvent(QTest::Click, to, key, text, Qt::NoModifier);
  }
  static bool isOpen() { return QApplication::activePopupWidget(); }

  std::unique_ptr<QWidget> m_page;
  ChoiceBox* m_choice = nullptr;
  PickBox* m_pick = nullptr;
  SearchField* m_search = nullptr;
  ChoicesField* m_several = nullptr;
};

void TestDropDowns::init() {
  const std::vector<Choice> people{
      {u("1"), u("Anna Marten"), {}}, {u("2"), u("Xenia Quell"), {}}, {u("3"), u("Zoë Nuñez"), {}}};
  m_page = std::make_unique<QWidget>();
  m_page->resize(400, 600);
  m_choice = new ChoiceBox(people);
  m_choice->setObjectName(u("choice"));
  m_choice->setValue(u("2"));
  m_pick = new PickBox;
  m_pick->setObjectName(u("pick"));
  m_pick->addItems({u("Anna Marten"), u("Xenia Quell")});
  m_search = new SearchField({[people](const QString&) { return people; }, [](const QString&) { return QString(); }});
  m_search->setObjectName(u("search"));
  m_several = new ChoicesField(u("People"), people);
  m_several->setObjectName(u("several"));
  auto* layout = new QVBoxLayout(m_page.get());
  for (QWidget* each : {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_pick), static_cast<QWidget*>(m_search),
                        static_cast<QWidget*>(m_several)})
    layout->addWidget(each, 0, Qt::AlignTop);
  layout->addStretch(1);
  m_page->show();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestDropDowns::aClickOnTheWordsOpensTheListAndAnotherClosesIt_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"choice", "pick", "search", "several"})
    QTest::newRow(name) << u(name);
}

void TestDropDowns::aClickOnTheWordsOpensTheListAndAnotherClosesIt() {
  QFETCH(const QString, name);
  const auto* field = m_page->findChild<QWidget*>(name);
  for (int i = 0; i < 3; ++i) {
    QVERIFY(!isOpen());
    click(field);
    QTRY_VERIFY(isOpen());
    click(field);
    QTRY_VERIFY(!isOpen());
  }
}

void TestDropDowns::aClickClosesTheListOfWhatIsBeingTyped() {
  m_choice->setFocus();
  m_choice->lineEdit()->selectAll();
  QTest::keyClicks(m_choice->lineEdit(), u("ann"));
  QTRY_VERIFY(isOpen());
  click(m_choice);
  QVERIFY(!isOpen());
  QCOMPARE(m_choice->currentText(), u("ann"));
}

void TestDropDowns::whatIsTypedWhileTheListIsOpenTakesThePlaceOfTheWords() {
  click(m_choice);
  QTRY_VERIFY(isOpen());
  press(Qt::Key_Z, u("z"));
  QCOMPARE(m_choice->currentText(), u("z"));
  QTRY_VERIFY(m_choice->completer()->popup()->isVisible());
  press(Qt::Key_O, u("o"));
  QCOMPARE(m_choice->currentText(), u("zo"));
  press(Qt::Key_Return);
  QCOMPARE(m_choice->value(), u("3"));

  click(m_search);
  QTRY_VERIFY(isOpen());
  press(Qt::Key_A, u("a"));
  QCOMPARE(m_search->text(), u("a"));
}

void TestDropDowns::arrowsAndEnterChooseInTheListAClickOpened() {
  click(m_choice);
  QTRY_VERIFY(isOpen());
  press(Qt::Key_Down);
  press(Qt::Key_Return);
  QTRY_VERIFY(!isOpen());
  QCOMPARE(m_choice->value(), u("3"));
  click(m_choice);
  QTRY_VERIFY(isOpen());
  press(Qt::Key_Up);
  press(Qt::Key_Escape);
  QTRY_VERIFY(!isOpen());
  QCOMPARE(m_choice->value(), u("3"));
}

void TestDropDowns::wordsDraggedOverAreSelectedAndNoListOpens() {
  const QPoint from = words(m_choice), to = from + QPoint(60, 0);
  QWindow* window = m_page->windowHandle();
  QTest::mousePress(window, Qt::LeftButton, {}, from);
  QTest::mouseMove(window, to);
  QTest::mouseRelease(window, Qt::LeftButton, {}, to);
  QTest::qWait(0);
  QVERIFY(!isOpen());
  QVERIFY(m_choice->lineEdit()->hasSelectedText());
}

QTEST_MAIN(TestDropDowns)
#include "tst_dropdowns.moc"
