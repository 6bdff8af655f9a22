// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/letters.h"
#include "core/mail/template.h"
#include "ui/shell/worker.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class ChoiceBox;
class Courier;
class DateField;
class DraftLine;
class ListingPage;
class Session;

/// Letters about alerts or work, one combined for each provider or practice: worded by a template, looked at and
/// changed, and then queued all as one change. Without a mail account each is opened in the mail program or written as
/// an .eml file.
class Envelope : public QDialog {
  Q_OBJECT
public:
  /// The letters, worded by a template; they are written aside.
  using Write = std::function<std::vector<mail::Letter>(db::Database&, const MailTemplate&, QDate replyBy)>;
  /// `purpose` is that of the templates: Documents or Task.
  Envelope(Session& session, Courier& courier, const QString& purpose, Write write, QWidget* parent);

  /// Asks where to and writes the letter in front.
  void writeFile(const QString& path);

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Shown {
    mail::Letter letter;
    bool isEdited = false, isChosen = true;
    mail::Letter worded = {}; ///< as the template has it, while another wording is kept as a draft
  };
  /// A letter that somebody words is kept as a draft until it is queued: by whom it is to and what it is about, so that
  /// the wording of one is not found in the next.
  static QString formOf(const mail::Letter& letter);
  QWidget* makeTop();
  QWidget* makeLetter();
  QWidget* makeButtons();
  void read();
  void take(std::vector<mail::Letter> letters);
  void fillList();
  void showLetter(int row);
  void keepTyped();
  void discardTyped();
  void sendRepeated();
  void showCounts();
  void queue();
  void openProgram();
  void askFile();
  void goOn(const QString& how);
  Shown* inFront();
  /// Says at its alerts that it was written, by another way than the outbox.
  bool noteWritten(const mail::Letter& letter, const QString& how);

  Session& m_session;
  Courier& m_courier;
  Write m_write;
  std::vector<MailTemplate> m_templates;
  std::vector<Shown> m_letters;
  int m_row = -1;
  bool m_reading = false;
  ChoiceBox* m_template;
  DateField* m_replyBy;
  QListWidget* m_list;
  QLabel *m_to, *m_problem, *m_earlier, *m_counts;
  QPushButton* m_repeat;
  DraftLine* m_restored;
  QLineEdit* m_subject;
  QPlainTextEdit* m_text;
  QPushButton *m_queue = nullptr, *m_program = nullptr, *m_file = nullptr;
  Worker m_worker;
};

/// Opens it for what is selected in a list: alerts, providers, steps, trackings, tasks, or what stands in a section of
/// a profile; of a section without a selection all its alerts. False when letters cannot be about what is in the list.
bool openEnvelope(Session& session, Courier& courier, const ListingPage& list, QWidget* parent);
/// Opens it for all alerts of one provider; it is the caller's to know when it was sent.
Envelope* openEnvelope(Session& session, Courier& courier, Id<Provider> provider, QWidget* parent);

} // namespace ui
