// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/actions.h"
#include "core/alerts/telling.h"
#include "core/credentials/credential.h"
#include "core/report/catalogue.h"
#include "core/tracking/tracking.h"
#include "named.h"
#include "sitting.h"
#include "ui/alerts/alertspage.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/drafts.h"
#include "ui/form/formdialog.h"
#include "ui/list/filterchip.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/badges.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {
QString u(const char* text) { return QString::fromUtf8(text); }
} // namespace

/// The Alerts tab as it is worked: what people do about alerts, on keys and in the menu, and what is shown of it.
class TestAlerts : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void cleanup();
  void aAcknowledgesAllThatIsSelectedAndUndoTakesItBack();
  void snoozeAsksUntilWhenAndIsQuietUntilThen();
  void renewalStartsTheTemplateThatFits();
  void notApplicableNeedsAReasonAndTheAlertIsGone();
  void anAlertIsGoneTheMomentItsCauseIs();
  void thePaneTellsWhatWasDoneAndWhenItIsToldNext();
  void theMenuOfARowOffersAllOfIt();
  void aWindowOfOnesOwnIsTyped();
  void whatIsHandledCanBeFilteredAway();
  void theBadgeCountsMineOnceSomebodySaysWhoTheyAre();
  void everyControlHasAName();

private:
  TableView* table() const { return m_page->table(); }
  void settle() {
    QTRY_VERIFY(m_page->model()->isComplete());
    QTRY_COMPARE(m_page->model()->rowCount(), int(m_page->model()->ids().size()));
  }
  void filter(const QString& key, const QStringList& values) {
    Query query;
    query.filters[key] = values;
    m_page->setQuery(query);
    settle();
  }
  qint64 rowOf(const QString& standing, const QString& type = {}) {
    report::Request request{report::find(u("alerts")), SampleFile::today(), {}};
    request.filter.is[u("status")] = {standing};
    if (!type.isEmpty())
      request.filter.is[u("type")] = {type};
    const auto query = report::idsQuery(request);
    return m_sitting->database->value(query.sql, query.arguments);
  }
  alerts::Subject subjectOf(qint64 row) { return *alerts::subjectOfRow(*m_sitting->database, row); }
  std::vector<AlertAction> actionsOf(qint64 row) {
    const auto about = alerts::isAbout(subjectOf(row));
    return db::allWhere<AlertAction>(*m_sitting->database, about.sql + u(" ORDER BY id"), about.arguments);
  }
  void select(qint64 row) {
    settle();
    QTRY_VERIFY(table()->select(row));
    table()->setFocus();
  }
  FormDialog* form() const {
    for (QWidget* window : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<FormDialog*>(window); dialog && dialog->isVisible())
        return dialog;
    return nullptr;
  }
  void save() { QTest::mouseClick(form()->findChild<QPushButton*>(u("save")), Qt::LeftButton); }
  QString label(const char* name) const { return m_page->findChild<QLabel*>(u(name))->text(); }
  QString allWords() const {
    QString all;
    for (const QLabel* one : m_page->findChild<QWidget*>(u("alertPane"))->findChildren<QLabel*>())
      all += one->text() + QLatin1Char('\n');
    return all;
  }

  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<ListingPage> m_page;
};

void TestAlerts::init() {
  m_sitting = std::make_unique<Sitting>();
  m_page.reset(makeAlertsPage(*m_sitting->session));
  m_page->resize(1366, 660);
  m_page->show();
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  settle();
}

void TestAlerts::cleanup() {
  closeDialogs();
  m_page.reset();
  m_sitting.reset();
  drafts().forgetAll();
}

void TestAlerts::aAcknowledgesAllThatIsSelectedAndUndoTakesItBack() {
  filter(u("status"), {u("Expired")});
  table()->setFocus();
  table()->selectAll();
  const std::vector<qint64> rows = table()->selectedIds();
  QVERIFY(rows.size() > 1 && rows.size() <= 50);
  std::vector<size_t> before;
  for (const qint64 row : rows)
    before.push_back(actionsOf(row).size());
  QTest::keyClick(table(), Qt::Key_A);
  for (size_t i = 0; i < rows.size(); ++i) {
    QCOMPARE(actionsOf(rows[i]).size(), before[i] + 1);
    QCOMPARE(actionsOf(rows[i]).back().what, u("Acknowledged"));
    QCOMPARE(actionsOf(rows[i]).back().on, SampleFile::today());
  }
  QCOMPARE(m_sitting->session->undoName(), u("Acknowledged: %1 alerts").arg(rows.size()));
  m_sitting->session->undoLast();
  for (size_t i = 0; i < rows.size(); ++i)
    QCOMPARE(actionsOf(rows[i]).size(), before[i]);
}

void TestAlerts::snoozeAsksUntilWhenAndIsQuietUntilThen() {
  const qint64 row = rowOf(u("Expired"));
  select(row);
  QTest::keyClick(table(), Qt::Key_S);
  QVERIFY(form());
  auto* until = form()->findChild<DateField*>(u("until"));
  until->setDate(SampleFile::today());
  save();
  QVERIFY(form()); // not a day to come
  QVERIFY(form()->findChild<QLabel*>(u("until.problem"))->text().contains(u("still to come")));
  until->setDate(SampleFile::today().addDays(9));
  save();
  QVERIFY(!form());
  QCOMPARE(actionsOf(row).back().what, u("Snoozed"));
  QCOMPARE(actionsOf(row).back().until, SampleFile::today().addDays(9));
  settle();
  const int handled = m_page->model()->columnOf(u("Handled"));
  QTRY_COMPARE(m_page->model()->index(table()->currentIndex().row(), handled).data().toString(),
               u("Snoozed until Wed 11 Mar"));
  const auto alert = *alerts::expirable(*m_sitting->database, subjectOf(row));
  QCOMPARE(alerts::nextTold(*m_sitting->database, alert, SampleFile::today()), SampleFile::today().addDays(9));
}

void TestAlerts::renewalStartsTheTemplateThatFits() {
  const qint64 row = rowOf(u("Expired"), u("State licence"));
  QVERIFY(row != 0);
  select(row);
  QTest::keyClick(table(), Qt::Key_R);
  QVERIFY(form());
  QCOMPARE(form()->findChild<ChoiceBox*>(u("template"))->currentText(), u("State License – Renewal"));
  save();
  QVERIFY(!form());
  const AlertAction action = actionsOf(row).back();
  QCOMPARE(action.what, u("Renewal started"));
  const auto tracking = db::load(*m_sitting->database, action.tracking);
  QVERIFY(tracking);
  QCOMPARE(tracking->subtype, u("Renewal"));
  const auto alert = *alerts::expirable(*m_sitting->database, subjectOf(row));
  QVERIFY(!alerts::nextTold(*m_sitting->database, alert, SampleFile::today()).isValid());
  m_sitting->session->undoLast();
  QVERIFY(!db::load(*m_sitting->database, tracking->id));
}

void TestAlerts::notApplicableNeedsAReasonAndTheAlertIsGone() {
  const qint64 row = rowOf(u("Expired"), u("State licence"));
  select(row);
  QTest::keyClick(table(), Qt::Key_K);
  save();
  QVERIFY(form());
  form()->findChild<QLineEdit*>(u("reason"))->setText(u("Works in another state"));
  save();
  QVERIFY(!form());
  settle();
  QTRY_VERIFY(!table()->select(row));
  QVERIFY(table()->currentId() != 0); // the next one: whoever goes down the list stays in it
  m_sitting->session->undoLast();
  QTRY_VERIFY(table()->select(row));
}

void TestAlerts::anAlertIsGoneTheMomentItsCauseIs() {
  const qint64 row = rowOf(u("Expired"), u("State licence"));
  select(row);
  QTRY_VERIFY(!label("alertPane.who").isEmpty());
  m_sitting->session->change(u("Renewed"), [&](db::Transaction& transaction) {
    Credential credential = *db::load(transaction.database(), subjectOf(row).credential);
    credential.expires = SampleFile::today().addYears(2);
    db::save(transaction, credential);
  });
  QTRY_VERIFY(!table()->select(row));
}

void TestAlerts::thePaneTellsWhatWasDoneAndWhenItIsToldNext() {
  const qint64 row = rowOf(u("Expired"), u("State licence"));
  select(row);
  QTRY_VERIFY(label("alertPane.what").startsWith(u("State licence")));
  QTest::keyClick(table(), Qt::Key_A);
  QTRY_VERIFY(allWords().contains(u("Acknowledged")));
  QCOMPARE(label("alertPane.next"), u("Nothing more is told of this date"));
}

void TestAlerts::theMenuOfARowOffersAllOfIt() {
  select(rowOf(u("Expired")));
  QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(20, 20),
                          table()->viewport()->mapToGlobal(QPoint(20, 20)));
  QCoreApplication::sendEvent(table()->viewport(), &event);
  auto* menu = m_page->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
  QVERIFY(menu);
  QStringList texts;
  for (const QAction* action : menu->actions())
    texts << action->text().remove(QLatin1Char('&'));
  for (const char* text : {"Acknowledge", "Snooze until…", "Renewal started…", "Not applicable…"})
    QVERIFY2(texts.contains(u(text)), text);
  menu->close();
}

void TestAlerts::aWindowOfOnesOwnIsTyped() {
  FilterChip* chip = nullptr;
  for (FilterChip* one : m_page->findChildren<FilterChip*>())
    if (one->spec().label == u("Window"))
      chip = one;
  QVERIFY(chip);
  chip->click();
  auto* popup = m_page->findChild<ChoicePopup*>(u("choices"));
  QVERIFY(popup);
  QTest::keyClicks(popup->findChild<QLineEdit*>(u("choicesTyped")), u("21"));
  QTest::keyClick(popup->findChild<QLineEdit*>(u("choicesTyped")), Qt::Key_Return);
  QCOMPARE(m_page->query().filters.value(u("due")), QStringList{u("days:21")});
  popup->close();
  settle();
  report::Request request{report::find(u("alerts")), SampleFile::today(), {}};
  request.filter.dates = {{SampleFile::today(), SampleFile::today().addDays(21)}};
  const auto count = report::countQuery(request);
  QTRY_COMPARE(m_page->model()->rowCount(), int(m_sitting->database->value(count.sql, count.arguments)));
  QCOMPARE(chip->spec().own(u("3/1 - 3/31"))->value, u("2026-03-01..2026-03-31"));
  QVERIFY(!chip->spec().own(u("3/31 - 3/1")));
  QVERIFY(!chip->spec().own(u("soon")));
  filter(u("due"), {u("2026-03-01..2026-03-31")});
  QVERIFY(m_page->model()->rowCount() > 0);
}

void TestAlerts::whatIsHandledCanBeFilteredAway() {
  const qint64 row = rowOf(u("Missing"));
  QVERIFY(row != 0);
  filter(u("handled"), {u("no")});
  QTRY_VERIFY(table()->select(row));
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_A);
  QTRY_VERIFY(!table()->select(row));
}

void TestAlerts::theBadgeCountsMineOnceSomebodySaysWhoTheyAre() {
  std::optional<Badges> badges;
  const auto count = [&] {
    badges.reset();
    countBadges(*m_sitting->session, {}, m_page.get(), [&](const Badges& counted) { badges = counted; });
    QTRY_VERIFY(badges);
  };
  count();
  const qint64 all = badges->alerts;
  const Id<Coordinator> me{m_sitting->database->value(
      u("SELECT assignee_id FROM provider WHERE assignee_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"))};
  m_sitting->session->setMe(me);
  count();
  QVERIFY(badges->alerts > 0 && badges->alerts < all);
  filter(u("assignee"), {u("me")});
  QCOMPARE(int(badges->alerts), m_page->model()->rowCount());
}

void TestAlerts::everyControlHasAName() {
  select(rowOf(u("Expired")));
  QTRY_VERIFY(!label("alertPane.who").isEmpty());
  QCOMPARE(unnamedControls(m_page.get()), QStringList());
}

QTEST_MAIN(TestAlerts)
#include "tst_alerts.moc"
