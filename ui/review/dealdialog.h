// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/review.h"
#include "core/review/walk.h"
#include "ui/edit/previewdialog.h"

class QLabel;

namespace ui {

class LineList;

/// Deals what stands on no day of the week's plan evenly over the business days that are left of it, for each person
/// the most needed first: shown before it is done, and one change.
class DealDialog : public PreviewDialog {
  Q_OBJECT
public:
  DealDialog(Session& session, report::Request review, review::Doer doer, QWidget* parent);

protected:
  void apply() override;

private:
  struct Proposal {
    std::vector<report::Undealt> items;
    std::vector<QDate> days; ///< of each item
    QStringList loads;       ///< a line a person
  };
  static Proposal propose(db::Database& database, const report::Request& review);
  void showProposal(Proposal proposal);

  report::Request m_review;
  review::Doer m_doer;
  Proposal m_proposal;
  QLabel* m_loads;
  LineList* m_lines;
};

} // namespace ui
