// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ui {

/// "Restored what you typed at 9:14 · Discard"; hidden where nothing was restored.
class DraftLine : public QWidget {
  Q_OBJECT
public:
  explicit DraftLine(QWidget* parent = nullptr);

  /// Shows itself for the draft of this form, if there is one; answers whether there is.
  bool showFor(const QString& form);

Q_SIGNALS:
  void discardAsked();

private:
  QLabel* m_words;
};

/// A line of its own, in no form, whose text is kept as a draft until it is saved: a contact, a task.
class LineDraft : public QObject {
  Q_OBJECT
public:
  LineDraft(QLineEdit* line, DraftLine* restored);

  /// What the line is about by now, "note/step/7": what was typed about it and not saved is in the line again. Empty
  /// for nothing.
  void setForm(const QString& form);
  const QString& form() const { return m_form; }
  /// What is in the line was saved, or is not wanted: the line is empty, and nothing kept.
  void clear();

private:
  QLineEdit* m_line;
  DraftLine* m_restored;
  QString m_form;
};

} // namespace ui
