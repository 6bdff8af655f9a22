// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/savedview.h"

#include "core/base/text.h"

#include <QCoreApplication>

const db::Table& SavedView::table() {
  static const db::Table it("saved_view", {"list", "name", "coordinator_id", "position", "look"},
                            db::Table::Derived{{"sort_name"}, [](const db::Values& values) {
                                                 return db::Values{folded(*values[1].text())};
                                               }});
  return it;
}

db::Values SavedView::values() const { return {list, name, coordinator, position, look}; }

SavedView SavedView::read(db::Row& row) {
  SavedView r;
  r.id = row.id<SavedView>();
  r.list = row.text();
  r.name = row.text();
  r.coordinator = row.id<Coordinator>();
  r.position = int(row.number());
  r.look = row.text();
  return r;
}

Problems check(const SavedView& view, db::Database& database) {
  const QString name = QStringLiteral("name");
  if (view.name.trimmed().isEmpty())
    return {{name, QCoreApplication::translate("SavedView", "A view needs a name: it is found and reported by it.")}};
  // Two of one name may stand in two people's lists, never in one.
  const qint64 same =
      database.value(QStringLiteral("SELECT count(*) FROM saved_view WHERE sort_name = ? AND id <> ? AND "
                                    "(coordinator_id IS NULL OR ? = 0 OR coordinator_id = ?)"),
                     {folded(view.name), view.id.value, view.coordinator.value, view.coordinator.value});
  if (same > 0)
    return {{name, QCoreApplication::translate("SavedView", "There is a view of this name already.")}};
  return {};
}

std::vector<SavedView> viewsOf(db::Database& database, Id<Coordinator> who) {
  return db::allWhere<SavedView>(
      database, QStringLiteral("coordinator_id IS NULL OR coordinator_id = ? ORDER BY position, id"), {who.value});
}

void moveView(db::Transaction& transaction, Id<SavedView> id, Id<Coordinator> who, int place) {
  std::vector<SavedView> views = viewsOf(transaction.database(), who);
  const auto at = std::find_if(views.begin(), views.end(), [&](const SavedView& view) { return view.id == id; });
  if (at == views.end())
    return;
  const SavedView moved = *at;
  views.erase(at);
  views.insert(views.begin() + std::clamp(place, 0, int(views.size())), moved);
  for (size_t i = 0; i < views.size(); ++i)
    if (views[i].position != int(i)) {
      views[i].position = int(i);
      db::save(transaction, views[i]);
    }
}
