// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/callsheet.h"

#include "core/base/text.h"
#include "core/report/catalogue.h"
#include "ui/list/tableview.h"
#include "ui/shell/session.h"
#include "ui/tracking/inspector.h"
#include "ui/tracking/queueside.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CallSheet)
};

/// Phone and portal of the payor or facility of this name.
QString howToReach(db::Database& reader, const QString& name) {
  const QString called = folded(name);
  const auto found = reader.first(
      QStringLiteral("SELECT phone, portal FROM payor WHERE sort_name = ? UNION ALL SELECT phone, '' FROM facility "
                     "WHERE sort_name = ?"),
      {called, called}, [](db::Row& row) {
        const QString phone = row.text();
        return QStringList{phone, row.text()};
      });
  QStringList said = found.value_or(QStringList());
  said.removeAll(QString());
  return said.join(QStringLiteral(" · "));
}

} // namespace

ListingPage* makeCallSheet(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 160},
      {"NPI", CellKind::Text, 108},
      {"State", CellKind::Second, 56},
      {"Step", CellKind::Text, 150},
      {"Waiting on", CellKind::Status, 104},
      {"Due", CellKind::Due, 172, true, "Days late", "Status"},
      {"Follow-up", CellKind::FollowUp, 106, true, nullptr, "Status"},
      {"Last note on", CellKind::Date, 106},
      {"Last note", CellKind::Second, 260},
      {"Last note by", CellKind::Second, 120, false},
      {"With", CellKind::Text, 150, false},
      {"Phone", CellKind::Text, 112, false},
      {"Portal", CellKind::Second, 150, false},
      {"Practice", CellKind::Text, 150, false},
      {"TIN", CellKind::Text, 90, false},
      {"Type", CellKind::Second, 104, false},
      {"Subtype", CellKind::Second, 120, false},
      {"Status", CellKind::Status, 110, false},
      {"Assignee", CellKind::Text, 130, false},
      {"Days late", CellKind::Number, 80, false},
      {"Priority", CellKind::Text, 90, false},
      {"Tracking", CellKind::Second, 90, false},
      {"Team", CellKind::Second, 140, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("call-sheet");
  spec.title = Say::tr("Call sheet");
  spec.icon = QStringLiteral("phone");
  spec.emptyTitle = Say::tr("Nobody to call today");
  spec.emptyText = Say::tr("What is to be followed up today, and steps that are due, stand here by payor and facility. "
                           "A contact noted on one moves its follow-up, and it leaves this list.");
  spec.chips = {
      chips::me(),
      chips::assignee(session),
      chips::words(QStringLiteral("waiting-on"), Say::tr("Waiting on"),
                   {QStringLiteral("Us"), QStringLiteral("Provider"), QStringLiteral("Payor"),
                    QStringLiteral("Facility"), QStringLiteral("Portal vendor"), QStringLiteral("Nobody")}),
      chips::found(session, QStringLiteral("payor"), Say::tr("Payor"),
                   QStringLiteral("SELECT id, name FROM payor ORDER BY sort_name")),
      chips::found(session, QStringLiteral("type"), Say::tr("Type"),
                   QStringLiteral("SELECT DISTINCT type || ' – ' || subtype, type || ' – ' || subtype FROM tracking "
                                  "ORDER BY 1")),
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("call-sheet")), looks);
  rows->setBeside(QStringLiteral("With"), howToReach);
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  new QueueSide(session, *page, QueueSide::AfterContact::Next);
  Query byPayor;
  byPayor.group = QStringLiteral("With");
  byPayor.sort = {{QStringLiteral("Provider"), false}};
  if (session.me().isValid())
    byPayor.filters[QStringLiteral("assignee")] = {QStringLiteral("me")};
  page->setQuery(byPayor);
  return page;
}

} // namespace ui
