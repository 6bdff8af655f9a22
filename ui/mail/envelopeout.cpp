// SPDX-License-Identifier: GPL-3.0-or-later
// How letters leave the envelope: the outbox, the mail program, a file.
#include "core/base/disk.h"
#include "core/credentials/documentstore.h"
#include "core/mail/body.h"
#include "ui/form/drafts.h"
#include "ui/mail/courier.h"
#include "ui/mail/envelope.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPointer>
#include <QSaveFile>
#include <QUrlQuery>

namespace ui {
namespace {

constexpr size_t manyLetters = 50; // more are queued aside

} // namespace

void Envelope::queue() {
  std::vector<mail::Letter> chosen;
  for (const Shown& one : m_letters)
    if (one.isChosen && one.letter.problem.isEmpty()) {
      if (one.letter.draft.mail.subject.trimmed().isEmpty()) {
        m_problem->setText(tr("The letter to %1 has no subject.").arg(one.letter.who));
        m_problem->show();
        return;
      }
      chosen.push_back(one.letter);
    }
  if (chosen.empty())
    return;
  const QString what = chosen.size() == 1 ? tr("Queued a letter to %1").arg(chosen.front().who)
                                          : tr("Queued letters to %L1").arg(chosen.size());
  const auto work = [chosen, doer = alerts::Doer{m_session.actor().who, m_session.today()},
                     now = m_session.actor().now](db::Transaction& transaction) {
    const auto queued = mail::queueLetters(transaction, chosen, doer, now);
    return queued ? Problems{} : queued.problems();
  };
  QStringList forms;
  for (const mail::Letter& letter : chosen)
    forms << formOf(letter);
  const auto done = [forms, self = QPointer(this), courier = QPointer(&m_courier),
                     session = &m_session](const Problems& problems) {
    if (problems.empty())
      for (const QString& form : forms)
        drafts().forget(form);
    if (problems.empty() && courier)
      courier->sendWaiting();
    if (self && problems.empty())
      self->accept();
    else if (!problems.empty() && self) {
      self->m_problem->setText(problems.front().sentence);
      self->m_problem->show();
    } else if (!problems.empty()) {
      Q_EMIT session->said(problems.front().sentence);
    }
  };
  if (chosen.size() > manyLetters)
    m_session.changeAside(what, work, done);
  else
    done(m_session.tryChange(what, work));
}

bool Envelope::noteWritten(const mail::Letter& letter, const QString& how) {
  const alerts::Doer doer{m_session.actor().who, m_session.today()};
  const bool isNoted = m_session.change(how.arg(letter.who), [&](db::Transaction& transaction) {
    mail::noteWritten(transaction, letter, doer, m_session.actor().now);
  });
  if (isNoted)
    drafts().forget(formOf(letter));
  return isNoted;
}

/// The letter in front went another way than by the outbox: it says so, and the next one comes to the front.
void Envelope::goOn(const QString& how) {
  Shown* one = inFront();
  one->letter.earlier = how;
  one->isChosen = false;
  const auto isLeft = [](const Shown& other) { return other.isChosen && other.letter.problem.isEmpty(); };
  const auto next = std::find_if(m_letters.begin() + m_row, m_letters.end(), isLeft);
  if (next != m_letters.end())
    m_row = int(next - m_letters.begin());
  fillList();
}

void Envelope::openProgram() {
  const Shown* one = inFront();
  if (!one)
    return;
  mail::Draft draft = one->letter.draft;
  mail::makeDiscreet(m_session.database(), draft);
  QUrl url;
  url.setScheme(QStringLiteral("mailto"));
  url.setPath(draft.mail.recipient);
  QString query = QStringLiteral("subject=%1&body=%2");
  const auto encoded = [](const QString& text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
  QString text = draft.mail.text;
  text.replace(QLatin1Char('\n'), QStringLiteral("\r\n")); // RFC 6068, 5
  query = query.arg(encoded(mail::oneLine(draft.mail.subject, mail::longestSubject)), encoded(text));
  url.setQuery(query, QUrl::StrictMode);
  if (!QDesktopServices::openUrl(url)) {
    m_problem->setText(tr("No mail program could be opened. Save the letter as an .eml file, or copy it from here."));
    m_problem->show();
    return;
  }
  if (noteWritten(one->letter, tr("Opened a letter to %1 in the mail program")))
    goOn(tr("Opened in the mail program."));
}

void Envelope::askFile() {
  const Shown* one = inFront();
  if (!one)
    return;
  auto* dialog = new QFileDialog(this, tr("Write the mail"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("Mail (*.eml)"));
  dialog->setDefaultSuffix(QStringLiteral("eml"));
  dialog->selectFile(cleanedName(one->letter.who + QStringLiteral(".eml")));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& path) { attempt(tr("Writing the mail"), [&] { writeFile(path); }); });
  dialog->open();
}

void Envelope::writeFile(const QString& path) {
  const Shown* one = inFront();
  if (!one)
    return;
  mail::Draft draft = one->letter.draft;
  draft.mail.html = mail::htmlOf(draft.mail.text);
  mail::makeDiscreet(m_session.database(), draft);
  const mail::Account account = mail::Account::stored(m_session.database());
  draft.mail.messageId = mail::newMessageId(mail::domainOf(account.from.address));
  draft.mail.queued = mail::instant(m_session.actor().now);
  const auto written = mail::messageOf(m_session.database(), draft.mail, account,
                                       [](const Document&) { return Result<QByteArray>(QByteArray()); });
  mail::Message message = *written;
  message.isDraft = true;
  QSaveFile file(path);
  const QByteArray bytes = mail::toMime(message);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
    m_problem->setText(tr("The letter could not be written to %1: %2. Choose another place.")
                           .arg(QDir::toNativeSeparators(path), whyNotWritten(file)));
    m_problem->show();
    return;
  }
  if (noteWritten(one->letter, tr("Wrote a letter to %1 as a file")))
    goOn(tr("Written as a file."));
}

} // namespace ui
