// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/field.h"

#include <QFrame>
#include <functional>

class QLabel;

namespace ui {

class CellInput;
class Session;
class TableView;

/// The editor over a cell of a list. Enter and Tab save and move on, with Shift the other way; Esc leaves all as it
/// was; leaving it saves. What cannot be is said below the cell, and what was typed stays.
class CellEditor : public QFrame {
  Q_OBJECT
public:
  /// Saves what was typed; answers the sentence why it cannot be, or nothing.
  using Save = std::function<QString(const QString& typed)>;

  /// Opens over the cell; with `typed` it goes on with that, else with what stands there. Deletes itself.
  CellEditor(Session& session, const edit::Field& field, TableView* table, const QModelIndex& cell,
             const QString& typed, Save saving);
  ~CellEditor() override;

  qint64 row() const { return m_row; }
  /// Puts the cursor back into it.
  void resume();

Q_SIGNALS:
  /// It is through: saved or not.
  void closed();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  enum class Move { Stay, Down, Up, Right, Left };
  void save(Move move);
  void leave(Move move);
  void place();
  void say(const QString& problem);
  void moveOn(Move move);

  TableView* m_table;
  qint64 m_row; ///< the id
  int m_column;
  Save m_save;
  CellInput* m_input;
  QLabel* m_problem;
  bool m_closed = false;
};

} // namespace ui
