// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/formrows.h"

#include <QFrame>

class QHBoxLayout;

namespace ui {

class DraftLine;

/// Rows of a record on a card of a page, edited in place: as soon as something is changed, Save (Enter) and Discard
/// (Esc) stand beside the title. What is typed and not saved when the page goes is kept as a draft.
class FormCard : public QFrame, public FormRows {
  Q_OBJECT
public:
  FormCard(const QString& draftKey, const QString& title, QWidget* parent = nullptr);
  ~FormCard() override;

  void setReread(std::function<QVariantMap()> reread) { m_reread = std::move(reread); }
  /// To be called once all rows have their values.
  void open();
  /// Shows what is on file now; what is being typed stays.
  void reread();
  void save();
  /// One more button beside the title.
  void addButton(QWidget* button);

protected:
  void edited() override;
  void left() override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void offer(bool changed);
  void undoTyping();

  QHBoxLayout* m_head;
  QWidget* m_offer;
  DraftLine* m_restored;
  std::function<QVariantMap()> m_reread;
  bool m_opened = false;
};

} // namespace ui
