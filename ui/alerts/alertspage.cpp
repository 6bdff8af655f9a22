// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertspage.h"

#include "core/report/catalogue.h"
#include "ui/alerts/alertside.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("AlertsPage", text); }

ChipSpec standing(const QString& word, Tone tone) { return {QStringLiteral("status"), word, word, {}, tone, {}}; }

ChipSpec within(int days) {
  return {QStringLiteral("due"), tr("%1 days").arg(days), QStringLiteral("days:%1").arg(days), {}, Tone::Soon, {}};
}

/// Any number of days, "45", or from one date to another, "3/1 - 5/31".
std::optional<Choice> typedWindow(const Session& session, const QString& typed) {
  const QString text = typed.startsWith(QLatin1String("days:")) ? typed.mid(5) : typed.trimmed();
  bool isNumber = false;
  const int days = text.toInt(&isNumber);
  if (isNumber && days > 0 && days <= 3660)
    return Choice{QStringLiteral("days:%1").arg(days), tr("Next %1 days").arg(days), {}};
  const bool isKept = text.contains(QLatin1String(".."));
  const QStringList ends = isKept ? text.split(QStringLiteral("..")) : text.split(QStringLiteral(" - "));
  if (ends.size() != 2)
    return {};
  const auto from = typedDate(ends[0].trimmed(), session.today(), session.addBusinessDays());
  const auto to = typedDate(ends[1].trimmed(), session.today(), session.addBusinessDays());
  if (!from || !to || !from->isValid() || !to->isValid() || *to < *from)
    return {};
  return Choice{from->toString(Qt::ISODate) + QStringLiteral("..") + to->toString(Qt::ISODate),
                tr("%1 to %2").arg(shownDate(*from, session.today()), shownDate(*to, session.today())),
                {}};
}

/// The windows that have no chip of their own; another one is typed.
ChipSpec windows(const Session& session) {
  ChipSpec chip{QStringLiteral("due"), tr("Window"), {}, {}, Tone::Neutral, [] {
                  std::vector<Choice> choices;
                  for (const int days : {7, 14, 45, 120, 180, 365})
                    choices.push_back({QStringLiteral("days:%1").arg(days), tr("Next %1 days").arg(days), {}});
                  return choices;
                }};
  chip.own = [&session](const QString& typed) { return typedWindow(session, typed); };
  return chip;
}

} // namespace

ListingPage* makeAlertsPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 146},
      {"Document type", CellKind::Text, 160},
      {"State", CellKind::Text, 52},
      {"Expires", CellKind::Expiry, 184, true, "Days left", "Standing"},
      {"Standing", CellKind::Status, 110, true, nullptr, nullptr, true},
      {"Handled", CellKind::Dated, 190},
      {"Number", CellKind::Text, 120},
      {"With", CellKind::Second, 160},
      {"Assignee", CellKind::Text, 130},
      {"Practice", CellKind::Text, 150, false},
      {"Team", CellKind::Second, 140, false},
      {"NPI", CellKind::Text, 108, false},
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
      {QStringLiteral("handled"), tr("Not handled"), QStringLiteral("no"), {}, Tone::Neutral, {}},
      windows(session),
      chips::found(session, QStringLiteral("type"), tr("Type"),
                   QStringLiteral("SELECT name, name FROM document_type WHERE retired = 0 ORDER BY sort_name")),
      chips::found(session, QStringLiteral("provider"), tr("Provider"),
                   QStringLiteral("SELECT id, CASE first_name WHEN '' THEN last_name ELSE last_name || ', ' || "
                                  "first_name END FROM provider ORDER BY sort_name")),
      chips::found(session, QStringLiteral("practice"), tr("Practice"),
                   QStringLiteral("SELECT id, name FROM practice ORDER BY sort_name")),
      chips::assignee(session),
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("alerts")), looks);
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  new AlertSide(session, *page);
  return page;
}

} // namespace ui
