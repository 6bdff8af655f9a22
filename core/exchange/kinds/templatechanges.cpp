// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds/templatechanges.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Import)
};

QString number(std::optional<int> tat) { return tat ? QString::number(*tat) : QString(); }

/// Which of these places keep their order when as few as possible are said to have moved (longest rising part).
std::vector<bool> keepTheirOrder(const std::vector<int>& places) {
  const size_t n = places.size();
  std::vector<int> length(n, 0), before(n, -1);
  int best = -1;
  for (size_t i = 0; i < n; ++i) {
    if (places[i] < 0)
      continue;
    length[i] = 1;
    for (size_t j = 0; j < i; ++j)
      if (places[j] >= 0 && places[j] < places[i] && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        before[i] = int(j);
      }
    if (best < 0 || length[i] > length[size_t(best)])
      best = int(i);
  }
  std::vector<bool> kept(n, false);
  for (int at = best; at >= 0; at = before[size_t(at)])
    kept[size_t(at)] = true;
  return kept;
}

} // namespace

TemplateChanges::TemplateChanges(std::vector<TemplateStep> before, Headings headings, bool marked, bool complete)
    : m_headings(std::move(headings)), m_marked(marked), m_complete(complete) {
  for (TemplateStep& step : before)
    m_items.push_back({std::move(step), int(m_items.size()), false});
}

std::vector<TemplateStep> TemplateChanges::steps() const {
  std::vector<TemplateStep> steps;
  for (const Item& item : m_items)
    steps.push_back(item.step);
  return steps;
}

void TemplateChanges::apply(std::vector<TemplateRow>& rows) {
  matchRows(rows);
  if (m_marked)
    applyMarked(rows);
  else
    applyAll(rows);
}

void TemplateChanges::matchRows(const std::vector<TemplateRow>& rows) {
  for (const TemplateRow& row : rows) {
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item& item) {
      return !item.named && folded(item.step.name) == folded(row.step);
    });
    m_match.push_back(found == m_items.end() ? -1 : int(found - m_items.begin()));
    if (found != m_items.end())
      found->named = true;
  }
}

void TemplateChanges::layCells(TemplateRow& row, TemplateStep& step, bool description, bool tat) {
  const auto changed = [&row](const QString& heading, const QString& before, const QString& after) {
    row.changes.push_back({heading, before, after});
    row.outcome = Outcome::Updated;
  };
  if (description && !row.description.isEmpty() && row.description != step.description) {
    changed(m_headings.description, step.description, row.description);
    step.description = row.description;
  }
  // These two are in exports alone, which nobody marks.
  for (const auto& [given, field] : {std::pair(&row.role, &step.role), std::pair(&row.waitsOn, &step.waitingOn)})
    if (description && !given->isEmpty() && *given != *field) {
      changed(m_headings.step, *field, *given);
      *field = *given;
    }
  if (tat && row.tat && row.tat != step.tat) {
    changed(m_headings.tat, number(step.tat), number(row.tat));
    step.tat = row.tat;
  }
}

void TemplateChanges::applyAll(std::vector<TemplateRow>& rows) {
  const std::vector<bool> kept = keepTheirOrder(m_match);
  Items after;
  for (size_t i = 0; i < rows.size(); ++i) {
    TemplateRow& row = rows[i];
    if (m_match[i] < 0) {
      Item fresh;
      fresh.step.name = row.step;
      layCells(row, fresh.step, true, true);
      row.changes.clear();
      row.outcome = Outcome::Created;
      after.push_back(std::move(fresh));
      continue;
    }
    Item item = m_items[size_t(m_match[i])];
    layCells(row, item.step, true, true);
    if (!kept[i])
      row.outcome = Outcome::Updated;
    after.push_back(std::move(item));
  }
  for (size_t old = 0; old < m_items.size(); ++old) {
    if (m_items[old].named || m_complete)
      continue;
    m_differences += Say::tr("The step “%1” of %2 – %3 is not in the file; it stays.")
                         .arg(m_items[old].step.name, rows.front().type, rows.front().subtype);
    const auto behind =
        std::find_if(after.begin(), after.end(), [&](const Item& item) { return item.old == int(old) - 1; });
    after.insert(old == 0 ? after.begin() : behind + 1, m_items[old]);
  }
  m_items = std::move(after);
}

void TemplateChanges::list(const TemplateRow& row, const QString& sentence) {
  m_differences += Say::tr("Row %1: %2 It is not marked and was not applied.").arg(row.row).arg(sentence);
}

void TemplateChanges::listUnmarked(const TemplateRow& row, const TemplateStep& step) {
  if (!row.descriptionFilled && !row.description.isEmpty() && row.description != step.description)
    list(row, Say::tr("The description of “%1” differs.").arg(row.step));
  if (!row.tatFilled && row.tat && row.tat != step.tat)
    list(row, Say::tr("The TAT of “%1” is %2 here and %3 on file.").arg(row.step, number(row.tat), number(step.tat)));
}

void TemplateChanges::applyMarked(std::vector<TemplateRow>& rows) {
  const std::vector<bool> kept = keepTheirOrder(m_match);
  const auto placeOf = [this](int old) {
    return std::find_if(m_items.begin(), m_items.end(), [&](const Item& item) { return item.old == old; });
  };
  qsizetype next = 0; // the place behind the step of the row before
  for (size_t i = 0; i < rows.size(); ++i) {
    TemplateRow& row = rows[i];
    if (m_match[i] < 0) {
      const bool renames = next < qsizetype(m_items.size()) && row.stepFilled && !m_items[size_t(next)].named;
      if (!row.anyFilled) {
        list(row, Say::tr("The step “%1” is not on file.").arg(row.step));
        continue;
      }
      if (renames) {
        Item& item = m_items[size_t(next)];
        item.named = true;
        listUnmarked(row, item.step);
        layCells(row, item.step, row.descriptionFilled, row.tatFilled);
        row.changes.push_back({m_headings.step, item.step.name, row.step});
        row.outcome = Outcome::Updated;
        item.step.name = row.step;
      } else {
        Item fresh;
        fresh.named = true;
        fresh.step.name = row.step;
        layCells(row, fresh.step, true, true);
        row.changes.clear();
        row.outcome = Outcome::Created;
        m_items.insert(m_items.begin() + next, std::move(fresh));
      }
      ++next;
      continue;
    }
    auto at = placeOf(m_match[i]);
    listUnmarked(row, at->step);
    layCells(row, at->step, row.descriptionFilled, row.tatFilled);
    if (!kept[i] && row.stepFilled) {
      Item moved = *at;
      const bool wasBefore = at - m_items.begin() < next;
      m_items.erase(at);
      m_items.insert(m_items.begin() + (wasBefore ? next - 1 : next), std::move(moved));
      row.outcome = Outcome::Updated;
      next += wasBefore ? 0 : 1;
      continue;
    }
    if (!kept[i])
      list(row, Say::tr("The step “%1” stands elsewhere.").arg(row.step));
    else
      next = at - m_items.begin() + 1;
  }
  listMissing(rows);
}

void TemplateChanges::listMissing(const std::vector<TemplateRow>& rows) {
  for (const Item& item : m_items)
    if (!item.named)
      m_differences += Say::tr("The step “%1” of %2 – %3 is not in the file; it stays.")
                           .arg(item.step.name, rows.front().type, rows.front().subtype);
}

} // namespace exchange
