// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/rowprovider.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class TableView;

/// What a change would do, a line each: what it is about, old → new, and why not.
struct ChangeLine {
  QString about;
  QString field; ///< which of several
  QString before, after;
  QString problem;
};

/// A list of such lines.
class LineList : public QWidget {
  Q_OBJECT
public:
  LineList(const QString& about, QDate today, QWidget* parent = nullptr);

  void show(const std::vector<ChangeLine>& lines);

private:
  QString m_about;
  QDate m_today;
  QVBoxLayout* m_layout;
  TableView* m_table = nullptr;
};

} // namespace ui
