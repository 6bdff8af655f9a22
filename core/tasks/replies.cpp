// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/replies.h"

#include "core/base/disk.h"
#include "core/notes/note.h"
#include "core/tasks/repeat.h"
#include "core/tracking/status.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Replies)
};

constexpr qsizetype longestNote = 4000;

/// Keeps bytes as a document; the store takes files.
Result<Document> keep(const DocumentStore& store, const QString& name, const QByteArray& bytes) {
  const QTemporaryDir folder;
  QFile file(folder.filePath(cleanedName(name)));
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
    return Problem{{}, Say::tr("“%1” was not kept: %2.").arg(name, whyNotWritten(file))};
  file.close();
  return store.keep(file.fileName());
}

} // namespace

Result<Reply> readReply(db::Database& database, const QByteArray& eml) {
  auto received = mail::readMail(eml);
  if (!received)
    return Problem{{},
                   Say::tr("This is no mail: nothing was changed. Save the answer from the mail program as an .eml "
                           "file and drop that.")};
  for (const QString& id : received->answersTo) {
    const auto answered = db::allWhere<Outgoing>(database, QStringLiteral("message_id = ?"), {id});
    if (answered.empty())
      continue;
    Reply reply{std::move(*received), eml, answered.front(), {}};
    reply.tasks = db::allWhere<Task>(
        database,
        QStringLiteral("id IN (SELECT task_id FROM task_notice WHERE outbox_id = ?) AND status %1 ORDER BY due, id")
            .arg(QLatin1String(openStatuses)),
        {reply.answered.id});
    return reply;
  }
  return Problem{{},
                 Say::tr("This mail answers none that was sent from here: nothing was changed. It can be kept as a "
                         "document of the provider.")};
}

Result<std::vector<Id<Document>>> takeIn(db::Transaction& transaction, const DocumentStore& store, const Reply& reply,
                                         const std::vector<Id<Task>>& close, const ReplyStamp& stamp) {
  const Outgoing& answered = reply.answered;
  const Id<Provider> provider =
      answered.provider.isValid() || reply.tasks.empty() ? answered.provider : reply.tasks.front().provider;
  std::vector<Id<Document>> kept;
  const auto add = [&](const QString& name, const QByteArray& bytes) -> Problems {
    auto document = keep(store, name, bytes);
    if (!document)
      return document.problems();
    document.value().provider = provider;
    document.value().practice = provider.isValid() ? Id<Practice>{} : answered.practice;
    if (reply.tasks.size() == 1)
      document.value().task = reply.tasks.front().id;
    document.value().added = stamp.today;
    kept.push_back(db::save(transaction, *document));
    return {};
  };
  QStringList names;
  if (provider.isValid() || answered.practice.isValid()) {
    const QString subject = reply.mail.subject.isEmpty() ? Say::tr("Answer") : reply.mail.subject;
    const QString name = QString(subject).replace(QRegularExpression(QStringLiteral("[/\\\\]")), QStringLiteral("-"));
    if (Problems problems = add(cleanedName(name + QStringLiteral(".eml")), reply.bytes); !problems.empty())
      return problems;
    for (const mail::Attachment& attachment : reply.mail.attachments) {
      if (attachment.bytes.isEmpty())
        continue;
      names << cleanedName(attachment.name);
      if (Problems problems = add(attachment.name, attachment.bytes); !problems.empty())
        return problems;
    }
  }

  Note note;
  note.written = stamp.written;
  note.author = stamp.author;
  note.kind = QStringLiteral("Email");
  note.withWhom = reply.mail.from.name.isEmpty() ? reply.mail.from.address : reply.mail.from.name;
  note.text = Say::tr("Answer: %1").arg(reply.mail.subject) + QLatin1Char('\n') + reply.mail.text.left(longestNote);
  if (!names.isEmpty())
    note.text += Say::tr("\nAttached: %1").arg(names.join(QStringLiteral("; ")));
  note.text = note.text.trimmed();
  if (reply.tasks.empty() && (provider.isValid() || answered.practice.isValid())) {
    note.provider = provider;
    note.practice = provider.isValid() ? Id<Practice>{} : answered.practice;
    db::save(transaction, note);
  }
  for (Task task : reply.tasks) {
    note.task = task.id;
    db::save(transaction, note);
    if (std::find(close.begin(), close.end(), task.id) == close.end())
      continue;
    task.status = QStringLiteral("Completed");
    if (const auto saved = saveTask(transaction, task, stamp.today); !saved)
      return saved.problems();
  }
  return kept;
}
