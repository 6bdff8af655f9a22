// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QListWidget>

namespace ui {

/// The parts of a page, down its left side: icon, name, and how much is in each. Up and Down turn to another.
class SectionList : public QListWidget {
  Q_OBJECT
public:
  explicit SectionList(QWidget* parent = nullptr);

  void add(const QString& key, const QString& title, const QString& icon);
  /// Nothing is told of a section with 0.
  void setCount(int row, qint64 count, Tone tone = Tone::Neutral);
  QString keyAt(int row) const;
  int rowOf(const QString& key) const;

protected:
  void changeEvent(QEvent* event) override;
};

} // namespace ui
