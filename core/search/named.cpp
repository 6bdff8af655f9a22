// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/named.h"

#include "core/base/searchwords.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace named {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Named)
};

constexpr qsizetype mostNamed = 6;

QStringList wordsOf(const QString& text) {
  static const QRegularExpression parting(QStringLiteral("[\\s,.-]+"));
  return folded(text).split(parting, Qt::SkipEmptyParts);
}

bool fits(const QStringList& typed, const QString& name) {
  QStringList words = wordsOf(name);
  for (const QString& word : typed) {
    const auto found = std::find_if(words.begin(), words.end(), [&](const QString& w) { return w.startsWith(word); });
    if (found == words.end())
      return false;
    words.erase(found);
  }
  return true;
}

/// Rows of id, name, what else it is found by, and the name that is enough alone (a surname).
Fitting fitting(db::Database& database, const QString& sql, const QString& typed) {
  Fitting all, exact;
  const QString wanted = folded(typed);
  const QStringList words = wordsOf(typed);
  database.each(sql, {}, [&](db::Row& row) {
    const qint64 id = row.number();
    const QString shown = row.text(), also = row.text(), enough = row.text();
    if (words.isEmpty() || !fits(words, shown + QLatin1Char(' ') + also))
      return;
    all.push_back({id, shown});
    if (folded(enough) == wanted || folded(shown) == wanted)
      exact.push_back({id, shown});
  });
  return exact.empty() ? all : exact;
}

} // namespace

Fitting providers(db::Database& database, const QString& typed) {
  const QString sql =
      QStringLiteral("SELECT id, last_name || CASE first_name WHEN '' THEN '' ELSE ', ' || first_name END || "
                     "CASE middle_name WHEN '' THEN '' ELSE ' ' || middle_name END, '', last_name FROM provider "
                     "WHERE status <> 'Terminated' ORDER BY sort_name, id");
  const Fitting found = fitting(database, sql, typed);
  if (!found.empty())
    return found;
  return fitting(database, sql, withoutTitles(searchWords(folded(typed))).join(QLatin1Char(' ')));
}

Fitting practices(db::Database& database, const QString& typed) {
  return fitting(database, QStringLiteral("SELECT id, name, city, name FROM practice ORDER BY sort_name, id"), typed);
}

Fitting payors(db::Database& database, const QString& typed) {
  return fitting(database, QStringLiteral("SELECT id, name, '', name FROM payor ORDER BY sort_name, id"), typed);
}

Fitting coordinators(db::Database& database, const QString& typed) {
  return fitting(database,
                 QStringLiteral("SELECT id, name, '', name FROM coordinator WHERE active = 1 ORDER BY sort_name"),
                 typed);
}

QString severalFit(const QString& typed, const Fitting& all) {
  QStringList names;
  for (const Named& one : all)
    names << one.shown;
  const bool isCut = names.size() > mostNamed;
  return Say::tr("“%1” fits several: %2. Type more of the name.")
      .arg(typed, names.mid(0, mostNamed).join(QStringLiteral("; ")) + (isCut ? QStringLiteral("; …") : QString()));
}

} // namespace named
