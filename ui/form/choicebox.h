// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/pickbox.h"
#include "ui/list/choicepopup.h"

namespace ui {

class WordsClick;

/// A combo box of choices found by typing any part of them, marks and case aside. Its value is the choice's, empty
/// for none; text that is no choice stays and is no value.
class ChoiceBox : public PickBox {
  Q_OBJECT
public:
  explicit ChoiceBox(std::vector<Choice> choices, QWidget* parent = nullptr);

  QString value() const;
  void setValue(const QString& value);
  /// False when the text is neither empty nor one of the choices.
  bool isKnown() const;
  /// What is typed while the list is open takes the place of the words.
  void showPopup() override;

Q_SIGNALS:
  void valueChanged();

protected:
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  int indexOfText() const;
  int onlyBeginning() const;

  WordsClick* m_clicks;
};

} // namespace ui
