#include "core/datafile/datafile.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/sectionlist.h"
#include "ui/list/listpage.h"
#include "ui/list/tableview.h"
#include "ui/list/listmodel.h"
#include "ui/shell/desk.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"
#include "support/freshfile.h"
#include <QTest>
#include <QSettings>
#include <QElapsedTimer>
#include <QMenu>
using namespace ui;
class Shots : public QObject { Q_OBJECT
private Q_SLOTS:
  void all() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("/tmp/profile-home/set"));
    const QString file = qEnvironmentVariable("SHOT_DB");
    const QString out = qEnvironmentVariable("SHOT_OUT");
    const qint64 provider = qEnvironmentVariableIntValue("SHOT_PROVIDER");
    auto database = datafile::open(file, tester());
    Session session(*database, QDate(2026, 1, 15), [] { return tester().now; });
    Theme theme(*qApp);
    if (qEnvironmentVariableIsSet("SHOT_DARK")) theme.setMode(Theme::Mode::Dark); else theme.setMode(Theme::Mode::Light);
    if (const int z = qEnvironmentVariableIntValue("SHOT_ZOOM")) theme.setZoom(z / 100.0); 
    MainWindow window(theme);
    Desk desk(session, window);
    session.setMe({1});
    window.resize(1366, 768);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto shot = [&](const QString& name) { QTest::qWait(qEnvironmentVariableIntValue("SHOT_WAIT") ? qEnvironmentVariableIntValue("SHOT_WAIT") : 350); window.grab().save(out + name + QStringLiteral(".png")); };
    window.showPage(QStringLiteral("directory"));
    shot(QStringLiteral("team"));
    QTest::keyClick(window.focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
    shot(QStringLiteral("practices"));
    QTest::keyClick(window.focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
    shot(QStringLiteral("facilities"));
    QElapsedTimer timer; timer.start();
    auto* list = window.findChild<ListPage*>(QStringLiteral("team"));
    Q_EMIT list->openAsked(provider);
    window.grab();
    qInfo("opened in %lld ms", timer.elapsed());
    auto* page = qobject_cast<ProfilePage*>(window.page());
    QVERIFY(page);
    auto* sections = page->findChild<SectionList*>();
    for (int row = 0; row < sections->count(); ++row) {
      if (sections->isRowHidden(row)) continue;
      timer.restart();
      page->showSection(sections->keyAt(row));
      window.grab();
      qInfo("%s in %lld ms", qPrintable(sections->keyAt(row)), timer.elapsed());
      if (!qEnvironmentVariableIsSet("SHOT_TIME")) shot(sections->keyAt(row));
    }
    for (const char* kind : {"practices", "facilities"}) {
      auto* each = window.findChild<ListPage*>(QLatin1String(kind));
      timer.restart();
      Q_EMIT each->openAsked(1);
      window.grab();
      qInfo("%s in %lld ms", kind, timer.elapsed());
      auto* sub = qobject_cast<ProfilePage*>(window.page());
      auto* subs = sub->findChild<SectionList*>();
      for (int row = 0; row < subs->count(); ++row) {
        timer.restart();
        sub->showSection(subs->keyAt(row));
        window.grab();
        qInfo("%s %s in %lld ms", kind, qPrintable(subs->keyAt(row)), timer.elapsed());
        if (!qEnvironmentVariableIsSet("SHOT_TIME")) shot(QLatin1String(kind) + QStringLiteral("-") + subs->keyAt(row));
      }
      window.closePage();
    }
  }
};
QTEST_MAIN(Shots)
#include "tst_zshots.moc"
