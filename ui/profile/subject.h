// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QString>

struct Facility;
struct Practice;
struct Provider;

namespace ui {

/// Whose file a profile is.
struct Subject {
  enum class Kind { Provider, Practice, Facility };
  Kind kind = Kind::Provider;
  qint64 id = 0;

  Subject(Id<Provider> provider) : kind(Kind::Provider), id(provider.value) {}
  Subject(Id<Practice> practice) : kind(Kind::Practice), id(practice.value) {}
  Subject(Id<Facility> facility) : kind(Kind::Facility), id(facility.value) {}

  Id<Provider> provider() const { return {kind == Kind::Provider ? id : 0}; }
  Id<Practice> practice() const { return {kind == Kind::Practice ? id : 0}; }
  Id<Facility> facility() const { return {kind == Kind::Facility ? id : 0}; }

  /// The filter of listings that leaves only what is this one's: "provider".
  QString filter() const {
    switch (kind) {
    case Kind::Practice:
      return QStringLiteral("practice");
    case Kind::Facility:
      return QStringLiteral("facility");
    case Kind::Provider:
      break;
    }
    return QStringLiteral("provider");
  }
  friend bool operator==(const Subject&, const Subject&) = default;
};

} // namespace ui
