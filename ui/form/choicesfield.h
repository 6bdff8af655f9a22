// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/choicepopup.h"

#include <QPushButton>

namespace ui {

/// Any number of choices: a button that tells those ticked and drops the list of all to tick.
class ChoicesField : public QPushButton {
  Q_OBJECT
public:
  ChoicesField(const QString& name, std::vector<Choice> choices, QWidget* parent = nullptr);

  /// In the order of the choices.
  QStringList values() const { return m_values; }
  void setValues(const QStringList& values);

Q_SIGNALS:
  void valueChanged();

protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void openList();

  QString m_name;
  std::vector<Choice> m_choices;
  QStringList m_values;
  QString m_words; ///< the texts of those ticked
};

} // namespace ui
