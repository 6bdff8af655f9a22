// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/wording.h"

#include "core/base/text.h"
#include "core/mail/body.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

/// What its date is: the end of a document, the day by which something is to be done, the end of a period.
enum class Date { Expiry, Due, End };

/// What is asked for of types in whose folded name the words stand; `first` is asked where there is none on file, or no
/// date of it.
struct Kind {
  const char* words;
  Date date;
  const char* next;
  const char* first;
};

// The first that fits is taken: "Medicare revalidation" before any licence.
constexpr Kind kinds[] = {
    {"caqh", Date::Due, QT_TRANSLATE_NOOP("Mail", "please sign in to CAQH, bring your profile up to date and attest"),
     QT_TRANSLATE_NOOP("Mail", "please sign in to CAQH, complete your profile and attest")},
    {"npdb", Date::End,
     QT_TRANSLATE_NOOP("Mail", "we renew it; please tell us whether your name, licences or addresses have changed"),
     QT_TRANSLATE_NOOP("Mail", "we enroll you; please confirm your name, licences and addresses")},
    {"revalidation", Date::Due,
     QT_TRANSLATE_NOOP("Mail", "please tell us what has changed since the last one; we send you the form to sign"),
     QT_TRANSLATE_NOOP("Mail", "please tell us when it was last done")},
    {"recredential|re-credential", Date::Due,
     QT_TRANSLATE_NOOP("Mail", "please attest at CAQH and tell us what has changed since the last application"),
     QT_TRANSLATE_NOOP("Mail", "please tell us when it was last done")},
    {"reappointment|privilege", Date::Due,
     QT_TRANSLATE_NOOP("Mail", "please complete and sign the reappointment packet and send it back"),
     QT_TRANSLATE_NOOP("Mail", "please send us the letter of your appointment")},
    {"malpractice|liability|coi\\b", Date::Expiry,
     QT_TRANSLATE_NOOP("Mail", "please send us the certificate of insurance for the new period"),
     QT_TRANSLATE_NOOP("Mail", "please send us your certificate of insurance")},
    {"dea\\b", Date::Expiry, QT_TRANSLATE_NOOP("Mail", "please send us the certificate of the renewed registration"),
     QT_TRANSLATE_NOOP("Mail", "please send us your certificate of registration")},
    {"controlled|cds\\b|csr\\b", Date::Expiry, QT_TRANSLATE_NOOP("Mail", "please send us the renewed registration"),
     QT_TRANSLATE_NOOP("Mail", "please send us your registration")},
    {"driver|passport|visa", Date::Expiry, QT_TRANSLATE_NOOP("Mail", "please send us a copy of the new one"),
     QT_TRANSLATE_NOOP("Mail", "please send us a copy")},
    {"licence|license|licensure|clia", Date::Expiry, QT_TRANSLATE_NOOP("Mail", "please send us a copy of the renewal"),
     QT_TRANSLATE_NOOP("Mail", "please send us a copy")},
    {"board", Date::Expiry, QT_TRANSLATE_NOOP("Mail", "please send us the new certificate"),
     QT_TRANSLATE_NOOP("Mail", "please send us the certificate")},
    {"(?:bls|acls|pals|nrp|cpr)\\b", Date::Expiry,
     QT_TRANSLATE_NOOP("Mail", "please renew it and send us a copy of the new card, both sides"),
     QT_TRANSLATE_NOOP("Mail", "please send us a copy of your card, both sides")},
    {"tb\\b|influenza|flu\\b|physical|immunization|immunisation|vaccine|infection|hepatitis|titer", Date::Due,
     QT_TRANSLATE_NOOP("Mail", "please send us the new record"),
     QT_TRANSLATE_NOOP("Mail", "please send us the record")},
    {"agreement|collaborative|supervision", Date::Expiry,
     QT_TRANSLATE_NOOP("Mail", "please send us the agreement as renewed, signed by both"),
     QT_TRANSLATE_NOOP("Mail", "please send us the agreement, signed by both")},
};
constexpr Kind other = {"", Date::Expiry, QT_TRANSLATE_NOOP("Mail", "please send us a current copy"),
                        QT_TRANSLATE_NOOP("Mail", "please send us a copy")};

const Kind& kindOf(const QString& document) {
  static const auto forms = [] { // compiled once: a mail of the day asks for every alert
    std::vector<QRegularExpression> all;
    for (const Kind& kind : kinds)
      all.emplace_back(QStringLiteral("(?:\\A|[^a-z])(?:%1)").arg(QLatin1String(kind.words)),
                       QRegularExpression::CaseInsensitiveOption);
    return all;
  }();
  const QString name = folded(document);
  for (size_t i = 0; i < forms.size(); ++i)
    if (forms[i].match(name).hasMatch())
      return kinds[i];
  return other;
}

} // namespace

QString standingOf(const alerts::Expirable& alert, QDate today) {
  if (alert.subject.isMissing())
    return Say::tr("not on file");
  if (!alert.expires.isValid())
    return Say::tr("no date on file");
  const bool isPast = alert.expires < today;
  QString words;
  switch (kindOf(alert.document).date) {
  case Date::Expiry:
    words = isPast ? Say::tr("expired %1 (%2)") : Say::tr("expires %1 (%2)");
    break;
  case Date::Due:
    words = isPast ? Say::tr("was due %1 (%2)") : Say::tr("due %1 (%2)");
    break;
  case Date::End:
    words = isPast ? Say::tr("ended %1 (%2)") : Say::tr("ends %1 (%2)");
    break;
  }
  return words.arg(mailDate(alert.expires), daysFrom(today, alert.expires));
}

QString requestOf(const alerts::Expirable& alert, QDate today) {
  const Kind& kind = kindOf(alert.document);
  return QStringLiteral("%1, %2: %3")
      .arg(alert.document, standingOf(alert, today), Say::tr(alert.expires.isValid() ? kind.next : kind.first));
}

} // namespace mail
