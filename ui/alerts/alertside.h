// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

class QAction;

namespace ui {

class AlertPane;
class ListingPage;
class Session;

/// Puts the pane beside the list of alerts, and what is done about them on its keys: A acknowledges, S snoozes, R
/// starts the renewal, K is not applicable. They act on all that is selected in the list.
class AlertSide : public QObject {
  Q_OBJECT
public:
  AlertSide(Session& session, ListingPage& page);

private:
  using Work = std::function<void(const std::vector<qint64>& rows)>;
  void add(const char* name, const QString& text, const QString& icon, const QString& word, Qt::Key key, Work work);
  void follow();
  std::vector<qint64> selected() const;

  ListingPage& m_page;
  AlertPane* m_pane;
  std::vector<QAction*> m_actions;
  QTimer m_following; ///< puts a run of selections into one look
};

} // namespace ui
