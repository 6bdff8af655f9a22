// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "core/tracking/template.h"

#include <QStringList>

namespace exchange {

/// A row of a sheet of templates, and what became of it.
struct TemplateRow {
  qint64 row = 0;
  QString type, subtype, step, description, role, waitsOn;
  std::optional<int> tat;
  bool anyFilled = false, stepFilled = false, descriptionFilled = false, tatFilled = false;
  Outcome outcome = Outcome::Unchanged;
  std::vector<CellChange> changes;
  QStringList cells; ///< as the file has them
};

/// What the columns are called in the file.
struct Headings {
  QString step, description, tat;
};

/// Lays the rows of one template over its steps. Without marks all that the rows say is applied, and their order is the
/// order of the steps. With marks (a filled cell asks for a change) only what is marked is applied and the rest is
/// listed. A step that the sheet does not name stays where it is, behind the one it followed; only of an export of
/// everything is it known that it is gone.
class TemplateChanges {
public:
  TemplateChanges(std::vector<TemplateStep> before, Headings headings, bool marked, bool complete);

  void apply(std::vector<TemplateRow>& rows);
  /// The steps as they are to be, in order; new ones have no id.
  std::vector<TemplateStep> steps() const;
  /// What differs and was not applied, a sentence each.
  const QStringList& differences() const { return m_differences; }

private:
  struct Item {
    TemplateStep step;
    int old = -1;       // the place it had
    bool named = false; // a row is about it
  };
  using Items = std::vector<Item>;

  void matchRows(const std::vector<TemplateRow>& rows);
  void applyAll(std::vector<TemplateRow>& rows);
  void applyMarked(std::vector<TemplateRow>& rows);
  void layCells(TemplateRow& row, TemplateStep& step, bool description, bool tat);
  void listUnmarked(const TemplateRow& row, const TemplateStep& step);
  void list(const TemplateRow& row, const QString& sentence);
  void listMissing(const std::vector<TemplateRow>& rows);

  Items m_items;            // as they are, then as they are to be
  std::vector<int> m_match; // for each row the place it is about in the old order, or -1
  Headings m_headings;
  bool m_marked, m_complete;
  QStringList m_differences;
};

} // namespace exchange
