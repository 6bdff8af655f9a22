// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/rowprovider.h"
#include "ui/theme/theme.h"

#include <QDate>
#include <QMetaType>

namespace ui {

/// How one cell is shown and read aloud.
struct CellFace {
  QString text = {};
  QString spoken = {}; ///< the value first, then what its colour says; empty when the text says it all
  QString icon = {};   ///< of a pill
  Ink ink = Ink::Text;
  Tone tone = Tone::Neutral;
};

/// The icon and colour of a status word of domain and reports ("Expired", "In progress", "Payor").
struct StatusLook {
  QString icon;
  Tone tone = Tone::Neutral;
};
StatusLook statusLook(const QString& word);

/// True for a status after which nothing can be late.
bool isDone(const QString& status);

CellFace cellFace(const std::vector<Column>& columns, const Row& row, int column, QDate today);

} // namespace ui

Q_DECLARE_METATYPE(ui::CellFace)
