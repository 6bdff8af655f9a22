// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/calendar/businessdays.h"
#include "core/calendar/typeddate.h"
#include "core/edit/field.h"
#include "core/exchange/values.h"

#include <QCoreApplication>

namespace edit {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Edit)
};

Problem no(const QString& sentence) { return {{}, sentence}; }

Result<db::Value> number(const QString& typed) {
  bool isNumber = false;
  const int number = typed.toInt(&isNumber);
  if (!isNumber)
    return no(Say::tr("“%1” is not a whole number.").arg(typed));
  return db::Value(number);
}

Result<db::Value> date(const QString& typed, QDate today) {
  const auto read = typedDate(typed, today, [](QDate from, int days) { return addBusinessDays(from, days); });
  if (!read.isOk())
    return read.problems();
  return db::Value(*read);
}

/// As it is spelt, without case and marks; else the only one that begins so.
Result<db::Value> word(const Field& field, const QString& typed, const Context& context) {
  const QStringList words = field.words(context.database());
  const QString wanted = folded(typed);
  QStringList begun;
  for (const QString& each : words) {
    if (folded(each) == wanted)
      return db::Value(each);
    if (folded(each).startsWith(wanted))
      begun << each;
  }
  if (begun.size() == 1)
    return db::Value(begun.front());
  return no(Say::tr("“%1” is none of these: %2.").arg(typed, words.join(QStringLiteral(", "))));
}

/// By name, or by the beginning of its words where that is the name of one alone: "anna", "marten, l".
Result<db::Value> named(const QString& sql, const QString& typed, const QString& none, const Context& context) {
  const QString wanted = folded(typed);
  std::vector<qint64> found;
  std::optional<qint64> exact;
  context.database().each(sql, {}, [&](db::Row& row) {
    const qint64 id = row.number();
    const QString name = row.text();
    if (name == wanted)
      exact = id;
    else if (name.startsWith(wanted) || name.contains(QLatin1Char(' ') + wanted))
      found.push_back(id);
  });
  if (exact)
    return db::Value(*exact);
  if (found.size() == 1)
    return db::Value(found.front());
  return no(found.empty() ? none.arg(typed) : Say::tr("“%1” fits several: type more of the name.").arg(typed));
}

} // namespace

Result<db::Value> understood(const Field& field, const QString& text, Context& context) {
  const QString typed = text.simplified();
  if (typed.isEmpty() && field.isNeeded)
    return no(Say::tr("%1 cannot be empty.").arg(field.label));
  if (field.kind == Kind::Text)
    return db::Value(typed);
  if (typed.isEmpty())
    return field.kind == Kind::Word ? db::Value(QString()) : db::Value();
  switch (field.kind) {
  case Kind::Number:
    return number(typed);
  case Kind::Date:
    return date(typed, context.today());
  case Kind::Word:
    return word(field, typed, context);
  case Kind::YesNo: {
    const auto yes = exchange::readYesNo(typed);
    if (!yes.isOk())
      return yes.problems();
    return db::Value(*yes);
  }
  case Kind::Coordinator:
    return named(QStringLiteral("SELECT id, sort_name FROM coordinator WHERE active = 1"), typed,
                 Say::tr("There is no coordinator “%1”."), context);
  case Kind::Payor:
    return named(QStringLiteral("SELECT id, sort_name FROM payor"), typed, Say::tr("There is no payor “%1”."), context);
  case Kind::Text:
    break;
  }
  return db::Value(typed);
}

} // namespace edit
