// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/typeddate.h"
#include "core/notes/contactline.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace ui {

class LineDraft;
class Pill;

/// A contact in one line: "called, ref 4711, says in committee, +7". What it was understood as stands below while one
/// types, with the follow-up that is going to be set; Enter takes it.
class NoteBox : public QFrame {
  Q_OBJECT
public:
  NoteBox(QDate today, AddBusinessDays addBusinessDays, QWidget* parent = nullptr);

  /// The day that what is typed counts from.
  void setToday(QDate today) { m_today = today; }
  QString text() const;
  /// What the contact is about by now, "note/step/7", empty for nothing: what was typed about it and not saved is in
  /// the line again, and kept as a draft.
  void setAbout(const QString& form);
  /// What was typed is saved: the line is empty again.
  void clear();
  /// When to ask again after what was typed; invalid for never. Asked at each change.
  void setFollowUp(std::function<QDate(const ContactLine&)> followUp) { m_followUp = std::move(followUp); }
  /// Why it was not saved; gone with the next key.
  void showProblem(const QString& sentence);

Q_SIGNALS:
  void entered(const ContactLine& line, const QDate& followUp);
  /// Esc: back to where one came from.
  void left();

protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void understand();

  QDate m_today;
  AddBusinessDays m_addBusinessDays;
  std::function<QDate(const ContactLine&)> m_followUp;
  QLineEdit* m_line;
  QWidget* m_understood;
  Pill *m_kind, *m_reference, *m_day;
  QLabel* m_problem;
  LineDraft* m_draft;
};

} // namespace ui
