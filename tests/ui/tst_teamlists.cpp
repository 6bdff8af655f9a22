// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/provider.h"
#include "sitting.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/team/directory.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;

/// The Team tab's lists of providers, practices and facilities.
class TestTeamLists : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { new Theme(*qApp); }
  void aProviderAddedByMistakeIsDeletedAndOneWithAPastIsKept();
};

void TestTeamLists::aProviderAddedByMistakeIsDeletedAndOneWithAPastIsKept() {
  const Sitting sitting;
  Session& session = *sitting.session;
  Provider mistake;
  mistake.lastName = QStringLiteral("Aaa");
  mistake.firstName = QStringLiteral("Typed twice");
  session.change(QStringLiteral("Added"),
                 [&](db::Transaction& transaction) { mistake.id = db::save(transaction, mistake); });
  Directory directory(session);
  directory.resize(1300, 700);
  directory.show();
  QVERIFY(QTest::qWaitForWindowActive(&directory));
  TableView* table = nullptr;
  for (auto* page : directory.findChildren<ListingPage*>())
    if (page->objectName() == QLatin1String("team"))
      table = page->table();
  QVERIFY(table);
  const qint64 past =
      sitting.database->value(QStringLiteral("SELECT provider_id FROM tracking WHERE provider_id > 0 LIMIT 1"));
  QSignalSpy said(&session, &Session::said);
  const auto remove = [&](qint64 provider) {
    const auto shown = [&] { return table->select(provider); };
    QTRY_VERIFY(shown());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
  };
  remove(past);
  QCOMPARE(said.size(), 1);
  QVERIFY(said.front().front().toString().startsWith(QLatin1String("Not deleted: ")));
  QVERIFY(db::load(*sitting.database, Id<Provider>{past}));
  remove(mistake.id.value);
  QCOMPARE(said.size(), 1);
  QVERIFY(!db::load(*sitting.database, mistake.id));
  session.undoLast();
  QVERIFY(db::load(*sitting.database, mistake.id));
}

QTEST_MAIN(TestTeamLists)
#include "tst_teamlists.moc"
