// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/infodialog.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui {

InfoDialog::InfoDialog(const QString& title, const QString& text, const std::vector<Line>& lines, QWidget* parent)
    : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("info"));
  setWindowTitle(title);
  setProperty("ground", QStringLiteral("surface"));
  setMinimumWidth(px(size::form));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::group), px(size::group), px(size::margin));
  layout->setSpacing(px(size::margin));
  auto* head = new QLabel(title);
  setFace(head, Face::Title);
  layout->addWidget(head);
  if (!text.isEmpty()) {
    auto* words = new QLabel(text);
    words->setWordWrap(true);
    layout->addWidget(words);
  }
  auto* room = new QWidget(this);
  room->setProperty("ground", QStringLiteral("surface"));
  auto* grid = new QGridLayout(room);
  grid->setContentsMargins(0, 0, px(size::gap), 0);
  grid->setHorizontalSpacing(px(size::group));
  grid->setVerticalSpacing(px(size::step));
  grid->setColumnStretch(1, 1);
  for (const Line& line : lines) {
    const int row = grid->rowCount();
    auto* first = new QLabel(line.first);
    setFace(first, Face::Strong);
    grid->addWidget(first, row, 0);
    auto* second = new QLabel(line.second);
    second->setWordWrap(true);
    grid->addWidget(second, row, 1);
  }
  if (!lines.empty()) { // there may be more than a screen is high
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(title);
    scroll->setWidget(room);
    layout->addWidget(scroll, 1);
  }
  auto* close = new QPushButton(tr("Close"));
  close->setProperty("primary", true);
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  layout->addWidget(close, 0, Qt::AlignRight);
  close->setFocus();
  resize(px(size::form), px(size::tall));
  m_isShort = lines.empty();
}

void InfoDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (m_isShort) // fonts are settled only now
    resize(width(), layout()->totalHeightForWidth(width()));
}

} // namespace ui
