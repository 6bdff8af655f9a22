// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

namespace ui {

/// How much everybody has on a day: a name, a bar and a number each, the most first; of many people the first few.
class LoadBars : public QWidget {
  Q_OBJECT
public:
  static constexpr size_t most = 4; ///< people shown

  struct Load {
    QString who;
    qint64 items = 0;
  };

  explicit LoadBars(QWidget* parent = nullptr);

  /// `highest` is what a full bar stands for; `note` stands above them ("Holiday"). So many lines are kept room for.
  void show(std::vector<Load> loads, qint64 highest, const QString& note, size_t lines);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  std::vector<Load> m_loads;
  qint64 m_highest = 1;
  QString m_note;
};

} // namespace ui
