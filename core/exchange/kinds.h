// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/cell.h"

#include <QLatin1String>
#include <QStringList>
#include <optional>
#include <span>
#include <vector>

namespace exchange {

/// What a row of a file is.
enum class Kind {
  Teams,
  Coordinators,
  Practices,
  Providers,
  Payors,
  Facilities,
  ClosedDays,
  TeamPayors,
  DocumentTypes,
  Enrollments,
  Affiliations,
  Credentials,
  FormerNames,
  Taxonomies,
  Addresses,
  Education,
  WorkHistory,
  WorkGaps,
  References,
  Documents,
  MailTemplates,
  Templates,
  Trackings,
  AlertActions,
  Steps,
  Tasks,
  Notes
};

struct Column {
  QLatin1String name;
  CellKind kind = CellKind::Text;
  bool needed = false;
  /// False for a column that is understood when read and never written: a name in one cell where it is written in two,
  /// or in two where it is written in one, and the date of birth that tells namesakes apart.
  bool written = true;
  /// Written, behind the agreed ones, only when some record fills it.
  bool extra = false;
};

/// A kind, its name as in `--kind` and its columns, those written first and in the order they are written.
struct KindColumns {
  Kind kind;
  QLatin1String name;
  std::vector<Column> columns;
  /// Written even without a row. The others are told by their name, or by headings that are all theirs.
  bool always = true;

  /// The place of a column in columns, or -1.
  int indexOf(QLatin1String column) const;
};

/// All kinds, in an order in which each refers only to those before it: the order to import several in.
std::span<const KindColumns> allKinds();

const KindColumns& columnsOf(Kind kind);

/// The kind of this name, as given to `--kind`: case, spaces and the plural do not matter.
std::optional<Kind> kindNamed(const QString& name);

/// Whether the title names a kind of the exchange formats that this program does not keep.
bool isKindNotKept(const QString& title);
/// The kind that the name of a file or sheet speaks of: "Provider List" → providers, "2026 provider licenses" →
/// credentials, "Payer enrollments by provider" → enrollments. The last such word before a "by" or "for" counts.
std::optional<Kind> kindFromTitle(const QString& title);

} // namespace exchange
