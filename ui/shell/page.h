// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// What stands under a tab. The window asks it for its words in the status line and hands it what is meant for the
/// page in front.
class Page : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;

  /// "214 of 1,042 · 3 selected"
  virtual QString statusText() const = 0;
  /// How many rows the filter hides; 0 when it hides none.
  virtual qint64 hiddenRows() const = 0;
  virtual void clearFilter() = 0;
  /// Puts the cursor where one searches this page.
  virtual void find() = 0;
  /// Reads what is shown again.
  virtual void refresh() = 0;
  /// Shows only what belongs to these teams; all when empty.
  virtual void setTeams(const QStringList& teams) = 0;
  /// The list in front, of a page that holds several; else the page itself.
  virtual Page* front() { return this; }

Q_SIGNALS:
  void statusChanged();
  /// It was laid over another page and is not needed any more.
  void closeAsked();
};

} // namespace ui
