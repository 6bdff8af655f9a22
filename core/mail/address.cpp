// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/gmime.h"

#include "core/mail/address.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

constexpr qsizetype longestAddress = 254, longestLocalPart = 64; // RFC 5321, 4.5.3.1

/// Whether GMime writes an international domain as it is: it gives back what breaks the rules of such names in UTF-8.
bool isWritten(const QByteArray& address) {
  startMime();
  const Ref<InternetAddress> mailbox(internet_address_mailbox_new(nullptr, address.constData()));
  return address == internet_address_mailbox_get_idn_addr(INTERNET_ADDRESS_MAILBOX(mailbox.get()));
}

} // namespace

Result<QString> mailAddress(const QString& typed) {
  // Quoted local parts and address literals are left out: nobody's mailbox needs them, and they let odd things through.
  static const QRegularExpression local(
      QStringLiteral("\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\\z"));
  static const QRegularExpression host(
      QStringLiteral("\\A[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\\z"));
  const QString address = typed.trimmed();
  const Problem no{{}, Say::tr("“%1” is no e-mail address.").arg(oneLine(address, longestLocalPart))};
  const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
  if (at <= 0 || at > longestLocalPart)
    return no;
  const QString name = address.left(at);
  const QString domain = QString::fromLatin1(QUrl::toAce(address.mid(at + 1)));
  if (!local.match(name).hasMatch() || !host.match(domain).hasMatch() || at + 1 + domain.size() > longestAddress)
    return no;
  const QString whole = name + QLatin1Char('@') + domain;
  if (domain.contains(QLatin1String("xn--")) && !isWritten(whole.toLatin1()))
    return no;
  return whole;
}

QString domainOf(const QString& address) {
  const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
  return at < 0 ? QString() : address.mid(at + 1);
}

QString oneLine(const QString& text, qsizetype most) {
  QString line;
  for (qsizetype i = 0; i < text.size() && line.size() <= most; ++i) {
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      line += c;
      line += text[++i];
      continue;
    }
    const auto category = c.category();
    const bool isJoiner = c == QChar(0x200c) || c == QChar(0x200d); // they stand in names, of Persian for one
    const bool isOdd = category == QChar::Other_Control || category == QChar::Separator_Line ||
                       category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate ||
                       category == QChar::Other_NotAssigned || (category == QChar::Other_Format && !isJoiner);
    line += isOdd ? QLatin1Char(' ') : c;
  }
  line = line.simplified();
  if (line.size() > most) {
    line.truncate(most - 1);
    if (!line.isEmpty() && line.back().isHighSurrogate())
      line.chop(1);
    line = line.trimmed() + QChar(0x2026); // …
  }
  return line;
}

} // namespace mail
