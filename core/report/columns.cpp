// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/columns.h"
#include "core/report/paper.h"
#include "core/report/typesetter.h"

#include <algorithm>
#include <numeric>

namespace report {
namespace {

constexpr qreal LongestWord = 11; // ems; a longer one (an e-mail address, a link) may be broken
constexpr qreal LongText = 25;    // ems; a text this long may be set below its row
constexpr size_t LongestCode = 14;
constexpr qreal Slack = 1.1; // words rarely end exactly where a line does

/// One short word with a digit in it.
bool isCode(std::string_view cell) {
  return cell.size() <= LongestCode && cell.find(' ') == cell.npos && cell.find_first_of("0123456789") != cell.npos;
}

} // namespace

ColumnFitter::ColumnFitter(const Table& table, Typesetter& body, Typesetter& head, qreal em) : m_em(em), m_body(body) {
  for (size_t i = 0; i < table.headings.size(); ++i)
    if (table.isColumn(static_cast<int>(i))) {
      const auto text = table.headings[i].text.toUtf8();
      const auto extent = head.extent({text.data(), static_cast<size_t>(text.size())});
      m_needs.push_back({i, table.headings[i].kind, std::min(extent.word / em, LongestWord), {}, true});
    }
}

void ColumnFitter::look(Cells cells) {
  for (auto& need : m_needs) {
    if (need.cell >= cells.size() || cells[need.cell].empty())
      continue;
    const auto extent = m_body.extent(cells[need.cell]);
    need.isFirm = need.isFirm && (need.kind != Kind::Text || isCode(cells[need.cell]));
    need.seen.push_back(static_cast<float>(extent.line / m_em));
    const qreal word = extent.word / m_em;
    need.least = std::max(need.least, need.kind == Kind::Text ? std::min(word, LongestWord) : word);
  }
}

qreal ColumnFitter::usual(const Need& need) {
  if (need.seen.empty())
    return need.least;
  // Of short values the longest counts, of long ones all but the longest twentieth.
  auto seen = need.seen;
  const auto longest = *std::max_element(seen.begin(), seen.end());
  const auto place = seen.begin() + static_cast<std::ptrdiff_t>((seen.size() - 1) * 95 / 100);
  std::nth_element(seen.begin(), place, seen.end());
  return std::max<qreal>(need.least, longest < *place * 1.3f ? longest : *place);
}

std::vector<ColumnFitter::Wish> ColumnFitter::wishes() const {
  std::vector<Wish> wishes;
  for (size_t i = 0; i < m_needs.size(); ++i)
    if (i != m_below)
      wishes.push_back({i, m_needs[i].least, usual(m_needs[i])});
  return wishes;
}

bool ColumnFitter::setLongestBelow() {
  qreal longest = LongText;
  for (size_t i = 0; i < m_needs.size(); ++i)
    if (const qreal wide = m_needs[i].kind == Kind::Text ? usual(m_needs[i]) : 0; wide > longest) {
      longest = wide;
      m_below = i;
    }
  return m_below.has_value();
}

qreal ColumnFitter::lines(qreal ems) const {
  const auto all = wishes();
  const qreal room = ems - static_cast<qreal>(all.size() - 1) * paper::CellGap;
  const auto needed = [&](qreal lines) {
    return std::accumulate(all.begin(), all.end(), 0.0, [lines](qreal sum, const Wish& wish) {
      return sum + std::max(wish.least, lines <= 1 ? wish.usual : wish.usual * Slack / lines);
    });
  };
  if (needed(1) <= room)
    return 1;
  qreal low = 1, high = 1000;
  for (int i = 0; i < 40; ++i)
    (needed((low + high) / 2) <= room ? high : low) = (low + high) / 2;
  return high;
}

std::vector<PlacedColumn> ColumnFitter::columns(qreal width, qreal em) const {
  const auto all = wishes();
  const qreal gap = paper::CellGap;
  const qreal room = width / em - static_cast<qreal>(all.size() - 1) * gap;
  const qreal deep = lines(width / em);
  std::vector<qreal> widths;
  for (const auto& wish : all)
    widths.push_back(std::max(wish.least, deep <= 1 ? wish.usual : wish.usual * Slack / deep));
  const auto isText = [&](size_t i) { return m_needs[all[i].need].kind == Kind::Text; };
  const auto sum = [&] { return std::accumulate(widths.begin(), widths.end(), 0.0); };
  if (const qreal rest = room - sum(); rest > 0) {
    // What is left goes to the texts, the wide ones most, but nobody becomes twice as wide: that reads worse.
    qreal texts = 0;
    for (size_t i = 0; i < widths.size(); ++i)
      texts += isText(i) ? widths[i] : 0;
    const qreal factor = texts > 0 ? std::min(rest / texts, 0.8) : 0;
    for (size_t i = 0; i < widths.size(); ++i)
      widths[i] *= isText(i) ? 1 + factor : 1;
  } else {
    // Even the longest words side by side are too wide: the widest columns of words give way and break theirs.
    const auto isFirm = [&](size_t i) { return m_needs[all[i].need].isFirm; };
    qreal low = 0, high = room;
    const auto capped = [&](qreal cap) {
      qreal taken = 0;
      for (size_t i = 0; i < widths.size(); ++i)
        taken += isFirm(i) ? widths[i] : std::min(widths[i], cap);
      return taken;
    };
    for (int i = 0; i < 40; ++i)
      (capped((low + high) / 2) <= room ? low : high) = (low + high) / 2;
    if (capped(high) < sum())
      for (size_t i = 0; i < widths.size(); ++i)
        widths[i] = isFirm(i) ? widths[i] : std::min(widths[i], low);
  }
  std::vector<PlacedColumn> columns;
  qreal left = 0;
  for (size_t i = 0; i < widths.size(); ++i) {
    const auto& need = m_needs[all[i].need];
    // A tenth of a unit more than needed, lest rounding breaks what was measured to fit.
    columns.push_back({need.cell, left * em, widths[i] * em + 0.1, need.kind == Kind::Number, false});
    left += widths[i] + gap;
  }
  if (m_below) {
    const qreal indent = columns.size() > 1 ? columns[1].left : 0;
    columns.push_back({m_needs[*m_below].cell, indent, width - indent, false, true});
  }
  return columns;
}

} // namespace report
