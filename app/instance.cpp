// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance.h"

#include "app/workspace.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QThread>

namespace {

constexpr int patience = 10000; // milliseconds, for a window that is busy
constexpr int opening = 5000;   // for one that was started in the same moment and does not listen yet

} // namespace

Instance::Instance(const QString& file) {
  // A socket's name is short: a hash of the lock, which is one for every link to the file.
  const QByteArray hash =
      QCryptographicHash::hash(Workspace::lockFileFor(file).toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
  m_name = QStringLiteral("credenza-") + QString::fromLatin1(hash);
}

bool Instance::wakeOther() const {
  QLocalSocket socket;
  const QDeadlineTimer until(opening);
  for (;;) {
    socket.connectToServer(m_name);
    if (socket.waitForConnected(patience))
      return true; // that somebody comes is all there is to say: it may hang up before a word could be written
    if (until.hasExpired())
      return false;
    QThread::msleep(50);
  }
}

void Instance::listen(std::function<void()> woken) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this, woken = std::move(woken)] {
    while (QLocalSocket* socket = m_server.nextPendingConnection())
      socket->deleteLater();
    woken();
  });
  // What a crash left behind is in the way; the lock says that nobody else is alive here.
  QLocalServer::removeServer(m_name);
  m_server.listen(m_name);
}
