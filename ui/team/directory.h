// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

class QStackedWidget;

namespace ui {

/// The Team tab: who is looked after and where they work. One list each of providers, practices and facilities, turned
/// by the switch beside the title or Ctrl+PgUp and Ctrl+PgDn.
class Directory : public Page {
  Q_OBJECT
public:
  enum class Kind { Providers, Practices, Facilities };

  explicit Directory(Session& session, QWidget* parent = nullptr);

  ListingPage* list(Kind kind) const { return m_lists[size_t(kind)]; }
  const std::array<ListingPage*, 3>& lists() const { return m_lists; }
  void turnTo(Kind kind);

  QString statusText() const override;
  qint64 hiddenRows() const override;
  void clearFilter() override;
  void find() override;
  void refresh() override;
  void setTeams(const QStringList& teams) override;
  Page* front() override;

private:
  ListingPage* shown() const;
  void turnBy(int kinds);

  QStackedWidget* m_stack;
  std::array<ListingPage*, 3> m_lists{};
};

} // namespace ui
