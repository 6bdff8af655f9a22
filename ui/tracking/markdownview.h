// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace ui {

/// Markdown as it is read, as high as its text. Pictures are not loaded, from wherever they are; of links only those of
/// the web and mail are followed.
class MarkdownView : public QTextBrowser {
  Q_OBJECT
public:
  explicit MarkdownView(QWidget* parent = nullptr);

  void showText(const QString& markdown);
  /// As high as there is room, with a scroll bar, instead.
  void setScrolling();

protected:
  QVariant loadResource(int type, const QUrl& url) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void dress();
  void fit();

  bool m_scrolls = false;
};

} // namespace ui
