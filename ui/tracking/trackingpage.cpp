// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/trackingpage.h"

#include "core/report/catalogue.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/tracking/moves.h"
#include "ui/tracking/queueside.h"
#include "ui/tracking/shippedoffer.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("TrackingPage", text); }

ChipSpec typeChip(Session& session) {
  return chips::found(session, QStringLiteral("type"), tr("Type"),
                      QStringLiteral("SELECT DISTINCT type || ' – ' || subtype, type || ' – ' || subtype FROM tracking "
                                     "ORDER BY 1"));
}

ChipSpec payorChip(Session& session) {
  return chips::found(session, QStringLiteral("payor"), tr("Payor"),
                      QStringLiteral("SELECT id, name FROM payor ORDER BY sort_name"));
}

ChipSpec waitingOnChip() {
  return chips::words(QStringLiteral("waiting-on"), tr("Waiting on"),
                      {QStringLiteral("Us"), QStringLiteral("Provider"), QStringLiteral("Payor"),
                       QStringLiteral("Facility"), QStringLiteral("Portal vendor"), QStringLiteral("Nobody")});
}

/// On a board by step a card brings its tracking to the step of its column. The columns come in the order of the
/// templates, those of the types that are filtered for.
CardMove byStep(Session& session, std::function<Id<Tracking>(qint64 row)> trackingOf) {
  const auto work = [&session, trackingOf = std::move(trackingOf)](qint64 row, const QString& step) {
    QString problem;
    const bool whole = attempt(tr("Moving the card"), [&] { problem = bringTo(session, trackingOf(row), step); });
    return whole ? problem : tr("The card was not moved.");
  };
  const auto order = [&session](const Query& query) {
    const QStringList types = query.filters.value(QStringLiteral("type"));
    QStringList names;
    session.database().each(
        QStringLiteral("SELECT s.name, t.type || ' – ' || t.subtype FROM template_step s JOIN template t ON t.id = "
                       "s.template_id WHERE t.retired = 0 ORDER BY s.position, t.id"),
        {}, [&](db::Row& row) {
          const QString name = row.text(), type = row.text();
          if ((types.isEmpty() || types.contains(type)) && !names.contains(name))
            names << name;
        });
    return names;
  };
  return {QStringLiteral("Step"), work, order};
}

ChipSpec priorityChip() {
  return chips::words(
      QStringLiteral("priority"), tr("Priority"),
      {QStringLiteral("Fast-track"), QStringLiteral("High"), QStringLiteral("Normal"), QStringLiteral("Low")});
}

} // namespace

ListingPage* makeTrackingPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 148},
      {"About", CellKind::Text, 126},
      {"Payor", CellKind::Text, 140, false},
      {"Type", CellKind::Second, 76},
      {"Subtype", CellKind::Second, 92},
      {"Step", CellKind::Text, 130},
      {"Waiting on", CellKind::Status, 104},
      {"Due", CellKind::Due, 160, true, "Days late", "Status"},
      {"Status", CellKind::Status, 118},
      {"Assignee", CellKind::Text, 132},
      {"Follow-up", CellKind::FollowUp, 106, true, nullptr, "Status"},
      {"Last note on", CellKind::Date, 110, false},
      {"Last note", CellKind::Second, 240, false},
      {"Last note by", CellKind::Second, 120, false},
      {"Team", CellKind::Second, 140, false},
      {"NPI", CellKind::Text, 108, false},
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
      chips::nextSeven(),
      chips::noDate(),
      chips::untouched(),
      chips::assignee(session),
      chips::words(QStringLiteral("status"), tr("Status"),
                   {QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("Waiting")}),
      waitingOnChip(),
      typeChip(session),
      payorChip(session),
      priorityChip(),
      {QStringLiteral("wide"), tr("With done ones"), QStringLiteral("all"), {}, Tone::Neutral, {}},
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("open-items")), looks,
                                            report::find(QStringLiteral("all-items")));
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  page->setNotice(new ShippedOffer(session));
  new QueueSide(session, *page, QueueSide::AfterContact::Stay);
  page->setCardMove(byStep(session, [&session](qint64 row) {
    const auto step = db::load(session.database(), Id<Step>{row});
    return step ? step->tracking : Id<Tracking>();
  }));
  return page;
}

namespace {

ListingPage* makeTrackings(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 152},
      {"About", CellKind::Text, 138},
      {"Payor", CellKind::Text, 140, false},
      {"Type", CellKind::Second, 76},
      {"Subtype", CellKind::Second, 104},
      {"Step", CellKind::Text, 150},
      {"Waiting on", CellKind::Status, 104},
      {"Step status", CellKind::Status, 112, false},
      {"Due", CellKind::Due, 172, true, "Days late", "Step status"},
      {"Status", CellKind::Status, 118},
      {"Steps done", CellKind::Number, 84},
      {"Steps", CellKind::Number, 60},
      {"Assignee", CellKind::Text, 132},
      {"Started", CellKind::Date, 106, false},
      {"Priority", CellKind::Text, 90, false},
      {"Last note on", CellKind::Date, 110, false},
      {"Last note", CellKind::Second, 240, false},
      {"Last note by", CellKind::Second, 120, false},
      {"Team", CellKind::Second, 140, false},
      {"NPI", CellKind::Text, 108, false},
      {"Practice", CellKind::Text, 150, false},
      {"Days late", CellKind::Number, 80, false},
      {"Tracking", CellKind::Second, 90, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("trackings");
  spec.title = tr("Tracking");
  spec.icon = QStringLiteral("inbox");
  spec.emptyTitle = tr("No tracking is running");
  spec.emptyText = tr("Every tracking that is neither completed nor cancelled stands here, with the step in hand.");
  spec.add = tr("Add Tracking");
  spec.more = tr("Reports");
  spec.chips = {
      chips::me(),
      chips::overdue(),
      chips::today(),
      chips::thisWeek(),
      chips::nextSeven(),
      chips::noDate(),
      chips::untouched(),
      chips::assignee(session),
      chips::words(QStringLiteral("status"), tr("Status"),
                   {QStringLiteral("New"), QStringLiteral("In progress"), QStringLiteral("On hold")}),
      waitingOnChip(),
      typeChip(session),
      payorChip(session),
      priorityChip(),
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("running-trackings")), looks);
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  new QueueSide(session, *page, QueueSide::AfterContact::Stay,
                [&session](qint64 id) { return stepInHand(session.database(), Id<Tracking>{id}); });
  page->setCardMove(byStep(session, [](qint64 row) { return Id<Tracking>{row}; }));
  return page;
}

} // namespace

Id<Step> stepInHand(db::Database& database, Id<Tracking> tracking) {
  return {database.value(QStringLiteral("SELECT id FROM step WHERE tracking_id = ? ORDER BY status IN ('Completed', "
                                        "'Not needed'), CASE WHEN status IN ('Completed', 'Not needed') THEN -position "
                                        "ELSE position END, id LIMIT 1"),
                         {tracking})};
}

ListDeck* makeTrackingDeck(Session& session) {
  return new ListDeck(QStringLiteral("tracking"), tr("Tracking"),
                      {{tr("Steps"), makeTrackingPage(session)}, {tr("Trackings"), makeTrackings(session)}});
}

} // namespace ui
