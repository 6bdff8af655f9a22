// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/sheetplan.h"

#include <QWidget>
#include <map>

class QFormLayout;
class QVBoxLayout;
class QLabel;
class QListWidget;
class QScrollArea;
class QStandardItemModel;

namespace ui {

class ChoiceBox;
class PickBox;
class Session;

/// Which sheet is what, and which heading stands for which column.
class ColumnsStep : public QWidget {
  Q_OBJECT
public:
  explicit ColumnsStep(Session& session, QWidget* parent = nullptr);

  /// The sheets of a file, matched as the last time when there was one.
  void show(const exchange::FileLook& look);
  /// Why the import cannot go on; empty when it can.
  QString blocked() const;
  std::map<QString, exchange::HeaderMatch> matches() const;
  /// The team for rows that name none.
  QString team() const;
  /// Keeps what a person changed for the next file with these headings.
  void remember();

Q_SIGNALS:
  void changed();

private:
  void addKindRow();
  void showSheet();
  void showHeadings();
  bool asksForTeam() const;
  void showState();
  void kindChosen();
  void columnChosen(int heading, int column);
  void fillColumns();
  SheetPlan& plan();

  Session& m_session;
  std::vector<SheetPlan> m_plans;
  bool m_hasAnswers = false; ///< of the registry
  bool m_isRegistry = false; ///< they are all there is
  QListWidget* m_sheets;
  QFormLayout* m_rows;
  QVBoxLayout* m_kindRow;
  QLabel* m_registry;
  ChoiceBox* m_team = nullptr;
  PickBox* m_kind;
  QLabel* m_state;
  QLabel* m_stateIcon;
  QScrollArea* m_scroll;
  QStandardItemModel* m_columns; ///< the columns of the kind, shared by all boxes
  std::vector<PickBox*> m_boxes; ///< by heading; null for one that is not shown
};

} // namespace ui
