// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertspage.h"

#include "core/report/catalogue.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("AlertsPage", text); }

ChipSpec standing(const QString& word, Tone tone) { return {QStringLiteral("status"), word, word, {}, tone, {}}; }

ChipSpec within(int days) {
  return {QStringLiteral("due"), tr("%1 days").arg(days), QStringLiteral("days:%1").arg(days), {}, Tone::Soon, {}};
}

} // namespace

ListingPage* makeAlertsPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 180},
      {"Document type", CellKind::Text, 190},
      {"Number", CellKind::Text, 120},
      {"State", CellKind::Text, 60},
      {"With", CellKind::Second, 160},
      {"Expires", CellKind::Expiry, 190, true, "Days left", "Standing"},
      {"Standing", CellKind::Status, 120, true, nullptr, nullptr, true},
      {"Practice", CellKind::Text, 150},
      {"Assignee", CellKind::Text, 120},
      {"Handled", CellKind::Second, 150, false},
      {"Team", CellKind::Second, 140, false},
      {"NPI", CellKind::Text, 100, false},
      {"Days left", CellKind::Number, 80, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("alerts");
  spec.title = tr("Alerts");
  spec.icon = QStringLiteral("circle-check");
  spec.emptyTitle = tr("Nothing expires");
  spec.emptyText =
      tr("What is expired, expires soon, is missing or has no date stands here by itself, the moment it does. "
         "Add a licence, a certificate or another credential, or import them.");
  spec.add = tr("Add Credential");
  spec.addKeys = QStringLiteral("Ctrl+Shift+D");
  spec.chips = {
      chips::me(),
      standing(QStringLiteral("Expired"), Tone::Late),
      within(30),
      within(60),
      within(90),
      standing(QStringLiteral("Missing"), Tone::Neutral),
      standing(QStringLiteral("No date"), Tone::Neutral),
      chips::found(session, QStringLiteral("type"), tr("Type"),
                   QStringLiteral("SELECT name, name FROM document_type WHERE retired = 0 ORDER BY sort_name")),
      chips::found(session, QStringLiteral("practice"), tr("Practice"),
                   QStringLiteral("SELECT id, name FROM practice ORDER BY sort_name")),
      chips::assignee(session),
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("alerts")), looks);
  return new ListingPage(session, std::move(spec), std::move(rows));
}

} // namespace ui
