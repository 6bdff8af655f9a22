// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/walk.h"
#include "ui/shell/stallwatch.h"
#include "ui/sitting.h"
#include "ui/theme/theme.h"

#include <cstdio>

namespace {

/// What kept the window's thread longest since it was asked last.
struct Longest {
  void say(const QString& screen) {
    std::printf("%lld\t%s\t%s\n", static_cast<long long>(took), qPrintable(screen), qPrintable(what));
    std::fflush(stdout);
    *this = {};
  }

  qint64 took = 0;
  QString what;
};

int walk(ui::WatchedApplication& application, ui::Session& session, bool isSlow) {
  ui::Theme theme(application);
  theme.setMode(ui::Theme::Mode::Light);
  ui::MainWindow window(theme);
  new ui::Desk(session, window);
  session.setMe({1});
  window.resize(1366, 768);
  window.show();
  QTest::qWait(500);
  Longest longest;
  application.watch(
      [&](const QString& what, qint64 took, qint64) {
        if (took > longest.took)
          longest = {took, what};
      },
      0);
  Walk(
      window, session, [&](const QString& name, QWidget*) { longest.say(name); }, isSlow ? 1500 : 300)
      .all();
  const auto turn = [&](const char* name, const std::function<void()>& work) {
    QMetaObject::invokeMethod(&window, work, Qt::QueuedConnection);
    QTest::qWait(300);
    longest.say(QLatin1String(name));
  };
  turn("theme-dark", [&] { theme.setMode(ui::Theme::Mode::Dark); });
  auto* tabs = window.header()->tabs();
  for (int tab = 0; tab < tabs->count(); ++tab) // each has its new style when it is seen again
    turn(qPrintable(QStringLiteral("dark-%1").arg(tabs->tabText(tab).toLower())), [&] { tabs->setCurrentIndex(tab); });
  turn("theme-light", [&] { theme.setMode(ui::Theme::Mode::Light); });
  turn("zoom", [&] { theme.setZoom(1.1); });
  application.watch({});
  return 0;
}

} // namespace

/// How long each screen and dialog keeps the window's thread when it is opened for the first time, over the sample or
/// a data file that may be changed: openings [FILE YYYY-MM-DD]. A line each: the milliseconds of the longest event,
/// the screen, the event. No screen should need 100.
int main(int argc, char** argv) {
  ui::WatchedApplication application(argc, argv);
  if (argc != 3) {
    const Sitting sitting;
    return walk(application, *sitting.session, false);
  }
  const QTemporaryDir folder; // nothing of the user's is read or written
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
  const auto now = [] { return QDateTime::currentDateTimeUtc(); };
  const auto database = datafile::open(QString::fromLocal8Bit(argv[1]), {QStringLiteral("Openings"), now()});
  ui::Session session(*database, QDate::fromString(QLatin1String(argv[2]), Qt::ISODate), now);
  return walk(application, session, true);
}
