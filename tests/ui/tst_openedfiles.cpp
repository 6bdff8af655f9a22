// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/openedfiles.h"

#include <QFileOpenEvent>
#include <QtTest>

class TestOpenedFiles : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void aFileTheDesktopHandsOverIsOpenedOnce();
  void whatIsNoFileIsNotOpened();
};

void TestOpenedFiles::aFileTheDesktopHandsOverIsOpenedOnce() {
  QStringList opened;
  const ui::OpenedFiles files(*qApp, [&](const QString& file) { opened << file; });
  QFileOpenEvent event(QStringLiteral("/office/north.credenza"));
  QCoreApplication::sendEvent(qApp, &event);
  QCOMPARE(opened, QStringList{QStringLiteral("/office/north.credenza")});
}

void TestOpenedFiles::whatIsNoFileIsNotOpened() {
  QStringList opened;
  const ui::OpenedFiles files(*qApp, [&](const QString& file) { opened << file; });
  QFileOpenEvent link(QUrl(QStringLiteral("https://example.org/north.credenza")));
  QCoreApplication::sendEvent(qApp, &link);
  QEvent other(QEvent::ApplicationActivate);
  QCoreApplication::sendEvent(qApp, &other);
  QVERIFY(opened.isEmpty());
}

QTEST_MAIN(TestOpenedFiles)
#include "tst_openedfiles.moc"
