// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/profile.h"
#include "core/team/provider.h"

class QWidget;

namespace ui {

class Session;

// The smaller records of a provider's file. Each opens one to see and edit; with an id of 0 a new one of `provider`.

void openFormerNameForm(Session& session, Id<ProviderName> id, Id<Provider> provider, QWidget* parent);
void openTaxonomyForm(Session& session, Id<ProviderTaxonomy> id, Id<Provider> provider, QWidget* parent);
void openAddressForm(Session& session, Id<ProviderAddress> id, Id<Provider> provider, QWidget* parent);
void openEducationForm(Session& session, Id<Education> id, Id<Provider> provider, QWidget* parent);
void openWorkHistoryForm(Session& session, Id<WorkHistory> id, Id<Provider> provider, QWidget* parent);
void openReferenceForm(Session& session, Id<PeerReference> id, Id<Provider> provider, QWidget* parent);
/// Why somebody did not work in these days; the explanation that is there for them is opened again.
void openGapForm(Session& session, Id<Provider> provider, QDate from, QDate to, QWidget* parent);

} // namespace ui
