// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tablepass.h"
#include "core/report/letterhead.h"
#include "core/report/paper.h"

#include <QImage>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace report {
namespace {

constexpr qint64 FineRows = 5000; // a sheet that somebody reads; beyond it a piece a cell would double the file

QString counted(qint64 rows) {
  static const QLocale english(QLocale::English, QLocale::UnitedStates); // the same bytes on every machine
  return rows == 1 ? QStringLiteral("1 row") : english.toString(rows) + QStringLiteral(" rows");
}

} // namespace

TablePass::TablePass(const TablePainter& plan, Canvas* canvas)
    : m_plan(plan), m_canvas(canvas), m_lines(plan.m_columns.size()), m_isFine(plan.m_rows <= FineRows) {
  m_y = m_plan.m_body.top();
  firstHead();
  if (m_plan.m_table.pages.empty())
    headings(false);
}

void TablePass::open(Role role) {
  if (m_canvas)
    m_canvas->open(role);
}

void TablePass::close() {
  if (m_canvas)
    m_canvas->close();
}

void TablePass::openTable() {
  closeTable();
  open(m_isFine ? Role::Table : Role::Lines);
  m_isInTable = true;
}

void TablePass::closeTable() {
  if (m_isInTable)
    close();
  m_isInTable = false;
}

void TablePass::draw(Typesetter& set, const Lines& lines, QRgb colour, QRectF room, bool alignRight) {
  if (!m_canvas)
    return;
  m_canvas->setColour(colour);
  set.draw(*m_canvas, lines, 0, lines.count(), room.left(), room.top(), room.width(), alignRight);
}

qreal TablePass::paragraph(Typesetter& set, const QString& text, QRgb colour, qreal left, qreal top, qreal width,
                           Role role) {
  const auto bytes = text.toUtf8();
  set.wrap({bytes.data(), static_cast<size_t>(bytes.size())}, width, m_scratch);
  open(role);
  draw(set, m_scratch, colour, {left, top, width, 0});
  close();
  return m_scratch.count() * set.lineHeight();
}

void TablePass::rule(qreal left, qreal width, qreal thickness, QRgb colour) {
  if (m_canvas)
    (colour == paper::Line ? m_rowRules : m_headRules)
        .emplace_back(std::round(left), std::round(m_y), std::round(width), std::round(points(thickness)));
}

void TablePass::firstHead() {
  const auto& table = m_plan.m_table;
  const auto& body = m_plan.m_body;
  if (m_canvas && m_plan.m_isPart)
    m_canvas->bookmark(table.title, m_y, 0);
  const auto rows = counted(m_plan.m_rows).toUtf8();
  const qreal reserve = points(100); // for the number of rows, right of the title: it never moves a line
  const qreal title =
      paragraph(*m_plan.m_title, table.title, paper::Text, body.left(), m_y, body.width() - reserve, Role::Title);
  m_plan.m_second->wrap({rows.data(), static_cast<size_t>(rows.size())}, reserve, m_scratch);
  const qreal top = m_y + (m_plan.m_title->lineHeight() - m_plan.m_second->lineHeight()) * 0.62; // on its baseline
  open(Role::Words);
  draw(*m_plan.m_second, m_scratch, paper::Second, {body.right() - reserve, top, reserve, 0}, true);
  close();
  m_y += title + points(1);
  auto& second = *m_plan.m_second;
  m_y += paragraph(second, table.team + QStringLiteral(" · as of ") + table.day, paper::Second, body.left(), m_y,
                   body.width());
  if (!table.filters.isEmpty())
    m_y += paragraph(second, table.filters, paper::Second, body.left(), m_y, body.width());
  if (!table.said.isEmpty())
    m_y += points(4) + paragraph(second, table.said, paper::Text, body.left(), m_y + points(4), body.width());
  if (table.counted >= 0) { // one line, which is known when all rows were read
    paragraph(second, m_plan.m_said, paper::Text, body.left(), m_y + points(4), body.width());
    m_y += points(4) + second.lineHeight();
  }
  m_y += points(9);
  if (table.picture && !table.picture->isNull())
    drawn(*table.picture);
}

void TablePass::drawn(const QImage& picture) {
  const QSizeF most(m_plan.m_body.width(), points(paper::PictureHeight));
  const QSizeF size = QSizeF(picture.size()).scaled(most, Qt::KeepAspectRatio);
  if (m_canvas)
    m_canvas->picture(picture, {QPointF(m_plan.m_body.left(), m_y), size});
  m_y += size.height() + points(9);
}

void TablePass::runningHead() {
  const auto& body = m_plan.m_body;
  const auto& table = m_plan.m_table;
  const auto text = table.title + QStringLiteral(" · ") + table.team + QStringLiteral(" · as of ") + table.day;
  m_y += paragraph(*m_plan.m_running, text, paper::Second, body.left(), m_y, body.width(), Role::Aside) + points(5);
}

int TablePass::wrapAll(Typesetter& set, Cells cells) {
  m_beside = 1;
  int below = 0;
  for (size_t i = 0; i < m_lines.size(); ++i) {
    const auto& column = m_plan.m_columns[i];
    set.wrap(cells[column.cell], column.width, m_lines[i]);
    int& deep = column.isBelow ? below : m_beside;
    deep = std::max(deep, m_lines[i].count());
  }
  return m_beside + below;
}

void TablePass::headings(bool again) {
  auto& heads = *m_plan.m_heads;
  std::vector<std::string> texts;
  for (const auto& heading : m_plan.m_table.headings)
    texts.push_back(heading.text.toStdString());
  const int deep = wrapAll(heads, std::vector<std::string_view>(texts.begin(), texts.end()));
  if (!again)
    openTable();
  const bool asCells = !again && m_isFine;
  if (asCells)
    open(Role::Row);
  else
    open(again ? Role::Aside : Role::Line);
  for (size_t i = 0; i < m_lines.size(); ++i) {
    const auto& column = m_plan.m_columns[i];
    const int above = column.isBelow ? m_beside : m_beside - m_lines[i].count(); // short ones stand on the line
    if (asCells)
      open(Role::HeadCell);
    draw(heads, m_lines[i], column.isBelow ? paper::Second : paper::Text,
         {m_plan.m_body.left() + column.left, m_y + above * heads.lineHeight(), column.width, 0}, column.alignRight);
    if (asCells)
      close();
  }
  close();
  m_y += deep * heads.lineHeight() + m_plan.m_em * paper::CellPad;
  rule(m_plan.m_body.left(), m_plan.m_body.width(), paper::HeadLine, paper::Strong);
  m_y += points(paper::HeadLine);
}

qreal TablePass::groupHeight() const { return std::round(m_plan.m_em * 2.2); }

void TablePass::groupHeading(bool continued) {
  auto& heads = *m_plan.m_heads;
  const auto& body = m_plan.m_body;
  const auto& table = m_plan.m_table;
  const auto& heading =
      table.groupName.isEmpty() ? table.headings[static_cast<size_t>(table.group)].text : table.groupName;
  const auto value = m_group.empty() ? QStringLiteral("none") : QString::fromStdString(m_group).simplified();
  const bool isSection = !m_plan.m_table.pages.empty(); // of a page: its name says enough
  const auto text = isSection ? value : heading + QStringLiteral(": ") + value;
  const qreal reserve = points(110); // what follows the value never moves a line
  const qreal top = m_y + groupHeight() - heads.lineHeight() - m_plan.m_em * paper::CellPad;
  const Role role = continued ? Role::Aside : m_isFine ? Role::HeadCell : Role::Line;
  const bool isRow = role == Role::HeadCell; // across the columns
  if (isRow)
    open(Role::Row);
  const qreal height = paragraph(heads, text, paper::Text, body.left(), top, body.width() - reserve, role);
  if (m_canvas && !continued && !isSection)
    m_canvas->bookmark(value, m_y, m_plan.m_isPart ? 1 : 0);
  if (m_canvas) {
    const auto& groups = m_plan.m_groups;
    const auto at = m_groups.size() - 1;
    const auto note = continued ? QStringLiteral("continued") : at < groups.size() ? counted(groups[at]) : QString();
    const qreal left = body.left() + m_scratch.widths.back() + m_plan.m_em;
    auto& cells = *m_plan.m_cells;
    paragraph(cells, note, paper::Second, left, top + height - heads.lineHeight(), reserve, isRow ? Role::Cell : role);
  }
  if (isRow)
    close();
  m_y = top + height + m_plan.m_em * paper::CellPad;
  rule(body.left(), body.width(), paper::RowLine, paper::Line);
}

void TablePass::pageHeading(bool continued) {
  const auto& body = m_plan.m_body;
  QStringList more = m_pageCells.mid(1);
  more.removeAll(QString());
  if (continued)
    more << QStringLiteral("continued");
  const QString about =
      m_pageCells.first().isEmpty()
          ? m_plan.m_table.headings[static_cast<size_t>(m_plan.m_table.pages.front())].text + QStringLiteral(": none")
          : m_pageCells.first();
  if (m_canvas && !continued)
    m_canvas->bookmark(about, m_y, m_plan.m_isPart ? 1 : 0);
  const auto& find = m_plan.m_table.letterhead;
  const auto head = find && !continued ? find(m_pageWords) : nullptr;
  const qreal top = m_y, width = body.width() - (head ? logo(*head) : 0);
  if (!continued)
    closeTable();
  m_y += paragraph(*m_plan.m_title, about, head ? head->colour : paper::Text, body.left(), m_y, width,
                   continued ? Role::Aside : Role::Heading) +
         points(1);
  m_y += paragraph(*m_plan.m_second, more.join(QStringLiteral(" · ")), paper::Second, body.left(), m_y, width,
                   continued ? Role::Aside : Role::Words);
  if (head) {
    m_y = std::max(m_y, width < body.width() ? top + points(paper::LogoHeight) : top) + points(4);
    if (m_canvas)
      m_canvas->fill({QRectF(std::round(body.left()), std::round(m_y), std::round(body.width()),
                             std::round(points(paper::LetterLine)))},
                     head->colour);
  }
  m_y += points(9);
  headings(continued);
}

qreal TablePass::logo(const Letterhead& head) {
  if (head.logo.isNull())
    return 0;
  const QSizeF most(points(paper::LogoWidth), points(paper::LogoHeight));
  const QSizeF size = QSizeF(head.logo.size()).scaled(most, Qt::KeepAspectRatio);
  if (m_canvas)
    m_canvas->picture(head.logo, {QPointF(m_plan.m_body.right() - size.width(), m_y), size});
  return size.width() + points(paper::TitleSize);
}

bool TablePass::isOfNewPage(Cells cells) {
  QStringList about, words;
  for (const int heading : m_plan.m_table.pages) {
    const auto cell = cells[static_cast<size_t>(heading)];
    const auto text = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).simplified();
    words << text;
    about << (about.isEmpty() || text.isEmpty()
                  ? text
                  : m_plan.m_table.headings[static_cast<size_t>(heading)].text + QStringLiteral(": ") + text);
  }
  const bool isNew = about != m_pageCells;
  m_pageCells = about;
  m_pageWords = words;
  return isNew;
}

void TablePass::rowLines(int first, int count) {
  const qreal top = m_y + m_plan.m_em * paper::CellPad;
  const qreal leading = m_plan.m_cells->lineHeight();
  open(m_isFine ? Role::Row : Role::Line);
  for (size_t i = 0; m_canvas && i < m_lines.size(); ++i) {
    const auto& column = m_plan.m_columns[i];
    if (m_isFine)
      open(Role::Cell);
    const int above = column.isBelow ? m_beside : 0; // lines of the row before this cell's first
    const int from = std::max(0, first - above);
    m_canvas->setColour(column.isBelow ? paper::Second : paper::Text);
    m_plan.m_cells->draw(*m_canvas, m_lines[i], from, first + count - above - from, m_plan.m_body.left() + column.left,
                         top + (above + from - first) * leading, column.width, column.alignRight);
    if (m_isFine)
      close();
  }
  close();
  m_y = top + count * leading + m_plan.m_em * paper::CellPad;
}

bool TablePass::row(Cells cells) {
  m_plan.m_cells->tidy();
  const int group = m_plan.m_table.group;
  const bool opensPage = isOfNewPage(cells);
  if (opensPage && m_done == 0)
    pageHeading(false);
  else if (opensPage && !turnPage(Turn::NewPage))
    return false;
  bool opensGroup = false;
  if (group >= 0) {
    const auto value = cells[static_cast<size_t>(group)];
    opensGroup = m_groups.empty() || opensPage || value != m_group;
    if (opensGroup) {
      m_group = value;
      m_groups.push_back(0);
    }
    ++m_groups.back();
  }
  const int deep = wrapAll(*m_plan.m_cells, cells);
  const qreal leading = m_plan.m_cells->lineHeight();
  const qreal pads = 2 * m_plan.m_em * paper::CellPad;
  const qreal height = deep * leading + pads + (opensGroup ? groupHeight() : 0);
  const qreal bottom = m_plan.m_body.bottom();
  if (m_y + height > bottom && !m_isFresh) {
    if (!turnPage(opensGroup ? Turn::NewGroup : Turn::GoOn))
      return false;
    wrapAll(*m_plan.m_cells, cells); // the headings were set with the same lines
  }
  if (opensGroup)
    groupHeading(false);
  for (int first = 0; first < deep;) { // a row taller than a page goes on on the next one
    const int fit = std::clamp(static_cast<int>((bottom - m_y - pads) / leading), 1, deep - first);
    rowLines(first, fit);
    m_isFresh = false;
    first += fit;
    if (first < deep) {
      if (!turnPage(Turn::GoOn))
        return false;
      wrapAll(*m_plan.m_cells, cells);
    }
  }
  rule(m_plan.m_body.left(), m_plan.m_body.width(), paper::RowLine, paper::Line);
  ++m_done;
  return true;
}

bool TablePass::turnPage(Turn turn) {
  endPage();
  if (m_canvas && !m_canvas->newPage())
    return false;
  ++m_page;
  m_isFresh = true;
  m_y = m_plan.m_body.top();
  runningHead();
  if (m_plan.m_table.pages.empty())
    headings(true);
  else
    pageHeading(turn != Turn::NewPage);
  if (turn == Turn::GoOn && m_plan.m_table.group >= 0)
    groupHeading(true);
  return true;
}

void TablePass::endPage() {
  const auto& body = m_plan.m_body;
  auto& set = *m_plan.m_running;
  const auto text = QStringLiteral("page %1 of %2").arg(m_plan.m_before + m_page).arg(m_plan.m_all).toUtf8();
  set.wrap({text.data(), static_cast<size_t>(text.size())}, body.width(), m_scratch);
  if (!m_canvas)
    return;
  open(Role::Aside);
  draw(set, m_scratch, paper::Second, {body.left(), body.bottom() + points(8), body.width(), 0}, true);
  close();
  m_canvas->fill(m_rowRules, paper::Line);
  m_canvas->fill(m_headRules, paper::Strong);
  m_canvas->endPage();
  m_rowRules.clear();
  m_headRules.clear();
}

void TablePass::finish() {
  closeTable();
  if (m_done == 0) {
    const auto& body = m_plan.m_body;
    const auto& filters = m_plan.m_table.filters;
    m_y += points(8);
    m_y += paragraph(*m_plan.m_heads, QStringLiteral("No rows"), paper::Text, body.left(), m_y, body.width());
    if (!filters.isEmpty())
      paragraph(*m_plan.m_cells, QStringLiteral("Nothing matches the filters: ") + filters, paper::Second, body.left(),
                m_y, body.width());
  }
  endPage();
}

} // namespace report
