// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ui {

/// The steps of a dialog in a line, the one in front in the accent.
class StepRail : public QWidget {
  Q_OBJECT
public:
  explicit StepRail(const QStringList& steps, QWidget* parent = nullptr);

  void setCurrent(int step);

private:
  std::vector<QLabel*> m_marks;
  std::vector<QLabel*> m_words;
};

} // namespace ui
