// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnsstep.h"

#include "core/exchange/mappings.h"
#include "core/team/team.h"
#include "ui/form/choicebox.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QStandardItemModel>

namespace ui {
namespace {

constexpr int headingsShown = 100; // more boxes would be felt; further ones are matched by their names alone

QLabel* heading(const QString& text) {
  auto* label = new QLabel(text);
  setFace(label, Face::Second);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

/// "A", "Z", "AA": the column of a spreadsheet that has no heading.
QString letters(int column) {
  QString result;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    result.prepend(QChar(u'A' + (rest - 1) % 26));
  return result;
}

} // namespace

ColumnsStep::ColumnsStep(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_sheets(new QListWidget), m_rows(new QFormLayout),
      m_kindRow(new QVBoxLayout), m_registry(new QLabel), m_kind(new PickBox), m_state(new QLabel),
      m_stateIcon(new QLabel), m_scroll(new QScrollArea), m_columns(new QStandardItemModel(this)) {
  m_sheets->setObjectName(QStringLiteral("import.sheets"));
  m_sheets->setAccessibleName(tr("Sheets of the file"));
  m_sheets->setFixedWidth(px(size::side));
  m_sheets->setIconSize(QSize(px(size::icon), px(size::icon)));
  connect(m_sheets, &QListWidget::currentRowChanged, this, &ColumnsStep::showSheet);
  m_registry->setWordWrap(true);

  std::vector<Choice> teams;
  for (const QString& name : m_session.database().all(QStringLiteral("SELECT name FROM team ORDER BY name"), {},
                                                      [](db::Row& row) { return row.text(); }))
    teams.push_back({name, name, {}});
  m_team = new ChoiceBox(teams);
  m_team->setObjectName(QStringLiteral("import.team"));
  m_team->lineEdit()->setPlaceholderText(tr("Choose or name a team"));
  m_team->view()->setAccessibleName(tr("Teams"));
  if (teams.size() == 1)
    m_team->setValue(teams.front().value);
  m_team->setFixedWidth(px(size::popup));
  connect(m_team, &ChoiceBox::valueChanged, this, &ColumnsStep::changed);

  m_rows->setHorizontalSpacing(px(size::margin));
  m_rows->setVerticalSpacing(px(size::gap));
  m_rows->addRow(tr("Team for rows that name none"), m_team);
  addKindRow();
  m_rows->addRow(m_registry);
  m_scroll->setObjectName(QStringLiteral("import.headings"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusProxy(m_kind);
  auto* right = new QVBoxLayout;
  right->setSpacing(px(size::margin));
  right->addLayout(m_rows);
  right->addWidget(m_scroll, 1);
  right->addStretch();
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::margin), px(size::group), 0);
  layout->setSpacing(px(size::group));
  layout->addWidget(m_sheets);
  layout->addLayout(right, 1);
}

void ColumnsStep::addKindRow() {
  m_kind->setObjectName(QStringLiteral("import.kind"));
  m_kind->view()->setAccessibleName(tr("Kinds"));
  m_kind->setFixedWidth(px(size::popup));
  m_kind->addItem(tr("Leave this sheet out"), -1);
  for (const exchange::KindColumns& kind : exchange::allKinds())
    m_kind->addItem(kindTitle(kind.name), int(kind.kind));
  connect(m_kind, &QComboBox::activated, this, &ColumnsStep::kindChosen);
  m_state->setObjectName(QStringLiteral("import.state"));
  m_state->setWordWrap(true);
  auto* state = new QHBoxLayout;
  state->setSpacing(px(size::step));
  state->addWidget(m_stateIcon, 0, Qt::AlignTop);
  state->addWidget(m_state, 1);
  m_kindRow->setSpacing(px(size::step));
  m_kindRow->addWidget(m_kind);
  m_kindRow->addLayout(state);
  auto* label = new QLabel(tr("Its rows are"));
  label->setBuddy(m_kind);
  label->setAlignment(Qt::AlignTop); // beside the box, not between it and the words below
  label->setContentsMargins(0, (px(size::control) - label->fontMetrics().height()) / 2, 0, 0);
  m_rows->addRow(label, m_kindRow);
}

void ColumnsStep::show(const exchange::FileLook& look) {
  m_plans.clear();
  m_hasAnswers = look.isRegistry || !look.registryFiles.isEmpty();
  m_isRegistry = m_hasAnswers && look.sheets.empty();
  for (const exchange::SheetLook& sheet : look.sheets) {
    m_plans.push_back(planOf(sheet));
    SheetPlan& made = m_plans.back();
    attempt(tr("Recalling how the columns were matched"), [&] {
      if (const auto match = exchange::rememberedMatch(m_session.database(), made.look.match.headings)) {
        made.match.kind = match->kind;
        made.match.columnAt = match->columnAt;
        made.recalled = true;
      }
    });
  }
  m_registry->setText(
      m_hasAnswers && !look.isRegistry
          ? tr("%1 has answers of the NPI registry: persons become providers, organisations become practices.", nullptr,
               int(look.registryFiles.size()))
                .arg(look.registryFiles.join(QStringLiteral(", ")))
          : tr("Answers of the NPI registry: persons become providers, organisations become practices. There is "
               "nothing to match."));
  m_rows->setRowVisible(m_registry, m_hasAnswers);
  m_rows->setRowVisible(m_kindRow, !m_isRegistry);
  m_scroll->setVisible(!m_isRegistry);
  m_sheets->setVisible(m_plans.size() > 1);
  const QSignalBlocker quiet(m_sheets);
  m_sheets->clear();
  for (const SheetPlan& each : m_plans)
    (new QListWidgetItem(each.look.name, m_sheets))->setSizeHint({0, px(size::row)});
  m_sheets->setCurrentRow(0);
  if (!m_plans.empty())
    showSheet();
}

SheetPlan& ColumnsStep::plan() { return m_plans[size_t(qMax(0, m_sheets->currentRow()))]; }

void ColumnsStep::showSheet() {
  m_kind->setEnabled(plan().look.problem.isEmpty());
  m_kind->setCurrentIndex(plan().isLeftOut() ? 0 : m_kind->findData(int(plan().match.kind)));
  showHeadings();
}

void ColumnsStep::fillColumns() {
  m_columns->clear();
  const auto add = [this](const QString& text, int column) {
    auto* item = new QStandardItem(text);
    item->setData(column, Qt::UserRole);
    m_columns->appendRow(item);
  };
  add(tr("Not imported"), -1);
  if (plan().isLeftOut())
    return;
  const auto& columns = exchange::columnsOf(plan().match.kind).columns;
  for (size_t i = 0; i < columns.size(); ++i)
    add(columns[i].needed ? tr("%1 (needed)").arg(columns[i].name) : QString(columns[i].name), int(i));
}

void ColumnsStep::showHeadings() {
  fillColumns();
  m_boxes.clear();
  auto* body = new QWidget;
  body->setProperty("ground", QStringLiteral("surface"));
  auto* grid = new QGridLayout(body);
  grid->setContentsMargins(0, 0, px(size::margin), px(size::gap));
  grid->setHorizontalSpacing(px(size::margin));
  grid->setVerticalSpacing(px(size::step));
  grid->setColumnStretch(0, 2);
  grid->setColumnStretch(1, 3);
  grid->setColumnStretch(2, 3);
  grid->setColumnMinimumWidth(1, px(size::label)); // what one tells a column by
  grid->addWidget(heading(tr("Heading in the file")), 0, 0);
  grid->addWidget(heading(tr("First rows")), 0, 1);
  grid->addWidget(heading(tr("Imported as")), 0, 2);
  const QStringList& headings = plan().match.headings;
  for (int i = 0; i < headings.size() && i < headingsShown && !plan().isLeftOut(); ++i) {
    m_boxes.push_back(nullptr);
    QStringList examples;
    for (const QStringList& row : plan().look.examples)
      if (const QString cell = row.value(i).simplified(); !cell.isEmpty())
        examples += cell;
    const QString title = headings[i].simplified();
    if ((title.isEmpty() && examples.isEmpty()) || (plan().columnOf(i) < 0 && plan().isReadBeside(headings[i])))
      continue;
    auto* name = new ElidedLabel(title.isEmpty() ? tr("Column %1, without a heading").arg(letters(i)) : title);
    setFace(name, Face::Strong);
    auto* values = new ElidedLabel(examples.join(QStringLiteral(" · ")));
    values->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new PickBox;
    box->setObjectName(QStringLiteral("import.column.%1").arg(i));
    box->setModel(m_columns);
    box->view()->setAccessibleName(tr("Columns for %1").arg(name->text()));
    box->setMinimumContentsLength(1); // it gives way, what it lists does not
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    name->setBuddy(box);
    connect(box, &QComboBox::activated, this, [this, i, box] { columnChosen(i, box->currentData().toInt()); });
    m_boxes.back() = box;
    const int row = grid->rowCount();
    grid->addWidget(name, row, 0);
    grid->addWidget(values, row, 1);
    grid->addWidget(box, row, 2);
  }
  if (headings.size() > headingsShown && !plan().isLeftOut())
    grid->addWidget(
        heading(tr("Further columns: %L1, matched by their headings.").arg(headings.size() - headingsShown)),
        grid->rowCount(), 0, 1, 3);
  grid->setRowStretch(grid->rowCount(), 1);
  m_scroll->setWidget(body);
  showState();
}

/// Whether some row could name no team: templates, payors and the like belong to none.
bool ColumnsStep::asksForTeam() const {
  return m_hasAnswers || std::any_of(m_plans.begin(), m_plans.end(), [](const SheetPlan& each) {
           if (each.isLeftOut())
             return false;
           const auto& columns = exchange::columnsOf(each.match.kind).columns;
           return std::any_of(columns.begin(), columns.end(), [](const exchange::Column& column) {
             return column.name == QLatin1String("Team") || column.name == QLatin1String("Practice");
           });
         });
}

void ColumnsStep::showState() {
  m_rows->setRowVisible(m_team, asksForTeam());
  for (int i = 0; i < int(m_boxes.size()); ++i)
    if (PickBox* box = m_boxes[size_t(i)])
      box->setCurrentIndex(plan().columnOf(i) + 1);

  const SheetPlan& now = plan();
  const QString missing = now.missing();
  QString text = missing;
  if (!now.look.problem.isEmpty())
    text = now.look.problem;
  else if (missing.isEmpty() && now.recalled)
    text = tr("Matched as the last time.");
  else if (missing.isEmpty() && now.isLeftOut())
    text = now.look.understood ? QString() : tr("No kind fits its headings: say what its rows are to import it.");
  else if (missing.isEmpty() && !now.isChanged())
    text = tr("Matched by its headings.");
  else if (missing.isEmpty() && !now.isLeftOut())
    text = tr("Kept for the next file with these headings.");
  if (!now.isLeftOut() && !now.look.readBeside.empty()) {
    QStringList beside;
    for (const auto& [heading, sheet] : now.look.readBeside)
      if (!beside.contains(sheet))
        beside += sheet;
    text +=
        QLatin1Char(' ') +
        tr("What its other columns hold is read as “%1”.").arg(beside.join(tr("” and “", "between names in quotes")));
  }
  m_state->setText(text);
  const Ink role = missing.isEmpty() ? Ink::Second : Ink::Late;
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText, ink(role));
  m_state->setPalette(colours);
  m_stateIcon->setPixmap(icon(QString::fromLatin1(missing.isEmpty() ? "info" : "circle-alert"), role)
                             .pixmap(px(size::icon), px(size::icon)));
  m_stateIcon->setVisible(!text.isEmpty());

  for (int i = 0; i < m_sheets->count(); ++i) {
    const SheetPlan& each = m_plans[size_t(i)];
    const bool lacks = !each.missing().isEmpty();
    QListWidgetItem* item = m_sheets->item(i);
    item->setIcon(each.isLeftOut() ? icon(QStringLiteral("circle-slash"), Ink::Second)
                  : lacks          ? icon(QStringLiteral("circle-alert"), Ink::Late)
                                   : icon(QStringLiteral("circle-check"), Ink::Done));
    const QString state = each.isLeftOut() ? tr("left out")
                          : lacks          ? each.missing()
                                           : QString(exchange::columnsOf(each.match.kind).name);
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(each.look.name, state));
    item->setToolTip(state);
  }
  Q_EMIT changed();
}

void ColumnsStep::kindChosen() {
  const int kind = m_kind->currentData().toInt();
  plan().recalled = false;
  if (kind < 0)
    plan().leaveOut();
  else
    plan().setKind(exchange::Kind(kind));
  showHeadings();
}

void ColumnsStep::columnChosen(int heading, int column) {
  plan().recalled = false;
  plan().setColumn(heading, column);
  showState();
}

QString ColumnsStep::blocked() const {
  if (m_hasAnswers && team().isEmpty())
    return tr("Say for which team they are.");
  bool any = m_hasAnswers;
  for (const SheetPlan& each : m_plans) {
    if (const QString missing = each.missing(); !missing.isEmpty())
      return m_plans.size() == 1 ? missing : QStringLiteral("%1: %2").arg(each.look.name, missing);
    any = any || !each.isLeftOut();
  }
  return any ? QString() : tr("Nothing would be imported: say what the rows are.");
}

std::map<QString, exchange::HeaderMatch> ColumnsStep::matches() const {
  std::map<QString, exchange::HeaderMatch> all;
  for (const SheetPlan& each : m_plans)
    all[each.look.name] = each.match;
  return all;
}

QString ColumnsStep::team() const { return m_team->currentText().simplified(); }

void ColumnsStep::remember() {
  attempt(tr("Keeping how the columns are matched"), [this] {
    db::Transaction transaction(m_session.database(), m_session.actor(), tr("Matched the columns of a file"));
    for (const SheetPlan& each : m_plans) {
      if (each.recalled || each.isLeftOut())
        continue;
      if (each.isChanged())
        exchange::rememberMatch(m_session.database(), each.match);
      else
        exchange::forgetMatch(m_session.database(), each.match.headings);
    }
    transaction.commit();
  });
}

} // namespace ui
