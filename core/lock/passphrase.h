// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace db {
class Database;
class Transaction;
} // namespace db

/// The pass phrase that the window asks for after it was left alone. It locks the window; the file's bytes are kept
/// from others by its mode 0600 and by the encryption of the disk, not by this.
namespace lock {

/// A pass phrase while it is needed: its bytes are overwritten when it goes. What Qt's own fields copied of it is not
/// in our hands.
class Phrase {
public:
  /// Takes what was typed and overwrites it.
  explicit Phrase(QString& typed);
  ~Phrase();
  Q_DISABLE_COPY_MOVE(Phrase)

  bool isEmpty() const { return m_bytes.isEmpty(); }
  qsizetype size() const { return m_bytes.size(); } ///< in bytes
  bool operator==(const Phrase& other) const;

private:
  friend QString hashOf(const Phrase& phrase);
  friend bool fits(const Phrase& phrase, const QString& hash);
  QByteArray m_bytes;
};

/// Argon2id by libsodium, 64 MiB in three passes (OWASP asks for 19 MiB in two), a tenth of a second and more: for a
/// worker. The text holds salt and limits. Throws std::bad_alloc where there is no such memory.
QString hashOf(const Phrase& phrase);
/// Takes as long.
bool fits(const Phrase& phrase, const QString& hash);

/// In the settings of the data file.
struct Setting {
  QString hash;     ///< empty: nothing is asked for
  int minutes = 10; ///< of idleness, 1 to 240
  int failures = 0; ///< wrong phrases since the last right one: who starts anew does not begin with new tries

  bool isSet() const { return !hash.isEmpty(); }
  static Setting stored(db::Database& database);
  void store(db::Transaction& transaction) const;
};
void storeFailures(db::Transaction& transaction, int failures);

inline constexpr int leastMinutes = 1, mostMinutes = 240;
inline constexpr int leastLetters = 8; ///< NIST SP 800-63B, 5.1.1.2

/// So many seconds have to pass after this many wrong phrases: 1, 2, 4 … 300 (OWASP, Authentication Cheat Sheet).
int waitAfter(int failures);

} // namespace lock
