// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

#include <QString>
#include <functional>
#include <vector>

class QWidget;
struct Step;
struct Tracking;

namespace ui {

class Session;

/// Moves steps to a status as one change that can be undone. What may not be moved is left out and told. Completing the
/// last step of a tracking asks what was granted; of several at once that is asked for nowhere, and said.
/// `also` is written within the change of a single step.
void moveSteps(Session& session, const std::vector<Id<Step>>& steps, const QString& status, QWidget* parent,
               const std::function<void(db::Transaction&)>& also = {});

/// Makes the step of this name the one in hand, as one change that can be undone: those before it are completed. The
/// sentence why it cannot be, or nothing.
QString bringTo(Session& session, Id<Tracking> tracking, const QString& step);

/// Asks for the reason (and until when) and puts the trackings of these steps on hold; those that are go on again.
void holdOrResume(Session& session, const std::vector<Id<Step>>& steps, QWidget* parent);

/// Asks for the reason and cancels the trackings of these steps.
void cancelTrackings(Session& session, const std::vector<Id<Step>>& steps, QWidget* parent);

} // namespace ui
