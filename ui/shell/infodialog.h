// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

namespace ui {

/// Something to read: words, and lines of two parts. Opens, and is gone when closed.
class InfoDialog : public QDialog {
  Q_OBJECT
public:
  struct Line {
    QString first;
    QString second;
    bool operator==(const Line&) const = default;
  };
  InfoDialog(const QString& title, const QString& text, const std::vector<Line>& lines, QWidget* parent);

protected:
  bool event(QEvent* event) override;

private:
  bool m_isShort = false; ///< as high as its words
};

} // namespace ui
