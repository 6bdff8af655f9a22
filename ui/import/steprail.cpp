// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/steprail.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>

namespace ui {

StepRail::StepRail(const QStringList& steps, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("steps"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::gap));
  for (const QString& step : steps) {
    if (!m_words.empty()) {
      auto* line = new QFrame;
      line->setProperty("ground", QStringLiteral("line"));
      line->setFixedSize(px(size::group), 1);
      layout->addWidget(line);
    }
    m_marks.push_back(new QLabel);
    m_words.push_back(new QLabel(step));
    layout->addWidget(m_marks.back());
    layout->addWidget(m_words.back());
  }
  layout->addStretch();
}

void StepRail::setCurrent(int step) {
  const int count = int(m_words.size());
  for (int i = 0; i < count; ++i) {
    QLabel* words = m_words[size_t(i)];
    const Ink role = i == step ? Ink::Accent : Ink::Second;
    const QString mark = QString::fromLatin1(i < step ? "circle-check" : i == step ? "circle-dot" : "circle");
    m_marks[size_t(i)]->setPixmap(icon(mark, role).pixmap(px(size::icon), px(size::icon)));
    setFace(words, i == step ? Face::Strong : Face::Body);
    words->setForegroundRole(i == step ? QPalette::Link : QPalette::PlaceholderText);
  }
  setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(count).arg(m_words[size_t(step)]->text()));
}

} // namespace ui
