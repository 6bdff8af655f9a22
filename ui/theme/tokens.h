// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

/// Every colour, size and type size of the window. Nothing outside this file names a literal one.
namespace ui {

/// What a status says by its colour; an icon and a word always say it too.
enum class Tone { Neutral, Late, Soon, Done, Waiting };

/// Words on their ground.
struct Pair {
  QColor text;
  QColor back;
};

struct Tokens {
  bool dark = false;
  QColor window;    ///< the frame's ground
  QColor surface;   ///< lists and pages
  QColor raised;    ///< hover, header, count badges
  QColor line;      ///< hairlines
  QColor edge;      ///< the outline of what can be typed in or pressed
  QColor text;      ///< first
  QColor second;    ///< second lines, counts, disabled
  QColor accent;    ///< focus, links, the primary button's ground
  QColor onAccent;  ///< words on the primary button
  QColor pressed;   ///< the primary button under the pointer
  QColor selection; ///< selected rows and active chips
  QColor shade;     ///< what a popup casts
  Pair neutral, late, soon, done, waiting;

  const Pair& pair(Tone tone) const {
    switch (tone) {
    case Tone::Late:
      return late;
    case Tone::Soon:
      return soon;
    case Tone::Done:
      return done;
    case Tone::Waiting:
      return waiting;
    case Tone::Neutral:
      break;
    }
    return neutral;
  }
};

inline Tokens lightTokens() {
  return {.dark = false,
          .window = QColor(0xF6F7F9),
          .surface = QColor(0xFFFFFF),
          .raised = QColor(0xEEF1F5),
          .line = QColor(0xDDE2E9),
          .edge = QColor(0xDDE2E9),
          .text = QColor(0x1B2330),
          .second = QColor(0x586377),
          .accent = QColor(0x2456C8),
          .onAccent = QColor(0xFFFFFF),
          .pressed = QColor(0x1C48AE),
          .selection = QColor(0xDCE7FF),
          .shade = QColor(0x1B, 0x23, 0x30, 0x2E),
          .neutral = {QColor(0x48566A), QColor(0xE9EDF3)},
          .late = {QColor(0xB3261E), QColor(0xFCE9E7)},
          .soon = {QColor(0x8A5A00), QColor(0xFFF1D6)},
          .done = {QColor(0x1B6B3A), QColor(0xE2F4E8)},
          .waiting = {QColor(0x5A3FA0), QColor(0xEEE8FB)}};
}

inline Tokens darkTokens() {
  return {.dark = true,
          .window = QColor(0x16181D),
          .surface = QColor(0x1E2127),
          .raised = QColor(0x272B33),
          .line = QColor(0x343A45),
          .edge = QColor(0x434B59),
          .text = QColor(0xE7EAF0),
          .second = QColor(0xA3ADBD),
          .accent = QColor(0x8AB0FF),
          .onAccent = QColor(0x10192E),
          .pressed = QColor(0xA6C3FF),
          .selection = QColor(0x2A3B5F),
          .shade = QColor(0, 0, 0, 0x80),
          .neutral = {QColor(0xB9C3D3), QColor(0x2D333E)},
          .late = {QColor(0xFFB4AB), QColor(0x4A1F1C)},
          .soon = {QColor(0xFFD28A), QColor(0x463413)},
          .done = {QColor(0x8EDBA8), QColor(0x1C3B28)},
          .waiting = {QColor(0xCDBBFF), QColor(0x33294F)}};
}

/// Sizes in pixels at 96 dpi and normal zoom; px() makes them those of the screen.
namespace size {
constexpr int step = 4;
constexpr int gap = 8;      ///< between things of one group
constexpr int group = 24;   ///< between groups
constexpr int margin = 16;  ///< of a page
constexpr int row = 30;     ///< of a list
constexpr int cell = 12;    ///< left of a cell's words
constexpr int heading = 32; ///< a list's header
constexpr int control = 30; ///< buttons and fields
constexpr int chip = 28;    ///< and the smallest target
constexpr int pill = 20;
constexpr int header = 48; ///< the window's header bar
constexpr int status = 28; ///< the window's last line
constexpr int corner = 6;
constexpr int icon = 16;
constexpr int largeIcon = 20;
constexpr int emptyIcon = 40;
constexpr int avatar = 26;
constexpr int mark = 2;        ///< under the tab in front
constexpr int search = 260;    ///< width of a search field
constexpr int form = 520;      ///< width of a form
constexpr int label = 90;      ///< width of the names of fields on a card
constexpr int wide = 960;      ///< width of a dialog that holds a list
constexpr int tall = 620;      ///< and its height
constexpr int side = 200;      ///< width of a list of parts beside a page
constexpr int inspector = 388; ///< width of what is beside a list
constexpr int popup = 260;     ///< width of a drop-down
constexpr int scroll = 10;     ///< width of a scroll bar
} // namespace size

/// Sizes of type in points.
namespace type {
constexpr double body = 10;
constexpr double title = 13;
constexpr double second = 9;
} // namespace type

/// Times in milliseconds.
namespace span {
constexpr int toast = 10000;
constexpr int naming = 1000; // from one letter of a name that is gone to by typing it to the next
constexpr int typing = 150;  ///< from the last key to a new answer
} // namespace span

} // namespace ui
