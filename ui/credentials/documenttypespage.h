// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/documenttype.h"
#include "ui/list/listingpage.h"

namespace ui {

/// The kinds of documents: how long before its end each is announced, and who must have one.
ListingPage* makeDocumentTypesPage(Session& session);

/// Adds a type, or changes one.
void openDocumentTypeForm(Session& session, Id<DocumentType> id, QWidget* parent);

} // namespace ui
