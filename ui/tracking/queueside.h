// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/list/rowprovider.h"

#include <QObject>
#include <QTimer>
#include <functional>

class QAction;
class QMenu;
struct Step;

namespace ui {

class Inspector;
class ListingPage;
class Session;

/// Puts the inspector beside a list of steps, and the moves on its keys: X completes, W waits, I is in progress, K is
/// not needed, H holds the tracking or lets it go on, N notes a contact. They act on all that is selected in the list.
class QueueSide : public QObject {
  Q_OBJECT
public:
  /// After a contact the cursor either stays in the line, or goes on to the next row of the list with it.
  enum class AfterContact { Stay, Next };

  /// `stepOf` gives the step of a row, where rows are no steps.
  QueueSide(Session& session, ListingPage& page, AfterContact afterContact,
            std::function<Id<Step>(qint64)> stepOf = {});

  Inspector* inspector() const { return m_inspector; }

private:
  void addMove(const QString& text, const QString& status, Qt::Key key);
  QAction* addAction(const QString& text, Qt::Key key, std::function<void()> work);
  void follow();
  void goOn();
  void note();
  std::vector<Id<Step>> selected() const;
  Id<Step> stepOf(qint64 row) const { return row != 0 && m_stepOf ? m_stepOf(row) : Id<Step>{row}; }

  Session& m_session;
  ListingPage& m_page;
  Inspector* m_inspector;
  QMenu* m_moves;
  std::function<Id<Step>(qint64)> m_stepOf;
  QTimer m_following; ///< puts a run of selections into one look
  Query m_asked;      ///< of the list, when it was last looked at
  int m_row = -1;     ///< of the step that is shown
};

} // namespace ui
