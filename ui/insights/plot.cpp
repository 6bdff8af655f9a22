// SPDX-License-Identifier: GPL-3.0-or-later
// QCustomPlot's header is written in Qt's keywords: this file has them, and no precompiled header.
#undef QT_NO_KEYWORDS
#undef QT_NO_FOREACH
#include "ui/insights/plot.h"

#ifdef CREDENZA_PLOTS

#include "ui/theme/theme.h"

#include <QDate>
#include <QLocale>

#include <qcustomplot.h>

namespace ui {

namespace {

using report::Figures;
using report::Ground;
using report::Insight;

constexpr size_t mostBars = 10;   // from left to right; the table has all
constexpr int mostLabels = 13;    // below each other they would touch
constexpr double barWidth = 0.68; // of a row's room
constexpr double headroom = 1.06; // above the highest
constexpr double leastRange = 4;  // four ticks are whole numbers then

/// What a plot is drawn in: the window's colours and type, or paper's.
struct Dress {
  const Tokens& tokens;
  QFont font;
  double line; ///< pixels

  QColor of(Ground ground) const {
    switch (ground) {
    case Ground::First:
      return tokens.accent;
    case Ground::Second:
      return mixed(0.55);
    case Ground::Third:
      return mixed(0.28);
    case Ground::Late:
      return tokens.late.text;
    }
    return tokens.accent;
  }

private:
  /// So much of the accent over the ground.
  QColor mixed(double part) const {
    const auto channel = [&](int accent, int ground) { return int(part * accent + (1 - part) * ground); };
    const QColor &a = tokens.accent, &g = tokens.surface;
    return QColor::fromRgb(channel(a.red(), g.red()), channel(a.green(), g.green()), channel(a.blue(), g.blue()));
  }
};

/// A row's first cell as it stands at the axis: "12 Jan" for a week, "Jan 2026" for a month, else as it is.
QString labelOf(const QString& cell) {
  if (const QDate day = QDate::fromString(cell, Qt::ISODate); day.isValid())
    return QLocale().toString(day, QStringLiteral("d MMM"));
  if (const QDate month = QDate::fromString(cell + QStringLiteral("-01"), Qt::ISODate); month.isValid())
    return QLocale().toString(month, month.month() == 1 ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"));
  return cell;
}

class Drawing {
public:
  Drawing(QCustomPlot& plot, const Insight& insight, const Figures& figures, const Dress& dress)
      : m_plot(plot), m_insight(insight), m_figures(figures), m_dress(dress),
        m_isLying(insight.shape == Insight::Shape::Bars), m_keys(m_isLying ? plot.yAxis : plot.xAxis),
        m_values(m_isLying ? plot.xAxis : plot.yAxis),
        m_rows(m_isLying ? std::min(figures.rows.size(), mostBars) : figures.rows.size()) {
    m_plot.setBackground(QBrush(dress.tokens.surface));
    m_plot.axisRect()->setMinimumMargins(QMargins(0, QFontMetrics(dress.font).height() / 2, int(dress.line * 24), 0));
    if (insight.shape == Insight::Shape::Line)
      line();
    else
      bars();
    axes();
    legend();
  }

private:
  void bars() {
    QCPBars* below = nullptr;
    std::vector<double> stacked(m_rows, 0);
    for (const report::Series& series : m_insight.series) {
      auto* bars = new QCPBars(m_keys, m_values);
      bars->setPen(QPen(Qt::NoPen));
      bars->setStackingGap(series.legend.isEmpty() ? 0 : m_dress.line); // what looks alike is one
      bars->setBrush(m_dress.of(series.ground));
      bars->setWidth(barWidth);
      bars->setName(series.legend);
      for (size_t row = 0; row < m_rows; ++row) {
        double value = m_figures.number(row, series.heading).value_or(0);
        if (m_insight.isNested)
          value -= stacked[row];
        stacked[row] += value;
        bars->addData(double(row), value);
      }
      if (below)
        bars->moveAbove(below);
      below = bars;
      if (!series.legend.isEmpty())
        m_named.push_back(bars);
    }
    m_highest = stacked.empty() ? 0 : *std::max_element(stacked.begin(), stacked.end());
  }

  void line() {
    const report::Series& series = m_insight.series.front();
    auto* graph = new QCPGraph(m_keys, m_values);
    const QColor colour = m_dress.of(series.ground);
    graph->setPen(QPen(colour, m_dress.line * 2));
    QColor below = m_dress.of(Ground::Third);
    below.setAlphaF(0.5F);
    graph->setBrush(below);
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, m_dress.line * 6));
    for (size_t row = 0; row < m_rows; ++row)
      if (const auto value = m_figures.number(row, series.heading))
        graph->addData(double(row), *value);
    m_highest = 101 / headroom; // per cent, and the line at 100
  }

  void axes() {
    const Tokens& t = m_dress.tokens;
    for (QCPAxis* axis : {m_plot.xAxis, m_plot.yAxis}) {
      axis->setTickLabelFont(m_dress.font);
      axis->setLabelFont(m_dress.font);
      axis->setTickLabelColor(t.second);
      axis->setLabelColor(t.second);
      axis->setSubTicks(false);
      axis->setTickLength(0);
      axis->setTickPen(QPen(t.line, m_dress.line));
      axis->setBasePen(axis == m_keys ? QPen(t.line, m_dress.line) : QPen(Qt::NoPen));
      axis->grid()->setPen(QPen(t.line, m_dress.line));
      axis->grid()->setZeroLinePen(QPen(Qt::NoPen));
    }
    m_keys->grid()->setVisible(false);
    QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    const int step = m_isLying ? 1 : int((m_rows + mostLabels - 1) / mostLabels);
    for (size_t row = 0; row < m_rows; ++row)
      if ((m_rows - 1 - row) % size_t(std::max(1, step)) == 0)
        names->addTick(double(row),
                       QFontMetrics(m_dress.font)
                           .elidedText(labelOf(m_figures.rows[row].front()), Qt::ElideRight, px(size::side)));
    m_keys->setTicker(names);
    m_keys->setRange(-0.5, double(m_rows) - 0.5);
    m_keys->setRangeReversed(m_isLying);
    m_values->setRange(0, std::max(leastRange, m_highest * headroom));
    m_values->setNumberFormat(QStringLiteral("f"));
    m_values->setNumberPrecision(0);
    m_values->ticker()->setTickCount(4);
    const bool isCut = m_rows < m_figures.rows.size();
    m_values->setLabel(isCut ? QCoreApplication::translate("Plot", "%1 · the first %2 of %3")
                                   .arg(m_insight.axis)
                                   .arg(m_rows)
                                   .arg(m_figures.rows.size())
                             : m_insight.axis);
  }

  /// On a line of its own above the plot.
  void legend() {
    if (m_named.size() < 2)
      return;
    const Tokens& t = m_dress.tokens;
    m_plot.setAutoAddPlottableToLegend(false);
    auto* legend = new QCPLegend;
    auto* line = new QCPLayoutGrid;
    m_plot.plotLayout()->insertRow(0);
    m_plot.plotLayout()->addElement(0, 0, line);
    line->addElement(0, 0, legend);
    line->addElement(0, 1, new QCPLayoutElement);
    line->setColumnStretchFactor(0, 0.001);
    line->setMargins(QMargins(0, 0, 0, 0));
    m_plot.plotLayout()->setRowStretchFactor(0, 0.001);
    legend->setLayer(QStringLiteral("legend"));
    legend->setFillOrder(QCPLegend::foColumnsFirst);
    legend->setWrap(0);
    legend->setBorderPen(QPen(Qt::NoPen));
    legend->setBrush(Qt::NoBrush);
    legend->setFont(m_dress.font);
    legend->setTextColor(t.second);
    legend->setIconSize(int(m_dress.line * 16), QFontMetrics(m_dress.font).height());
    legend->setMargins(QMargins(0, 0, 0, 0));
    legend->setColumnSpacing(int(m_dress.line * 16));
    for (QCPBars* bars : m_named)
      bars->addToLegend(legend);
  }

  QCustomPlot& m_plot;
  const Insight& m_insight;
  const Figures& m_figures;
  const Dress& m_dress;
  bool m_isLying;
  QCPAxis *m_keys, *m_values;
  size_t m_rows;
  std::vector<QCPBars*> m_named;
  double m_highest = 0;
};

} // namespace

QWidget* makePlot(const Insight& insight, const Figures& figures) {
  auto* plot = new QCustomPlot;
  plot->setFocusPolicy(Qt::NoFocus);
  plot->setAttribute(Qt::WA_TransparentForMouseEvents);
  Drawing(*plot, insight, figures, {tokens(), fontOf(Face::Second), double(px(1))});
  return plot;
}

QImage plotOnPaper(const Insight& insight, const Figures& figures) {
  static const Tokens paper = lightTokens();
  constexpr int width = 720, height = 220; // in units of which `scale` are 300 to the inch on a page of 10 inches
  constexpr double scale = 300.0 / 72;
  QFont font = fontOf(Face::Second);
  font.setPixelSize(9);
  QCustomPlot plot;
  plot.setFont(font);
  Drawing(plot, insight, figures, {paper, font, 0.75});
  return plot.toPixmap(width, height, scale).toImage();
}

} // namespace ui

#else

namespace ui {

QWidget* makePlot(const report::Insight&, const report::Figures&) { return nullptr; }
QImage plotOnPaper(const report::Insight&, const report::Figures&) { return {}; }

} // namespace ui

#endif
