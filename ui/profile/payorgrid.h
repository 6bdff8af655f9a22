// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payors/enrollment.h"
#include "ui/profile/subject.h"

#include <QDialog>

class QTableWidget;

namespace ui {

class Session;

/// The enrollments of a provider as a grid: a payor a row, a practice a column; of a practice a provider a column. A
/// cell opens its enrollment, an empty one a new one for these two.
class PayorGrid : public QDialog {
  Q_OBJECT
public:
  /// `fresh` is what a new enrollment begins with.
  PayorGrid(Session& session, const Subject& subject, const Enrollment& fresh, QWidget* parent);

private:
  void fill();
  void openCell(int row, int column);

  Session& m_session;
  Subject m_subject;
  Enrollment m_fresh;
  QTableWidget* m_table;
};

} // namespace ui
