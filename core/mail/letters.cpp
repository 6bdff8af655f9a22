// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/letters.h"

#include "core/mail/body.h"
#include "core/team/practice.h"
#include "core/team/provider.h"

#include <QCoreApplication>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

Fields fieldsOf(const alerts::Expirable& alert, QDate today) {
  const bool hasDate = alert.expires.isValid();
  return {{QStringLiteral("document"), alert.document},
          {QStringLiteral("expires"), hasDate ? mailDate(alert.expires) : QStringLiteral("–")},
          {QStringLiteral("days"), hasDate                     ? daysFrom(today, alert.expires)
                                   : alert.subject.isMissing() ? Say::tr("not on file")
                                                               : Say::tr("no date on file")}};
}

/// Whom it goes to, and how they are called in it.
QString address(db::Database& database, const alerts::Expirable& alert, Outgoing& mail) {
  if (const auto provider = db::load(database, alert.provider)) {
    mail.provider = provider->id;
    mail.recipient = provider->email;
    mail.recipientName = (provider->firstName + QLatin1Char(' ') + provider->lastName).trimmed();
    return provider->degree.isEmpty() ? mail.recipientName
                                      : mail.recipientName + QStringLiteral(", ") + provider->degree;
  }
  if (const auto practice = db::load(database, alert.practice)) {
    mail.practice = practice->id;
    mail.recipient = practice->email;
    mail.recipientName = practice->contact.isEmpty() ? practice->name : practice->contact;
  }
  return mail.recipientName;
}

} // namespace

std::vector<Letter> letters(db::Database& database, const MailTemplate& letter,
                            const std::vector<alerts::Subject>& about, QDate replyBy, QDate today) {
  std::vector<Letter> all;
  for (const alerts::Subject& subject : about) {
    const auto alert = alerts::expirable(database, subject);
    if (!alert)
      continue;
    auto known = std::find_if(all.begin(), all.end(), [&](const Letter& one) {
      const alerts::Expirable& first = one.about.front();
      return alert->provider.isValid() ? first.provider == alert->provider
                                       : !first.provider.isValid() && first.practice == alert->practice;
    });
    if (known == all.end()) {
      all.emplace_back();
      known = all.end() - 1;
    }
    known->about.push_back(*alert);
  }
  for (Letter& one : all) {
    Outgoing& mail = one.draft.mail;
    one.who = one.about.front().who;
    mail.kind = QStringLiteral("Letter");
    mail.day = today;
    const QString called = address(database, one.about.front(), mail);
    std::vector<Fields> each;
    for (const alerts::Expirable& alert : one.about)
      each.push_back(fieldsOf(alert, today));
    const Filled filled =
        fill(letter, {{QStringLiteral("provider"), called}, {QStringLiteral("reply_by"), mailDate(replyBy)}}, each);
    mail.subject = filled.subject;
    mail.text = filled.text;
    if (mail.provider.isValid())
      one.draft.about = {mail.provider};
    if (mail.recipient.trimmed().isEmpty())
      one.problem = Say::tr("%1 has no e-mail address.").arg(one.who);
    else if (const auto address = mailAddress(mail.recipient); !address)
      one.problem = address.problems().front().sentence;
  }
  return all;
}

Result<int> queueLetters(db::Transaction& transaction, const std::vector<Letter>& letters, const alerts::Doer& doer,
                         const QDateTime& now) {
  int count = 0;
  for (const Letter& letter : letters) {
    if (!letter.problem.isEmpty())
      continue;
    Draft draft = letter.draft;
    draft.mail.html = htmlOf(draft.mail.text);
    if (const auto queued = queue(transaction, std::move(draft), now); !queued)
      return queued.problems();
    ++count;
    for (const alerts::Expirable& alert : letter.about)
      alerts::mailed(transaction, alert, letter.draft.mail.subject, doer);
  }
  return count;
}

} // namespace mail
