// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mail/courier.h"

class QWidget;

namespace ui {

class Session;

/// Opens the mail account: the server, who signs in and sends, when the mail of the day goes, and a test.
void openAccountForm(Session& session, Courier& courier, QWidget* parent);

/// Asks for the account's password or token, which is kept for this sitting, and where there is a keychain beyond it;
/// sends then what was asked for.
void askSecret(Session& session, Courier& courier, Courier::Way way, QWidget* parent);

} // namespace ui
