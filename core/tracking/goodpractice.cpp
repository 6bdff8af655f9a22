// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/goodpractice.h"

#include "core/base/text.h"
#include "core/tracking/forecast.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace goodpractice {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(GoodPractice)
};

constexpr int shortestPart = 3; // letters of a part of a name that is looked for by itself

/// Whether a text names a person: by the whole name in any case, or by a part of it, spelt with its capital, anywhere
/// but at the beginning of a sentence, where "Will" and "Mark" are words.
bool names(const QString& text, const QString& person) {
  if (text.isEmpty() || person.isEmpty())
    return false;
  const auto word = [](const QString& of) { return QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(of)); };
  constexpr auto options = QRegularExpression::UseUnicodePropertiesOption;
  if (QRegularExpression(word(folded(person)), options).match(folded(text)).hasMatch())
    return true;
  for (const QString& part : person.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    if (part.size() < shortestPart || !part.front().isUpper())
      continue;
    for (auto found = QRegularExpression(word(part), options).globalMatch(text); found.hasNext();) {
      const QString before = text.left(found.next().capturedStart()).trimmed();
      if (!before.isEmpty() && !QStringLiteral(".:!?").contains(before.back()))
        return true;
    }
  }
  return false;
}

} // namespace

Office officeOf(db::Database& database, const QString& type, const QString& subtype) {
  Office office;
  database.each(QStringLiteral("SELECT name FROM coordinator ORDER BY sort_name"), {},
                [&](db::Row& row) { office.coordinators << row.text(); });
  const auto took = forecast::stepHistory(database, type, subtype);
  for (auto one = took.begin(); one != took.end(); ++one)
    office.medianDays.insert(one.key(), one->median);
  return office;
}

std::vector<Hint> hints(std::span<const TemplateStep> steps, const Office& office) {
  std::vector<Hint> all;
  if (steps.size() > manySteps)
    all.push_back({-1, {}, Say::tr("%1 steps are many: fewer are easier to follow and to keep up.").arg(steps.size())});
  for (size_t i = 0; i < steps.size(); ++i) {
    const TemplateStep& step = steps[i];
    const auto hint = [&](const char* field, const QString& sentence) {
      all.push_back({int(i), QString::fromLatin1(field), sentence});
    };
    if (step.name.size() > longName)
      hint("name", Say::tr("The name is long: keep it short and say the rest in the description."));
    if (step.description.trimmed().isEmpty())
      hint("description", Say::tr("There is no description: say what is to be done, where and with what."));
    else if (step.description.trimmed().size() < shortDescription)
      hint("description", Say::tr("The description is short: somebody new should know from it what to do."));
    const auto median = office.medianDays.constFind(folded(step.name));
    if (median != office.medianDays.constEnd() && step.tat && *step.tat < *median)
      hint("tat", Say::tr("%1 business days are tight: half of your own took %2 or more.").arg(*step.tat).arg(*median));
    for (const QString& person : office.coordinators) {
      const char* field = names(step.name, person)          ? "name"
                          : names(step.description, person) ? "description"
                          : names(step.role, person)        ? "role"
                                                            : nullptr;
      if (field) {
        hint(field, Say::tr("%1 is named: say the role instead, people change.").arg(person));
        break;
      }
    }
  }
  return all;
}

} // namespace goodpractice
