// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/rowprovider.h"

#include <QTableView>
#include <QTimer>

class QMimeData;

namespace ui {

class CellDelegate;
class HeaderView;
class ListModel;

/// Whether headings go with what is copied.
enum class Headings { No, Yes };

/// The table of a list: rows of one height, whole rows selected and kept selected by id, columns to choose, drag and
/// resize, which share what room there is until somebody does, Ctrl+C as text and HTML.
class TableView : public QTableView {
  Q_OBJECT
public:
  explicit TableView(ListModel* model, QWidget* parent = nullptr);

  HeaderView* headings() const { return m_headings; }

  /// The ids of the selected rows, in the order of the list.
  std::vector<qint64> selectedIds() const;
  qint64 currentId() const;
  /// The same, without making a list of them.
  int selectedRows() const;
  /// Selects the row with this id and shows it; false when it is not in the list (yet).
  bool select(qint64 id);

  /// The model's columns that are shown, from left to right.
  std::vector<int> shownColumns() const;
  void setColumnShown(const QString& key, bool shown);
  /// Order, widths and choice of columns as text to keep, and back; a column it does not know stays as it is.
  QByteArray columnState() const;
  void setColumnState(const QByteArray& state);
  void resetColumns();

  /// The first column stays in sight when the list is scrolled sideways.
  QRect visualRect(const QModelIndex& index) const override;
  QModelIndex indexAt(const QPoint& point) const override;
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

  /// The selected rows in the shown columns as tab-separated text and as HTML, dates ISO. The caller owns it.
  QMimeData* copied(Headings headings) const;
  void copy(Headings headings) const;

Q_SIGNALS:
  /// Double click or Enter on a row.
  void opened(qint64 id);
  void selectionCounted(int rows);
  void menuAsked(const QPoint& global);
  /// F2 on a cell that can be changed, or typing, which begins with `typed`.
  void editAsked(const QModelIndex& index, const QString& typed);
  /// Ctrl+V.
  void pasteAsked();

public Q_SLOTS:
  /// All rows of the list, those too that are not read yet.
  void selectAll() override;

protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

private:
  void measure();
  int usualWidth(int column) const;
  void followColumns();
  void fitColumns();
  void shareRoom(const std::vector<int>& shown);
  void hover(int row);
  void remember();
  void restore();
  int rowInItsPlace() const;
  bool edits(QKeyEvent* event);
  bool isOfName(const QKeyEvent* event) const;
  bool isKeyOfAction(const QKeyEvent* event) const;
  bool turnsGroup(QKeyEvent* event);
  void drawHeading(QPainter& painter, int row);
  void drawHeld(QPainter& painter, int first, int last);
  QString keyOf(int column) const;
  std::vector<int> selectedRowNumbers() const;

  ListModel* m_model;
  HeaderView* m_headings;
  CellDelegate* m_delegate;
  std::vector<int> m_widths;      ///< of each column, but that the last one shown goes to the end
  std::vector<int> m_needed;      ///< what was seen in each column is no wider
  bool m_isSized = false;         ///< somebody chose how wide they are
  QTimer m_naming;                ///< runs while the letters that are typed belong to one name
  bool m_isFitting = false;       ///< what changes in width is not somebody's choice
  std::vector<qint64> m_kept;     ///< selected before the rows were read again
  std::vector<qint64> m_keptNext; ///< what stood below the cursor, from its own row on
  qint64 m_keptCurrent = 0;
  int m_keptColumn = -1;
  bool m_keptAll = false; ///< all are selected, and not all are known yet
  int m_keptScroll = 0;
};

} // namespace ui
