// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <exception>
#include <utility>

namespace ui {

/// What broke, in the four parts every message has.
struct Trouble {
  QString what;    ///< "Saving the note did not work."
  QString safe;    ///< "Nothing was changed; all that was saved before is safe."
  QString todo;    ///< "Try again. …"
  QString details; ///< for whoever helps, without personal data
};

/// The four parts for something thrown while `doing` ("Saving the note").
Trouble troubleOf(const QString& doing, const std::exception& error);

/// Shows it over the window in front, once the running event is through; a second one while the first is open is
/// left out, since it mostly is the same.
void showTrouble(const Trouble& trouble);

/// Does the work of a slot. The one place where what is thrown is caught; false when it was.
template<class Work>
bool attempt(const QString& doing, Work&& work) {
  try {
    std::forward<Work>(work)();
    return true;
  } catch (const std::exception& error) {
    showTrouble(troubleOf(doing, error));
  }
  return false;
}

} // namespace ui
