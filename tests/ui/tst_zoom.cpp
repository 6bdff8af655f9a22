// SPDX-License-Identifier: GPL-3.0-or-later
#include "sitting.h"
#include "support/walk.h"
#include "ui/list/listtop.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace ui;

namespace {

/// Where everything on the screens of the tabs is.
using Places = QMap<QString, QRect>;

/// As large as what it says, not as the room there is.
bool isFitted(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLabel*>(widget) ||
         qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
         qobject_cast<const QTabBar*>(widget) || qobject_cast<const ListTop*>(widget);
}

/// Its place in the tree of what is shown: the same in two windows.
QString pathOf(const QWidget* widget, const QWidget* top) {
  QString path;
  for (; widget && widget != top; widget = widget->parentWidget()) {
    const QString name =
        widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : widget->objectName();
    int nth = 0;
    if (widget->parentWidget())
      for (const QObject* other : widget->parentWidget()->children()) {
        if (other == widget)
          break;
        nth += other->isWidgetType() && other->objectName() == widget->objectName() &&
               other->metaObject() == widget->metaObject();
      }
    path.prepend(QStringLiteral("/%1.%2").arg(name).arg(nth));
  }
  return path;
}

struct Opened {
  explicit Opened(Theme& theme) : window(theme) {
    new Desk(*sitting.session, window);
    sitting.session->setMe({1});
    window.resize(1366, 900);
    window.show();
  }

  Places places() {
    Places found;
    Walk walk(window, *sitting.session, [&](const QString& name, QWidget* shown) {
      for (int i = 0; i < 3; ++i)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
      for (const QWidget* widget : shown->findChildren<QWidget*>())
        if (widget->isVisible() && shown == &window && isFitted(widget))
          found[name + pathOf(widget, shown)] = QRect(widget->mapTo(shown, QPoint()), widget->size());
    });
    walk.tabs();
    return found;
  }

  Sitting sitting;
  MainWindow window;
};

/// What is not as large, or not as far to the right, as in a window that began so; some pixels are rounding. How far
/// down it is hangs on what else is open.
QStringList elsewhere(const Places& live, const Places& fresh) {
  QStringList found;
  for (auto it = fresh.begin(); it != fresh.end(); ++it) {
    const QRect a = live.value(it.key()), b = it.value();
    const int off = std::max({qAbs(a.x() - b.x()), qAbs(a.width() - b.width()), qAbs(a.height() - b.height())});
    if (off > 8)
      found << QStringLiteral("%1: %2,%3 %4x%5, not %6,%7 %8x%9")
                   .arg(it.key())
                   .arg(a.x())
                   .arg(a.y())
                   .arg(a.width())
                   .arg(a.height())
                   .arg(b.x())
                   .arg(b.y())
                   .arg(b.width())
                   .arg(b.height());
  }
  return found;
}

} // namespace

/// Larger text, while the window is open.
class TestZoom : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void textMadeLargerLooksAsInAWindowThatBeganSo();
  void noScreenPushesTheWindowOverALaptopAtTwiceTheText();
};

void TestZoom::textMadeLargerLooksAsInAWindowThatBeganSo() {
  Theme theme(*qApp);
  auto opened = std::make_unique<Opened>(theme);
  opened->places(); // what one leaves open stays open: the same was done in both before they are compared
  theme.setZoom(2);
  const Places grown = opened->places();
  opened = std::make_unique<Opened>(theme);
  opened->places();
  const Places begun = opened->places();
  theme.setZoom(1);
  QVERIFY(begun.size() > 300);
  const QStringList found = elsewhere(grown, begun);
  QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1 of %2\n").arg(found.size()).arg(begun.size()) +
                                       found.join(QLatin1Char('\n'))));
}

void TestZoom::noScreenPushesTheWindowOverALaptopAtTwiceTheText() {
  Theme theme(*qApp);
  theme.setZoom(2);
  Opened opened(theme);
  opened.window.resize(1366, 768);
  const Places places = opened.places();
  theme.setZoom(1);
  QVERIFY(places.size() > 300);
  QCOMPARE(opened.window.size(), QSize(1366, 768));
}

QTEST_MAIN(TestZoom)
#include "tst_zoom.moc"
