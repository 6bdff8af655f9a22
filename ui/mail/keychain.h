// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>
#include <memory>
#include <optional>

class QObject;
class QString;

namespace ui {

/// Where the secrets of whoever sits here lie: the system's keychain. It answers later, on the same thread, unless
/// `context` is gone by then.
class Keychain {
public:
  virtual ~Keychain() = default;

  /// Nothing when it knows none, or there is no keychain.
  virtual void read(const QString& key, QObject* context,
                    std::function<void(const std::optional<QByteArray>& secret)> then) = 0;
  /// `kept` is false where there is no keychain, or it refused.
  virtual void write(const QString& key, const QByteArray& secret, QObject* context,
                     std::function<void(bool kept)> then) = 0;
};

/// The system's, through QtKeychain; never a file in place of it.
std::unique_ptr<Keychain> systemKeychain();

} // namespace ui
