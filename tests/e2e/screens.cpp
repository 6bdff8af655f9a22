// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/walk.h"
#include "ui/sitting.h"
#include "ui/theme/theme.h"

#include <cstdio>
#include <tuple>

/// A picture of every screen and dialog over the sample: screens FOLDER light|dark WIDTH HEIGHT.
int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc != 5)
    return 2;
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  Sitting sitting;
  ui::Theme theme(application);
  theme.setMode(qstrcmp(argv[2], "dark") == 0 ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
  ui::MainWindow window(theme);
  new ui::Desk(*sitting.session, window);
  sitting.session->setMe({1});
  window.resize(QByteArray(argv[3]).toInt(), QByteArray(argv[4]).toInt());
  window.show();
  int seen = 0, lost = 0;
  Walk walk(
      window, *sitting.session,
      [&](const QString& name, QWidget* shown) {
        std::ignore =
            QTest::qWaitFor([&] { return !window.page()->statusText().endsWith(u'…'); }, 20000); // pages are being set
        for (int i = 0; i < 3; ++i) // what came last is laid out
          QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QString file = QStringLiteral("%1-%2.png").arg(++seen, 3, 10, QLatin1Char('0')).arg(name);
        lost += !shown->grab().save(folder.filePath(file.replace(QLatin1Char('/'), QLatin1Char('-'))));
      },
      450);
  walk.all();
  std::printf("%d pictures\n", seen);
  return lost > 0 || seen < 60;
}
