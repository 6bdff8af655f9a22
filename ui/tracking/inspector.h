// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notes/contactline.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"
#include "ui/theme/tokens.h"

#include <QFrame>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class MarkdownView;
class NoteBox;
class OwnHistory;
class Session;
class Timeline;

/// What is beside a list of steps: the tracking of the one that is selected, with its steps, what the chosen one is and
/// asks for, when it will be through, whom to call, a line to note a contact, and the last contacts.
class Inspector : public QFrame {
  Q_OBJECT
public:
  explicit Inspector(Session& session, QWidget* parent = nullptr);

  /// The step of the list; an id of 0 for none. What was being typed about a step is there again when it is.
  void showStep(Id<Step> step);
  /// Reads what is shown again.
  void refresh();
  /// The step that is looked at: that of the list, or another one chosen in the timeline.
  Id<Step> step() const { return m_step; }
  /// The cursor into the line for a contact.
  void beginNote();
  /// The button whose menu moves the step.
  QPushButton* moveButton() const { return m_move; }

Q_SIGNALS:
  void completeAsked();
  /// A contact was saved.
  void logged();
  /// Back to the list.
  void left();

private:
  void look();
  void read();
  void makeHead(QVBoxLayout* layout);
  void makeStep(QVBoxLayout* layout);
  void showHead(const Tracking& tracking, const std::vector<Step>& steps);
  void showForecast(const Tracking& tracking, const std::vector<Step>& steps);
  void showChosen(const Tracking& tracking, const Step& step);
  void showContacts(const Tracking& tracking);
  void addFact(const QString& label, const QString& value);
  void addPill(const QString& icon, const QString& word, Tone tone, const QString& more = {});
  void log(const ContactLine& line, QDate followUp);

  Session& m_session;
  Id<Step> m_listed, m_step;
  OwnHistory* m_before;
  ElidedLabel *m_who, *m_what;
  QWidget* m_pillBox;
  QHBoxLayout* m_call;
  QLabel* m_held;
  QWidget* m_body;
  QLabel* m_empty;
  Timeline* m_timeline;
  QLabel* m_name;
  QPushButton *m_complete, *m_move;
  QFormLayout* m_facts;
  MarkdownView* m_instruction;
  QLabel* m_contactsTitle;
  QVBoxLayout* m_contacts;
  QScrollArea* m_scroll;
  NoteBox* m_note;
};

} // namespace ui
