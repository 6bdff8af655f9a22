// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace ui {

/// Fusion, with ticks in the tokens' colours (a style sheet can not recolour their picture), mnemonics underlined
/// while Alt is held only, and our own mark to clear a field.
class Style : public QProxyStyle {
  Q_OBJECT
public:
  Style();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* returned) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  using QProxyStyle::polish;
  /// Labels and tips say what they are given, letter by letter: a name may have a < in it.
  void polish(QWidget* widget) override;
  QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace ui
