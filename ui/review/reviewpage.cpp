// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewpage.h"

#include "core/review/week.h"
#include "ui/form/pickbox.h"
#include "ui/form/recordchoices.h"
#include "ui/list/board.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/sectionlist.h"
#include "ui/review/reviewcard.h"
#include "ui/review/weekplan.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/session.h"

#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace ui {

namespace {

using report::ReviewSection;

QString keyOf(ReviewSection section) { return QString::number(int(section)); }

Tone toneOf(ReviewSection section) {
  return section == ReviewSection::Overdue || section == ReviewSection::Expired ? Tone::Late : Tone::Neutral;
}

} // namespace

void ReviewPage::nameWeek() {
  const QDate today = m_session.today();
  m_title->setText(tr("Review – week of %1").arg(shownDate(mondayOf(today), today)));
}

void ReviewPage::makeWhose() {
  const QSignalBlocker quiet(m_whose);
  const QString before = m_whose->currentData().toString();
  m_whose->clear();
  if (m_session.me().isValid())
    m_whose->addItem(tr("Mine"), idValue(m_session.me()));
  m_whose->addItem(tr("Everybody’s"), QString());
  for (const Choice& choice : coordinatorChoices(m_session.database()))
    if (choice.value != idValue(m_session.me()))
      m_whose->addItem(choice.text, choice.value);
  if (const int at = m_whose->findData(before); !before.isEmpty() && at >= 0)
    m_whose->setCurrentIndex(at);
}

void ReviewPage::chooseWhose() {
  const auto whose = idIn<Coordinator>(m_whose->currentData());
  m_queue->setWhose(whose);
  m_plan->setWhose(whose);
  Query query;
  query.teams = m_list->query().teams;
  query.sort = {{QStringLiteral("Section"), false}};
  if (whose.isValid())
    query.filters[QStringLiteral("assignee")] = {idValue(whose)};
  m_list->setQuery(query);
}

void ReviewPage::setTeams(const QStringList& teams) {
  m_queue->setTeams(teams);
  m_list->setTeams(teams);
  m_plan->page()->setTeams(teams);
}

Page* ReviewPage::front() {
  if (look() == Look::Card)
    return this;
  return look() == Look::List ? m_list : m_plan->page();
}

void ReviewPage::find() {
  if (look() == Look::Card)
    turn(Look::List);
  front()->find();
}

qint64 ReviewPage::key() const {
  return look() == Look::Week ? m_plan->page()->table()->currentId() : m_queue->current().key;
}

ReviewPage::Look ReviewPage::look() const {
  const QWidget* shown = m_middle->currentWidget();
  return shown == m_list ? Look::List : shown == m_plan->page() ? Look::Week : Look::Card;
}

void ReviewPage::turn(Look to) {
  if (to == look())
    return;
  m_sought = to == Look::Card ? 0 : m_queue->current().key;
  if (to == Look::Week)
    m_plan->turnTo();
  m_middle->setCurrentWidget(to == Look::List   ? static_cast<QWidget*>(m_list)
                             : to == Look::Week ? m_plan->page()
                                                : m_cardPlace);
  m_sections->setVisible(to != Look::Week); // the days want the room
  if (to == Look::Card)
    setFocus();
  else
    front()->setFocus();
  seek();
  showQueue();
}

/// What was looked at is looked at in the list and on the board, too. The board does not have all of the review: its
/// cursor then stands where it comes to stand by itself.
void ReviewPage::seek() {
  if (m_sought == 0 || look() == Look::Card || !static_cast<ListingPage*>(front())->model()->isComplete())
    return;
  if (look() == Look::List)
    m_list->table()->select(m_sought);
  else
    m_plan->board()->choose(m_sought);
  m_sought = 0;
}

/// A cursor that somebody moved is what is looked at; one that came by itself, with the rows, is not.
void ReviewPage::follow(const ListingPage* list, bool isMoved) {
  if (front() != list || list->table()->currentId() == 0)
    return;
  if (m_sought == 0 && (isMoved || look() == Look::List))
    m_queue->look(list->table()->currentId());
  else
    showQueue();
}

void ReviewPage::beginNote() {
  const qint64 about = key();
  m_queue->look(about);
  if (m_queue->current().key != about) { // it was put on its day, and is not gone through any more
    refuse(tr("This has its day already: open it (O) to note a contact."));
    return;
  }
  turn(Look::Card);
  m_card->beginNote();
}

void ReviewPage::showQueue() {
  m_isShowing = true; // the sections are shown what is looked at, and do not ask for it
  for (int row = 0; row < m_sections->count(); ++row) {
    const auto section = ReviewSection(m_sections->keyAt(row).toInt());
    m_sections->setCount(row, m_queue->countOf(section), toneOf(section));
  }
  const auto current = m_queue->current();
  m_sections->setCurrentRow(current.key ? m_sections->rowOf(keyOf(current.section)) : -1);
  m_isShowing = false;
  const auto& done = m_queue->summary();
  const qint64 left = qint64(m_queue->left().size()), all = done.reviewed + left;
  m_progress->setText(m_queue->isKnown() ? tr("%L1 of %L2 done").arg(done.reviewed).arg(all) : QString());
  m_bar->setRange(0, int(std::max<qint64>(all, 1)));
  m_bar->setValue(int(done.reviewed));
  m_turn->setText(look() == Look::List ? tr("One by one") : tr("As a list"));
  m_week->setChecked(look() == Look::Week);
  if (look() == Look::Card)
    m_middle->setCurrentWidget(current.key || !m_queue->isKnown() ? m_cardPlace : m_end);
  m_card->setVisible(key() != 0);
  if (key() != 0)
    m_card->show(key());
  showEnd();
  if (m_queue->isKnown())
    Q_EMIT counted(left);
  Q_EMIT statusChanged();
}

void ReviewPage::showEnd() {
  const auto& done = m_queue->summary();
  m_endTitle->setText(done.reviewed > 0 ? tr("This week's review is done") : tr("Nothing to review this week"));
  bool isEmpty = false;
  if (done.reviewed == 0 && m_queue->left().empty())
    attempt(tr("Reading the review"),
            [&] { isEmpty = !m_session.database().value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM provider)")); });
  if (isEmpty) {
    m_endText->setText(tr("What is due, late, waiting or about to expire comes here, one item at a time.\n"
                          "Import your spreadsheet (File, Import) or add the first provider on the tab Team."));
    return;
  }
  m_endText->setText(tr("Reviewed %L1 · moved %L2 · done %L3 · mailed %L4 · snoozed %L5 · left %L6")
                         .arg(done.reviewed)
                         .arg(done.moved)
                         .arg(done.done)
                         .arg(done.mailed)
                         .arg(done.snoozed)
                         .arg(m_queue->left().size()));
}

QString ReviewPage::statusText() const {
  if (look() == Look::List)
    return m_list->statusText();
  if (look() == Look::Week)
    return m_plan->page()->statusText();
  if (m_queue->left().empty())
    return {};
  return tr("Item %L1 of %L2 · an open item leaves with a next date or “waiting until”")
      .arg(m_queue->place() + 1)
      .arg(m_queue->left().size());
}

void ReviewPage::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Return:
  case Qt::Key_Enter:
    attempt(tr("Reviewed, next"), [this] { pass(); });
    break;
  case Qt::Key_Down:
    m_queue->step(1);
    break;
  case Qt::Key_Up:
    m_queue->step(-1);
    break;
  default:
    Page::keyPressEvent(event);
  }
}

void ReviewPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  m_queue->readSoon();
  setFocus();
}

} // namespace ui
