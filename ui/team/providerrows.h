// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/provider.h"
#include "ui/form/recordform.h"

namespace ui {

// The rows of a provider, by subject: the form of a new one has them all, the Personal section a card of each.

void addNameRows(RecordForm<Provider>& form);
void addWorkRows(RecordForm<Provider>& form, Session& session, Id<Coordinator> assignee);
void addPersonRows(RecordForm<Provider>& form);
/// Asked for when somebody leaves; hidden as long as they are with us.
void addEndRows(RecordForm<Provider>& form);

/// What they are saved by.
RecordForm<Provider>::Rules providerRules();

} // namespace ui
