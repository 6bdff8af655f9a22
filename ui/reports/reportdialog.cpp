// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportdialog.h"

#include "core/report/options.h"
#include "ui/form/choicebox.h"
#include "ui/form/formdialog.h"
#include "ui/reports/saving.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ReportDialog", text); }

/// Names as choices; the name is the value, since that is what a report is asked with.
std::vector<Choice> names(Session& session, const char* sql) {
  return session.database().all(QString::fromLatin1(sql), {}, [](db::Row& row) {
    const QString name = row.text();
    return Choice{name, name, {}};
  });
}

} // namespace

void openReport(Session& session, const report::Listing& listing, const QStringList& teams, QWidget* parent) {
  auto* form = new FormDialog(QStringLiteral("report/") + listing.name, listing.title, parent);
  form->setAttribute(Qt::WA_DeleteOnClose);
  form->addFact(tr("Shows"), listing.reason);
  std::vector<Choice> columns;
  for (const report::Column& column : listing.columns)
    columns.push_back({column.heading, column.heading, {}});
  const auto has = [&](const char* key) { return listing.filters.contains(QString::fromLatin1(key)); };
  const auto choice = [form](const char* key, const QString& label, const QString& unset, std::vector<Choice> choices) {
    form->addChoice(QString::fromLatin1(key), label, std::move(choices))->lineEdit()->setPlaceholderText(unset);
  };
  choice("team", tr("Team"), tr("All"), names(session, "SELECT name FROM team ORDER BY sort_name"));
  if (has("assignee"))
    choice("assignee", tr("Assignee"), tr("All"), names(session, "SELECT name FROM coordinator ORDER BY sort_name"));
  if (has("provider"))
    form->addText(QStringLiteral("provider"), tr("Provider"), tr("NPI, or Last, First"));
  if (has("practice"))
    choice("practice", tr("Practice"), tr("All"),
           names(session, "SELECT DISTINCT name FROM practice ORDER BY sort_name"));
  if (has("payor"))
    choice("payor", tr("Payor"), tr("All"), names(session, "SELECT name FROM payor ORDER BY sort_name"));
  if (has("state"))
    form->addText(QStringLiteral("state"), tr("State"), tr("Two letters"));
  if (listing.date >= 0) {
    const QString date = listing.columns[size_t(listing.date)].heading;
    form->addDate(QStringLiteral("from"), tr("%1 from").arg(date), session.today(), session.addBusinessDays());
    form->addDate(QStringLiteral("to"), tr("%1 to").arg(date), session.today(), session.addBusinessDays());
  }
  choice("group", tr("Group by"), tr("Not grouped"), columns);
  choice("sort", tr("Sort by"), tr("As usual"), columns);
  if (teams.size() == 1)
    form->setValues(
        {{QStringLiteral("team"), session.database().text(QStringLiteral("SELECT name FROM team WHERE id = ?"),
                                                          {teams.first().toLongLong()})}});
  if (listing.usualDays > 0)
    form->setValues({{QStringLiteral("from"), session.today().addDays(1 - listing.usualDays)},
                     {QStringLiteral("to"), session.today()}});
  form->setSave([&session, &listing, parent](const QVariantMap& values) -> Problems {
    const auto word = [&](const char* key) { return values.value(QString::fromLatin1(key)).toString(); };
    const auto day = [&](const char* key) {
      return values.value(QString::fromLatin1(key)).toDate().toString(Qt::ISODate);
    };
    report::Asked asked;
    asked.team = word("team");
    asked.assignee = word("assignee");
    asked.provider = word("provider");
    asked.practice = word("practice");
    asked.payor = word("payor");
    asked.state = word("state");
    asked.from = day("from");
    asked.to = day("to");
    asked.group = word("group");
    asked.sort = word("sort");
    const auto request = report::requestFor(session.database(), listing, asked, session.today());
    if (const auto* problem = std::get_if<report::AskedProblem>(&request))
      return {{QStringLiteral("provider"), problem->sentence}};
    saveAs(session, std::get<report::Request>(request), parent);
    return {};
  });
  form->setSaveText(tr("Save as…"));
  form->open();
}

} // namespace ui
