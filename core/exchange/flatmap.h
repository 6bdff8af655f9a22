// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <cstring>
#include <string_view>
#include <vector>

namespace exchange {

/// Mixes two numbers into one that depends on every bit of both (the finish of splitmix64, public domain).
inline quint64 mixed(quint64 a, quint64 b) {
  quint64 x = (a + 0x9E3779B97F4A7C15ULL) ^ (b * 0xD6E8FEB86659FD93ULL);
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

/// Bytes as a number, the same in every run. Among ten million texts the chance that two share one is 1 in 350,000.
inline quint64 hashOf(std::string_view bytes, quint64 seed = 0) {
  quint64 hash = mixed(seed ^ 0xA0761D6478BD642FULL, bytes.size());
  const char* at = bytes.data();
  size_t left = bytes.size();
  for (; left >= sizeof(quint64); at += sizeof(quint64), left -= sizeof(quint64)) {
    quint64 word;
    std::memcpy(&word, at, sizeof word);
    hash = mixed(hash, word);
  }
  quint64 rest = 0;
  std::memcpy(&rest, at, left);
  return mixed(hash, rest ^ (quint64(left) << 56));
}

/// A map from numbers to small values in one block of memory: a file of millions of rows finds its records with it.
/// (A QHash takes three times as much.)
template<class V>
class FlatMap {
public:
  /// The value of this key, or null.
  V* find(quint64 key) {
    if (m_slots.empty())
      return nullptr;
    Slot& slot = m_slots[place(held(key))];
    return slot.key ? &slot.value : nullptr;
  }
  const V* find(quint64 key) const { return const_cast<FlatMap*>(this)->find(key); }
  /// The value of this key, made when it is not there.
  V& operator[](quint64 key) {
    if (m_used * 4 >= m_slots.size() * 3)
      grow();
    Slot& slot = m_slots[place(held(key))];
    if (!slot.key) {
      slot.key = held(key);
      ++m_used;
    }
    return slot.value;
  }
  size_t size() const { return m_used; }

private:
  struct Slot {
    quint64 key = 0; // 0: empty
    V value{};
  };
  static quint64 held(quint64 key) { return key ? key : ~quint64(0); }

  size_t place(quint64 key) const {
    const size_t mask = m_slots.size() - 1;
    size_t at = size_t(mixed(key, 1)) & mask;
    while (m_slots[at].key && m_slots[at].key != key)
      at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Slot> old(m_slots.empty() ? 16 : m_slots.size() * 2);
    old.swap(m_slots);
    for (Slot& slot : old)
      if (slot.key)
        m_slots[place(slot.key)] = std::move(slot);
  }

  std::vector<Slot> m_slots;
  size_t m_used = 0;
};

} // namespace exchange
