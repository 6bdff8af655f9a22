// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"

#include <QListWidget>
#include <map>

namespace ui {

/// All reports, each with why a row is in it and how many there are: the recommended ones first, then those used last,
/// then the others. Typing narrows.
class ReportList : public QListWidget {
  Q_OBJECT
public:
  explicit ReportList(QWidget* parent = nullptr);

  /// Only those in whose name or line every word of this occurs, marks and case aside.
  void setText(const QString& typed);
  /// Shows how many rows a report has; -1 while that is not known.
  void setCount(const QString& name, qint64 rows);
  void forgetCounts();

  const report::Listing* current() const;
  void choose(const QString& name);

  /// What was printed or written is found first the next time.
  void remember(const report::Listing& listing);

  /// Why a report is recommended; empty for the others.
  static QString recommendation(const QString& name);

private:
  void fill();
  void addHead(const QString& text);
  void add(const report::Listing& listing);

  QString m_typed;
  std::map<QString, qint64> m_counts;
};

} // namespace ui
