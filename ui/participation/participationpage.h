// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payors/participation.h"
#include "ui/profile/subject.h"
#include "ui/shell/page.h"

class QLabel;
class QListWidget;

namespace ui {

class ChoiceBox;
class DateField;
class Pill;
class SearchField;
class Session;

/// "Is this provider with this payor at this practice on this day?", answered as it is asked. A page to be laid over
/// another.
class ParticipationPage : public Page {
  Q_OBJECT
public:
  explicit ParticipationPage(Session& session, QWidget* parent = nullptr);

  void ask(const participation::Question& question);

  QString statusText() const override { return {}; }
  qint64 hiddenRows() const override { return 0; }
  void clearFilter() override {}
  void find() override;
  void refresh() override { answer(); }
  void setTeams(const QStringList&) override {}

Q_SIGNALS:
  void profileAsked(const Subject& subject);

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget* makeTop();
  QWidget* makeQuestion();
  QWidget* makeAnswer();
  void answer();

  Session& m_session;
  SearchField* m_provider;
  ChoiceBox *m_payor, *m_practice;
  DateField* m_day;
  QWidget* m_said;
  QLabel *m_hint, *m_question, *m_reason, *m_othersTitle;
  Pill* m_word;
  QListWidget* m_others;
};

} // namespace ui
