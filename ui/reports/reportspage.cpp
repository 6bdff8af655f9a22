// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "core/report/catalogue.h"
#include "core/report/missing.h"
#include "core/report/rundue.h"
#include "core/report/views.h"
#include "ui/form/datefield.h"
#include "ui/form/recordchoices.h"
#include "ui/reports/pastday.h"
#include "ui/reports/reportfilters.h"
#include "ui/reports/reportlist.h"
#include "ui/reports/reportpreview.h"
#include "ui/reports/saving.h"
#include "ui/reports/scheduleform.h"
#include "ui/reports/scheduler.h"
#include "ui/reports/schedulespanel.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QtConcurrent>
#include <utility>

namespace ui {

namespace {

QString lastKey() { return QStringLiteral("reports/last"); }

} // namespace

ReportsPage::ReportsPage(Session& session, const QStringList& teams, const QString& first,
                         const std::optional<report::Asked>& asked, QWidget* parent)
    : Page(parent), m_session(session), m_teams(teams), m_past(new PastDay(session, this)) {
  setObjectName(QStringLiteral("reports"));
  setWindowTitle(tr("Reports"));
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  lay();
  setFocusProxy(m_typed);

  m_asking.setSingleShot(true);
  m_asking.setInterval(span::typing);
  connect(&m_asking, &QTimer::timeout, this, [this] { attempt(tr("Reading the report"), [this] { preview(); }); });
  connect(m_typed, &QLineEdit::textChanged, m_list, &ReportList::setText);
  connect(m_typed, &QLineEdit::textChanged, this, [this](const QString& text) { m_isFound = !text.isEmpty(); });
  connect(m_preview, &ReportPreview::stateChanged, this, &ReportsPage::showState);
  connect(m_asOf, &DateField::dateChanged, m_past, &PastDay::turnTo);
  connect(m_past, &PastDay::turned, this, [this] { attempt(tr("Reading the report"), [this] { turnedDay(); }); });
  connect(m_missed, &SearchField::valueChanged, this,
          [this] { attempt(tr("Looking for the reason"), [this] { explain(); }); });
  connect(&session, &Session::changed, this, &ReportsPage::refresh);
  connect(&session, &Session::dayBegan, this, &ReportsPage::refresh);
  readViews();
  m_list->choose(first.isEmpty() ? QSettings().value(lastKey()).toString() : first);
  if (!m_list->current())
    m_list->choose(QStringLiteral("open-items"));
  const auto begin = [this](const std::optional<report::Asked>& wanted) {
    attempt(tr("Turning to the report"), [&] {
      turn();
      if (wanted)
        ask(*wanted);
    });
  };
  connect(m_list, &QListWidget::currentRowChanged, this, [begin] { begin({}); });
  // The page stands first; the fields for what is asked, and the preview, are the next event's.
  QMetaObject::invokeMethod(
      this,
      [this, begin, asked] {
        if (!m_filters)
          begin(asked);
      },
      Qt::QueuedConnection);
  countAll();
}

ReportsPage::~ReportsPage() {
  if (m_stopCounting)
    *m_stopCounting = true;
}

void ReportsPage::choose(const QString& name, const std::optional<report::Asked>& asked) {
  m_list->choose(name);
  turn();
  if (asked)
    ask(*asked);
}

void ReportsPage::ask(const report::Asked& asked) {
  m_filters->ask(asked);
  preview();
}

void ReportsPage::turn() {
  const report::Listing* listing = m_list->current();
  const SavedView* view = m_list->currentView();
  m_showSchedules->setChecked(false);
  const QString look = view ? view->look : QString();
  if (!listing || (m_list->currentKey() == m_key && (!m_view || m_view->look == look)))
    return;
  m_key = m_list->currentKey();
  // What was asked of one report is mostly asked of the next one too.
  report::Asked asked = m_filters ? m_filters->asked() : report::Asked();
  if (!m_filters && m_teams.size() == 1)
    asked.team =
        m_session.database().text(QStringLiteral("SELECT name FROM team WHERE id = ?"), {m_teams.first().toLongLong()});
  const bool hadUsualDays = m_listing && m_listing->usualDays > 0;
  m_listing = listing;
  QSettings().setValue(lastKey(), m_key);
  if (view || m_view)
    asked = {}; // a view says itself what it is about
  m_view = view ? std::optional(*view) : std::nullopt;
  asked.sort.clear();
  if (!asked.group.isEmpty() && listing->columnAt(asked.group) < 0)
    asked.group.clear();
  if (hadUsualDays)
    asked.from = asked.to = QString();
  if (!view && listing->usualDays > 0 && asked.from.isEmpty() && asked.to.isEmpty()) {
    asked.from = m_session.today().addDays(1 - listing->usualDays).toString(Qt::ISODate);
    asked.to = m_session.today().toString(Qt::ISODate);
  }
  m_title->setText(view ? view->name : listing->title);
  m_letterhead->setVisible(listing->isLetter);
  const QString why = ReportList::recommendation(listing->name);
  m_reason->setText(why.isEmpty() ? listing->reason : tr("%1\nRecommended: %2").arg(listing->reason, why));
  m_filters = new ReportFilters(m_session, *listing, m_questions->viewport());
  m_filters->ask(asked);
  connect(m_filters, &ReportFilters::changed, &m_asking, qOverload<>(&QTimer::start));
  m_questions->setWidget(m_filters); // deletes the one before
  preview();
}

std::optional<report::Request> ReportsPage::request() {
  if (!m_filters)
    return {};
  if (m_past->isOnTheWay() || !m_past->problem().isEmpty()) {
    m_preview->showWords(m_past->isOnTheWay() ? tr("Going back to that day…") : m_past->problem());
    return {};
  }
  db::Database& database = m_past->database();
  const auto asked = m_view
                         ? report::requestForView(database, *m_view, m_filters->asked(), m_past->day(), m_session.me())
                         : report::requestFor(database, *m_listing, m_filters->asked(), m_past->day());
  if (const auto* problem = std::get_if<report::AskedProblem>(&asked)) {
    m_preview->showWords(problem->sentence);
    return {};
  }
  return std::get<report::Request>(asked);
}

void ReportsPage::preview() {
  if (const auto asked = request())
    m_preview->show(report::tableFor(m_past->database(), *asked));
  explain();
}

void ReportsPage::turnedDay() {
  for (QPushButton* hand : m_hands)
    hand->setEnabled(!m_past->isOnTheWay() && m_past->problem().isEmpty());
  preview();
}

void ReportsPage::explain() {
  const int question = ++m_explained;
  const Id<Practice> practice = recordIn<Practice>(m_missed->value());
  const Id<Provider> provider = recordIn<Provider>(m_missed->value());
  m_why->hide();
  if (!practice.isValid() && !provider.isValid())
    return;
  const auto asked = request();
  if (!asked)
    return;
  const report::Missed missed = practice.isValid() ? report::Missed{QStringLiteral("practice"), practice.value}
                                                   : report::Missed{QStringLiteral("provider"), provider.value};
  auto* watcher = new QFutureWatcher<QStringList>(this);
  connect(watcher, &QFutureWatcher<QStringList>::finished, this, [this, watcher, question] {
    watcher->deleteLater();
    if (question != m_explained)
      return; // something else is asked by now
    m_why->setText(watcher->result().join(QLatin1Char('\n')));
    m_why->show();
  });
  watcher->setFuture(
      QtConcurrent::run([file = m_past->database().file(), past = m_past->copy(), request = *asked, missed] {
        try {
          db::Database reader(file, db::Database::Mode::ReadOnly);
          return report::whyMissing(reader, request, missed).sentences;
        } catch (const db::Error& error) {
          return QStringList{error.sentence()};
        }
      }));
}

void ReportsPage::hand(const std::function<void(const report::Request&)>& work) {
  attempt(tr("Writing the report"), [&] {
    const auto asked = request();
    if (!asked)
      return;
    if (!m_view)
      m_list->remember(*m_listing);
    work(*asked);
  });
}

void ReportsPage::schedule() {
  if (!request())
    return; // what cannot be asked now cannot be asked on a Monday
  Schedule one;
  report::Asked asked = m_filters->asked();
  one.name = m_title->text();
  one.report = m_view ? m_view->name : m_listing->name;
  // Whoever has the schedule run is not asked who they are.
  if (m_view && std::holds_alternative<report::AskedProblem>(
                    report::requestForView(m_session.database(), *m_view, asked, m_session.today())))
    asked.assignee = m_session.myName();
  one.asked = report::toText(asked);
  one.since = Scheduler::officeNow(m_session);
  if (!m_view)
    m_list->remember(*m_listing);
  openScheduleForm(m_session, one, window());
}

namespace {

struct Counted {
  QString name;
  qint64 rows;
};

} // namespace

/// As every report comes, for the teams of the window.
void ReportsPage::countAll() {
  if (m_stopCounting)
    *m_stopCounting = true;
  std::vector<std::pair<QString, report::Query>> queries;
  for (const report::Listing& listing : report::catalogue()) {
    if (!listing.isReport)
      continue;
    report::Request asked{&listing, m_session.today(), {}};
    for (const QString& team : m_teams)
      asked.filter.is[QStringLiteral("team")].push_back(team.toLongLong());
    if (listing.usualDays > 0)
      asked.filter.dates = {{m_session.today().addDays(1 - listing.usualDays), m_session.today()}};
    queries.emplace_back(listing.name, report::countQuery(asked));
  }
  const auto stop = m_stopCounting = std::make_shared<std::atomic_bool>(false);
  auto* watcher = new QFutureWatcher<Counted>(this);
  connect(watcher, &QFutureWatcher<Counted>::resultReadyAt, this, [this, watcher, stop](int at) {
    if (const Counted counted = watcher->resultAt(at); !*stop)
      m_list->setCount(counted.name, counted.rows);
  });
  connect(watcher, &QFutureWatcher<Counted>::finished, watcher, &QObject::deleteLater);
  watcher->setFuture(QtConcurrent::run(
      [file = m_session.database().file(), queries = std::move(queries), stop](QPromise<Counted>& promise) {
        try {
          db::Database reader(file, db::Database::Mode::ReadOnly);
          for (const auto& [name, query] : queries)
            if (!*stop)
              promise.addResult(Counted{name, reader.value(query.sql, query.arguments)});
        } catch (const db::Error&) {
          // The file cannot be read just now, which the preview tells; counts stay away.
        }
      }));
}

void ReportsPage::readViews() { m_list->setViews(viewsOf(m_session.database(), m_session.me())); }

void ReportsPage::refresh() {
  attempt(tr("Reading the saved views"), [this] { readViews(); });
  if (!m_list->current())
    choose(QStringLiteral("open-items")); // the view was removed
  if (m_showSchedules->isChecked())
    attempt(tr("Reading the schedules"), [this] { m_schedules->refresh(); });
  countAll();
  m_asking.start();
}

void ReportsPage::setTeams(const QStringList& teams) {
  m_teams = teams;
  m_list->forgetCounts();
  countAll();
}

void ReportsPage::clearFilter() {
  if (m_filters)
    m_filters->ask({});
  m_asking.start();
}

void ReportsPage::find() {
  m_typed->setFocus(Qt::ShortcutFocusReason);
  m_typed->selectAll();
}

QString ReportsPage::statusText() const {
  if (!m_preview->isReady())
    return tr("Setting the pages…");
  const QString rows = m_preview->rows() == 1 ? tr("1 row") : tr("%L1 rows").arg(m_preview->rows());
  return m_preview->pages() == 1 ? tr("%1 · 1 page").arg(rows) : tr("%1 · %L2 pages").arg(rows).arg(m_preview->pages());
}

void ReportsPage::showState() { Q_EMIT statusChanged(); }

/// Arrows go through the reports while one types, and Enter takes one: of what was just found, the first.
bool ReportsPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_typed && event->type() == QEvent::KeyPress) {
    const auto* press = static_cast<QKeyEvent*>(event);
    if (press->key() == Qt::Key_Down || press->key() == Qt::Key_Up || press->key() == Qt::Key_Return) {
      const bool isFound = std::exchange(m_isFound, false);
      int row = isFound ? -1 : m_list->currentRow();
      const int by = press->key() == Qt::Key_Up && !isFound ? -1 : 1;
      if (press->key() != Qt::Key_Return || isFound || !m_list->current()) {
        do
          row += by;
        while (row >= 0 && row < m_list->count() && !(m_list->item(row)->flags() & Qt::ItemIsSelectable));
        if (row >= 0 && row < m_list->count())
          m_list->setCurrentRow(row);
      }
      return true;
    }
  }
  return Page::eventFilter(watched, event);
}

void ReportsPage::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Escape:
    if (m_typed->text().isEmpty())
      Q_EMIT closeAsked();
    else
      m_typed->clear();
    return;
  case Qt::Key_PageDown:
    return m_preview->turnTo(m_preview->page() + 1);
  case Qt::Key_PageUp:
    return m_preview->turnTo(m_preview->page() - 1);
  case Qt::Key_Plus:
  case Qt::Key_Minus:
    return m_preview->setLarge(event->key() == Qt::Key_Plus);
  default:
    Page::keyPressEvent(event);
  }
}

} // namespace ui
