// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/credentials/document.h"
#include "core/mail/message.h"
#include "core/mail/outgoing.h"
#include "core/mail/smtp.h"

#include <functional>

/// Mails lie in the data file from the moment they are caused until they are sent, and after. Each is sent once: what
/// may have been sent is never sent again by itself.
namespace mail {

/// A mail to be queued. `mail` says to whom and what; its Message-ID, instant and status are given by queue().
struct Draft {
  Outgoing mail;
  std::vector<Document> attachments = {};
  /// Providers that the mail speaks of: their dates of birth are kept out of it.
  std::vector<Id<Provider>> about = {};
};

/// Takes Social Security numbers and dates of birth out of what it says, as queue() does.
void makeDiscreet(db::Database& database, Draft& draft);

/// Queues a mail within the change that causes it. Social Security numbers and dates of birth are taken out of what it
/// says. Refused: an address that is none.
Result<Id<Outgoing>> queue(db::Transaction& transaction, Draft draft, const QDateTime& now);

/// What waits and is due, or whatever waits, in the order in which it goes.
enum class Due { Now, Ever };
std::vector<Id<Outgoing>> waiting(db::Database& database, const QDateTime& now, Due due = Due::Now);

/// Takes a mail off the list for one attempt: it is Sending from here on, on the disk. Nothing when it does not wait
/// any more. Whoever takes one settles it.
std::optional<Outgoing> take(db::Database& database, Id<Outgoing> mail, const QDateTime& now);

/// The mail as it travels from this account, with what goes along; why not, when an attachment is lost.
using BytesOf = std::function<Result<QByteArray>(const Document&)>;
Result<Message> messageOf(db::Database& database, const Outgoing& mail, const Account& account, const BytesOf& bytesOf);

/// What became of an attempt, written down: Sent (a letter is noted in the contact log then), Failed, May have been
/// sent, or Waiting for the next one after 1, 5, 30 minutes, 2 hours; after that Failed. When the account is the
/// trouble it counts for all that wait and are due.
void settle(db::Database& database, Id<Outgoing> mail, const Outcome& outcome, const QDateTime& now);

/// Mails that were Sending when the program ended: nobody knows, so they may have been sent. Answers how many. To be
/// called when nobody else can be sending: at the start.
int recover(db::Database& database, const QDateTime& now);

/// Puts a mail back to wait that is Failed, Cancelled or may have been sent (a person takes that upon themselves),
/// under the same Message-ID; one that waits goes at once.
Result<Id<Outgoing>> retry(db::Transaction& transaction, Id<Outgoing> mail);
/// Keeps a mail from going that waits or has failed.
Result<Id<Outgoing>> cancel(db::Transaction& transaction, Id<Outgoing> mail);

/// What a run did; the mails that did not go out, each with its reason.
struct Run {
  struct Line {
    Id<Outgoing> mail;
    QString recipient, subject;
    QString status;
    QString words;
  };
  int sent = 0;
  std::vector<Line> others;
};

using Now = std::function<QDateTime()>;
using Deliver = std::function<Outcome(const Outgoing&, const Message&)>;

/// Sends what waits, one after the other, each once, as long as `goesOn` says so. A trouble of the account ends the
/// run.
Run sendWaiting(db::Database& database, const Account& account, const Now& now, const Deliver& deliver,
                const BytesOf& bytesOf, Due due = Due::Now, const std::function<bool()>& goesOn = {});

/// An instant as it is kept: "2026-03-02T15:00:00Z".
QString instant(const QDateTime& now);

} // namespace mail
