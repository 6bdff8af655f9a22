// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/datefield.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

DateField::DateField(QDate today, AddBusinessDays addBusinessDays, QWidget* parent)
    : QLineEdit(parent), m_today(today), m_addBusinessDays(std::move(addBusinessDays)) {
  setPlaceholderText(tr("No date"));
  setToolTip(tr("1/12, 12 Jan 2027, +7, 3b (business days), mon, eom · Alt+Down for a calendar"));
  QAction* calendar = addAction(icon(QStringLiteral("calendar"), Ink::Second), QLineEdit::TrailingPosition);
  calendar->setText(tr("Choose a day"));
  calendar->setToolTip(tr("Choose a day (Alt+Down)"));
  connect(calendar, &QAction::triggered, this, &DateField::openCalendar);
  connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
    if (m_showing)
      return;
    m_typed = true;
    setProblem({});
    const auto read = typedDate(text, m_today, m_addBusinessDays);
    m_understood = read.isOk() ? shownDate(*read, m_today) : QString();
    if (m_understood == text.trimmed())
      m_understood.clear();
  });
  connect(this, &QLineEdit::editingFinished, this, &DateField::commit);
}

QDate DateField::date() {
  commit();
  return m_date;
}

void DateField::setDate(QDate date) {
  m_date = date;
  setProblem({});
  show(hasFocus() ? date.toString(Qt::ISODate) : shownDate(date, m_today));
}

QString DateField::typed() const {
  if (!m_typed)
    return m_problem.isEmpty() ? m_date.toString(Qt::ISODate) : text();
  const auto read = typedDate(text(), m_today, m_addBusinessDays);
  return read.isOk() ? read->toString(Qt::ISODate) : text(); // "+7" is a week from the day it was typed
}

void DateField::retype(const QString& typed) {
  setText(typed);
  commit();
}

bool DateField::commit() {
  if (!m_typed)
    return m_problem.isEmpty();
  const auto read = typedDate(text(), m_today, m_addBusinessDays);
  m_typed = false;
  m_understood.clear();
  if (!read.isOk()) {
    setProblem(read.problems().front().sentence);
    return false;
  }
  const bool changed = *read != m_date;
  setDate(*read);
  if (changed)
    Q_EMIT dateChanged(m_date);
  return true;
}

void DateField::show(const QString& text) {
  m_showing = true;
  setText(text);
  setCursorPosition(0);
  m_showing = false;
  m_typed = false;
  m_understood.clear();
}

void DateField::setProblem(const QString& problem) {
  if (m_problem == problem)
    return;
  m_problem = problem;
  setProperty("problem", !problem.isEmpty());
  setAccessibleDescription(problem);
  style()->unpolish(this);
  style()->polish(this);
  Q_EMIT problemChanged(problem);
}

void DateField::focusInEvent(QFocusEvent* event) {
  if (m_problem.isEmpty() && !m_typed)
    show(m_date.toString(Qt::ISODate));
  QLineEdit::focusInEvent(event);
  selectAll();
}

void DateField::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (event->reason() != Qt::PopupFocusReason && commit())
    show(shownDate(m_date, m_today));
}

void DateField::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) || event->key() == Qt::Key_F4)
    openCalendar();
  else
    QLineEdit::keyPressEvent(event);
}

void DateField::paintEvent(QPaintEvent* event) {
  QLineEdit::paintEvent(event);
  if (m_understood.isEmpty())
    return;
  QPainter painter(this);
  painter.setPen(tokens().second);
  const QRect place = rect().adjusted(px(size::cell), 0, -px(size::control), 0);
  const int used = fontMetrics().horizontalAdvance(text()) + px(size::group);
  if (used + fontMetrics().horizontalAdvance(m_understood) < place.width())
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, m_understood);
}

void DateField::openCalendar() {
  commit();
  auto* popup = new QFrame(this, Qt::Popup);
  popup->setAttribute(Qt::WA_DeleteOnClose);
  popup->setProperty("ground", QStringLiteral("surface"));
  auto* calendar = new QCalendarWidget(popup);
  calendar->setAccessibleName(tr("Calendar"));
  calendar->setSelectedDate(m_date.isValid() ? m_date : m_today);
  calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
  calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
  auto* layout = new QVBoxLayout(popup);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->addWidget(calendar);
  const auto choose = [this, popup](QDate day) {
    const bool changed = day != m_date;
    setDate(day);
    popup->close();
    if (changed)
      Q_EMIT dateChanged(m_date);
  };
  connect(calendar, &QCalendarWidget::clicked, this, choose);
  connect(calendar, &QCalendarWidget::activated, this, choose);
  popup->move(mapToGlobal(QPoint(0, height() + px(size::step))));
  popup->show();
  calendar->setFocus();
}

} // namespace ui
