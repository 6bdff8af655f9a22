// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/choicepopup.h"
#include "ui/theme/tokens.h"

#include <QPushButton>
#include <functional>
#include <optional>

namespace ui {

/// What a chip of a list stands for. With a value it is switched on and off; with choices it drops down.
struct ChipSpec {
  QString key;   ///< of Query::filters
  QString label; ///< "Overdue", "Waiting on"
  QString value; ///< what a switch filters by
  QString icon;  ///< of resources/icons, or empty
  Tone tone = Tone::Neutral;
  std::function<std::vector<Choice>()> choices; ///< asked each time it opens
  /// A choice beyond those, from what is typed or from its value; nothing when it is none. May be left out.
  std::function<std::optional<Choice>(const QString&)> own = {};
};

/// A filter as a pill: a switch with its count, or a drop-down of choices; with an × while it narrows the list.
class FilterChip : public QPushButton {
  Q_OBJECT
public:
  explicit FilterChip(ChipSpec spec, QWidget* parent = nullptr);

  const ChipSpec& spec() const { return m_spec; }
  bool isDropDown() const { return bool(m_spec.choices); }

  /// The values it filters by now; empty when it does not.
  const QStringList& values() const { return m_values; }
  void setValues(const QStringList& values);
  void setCount(std::optional<qint64> count);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
  void valuesChanged(const QStringList& values);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Parts;
  Parts parts() const;
  void press();
  void change(const QStringList& values);
  std::vector<Choice> choices() const;

  ChipSpec m_spec;
  QStringList m_values;
  QString m_chosen; ///< the texts of the values of a drop-down
  std::optional<qint64> m_count;
};

} // namespace ui
