// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/teampage.h"

#include "core/report/catalogue.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("TeamPage", text); }

} // namespace

ListingPage* makeTeamPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 190},        {"Degree", CellKind::Second, 80},
      {"Specialty", CellKind::Text, 170},         {"NPI", CellKind::Text, 110},
      {"Status", CellKind::Status, 120},          {"Practices", CellKind::Text, 220},
      {"Assignee", CellKind::Text, 130},          {"Team", CellKind::Second, 150},
      {"Phone", CellKind::Text, 130, false},      {"Email", CellKind::Text, 200, false},
      {"CAQH ID", CellKind::Text, 100, false},    {"Tags", CellKind::Second, 140, false},
      {"Start date", CellKind::Date, 110, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("team");
  spec.title = tr("Team");
  spec.icon = QStringLiteral("users");
  spec.emptyTitle = tr("No providers yet");
  spec.emptyText =
      tr("The clinicians you look after stand here. Add one, or import your master sheet: CSV or Excel, with "
         "the headings you have.");
  spec.add = tr("Add Provider");
  spec.addKeys = QStringLiteral("Ctrl+Shift+P");
  spec.chips = {
      chips::me(),
      chips::words(QStringLiteral("status"), tr("Status"),
                   {QStringLiteral("Onboarding"), QStringLiteral("Active"), QStringLiteral("Inactive"),
                    QStringLiteral("Terminated")}),
      chips::found(
          session, QStringLiteral("type"), tr("Specialty"),
          QStringLiteral("SELECT DISTINCT specialty, specialty FROM provider WHERE specialty <> '' ORDER BY 1")),
      chips::assignee(session),
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("providers")), looks);
  return new ListingPage(session, std::move(spec), std::move(rows));
}

} // namespace ui
