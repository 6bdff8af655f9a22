// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracking/templateeditor.h"

#include "core/exchange/values.h"
#include "ui/form/pickbox.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"
#include "ui/tracking/markdownview.h"
#include "ui/tracking/stepsmodel.h"

#include <QCompleter>
#include <QHeaderView>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int mostDays = 9999;

/// Whole days, the roles there are, the words for whom a step waits on.
class StepDelegate : public QStyledItemDelegate {
public:
  StepDelegate(Session& session, QObject* parent) : QStyledItemDelegate(parent), m_session(session) {}

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    if (index.column() == StepsModel::WaitsOn) {
      auto* box = new PickBox(parent);
      box->addItem(QString());
      box->addItems(exchange::allowedValues(exchange::Field::WaitingOn));
      box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
      return box;
    }
    auto* line = qobject_cast<QLineEdit*>(QStyledItemDelegate::createEditor(parent, option, index));
    if (!line)
      return nullptr;
    line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (index.column() == StepsModel::Tat)
      line->setValidator(new QIntValidator(0, mostDays, line));
    if (index.column() == StepsModel::Role) {
      const auto roles = m_session.database().all(
          QStringLiteral("SELECT DISTINCT role FROM template_step WHERE role <> '' ORDER BY role"), {},
          [](db::Row& row) { return row.text(); });
      auto* completer = new QCompleter(QStringList(roles.begin(), roles.end()), line);
      completer->setCaseSensitivity(Qt::CaseInsensitive);
      line->setCompleter(completer);
    }
    return line;
  }

  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    if (auto* box = qobject_cast<QComboBox*>(editor))
      box->setCurrentText(index.data(Qt::EditRole).toString());
    else
      QStyledItemDelegate::setEditorData(editor, index);
  }

  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
    if (const auto* box = qobject_cast<QComboBox*>(editor))
      model->setData(index, box->currentText(), Qt::EditRole);
    else
      QStyledItemDelegate::setModelData(editor, model, index);
  }

private:
  Session& m_session;
};

QLabel* heading(const QString& text) {
  auto* label = new QLabel(text);
  setFace(label, Face::SecondStrong);
  label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

QPushButton* tool(const QString& iconName, const QString& name, const QString& text, const QString& tip) {
  auto* button = new QPushButton(text);
  setButtonIcon(button, iconName);
  button->setObjectName(name);
  button->setToolTip(tip);
  button->setAccessibleName(text.isEmpty() ? tip : text);
  button->setProperty("quiet", true);
  return button;
}

} // namespace

TemplateEditor::TemplateEditor(Session& session, QWidget* parent)
    : QWidget(parent), m_model(new StepsModel(this)), m_table(new QTableView), m_description(new QPlainTextEdit),
      m_rendered(new MarkdownView), m_hints(new QListWidget) {
  m_table->setItemDelegate(new StepDelegate(session, m_table));
  auto* parts = new QSplitter;
  parts->setChildrenCollapsible(false);
  parts->setHandleWidth(px(size::gap));
  parts->addWidget(makeSteps());
  parts->addWidget(makeSide());
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  parts->setSizes({px(size::form), px(size::inspector)});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(parts);
  connect(m_model, &StepsModel::edited, this, &TemplateEditor::changed);
  connect(m_model, &StepsModel::dropped, this, &TemplateEditor::choose);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TemplateEditor::showStep);
  connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
    m_rendered->showText(m_description->toPlainText());
    if (!m_showing && row() >= 0)
      m_model->setDescription(row(), m_description->toPlainText());
  });
  connect(m_hints, &QListWidget::itemActivated, this,
          [this](const QListWidgetItem* item) { choose(item->data(Qt::UserRole).toInt()); });
  connect(m_hints, &QListWidget::itemClicked, this,
          [this](const QListWidgetItem* item) { choose(item->data(Qt::UserRole).toInt()); });
}

QWidget* TemplateEditor::makeSteps() {
  m_table->setModel(m_model);
  m_table->setProperty("plain", true);
  m_table->setObjectName(QStringLiteral("template.steps"));
  m_table->setAccessibleName(tr("Steps"));
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed);
  m_table->setDragDropMode(QAbstractItemView::InternalMove);
  m_table->setDragDropOverwriteMode(false);
  m_table->setDropIndicatorShown(true);
  m_table->setTabKeyNavigation(false);
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setCornerButtonEnabled(false);
  m_table->installEventFilter(this);
  m_table->verticalHeader()->setDefaultSectionSize(px(size::row));
  m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->verticalHeader()->setSectionsClickable(false);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->horizontalHeader()->setSectionResizeMode(StepsModel::Name, QHeaderView::Stretch);
  m_table->setColumnWidth(StepsModel::Tat, px(size::group) * 2 + px(size::gap));
  m_table->setColumnWidth(StepsModel::Role, px(size::side));
  m_table->setColumnWidth(StepsModel::WaitsOn, px(size::side) / 2);

  auto* added = tool(QStringLiteral("plus"), QStringLiteral("template.add"), tr("Add step"), tr("Add a step (Insert)"));
  m_remove = tool(QStringLiteral("x"), QStringLiteral("template.remove"), tr("Remove"), tr("Remove the step (Delete)"));
  m_up = tool(QStringLiteral("arrow-up"), QStringLiteral("template.up"), {}, tr("Move the step up (Alt+Up)"));
  m_down = tool(QStringLiteral("arrow-down"), QStringLiteral("template.down"), {}, tr("Move the step down (Alt+Down)"));
  connect(added, &QPushButton::clicked, this, &TemplateEditor::add);
  connect(m_remove, &QPushButton::clicked, this, &TemplateEditor::remove);
  connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
  connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
  auto* tools = new QHBoxLayout;
  tools->setSpacing(px(size::step));
  for (QPushButton* button : {added, m_remove, m_up, m_down})
    tools->addWidget(button);
  tools->addStretch();
  auto* part = new QWidget;
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::step));
  layout->addWidget(m_table, 1);
  layout->addLayout(tools);
  return part;
}

QWidget* TemplateEditor::makeSide() {
  m_description->setObjectName(QStringLiteral("template.description"));
  m_description->setAccessibleName(tr("Instruction"));
  m_description->setPlaceholderText(
      tr("What is to be done, where and with what. Markdown: **bold**, - lists, [links](https://…)"));
  m_description->setTabChangesFocus(true);
  m_rendered->setObjectName(QStringLiteral("template.rendered"));
  m_rendered->setAccessibleName(tr("Instruction as it reads"));
  m_rendered->setScrolling();
  m_hints->setObjectName(QStringLiteral("template.hints"));
  m_hints->setAccessibleName(tr("Good practice"));
  m_hints->setWordWrap(true);
  m_hints->setFrameShape(QFrame::NoFrame);
  m_hints->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_hints->setProperty("plain", true);
  auto* part = new QWidget;
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(px(size::step));
  layout->addWidget(heading(tr("Instruction of the step")));
  layout->addWidget(m_description, 3);
  layout->addWidget(heading(tr("As it reads")));
  layout->addWidget(m_rendered, 3);
  layout->addWidget(heading(tr("Good practice")));
  layout->addWidget(m_hints, 2);
  return part;
}

void TemplateEditor::showSteps(const std::vector<TemplateStep>& steps, const goodpractice::Office& office) {
  m_office = office;
  const int before = qMax(0, row());
  m_model->setSteps(steps);
  choose(qMin(before, m_model->rowCount() - 1));
  showStep();
  showHints();
}

const std::vector<TemplateStep>& TemplateEditor::steps() const { return m_model->steps(); }

void TemplateEditor::commit() {
  // A cell that is being typed in gives its text away when it loses the cursor.
  if (m_table->viewport()->isAncestorOf(focusWidget()))
    m_table->setFocus();
}

void TemplateEditor::choose(int row) {
  if (row >= 0 && row < m_model->rowCount())
    m_table->setCurrentIndex(m_model->index(row, StepsModel::Name));
}

int TemplateEditor::hintCount() const { return m_hints->count(); }

int TemplateEditor::row() const { return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1; }

void TemplateEditor::showStep() {
  const int at = row();
  m_showing = true;
  m_description->setEnabled(at >= 0);
  const QString text = at >= 0 ? m_model->step(at).description : QString();
  if (m_description->toPlainText() != text)
    m_description->setPlainText(text);
  m_rendered->showText(text);
  m_showing = false;
  m_remove->setEnabled(at >= 0);
  m_up->setEnabled(at > 0);
  m_down->setEnabled(at >= 0 && at + 1 < m_model->rowCount());
}

void TemplateEditor::showHints() {
  m_hints->clear();
  for (const goodpractice::Hint& hint : goodpractice::hints(m_model->steps(), m_office)) {
    const QString name = hint.step < 0 ? QString() : m_model->step(hint.step).name;
    const QString where = hint.step < 0    ? QString()
                          : name.isEmpty() ? tr("Step %1: ").arg(hint.step + 1)
                                           : QStringLiteral("%1: ").arg(name);
    auto* item = new QListWidgetItem(icon(QStringLiteral("triangle-alert"), Ink::Soon), where + hint.sentence, m_hints);
    item->setData(Qt::UserRole, hint.step);
  }
  if (m_hints->count() == 0 && m_model->rowCount() > 0) {
    auto* item = new QListWidgetItem(icon(QStringLiteral("check"), Ink::Done), tr("Nothing to say."), m_hints);
    item->setData(Qt::UserRole, -1);
  }
}

void TemplateEditor::changed() {
  showHints();
  showStep();
  Q_EMIT edited();
}

void TemplateEditor::move(int by) {
  const int to = row() + by;
  commit();
  if (m_model->moveStep(row(), to))
    choose(to);
}

void TemplateEditor::add() {
  commit();
  choose(m_model->addStep(row()));
  m_table->setFocus();
  m_table->edit(m_table->currentIndex());
}

void TemplateEditor::remove() {
  if (row() >= 0)
    m_model->removeStep(row());
  showStep();
}

bool TemplateEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool alt = key->modifiers() == Qt::AltModifier;
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
      move(key->key() == Qt::Key_Up ? -1 : 1);
      return true;
    }
    if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Insert) {
      add();
      return true;
    }
    if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Delete) {
      remove();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace ui
