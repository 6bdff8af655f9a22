// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace report;

/// A system with no font but the program's own, as a bare one is.
class TestNoFonts : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void whatNoFontHasIsABoxInThePdfAndReported();
};

void TestNoFonts::whatNoFontHasIsABoxInThePdfAndReported() {
  const Table table{
      QStringLiteral("Providers"),
      {},
      {},
      QStringLiteral("2026-01-12"),
      {{QStringLiteral("Provider"), Kind::Text}},
      -1,
      [](const std::function<bool(Cells)>& use) {
        for (const char* name : {"Marten, Lily", "\xe6\x9d\x8e, Wei", "\xd8\xad, Lena", "\xe0\xa4\xa8, Asha"})
          if (!use(std::vector<std::string_view>{name}))
            return;
      }};
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("providers.pdf"));
  const auto outcome = writePdf(table, path);
  QVERIFY(outcome.isOk());
  QCOMPARE(outcome->rows, 4);
  QCOMPARE(outcome->missing, QString::fromUtf8("\xd8\xad\xe0\xa4\xa8\xe6\x9d\x8e"));
}

int main(int argc, char** argv) {
  const QTemporaryDir folder;
  QFile fonts(folder.filePath(QStringLiteral("fonts.conf")));
  if (!fonts.open(QIODevice::WriteOnly))
    return 1;
  fonts.write("<?xml version=\"1.0\"?><fontconfig><cachedir>" + folder.path().toUtf8() + "</cachedir></fontconfig>");
  fonts.close();
  qputenv("FONTCONFIG_FILE", fonts.fileName().toUtf8()); // before the application looks for fonts
  const QGuiApplication app(argc, argv);
  TestNoFonts test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_nofonts.moc"
