// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/linelist.h"

#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"

#include <QVBoxLayout>

namespace ui {
namespace {

/// A handful of rows in memory.
class LineRows : public RowProvider {
public:
  LineRows(const QString& about, const std::vector<ChangeLine>& lines) {
    bool hasFields = false, hasProblems = false;
    for (const ChangeLine& line : lines) {
      hasFields = hasFields || !line.field.isEmpty();
      hasProblems = hasProblems || !line.problem.isEmpty();
    }
    const auto column = [this](const char* key, const QString& heading, CellKind kind, int width, bool shown) {
      m_columns.push_back({QString::fromLatin1(key), heading, kind, width, shown});
    };
    column("about", about, CellKind::Strong, hasProblems ? 250 : hasFields ? 310 : 410, true);
    column("field", LineList::tr("Column"), CellKind::Second, 100, hasFields);
    column("before", LineList::tr("Now"), CellKind::Text, 125, true);
    column("after", LineList::tr("Then"), CellKind::Text, 125, true);
    column("outcome", LineList::tr("Outcome"), CellKind::Status, 110, hasProblems);
    column("problem", LineList::tr("Why not"), CellKind::Text, 200, hasProblems);
    qint64 id = 0;
    for (const ChangeLine& line : lines)
      m_rows.push_back({++id,
                        {line.about, line.field, line.before, line.after,
                         line.problem.isEmpty() ? LineList::tr("Changed") : LineList::tr("Rejected"), line.problem}});
  }

  const std::vector<Column>& columns() const override { return m_columns; }
  std::optional<std::vector<Row>> firstRows(const Query&, int limit) override {
    return std::vector<Row>{m_rows.begin(), m_rows.begin() + std::min(qsizetype(limit), qsizetype(m_rows.size()))};
  }
  std::vector<Row> rowsByIds(std::span<const qint64> ids) override {
    std::vector<Row> rows;
    for (const qint64 id : ids)
      rows.push_back(m_rows[size_t(id - 1)]);
    return rows;
  }
  Found allIds(const Query&, const std::atomic_bool&) override {
    Found found;
    for (const Row& row : m_rows)
      found.ids.push_back(row.id);
    return found;
  }
  qint64 count(const Query&) override { return qint64(m_rows.size()); }

private:
  std::vector<Column> m_columns;
  std::vector<Row> m_rows;
};

} // namespace

LineList::LineList(const QString& about, QDate today, QWidget* parent)
    : QWidget(parent), m_about(about), m_today(today), m_layout(new QVBoxLayout(this)) {
  m_layout->setContentsMargins(0, 0, 0, 0);
  show({});
}

void LineList::show(const std::vector<ChangeLine>& lines) {
  delete m_table;
  auto* model = new ListModel(std::make_shared<LineRows>(m_about, lines), m_today);
  m_table = new TableView(model);
  model->setParent(m_table);
  m_table->setObjectName(QStringLiteral("changes"));
  m_table->setAccessibleName(tr("What would change"));
  m_layout->addWidget(m_table);
  model->ask({});
}

} // namespace ui
