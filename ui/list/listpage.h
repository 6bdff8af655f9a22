// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/filterchip.h"
#include "ui/list/rowprovider.h"
#include "ui/shell/page.h"

#include <QDate>
#include <QTimer>
#include <memory>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace ui {

class ElidedLabel;
class EmptyState;
class ListModel;
class SidePane;
class TableView;

/// The words and chips of a list page.
struct PageSpec {
  /// A tab's page; a section of one, on a card; or a small list on a card, as high as its rows and without a search.
  enum class Frame { Tab, Section, Card };

  QString key;        ///< stem of object names and of what is saved: "tracking"
  QString title;      ///< "Tracking"
  QString icon;       ///< shown when the list is empty
  QString emptyTitle; ///< "No trackings yet"
  QString emptyText;  ///< what belongs here and how it gets here
  QString add;        ///< "Add Tracking": the primary button and the first step; empty for none
  QString addKeys;    ///< of the primary button: "Ctrl+N"
  QString more;       ///< what is in the menu beside it ("Reports"); the menu is primaryMenu()
  std::vector<ChipSpec> chips;
  std::function<QString(qint64 shown, qint64 all)> countLine; ///< beside the title; "214" when it is not set
  Frame frame = Frame::Tab;
};

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
  QMenu* primaryMenu() const { return m_primaryMenu; }
  /// One more button left of the primary one ("Export").
  void addButton(QWidget* button);
  /// Something beside the title.
  void addLead(QWidget* lead);
  /// Something beside the list, which Space in the list and a button show and hide.
  void setSide(QWidget* side);
  /// A line between the chips and the list: something to say before anything else.
  void setNotice(QWidget* notice);
  /// Further entries of a row's menu, above copying and sorting; filled each time it opens.
  void addRowMenu(std::function<void(QMenu&)> fill) { m_rowMenus.push_back(std::move(fill)); }

  QString statusText() const override;
  qint64 hiddenRows() const override;
  void clearFilter() override;
  void find() override;
  void refresh() override;
  void setTeams(const QStringList& teams) override;

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
  QWidget* makeTop();
  QWidget* makePrimary();
  void makeChips(QLayout* row);
  void ask();
  bool isSwitchedOn(const QString& key) const;
  void searched();
  void chipChanged(FilterChip* chip);
  void counted(const std::vector<qint64>& counts);
  void showState();
  void chooseColumns(QWidget* anchor, const QPoint& at);
  void showRowMenu(const QPoint& at);
  std::vector<Query> countedQueries() const;

  PageSpec m_spec;
  Query m_query;
  ListModel* m_model;
  TableView* m_table;
  EmptyState* m_empty;
  QStackedWidget* m_stack;
  ElidedLabel* m_countLine = nullptr;
  QLineEdit* m_search = nullptr;
  QHBoxLayout* m_leads = nullptr;
  QHBoxLayout* m_buttons = nullptr;
  QMenu* m_primaryMenu = nullptr;
  QPushButton* m_columns = nullptr;
  std::vector<FilterChip*> m_chips;
  std::vector<std::function<void(QMenu&)>> m_rowMenus;
  QTimer m_typing;
  qint64 m_all = -1; ///< rows without filter and search, -1 until known
  int m_selected = 0;
  bool m_asked = false;
};

} // namespace ui
