// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportfilters.h"

#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace ui {

namespace {

using Word = QString report::Asked::*;

constexpr int longestLabel = 14;

/// Rows whose value is a word of the command line as it is.
const std::vector<std::pair<const char*, Word>> words{
    {"team", &report::Asked::team},   {"assignee", &report::Asked::assignee}, {"practice", &report::Asked::practice},
    {"payor", &report::Asked::payor}, {"state", &report::Asked::state},       {"group", &report::Asked::group},
    {"sort", &report::Asked::sort}};
const std::vector<std::pair<const char*, Word>> days{{"from", &report::Asked::from}, {"to", &report::Asked::to}};

/// Names as choices; the name is the value, since that is what a report is asked with.
std::vector<Choice> names(Session& session, const char* sql) {
  return session.database().all(QString::fromLatin1(sql), {}, [](db::Row& row) {
    const QString name = row.text();
    return Choice{name, name, {}};
  });
}

/// A provider as one is asked for: by the NPI, which is nobody else's, else by name.
QString wordOf(db::Database& database, Id<Provider> id) {
  const auto provider = db::load(database, id);
  return !provider ? QString() : provider->npi.isEmpty() ? nameOf(*provider) : provider->npi;
}

} // namespace

ReportFilters::ReportFilters(Session& session, const report::Listing& listing, QWidget* parent)
    : QFrame(parent), FormRows(QStringLiteral("report/") + listing.name, this), m_session(session) {
  std::vector<Choice> columns;
  for (const report::Column& column : listing.columns)
    columns.push_back({column.heading, column.heading, {}});
  const auto has = [&](const char* key) { return listing.filters.contains(QString::fromLatin1(key)); };
  const auto choice = [this](const char* key, const QString& label, const QString& unset, std::vector<Choice> choices) {
    addChoice(QString::fromLatin1(key), label, std::move(choices))->lineEdit()->setPlaceholderText(unset);
  };
  if (has("team"))
    choice("team", tr("Team"), tr("All"), names(session, "SELECT name FROM team ORDER BY sort_name"));
  if (has("assignee"))
    choice("assignee", tr("Assignee"), tr("All"), names(session, "SELECT name FROM coordinator ORDER BY sort_name"));
  if (has("provider"))
    addSearch(QStringLiteral("provider"), tr("Provider"), providerSource(session.database()))
        ->setPlaceholderText(tr("All"));
  if (has("practice"))
    choice("practice", tr("Practice"), tr("All"),
           names(session, "SELECT DISTINCT name FROM practice ORDER BY sort_name"));
  if (has("payor"))
    choice("payor", tr("Payor"), tr("All"), names(session, "SELECT name FROM payor ORDER BY sort_name"));
  if (has("state"))
    addText(QStringLiteral("state"), tr("State"), tr("All, or two letters"));
  if (listing.date >= 0) {
    const QString date = listing.columns[size_t(listing.date)].heading;
    const bool isLong = date.size() > longestLabel; // then it stands above, and the fields keep their width
    if (isLong)
      addHeading(date);
    for (const auto& [key, label] : {std::pair("from", tr("%1 from")), std::pair("to", tr("%1 to"))})
      addDate(QString::fromLatin1(key), label.arg(isLong ? QString() : date).trimmed(), session.today(),
              session.addBusinessDays())
          ->setAccessibleName(label.arg(date));
  }
  choice("group", tr("Group by"), listing.grouped.isEmpty() ? tr("Not grouped") : listing.grouped, columns);
  choice("sort", tr("Sort by"), tr("As usual"), columns);
  setProperty("ground", QStringLiteral("surface"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, px(size::gap), 0);
  layout->addWidget(notice());
  layout->addWidget(body());
  layout->addStretch();
  setRemarks([](const QVariantMap&) { return Remarks{}; }); // a name that nobody has is told at its field
  begin();
}

ReportFilters::~ReportFilters() { silence(); }

report::Asked ReportFilters::asked() {
  const QScopedValueRollback asking(m_asking, true); // reading a date takes what is typed, which is no new edit
  const QVariantMap all = values();
  report::Asked asked;
  for (const auto& [key, word] : words)
    asked.*word = all.value(QLatin1String(key)).toString();
  for (const auto& [key, day] : days)
    asked.*day = all.value(QLatin1String(key)).toDate().toString(Qt::ISODate);
  asked.provider = wordOf(m_session.database(), idIn<Provider>(all.value(QStringLiteral("provider"))));
  return asked;
}

void ReportFilters::ask(const report::Asked& asked) {
  const QScopedValueRollback asking(m_asking, true);
  QVariantMap wanted;
  for (const auto& [key, word] : words)
    wanted[QLatin1String(key)] = asked.*word;
  for (const auto& [key, day] : days)
    wanted[QLatin1String(key)] = QDate::fromString(asked.*day, Qt::ISODate);
  const auto provider = m_session.database().first(
      QStringLiteral("SELECT id FROM provider WHERE npi = ? OR last_name || ', ' || first_name = ? LIMIT 1"),
      {asked.provider, asked.provider}, [](db::Row& row) { return row.id<Provider>(); });
  if (!asked.provider.isEmpty() && provider)
    wanted[QStringLiteral("provider")] = idValue(*provider);
  const QVariantMap there = values();
  for (auto value = wanted.begin(); value != wanted.end();)
    value = there.contains(value.key()) ? std::next(value) : wanted.erase(value);
  setValues(wanted);
}

bool ReportFilters::isHalfTyped() const {
  for (const ChoiceBox* box : body()->findChildren<ChoiceBox*>())
    if (!box->isKnown())
      return true;
  for (const SearchField* field : body()->findChildren<SearchField*>())
    if (field->value().isEmpty() && !field->text().isEmpty())
      return true;
  for (const DateField* field : body()->findChildren<DateField*>())
    if (field->hasFocus() && field->isModified())
      return true;
  return false;
}

void ReportFilters::edited() {
  if (!m_asking && !isHalfTyped())
    Q_EMIT changed();
}

} // namespace ui
