// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/template.h"
#include "ui/list/listingpage.h"

namespace ui {

/// How letters are worded: the office's templates.
ListingPage* makeLettersPage(Session& session);

/// Opens a template to see and edit; with an id of 0 a new one.
void openLetterForm(Session& session, Id<MailTemplate> id, QWidget* parent);

} // namespace ui
