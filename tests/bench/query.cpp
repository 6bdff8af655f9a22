// SPDX-License-Identifier: GPL-3.0-or-later
// credenza-query NAME YYYY-MM-DD [HEADING]: the SQL of a report, its values written in, so that the sqlite3 shell can
// run the very query that the program runs for the report as it comes: its usual days, grouped as it is unasked. With a
// heading, or "": of the first 50 rows of the list on screen, sorted by that column, or as the list opens.
#include "core/report/catalogue.h"
#include "core/report/look.h"
#include "core/report/options.h"

#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  report::Request request;
  const bool isScreen = arguments.size() == 4;
  request.listing = arguments.size() == 3 || isScreen ? report::find(arguments[1]) : nullptr;
  request.today = request.listing ? QDate::fromString(arguments[2], Qt::ISODate) : QDate();
  QTextStream err(stderr);
  if (!request.listing || !request.today.isValid()) {
    err << "usage: credenza-query NAME YYYY-MM-DD [HEADING]\n";
    return 2;
  }
  if (isScreen) {
    report::Look look;
    if (!arguments[3].isEmpty())
      look.sort = {{arguments[3], false}};
    request = report::onScreen(report::requestOf(look, *request.listing, nullptr, request.today, {}));
  } else {
    db::Database none(QStringLiteral(":memory:")); // nobody is named, so nobody is looked up
    request = std::get<report::Request>(report::requestFor(none, *request.listing, {}, request.today));
  }
  const report::Query query = isScreen ? report::rowsWithIdQuery(request, 50) : report::rowsQuery(request);
  const QStringList parts = query.sql.split(QLatin1Char('?'));
  if (size_t(parts.size()) != query.arguments.size() + 1) {
    err << "a text in this query has a question mark\n";
    return 1;
  }
  QTextStream out(stdout);
  out << parts[0];
  for (size_t i = 0; i < query.arguments.size(); ++i) {
    const db::Value& value = query.arguments[i];
    if (value.number())
      out << *value.number();
    else if (value.text())
      out << '\'' << QString(*value.text()).replace(QLatin1Char('\''), QLatin1String("''")) << '\'';
    else
      out << "NULL";
    out << parts[qsizetype(i) + 1];
  }
  out << ";\n";
  return 0;
}
