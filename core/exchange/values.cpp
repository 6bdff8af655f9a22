// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/values.h"

#include <QCoreApplication>
#include <QHash>
#include <span>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// A value and what people call it, parted by bars.
struct Spelling {
  const char* value;
  const char* synonyms;
};

constexpr Spelling stepStatus[] = {
    {"New", "not started|open|to do|todo|unstarted|not begun|upcoming"},
    {"In progress", "wip|work in progress|working|started|ongoing|in process|active|inprogress|underway|in work|begun"},
    {"Waiting", "pending|on hold|hold|waiting on|awaiting|blocked|follow up|waiting for response|submitted|pended"},
    {"Completed", "done|complete|finished|closed|approved|ok|yes|x|✓|✔|resolved"},
    {"Not needed", "n/a|na|not applicable|skipped|skip|not required|none|cancelled|canceled|void"},
};
constexpr Spelling taskStatus[] = {
    {"New", "not started|open|to do|todo|unstarted|assigned"},
    {"In progress", "wip|work in progress|working|started|ongoing|in process|active|underway"},
    {"Waiting", "pending|on hold|hold|waiting on|awaiting|blocked|deferred|follow up|pended"},
    {"Completed", "done|complete|finished|closed|ok|yes|x|✓|✔|resolved"},
    {"Cancelled", "canceled|n/a|na|not applicable|not needed|skipped|void|withdrawn|deleted"},
};
constexpr Spelling trackingStatus[] = {
    {"New", "not started|open|to do|todo|unstarted"},
    {"In progress",
     "wip|work in progress|pending|working|started|ongoing|in process|active|waiting|underway|submitted"},
    {"On hold", "hold|held|paused|suspended|deferred|blocked"},
    {"Completed", "done|complete|finished|closed|approved|resolved"},
    {"Cancelled", "canceled|n/a|na|not applicable|not needed|withdrawn|void|terminated|abandoned"},
};
constexpr Spelling enrollmentStatus[] = {
    {"Not started", "new|to do|todo|open|not begun|none|unstarted"},
    {"Gathering", "gathering documents|collecting|collecting documents|wip|work in progress|in progress|in process|"
                  "preparing|started|working|documents"},
    {"Waiting on provider", "with provider|pending provider|awaiting provider|provider|waiting for provider|"
                            "pending signature|provider signature"},
    {"Ready to submit", "ready|ready for submission|to be submitted|to submit"},
    {"Submitted", "sent|app submitted|application submitted|application sent|filed|mailed"},
    {"Received", "receipt confirmed|confirmed|confirmed receipt|application received|acknowledged"},
    {"In review", "pending|review|under review|in process with payor|in process with payer|processing|pending payor|"
                  "pending payer|with payor|with payer|pended|credentialing|pending review|in credentialing|waiting|"
                  "pending approval"},
    {"Info requested", "information requested|additional information requested|rfi|info needed|development|"
                       "development request|additional info requested|more info needed|incomplete|returned|"
                       "additional info needed"},
    {"Committee", "in committee|with committee|pending committee|credentials committee|committee review"},
    {"Contracting", "contract|in contracting|contract pending|pending contract|contract sent"},
    {"Approved, pending load",
     "approved|approved pending|pending load|loading|approved not loaded|approved pending load"},
    {"Participating", "par|in network|innetwork|active|enrolled|complete|completed|done|effective|credentialed|inn|"
                      "participating provider|yes|live|contracted|in-network|linked|loaded"},
    {"Non-participating",
     "non par|nonpar|out of network|oon|not participating|non participating|no|not par|not contracted"},
    {"Denied", "rejected|declined|refused|not approved"},
    {"Appeal", "appealed|in appeal|appealing|under appeal|on appeal"},
    {"Panel closed", "closed panel|closed|network closed|panel is closed|closed network"},
    {"On hold", "hold|held|paused|suspended|deferred"},
    {"Withdrawn", "withdrew|cancelled|canceled|n/a|na|not applicable|not needed|void|application withdrawn"},
    {"Terminated", "termed|term|inactive|ended|termination|disenrolled|termd|expired|deactivated"},
};
constexpr Spelling affiliationStatus[] = {
    {"Not started", "new|to do|todo|open|none|requested|gathering|unstarted"},
    {"Submitted", "sent|app submitted|application submitted|application sent|applied|received"},
    {"In review", "pending|review|under review|in progress|in process|wip|work in progress|processing|committee|"
                  "in committee|waiting|pended"},
    {"Active", "approved|appointed|privileged|complete|completed|done|granted|current|yes|affiliated|provisional"},
    {"Denied", "rejected|declined|refused"},
    {"Terminated",
     "termed|term|inactive|ended|expired|resigned|withdrawn|cancelled|canceled|relinquished|lapsed|no|n/a|na"},
};
constexpr Spelling providerStatus[] = {
    {"Onboarding", "pending|new|new hire|in progress|wip|hired|starting|incoming|prospective|on boarding|in process"},
    {"Active", "current|employed|yes|participating|credentialed|complete|completed|done|a|y"},
    {"Inactive", "leave|on leave|loa|leave of absence|on hold|hold|no|suspended|retired|i|n"},
    {"Terminated", "termed|term|left|resigned|terminated provider|departed|gone|t|separated|termd"},
};
constexpr Spelling role[] = {
    {"Full access",
     "full|admin|administrator|editor|edit|coordinator|manager|user|read write|all|owner|full access user"},
    {"Viewer", "view|view only|read only|readonly|read|reader|viewer only|guest"},
    {"Auditor", "audit|audit only|compliance"},
};
constexpr Spelling priority[] = {
    {"Low", "l|minor|4"},
    {"Normal", "n|medium|med|m|standard|routine|regular|default|average|3"},
    {"High", "h|important|major|2"},
    {"Fast-track", "fast track|urgent|rush|stat|asap|expedite|expedited|critical|emergency|top|highest|1"},
};
constexpr Spelling payorClass[] = {
    {"Commercial", "comm|private|commercial plan|commercial insurance|hmo|ppo|managed care|marketplace|exchange"},
    {"Medicare", "mcr|medicare part b|traditional medicare|medicare advantage|ma|cms|medicare plan"},
    {"Medicaid", "mcd|medi-cal|medical assistance|managed medicaid|chip|medicaid plan"},
    {"Other", "others|misc|miscellaneous|unknown|government|tricare|workers comp|workers compensation|va|n/a|na"},
};
constexpr Spelling waitingOn[] = {
    {"Us", "we|internal|office|our office|coordinator|credentialing|staff|me|needs your attention|team|in house"},
    {"Provider", "physician|doctor|clinician|practitioner|with provider|the provider|dr"},
    {"Payor", "payer|with payor|with payer|insurance|plan|health plan|carrier|the payer|mac"},
    {"Facility", "hospital|with facility|with hospital|mso|medical staff office"},
    {"Portal vendor", "vendor|portal|with vendor|portal support"},
    {"Nobody", "none|no one|noone|n/a|na|nothing|no body"},
};
constexpr Spelling noteKind[] = {
    {"Note", "notes|comment|general|memo|internal|other|update|misc"},
    {"Call",
     "phone|telephone|phone call|called|tel|voicemail|vm|calls|outbound call|inbound call|outgoing call|incoming call"},
    {"Email", "e mail|mail message|emailed|emails"},
    {"Portal", "website|web|online|portal check|web portal|availity|portal message"},
    {"Fax", "faxed|efax|e fax"},
    {"Letter", "mail|mailed|postal|usps|certified mail|post|mailing"},
    {"Meeting", "in person|visit|meet|met|zoom|teams|conference|video|video call"},
};
constexpr Spelling yesNo[] = {
    {"yes", "y|true|t|1|x|✓|✔|on|active|enabled|ja|si|sí"},
    {"no", "n|false|f|0|off|inactive|disabled|not"},
};
constexpr Spelling educationKind[] = {
    {"Undergraduate", "college|bachelor|bachelors|undergrad|pre med|premed"},
    {"Graduate", "master|masters|graduate school|doctorate|grad school|nursing school|pa school"},
    {"Medical school", "med school|medical|professional school|medical degree|medical education"},
    {"Internship", "intern"},
    {"Residency", "resident"},
    {"Fellowship", "fellow"},
    {"Other", "others|training|course|misc|certificate"},
};
constexpr Spelling addressKind[] = {
    {"Home", "residence|private|personal|home address"},
    {"Mailing", "mail|correspondence|postal|mailing address"},
    {"Billing", "pay to|remit|remittance|payment|billing address"},
    {"Practice", "office|work|location|practice address|service"},
};
constexpr Spelling coverage[] = {
    {"Occurrence", "occurrence based|occ"},
    {"Claims-made", "claims made|claim made|cm"},
};
constexpr Spelling documentKind[] = {
    {"Document", "file|copy|scan"},
    {"Evidence", "proof|verification|psv"},
};
constexpr Spelling keptOn[] = {
    {"credential", "document"},
    {"enrollment", "enrolment|payor|payer"},
    {"affiliation", "facility|hospital"},
};

constexpr Spelling states[] = {
    {"AL", "Alabama"},
    {"AK", "Alaska"},
    {"AZ", "Arizona"},
    {"AR", "Arkansas"},
    {"CA", "California"},
    {"CO", "Colorado"},
    {"CT", "Connecticut"},
    {"DE", "Delaware"},
    {"DC", "District of Columbia|Washington DC"},
    {"FL", "Florida"},
    {"GA", "Georgia"},
    {"HI", "Hawaii"},
    {"ID", "Idaho"},
    {"IL", "Illinois"},
    {"IN", "Indiana"},
    {"IA", "Iowa"},
    {"KS", "Kansas"},
    {"KY", "Kentucky"},
    {"LA", "Louisiana"},
    {"ME", "Maine"},
    {"MD", "Maryland"},
    {"MA", "Massachusetts"},
    {"MI", "Michigan"},
    {"MN", "Minnesota"},
    {"MS", "Mississippi"},
    {"MO", "Missouri"},
    {"MT", "Montana"},
    {"NE", "Nebraska"},
    {"NV", "Nevada"},
    {"NH", "New Hampshire"},
    {"NJ", "New Jersey"},
    {"NM", "New Mexico"},
    {"NY", "New York"},
    {"NC", "North Carolina"},
    {"ND", "North Dakota"},
    {"OH", "Ohio"},
    {"OK", "Oklahoma"},
    {"OR", "Oregon"},
    {"PA", "Pennsylvania"},
    {"RI", "Rhode Island"},
    {"SC", "South Carolina"},
    {"SD", "South Dakota"},
    {"TN", "Tennessee"},
    {"TX", "Texas"},
    {"UT", "Utah"},
    {"VT", "Vermont"},
    {"VA", "Virginia"},
    {"WA", "Washington"},
    {"WV", "West Virginia"},
    {"WI", "Wisconsin"},
    {"WY", "Wyoming"},
    {"AS", "American Samoa"},
    {"GU", "Guam"},
    {"MP", "Northern Mariana Islands"},
    {"PR", "Puerto Rico"},
    {"VI", "Virgin Islands|US Virgin Islands"},
};

constexpr Spelling documentTypes[] = {
    {"State licence", "state license|license|licence|medical license|medical licence|state medical license|"
                      "professional license|nursing license|rn license|np license|lic|state lic|physician license"},
    {"State controlled substance",
     "state controlled substance (cds/csr)|cds|csr|cds csr|controlled substance|"
     "controlled substance registration|state cds|state csr|state dea|controlled substance license|"
     "state controlled substance registration|controlled dangerous substance|cdr"},
    {"DEA registration", "dea|dea license|dea certificate|federal dea|dea number|dea reg"},
    {"Board certification", "board|board cert|boards|board certificate|board certified|specialty board"},
    {"Malpractice insurance",
     "malpractice insurance (coi)|malpractice|coi|certificate of insurance|liability insurance|"
     "professional liability|professional liability insurance|malpractice coi|malpractice cover|"
     "liability|malpractice policy|mal practice"},
    {"BLS", "basic life support|cpr|cpr bls|bls cpr|bls certification"},
    {"ACLS", "advanced cardiac life support|advanced cardiovascular life support|acls certification"},
    {"PALS", "pediatric advanced life support|pals certification"},
    {"NRP", "neonatal resuscitation|neonatal resuscitation program|nrp certification"},
    {"CAQH attestation", "caqh|caqh re attestation|caqh reattestation|caqh attest|caqh proview"},
    {"Medicare revalidation", "medicare reval|pecos revalidation"},
    {"Medicaid revalidation", "medicaid reval"},
    {"NPDB continuous query", "npdb|npdb query|continuous query|npdb enrollment"},
    {"TB test", "tb|ppd|tuberculosis|tb skin test|quantiferon|tuberculosis test|tb screening"},
    {"Influenza", "flu|flu shot|flu vaccine|influenza vaccine|influenza vaccination|flu vaccination"},
    {"Physical", "physical exam|physical examination|annual physical"},
    {"Infection control", "infection control training|infection control certificate"},
    {"Driver licence",
     "drivers license|driver license|driver s license|drivers licence|dl|driving licence|driving license"},
    {"Passport", "us passport"},
    {"Work visa", "visa|work permit|work authorization|h1b"},
    {"Collaborative / supervision agreement",
     "collaborative agreement|collaboration agreement|supervision agreement|"
     "supervising agreement|supervisory agreement|collaborative practice agreement|cpa"},
    {"CLIA", "clia certificate|clia waiver|clia number"},
    {"Facility licence", "facility license|clinic license"},
};

/// How a value is compared: letters and digits alone, in lower case.
QString valueKey(const QString& text) {
  QString key;
  key.reserve(text.size());
  for (const QChar c : text)
    if (c.isLetterOrNumber() || c.unicode() == u'✓' || c.unicode() == u'✔')
      key += c.toCaseFolded();
  return key;
}

/// The values of one field: in their order, and by every key they go by.
struct Vocabulary {
  explicit Vocabulary(std::span<const Spelling> spellings) {
    for (const Spelling& one : spellings) {
      values += QString::fromUtf8(one.value);
      byKey.insert(valueKey(values.back()), values.back());
    }
    for (qsizetype i = 0; i < values.size(); ++i)
      for (const QString& synonym :
           QString::fromUtf8(spellings[static_cast<size_t>(i)].synonyms).split(QLatin1Char('|')))
        if (!byKey.contains(valueKey(synonym)))
          byKey.insert(valueKey(synonym), values[i]);
  }

  QStringList values;
  QHash<QString, QString> byKey;
};

const Vocabulary& vocabularyOf(Field field) {
  static const std::vector<Vocabulary> all = {Vocabulary(stepStatus),
                                              Vocabulary(taskStatus),
                                              Vocabulary(trackingStatus),
                                              Vocabulary(enrollmentStatus),
                                              Vocabulary(affiliationStatus),
                                              Vocabulary(providerStatus),
                                              Vocabulary(role),
                                              Vocabulary(priority),
                                              Vocabulary(payorClass),
                                              Vocabulary(waitingOn),
                                              Vocabulary(noteKind),
                                              Vocabulary(yesNo),
                                              Vocabulary(educationKind),
                                              Vocabulary(addressKind),
                                              Vocabulary(coverage),
                                              Vocabulary(documentKind),
                                              Vocabulary(keptOn)};
  return all[static_cast<size_t>(field)];
}

} // namespace

const QStringList& allowedValues(Field field) { return vocabularyOf(field).values; }

Result<QString> readValue(Field field, const QString& text) {
  const Vocabulary& vocabulary = vocabularyOf(field);
  for (const QString& value : vocabulary.values) // mostly the file is one of ours
    if (value == text)
      return value;
  if (text.trimmed().isEmpty())
    return QString();
  if (const auto it = vocabulary.byKey.find(valueKey(text)); it != vocabulary.byKey.end())
    return *it;
  return Problem{
      {}, Say::tr("“%1” is none of these: %2.").arg(text.simplified(), vocabulary.values.join(QStringLiteral(", ")))};
}

Result<bool> readYesNo(const QString& text) {
  const auto value = readValue(Field::YesNo, text);
  if (!value)
    return value.problems();
  return *value == QLatin1String("yes");
}

QString stateCode(const QString& text) {
  static const Vocabulary vocabulary{states};
  return vocabulary.byKey.value(valueKey(text), text.trimmed());
}

QString documentTypeName(const QString& text) {
  static const Vocabulary vocabulary{documentTypes};
  return vocabulary.byKey.value(valueKey(text), text.trimmed());
}

} // namespace exchange
