// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/reviewqueue.h"
#include "ui/shell/page.h"

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class ElidedLabel;
class KeyList;
class ListingPage;
class PickBox;
class ReviewCard;
class SectionList;
class Session;
class WeekPlan;

/// The week's review: its sections with what is left in each, one item at a time (or all as a list), the keys. Every
/// step is saved at once, so it goes on where it stopped, in several sittings and by several people.
class ReviewPage : public Page {
  Q_OBJECT
public:
  explicit ReviewPage(Session& session, QWidget* parent = nullptr);

  const ReviewQueue& queue() const { return *m_queue; }
  /// The list of all that is left, behind the card.
  ListingPage* list() const { return m_list; }
  /// The week as a board.
  WeekPlan* plan() const { return m_plan; }
  /// The item that the keys act on; 0 for none.
  qint64 key() const;

  QString statusText() const override;
  qint64 hiddenRows() const override { return 0; }
  void clearFilter() override {}
  void find() override;
  void refresh() override { m_queue->readSoon(); }
  void setTeams(const QStringList& teams) override;
  /// Counts a letter about an item, which stays: it leaves with a date.
  void mailed(qint64 key);
  Page* front() override;
  QSize minimumSizeHint() const override;

Q_SIGNALS:
  /// A row's own form is to be opened, by the row's key.
  void openAsked(qint64 key);
  /// A letter about an item's provider is to be written; mailed() once it is on its way.
  void mailAsked(qint64 key, Id<Provider> provider);
  /// How many items are left, for the tab.
  void counted(qint64 left);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool event(QEvent* event) override;

private:
  QWidget* makeTop();
  void nameWeek();
  QWidget* makeMiddle();
  void makeSections();
  void makeKeys();
  int leastAcross() const;
  void makeWhose();
  QWidget* makeEnd();
  QAction* add(const QString& text, const QString& key, const QString& tip, std::function<void()> work);
  void showQueue();
  void showEnd();
  /// One item at a time, all as a list, or the week as a board.
  enum class Look { Card, List, Week };
  Look look() const;
  void turn(Look look);
  void seek();
  void follow(const ListingPage* list, bool isMoved);
  void beginNote();
  void chooseWhose();

  /// Does a step of the review as one change; then on to the next item, or the sentence why it could not be.
  using Step = std::function<Problems(db::Transaction&, qint64 key, const review::Doer& doer)>;
  void does(const QString& what, const Step& step);
  review::Doer doer() const;
  /// The same for a form, which shows its problems itself.
  Problems doesFor(qint64 key, const QString& what, const Step& step, bool leaves);
  /// It left: on to the next one.
  void decided(qint64 key);
  /// Says why it could not be: at the item, or where the list covers it, in the toast.
  void refuse(const QString& sentence);
  void pass();
  void note(const ContactLine& line, QDate followUp);
  void askDate(const QString& title, const QString& label, const QString& what,
               Problems (*work)(db::Transaction&, qint64, QDate, const review::Doer&));
  void askWaiting();
  void askAssignee();
  void complete();
  void undo();
  void openPortal();
  void askMail();
  void writePacket();

  Session& m_session;
  ReviewQueue* m_queue;
  SectionList* m_sections;
  ReviewCard* m_card;
  ListingPage* m_list;
  WeekPlan* m_plan;
  KeyList* m_keys;
  PickBox* m_whose;
  ElidedLabel* m_title;
  ElidedLabel* m_progress;
  QProgressBar* m_bar;
  QPushButton *m_turn, *m_week;
  QStackedWidget* m_middle;
  QWidget *m_cardPlace, *m_end;
  QLabel *m_endTitle, *m_endText;
  std::vector<qint64> m_changed; ///< in this sitting, the newest last: where undo goes back to
  qint64 m_completed = 0;        ///< its step was completed in the change that is being saved
  qint64 m_sought = 0;           ///< gets the cursor of what was turned to, as soon as its rows are there
  bool m_isShowing = false;
};

} // namespace ui
