// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace ui {

/// One of several values to choose.
struct Choice {
  QString value;
  QString text;
  QString icon; ///< of resources/icons, or empty
};

/// A drop-down of ticks with type-ahead: typing narrows, Enter or a click ticks, Esc closes. Closes itself.
class ChoicePopup : public QFrame {
  Q_OBJECT
public:
  ChoicePopup(const QString& name, std::vector<Choice> choices, const QStringList& ticked, QWidget* parent);

  /// What is typed may be a choice of its own.
  void setOwn(std::function<std::optional<Choice>(const QString&)> own) { m_own = std::move(own); }

  /// Opens below `anchor`, kept on its screen.
  void openBelow(QWidget* anchor);
  void openAt(const QPoint& global);

  QStringList ticked() const;

Q_SIGNALS:
  /// A tick was set or taken away: all ticked values now, in the order of the choices.
  void chosen(const QStringList& values);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

private:
  void narrow(const QString& text);
  void add(const Choice& choice, bool ticked);
  void turnCurrent();

  QLineEdit* m_typed;
  QListWidget* m_list;
  QPointer<QWidget> m_anchor;
  std::function<std::optional<Choice>(const QString&)> m_own;
};

} // namespace ui
