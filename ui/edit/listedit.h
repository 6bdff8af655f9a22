// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edit/rowcells.h"

#include <QObject>
#include <QPointer>

class QMenu;
class QModelIndex;

namespace ui {

class CellEditor;
class ListingPage;
class Session;

/// Changing what a list shows: a cell where it stands, a field of all selected rows, a block that is pasted. A block
/// with the headings of a list is rows to be taken in.
class ListEdit : public QObject {
  Q_OBJECT
public:
  ListEdit(Session& session, ListingPage& page);

  void changeSelected();
  /// Changes one cell to what was typed, as one change that can be undone; a sentence when it cannot be so.
  QString change(qint64 row, int column, const QString& typed);

private:
  void openEditor(const QModelIndex& cell, const QString& typed);
  void paste();
  void fillMenu(QMenu& menu);
  /// What the first row of a block says: nothing but values, the columns from a cell on, or a list of its own.
  enum class Headings { None, OfTheseColumns, OfAList };
  Headings headings(const QModelIndex& from, const QStringList& cells) const;
  bool changesAnything() const;
  RowCells rowCells(std::vector<qint64> rows) const;
  RowCells::Part part(int column, const QStringList& typed) const;

  Session& m_session;
  ListingPage& m_page;
  QPointer<CellEditor> m_editor;
};

/// The list the cursor is in, else the one that is seen in `page`; null when there is none.
ListingPage* listInHand(QWidget* page);

/// Opens the window for changing the selected rows of the list the cursor is in, else of that in `page`.
void changeSelectedRows(QWidget* page);

} // namespace ui
