// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/context.h"

#include <functional>

/// Changing cells of lists: one at a time where they stand, or any number of them at once.
namespace edit {

enum class Kind { Text, Number, Date, Word, YesNo, Coordinator, Payor };

/// A cell as it is and as it would be, both as lists and files show them; a sentence when it cannot be so.
struct Change {
  QString before, after;
  QString problem = {};

  bool isRefused() const { return !problem.isEmpty(); }
  bool differs() const { return !isRefused() && before != after; }
};

/// What a record is called when they are counted.
struct Noun {
  QString one;  ///< "a step"
  QString many; ///< "%L1 steps"
};

/// A member of a record that a cell of a list can change, through the rules of its subject.
struct Field {
  QString key;    ///< "step.due", table and column: what a listing's column names
  QString label;  ///< "Due"
  QString member; ///< "due", the key of its row in a form: what a Problem names
  Kind kind = Kind::Text;
  Noun noun;
  /// The words of Kind::Word; an empty one may be left out where `isNeeded`.
  std::function<QStringList(db::Database&)> words = {};
  bool isNeeded = false; ///< never empty
  /// What the record's cell would become. Writes nothing.
  std::function<Change(Context&, qint64 record, const QString& typed)> look = {};
  /// The same, and writes it when it differs and nothing speaks against it.
  std::function<Change(Context&, db::Transaction&, qint64 record, const QString& typed)> write = {};
};

/// By key; null when there is none.
const Field* find(const QString& key);

/// Brings what was typed into the form in which it is kept: a date as ISO, a word as it is spelt, a person as the id
/// of the coordinator. The sentence of a Problem says what can be typed. Empty is none.
Result<db::Value> understood(const Field& field, const QString& typed, Context& context);

} // namespace edit
