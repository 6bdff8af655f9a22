// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/checks.h"
#include "ui/edit/paneldialogs.h"
#include "ui/form/recordform.h"
#include "ui/team/officeforms.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TeamForm)
};

const QString closedKey = QStringLiteral("closedDays");

/// One day a line, "2026-12-24 Office party".
QString closedText(db::Database& database, Id<Team> team) {
  QStringList lines;
  for (const ClosedDay& closed : db::allWhere<ClosedDay>(database, QStringLiteral("team_id = ? ORDER BY day"), {team}))
    lines << (closed.day.toString(Qt::ISODate) + QLatin1Char(' ') + closed.name).trimmed();
  return lines.join(QLatin1Char('\n'));
}

/// The date a line begins with, of as many words as make one ("12 Jan 2027 Retreat"), and what stands behind it.
std::optional<ClosedDay> closedDayIn(const QString& line, QDate today, const AddBusinessDays& addBusinessDays) {
  const QStringList words = line.simplified().split(QLatin1Char(' '));
  for (int count = int(qMin(words.size(), qsizetype(3))); count > 0; --count) {
    const auto day = typedDate(words.mid(0, count).join(QLatin1Char(' ')), today, addBusinessDays);
    if (!day.isOk() || !day->isValid())
      continue;
    ClosedDay closed;
    closed.day = *day;
    closed.name = words.mid(count).join(QLatin1Char(' '));
    return closed;
  }
  return std::nullopt;
}

Result<std::map<QDate, QString>> closedDaysIn(const QString& text, const Session& session) {
  std::map<QDate, QString> days;
  int number = 0;
  for (const QString& line : text.split(QLatin1Char('\n'))) {
    ++number;
    if (line.trimmed().isEmpty())
      continue;
    const auto closed = closedDayIn(line, session.today(), session.addBusinessDays());
    if (!closed)
      return Problem{closedKey, Say::tr("Line %1, “%2”, does not begin with a date such as 2026-12-24 or 12/24.")
                                    .arg(number)
                                    .arg(line.trimmed())};
    if (!days.emplace(closed->day, closed->name).second)
      return Problem{closedKey,
                     Say::tr("Line %1: the %2 is there twice.").arg(number).arg(closed->day.toString(Qt::ISODate))};
  }
  return days;
}

void saveClosedDays(db::Transaction& transaction, Id<Team> team, std::map<QDate, QString> wanted) {
  for (ClosedDay closed : db::allWhere<ClosedDay>(transaction.database(), QStringLiteral("team_id = ?"), {team})) {
    const auto there = wanted.find(closed.day);
    if (there == wanted.end()) {
      db::remove(transaction, closed.id);
      continue;
    }
    closed.name = there->second;
    db::save(transaction, closed);
    wanted.erase(there);
  }
  for (const auto& [day, name] : wanted)
    db::save(transaction, ClosedDay{{}, team, day, name});
}

} // namespace

void openTeamForm(Session& session, Id<Team> id, QWidget* parent) {
  const auto team = recordFor(session, id);
  RecordForm<Team> form(session, team, id.isValid() ? team.name : Say::tr("Add a team"), parent);
  form.text("name", Say::tr("Name"), &Team::name);
  form.dialog()
      ->addMemo(closedKey, Say::tr("Closed days"))
      ->setPlaceholderText(Say::tr("Beside the federal holidays, one a line:\n12/24 Office party"));
  if (id.isValid()) {
    auto* payors = new QPushButton(Say::tr("Payor list…"));
    setButtonIcon(payors, QStringLiteral("landmark"));
    payors->setObjectName(QStringLiteral("team.payors"));
    payors->setToolTip(Say::tr("The payors the providers of this team are to be with"));
    payors->setAutoDefault(false);
    FormDialog* dialog = form.dialog();
    QObject::connect(payors, &QPushButton::clicked, dialog, [&session, id, dialog] {
      attempt(Say::tr("Opening the list"), [&] { openTeamPayorList(session, id, dialog); });
    });
    dialog->addPart(payors);
  }
  form.dialog()->setValues({{closedKey, closedText(session.database(), id)}});
  form.open({.name = [](const Team& one) { return one.name; },
             .after = [&session](db::Transaction& transaction, Id<Team> saved, const QVariantMap& values) -> Problems {
               const auto days = closedDaysIn(values.value(closedKey).toString(), session);
               if (!days.isOk())
                 return days.problems();
               saveClosedDays(transaction, saved, *days);
               return {};
             }});
}

} // namespace ui
