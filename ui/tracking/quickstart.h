// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/tracking.h"

#include <QStringList>

class QMenu;
class QWidget;

namespace ui {

class Session;

/// What is to be started about somebody: filled in beforehand, of these types (all when none), again or the first time.
struct QuickStart {
  Tracking preset;
  QStringList types;
  bool again = false;
};

/// Fills a menu with the templates that fit, best guess first; each opens the form that starts it.
void fillStartMenu(QMenu& menu, Session& session, const QuickStart& start, QWidget* parent);
/// Drops that menu below a button.
void openStartMenu(Session& session, const QuickStart& start, QWidget* below);

/// Recredentialing of an enrollment that has an effective date, else enrolling.
QuickStart quickStartOf(Session& session, Id<Enrollment> id);
/// Reappointment of an affiliation with a date of appointment, else the first privileges.
QuickStart quickStartOf(Session& session, Id<Affiliation> id);
/// Renewal of a licence.
QuickStart quickStartOfLicence(Session& session, Id<Provider> provider, const QString& state, bool isThere);
/// Any kind, onboarding first, for a provider or practice.
QuickStart quickStartOf(Session& session, Id<Provider> id);
QuickStart quickStartOf(Session& session, Id<Practice> id);

} // namespace ui
