// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"
#include "core/report/review.h"

#include <map>

/// What the kinds of rows of a review are written with: one file for the work (steps, tasks), one for what ends
/// (documents, payors, facilities).
namespace report::reviewing {

/// A part of SQL as text.
inline QString say(const char* part) { return QString::fromUtf8(part); }
QString number(ReviewSection section);

/// The conditions of the sections that rows of one kind can stand in: a map, so in the order of the sections.
using Fits = std::map<ReviewSection, QString>;
/// The first section whose condition holds, as SQL.
QString firstFitting(const Fits& fits, ReviewSection rest);

/// What a row of the review has, whatever it is about; each kind says where it comes from.
struct Cells {
  QString key, record, kind, section;
  QString provider = QStringLiteral("NULL"), practice = QStringLiteral("NULL"), team = QStringLiteral("NULL"),
          payor = QStringLiteral("NULL"), facility = QStringLiteral("NULL");
  QString what, about, status, assignee = QStringLiteral("NULL");
  QString waitingOn = QStringLiteral("''"), waitingSince = QStringLiteral("NULL");
  QString date, daysLate = QStringLiteral("NULL"), followUp = QStringLiteral("NULL"),
                priority = QStringLiteral("'Normal'");
  QString touched = QStringLiteral("NULL"); ///< when somebody last did something about it
  QString ladder = QStringLiteral("''");
  QString holds = QStringLiteral("''");   ///< what it holds up, in words
  QString limit = QStringLiteral("NULL"); ///< the day by which a payor must have decided
  QString note = QStringLiteral("NULL");  ///< the id of its last note

  QString sql() const;
};

/// Who does the work for a provider.
QString assigneeOf(const char* provider);
/// The cells that are not empty, parted by dots.
QString joined(const QStringList& cells);
/// The Sunday of this week.
QString weekEnd();
/// A date lies more than so many days back.
QString longAgo(const QString& date, int days);
/// Somebody else has had the ball for long.
QString waitsLong(const Cells& of);
QString newestNoteId(const char* condition);
/// What a payor has not decided yet holds claims (enrollment e of status es).
QString claimsHeld();
/// The day by which the law has a payor decide on enrollment e, while it has not.
QString limitDay();

/// The step each running tracking is at. Those with an assignee of their own apart: an index finds them.
std::vector<Part> currentSteps();
std::vector<Part> openTasks();
std::vector<Part> alertsOfDocuments();
/// Participating with the end past or missing; the end within its ladder; or being credentialed again.
std::vector<Part> payorEnds();
/// The same of facilities. An active one of a provider who left needs no date.
std::vector<Part> reappointments();

} // namespace report::reviewing
