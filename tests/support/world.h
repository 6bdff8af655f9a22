// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// These tests are mostly text: their literals may be read as UTF-8. To be included before everything else.
#undef QT_NO_CAST_FROM_ASCII

#include "core/credentials/credential.h"
#include "core/credentials/documenttype.h"
#include "core/datafile/datafile.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/tasks/task.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/step.h"
#include "core/tracking/tracking.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

/// A small office by chance, in a file and as plain records beside it: what a slow count by hand starts from. Dates lie
/// around `today`, so that every border is met; names are few, so that ties are common.
class World {
public:
  const QDate today{2026, 1, 15};

  explicit World(quint32 seed) : m_random(seed) {
    const db::Actor actor{"Test", QDateTime(today, QTime(9, 0), Qt::UTC)};
    database = datafile::open(m_folder.filePath("world.db"), actor);
    db::Transaction transaction(*database, actor, "World");
    makeOffice(transaction);
    makeRecords(transaction);
    makeTrackings(transaction);
    makeNotes(transaction);
    transaction.commit();
  }

  std::unique_ptr<db::Database> database;
  std::vector<Team> teams;
  std::vector<Practice> practices;
  std::vector<Provider> providers;
  std::vector<ProviderPractice> links;
  std::vector<Payor> payors;
  std::vector<Facility> facilities;
  std::vector<DocumentType> types;
  std::vector<Enrollment> enrollments;
  std::vector<Affiliation> affiliations;
  std::vector<Credential> credentials;
  std::vector<Tracking> trackings;
  std::vector<Step> steps;
  std::vector<Task> tasks;
  std::vector<Note> notes;

  using Rows = std::vector<QStringList>;
  Rows report(const char* name, const report::Asked& asked = {}) { return report(name, asked, today); }
  Rows report(const char* name, const report::Asked& asked, QDate day) {
    const auto request = report::requestFor(*database, *report::find(name), asked, day);
    if (const auto* problem = std::get_if<report::AskedProblem>(&request))
      return {{problem->sentence}};
    Rows rows;
    report::tableFor(*database, std::get<report::Request>(request)).rows([&](report::Cells cells) {
      QStringList row;
      for (std::string_view cell : cells)
        row << QString::fromUtf8(cell.data(), qsizetype(cell.size()));
      rows.push_back(row);
      return true;
    });
    return rows;
  }

  template<class R>
  const R* get(const std::vector<R>& all, Id<R> id) const {
    for (const R& one : all)
      if (one.id == id)
        return &one;
    return nullptr;
  }

private:
  int below(int n) { return int(m_random.bounded(n)); }
  bool chance(int percent) { return below(100) < percent; }
  template<class R>
  const R& any(const std::vector<R>& all) {
    return all[size_t(below(int(all.size())))];
  }
  QString any(const QStringList& all) { return all[below(int(all.size()))]; }
  /// None, or up to so many days around today.
  QDate around(int days, int none = 25) { return chance(none) ? QDate() : today.addDays(below(2 * days + 1) - days); }

  template<class R>
  const R& add(db::Transaction& transaction, std::vector<R>& to, R record) {
    record.id = db::save(transaction, record);
    to.push_back(record);
    return to.back();
  }

  void makeOffice(db::Transaction& transaction) {
    for (const char* name : {"North", "South"})
      add(transaction, teams, Team{{}, name});
    for (int i = 0; i < 4; ++i) {
      Practice practice;
      practice.name = QString("Practice %1").arg(i);
      practice.team = any(teams).id;
      practice.state = any(QStringList{"TX", "IL", ""});
      add(transaction, practices, practice);
    }
    for (int i = 0; i < 7; ++i) {
      Provider provider;
      provider.team = any(teams).id;
      provider.lastName = any(QStringList{"Adler", "Brook", "Cole"});
      provider.firstName = any(QStringList{"Ida", "Jan", ""});
      provider.npi = any(QStringList{"", QString("900000000%1").arg(i)});
      provider.status = any(QStringList{"Active", "Active", "Onboarding", "Inactive", "Terminated"});
      provider.tags = any(QStringList{"", "new"});
      add(transaction, providers, provider);
      for (const Practice& practice : practices)
        if (chance(35))
          add(transaction, links, ProviderPractice{{}, providers.back().id, practice.id});
    }
    for (int i = 0; i < 3; ++i) {
      Payor payor;
      payor.name = QString("Payor %1").arg(i);
      if (chance(60))
        payor.usualDays = below(90);
      add(transaction, payors, payor);
      Facility facility;
      facility.name = QString("Facility %1").arg(i);
      facility.state = any(QStringList{"TX", ""});
      add(transaction, facilities, facility);
    }
    types = db::allWhere<DocumentType>(*database, "1 = 1 ORDER BY id");
  }

  void makeRecords(db::Transaction& transaction) {
    for (int i = 0; i < 90; ++i) {
      Enrollment one;
      if (chance(80))
        one.provider = any(providers).id;
      if (!one.provider.isValid() || chance(60))
        one.practice = any(practices).id;
      one.payor = any(payors).id;
      one.state = any(QStringList{"TX", "IL", ""});
      one.status = any(QStringList{"Participating", "Participating", "Submitted", "Approved, pending load", "Denied",
                                   "Non-participating", "Not started"});
      one.submitted = around(60);
      one.effective = one.submitted.isValid() && chance(60) ? one.submitted.addDays(below(80)) : around(60, 60);
      one.end = chance(50) ? around(3) : around(200);
      one.ladder = any(QStringList{"", "", "90/30/0"});
      add(transaction, enrollments, one);
    }
    for (int i = 0; i < 15; ++i) {
      Affiliation one;
      one.provider = any(providers).id;
      one.facility = any(facilities).id;
      one.status = any(QStringList{"Active", "Submitted", "Terminated"});
      one.appointed = around(60);
      one.reappointmentDue = chance(50) ? around(3) : around(170);
      one.ladder = any(QStringList{"", "", "60/0"});
      add(transaction, affiliations, one);
    }
    for (int i = 0; i < 40; ++i) {
      Credential one;
      one.provider = any(providers).id;
      one.documentType = chance(70) ? typeNamed("State licence") : any(types).id;
      one.number = QString("N-%1").arg(i);
      one.state = any(QStringList{"TX", "IL", ""});
      one.expires = chance(50) ? around(2) : around(130);
      one.notApplicable = chance(10);
      one.ladder = any(QStringList{"", "", "30/0"});
      if (i > 0 && chance(15))
        one.renewedBy = any(credentials).id;
      add(transaction, credentials, one);
    }
    for (int i = 0; i < 15; ++i) {
      Task one;
      one.team = teams.front().id;
      one.name = QString("Task %1").arg(i);
      if (chance(80))
        one.provider = any(providers).id;
      one.due = around(10);
      one.followUp = around(10);
      one.status = any(QStringList{"New", "In progress", "Waiting", "Completed", "Cancelled"});
      one.created = today.addDays(-20);
      add(transaction, tasks, one);
    }
  }

  void makeTrackings(db::Transaction& transaction) {
    for (int i = 0; i < 60; ++i) {
      Tracking one;
      one.reference = QString("T-%1").arg(1001 + i);
      one.type = "Payor";
      one.subtype = any(QStringList{"Initial", "Recredentialing", "Medicare revalidation", "Re-credentialing",
                                    "Precredentialing", "Renewal", "Reappointment", "Change"});
      one.started = today.addDays(-below(6));
      one.setStatus = any(QStringList{"", "", "", "On hold", "Cancelled"});
      if (chance(25)) {
        const Affiliation& about = any(affiliations);
        one.affiliation = about.id;
        one.provider = about.provider;
        one.facility = about.facility;
      } else {
        const Enrollment& about = any(enrollments);
        one.enrollment = about.id;
        one.provider = about.provider;
        one.practice = about.practice;
        one.payor = about.payor;
        one.state = about.state;
      }
      one.team = one.provider.isValid() ? get(providers, one.provider)->team : get(practices, one.practice)->team;
      add(transaction, trackings, one);
      for (int n = below(4), position = 1; position <= n; ++position) {
        Step step;
        step.tracking = one.id = trackings.back().id;
        step.position = position;
        step.name = QString("Step %1").arg(position);
        step.status = any(QStringList{"New", "In progress", "Waiting", "Completed", "Completed", "Not needed"});
        step.due = around(12);
        step.followUp = around(10);
        step.waitingOn = any(QStringList{"", "Us", "Payor"});
        if (step.status == "Completed" || chance(5))
          step.completed = around(9);
        if (chance(60))
          step.tat = below(8);
        step.started = around(12);
        add(transaction, steps, step);
      }
    }
  }

  void makeNotes(db::Transaction& transaction) {
    for (int i = 0; i < 120; ++i) {
      Note one;
      one.text = QString("Note %1").arg(i);
      one.author = any(QStringList{"Anna", "Jo", ""});
      const QString day = today.addDays(-below(5)).toString(Qt::ISODate);
      one.written = chance(50) ? day : day + any(QStringList{" 09:00", " 14:30"});
      one.followUp = around(5);
      one.outcome = any(QStringList{"", "Asked"});
      switch (below(5)) {
      case 0: {
        const Step& step = any(steps);
        one.step = step.id;
        one.tracking = step.tracking;
        break;
      }
      case 1:
        one.tracking = any(trackings).id;
        break;
      case 2:
        one.task = any(tasks).id;
        break;
      default:
        if (chance(70))
          one.provider = any(providers).id;
        if (!one.provider.isValid() || chance(30))
          one.practice = any(practices).id;
        if (chance(70))
          one.payor = any(payors).id;
      }
      add(transaction, notes, one);
    }
  }

  Id<DocumentType> typeNamed(const QString& name) const {
    for (const DocumentType& type : types)
      if (type.name == name)
        return type.id;
    return {};
  }

  QTemporaryDir m_folder;
  QRandomGenerator m_random;
};
