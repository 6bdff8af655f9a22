// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/template.h"

#include <QAbstractTableModel>

namespace ui {

/// The steps of a template as they are being edited: name, turn-around time, role, whom it waits on. Rows are moved by
/// dragging or with moveStep().
class StepsModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Column { Name, Tat, Role, WaitsOn, Columns };

  using QAbstractTableModel::QAbstractTableModel;

  const std::vector<TemplateStep>& steps() const { return m_steps; }
  void setSteps(std::vector<TemplateStep> steps);
  const TemplateStep& step(int row) const { return m_steps[size_t(row)]; }
  void setDescription(int row, const QString& text);

  /// An empty one behind this row; answers its row.
  int addStep(int after);
  void removeStep(int row);
  /// Puts a step into another place; false when there is none.
  bool moveStep(int from, int to);

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_steps.size()); }
  int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : Columns; }
  QVariant data(const QModelIndex& index, int role) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QModelIndexList& indexes) const override;
  bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                    const QModelIndex& parent) override;

Q_SIGNALS:
  /// Something of the steps is another than it was.
  void edited();
  /// A step was dragged to this row.
  void dropped(int row);

private:
  std::vector<TemplateStep> m_steps;
};

} // namespace ui
