// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/address.h"

#include <QByteArray>
#include <QDateTime>
#include <vector>

namespace mail {

/// A file that goes along.
struct Attachment {
  QString name;
  QString mediaType; ///< "application/pdf"; anything that is none is sent as plain bytes
  QByteArray bytes;
};

/// A mail as it is written, before it is put into the form in which it travels.
struct Message {
  QString messageId; ///< without brackets; see newMessageId()
  Person from, to;
  QString subject;
  QString text;             ///< plain
  QString html;             ///< the same again, may be empty
  QDateTime date;           ///< an instant
  QString inReplyTo;        ///< the Message-ID of the mail it goes on from; may be empty
  bool isAutomatic = false; ///< nobody wrote it: no holiday notices in answer (RFC 3834)
  bool isDraft = false;     ///< still to be sent: mail programs open it to be sent on, not as one that came in
  std::vector<Attachment> attachments;
};

/// So short that even without a space to break at no header's line is longer than the 998 of RFC 5322, 2.1.1.
inline constexpr qsizetype longestSubject = 250, longestName = 100;

/// The message as it travels: headers by RFC 5322, 2047 and 2231, text and HTML as alternatives, CRLF, no line longer
/// than 998 characters, 7-bit. Whatever stands in the fields, each is one header at most: line breaks and control
/// characters become spaces, what is too long is cut. The same message gives the same bytes.
QByteArray toMime(const Message& message);

/// A Message-ID that no other mail has.
QString newMessageId(const QString& domain);

} // namespace mail
