// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/restyling.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPointer>
#include <QStackedWidget>
#include <QStyle>

namespace ui {
namespace {

void tell(QWidget* widget) {
  QEvent told(QEvent::StyleChange);
  QCoreApplication::sendEvent(widget, &told);
}

/// What of a hidden page has the style of before, until the page is shown.
class Later : public QObject {
  Q_OBJECT
public:
  explicit Later(QWidget* page) : QObject(page) { page->installEventFilter(this); }

  /// Those that were never shown are given their style by Qt when they are.
  void hold() {
    for (QWidget* widget : all())
      if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->setAttribute(Qt::WA_WState_Polished, false);
        m_held << widget;
      }
  }

protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() != QEvent::Show)
      return false;
    parent()->removeEventFilter(this);
    for (const QPointer<QWidget>& widget : m_held)
      if (widget && !widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->setAttribute(Qt::WA_WState_Polished);
        widget->style()->polish(widget);
      }
    for (QWidget* widget : all()) {
      tell(widget);
      if (const QVariant face = widget->property("face"); face.isValid())
        setFace(widget, Face(face.toInt())); // its font is looked up anew too
    }
    setParent(nullptr);
    deleteLater();
    return false;
  }

private:
  QList<QWidget*> all() const {
    QList<QWidget*> widgets = parent()->findChildren<QWidget*>();
    widgets.prepend(static_cast<QWidget*>(parent()));
    return widgets;
  }

  QList<QPointer<QWidget>> m_held;
};

} // namespace

void Restyling::turn(const std::function<void()>& off, const std::function<void()>& on) {
  qApp->installEventFilter(this);
  m_isOff = true;
  off();
  m_isOff = false;
  for (QWidget* page : QApplication::allWidgets()) {
    if (!page->isHidden() || !qobject_cast<QStackedWidget*>(page->parentWidget()))
      continue;
    auto* later = page->findChild<Later*>(QString(), Qt::FindDirectChildrenOnly);
    (later ? later : new Later(page))->hold();
    m_hidden.insert(page);
  }
  on();
  m_hidden.clear();
  qApp->removeEventFilter(this);
}

bool Restyling::isHidden(const QObject* widget) const {
  for (; widget; widget = widget->parent())
    if (m_hidden.contains(widget))
      return true;
  return false;
}

bool Restyling::eventFilter(QObject* watched, QEvent* event) {
  return event->type() == QEvent::StyleChange && (m_isOff || isHidden(watched));
}

} // namespace ui

#include "restyling.moc"
