// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// The key of a record of type T. An Id<Provider> fits no other table; 0 is "none yet".
template<class T>
struct Id {
  qint64 value = 0;

  constexpr bool isValid() const { return value != 0; }
  friend constexpr bool operator==(Id, Id) = default;
  friend constexpr auto operator<=>(Id, Id) = default;
};

template<class T>
size_t qHash(Id<T> id, size_t seed = 0) {
  return ::qHash(id.value, seed);
}
