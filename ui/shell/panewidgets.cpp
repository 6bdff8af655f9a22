// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panewidgets.h"

#include <QLabel>
#include <QLayout>

namespace ui {

QLabel* words(const QString& text, Face face, bool second) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setFocusPolicy(Qt::NoFocus);
  setFace(label, face);
  if (second)
    label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QFrame* hairline() {
  auto* line = new QFrame;
  line->setFixedHeight(1);
  line->setProperty("ground", QStringLiteral("line"));
  return line;
}

void clear(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (item->widget())
      item->widget()->deleteLater();
    delete item;
  }
}

QString joined(QStringList parts) {
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

} // namespace ui
