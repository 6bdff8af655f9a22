// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/weekplan.h"

#include "core/report/catalogue.h"
#include "core/review/deal.h"
#include "ui/form/recordchoices.h"
#include "ui/list/board.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/review/dealdialog.h"
#include "ui/review/loadbars.h"
#include "ui/shell/attempt.h"
#include "ui/shell/reader.h"
#include "ui/shell/session.h"
#include "ui/shell/worker.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace ui {

namespace {

const QString planColumn = QStringLiteral("Plan");

ListingPage* makePlan(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 150},
      {"What", CellKind::Text, 150},
      {"Assignee", CellKind::Text, 120},
      {"Date", CellKind::Due, 150, true, "Days late", "Status"},
      {"Plan", CellKind::Date, 106},
      {"Why here", CellKind::Dated, 260},
      {"About", CellKind::Second, 170, false},
      {"Section", CellKind::Second, 150, false},
      {"Follow-up", CellKind::FollowUp, 106, false, nullptr, "Status"},
      {"Status", CellKind::Status, 116, false},
      {"Days late", CellKind::Number, 80, false},
      {"Priority", CellKind::Text, 90, false},
      {"Practice", CellKind::Text, 150, false},
      {"Team", CellKind::Second, 140, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("week-plan");
  spec.title = WeekPlan::tr("The week");
  spec.icon = QStringLiteral("calendar-clock");
  spec.emptyTitle = WeekPlan::tr("Nothing stands in this week");
  spec.emptyText = WeekPlan::tr("What is late, has no date, or is due this week stands here by its day.");
  spec.frame = PageSpec::Frame::Section;
  const report::Listing* listing = report::find(QStringLiteral("review"));
  auto rows = std::make_shared<ListingRows>(session, *listing, looks, nullptr,
                                            report::planOf({listing, session.today(), {}}).filter);
  return new ListingPage(session, std::move(spec), std::move(rows));
}

} // namespace

WeekPlan::WeekPlan(Session& session, std::function<review::Doer()> doer, QObject* parent)
    : QObject(parent), m_session(session), m_doer(std::move(doer)), m_page(makePlan(session)),
      m_board(new Board(*m_page)), m_worker(new Worker(this)), m_whose(session.me()) {
  CardMove move;
  move.heading = planColumn;
  move.work = [this](qint64 row, const QString& value) { return put(row, value); };
  move.order = [this](const Query&) {
    QStringList places{QString::fromLatin1(report::toDeal)};
    for (const QDate day : review::daysOfWeek(m_session.today()))
      places << day.toString(Qt::ISODate);
    return places;
  };
  move.takes = [this](const QString& value) {
    const auto left = review::daysLeft(m_session.today());
    return std::find(left.begin(), left.end(), QDate::fromString(value, Qt::ISODate)) != left.end();
  };
  m_page->setCardMove(std::move(move));
  m_board->setFitting([] { return new LoadBars; }, [this] { showLoads(); });
  auto* deal = new QPushButton(tr("Deal…"));
  deal->setObjectName(QStringLiteral("week-plan.deal"));
  deal->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
  deal->setToolTip(tr("Spread what stands on no day evenly over the days that are left (Ctrl+D)"));
  setButtonIcon(deal, QStringLiteral("calendar-clock"));
  connect(deal, &QPushButton::clicked, this, [this] { attempt(tr("Dealing"), [this] { this->deal(); }); });
  m_page->addButton(deal);
  connect(m_board, &Board::said, &session, &Session::said);
  connect(m_page->model(), &ListModel::completed, this, &WeekPlan::readLoads);
}

void WeekPlan::setWhose(Id<Coordinator> whose) {
  m_whose = whose;
  if (m_isAsked)
    ask();
}

void WeekPlan::turnTo() {
  if (!std::exchange(m_isAsked, true))
    ask();
}

void WeekPlan::ask() {
  Query query;
  query.teams = m_page->query().teams;
  query.group = planColumn;
  query.sort = {{QStringLiteral("Section"), false}};
  if (m_whose.isValid())
    query.filters[QStringLiteral("assignee")] = {idValue(m_whose)};
  m_page->setQuery(query);
  if (!m_page->isSecondLook())
    m_page->turnToSecondLook(true);
}

/// The whole review of these people: what is asked of the list but its search.
report::Request WeekPlan::review() const {
  report::Request request{report::find(QStringLiteral("review")), m_session.today(), {}};
  if (m_whose.isValid())
    request.filter.is[QStringLiteral("assignee")] = {m_whose};
  for (const QString& team : m_page->query().teams)
    request.filter.is[QStringLiteral("team")].push_back(team.toLongLong());
  return request;
}

QString WeekPlan::nameOf(qint64 key) {
  const int what = m_page->model()->columnOf(QStringLiteral("What")),
            who = m_page->model()->columnOf(QStringLiteral("Provider"));
  const std::vector<Row> rows = m_page->rows().rowsByIds(std::array{key});
  if (rows.front().id == 0)
    return {};
  QStringList parts{rows.front().cells[size_t(what)], rows.front().cells[size_t(who)]};
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

QString WeekPlan::put(qint64 key, const QString& value) {
  const QDate day = QDate::fromString(value, Qt::ISODate);
  if (!day.isValid())
    return tr("What has its day keeps one: put it on another day, or take the move back (Ctrl+Z).");
  if (day <= m_session.today())
    return tr("%1 is no day to come: what is moved leaves the review with a later date. Put it on another day.")
        .arg(shownDate(day, m_session.today()));
  if (!isBusinessDay(day))
    return tr("%1 is a holiday. Put it on another day.").arg(shownDate(day, m_session.today()));
  QString problem;
  const bool whole = attempt(tr("Moving the card"), [&] {
    const Problems problems = m_session.tryChange(
        tr("Planned %1 for %2").arg(nameOf(key), shownDate(day, m_session.today())),
        [&](db::Transaction& transaction) { return review::plan(transaction, key, day, m_doer()); });
    if (!problems.empty())
      problem = problems.front().sentence;
  });
  if (!whole)
    problem = tr("The card was not moved.");
  if (problem.isEmpty())
    Q_EMIT moved(key);
  return problem;
}

void WeekPlan::deal() { (new DealDialog(m_session, review(), m_doer(), m_page->window()))->open(); }

void WeekPlan::readLoads() {
  m_isStale = m_worker->isRunning();
  if (m_isStale)
    return; // what is running asks again when it is through
  m_worker->begin([this, request = review(), file = m_session.database().file()]() -> std::function<void()> {
    std::optional<report::ReviewLoad> load;
    try {
      Reader reader(file);
      load = report::reviewLoad(reader, request);
    } catch (const db::Error&) {
      load.reset(); // the file could not be read just now: what is shown stays
    }
    return [this, load] {
      if (load)
        m_load = *load;
      showLoads();
      if (m_isStale)
        readLoads();
      Q_EMIT loadsShown();
    };
  });
}

void WeekPlan::showLoads() {
  qint64 highest = 1;
  size_t lines = 1;
  for (const auto& [day, people] : m_load.byDay) {
    lines = std::max(lines, people.size());
    for (const auto& [who, items] : people)
      highest = day == QLatin1String(report::toDeal) ? highest : std::max(highest, items);
  }
  for (const auto& [value, under] : m_board->fitted()) {
    std::vector<LoadBars::Load> loads;
    if (const auto here = m_load.byDay.find(value); here != m_load.byDay.end())
      for (const auto& [who, items] : here->second)
        loads.push_back({who.isEmpty() ? tr("Nobody") : who, items});
    const QDate day = QDate::fromString(value, Qt::ISODate);
    QString note;
    if (!day.isValid())
      note = m_load.later > 0 ? tr("%L1 more come later").arg(m_load.later) : QString();
    else if (!isBusinessDay(day))
      note = tr("Holiday");
    else if (day == m_session.today())
      note = tr("Today");
    static_cast<LoadBars*>(under)->show(std::move(loads), highest, note, lines);
  }
}

} // namespace ui
