// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>

namespace ui {

/// A status as a pill beside other words: icon, word, colour.
class Pill : public QLabel {
  Q_OBJECT
public:
  explicit Pill(QWidget* parent = nullptr);

  void show(const QString& icon, const QString& word, Tone tone);
  /// As the status word looks everywhere; hidden when it is empty.
  void showStatus(const QString& word);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QString m_icon;
  Tone m_tone = Tone::Neutral;
};

} // namespace ui
