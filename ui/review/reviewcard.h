// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notes/contactline.h"
#include "core/review/item.h"
#include "ui/theme/tokens.h"

#include <QFrame>
#include <QHash>
#include <QUrl>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class NoteBox;
class Pill;
class Session;

/// One item of the review with what is needed to act on it: whom it is about, why it stands here, whom to call, the
/// portal, documents, the last contacts, and a line to note one.
class ReviewCard : public QFrame {
  Q_OBJECT
public:
  explicit ReviewCard(Session& session, QWidget* parent = nullptr);

  /// By the key of its row. What was being typed about an item is there again when it is.
  void show(qint64 key);
  qint64 key() const { return m_key; }
  /// Where the payor's portal is; empty when there is none.
  QUrl portal() const { return m_portal; }
  /// "Submit · Marten, Lily": what a change of it is called.
  QString name() const;
  /// The cursor into the line for a contact.
  void beginNote();
  /// Why it could not be; gone with the next key.
  void showProblem(const QString& sentence);
  /// What was typed is saved: the line is empty again.
  void clearTyped();

Q_SIGNALS:
  void noted(const ContactLine& line, const QDate& followUp);
  /// Back to the keys.
  void left();

private:
  void read();
  void showFacts(const QHash<QString, QString>& cells, const review::Item& item);
  void showContacts(const review::Item& item);
  void addFact(const QString& label, const QString& value, bool isSecond = false);

  Session& m_session;
  qint64 m_key = 0;
  QUrl m_portal;
  QLabel *m_who, *m_what;
  Pill *m_why, *m_status, *m_waiting, *m_priority;
  QFormLayout* m_facts;
  QFrame* m_contacts;
  NoteBox* m_note;
};

} // namespace ui
