// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/gmime.h"

#include "core/mail/message.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUuid>

namespace mail {

namespace {

constexpr qsizetype longestFileName = 120, longestId = 250;

/// A text that a header shows as it is: what looks like an encoded word would be decoded by whoever reads it.
QByteArray headerText(const QString& text, qsizetype most) {
  return oneLine(text, most).replace(QStringLiteral("=?"), QStringLiteral("= ?")).toUtf8();
}

/// A Message-ID as it may stand between brackets, else nothing.
QByteArray safeId(const QString& id) {
  static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+\\z"));
  return id.size() <= longestId && form.match(id).hasMatch() ? id.toLatin1() : QByteArray();
}

/// UTF-8 without zeros, which would end it early, and with line breaks as one LF.
QByteArray body(const QString& text) {
  QString clean = text;
  clean.remove(QChar(0));
  clean.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
  if (!clean.endsWith(QLatin1Char('\n')))
    clean += QLatin1Char('\n');
  return clean.toUtf8();
}

void fill(GMimePart* part, const QByteArray& bytes, GMimeContentEncoding encoding) {
  const Ref<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
  const Ref<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part, content.get());
  g_mime_part_set_content_encoding(part, encoding);
}

Ref<GMimeObject> textPart(const char* subtype, const QString& text) {
  GMimePart* part = g_mime_part_new_with_type("text", subtype);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
  fill(part, body(text), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return Ref<GMimeObject>(GMIME_OBJECT(part));
}

Ref<GMimeObject> filePart(const Attachment& attachment) {
  static const QRegularExpression form(QStringLiteral("\\A([a-z0-9.+-]{1,60})/([a-z0-9.+-]{1,90})\\z"),
                                       QRegularExpression::CaseInsensitiveOption);
  const auto type = form.match(attachment.mediaType);
  // What claims to be a message or to have parts would be taken apart: it is sent as the bytes that it is.
  const bool isUsed = type.hasMatch() && type.captured(1).compare(QLatin1String("message"), Qt::CaseInsensitive) != 0 &&
                      type.captured(1).compare(QLatin1String("multipart"), Qt::CaseInsensitive) != 0;
  GMimePart* part = isUsed ? g_mime_part_new_with_type(type.captured(1).toLatin1().constData(),
                                                       type.captured(2).toLatin1().constData())
                           : g_mime_part_new_with_type("application", "octet-stream");
  g_mime_object_set_disposition(GMIME_OBJECT(part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename(part, headerText(attachment.name, longestFileName).constData());
  fill(part, attachment.bytes, GMIME_CONTENT_ENCODING_BASE64);
  return Ref<GMimeObject>(GMIME_OBJECT(part));
}

/// Parts one after the other. "=_" stands in no quoted-printable or base64 text, so the boundary is in no part.
Ref<GMimeObject> together(const char* subtype, const QByteArray& boundary, const std::vector<Ref<GMimeObject>>& parts) {
  GMimeMultipart* whole = g_mime_multipart_new_with_subtype(subtype);
  g_mime_multipart_set_boundary(whole, boundary.constData());
  for (const auto& part : parts)
    g_mime_multipart_add(whole, part.get());
  return Ref<GMimeObject>(GMIME_OBJECT(whole));
}

void addPerson(GMimeMessage* message, GMimeAddressType type, const Person& person) {
  const auto address = mailAddress(person.address);
  if (!address)
    return; // such a mail is never queued; a header without an address is better than a broken one
  // GMime leaves the equals sign of a name as it is, and whoever reads "=0A" decodes it into a line break.
  const QByteArray name = oneLine(person.name, longestName).replace(QLatin1Char('='), QLatin1Char('-')).toUtf8();
  const Ref<InternetAddress> mailbox(
      internet_address_mailbox_new(name.isEmpty() ? nullptr : name.constData(), address->toLatin1().constData()));
  internet_address_set_charset(mailbox.get(), "utf-8");
  internet_address_list_add(g_mime_message_get_addresses(message, type), mailbox.get());
}

Ref<GMimeObject> content(const Message& message) {
  const QByteArray tag =
      QCryptographicHash::hash(message.messageId.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
  std::vector<Ref<GMimeObject>> parts;
  parts.push_back(textPart("plain", message.text));
  if (!message.html.isEmpty()) {
    std::vector<Ref<GMimeObject>> both;
    both.push_back(std::move(parts.front()));
    both.push_back(textPart("html", message.html));
    parts.front() = together("alternative", "=_a" + tag, both);
  }
  if (message.attachments.empty())
    return std::move(parts.front());
  for (const Attachment& attachment : message.attachments)
    parts.push_back(filePart(attachment));
  return together("mixed", "=_m" + tag, parts);
}

QByteArray written(GMimeObject* object) {
  GMimeFormatOptions* options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_format_options_set_param_encoding_method(options, GMIME_PARAM_ENCODING_METHOD_RFC2231);
  const Ref<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(object, options, stream.get());
  g_mime_format_options_free(options);
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), qsizetype(bytes->len)};
}

} // namespace

QByteArray toMime(const Message& message) {
  startMime();
  const Ref<GMimeMessage> mime(g_mime_message_new(TRUE));
  addPerson(mime.get(), GMIME_ADDRESS_TYPE_FROM, message.from);
  addPerson(mime.get(), GMIME_ADDRESS_TYPE_TO, message.to);
  g_mime_message_set_subject(mime.get(), headerText(message.subject, longestSubject).constData(), "utf-8");
  GDateTime* date = g_date_time_new_from_unix_utc(message.date.toSecsSinceEpoch());
  g_mime_message_set_date(mime.get(), date);
  g_date_time_unref(date);
  if (const QByteArray id = safeId(message.messageId); !id.isEmpty())
    g_mime_message_set_message_id(mime.get(), id.constData());
  if (const QByteArray id = safeId(message.inReplyTo); !id.isEmpty())
    for (const char* header : {"In-Reply-To", "References"})
      g_mime_object_append_header(GMIME_OBJECT(mime.get()), header, ('<' + id + '>').constData(), nullptr);
  if (message.isAutomatic)
    g_mime_object_append_header(GMIME_OBJECT(mime.get()), "Auto-Submitted", "auto-generated", nullptr);
  if (message.isDraft) // no standard, but what Outlook and Apple Mail go by
    g_mime_object_append_header(GMIME_OBJECT(mime.get()), "X-Unsent", "1", nullptr);
  g_mime_message_set_mime_part(mime.get(), content(message).get());
  return written(GMIME_OBJECT(mime.get()));
}

QString newMessageId(const QString& domain) {
  const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1Char('@') +
                     (domain.isEmpty() ? QStringLiteral("credenza.invalid") : domain);
  return QString::fromLatin1(safeId(id));
}

} // namespace mail
