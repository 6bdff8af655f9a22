// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tablepainter.h"
#include "core/report/paper.h"
#include "core/report/tablepass.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace report {
namespace {

constexpr size_t Sample = 2000; // rows looked at to find the columns' widths; a wider cell later on is wrapped
constexpr qreal Deep = 3.2;     // lines a usual row may take before smaller type is tried
constexpr qreal LessDeep = 2;   // the same above a text set below it, which takes lines of its own

/// The first rows, kept to be counted after the columns are known, without reading them twice.
struct Kept {
  std::vector<std::string> rows; ///< the cells' bytes, one after another
  std::vector<std::vector<size_t>> ends;

  void add(Cells cells) {
    auto& row = rows.emplace_back();
    auto& end = ends.emplace_back();
    for (const auto cell : cells) {
      row += cell;
      end.push_back(row.size());
    }
  }
  template<class Use>
  bool each(Use use) const {
    std::vector<std::string_view> cells;
    for (size_t i = 0; i < rows.size(); ++i) {
      cells.clear();
      size_t start = 0;
      for (const auto end : ends[i]) {
        cells.push_back(std::string_view(rows[i]).substr(start, end - start));
        start = end;
      }
      if (!use(Cells(cells)))
        return false;
    }
    return true;
  }
};

using Counts = std::map<std::string, int, std::less<>>;

int& countOf(Counts& counts, std::string_view word) {
  const auto known = counts.find(word);
  return known != counts.end() ? known->second : counts[std::string(word)];
}

/// "In progress 180 · Completed 45 · New 20": the most first.
QString saidOf(const Counts& counts) {
  std::vector<std::pair<std::string, int>> most(counts.begin(), counts.end());
  std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  static const QLocale english(QLocale::English, QLocale::UnitedStates); // the same bytes on every machine
  QStringList parts;
  for (const auto& [word, many] : most)
    parts << QString::fromStdString(word) + QLatin1Char(' ') + english.toString(many);
  return parts.join(QStringLiteral(" · "));
}

} // namespace

TablePainter::TablePainter(const Table& table, QPageSize::PageSizeId paper, int resolution)
    : m_table(table), m_paper(paper), m_unit(resolution / 72.0) {
  provideTypeface();
}

QPageLayout TablePainter::pageLayout() const { return {m_paper, m_orientation, QMarginsF(0, 0, 0, 0)}; }

void TablePainter::choose(ColumnFitter& fitter) {
  const auto size = m_paper.sizePoints();
  const qreal narrow = std::min(size.width(), size.height()) - 2 * paper::Margin;
  const qreal wide = std::max(size.width(), size.height()) - 2 * paper::Margin;
  qreal chosen = paper::BodySizes.back();
  bool isUpright = false;
  qreal deep = Deep;
  const auto fits = [&](qreal body) {
    // A page about somebody is a sheet to hand out: upright, if need be with wrapped cells.
    isUpright = body >= paper::PortraitSize && fitter.lines(narrow / body) <= (m_table.pages.empty() ? 1 : deep);
    return isUpright || fitter.lines(wide / body) <= deep;
  };
  const auto* found = std::find_if(paper::BodySizes.begin(), paper::BodySizes.end(), fits);
  if (found == paper::BodySizes.end() && fitter.setLongestBelow())
    for (const qreal lines : {LessDeep, Deep}) {
      deep = lines;
      found = std::find_if(paper::BodySizes.begin(), paper::BodySizes.end(), fits);
      if (found != paper::BodySizes.end())
        break;
    }
  if (found != paper::BodySizes.end())
    chosen = *found;
  m_orientation = isUpright ? QPageLayout::Portrait : QPageLayout::Landscape;
  const qreal margin = paper::Margin;
  m_body = QRectF(points(margin), points(margin), points(isUpright ? narrow : wide), points(isUpright ? wide : narrow));
  m_em = std::ceil(points(chosen));
  m_columns = fitter.columns(m_body.width(), m_em);
}

bool TablePainter::plan(const Progress& progress) {
  const auto set = [](qreal pixels, QFont::Weight weight = QFont::Normal) {
    return std::make_unique<Typesetter>(typeface(pixels, weight));
  };
  m_title = set(points(paper::TitleSize), QFont::DemiBold);
  m_second = set(points(paper::SecondSize));
  m_running = set(points(paper::RunningSize));
  const qreal trial = std::round(points(paper::BodySizes.front()));
  m_cells = set(trial);
  m_heads = set(trial, QFont::DemiBold);
  ColumnFitter fitter(m_table, *m_cells, *m_heads, trial);

  Kept kept;
  std::unique_ptr<TablePass> pass;
  m_rows = 0;
  m_groups.clear();
  m_said.clear();
  Counts counts;
  const auto count = [&](Cells cells) {
    ++m_rows;
    if (m_table.counted >= 0)
      ++countOf(counts, cells[size_t(m_table.counted)]);
    pass->row(cells);
    return m_rows % 256 != 0 || !progress || progress(0);
  };
  const auto start = [&] {
    choose(fitter);
    m_cells = set(m_em);
    m_heads = set(m_em, QFont::DemiBold);
    pass = std::make_unique<TablePass>(*this, nullptr);
    return kept.each(count);
  };
  bool goesOn = true;
  m_spool.clear();
  m_table.rows([&](Cells cells) {
    m_spool.add(cells);
    if (!pass && kept.rows.size() < Sample) {
      kept.add(cells);
      fitter.look(cells);
      return goesOn = kept.rows.size() % 256 != 0 || !progress || progress(0);
    }
    if (!pass && !(goesOn = start()))
      return false;
    return goesOn = count(cells);
  });
  if (!goesOn || (!pass && !start()))
    return false;
  pass->finish();
  m_pages = m_all = pass->page();
  m_groups = pass->groups();
  m_said = saidOf(counts);
  const QByteArray said = m_said.toUtf8();
  Lines lines;
  m_second->wrap({said.data(), size_t(said.size())}, m_body.width(), lines); // so that it knows every glyph
  return true;
}

void TablePainter::setPlace(int before, int all) {
  m_before = before;
  m_all = all;
  m_isPart = true;
}

bool TablePainter::paint(Canvas& canvas, const Progress& progress) {
  TablePass pass(*this, &canvas);
  qint64 done = 0;
  bool goesOn = true;
  const auto put = [&](Cells cells) {
    goesOn = pass.row(cells) && (++done % 256 != 0 || !progress || progress(done));
    return goesOn;
  };
  if (m_spool.isWhole())
    m_spool.each(put);
  else
    m_table.rows(put);
  if (goesOn)
    pass.finish();
  return goesOn;
}

std::vector<const Typesetter*> TablePainter::typesetters() const {
  return {m_cells.get(), m_heads.get(), m_title.get(), m_second.get(), m_running.get()};
}

} // namespace report
