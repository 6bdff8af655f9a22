// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/dealdialog.h"

#include "core/calendar/typeddate.h"
#include "core/review/deal.h"
#include "ui/edit/linelist.h"
#include "ui/list/cellface.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>
#include <numeric>

namespace ui {

namespace {

constexpr size_t mostLines = 500; // of items, shown before it is done
constexpr int mostPeople = 6;     // whose load is written out

QString nobody() { return DealDialog::tr("Nobody"); }

} // namespace

DealDialog::DealDialog(Session& session, report::Request review, review::Doer doer, QWidget* parent)
    : PreviewDialog(session, QStringLiteral("deal"), tr("Deal over the week"), parent), m_review(std::move(review)),
      m_doer(std::move(doer)), m_loads(words({}, Face::Body, true)),
      m_lines(new LineList(tr("Item"), session.today())) {
  auto* body = new QWidget;
  auto* layout = new QVBoxLayout(body);
  layout->setContentsMargins(px(size::group), px(size::cell), px(size::group), 0);
  layout->setSpacing(px(size::cell));
  m_loads->setObjectName(QStringLiteral("deal.loads"));
  layout->addWidget(m_loads);
  layout->addWidget(m_lines, 1);
  setBody(body);
  setSummary(tr("Looking at the week…"));
  find([this, review = m_review](db::Database& database, const std::atomic_bool&) -> std::function<void()> {
    return [this, proposal = propose(database, review)] { showProposal(proposal); };
  });
}

DealDialog::Proposal DealDialog::propose(db::Database& database, const report::Request& review) {
  const std::vector<QDate> days = review::daysLeft(review.today);
  const report::ReviewLoad there = report::reviewLoad(database, review);
  Proposal proposal;
  proposal.items = report::undealt(database, review);
  std::map<QString, size_t> places;
  std::vector<QString> people;
  std::vector<std::vector<qint64>> load;
  std::vector<size_t> whose;
  for (const report::Undealt& one : proposal.items) {
    const auto [place, isNew] = places.emplace(one.whose, people.size());
    whose.push_back(place->second);
    if (!isNew)
      continue;
    people.push_back(one.whose);
    load.emplace_back();
    for (const QDate day : days) {
      const auto here = there.byDay.find(day.toString(Qt::ISODate));
      const bool has = here != there.byDay.end() && here->second.count(one.whose) > 0;
      load.back().push_back(has ? here->second.at(one.whose) : 0);
    }
  }
  auto then = load;
  for (const size_t day : review::deal(whose, load, days.size())) {
    ++then[whose[proposal.days.size()]][day];
    proposal.days.push_back(days[day]);
  }
  const QLocale numbers;
  for (size_t person = 0; person < people.size() && !days.empty(); ++person) {
    QStringList said;
    for (size_t day = 0; day < days.size(); ++day)
      said << tr("%1: %2 → %3")
                  .arg(shownDate(days[day], review.today), numbers.toString(load[person][day]),
                       numbers.toString(then[person][day]));
    proposal.loads << (people[person].isEmpty() ? nobody() : people[person]) + QStringLiteral("   ") +
                          said.join(QStringLiteral("   "));
  }
  return proposal;
}

void DealDialog::showProposal(Proposal proposal) {
  m_proposal = std::move(proposal);
  const auto items = qint64(m_proposal.items.size());
  const bool hasDays = m_proposal.days.size() == m_proposal.items.size();
  setReady(items > 0 && hasDays);
  if (items == 0)
    setSummary(tr("Nothing is to be dealt: everything has its day."));
  else if (!hasDays)
    setSummary(tr("No business day of this week is left: on Monday the next one begins."));
  else
    setSummary(tr("%L1 items, the most needed first. Steps and tasks are due on their day; documents and payor dates "
                  "come back on it. Nothing is changed before Apply, and it can be undone.")
                   .arg(items));
  QStringList loads = m_proposal.loads.mid(0, mostPeople);
  if (m_proposal.loads.size() > mostPeople)
    loads << tr("and %n more people", nullptr, int(m_proposal.loads.size()) - mostPeople);
  m_loads->setText(loads.join(QLatin1Char('\n')));
  m_loads->setVisible(!loads.isEmpty());
  std::vector<ChangeLine> lines;
  for (size_t i = 0; hasDays && i < m_proposal.items.size() && i < mostLines; ++i) {
    const report::Undealt& one = m_proposal.items[i];
    ChangeLine line;
    line.about = QStringLiteral("%1 · %2").arg(one.about, one.whose.isEmpty() ? nobody() : one.whose);
    line.before = shownDate(QDate::fromString(one.date, Qt::ISODate), m_doer.today);
    line.after = shownDate(m_proposal.days[i], m_doer.today);
    lines.push_back(std::move(line));
  }
  m_lines->show(lines);
}

void DealDialog::apply() {
  struct Left {
    size_t items = 0;
    QString why;
  };
  const auto left = std::make_shared<Left>();
  const auto work = [proposal = m_proposal, doer = m_doer, left](db::Transaction& transaction,
                                                                 const edit::Progress& progress) {
    for (size_t i = 0; i < proposal.items.size(); ++i) {
      if (const Problems problems = review::plan(transaction, proposal.items[i].key, proposal.days[i], doer);
          !problems.empty()) {
        ++left->items;
        left->why = problems.front().sentence;
      }
      if (!progress(qint64(i) + 1, qint64(proposal.items.size())))
        return Problems{{{}, tr("Cancelled.")}};
    }
    return left->items == proposal.items.size() ? Problems{{{}, left->why}} : Problems{};
  };
  const size_t items = m_proposal.items.size();
  write(tr("Dealt %L1 items over the week").arg(items), work, [session = &session(), left, items] {
    if (left->items > 0)
      Q_EMIT session->said(tr("%L1 of %L2 were left as they are: %3").arg(left->items).arg(items).arg(left->why));
  });
}

} // namespace ui
