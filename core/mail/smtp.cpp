// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/smtp.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <curl/curl.h>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

constexpr qsizetype longestWords = 300;

/// What is known of a conversation, as libcurl tells it. (Commands hold the secret: only their verbs are looked at.)
struct Conversation {
  const QByteArray& mime;
  const std::atomic<bool>* isCancelled;
  qsizetype given = 0;
  bool isAllGiven = false;  ///< the end was handed to libcurl: the server may have it
  bool isAnswered = false;  ///< the server has answered to the whole mail
  bool isAboutMail = false; ///< past signing in
  bool isLeaving = false;
  int code = 0;           ///< of the last answer
  QString words;          ///< of the last answer
  bool isLineLast = true; ///< of an answer of several lines
};

size_t give(char* buffer, size_t size, size_t count, void* user) {
  auto& talk = *static_cast<Conversation*>(user);
  const qsizetype part = std::min(qsizetype(size * count), talk.mime.size() - talk.given);
  std::memcpy(buffer, talk.mime.constData() + talk.given, size_t(part));
  talk.given += part;
  talk.isAllGiven = part == 0;
  return size_t(part);
}

/// An answer is "250 words" or several lines of which all but the last are "250-words".
void hear(Conversation& talk, const QByteArray& line) {
  if (line.size() < 3)
    return;
  bool isCode = false;
  const int code = line.left(3).toInt(&isCode);
  if (!isCode)
    return;
  const QString words = QString::fromUtf8(line.mid(3)).simplified();
  talk.words = talk.isLineLast ? words : talk.words + QLatin1Char(' ') + words.mid(words.startsWith(QLatin1Char('-')));
  talk.code = code;
  talk.isLineLast = line.size() == 3 || line[3] != '-';
  if (talk.isLineLast && talk.isAllGiven)
    talk.isAnswered = true;
}

int listen(CURL*, curl_infotype type, char* data, size_t size, void* user) {
  auto& talk = *static_cast<Conversation*>(user);
  if (talk.isAnswered || talk.isLeaving)
    return 0; // what is said on parting does not matter
  if (type == CURLINFO_HEADER_IN)
    for (const QByteArray& line : QByteArray(data, qsizetype(size)).split('\n'))
      hear(talk, line);
  if (type == CURLINFO_HEADER_OUT) {
    const QByteArrayView command(data, qsizetype(size));
    talk.isLeaving = command.startsWith("QUIT");
    if (talk.isLeaving)
      return 0;
    talk.isAboutMail = talk.isAboutMail || command.startsWith("MAIL FROM");
    talk.code = 0; // what is heard from now on answers this
    talk.words.clear();
  }
  return 0;
}

int watch(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& talk = *static_cast<Conversation*>(user);
  return talk.isCancelled && talk.isCancelled->load() ? 1 : 0;
}

/// In our words, where the server has said nothing.
QString wordsFor(CURLcode result, const Account& account) {
  const QString server = QStringLiteral("%1:%2").arg(account.host).arg(account.port);
  switch (result) {
  case CURLE_COULDNT_RESOLVE_HOST:
    return Say::tr("The server %1 is not known: is there a network?").arg(account.host);
  case CURLE_COULDNT_CONNECT:
    return Say::tr("There is no connection to %1.").arg(server);
  case CURLE_OPERATION_TIMEDOUT:
    return Say::tr("%1 did not answer in time.").arg(server);
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_ISSUER_ERROR:
  case CURLE_SSL_CACERT_BADFILE:
    return Say::tr("The certificate of %1 is not trusted, so nothing was sent.").arg(server);
  case CURLE_USE_SSL_FAILED:
    return Say::tr("%1 offers no encryption, so nothing was sent.").arg(server);
  case CURLE_SSL_CONNECT_ERROR:
    return Say::tr("No encrypted connection to %1 came about, so nothing was sent.").arg(server);
  case CURLE_LOGIN_DENIED:
    return Say::tr("%1 does not take the user or the password.").arg(server);
  case CURLE_ABORTED_BY_CALLBACK:
    return Say::tr("It was stopped.");
  default:
    return Say::tr("The connection to %1 broke.").arg(server);
  }
}

Outcome judge(CURLcode result, const Conversation& talk, const Account& account) {
  Outcome outcome;
  outcome.words = talk.code >= 400 ? withoutAddresses(QStringLiteral("%1 %2").arg(talk.code).arg(talk.words))
                                   : wordsFor(result, account);
  outcome.words = oneLine(outcome.words, longestWords);
  const bool isRefusal = talk.code >= 500 && talk.code < 600;
  if (talk.isAnswered)
    outcome.kind = talk.code >= 200 && talk.code < 300 ? Outcome::Kind::Sent
                   : isRefusal                         ? Outcome::Kind::Refused
                                                       : Outcome::Kind::TryAgain;
  else if (talk.isAllGiven)
    outcome.kind = Outcome::Kind::Unsure;
  else if (talk.isAboutMail && isRefusal)
    outcome.kind = Outcome::Kind::Refused;
  else
    outcome.ofAccount = !talk.isAboutMail;
  if (outcome.kind == Outcome::Kind::Sent)
    outcome.words.clear();
  return outcome;
}

class Curl {
public:
  Curl() : m_handle(curl_easy_init()) {}
  ~Curl() {
    curl_slist_free_all(m_recipients);
    curl_easy_cleanup(m_handle);
  }
  Q_DISABLE_COPY_MOVE(Curl)
  template<class T>
  void set(CURLoption option, T value) {
    curl_easy_setopt(m_handle, option, value);
  }
  void setRecipient(const QByteArray& address) {
    m_recipients = curl_slist_append(nullptr, address.constData());
    set(CURLOPT_MAIL_RCPT, m_recipients);
  }
  CURLcode perform() { return m_handle ? curl_easy_perform(m_handle) : CURLE_FAILED_INIT; }

private:
  CURL* m_handle;
  curl_slist* m_recipients = nullptr;
};

QByteArray urlOf(const Account& account) {
  const bool isTls = account.security == Account::Security::Tls;
  const QString host =
      account.host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(account.host) : account.host;
  // What stands behind the slash is how we greet: the sender's domain, not the name of this computer.
  return QStringLiteral("%1://%2:%3/%4")
      .arg(isTls ? QStringLiteral("smtps") : QStringLiteral("smtp"), host)
      .arg(account.port)
      .arg(domainOf(account.from.address))
      .toLatin1();
}

} // namespace

QString withoutAddresses(const QString& text) {
  static const QRegularExpression address(QStringLiteral("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+"));
  return QString(text).replace(address, QStringLiteral("…"));
}

Outcome deliver(const Account& account, const QByteArray& secret, const QString& recipient, const QByteArray& mime,
                const std::atomic<bool>* isCancelled, const Patience& patience) {
  static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  const auto to = mailAddress(recipient), from = mailAddress(account.from.address);
  if (!to)
    return {Outcome::Kind::Refused, Say::tr("The address is none that mail servers take."), false};
  const Problems problems = check(account);
  if (!problems.empty() || !from || !started)
    return {Outcome::Kind::TryAgain,
            problems.empty() ? Say::tr("Sending mail could not be set up.") : problems.front().sentence, true};

  Conversation talk{.mime = mime, .isCancelled = isCancelled, .words = {}};
  Curl curl;
  curl.set(CURLOPT_URL, urlOf(account).constData());
  curl.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl.set(CURLOPT_PROXY, "");
  curl.set(CURLOPT_NOSIGNAL, 1L);
  curl.set(CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
  curl.set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
  curl.set(CURLOPT_SSL_VERIFYPEER, 1L);
  curl.set(CURLOPT_SSL_VERIFYHOST, 2L);
  const QByteArray authority = QFile::encodeName(account.authority);
  if (!authority.isEmpty())
    curl.set(CURLOPT_CAINFO, authority.constData());
  const QByteArray user = account.user.toUtf8();
  if (!user.isEmpty()) {
    curl.set(CURLOPT_USERNAME, user.constData());
    curl.set(account.signing == Account::Signing::Token ? CURLOPT_XOAUTH2_BEARER : CURLOPT_PASSWORD,
             secret.constData());
    if (account.signing == Account::Signing::Token)
      curl.set(CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
  }
  curl.set(CURLOPT_CONNECTTIMEOUT, long(patience.connecting));
  curl.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, long(patience.answering));
  curl.set(CURLOPT_TIMEOUT, long(patience.altogether));
  curl.set(CURLOPT_MAIL_FROM, from->toLatin1().constData());
  curl.setRecipient(to->toLatin1());
  curl.set(CURLOPT_UPLOAD, 1L);
  curl.set(CURLOPT_READFUNCTION, give);
  curl.set(CURLOPT_READDATA, &talk);
  curl.set(CURLOPT_VERBOSE, 1L);
  curl.set(CURLOPT_DEBUGFUNCTION, listen);
  curl.set(CURLOPT_DEBUGDATA, &talk);
  curl.set(CURLOPT_NOPROGRESS, 0L);
  curl.set(CURLOPT_XFERINFOFUNCTION, watch);
  curl.set(CURLOPT_XFERINFODATA, &talk);
  return judge(curl.perform(), talk, account);
}

} // namespace mail
