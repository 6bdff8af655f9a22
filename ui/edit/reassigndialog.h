// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/reassign.h"
#include "ui/edit/previewdialog.h"

class QCheckBox;
class QTableWidget;

namespace ui {

class PickBox;

/// Hands over what a coordinator has, by kind, to one colleague or dealt evenly over several, with the load of each.
class ReassignDialog : public PreviewDialog {
  Q_OBJECT
public:
  ReassignDialog(Session& session, Id<Coordinator> from, QWidget* parent);

protected:
  void apply() override;

private:
  void makeDuties();
  void showLoads(std::vector<edit::LoadOf> loads);
  void showPeople();
  void showDuties();
  void dealAnew();
  void showDealt(const edit::Dealt& dealt);
  edit::Handover handover() const;
  const edit::LoadOf* loadOf(Id<Coordinator> who) const;
  QString nameOf(Id<Coordinator> who) const;

  Id<Coordinator> m_first; ///< to be chosen to begin with
  PickBox* m_from;
  std::array<QCheckBox*, edit::dutyCount> m_duties{};
  QTableWidget* m_people;
  std::vector<edit::LoadOf> m_loads;
  std::vector<Id<Coordinator>> m_rows; ///< whom each row of the table stands for
  edit::Handover m_asked;
  edit::Dealt m_dealt;
};

} // namespace ui
