// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/calendar/businessdays.h"
#include "core/tracking/step.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"

/// A tracking's steps in order.
std::vector<Step> stepsOf(db::Database& database, Id<Tracking> id);

/// Starts trackings and moves their steps within one transaction; templates and calendars are looked up once in it.
class Trackings {
public:
  explicit Trackings(db::Transaction& transaction) : m_transaction(transaction), m_database(transaction.database()) {}

  /// The next reference that is free: T-1001, T-1002, …
  QString nextReference();

  /// A tracking and its steps before they are written.
  struct Start {
    Tracking tracking;
    std::vector<Step> steps;
  };
  /// What start() is going to write: nothing is written yet.
  Start prepare(Tracking tracking);
  /// Makes: the enrollment or affiliation a tracking is about is made where there is none. Finds: it is left without.
  enum class Links { Make, Find };
  /// Writes what was prepared; the tracking and its steps have their ids then.
  void write(Start& start, Links links = Links::Make);
  /// Finds the enrollment or affiliation anew, when what the tracking is about has changed.
  void link(Tracking& tracking, Links links = Links::Make);

  /// Starts a tracking: gives it a reference and a team where it has none (the provider's or practice's), makes its
  /// steps from the template of its type and subtype, planned from `started`, and links the enrollment or affiliation
  /// it is about, which is made where there is none (status Not started).
  Id<Tracking> start(Tracking tracking);

  /// Why a step may not be moved to a status: plan::mayMove says no, or its tracking is cancelled.
  static Problems whyNotMove(const Step& step, const Tracking& tracking, const QString& status);
  /// Moves a step as plan::move says and saves what it changed in the tracking's other steps; refused where
  /// whyNotMove says so. Completing "Submit…" makes the enrollment or affiliation Submitted (effects::submit).
  Result<Id<Step>> moveStep(Id<Step> id, const QString& status, QDate today);

  /// Brings a tracking to its step of this name (compared as names are): the open steps before it are completed, each
  /// as moveStep does, and it is in progress, opened again where it was closed. Nothing changes where it is in hand.
  /// Refused where there is no such step.
  Problems bringTo(Id<Tracking> id, const QString& name, QDate today);

  /// On hold or Cancelled, for a reason (on hold until a day, if that is known); with an empty status what its steps
  /// say counts again.
  Problems setStatus(Id<Tracking> id, const QString& status, const QString& reason, QDate resumeOn);

  /// Lays the steps of a template over those of a running tracking, as carryover::carriedOver says, and has it run on
  /// that template from now on.
  void carryOver(Id<Tracking> id, Id<TrackingTemplate> onto, QDate today);

  /// Finds or makes the enrollment or affiliation that a running tracking lacks.
  Problems relink(Id<Tracking> id);
  /// The tracking runs on with its steps, on no template any more.
  void leaveTemplate(Id<Tracking> id);

  /// The business days of a team.
  const Calendar& calendarOf(Id<Team> team);

  /// Sets a step's due date by hand as plan::setDue says, and saves what that moves.
  void setDue(Id<Step> id, QDate due);

private:
  struct Recipe {
    Id<TrackingTemplate> id;
    std::vector<TemplateStep> steps;
  };
  void saveChanged(const std::vector<Step>& before, const std::vector<Step>& now);
  const Recipe& recipeOf(const Tracking& tracking);
  Id<Team> teamOf(const Tracking& tracking);
  Id<Enrollment> enrollmentOf(const Tracking& tracking, Links links);
  Id<Affiliation> affiliationOf(const Tracking& tracking, Links links);

  db::Transaction& m_transaction;
  db::Database& m_database;
  QHash<QString, Recipe> m_recipes; // by type and subtype, as they are spelt
  QHash<Id<Team>, Calendar> m_calendars;
  qint64 m_lastReference = -1; // its number; -1: not looked up yet
};
