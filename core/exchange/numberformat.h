// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace exchange {

/// What a cell's style says about the number in it and about how it looks.
struct CellStyle {
  bool date = false;    ///< the number is a serial, and a day is shown
  bool time = false;    ///< the number is a serial, and hours or minutes are shown
  bool seconds = false; ///< seconds are shown too
  bool filled = false;  ///< stands on a fill colour that a person sees
  std::string digits;   ///< "00000", "000-00-0000": digits shown with leading zeros and hyphens; else empty
};

/// Reads one of the built-in number formats (ECMA-376 18.8.30), those of East Asia included.
CellStyle builtInFormat(int id);

/// Reads a format code such as [$-409]d-mmm-yy;@ — letters in quotes, brackets and behind a backslash say nothing.
CellStyle formatFromCode(const QString& code);

/// A number cell as text: plain shortest digits (never 1.23E+09), or by its style an ISO date, date and time, or time.
/// In the 1900 date system serial 60 is the 29 February 1900 that never was; it is given as that.
std::string numberAsText(std::string_view number, const CellStyle& style, bool from1904);

} // namespace exchange
