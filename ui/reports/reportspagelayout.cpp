// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/datefield.h"
#include "ui/form/recordchoices.h"
#include "ui/form/searchfield.h"
#include "ui/reports/letterheadform.h"
#include "ui/reports/pastday.h"
#include "ui/reports/reportlist.h"
#include "ui/reports/reportpreview.h"
#include "ui/reports/reportspage.h"
#include "ui/reports/saving.h"
#include "ui/reports/schedulespanel.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui {

namespace {

QFrame* hairline(QWidget* parent, bool isUpright = false) {
  auto* line = new QFrame(parent);
  if (isUpright)
    line->setFixedWidth(1);
  else
    line->setFixedHeight(1);
  line->setProperty("ground", QStringLiteral("line"));
  return line;
}

} // namespace

void ReportsPage::lay() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeTop());
  layout->addWidget(hairline(this));
  auto* sides = new QHBoxLayout;
  sides->setSpacing(0);
  layout->addLayout(sides, 1);
  sides->addWidget(makeLeft());
  sides->addWidget(hairline(this, true));
  sides->addWidget(makeQuestions());
  sides->addWidget(makePages(), 1);
}

QWidget* ReportsPage::makeTop() {
  auto* top = new QWidget(this);
  auto* title = new QLabel(tr("Reports"), top);
  setFace(title, Face::Title);
  auto* back = new QPushButton(tr("Back"), top);
  back->setObjectName(QStringLiteral("reports.back"));
  back->setToolTip(tr("Back (Esc)"));
  back->setProperty("quiet", true);
  connect(back, &QPushButton::clicked, this, &Page::closeAsked);
  auto* layout = new QHBoxLayout(top);
  layout->setContentsMargins(px(size::margin), px(size::cell), px(size::margin), px(size::gap) + 2);
  layout->setSpacing(px(size::gap));
  layout->addWidget(title);
  layout->addStretch();
  layout->addWidget(back);
  const auto add = [&](const char* name, const QString& text, const QString& tip, const QKeySequence& keys,
                       std::function<void(const report::Request&)> work) {
    auto* button = new QPushButton(text, top);
    button->setObjectName(QStringLiteral("reports.") + QLatin1String(name));
    button->setToolTip(tip);
    button->setShortcut(keys);
    connect(button, &QPushButton::clicked, this, [this, work = std::move(work)] { hand(work); });
    layout->addWidget(button);
    m_hands.push_back(button);
  };
  const auto save = [this](const char* ending) {
    return [this, ending](const report::Request& asked) {
      saveAs(m_session, asked, window(), QString::fromLatin1(ending), m_past->copy());
    };
  };
  m_showSchedules = new QPushButton(tr("Schedules"), top);
  m_showSchedules->setObjectName(QStringLiteral("reports.schedules"));
  m_showSchedules->setToolTip(tr("The reports that make themselves, and what was written and sent"));
  m_showSchedules->setCheckable(true);
  m_showSchedules->setProperty("quiet", true);
  connect(m_showSchedules, &QPushButton::toggled, this,
          [this](bool shown) { attempt(tr("Reading the schedules"), [&] { showSchedules(shown); }); });
  layout->addWidget(m_showSchedules);
  m_letterhead = new QPushButton(tr("Letterhead…"), top);
  m_letterhead->setObjectName(QStringLiteral("reports.letterhead"));
  m_letterhead->setToolTip(tr("The picture and colour above the pages for a practice"));
  connect(m_letterhead, &QPushButton::clicked, this,
          [this] { attempt(tr("Opening the form"), [this] { openLetterheadForm(m_session, window()); }); });
  layout->addWidget(m_letterhead);
  auto* byItself = new QPushButton(tr("Schedule…"), top);
  byItself->setObjectName(QStringLiteral("reports.schedule"));
  byItself->setToolTip(tr("Make this report by itself, every Monday or whenever it is needed"));
  connect(byItself, &QPushButton::clicked, this, [this] { attempt(tr("Opening the form"), [this] { schedule(); }); });
  layout->addWidget(byItself);
  add("print", tr("Print…"), tr("Print these pages"), QKeySequence::Print,
      [this](const report::Request& asked) { print(m_session, asked, window(), m_past->copy()); });
  add("pdf", tr("PDF…"), tr("Write these pages to a PDF"), {}, save("pdf"));
  add("csv", tr("CSV…"), tr("Write all rows as CSV"), {}, save("csv"));
  add("xlsx", tr("Excel…"), tr("Write all rows to an Excel workbook"), {}, save("xlsx"));
  return top;
}

QWidget* ReportsPage::makeLeft() {
  auto* left = new QWidget(this);
  left->setFixedWidth(px(size::search) + px(size::group));
  m_typed = new QLineEdit(left);
  m_typed->setObjectName(QStringLiteral("reports.find"));
  m_typed->setAccessibleName(tr("Find a report"));
  m_typed->setPlaceholderText(tr("Find a report"));
  m_typed->setClearButtonEnabled(true);
  m_typed->addAction(icon(QStringLiteral("search"), Ink::Second), QLineEdit::LeadingPosition)->setText(tr("Find"));
  m_typed->installEventFilter(this);
  auto* layout = new QVBoxLayout(left);
  layout->setContentsMargins(0, px(size::gap), 0, 0);
  layout->setSpacing(px(size::gap));
  auto* row = new QHBoxLayout;
  row->setContentsMargins(px(size::cell), 0, px(size::cell), 0);
  row->addWidget(m_typed);
  layout->addLayout(row);
  m_list = new ReportList(left);
  layout->addWidget(m_list, 1);
  return left;
}

QWidget* ReportsPage::makeQuestions() {
  auto* middle = new QWidget(this);
  middle->setFixedWidth(px(size::search) + px(size::group) * 2 + px(size::gap));
  m_title = new QLabel(middle);
  setFace(m_title, Face::Title);
  m_title->setObjectName(QStringLiteral("reports.title"));
  m_title->setWordWrap(true);
  m_reason = new QLabel(middle);
  m_reason->setObjectName(QStringLiteral("reports.reason"));
  m_reason->setWordWrap(true);
  m_reason->setForegroundRole(QPalette::PlaceholderText);
  m_questions = new QScrollArea(middle);
  m_questions->setObjectName(QStringLiteral("reports.questions"));
  m_questions->setWidgetResizable(true);
  m_questions->setFrameShape(QFrame::NoFrame);
  m_questions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_questions->setFocusPolicy(Qt::NoFocus);
  auto* layout = new QVBoxLayout(middle);
  layout->setContentsMargins(px(size::margin), px(size::cell), px(size::gap), px(size::gap));
  layout->setSpacing(px(size::gap));
  layout->addWidget(m_title);
  layout->addWidget(m_reason);
  layout->addWidget(m_questions, 1);
  m_asOf = new DateField(m_session.today(), m_session.addBusinessDays(), middle);
  auto* asOf = new QLabel(tr("As it stood on"), middle);
  asOf->setBuddy(m_asOf);
  m_asOf->setObjectName(QStringLiteral("reports.as-of"));
  m_asOf->setAccessibleName(tr("As it stood on"));
  m_asOf->setPlaceholderText(tr("Today"));
  m_asOf->setToolTip(tr("A day that is over: the report as it was when that day ended, as history says"));
  layout->addWidget(asOf);
  layout->addWidget(m_asOf);
  m_missed = new SearchField(providerOrPracticeSource(m_session.database()), middle);
  auto* missed = new QLabel(tr("Why is somebody &missing?"), middle);
  setFace(missed, Face::Strong);
  missed->setBuddy(m_missed);
  m_missed->setObjectName(QStringLiteral("reports.missed"));
  m_missed->setAccessibleName(tr("Why is somebody missing?"));
  m_missed->setListName(tr("Providers and practices"));
  m_missed->setPlaceholderText(tr("Provider or practice"));
  m_missed->setClearButtonEnabled(true);
  m_why = new QLabel(middle);
  m_why->setObjectName(QStringLiteral("reports.why"));
  m_why->setWordWrap(true);
  m_why->setTextFormat(Qt::PlainText);
  m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_why->hide();
  layout->addWidget(missed);
  layout->addWidget(m_missed);
  layout->addWidget(m_why);
  return middle;
}

QWidget* ReportsPage::makePages() {
  auto* pages = new QWidget(this);
  auto* layout = new QVBoxLayout(pages);
  layout->setContentsMargins(px(size::gap), px(size::cell), px(size::margin), px(size::gap));
  m_right = new QStackedWidget(pages);
  m_preview = new ReportPreview(m_right);
  m_right->addWidget(m_preview);
  layout->addWidget(m_right);
  return pages;
}

void ReportsPage::showSchedules(bool shown) {
  if (shown && m_schedules) {
    m_schedules->refresh();
  } else if (shown) {
    m_schedules = new SchedulesPanel(m_session, m_right);
    m_right->addWidget(m_schedules);
    connect(m_schedules, &SchedulesPanel::runAsked, this, &ReportsPage::runAsked);
  }
  m_right->setCurrentIndex(shown ? 1 : 0);
}

} // namespace ui
