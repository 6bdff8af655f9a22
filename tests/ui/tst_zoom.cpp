// SPDX-License-Identifier: GPL-3.0-or-later
#include "sitting.h"
#include "support/walk.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QTest>

using namespace ui;

namespace {

/// What every widget on the screens of the tabs was given: its height and its icon's where its words say how large it
/// is, and the margins of what it lays out.
using Measures = QMap<QString, QList<int>>;

QList<int> measuresOf(const QWidget* widget) {
  QList<int> all;
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  if (button || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
      qobject_cast<const QTabBar*>(widget))
    all << widget->height();
  if (button && !button->icon().isNull())
    all << button->iconSize().height();
  if (const QLayout* layout = widget->layout()) {
    const QMargins margins = layout->contentsMargins();
    all << margins.left() << margins.top() << margins.right() << margins.bottom();
  }
  return all;
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

  Measures measures() {
    Measures found;
    Walk walk(window, *sitting.session, [&](const QString& name, QWidget* shown) {
      for (int i = 0; i < 3; ++i)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
      if (shown != &window)
        return;
      for (const QWidget* widget : shown->findChildren<QWidget*>())
        if (widget->isVisible())
          found[name + pathOf(widget, shown)] = measuresOf(widget);
    });
    walk.tabs();
    return found;
  }

  Sitting sitting;
  MainWindow window;
};

/// What differs by more than rounding; what only one of them shows is not compared.
QStringList differences(const Measures& live, const Measures& begun) {
  QStringList found;
  const auto words = [](const QList<int>& all) {
    QStringList each;
    for (const int one : all)
      each << QString::number(one);
    return each.join(QLatin1Char(' '));
  };
  for (auto it = begun.begin(); it != begun.end(); ++it) {
    if (!live.contains(it.key()))
      continue;
    const QList<int>&a = live[it.key()], &b = it.value();
    const bool isSame =
        std::equal(a.begin(), a.end(), b.begin(), b.end(), [](int x, int y) { return qAbs(x - y) < 4; });
    if (!isSame)
      found << QStringLiteral("%1: %2, not %3").arg(it.key(), words(a), words(b));
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
  void everyScreenIsLaidOutAtAnyWidthAndAnyText();
};

void TestZoom::textMadeLargerLooksAsInAWindowThatBeganSo() {
  Theme theme(*qApp);
  auto opened = std::make_unique<Opened>(theme);
  opened->measures(); // what one leaves open stays open: the same was done in both before they are compared
  theme.setZoom(2);
  const Measures grown = opened->measures();
  opened = std::make_unique<Opened>(theme);
  opened->measures();
  const Measures begun = opened->measures();
  theme.setZoom(1);
  QVERIFY(begun.size() > 300);
  const QStringList found = differences(grown, begun);
  QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1 of %2\n").arg(found.size()).arg(begun.size()) +
                                       found.join(QLatin1Char('\n'))));
}

void TestZoom::noScreenPushesTheWindowOverALaptopAtTwiceTheText() {
  Theme theme(*qApp);
  theme.setZoom(2);
  Opened opened(theme);
  opened.window.resize(1366, 768);
  const Measures seen = opened.measures();
  theme.setZoom(1);
  QVERIFY(seen.size() > 300);
  QCOMPARE(opened.window.size(), QSize(1366, 768));
}

void TestZoom::everyScreenIsLaidOutAtAnyWidthAndAnyText() {
  Theme theme(*qApp);
  Opened opened(theme);
  auto* tabs = opened.window.header()->tabs();
  opened.sitting.session->setMe({}); // "Everybody's" is the longest there
  int laid = 0;
  for (const double zoom : {1.5, 1.875, 2.0}) {
    theme.setZoom(zoom);
    for (int tab = 0; tab < tabs->count(); ++tab) {
      tabs->setCurrentIndex(tab);
      for (int width = 1500; width > 600; width -= 90)
        for (int height = 900; height > 500; height -= 200, ++laid) {
          opened.window.resize(width, height);
          QCoreApplication::processEvents(); // what is laid out in circles uses the stack up here
        }
    }
  }
  theme.setZoom(1);
  QCOMPARE(laid, 3 * 5 * 10 * 2);
}

QTEST_MAIN(TestZoom)
#include "tst_zoom.moc"
