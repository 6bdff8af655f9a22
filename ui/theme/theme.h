// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QObject>

class QApplication;
class QPalette;
class QPushButton;
class QWidget;

namespace ui {

class Restyling;
class SystemScheme;

/// The tokens in force: light or dark, as the system or the View menu says.
const Tokens& tokens();

/// A size of tokens.h in pixels of this screen at the zoom in force.
int px(int size);

/// The roles a font can have; all are the system's family in the sizes of tokens.h.
enum class Face { Body, Strong, Second, SecondStrong, Title };
QFont fontOf(Face face);
/// Gives a widget the font of a role, kept through changes of zoom.
void setFace(QWidget* widget, Face face);

/// What an icon or a word is drawn in.
enum class Ink { Text, Second, Accent, OnAccent, Neutral, Late, Soon, Done, Waiting };
QColor ink(Ink role);
Ink inkOf(Tone tone);

/// A line icon of resources/icons in the colour of its role; it follows a change of theme by itself.
QIcon icon(const QString& name, Ink role = Ink::Text);

/// Puts it before a button's words (to be set first), with room between.
void setButtonIcon(QPushButton* button, const QString& name, Ink role = Ink::Text);

/// The icon as drawn now, `size` pixels wide on a screen of that ratio. Cached.
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal ratio);

/// The palette of widgets, and of the few words the style sheet has no selector for.
QPalette paletteOf(const Tokens& tokens);

/// The one style sheet over Fusion.
QString styleSheetOf(const Tokens& tokens);

/// The ratio of WCAG 2 between two colours, 1 to 21.
double contrast(const QColor& one, const QColor& other);

/// Puts fonts, style, palette and style sheet on the application and keeps them with the system's light or dark.
class Theme : public QObject {
  Q_OBJECT
public:
  enum class Mode { System, Light, Dark };

  explicit Theme(QApplication& application);
  ~Theme() override;

  Mode mode() const { return m_mode; }
  void setMode(Mode mode);

  /// 1 is normal; kept within 0.75 and 2.
  double zoom() const;
  void setZoom(double zoom);

Q_SIGNALS:
  void changed();

private:
  void apply();

  QApplication& m_application;
  SystemScheme* m_system;
  Restyling* m_restyling;
  Mode m_mode = Mode::System;
};

} // namespace ui
