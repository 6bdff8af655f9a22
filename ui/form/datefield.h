// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/typeddate.h"

#include <QLineEdit>

namespace ui {

/// A date as one types it (core/calendar/typeddate.h), with what it was understood as beside it while typing, and a
/// calendar on Alt+Down. Empty is "no date"; text that can not be read stays and says why.
class DateField : public QLineEdit {
  Q_OBJECT
public:
  DateField(QDate today, AddBusinessDays addBusinessDays, QWidget* parent = nullptr);

  /// The date as last understood; null for none. Text still being typed is taken first.
  QDate date();
  void setDate(QDate date);

  /// What stands in it without taking it: the date as ISO text, or what is typed so far.
  QString typed() const;
  /// Puts that back, as if it were typed.
  void retype(const QString& typed);

  /// Why the text can not be taken, or empty.
  QString problem() const { return m_problem; }

  /// Takes the typed text; false when it can not be read.
  bool commit();

Q_SIGNALS:
  void dateChanged(const QDate& date);
  void problemChanged(const QString& problem);

protected:
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void show(const QString& text);
  void setProblem(const QString& problem);
  void openCalendar();

  QDate m_today;
  AddBusinessDays m_addBusinessDays;
  QDate m_date;
  QString m_problem;
  QString m_understood; ///< beside the text while it is typed
  bool m_typed = false; ///< the text is newer than m_date
  bool m_showing = false;
};

} // namespace ui
