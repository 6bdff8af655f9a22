// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/measures.h"
#include "ui/theme/restyling.h"
#include "ui/theme/style.h"
#include "ui/theme/systemscheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QScreen>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

Tokens current = lightTokens();
double currentZoom = 1;

double pixelsPerSize() {
  const QScreen* screen = QGuiApplication::primaryScreen();
  const double dpi = screen ? screen->logicalDotsPerInchY() / 96 : 1;
  return currentZoom * std::max(1.0, dpi);
}

/// True for what a system without a font of its own for windows answers; Inter reads better than that.
bool isStandIn(const QFont& font) {
  static const QStringList names{
      QStringLiteral("Sans"),        QStringLiteral("Sans Serif"),          QStringLiteral("Helvetica"),
      QStringLiteral("DejaVu Sans"), QStringLiteral("Bitstream Vera Sans"), QStringLiteral("Liberation Sans")};
  return names.contains(font.family(), Qt::CaseInsensitive) || names.contains(QFontInfo(font).family());
}

void useFont(QApplication& application) {
  for (const auto& file : {QStringLiteral(":/fonts/Inter-Regular.otf"), QStringLiteral(":/fonts/Inter-SemiBold.otf")})
    QFontDatabase::addApplicationFont(file);
  QFont base = application.font();
  if (isStandIn(base))
    base.setFamilies({QStringLiteral("Inter")});
  base.setPointSizeF(type::body * currentZoom);
  application.setFont(base);
}

} // namespace

const Tokens& tokens() { return current; }

int px(int size) { return int(std::lround(size * pixelsPerSize())); }

QFont fontOf(Face face) {
  QFont result = QApplication::font();
  const bool small = face == Face::Second || face == Face::SecondStrong;
  result.setPointSizeF((face == Face::Title ? type::title : small ? type::second : type::body) * currentZoom);
  if (face == Face::Title || face == Face::Strong || face == Face::SecondStrong)
    result.setWeight(QFont::DemiBold);
  return result;
}

void setFace(QWidget* widget, Face face) {
  widget->setProperty("face", int(face));
  widget->setFont(fontOf(face));
}

QColor ink(Ink role) {
  switch (role) {
  case Ink::Text:
    return current.text;
  case Ink::Second:
    return current.second;
  case Ink::Accent:
    return current.accent;
  case Ink::OnAccent:
    return current.onAccent;
  case Ink::Neutral:
    return current.neutral.text;
  case Ink::Late:
    return current.late.text;
  case Ink::Soon:
    return current.soon.text;
  case Ink::Done:
    return current.done.text;
  case Ink::Waiting:
    return current.waiting.text;
  }
  return current.text;
}

Ink inkOf(Tone tone) {
  switch (tone) {
  case Tone::Late:
    return Ink::Late;
  case Tone::Soon:
    return Ink::Soon;
  case Tone::Done:
    return Ink::Done;
  case Tone::Waiting:
    return Ink::Waiting;
  case Tone::Neutral:
    break;
  }
  return Ink::Neutral;
}

double contrast(const QColor& one, const QColor& other) {
  const auto light = [](const QColor& colour) {
    const auto part = [](double value) {
      return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
  };
  const auto [dim, bright] = std::minmax({light(one), light(other)});
  return (bright + 0.05) / (dim + 0.05);
}

QPalette paletteOf(const Tokens& t) {
  QPalette palette;
  const auto set = [&palette](std::initializer_list<QPalette::ColorRole> roles, const QColor& colour) {
    for (auto role : roles)
      palette.setColor(QPalette::All, role, colour);
  };
  set({QPalette::Window}, t.window);
  set({QPalette::Base, QPalette::Button, QPalette::ToolTipBase}, t.surface);
  set({QPalette::AlternateBase, QPalette::Midlight}, t.raised);
  set({QPalette::Mid, QPalette::Dark, QPalette::Light}, t.line);
  set({QPalette::Shadow}, t.shade);
  set({QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText},
      t.text);
  set({QPalette::Highlight}, t.selection);
  set({QPalette::HighlightedText}, t.text);
  set({QPalette::Link, QPalette::LinkVisited}, t.accent);
  set({QPalette::PlaceholderText}, t.second);
  for (auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
    palette.setColor(QPalette::Disabled, role, t.second);
  return palette;
}

Theme::Theme(QApplication& application)
    : m_application(application), m_system(new SystemScheme(this)), m_restyling(new Restyling(this)) {
  application.setStyle(new Style);
  QApplication::setKeyboardInputInterval(span::naming);
  useFont(application);
  connect(m_system, &SystemScheme::changed, this, [this] {
    if (m_mode == Mode::System)
      apply();
  });
  apply();
}

Theme::~Theme() = default;

void Theme::setMode(Mode mode) {
  m_mode = mode;
  apply();
}

double Theme::zoom() const { return currentZoom; }

void Theme::setZoom(double zoom) {
  const double before = pixelsPerSize();
  currentZoom = std::clamp(zoom, 0.75, 2.0);
  rescale(before, pixelsPerSize()); // first: what measures its words does so when the font changes
  QFont base = m_application.font();
  base.setPointSizeF(type::body * currentZoom);
  m_application.setFont(base);
  apply();
}

void Theme::apply() {
  const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_system->isDark());
  current = dark ? darkTokens() : lightTokens();
  // Where one sheet follows another, Qt looks a widget's style up once for itself and once for each that it is in.
  m_restyling->turn([this] { m_application.setStyleSheet({}); },
                    [this] {
                      m_application.setPalette(paletteOf(current));
                      m_application.setStyleSheet(styleSheetOf(current));
                    });
  for (QWidget* widget : QApplication::allWidgets())
    if (const QVariant face = widget->property("face"); face.isValid())
      widget->setFont(fontOf(Face(face.toInt())));
  Q_EMIT changed();
}

} // namespace ui
