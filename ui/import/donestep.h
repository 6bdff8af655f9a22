// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// What an import did, and where its rejected rows are.
class DoneStep : public QWidget {
  Q_OBJECT
public:
  explicit DoneStep(QWidget* parent = nullptr);

  void show(const QString& path, const exchange::ImportReport& report);
  qint64 changeId() const { return m_report.changeId; }
  /// The import is taken back, or why it is not.
  void showUndone(const QString& problem);

Q_SIGNALS:
  void undoAsked(qint64 changeId);

private:
  void openFolder();

  exchange::ImportReport m_report;
  QLabel* m_title;
  QWidget* m_counts = nullptr;
  QWidget* m_rejected;
  QLabel* m_rejectedText;
  QPushButton* m_folder;
  QLabel* m_noticesTitle;
  QPlainTextEdit* m_notices;
  QPushButton* m_undo;
};

} // namespace ui
