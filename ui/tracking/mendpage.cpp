// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/mendpage.h"

#include "core/report/catalogue.h"
#include "core/tracking/templates.h"
#include "core/tracking/trackings.h"
#include "ui/form/choicebox.h"
#include "ui/form/formdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(MendPage)
};

/// Mends what is selected, each tracking in its way, as one change.
class Mending : public QObject {
public:
  Mending(Session& session, ListingPage& page) : QObject(&page), m_session(session), m_page(page) {
    addButton(Say::tr("Link or add the record"), QStringLiteral("wrench"), QStringLiteral("mend.link"),
              Say::tr("Finds the enrollment or affiliation of the selected trackings, and adds one that is not there"),
              [this] { relink(); });
    addButton(Say::tr("Move to a template…"), QStringLiteral("list-checks"), QStringLiteral("mend.template"),
              Say::tr("Carries the selected trackings over to another template, or leaves them without one"),
              [this] { chooseTemplate(); });
    page.addRowMenu([this](QMenu& menu) {
      menu.addSeparator();
      menu.addAction(Say::tr("Link or add the record"), this,
                     [this] { attempt(Say::tr("Linking"), [&] { relink(); }); });
      menu.addAction(Say::tr("Move to a template…"), this,
                     [this] { attempt(Say::tr("Opening the form"), [&] { chooseTemplate(); }); });
    });
  }

private:
  void addButton(const QString& text, const QString& iconName, const QString& name, const QString& tip,
                 std::function<void()> work) {
    auto* button = new QPushButton(text);
    setButtonIcon(button, iconName);
    button->setObjectName(name);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, [text, work = std::move(work)] { attempt(text, work); });
    m_page.addButton(button);
  }

  std::vector<Id<Tracking>> selected() const {
    std::vector<Id<Tracking>> all;
    for (const qint64 id : m_page.table()->selectedIds())
      all.push_back({id});
    if (all.empty())
      Q_EMIT m_session.said(Say::tr("Select the trackings to mend first; Ctrl+A selects all."));
    return all;
  }

  void relink() {
    const auto trackings = selected();
    if (trackings.empty())
      return;
    m_session.changeAside(
        Say::tr("Linked %L1 trackings").arg(trackings.size()),
        [trackings](db::Transaction& transaction) {
          Trackings store(transaction);
          Problems last;
          size_t left = 0;
          for (const Id<Tracking> id : trackings)
            if (const Problems refused = store.relink(id); !refused.empty()) {
              ++left;
              last = refused;
            }
          return left == trackings.size() ? last : Problems{};
        },
        tell());
  }

  /// Says what could not be; the page may be closed by then.
  std::function<void(const Problems&)> tell() const {
    return [&session = m_session](const Problems& problems) {
      if (!problems.empty())
        Q_EMIT session.said(problems.front().sentence);
    };
  }

  void chooseTemplate() {
    const auto trackings = selected();
    if (trackings.empty())
      return;
    std::vector<Choice> choices{{QStringLiteral("0"), Say::tr("None: go on with the steps there are"), {}}};
    for (const TrackingTemplate& one : newestTemplates(m_session.database()))
      if (!one.retired)
        choices.push_back({idValue(one.id), one.type + QStringLiteral(" – ") + one.subtype, {}});
    auto* form = new FormDialog(QStringLiteral("mend/template"), Say::tr("Move to a template"), m_page.window());
    form->addFact(Say::tr("Trackings"), QLocale().toString(trackings.size()));
    form->addPick(QStringLiteral("template"), Say::tr("Template"), std::move(choices));
    form->addFact(Say::tr("What happens"),
                  Say::tr("Steps are found again by their names. What is done stays; what the template has more is "
                          "added, what it does not have is not needed any more."));
    form->setSaveText(Say::tr("Move"));
    form->setSave([this, trackings](const QVariantMap& values) {
      const auto onto = idIn<TrackingTemplate>(values.value(QStringLiteral("template")));
      m_session.changeAside(
          Say::tr("Moved %L1 trackings to a template").arg(trackings.size()),
          [trackings, onto, today = m_session.today()](db::Transaction& transaction) {
            Trackings store(transaction);
            for (const Id<Tracking> id : trackings) {
              if (onto.isValid())
                store.carryOver(id, onto, today);
              else
                store.leaveTemplate(id);
            }
            return Problems{};
          },
          tell());
      return Problems{};
    });
    form->open();
  }

  Session& m_session;
  ListingPage& m_page;
};

} // namespace

ListingPage* makeMendPage(Session& session) {
  const std::vector<ColumnLook> looks{
      {"Provider", CellKind::Strong, 180},    {"About", CellKind::Text, 190},
      {"Type", CellKind::Second, 120},        {"Subtype", CellKind::Second, 130},
      {"Why", CellKind::Text, 150},           {"Status", CellKind::Status, 118},
      {"Started", CellKind::Date, 110},       {"Assignee", CellKind::Text, 140},
      {"Tracking", CellKind::Second, 90},     {"Practice", CellKind::Text, 150, false},
      {"Team", CellKind::Second, 140, false}, {"NPI", CellKind::Text, 108, false},
  };
  PageSpec spec;
  spec.key = QStringLiteral("loose-trackings");
  spec.title = Say::tr("Trackings to mend");
  spec.icon = QStringLiteral("wrench");
  spec.emptyTitle = Say::tr("Nothing to mend");
  spec.emptyText = Say::tr("Every running tracking is about its enrollment or affiliation, and none is on a template "
                           "that was retired without a newer version.");
  spec.chips = {chips::me(), chips::assignee(session)};
  auto rows = std::make_shared<ListingRows>(session, *report::find(QStringLiteral("loose-trackings")), looks);
  auto* page = new ListingPage(session, std::move(spec), std::move(rows));
  new Mending(session, *page);
  return page;
}

} // namespace ui
