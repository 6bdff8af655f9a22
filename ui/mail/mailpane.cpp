// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/mailpane.h"

#include "ui/list/sidepane.h"
#include "ui/profile/pill.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/panewidgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

MailPane::MailPane(const QString& emptyText, QWidget* parent)
    : QFrame(parent), m_body(new QWidget), m_empty(words(emptyText, Face::Body, true)),
      m_subject(words({}, Face::Title)), m_note(words({}, Face::Second, true)),
      m_attachments(words({}, Face::Second, true)), m_to(new ElidedLabel), m_status(new Pill(this)),
      m_buttons(new QHBoxLayout), m_text(new QPlainTextEdit) {
  setObjectName(QStringLiteral("mailPane"));
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  m_subject->setObjectName(QStringLiteral("mailPane.subject"));
  m_to->setObjectName(QStringLiteral("mailPane.to"));
  m_note->setObjectName(QStringLiteral("mailPane.note"));
  m_attachments->setObjectName(QStringLiteral("mailPane.attachments"));
  m_text->setObjectName(QStringLiteral("mailPane.text"));
  m_text->setAccessibleName(tr("Text of the mail"));
  m_text->setReadOnly(true);
  m_text->setProperty("bare", true);
  m_text->setTabChangesFocus(true);
  auto* top = new QWidget; // as high as its words
  top->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  auto* head = new QVBoxLayout(top);
  head->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::cell));
  head->setSpacing(px(size::step));
  head->addWidget(m_subject);
  head->addWidget(m_to);
  head->addWidget(m_status);
  head->addWidget(m_note);
  m_buttons->setContentsMargins(0, px(size::step), 0, 0);
  m_buttons->setSpacing(px(size::step));
  head->addLayout(m_buttons);
  auto* body = new QVBoxLayout(m_body);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  body->addWidget(top);
  body->addWidget(hairline());
  auto* text = new QVBoxLayout;
  text->setContentsMargins(px(size::gap), px(size::gap), 0, 0);
  text->addWidget(m_text);
  body->addLayout(text, 1);
  m_attachments->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), px(size::gap));
  body->addWidget(m_attachments);
  m_empty->setAlignment(Qt::AlignCenter);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_body);
  layout->addWidget(m_empty);
  showNothing();
}

void MailPane::addButton(QAction* action, const QString& iconName, const QString& word) {
  auto* button = new QPushButton(QStringLiteral("%1  %2").arg(word, action->shortcut().toString()));
  setButtonIcon(button, iconName);
  button->setObjectName(QStringLiteral("mailPane.") + action->objectName());
  button->setAccessibleName(QString(action->text()).remove(QLatin1Char('&')));
  connect(button, &QPushButton::clicked, action, &QAction::trigger);
  const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
  connect(action, &QAction::changed, button, follow);
  m_buttons->addWidget(button, 1);
}

void MailPane::showNothing() {
  m_body->hide();
  m_empty->show();
}

void MailPane::read() {
  for (QWidget* at = parentWidget(); at; at = at->parentWidget())
    if (auto* side = qobject_cast<SidePane*>(at)) {
      side->showSide(true);
      break;
    }
  m_text->setFocus();
}

void MailPane::showMail(const Outgoing& mail, const QString& status, const QString& note,
                        const QStringList& attachments) {
  m_subject->setText(mail.subject);
  m_to->setText(mail.recipientName.isEmpty() || mail.recipientName == mail.recipient
                    ? tr("To %1").arg(mail.recipient)
                    : tr("To %1 <%2>").arg(mail.recipientName, mail.recipient));
  m_status->showStatus(status);
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
  m_attachments->setText(tr("Goes along: %1").arg(attachments.join(QStringLiteral(", "))));
  m_attachments->setVisible(!attachments.isEmpty());
  if (m_text->toPlainText() != mail.text)
    m_text->setPlainText(mail.text);
  m_body->show();
  m_empty->hide();
}

} // namespace ui
