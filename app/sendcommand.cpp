// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandkit.h"

#include "app/workspace.h"
#include "core/credentials/documentstore.h"
#include "core/mail/due.h"
#include "core/mail/schedule.h"
#include "core/mail/smtp.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {

QString tr(const char* text) { return QCoreApplication::translate("commands", text); }

/// A line for each mail: to whom, the subject, what is in it.
void printMail(const QString& recipient, const QString& subject, const QString& contents) {
  print(QStringLiteral("%1\t%2\t%3\n").arg(recipient, subject, contents));
}

QString contentsOf(const Outgoing& mail) {
  return mail.kind == QLatin1String("Letter") ? tr("a letter that waits") : tr("a mail that waits");
}

/// What would go out: what is due and not queued yet, and what waits.
Exit showWhatIsDue(const Options& options) {
  const Reading database(options);
  for (const Outgoing& mail : db::allWhere<Outgoing>(*database, QStringLiteral("status = 'Waiting' ORDER BY id")))
    printMail(mail.recipient, mail.subject, contentsOf(mail));
  const mail::DueToday due = mail::dueToday(*database, today(options));
  for (const mail::DueMail& one : due.mails)
    printMail(one.draft.mail.recipient, one.draft.mail.subject, one.contents);
  for (const QString& sentence : due.untold)
    complain(sentence);
  return Exit::Done;
}

} // namespace

Exit sendCommand(const Options& options) {
  if (options.dryRun)
    return showWhatIsDue(options);
  if (!QFileInfo::exists(file(options)))
    throw db::Error(db::Error::Cause::NotReadable, file(options),
                    tr("there is no such file yet; “import” or “sample” makes one"));
  Workspace workspace(file(options), actor(options));
  db::Database& database = workspace.database();
  const mail::Account account = mail::Account::stored(database);
  const QByteArray secret = qgetenv("CREDENZA_SMTP_PASSWORD");
  if (!account.isSetUp())
    return failed(
        tr("No mail account is set up, so nothing was sent. Nothing is lost: what is due stays due, and letters "
           "wait. Set one up in the window, in the mail settings."));
  if (!account.user.isEmpty() && secret.isEmpty())
    return failed(
        tr("The mail account needs a password, and the environment variable CREDENZA_SMTP_PASSWORD is not set, "
           "so nothing was sent. Nothing is lost: what is due stays due, and letters wait."));
  if (const Problems problems = mail::check(account); !problems.empty())
    return failed(
        tr("Nothing was sent, and nothing is lost: the mail account is not right. %1").arg(sentences(problems)));

  const mail::Now now = [&] { return actor(options).now; };
  if (const int unsure = mail::recover(database, now()); unsure > 0)
    complain(
        tr("%1 mails were on their way when the program ended last time: they may have been sent, and are not sent "
           "again by themselves.")
            .arg(unsure));
  const mail::DueToday due = mail::dueToday(database, today(options));
  db::Transaction transaction(database, actor(options), tr("Mail of the day"));
  mail::queueDue(transaction, due, now());
  mail::Schedule::storeRun(transaction, now()); // the window tells when it went last
  transaction.commit();
  const DocumentStore store(database.file());
  const auto deliver = [&](const Outgoing& mail, const mail::Message& message) {
    const mail::Outcome outcome = mail::deliver(account, secret, mail.recipient, mail::toMime(message));
    if (outcome.kind == mail::Outcome::Kind::Sent)
      printMail(mail.recipient, mail.subject, tr("sent"));
    return outcome;
  };
  // Who starts this by hand or by the clock wants all of it tried now.
  const mail::Run run = mail::sendWaiting(
      database, account, now, deliver, [&](const Document& document) { return store.bytes(document); },
      mail::Due::Ever);
  for (const QString& sentence : due.untold)
    complain(sentence);
  for (const mail::Run::Line& line : run.others)
    complain(tr("Not sent to %1: “%2” (%3). %4").arg(line.recipient, line.subject, line.status, line.words));
  return run.others.empty()
             ? Exit::Done
             : failed(tr("Nothing is lost: mails that wait are tried again by the next “credenza send”, and "
                         "the others are kept with their reason."));
}
