// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/outboxpage.h"

#include "core/base/disk.h"
#include "core/credentials/documentstore.h"
#include "core/report/catalogue.h"
#include "ui/form/formdialog.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/mail/courier.h"
#include "ui/mail/mailpane.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Outbox)
};

ChipSpec chip(const char* label, const QString& status, Tone tone) {
  return {QStringLiteral("status"), Say::tr(label), status, {}, tone, {}};
}

QString wallClock(const QString& instant, QDate today) {
  const QDateTime at = QDateTime::fromString(instant, Qt::ISODate).toLocalTime();
  return at.isValid() ? shownDate(at.date(), today) + QStringLiteral(", ") + at.time().toString(QStringLiteral("HH:mm"))
                      : QString();
}

QString noteOf(const Outgoing& mail, QDate today) {
  QStringList parts{Say::tr("Queued %1").arg(wallClock(mail.queued, today))};
  if (!mail.ended.isEmpty())
    parts << (mail.status == mail::status::sent ? Say::tr("sent %1") : Say::tr("given up %1"))
                 .arg(wallClock(mail.ended, today));
  if (mail.status == mail::status::waiting && mail.attempts > 0)
    parts << (mail.attempts == 1 ? Say::tr("tried once") : Say::tr("tried %L1 times").arg(mail.attempts))
          << Say::tr("again %1").arg(wallClock(mail.nextTry, today));
  QString note = parts.join(QStringLiteral(" · "));
  if (!mail.words.isEmpty())
    note += QLatin1Char('\n') + mail.words;
  if (mail.status == mail::status::unsure)
    note += QLatin1Char('\n') + Say::tr("All of it was given to the server, and no answer came. It is not sent again "
                                        "by itself: ask whether it arrived, or send it again.");
  return note;
}

std::vector<Id<Outgoing>> idsOf(const ListingPage& page) {
  std::vector<Id<Outgoing>> ids;
  for (const qint64 id : page.table()->selectedIds())
    ids.push_back({id});
  if (ids.empty() && page.table()->currentId() != 0)
    ids.push_back({page.table()->currentId()});
  return ids;
}

/// Does it to each; what cannot be done is left out and told.
bool toEach(Session& session, const QString& one, const QString& many, const std::vector<Id<Outgoing>>& ids,
            Result<Id<Outgoing>> (*work)(db::Transaction&, Id<Outgoing>)) {
  if (ids.empty())
    return false;
  QString why;
  size_t left = 0;
  const QString what =
      ids.size() == 1
          ? one.arg(session.database().text(QStringLiteral("SELECT subject FROM outbox WHERE id = ?"), {ids.front()}))
          : many.arg(ids.size());
  const Problems problems = session.tryChange(what, [&](db::Transaction& transaction) {
    for (const Id<Outgoing> id : ids)
      if (const auto done = work(transaction, id); !done) {
        ++left;
        why = done.problems().front().sentence;
      }
    return left == ids.size() ? Problems{{{}, why}} : Problems{};
  });
  if (!problems.empty())
    Q_EMIT session.said(problems.front().sentence);
  else if (left > 0)
    Q_EMIT session.said(Say::tr("%L1 of %L2 were left as they are: %3").arg(left).arg(ids.size()).arg(why));
  return problems.empty();
}

void sendAgain(Session& session, Courier& courier, const std::vector<Id<Outgoing>>& ids, QWidget* parent) {
  const auto go = [&session, &courier, ids] {
    if (toEach(session, Say::tr("To be sent: “%1”"), Say::tr("To be sent: %L1 mails"), ids, mail::retry))
      courier.sendWaiting();
  };
  int unsure = 0;
  for (const Id<Outgoing> id : ids)
    if (const auto mail = db::load(session.database(), id))
      unsure += mail->status == mail::status::unsure;
  if (unsure == 0) {
    go();
    return;
  }
  // Somebody takes it upon themselves that it may arrive twice.
  auto* form = new FormDialog(QStringLiteral("sendAgain"), Say::tr("Send again"), parent);
  form->addFact(Say::tr("Mails"), unsure == 1 ? Say::tr("One may have been sent already: it may arrive a second time.")
                                              : Say::tr("%L1 may have been sent already: they may arrive a second "
                                                        "time.")
                                                    .arg(unsure));
  form->setSaveText(Say::tr("Send again"));
  form->setSave([go](const QVariantMap&) {
    go();
    return Problems{};
  });
  form->open();
}

/// As it travels, and where it has not gone yet, to be sent from a mail program.
QByteArray draftOf(const Outgoing& mail, mail::Message message) {
  message.isDraft = mail.status != mail::status::sent;
  return mail::toMime(message);
}

/// Asks where to and writes a mail as it travels, for a mail program to open.
void saveMailAs(Session& session, Id<Outgoing> id, QWidget* parent) {
  const auto mail = db::load(session.database(), id);
  if (!mail)
    return;
  auto* dialog = new QFileDialog(parent, Say::tr("Write the mail"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(Say::tr("Mail (*.eml)"));
  dialog->setDefaultSuffix(QStringLiteral("eml"));
  dialog->selectFile(cleanedName(mail->subject + QStringLiteral(".eml")));
  QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [&session, mail](const QString& path) {
    attempt(Say::tr("Writing the mail"), [&] {
      const DocumentStore store(session.database().file());
      const auto message = mail::messageOf(session.database(), *mail, mail::Account::stored(session.database()),
                                           [&](const Document& document) { return store.bytes(document); });
      QSaveFile file(path);
      if (!message)
        Q_EMIT session.said(message.problems().front().sentence);
      else if (const QByteArray bytes = draftOf(*mail, *message);
               file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        Q_EMIT session.said(Say::tr("Written to %1").arg(QDir::toNativeSeparators(path)));
      else
        Q_EMIT session.said(Say::tr("The mail could not be written to %1: %2. It is still in the outbox.")
                                .arg(QDir::toNativeSeparators(path), whyNotWritten(file)));
    });
  });
  dialog->open();
}

} // namespace

ListingPage* makeOutboxPage(Session& session, Courier& courier) {
  const std::vector<ColumnLook> looks{
      {"Queued", CellKind::Dated, 132},         {"To", CellKind::Strong, 170},
      {"Subject", CellKind::Text, 270},         {"Status", CellKind::Status, 152},
      {"Why", CellKind::Second, 190},           {"Kind", CellKind::Second, 70},
      {"Next try", CellKind::Dated, 130},       {"Ended", CellKind::Dated, 130},
      {"Tries", CellKind::Number, 50, false},   {"Address", CellKind::Text, 180, false},
      {"Provider", CellKind::Text, 150, false}, {"Day", CellKind::Date, 100, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("outbox");
  spec.title = Say::tr("Outbox");
  spec.icon = QStringLiteral("mail");
  spec.emptyTitle = Say::tr("No mail yet");
  spec.emptyText = Say::tr("Letters, digests and notices stand here from the moment they are queued: what waits, what "
                           "was sent, and what did not go and why.");
  spec.chips = {chip("Waiting", mail::status::waiting, Tone::Waiting),
                chip("Failed", mail::status::failed, Tone::Late),
                chip("May have been sent", mail::status::unsure, Tone::Soon),
                chip("Sent", mail::status::sent, Tone::Neutral),
                chip("Cancelled", mail::status::cancelled, Tone::Neutral),
                chips::words(QStringLiteral("kind"), Say::tr("Kind"),
                             {QStringLiteral("Digest"), QStringLiteral("Task"), QStringLiteral("Letter"),
                              QStringLiteral("Test")})};
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("outbox")), looks);
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  auto* pane = new MailPane(Say::tr("Select a mail to read it."));
  page->setSide(pane);

  const auto add = [page, pane](const char* name, const QString& text, const QString& word, const char* sign,
                                Qt::Key key, std::function<void()> work) {
    auto* action = new QAction(icon(QString::fromLatin1(sign), Ink::Second), text, page);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(action, &QAction::triggered, page, [text, work = std::move(work)] {
      attempt(QString(text).remove(QLatin1Char('&')).remove(QStringLiteral("…")), work);
    });
    page->addAction(action);
    pane->addButton(action, QString::fromLatin1(sign), word);
    return action;
  };
  QAction* again = add("again", Say::tr("&Send now or again"), Say::tr("Send"), "send", Qt::Key_R,
                       [&session, &courier, page] { sendAgain(session, courier, idsOf(*page), page->window()); });
  QAction* cancel = add("cancel", Say::tr("&Cancel"), Say::tr("Cancel"), "circle-x", Qt::Key_C, [&session, page] {
    toEach(session, Say::tr("Cancelled: “%1”"), Say::tr("Cancelled: %L1 mails"), idsOf(*page), mail::cancel);
  });
  QAction* write = add("write", Say::tr("Save as .&eml…"), Say::tr(".eml…"), "download", Qt::Key_E,
                       [&session, page] { saveMailAs(session, {page->table()->currentId()}, page->window()); });
  page->addRowMenu([again, cancel, write](QMenu& menu) {
    menu.addSeparator();
    for (QAction* action : {again, cancel, write})
      if (action->isEnabled()) // what this mail's status allows
        menu.addAction(action);
  });
  auto* send = new QPushButton(Say::tr("Send now"));
  setButtonIcon(send, QStringLiteral("send"));
  send->setObjectName(QStringLiteral("outbox.send"));
  send->setToolTip(Say::tr("The mail of the day, and all that waits"));
  QObject::connect(send, &QPushButton::clicked, page, [&courier] { courier.sendNow(); });
  page->addButton(send);

  const auto follow = [&session, page, pane, again, cancel] {
    attempt(Say::tr("Reading the mail"), [&] {
      const auto mail = db::load(session.database(), Id<Outgoing>{page->table()->currentId()});
      const bool waits = mail && mail->status == mail::status::waiting;
      again->setEnabled(mail && mail->status != mail::status::sent && mail->status != mail::status::sending);
      cancel->setEnabled(waits || (mail && mail->status == mail::status::failed));
      if (!mail) {
        pane->showNothing();
        return;
      }
      QStringList along;
      for (const auto& one : db::allWhere<OutgoingAttachment>(session.database(),
                                                              QStringLiteral("outbox_id = ? ORDER BY id"), {mail->id}))
        along << one.name;
      pane->showMail(*mail, mail->status, noteOf(*mail, session.today()), along);
    });
  };
  QObject::connect(page, &ListPage::openAsked, pane, &MailPane::read);
  QObject::connect(page->table()->selectionModel(), &QItemSelectionModel::currentRowChanged, pane, follow);
  QObject::connect(page->model(), &ListModel::completed, pane, follow);
  QObject::connect(&courier, &Courier::ran, page, &ListPage::refresh);
  Query query;
  query.sort = {{QStringLiteral("Queued"), true}};
  page->setQuery(query);
  return page;
}

} // namespace ui
