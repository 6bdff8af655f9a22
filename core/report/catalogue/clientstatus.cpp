// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// The enrollment a row of participation stands for; its key counts those of providers and of practices apart.
const auto enrollmentOfRow = QStringLiteral("CASE x.id % 2 WHEN 0 THEN x.id / 2 ELSE (x.id / 2) % 1000000000 END");

/// A status as somebody says it who does not enrol providers for a living.
QString inPlainWords() {
  const std::pair<const char*, const char*> words[]{{"Not started", "Not started yet"},
                                                    {"Gathering", "Documents are being collected"},
                                                    {"Waiting on provider", "Waiting for documents or a signature"},
                                                    {"Ready to submit", "Application is ready to be sent"},
                                                    {"Submitted", "Application sent"},
                                                    {"Received", "Payor has the application"},
                                                    {"In review", "In review with the payor"},
                                                    {"Info requested", "Payor asked for more information"},
                                                    {"Committee", "With the payor’s committee"},
                                                    {"Contracting", "Contract is being made"},
                                                    {"Approved, pending load", "Approved, payor is setting it up"},
                                                    {"Non-participating", "Not in the network"},
                                                    {"Denied", "Denied"},
                                                    {"Appeal", "Denied, appeal under way"},
                                                    {"Panel closed", "Payor takes nobody new at present"},
                                                    {"On hold", "On hold"},
                                                    {"Withdrawn", "Application withdrawn"},
                                                    {"Terminated", "Ended"}};
  QString sql = QStringLiteral("CASE WHEN x.standing = 2 THEN 'In the network, end date is past' WHEN e.status = "
                               "'Participating' AND x.standing = 3 THEN 'Approved, in the network later' WHEN e.status "
                               "= 'Participating' THEN 'In the network' ELSE CASE e.status");
  for (const auto& [status, said] : words)
    sql += QStringLiteral(" WHEN '%1' THEN '%2'").arg(QString::fromUtf8(status), QString::fromUtf8(said));
  return sql + QStringLiteral(" ELSE e.status END END");
}

} // namespace

/// The rows of participation, as a practice's owner asks for them. Next step is the first open one of the newest
/// running tracking about the enrollment.
Listing clientStatus() {
  Listing it = participation();
  it.name = QStringLiteral("client-status");
  it.title = QCoreApplication::translate("report", "Client status");
  it.reason = QCoreApplication::translate(
      "report", "For each practice every provider with every payor that there is an enrollment for: where it stands, "
                "from when, what it waits for and what is done next.");
  it.from.replace(QLatin1String("team.id = p.team_id"), QLatin1String("team.id = coalesce(pr.team_id, p.team_id)"));
  it.from += QStringLiteral(" JOIN enrollment e ON e.id = %1 JOIN enrollment_status es ON es.name = e.status")
                 .arg(enrollmentOfRow);
  const QString waiting = QStringLiteral("CASE e.waiting_on WHEN '' THEN es.waiting_on ELSE e.waiting_on END");
  Column status{QStringLiteral("Status"), Kind::Text, inPlainWords(), QStringLiteral("es.rank")};
  it.columns = {
      team(),
      practice(),
      provider(),
      npi(),
      {QStringLiteral("Payor"), Kind::Text, QStringLiteral("py.name"), QStringLiteral("py.sort_name")},
      text("State", "x.state"),
      status,
      date("Effective or expected", "x.day"),
      {QStringLiteral("Waiting on"), Kind::Text, QStringLiteral("replace(%1, 'Nobody', '')").arg(waiting)},
      {QStringLiteral("Next step"), Kind::Text,
       QStringLiteral("(SELECT o.name FROM tracking k JOIN step o ON o.tracking_id = k.id WHERE k.enrollment_id = e.id "
                      "AND k.status NOT IN ('Completed', 'Cancelled') AND o.status %1 ORDER BY k.id DESC, o.position, "
                      "o.id LIMIT 1)")
           .arg(QLatin1String(openStatuses))},
      assigneeAside()};
  it.filters[QStringLiteral("team")] = QStringLiteral("coalesce(pr.team_id, p.team_id)");
  it.filters[QStringLiteral("waiting-on")] = waiting;
  it.order =
      QStringLiteral("team.sort_name, pr.sort_name NULLS LAST, x.practice_id, p.sort_name, p.id, py.sort_name, x.id");
  it.date = it.columnAt(QStringLiteral("Effective or expected"));
  it.pages = QStringList{QStringLiteral("Practice"), QStringLiteral("Team")};
  it.section = QStringLiteral("Provider");
  it.isLetter = true;
  return it;
}

} // namespace report
