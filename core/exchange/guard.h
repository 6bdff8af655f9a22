// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace exchange {

/// Whether text would read as a formula in a spreadsheet once its leading apostrophes were gone: apostrophes, none or
/// more, and then one of = + - @ TAB CR (OWASP ASVS 1.2.10). Such a text is written with one more apostrophe.
constexpr bool needsGuard(std::string_view text) {
  const size_t first = text.find_first_not_of('\'');
  if (first == std::string_view::npos)
    return false;
  const char c = text[first];
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

/// The text without the apostrophe that guarded it: the reverse of writing it guarded, whatever it held.
constexpr std::string_view unguard(std::string_view text) {
  if (!text.empty() && text.front() == '\'' && needsGuard(text))
    text.remove_prefix(1);
  return text;
}

} // namespace exchange
