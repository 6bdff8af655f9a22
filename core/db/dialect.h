// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The few expressions that SQLite and PostgreSQL spell differently: the one place to change for another engine.
namespace db::dialect {

/// Calendar days from one date expression to another, a number; NULL when either is.
inline QString daysBetween(const QString& from, const QString& to) {
  return QStringLiteral("CAST(julianday(%2) - julianday(%1) AS INTEGER)").arg(from, to);
}

/// A date expression that lies `days` (an expression) after another.
inline QString addDays(const QString& date, const QString& days) {
  return QStringLiteral("date(%1, '+' || %2 || ' days')").arg(date, days);
}

/// A date expression that lies `days` (an expression) before another.
inline QString daysBefore(const QString& date, const QString& days) {
  return QStringLiteral("date(%1, '-' || %2 || ' days')").arg(date, days);
}

/// The Sunday of a date expression's week, Monday to Sunday.
inline QString endOfWeek(const QString& date) { return QStringLiteral("date(%1, 'weekday 0')").arg(date); }

/// The Monday of a date expression's week.
inline QString startOfWeek(const QString& date) { return QStringLiteral("date(%1, 'weekday 0', '-6 days')").arg(date); }

/// The first day of a date expression's month.
inline QString startOfMonth(const QString& date) { return QStringLiteral("date(%1, 'start of month')").arg(date); }

/// A first day of a month that lies `months` (an expression, which may be negative) after another.
inline QString addMonths(const QString& date, const QString& months) {
  return QStringLiteral("date(%1, (%2) || ' months')").arg(date, months);
}

/// The lowest rung of a ladder ("120/90/60") that is reached so many days before; NULL when none is.
inline QString reachedRung(const QString& ladder, const QString& days) {
  const QString list = QStringLiteral("'[' || replace(%1, '/', ',') || ']'").arg(ladder);
  return QStringLiteral("CASE WHEN json_valid(%1) THEN (SELECT min(j.value) FROM json_each(%1) j WHERE j.value >= %2) "
                        "END")
      .arg(list, days);
}

/// The number that a text begins with, "120/90" → 120.
inline QString leadingNumber(const QString& text) { return QStringLiteral("CAST(%1 AS INTEGER)").arg(text); }

/// An instant ("2026-03-02T15:00:00Z") as the clock on the wall shows it, "2026-03-02 09:00"; empty for none.
inline QString wallClock(const QString& instant) {
  return QStringLiteral("coalesce(strftime('%Y-%m-%d %H:%M', nullif(%1, ''), 'localtime'), '')")
      .replace(QStringLiteral("%1"), instant);
}

/// All values of an expression in one text, parted by "; ", in the order of `order`.
inline QString joined(const QString& expression, const QString& fromAndWhere, const QString& order) {
  return QStringLiteral("(SELECT group_concat(v, '; ') FROM (SELECT %1 AS v %2 ORDER BY %3))")
      .arg(expression, fromAndWhere, order);
}

} // namespace db::dialect
