// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertside.h"

#include "ui/alerts/alertmoves.h"
#include "ui/alerts/alertpane.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>

namespace ui {

AlertSide::AlertSide(Session& session, ListingPage& page)
    : QObject(&page), m_page(page), m_pane(new AlertPane(session)) {
  page.setSide(m_pane);
  QWidget* list = &page;
  const auto window = [list] { return list->window(); };
  add("acknowledge", tr("&Acknowledge"), QStringLiteral("check"), tr("Acknowledge"), Qt::Key_A,
      [&session](const auto& rows) { acknowledgeAlerts(session, rows); });
  add("snooze", tr("&Snooze until…"), QStringLiteral("clock-3"), tr("Snooze…"), Qt::Key_S,
      [&session, window](const auto& rows) { snoozeAlerts(session, rows, window()); });
  add("renewal", tr("&Renewal started…"), QStringLiteral("rotate-ccw"), tr("Renewal…"), Qt::Key_R,
      [&session, window](const auto& rows) { startRenewals(session, rows, window()); });
  add("dismiss", tr("Not applica&ble…"), QStringLiteral("circle-slash"), tr("Not applicable…"), Qt::Key_K,
      [&session, window](const auto& rows) { dismissAlerts(session, rows, window()); });
  page.addRowMenu([this](QMenu& menu) {
    menu.addSeparator();
    for (QAction* action : m_actions)
      menu.addAction(action);
  });

  m_following.setSingleShot(true);
  m_following.setInterval(0);
  connect(&m_following, &QTimer::timeout, this, &AlertSide::follow);
  const auto schedule = [this] { m_following.start(); };
  connect(page.table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, schedule);
  connect(page.model(), &ListModel::completed, this, schedule);
  connect(&session, &Session::changed, m_pane, &AlertPane::refresh);
  connect(&session, &Session::dayBegan, m_pane, &AlertPane::refresh);
}

void AlertSide::add(const char* name, const QString& text, const QString& iconName, const QString& word, Qt::Key key,
                    Work work) {
  auto* action = new QAction(icon(iconName, Ink::Second), text, this);
  action->setObjectName(QLatin1String(name));
  action->setShortcut(key);
  // A line that is typed in keeps its letters: it takes them before any shortcut.
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, [this, text, work = std::move(work)] {
    attempt(QString(text).remove(QLatin1Char('&')).remove(QStringLiteral("…")), [&] { work(selected()); });
  });
  m_page.addAction(action);
  m_pane->addButton(action, iconName, word);
  m_actions.push_back(action);
}

std::vector<qint64> AlertSide::selected() const {
  std::vector<qint64> rows = m_page.table()->selectedIds();
  if (rows.empty() && m_page.table()->currentId() != 0)
    rows = {m_page.table()->currentId()};
  return rows;
}

void AlertSide::follow() { m_pane->showRow(m_page.table()->currentId()); }

} // namespace ui
