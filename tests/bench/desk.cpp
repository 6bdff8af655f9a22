// SPDX-License-Identifier: GPL-3.0-or-later
// credenza-desk FILE YYYY-MM-DD: how long a person waits for a search, a profile and its sections, a review and its
// items. A line each: what, milliseconds (the median), milliseconds at worst. Only reads the file.
#include "core/report/catalogue.h"
#include "core/report/review.h"
#include "ui/palette/palette.h"
#include "ui/profile/profilepage.h"
#include "ui/profile/sectionlist.h"
#include "ui/review/reviewcard.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>

namespace {

constexpr int profiles = 25, items = 100;

QTextStream out(stdout);

class Times {
public:
  void add(qint64 nanoseconds) { m_all.push_back(double(nanoseconds) / 1e6); }
  void say(const QString& what) {
    if (m_all.empty())
      return;
    std::sort(m_all.begin(), m_all.end());
    out << QStringLiteral("%1\t%2\t%3\n")
               .arg(what)
               .arg(m_all[m_all.size() / 2], 0, 'f', 1)
               .arg(m_all.back(), 0, 'f', 1);
    out.flush();
  }

private:
  std::vector<double> m_all;
};

void measure(Times& times, const std::function<void()>& work) {
  QElapsedTimer timer;
  timer.start();
  work();
  times.add(timer.nsecsElapsed());
}

/// As the directory does while one types: each beginning of some names, the first rows.
void searches(db::Database& database, QDate today) {
  const auto names = database.all(
      QStringLiteral("SELECT last_name || ' ' || first_name FROM provider ORDER BY id * 7919 % 10007 LIMIT 20"), {},
      [](db::Row& row) { return row.text(); });
  Times typed;
  for (const QString& name : names)
    for (qsizetype length = 1; length <= name.size(); ++length) {
      report::Request request{report::find(QStringLiteral("providers")), today, {}};
      request.filter.text = name.left(length);
      const report::Query rows = report::rowsWithIdQuery(request, 50);
      measure(typed, [&] {
        database.each(rows.sql, rows.arguments, [](db::Row& row) {
          while (row.consumed() < row.columns())
            row.text();
        });
      });
    }
  typed.say(QStringLiteral("provider search, a key"));
  Times jumped;
  for (const QString& name : names)
    measure(jumped, [&] { ui::findRecords(database, name.left(4), today); });
  jumped.say(QStringLiteral("Ctrl+K, what was typed (beside the window)"));
  Times asked;
  for (const QString& name : names)
    measure(asked, [&] { ui::findRecords(database, name + QStringLiteral(" with a"), today); });
  asked.say(QStringLiteral("Ctrl+K, a question (beside the window)"));
}

void openings(db::Database& database, QDate today) {
  ui::Session session(database, today, [] { return QDateTime(QDate(2026, 1, 12), QTime(12, 0), Qt::UTC); });
  const auto ids = database.all(QStringLiteral("SELECT id FROM provider ORDER BY id * 7919 % 10007 LIMIT ?"),
                                {profiles}, [](db::Row& row) { return row.id<Provider>(); });
  Times opened;
  std::map<QString, Times> sections;
  QStringList order;
  for (const Id<Provider> id : ids) {
    std::unique_ptr<ui::ProfilePage> page;
    measure(opened, [&] {
      page = std::make_unique<ui::ProfilePage>(session, id);
      page->resize(1366, 700);
      page->show();
      page->grab();
    });
    const auto* list = page->findChild<ui::SectionList*>();
    for (int row = 0; row < list->count(); ++row) {
      if (list->isRowHidden(row))
        continue;
      const QString key = list->keyAt(row);
      if (!order.contains(key))
        order << key;
      measure(sections[key], [&] {
        page->showSection(key);
        page->grab();
      });
    }
  }
  opened.say(QStringLiteral("profile opened and painted"));
  for (const QString& key : order)
    sections[key].say(QStringLiteral("profile, section ") + key);
}

/// The queue of a week, its plan, and one item after another.
void reviews(db::Database& database, QDate today) {
  report::Request left{report::find(QStringLiteral("review")), today, {}};
  left.filter.is[QStringLiteral("left")] = {QStringLiteral("yes")};
  for (int i = 1; i <= report::reviewSections; ++i)
    if (report::isToReview(report::ReviewSection(i)))
      left.filter.is[QStringLiteral("section")].push_back(i);
  Times mine, planned, shown;
  std::vector<std::pair<qint64, report::ReviewSection>> order;
  for (const db::Value& me : database.all(QStringLiteral("SELECT id FROM coordinator ORDER BY id LIMIT 5"), {},
                                          [](db::Row& row) { return db::Value(row.number()); })) {
    report::Request request = left;
    request.filter.is[QStringLiteral("assignee")] = {me};
    measure(mine, [&] { order = report::reviewOrder(database, request); });
    request.filter.is.erase(QStringLiteral("left"));
    request.filter.is.erase(QStringLiteral("section"));
    measure(planned, [&] { report::reviewLoad(database, request); });
  }
  mine.say(QStringLiteral("review of one person, all items in order (beside the window)"));
  planned.say(QStringLiteral("review of one person, the week's plan (beside the window)"));
  Times everybodys;
  for (int i = 0; i < 3; ++i)
    measure(everybodys, [&] { report::reviewOrder(database, left); });
  everybodys.say(QStringLiteral("review of everybody, all items in order (beside the window)"));
  ui::Session session(database, today, [] { return QDateTime(QDate(2026, 1, 12), QTime(12, 0), Qt::UTC); });
  ui::ReviewCard card(session);
  for (size_t i = 0; i < order.size(); i += std::max<size_t>(order.size() / items, 1))
    measure(shown, [&] {
      card.show(order[i].first);
      card.grab();
    });
  shown.say(QStringLiteral("review, an item shown and painted"));
}

} // namespace

int main(int argc, char** argv) {
  const QApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  const QDate today = arguments.size() == 3 ? QDate::fromString(arguments[2], Qt::ISODate) : QDate();
  if (!today.isValid()) {
    QTextStream(stderr) << "usage: credenza-desk FILE YYYY-MM-DD\n";
    return 2;
  }
  const ui::Theme theme(*qApp);
  db::Database database(arguments[1], db::Database::Mode::ReadOnly);
  searches(database, today);
  openings(database, today);
  reviews(database, today);
  return 0;
}
