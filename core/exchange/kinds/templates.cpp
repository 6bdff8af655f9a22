// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/templates.h"
#include "core/base/text.h"
#include "core/exchange/kinds/kind.h"
#include "core/exchange/kinds/templatechanges.h"
#include "core/tracking/checks.h"

namespace exchange {
namespace {

/// The rows of a sheet are kept until its end: their order is the order of the steps, and whether any cell of the sheet
/// is filled decides what is applied.
class TemplateRows : public KindImport {
public:
  TemplateRows(ImportContext& context, const HeaderMatch& match) : KindImport(context, match) {}

  std::optional<Outcome> take(ImportRow& row) override {
    TemplateRow one;
    one.row = row.number();
    one.type = row.needed(m_type, "Type").simplified();
    one.subtype = row.needed(m_subtype, "Subtype").simplified();
    one.step = row.needed(m_step, "Step").simplified();
    one.description = row.text(m_description);
    one.tat = row.number(m_tat);
    one.role = row.name(m_role);
    one.waitsOn = row.choice(m_waitsOn, Field::WaitingOn);
    TemplateStep step;
    step.name = one.step;
    step.tat = one.tat;
    for (const Problem& problem : check(step, m_import.database))
      if (!row.isRejected())
        row.reject(problem.sentence);
    if (row.isRejected())
      return Outcome::Rejected;
    const RowCells& cells = row.cells();
    const auto filled = [&](int column) { return column >= 0 && cells.filled(size_t(column)); };
    for (qsizetype i = 0; i < m_match.headings.size(); ++i)
      one.cells += cells.text(size_t(i));
    for (size_t i = 0; i < cells.size(); ++i)
      one.anyFilled = one.anyFilled || cells.filled(i);
    one.stepFilled = filled(m_step);
    one.descriptionFilled = filled(m_description);
    one.tatFilled = filled(m_tat);
    m_marked = m_marked || one.anyFilled;
    const QString key = folded(one.type + QStringLiteral(" \u2013 ") + one.subtype);
    if (!m_groups.contains(key))
      m_order.push_back(key);
    m_groups[key].push_back(std::move(one));
    return {};
  }

  void finish(const Tell& tell, const std::function<void(const QString&)>& notice) override {
    std::vector<Id<TrackingTemplate>> named;
    for (const QString& key : m_order) {
      std::vector<TemplateRow>& rows = m_groups[key];
      const Headings headings{m_match.headings.value(m_step), m_match.headings.value(m_description),
                              m_match.headings.value(m_tat)};
      std::optional<TrackingTemplate> known = findTemplate(m_import.database, rows.front().type, rows.front().subtype);
      std::vector<TemplateStep> before;
      if (known)
        before = stepsOf(m_import.database, known->id);
      TemplateChanges changes(before, headings, m_marked, m_import.complete);
      changes.apply(rows);
      if (!known && !changes.steps().empty()) {
        known = TrackingTemplate{{}, rows.front().type, rows.front().subtype};
        known->id = db::save(m_import.transaction, *known);
      }
      if (known)
        named.push_back(saved(known->id, changes.steps()));
      for (const QString& difference : changes.differences())
        notice(difference);
      for (const TemplateRow& row : rows)
        tell({row.row, {}, row.outcome, row.changes, row.cells});
    }
    if (m_import.complete)
      retireOthers(named);
  }

private:
  /// The version that these steps are on: another one where trackings run on the one on file. (Rows that check() would
  /// refuse were rejected one by one.)
  Id<TrackingTemplate> saved(Id<TrackingTemplate> id, const std::vector<TemplateStep>& steps) {
    const auto saved = saveSteps(m_import.transaction, id, steps);
    return saved.isOk() ? saved->id : id;
  }

  /// An export of everything names all templates there are.
  void retireOthers(const std::vector<Id<TrackingTemplate>>& named) {
    for (TrackingTemplate& other : db::allWhere<TrackingTemplate>(m_import.database, QStringLiteral("retired = 0")))
      if (std::find(named.begin(), named.end(), other.id) == named.end()) {
        other.retired = true;
        db::save(m_import.transaction, other);
      }
  }

  const int m_type = at("Type"), m_subtype = at("Subtype"), m_step = at("Step"), m_description = at("Description"),
            m_tat = at("TAT"), m_role = at("Role"), m_waitsOn = at("Waits on");
  bool m_marked = false;
  QStringList m_order;
  QHash<QString, std::vector<TemplateRow>> m_groups; // by folded type and subtype
};

} // namespace

std::unique_ptr<KindImport> importTemplates(ImportContext& context, const HeaderMatch& match) {
  return std::make_unique<TemplateRows>(context, match);
}

} // namespace exchange
