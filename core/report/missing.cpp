// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/missing.h"

#include "core/report/options.h"

#include <QCoreApplication>
#include <QLocale>

namespace report {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Missing)
};

const QString own = QStringLiteral("own"), date = QStringLiteral("date"), text = QStringLiteral("text");

constexpr int mostValues = 4; // of theirs that are named

QString joined(const QStringList& all) {
  return all.size() < 2 ? all.join(QString())
                        : Say::tr("%1 and %2").arg(all.mid(0, all.size() - 1).join(QStringLiteral(", ")), all.back());
}

/// One question asked again and again with more or fewer conditions.
class Asking {
public:
  Asking(db::Database& database, const Request& request, const Missed& missed)
      : m_database(database), m_request(request), m_missed(missed), m_open(*request.listing) {
    m_open.where.clear();
    if (!request.listing->where.isEmpty())
      m_all << own;
    for (const auto& [key, values] : request.filter.is)
      if (key != missed.key || std::find(values.begin(), values.end(), db::Value(missed.id)) == values.end())
        m_all << key;
    if (!request.filter.dates.empty())
      m_all << date;
    if (!request.filter.text.isEmpty())
      m_all << text;
  }

  const QStringList& all() const { return m_all; }

  /// Their rows under these conditions. One that asks for another record of the same kind fits none of them.
  Request with(const QStringList& conditions) const {
    Request asked{conditions.contains(own) ? m_request.listing : &m_open, m_request.today, {}};
    for (const auto& [key, values] : m_request.filter.is)
      if (conditions.contains(key))
        asked.filter.is[key] = values;
    asked.filter.is[m_missed.key] =
        conditions.contains(m_missed.key) ? db::Values{qint64{-1}} : db::Values{m_missed.id};
    if (conditions.contains(date))
      asked.filter.dates = m_request.filter.dates;
    if (conditions.contains(text))
      asked.filter.text = m_request.filter.text;
    return asked;
  }
  Request without(const QString& condition) const {
    QStringList others = m_all;
    others.removeAll(condition);
    return with(others);
  }

  qint64 count(const Request& asked) const {
    const Query query = countQuery(asked);
    return m_database.value(query.sql, query.arguments);
  }

  /// A condition as it stands above the report: "State: TX".
  QString words(const QString& condition) const {
    Request one{m_request.listing, m_request.today, {}};
    if (condition == date)
      one.filter.dates = m_request.filter.dates;
    else if (condition == text)
      one.filter.text = m_request.filter.text;
    else
      one.filter.is[condition] = m_request.filter.is.at(condition);
    const Table table = tableFor(m_database, one);
    return condition == QLatin1String("team") ? Say::tr("Team: %1").arg(table.team) : table.filters;
  }

  /// What their rows have where a condition asks for something else; empty where no column shows it.
  QStringList values(const QString& condition, Request asked) const {
    QString heading = condition;
    const int column = condition == date
                           ? m_request.listing->date
                           : m_request.listing->columnAt(heading.replace(QLatin1Char('-'), QLatin1Char(' ')));
    QStringList all;
    if (column < 0)
      return all;
    asked.columns = {column};
    const Query query = rowsQuery(asked);
    m_database.until(query.sql, query.arguments, [&](db::Row& row) {
      QString value = row.text();
      if (value.isEmpty())
        value = Say::tr("none");
      if (!all.contains(value))
        all << value;
      return all.size() <= mostValues;
    });
    if (all.size() > mostValues)
      all.back() = Say::tr("others");
    return all;
  }

  /// Some of their rows, in a few words each.
  QStringList rows(Request asked) const {
    const Listing& listing = *m_request.listing;
    for (const char* heading : {"Payor", "With", "Document type", "Task", "Type", "Subtype", "Step", "State", "Status",
                                "Standing", "Completed", "Due", "End", "Expires"})
      if (const int column = listing.columnAt(QLatin1String(heading)); column >= 0)
        asked.columns.push_back(column);
    QStringList all;
    if (asked.columns.empty())
      return all;
    const Query query = rowsQuery(asked, mostValues);
    m_database.each(query.sql, query.arguments, [&](db::Row& row) {
      QStringList cells;
      for (const int index : asked.columns) {
        const Column& column = listing.columns[size_t(index)];
        const QString cell = row.text();
        if (!cell.isEmpty())
          cells << (column.kind == Kind::Date ? column.heading + QLatin1Char(' ') + cell : cell);
      }
      all << cells.join(QStringLiteral(" · "));
    });
    return all;
  }

private:
  db::Database& m_database;
  const Request& m_request;
  const Missed& m_missed;
  Listing m_open; ///< the listing without what it asks for itself
  QStringList m_all;
};

/// Name and, of a provider, the status: what is left out of lists is mostly somebody who left.
struct Whom {
  QString name, status;
};

std::optional<Whom> whomOf(db::Database& database, const Missed& missed) {
  const bool isProvider = missed.key == QLatin1String("provider");
  return database.first(isProvider ? QStringLiteral("SELECT last_name || CASE first_name WHEN '' THEN '' ELSE ', ' || "
                                                    "first_name END, status FROM provider WHERE id = ?")
                                   : QStringLiteral("SELECT name, '' FROM practice WHERE id = ?"),
                        {missed.id}, [](db::Row& row) {
                          const QString name = row.text();
                          return Whom{name, row.text()};
                        });
}

QString rowsOf(const Whom& whom, qint64 rows) {
  return rows == 1 ? Say::tr("the one row of %1").arg(whom.name)
                   : Say::tr("all %1 rows of %2").arg(QLocale().toString(rows), whom.name);
}

/// Why this one condition leaves them out, in a sentence.
QString sentenceOf(const Asking& asking, const QString& condition, const Request& without, const Whom& whom,
                   const Request& request) {
  const QString rows = rowsOf(whom, asking.count(without));
  if (condition == own) {
    QString sentence = Say::tr("The report itself leaves out %1. It has: %2").arg(rows, request.listing->reason);
    if (const QStringList theirs = asking.rows(without); !theirs.isEmpty())
      sentence += Say::tr(" Theirs are: %1.").arg(theirs.join(QStringLiteral("; ")));
    return sentence;
  }
  const QStringList theirs = asking.values(condition, without);
  const QString sentence = Say::tr("The filter “%1” leaves out %2").arg(asking.words(condition), rows);
  return theirs.isEmpty() ? sentence + QLatin1Char('.') : sentence + Say::tr(", which have %1.").arg(joined(theirs));
}

} // namespace

Absence whyMissing(db::Database& database, const Request& request, const Missed& missed) {
  const auto whom = whomOf(database, missed);
  if (!whom)
    return {Absence::Kind::NoRecord, {}, {Say::tr("This record is not on file: it was removed, or never there.")}};
  if (!request.listing->filters.contains(missed.key))
    return {Absence::Kind::NoRecord,
            {},
            {missed.key == QLatin1String("practice") ? Say::tr("No row of this report is about a practice.")
                                                     : Say::tr("No row of this report is about a provider.")}};
  const Asking asking(database, request, missed);
  if (const qint64 rows = asking.count(asking.with(asking.all())); rows > 0)
    return {Absence::Kind::Present,
            {},
            {rows == 1 ? Say::tr("%1 is in it, with one row.").arg(whom->name)
                       : Say::tr("%1 is in it, with %2 rows.").arg(whom->name, QLocale().toString(rows))}};

  Absence absence;
  if (!whom->status.isEmpty() && whom->status != QLatin1String("Active"))
    absence.sentences << Say::tr("%1 is not active: the status is %2.").arg(whom->name, whom->status);
  if (asking.count(asking.with({})) == 0) {
    absence.sentences.prepend(Say::tr("There is nothing on file about %1 that a row could be about. The report has: %2")
                                  .arg(whom->name, request.listing->reason));
    return absence;
  }
  absence.kind = Absence::Kind::Left;
  QStringList sentences;
  for (const QString& condition : asking.all()) {
    const Request without = asking.without(condition);
    if (asking.count(without) == 0)
      continue;
    absence.conditions << condition;
    sentences << sentenceOf(asking, condition, without, *whom, request);
  }
  if (absence.conditions.isEmpty()) {
    absence.kind = Absence::Kind::Together;
    for (const QString& condition : asking.all())
      if (asking.count(asking.with({condition})) == 0) {
        absence.conditions << condition;
        sentences << sentenceOf(asking, condition, asking.with({}), *whom, request);
      }
    if (absence.conditions.isEmpty()) {
      absence.conditions = asking.all();
      sentences << Say::tr("Each filter fits some row of %1, but no row fits all of them.").arg(whom->name);
    } else if (absence.conditions.size() > 1) {
      sentences << Say::tr("Each of these must go before a row of %1 appears.").arg(whom->name);
    } else {
      sentences << Say::tr("Without it, the others leave no row of %1 either.").arg(whom->name);
    }
  }
  absence.sentences = sentences + absence.sentences;
  return absence;
}

} // namespace report
