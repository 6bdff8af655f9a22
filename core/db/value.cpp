// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/value.h"

namespace db {

Value::Value(std::optional<int> number) {
  if (number)
    m_value = qint64{*number};
}

Value::Value(QDate date) {
  if (date.isValid())
    m_value = date.toString(Qt::ISODate);
}

Value::Value(Key key) {
  if (key.value != 0)
    m_value = key.value;
}

} // namespace db
