// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/quicktask.h"

#include "core/tasks/repeat.h"
#include "core/tasks/taskline.h"
#include "ui/form/draftline.h"
#include "ui/form/recordchoices.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"
#include "ui/tasks/taskabout.h"
#include "ui/tasks/taskform.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(QuickTask)
};

/// "CAQH · for Marten, Lily · due Fri 6 Mar · Anna Smith"
QString wordsOf(db::Database& database, const Task& task, QDate today) {
  const auto date = [&](const QString& text, QDate day) {
    return day.isValid() ? text.arg(shownDate(day, today)) : QString();
  };
  const QString about = relatedTo(database, task);
  const QString assignee =
      task.assignedProvider.isValid()
          ? nameOf(database, task.assignedProvider)
          : database.text(QStringLiteral("SELECT name FROM coordinator WHERE id = ?"), {task.assignee});
  return joined({task.name, about.isEmpty() ? about : Say::tr("for %1").arg(about), date(Say::tr("due %1"), task.due),
                 date(Say::tr("follow-up %1"), task.followUp),
                 assignee.isEmpty() ? assignee : Say::tr("assigned to %1").arg(assignee)});
}

} // namespace

QuickTask::QuickTask(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_line(new QLineEdit), m_understood(new ElidedLabel) {
  setObjectName(QStringLiteral("quickTask"));
  m_line->setObjectName(QStringLiteral("quickTask.line"));
  m_line->setAccessibleName(tr("Add a task in one line"));
  m_line->setPlaceholderText(tr("Add a task: CAQH for Marten due fri @Anna"));
  m_line->setToolTip(
      tr("“for” and whom it is about, “with” and which payor, “due” and when, “@” and who does it, “f/u” "
         "and when to ask again; Enter adds it (N)"));
  m_line->addAction(icon(QStringLiteral("plus"), Ink::Second), QLineEdit::LeadingPosition)->setText(tr("Add"));
  m_line->installEventFilter(this);
  m_understood->setObjectName(QStringLiteral("quickTask.understood"));
  setFace(m_understood, Face::Second);
  auto* restored = new DraftLine;
  m_draft = new LineDraft(m_line, restored);
  m_draft->setForm(QStringLiteral("task/line"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(px(size::margin), px(size::gap), px(size::margin), px(size::gap));
  layout->setSpacing(px(size::cell));
  layout->addWidget(m_line, 2);
  layout->addWidget(restored);
  layout->addWidget(m_understood, 3);
  m_typing.setSingleShot(true);
  m_typing.setInterval(span::typing);
  connect(&m_typing, &QTimer::timeout, this, &QuickTask::look);
  connect(m_line, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
  connect(m_line, &QLineEdit::returnPressed, this, [this] { attempt(tr("Adding the task"), [this] { add(); }); });
}

void QuickTask::begin(const Task& about) {
  m_about = about;
  m_line->setFocus(Qt::ShortcutFocusReason);
  m_line->selectAll();
  if (!m_line->text().trimmed().isEmpty())
    look();
  else if (const QString related = relatedTo(m_session.database(), about); !related.isEmpty())
    tell(tr("for %1").arg(related), false);
}

Task QuickTask::fresh() const {
  Task task = m_about;
  task.created = m_session.today();
  task.assignee = m_session.me();
  return task;
}

void QuickTask::tell(const QString& text, bool isProblem) {
  QPalette palette = m_understood->palette();
  palette.setColor(QPalette::WindowText, isProblem ? tokens().late.text : tokens().second);
  m_understood->setPalette(palette);
  m_understood->setText(text);
}

/// Names are looked for among all providers: aside, while one types.
void QuickTask::look() {
  if (m_worker.isRunning()) {
    m_typing.start();
    return;
  }
  const QString line = m_line->text();
  if (line.trimmed().isEmpty()) {
    tell({}, false);
    return;
  }
  m_worker.begin([this, line, task = fresh(), today = m_session.today(), file = m_session.database().file(),
                  days = m_session.addBusinessDays()]() -> std::function<void()> {
    QString text;
    bool isProblem = false;
    try {
      db::Database reader(file, db::Database::Mode::ReadOnly);
      const auto read = readTaskLine(reader, line, task, today, days);
      isProblem = !read;
      text = read ? wordsOf(reader, *read, today) : read.problems().front().sentence;
    } catch (const db::Error&) { // it is read again, and told then, when it is added
      text.clear();
    }
    return [this, line, text, isProblem] {
      if (m_line->text() == line)
        tell(text, isProblem);
    };
  });
}

void QuickTask::add() {
  m_typing.stop();
  const QString line = m_line->text();
  if (line.trimmed().isEmpty())
    return;
  db::Database& database = m_session.database();
  auto read = readTaskLine(database, line, fresh(), m_session.today(), m_session.addBusinessDays());
  if (!read) {
    tell(read.problems().front().sentence, true);
    return;
  }
  giveTeam(read.value(), database);
  Id<Task> id;
  const Problems problems = m_session.tryChange(tr("Added %1").arg(read->name), [&](db::Transaction& transaction) {
    const auto saved = saveTask(transaction, *read, m_session.today());
    if (!saved)
      return saved.problems();
    id = *saved;
    return Problems{};
  });
  if (!problems.empty()) {
    tell(problems.front().sentence, true);
    return;
  }
  tell(tr("Added: %1").arg(wordsOf(database, *read, m_session.today())), false);
  m_draft->clear();
  Q_EMIT added(id.value);
}

bool QuickTask::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut && m_line->text().trimmed().isEmpty()) {
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
      m_about = {}; // one who comes back stands on something else
      tell({}, false);
    }
  }
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    m_draft->clear();
    m_about = {};
    tell({}, false);
    Q_EMIT left();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

} // namespace ui
