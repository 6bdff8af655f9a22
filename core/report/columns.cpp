// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/columns.h"
#include "core/report/paper.h"
#include "core/report/typesetter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace report {
namespace {

constexpr qreal LongestWord = 11; // ems; a longer one (an e-mail address, a link) may be broken
constexpr qreal LongText = 25;    // ems; a text this long may be set below its row
constexpr size_t LongestCode = 14;
constexpr qreal Slack = 1.1;                                // words rarely end exactly where a line does
constexpr size_t Samples = 160;                             // rows that stand for all when widths are moved
constexpr std::array<qreal, 6> Moves{0.5, 1, 1.5, 2, 3, 4}; // ems
constexpr int MostMoves = 60;

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
      m_needs.push_back({i,
                         table.headings[i].text,
                         table.headings[i].kind,
                         extent.line / em,
                         std::min(extent.word / em, LongestWord),
                         {},
                         true});
    }
}

void ColumnFitter::look(Cells cells) {
  const bool isSample = m_looked++ % m_every == 0;
  if (isSample && m_rows.size() == 2 * Samples) { // evenly from all that is seen: the first are of one team
    for (size_t i = 1; i < Samples; ++i)
      m_rows[i] = std::move(m_rows[2 * i]);
    m_rows.resize(Samples);
    m_every *= 2;
  }
  if (isSample)
    m_rows.emplace_back(m_needs.size());
  for (size_t i = 0; i < m_needs.size(); ++i) {
    auto& need = m_needs[i];
    if (need.cell >= cells.size() || cells[need.cell].empty())
      continue;
    const auto extent = m_body.extent(cells[need.cell]);
    if (isSample)
      m_rows.back()[i] = wordsOf(cells[need.cell]);
    need.isFirm = need.isFirm && (need.kind != Kind::Text || isCode(cells[need.cell]));
    need.seen.push_back(static_cast<float>(extent.line / m_em));
    const qreal word = extent.word / m_em;
    need.least = std::max(need.least, need.kind == Kind::Text ? std::min(word, LongestWord) : word);
  }
}

ColumnFitter::Words ColumnFitter::wordsOf(std::string_view cell) {
  const auto width = [this](std::string_view text) { return static_cast<float>(m_body.extent(text).line / m_em); };
  Words words{{}, width("n n") - width("nn")};
  for (size_t from = 0; from < cell.size();) {
    const size_t to = std::min(cell.find(' ', from), cell.size());
    const auto word = cell.substr(from, to - from);
    if (word == "\xc2\xb7" && !words.widths.empty()) // a dot stays with the word before it
      words.widths.back() += words.space + width(word);
    else if (to > from)
      words.widths.push_back(width(word));
    from = to + 1;
  }
  return words;
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
    if (std::find(m_below.begin(), m_below.end(), i) == m_below.end())
      wishes.push_back({i, m_needs[i].least, usual(m_needs[i])});
  return wishes;
}

bool ColumnFitter::setLongestBelow() {
  qreal longest = LongText;
  size_t found = m_needs.size();
  for (size_t i = 0; i < m_needs.size(); ++i)
    if (const qreal wide = m_needs[i].kind == Kind::Text ? usual(m_needs[i]) : 0; wide > longest) {
      longest = wide;
      found = i;
    }
  if (found == m_needs.size())
    return false;
  for (size_t i = 0; i < m_needs.size(); ++i)
    if (m_needs[i].heading.startsWith(m_needs[found].heading + QLatin1Char(' ')))
      m_below.push_back(i);
  m_below.push_back(found);
  return true;
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

void ColumnFitter::lower(std::vector<qreal>& widths, const std::vector<Wish>& all) const {
  const size_t columns = all.size();
  const auto& rows = m_rows;
  if (rows.empty())
    return;
  using Depths = std::vector<int>; // lines of a column's cell in each row
  const auto depthsOf = [&](size_t column, qreal width) {
    Depths depths;
    for (const auto& row : rows) {
      const Words& words = row[all[column].need];
      int lines = 1;
      qreal filled = 0;
      for (const float word : words.widths) {
        if (filled > 0 && filled + words.space + word > width) {
          ++lines;
          filled = 0;
        }
        filled += (filled > 0 ? words.space : 0) + word;
      }
      depths.push_back(lines);
    }
    return depths;
  };
  const auto isFree = [&](size_t i) { return m_needs[all[i].need].kind == Kind::Text && !m_needs[all[i].need].isFirm; };
  struct Column {
    Depths now;
    int deepest = 1; ///< before anything was moved: a long cell among many short ones is not squeezed for them
    std::array<Depths, Moves.size()> narrower, wider; ///< narrower: empty where it may not become so
  };
  const auto deepestOf = [](const Depths& depths) { return *std::max_element(depths.begin(), depths.end()); };
  std::vector<Column> known(columns);
  const auto count = [&](size_t i) {
    known[i].now = depthsOf(i, widths[i]);
    for (size_t move = 0; move < Moves.size() && isFree(i); ++move) {
      Depths narrower = depthsOf(i, widths[i] - Moves[move]);
      if (widths[i] - Moves[move] < all[i].least || deepestOf(narrower) > known[i].deepest)
        narrower.clear();
      known[i].narrower[move] = std::move(narrower);
      known[i].wider[move] = depthsOf(i, widths[i] + Moves[move]);
    }
  };
  for (size_t i = 0; i < columns; ++i) {
    known[i].deepest = deepestOf(depthsOf(i, widths[i]));
    count(i);
  }
  // Of each row the lines of all columns but two, which change: one of its three highest is another one.
  struct Highest {
    std::array<int, 3> lines{1, 1, 1};
    std::array<size_t, 2> at{};
  };
  std::vector<Highest> highest(rows.size());
  for (int moved = 0; moved < MostMoves; ++moved) {
    for (size_t row = 0; row < rows.size(); ++row) {
      Highest top;
      for (size_t i = 0; i < columns; ++i) {
        const int lines = known[i].now[row];
        if (lines > top.lines[0])
          top = {{lines, top.lines[0], top.lines[1]}, {i, top.at[0]}};
        else if (lines > top.lines[1])
          top = {{top.lines[0], lines, top.lines[1]}, {top.at[0], i}};
        else
          top.lines[2] = std::max(top.lines[2], lines);
      }
      highest[row] = top;
    }
    qreal best = 0; // lines saved for an em
    size_t from = 0, to = 0;
    qreal width = 0;
    for (size_t giving = 0; giving < columns; ++giving)
      for (size_t taking = 0; taking < columns; ++taking)
        for (size_t move = 0; move < Moves.size() && taking != giving && isFree(taking); ++move) {
          const Depths& less = known[giving].narrower[move];
          if (less.empty())
            break;
          const Depths& more = known[taking].wider[move];
          int saved = 0;
          for (size_t row = 0; row < rows.size(); ++row) {
            const Highest& top = highest[row];
            const bool isFirst = top.at[0] == giving || top.at[0] == taking;
            const bool isSecond = top.at[1] == giving || top.at[1] == taking;
            const int others = !isFirst ? top.lines[0] : !isSecond ? top.lines[1] : top.lines[2];
            saved += top.lines[0] - std::max({others, less[row], more[row]});
          }
          if (const qreal rate = saved / Moves[move]; rate > best) {
            best = rate;
            from = giving;
            to = taking;
            width = Moves[move];
          }
        }
    if (best == 0)
      return;
    widths[from] -= width;
    widths[to] += width;
    count(from);
    count(to);
  }
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
  if (deep > 1)
    lower(widths, all);
  std::vector<PlacedColumn> columns;
  qreal left = 0;
  for (size_t i = 0; i < widths.size(); ++i) {
    const auto& need = m_needs[all[i].need];
    // A tenth of a unit more than needed, lest rounding breaks what was measured to fit.
    columns.push_back({need.cell, left * em, widths[i] * em + 0.1, need.kind == Kind::Number, false});
    left += widths[i] + gap;
  }
  left = m_below.empty() || columns.size() < 2 ? 0 : columns[1].left;
  for (const size_t below : m_below) {
    const auto& need = m_needs[below];
    const qreal wide =
        below == m_below.back() ? width - left : std::min(std::max(usual(need), need.head) * em + 0.1, width / 4);
    columns.push_back({need.cell, left, wide, false, true});
    left += wide + gap * em;
  }
  return columns;
}

} // namespace report
