// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/outgoing.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;

namespace ui {

class ElidedLabel;
class Pill;

/// A mail to look at, beside the list it is in.
class MailPane : public QFrame {
  Q_OBJECT
public:
  explicit MailPane(const QString& emptyText, QWidget* parent = nullptr);

  /// `note` stands below to whom it goes: when, and why not. A status is shown as a pill; none when it is empty.
  void showMail(const Outgoing& mail, const QString& status, const QString& note, const QStringList& attachments = {});
  void showNothing();
  /// The cursor into the text of the mail; the side of the list is shown for it.
  void read();
  void addButton(QAction* action, const QString& icon, const QString& word);

private:
  QWidget* m_body;
  QLabel *m_empty, *m_subject, *m_note, *m_attachments;
  ElidedLabel* m_to;
  Pill* m_status;
  QHBoxLayout* m_buttons;
  QPlainTextEdit* m_text;
};

} // namespace ui
