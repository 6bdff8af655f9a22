// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/markdownview.h"

#include <QAbstractTextDocumentLayout>
#include <QDesktopServices>
#include <QEvent>
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
  fit();
}

/// An answer, and an empty one: without one the document would read the file by itself.
QVariant MarkdownView::loadResource(int, const QUrl&) { return QByteArray(); }

void MarkdownView::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  fit();
}

void MarkdownView::changeEvent(QEvent* event) {
  QTextBrowser::changeEvent(event);
  if (event->type() == QEvent::FontChange)
    document()->setDefaultFont(font());
}

void MarkdownView::fit() {
  if (m_scrolls)
    return;
  document()->setTextWidth(viewport()->width());
  setFixedHeight(qCeil(document()->size().height()));
}

} // namespace ui
