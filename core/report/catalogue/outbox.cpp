// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/dialect.h"
#include "core/report/catalogue/listings.h"
#include "core/report/catalogue/parts.h"

#include <QCoreApplication>

namespace report {

using namespace parts;

namespace {

/// An instant as text that sorts as it is kept.
Column instant(const char* heading, const QString& sql) {
  return {QString::fromUtf8(heading), Kind::Text, db::dialect::wallClock(sql), sql};
}

} // namespace

Listing outbox() {
  Listing it;
  it.name = QStringLiteral("outbox");
  it.title = QCoreApplication::translate("report", "Outbox");
  it.reason = QCoreApplication::translate("report", "Mails that wait, were sent, or did not go, each with its reason.");
  it.isReport = false;
  it.id = QStringLiteral("o.id");
  it.from = QStringLiteral("outbox o LEFT JOIN provider p ON p.id = o.provider_id LEFT JOIN practice pr ON pr.id = "
                           "o.practice_id");
  it.columns = {instant("Queued", QStringLiteral("o.queued")),
                text("To", "CASE o.recipient_name WHEN '' THEN o.recipient ELSE o.recipient_name END"),
                text("Address", "o.recipient"),
                text("Subject", "o.subject"),
                text("Status", "o.status"),
                text("Why", "o.words"),
                text("Kind", "o.kind"),
                number("Tries", QStringLiteral("o.attempts")),
                instant("Next try", QStringLiteral("CASE o.status WHEN 'Waiting' THEN o.next_try ELSE '' END")),
                instant("Ended", QStringLiteral("o.ended")),
                date("Day", "o.day"),
                provider()};
  it.filters = {// Mails to coordinators are of no team: they are shown in every scope.
                {QStringLiteral("team"), QStringLiteral("(o.coordinator_id IS NOT NULL OR coalesce(p.team_id, "
                                                        "pr.team_id, 0) IN (0, :values))")},
                {QStringLiteral("provider"), QStringLiteral("o.provider_id")},
                {QStringLiteral("status"), QStringLiteral("o.status")},
                {QStringLiteral("kind"), QStringLiteral("o.kind")}};
  it.search = {QStringLiteral("o.recipient_name"), QStringLiteral("o.recipient"), QStringLiteral("o.subject"),
               QStringLiteral("p.search")};
  it.order = QStringLiteral("o.queued DESC, o.id DESC");
  return it;
}

Listing letterTemplates() {
  Listing it;
  it.name = QStringLiteral("letter-templates");
  it.title = QCoreApplication::translate("report", "Letter templates");
  it.reason = QCoreApplication::translate("report", "How letters to providers are worded.");
  it.isReport = false;
  it.id = QStringLiteral("m.id");
  it.from = QStringLiteral("mail_template m");
  it.columns = {{QStringLiteral("Name"), Kind::Text, QStringLiteral("m.name"), QStringLiteral("m.sort_name")},
                text("Purpose", "m.purpose"),
                text("Subject", "m.subject"),
                text("Text", "m.text")};
  it.filters = {{QStringLiteral("type"), QStringLiteral("m.purpose")}};
  it.search = {QStringLiteral("m.sort_name"), QStringLiteral("m.subject"), QStringLiteral("m.text")};
  it.order = QStringLiteral("m.sort_name, m.id");
  return it;
}

} // namespace report
