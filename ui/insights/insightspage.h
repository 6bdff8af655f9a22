// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/insights.h"
#include "ui/shell/page.h"

#include <QTimer>
#include <atomic>
#include <memory>

class QScrollArea;

namespace ui {

class InsightCard;
class Session;

/// The office in plots, each with its table beside it. A page to be laid over another.
class InsightsPage : public Page {
  Q_OBJECT
public:
  InsightsPage(Session& session, const QStringList& teams, QWidget* parent = nullptr);
  ~InsightsPage() override;

  QString statusText() const override;
  qint64 hiddenRows() const override { return 0; }
  void clearFilter() override {}
  void find() override;
  void refresh() override { count(); }
  void setTeams(const QStringList& teams) override;

Q_SIGNALS:
  void behindAsked(const report::Behind& behind);

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget* makeTop();
  void count();
  void open(const InsightCard& card, std::optional<size_t> row);

  Session& m_session;
  QStringList m_teams;
  QScrollArea* m_scroll;
  std::vector<InsightCard*> m_cards;
  size_t m_counted = 0;
  QTimer m_changing; ///< puts several changes into one count
  std::shared_ptr<std::atomic_bool> m_stop;
};

} // namespace ui
