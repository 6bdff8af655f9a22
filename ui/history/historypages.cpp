// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypages.h"

#include "core/db/history.h"
#include "core/history/labels.h"
#include "ui/history/historyrows.h"
#include "ui/list/listmodel.h"
#include "ui/list/tableview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(History)
};

/// Takes back what the lines of a list did, the newest first, and says what was in the way. `said` has a place for the
/// name of what it was.
void takeBack(Session& session, const ListPage& list, std::vector<qint64> lines, const QString& said) {
  std::sort(lines.rbegin(), lines.rend());
  const auto named = [&list](qint64 line) {
    const auto& ids = list.model()->ids();
    const int row = int(std::find(ids.begin(), ids.end(), line) - ids.begin());
    return list.model()->index(row, list.model()->columnOf(QStringLiteral("name"))).data().toString();
  };
  attempt(Say::tr("Undo"), [&] {
    for (const qint64 line : lines) {
      const QString what = said.arg(named(line)); // before its row is another one
      const Result<qint64> undone = db::history::undoLine(session.database(), session.actor(), line);
      if (!undone.isOk()) {
        Q_EMIT session.said(undone.problems().front().sentence);
        return;
      }
      session.announce(what, *undone);
    }
  });
}

ListPage* makeList(Session& session, PageSpec spec, std::shared_ptr<HistoryRows> rows, const QString& action,
                   const char* sign, const QString& said, QWidget* parent) {
  auto* list = new ListPage(spec, std::move(rows), session.today(), parent);
  auto* button = new QPushButton(action);
  setButtonIcon(button, QString::fromLatin1(sign));
  button->setObjectName(spec.key + QStringLiteral(".undo"));
  const auto work = [&session, list, said] { takeBack(session, *list, list->table()->selectedIds(), said); };
  QObject::connect(button, &QPushButton::clicked, list, work);
  const auto follow = [list, button] { button->setEnabled(list->table()->currentId() != 0); };
  QObject::connect(list, &ListPage::viewChanged, button, follow);
  follow();
  list->addButton(button);
  list->addRowMenu([list, work, action, sign](QMenu& menu) {
    menu.addAction(icon(QString::fromLatin1(sign), Ink::Second), action, list, work);
  });
  QObject::connect(&session, &Session::changed, list, &ListPage::refresh);
  QObject::connect(&session, &Session::dayBegan, list, [&session, list] { list->beginDay(session.today()); });
  return list;
}

PageSpec historySpec(const QString& key, const QString& title) {
  PageSpec spec;
  spec.key = key;
  spec.title = title;
  spec.icon = QStringLiteral("history");
  spec.frame = PageSpec::Frame::Section;
  spec.emptyTitle = Say::tr("Nothing happened yet");
  spec.emptyText = Say::tr("Who changed what, when, and from what to what stands here from the first change on.");
  return spec;
}

PastSource sourceOf(const Subject& subject) {
  switch (subject.kind) {
  case Subject::Kind::Practice:
    return pastSource(subject.practice());
  case Subject::Kind::Facility:
    return pastSource(subject.facility());
  case Subject::Kind::Provider:
    break;
  }
  return pastSource(subject.provider());
}

ListPage* makeChanges(Session& session, const PageSpec& spec, std::shared_ptr<HistoryRows> rows, QWidget* parent) {
  return makeList(session, spec, std::move(rows), Say::tr("Undo this"), "undo-2", Say::tr("Undone: %1"), parent);
}

} // namespace

ListPage* makeHistoryList(Session& session, const Subject& subject, QWidget* parent) {
  return makeChanges(session, historySpec(QStringLiteral("profile.history"), Say::tr("History")),
                     std::make_shared<HistoryRows>(session, HistoryRows::Shown::Changes, sourceOf(subject)), parent);
}

void openRecordHistory(Session& session, const db::Table& table, qint64 id, QWidget* parent) {
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("recordHistory"));
  dialog->setWindowTitle(Say::tr("History: %1").arg(recordLabel(table.name())));
  auto* layout = new QVBoxLayout(dialog);
  const int margin = px(size::margin);
  layout->setContentsMargins(margin, margin, margin, margin);
  layout->addWidget(
      makeChanges(session, historySpec(QStringLiteral("recordHistory.list"), recordLabel(table.name())),
                  std::make_shared<HistoryRows>(session, HistoryRows::Shown::Changes, pastSource(table, id)), dialog));
  auto* close = new QPushButton(Say::tr("Close"));
  close->setObjectName(QStringLiteral("recordHistory.close"));
  QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
  layout->addWidget(close, 0, Qt::AlignRight);
  resizeOnScreen(*dialog, {px(size::wide), px(size::tall) * 3 / 4});
  dialog->open();
}

DeletedPage::DeletedPage(Session& session, QWidget* parent) : Page(parent) {
  setObjectName(QStringLiteral("deleted"));
  setWindowTitle(tr("Deleted"));
  PageSpec spec =
      historySpec(QStringLiteral("deleted.list"), tr("Deleted in the last %1 days").arg(db::history::removedDays));
  spec.frame = PageSpec::Frame::Tab;
  spec.icon = QStringLiteral("trash-2");
  spec.emptyTitle = tr("Nothing was deleted");
  spec.emptyText = tr("What is deleted stands here for %1 days and can be restored.").arg(db::history::removedDays);
  const QDateTime since = session.actor().now.addDays(-db::history::removedDays);
  const auto rows =
      std::make_shared<HistoryRows>(session, HistoryRows::Shown::Removed, removedSource(session.database(), since));
  m_list = makeList(session, spec, rows, tr("Restore"), "rotate-ccw", tr("Restored %1"), this);
  auto* back = new QPushButton(tr("Back"));
  setButtonIcon(back, QStringLiteral("arrow-left"));
  back->setObjectName(QStringLiteral("deleted.back"));
  back->setToolTip(tr("Esc, Alt+Left"));
  connect(back, &QPushButton::clicked, this, &Page::closeAsked);
  m_list->addButton(back);
  connect(m_list, &Page::statusChanged, this, &Page::statusChanged);
  connect(m_list, &ListPage::openAsked, this,
          [this, &session](qint64 line) { takeBack(session, *m_list, {line}, tr("Restored %1")); });
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_list);
  setFocusProxy(m_list);
}

void DeletedPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    Q_EMIT closeAsked();
  else
    Page::keyPressEvent(event);
}

} // namespace ui
