// SPDX-License-Identifier: GPL-3.0-or-later
#include "sitting.h"
#include "support/walk.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QToolButton>

using namespace ui;

namespace {

QString nameOfThing(QWidget* widget) {
  auto* interface = QAccessible::queryAccessibleInterface(widget);
  return interface ? interface->text(QAccessible::Name) : QString();
}

/// What a person acts on.
bool isControl(const QWidget* widget) {
  if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QScrollBar*>(widget))
    return false;
  return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
         qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
         qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

QString pathOf(const QWidget* widget) {
  QStringList names;
  for (; widget; widget = widget->parentWidget())
    names.prepend(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                 : widget->objectName());
  return names.mid(qMax<qsizetype>(0, names.size() - 4)).join(QLatin1Char('/'));
}

} // namespace

/// Every screen and dialog, as somebody meets it who does not see it, or has no mouse.
class TestAccess : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void theWindowFitsItsScreenAtTwiceTheTextSize();
  void noTwoCommandsShareAKey();
  void everyCommandHasItsKeyAndIsListed();
  void everyControlHasAName();
  void noLabelIsCut();
  void tabLeadsThroughEveryScreenAndOutOfEveryControl();

private:
  std::unique_ptr<Sitting> m_sitting;
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<MainWindow> m_window;
  QStringList m_unnamed, m_cut, m_traps;
  int m_seen = 0;
};

void TestAccess::initTestCase() {
  m_sitting = std::make_unique<Sitting>();
  m_theme = std::make_unique<Theme>(*qApp);
  m_window = std::make_unique<MainWindow>(*m_theme);
  new Desk(*m_sitting->session, *m_window);
  m_sitting->session->setMe({1});
  m_window->resize(1366, 768);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  Walk walk(*m_window, *m_sitting->session, [this](const QString& name, QWidget* shown) {
    ++m_seen;
    for (int i = 0; i < 3; ++i) // what came last is laid out
      QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const auto all = shown->findChildren<QWidget*>();
    for (QWidget* widget : all)
      if (isControl(widget) && nameOfThing(widget).isEmpty())
        m_unnamed << name + QStringLiteral(": ") + pathOf(widget);
    for (const QLabel* label : shown->findChildren<QLabel*>()) {
      if (!label->isVisible() || label->text().isEmpty() || label->inherits("ui::ElidedLabel") ||
          label->visibleRegion().isEmpty())
        continue;
      if (label->wordWrap() && label->heightForWidth(label->width()) > label->height() + 1)
        m_cut << name + QStringLiteral(": the last lines of ") + label->text().left(60);
      if (label->wordWrap() || label->minimumWidth() == label->maximumWidth()) // the last draw themselves
        continue;
      // Its own hint: one pixel is rounding.
      if (label->sizeHint().width() > label->width() + 1 || label->sizeHint().height() > label->height() + 1)
        m_cut << name + QStringLiteral(": ") + label->text().left(60);
    }
    for (const QScrollArea* area : shown->findChildren<QScrollArea*>())
      if (area->isVisible() && area->widget() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
          area->widget()->width() > area->viewport()->width())
        m_cut << name + QStringLiteral(": %1 px of what is in %2 (%3)")
                            .arg(area->widget()->width())
                            .arg(pathOf(area))
                            .arg(area->viewport()->width());
    const auto controls = std::count_if(all.begin(), all.end(), [](const QWidget* one) { return isControl(one); });
    // From any control Tab comes round to it again, by way of others.
    QWidget* first = shown->focusWidget();
    if (!first || QApplication::activePopupWidget())
      return;
    QSet<QWidget*> met;
    QWidget* at = first;
    for (int i = 0; i < 300 && !met.contains(at); ++i) {
      met << at;
      QTest::keyClick(at, Qt::Key_Tab, qobject_cast<QPlainTextEdit*>(at) ? Qt::ControlModifier : Qt::NoModifier);
      QWidget* next = QApplication::focusWidget();
      if (!next)
        break;
      if (next == at && met.size() == 1 && controls > 1) {
        m_traps << name + QStringLiteral(": ") + pathOf(at);
        break;
      }
      at = next;
    }
  });
  walk.all();
  QVERIFY2(m_seen > 60, qPrintable(QString::number(m_seen)));
}

void TestAccess::theWindowFitsItsScreenAtTwiceTheTextSize() {
  m_theme->setZoom(2);
  for (int i = 0; i < 5; ++i) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::processEvents();
  }
  const QSize least = m_window->minimumSizeHint();
  m_theme->setZoom(1);
  QVERIFY2(least.width() <= 1366 && least.height() <= 768,
           qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
}

/// Qt runs neither of two commands that have one key.
void TestAccess::noTwoCommandsShareAKey() {
  QMap<QString, QSet<QString>> commands;
  for (const QAction* action : m_window->findChildren<QAction*>())
    if (action->shortcutContext() == Qt::WindowShortcut && action->isEnabled())
      for (const QKeySequence& keys : action->shortcuts())
        commands[keys.toString()] << action->text().remove(QLatin1Char('&'));
  for (const QPushButton* button : m_window->findChildren<QPushButton*>())
    if (!button->shortcut().isEmpty())
      commands[button->shortcut().toString()] << button->text();
  QStringList twice;
  for (auto it = commands.begin(); it != commands.end(); ++it)
    if (!it.key().isEmpty() && it->size() > 1)
      twice << it.key() + QStringLiteral(": ") + it->values().join(QStringLiteral(", "));
  QVERIFY(commands.size() > 20);
  QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QLatin1Char('\n'))));
}

/// All but the reports, which are typed by name (Ctrl+R), and what is in a menu of a menu.
void TestAccess::everyCommandHasItsKeyAndIsListed() {
  QStringList keyless, keys;
  for (const auto which : {MainWindow::Menu::File, MainWindow::Menu::Edit, MainWindow::Menu::View,
                           MainWindow::Menu::Mail, MainWindow::Menu::Help})
    for (const QAction* action : m_window->menu(which)->actions()) {
      if (action->isSeparator() || action->menu() || !action->isVisible())
        continue;
      const QString key = action->shortcut().toString(QKeySequence::NativeText);
      const QString said = key.isEmpty() ? action->property("keys").toString() : key;
      (said.isEmpty() ? keyless : keys) << (said.isEmpty() ? action->text() : said);
    }
  QVERIFY2(keyless.isEmpty(), qPrintable(keyless.join(QLatin1Char('\n'))));
  for (QAction* action : m_window->menu(MainWindow::Menu::Help)->actions())
    if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Slash))
      action->trigger();
  QString listed;
  for (QWidget* top : QApplication::topLevelWidgets())
    if (auto* dialog = qobject_cast<QDialog*>(top); dialog && dialog->isVisible()) {
      for (const QLabel* label : dialog->findChildren<QLabel*>())
        listed += label->text() + QLatin1Char('\n');
      dialog->close();
    }
  for (const QString& key : keys)
    QVERIFY2(listed.contains(key), qPrintable(key));
}

void TestAccess::everyControlHasAName() {
  m_unnamed.removeDuplicates();
  QVERIFY2(m_unnamed.isEmpty(), qPrintable(m_unnamed.join(QLatin1Char('\n'))));
}

void TestAccess::noLabelIsCut() {
  m_cut.removeDuplicates();
  QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut.join(QLatin1Char('\n'))));
}

void TestAccess::tabLeadsThroughEveryScreenAndOutOfEveryControl() {
  QVERIFY2(m_traps.isEmpty(), qPrintable(m_traps.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
