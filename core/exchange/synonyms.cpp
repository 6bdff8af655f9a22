// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/synonyms.h"

namespace exchange {
namespace {

constexpr Synonyms usual[] = {
    {"Team", "team name|organization|organisation|org|organization name|client|client name|account|company"},
    {"Email", "e mail|email address|e mail address|mail|contact email|work email"},
    {"Practice",
     "practice name|group|group name|clinic|clinic name|location|location name|practice location|site|site name|"
     "office|office name|medical group|medical group name|group practice|service location|clinic location|"
     "practice group|primary location|primary practice|billing group"},
    {"Group NPI",
     "group npi number|group npi|npi 2|npi type 2|type 2 npi|npi ii|organization npi|organizational npi|org npi|"
     "billing npi|practice npi|clinic npi|location npi|npi group|npi org"},
    {"TIN", "tax id|tax id number|taxid|ein|fein|federal tax id|tax identification number|tax number|tin ein|ein tin|"
            "tax id tin|employer identification number|group tin|practice tin|group tax id"},
    {"Address", "street|street address|address 1|address line 1|mailing address|addr|practice address|office address|"
                "location address|physical address"},
    {"City", "town|city town"},
    {"State", "st|state province|province|state code|us state|practice state"},
    {"ZIP", "zip code|zipcode|zip 4|postal code|postcode|zip postal code|postal"},
    {"Phone",
     "telephone|phone number|tel|tel number|telephone number|office phone|contact phone|mobile|cell|cell phone|"
     "main phone|work phone|contact number|"
     "mobile phone|mobile number|cell number|cell phone number|contact phone number|ph|phone 1"},
    {"NPI",
     "npi number|ind npi|individual npi|individual npi number|provider npi|provider npi number|npi 1|npi type 1|"
     "type 1 npi|npi i|rendering npi|national provider identifier|physician npi|npi individual|npi ind|personal npi|"
     "practitioner npi|clinician npi|prov npi|servicing npi|rendering provider npi|ind npi number|npi id"},
    {"Last name", "last|surname|family name|lname|l name|last nm|provider last name|provider last|provider surname|"
                  "name last|physician last name|practitioner last name|legal last name|lastname"},
    {"First name", "first|given name|forename|fname|f name|first nm|provider first name|provider first|name first|"
                   "physician first name|practitioner first name|"
                   "first name mi|legal first name"},
    {"Middle name",
     "middle|mi|m i|middle initial|"
     "middle name initial|middle name or initial|mname|middle nm|provider middle name|name middle|mid name"},
    {"Suffix", "name suffix|generational suffix|generation|jr sr|sfx"},
    {"Degree",
     "credentials|credential|degrees|title|titles|designation|professional title|professional designation|"
     "provider type|prov type|provider degree|cred|creds|provider credentials|md do|license type|degree title|"
     "practitioner type|clinical degree|discipline"},
    {"Specialty", "speciality|specialties|primary specialty|provider specialty|spec|specialty 1|primary speciality|"
                  "specialty description|taxonomy description|area of specialty|practice specialty"},
    {"Taxonomy", "taxonomy code|"
                 "nucc taxonomy|nucc taxonomy code|primary taxonomy|primary taxonomy code|provider taxonomy|nucc "
                 "code|taxonomy number|"
                 "taxonomy id"},
    {"Date of birth", "dob|d o b|birth date|birthdate|birthday|provider dob|birth dt|date birth"},
    {"CAQH ID", "caqh|caqh number|caqh proview id|caqh provider id|caqh proview|proview id|caqh id number"},
    {"Start date", "hire date|date of hire|doh|"
                   "onboard date|employment date|employment start date|employment start|date hired|hired|"
                   "date started|start dt|provider start date|join date|onboarding date|anticipated start date|"
                   "expected start date|start"},
    {"Practices",
     "practice|practice name|"
     "service location|work location|practice names|group|groups|group name|clinic|clinics|clinic name|location|"
     "locations|site|sites|office|offices|practice location|practice locations|primary location|"
     "primary practice|service locations|medical group|department|facility name"},
    {"Tags", "tag|label|labels|flags|keywords"},
    {"Assignee",
     "owner|assigned to|assigned|assigned user|coordinator|credentialing coordinator|specialist|"
     "credentialing specialist|enrollment specialist|enrollment coordinator|responsible|responsible party|"
     "responsible person|handled by|point person|assigned coordinator|assigned specialist|assignee name|worker|"
     "staff|rep assigned|"
     "rep|cred specialist|cred coordinator|case owner|account manager|analyst|resource|task owner|step owner"},
    {"Payor", "payer|payor name|payer name|insurance|insurance name|insurance company|insurance plan|insurance payer|"
              "health plan|health plan name|plan|plan name|carrier|carrier name|ins|ins name|ins company|insurer|"
              "payer plan|payor plan|"
              "ins co|managed care plan|payer plan name|network|network name|mco|program|payers|payors|insurances|"
              "health insurance|insurance carrier|payer payor"},
    {"Facility", "facility name|hospital|hospital name|hospital facility|facility hospital|asc|surgery center|"
                 "surgical center|ambulatory surgery center|health system|hospital affiliation|affiliation|"
                 "affiliated hospital|facilities|hospitals|affiliated facility"},
    {"Line of business", "lob|lobs|lines of business|line|business line|product|products|product line|plan type|"
                         "line of bus|product type|product name|lob product|network type"},
    {"Status", "current status|status description|stage|overall status|state of work|sts"},
    {"Provider", "provider name|name|physician|physician name|practitioner|practitioner name|clinician|clinician name|"
                 "doctor|doctor name|full name|provider full name|rendering provider|rendering provider name|"
                 "last first|last name first name|provider last first|name last first|employee name|employee|providers|"
                 "provider first last|related to provider|related provider|dr"},
    {"Follow-up", "f u|fu|f up|"
                  "next f u date|next fu date|follow up date|followup date|next follow up|next follow up date|f u "
                  "date|fu date|next f u|"
                  "next fu|follow up on|next action date|next action|tickler|tickler date|reminder|reminder date|"
                  "call back|callback date|follow up due|next contact|next contact date|next touch"},
    {"Waiting on", "waiting|"
                   "with whom|waiting for|pending with|pending on|ball in court|waiting on whom|action needed by|"
                   "action required by|who has the ball|pending from|hold up|awaiting|action with|in the hands of"},
    {"Category", "staff category|medical staff category|privilege category|privileges|privilege type|staff status|"
                 "membership|membership category|appointment category|appointment type|staff type"},
    {"Priority", "urgency|prio|importance|rush|priority level"},
    {"Tracking", "tracking id|tracking number|tracking reference|tracking ref|event id|event number|case|case id|"
                 "case number|tracking key|tracking code|tracker id"},
    {"Type", "tracking type|template type|event type|category|request type|main type|workflow type|workflow|template"},
    {"Subtype",
     "sub type|tracking subtype|tracking sub type|template subtype|template sub type|event subtype|sub category|"
     "subcategory|workflow subtype|event sub type"},
    {"Step", "step name|steps|task|task name|activity|action|step title|milestone|action item|tracking step"},
    {"Started",
     "start date|started on|date started|start|start dt|opened|opened on|date opened|open date|begin date|begun|"
     "initiated|date initiated|initiated on|created|created on|date created|request date|begin"},
    {"Due",
     "due date|due on|due by|date due|deadline|target date|target|due dt|target completion|target completion date|"
     "goal date|expected date"},
    {"Completed",
     "completed date|completed on|date completed|completion date|complete date|complete|done|done date|done on|"
     "finished|finish date|closed|closed date|date closed|closed on|completed dt|actual completion|end date"},
    {"Assigned to",
     "assignee|assigned|owner|assigned user|coordinator|responsible|assigned coordinator|responsible party|"
     "task owner|who|credentialing coordinator|specialist|handled by|responsible person|staff|to"},
    {"Notify", "notify by email|email notification|email notify|notification|send email|notify assignee|email alert|"
               "notify via email|email reminder"},
    {"Note",
     "notes|comment|comments|note text|note body|text|remarks|remark|message|body|details|detail|note description|"
     "description|memo|narrative|content|contact notes|call notes|last note|update|status notes|general notes"},
};

constexpr Synonyms teams[] = {{"Team", "name|team name|teams"}};
constexpr Synonyms coordinators[] = {
    {"Coordinator", "name|coordinator name|staff|staff name|user|user name|full name|employee|employee name|specialist|"
                    "credentialing specialist|credentialing coordinator|coordinators|person|member|display name"},
    {"Role", "access|access level|permission|permissions|user role|user type|access role|security role|rights|type"},
    {"Teams", "team|team name|organizations|organization|clients|client|team s|assigned teams"},
    {"Active", "enabled|is active|active yes no|active y n|active inactive|account status|user status|status"},
};
constexpr Synonyms practices[] = {
    {"Fax", "fax number|facsimile|office fax"},
    {"Contact", "contact name|contact person|office manager|practice manager|manager"},
    {"Practice",
     "name|organization name|entity name|entity|legal name|legal business name|dba|dba name|doing business as|"
     "practices|locations|clinics|group legal name|business name"},
    {"Group NPI", "npi|npi number|national provider identifier"},
};
constexpr Synonyms providers[] = {
    {"Status", "provider status|employment status|active status|active inactive|active"},
    {"Languages", "language|languages spoken|spoken languages"},
    {"Ended", "end date|term date|termination date|date terminated|terminated on|last day|separation date"},
    {"End reason", "termination reason|reason for termination|term reason|reason for leaving"},
    {"Former names", "former name|maiden name|previous name|other names|also known as|aka"},
};
constexpr Synonyms payors[] = {
    {"Payor", "name"},
    {"Payor ID",
     "payer id|payer id number|payor id number|edi payer id|edi payor id|edi id|electronic payer id|plan id|id|"
     "payer number|payor number|insurance id|payer code"},
    {"Class", "type|payor type|payer type|payor class|payer class|category|plan type|class type|classification|"
              "insurance type|payer category|payor category"},
    {"States", "state|states covered|service states|service area|st|payer states|state s"},
    {"Usual days", "turnaround|turnaround time|turn around time|turn around|usual turnaround|usual turn around|tat|"
                   "average days|avg days|processing time|processing days|days|turnaround days|typical days|"
                   "average turnaround|usual tat"},
    {"Recredentialing months", "recred months|recredentialing cycle|recred cycle|cycle months|recred frequency|"
                               "recredentialing frequency|recred cycle months|recredentialing cycle months|"
                               "revalidation months|recred interval"},
    {"Portal", "portal url|portal link|website|web site|url|link|payer portal|payor portal|provider portal|web|"
               "portal website|portal address"},
};
constexpr Synonyms facilities[] = {{"Facility", "name"}};
constexpr Synonyms enrollments[] = {
    {"Status", "enrollment status|par status|participation status|payer status|payor status|credentialing status|"
               "application status|network status|"
               "cred status|par non par|participating|app status|contract status|in network|"
               "recredentialing status"},
    {"State", "plan state|payer state|payor state|enrollment state|state of enrollment"},
    {"Provider number",
     "pin|ptan|pin ptan|ptan pin|provider id|provider id number|payer provider id|payor provider id|"
     "plan provider id|par number|medicaid id|medicare id|medicare ptan|insurance id|issued id|id number|"
     "legacy id|provider pin|"
     "prov number|medicaid number|medicare number|issued provider id|individual ptan|ind ptan|payer id number|payer "
     "assigned id|ptan number|pin number|plan id|"
     "insurance provider id|provider number pin|enrollment id|payor issued id"},
    {"Submitted", "submitted date|"
                  "app sent date|sent to payer|sent to payor|submitted to payer|submitted to payor|date sent to "
                  "payer|date sent to payor|date submitted to payer|date submitted to payor|date submitted|submission "
                  "date|submitted on|submit date|submission|sent|date sent|"
                  "sent date|app submitted|application submitted|application date|app date|application sent|"
                  "app submitted date|application submitted date|application submission date|submitted dt|app sent|"
                  "date app submitted|date application submitted"},
    {"Effective", "effective date|eff date|eff|eff dt|"
                  "par effective|effective as of|effective dt|effective from|effective on|par date|par effective date|"
                  "participation date|par eff date|start date|start|enrollment effective date|network effective date|"
                  "date effective|participating since|approval date|approved|approved date|date approved|effdate|"
                  "initial effective date|effective start"},
    {"End", "end date|term date|"
            "par end date|effective end date|recert date|cred expiration|credentialing expiration|credentialing "
            "expiration date|termination date|end dt|recred due|recred due date|recred date|recred|"
            "recredentialing due|recredentialing due date|recredentialing date|recredentialing|next recred|"
            "next recred date|next recredentialing|next recredentialing date|revalidation due|revalidation date|"
            "revalidation due date|revalidation|reval due|reval date|reval|expiration date|expiration|expires|expiry|"
            "expiry date|exp date|exp|exp dt|expires on|expire date|through|thru|effective to|effective thru|"
            "effective through|contract end|contract end date|due for recred|date of recred|recert due|"
            "effective end|valid through|re cred due|re cred date|re credentialing due|re credentialing date|"
            "next re credentialing date|recred due on"},
};
constexpr Synonyms affiliations[] = {
    {"Status", "affiliation status|privilege status|privileges status|appointment status|privileging status"},
    {"Appointed", "appointment|appointment date|appointed date|appointed on|date appointed|initial appointment|"
                  "initial appointment date|initial appt|initial appt date|appt date|privileges granted|privilege date|"
                  "granted|granted date|start date|start|effective|effective date|eff date|from|last appointment|"
                  "privileges start|privilege start date|current appointment"},
    {"Reappointment due",
     "reappointment|reappointment date|reappointment due date|reappt|reappt due|reappt date|"
     "reappt due date|reapp due|reapp date|next reappointment|next reappointment date|"
     "next reappt|recred due|recred date|recred due date|recredentialing due|recredentialing date|"
     "expiration|expiration date|expires|expiry|expiry date|exp date|exp|end|end date|due date|due|"
     "appointment end|appointment expires|appointment expiration|privileges expire|"
     "privileges expiration|privilege expiration|privilege expiration date|thru|through|to|"
     "re appointment|re appointment date|re appointment due|term date"},
};
constexpr Synonyms credentials[] = {
    {"Document type", "document|type|credential|credential type|doc type|license type|licence type|document name|item|"
                      "credential name|certification|certification type|certificate|certificate type|expirable|"
                      "expirable type|document category|name of credential|doc|requirement|credential item"},
    {"Number",
     "license number|"
     "reg number|licence number|lic number|lic|license|licence|license id|license num|state license number|"
     "state license|dea number|dea|certificate id|certificate number|cert number|policy|policy number|id number|"
     "registration number|document number|credential number|credential id|id|number id|doc number|"
     "number on document|certification number|medical license number"},
    {"State",
     "license state|licence state|lic state|lic st|issuing state|state of licensure|state issued|licensure state|"
     "state of issue"},
    {"Issuer",
     "issued by|"
     "issuing state board|issuing body|issuing authority|issuing agency|issuing organization|issuing "
     "board|agency|board|"
     "certifying board|carrier|insurer|insurance carrier|insurance company|authority|board name|issuing entity|"
     "malpractice carrier|provider of course"},
    {"Issued",
     "issue date|"
     "original issue|issued date|date issued|issued on|original issue date|orig issue date|issue dt|effective|"
     "effective date|eff date|eff|start date|start|from|certification date|cert date|initial issue date|"
     "initial certification|date of issue|effective from|license issue date|valid from|attested|"
     "attestation date|last attested|lic issue date"},
    {"Expires", "exp date|exp|expiration|expiration date|expiry|expiry date|exp dt|expires on|expire|"
                "good through|good until|coverage end|coverage end date|expire date|expired|"
                "end|end date|valid until|valid thru|valid through|valid to|thru|through|to|renewal date|renewal due|"
                "renewal|due date|due|license expiration|license expiration date|license exp|license exp date|lic exp|"
                "lic exp date|dea exp|dea exp date|dea expiration|dea expiration date|cert exp|cert exp date|"
                "certification expiration|coi exp|date of expiration|date expires|next attestation|renewal due date|"
                "expirationdate|recert due|next due|term date"},
    {"Verified",
     "verification date|verified on|verified date|date verified|psv date|psv|last verified|date of verification|"
     "verification|psv completed|last verification"},
    {"Source", "verification source|psv source|source of verification|"
               "verification website|verified at|verified through|verified via|"
               "verified with|primary source|website"},
    {"Not applicable", "n a|na|not required|exempt|not appl|does not apply|n a flag|notapplicable"},
    {"Verified by", "verifier|verified by whom|psv by|checked by"},
    {"Reason not applicable", "n a reason|na reason|not applicable reason|why not applicable|exemption reason"},
    {"Coverage", "coverage type|policy type"},
    {"Per claim", "limit per claim|per claim limit|per occurrence|per occurrence limit|each claim"},
    {"Aggregate", "aggregate limit|limit aggregate|annual aggregate"},
    {"Tail", "tail coverage|tail cover"},
    {"Ladder", "alert ladder|alert days"},
    {"Renewed", "superseded|replaced"},
};
constexpr Synonyms formerNames[] = {
    {"Former last name", "maiden name|previous last name|alias last name|other last name|former surname|former last"},
    {"Former first name", "previous first name|alias first name|other first name|former first"},
    {"Former middle name", "previous middle name|other middle name|former middle"},
    {"Until", "used until|changed on|change date|name changed|to"},
};
constexpr Synonyms taxonomies[] = {
    {"Code", "taxonomy|taxonomy code|nucc code"},
    {"Description", "specialty|taxonomy description|classification"},
    {"Licence", "license|license number|licence number|taxonomy license"},
    {"Taxonomy state", "state|license state"},
};
constexpr Synonyms addresses[] = {
    {"Address kind", "kind|type|address type|purpose|address purpose"},
    {"Fax", "fax number|facsimile"},
};
constexpr Synonyms education[] = {
    {"Education", "kind|type|level|training|program|programme|program type|education type"},
    {"Institution", "school|school name|university|college|hospital|institution name|training program"},
    {"Started", "start|start date|from|attended from|begin date"},
    {"Ended", "end|end date|to|graduated|graduation|graduation date|completed|completion date|attended to"},
    {"Country", "nation"},
    {"Source", "verification source|psv source"},
    {"Verified", "verification date|verified on|psv date"},
    {"Verified by", "verifier|checked by"},
};
constexpr Synonyms workHistory[] = {
    {"Employer", "organization|organisation|company|practice|facility|employer name|place of work|name"},
    {"Position", "title|job title|role|job"},
    {"Started", "start|start date|from|hire date"},
    {"Ended", "end|end date|to|term date|termination date|left"},
    {"Reason for leaving", "leaving reason|why left|reason left|leaving"},
};
constexpr Synonyms workGaps[] = {
    {"Gap from", "from|start|start date|gap start"},
    {"Gap to", "to|end|end date|gap end"},
    {"Explanation", "reason|gap explanation|explained"},
};
constexpr Synonyms references[] = {
    {"Reference", "reference name|peer|peer name|peer reference|name"},
    {"Relation", "relationship|how known|capacity"},
    {"Known since", "since|known from"},
};
constexpr Synonyms documents[] = {
    {"Document", "file|file name|document name|name"},
    {"SHA-256", "hash|checksum"},
    {"Media type", "mime type|content type"},
    {"Added", "added on|date added|uploaded"},
    {"Size", "bytes|file size"},
};
constexpr Synonyms documentTypes[] = {
    {"Document type", "type|name|document"},
    {"Required of", "required for|needed by|who needs it"},
    {"Section", "profile section"},
};
constexpr Synonyms templates[] = {
    {"Step", "name|step description short|short name|step short name|task description"},
    {"Description",
     "details|detail|instructions|instruction|step description|long description|notes|note|desc|comments|"
     "step details|step instructions|what to do|directions|full description"},
    {"TAT", "turnaround|turnaround time|turn around time|turn around|tat days|tat business days|business days|days|"
            "duration|sla|tat in business days|turn around time days|turnaround days|due in|due in days|expected days|"
            "number of days"},
};
constexpr Synonyms trackings[] = {
    {"Tracking", "reference|ref|reference number|ref number|id|key|number|event"},
    {"Status", "tracking status|event status|case status"},
};
constexpr Synonyms steps[] = {
    {"Tracking", "reference|ref|reference number|tracking name|parent|parent id|id|event"},
    {"Status", "step status|task status"},
};
constexpr Synonyms tasks[] = {
    {"Task",
     "task name|name|subject|to do|todo|action|action item|title|item|activity|tasks|what|task title|task subject|"
     "task description"},
    {"Provider", "related to"},
    {"Status", "task status"},
};
constexpr Synonyms notes[] = {
    {"Tracking", "tracking name|event"},
    {"Step", "step name|tracking step"},
    {"Task", "task name|related task"},
    {"Written",
     "date|note date|date written|written on|date of note|created|created on|created date|date created|"
     "date time|datetime|timestamp|time stamp|entered|entered on|date entered|entry date|contact date|call date|"
     "date of contact|date of call|when|date added|added|added on|written date|note created|logged|log date|"
     "activity date"},
    {"Author",
     "by|written by|entered by|created by|added by|user|user name|initials|who|coordinator|note by|note author|"
     "staff|logged by|from|author name|contacted by|specialist|assignee|owner|employee"},
    {"Kind", "type|note type|contact type|method|channel|contact method|how|type of note|type of contact|note kind|"
             "activity type|communication type|method of contact|via"},
    {"Reference",
     "ref|reference number|ref number|call reference|call ref|call reference number|call ref number|"
     "confirmation|confirmation number|ticket|ticket number|reference id|conf number|case number|tracking number"},
};

} // namespace

std::span<const Synonyms> usualSynonyms() { return usual; }

std::span<const Synonyms> synonymsOf(Kind kind) {
  switch (kind) {
  case Kind::Teams:
    return teams;
  case Kind::Coordinators:
    return coordinators;
  case Kind::Practices:
    return practices;
  case Kind::Providers:
    return providers;
  case Kind::Payors:
    return payors;
  case Kind::Facilities:
    return facilities;
  case Kind::Enrollments:
    return enrollments;
  case Kind::Affiliations:
    return affiliations;
  case Kind::Credentials:
    return credentials;
  case Kind::ClosedDays:
  case Kind::TeamPayors:
  case Kind::MailTemplates:
  case Kind::AlertActions:
    return {};
  case Kind::DocumentTypes:
    return documentTypes;
  case Kind::FormerNames:
    return formerNames;
  case Kind::Taxonomies:
    return taxonomies;
  case Kind::Addresses:
    return addresses;
  case Kind::Education:
    return education;
  case Kind::WorkHistory:
    return workHistory;
  case Kind::WorkGaps:
    return workGaps;
  case Kind::References:
    return references;
  case Kind::Documents:
    return documents;
  case Kind::Templates:
    return templates;
  case Kind::Trackings:
    return trackings;
  case Kind::Steps:
    return steps;
  case Kind::Tasks:
    return tasks;
  case Kind::Notes:
    return notes;
  }
  return {};
}

const char* prefixesOf(Kind kind) {
  switch (kind) {
  case Kind::Teams:
    return "team|organization";
  case Kind::Coordinators:
    return "coordinator|staff|user|employee";
  case Kind::Practices:
    return "practice|group|clinic|location|office|billing|organization|site";
  case Kind::Providers:
    return "provider|physician|practitioner|clinician|prov|ind|individual|current|primary|employee";
  case Kind::Payors:
    return "payor|payer|insurance|plan|carrier";
  case Kind::Facilities:
    return "facility|hospital";
  case Kind::Enrollments:
    return "enrollment|enrolment|payer|payor|plan|current|participation|insurance|credentialing";
  case Kind::Affiliations:
    return "affiliation|privilege|privileges|current|hospital|facility";
  case Kind::Credentials:
    return "credential|license|licence|lic|document|doc|dea|certification|cert|certificate|current";
  case Kind::ClosedDays:
  case Kind::TeamPayors:
    return "team";
  case Kind::MailTemplates:
    return "letter";
  case Kind::AlertActions:
    return "alert";
  case Kind::DocumentTypes:
  case Kind::Documents:
    return "document";
  case Kind::FormerNames:
    return "former";
  case Kind::Taxonomies:
    return "taxonomy";
  case Kind::Addresses:
    return "address";
  case Kind::Education:
    return "education|training|school";
  case Kind::WorkHistory:
    return "work|employment|job";
  case Kind::WorkGaps:
    return "gap";
  case Kind::References:
    return "reference|peer";
  case Kind::Templates:
    return "template|step|tracking";
  case Kind::Trackings:
    return "tracking|event|current|case";
  case Kind::Steps:
    return "step|tracking|current";
  case Kind::Tasks:
    return "task";
  case Kind::Notes:
    return "note|contact|call|related";
  }
  return "";
}

} // namespace exchange
