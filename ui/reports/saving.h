// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/pastcopy.h"
#include "core/exchange/kinds.h"
#include "core/report/listing.h"

class QWidget;

namespace ui {

class Session;

/// Asks for a file name and writes the request there as CSV, PDF or XLSX, by its ending, without keeping the window
/// waiting; says how many rows it was, or what was in the way. `ending` ("pdf") is the one proposed. `past` is the data
/// to write it from when it is not today's.
void saveAs(Session& session, const report::Request& request, QWidget* parent,
            const QString& ending = QStringLiteral("csv"), const std::shared_ptr<datafile::PastCopy>& past = {});

/// Asks for a printer and prints the pages that a PDF would have, likewise.
void print(Session& session, const report::Request& request, QWidget* parent,
           const std::shared_ptr<datafile::PastCopy>& past = {});

/// Asks for a file name and writes the packet of a review there as PDF, or its items as CSV or XLSX; likewise.
void savePacket(Session& session, const report::Request& review, QWidget* parent);

/// Writes all data, or that of one kind, in the shape that import reads, into an Excel workbook; likewise.
void exportEverything(Session& session, const QString& path, QWidget* parent, std::optional<exchange::Kind> only = {});

} // namespace ui
