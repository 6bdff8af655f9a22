// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/insightspage.h"

#include "core/report/catalogue.h"
#include "ui/insights/insightcard.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QtConcurrent>

namespace ui {

namespace {

constexpr int quiet = 600; // milliseconds after a change before all is counted again

struct Counted {
  size_t at;
  report::Figures figures;
  std::exception_ptr broke;
};

} // namespace

InsightsPage::InsightsPage(Session& session, const QStringList& teams, QWidget* parent)
    : Page(parent), m_session(session), m_teams(teams), m_scroll(new QScrollArea) {
  setObjectName(QStringLiteral("insights"));
  setWindowTitle(tr("Insights"));
  setProperty("ground", QStringLiteral("window"));
  setAttribute(Qt::WA_StyledBackground);
  auto* cards = new QWidget;
  auto* column = new QVBoxLayout(cards);
  column->setContentsMargins(px(size::margin), 0, px(size::margin), px(size::margin));
  column->setSpacing(px(size::cell));
  for (const report::Insight& insight : report::insights()) {
    auto* card = m_cards.emplace_back(new InsightCard(insight));
    column->addWidget(card);
    connect(card, &InsightCard::openAsked, this, [this, card](std::optional<size_t> row) { open(*card, row); });
  }
  column->addStretch();
  m_scroll->setObjectName(QStringLiteral("insights.cards"));
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(cards);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeTop());
  layout->addWidget(m_scroll, 1);
  setFocusProxy(m_cards.front());
  m_changing.setSingleShot(true);
  m_changing.setInterval(quiet);
  connect(&m_changing, &QTimer::timeout, this, &InsightsPage::count);
  connect(&session, &Session::changed, &m_changing, qOverload<>(&QTimer::start));
  count();
}

InsightsPage::~InsightsPage() { *m_stop = true; }

QWidget* InsightsPage::makeTop() {
  auto* top = new QWidget;
  auto* title = new QLabel(tr("Insights"));
  setFace(title, Face::Title);
  auto* hint = new QLabel(tr("Enter opens the list behind a plot, Space puts it into the packet"));
  hint->setForegroundRole(QPalette::PlaceholderText);
  setFace(hint, Face::Second);
  auto* back = new QPushButton(tr("Back"));
  back->setObjectName(QStringLiteral("insights.back"));
  back->setToolTip(tr("Back (Esc)"));
  back->setProperty("quiet", true);
  connect(back, &QPushButton::clicked, this, &Page::closeAsked);
  auto* row = new QHBoxLayout(top);
  row->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::gap));
  row->setSpacing(px(size::margin));
  row->addWidget(title);
  row->addWidget(hint);
  row->addStretch();
  row->addWidget(back);
  return top;
}

/// Each on its own, as it comes: the first plots stand while the last ones are counted.
void InsightsPage::count() {
  if (m_stop)
    *m_stop = true;
  const auto stop = m_stop = std::make_shared<std::atomic_bool>(false);
  m_counted = 0;
  Q_EMIT statusChanged();
  std::vector<report::Request> asked;
  for (const InsightCard* card : m_cards) {
    report::Request one{report::find(card->insight().listing), m_session.today(), {}};
    for (const QString& team : m_teams)
      one.filter.is[QStringLiteral("team")].push_back(team.toLongLong());
    asked.push_back(std::move(one));
  }
  auto* watcher = new QFutureWatcher<Counted>(this);
  connect(watcher, &QFutureWatcher<Counted>::resultReadyAt, this, [this, watcher, stop](int at) {
    if (*stop)
      return;
    const Counted counted = watcher->resultAt(at);
    if (counted.broke) {
      attempt(tr("Counting"), [&] { std::rethrow_exception(counted.broke); });
      return;
    }
    m_cards[counted.at]->show(counted.figures);
    ++m_counted;
    Q_EMIT statusChanged();
  });
  connect(watcher, &QFutureWatcher<Counted>::finished, watcher, &QObject::deleteLater);
  watcher->setFuture(QtConcurrent::run(
      [file = m_session.database().file(), asked = std::move(asked), stop](QPromise<Counted>& promise) {
        try {
          db::Database reader(file, db::Database::Mode::ReadOnly);
          for (size_t i = 0; i < asked.size() && !*stop; ++i)
            promise.addResult(Counted{i, report::figuresOf(report::tableFor(reader, asked[i])), {}});
        } catch (const db::Error&) {
          promise.addResult(Counted{0, {}, std::current_exception()});
        }
      }));
}

void InsightsPage::open(const InsightCard& card, std::optional<size_t> row) {
  report::Behind behind = report::behind(card.insight(), card.figures(), row, m_session.today());
  if (m_teams.size() == 1)
    attempt(tr("Opening the list"), [&] {
      behind.asked.team = m_session.database().text(QStringLiteral("SELECT name FROM team WHERE id = ?"),
                                                    {m_teams.first().toLongLong()});
    });
  Q_EMIT behindAsked(behind);
}

void InsightsPage::setTeams(const QStringList& teams) {
  m_teams = teams;
  count();
}

void InsightsPage::find() { m_cards.front()->setFocus(Qt::ShortcutFocusReason); }

QString InsightsPage::statusText() const {
  return m_counted < m_cards.size() ? tr("Counting…") : tr("%1 plots").arg(m_cards.size());
}

void InsightsPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT closeAsked();
  else
    Page::keyPressEvent(event);
}

} // namespace ui
