// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/gmime.h"

#include "core/mail/received.h"

namespace mail {

namespace {

// A mail may nest parts without end and hold files without number.
constexpr int deepest = 20;
constexpr size_t mostFiles = 100;
constexpr qsizetype longestHeader = 1000;

QString text(const char* utf8) { return utf8 ? QString::fromUtf8(utf8) : QString(); }

QByteArray bytesOf(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content)
    return {};
  const Ref<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), qsizetype(bytes->len)};
}

void readPart(GMimeObject* object, Received& received, int depth) {
  if (depth > deepest || !object)
    return;
  if (GMIME_IS_MULTIPART(object)) {
    GMimeMultipart* parts = GMIME_MULTIPART(object);
    const int count = g_mime_multipart_get_count(parts);
    for (int i = 0; i < count; ++i)
      readPart(g_mime_multipart_get_part(parts, i), received, depth + 1);
    return;
  }
  if (!GMIME_IS_PART(object))
    return; // a mail within the mail: it lies in the file that is kept
  GMimePart* part = GMIME_PART(object);
  const QString name = oneLine(text(g_mime_part_get_filename(part)), longestHeader);
  if (!name.isEmpty() || g_mime_part_is_attachment(part)) {
    if (received.attachments.size() < mostFiles) {
      gchar* type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
      received.attachments.push_back({name, text(type), bytesOf(part)});
      g_free(type);
    }
  } else if (GMIME_IS_TEXT_PART(object) && received.text.isEmpty() &&
             g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", "plain")) {
    gchar* plain = g_mime_text_part_get_text(GMIME_TEXT_PART(object));
    received.text = text(plain);
    g_free(plain);
  }
}

void readIds(GMimeMessage* message, const char* header, bool isBackwards, QStringList& ids) {
  const char* value = g_mime_object_get_header(GMIME_OBJECT(message), header);
  GMimeReferences* references = value ? g_mime_references_parse(nullptr, value) : nullptr;
  if (!references)
    return;
  QStringList found;
  const int count = g_mime_references_length(references);
  for (int i = 0; i < count; ++i)
    found << text(g_mime_references_get_message_id(references, i));
  g_mime_references_free(references);
  if (isBackwards)
    std::reverse(found.begin(), found.end());
  for (const QString& id : found)
    if (!ids.contains(id))
      ids << id;
}

} // namespace

std::optional<Received> readMail(const QByteArray& bytes) {
  startMime();
  const Ref<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
  const Ref<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Ref<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message)
    return {};
  Received received;
  InternetAddressList* from = g_mime_message_get_from(message.get());
  if (from && internet_address_list_length(from) > 0) {
    InternetAddress* first = internet_address_list_get_address(from, 0);
    received.from.name = oneLine(text(internet_address_get_name(first)), longestHeader);
    if (INTERNET_ADDRESS_IS_MAILBOX(first))
      received.from.address = text(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
  }
  received.messageId = text(g_mime_message_get_message_id(message.get()));
  if (received.from.address.isEmpty() && received.messageId.isEmpty())
    return {};
  received.subject = oneLine(text(g_mime_message_get_subject(message.get())), longestHeader);
  if (GDateTime* date = g_mime_message_get_date(message.get()))
    received.date = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::UTC);
  readIds(message.get(), "In-Reply-To", false, received.answersTo);
  readIds(message.get(), "References", true, received.answersTo);
  readPart(g_mime_message_get_mime_part(message.get()), received, 0);
  return received;
}

} // namespace mail
