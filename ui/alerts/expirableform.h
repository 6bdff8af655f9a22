// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QWidget;

namespace ui {

class Session;

/// Opens what a row of the alerts listing is about, by the row's key: a credential, an enrollment, an affiliation, or
/// a new credential where one is missing.
void openExpirableForm(Session& session, qint64 key, QWidget* parent);
void openNewCredential(Session& session, QWidget* parent);

} // namespace ui
