// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/profilepage.h"

#include "ui/form/formcard.h"
#include "ui/list/tableview.h"
#include "ui/profile/figures.h"
#include "ui/profile/profilehead.h"
#include "ui/profile/sectionlist.h"
#include "ui/shell/attempt.h"
#include "ui/shell/frontstack.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>

namespace ui {
namespace {

QFrame* line(Qt::Orientation orientation) {
  auto* made = new QFrame;
  made->setProperty("ground", QStringLiteral("line"));
  if (orientation == Qt::Horizontal)
    made->setFixedHeight(1);
  else
    made->setFixedWidth(1);
  return made;
}

} // namespace

ProfilePage::ProfilePage(Session& session, const Subject& subject, QWidget* parent)
    : Page(parent), m_context{session, subject, this, [this](const Subject& other) { Q_EMIT profileAsked(other); },
                              [this](const QString& key) { showSection(key); }},
      m_head(new ProfileHead(subject)), m_list(new SectionList), m_stack(new FrontStack) {
  setObjectName(QStringLiteral("profile"));
  m_sections = sectionsOf(m_context);
  m_made.resize(m_sections.size());
  for (size_t i = 0; i < m_sections.size(); ++i) {
    const ProfileSection& section = m_sections[i];
    m_list->add(section.key, section.title, section.icon);
    m_list->setRowHidden(int(i), section.onlyWhenAny);
  }
  auto* body = new QHBoxLayout;
  body->setSpacing(0);
  auto* side = new QWidget;
  side->setProperty("ground", QStringLiteral("surface"));
  auto* sideLayout = new QVBoxLayout(side);
  sideLayout->setContentsMargins(0, px(size::gap), 0, 0);
  sideLayout->addWidget(m_list);
  body->addWidget(side);
  body->addWidget(line(Qt::Vertical));
  body->addWidget(m_stack, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_head);
  layout->addWidget(line(Qt::Horizontal));
  layout->addLayout(body, 1);
  setFocusProxy(m_list);

  connect(m_head, &ProfileHead::backAsked, this, &Page::closeAsked);
  connect(m_head, &ProfileHead::startAsked, this, &ProfilePage::openStart);
  connect(m_head, &ProfileHead::alertsAsked, this, [this] { showSection(QStringLiteral("overview")); });
  connect(m_head, &ProfileHead::copied, this, &ProfilePage::said);
  connect(m_list, &QListWidget::currentRowChanged, this, &ProfilePage::turnTo);
  const auto key = [this](const QKeySequence& keys, auto work) {
    auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, work);
  };
  key(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { turnBy(1); });
  key(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { turnBy(-1); });
  key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { openStart(); });
  key(QKeySequence(Qt::Key_Insert), [this] {
    if (ListPage* shown = list())
      Q_EMIT shown->addAsked();
  });
  m_counting.setSingleShot(true);
  m_counting.setInterval(0);
  connect(&m_counting, &QTimer::timeout, this, &ProfilePage::count);
  const auto again = [this] {
    read();
    for (FormCard* card : findChildren<FormCard*>())
      card->reread();
    m_counting.start();
  };
  connect(&session, &Session::changed, this, again);
  connect(&session, &Session::dayBegan, this, again);
  read();
  m_list->setCurrentRow(0);
  m_counting.start();
}

ProfilePage::~ProfilePage() { m_list->disconnect(this); }

void ProfilePage::read() {
  attempt(tr("Reading the profile"), [this] {
    if (!m_head->read(m_context.session.database()))
      QMetaObject::invokeMethod(this, &Page::closeAsked, Qt::QueuedConnection); // undone, or deleted elsewhere
    setWindowTitle(m_head->name());
  });
}

void ProfilePage::count() {
  std::vector<report::Request> requests;
  std::vector<int> rows;
  for (size_t i = 0; i < m_sections.size(); ++i)
    if (m_sections[i].counted) {
      requests.push_back(*m_sections[i].counted);
      rows.push_back(int(i));
    }
  readFigures(m_context, requests, this, [this, rows](const ProfileFigures& figures) {
    m_head->setStandings(figures.standings);
    for (size_t i = 0; i < rows.size(); ++i) {
      const QString key = m_list->keyAt(rows[i]);
      const Tone tone = figures.expired.contains(key) ? Tone::Late : Tone::Neutral;
      m_list->setCount(rows[i], figures.counts[i], tone);
      if (m_sections[size_t(rows[i])].onlyWhenAny)
        m_list->setRowHidden(rows[i], figures.counts[i] == 0 && m_list->currentRow() != rows[i]);
    }
  });
}

void ProfilePage::turnTo(int row) {
  if (row < 0)
    return;
  attempt(tr("Opening the section"), [&] {
    QWidget*& made = m_made[size_t(row)];
    if (!made) {
      made = new QWidget(m_stack);
      auto* around = new QVBoxLayout(made);
      QWidget* section = m_sections[size_t(row)].make(made);
      const int margin = qobject_cast<ListPage*>(section) ? px(size::margin) : 0; // a card with room around it
      around->setContentsMargins(margin, margin, margin, margin);
      around->addWidget(section);
      for (ListPage* each : made->findChildren<ListPage*>())
        connect(each, &Page::statusChanged, this, &Page::statusChanged);
      for (ListingPage* each : made->findChildren<ListingPage*>())
        connect(each, &ListingPage::exportAsked, this, [this, each] { Q_EMIT exportAsked(each); });
      m_stack->addWidget(made);
    }
    m_stack->setCurrentWidget(made);
  });
  Q_EMIT statusChanged();
}

void ProfilePage::turnBy(int rows) {
  int row = m_list->currentRow();
  do
    row += rows;
  while (row >= 0 && row < m_list->count() && m_list->isRowHidden(row));
  if (row >= 0 && row < m_list->count())
    m_list->setCurrentRow(row);
}

void ProfilePage::showSection(const QString& key) {
  if (const int row = m_list->rowOf(key); row >= 0) {
    m_list->setRowHidden(row, false);
    m_list->setCurrentRow(row);
  }
}

QString ProfilePage::section() const { return m_list->keyAt(m_list->currentRow()); }

ListPage* ProfilePage::list() const {
  QWidget* shown = m_stack->currentWidget();
  if (!shown)
    return nullptr;
  const auto lists = shown->findChildren<ListPage*>();
  for (ListPage* each : lists)
    if (each->isAncestorOf(focusWidget()))
      return each;
  return lists.isEmpty() ? nullptr : lists.front();
}

void ProfilePage::openStart() {
  attempt(tr("Opening the menu"), [this] {
    const Subject& who = subject();
    if (who.kind == Subject::Kind::Facility)
      return;
    openStartMenu(m_context.session,
                  who.kind == Subject::Kind::Provider ? quickStartOf(m_context.session, who.provider())
                                                      : quickStartOf(m_context.session, who.practice()),
                  m_head->startButton());
  });
}

Page* ProfilePage::front() {
  ListPage* shown = list();
  return shown ? static_cast<Page*>(shown) : this;
}

QString ProfilePage::statusText() const {
  const ListPage* shown = list();
  return shown ? m_head->name() + QStringLiteral(" · ") + shown->statusText() : m_head->name();
}

qint64 ProfilePage::hiddenRows() const {
  const ListPage* shown = list();
  return shown ? shown->hiddenRows() : 0;
}

void ProfilePage::clearFilter() {
  if (ListPage* shown = list())
    shown->clearFilter();
}

void ProfilePage::find() {
  if (ListPage* shown = list())
    shown->find();
}

void ProfilePage::refresh() {
  read();
  for (ListPage* each : findChildren<ListPage*>())
    each->refresh();
  for (FormCard* card : findChildren<FormCard*>())
    card->reread();
  m_counting.start();
}

void ProfilePage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Back)
    Q_EMIT closeAsked();
  else
    Page::keyPressEvent(event);
}

} // namespace ui
