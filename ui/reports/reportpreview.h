// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pictures.h"

#include <QFrame>
#include <atomic>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace ui {

/// The pages of a report as they will be on paper, a page at a time. A worker sets and paints them; while it does, the
/// pages before stay, and it can be stopped.
class ReportPreview : public QFrame {
  Q_OBJECT
public:
  explicit ReportPreview(QWidget* parent = nullptr);
  ~ReportPreview() override;

  /// Shows this from its first page on.
  void show(const report::Table& table);
  /// Shows nothing but a sentence.
  void showWords(const QString& words);

  int page() const { return m_page; } ///< from 0
  int pages() const { return m_shown.allPages; }
  qint64 rows() const { return m_shown.rows; }
  bool isReady() const { return !m_job; }
  const QImage& picture() const { return m_picture; }
  void turnTo(int page);
  bool isLarge() const { return m_isLarge; }
  /// As large as it is easily read, to be scrolled, or as wide as there is room. `about` is the point of the shown page
  /// that stays in the middle.
  void setLarge(bool large, std::optional<QPoint> about = {});

Q_SIGNALS:
  /// Pages are there, or being made.
  void stateChanged();

protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  struct Job;
  QWidget* makeFoot();
  void begin(int first);
  void done(const std::shared_ptr<Job>& job);
  void showPage();
  void showState();

  std::optional<report::Table> m_table;
  report::Pictures m_shown;
  QImage m_picture;
  int m_page = 0;
  bool m_isLarge = false;
  int m_wanted = -1; ///< the page to begin with when the running job is through; -1: none
  std::shared_ptr<Job> m_job;
  QLabel *m_paper, *m_words, *m_where, *m_progress;
  QScrollArea* m_area;
  QPushButton *m_back, *m_on, *m_larger, *m_stop;
};

} // namespace ui
