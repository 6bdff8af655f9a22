// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

class Courier;
class Session;

/// Opens the mail account: the server, who signs in and sends, when the mail of the day goes, and a test.
void openAccountForm(Session& session, Courier& courier, QWidget* parent);

/// Asks for the account's password or token, which is kept for this sitting, and where there is a keychain beyond it;
/// sends then.
void askSecret(Session& session, Courier& courier, QWidget* parent);

} // namespace ui
