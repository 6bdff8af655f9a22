// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alertmoves.h"

#include "core/alerts/actions.h"
#include "core/tracking/templates.h"
#include "ui/form/choicebox.h"
#include "ui/form/datefield.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QMap>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(AlertMoves)
};

using Move = std::function<Result<Id<AlertAction>>(db::Transaction&, const alerts::Subject&, const alerts::Doer&)>;

constexpr size_t manyAlerts = 50; // more are written aside: the window does not wait for them
const QString elsewhere = QStringLiteral("none");

/// "State licence TX · Marten, Lily", or how many there are.
QString told(db::Database& database, const std::vector<qint64>& rows) {
  if (rows.size() > 1)
    return Say::tr("%L1 alerts").arg(rows.size());
  const auto subject = alerts::subjectOfRow(database, rows.front());
  const auto alert = subject ? alerts::expirable(database, *subject) : std::nullopt;
  return alert ? alert->document + QStringLiteral(" · ") + alert->who : Say::tr("an alert");
}

struct Left {
  size_t count = 0;
  QString why;
};

/// One that cannot be done is left out; when none can be, or something is missing in the form, nothing is written.
Problems doAll(db::Transaction& transaction, const std::vector<qint64>& rows, const alerts::Doer& doer,
               const Move& move, Left& left) {
  for (const qint64 row : rows) {
    Problems problems{{{}, Say::tr("This alert is gone: what it was about was dealt with or removed.")}};
    if (const auto subject = alerts::subjectOfRow(transaction.database(), row)) {
      const auto done = move(transaction, *subject, doer);
      problems = done ? Problems{} : done.problems();
    }
    if (problems.empty())
      continue;
    if (!problems.front().field.isEmpty())
      return problems;
    ++left.count;
    left.why = problems.front().sentence;
  }
  return left.count == rows.size() ? Problems{{{}, left.why}} : Problems{};
}

/// Answers what is to be shown in the form that asked; what is written aside is told when it is through.
Problems carryOut(Session& session, const QString& what, const std::vector<qint64>& rows, Move move) {
  const auto left = std::make_shared<Left>();
  const auto work = [rows, left, move = std::move(move), doer = alerts::Doer{session.actor().who, session.today()}](
                        db::Transaction& transaction) { return doAll(transaction, rows, doer, move, *left); };
  const auto tell = [&session, left, count = rows.size()](const Problems& problems) {
    if (!problems.empty())
      Q_EMIT session.said(problems.front().sentence);
    else if (left->count > 0)
      Q_EMIT session.said(Say::tr("%L1 of %L2 were left out: %3").arg(left->count).arg(count).arg(left->why));
  };
  if (rows.size() > manyAlerts) {
    session.changeAside(what, work, tell);
    return {};
  }
  Problems problems = session.tryChange(what, work);
  if (problems.empty())
    tell({});
  return problems;
}

FormDialog* newForm(Session& session, const char* key, const QString& title, const std::vector<qint64>& rows,
                    QWidget* parent) {
  auto* form =
      new FormDialog(QStringLiteral("%1/%2").arg(QLatin1String(key), rows.size() == 1 ? QString::number(rows.front())
                                                                                      : QStringLiteral("many")),
                     title, parent);
  form->addFact(rows.size() == 1 ? Say::tr("Alert") : Say::tr("Alerts"), told(session.database(), rows));
  return form;
}

/// "3 on State License – Renewal, 2 elsewhere": what would be started for each of several.
QString planned(db::Database& database, const std::vector<qint64>& rows) {
  QMap<QString, int> counts;
  for (const qint64 row : rows)
    if (const auto subject = alerts::subjectOfRow(database, row)) {
      const auto guess = alerts::renewalTemplate(database, *subject);
      ++counts[guess ? guess->type + QStringLiteral(" – ") + guess->subtype : QString()];
    }
  QStringList parts;
  for (auto count = counts.begin(); count != counts.end(); ++count)
    parts << (count.key().isEmpty() ? Say::tr("%L1 without a template: written down as under way elsewhere").arg(*count)
                                    : Say::tr("%L1 × %2").arg(*count).arg(count.key()));
  return parts.join(QLatin1Char('\n'));
}

} // namespace

void acknowledgeAlerts(Session& session, const std::vector<qint64>& rows) {
  if (rows.empty())
    return;
  const Problems problems =
      carryOut(session, Say::tr("Acknowledged: %1").arg(told(session.database(), rows)), rows, alerts::acknowledge);
  if (!problems.empty())
    Q_EMIT session.said(problems.front().sentence);
}

void snoozeAlerts(Session& session, const std::vector<qint64>& rows, QWidget* parent) {
  if (rows.empty())
    return;
  FormDialog* form = newForm(session, "snooze", Say::tr("Snooze"), rows, parent);
  form->addDate(QStringLiteral("until"), Say::tr("Until"), session.today(), session.addBusinessDays());
  form->setValues({{QStringLiteral("until"), session.today().addDays(7)}});
  form->setSaveText(Say::tr("Snooze"));
  form->setSave([&session, rows, what = told(session.database(), rows)](const QVariantMap& values) {
    const QDate until = values.value(QStringLiteral("until")).toDate();
    return carryOut(session, Say::tr("Snoozed until %1: %2").arg(shownDate(until, session.today()), what), rows,
                    [until](db::Transaction& transaction, const alerts::Subject& subject, const alerts::Doer& doer) {
                      return alerts::snooze(transaction, subject, until, doer);
                    });
  });
  form->open();
}

void startRenewals(Session& session, const std::vector<qint64>& rows, QWidget* parent) {
  if (rows.empty())
    return;
  db::Database& database = session.database();
  FormDialog* form = newForm(session, "renewal", Say::tr("Renewal started"), rows, parent);
  const bool isOne = rows.size() == 1;
  if (isOne) {
    std::vector<Choice> choices{{elsewhere, Say::tr("None: it is done elsewhere"), {}}};
    for (const TrackingTemplate& one : newestTemplates(database))
      if (!one.retired)
        choices.push_back({idValue(one.id), one.type + QStringLiteral(" – ") + one.subtype, {}});
    form->addPick(QStringLiteral("template"), Say::tr("Start the tracking"), std::move(choices));
    const auto subject = alerts::subjectOfRow(database, rows.front());
    if (const auto guess = subject ? alerts::renewalTemplate(database, *subject) : std::nullopt)
      form->setValues({{QStringLiteral("template"), idValue(guess->id)}});
  } else if (rows.size() <= manyAlerts) {
    form->addFact(Say::tr("Starts"), planned(database, rows));
  } else {
    form->addFact(Say::tr("Starts"), Say::tr("for each the template that fits it; where there is none, it is written "
                                             "down as under way elsewhere"));
  }
  form->setSaveText(Say::tr("Start"));
  form->setSave([&session, rows, isOne, what = told(database, rows)](const QVariantMap& values) {
    const QString chosen = values.value(QStringLiteral("template")).toString();
    const auto start = [isOne, chosen](db::Transaction& transaction, const alerts::Subject& subject,
                                       const alerts::Doer& doer) {
      std::optional<Id<TrackingTemplate>> from;
      if (!isOne) {
        if (const auto guess = alerts::renewalTemplate(transaction.database(), subject))
          from = guess->id;
      } else if (chosen != elsewhere) {
        from = idIn<TrackingTemplate>(chosen);
      }
      return alerts::renewalStarted(transaction, subject, from, doer);
    };
    return carryOut(session, Say::tr("Renewal started: %1").arg(what), rows, start);
  });
  form->open();
}

void dismissAlerts(Session& session, const std::vector<qint64>& rows, QWidget* parent) {
  if (rows.empty())
    return;
  FormDialog* form = newForm(session, "dismiss", Say::tr("Not applicable"), rows, parent);
  form->addText(QStringLiteral("reason"), Say::tr("Why"), Say::tr("Does not prescribe controlled substances"));
  form->setSaveText(Say::tr("Not applicable"));
  form->setSave([&session, rows, what = told(session.database(), rows)](const QVariantMap& values) {
    const QString reason = values.value(QStringLiteral("reason")).toString();
    return carryOut(session, Say::tr("Not applicable: %1").arg(what), rows,
                    [reason](db::Transaction& transaction, const alerts::Subject& subject, const alerts::Doer& doer) {
                      return alerts::notApplicable(transaction, subject, reason, doer);
                    });
  });
  form->open();
}

} // namespace ui
