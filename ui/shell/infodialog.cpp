// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/infodialog.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
namespace {

QWidget* tableOf(const std::vector<InfoDialog::Line>& lines, QWidget* parent) {
  auto* table = new QWidget(parent);
  table->setProperty("ground", QStringLiteral("surface"));
  auto* grid = new QGridLayout(table);
  grid->setContentsMargins(0, 0, px(size::gap), 0);
  grid->setHorizontalSpacing(px(size::group));
  grid->setVerticalSpacing(px(size::step));
  grid->setColumnStretch(1, 1);
  for (const InfoDialog::Line& line : lines) {
    const int row = grid->rowCount();
    auto* first = new QLabel(line.first);
    setFace(first, Face::Strong);
    grid->addWidget(first, row, 0);
    auto* second = new QLabel(line.second);
    second->setWordWrap(true);
    grid->addWidget(second, row, 1);
  }
  return table;
}

} // namespace

InfoDialog::InfoDialog(const QString& title, const QString& text, const std::vector<Line>& lines, QWidget* parent)
    : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("info"));
  setWindowTitle(title);
  setProperty("ground", QStringLiteral("surface"));
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
  if (!lines.empty()) { // there may be more than a screen is high
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(title);
    scroll->setWidget(tableOf(lines, scroll));
    layout->addWidget(scroll, 1);
    scroll->setFocus(); // its keys turn the pages
  }
  auto* close = new QPushButton(tr("Close"));
  close->setProperty("primary", true);
  close->setDefault(true);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  layout->addWidget(close, 0, Qt::AlignRight);
  if (lines.empty())
    close->setFocus();
  resizeOnScreen(*this, {px(size::form), px(size::tall)});
  m_isShort = lines.empty();
}

bool InfoDialog::event(QEvent* event) {
  const bool isDone = QDialog::event(event);
  const bool isLaid = event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest;
  if (isLaid && m_isShort) // fonts settle only now; after another event there may be no dialog any more
    resize(width(), layout()->totalHeightForWidth(width()));
  return isDone;
}

} // namespace ui
