// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/paper.h"
#include "core/report/rows.h"
#include "core/report/tablepainter.h"

#include <QImage>

namespace report {

/// Some pages of a table as pictures, and how much there is of it in all.
struct Pictures {
  int first = 0; ///< the number of the first picture's page, from 0
  std::vector<QImage> pages;
  int allPages = 0;
  qint64 rows = 0;
  bool isCancelled = false; ///< `progress` said stop: there are no pictures
};

/// Which pages, and how fine.
struct PictureOptions {
  int first = 0;
  int count = 1;
  int resolution = 96; ///< dots per inch
  QPageSize::PageSizeId paper = paper::usual();
};

/// Paints pages as writePdf() sets them, by the same painter: what they show is what the file will have. Any thread;
/// needs a QGuiApplication. Pages that are not there are left out.
Pictures picturesOf(const Table& table, const PictureOptions& options, const Progress& progress = {});

} // namespace report
