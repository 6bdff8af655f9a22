// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ui {

/// What the very first start offers: look around with sample data, import a spreadsheet, or start empty.
class Welcome : public QDialog {
  Q_OBJECT
public:
  enum class Choice { Sample, Import, Empty };

  explicit Welcome(QWidget* parent = nullptr);

protected:
  bool event(QEvent* event) override;

Q_SIGNALS:
  void chosen(ui::Welcome::Choice choice);
};

} // namespace ui
