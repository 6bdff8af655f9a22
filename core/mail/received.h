// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/message.h"

#include <QStringList>
#include <optional>

namespace mail {

/// A mail that came, as much of it as is used.
struct Received {
  Person from;     ///< the address as it stands there: nobody vouches for it
  QString subject; ///< one line
  QString text;
  QDateTime date;        ///< invalid when it says none
  QString messageId;     ///< without brackets
  QStringList answersTo; ///< the Message-IDs of In-Reply-To and References, the nearest first
  std::vector<Attachment> attachments;
};

/// Reads an .eml file (RFC 5322 and MIME, however broken); nothing when it is no mail at all: without a sender and a
/// Message-ID.
std::optional<Received> readMail(const QByteArray& bytes);

} // namespace mail
