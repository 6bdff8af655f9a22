// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/table.h"
#include "ui/list/listpage.h"
#include "ui/profile/subject.h"

namespace ui {

class Session;

/// What happened to somebody and what hangs on them; each line can be taken back.
ListPage* makeHistoryList(Session& session, const Subject& subject, QWidget* parent);
/// The past of one record in a window of its own; likewise.
void openRecordHistory(Session& session, const db::Table& table, qint64 id, QWidget* parent);

/// What was deleted in the last 30 days, to be brought back: a page to be laid over another.
class DeletedPage : public Page {
  Q_OBJECT
public:
  explicit DeletedPage(Session& session, QWidget* parent = nullptr);

  QString statusText() const override { return m_list->statusText(); }
  qint64 hiddenRows() const override { return m_list->hiddenRows(); }
  void clearFilter() override { m_list->clearFilter(); }
  void find() override { m_list->find(); }
  void refresh() override { m_list->refresh(); }
  void setTeams(const QStringList&) override {}
  Page* front() override { return m_list; }

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  ListPage* m_list;
};

} // namespace ui
