// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/value.h"

namespace db {

namespace {

/// YYYY-MM-DD. Qt's own goes through printf: half a microsecond, which ten million dates of an import feel.
QString isoText(QDate date) {
  int year = 0, month = 0, day = 0;
  date.getDate(&year, &month, &day);
  if (year < 0 || year > 9999)
    return date.toString(Qt::ISODate);
  QString text(10, QLatin1Char('-'));
  QChar* out = text.data();
  const auto put = [out](int at, int digits, int number) {
    for (int place = at + digits - 1; place >= at; --place, number /= 10)
      out[place] = QChar(u'0' + number % 10);
  };
  put(0, 4, year);
  put(5, 2, month);
  put(8, 2, day);
  return text;
}

} // namespace

Value::Value(std::optional<int> number) {
  if (number)
    m_value = qint64{*number};
}

Value::Value(QDate date) {
  if (date.isValid())
    m_value = isoText(date);
}

Value::Value(Key key) {
  if (key.value != 0)
    m_value = key.value;
}

} // namespace db
