// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/filterchip.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;

namespace ui {

class ElidedLabel;

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

/// What stands above a list: title, count, search, buttons; under them the chips.
class ListTop : public QWidget {
  Q_OBJECT
public:
  ListTop(const PageSpec& spec, bool canGroup, QWidget* parent = nullptr);

  QLineEdit* search() const { return m_search; }
  ElidedLabel* countLine() const { return m_countLine; }
  QPushButton* columns() const { return m_columns; }
  /// The button that drops down the columns to group by; null where the list cannot be grouped.
  QPushButton* group() const { return m_group; }
  const std::vector<FilterChip*>& chips() const { return m_chips; }
  /// Beside the title, and left of the primary button.
  QHBoxLayout* leads() const { return m_leads; }
  QHBoxLayout* buttons() const { return m_buttons; }
  QMenu* primaryMenu() const { return m_primaryMenu; }

  /// Switches the chips on that these filters are about.
  void showFilters(const QMap<QString, QStringList>& filters);
  /// Says what the list is grouped by; empty for nothing.
  void showGroup(const QString& heading);
  QSize minimumSizeHint() const override;

protected:
  bool event(QEvent* event) override;

Q_SIGNALS:
  void chipChanged(ui::FilterChip* chip);
  void addAsked();

private:
  QPushButton* quietButton(const QString& text, const QString& icon, const QString& name);
  void makeSearch(const QString& title);
  QLayout* makeChips();
  QWidget* makePrimary();
  QPushButton* makeMore();
  void sayButtons(bool inWords);
  static QString columnsWord();
  QString groupWords() const;
  int roomOfWords() const;
  bool isSwitchedOn(const QString& key, const QStringList& values) const;

  PageSpec m_spec;
  ElidedLabel* m_countLine;
  QLineEdit* m_search;
  QPushButton* m_columns;
  QPushButton* m_group = nullptr;
  QString m_grouped; ///< the heading that the list is grouped by
  QHBoxLayout* m_leads;
  QHBoxLayout* m_buttons;
  QMenu* m_primaryMenu = nullptr;
  std::vector<FilterChip*> m_chips;
};

} // namespace ui
