// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <functional>

namespace ui {

/// Tells widgets of another style no more often than they need it: each once however many styles follow one another,
/// and those of a page that lies below another one when it is seen again.
class Restyling : public QObject {
public:
  using QObject::QObject;

  /// `off` takes the style off that was, `on` puts the new one on.
  void turn(const std::function<void()>& off, const std::function<void()>& on);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  bool isHidden(const QObject* widget) const;

  bool m_isOff = false;          ///< for the moment there is no style, which nobody is told
  QSet<const QObject*> m_hidden; ///< pages that are told when they are shown
};

} // namespace ui
