// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payors/question.h"

#include "core/search/named.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <unordered_set>

namespace participation {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Participation)
};

constexpr size_t mostQuestions = 6;

/// The words of a question as people part them.
struct Words {
  QString provider, payor, practice, day;
};

std::optional<Words> takenApart(const QString& line) {
  static const QRegularExpression form(
      QStringLiteral("\\A(?:is\\s+)?(?:dr\\.?\\s+)?(?<who>.+?)\\s+(?:in-network\\s+)?with\\s+(?<payor>.+?)"
                     "(?:\\s+at\\s+(?<where>.+?))?(?:\\s+on\\s+(?<day>.+?))?\\s*\\?*\\z"),
      QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
  const auto found = form.match(line.simplified());
  if (!found.hasMatch())
    return {};
  return Words{found.captured(QStringLiteral("who")), found.captured(QStringLiteral("payor")),
               found.captured(QStringLiteral("where")), found.captured(QStringLiteral("day"))};
}

QString shownName(db::Database& database, const char* sql, qint64 id) {
  return database.text(QString::fromLatin1(sql), {id});
}

/// "from 1 Jan 2025 to 31 Dec 2026" as far as it is known.
QString term(const Answer& answer, QDate today) {
  const QString from = shownDate(answer.effective, today), to = shownDate(answer.end, today);
  if (!from.isEmpty() && !to.isEmpty())
    return Say::tr("from %1 to %2").arg(from, to);
  if (!from.isEmpty())
    return Say::tr("since %1").arg(from);
  return to.isEmpty() ? QString() : Say::tr("to %1").arg(to);
}

QString expectation(const Expected& expected, QDate today) {
  switch (expected.from) {
  case Expected::From::EffectiveDate:
    return Say::tr("Effective %1.").arg(shownDate(expected.date, today));
  case Expected::From::History:
    return Say::tr("Expected %1 (median of %3 own cases; 80 % by %2).")
        .arg(shownDate(expected.date, today), shownDate(expected.late, today))
        .arg(expected.cases);
  case Expected::From::UsualDays:
    return Say::tr("Expected %1 (the payor's usual days).").arg(shownDate(expected.date, today));
  case Expected::From::Nothing:
    break;
  }
  return Say::tr("No date is known yet.");
}

} // namespace

std::optional<Asked> readQuestion(db::Database& database, const QString& line, QDate today,
                                  const AddBusinessDays& addBusinessDays) {
  const auto words = takenApart(line);
  if (!words)
    return {};
  Question question;
  question.day = today;
  if (!words->day.isEmpty()) {
    const auto day = typedDate(words->day, today, addBusinessDays);
    if (!day.isOk() || !day->isValid())
      return Asked{{}, Say::tr("“%1” is no date.").arg(words->day)};
    question.day = *day;
  }
  const auto nobody = [](const QString& typed) { return Asked{{}, Say::tr("Nothing is called “%1”.").arg(typed)}; };
  const named::Fitting providers = named::providers(database, words->provider);
  if (providers.empty())
    return nobody(words->provider);
  const named::Fitting payors = named::payors(database, words->payor);
  if (payors.empty())
    return nobody(words->payor);
  named::Fitting practices{{0, {}}};
  if (!words->practice.isEmpty())
    practices = named::practices(database, words->practice);
  if (practices.empty())
    return nobody(words->practice);
  if (providers.size() > mostQuestions)
    return Asked{{}, named::severalFit(words->provider, providers)};
  if (payors.size() > mostQuestions)
    return Asked{{}, named::severalFit(words->payor, payors)};
  // Where there is an enrollment comes first: among very many places it must be one of those that are answered.
  Asked asked;
  std::vector<Question> without;
  for (const auto& provider : providers)
    for (const auto& payor : payors) {
      std::unordered_set<qint64> enrolled;
      database.each(QStringLiteral("SELECT practice_id FROM enrollment WHERE provider_id = ? AND payor_id = ?"),
                    {provider.id, payor.id}, [&](db::Row& row) { enrolled.insert(row.number()); });
      for (const auto& practice : practices)
        (enrolled.contains(practice.id) || (practice.id == 0 && !enrolled.empty()) ? asked.questions : without)
            .push_back({{provider.id}, {payor.id}, {practice.id}, question.day});
    }
  asked.questions.insert(asked.questions.end(), without.begin(), without.end());
  asked.questions.resize(std::min(asked.questions.size(), mostQuestions));
  return asked;
}

Said said(db::Database& database, const Question& question, const Answer& answer, QDate today) {
  Said said;
  const QString provider =
      shownName(database, "SELECT last_name || ', ' || first_name FROM provider WHERE id = ?", question.provider.value);
  const QString payor = shownName(database, "SELECT name FROM payor WHERE id = ?", question.payor.value);
  const QString practice = shownName(database, "SELECT name FROM practice WHERE id = ?", question.practice.value);
  const QString day = question.day == today ? Say::tr("today") : Say::tr("on %1").arg(shownDate(question.day, today));
  said.question = practice.isEmpty() ? Say::tr("%1 with %2 %3").arg(provider, payor, day)
                                     : Say::tr("%1 with %2 at %3 %4").arg(provider, payor, practice, day);
  const QString claims = answer.claims.isEmpty() ? QString() : Say::tr("Claims: %1.").arg(answer.claims);
  QStringList reason;
  switch (answer.standing) {
  case Standing::Yes:
    said.word = Say::tr("Yes");
    if (const QString when = term(answer, today); !when.isEmpty())
      reason << Say::tr("Participating %1.").arg(when);
    else
      reason << Say::tr("Participating; no effective date is kept.");
    break;
  case Standing::PastEnd:
    said.word = Say::tr("Past its end");
    reason << Say::tr("The participation ended %1 and nothing newer is kept.").arg(shownDate(answer.end, today));
    break;
  case Standing::Pending:
    said.word = Say::tr("Pending");
    reason << answer.status + QLatin1Char('.') << expectation(answer.expected, today);
    break;
  case Standing::No:
    said.word = Say::tr("No");
    reason << (answer.enrollment.isValid() ? answer.status + QLatin1Char('.') : Say::tr("There is no enrollment."));
    break;
  }
  if (!claims.isEmpty())
    reason << claims;
  said.reason = reason.join(QLatin1Char(' '));
  return said;
}

} // namespace participation
