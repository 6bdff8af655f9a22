// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/queueside.h"

#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/sidepane.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/tracking/inspector.h"
#include "ui/tracking/moves.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>

namespace ui {

QueueSide::QueueSide(Session& session, ListingPage& page, AfterContact afterContact,
                     std::function<Id<Step>(qint64)> stepOf)
    : QObject(&page), m_session(session), m_page(page), m_inspector(new Inspector(session)),
      m_moves(new QMenu(m_inspector)), m_stepOf(std::move(stepOf)) {
  page.setSide(m_inspector);
  addMove(tr("&Complete"), QStringLiteral("Completed"), Qt::Key_X);
  addMove(tr("&Waiting"), QStringLiteral("Waiting"), Qt::Key_W);
  addMove(tr("&In progress"), QStringLiteral("In progress"), Qt::Key_I);
  addMove(tr("Not &needed"), QStringLiteral("Not needed"), Qt::Key_K);
  m_moves->addSeparator();
  addAction(tr("&Hold or resume the tracking…"), Qt::Key_H,
            [this] { holdOrResume(m_session, selected(), m_page.window()); });
  addAction(tr("C&ancel the tracking…"), Qt::Key_unknown,
            [this] { cancelTrackings(m_session, selected(), m_page.window()); });
  m_moves->addSeparator();
  addAction(tr("N&ote a contact"), Qt::Key_N, [this] { note(); });
  m_inspector->moveButton()->setMenu(m_moves);
  page.addRowMenu([this](QMenu& menu) {
    menu.addSeparator();
    menu.addActions(m_moves->actions());
  });

  m_following.setSingleShot(true);
  m_following.setInterval(0);
  connect(&m_following, &QTimer::timeout, this, &QueueSide::follow);
  const auto schedule = [this] { m_following.start(); };
  connect(page.table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, schedule);
  connect(page.model(), &ListModel::completed, this, schedule);
  connect(&session, &Session::changed, m_inspector, &Inspector::refresh);
  connect(&session, &Session::dayBegan, m_inspector, &Inspector::refresh);
  connect(m_inspector, &Inspector::left, page.table(), qOverload<>(&QWidget::setFocus));
  connect(m_inspector, &Inspector::completeAsked, this, [this] {
    attempt(tr("Completing the step"),
            [this] { moveSteps(m_session, {m_inspector->step()}, QStringLiteral("Completed"), m_page.window()); });
  });
  if (afterContact == AfterContact::Next)
    connect(m_inspector, &Inspector::logged, this, &QueueSide::goOn);
}

void QueueSide::addMove(const QString& text, const QString& status, Qt::Key key) {
  addAction(text, key, [this, status] { moveSteps(m_session, selected(), status, m_page.window()); });
}

QAction* QueueSide::addAction(const QString& text, Qt::Key key, std::function<void()> work) {
  auto* action = new QAction(text, this);
  if (key != Qt::Key_unknown)
    action->setShortcut(key);
  // A line that is typed in keeps its letters: it takes them before any shortcut.
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, [text, work = std::move(work)] {
    attempt(QString(text).remove(QLatin1Char('&')).remove(QStringLiteral("…")), work);
  });
  m_page.addAction(action);
  m_moves->addAction(action);
  return action;
}

/// What is selected in the list; the one that is looked at, when another step of its tracking was chosen beside it.
std::vector<Id<Step>> QueueSide::selected() const {
  const std::vector<qint64> ids = m_page.table()->selectedIds();
  if (ids.size() < 2)
    return m_inspector->step().isValid() ? std::vector{m_inspector->step()} : std::vector<Id<Step>>{};
  std::vector<Id<Step>> steps;
  for (const qint64 id : ids)
    steps.push_back(stepOf(id));
  return steps;
}

/// Shows what is selected. Where what was there has left the list, the row in its place is next; of a list that was
/// asked for something else, the first.
void QueueSide::follow() {
  TableView* table = m_page.table();
  if (const Query& asked = m_page.query(); asked.text != m_asked.text || asked.filters != m_asked.filters) {
    m_asked = asked;
    m_row = std::min(m_row, 0);
  }
  const int near = m_page.model()->rowNear(m_row);
  if (!table->currentIndex().isValid() && m_row >= 0 && near >= 0 && m_page.model()->isComplete())
    table->select(m_page.model()->idAt(near));
  if (table->currentIndex().isValid()) {
    m_row = table->currentIndex().row();
    m_inspector->showStep(stepOf(table->currentId()));
  } else if (m_page.model()->isComplete()) {
    m_inspector->showStep({});
  }
}

/// The line for a contact takes the next keys, wherever it was: of the first row when none is selected, and beside a
/// list that had all the room. Else what is typed would move steps.
void QueueSide::note() {
  TableView* table = m_page.table();
  if (!table->currentIndex().isValid())
    if (const int first = m_page.model()->rowNear(0); first >= 0)
      table->select(m_page.model()->idAt(first));
  follow();
  auto* pane = qobject_cast<SidePane*>(m_inspector->parentWidget());
  if (pane && table->currentIndex().isValid()) {
    pane->setFilled(true);
    pane->showSide(true);
  }
  m_inspector->beginNote();
}

/// A contact was saved: on to the next row. (The list is read again aside: its rows stand still until then.)
void QueueSide::goOn() {
  const int row = m_page.table()->currentIndex().row();
  if (const int next = m_page.model()->rowNear(row + 1); row >= 0 && next > row)
    m_page.table()->select(m_page.model()->idAt(next));
}

} // namespace ui
