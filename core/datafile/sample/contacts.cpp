// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/sample/contacts.h"

#include "core/notes/note.h"
#include "core/tracking/status.h"

namespace sample {

namespace {

struct Contact {
  const char* kind;
  const char* with;
  const char* outcome;
  const char* text;
};

constexpr Contact toPayor[] = {
    {"Call", "Provider services", "In process",
     "Application is in the queue for its first review; no documents missing."},
    {"Portal", "", "In process", "Portal shows “In review”. Nothing asked for."},
    {"Call", "Credentialing department", "Escalated",
     "On hold for 40 minutes. Supervisor promises an answer this week."},
    {"Email", "Network representative", "Answered", "Representative confirms receipt and names a committee date."},
    {"Fax", "Credentialing department", "Sent",
     "Sent page 4 of the malpractice certificate again, with the cover sheet."},
    {"Call", "Provider services", "No answer", "Was cut off twice; try again in the morning."},
    {"Letter", "", "Received", "Letter says that a W-9 with the new address is needed."},
};
constexpr Contact toProvider[] = {
    {"Email", "Provider", "Asked",
     "Asked for the current malpractice certificate and the curriculum vitae with months."},
    {"Call", "Provider", "Promised", "Will sign tonight; link sent again."},
    {"Email", "Practice manager", "Asked", "Reminder: attestation in CAQH is about to lapse."},
    {"Meeting", "Provider", "Done",
     "Went through the data sheet together; a gap in 2019 is explained as parental leave."},
};
constexpr Contact toFacility[] = {
    {"Call", "Medical staff office", "In process", "Two of three references are in; they remind the third."},
    {"Email", "Medical staff office", "Answered", "The file is complete and goes to the chair."},
    {"Call", "Medical staff office", "In process", "It is on the agenda of the next committee."},
};
constexpr Contact ours[] = {
    {"Note", "", "", "Checked the form against the profile; two addresses corrected."},
    {"Note", "", "", "All documents are on file and current."},
    {"Portal", "", "Sent", "Entered in the portal; confirmation page is filed."},
};

const Contact& contactFor(World& world, const QString& waitingOn) {
  if (waitingOn == QLatin1String("Payor"))
    return world.dice.one(toPayor);
  if (waitingOn == QLatin1String("Provider"))
    return world.dice.one(toProvider);
  if (waitingOn == QLatin1String("Facility"))
    return world.dice.one(toFacility);
  return world.dice.one(ours);
}

Note write(World& world, const Contact& contact, QDate day, const QString& author) {
  Note note;
  note.written = QStringLiteral("%1 %2:%3")
                     .arg(day.toString(Qt::ISODate))
                     .arg(world.dice.between(8, 16), 2, 10, QLatin1Char('0'))
                     .arg(world.dice.below(60), 2, 10, QLatin1Char('0'));
  note.author = author;
  note.kind = QString::fromLatin1(contact.kind);
  note.withWhom = QString::fromLatin1(contact.with);
  note.outcome = QString::fromLatin1(contact.outcome);
  note.text = QString::fromUtf8(contact.text);
  if (note.kind == QLatin1String("Call") && note.outcome != QLatin1String("No answer"))
    note.reference = QStringLiteral("REF-%1").arg(world.dice.between(100000, 999999));
  return note;
}

} // namespace

void tellOf(World& world, const Tracking& tracking, const std::vector<Step>& steps) {
  const QString author = world.nameOf(tracking.assignee);
  Note note;
  const auto say = [&](const Step& step, QDate day) {
    note = write(world, contactFor(world, step.waitingOn), day, author);
    note.tracking = tracking.id;
    note.step = step.id;
    if (isOpenStatus(step.status))
      note.followUp = step.followUp;
    world.add(note);
  };
  for (const Step& step : steps) {
    if (step.completed.isValid() && world.dice.oneIn(3))
      say(step, step.completed);
    if (!isOpenStatus(step.status) || step.status == QLatin1String("New") || world.dice.oneIn(6))
      continue;
    // In the order they were written; some have not been asked for a long time.
    const int age = int(step.started.daysTo(world.today));
    for (int part = 1, parts = world.dice.between(1, 3); part <= parts; ++part)
      say(step, step.started.addDays(age * part / (parts + 1)));
  }
  if (world.dice.oneIn(8)) {
    note = write(world, world.dice.one(ours), tracking.started, author);
    note.tracking = tracking.id;
    world.add(note);
  }
}

void makeContacts(World& world) {
  for (int i = 0; i < 60; ++i) {
    const Enrollment& enrollment = world.enrollments[size_t(i * 6)];
    Note note = write(world, world.dice.one(toPayor), world.daysAgo(world.dice.between(1, 90)),
                      world.nameOf(enrollment.assignee));
    note.provider = enrollment.provider;
    if (!note.provider.isValid())
      note.practice = enrollment.practice;
    note.payor = enrollment.payor;
    world.add(note);
  }
  for (int i = 0; i < 20; ++i) {
    const Provider& provider = world.providers[size_t(i * 3)];
    Note note = write(world, world.dice.one(toProvider), world.daysAgo(world.dice.between(1, 200)),
                      world.nameOf(provider.assignee));
    note.provider = provider.id;
    world.add(note);
  }
}

} // namespace sample
