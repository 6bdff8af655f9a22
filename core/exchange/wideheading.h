// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace exchange {

/// A heading of a sheet that has a line a provider and columns for each of their credentials beside: "DEA #", "GA
/// License Exp", "BLS". It says whose column of a credential it is.
struct WideHeading {
  enum Part { Bare, Number, State, Issuer, Issued, Expires, Verified, parts };

  QString type;  ///< as DocumentType is spelled: "DEA registration"
  QString state; ///< where the heading names one: "GA"
  int which = 1; ///< "License 2 #": of several alike
  Part part = Bare;

  /// Whether two headings are about the same credential of a provider.
  bool isBeside(const WideHeading& other) const {
    return type == other.type && state == other.state && which == other.which;
  }
};

/// Nothing when the heading begins or ends with no document type of those that every data file has.
std::optional<WideHeading> readWideHeading(const QString& heading);

} // namespace exchange
