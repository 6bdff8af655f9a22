// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/filelook.h"

#include <QCoreApplication>

namespace ui {

/// What is done with one sheet of a file: its kind and columns as found, remembered or chosen.
struct SheetPlan {
  Q_DECLARE_TR_FUNCTIONS(SheetPlan)
public:
  exchange::SheetLook look;
  exchange::HeaderMatch found; ///< without a person's help
  exchange::HeaderMatch match; ///< now; without columnAt the sheet is left out
  bool recalled = false;       ///< as the last time

  bool isLeftOut() const { return match.columnAt.empty(); }
  bool isChanged() const { return match.columnAt != found.columnAt || (!isLeftOut() && match.kind != found.kind); }

  void leaveOut();
  /// Matches the headings to the columns of another kind.
  void setKind(exchange::Kind kind);
  /// Reads column (of the kind, -1 for none) from a heading, which is then of no other column, nor the column of
  /// another heading.
  void setColumn(int heading, int column);
  /// The column read from a heading, or -1.
  int columnOf(int heading) const;
  /// Whether another sheet, made of its columns, reads this one.
  bool isReadBeside(const QString& heading) const;
  /// Why the sheet cannot be imported as it is; empty when it can or is left out.
  QString missing() const;
};

/// The plan without a person's help: what was found, with sheets that no kind fits left out.
SheetPlan planOf(const exchange::SheetLook& look);

/// "Providers"
QString kindTitle(const QString& kind);

} // namespace ui
