// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/registry.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QSslError>
#include <QUrlQuery>

namespace ui {

namespace {

constexpr std::chrono::seconds limit(10);
constexpr qint64 largest = 8 << 20; // 200 entries, the most in one answer, are about half a megabyte
constexpr int mostEntries = 50;

QString safe() { return Registry::tr("Nothing was changed. Try again, or type what you know."); }

} // namespace

Registry::Registry(QObject* parent)
    : QObject(parent), m_url(QStringLiteral("https://npiregistry.cms.hhs.gov/api/")),
      m_tls(QSslConfiguration::defaultConfiguration()) {
  m_limit.setSingleShot(true);
  m_limit.setInterval(limit);
  connect(&m_limit, &QTimer::timeout, this, [this] {
    m_isTooLate = true;
    if (m_reply)
      m_reply->abort();
  });
}

Registry::~Registry() { cancel(); }

void Registry::setServer(const QUrl& url, const QSslConfiguration& tls, std::chrono::milliseconds wait) {
  m_url = url;
  m_tls = tls;
  m_limit.setInterval(wait);
}

void Registry::askNpi(const QString& npi) {
  ask({{QStringLiteral("number"), npi.trimmed()}},
      tr("The NPI registry knows nobody with the NPI %1.").arg(npi.trimmed()));
}

void Registry::askPerson(const QString& lastName, const QString& firstName, const QString& state) {
  ask({{QStringLiteral("enumeration_type"), QStringLiteral("NPI-1")},
       {QStringLiteral("last_name"), lastName.trimmed()},
       {QStringLiteral("first_name"), firstName.trimmed()},
       {QStringLiteral("state"), state.trimmed()}},
      tr("The NPI registry knows nobody of this name."));
}

void Registry::askOrganization(const QString& name, const QString& state) {
  ask({{QStringLiteral("enumeration_type"), QStringLiteral("NPI-2")},
       {QStringLiteral("organization_name"), name.trimmed()},
       {QStringLiteral("state"), state.trimmed()}},
      tr("The NPI registry knows no organization of this name."));
}

void Registry::cancel() {
  m_limit.stop();
  if (QNetworkReply* reply = std::exchange(m_reply, nullptr)) {
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
  }
}

void Registry::ask(const QList<std::pair<QString, QString>>& query, const QString& nobody) {
  cancel();
  m_isTooLate = m_isTooLarge = false;
  QUrlQuery asked;
  asked.addQueryItem(QStringLiteral("version"), QStringLiteral("2.1"));
  asked.addQueryItem(QStringLiteral("limit"), QString::number(mostEntries));
  for (const auto& [key, value] : query)
    if (!value.isEmpty())
      asked.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
  QUrl url = m_url;
  url.setQuery(asked);
  QNetworkRequest request(url);
  request.setSslConfiguration(m_tls);
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
  request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Credenza"));
  request.setRawHeader("Accept", "application/json");
  m_reply = m_network.get(request);
  connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received, qint64 all) {
    m_isTooLarge = received > largest || all > largest;
    if (m_isTooLarge && m_reply)
      m_reply->abort();
  });
  connect(m_reply, &QNetworkReply::finished, this, [this, nobody] { finish(nobody); });
  m_limit.start();
}

void Registry::finish(const QString& nobody) {
  m_limit.stop();
  QNetworkReply* reply = std::exchange(m_reply, nullptr);
  if (!reply)
    return;
  reply->deleteLater();
  m_isTooLarge = m_isTooLarge || reply->bytesAvailable() > largest; // may have come in one piece
  if (m_isTooLarge || reply->error() != QNetworkReply::NoError) {
    Q_EMIT failed(troubleOf(*reply) + QLatin1Char(' ') + safe());
    return;
  }
  const auto entries = exchange::readRegistryAnswer(reply->readAll());
  if (!entries)
    Q_EMIT failed(entries.problems().front().sentence + QLatin1Char(' ') + safe());
  else if (entries->empty())
    Q_EMIT failed(nobody + QLatin1Char(' ') + safe());
  else
    Q_EMIT answered(*entries);
}

QString Registry::troubleOf(const QNetworkReply& reply) const {
  if (m_isTooLate)
    return tr("The NPI registry did not answer within %n second(s).", nullptr,
              int(std::max<qint64>(
                  1, std::chrono::duration_cast<std::chrono::seconds>(m_limit.intervalAsDuration()).count())));
  if (m_isTooLarge)
    return tr("What came back is far larger than any answer of the NPI registry.");
  const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  switch (reply.error()) {
  case QNetworkReply::SslHandshakeFailedError:
    return tr("The server could not prove that it is the NPI registry, so nothing was sent to it: %1")
        .arg(reply.errorString());
  case QNetworkReply::HostNotFoundError:
  case QNetworkReply::TemporaryNetworkFailureError:
  case QNetworkReply::NetworkSessionFailedError:
    return tr("The NPI registry cannot be reached: this computer seems to have no connection to the internet.");
  case QNetworkReply::ConnectionRefusedError:
    return tr("The NPI registry cannot be reached: the connection was refused.");
  case QNetworkReply::RemoteHostClosedError:
    return tr("The connection to the NPI registry broke off before the answer was whole.");
  case QNetworkReply::InsecureRedirectError:
  case QNetworkReply::TooManyRedirectsError:
    return tr("The NPI registry sent us somewhere else, and we did not go there.");
  default:
    break;
  }
  if (status >= 400)
    return tr("The NPI registry is not working at the moment: it answered with the HTTP status %1.").arg(status);
  return tr("The NPI registry could not be asked: %1.").arg(reply.errorString());
}

} // namespace ui
