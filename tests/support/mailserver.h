// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/smtp.h"
#include "support/testdata.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// A folder with a fresh certificate for 127.0.0.1, server.pem, which is its own authority.
class Certificate {
public:
  Certificate() {
    QProcess openssl;
    openssl.setStandardErrorFile(path(QStringLiteral("log")));
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=Test server"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"), file(),
                   QStringLiteral("-out"), path(QStringLiteral("certificate"))});
    openssl.waitForFinished();
    QFile key(file()), certificate(path(QStringLiteral("certificate")));
    if (certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::Append))
      key.write(certificate.readAll());
    key.close();
  }
  QString path(const QString& name) const { return m_folder.filePath(name); }
  QString folder() const { return m_folder.path(); }
  QString file() const { return path(QStringLiteral("server.pem")); }

private:
  QTemporaryDir m_folder;
};

/// A server of tests/support in a process of its own; ends with this object.
class MailServer {
public:
  MailServer(const char* script, const QStringList& arguments) {
    // The distribution's own Python knows its packages; another one may come first in the path.
    const QString own = QStringLiteral("/usr/bin/python3");
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(QFileInfo::exists(own) ? own : QStringLiteral("python3"),
                    QStringList{testData("../support/") + QLatin1String(script)} + arguments);
    m_port = line().toInt();
  }
  ~MailServer() {
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000))
      m_process.kill();
    m_process.waitForFinished();
  }
  Q_DISABLE_COPY_MOVE(MailServer)

  int port() const { return m_port; }
  QString ask(const QString& command) {
    m_process.write(command.toUtf8() + '\n');
    return line();
  }

private:
  QString line() {
    while (!m_process.canReadLine())
      if (!m_process.waitForReadyRead(20000))
        return {};
    return QString::fromUtf8(m_process.readLine()).trimmed();
  }

  QProcess m_process;
  int m_port = 0;
};
