// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/subjects.h"

#include "core/alerts/alertaction.h"
#include "core/alerts/alertnotice.h"
#include "core/credentials/credential.h"
#include "core/credentials/document.h"
#include "core/credentials/documenttype.h"
#include "core/facilities/affiliation.h"
#include "core/facilities/facility.h"
#include "core/mail/outgoing.h"
#include "core/mail/template.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/payors/payor.h"
#include "core/payors/teampayor.h"
#include "core/review/mark.h"
#include "core/schedule/schedule.h"
#include "core/tasks/task.h"
#include "core/tasks/tasknotice.h"
#include "core/team/coordinator.h"
#include "core/team/letterhead.h"
#include "core/team/practice.h"
#include "core/team/profile.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/step.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"
#include "core/views/savedview.h"

void knowAllSubjects() {
  for (const auto table : {&Team::table,
                           &Coordinator::table,
                           &CoordinatorTeam::table,
                           &ClosedDay::table,
                           &Practice::table,
                           &Provider::table,
                           &ProviderPractice::table,
                           &ProviderName::table,
                           &ProviderTaxonomy::table,
                           &ProviderAddress::table,
                           &Education::table,
                           &WorkHistory::table,
                           &WorkGap::table,
                           &PeerReference::table,
                           &Payor::table,
                           &TeamPayor::table,
                           &Enrollment::table,
                           &Facility::table,
                           &Affiliation::table,
                           &DocumentType::table,
                           &DocumentRequirement::table,
                           &Credential::table,
                           &Document::table,
                           &TrackingTemplate::table,
                           &TemplateStep::table,
                           &Tracking::table,
                           &Step::table,
                           &Task::table,
                           &TaskItem::table,
                           &TaskNotice::table,
                           &Note::table,
                           &AlertAction::table,
                           &Outgoing::table,
                           &OutgoingAttachment::table,
                           &AlertNotice::table,
                           &MailTemplate::table,
                           &SavedView::table,
                           &ReviewMark::table,
                           &Schedule::table,
                           &ScheduleRun::table,
                           &PracticeLetterhead::table})
    table();
}
