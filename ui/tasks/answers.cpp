// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/answers.h"

#include "core/tasks/replies.h"
#include "ui/profile/filing.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Answers)
};

constexpr qint64 largestMail = 50 << 20; // bytes; servers take less

/// A mail that answers none of ours, but was dropped on a task: whoever did that knows better.
std::optional<Reply> answerTo(const QByteArray& bytes, const Task& task) {
  auto received = mail::readMail(bytes);
  if (!received)
    return {};
  Reply reply;
  reply.mail = std::move(*received);
  reply.bytes = bytes;
  reply.answered.provider = task.assignedProvider.isValid() ? task.assignedProvider : task.provider;
  reply.answered.practice = task.practice;
  reply.tasks = {task};
  return reply;
}

void takeMail(Session& session, Id<Task> id, const QString& path) {
  QFile file(path);
  if (file.size() > largestMail || !file.open(QIODevice::ReadOnly)) {
    Q_EMIT session.said(Say::tr("“%1” cannot be read, or is larger than a mail is: nothing was changed.")
                            .arg(QFileInfo(path).fileName()));
    return;
  }
  const QByteArray bytes = file.readAll();
  auto read = readReply(session.database(), bytes);
  const auto task = db::load(session.database(), id);
  std::optional<Reply> reply = read ? std::optional(std::move(*read)) : std::nullopt;
  const bool isOfTask = reply && std::any_of(reply->tasks.begin(), reply->tasks.end(),
                                             [&](const Task& one) { return task && one.id == task->id; });
  if (task && !isOfTask)
    reply = answerTo(bytes, *task);
  if (!reply) {
    Q_EMIT session.said(read ? Say::tr("This is no mail: nothing was changed.") : read.problems().front().sentence);
    return;
  }
  std::vector<Id<Task>> close;
  if (task)
    close = {task->id};
  else if (reply->tasks.size() == 1)
    close = {reply->tasks.front().id};
  const ReplyStamp stamp{session.actor().who,
                         session.actor().now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                         session.today()};
  const QString who = reply->mail.from.name.isEmpty() ? reply->mail.from.address : reply->mail.from.name;
  const QString what =
      close.empty()
          ? Say::tr("Took in the answer of %1").arg(who)
          : Say::tr("Took in the answer of %1 and completed “%2”").arg(who, (task ? *task : reply->tasks.front()).name);
  session.changeAside(
      what,
      [store = DocumentStore(session.database().file()), reply = *reply, close, stamp](db::Transaction& transaction) {
        const auto kept = takeIn(transaction, store, reply, close, stamp);
        return kept ? Problems{} : kept.problems();
      },
      [session = &session](const Problems& problems) {
        if (!problems.empty())
          Q_EMIT session->said(problems.front().sentence);
      });
}

} // namespace

void takeFiles(Session& session, Id<Task> id, const QStringList& paths, QObject* context) {
  QStringList others;
  for (const QString& path : paths)
    if (path.endsWith(QLatin1String(".eml"), Qt::CaseInsensitive))
      takeMail(session, id, path);
    else
      others << path;
  const auto task = db::load(session.database(), id);
  if (others.isEmpty())
    return;
  if (!task) {
    Q_EMIT session.said(Say::tr("Drop the file on the task that it belongs to."));
    return;
  }
  Document about;
  about.task = task->id;
  about.provider = task->assignedProvider.isValid() ? task->assignedProvider : task->provider;
  about.practice = about.provider.isValid() ? Id<Practice>{} : task->practice;
  keepFiles(session, about, others, context);
}

void askAnswer(Session& session, Id<Task> id, QWidget* parent) {
  auto* dialog = new QFileDialog(parent, Say::tr("The answer, as the mail program saved it"));
  dialog->setObjectName(QStringLiteral("answer"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  dialog->setNameFilters({Say::tr("Mail (*.eml)"), Say::tr("All files (*)")});
  QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [&session, id, parent](const QStringList& paths) {
    attempt(Say::tr("Taking in the answer"), [&] { takeFiles(session, id, paths, parent); });
  });
  dialog->open();
}

} // namespace ui
