// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/keylist.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

KeyList::KeyList(QWidget* parent) : QFrame(parent), m_rows(new QGridLayout) {
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  setMinimumWidth(px(size::side) - px(size::margin));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // as wide as its words
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::cell), px(size::margin), px(size::gap), px(size::margin));
  m_rows->setVerticalSpacing(px(size::step));
  m_rows->setHorizontalSpacing(px(size::gap));
  m_rows->setColumnStretch(1, 1);
  layout->addLayout(m_rows);
  layout->addStretch();
}

void KeyList::add(const QString& key, QAction* action) {
  auto* cap = new QLabel(key);
  cap->setProperty("keycap", true);
  cap->setAlignment(Qt::AlignCenter);
  setFace(cap, Face::Second);
  auto* word = new QPushButton(action->text());
  word->setProperty("quiet", true);
  word->setProperty("aligned", QStringLiteral("left"));
  word->setFocusPolicy(Qt::NoFocus); // the keys are the way without a mouse
  word->setAccessibleName(QStringLiteral("%1 (%2)").arg(action->text(), key));
  word->setToolTip(action->toolTip());
  connect(word, &QPushButton::clicked, action, &QAction::trigger);
  const int row = m_rows->rowCount();
  m_rows->addWidget(cap, row, 0);
  m_rows->addWidget(word, row, 1);
}

} // namespace ui
