// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/values.h"
#include "ui/edit/choiceline.h"
#include "ui/edit/paneldialogs.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TeamPayors)
};

/// The list of a team's payors: lines are added and taken away, and saved together as one change.
class TeamPayorDialog : public QDialog {
public:
  TeamPayorDialog(Session& session, Id<Team> team, QWidget* parent)
      : QDialog(parent), m_session(session), m_team(team),
        m_name(session.database().text(QStringLiteral("SELECT name FROM team WHERE id = ?"), {team})),
        m_lines(panelOf(session.database(), team)), m_table(new QTableWidget(0, 3)),
        m_payor(new ChoiceLine(Say::tr("Payor"), payorChoices(session.database()))), m_state(new QLineEdit),
        m_line(new QLineEdit), m_problem(new QLabel) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("teamPayors"));
    setWindowTitle(Say::tr("Payors of %1").arg(m_name));
    setProperty("ground", QStringLiteral("surface"));
    auto* head = new QLabel(windowTitle());
    setFace(head, Face::Title);
    auto* what = new QLabel(Say::tr("Every provider of the team is to be with these. Without a state or line of "
                                    "business any one does."));
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setObjectName(QStringLiteral("teamPayors.problem"));
    m_problem->setProperty("bubble", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    makeTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(size::group), px(size::margin), px(size::group), px(size::cell));
    layout->setSpacing(px(size::cell));
    layout->addWidget(head);
    layout->addWidget(what);
    layout->addLayout(makeAdding());
    layout->addWidget(m_problem);
    layout->addWidget(m_table, 1);
    layout->addLayout(makeButtons());
    resizeOnScreen(*this, {px(size::form + size::side), px(size::tall) * 3 / 4});
    showLines();
    m_payor->setFocus();
  }

private:
  void makeTable() {
    m_table->setProperty("plain", true);
    m_table->setObjectName(QStringLiteral("teamPayors.list"));
    m_table->setAccessibleName(Say::tr("Payors of the team"));
    m_table->setHorizontalHeaderLabels({Say::tr("Payor"), Say::tr("State"), Say::tr("Line of business")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(px(size::row));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultSectionSize(px(size::search) / 2);
    m_table->setColumnWidth(2, px(size::side));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
  }

  QLayout* makeAdding() {
    m_payor->setObjectName(QStringLiteral("teamPayors.payor"));
    m_payor->setPlaceholderText(Say::tr("Payor"));
    m_payor->setAccessibleName(Say::tr("Payor"));
    m_state->setObjectName(QStringLiteral("teamPayors.state"));
    m_state->setPlaceholderText(Say::tr("Any state"));
    m_state->setAccessibleName(Say::tr("State"));
    m_state->setFixedWidth(px(size::search) / 2);
    m_line->setObjectName(QStringLiteral("teamPayors.line"));
    m_line->setPlaceholderText(Say::tr("Any line of business"));
    m_line->setAccessibleName(Say::tr("Line of business"));
    m_line->setFixedWidth(px(size::side));
    auto* add = new QPushButton(Say::tr("Add"));
    add->setObjectName(QStringLiteral("teamPayors.add"));
    add->setAutoDefault(false);
    auto* adding = new QHBoxLayout;
    adding->setSpacing(px(size::gap));
    adding->addWidget(m_payor, 1);
    adding->addWidget(m_state);
    adding->addWidget(m_line);
    adding->addWidget(add);
    QObject::connect(add, &QPushButton::clicked, this, [this] { addLine(); });
    for (QLineEdit* line : {static_cast<QLineEdit*>(m_payor), m_state, m_line})
      QObject::connect(line, &QLineEdit::returnPressed, this, [this] { addLine(); });
    return adding;
  }

  QLayout* makeButtons() {
    auto* remove = new QPushButton(Say::tr("Remove"));
    remove->setObjectName(QStringLiteral("teamPayors.remove"));
    remove->setToolTip(Say::tr("Takes the marked lines away"));
    auto* cancel = new QPushButton(Say::tr("Cancel"));
    cancel->setObjectName(QStringLiteral("teamPayors.cancel"));
    auto* save = new QPushButton(Say::tr("Save"));
    save->setObjectName(QStringLiteral("teamPayors.save"));
    save->setProperty("primary", true);
    for (QPushButton* button : {remove, cancel, save})
      button->setAutoDefault(false); // Enter adds a line
    QObject::connect(remove, &QPushButton::clicked, this, [this] { removeLines(); });
    QObject::connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QObject::connect(save, &QPushButton::clicked, this, [this] { store(); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(size::gap));
    buttons->addWidget(remove);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    return buttons;
  }

  void showLines() {
    m_table->setRowCount(int(m_lines.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
      const TeamPayor& line = m_lines[size_t(row)];
      const QString cells[] = {nameOf(m_session.database(), line.payor), line.state, line.lineOfBusiness};
      for (int column = 0; column < 3; ++column)
        m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
  }

  void say(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
  }

  void addLine() {
    attempt(Say::tr("Adding a payor"), [this] {
      TeamPayor line;
      const QString typed = m_payor->value();
      line.payor = {typed.toLongLong()};
      if (nameOf(m_session.database(), line.payor).isEmpty())
        return say(typed.isEmpty() ? Say::tr("Choose a payor.") : Say::tr("There is no payor “%1”.").arg(typed));
      line.state = exchange::stateCode(m_state->text());
      line.lineOfBusiness = m_line->text().simplified();
      for (const TeamPayor& one : m_lines)
        if (one.payor == line.payor && one.state == line.state && one.lineOfBusiness == line.lineOfBusiness)
          return say(Say::tr("%1 stands in the list already.").arg(nameOf(m_session.database(), line.payor)));
      m_lines.push_back(line);
      say({});
      showLines();
      m_table->scrollToBottom();
      for (QLineEdit* edit : {static_cast<QLineEdit*>(m_payor), m_state, m_line})
        edit->clear();
      m_payor->closeList();
      m_payor->setFocus();
    });
  }

  void removeLines() {
    std::vector<TeamPayor> kept;
    for (int row = 0; row < m_table->rowCount(); ++row)
      if (!m_table->selectionModel()->isRowSelected(row))
        kept.push_back(m_lines[size_t(row)]);
    m_lines = std::move(kept);
    m_table->clearSelection();
    showLines();
  }

  void store() {
    const Problems problems =
        m_session.tryChange(Say::tr("Changed the payors of %1").arg(m_name),
                            [this](db::Transaction& transaction) { return writePanel(transaction, m_team, m_lines); });
    if (problems.empty())
      accept();
    else
      say(problems.front().sentence);
  }

  Session& m_session;
  Id<Team> m_team;
  QString m_name;
  std::vector<TeamPayor> m_lines;
  QTableWidget* m_table;
  ChoiceLine* m_payor;
  QLineEdit* m_state;
  QLineEdit* m_line;
  QLabel* m_problem;
};

} // namespace

void openTeamPayorList(Session& session, Id<Team> team, QWidget* parent) {
  (new TeamPayorDialog(session, team, parent))->open();
}

} // namespace ui
