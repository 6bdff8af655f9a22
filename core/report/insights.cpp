// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/insights.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace report {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Insights)
};

QString word(const char* text) { return QString::fromLatin1(text); }

QString figure(double number) { return QLocale().toString(qRound64(number)); }

int percent(double part, double whole) { return whole > 0 ? int(qRound(100 * part / whole)) : 0; }

QString iso(QDate day) { return day.toString(Qt::ISODate); }

/// The row with the largest number in a column, the first of several.
size_t largest(const Figures& figures, const QString& heading) {
  size_t best = 0;
  for (size_t row = 1; row < figures.rows.size(); ++row)
    if (figures.number(row, heading).value_or(0) > figures.number(best, heading).value_or(0))
      best = row;
  return best;
}

QString saidOfWork(const Figures& figures) {
  const size_t weeks = figures.rows.size() - 1; // the last one is not over
  double before = 0;
  for (size_t row = 0; row < weeks; ++row)
    before += figures.number(row, word("Steps")).value_or(0);
  return Say::tr("Last week: %1 steps and %2 trackings completed. On average %3 steps a week in the %4 weeks before "
                 "this one.")
      .arg(figure(figures.number(weeks - 1, word("Steps")).value_or(0)),
           figure(figures.number(weeks - 1, word("Trackings")).value_or(0)), figure(before / double(weeks)))
      .arg(weeks);
}

QString saidOfAge(const Figures& figures) {
  const double all = figures.sum(word("Trackings"));
  double old = 0;
  constexpr size_t ninety = 3; // the first band over 90 days
  for (size_t row = ninety; row < figures.rows.size(); ++row)
    old += figures.number(row, word("Trackings")).value_or(0);
  return Say::tr("%1 trackings are open, %2 of them (%3 %) for more than 90 days; %4 have an overdue step.")
      .arg(figure(all), figure(old))
      .arg(percent(old, all))
      .arg(figure(figures.sum(word("Overdue"))));
}

QString saidOfPayors(const Figures& figures) {
  const auto cell = [&](const char* heading) { return figure(figures.number(0, word(heading)).value_or(0)); };
  return Say::tr("Slowest: %1. Half of its %2 enrollments became effective within %3 days, four of five within %4.")
      .arg(figures.rows.front().front(), cell("Cases"), cell("Median days"), cell("80th percentile"));
}

QString saidOfLoad(const Figures& figures) {
  const double late = figures.sum(word("Overdue"));
  return Say::tr("%1 steps are due in the next eight weeks, and %2 are overdue. %3 has most: %4.")
      .arg(figure(figures.sum(word("All")) - late), figure(late), figures.rows.front().front(),
           figure(figures.number(0, word("All")).value_or(0)));
}

QString saidOfExpirables(const Figures& figures) {
  const size_t most = largest(figures, word("All"));
  const QDate month = QDate::fromString(figures.rows[most].front() + word("-01"), Qt::ISODate);
  return Say::tr("%1 credentials, enrollments and affiliations end in these twelve months; most in %2: %3.")
      .arg(figure(figures.sum(word("All"))), QLocale().toString(month, QStringLiteral("MMMM yyyy")),
           figure(figures.number(most, word("All")).value_or(0)));
}

QString saidOfTime(const Figures& figures) {
  const double steps = figures.sum(word("Steps"));
  return Say::tr("On time: %1 % of %2 steps in twelve months.")
      .arg(percent(figures.sum(word("On time")), steps))
      .arg(figure(steps));
}

} // namespace

const std::vector<Insight>& insights() {
  static const std::vector<Insight> all{
      {.listing = word("due-load"),
       .shape = Insight::Shape::Bars,
       .series = {{word("Overdue"), Ground::Late, Say::tr("Overdue")},
                  {word("This week"), Ground::First, Say::tr("This week")},
                  {word("Week 2"), Ground::Second, Say::tr("Weeks 2 to 4")},
                  {word("Week 3"), Ground::Second},
                  {word("Week 4"), Ground::Second},
                  {word("Week 5"), Ground::Third, Say::tr("Weeks 5 to 8")},
                  {word("Week 6"), Ground::Third},
                  {word("Week 7"), Ground::Third},
                  {word("Week 8"), Ground::Third}},
       .axis = Say::tr("Open steps"),
       .lacking = Say::tr("No open step is overdue or due in the next eight weeks.")},
      {.listing = word("on-time"),
       .shape = Insight::Shape::Line,
       .series = {{word("On time %"), Ground::First}},
       .axis = Say::tr("On time, %"),
       .lacking = Say::tr("No step with a turn-around time was completed in the last twelve months.")},
      {.listing = word("throughput"),
       .series = {{word("Steps"), Ground::First}},
       .axis = Say::tr("Steps completed"),
       .lacking = Say::tr("No step was completed in the last 26 weeks.")},
      {.listing = word("open-by-age"),
       .series = {{word("Overdue"), Ground::Late, Say::tr("With an overdue step")},
                  {word("Trackings"), Ground::First, Say::tr("Others")}},
       .isNested = true,
       .axis = Say::tr("Open trackings"),
       .lacking = Say::tr("No tracking is open.")},
      {.listing = word("turnaround"),
       .shape = Insight::Shape::Bars,
       .series = {{word("Median days"), Ground::First, Say::tr("Half of them (median)")},
                  {word("80th percentile"), Ground::Third, Say::tr("Four of five (80th percentile)")}},
       .isNested = true,
       .axis = Say::tr("Calendar days"),
       .lacking = Say::tr("No payor has five enrollments yet that were submitted and became effective.")},
      {.listing = word("expirables-by-month"),
       .series = {{word("Credentials"), Ground::First, Say::tr("Credentials")},
                  {word("Enrollments"), Ground::Second, Say::tr("Enrollments")},
                  {word("Affiliations"), Ground::Third, Say::tr("Affiliations")}},
       .axis = Say::tr("End dates"),
       .lacking = Say::tr("Nothing on file ends in the next twelve months.")},
  };
  return all;
}

bool isInsight(const QString& listing) {
  return std::any_of(insights().begin(), insights().end(),
                     [&](const Insight& insight) { return insight.listing == listing; });
}

std::optional<double> Figures::number(size_t row, const QString& heading) const {
  const auto found = std::find(headings.begin(), headings.end(), heading);
  if (found == headings.end())
    return {};
  bool isNumber = false;
  const double value = rows[row][found - headings.begin()].toDouble(&isNumber);
  return isNumber ? std::optional(value) : std::nullopt;
}

double Figures::sum(const QString& heading) const {
  double all = 0;
  for (size_t row = 0; row < rows.size(); ++row)
    all += number(row, heading).value_or(0);
  return all;
}

Figures figuresOf(const Table& table) {
  Figures figures;
  for (const Heading& heading : table.headings)
    figures.headings.push_back(heading.text);
  table.rows([&](Cells cells) {
    QStringList row;
    for (const std::string_view cell : cells)
      row << QString::fromUtf8(cell.data(), qsizetype(cell.size()));
    figures.rows.push_back(row);
    return true;
  });
  return figures;
}

bool isDrawn(const Insight& insight, const Figures& figures) {
  return std::any_of(insight.series.begin(), insight.series.end(), [&](const Series& series) {
    for (size_t row = 0; row < figures.rows.size(); ++row)
      if (insight.shape == Insight::Shape::Line ? figures.number(row, series.heading).has_value()
                                                : figures.number(row, series.heading).value_or(0) > 0)
        return true;
    return false;
  });
}

QString said(const Insight& insight, const Figures& figures) {
  if (!isDrawn(insight, figures))
    return insight.lacking;
  const std::pair<const char*, QString (*)(const Figures&)> sentences[] = {{"throughput", saidOfWork},
                                                                           {"open-by-age", saidOfAge},
                                                                           {"turnaround", saidOfPayors},
                                                                           {"due-load", saidOfLoad},
                                                                           {"expirables-by-month", saidOfExpirables},
                                                                           {"on-time", saidOfTime}};
  for (const auto& [name, sentence] : sentences)
    if (insight.listing == QLatin1String(name))
      return sentence(figures);
  return {};
}

Behind behind(const Insight& insight, const Figures& figures, std::optional<size_t> row, QDate today) {
  Behind it;
  const auto first = [&](size_t at) { return figures.rows[at].front(); };
  const auto month = [&](size_t at) { return QDate::fromString(first(at) + word("-01"), Qt::ISODate); };
  const auto between = [&](QDate from, QDate to) {
    it.asked.from = iso(from);
    it.asked.to = iso(to);
  };
  const bool isEmpty = figures.rows.empty(); // not counted yet: the days are those that the listing has by itself
  const size_t from = row.value_or(0), to = row.value_or(isEmpty ? 0 : figures.rows.size() - 1);
  if (insight.listing == QLatin1String("throughput")) {
    it.listing = word("completed");
    if (!isEmpty)
      between(QDate::fromString(first(from), Qt::ISODate),
              std::min(QDate::fromString(first(to), Qt::ISODate).addDays(6), today));
  } else if (insight.listing == QLatin1String("on-time")) {
    it.listing = word("completed");
    if (!isEmpty)
      between(month(from), std::min(month(to).addMonths(1).addDays(-1), today));
  } else if (insight.listing == QLatin1String("expirables-by-month")) {
    it.listing = word("expirables");
    if (!isEmpty)
      between(std::max(month(from), today), month(to).addMonths(1).addDays(-1));
    it.asked.sort = word("Expires");
  } else if (insight.listing == QLatin1String("turnaround")) {
    it.listing = word("payors");
    it.asked.group = word("Payor");
    if (row)
      it.asked.payor = first(*row);
  } else if (insight.listing == QLatin1String("due-load")) {
    it.listing = word("open-items");
    it.asked.group = word("Assignee");
    it.asked.to = iso(today.addDays(7 * 8 - today.dayOfWeek()));
  } else {
    it.listing = word("running-trackings");
  }
  return it;
}

} // namespace report
