// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"
#include "ui/form/pickbox.h"
#include "ui/list/listingpage.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/profile/sectionlist.h"
#include "ui/review/keylist.h"
#include "ui/review/reviewcard.h"
#include "ui/review/reviewpage.h"
#include "ui/review/weekplan.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/frontstack.h"
#include "ui/shell/session.h"
#include "ui/shell/uprightarea.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QItemSelectionModel>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace ui {

namespace {

using report::ReviewSection;

constexpr int cardWidth = 640;

/// How a section is called in the window, and its sign.
struct SectionLook {
  const char* name;
  const char* icon;
};
constexpr SectionLook sections[report::reviewSections] = {
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Overdue"), "clock-alert"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Due this week"), "calendar-clock"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Follow-up due"), "phone"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Expired"), "circle-alert"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Expiring"), "clock-3"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "No date"), "calendar-x-2"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Payor end dates"), "landmark"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Waits over 14 days"), "hourglass"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Untouched 30 days"), "circle-dashed"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Tasks"), "list-checks"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Recredentialing"), "rotate-ccw"},
    {QT_TRANSLATE_NOOP("ui::ReviewPage", "Everything else"), "circle"},
};

ListingPage* makeList(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Section", CellKind::Second, 150},
      {"Provider", CellKind::Strong, 150},
      {"What", CellKind::Text, 150},
      {"About", CellKind::Second, 170},
      {"Date", CellKind::Date, 106},
      {"Why here", CellKind::Dated, 260},
      {"Follow-up", CellKind::FollowUp, 106, true, nullptr, "Status"},
      {"Status", CellKind::Status, 116},
      {"Waiting on", CellKind::Status, 104, false},
      {"Assignee", CellKind::Text, 120, false},
      {"Kind", CellKind::Second, 90, false},
      {"Priority", CellKind::Text, 90, false},
      {"Days late", CellKind::Number, 80, false},
      {"Practice", CellKind::Text, 150, false},
      {"NPI", CellKind::Text, 108, false},
      {"Team", CellKind::Second, 140, false},
      {"With", CellKind::Text, 140, false},
      {"Phone", CellKind::Text, 112, false},
      {"Portal", CellKind::Second, 150, false},
      {"Last note on", CellKind::Date, 106, false},
      {"Last note by", CellKind::Second, 120, false},
      {"Last note", CellKind::Second, 240, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("review-list");
  spec.title = ReviewPage::tr("All that is left");
  spec.icon = QStringLiteral("circle-check");
  spec.emptyTitle = ReviewPage::tr("Nothing is left this week");
  spec.emptyText = ReviewPage::tr("Everything that was to be gone through has its next date.");
  spec.frame = PageSpec::Frame::Section;
  report::Filter only;
  only.is[QStringLiteral("left")] = {QStringLiteral("yes")};
  for (int i = 1; i <= report::reviewSections; ++i)
    if (report::isToReview(ReviewSection(i)))
      only.is[QStringLiteral("section")].push_back(i);
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("review")), looks, nullptr, only);
  return new ListingPage(session, std::move(spec), std::move(rows));
}

} // namespace

ReviewPage::ReviewPage(Session& session, QWidget* parent)
    : Page(parent), m_session(session), m_queue(new ReviewQueue(session, this)), m_sections(new SectionList),
      m_card(new ReviewCard(session)), m_list(makeList(session)), m_plan(new WeekPlan(
                                                                      session, [this] { return doer(); }, this)),
      m_keys(new KeyList), m_whose(new PickBox), m_title(new ElidedLabel), m_progress(new ElidedLabel),
      m_bar(new QProgressBar), m_turn(new QPushButton), m_week(new QPushButton(tr("The week"))),
      m_middle(new FrontStack), m_cardPlace(nullptr), m_end(nullptr), m_endTitle(new QLabel), m_endText(new QLabel) {
  setObjectName(QStringLiteral("review"));
  setWindowTitle(tr("Review"));
  setAccessibleName(tr("Review, one item at a time"));
  makeSections();
  makeKeys();
  auto* across = new QHBoxLayout;
  across->setSpacing(1);
  across->addWidget(m_sections);
  across->addWidget(makeMiddle(), 1);
  across->addWidget(m_keys);
  auto* ground = new QFrame;
  ground->setProperty("ground", QStringLiteral("line"));
  ground->setLayout(across);
  across->setContentsMargins(0, 1, 0, 0);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeTop());
  layout->addWidget(ground, 1);

  connect(m_queue, &ReviewQueue::changed, this, &ReviewPage::showQueue);
  connect(m_card, &ReviewCard::noted, this, &ReviewPage::note);
  connect(m_card, &ReviewCard::left, this, [this] { setFocus(); });
  connect(m_list, &ListPage::openAsked, this, &ReviewPage::openAsked);
  connect(m_plan->page(), &ListPage::openAsked, this, &ReviewPage::openAsked);
  connect(m_plan, &WeekPlan::moved, this, [this](qint64 key) { m_changed.push_back(key); });
  for (ListingPage* list : {m_list, m_plan->page()}) {
    connect(list->table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, list](const QModelIndex&, const QModelIndex& before) { follow(list, before.isValid()); });
    connect(list->model(), &ListModel::completed, this, &ReviewPage::seek);
  }
  connect(&session, &Session::changed, this, [this] {
    if (const qint64 key = std::exchange(m_completed, 0)) {
      m_changed.push_back(key);
      decided(key);
    } else if (isVisible()) // else it is read when it is turned to
      m_queue->readSoon();
  });
  connect(&session, &Session::dayBegan, this, [this] {
    nameWeek();
    m_queue->readSoon();
  });
  connect(&session, &Session::meChanged, this, [this] {
    makeWhose();
    chooseWhose();
  });
  setFocusPolicy(Qt::StrongFocus);
  makeWhose();
  chooseWhose();
  showQueue();
}

/// Of what is left of the keys and their lines between.
int ReviewPage::leastAcross() const { return m_sections->minimumWidth() + 1 + m_middle->minimumSizeHint().width(); }

// Without the keys, whether they are shown or not: what it asks for must not hang on what it has.
QSize ReviewPage::minimumSizeHint() const {
  return {std::max(layout()->itemAt(0)->minimumSize().width(), leastAcross()), Page::minimumSizeHint().height()};
}

// Before the card has too little room, the keys go without being told: Ctrl+/ tells them too.
bool ReviewPage::event(QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
    m_keys->setVisible(width() > leastAcross() + m_keys->minimumSizeHint().width());
  return Page::event(event);
}

QWidget* ReviewPage::makeTop() {
  nameWeek();
  m_title->setObjectName(QStringLiteral("review.title"));
  setFace(m_title, Face::Title);
  m_progress->setObjectName(QStringLiteral("review.progress"));
  m_progress->setForegroundRole(QPalette::PlaceholderText);
  m_bar->setTextVisible(false);
  m_bar->setMaximumWidth(px(size::side));
  m_bar->setMinimumWidth(px(size::pill));
  m_bar->setAccessibleName(tr("How much of the week's review is done"));
  m_whose->setObjectName(QStringLiteral("review.whose"));
  m_whose->setAccessibleName(tr("Whose review"));
  m_whose->view()->setAccessibleName(tr("Whose review"));
  connect(m_whose, &QComboBox::activated, this, [this] {
    chooseWhose();
    setFocus();
  });
  m_turn->setObjectName(QStringLiteral("review.turn"));
  m_turn->setToolTip(tr("One item at a time, or all of them as a list (L)"));
  connect(m_turn, &QPushButton::clicked, this, [this] { turn(look() == Look::List ? Look::Card : Look::List); });
  m_week->setObjectName(QStringLiteral("review.week"));
  m_week->setCheckable(true);
  setButtonIcon(m_week, QStringLiteral("calendar-clock"));
  m_week->setToolTip(tr("Plan the week: its days side by side, with the load of each person (T)"));
  connect(m_week, &QPushButton::clicked, this, [this] { turn(look() == Look::Week ? Look::Card : Look::Week); });
  auto* packet = new QPushButton(tr("Write the packet"));
  packet->setObjectName(QStringLiteral("review.packet"));
  packet->setProperty("primary", true);
  packet->setToolTip(
      tr("Counts, open items by provider, payors with end dates, alerts, the call sheet and tasks as one "
         "PDF; or the items as CSV or XLSX"));
  setButtonIcon(packet, QStringLiteral("download"), Ink::OnAccent);
  setFace(packet, Face::Strong);
  connect(packet, &QPushButton::clicked, this, &ReviewPage::writePacket);
  auto* top = new QWidget;
  auto* row = new FoldingRow(px(size::gap), top);
  row->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::cell));
  row->left()->addWidget(m_title);
  row->left()->addWidget(m_progress, 1);
  row->right()->addWidget(m_bar, 1);
  for (QWidget* each : std::initializer_list<QWidget*>{m_whose, m_week, m_turn, packet})
    row->right()->addWidget(each);
  return top;
}

void ReviewPage::makeSections() {
  for (int i = 1; i <= report::reviewSections; ++i)
    if (report::isToReview(ReviewSection(i)))
      m_sections->add(QString::number(i), tr(sections[i - 1].name), QLatin1String(sections[i - 1].icon));
  connect(m_sections, &QListWidget::currentRowChanged, this, [this](int row) {
    if (!m_isShowing && row >= 0)
      m_queue->look(ReviewSection(m_sections->keyAt(row).toInt()));
  });
}

QWidget* ReviewPage::makeMiddle() {
  auto* page = new QWidget;
  page->setProperty("ground", QStringLiteral("window"));
  m_card->setMaximumWidth(px(cardWidth));
  auto* inside = new QVBoxLayout(page);
  inside->setContentsMargins(px(size::margin), px(size::group), px(size::margin), px(size::group));
  // Between stretches, not aligned: an aligned card would get the height that its words need in the page's width, and
  // what wraps in its own would be cut off.
  auto* across = new QHBoxLayout;
  constexpr int first = 1000; // it gets its width before what is beside it gets any
  across->addStretch(1);
  across->addWidget(m_card, first);
  across->addStretch(1);
  inside->addLayout(across);
  inside->addStretch();
  auto* scroll = new UprightArea;
  scroll->setProperty("ground", QStringLiteral("window"));
  scroll->setWidget(page);
  m_cardPlace = scroll;
  m_end = makeEnd();
  for (QWidget* one : {m_cardPlace, static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_plan->page()), m_end})
    m_middle->addWidget(one);
  return m_middle;
}

QWidget* ReviewPage::makeEnd() {
  auto* end = new QWidget;
  end->setProperty("ground", QStringLiteral("window"));
  end->setAttribute(Qt::WA_StyledBackground);
  setFace(m_endTitle, Face::Title);
  m_endTitle->setAlignment(Qt::AlignCenter);
  m_endText->setObjectName(QStringLiteral("review.summary"));
  m_endText->setAlignment(Qt::AlignCenter);
  m_endText->setForegroundRole(QPalette::PlaceholderText);
  m_endText->setWordWrap(true);
  auto* layout = new QVBoxLayout(end);
  layout->addStretch(2);
  layout->addWidget(m_endTitle);
  layout->addWidget(m_endText);
  layout->addStretch(3);
  return end;
}

QAction* ReviewPage::add(const QString& text, const QString& key, const QString& tip, std::function<void()> work) {
  auto* action = new QAction(text, this);
  action->setToolTip(tip);
  connect(action, &QAction::triggered, this, [text, work = std::move(work)] { attempt(text, work); });
  if (key.size() == 1) { // a line that is typed in keeps its letters: it takes them before any shortcut
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  }
  addAction(action);
  m_keys->add(key, action);
  return action;
}

void ReviewPage::makeKeys() {
  add(tr("Reviewed, next"), tr("Enter"), tr("It has its next date: on to the next item"), [this] { pass(); });
  add(tr("Note and date"), QStringLiteral("N"), tr("A contact in one line, with the day to ask again"),
      [this] { beginNote(); });
  add(tr("Date"), QStringLiteral("D"), tr("Move the date that it is due or ends"),
      [this] { askDate(tr("Move the date"), tr("To"), tr("Moved the date of %1"), &review::moveDate); });
  add(tr("Waiting until"), QStringLiteral("W"), tr("Somebody else has the ball until a day"), [this] { askWaiting(); });
  add(tr("Assign"), QStringLiteral("A"), tr("Another one does it from now on"), [this] { askAssignee(); });
  add(tr("Portal"), QStringLiteral("P"), tr("Open the payor's portal in the browser"), [this] { openPortal(); });
  add(tr("Mail"), QStringLiteral("E"), tr("Write to the provider about all their alerts"), [this] { askMail(); });
  add(tr("Snooze"), QStringLiteral("S"), tr("Comes back on a day; its date stays what it is"),
      [this] { askDate(tr("Remind me later"), tr("On"), tr("Snoozed %1"), &review::snooze); });
  add(tr("Done"), QStringLiteral("X"), tr("Complete the step or task"), [this] { complete(); });
  add(tr("Undo"), QStringLiteral("Z"), tr("Take the last step back"), [this] { undo(); });
  add(tr("Open"), QStringLiteral("O"), tr("Open the record of this item"), [this] {
    if (key() != 0)
      Q_EMIT openAsked(key());
  });
  add(tr("As a list"), QStringLiteral("L"), tr("One item at a time, or all of them as a list"),
      [this] { turn(look() == Look::List ? Look::Card : Look::List); });
  add(tr("The week"), QStringLiteral("T"), tr("Plan the week: Ctrl+Left and Ctrl+Right move a card to another day"),
      [this] { turn(look() == Look::Week ? Look::Card : Look::Week); });
  add(tr("Next, back"), tr("↓ ↑"), tr("Look at the next item, or the one before, and decide nothing"),
      [this] { m_queue->step(1); });
}

} // namespace ui
