// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/registryentry.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>
#include <chrono>

class QNetworkReply;

namespace ui {

/// Asks the NPI registry (https://npiregistry.cms.hhs.gov/api-page, v2.1) over the network. One question at a time;
/// each ends in exactly one signal, within the limit, or in silence when it is cancelled or this object goes. Nothing
/// is sent to a server that cannot prove who it is. Nothing is written: what came is for showing first.
class Registry : public QObject {
  Q_OBJECT

public:
  explicit Registry(QObject* parent = nullptr);
  ~Registry() override;

  void askNpi(const QString& npi);
  /// By name; a state of two letters narrows, empty does not.
  void askPerson(const QString& lastName, const QString& firstName, const QString& state = {});
  void askOrganization(const QString& name, const QString& state = {});
  void cancel();
  bool isAsking() const { return m_reply; }

  /// Where to ask, whom to trust and how long to wait: for tests.
  void setServer(const QUrl& url, const QSslConfiguration& tls, std::chrono::milliseconds limit);

Q_SIGNALS:
  /// At least one entry.
  void answered(const std::vector<exchange::RegistryEntry>& entries);
  /// What happened, that nothing was changed, and what to do.
  void failed(const QString& sentence);

private:
  void ask(const QList<std::pair<QString, QString>>& query, const QString& nobody);
  void finish(const QString& nobody);
  QString troubleOf(const QNetworkReply& reply) const;

  QNetworkAccessManager m_network;
  QUrl m_url;
  QSslConfiguration m_tls;
  QTimer m_limit;
  QNetworkReply* m_reply = nullptr;
  bool m_isTooLate = false, m_isTooLarge = false;
};

} // namespace ui
