// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

/// The rungs of a ladder that begins `first` days before the date, "120/90/60/30/14/7/0" for 120.
QString usualLadder(int first);

/// Writes the document types that a new data file knows, and that every active provider needs a State licence and
/// Malpractice insurance.
void shipDocumentTypes(db::Transaction& transaction);
/// Puts the shipped types that stand in no section of a profile yet into theirs.
void shipSections(db::Transaction& transaction);
