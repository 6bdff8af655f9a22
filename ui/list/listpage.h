// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listtop.h"
#include "ui/list/rowprovider.h"
#include "ui/shell/page.h"

#include <QDate>
#include <QTimer>
#include <memory>

class QStackedWidget;

namespace ui {

class EmptyState;
class ListModel;
class SidePane;
class TableView;

/// A list as it looks on every tab: title and primary button, search, chips, table, empty states.
class ListPage : public Page {
  Q_OBJECT
public:
  ListPage(PageSpec spec, std::shared_ptr<RowProvider> provider, QDate today, QWidget* parent = nullptr);

  ListModel* model() const { return m_model; }
  TableView* table() const { return m_table; }
  /// What is shown: filters, search, order, scope. With TableView::shownColumns it is what Export writes.
  const Query& query() const { return m_query; }
  void setQuery(const Query& query);
  /// The drop-down beside the primary button.
  QMenu* primaryMenu() const { return m_top->primaryMenu(); }
  /// One more button left of the primary one ("Export").
  void addButton(QWidget* button);
  /// Something beside the title.
  void addLead(QWidget* lead);
  /// Something beside the list, which Space in the list and a button show and hide.
  void setSide(QWidget* side);
  /// A line between the chips and the list: something to say before anything else.
  void setNotice(QWidget* notice);
  /// Another look at the same rows, in place of the table while it is turned to. It follows viewChanged().
  void setSecondLook(QWidget* look);
  void turnToSecondLook(bool second);
  bool isSecondLook() const { return m_isSecond; }
  /// Further entries of a row's menu, above copying and sorting; filled each time it opens.
  void addRowMenu(std::function<void(QMenu&)> fill) { m_rowMenus.push_back(std::move(fill)); }

  QString statusText() const override;
  qint64 hiddenRows() const override;
  void clearFilter() override;
  void find() override;
  void refresh() override;
  void setTeams(const QStringList& teams) override;
  /// Drops down what the list can be grouped by.
  void chooseGroup();
  /// Another day has begun.
  void beginDay(QDate today);

Q_SIGNALS:
  /// Double click or Enter.
  void openAsked(qint64 id);
  /// The primary button, or the first step of an empty list.
  void addAsked();
  /// The menu of a row opens; further entries may be put in.
  void rowMenuOpening(QMenu& menu);
  /// Another selection, order, filter or choice of columns.
  void viewChanged();

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void connectAll();
  void ask();
  void searched();
  void chipChanged(FilterChip* chip);
  void counted(const std::vector<qint64>& counts);
  void showState();
  void chooseColumns(QWidget* anchor, const QPoint& at);
  void showRowMenu(const QPoint& at);
  void groupBy(const QString& key);
  void addGroupEntries(QMenu& menu);
  std::vector<Query> countedQueries() const;

  PageSpec m_spec;
  Query m_query;
  ListModel* m_model;
  ListTop* m_top;
  QStackedWidget* m_stack;
  TableView* m_table;
  EmptyState* m_empty;
  std::vector<std::function<void(QMenu&)>> m_rowMenus;
  QTimer m_typing;
  qint64 m_all = -1; ///< rows without filter and search, -1 until known
  int m_selected = 0;
  bool m_asked = false;
  bool m_isSecond = false;
};

} // namespace ui
