// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/columns.h"
#include "core/report/rows.h"
#include "core/report/spool.h"
#include "core/report/typesetter.h"

#include <QPageLayout>
#include <QRectF>
#include <memory>

namespace report {

class Canvas;

/// Called now and then with the rows painted so far (0 while pages are counted); answers false to stop.
using Progress = std::function<bool(qint64 rows)>;

/// Sets a table on pages: to a file, to a printer, to a preview. First plan(), which reads the rows once to choose
/// size of type, columns and orientation and to count the pages; then paint(), as often as wanted, from a copy of them
/// that plan() keeps on the disk. Memory does not grow with the rows. Belongs to the thread that made it; needs a
/// QGuiApplication.
class TablePainter {
public:
  /// `resolution` in dots per inch of the device to be painted on.
  TablePainter(const Table& table, QPageSize::PageSizeId paper, int resolution);

  /// False when `progress` stopped it.
  bool plan(const Progress& progress);

  /// Its pages stand behind so many others of a document that has so many in all. Before painting; by itself a table is
  /// all of its document.
  void setPlace(int before, int all);

  int pages() const { return m_pages; }
  qint64 rows() const { return m_rows; }

  /// Paper, orientation and no margins: the painter keeps its own. Give it to the device before painting.
  QPageLayout pageLayout() const;

  /// Paints all pages. False when `progress` or the canvas stopped it.
  bool paint(Canvas& canvas, const Progress& progress);

  /// What the texts were set with; after plan() they know every glyph of the report.
  std::vector<const Typesetter*> typesetters() const;

private:
  friend class TablePass;

  qreal points(qreal size) const { return size * m_unit; }
  void choose(ColumnFitter& fitter);

  const Table& m_table;
  QPageSize m_paper;
  qreal m_unit; ///< device units in a point
  QPageLayout::Orientation m_orientation = QPageLayout::Landscape;
  QRectF m_body; ///< inside the margins
  qreal m_em = 0;
  std::vector<PlacedColumn> m_columns;
  std::unique_ptr<Typesetter> m_cells, m_heads, m_title, m_second, m_running;
  QString m_said;            ///< how many rows have each word of the cell that is counted, in one line
  std::vector<int> m_groups; ///< rows in each group, in order
  int m_pages = 0;
  int m_before = 0, m_all = 0; ///< pages before its first and of the document
  bool m_isPart = false;       ///< of a document of several
  qint64 m_rows = 0;
  Spool m_spool;
};

} // namespace report
