// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/field.h"
#include "ui/list/choicepopup.h"

class QLineEdit;

namespace ui {

class Session;

/// The field in which the value of a cell is typed: a date field, a line with choices, or a line. What is typed is read
/// by the core.
class CellInput : public QWidget {
  Q_OBJECT
public:
  CellInput(Session& session, const edit::Field& field, QWidget* parent = nullptr);

  QLineEdit* line() const { return m_line; }
  /// What is meant, as edit::understood reads it; a date that can be read as ISO.
  QString typed() const;
  /// Begins with a value as lists hold it: ISO, yes, a name.
  void setValue(const QString& value);
  /// Goes on with what was typed already.
  void begin(const QString& text);
  /// Marks the field as not to be taken, or as good again.
  void setProblem(bool isWrong);
  /// Drops the choices down, if there are any.
  void openList();
  /// Closes what drops down; false when nothing did.
  bool closeList();

Q_SIGNALS:
  /// Something else is meant now.
  void changed();
  /// One of the choices was clicked.
  void taken();

private:
  void notice();

  Session& m_session;
  QLineEdit* m_line;
  QString m_meant; ///< what was told of last
};

} // namespace ui
