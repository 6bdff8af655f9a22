// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/formdialog.h"

#include "named.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/drafts.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

class TestFormDialog : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void aProblemIsShownAtItsFieldWhichGetsTheCursor();
  void aProblemHasItsRoomAndTheFormGrowsForIt();
  void typingTakesTheProblemAway();
  void aProblemWithoutAFieldIsShownOnTop();
  void aDateThatCannotBeReadIsNotSaved();
  void aNameThatIsNoChoiceIsNotSaved();
  void savingHandsOverTheValuesAndCloses();
  void ctrlEnterSavesFromAnyField();
  void cancelKeepsADraftAndTheNextFormRestoresIt();
  void aFormLeftUnchangedKeepsNoDraft();
  void whatBreaksWhileSavingKeepsTheFormOpen();
  void choicesAreFoundWithoutMarksAndByAnyPart();
  void aChoiceIsFoundByItsWordsWhateverStandsBetweenThem();
  void enterTakesTheOnlyChoiceThatIsLeft();
  void leavingTakesTheOnlyChoiceThatBeginsSo();
  void enterPressesTheButtonThatHasTheCursor();
  void aNoteKeepsItsHeightInAFormTallerThanTheScreen();
  void everyControlHasAName();

private:
  FormDialog* make();
  template<class T>
  T* field(const char* key) const {
    return m_form->findChild<T*>(QLatin1String(key));
  }
  QLabel* problem(const char* key) const {
    return m_form->findChild<QLabel*>(QLatin1String(key) + QStringLiteral(".problem"));
  }
  void save() { QTest::mouseClick(field<QPushButton>("save"), Qt::LeftButton); }

  std::unique_ptr<QWidget> m_window;
  QPointer<FormDialog> m_form;
  QVariantMap m_saved;
  Problems m_answer;
};

namespace {
const QDate today(2026, 1, 15);
QString u(const char* text) { return QString::fromUtf8(text); }
} // namespace

FormDialog* TestFormDialog::make() {
  auto* form = new FormDialog(u("provider/7"), u("Provider"), m_window.get());
  form->addText(u("lastName"), u("Last name"));
  form->addText(u("npi"), u("NPI"), u("10 digits"));
  form->addDate(u("birth"), u("Date of birth"), today, [](QDate date, int days) { return date.addDays(days); });
  form->addHeading(u("Work"));
  form->addChoice(u("assignee"), u("Assignee"), {{u("1"), u("Anna Marten"), {}}, {u("2"), u("Zoë Nuñez"), {}}});
  form->addMemo(u("note"), u("Note"));
  form->addCheck(u("active"), u("Active"));
  form->setValues({{u("lastName"), u("Marten")}, {u("assignee"), u("1")}, {u("birth"), QDate(1979, 3, 9)}});
  form->setSave([this](const QVariantMap& values) {
    m_saved = values;
    return m_answer;
  });
  form->open();
  m_form = form;
  return form;
}

void TestFormDialog::init() {
  drafts().forgetAll();
  m_answer.clear();
  m_saved.clear();
  m_window = std::make_unique<QWidget>();
  m_window->show();
  make();
  QVERIFY(QTest::qWaitForWindowActive(m_form));
}

void TestFormDialog::cleanup() { m_window.reset(); }

void TestFormDialog::aProblemIsShownAtItsFieldWhichGetsTheCursor() {
  m_answer = {{u("npi"), u("The check digit does not fit.")}};
  QVERIFY(!problem("npi")->isVisible());
  save();
  QVERIFY(m_form->isVisible());
  QVERIFY(problem("npi")->isVisible());
  QCOMPARE(problem("npi")->text(), u("The check digit does not fit."));
  QVERIFY(problem("npi")->mapTo(m_form, QPoint()).y() > field<QLineEdit>("npi")->mapTo(m_form, QPoint()).y());
  QCOMPARE(QApplication::focusWidget(), field<QLineEdit>("npi"));
  QCOMPARE(field<QLineEdit>("npi")->accessibleDescription(), u("The check digit does not fit."));
  QVERIFY(!problem("lastName")->isVisible());
}

void TestFormDialog::aProblemHasItsRoomAndTheFormGrowsForIt() {
  auto* form = new FormDialog(u("renew/7"), u("Renew"), m_window.get());
  form->addFact(u("Of"), u("State licence of Marten, Lily"));
  form->addFact(u("Until now"), u("17 Jun 2028"));
  auto* first = form->addText(u("first"), u("First"));
  auto* second = form->addText(u("second"), u("Second"));
  const QString longer =
      u("It is told in a sentence that does not fit into one line of a form as wide as this one is. ");
  form->setSave([&](const QVariantMap&) { return Problems{{u("first"), longer + longer + longer}}; });
  form->open();
  QVERIFY(QTest::qWaitForWindowExposed(form));
  const int before = form->height();
  const auto top = [&](QWidget* each) { return each->mapTo(form, QPoint()).y(); };
  form->accept();
  auto* sentence = form->findChild<QLabel*>(u("first.problem"));
  QTRY_VERIFY(top(sentence) >= top(first) + first->height());
  QTRY_VERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
  QTRY_VERIFY(top(second) >= top(sentence) + sentence->height());
  form->setSave([&](const QVariantMap&) {
    return Problems{{u("first"), longer + longer + longer}, {u("second"), longer + longer + longer}};
  });
  form->accept();
  QTRY_VERIFY(form->height() > before);
}

void TestFormDialog::typingTakesTheProblemAway() {
  m_answer = {{u("npi"), u("wrong")}, {u("note"), u("too long")}};
  save();
  QTest::keyClicks(field<QLineEdit>("npi"), u("1"));
  QVERIFY(!problem("npi")->isVisible());
  QVERIFY(problem("note")->isVisible());
}

void TestFormDialog::aProblemWithoutAFieldIsShownOnTop() {
  m_answer = {{u("noSuchField"), u("Somebody else changed it.")}};
  save();
  QVERIFY(field<QLabel>("problems")->isVisible());
  QCOMPARE(field<QLabel>("problems")->text(), u("Somebody else changed it."));
}

void TestFormDialog::aDateThatCannotBeReadIsNotSaved() {
  auto* birth = field<DateField>("birth");
  birth->setFocus();
  birth->selectAll();
  QTest::keyClicks(birth, u("13/45/79"));
  save();
  QVERIFY(m_saved.isEmpty());
  QVERIFY(problem("birth")->isVisible());
  QCOMPARE(birth->text(), u("13/45/79"));
  QCOMPARE(QApplication::focusWidget(), birth);
}

void TestFormDialog::aNameThatIsNoChoiceIsNotSaved() {
  auto* box = field<ChoiceBox>("assignee");
  box->setFocus();
  box->lineEdit()->selectAll();
  QTest::keyClicks(box, u("Nobody Known"));
  save();
  QVERIFY(m_saved.isEmpty());
  QVERIFY(problem("assignee")->isVisible());
}

void TestFormDialog::savingHandsOverTheValuesAndCloses() {
  QSignalSpy accepted(m_form, &QDialog::accepted);
  auto* birth = field<DateField>("birth");
  birth->setFocus();
  birth->selectAll();
  QTest::keyClicks(birth, u("4/5/80"));
  field<QLineEdit>("npi")->setText(u(" 1234567893 "));
  field<QCheckBox>("active")->setChecked(true);
  field<QPlainTextEdit>("note")->setPlainText(u("one\ntwo"));
  save();
  QCOMPARE(accepted.count(), 1);
  QCOMPARE(m_saved, (QVariantMap{{u("lastName"), u("Marten")},
                                 {u("npi"), u("1234567893")},
                                 {u("birth"), QDate(1980, 4, 5)},
                                 {u("assignee"), u("1")},
                                 {u("note"), u("one\ntwo")},
                                 {u("active"), true}}));
}

void TestFormDialog::ctrlEnterSavesFromAnyField() {
  for (const char* key : {"note", "birth", "assignee"}) {
    m_answer = {{u("npi"), u("not yet")}};
    m_saved.clear();
    field<QWidget>(key)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(!m_saved.isEmpty(), key);
  }
}

void TestFormDialog::cancelKeepsADraftAndTheNextFormRestoresIt() {
  QTest::keyClicks(field<QLineEdit>("npi"), u("123"));
  QTest::keyClick(m_form, Qt::Key_Escape);
  QTRY_VERIFY(!m_form);
  make();
  QCOMPARE(field<QLineEdit>("npi")->text(), u("123"));
  auto* discard = field<QPushButton>("discardDraft");
  QVERIFY(discard->isVisible());
  QTest::mouseClick(discard, Qt::LeftButton);
  QVERIFY(field<QLineEdit>("npi")->text().isEmpty());
  QVERIFY(!discard->isVisible());
}

void TestFormDialog::aFormLeftUnchangedKeepsNoDraft() {
  QTest::keyClicks(field<QLineEdit>("npi"), u("1"));
  QTest::keyClick(field<QLineEdit>("npi"), Qt::Key_Backspace);
  m_form->reject();
  QTRY_VERIFY(!m_form);
  make();
  QVERIFY(!field<QPushButton>("discardDraft")->isVisible());
}

void TestFormDialog::whatBreaksWhileSavingKeepsTheFormOpen() {
  m_form->setSave([](const QVariantMap&) -> Problems { throw std::runtime_error("disk I/O error"); });
  save();
  QVERIFY(m_form->isVisible());
  const auto trouble = [] {
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (widget->objectName() == QLatin1String("trouble"))
        return widget;
    return static_cast<QWidget*>(nullptr);
  };
  QTRY_VERIFY(trouble());
  QCOMPARE(unnamedControls(trouble()).join(QLatin1Char(',')), QString());
  trouble()->close();
}

void TestFormDialog::choicesAreFoundWithoutMarksAndByAnyPart() {
  auto* box = field<ChoiceBox>("assignee");
  box->setFocus();
  box->lineEdit()->selectAll();
  QTest::keyClicks(box, u("nune"));
  QCOMPARE(box->completer()->completionCount(), 1);
  QCOMPARE(box->completer()->currentCompletion(), u("Zoë Nuñez"));
  box->lineEdit()->setText(u("zoe nunez"));
  QCOMPARE(box->value(), u("2"));
  box->lineEdit()->clear();
  QVERIFY(box->isKnown());
  QVERIFY(box->value().isEmpty());
}

void TestFormDialog::aChoiceIsFoundByItsWordsWhateverStandsBetweenThem() {
  ChoiceBox box({{u("1"), u("Facility – Initial"), {}}, {u("2"), u("Payor – Initial"), {}}});
  box.show();
  QVERIFY(QTest::qWaitForWindowActive(&box));
  box.setFocus();
  for (const char* typed : {"payor ini", "Payor - ini", "payor-initial"}) {
    box.lineEdit()->selectAll();
    QTest::keyClicks(box.lineEdit(), u(typed));
    QCOMPARE(box.completer()->completionCount(), 1);
    QCOMPARE(box.completer()->currentCompletion(), u("Payor – Initial"));
  }
  box.lineEdit()->setText(u("Payor - Initial"));
  QCOMPARE(box.value(), u("2"));
  box.lineEdit()->setText(u("–"));
  QVERIFY(!box.isKnown());
}

void TestFormDialog::enterTakesTheOnlyChoiceThatIsLeft() {
  auto* box = field<ChoiceBox>("assignee");
  box->setFocus();
  box->lineEdit()->selectAll();
  QTest::keyClicks(box->lineEdit(), u("n")); // both have one
  QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
  QCOMPARE(box->currentText(), u("n"));
  QTest::keyClicks(box->lineEdit(), u("une"));
  QTRY_VERIFY(box->completer()->popup()->isVisible());
  QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
  QCOMPARE(box->currentText(), u("Zoë Nuñez"));
  QCOMPARE(box->value(), u("2"));
  QVERIFY(m_saved.isEmpty()); // that is the next one's
}

void TestFormDialog::leavingTakesTheOnlyChoiceThatBeginsSo() {
  auto* box = field<ChoiceBox>("assignee");
  box->setFocus();
  box->lineEdit()->selectAll();
  QTest::keyClicks(box->lineEdit(), u("zo"));
  Q_EMIT box->lineEdit()->editingFinished();
  QCOMPARE(box->currentText(), u("Zoë Nuñez"));
  box->setFocus();
  box->lineEdit()->selectAll();
  QTest::keyClicks(box->lineEdit(), u("nun")); // that is within it: as it stands it is no choice
  Q_EMIT box->lineEdit()->editingFinished();
  QCOMPARE(box->currentText(), u("nun"));
}

void TestFormDialog::enterPressesTheButtonThatHasTheCursor() {
  auto* button = new QPushButton(u("Look it up"));
  button->setAutoDefault(false);
  m_form->addPart(button);
  QSignalSpy pressed(button, &QPushButton::clicked);
  button->show();
  button->setFocus();
  QTest::keyClick(button, Qt::Key_Return);
  QCOMPARE(pressed.count(), 1);
  QVERIFY(m_saved.isEmpty());
  field<QLineEdit>("npi")->setFocus();
  QTest::keyClick(field<QLineEdit>("npi"), Qt::Key_Return);
  QVERIFY(!m_saved.isEmpty());
}

void TestFormDialog::aNoteKeepsItsHeightInAFormTallerThanTheScreen() {
  const Theme theme(*qApp);
  auto* tall = new FormDialog(u("tall"), u("Tall"), m_window.get());
  for (int i = 0; i < 30; ++i)
    tall->addText(QString::number(i), u("Line"));
  const QPlainTextEdit* note = tall->addMemo(u("note"), u("Note"));
  tall->open();
  QVERIFY(QTest::qWaitForWindowExposed(tall));
  QCOMPARE(note->height(), px(size::row) * 3);
}

void TestFormDialog::everyControlHasAName() { QCOMPARE(unnamedControls(m_form).join(QLatin1Char(',')), QString()); }

QTEST_MAIN(TestFormDialog)
#include "tst_formdialog.moc"
