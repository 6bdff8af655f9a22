// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberformat.h"

#include <QDate>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace exchange {
namespace {

constexpr double lastSerial = 2958465; // 9999-12-31

std::string isoDate(qint64 serial, bool from1904) {
  if (!from1904 && serial == 60)
    return "1900-02-29";
  const QDate start = from1904 ? QDate(1904, 1, 1) : serial < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
  return start.addDays(serial).toString(Qt::ISODate).toStdString();
}

std::string serialAsText(double serial, const CellStyle& style, bool from1904) {
  double day = std::floor(serial);
  auto second = static_cast<int>(std::llround((serial - day) * 86400));
  if (second == 86400) {
    second = 0;
    ++day;
  }
  std::string text;
  const bool noDay = day < 1 && !from1904; // 0 is what a formula makes of an empty cell
  if ((style.date && !noDay) || day >= 1)
    text = isoDate(static_cast<qint64>(day), from1904);
  if (style.time && !(style.date && noDay && second == 0)) {
    char clock[16];
    const int size = style.seconds ? std::snprintf(clock, sizeof clock, "%02d:%02d:%02d", second / 3600,
                                                   second / 60 % 60, second % 60)
                                   : std::snprintf(clock, sizeof clock, "%02d:%02d", second / 3600, second / 60 % 60);
    if (!text.empty())
      text += ' ';
    text.append(clock, static_cast<size_t>(size));
  }
  return text;
}

std::string plainNumber(double value) {
  char text[400];
  if (std::floor(value) == value && std::abs(value) < 1e15)
    return std::to_string(static_cast<qint64>(value));
  // A spreadsheet shows at most 15 digits: 0.1 + 0.2 is stored as 0.30000000000000004.
  std::snprintf(text, sizeof text, "%.15g", value);
  const std::string_view rounded(text);
  std::from_chars(text, text + rounded.size(), value);
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
  return {text, end};
}

/// The digits of value put into the places of the pattern's zeros, from the right.
std::string intoPattern(qint64 value, const std::string& pattern) {
  std::string digits = std::to_string(value);
  std::string text;
  for (auto place = pattern.rbegin(); place != pattern.rend(); ++place) {
    if (*place != '0') {
      text += *place;
      continue;
    }
    text += digits.empty() ? '0' : digits.back();
    if (!digits.empty())
      digits.pop_back();
  }
  text.append(digits.rbegin(), digits.rend());
  return {text.rbegin(), text.rend()};
}

} // namespace

CellStyle builtInFormat(int id) {
  CellStyle style;
  style.time = (id >= 18 && id <= 22) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56;
  style.date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
               id == 57 || id == 58;
  style.seconds = id == 19 || id == 21 || id == 33 || id == 35 || (id >= 45 && id <= 47) || id == 56;
  return style;
}

CellStyle formatFromCode(const QString& code) {
  CellStyle style;
  QString shown;   // the letters that stand for a part of the number
  QString literal; // the same with the quoted and escaped ones, for digit patterns
  for (qsizetype i = 0; i < code.size() && code[i] != QLatin1Char(';'); ++i) {
    const QChar c = code[i];
    if (c == QLatin1Char('"')) {
      const qsizetype close = code.indexOf(c, i + 1);
      if (close < 0)
        break;
      literal += code.mid(i + 1, close - i - 1);
      i = close;
    } else if (c == QLatin1Char('\\') || c == QLatin1Char('_') || c == QLatin1Char('*')) {
      ++i;
      if (c == QLatin1Char('\\') && i < code.size())
        literal += code[i];
    } else if (c == QLatin1Char('[')) {
      const qsizetype close = code.indexOf(QLatin1Char(']'), i);
      if (close < 0)
        break;
      const QString inside = code.mid(i + 1, close - i - 1).toLower();
      if (!inside.isEmpty() && inside.count(inside[0]) == inside.size() && QStringLiteral("hms").contains(inside[0]))
        shown += inside[0] == QLatin1Char('m') ? QLatin1Char('h') : inside[0]; // [mm]: elapsed minutes, no month
      i = close;
    } else {
      shown += c.toLower();
      literal += c;
    }
  }
  if (shown == QLatin1String("general") || shown == QLatin1String("standard"))
    return style;
  style.seconds = shown.contains(QLatin1Char('s'));
  style.time = shown.contains(QLatin1Char('h')) || style.seconds; // an m beside them is a minute
  style.date = shown.contains(QLatin1Char('d')) || shown.contains(QLatin1Char('y')) ||
               (shown.contains(QLatin1Char('m')) && !style.time);
  const bool pattern = literal.count(QLatin1Char('0')) > 1 && std::all_of(literal.begin(), literal.end(), [](QChar c) {
                         return c == QLatin1Char('0') || c == QLatin1Char('-');
                       });
  if (pattern && !style.date && !style.time)
    style.digits = literal.toStdString();
  return style;
}

std::string numberAsText(std::string_view number, const CellStyle& style, bool from1904) {
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value))
    return std::string(number);
  if ((style.date || style.time) && value >= 0 && value <= lastSerial)
    return serialAsText(value, style, from1904);
  if (!style.digits.empty() && value >= 0 && value < 1e15 && std::floor(value) == value)
    return intoPattern(static_cast<qint64>(value), style.digits);
  return plainNumber(value);
}

} // namespace exchange
