// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/wideheading.h"

#include "core/credentials/shippedtypes.h"
#include "core/exchange/values.h"

#include <QStringList>
#include <algorithm>
#include <vector>

namespace exchange {
namespace {

struct PartWords {
  WideHeading::Part part;
  const char* words; // parted by bars
};

constexpr PartWords partWords[] = {
    {WideHeading::Number, "#|number|no|num|nbr|id|id #|id number"},
    {WideHeading::State, "state|st"},
    {WideHeading::Issuer, "issuer|issued by|carrier|company|insurer|issuing agency|issuing body"},
    {WideHeading::Issued, "issued|issue|issue date|issued date|issued on|date issued|effective|effective date|eff|eff "
                          "date|start|start date"},
    {WideHeading::Expires,
     "exp|expires|expire|expiration|expiry|exp date|expires on|expire date|expiration date|expiry "
     "date|exp dt|end date|due|due date|renewal|renewal date|valid until|valid through"},
    {WideHeading::Verified, "verified|verified on|verification date|date verified"},
};

/// "GA License # (exp. of)" → "GA", "License", "#", "exp".
QStringList wordsOf(const QString& heading) {
  QStringList words;
  QString word;
  const auto finish = [&] {
    if (!word.isEmpty() && word.toLower() != QLatin1String("of"))
      words += word;
    word.clear();
  };
  for (const QChar c : heading) {
    if (c.isLetterOrNumber()) {
      word += c;
    } else if (c != QLatin1Char('\'') && c != QChar(0x2019)) {
      finish();
      if (c == QLatin1Char('#'))
        words += QStringLiteral("#");
    }
  }
  finish();
  return words;
}

bool isShipped(const QString& type) {
  const auto& all = shippedTypes();
  return std::any_of(all.begin(), all.end(), [&](const ShippedType& one) { return one.type.name == type; });
}

/// The words with their part taken off the end, else off the start; the longest that fits.
WideHeading::Part takePart(QStringList& words) {
  WideHeading::Part found = WideHeading::Bare;
  qsizetype longest = 0;
  bool atEnd = false;
  for (const PartWords& one : partWords)
    for (const QString& name : QString::fromLatin1(one.words).split(QLatin1Char('|'))) {
      const QStringList sought = name.split(QLatin1Char(' '));
      const auto same = [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) == 0; };
      if (sought.size() >= words.size())
        continue; // a type must be left
      const bool ends = std::equal(sought.rbegin(), sought.rend(), words.rbegin(), same);
      const bool starts = std::equal(sought.begin(), sought.end(), words.begin(), same);
      if ((ends && (!atEnd || sought.size() > longest)) || (starts && !atEnd && sought.size() > longest)) {
        found = one.part;
        longest = sought.size();
        atEnd = ends;
      }
    }
  if (!atEnd && isShipped(documentTypeName(words.join(QLatin1Char(' ')))))
    return WideHeading::Bare; // "State License"
  words = atEnd ? words.mid(0, words.size() - longest) : words.mid(longest);
  return found;
}

void takeWhich(QStringList& words, int& which) {
  bool isNumber = false;
  const int number = words.back().toInt(&isNumber);
  if (!isNumber || words.size() < 2 || number < 1 || number > 9)
    return;
  which = number;
  words.removeLast();
}

/// A state at the start or the end. A code counts in capitals alone: "in" and "or" are words. Before a licence MD and
/// PA are what its holder is, more often than Maryland and Pennsylvania: it is left without a state.
QString takeState(QStringList& words) {
  for (const bool first : {true, false})
    for (qsizetype length = std::min<qsizetype>(3, words.size() - 1); length > 0; --length) {
      const qsizetype from = first ? 0 : words.size() - length;
      const QString name = words.mid(from, length).join(QLatin1Char(' '));
      const QString code = stateCode(name.toLower());
      const bool isState =
          name.size() == 2 ? code == name && name == name.toUpper() : code.size() == 2 && name.size() > 3;
      if (!isState)
        continue;
      words.erase(words.begin() + from, words.begin() + from + length);
      const bool isDegree = first && (name == QLatin1String("MD") || name == QLatin1String("PA"));
      return isDegree ? QString() : code;
    }
  return {};
}

} // namespace

std::optional<WideHeading> readWideHeading(const QString& heading) {
  constexpr qsizetype longest = 80; // what is longer is no heading
  if (heading.size() > longest)
    return {};
  QStringList words = wordsOf(heading);
  if (words.isEmpty())
    return {};
  WideHeading read;
  takeWhich(words, read.which); // "License # 2"
  read.part = takePart(words);
  takeWhich(words, read.which); // "License 2 #"
  read.type = documentTypeName(words.join(QLatin1Char(' ')));
  if (!isShipped(read.type)) { // "State License" is a type, "GA License" one with its state
    read.state = takeState(words);
    read.type = documentTypeName(words.join(QLatin1Char(' ')));
  }
  if (!isShipped(read.type))
    return {};
  return read;
}

} // namespace exchange
