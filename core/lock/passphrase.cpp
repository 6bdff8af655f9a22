// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lock/passphrase.h"

#include "core/db/transaction.h"

#include <algorithm>
#include <array>
#include <new>
#include <sodium.h>

namespace lock {
namespace {

const QString hashKey = QStringLiteral("lock.hash"), minutesKey = QStringLiteral("lock.minutes"),
              failuresKey = QStringLiteral("lock.failures");

constexpr unsigned long long passes = 3;
constexpr size_t memory = 64 << 20;

void keep(db::Transaction& transaction, const QString& key, const QString& value) {
  transaction.database().run(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO "
                                            "UPDATE SET value = excluded.value"),
                             {key, value});
}

/// Once a program; it may be called again.
void begin() {
  if (sodium_init() < 0)
    throw std::runtime_error("libsodium cannot be used here");
}

} // namespace

Phrase::Phrase(QString& typed) : m_bytes(typed.toUtf8()) {
  typed.detach(); // in place where nobody else holds it
  sodium_memzero(typed.data(), size_t(typed.size()) * sizeof(QChar));
  typed.resize(0);
}

Phrase::~Phrase() { sodium_memzero(m_bytes.data(), size_t(m_bytes.size())); }

bool Phrase::operator==(const Phrase& other) const { return m_bytes == other.m_bytes; }

QString hashOf(const Phrase& phrase) {
  begin();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), phrase.m_bytes.constData(), quint64(phrase.m_bytes.size()), passes, memory) != 0)
    throw std::bad_alloc();
  return QString::fromLatin1(hash.data());
}

bool fits(const Phrase& phrase, const QString& hash) {
  begin();
  return crypto_pwhash_str_verify(hash.toLatin1().constData(), phrase.m_bytes.constData(),
                                  quint64(phrase.m_bytes.size())) == 0;
}

Setting Setting::stored(db::Database& database) {
  const auto read = [&](const QString& key) {
    return database.text(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key});
  };
  Setting setting;
  setting.hash = read(hashKey);
  if (const int minutes = read(minutesKey).toInt(); minutes > 0)
    setting.minutes = std::clamp(minutes, leastMinutes, mostMinutes);
  setting.failures = std::max(0, read(failuresKey).toInt());
  return setting;
}

void Setting::store(db::Transaction& transaction) const {
  keep(transaction, hashKey, hash);
  keep(transaction, minutesKey, QString::number(minutes));
  storeFailures(transaction, failures);
}

void storeFailures(db::Transaction& transaction, int failures) {
  keep(transaction, failuresKey, QString::number(failures));
}

int waitAfter(int failures) {
  constexpr int most = 300, doublings = 9;
  return failures <= 0 ? 0 : std::min(most, 1 << std::min(failures - 1, doublings));
}

} // namespace lock
