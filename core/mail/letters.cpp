// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/letters.h"

#include "core/mail/body.h"
#include "core/mail/earlier.h"
#include "core/mail/wording.h"
#include "core/notes/note.h"
#include "core/tasks/task.h"
#include "core/team/practice.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"

#include <QCoreApplication>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

Fields fieldsOf(const alerts::Expirable& alert, QDate today) {
  const bool hasDate = alert.expires.isValid();
  return {{QStringLiteral("document"), alert.document},
          {QStringLiteral("request"), requestOf(alert, today)},
          {QStringLiteral("expires"), hasDate ? mailDate(alert.expires) : QString()},
          {QStringLiteral("days"), hasDate                     ? daysFrom(today, alert.expires)
                                   : alert.subject.isMissing() ? Say::tr("not on file")
                                                               : Say::tr("no date on file")}};
}

/// Whom it goes to, and how they are called in it.
QString address(db::Database& database, Id<Provider> whose, Id<Practice> orWhose, Outgoing& mail) {
  if (const auto provider = db::load(database, whose)) {
    mail.provider = provider->id;
    mail.recipient = provider->email;
    mail.recipientName = (provider->firstName + QLatin1Char(' ') + provider->lastName).trimmed();
    return provider->degree.isEmpty() ? mail.recipientName
                                      : mail.recipientName + QStringLiteral(", ") + provider->degree;
  }
  if (const auto practice = db::load(database, orWhose)) {
    mail.practice = practice->id;
    mail.recipient = practice->email;
    mail.recipientName = practice->contact.isEmpty() ? practice->name : practice->contact;
  }
  return mail.recipientName;
}

/// Fills a letter in and addresses it.
void write(db::Database& database, Letter& one, const MailTemplate& letter, Id<Provider> provider,
           Id<Practice> practice, const std::vector<Fields>& each, QDate replyBy, QDate today) {
  Outgoing& mail = one.draft.mail;
  mail.kind = QStringLiteral("Letter");
  mail.day = today;
  const QString called = address(database, provider, practice, mail);
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
  QStringList things;
  for (const Fields& fields : each)
    things << fields.value(QStringLiteral("document")) + fields.value(QStringLiteral("task"));
  if (const auto before = earlierOn(database, mail, things, today); before && one.problem.isEmpty())
    one.earlier = words(*before);
}

Work readWork(db::Row& row) {
  Work one;
  one.provider = {row.number()};
  one.practice = {row.number()};
  if (one.provider.isValid())
    one.practice = {};
  one.name = row.text();
  one.due = row.date();
  return one;
}

template<class Of>
std::vector<Work> found(db::Database& database, const std::vector<Id<Of>>& records, const QString& sql) {
  std::vector<Work> all;
  for (const Id<Of> id : records)
    if (const auto one = database.first(sql, {id}, readWork);
        one && (one->provider.isValid() || one->practice.isValid()))
      all.push_back(*one);
  return all;
}

} // namespace

std::vector<Work> workOf(db::Database& database, const std::vector<Id<Step>>& steps) {
  return found(database, steps,
               QStringLiteral("SELECT t.provider_id, t.practice_id, s.name || ' (' || t.type || ' – ' || t.subtype || "
                              "coalesce(' · ' || y.name, '') || coalesce(' · ' || f.name, '') || CASE t.state WHEN '' "
                              "THEN '' ELSE ' · ' || t.state END || ')', s.due FROM step s JOIN tracking t ON t.id = "
                              "s.tracking_id LEFT JOIN payor y ON y.id = t.payor_id LEFT JOIN facility f ON f.id = "
                              "t.facility_id WHERE s.id = ?"));
}

std::vector<Work> workOf(db::Database& database, const std::vector<Id<Task>>& tasks) {
  return found(database, tasks,
               QStringLiteral("SELECT coalesce(k.assigned_provider_id, k.provider_id), k.practice_id, k.name, k.due "
                              "FROM task k WHERE k.id = ?"));
}

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
    one.who = one.about.front().who;
    std::vector<Fields> each;
    for (const alerts::Expirable& alert : one.about)
      each.push_back(fieldsOf(alert, today));
    write(database, one, letter, one.about.front().provider, one.about.front().practice, each, replyBy, today);
  }
  return all;
}

std::vector<Letter> letters(db::Database& database, const MailTemplate& letter, const std::vector<Work>& work,
                            QDate replyBy, QDate today) {
  std::vector<Letter> all;
  for (const Work& one : work) {
    auto known = std::find_if(all.begin(), all.end(), [&](const Letter& other) {
      return other.work.front().provider == one.provider && other.work.front().practice == one.practice;
    });
    if (known == all.end()) {
      all.emplace_back();
      known = all.end() - 1;
    }
    known->work.push_back(one);
  }
  for (Letter& one : all) {
    std::vector<Fields> each;
    for (const Work& asked : one.work)
      each.push_back({{QStringLiteral("task"), asked.name},
                      {QStringLiteral("due"), asked.due.isValid() ? mailDate(asked.due) : QString()}});
    const Work& first = one.work.front();
    if (const auto provider = db::load(database, first.provider))
      one.who = provider->firstName.isEmpty() ? provider->lastName
                                              : provider->lastName + QStringLiteral(", ") + provider->firstName;
    else if (const auto practice = db::load(database, first.practice))
      one.who = practice->name;
    write(database, one, letter, first.provider, first.practice, each, replyBy, today);
  }
  return all;
}

void noteWritten(db::Transaction& transaction, const Letter& letter, const alerts::Doer& doer, const QDateTime& now) {
  for (const alerts::Expirable& alert : letter.about)
    alerts::mailed(transaction, alert, letter.draft.mail.subject, doer);
  if (letter.work.empty())
    return;
  Note note; // as the outbox does when a letter has gone
  note.provider = letter.draft.mail.provider;
  note.practice = note.provider.isValid() ? Id<Practice>{} : letter.draft.mail.practice;
  note.written = now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  note.author = doer.who;
  note.kind = QStringLiteral("Email");
  note.withWhom = letter.draft.mail.recipientName;
  note.text = Say::tr("Wrote: %1").arg(letter.draft.mail.subject);
  db::save(transaction, note);
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
