// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/credential.h"

class QWidget;

namespace ui {

class Session;

/// Opens a credential to see and edit; with an id of 0 a new one that begins as `preset`.
void openCredentialForm(Session& session, Id<Credential> id, QWidget* parent, const Credential& preset = {});

} // namespace ui
