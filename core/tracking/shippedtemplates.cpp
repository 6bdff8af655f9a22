// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tracking/shippedtemplates.h"

#include "core/tracking/templates.h"

namespace {

struct ShippedStep {
  const char* name;
  int tat; // business days
  const char* waitingOn;
  const char* role;
  const char* description;
};

constexpr auto office = "Credentialing coordinator";
constexpr auto clinician = "Provider";

constexpr ShippedStep payorInitial[] = {
    {"Confirm payor and panel", 2, "Payor", office,
     "Ask the payor whether its panel is open for this specialty, state and location. Note the reference number, and "
     "which application it wants."},
    {"Collect documents", 10, "Provider", office,
     "Gather licence, DEA, board certificate, malpractice certificate, W-9 and curriculum vitae without gaps. Ask for "
     "everything in one message and say by when."},
    {"CAQH current and authorised", 3, "Provider", office,
     "The profile is complete, attested within its term, and this payor is authorised to see it."},
    {"Exclusion and licence check", 1, "Us", office,
     "Look the provider up in the exclusion lists and at the licensing board, and keep the evidence with its day."},
    {"Complete application", 3, "Us", office,
     "Fill in the payor's form or portal from the profile, not from memory. A second person reads the NPI, TIN and "
     "addresses."},
    {"Provider signature", 5, "Provider", clinician,
     "The provider reads and signs the application and the attestation; undated signatures come back."},
    {"Submit", 2, "Us", office, "Send by the way the payor asks for, and keep a copy with the proof of sending."},
    {"Confirm receipt", 10, "Payor", office,
     "Ask whether the application has arrived and is complete. Note the tracking number and whom you spoke to."},
    {"Payor review", 45, "Payor", office,
     "The payor verifies and decides. Ask at least every week, and answer requests for more on the day they come."},
    {"Contract and effective date", 10, "Payor", office,
     "Contract or amendment is signed by both sides; the effective date is in writing."},
    {"Verify load and provider ID", 10, "Payor", office,
     "Check in the payor's directory and by telephone that name, location and specialty are loaded, and record the "
     "provider number."},
    {"EDI/ERA/EFT", 10, "Us", office,
     "Electronic claims, remittances and payments are set up for this TIN with this payor."},
    {"Tell billing and scheduling", 1, "Us", office,
     "Say from which day patients of this payor can be seen and claims released, and what to do with those on hold."},
};

constexpr ShippedStep payorRecredentialing[] = {
    {"Set due date", 1, "Us", office,
     "Enter the date by which the payor must have decided, from its letter or portal."},
    {"CAQH refresh", 5, "Provider", office,
     "Bring work history, cover and addresses up to date and have the provider attest again."},
    {"Documents current", 5, "Provider", office,
     "Nothing on file may expire before the decision; ask for renewals now."},
    {"Submit", 3, "Us", office, "Send the application, or confirm that the payor takes it from CAQH."},
    {"Confirm receipt", 10, "Payor", office,
     "Ask whether everything has arrived, and note the reference and whom you spoke to."},
    {"Follow up", 30, "Payor", office,
     "Ask weekly where it stands. A decision after the due date ends participation, so escalate early."},
    {"Approval and new end date", 5, "Payor", office,
     "Record the approval letter and the next end date on the enrollment."},
};

constexpr ShippedStep medicare[] = {
    {"Check list", 1, "Us", office,
     "NPI, licence, practice locations, reassignments and bank details are at hand and agree with each other."},
    {"PECOS application", 3, "Us", office,
     "Enter the application in PECOS and look for contradictions with what the registry says."},
    {"E-sign", 5, "Provider", clinician,
     "The provider, and the delegated official for a reassignment, sign electronically; the link runs out."},
    {"MAC receipt", 10, "Payor", office,
     "The Medicare contractor acknowledges the application. Record its tracking number."},
    {"Answer development request", 20, "Us", office,
     "Answer whatever the contractor asks within its deadline, or the application is rejected and starts anew."},
    {"Approval, PTAN, effective date", 45, "Payor", office,
     "Record PTAN, effective date and the date the revalidation will be due. Tell billing."},
};

constexpr ShippedStep licenseInitial[] = {
    {"Application and fee", 5, "Us", office, "File the board's application and pay; keep the receipt."},
    {"Transcripts and scores", 20, "Provider", clinician,
     "School, training programme and examiners send their papers straight to the board. Check what has arrived."},
    {"Background check", 10, "Provider", clinician, "Fingerprints are taken as this state wants them and sent in."},
    {"Verifications from other states", 15, "Us", office,
     "Every board that ever licensed the provider confirms it to this one."},
    {"Board review", 40, "Us", office, "The board decides. Ask every second week, and answer letters at once."},
    {"Issued: tell CAQH and payors", 5, "Us", office,
     "Record number and expiry, put the licence into CAQH, and tell the payors that wait for it."},
};

constexpr ShippedStep licenseRenewal[] = {
    {"CME complete", 20, "Provider", clinician,
     "The hours this state asks for are done, with certificates, the compulsory subjects among them."},
    {"Form and fee", 5, "Provider", clinician,
     "Renew at the board's site and pay; most boards let only the holder do it."},
    {"Verify at the board", 5, "Us", office, "Look the new expiry date up at the board and keep the page as evidence."},
    {"Upload, tell CAQH and payors", 3, "Us", office,
     "Replace the copy on file, in CAQH and with payors and facilities that keep one."},
};

constexpr ShippedStep facilityInitial[] = {
    {"Request", 3, "Facility", office, "Ask the medical staff office for an application in the right category."},
    {"Application and privilege form", 10, "Provider", clinician,
     "Fill in the application and choose the privileges; case logs support each special one."},
    {"Verifications", 20, "Facility", office,
     "The facility verifies training, licences and cover at their sources. Chase those who do not answer."},
    {"References", 15, "Facility", office, "Peers answer the facility's questionnaire; remind them after a week."},
    {"Chair report", 10, "Facility", office, "The department's chair reads the file and recommends."},
    {"Credentials committee", 15, "Facility", office,
     "On the agenda of which meeting? Record its date and its advice."},
    {"MEC", 10, "Facility", office, "The medical executive committee recommends to the board."},
    {"Board", 10, "Facility", office, "The governing body grants the privileges; its day is the day of appointment."},
    {"Letter and orientation", 5, "Us", office,
     "Keep the letter, record appointment and reappointment due, and arrange badge, systems and orientation."},
};

constexpr ShippedStep facilityReappointment[] = {
    {"Packet out", 5, "Facility", office,
     "The facility sends its packet; ask for it well before the appointment ends."},
    {"Packet back", 15, "Provider", clinician, "Completed, signed, with activity and CME of the period."},
    {"Verifications", 20, "Facility", office, "The facility verifies at the sources; help with what is missing."},
    {"Chair", 10, "Facility", office, "The chair reviews the period's quality data and recommends."},
    {"Committee", 15, "Facility", office, "The credentials committee has it on its agenda; record the date."},
    {"MEC", 10, "Facility", office, "The medical executive committee recommends."},
    {"Board", 10, "Facility", office, "The governing body reappoints, before the present term ends."},
    {"Letter", 5, "Us", office, "Keep the letter and record when the next reappointment is due."},
};

constexpr ShippedStep onboarding[] = {
    {"Letter of intent", 1, "Us", "Recruiter",
     "A signed letter of intent with start date, specialty and locations is here."},
    {"Contract reviewed and signed", 10, "Us", "Recruiter",
     "Both sides have signed; start date and locations are final."},
    {"Profile created", 1, "Us", office, "Enter name as licensed, NPI, specialty, practices and start date."},
    {"Welcome and invitation", 2, "Us", office,
     "Introduce yourself, say what will be asked for and why, and invite the provider to send documents."},
    {"Data sheet and documents", 10, "Provider", clinician,
     "The provider returns the data sheet with all documents, work history explained month by month."},
    {"NPI and taxonomy check", 1, "Us", office,
     "Compare name, address and taxonomy with the NPI registry and have differences corrected there."},
    {"CAQH access", 3, "Provider", clinician, "The provider lets the office manage the profile, and attests."},
    {"Payor list confirmed", 2, "Us", office,
     "Agree with contracting which payors, states and locations to enroll, in which order."},
    {"Malpractice added", 5, "Us", office,
     "The carrier adds the provider and sends the certificate; check dates and limits."},
    {"Exclusions clear", 1, "Us", office,
     "Nothing found in the exclusion lists under any name held; keep the evidence."},
    {"Start payors and facilities", 1, "Us", office, "Start a tracking for each payor and each facility agreed on."},
    {"Go live", 5, "Us", office,
     "Tell scheduling and billing whom the provider can see from which day, payor by payor."},
};

struct Shipped {
  const char* type;
  const char* subtype;
  std::span<const ShippedStep> steps;
};

constexpr Shipped shipped[] = {
    {"Payor", "Initial", payorInitial},           {"Payor", "Recredentialing", payorRecredentialing},
    {"Medicare", "Enrollment", medicare},         {"Medicare", "Revalidation", medicare},
    {"State License", "Initial", licenseInitial}, {"State License", "Renewal", licenseRenewal},
    {"Facility", "Initial", facilityInitial},     {"Facility", "Reappointment", facilityReappointment},
    {"Onboarding", "Employed", onboarding},       {"Onboarding", "Affiliated", onboarding},
};

} // namespace

int shipTemplates(db::Transaction& transaction) {
  int written = 0;
  for (const Shipped& one : shipped) {
    TrackingTemplate fresh;
    fresh.type = QString::fromLatin1(one.type);
    fresh.subtype = QString::fromLatin1(one.subtype);
    if (findTemplate(transaction.database(), fresh.type, fresh.subtype))
      continue;
    fresh.id = db::save(transaction, fresh);
    ++written;
    int position = 0;
    for (const ShippedStep& step : one.steps)
      db::save(transaction, TemplateStep{{},
                                         fresh.id,
                                         ++position,
                                         QString::fromLatin1(step.name),
                                         QString::fromLatin1(step.description),
                                         step.tat,
                                         QString::fromLatin1(step.role),
                                         QString::fromLatin1(step.waitingOn)});
  }
  return written;
}
