// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

/// Where the file, or a folder of them, is chosen or dropped, and why it cannot be read.
class FileStep : public QWidget {
  Q_OBJECT
public:
  explicit FileStep(QWidget* parent = nullptr);

  void showReading(const QString& path);
  void showProblem(const QString& sentence);
  void showWaiting();

Q_SIGNALS:
  void chosen(const QString& path);

private:
  void choose(bool folder);

  QLabel* m_title;
  QWidget* m_problem;
  QLabel* m_sentence;
  QProgressBar* m_busy;
  QPushButton *m_choose, *m_folder;
};

} // namespace ui
