// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

/// A sentence on quiet ground with an icon before it; hide and show the answer, set the sentence's text.
inline QWidget* makeNotice(QLabel* sentence, const QString& iconName, Ink role) {
  auto* notice = new QWidget;
  notice->setProperty("ground", QStringLiteral("notice"));
  notice->setAttribute(Qt::WA_StyledBackground);
  auto* picture = new QLabel;
  picture->setPixmap(icon(iconName, role).pixmap(px(size::icon), px(size::icon)));
  sentence->setWordWrap(true);
  auto* layout = new QHBoxLayout(notice);
  layout->setContentsMargins(px(size::cell), px(size::gap), px(size::cell), px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addWidget(picture, 0, Qt::AlignTop);
  layout->addWidget(sentence, 1);
  return notice;
}

} // namespace ui
