// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/directory.h"

#include "core/facilities/facility.h"
#include "core/report/catalogue.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "ui/edit/removing.h"
#include "ui/shell/session.h"

#include <set>

namespace ui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Directory", text); }

ChipSpec practiceChip(Session& session) {
  return chips::found(session, QStringLiteral("practice"), tr("Practice"),
                      QStringLiteral("SELECT id, name FROM practice ORDER BY sort_name"));
}

ChipSpec stateChip(Session& session, const char* table) {
  return chips::found(
      session, QStringLiteral("state"), tr("State"),
      QStringLiteral("SELECT DISTINCT state, state FROM %1 WHERE state <> '' ORDER BY 1").arg(QLatin1String(table)));
}

ChipSpec alertsChip() {
  return {QStringLiteral("alerts"), tr("Has alerts"), QStringLiteral("yes"), {}, Tone::Late, {}};
}

/// A provider's; of a practice or a facility, of who is there.
ChipSpec specialtyChip(Session& session) {
  return chips::found(
      session, QStringLiteral("type"), tr("Specialty"),
      QStringLiteral("SELECT DISTINCT specialty, specialty FROM provider WHERE specialty <> '' ORDER BY 1"));
}

ChipSpec payorChip(Session& session) {
  return chips::found(session, QStringLiteral("payor"), tr("Payor"),
                      QStringLiteral("SELECT id, name FROM payor ORDER BY sort_name"));
}

/// Each tag once: a provider's are kept in one text, parted by "; ".
ChipSpec tagChip(Session& session) {
  return {QStringLiteral("tag"), tr("Tag"), {}, {}, Tone::Neutral, [&session] {
            std::set<QString> tags;
            session.database().each(QStringLiteral("SELECT DISTINCT tags FROM provider WHERE tags <> ''"), {},
                                    [&](db::Row& row) {
                                      for (const QString& tag : row.text().split(QStringLiteral("; ")))
                                        tags.insert(tag);
                                    });
            std::vector<Choice> choices;
            for (const QString& tag : tags)
              choices.push_back({tag, tag, {}});
            return choices;
          }};
}

/// One made by mistake; what has a past is kept.
ListingPage* withRemoving(Session& session, ListingPage* page, const db::Table& table) {
  offerRemoving(session, page, table);
  return page;
}

ListingPage* makeProviderList(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 190},
      {"Degree", CellKind::Second, 70},
      {"Alerts", CellKind::Status, 160, true, nullptr, "Standing"},
      {"Specialty", CellKind::Text, 150},
      {"NPI", CellKind::Text, 105},
      {"Status", CellKind::Status, 126},
      {"Practices", CellKind::Text, 190},
      {"Assignee", CellKind::Text, 130},
      {"Team", CellKind::Second, 150},
      {"Phone", CellKind::Text, 130, false},
      {"Email", CellKind::Text, 200, false},
      {"CAQH ID", CellKind::Text, 100, false},
      {"Tags", CellKind::Second, 140, false},
      {"Start date", CellKind::Date, 110, false},
      {"Standing", CellKind::Status, 110, false},
      {"Languages", CellKind::Second, 140, false},
      {"Ended", CellKind::Date, 110, false},
      {"End reason", CellKind::Second, 160, false},
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
      alertsChip(),
      chips::words(QStringLiteral("status"), tr("Status"),
                   {QStringLiteral("Onboarding"), QStringLiteral("Active"), QStringLiteral("Inactive"),
                    QStringLiteral("Terminated")}),
      practiceChip(session),
      specialtyChip(session),
      tagChip(session),
      chips::assignee(session),
  };
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("providers")), looks);
  return withRemoving(session, new ListingPage(session, std::move(spec), std::move(rows)), Provider::table());
}

ListingPage* makePracticeList(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Practice", CellKind::Strong, 220},
      {"Alerts", CellKind::Status, 160, true, nullptr, "Standing"},
      {"Group NPI", CellKind::Text, 110},
      {"TIN", CellKind::Text, 100},
      {"City", CellKind::Text, 130},
      {"State", CellKind::Text, 55},
      {"Phone", CellKind::Text, 130},
      {"Contact", CellKind::Text, 150},
      {"Providers", CellKind::Number, 85},
      {"Team", CellKind::Second, 160},
      {"Address", CellKind::Text, 200, false},
      {"ZIP", CellKind::Text, 90, false},
      {"Fax", CellKind::Text, 130, false},
      {"Email", CellKind::Text, 200, false},
      {"Standing", CellKind::Status, 110, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("practices");
  spec.title = tr("Practices");
  spec.icon = QStringLiteral("building-2");
  spec.emptyTitle = tr("No practices yet");
  spec.emptyText = tr("The groups and locations that bill stand here. Add one, or import your list.");
  spec.add = tr("Add Practice");
  spec.chips = {chips::me(),
                alertsChip(),
                stateChip(session, "practice"),
                specialtyChip(session),
                payorChip(session),
                chips::assignee(session)};
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("practices")), looks);
  return withRemoving(session, new ListingPage(session, std::move(spec), std::move(rows)), Practice::table());
}

ListingPage* makeFacilityList(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Facility", CellKind::Strong, 260}, {"Alerts", CellKind::Status, 160, true, nullptr, "Standing"},
      {"City", CellKind::Text, 150},       {"State", CellKind::Text, 60},
      {"Phone", CellKind::Text, 140},      {"Affiliated", CellKind::Number, 90},
      {"Email", CellKind::Text, 220},      {"Address", CellKind::Text, 220, false},
      {"ZIP", CellKind::Text, 90, false},  {"Standing", CellKind::Status, 110, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("facilities");
  spec.title = tr("Facilities");
  spec.icon = QStringLiteral("hospital");
  spec.emptyTitle = tr("No facilities yet");
  spec.emptyText = tr("Hospitals and surgery centres at which your providers have privileges stand here.");
  spec.add = tr("Add Facility");
  spec.chips = {chips::me(),
                alertsChip(),
                chips::words(QStringLiteral("status"), tr("Status"),
                             {QStringLiteral("Not started"), QStringLiteral("Submitted"), QStringLiteral("In review"),
                              QStringLiteral("Active"), QStringLiteral("Denied"), QStringLiteral("Terminated")}),
                stateChip(session, "facility"),
                practiceChip(session),
                specialtyChip(session),
                chips::assignee(session)};
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("facilities")), looks);
  return withRemoving(session, new ListingPage(session, std::move(spec), std::move(rows)), Facility::table());
}

} // namespace

Directory::Directory(Session& session, QWidget* parent)
    : ListDeck(QStringLiteral("directory"), tr("Team"),
               {{tr("Providers"), makeProviderList(session)},
                {tr("Practices"), makePracticeList(session)},
                {tr("Facilities"), makeFacilityList(session)}},
               parent) {}

} // namespace ui
