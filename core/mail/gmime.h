// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GLib has members that are called like Qt's keywords, which the project does without.
#include <gmime/gmime.h>

#include <memory>

namespace mail {

struct Unref {
  template<class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
/// A reference to one of GMime's objects, given back at the end.
template<class T>
using Ref = std::unique_ptr<T, Unref>;

/// GMime is set up once for the program.
inline void startMime() {
  static const bool done = (g_mime_init(), true);
  static_cast<void>(done);
}

} // namespace mail
