// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/received.h"
#include "fuzz.h"

namespace {

/// The names of a message's headers, as anybody sees them who splits at line ends.
QList<QByteArray> headersOf(const QByteArray& mime) {
  QList<QByteArray> names;
  for (const QByteArray& line : mime.left(mime.indexOf("\r\n\r\n")).split('\n'))
    if (!line.startsWith(' ') && !line.startsWith('\t'))
      names << line.left(line.indexOf(':')).toLower();
  return names;
}

} // namespace

/// A mail that comes, however broken; and a mail that goes, whatever stands in its fields.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const QByteArray bytes = fuzz::bytesOf(data, size);
  if (const auto mail = mail::readMail(bytes))
    PROMISE(!mail->subject.contains(QLatin1Char('\n')) && !(mail->messageId.isEmpty() && mail->from.address.isEmpty()));

  const QList<QByteArray> parts = bytes.split('\0');
  const auto part = [&](qsizetype i) { return QString::fromUtf8(parts.value(i)); };
  mail::Message message;
  message.messageId = QStringLiteral("1@example.org");
  message.from = {part(0), QStringLiteral("office@example.org")};
  message.to = {part(1), QStringLiteral("anna@example.org")};
  message.subject = part(2);
  message.text = part(3);
  message.date = QDateTime(QDate(2026, 1, 15), QTime(9, 0), Qt::UTC);
  message.inReplyTo = part(4);
  message.attachments.push_back({part(5), part(6), "x"});
  const QByteArray mime = mail::toMime(message);
  static const QList<QByteArray> known{"date",
                                       "from",
                                       "to",
                                       "subject",
                                       "message-id",
                                       "in-reply-to",
                                       "references",
                                       "mime-version",
                                       "content-type",
                                       "auto-submitted",
                                       "content-transfer-encoding"};
  QList<QByteArray> seen;
  for (const QByteArray& name : headersOf(mime)) { // no field makes a header of its own
    PROMISE(known.contains(name));
    PROMISE(!seen.contains(name));
    seen << name;
  }
  PROMISE(mime == mail::toMime(message));
  for (const QByteArray& line : mime.split('\n'))
    PROMISE(line.size() <= 999);
  return 0;
}
