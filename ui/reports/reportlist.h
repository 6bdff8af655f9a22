// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"
#include "core/views/savedview.h"

#include <QListWidget>
#include <map>

namespace ui {

/// All reports and saved views, each with why a row is in it and how many there are: the recommended ones first, then
/// those used last, then the others. Typing narrows.
class ReportList : public QListWidget {
  Q_OBJECT
public:
  explicit ReportList(QWidget* parent = nullptr);

  /// Only those in whose name or line every word of this occurs, marks and case aside.
  void setText(const QString& typed);
  /// Shows how many rows a report has; -1 while that is not known.
  void setCount(const QString& name, qint64 rows);
  void forgetCounts();

  /// The saved views that one sees: they stand behind the recommended ones.
  void setViews(std::vector<SavedView> views);

  /// What stands for the chosen one: a report's name, or the key of a view.
  QString currentKey() const;
  /// The view that is chosen; null when it is a report.
  const SavedView* currentView() const;
  /// The report that is chosen, or the listing that the view is of.
  const report::Listing* current() const;
  /// Chooses a report by its name, or what a key stands for.
  void choose(const QString& name);

  /// What was printed or written is found first the next time.
  void remember(const report::Listing& listing);

  /// Why a report is recommended; empty for the others.
  static QString recommendation(const QString& name);

private:
  void fill();
  void addHead(const QString& text);
  void add(const report::Listing& listing);
  void add(const QString& key, const QString& title, const QString& reason);

  QString m_typed;
  std::map<QString, qint64> m_counts;
  std::vector<SavedView> m_views;
};

} // namespace ui
