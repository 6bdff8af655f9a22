// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QLineEdit;
class QListWidget;

namespace ui {

class MarkdownView;

/// The README as it is read inside: what a coordinator needs of it. A page to be laid over another.
class HelpPage : public Page {
  Q_OBJECT
public:
  explicit HelpPage(QWidget* parent = nullptr);

  QString statusText() const override { return {}; }
  qint64 hiddenRows() const override { return 0; }
  void clearFilter() override;
  void find() override;
  void refresh() override {}
  void setTeams(const QStringList&) override {}

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void seek();

  QLineEdit* m_typed;
  QListWidget* m_parts;
  MarkdownView* m_text;
};

/// The part of the README that is for users of the installed program: without pictures and what is for developers.
QString helpText();

} // namespace ui
