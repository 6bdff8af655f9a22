// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/markdownview.h"

#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QEvent>
#include <QTextBlock>
#include <QtMath>

namespace ui {

MarkdownView::MarkdownView(QWidget* parent) : QTextBrowser(parent) {
  setOpenLinks(false);
  setFrameShape(NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  document()->setDocumentMargin(0);
  viewport()->setAutoFillBackground(false);
  connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl& link) {
    if (QStringList{QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("mailto")}.contains(link.scheme()))
      QDesktopServices::openUrl(link);
  });
}

void MarkdownView::setScrolling() {
  m_scrolls = true;
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setFocusPolicy(Qt::StrongFocus);
}

void MarkdownView::showText(const QString& markdown) {
  document()->setDefaultFont(font());
  document()->setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML |
                                                                    QTextDocument::MarkdownDialectCommonMark));
  dress();
  moveCursor(QTextCursor::Start);
  fit();
}

/// Headings as large as elsewhere, with room above them, and no weight that the typeface has not.
void MarkdownView::dress() {
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    if (const int level = block.blockFormat().headingLevel(); level > 0) {
      QTextBlockFormat room;
      room.setTopMargin(block.blockNumber() == 0 ? 0 : px(size::group));
      room.setBottomMargin(px(size::step));
      cursor.mergeBlockFormat(room);
      cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
      QTextCharFormat words;
      words.setFont(fontOf(level <= 2 ? Face::Title : Face::Strong));
      cursor.setCharFormat(words);
      continue;
    }
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      QTextCharFormat words;
      if (it.fragment().charFormat().fontFixedPitch())
        words.setFontPointSize(fontOf(Face::Second).pointSizeF());
      if (it.fragment().charFormat().fontWeight() > QFont::DemiBold)
        words.setFontWeight(QFont::DemiBold);
      cursor.setPosition(it.fragment().position());
      cursor.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
      cursor.mergeCharFormat(words);
    }
  }
}

/// An answer, and an empty one: without one the document would read the file by itself.
QVariant MarkdownView::loadResource(int, const QUrl&) { return QByteArray(); }

void MarkdownView::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  fit();
}

void MarkdownView::changeEvent(QEvent* event) {
  QTextBrowser::changeEvent(event);
  if (event->type() != QEvent::FontChange)
    return;
  document()->setDefaultFont(font());
  dress();
}

void MarkdownView::fit() {
  if (m_scrolls)
    return;
  document()->setTextWidth(viewport()->width());
  setFixedHeight(qCeil(document()->size().height()));
}

} // namespace ui
