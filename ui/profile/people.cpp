// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody learned and worked, who speaks for them, and who works at a practice.
#include "core/team/profile.h"
#include "core/team/workgaps.h"
#include "ui/profile/personforms.h"
#include "ui/profile/pill.h"
#include "ui/profile/sections.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(People)
};

/// The gaps of a work history as lines, each with what is asked for.
class GapsCard : public QFrame {
public:
  explicit GapsCard(const ProfileContext& context) : m_context(context), m_rows(new QWidget) {
    setObjectName(QStringLiteral("profile.gaps"));
    setProperty("card", true);
    auto* title = new QLabel(Say::tr("Gaps"));
    setFace(title, Face::Strong);
    auto* rule = new QLabel(Say::tr("over 30 days; over six months they ask for an explanation"));
    rule->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new QHBoxLayout;
    head->setSpacing(px(size::gap) + 2);
    head->addWidget(title);
    head->addWidget(rule);
    head->addStretch();
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(px(size::cell), px(size::gap), px(size::gap), px(size::cell));
    m_layout->addLayout(head);
    m_layout->addWidget(m_rows);
    QObject::connect(&context.session, &Session::changed, this, [this] { read(); });
    QObject::connect(&context.session, &Session::dayBegan, this, [this] { read(); });
    read();
  }

private:
  void read() {
    attempt(Say::tr("Reading the work history"), [this] {
      db::Database& database = m_context.session.database();
      const QString mine = QStringLiteral("provider_id = ?");
      const Id<Provider> provider = m_context.subject.provider();
      show(workGaps(db::allWhere<WorkHistory>(database, mine, {provider}),
                    db::allWhere<WorkGap>(database, mine, {provider}), m_context.session.today()));
    });
  }

  void show(const std::vector<Gap>& gaps) {
    auto* rows = new QWidget;
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(size::margin));
    grid->setVerticalSpacing(px(size::step));
    grid->setColumnStretch(3, 1);
    if (gaps.empty()) {
      auto* none = new QLabel(Say::tr("No gap over 30 days."));
      none->setForegroundRole(QPalette::PlaceholderText);
      grid->addWidget(none, 0, 0, 1, 4);
    }
    for (const Gap& gap : gaps)
      addRow(grid, gap);
    delete m_layout->replaceWidget(m_rows, rows);
    delete m_rows;
    m_rows = rows;
    setVisible(true);
  }

  void addRow(QGridLayout* grid, const Gap& gap) {
    const int row = grid->rowCount();
    const QDate today = m_context.session.today();
    const QString days = Say::tr("%1 to %2").arg(shownDate(gap.from, today), shownDate(gap.to, today));
    grid->addWidget(new QLabel(days), row, 0);
    grid->addWidget(new QLabel(Say::tr("%L1 days").arg(gap.days)), row, 1);
    auto* sign = new Pill;
    if (gap.asksForExplanation)
      sign->show(QStringLiteral("circle-alert"), Say::tr("Needs an explanation"), Tone::Late);
    else if (!gap.explanation.isEmpty())
      sign->show(QStringLiteral("check"), Say::tr("Explained"), Tone::Done);
    else
      sign->show(QStringLiteral("clock-3"), Say::tr("Short"), Tone::Neutral);
    grid->addWidget(sign, row, 2);
    auto* words = new QLabel(gap.explanation);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    grid->addWidget(words, row, 3);
    auto* explain = new QPushButton(gap.explanation.isEmpty() ? Say::tr("Explain…") : Say::tr("Edit…"));
    explain->setObjectName(QStringLiteral("profile.gaps.explain.%1").arg(row));
    explain->setAccessibleName(Say::tr("Explain the gap of %1").arg(days));
    QObject::connect(explain, &QPushButton::clicked, this, [this, gap] {
      attempt(Say::tr("Opening the form"), [&] {
        openGapForm(m_context.session, m_context.subject.provider(), gap.from, gap.to, m_context.window());
      });
    });
    grid->addWidget(explain, row, 4);
  }

  ProfileContext m_context;
  QVBoxLayout* m_layout;
  QWidget* m_rows;
};

ProfileList section(const char* key, const QString& title, const char* icon, const char* listing) {
  ProfileList spec;
  spec.page.key = QStringLiteral("profile.") + QLatin1String(key);
  spec.page.title = title;
  spec.page.icon = QString::fromLatin1(icon);
  spec.page.frame = PageSpec::Frame::Section;
  spec.page.add = Say::tr("Add");
  spec.listing = QString::fromLatin1(listing);
  return spec;
}

} // namespace

ListingPage* makeEducation(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = section("education", Say::tr("Education & training"), "graduation-cap", "education");
  spec.page.emptyTitle = Say::tr("No education yet");
  spec.page.emptyText = Say::tr("Schools, internships, residencies and fellowships, with who confirmed them.");
  spec.looks = {
      {"Kind", CellKind::Strong, 130},        {"Institution", CellKind::Text, 240},
      {"Degree", CellKind::Text, 80},         {"Specialty", CellKind::Text, 150},
      {"Started", CellKind::Date, 110},       {"Ended", CellKind::Date, 110},
      {"City", CellKind::Text, 120, false},   {"State", CellKind::Text, 60},
      {"Country", CellKind::Text, 90, false}, {"Verified", CellKind::Date, 110},
      {"Source", CellKind::Second, 150},      {"Verified by", CellKind::Second, 120, false},
  };
  spec.only = context.mine();
  spec.table = &Education::table();
  spec.open = [context](qint64 id) {
    openEducationForm(context.session, Id<Education>{id}, context.subject.provider(), context.window());
  };
  spec.add = [context] { openEducationForm(context.session, {}, context.subject.provider(), context.window()); };
  return makeProfileList(context, spec, parent);
}

QWidget* makeWorkHistory(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = section("work", Say::tr("Work history"), "briefcase", "work-history");
  spec.page.emptyTitle = Say::tr("No jobs yet");
  spec.page.emptyText = Say::tr("Where somebody worked, month by month. Gaps are found by themselves.");
  spec.looks = {
      {"Employer", CellKind::Strong, 230}, {"Position", CellKind::Text, 180},     {"Started", CellKind::Date, 120},
      {"Ended", CellKind::Date, 120},      {"City", CellKind::Text, 130},         {"State", CellKind::Text, 60},
      {"Leaving", CellKind::Second, 180},  {"Phone", CellKind::Text, 130, false},
  };
  spec.only = context.mine();
  spec.table = &WorkHistory::table();
  spec.open = [context](qint64 id) {
    openWorkHistoryForm(context.session, Id<WorkHistory>{id}, context.subject.provider(), context.window());
  };
  spec.add = [context] { openWorkHistoryForm(context.session, {}, context.subject.provider(), context.window()); };
  auto* page = new QWidget(parent);
  auto* layout = new QVBoxLayout(page);
  const int margin = px(size::margin);
  layout->setContentsMargins(margin, margin, margin, margin);
  layout->setSpacing(margin);
  layout->addWidget(makeProfileList(context, spec, page), 1);
  layout->addWidget(new GapsCard(context));
  return page;
}

ListingPage* makeReferences(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = section("references", Say::tr("References"), "quote", "peer-references");
  spec.page.emptyTitle = Say::tr("No references yet");
  spec.page.emptyText =
      Say::tr("Peers of the same field who speak for this provider. Most applications ask for three.");
  spec.looks = {
      {"Name", CellKind::Strong, 200},      {"Degree", CellKind::Text, 80}, {"Specialty", CellKind::Text, 160},
      {"Relation", CellKind::Text, 170},    {"Phone", CellKind::Text, 140}, {"Email", CellKind::Text, 190},
      {"Known since", CellKind::Date, 110},
  };
  spec.only = context.mine();
  spec.table = &PeerReference::table();
  spec.open = [context](qint64 id) {
    openReferenceForm(context.session, Id<PeerReference>{id}, context.subject.provider(), context.window());
  };
  spec.add = [context] { openReferenceForm(context.session, {}, context.subject.provider(), context.window()); };
  return makeProfileList(context, spec, parent);
}

ListingPage* makeProviders(const ProfileContext& context, QWidget* parent) {
  ProfileList spec = section("providers", Say::tr("Providers"), "users", "providers");
  spec.page.add.clear();
  spec.page.emptyTitle = Say::tr("Nobody works here yet");
  spec.page.emptyText = Say::tr("Providers stand here once this practice is ticked in their Personal section.");
  spec.looks = {
      {"Provider", CellKind::Strong, 190},
      {"Degree", CellKind::Second, 80},
      {"Specialty", CellKind::Text, 180},
      {"NPI", CellKind::Text, 110},
      {"Status", CellKind::Status, 120},
      {"Assignee", CellKind::Text, 150},
      {"Phone", CellKind::Text, 140},
      {"Email", CellKind::Text, 190},
      {"Start date", CellKind::Date, 110, false},
  };
  spec.only = context.mine();
  spec.table = &Provider::table();
  spec.mayDelete = false;
  spec.open = [context](qint64 id) { context.openProfile(Id<Provider>{id}); };
  return makeProfileList(context, spec, parent);
}

} // namespace ui
