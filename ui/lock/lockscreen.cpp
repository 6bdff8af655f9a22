// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/lockscreen.h"

#include "ui/theme/sign.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

LockScreen::LockScreen(QWidget* window)
    : QWidget(window), m_phrase(new QLineEdit), m_problem(new QLabel), m_unlock(new QPushButton(tr("Unlock"))) {
  setObjectName(QStringLiteral("lock"));
  setAttribute(Qt::WA_StyledBackground);
  setAutoFillBackground(true);
  auto* sign = new Sign(QStringLiteral("lock"), Ink::Second, size::emptyIcon);
  sign->setAlignment(Qt::AlignHCenter);
  auto* title = new QLabel(tr("Credenza is locked"));
  setFace(title, Face::Title);
  title->setAlignment(Qt::AlignHCenter);
  auto* text = new QLabel(tr("All that was open, and all that was typed, is as it was. Mail, backups and reports that "
                             "are made by the clock go on."));
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignHCenter);
  text->setForegroundRole(QPalette::PlaceholderText);
  m_phrase->setObjectName(QStringLiteral("lock.phrase"));
  m_phrase->setAccessibleName(tr("Pass phrase"));
  m_phrase->setPlaceholderText(tr("Pass phrase"));
  m_phrase->setEchoMode(QLineEdit::Password);
  m_phrase->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
  m_phrase->setContextMenuPolicy(Qt::NoContextMenu);
  m_unlock->setObjectName(QStringLiteral("lock.unlock"));
  m_unlock->setProperty("primary", true);
  m_problem->setObjectName(QStringLiteral("lock.problem"));
  m_problem->setWordWrap(true);
  m_problem->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing()); // nothing moves when it speaks
  auto* line = new QHBoxLayout;
  line->setSpacing(px(size::gap));
  line->addWidget(m_phrase, 1);
  line->addWidget(m_unlock);
  auto* card = new QFrame;
  card->setProperty("card", true);
  card->setFixedWidth(px(size::form));
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(px(size::group), px(size::group), px(size::group), px(size::margin));
  inside->setSpacing(px(size::cell));
  inside->addWidget(sign);
  inside->addWidget(title);
  inside->addWidget(text);
  inside->addSpacing(px(size::step));
  inside->addLayout(line);
  inside->addWidget(m_problem);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(card, 0, Qt::AlignCenter);
  setFocusProxy(m_phrase);
  connect(m_phrase, &QLineEdit::returnPressed, this, &LockScreen::unlock);
  connect(m_unlock, &QPushButton::clicked, this, &LockScreen::unlock);
}

void LockScreen::unlock() {
  QString phrase = m_phrase->text();
  m_phrase->clear(); // so that ours is the last hold on the text, and overwriting it meets it
  if (!phrase.isEmpty())
    Q_EMIT typed(phrase);
}

void LockScreen::tell(const QString& sentence, bool mayType) {
  QPalette words = m_problem->palette();
  words.setColor(QPalette::WindowText, ink(mayType ? Ink::Late : Ink::Second));
  m_problem->setPalette(words);
  m_problem->setText(sentence);
  m_phrase->setEnabled(mayType);
  m_phrase->setAccessibleDescription(sentence);
  m_unlock->setEnabled(mayType);
  if (mayType)
    m_phrase->setFocus();
}

} // namespace ui
