// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helppage.h"

#include "ui/theme/theme.h"
#include "ui/tracking/markdownview.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>

namespace ui {

QString helpText() {
  QFile file(QStringLiteral(":/README.md"));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  QString text = QString::fromUtf8(file.readAll());
  static const QRegularExpression pictures(QStringLiteral("^!\\[.*\\]\\(.*\\)\\n+"),
                                           QRegularExpression::MultilineOption);
  text.remove(pictures);
  text.truncate(text.indexOf(QLatin1String("\n## How fast")));
  text.remove(
      0, text.indexOf(QLatin1String("## Ten minutes"))); // how it is built and started is behind one who reads it here
  return text.replace(QLatin1String("./run "), QLatin1String("credenza "));
}

HelpPage::HelpPage(QWidget* parent)
    : Page(parent), m_typed(new QLineEdit), m_parts(new QListWidget), m_text(new MarkdownView) {
  setObjectName(QStringLiteral("help"));
  setWindowTitle(tr("Help"));
  setProperty("ground", QStringLiteral("surface"));
  setAttribute(Qt::WA_StyledBackground);
  auto* title = new QLabel(tr("Help"));
  setFace(title, Face::Title);
  m_typed->setObjectName(QStringLiteral("help.search"));
  m_typed->setAccessibleName(tr("Search in the help"));
  m_typed->setPlaceholderText(tr("Search"));
  m_typed->setFixedWidth(px(size::search));
  m_typed->addAction(icon(QStringLiteral("search"), Ink::Second), QLineEdit::LeadingPosition)->setText(tr("Find"));
  auto* back = new QPushButton(tr("Back"));
  back->setObjectName(QStringLiteral("help.back"));
  back->setToolTip(tr("Back (Esc)"));
  back->setProperty("quiet", true);
  auto* top = new QHBoxLayout;
  top->setSpacing(px(size::gap));
  top->addWidget(title);
  top->addStretch();
  top->addWidget(m_typed);
  top->addWidget(back);
  m_text->setObjectName(QStringLiteral("help.text"));
  m_text->setAccessibleName(tr("Help"));
  m_text->setScrolling();
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->showText(helpText());
  m_text->setMaximumWidth(px(size::wide)); // a longer line is hard to follow
  m_parts->setObjectName(QStringLiteral("help.parts"));
  m_parts->setAccessibleName(tr("Parts of the help"));
  m_parts->setFrameShape(QFrame::NoFrame);
  m_parts->setFixedWidth(px(size::side));
  m_parts->setWordWrap(true);
  m_parts->setSpacing(px(size::step));
  for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next())
    if (block.blockFormat().headingLevel() == 2)
      (new QListWidgetItem(block.text(), m_parts))->setData(Qt::UserRole, block.blockNumber());
  connect(m_parts, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* part) {
    if (!part)
      return;
    const QTextBlock block = m_text->document()->findBlockByNumber(part->data(Qt::UserRole).toInt());
    m_text->verticalScrollBar()->setValue(qRound(m_text->document()->documentLayout()->blockBoundingRect(block).top()));
  });
  QTimer::singleShot(0, m_text, [this] { m_text->verticalScrollBar()->setValue(0); }); // once it is laid out
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addLayout(top);
  auto* body = new QHBoxLayout;
  body->setSpacing(px(size::group));
  body->addWidget(m_parts);
  body->addWidget(m_text, 1);
  body->addStretch();
  layout->addLayout(body, 1);
  setFocusProxy(m_text);
  connect(back, &QPushButton::clicked, this, &Page::closeAsked);
  connect(m_typed, &QLineEdit::returnPressed, this, &HelpPage::seek);
  connect(m_typed, &QLineEdit::textChanged, this, [this] {
    m_text->moveCursor(QTextCursor::Start);
    seek();
  });
}

void HelpPage::seek() {
  if (m_typed->text().isEmpty() || m_text->find(m_typed->text()))
    return;
  m_text->moveCursor(QTextCursor::Start); // round again
  m_text->find(m_typed->text());
}

void HelpPage::find() {
  m_typed->setFocus();
  m_typed->selectAll();
}

void HelpPage::clearFilter() { m_typed->clear(); }

void HelpPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT closeAsked();
  else
    Page::keyPressEvent(event);
}

} // namespace ui
