// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPageSize>
#include <array>

/// How a report looks on paper: every size (in points) and colour of it, in this one place.
namespace report::paper {

/// Dots per inch that pages are set in, wherever they are painted: whole units are fine enough for type and short to
/// write, and what is shown and printed breaks its lines like the file.
inline constexpr int Resolution = 1200;

inline constexpr qreal Margin = 36;       ///< white on all four sides
inline constexpr qreal TitleSize = 15;    ///< the title on the first page
inline constexpr qreal SecondSize = 8.5;  ///< team, day, filters below it
inline constexpr qreal RunningSize = 7.5; ///< the line at the head and foot of the later pages
inline constexpr std::array BodySizes{9.0, 8.5, 8.0,
                                      7.5, 7.0, 6.5}; ///< tried from the largest; smaller is not readable
inline constexpr qreal PortraitSize = 8.5;            ///< a table that fits upright at this size is set upright
inline constexpr qreal Leading = 1.24;                ///< from one line to the next, in ems
inline constexpr qreal CellGap = 0.95;                ///< between two columns, in ems
inline constexpr qreal CellPad = 0.28;                ///< above and below a row's text, in ems
inline constexpr qreal RowLine = 0.35;                ///< thickness of the line below a row
inline constexpr qreal HeadLine = 0.7;                ///< thickness of the line below the headings

inline constexpr qreal LogoWidth = 170;  ///< of a letterhead's picture, at most
inline constexpr qreal LogoHeight = 46;  ///< likewise
inline constexpr qreal LetterLine = 1.4; ///< thickness of the line below a letterhead

inline constexpr qreal PictureHeight = 220; ///< of what is drawn of a table's figures, at most

inline constexpr QRgb Text = 0xff1b2330;
inline constexpr QRgb Second = 0xff586377;
inline constexpr QRgb Line = 0xffdde2e9;
inline constexpr QRgb Strong = 0xff586377;

/// Letter where offices print on Letter (CLDR: the US, its neighbours and a few more), else A4.
QPageSize::PageSizeId usual();

} // namespace report::paper
