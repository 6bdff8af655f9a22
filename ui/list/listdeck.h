// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listingpage.h"

class QStackedWidget;

namespace ui {

/// A tab that holds several lists, one in front: turned by the switch beside their titles or Ctrl+PgUp and Ctrl+PgDn.
class ListDeck : public Page {
  Q_OBJECT
public:
  /// A list and its word in the switch.
  struct Card {
    QString word;
    ListingPage* list;
  };

  ListDeck(const QString& key, const QString& title, std::vector<Card> cards, QWidget* parent = nullptr);

  const std::vector<ListingPage*>& lists() const { return m_lists; }
  ListingPage* shown() const;
  bool hasHeightForWidth() const override { return true; } ///< as its lists have: FrontStack asks the one in front
  void turnTo(int place);
  /// Brings this list to the front; nothing when it is not in this deck.
  void turnTo(ListingPage* list);

  QString statusText() const override;
  qint64 hiddenRows() const override;
  void clearFilter() override;
  void find() override;
  void refresh() override;
  void setTeams(const QStringList& teams) override;
  Page* front() override;

private:
  QWidget* makeSwitch(const std::vector<Card>& cards, size_t shown);
  void turnBy(int lists);

  QStackedWidget* m_stack;
  std::vector<ListingPage*> m_lists;
};

} // namespace ui
