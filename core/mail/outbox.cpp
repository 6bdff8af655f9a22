// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/outbox.h"

#include "core/mail/discretion.h"
#include "core/notes/note.h"

#include <QCoreApplication>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

constexpr int waits[] = {60, 5 * 60, 30 * 60, 2 * 60 * 60}; // seconds after each attempt that came to nothing

db::Actor courier(const QDateTime& now) { return {Say::tr("Mail"), now}; }

std::vector<QDate> birthsOf(db::Database& database, const std::vector<Id<Provider>>& providers) {
  std::vector<QDate> births;
  for (const Id<Provider> provider : providers)
    births.push_back(QDate::fromString(
        database.text(QStringLiteral("SELECT coalesce(date_of_birth, '') FROM provider WHERE id = ?"), {provider}),
        Qt::ISODate));
  return births;
}

void putOff(Outgoing& mail, const Outcome& outcome, const QDateTime& now) {
  mail.words = outcome.words;
  if (mail.attempts > int(std::size(waits))) {
    mail.status = status::failed;
    mail.ended = instant(now);
    return;
  }
  mail.status = status::waiting;
  mail.nextTry = instant(now.addSecs(waits[mail.attempts - 1]));
}

/// What went to a provider is a contact; it is written once, when it is true.
void noteContact(db::Transaction& transaction, const Outgoing& mail, const QDateTime& now) {
  if (mail.kind == QLatin1String("Digest") || (!mail.provider.isValid() && !mail.practice.isValid()))
    return;
  Note note;
  note.provider = mail.provider;
  note.practice = mail.provider.isValid() ? Id<Practice>{} : mail.practice;
  note.written = now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  note.author = Say::tr("Mail");
  note.kind = QStringLiteral("Email");
  note.withWhom = mail.recipientName;
  note.text = Say::tr("Sent: %1").arg(mail.subject);
  db::save(transaction, note);
}

Problem gone() { return {{}, Say::tr("This mail is not there any more.")}; }

} // namespace

QString instant(const QDateTime& now) { return now.toUTC().toString(Qt::ISODate); }

void makeDiscreet(db::Database& database, Draft& draft) {
  const auto births = birthsOf(database, draft.about);
  for (QString* part : {&draft.mail.subject, &draft.mail.text, &draft.mail.html})
    *part = discreet(*part, births);
}

Result<Id<Outgoing>> queue(db::Transaction& transaction, Draft draft, const QDateTime& now) {
  Outgoing& mail = draft.mail;
  const auto address = mailAddress(mail.recipient);
  if (!address)
    return address.problems();
  mail.recipient = *address;
  makeDiscreet(transaction.database(), draft);
  mail.subject = oneLine(mail.subject, longestSubject);
  mail.recipientName = oneLine(mail.recipientName, longestName);
  mail.messageId = newMessageId(domainOf(Account::stored(transaction.database()).from.address));
  mail.queued = mail.nextTry = instant(now);
  mail.status = status::waiting;
  mail.attempts = 0;
  mail.ended.clear();
  mail.words.clear();
  mail.id = {};
  mail.id = db::save(transaction, mail);
  for (const Document& document : draft.attachments)
    db::save(transaction,
             OutgoingAttachment{{}, mail.id, document.name, document.mediaType, document.hash, document.size});
  return mail.id;
}

std::vector<Id<Outgoing>> waiting(db::Database& database, const QDateTime& now, Due due) {
  return database.all(
      // None waits longer than the longest pause: one that would was tried while the clock was wrong.
      QStringLiteral("SELECT id FROM outbox WHERE status = 'Waiting' AND (next_try <= ? OR next_try > ?) ORDER BY "
                     "next_try, id"),
      {due == Due::Ever ? QStringLiteral("9999") : instant(now), instant(now.addSecs(waits[std::size(waits) - 1]))},
      [](db::Row& row) { return row.id<Outgoing>(); });
}

std::optional<Outgoing> take(db::Database& database, Id<Outgoing> id, const QDateTime& now) {
  db::Transaction transaction(database, courier(now), Say::tr("Mail on its way"));
  auto mail = db::load(database, id);
  if (!mail || mail->status != status::waiting)
    return {};
  mail->status = status::sending;
  ++mail->attempts;
  db::save(transaction, *mail);
  transaction.commit();
  return mail;
}

Result<Message> messageOf(db::Database& database, const Outgoing& mail, const Account& account,
                          const BytesOf& bytesOf) {
  Message message;
  message.messageId = mail.messageId;
  message.from = account.from;
  message.to = {mail.recipientName, mail.recipient};
  message.subject = mail.subject;
  message.text = mail.text;
  message.html = mail.html;
  message.inReplyTo = mail.inReplyTo;
  message.date = QDateTime::fromString(mail.queued, Qt::ISODate);
  message.isAutomatic = mail.kind != QLatin1String("Letter");
  for (const auto& one :
       db::allWhere<OutgoingAttachment>(database, QStringLiteral("outbox_id = ? ORDER BY id"), {mail.id})) {
    Document document;
    document.name = one.name;
    document.mediaType = one.mediaType;
    document.hash = one.hash;
    document.size = one.size;
    auto bytes = bytesOf(document);
    if (!bytes)
      return bytes.problems();
    message.attachments.push_back({one.name, one.mediaType, std::move(bytes.value())});
  }
  return message;
}

void settle(db::Database& database, Id<Outgoing> id, const Outcome& outcome, const QDateTime& now) {
  db::Transaction transaction(database, courier(now), Say::tr("Mail: what became of it"));
  auto mail = db::load(database, id);
  if (!mail || mail->status != status::sending)
    return; // somebody has decided otherwise
  switch (outcome.kind) {
  case Outcome::Kind::Sent:
    mail->status = status::sent;
    mail->words.clear();
    break;
  case Outcome::Kind::Refused:
    mail->status = status::failed;
    mail->words = outcome.words;
    break;
  case Outcome::Kind::Unsure:
    mail->status = status::unsure;
    mail->words = outcome.words;
    break;
  case Outcome::Kind::TryAgain:
    putOff(*mail, outcome, now);
    if (outcome.ofAccount)
      for (Outgoing& other : db::allWhere<Outgoing>(
               database, QStringLiteral("status = 'Waiting' AND next_try <= ? AND id <> ?"), {instant(now), id})) {
        ++other.attempts;
        putOff(other, outcome, now);
        db::save(transaction, other);
      }
    break;
  }
  if (mail->status != status::waiting)
    mail->ended = instant(now);
  db::save(transaction, *mail);
  if (mail->status == status::sent)
    noteContact(transaction, *mail, now);
  transaction.commit();
}

int recover(db::Database& database, const QDateTime& now) {
  db::Transaction transaction(database, courier(now), Say::tr("Mail that was on its way when the program ended"));
  int found = 0;
  for (Outgoing& mail : db::allWhere<Outgoing>(database, QStringLiteral("status = 'Sending' ORDER BY id"))) {
    mail.status = status::unsure;
    mail.ended = instant(now);
    mail.words = Say::tr("The program ended while it was being sent.");
    db::save(transaction, mail);
    ++found;
  }
  transaction.commit();
  return found;
}

Result<Id<Outgoing>> retry(db::Transaction& transaction, Id<Outgoing> id) {
  auto mail = db::load(transaction.database(), id);
  if (!mail)
    return gone();
  if (mail->status == status::sent)
    return Problem{{}, Say::tr("It was sent already.")};
  if (mail->status == status::sending)
    return Problem{{}, Say::tr("It is being sent right now.")};
  if (mail->status != status::waiting)
    mail->attempts = 0;
  mail->status = status::waiting;
  mail->nextTry = mail->queued;
  mail->ended.clear();
  return db::save(transaction, *mail);
}

Result<Id<Outgoing>> cancel(db::Transaction& transaction, Id<Outgoing> id) {
  auto mail = db::load(transaction.database(), id);
  if (!mail)
    return gone();
  if (mail->status != status::waiting && mail->status != status::failed)
    return Problem{{},
                   mail->status == status::sending ? Say::tr("It is being sent right now.")
                                                   : Say::tr("Only what waits or has failed can be cancelled.")};
  mail->status = status::cancelled;
  return db::save(transaction, *mail);
}

Run sendWaiting(db::Database& database, const Account& account, const Now& now, const Deliver& deliver,
                const BytesOf& bytesOf, Due due, const std::function<bool()>& goesOn) {
  Run run;
  for (const Id<Outgoing> id : waiting(database, now(), due)) {
    if (goesOn && !goesOn())
      break;
    const auto mail = take(database, id, now());
    if (!mail)
      continue;
    const auto message = messageOf(database, *mail, account, bytesOf);
    const Outcome outcome = message ? deliver(*mail, *message)
                                    : Outcome{Outcome::Kind::Refused, message.problems().front().sentence, false};
    settle(database, id, outcome, now());
    const auto after = db::load(database, id);
    if (after->status == status::sent)
      ++run.sent;
    else if (after->status != status::waiting)
      run.others.push_back({id, after->recipient, after->subject, after->status, after->words});
    if (outcome.ofAccount)
      break;
  }
  for (const Outgoing& mail : db::allWhere<Outgoing>(database, QStringLiteral("status = 'Waiting' ORDER BY id")))
    run.others.push_back({mail.id, mail.recipient, mail.subject, mail.status, mail.words});
  return run;
}

} // namespace mail
