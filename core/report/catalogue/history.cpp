// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/subjects.h"
#include "core/db/dialect.h"
#include "core/db/table.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// What the record of line r was created with, as JSON of all its columns in their order. Its lines do not say: it is
/// today's row (of one that was removed: nothing), over which the earliest value of each column that a later line
/// changed is laid.
QString created() {
  knowAllSubjects();
  QString today = QStringLiteral("CASE r.record");
  for (const db::Table* table : db::Table::all()) {
    QStringList now, none;
    for (const QString& column : table->columns().mid(0, table->tracked())) {
      now << QStringLiteral("'%1', x.%1").arg(column);
      none << QStringLiteral("'%1', NULL").arg(column);
    }
    today += QStringLiteral(" WHEN '%1' THEN coalesce((SELECT json_object(%2) FROM %1 x WHERE x.id = r.record_id), "
                            "json_object(%3))")
                 .arg(table->name(), now.join(QStringLiteral(", ")), none.join(QStringLiteral(", ")));
  }
  return QStringLiteral("json_patch(%1 END, (SELECT json_group_object(key, value) FROM (SELECT j.key, j.value, "
                        "min(r2.id) FROM change_row r2, json_each(r2.before) j WHERE r2.record = r.record AND "
                        "r2.record_id = r.record_id AND r2.id > r.id AND r2.before <> '' GROUP BY j.key)))")
      .arg(today);
}

} // namespace

/// For an auditor: every line of history with all that its hash is made of, so that the chain can be recomputed from
/// the file that is exported by anybody who does not trust this program (tests/support/verify_history.py does it, in
/// forty lines). L(x) is the length of x as four bytes, the least first, and x as UTF-8; H is BLAKE2b with 160 bits.
///
///     Change hash = H(L(hash before) L(Change) L(At) L(Who) L(What) L(Undoes, or 0)), before the first line of each
///     Hash        = H(L(hash before) Change Record-id L(Record) L(Action) L(Before) L(After)), these two numbers as
///                   eight bytes each, the least first; of an insert with both empty, and behind it L(column) L(value)
///                   of each column in After that is neither null nor empty
///
/// The hash before is the one last written, whichever of the two; nothing at the beginning. An export made earlier is
/// the beginning of each later one: two of them tell whether anything was changed between. In CSV a leading apostrophe
/// before = + - @ is a guard, and not part of the cell.
Listing history() {
  Listing it;
  it.name = QStringLiteral("history");
  it.title = QCoreApplication::translate("report", "History");
  it.reason = QCoreApplication::translate(
      "report", "Every line of history, for an auditor: who changed what and when, from and to, chained by hashes.");
  it.id = QStringLiteral("r.id");
  it.from = QStringLiteral("change_row r CROSS JOIN change c ON c.id = r.change_id");
  it.columns = {number("Line", QStringLiteral("r.id")),
                {QStringLiteral("Day"), Kind::Date, QStringLiteral("substr(c.at, 1, 10)")},
                text("Who", "c.who"),
                text("What", "c.what"),
                text("Record", "r.record"),
                number("Record id", QStringLiteral("r.record_id")),
                text("Action", "r.action"),
                text("Before", "r.before"),
                {QStringLiteral("After"), Kind::Text,
                 QStringLiteral("CASE r.action WHEN 'insert' THEN %1 ELSE r.after END").arg(created()),
                 QStringLiteral("r.after")},
                text("At", "c.at"),
                number("Change", QStringLiteral("c.id")),
                number("Undoes", QStringLiteral("c.undoes")),
                text("Change hash", "lower(hex(c.hash))"),
                text("Hash", "lower(hex(r.hash))")};
  it.search = {QStringLiteral("c.who"), QStringLiteral("c.what"), QStringLiteral("r.record")};
  it.order = QStringLiteral("r.id");
  it.date = it.columnAt(QStringLiteral("Day"));
  it.newestFirst = true;
  return it;
}

} // namespace report
