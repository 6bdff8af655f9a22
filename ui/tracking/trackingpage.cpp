// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/trackingpage.h"

#include "core/report/catalogue.h"
#include "ui/shell/session.h"
#include "ui/tracking/queueside.h"
#include "ui/tracking/shippedoffer.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("TrackingPage", text); }

} // namespace

ListingPage* makeTrackingPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 152},
      {"About", CellKind::Text, 138},
      {"Type", CellKind::Second, 76},
      {"Subtype", CellKind::Second, 104},
      {"Step", CellKind::Text, 146},
      {"Waiting on", CellKind::Status, 106},
      {"Due", CellKind::Due, 152, true, "Days late", "Status"},
      {"Status", CellKind::Status, 118},
      {"Assignee", CellKind::Text, 132},
      {"Follow-up", CellKind::Date, 96},
      {"Last note on", CellKind::Date, 110, false},
      {"Last note", CellKind::Second, 240, false},
      {"Last note by", CellKind::Second, 120, false},
      {"Team", CellKind::Second, 140, false},
      {"NPI", CellKind::Text, 100, false},
      {"Degree", CellKind::Second, 70, false},
      {"Practice", CellKind::Text, 150, false},
      {"Step no", CellKind::Number, 70, false},
      {"Started", CellKind::Date, 110, false},
      {"Days late", CellKind::Number, 80, false},
      {"Tracking", CellKind::Second, 90, false},
      {"Tracking status", CellKind::Status, 120, false},
      {"Priority", CellKind::Text, 90, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("tracking");
  spec.title = tr("Tracking");
  spec.icon = QStringLiteral("inbox");
  spec.emptyTitle = tr("Nothing to do yet");
  spec.emptyText =
      tr("Every open step of every tracking stands here: what is due, for whom, and who has the ball. Start a "
         "tracking, or import the ones you have from a spreadsheet.");
  spec.add = tr("Add Tracking");
  spec.addKeys = QStringLiteral("Ctrl+Shift+T");
  spec.more = tr("Reports");
  spec.chips = {
      chips::me(),
      chips::overdue(),
      chips::today(),
      chips::thisWeek(),
      chips::noDate(),
      chips::assignee(session),
      chips::words(QStringLiteral("status"), tr("Status"),
                   {QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("Waiting")}),
      chips::words(QStringLiteral("waiting-on"), tr("Waiting on"),
                   {QStringLiteral("Us"), QStringLiteral("Provider"), QStringLiteral("Payor"),
                    QStringLiteral("Facility"), QStringLiteral("Portal vendor"), QStringLiteral("Nobody")}),
      chips::found(session, QStringLiteral("type"), tr("Type"),
                   QStringLiteral("SELECT DISTINCT type || ' – ' || subtype, type || ' – ' || subtype FROM tracking "
                                  "ORDER BY 1")),
      chips::found(session, QStringLiteral("payor"), tr("Payor"),
                   QStringLiteral("SELECT id, name FROM payor ORDER BY sort_name")),
      {QStringLiteral("wide"), tr("With done ones"), QStringLiteral("all"), {}, Tone::Neutral, {}},
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("open-items")), looks,
                                            report::find(QStringLiteral("all-items")));
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  page->setNotice(new ShippedOffer(session));
  new QueueSide(session, *page, QueueSide::AfterContact::Stay);
  return page;
}

} // namespace ui
