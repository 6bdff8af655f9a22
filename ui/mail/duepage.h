// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listpage.h"

namespace ui {

class Courier;
class Session;

/// What would go out today, mail by mail, before any of it does. Esc leads back.
ListPage* makeDuePage(Session& session, Courier& courier);

} // namespace ui
