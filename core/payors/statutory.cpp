// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/statutory.h"

#include <QCoreApplication>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Statutory)
};

constexpr StatutoryLaw laws[] = {
    {"CA", 90, false, QT_TR_NOOP("The payor must decide within 90 days; then approval is provisional."),
     "CA Ins. Code 10144.565"},
    {"IN", 30, true, QT_TR_NOOP("The payor must say within 30 business days what is missing."), "IC 27-13-43-2"},
    {"RI", 45, false, QT_TR_NOOP("The payor must decide within 45 days."), "R.I. Gen. Laws 27-20-70"},
    {"TX", 60, false, QT_TR_NOOP("The payor must decide within 60 days; then the provider may be paid provisionally."),
     "TX Ins. Code 1457.002"},
};

} // namespace

std::span<const StatutoryLaw> statutoryLaws() { return laws; }

std::optional<StatutoryLimit> statutoryLimit(const QString& state, QDate submitted, const Calendar& calendar) {
  if (!submitted.isValid())
    return {};
  for (const StatutoryLaw& law : laws)
    if (state == QLatin1String(law.state))
      return StatutoryLimit{law.inBusinessDays ? addBusinessDays(submitted, law.days, calendar)
                                               : submitted.addDays(law.days),
                            Say::tr(law.says), QString::fromLatin1(law.source)};
  return {};
}
