// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace ui {

class Session;

/// Asks whether running trackings are carried over to new steps, and shows beforehand what that changes in each. The
/// preview is worked out aside. Deletes itself when closed.
class CarryOverDialog : public QDialog {
  Q_OBJECT
public:
  struct Question {
    QString title;  ///< "Save as version 3"
    QString text;   ///< "14 trackings run on version 2."
    QString stay;   ///< "They stay on version 2"; empty: there is nothing to choose
    QString move;   ///< "They move to version 3"
    QString button; ///< "Save"
    std::vector<Id<Tracking>> trackings;
    std::vector<TemplateStep> wanted;
  };
  /// `work` does it, with whether they move, and hands what cannot be to `then`: thousands take seconds, and are moved
  /// aside.
  using Then = std::function<void(const Problems&)>;
  using Work = std::function<void(bool moves, const Then& then)>;
  CarryOverDialog(Session& session, Question question, Work work, QWidget* parent);

  void accept() override;
  /// While they are moved it stays.
  void reject() override;

private:
  void preview();
  void showProblem(const QString& sentence);

  Session& m_session;
  Question m_question;
  Work m_work;
  QRadioButton* m_move = nullptr;
  QPlainTextEdit* m_changes;
  QLabel* m_problem;
  QPushButton *m_cancel, *m_save;
  bool m_working = false;
};

} // namespace ui
