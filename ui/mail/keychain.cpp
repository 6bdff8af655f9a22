// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mail/keychain.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

namespace ui {
namespace {

const QString service = QStringLiteral("Credenza");

class SystemKeychain : public Keychain {
public:
  void read(const QString& key, QObject* context, std::function<void(const std::optional<QByteArray>&)> then) override {
    auto* job = new QKeychain::ReadPasswordJob(service);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [then = std::move(then)](QKeychain::Job* done) {
      const auto* read = static_cast<QKeychain::ReadPasswordJob*>(done);
      then(done->error() == QKeychain::NoError ? std::optional(read->binaryData()) : std::nullopt);
    });
    job->start();
  }

  void write(const QString& key, const QByteArray& secret, QObject* context, std::function<void(bool)> then) override {
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->setBinaryData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [then = std::move(then)](QKeychain::Job* done) { then(done->error() == QKeychain::NoError); });
    job->start();
  }
};

} // namespace

std::unique_ptr<Keychain> systemKeychain() { return std::make_unique<SystemKeychain>(); }

} // namespace ui
