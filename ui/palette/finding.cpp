// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/finding.h"

#include "core/base/text.h"
#include "core/calendar/businessdays.h"
#include "core/payors/question.h"
#include "core/report/catalogue.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Palette)
};

constexpr int most = 6; // of each kind

struct Place {
  Hit::Kind kind;
  const char* listing;
  const char* title;
  std::vector<const char*> second;
};

/// The first rows of a listing that fit, as the list's own search finds them.
void add(std::vector<Hit>& found, db::Database& database, const Place& place, const QString& typed, QDate today) {
  report::Request request{report::find(QString::fromLatin1(place.listing)), today, {}};
  request.filter.text = typed;
  request.columns = {request.listing->columnAt(QString::fromLatin1(place.title))};
  for (const char* heading : place.second)
    request.columns.push_back(request.listing->columnAt(QString::fromLatin1(heading)));
  const report::Query rows = report::rowsWithIdQuery(request, most);
  database.each(rows.sql, rows.arguments, [&](db::Row& row) {
    Hit one{place.kind, row.number(), row.text(), {}, {}};
    QStringList second;
    for (size_t i = 0; i < place.second.size(); ++i)
      if (const QString cell = row.text(); !cell.isEmpty())
        second << cell;
    one.second = second.join(QStringLiteral(" · "));
    found.push_back(std::move(one));
  });
}

void addPayors(std::vector<Hit>& found, db::Database& database, const QString& typed) {
  database.each(QStringLiteral("SELECT id, name, phone FROM payor WHERE instr(sort_name, ?) > 0 ORDER BY instr("
                               "sort_name, ?) > 1, sort_name, id LIMIT ?"),
                {folded(typed), folded(typed), most}, [&](db::Row& row) {
                  Hit one{Hit::Kind::Payor, row.number(), row.text(), Say::tr("Payor"), {}};
                  if (const QString phone = row.text(); !phone.isEmpty())
                    one.second += QStringLiteral(" · ") + phone;
                  found.push_back(std::move(one));
                });
}

/// By the beginning of their reference.
void addTrackings(std::vector<Hit>& found, db::Database& database, const QString& typed) {
  const QString from = typed.trimmed();
  database.each(
      QStringLiteral("SELECT (SELECT s.id FROM step s WHERE s.tracking_id = t.id ORDER BY s.status IN ('Completed', "
                     "'Not needed'), s.position, s.id LIMIT 1) AS step, t.reference, t.type, t.subtype FROM tracking t "
                     "WHERE t.reference >= ? AND t.reference < ? ORDER BY t.reference LIMIT ?"),
      {from, from + QChar(0xFFFD), most}, [&](db::Row& row) {
        Hit one{Hit::Kind::Tracking, row.number(), row.text(), row.text(), {}};
        one.second += QStringLiteral(" – ") + row.text();
        if (one.id != 0)
          found.push_back(std::move(one));
      });
}

void addAnswers(std::vector<Hit>& found, db::Database& database, const QString& typed, QDate today) {
  const auto asked =
      participation::readQuestion(database, typed, today, [](QDate day, int n) { return addBusinessDays(day, n); });
  if (!asked)
    return;
  if (asked->questions.empty())
    found.push_back({Hit::Kind::Problem, 0, asked->problem, {}, {}});
  for (const participation::Question& question : asked->questions) {
    const auto answer = participation::answer(database, question);
    const auto said = participation::said(database, question, answer, today);
    found.push_back({Hit::Kind::Answer, 0, said.word + QStringLiteral(" – ") + said.question, said.reason, question});
  }
}

} // namespace

std::vector<Hit> findRecords(db::Database& database, const QString& typed, QDate today) {
  static const Place places[]{
      {Hit::Kind::Provider, "providers", "Provider", {"Degree", "Specialty", "NPI", "Status"}},
      {Hit::Kind::Practice, "practices", "Practice", {"City", "State", "Phone"}},
      {Hit::Kind::Facility, "facilities", "Facility", {"City", "State", "Phone"}},
      {Hit::Kind::Task, "tasks", "Task", {"Provider", "Status", "Due"}},
  };
  std::vector<Hit> found;
  if (typed.trimmed().isEmpty())
    return found;
  addAnswers(found, database, typed, today);
  if (!found.empty())
    return found;
  for (const Place& place : places)
    add(found, database, place, typed, today);
  addPayors(found, database, typed);
  addTrackings(found, database, typed);
  return found;
}

} // namespace ui
