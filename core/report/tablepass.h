// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/canvas.h"
#include "core/report/tablepainter.h"

#include <QStringList>

namespace report {

/// One walk over the rows, from the first page's head to the last one's foot. The pass that counts pages and the one
/// that paints them are the same code, so "page 3 of 12" can not be wrong.
class TablePass {
public:
  /// Without a canvas nothing is drawn.
  TablePass(const TablePainter& plan, Canvas* canvas);

  /// False when no new page could be had.
  bool row(Cells cells);
  /// Ends the last page. Nothing may follow.
  void finish();

  int page() const { return m_page; }
  const std::vector<int>& groups() const { return m_groups; }

private:
  void firstHead();
  /// Sets what is drawn of the figures below the head.
  void drawn(const QImage& picture);
  void runningHead();
  /// What readers aloud are told that comes next, until close().
  void open(Role role);
  void close();
  /// Ends the table at hand, if there is one, and begins another.
  void openTable();
  void closeTable();
  /// The headings above the columns, once for each table; above what follows on another page they are said already.
  void headings(bool again);
  void groupHeading(bool continued);
  /// Whether the row is about something else than the page at hand, where pages are about something.
  bool isOfNewPage(Cells cells);
  void pageHeading(bool continued);
  /// Sets what stands above a page that goes to somebody, and answers how much room its picture takes on the right.
  qreal logo(const Letterhead& head);
  /// Breaks one row (or the headings) into m_lines and answers how many lines high it is.
  int wrapAll(Typesetter& set, Cells cells);
  void rowLines(int first, int count);
  void endPage();
  enum class Turn { NewPage, NewGroup, GoOn };
  bool turnPage(Turn turn);
  qreal groupHeight() const;
  void draw(Typesetter& set, const Lines& lines, QRgb colour, QRectF room, bool alignRight = false);
  /// Sets a text from m_y down and returns its height.
  qreal paragraph(Typesetter& set, const QString& text, QRgb colour, qreal left, qreal top, qreal width,
                  Role role = Role::Words);
  void rule(qreal left, qreal width, qreal thickness, QRgb colour);
  qreal points(qreal size) const { return m_plan.points(size); }

  const TablePainter& m_plan;
  Canvas* m_canvas;
  std::vector<QRectF> m_rowRules, m_headRules;
  std::vector<Lines> m_lines; ///< of the row at hand, one a column
  int m_beside = 1;           ///< lines of it beside each other; texts set below follow
  Lines m_scratch;
  std::string m_group;       ///< the value of the group at hand
  QStringList m_pageCells;   ///< what the page at hand is about
  QStringList m_pageWords;   ///< the same in the words of the rows
  std::vector<int> m_groups; ///< rows of each group so far
  qreal m_y = 0;
  qint64 m_done = 0;
  int m_page = 1;
  bool m_isFresh = true; ///< no row on this page yet
  bool m_isInTable = false;
  bool m_isFine; ///< each cell is a piece of its own: of very many rows each row is one
};

} // namespace report
