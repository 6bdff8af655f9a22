// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/world.h"

#include <algorithm>
#include <cmath>
#include <tuple>

inline QString iso(QDate day) { return day.isValid() ? day.toString(Qt::ISODate) : QString(); }

/// The order every report comes in: team, provider, the date that matters (none last), then a number.
struct Place {
  QString team, provider;
  QDate date;
  qint64 id = 0;
  auto key() const { return std::tuple(team.toLower(), provider.toLower(), !date.isValid(), date.toJulianDay(), id); }
};

/// Whom a row is about, as every report says it.
struct Who {
  QString team, provider, npi, practice;
  QStringList cells() const { return {team, provider, npi, practice}; }
};

/// The reports, worked out row by row from the records, in loops: none of the program's SQL and none of its calendar.
class Count {
public:
  explicit Count(const World& world) : w(world) {}

  struct Line {
    Place place;
    QStringList cells;
  };

  Who who(Id<Provider> provider, Id<Practice> practice) const {
    Who who;
    const Provider* p = w.get(w.providers, provider);
    const Practice* at = w.get(w.practices, practice);
    if (const Team* team = w.get(w.teams, p ? p->team : at->team))
      who.team = team->name;
    if (p) {
      who.provider = p->firstName.isEmpty() ? p->lastName : p->lastName + ", " + p->firstName;
      who.npi = p->npi;
    }
    if (at)
      who.practice = at->name;
    return who;
  }
  /// What a provider is sorted by: the comma stands even where there is no first name.
  QString sortName(Id<Provider> provider) const {
    const Provider* p = w.get(w.providers, provider);
    return !p ? QString() : p->firstName.isEmpty() ? p->lastName + "," : p->lastName + ", " + p->firstName;
  }

  QString statusOf(const Tracking& t) const {
    if (t.setStatus == "On hold" || t.setStatus == "Cancelled")
      return t.setStatus;
    int all = 0, done = 0, fresh = 0;
    for (const Step& step : w.steps)
      if (step.tracking == t.id) {
        ++all;
        done += step.status == "Completed" || step.status == "Not needed";
        fresh += step.status == "New";
      }
    return fresh == all ? "New" : done == all ? "Completed" : "In progress";
  }
  bool isOpen(const Tracking& t) const { return statusOf(t) != "Completed" && statusOf(t) != "Cancelled"; }

  const Step* shown(const Tracking& t) const {
    const Step *open = nullptr, *last = nullptr;
    for (const Step& step : w.steps)
      if (step.tracking == t.id) {
        if (!open && (step.status == "New" || step.status == "In progress" || step.status == "Waiting"))
          open = &step;
        last = &step;
      }
    return open ? open : last;
  }

  QString daysLate(const Step& step, const Tracking& tracking) const {
    if (step.status == "Completed" || step.status == "Not needed" || !isOpen(tracking))
      return {};
    return daysLate(step.due);
  }
  QString daysLate(QDate due) const {
    if (!due.isValid())
      return {};
    static const QSet<QDate> holidays{QDate(2025, 12, 25), QDate(2026, 1, 1), QDate(2026, 1, 19)};
    int late = 0;
    for (QDate day = due.addDays(1); day <= w.today; day = day.addDays(1))
      late += day.dayOfWeek() <= 5 && !holidays.contains(day);
    return late > 0 ? QString::number(late) : QString();
  }

  template<class Fits>
  const Note* newest(Fits fits) const {
    const Note* best = nullptr;
    for (const Note& note : w.notes)
      if (fits(note) && (!best || std::tie(note.written, note.id) > std::tie(best->written, best->id)))
        best = &note;
    return best;
  }
  static QStringList lastNote(const Note* note) {
    return note ? QStringList{note->written.left(10), note->author, note->text} : QStringList{"", "", ""};
  }
  const Note* noteOf(const Enrollment& e) const {
    return newest([&](const Note& note) {
      if (const Tracking* t = w.get(w.trackings, note.tracking))
        return t->enrollment == e.id;
      if (note.task.isValid() || note.payor != e.payor || note.provider != e.provider)
        return false;
      return e.provider.isValid() ? !note.practice.isValid() || !e.practice.isValid() || note.practice == e.practice
                                  : note.practice == e.practice;
    });
  }
  const Note* noteOf(const Affiliation& a) const {
    return newest([&](const Note& note) {
      const Tracking* t = w.get(w.trackings, note.tracking);
      return t && t->affiliation == a.id;
    });
  }

  const Tracking* newestTracking(Id<Enrollment> e, Id<Affiliation> a) const {
    const Tracking* best = nullptr;
    for (const Tracking& t : w.trackings)
      if ((e.isValid() ? t.enrollment == e : t.affiliation == a) &&
          (!best || std::tie(t.started, t.id) > std::tie(best->started, best->id)))
        best = &t;
    return best;
  }
  /// Tracking, its status, step, due, days late.
  QStringList trackingCells(const Tracking* t) const {
    if (!t)
      return {"No tracking yet", "", "", "", ""};
    const Step* step = shown(*t);
    if (!step)
      return {t->reference, statusOf(*t), "", "", ""};
    return {t->reference, statusOf(*t), step->name, iso(step->due), daysLate(*step, *t)};
  }

  bool hasOpenRecredentialing(Id<Enrollment> e, Id<Affiliation> a) const {
    static const QStringList subtypes{"Recredentialing", "Medicare revalidation", "Re-credentialing", "Renewal",
                                      "Reappointment"};
    return std::any_of(w.trackings.begin(), w.trackings.end(), [&](const Tracking& t) {
      return (e.isValid() ? t.enrollment == e : t.affiliation == a) && isOpen(t) && subtypes.contains(t.subtype);
    });
  }

  QString about(const Tracking& t) const {
    QStringList parts;
    if (const Payor* payor = w.get(w.payors, t.payor))
      parts << payor->name;
    if (const Facility* facility = w.get(w.facilities, t.facility))
      parts << facility->name;
    if (!t.state.isEmpty())
      parts << t.state;
    return parts.join(" · ");
  }
  /// As all-items; without Completed as open-items.
  Line itemLine(const Step& step, bool withCompleted, QDate date) const {
    const Tracking* t = w.get(w.trackings, step.tracking);
    const Who of = who(t->provider, t->practice);
    QStringList cells =
        of.cells() + QStringList{t->type,
                                 t->subtype,
                                 about(*t),
                                 QString::number(step.position),
                                 step.name,
                                 step.status,
                                 step.status == "Completed" || step.status == "Not needed" ? QString() : step.waitingOn,
                                 "",
                                 iso(step.started),
                                 iso(step.due),
                                 daysLate(step, *t),
                                 iso(step.followUp)};
    if (withCompleted)
      cells << iso(step.completed);
    return {{of.team, sortName(t->provider), date, step.id.value},
            cells + lastNote(newest([&](const Note& note) { return note.step == step.id; }))};
  }
  /// As payors.
  Line enrollmentLine(const Enrollment& e) const {
    const Who of = who(e.provider, e.practice);
    const Says it = says(e, w.today);
    const QString waitingOn = e.status == "Not started" || e.status == "Denied" ? "Us"
                              : it.claims == "Hold"                             ? "Payor"
                                                                                : "Nobody";
    return {{of.team, sortName(e.provider), e.end, e.id.value},
            of.cells() +
                QStringList{w.get(w.payors, e.payor)->name, e.state, "", e.status, waitingOn, it.claims, "",
                            iso(e.submitted), iso(e.effective), iso(e.end),
                            e.end.isValid() ? QString::number(w.today.daysTo(e.end)) : QString(), "", ""} +
                lastNote(noteOf(e))};
  }

  Line payorLine(const Enrollment& e) const {
    const Who of = who(e.provider, e.practice);
    return {{of.team, sortName(e.provider), e.end, e.id.value},
            of.cells() + QStringList{w.get(w.payors, e.payor)->name, e.state, e.status, iso(e.effective), iso(e.end)} +
                trackingCells(newestTracking(e.id, {})) + lastNote(noteOf(e))};
  }
  Line facilityLine(const Affiliation& a) const {
    const Who of = who(a.provider, {});
    const Facility* at = w.get(w.facilities, a.facility);
    return {{of.team, sortName(a.provider), a.reappointmentDue, a.id.value},
            of.cells() + QStringList{at->name, at->state, a.status, iso(a.appointed), iso(a.reappointmentDue)} +
                trackingCells(newestTracking({}, a.id)) + lastNote(noteOf(a))};
  }

  QString standing(const Credential& one) const {
    const DocumentType* type = w.get(w.types, one.documentType);
    if (one.notApplicable)
      return "Not applicable";
    if (!one.expires.isValid())
      return type->hasTerm ? "No date" : "Current";
    const int first = one.ladder.isEmpty() ? type->firstAlert : one.ladder.section('/', 0, 0).toInt();
    return one.expires < w.today ? "Expired" : w.today.daysTo(one.expires) <= first ? "Expiring" : "Current";
  }

  struct Says {
    int rank = 9; ///< 1 yes, 2 past its end, 3 expected, 4 no
    QString word, claims, basis;
    QDate date, late;
    qint64 key = 0;
    bool isBetterThan(const Says& other) const {
      return std::tuple(rank, !date.isValid(), date.toJulianDay(), key) <
             std::tuple(other.rank, !other.date.isValid(), other.date.toJulianDay(), other.key);
    }
  };
  /// What an enrollment says of a day. The history is counted by sorting all the cases.
  Says says(const Enrollment& e, QDate day) const {
    Says it{4, "No", "Do not schedule", {}, e.effective, {}, 0};
    if (e.status == "Non-participating")
      it.claims = "Bill non-par";
    if (e.status == "Participating") {
      it.rank = e.end.isValid() && e.end < day ? 2 : e.effective.isValid() && e.effective > day ? 3 : 1;
      it.claims = "Bill";
    }
    if (e.status == "Submitted" || e.status == "Not started" || e.status == "Approved, pending load") {
      it.rank = 3;
      it.claims = "Hold";
      std::vector<int> days;
      for (const Enrollment& other : w.enrollments)
        if (other.payor == e.payor && other.state == e.state && other.submitted.isValid() &&
            other.effective.isValid() && other.effective >= other.submitted)
          days.push_back(int(other.submitted.daysTo(other.effective)));
      std::sort(days.begin(), days.end());
      const auto usual = w.get(w.payors, e.payor)->usualDays;
      if (!e.effective.isValid() && e.submitted.isValid()) {
        if (days.size() >= 5) {
          it.date = e.submitted.addDays(days[size_t(std::ceil(double(days.size()) * 0.5)) - 1]);
          it.late = e.submitted.addDays(days[size_t(std::ceil(double(days.size()) * 0.8)) - 1]);
          it.basis = QString("Own history of %1 cases").arg(days.size());
        } else if (usual) {
          it.date = e.submitted.addDays(*usual);
          it.basis = "Usual days of the payor";
        }
      }
    }
    it.word = QStringList{"Yes", "Past its end", "Expected", "No"}[it.rank - 1];
    return it;
  }
  bool worksAt(Id<Provider> provider, Id<Practice> practice) const {
    return std::any_of(w.links.begin(), w.links.end(), [&](const ProviderPractice& link) {
      return link.provider == provider && link.practice == practice;
    });
  }

  static World::Rows rowsOf(std::vector<Line> lines) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.place.key() < b.place.key(); });
    World::Rows rows;
    for (const Line& line : lines)
      rows.push_back(line.cells);
    return rows;
  }

  const World& w;
};
