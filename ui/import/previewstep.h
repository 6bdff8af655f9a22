// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/previewrows.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace ui {

class ListPage;

/// What an import would do, row by row.
class PreviewStep : public QWidget {
  Q_OBJECT
public:
  explicit PreviewStep(QDate today, QWidget* parent = nullptr);

  void show(std::shared_ptr<PreviewRows> rows, const exchange::ImportReport& report);
  /// How many rows would be written.
  qint64 writes() const;

private:
  void showRow(qint64 id);

  QDate m_today;
  std::shared_ptr<PreviewRows> m_rows;
  ListPage* m_list = nullptr;
  QVBoxLayout* m_layout;
  QLabel* m_more;
  QLabel* m_noticesTitle;
  QPlainTextEdit* m_notices;
};

/// Notices in a field of few lines that takes no room when there is none.
void showNotices(QLabel* title, QPlainTextEdit* field, const std::vector<QString>& notices);

} // namespace ui
