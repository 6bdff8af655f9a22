// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample.h"
#include "core/edit/changes.h"
#include "core/report/catalogue.h"
#include "support/freshfile.h"

#include <QTest>

namespace {
const QDate today(2026, 3, 2);
}

/// What lists show and what their columns change are the same thing.
class TestEditing : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyColumnThatChangesSomethingNamesAField();
  void aCellShowsWhatItsFieldHolds();
};

void TestEditing::everyColumnThatChangesSomethingNamesAField() {
  int count = 0;
  for (const report::Listing& listing : report::catalogue())
    for (const report::Column& column : listing.columns)
      if (!column.edits.isEmpty()) {
        ++count;
        QVERIFY2(edit::find(column.edits), qPrintable(listing.name + QLatin1Char(' ') + column.edits));
      }
  QVERIFY(count >= 40);
}

void TestEditing::aCellShowsWhatItsFieldHolds() {
  const auto file = freshFile();
  makeSample(*file, tester(), today);
  edit::Context context(*file, today);
  for (const report::Listing& listing : report::catalogue()) {
    report::Request request{&listing, today, {}};
    const report::Query all = report::idsQuery(request);
    const auto ids = file->all(all.sql, all.arguments, [](db::Row& row) { return row.number(); });
    const bool edits = std::any_of(listing.columns.begin(), listing.columns.end(),
                                   [](const report::Column& column) { return !column.edits.isEmpty(); });
    QVERIFY2(!edits || !ids.empty(), qPrintable(listing.name));
    if (ids.empty())
      continue;
    for (int column = 0; column < int(listing.columns.size()); ++column) {
      const edit::Field* field = edit::find(listing.columns[size_t(column)].edits);
      if (!field)
        continue;
      request.columns = {column};
      QHash<qint64, QString> shown;
      const report::Query cells = report::rowsByIdQuery(request, ids);
      file->each(cells.sql, cells.arguments, [&](db::Row& row) {
        const qint64 id = row.number();
        shown.insert(id, row.text());
      });
      const report::Query records = report::recordsByIdQuery(request, column, ids);
      int compared = 0;
      std::vector<std::pair<qint64, qint64>> pairs;
      file->each(records.sql, records.arguments, [&](db::Row& row) {
        const qint64 id = row.number();
        pairs.emplace_back(id, row.number());
      });
      for (const auto& [id, record] : pairs) {
        if (record == 0)
          continue;
        const edit::Change change = field->look(context, record, QString());
        // Rows without a record yet, and members that a kind of row does not have, hold nothing.
        if (change.before.isNull() && change.isRefused())
          continue;
        QVERIFY2(change.before == shown.value(id),
                 qPrintable(QStringLiteral("%1 %2: %3 in the list, %4 in the field")
                                .arg(listing.name, field->key, shown.value(id), change.before)));
        ++compared;
      }
      QVERIFY2(compared > 0, qPrintable(listing.name + QLatin1Char(' ') + field->key));
    }
  }
}

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
