// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/expirables.h"

#include <QFrame>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class ElidedLabel;
class Pill;
class Session;

/// What is beside the list of alerts: the one that is selected, when it is told next, what was done about it and the
/// mails that told of it.
class AlertPane : public QFrame {
  Q_OBJECT
public:
  explicit AlertPane(Session& session, QWidget* parent = nullptr);

  /// A row of the list; 0 for none.
  void showRow(qint64 row);
  /// Reads what is shown again.
  void refresh();
  /// Puts an action of the list on a button here as well.
  void addButton(QAction* action, const QString& icon, const QString& word);

private:
  void read();
  void showFacts(const alerts::Expirable& alert);
  void showDone(const alerts::Expirable& alert);
  void showMails(const alerts::Expirable& alert);
  void addFact(const QString& label, const QString& value);
  void addLine(QVBoxLayout* to, const QString& second, const QString& text);

  Session& m_session;
  qint64 m_row = 0;
  QWidget* m_body;
  QLabel* m_empty;
  ElidedLabel *m_who, *m_what;
  Pill* m_standing;
  QLabel* m_next;
  QVBoxLayout* m_buttons;
  QFormLayout* m_facts;
  QLabel *m_doneTitle, *m_mailsTitle;
  QVBoxLayout *m_done, *m_mails;
};

} // namespace ui
