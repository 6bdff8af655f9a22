// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilelist.h"

#include "core/report/catalogue.h"
#include "ui/history/historypages.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/removing.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMenu>
#include <QShortcut>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ProfileList)
};

void fillMenu(QMenu& menu, const ProfileContext& context, const ProfileList& spec, ListingPage* page) {
  const qint64 id = page->table()->currentId();
  if (spec.menu)
    spec.menu(menu, id);
  if (!spec.table)
    return;
  menu.addAction(icon(QStringLiteral("history"), Ink::Second), Say::tr("History…"), page,
                 [context, table = spec.table, id] {
                   attempt(Say::tr("Reading the history"),
                           [&] { openRecordHistory(context.session, *table, id, context.window()); });
                 });
  if (!spec.mayDelete)
    return;
  QAction* remove = menu.addAction(
      icon(QStringLiteral("trash-2"), Ink::Second), Say::tr("Delete"), page,
      [context, table = spec.table, page] { removeRecords(context.session, *table, page->table()->selectedIds()); });
  remove->setShortcut(Qt::Key_Delete);
}

} // namespace

report::Filter ProfileContext::mine(std::map<QString, db::Values> also) const {
  report::Filter filter;
  filter.is = std::move(also);
  filter.is[subject.filter()] = {db::Value(subject.id)};
  return filter;
}

report::Request requestOf(const ProfileContext& context, const QString& listing, const report::Filter& only) {
  return {report::find(listing), context.session.today(), only};
}

ListingPage* makeProfileList(const ProfileContext& context, ProfileList spec) {
  const report::Listing* listing = report::find(spec.listing);
  auto rows = std::make_shared<ListingRows>(context.session, *listing, spec.looks, nullptr, spec.only);
  auto* page = new ListingPage(context.session, spec.page, std::move(rows));
  TableView* table = page->table();
  if (spec.open)
    QObject::connect(page, &ListPage::openAsked, page,
                     [open = spec.open](qint64 id) { attempt(Say::tr("Opening the record"), [&] { open(id); }); });
  if (spec.add)
    QObject::connect(page, &ListPage::addAsked, page, [add = spec.add] { attempt(Say::tr("Opening the form"), add); });
  if (spec.table && spec.mayDelete) {
    auto* remove = new QShortcut(Qt::Key_Delete, table, nullptr, nullptr, Qt::WidgetShortcut);
    QObject::connect(remove, &QShortcut::activated, page, [context, record = spec.table, table] {
      removeRecords(context.session, *record, table->selectedIds());
    });
  }
  if (spec.take)
    QObject::connect(table, &QAbstractItemView::clicked, page, [page, table, spec](const QModelIndex& index) {
      if (page->model()->columns()[size_t(index.column())].key == spec.offer)
        attempt(Say::tr("Opening the form"),
                [&] { spec.take(page->model()->idAt(index.row()), table->visualRect(index)); });
    });
  page->addRowMenu([context, spec, page](QMenu& menu) {
    attempt(Say::tr("Opening the menu"), [&] { fillMenu(menu, context, spec, page); });
  });
  return page;
}

} // namespace ui
