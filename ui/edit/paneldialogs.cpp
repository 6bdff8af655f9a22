// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/paneldialogs.h"

#include "ui/edit/linelist.h"
#include "ui/edit/previewdialog.h"
#include "ui/form/recordchoices.h"
#include "ui/form/searchfield.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Panel)
};

QString ownerName(db::Database& database, const PanelOwner& owner) {
  return owner.provider.isValid() ? nameOf(database, owner.provider) : nameOf(database, owner.practice);
}

/// "Aetna · TX · Dallas"
QString called(db::Database& database, const Enrollment& enrollment) {
  QStringList parts{nameOf(database, enrollment.payor), enrollment.state, enrollment.lineOfBusiness};
  if (enrollment.provider.isValid())
    parts << nameOf(database, enrollment.practice);
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

/// A change of a panel: worked out aside, shown line by line, written as one.
class PanelDialog : public PreviewDialog {
protected:
  PanelDialog(Session& session, const QString& key, const QString& title, const PanelOwner& owner, QWidget* parent)
      : PreviewDialog(session, key, title, parent), m_owner(owner),
        m_lines(new LineList(Say::tr("Enrollment"), session.today())) {
    setBody(m_lines);
  }

  using Plan = std::function<std::vector<PanelChange>(db::Database&)>;
  /// `none` is said when there is nothing to do.
  void look(Plan plan, const QString& none) {
    find(
        [this, plan = std::move(plan), none](db::Database& database, const std::atomic_bool&) -> std::function<void()> {
          std::vector<PanelChange> changes = plan(database);
          std::vector<ChangeLine> lines;
          for (const PanelChange& change : changes)
            lines.push_back({called(database, change.after),
                             {},
                             change.isNew() ? Say::tr("None yet") : change.before.status,
                             change.after.status,
                             {}});
          return [this, changes, lines, none] { showPlan(changes, lines, none); };
        });
  }

  const PanelOwner& owner() const { return m_owner; }
  virtual QString name(qint64 made, qint64 changed) const = 0;

private:
  void showPlan(const std::vector<PanelChange>& changes, const std::vector<ChangeLine>& lines, const QString& none) {
    m_changes = changes;
    m_made = std::count_if(changes.begin(), changes.end(), [](const PanelChange& one) { return one.isNew(); });
    const qint64 changed = qint64(changes.size()) - m_made;
    QStringList parts;
    if (m_made > 0)
      parts << (m_made == 1 ? Say::tr("1 enrollment is made") : Say::tr("%L1 enrollments are made").arg(m_made));
    if (changed > 0)
      parts << (changed == 1 ? Say::tr("1 status differs") : Say::tr("%L1 statuses differ").arg(changed));
    setSummary(parts.isEmpty() ? none : parts.join(QStringLiteral(", ")));
    m_lines->show(lines);
    setReady(!changes.empty());
  }

  void apply() override {
    write(name(m_made, qint64(m_changes.size()) - m_made),
          [changes = m_changes](db::Transaction& transaction, const edit::Progress&) {
            return ::write(transaction, changes);
          });
  }

  PanelOwner m_owner;
  LineList* m_lines;
  std::vector<PanelChange> m_changes;
  qint64 m_made = 0;
};

class CopyDialog : public PanelDialog {
public:
  CopyDialog(Session& session, const PanelOwner& to, QWidget* parent)
      : PanelDialog(session, QStringLiteral("copyEnrollments"),
                    Say::tr("Copy statuses to %1").arg(ownerName(session.database(), to)), to, parent),
        m_from(new SearchField(providerOrPracticeSource(session.database()))),
        m_makes(new QCheckBox(Say::tr("Make the enrollments that are missing too"))) {
    m_from->setObjectName(QStringLiteral("copyEnrollments.from"));
    m_from->setAccessibleName(Say::tr("From"));
    m_from->setListName(Say::tr("From"));
    m_makes->setObjectName(QStringLiteral("copyEnrollments.make"));
    m_makes->setChecked(true);
    chooser()->addWidget(new QLabel(Say::tr("From")));
    chooser()->addWidget(m_from, 1);
    chooser()->addWidget(m_makes);
    QObject::connect(m_from, &SearchField::valueChanged, this, [this] { plan(); });
    QObject::connect(m_makes, &QCheckBox::toggled, this, [this] { plan(); });
    plan();
  }

  void open() override {
    m_from->setFocus();
    PanelDialog::open();
  }

protected:
  QString name(qint64 made, qint64 changed) const override {
    return Say::tr("Copied %L1 statuses of %2 to %3")
        .arg(made + changed)
        .arg(ownerName(session().database(), from()), ownerName(session().database(), owner()));
  }

private:
  PanelOwner from() const { return {recordIn<Provider>(m_from->value()), recordIn<Practice>(m_from->value())}; }

  void plan() {
    const PanelOwner source = from();
    look([source, to = owner(), makes = m_makes->isChecked(), today = session().today()](
             db::Database& database) { return copiedStatuses(database, source, to, makes, today); },
         !source.isValid()   ? Say::tr("Choose whose statuses to copy.")
         : source == owner() ? Say::tr("These are its own statuses.")
                             : Say::tr("Nothing differs."));
  }

  SearchField* m_from;
  QCheckBox* m_makes;
};

class AddDialog : public PanelDialog {
public:
  AddDialog(Session& session, const PanelOwner& owner, QWidget* parent)
      : PanelDialog(session, QStringLiteral("addTeamPayors"),
                    Say::tr("Add the team's payors to %1").arg(ownerName(session.database(), owner)), owner, parent),
        m_team(teamOf(session.database(), owner)) {
    auto* list = new QPushButton(Say::tr("The team's list…"));
    list->setObjectName(QStringLiteral("addTeamPayors.list"));
    list->setAutoDefault(false);
    list->setEnabled(m_team.isValid());
    chooser()->addWidget(
        new QLabel(session.database().text(QStringLiteral("SELECT name FROM team WHERE id = ?"), {m_team})));
    chooser()->addWidget(list);
    chooser()->addStretch();
    QObject::connect(list, &QPushButton::clicked, this, [this] {
      attempt(Say::tr("Opening the list"), [this] { openTeamPayorList(this->session(), m_team, this); });
    });
    QObject::connect(&session, &Session::changed, this, [this] { plan(); });
    plan();
  }

protected:
  QString name(qint64 made, qint64) const override {
    return made == 1 ? Say::tr("Added an enrollment of %1").arg(ownerName(session().database(), owner()))
                     : Say::tr("Added %L1 enrollments of %2").arg(made).arg(ownerName(session().database(), owner()));
  }

private:
  void plan() {
    look([owner = owner()](db::Database& database) { return missingOfTeam(database, owner); },
         !m_team.isValid()                               ? Say::tr("It belongs to no team.")
         : panelOf(session().database(), m_team).empty() ? Say::tr("The team's list is empty.")
                                                         : Say::tr("None of the list is missing."));
  }

  Id<Team> m_team;
};

} // namespace

void openCopyEnrollments(Session& session, const PanelOwner& to, QWidget* parent) {
  (new CopyDialog(session, to, parent))->open();
}

void openAddTeamPayors(Session& session, const PanelOwner& owner, QWidget* parent) {
  (new AddDialog(session, owner, parent))->open();
}

} // namespace ui
