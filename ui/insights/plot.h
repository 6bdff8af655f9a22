// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/insights.h"

#include <QImage>

class QWidget;

namespace ui {

/// The figures as a plot in the colours in force, to be looked at: it takes neither keys nor mouse. Null where the
/// program was built without QCustomPlot.
QWidget* makePlot(const report::Insight& insight, const report::Figures& figures);

/// The same on paper, fine enough to be printed; a null picture where there is no plot. On the window's thread.
QImage plotOnPaper(const report::Insight& insight, const report::Figures& figures);

} // namespace ui
