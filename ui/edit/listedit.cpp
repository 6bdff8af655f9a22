// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/listedit.h"

#include "core/edit/block.h"
#include "core/exchange/headers.h"
#include "ui/edit/celleditor.h"
#include "ui/edit/changedialog.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>

namespace ui {

ListEdit::ListEdit(Session& session, ListingPage& page) : QObject(&page), m_session(session), m_page(page) {
  connect(page.table(), &TableView::editAsked, this, &ListEdit::openEditor);
  connect(page.table(), &TableView::pasteAsked, this, [this] { attempt(tr("Pasting"), [this] { paste(); }); });
  connect(&page, &ListPage::rowMenuOpening, this, &ListEdit::fillMenu);
}

RowCells ListEdit::rowCells(std::vector<qint64> rows) const {
  // A row is called by what it is about and what else of it stands in words, as the list has them from left to right.
  std::vector<int> columns;
  const auto& all = m_page.model()->columns();
  for (int column : m_page.table()->shownColumns())
    if (all[size_t(column)].kind == CellKind::Strong)
      columns.insert(columns.begin(), column);
    else if (all[size_t(column)].kind == CellKind::Text)
      columns.push_back(column);
  RowCells cells;
  cells.request = m_page.rows().request(m_page.query(), columns.empty() ? std::vector<int>{0} : columns);
  cells.rows = std::move(rows);
  return cells;
}

RowCells::Part ListEdit::part(int column, const QStringList& typed) const {
  return {m_page.rows().request(m_page.query(), {column}).columns.front(), m_page.rows().field(column),
          m_page.model()->columns()[size_t(column)].heading, typed};
}

void ListEdit::openEditor(const QModelIndex& cell, const QString& typed) {
  const edit::Field* field = m_page.rows().field(cell.column());
  if (!field || m_session.isBusy() || m_page.model()->isHeading(cell.row()))
    return;
  if (m_editor) { // what was typed there cannot be saved as it is: that comes first
    m_editor->resume();
    return;
  }
  attempt(tr("Opening the field"), [&] {
    ListModel* model = m_page.model();
    const qint64 row = model->idAt(cell.row());
    model->hold(true);
    m_editor =
        new CellEditor(m_session, *field, m_page.table(), cell, typed,
                       [this, row, column = cell.column()](const QString& text) { return change(row, column, text); });
    connect(m_editor, &CellEditor::closed, this, [this] {
      m_editor.clear();
      m_page.model()->hold(false);
    });
  });
}

QString ListEdit::change(qint64 row, int column, const QString& typed) {
  QString problem;
  const bool whole = attempt(tr("Saving"), [&] {
    RowCells what = rowCells({row});
    what.parts = {part(column, {typedText(typed)})};
    const RowCells::Laid laid = what.lay(m_session.database());
    const edit::Outcome look = edit::preview(m_session.database(), laid.cells, m_session.today());
    if (look.refused > 0) {
      problem = look.lines.front().change.problem;
      return;
    }
    if (look.differing == 0)
      return;
    const Problems problems = m_session.tryChange(edit::nameOf(laid.cells, 1), [&](db::Transaction& transaction) {
      const edit::Outcome outcome = edit::apply(transaction, laid.cells, m_session.today());
      return outcome.refused > 0 ? Problems{{{}, outcome.lines.front().change.problem}} : Problems{};
    });
    if (!problems.empty())
      problem = problems.front().sentence;
  });
  return whole ? problem : tr("This was not saved.");
}

void ListEdit::changeSelected() {
  TableView* table = m_page.table();
  std::vector<qint64> rows = table->selectedIds();
  if (rows.empty() && table->currentId() != 0)
    rows = {table->currentId()};
  if (rows.empty()) {
    Q_EMIT m_session.said(tr("Select the rows to change first"));
    return;
  }
  // Those that are shown come first, in their order.
  std::vector<int> columns = table->shownColumns();
  for (int i = 0; i < int(m_page.model()->columns().size()); ++i)
    if (std::find(columns.begin(), columns.end(), i) == columns.end())
      columns.push_back(i);
  std::vector<RowCells::Part> fields;
  size_t first = 0;
  for (const int column : columns) {
    if (!m_page.rows().field(column))
      continue;
    if (column == table->currentIndex().column())
      first = fields.size();
    fields.push_back(part(column, {QString()}));
  }
  if (fields.empty()) {
    Q_EMIT m_session.said(tr("Nothing in this list can be changed here: open a row"));
    return;
  }
  const qsizetype count = qsizetype(rows.size());
  const QString title = count == 1 ? tr("Change a row") : tr("Change %L1 rows").arg(count);
  (new ChangeDialog(m_session, title, rowCells(std::move(rows)), std::move(fields), first, m_page.window()))->open();
}

void ListEdit::paste() {
  TableView* table = m_page.table();
  const QModelIndex from = table->currentIndex();
  std::vector<QStringList> block = edit::blockOf(QGuiApplication::clipboard()->text());
  if (block.empty())
    return;
  if (const auto heads = headings(from, block.front()); heads == Headings::OfAList && block.size() > 1) {
    Q_EMIT m_session.rowsPasted(QGuiApplication::clipboard()->text());
    return;
  } else if (heads == Headings::OfTheseColumns && block.size() > 1) {
    block.erase(block.begin()); // copied with them: they are none of the values
  }
  if (!from.isValid())
    return;
  if (!changesAnything()) {
    Q_EMIT m_session.said(tr("Nothing in this list can be changed here: open a row"));
    return;
  }
  const std::vector<int> shown = table->shownColumns();
  const auto begin = std::find(shown.begin(), shown.end(), from.column());
  const std::vector<int> columns(begin, shown.end());
  const bool isOne = block.size() == 1 && block.front().size() == 1;
  if (isOne && table->selectedRows() <= 1) {
    if (m_page.rows().field(from.column()))
      openEditor(from, block.front().front());
    else
      Q_EMIT m_session.said(tr("This column cannot be changed in a list"));
    return;
  }
  std::vector<qint64> rows;
  if (isOne) {
    rows = table->selectedIds();
  } else {
    for (int row = from.row(); rows.size() < block.size() && row < m_page.model()->rowCount(); ++row)
      if (!m_page.model()->isHeading(row))
        rows.push_back(m_page.model()->idAt(row));
  }
  qsizetype width = 0;
  for (const QStringList& row : block)
    width = std::max(width, row.size());
  RowCells what = rowCells(rows);
  for (qsizetype i = 0; i < width && size_t(i) < columns.size(); ++i) {
    QStringList typed;
    for (size_t row = 0; row < (isOne ? 1 : rows.size()); ++row)
      typed << (i < block[row].size() ? typedText(block[row][i]) : QString());
    what.parts.push_back(part(columns[size_t(i)], typed));
  }
  QString notice;
  if (!isOne && (rows.size() < block.size() || size_t(width) > columns.size()))
    notice = tr("What was copied is larger than the list below and right of this cell: the rest of it is left out. To "
                "add new rows, copy them with their headings.");
  const QString title = isOne ? tr("Paste into %L1 rows").arg(rows.size())
                              : tr("Paste %L1 × %L2 cells").arg(rows.size()).arg(what.parts.size());
  (new ChangeDialog(m_session, title, std::move(what), notice, m_page.window()))->open();
}

ListEdit::Headings ListEdit::headings(const QModelIndex& from, const QStringList& cells) const {
  const std::vector<int> shown = m_page.table()->shownColumns();
  const auto begin = std::find(shown.begin(), shown.end(), from.column());
  bool same = from.isValid() && qsizetype(shown.end() - begin) >= cells.size();
  for (qsizetype i = 0; same && i < cells.size(); ++i)
    same = m_page.model()->headerData(begin[i], Qt::Horizontal).toString() == cells[i];
  if (same)
    return Headings::OfTheseColumns;
  const auto kind = exchange::kindOf({}, cells);
  if (!kind)
    return Headings::None;
  const exchange::HeaderMatch match = exchange::matchHeadings(*kind, cells);
  const qsizetype read = cells.size() - cells.count(QString()) - match.unmatched().size();
  const bool isByChance = read < 2 || read < match.unmatched().size(); // a value may be a heading's word: Payor, say
  return match.missing().isEmpty() && !isByChance ? Headings::OfAList : Headings::None;
}

bool ListEdit::changesAnything() const {
  for (int column = 0; column < int(m_page.model()->columns().size()); ++column)
    if (m_page.rows().field(column))
      return true;
  return false;
}

void ListEdit::fillMenu(QMenu& menu) {
  if (!changesAnything()) // a list to be read offers nothing that it does not do
    return;
  const QModelIndex cell = m_page.table()->currentIndex();
  if (m_page.rows().field(cell.column()))
    menu.addAction(tr("Edit %1").arg(m_page.model()->columns()[size_t(cell.column())].heading), this,
                   [this, at = QPersistentModelIndex(cell)] { openEditor(at, {}); })
        ->setShortcut(Qt::Key_F2);
  menu.addAction(tr("Change…"), this, [this] { attempt(tr("Changing"), [this] { changeSelected(); }); })
      ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
  menu.addAction(tr("Paste"), this, [this] { attempt(tr("Pasting"), [this] { paste(); }); })
      ->setShortcut(QKeySequence::Paste);
}

ListingPage* listInHand(QWidget* page) {
  ListingPage* list = nullptr;
  for (QWidget* at = QApplication::focusWidget(); at && !list; at = at->parentWidget())
    list = qobject_cast<ListingPage*>(at);
  if (!list)
    list = qobject_cast<ListingPage*>(page);
  for (auto* each : page && !list ? page->findChildren<ListingPage*>() : QList<ListingPage*>())
    if (each->isVisible())
      list = each;
  return list;
}

void changeSelectedRows(QWidget* page) {
  if (ListingPage* list = listInHand(page))
    list->changeSelected();
}

} // namespace ui
