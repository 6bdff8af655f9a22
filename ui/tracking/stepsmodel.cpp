// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/stepsmodel.h"

#include "ui/theme/theme.h"

#include <QMimeData>

namespace ui {

namespace {
const QString rowFormat = QStringLiteral("application/x-credenza-template-step");
}

void StepsModel::setSteps(std::vector<TemplateStep> steps) {
  beginResetModel();
  m_steps = std::move(steps);
  endResetModel();
}

void StepsModel::setDescription(int row, const QString& text) {
  if (m_steps[size_t(row)].description == text)
    return;
  m_steps[size_t(row)].description = text;
  Q_EMIT edited();
}

int StepsModel::addStep(int after) {
  const int row = after + 1;
  beginInsertRows({}, row, row);
  m_steps.insert(m_steps.begin() + row, TemplateStep{});
  endInsertRows();
  Q_EMIT edited();
  return row;
}

void StepsModel::removeStep(int row) {
  beginRemoveRows({}, row, row);
  m_steps.erase(m_steps.begin() + row);
  endRemoveRows();
  Q_EMIT edited();
}

bool StepsModel::moveStep(int from, int to) {
  if (from == to || from < 0 || to < 0 || from >= rowCount() || to >= rowCount())
    return false;
  if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
    return false;
  TemplateStep step = std::move(m_steps[size_t(from)]);
  m_steps.erase(m_steps.begin() + from);
  m_steps.insert(m_steps.begin() + to, std::move(step));
  endMoveRows();
  Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
  Q_EMIT edited();
  return true;
}

QVariant StepsModel::data(const QModelIndex& index, int role) const {
  if (role == Qt::TextAlignmentRole)
    return int((index.column() == Tat ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role == Qt::FontRole && index.column() == Name)
    return fontOf(Face::Strong);
  if (role != Qt::DisplayRole && role != Qt::EditRole)
    return {};
  const TemplateStep& step = m_steps[size_t(index.row())];
  switch (index.column()) {
  case Name:
    return step.name.isEmpty() && role == Qt::DisplayRole ? tr("New step") : step.name;
  case Tat:
    return step.tat ? QString::number(*step.tat) : QString();
  case Role:
    return step.role;
  case WaitsOn:
    return step.waitingOn;
  default:
    return {};
  }
}

bool StepsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole)
    return false;
  TemplateStep& step = m_steps[size_t(index.row())];
  const db::Values before = step.values();
  const QString text = value.toString().simplified();
  switch (index.column()) {
  case Name:
    step.name = text;
    break;
  case Tat: {
    bool isNumber = false;
    const int days = text.toInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || days < 0))
      return false;
    step.tat = text.isEmpty() ? std::nullopt : std::optional(days);
    break;
  }
  case Role:
    step.role = text;
    break;
  case WaitsOn:
    step.waitingOn = text;
    break;
  default:
    return false;
  }
  if (step.values() == before)
    return true;
  Q_EMIT dataChanged(index, index);
  Q_EMIT edited();
  return true;
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical)
    return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  if (role == Qt::TextAlignmentRole)
    return int((section == Tat ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role == Qt::ToolTipRole && section == Tat)
    return tr("Turn-around time in business days");
  if (role != Qt::DisplayRole)
    return {};
  const QString names[Columns]{tr("Step"), tr("TAT"), tr("Role"), tr("Waits on")};
  return names[section];
}

Qt::ItemFlags StepsModel::flags(const QModelIndex& index) const {
  if (!index.isValid())
    return Qt::ItemIsDropEnabled; // between the rows, not onto one
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
}

QStringList StepsModel::mimeTypes() const { return {rowFormat}; }

QMimeData* StepsModel::mimeData(const QModelIndexList& indexes) const {
  auto* data = new QMimeData;
  data->setData(rowFormat, QByteArray::number(indexes.front().row()));
  return data;
}

/// Answers false although it moved the step: the view would else remove the row that it thinks was copied.
bool StepsModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent) {
  const int from = data->data(rowFormat).toInt();
  const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
  const int to = before > from ? before - 1 : before;
  if (moveStep(from, to))
    Q_EMIT dropped(to);
  return false;
}

} // namespace ui
