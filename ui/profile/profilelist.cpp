// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilelist.h"

#include "core/credentials/credential.h"
#include "core/facilities/affiliation.h"
#include "core/payors/enrollment.h"
#include "core/report/catalogue.h"
#include "ui/edit/removing.h"
#include "ui/history/historypages.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ProfileList)
};

/// Whether what is in it has an end that somebody can be written to about.
bool hasExpirables(const ProfileList& spec) {
  return spec.table == &Credential::table() || spec.table == &Enrollment::table() ||
         spec.table == &Affiliation::table();
}

/// The window's own entry for writing about what is selected; null where there is none.
QAction* mailEntry(const ListingPage* page) {
  return page->window()->findChild<QAction*>(QStringLiteral("mail.selected"));
}

void fillMenu(QMenu& menu, const ProfileContext& context, const ProfileList& spec, ListingPage* page) {
  const qint64 id = page->table()->currentId();
  if (QAction* mail = hasExpirables(spec) ? mailEntry(page) : nullptr)
    menu.addAction(mail);
  if (spec.menu)
    spec.menu(menu, id);
  if (!spec.table)
    return;
  menu.addAction(icon(QStringLiteral("history"), Ink::Second), Say::tr("History…"), page,
                 [context, table = spec.table, id] {
                   attempt(Say::tr("Reading the history"),
                           [&] { openRecordHistory(context.session, *table, id, context.window()); });
                 });
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

ListingPage* makeProfileList(const ProfileContext& context, ProfileList spec, QWidget* parent) {
  const report::Listing* listing = report::find(spec.listing);
  auto rows = std::make_shared<ListingRows>(context.session, *listing, spec.looks, nullptr, spec.only);
  auto* page = new ListingPage(context.session, spec.page, std::move(rows), parent);
  TableView* table = page->table();
  if (spec.table) // for what works on any list: mailing about its rows
    page->setProperty("records", spec.table->name());
  if (context.subject.kind == Subject::Kind::Provider)
    page->setProperty("provider", context.subject.id);
  if (spec.open)
    QObject::connect(page, &ListPage::openAsked, page,
                     [open = spec.open](qint64 id) { attempt(Say::tr("Opening the record"), [&] { open(id); }); });
  if (spec.add)
    QObject::connect(page, &ListPage::addAsked, page, [add = spec.add] { attempt(Say::tr("Opening the form"), add); });
  if (hasExpirables(spec)) {
    auto* mail = new QPushButton(Say::tr("Mail"));
    setButtonIcon(mail, QStringLiteral("mail"));
    mail->setObjectName(spec.page.key + QStringLiteral(".mail"));
    mail->setAccessibleName(Say::tr("Mail about %1").arg(spec.page.title));
    mail->setToolTip(Say::tr("One letter about what is selected, else about all that expires here"));
    QObject::connect(mail, &QPushButton::clicked, page, [page] {
      page->table()->setFocus();
      if (QAction* entry = mailEntry(page))
        entry->trigger();
    });
    page->addButton(mail);
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
  if (spec.table && spec.mayDelete)
    offerRemoving(context.session, page, *spec.table);
  return page;
}

} // namespace ui
