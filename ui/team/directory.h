// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listdeck.h"

namespace ui {

/// The Team tab: who is looked after and where they work. One list each of providers, practices and facilities.
class Directory : public ListDeck {
  Q_OBJECT
public:
  enum class Kind { Providers, Practices, Facilities };

  explicit Directory(Session& session, QWidget* parent = nullptr);

  ListingPage* list(Kind kind) const { return lists()[size_t(kind)]; }
};

} // namespace ui
