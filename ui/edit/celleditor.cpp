// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/celleditor.h"

#include "ui/edit/cellinput.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int leastWidth = 150; // pixels: a date and what it is understood as
}

CellEditor::CellEditor(Session& session, const edit::Field& field, TableView* table, const QModelIndex& cell,
                       const QString& typed, Save saving)
    : QFrame(table->viewport()), m_table(table), m_row(cell.data(ListModel::IdRole).toLongLong()),
      m_column(cell.column()), m_save(std::move(saving)), m_input(new CellInput(session, field, this)),
      m_problem(new QLabel(table->viewport())) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("cellEditor"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_input);
  setFocusProxy(m_input);
  m_problem->setObjectName(QStringLiteral("cellEditor.problem"));
  m_problem->setProperty("bubble", true);
  m_problem->setWordWrap(true);
  m_problem->hide();
  connect(m_input, &CellInput::changed, this, [this] { say({}); });
  connect(m_input, &CellInput::taken, this, [this] { save(Move::Stay); });
  for (QScrollBar* bar : {table->verticalScrollBar(), table->horizontalScrollBar()})
    connect(bar, &QScrollBar::valueChanged, this, &CellEditor::place);
  connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, &CellEditor::place);
  connect(table->model(), &QAbstractItemModel::modelReset, this, [this] { leave(Move::Stay); });
  table->viewport()->installEventFilter(this);
  m_input->line()->installEventFilter(this);
  table->scrollTo(cell);
  place();
  show();
  m_input->setFocus();
  if (typed.isEmpty()) {
    m_input->setValue(cell.data(ListModel::RawRole).toString());
    m_input->openList();
  } else {
    m_input->begin(typed);
  }
}

CellEditor::~CellEditor() { delete m_problem; }

void CellEditor::resume() { m_input->setFocus(); }

void CellEditor::place() {
  const auto& ids = static_cast<ListModel*>(m_table->model())->ids();
  const auto found = std::find(ids.begin(), ids.end(), m_row);
  if (found == ids.end())
    return;
  const QRect cell = m_table->visualRect(m_table->model()->index(int(found - ids.begin()), m_column));
  const QRect room = m_table->viewport()->rect();
  const int wide = std::min(std::max(cell.width(), px(leastWidth)), room.width());
  setGeometry(std::max(0, std::min(cell.x(), room.width() - wide)), cell.y(), wide, cell.height());
  if (m_problem->isHidden())
    return;
  m_problem->setFixedWidth(std::min(px(size::popup), room.width()));
  m_problem->adjustSize();
  const bool below = geometry().bottom() + m_problem->height() < room.height();
  m_problem->move(std::max(0, std::min(x(), room.width() - m_problem->width())),
                  below ? geometry().bottom() + 2 : y() - m_problem->height() - 2);
}

void CellEditor::say(const QString& problem) {
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
  m_problem->raise();
  m_input->setProblem(!problem.isEmpty());
  m_input->line()->setAccessibleDescription(problem);
  place();
}

void CellEditor::save(Move move) {
  if (m_closed)
    return;
  const QString problem = m_save(m_input->typed());
  if (!problem.isEmpty()) {
    m_input->closeList();
    say(problem);
    return;
  }
  leave(move);
}

void CellEditor::leave(Move move) {
  if (m_closed)
    return;
  m_closed = true;
  const bool hadFocus = m_input->line()->hasFocus();
  hide();
  m_problem->hide();
  if (hadFocus)
    m_table->setFocus();
  moveOn(move);
  Q_EMIT closed();
  deleteLater();
}

void CellEditor::moveOn(Move move) {
  const QModelIndex from = m_table->currentIndex();
  if (!from.isValid() || move == Move::Stay)
    return;
  int row = from.row(), column = from.column();
  if (move == Move::Down || move == Move::Up) {
    row += move == Move::Down ? 1 : -1;
  } else {
    const std::vector<int> shown = m_table->shownColumns();
    const auto& columns = static_cast<ListModel*>(m_table->model())->columns();
    const int step = move == Move::Right ? 1 : -1;
    auto at = int(std::find(shown.begin(), shown.end(), column) - shown.begin()) + step;
    while (at >= 0 && at < int(shown.size()) && !columns[size_t(shown[size_t(at)])].edits)
      at += step;
    if (at >= 0 && at < int(shown.size()))
      column = shown[size_t(at)];
  }
  const QModelIndex to = m_table->model()->index(row, column);
  if (to.isValid())
    m_table->setCurrentIndex(to);
}

bool CellEditor::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table->viewport()) {
    if (event->type() == QEvent::Resize)
      place();
    return false;
  }
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept(); // it is the editor's, before any shortcut's
    return true;
  }
  if (event->type() == QEvent::FocusOut) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason)
      QMetaObject::invokeMethod(
          this, [this] { save(Move::Stay); }, Qt::QueuedConnection);
    return false;
  }
  if (event->type() != QEvent::KeyPress)
    return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool back = key->modifiers() & Qt::ShiftModifier;
  switch (key->key()) {
  case Qt::Key_Escape:
    leave(Move::Stay);
    return true;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    save(back ? Move::Up : Move::Down);
    return true;
  case Qt::Key_Tab:
    save(Move::Right);
    return true;
  case Qt::Key_Backtab:
    save(Move::Left);
    return true;
  default:
    return false;
  }
}

} // namespace ui
