// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/formrows.h"

#include <QDialog>

class QPushButton;

namespace ui {

class DraftLine;

/// A form for one record in a window of its own. Ctrl+Enter saves. What was typed survives Cancel, a crash and a
/// restart: the next form of the same key finds it again.
class FormDialog : public QDialog, public FormRows {
  Q_OBJECT
public:
  FormDialog(const QString& draftKey, const QString& title, QWidget* parent);
  ~FormDialog() override;

  /// What the button says, when it does not save ("Start").
  void setSaveText(const QString& text);
  /// Where “Cancel” would be taken for what the form itself does.
  void setCancelText(const QString& text);

  void open() override;
  void accept() override;
  void reject() override;

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  DraftLine* m_restored;
  QPushButton* m_saveButton = nullptr;
};

} // namespace ui
