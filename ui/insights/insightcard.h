// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/insights.h"

#include <QFrame>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QTableView;

namespace ui {

class FigureTable;

/// Figures as a plot with its table beside it, what they say in a sentence, and whether they go into the packet. Enter
/// opens what lies behind them, Space ticks.
class InsightCard : public QFrame {
  Q_OBJECT
public:
  explicit InsightCard(const report::Insight& insight, QWidget* parent = nullptr);

  const report::Insight& insight() const { return m_insight; }
  const report::Figures& figures() const;
  void show(const report::Figures& figures);

Q_SIGNALS:
  void openAsked(std::optional<size_t> row);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void draw();
  void fitTable();

  const report::Insight& m_insight;
  QLabel *m_sentence, *m_lacking;
  QCheckBox* m_ticked;
  QHBoxLayout* m_body;
  QWidget* m_plot = nullptr;
  FigureTable* m_model;
  QTableView* m_table;
  bool m_isDressing = false; ///< is going to be drawn in other colours
};

} // namespace ui
