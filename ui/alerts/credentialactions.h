// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/credential.h"

class QWidget;

namespace ui {

class Session;

// What is done with a credential beyond editing its fields; each is one change.

/// Asks for the dates of the next version; the number is kept unless another one is typed.
void openRenewForm(Session& session, Id<Credential> id, QWidget* parent);
/// Asks when, where and by whom it was verified, and for the evidence.
void openVerifyForm(Session& session, Id<Credential> id, QWidget* parent);
/// Asks why it is not needed.
void openNotApplicableForm(Session& session, Id<Credential> id, QWidget* parent);
void makeApplicable(Session& session, Id<Credential> id);

/// "State licence of Marten, Lily"
QString calledOf(db::Database& database, const Credential& credential);

} // namespace ui
