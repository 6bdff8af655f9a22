// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/taskline.h"

#include "core/base/text.h"
#include "core/payors/payor.h"
#include "core/search/named.h"
#include "core/team/practice.h"
#include "core/team/provider.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TaskLine)
};

constexpr qsizetype longestDate = 3, longestName = 4, longestPayor = 6; // words
constexpr qsizetype shortestPayor = 3; // letters of a name that was cut short: "with a form" names none

Problem several(const char* field, const QString& typed, const named::Fitting& all) {
  return {QString::fromLatin1(field), named::severalFit(typed, all)};
}

/// A date that begins at a word, of as many words as it takes; how many that were, 0 for none.
qsizetype dateAt(const QStringList& words, qsizetype at, QDate today, const AddBusinessDays& addBusinessDays,
                 QDate& date) {
  for (qsizetype n = std::min(longestDate, words.size() - at); n > 0; --n)
    if (const auto read = typedDate(words.mid(at, n).join(QLatin1Char(' ')), today, addBusinessDays);
        read.isOk() && read->isValid()) {
      date = *read;
      return n;
    }
  return 0;
}

void take(QStringList& words, qsizetype at, qsizetype count) { words.remove(at, count); }

/// Takes "with Aetna" out, where a payor is called so; a Problem when several are.
std::optional<Problem> takePayor(db::Database& database, QStringList& words, Task& task) {
  for (qsizetype i = 0; i + 1 < words.size(); ++i) {
    if (words[i].compare(QLatin1String("with"), Qt::CaseInsensitive) != 0 || words[i + 1].size() < shortestPayor)
      continue;
    for (qsizetype n = std::min(longestPayor, words.size() - i - 1); n > 0; --n) {
      const QString typed = words.mid(i + 1, n).join(QLatin1Char(' '));
      const named::Fitting found = named::payors(database, typed);
      if (found.size() > 1)
        return several("payor", typed, found);
      if (found.size() == 1) {
        task.payor = {found.front().id};
        take(words, i, n + 1);
        return {};
      }
    }
  }
  return {};
}

/// The payor whose whole name stands among the words, the longest such name: "Aetna" in "Call Aetna about the gap".
/// The words of it stay where they are.
struct NamedPayor {
  Id<Payor> payor;
  QStringList words;
};
NamedPayor payorAmong(db::Database& database, const QStringList& words) {
  const QLatin1Char space(' ');
  const QString line = space + folded(words.join(space)) + space;
  NamedPayor best;
  qsizetype length = 0;
  database.each(QStringLiteral("SELECT id, name FROM payor ORDER BY sort_name, id"), {}, [&](db::Row& row) {
    const qint64 id = row.number();
    const QString name = row.text().simplified(), key = folded(name);
    if (key.size() > length && key.size() >= shortestPayor && line.contains(space + key + space)) {
      best = {{id}, name.split(space)};
      length = key.size();
    }
  });
  return best;
}

} // namespace

LiftedFollowUp liftFollowUp(const QString& name, QDate today, const AddBusinessDays& addBusinessDays) {
  static const QRegularExpression again(QStringLiteral("\\A\\(?(?:f/?u|follow-?up)[:.]?\\z"),
                                        QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression ends(QStringLiteral("\\A[\\s,;:-]+|[\\s,;:-]+\\z"));
  QStringList words = name.simplified().split(QLatin1Char(' '));
  for (qsizetype i = 0; i < words.size(); ++i) {
    qsizetype count = again.match(words[i]).hasMatch() ? 1 : 0;
    if (words[i].compare(QLatin1String("follow"), Qt::CaseInsensitive) == 0 && i + 1 < words.size() &&
        words[i + 1].compare(QLatin1String("up"), Qt::CaseInsensitive) == 0)
      count = 2;
    if (count == 0)
      continue;
    if (i + count < words.size() &&
        (words[i + count] == QLatin1String("on") || words[i + count] == QLatin1String("in")))
      ++count;
    QDate date;
    // A comma or colon behind the date belongs to the sentence, a bracket to what stood in front of it.
    QStringList plain = words;
    for (QString& word : plain)
      while (!word.isEmpty() && QStringView(u",;:)").contains(word.back()))
        word.chop(1);
    const qsizetype length = dateAt(plain, i + count, today, addBusinessDays, date);
    if (length == 0)
      continue;
    take(words, i, count + length);
    const QString left = words.join(QLatin1Char(' ')).remove(ends);
    return {left.isEmpty() ? name.simplified() : left, date};
  }
  return {name, {}};
}

Result<Task> readTaskLine(db::Database& database, const QString& line, Task task, QDate today,
                          const AddBusinessDays& addBusinessDays) {
  const LiftedFollowUp lifted = liftFollowUp(line, today, addBusinessDays);
  if (lifted.followUp.isValid())
    task.followUp = lifted.followUp;
  QStringList words = lifted.name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);

  for (qsizetype i = 0; i + 1 < words.size(); ++i) {
    if (words[i].compare(QLatin1String("due"), Qt::CaseInsensitive) != 0)
      continue;
    if (const qsizetype count = dateAt(words, i + 1, today, addBusinessDays, task.due)) {
      take(words, i, count + 1);
      break;
    }
  }

  for (qsizetype i = 0; i < words.size(); ++i) {
    if (!words[i].startsWith(QLatin1Char('@')) || words[i].size() < 2)
      continue;
    // As many words as are one person's name, one at least.
    named::Fitting found;
    qsizetype count = 1;
    bool isProvider = false;
    for (qsizetype n = std::min(longestName, words.size() - i); n > 0; --n) {
      const QString typed = words.mid(i, n).join(QLatin1Char(' ')).mid(1);
      found = named::coordinators(database, typed);
      isProvider = found.empty();
      if (isProvider)
        found = named::providers(database, typed);
      count = n;
      if (!found.empty())
        break;
    }
    const QString typed = words.mid(i, count).join(QLatin1Char(' ')).mid(1);
    if (found.empty())
      return Problem{QStringLiteral("assignee"), Say::tr("Nobody is called “%1”.").arg(typed)};
    if (found.size() > 1)
      return several("assignee", typed, found);
    task.assignee = isProvider ? Id<Coordinator>{} : Id<Coordinator>{found.front().id};
    task.assignedProvider = isProvider ? Id<Provider>{found.front().id} : Id<Provider>{};
    take(words, i, count);
    break;
  }

  const Id<Payor> before = task.payor;
  if (const auto problem = takePayor(database, words, task))
    return *problem;
  const NamedPayor among = task.payor == before ? payorAmong(database, words) : NamedPayor{};
  if (among.payor.isValid())
    task.payor = among.payor;

  const qsizetype last = words.lastIndexOf(QStringLiteral("for"));
  if (last > 0 && last + 1 < words.size()) {
    // "for Marten", and "for Marten Aetna" where the payor is named behind whom it is about.
    const QStringList all = words.mid(last + 1);
    std::vector<QStringList> tries{all};
    if (const qsizetype n = among.words.size(); n > 0 && n < all.size())
      if (folded(all.mid(all.size() - n).join(QLatin1Char(' '))) == folded(among.words.join(QLatin1Char(' '))))
        tries.push_back(all.mid(0, all.size() - n));
    for (const QStringList& each : tries) {
      const QString typed = each.join(QLatin1Char(' '));
      named::Fitting found = named::providers(database, typed);
      const bool isPractice = found.empty();
      if (isPractice)
        found = named::practices(database, typed);
      const bool isPayor = found.empty();
      if (isPayor)
        found = named::payors(database, typed);
      if (found.size() > 1)
        return several(isPayor ? "payor" : isPractice ? "practice" : "provider", typed, found);
      if (found.empty())
        continue;
      const qint64 id = found.front().id;
      if (isPayor)
        task.payor = {id};
      else if (const bool isOther = isPractice ? task.practice.value != id : task.provider.value != id; isOther) {
        // Where one stands was about another: so is its tracking.
        task.provider = isPractice ? Id<Provider>{} : Id<Provider>{id};
        task.practice = isPractice ? Id<Practice>{id} : Id<Practice>{};
        task.tracking = {};
        task.team = {};
      }
      words = words.mid(0, last);
      break;
    }
  }
  if (!task.team.isValid() && (task.provider.isValid() || task.practice.isValid()))
    task.team = {database.value(task.provider.isValid()
                                    ? QStringLiteral("SELECT coalesce(team_id, 0) FROM provider WHERE id = ?")
                                    : QStringLiteral("SELECT coalesce(team_id, 0) FROM practice WHERE id = ?"),
                                {task.provider.isValid() ? task.provider.value : task.practice.value})};
  task.name = words.join(QLatin1Char(' '));
  task.created = today;
  if (task.name.isEmpty())
    return Problem{QStringLiteral("name"), Say::tr("What is to be done?")};
  return task;
}
