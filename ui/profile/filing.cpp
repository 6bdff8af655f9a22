// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/filing.h"

#include "core/credentials/documentstore.h"
#include "ui/form/recordform.h"
#include "ui/profile/preview.h"
#include "ui/shell/attempt.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Filing)
};

/// What became of the files.
struct Kept {
  std::vector<Document> documents;
  QStringList problems;
};

Kept keepAll(const QString& dataFile, const QStringList& paths) {
  Kept kept;
  const DocumentStore store(dataFile);
  for (const QString& path : paths) {
    const auto document = store.keep(path);
    if (document.isOk())
      kept.documents.push_back(*document);
    else
      kept.problems << document.problems().front().sentence;
  }
  return kept;
}

QStringList filesIn(const QMimeData* data) {
  QStringList paths;
  for (const QUrl& url : data->urls())
    if (url.isLocalFile())
      paths << url.toLocalFile();
  return paths;
}

} // namespace

void copyFiles(Session& session, const QStringList& paths, QObject* context,
               std::function<void(const std::vector<Document>&, const QStringList&)> then) {
  auto* watcher = new QFutureWatcher<Kept>(context);
  QObject::connect(watcher, &QFutureWatcher<Kept>::finished, context, [watcher, then = std::move(then)] {
    watcher->deleteLater();
    attempt(Say::tr("Keeping the file"), [&] {
      const Kept kept = watcher->result(); // throws what broke
      then(kept.documents, kept.problems);
    });
  });
  watcher->setFuture(QtConcurrent::run(keepAll, session.database().file(), paths));
}

void saveDocuments(db::Transaction& transaction, std::vector<Document> documents, const Document& about) {
  for (Document& document : documents) {
    document.provider = about.provider;
    document.practice = about.practice;
    document.credential = about.credential;
    document.task = about.task;
    document.kind = about.kind;
    document.added = about.added;
    db::save(transaction, document);
  }
}

void keepFiles(Session& session, const Document& about, const QStringList& paths, QObject* context) {
  const auto keep = [&session, about](const std::vector<Document>& documents, const QStringList& problems) {
    Document of = about;
    of.added = session.today();
    if (!documents.empty())
      session.change(documents.size() == 1 ? Say::tr("Added %1").arg(documents.front().name)
                                           : Say::tr("Added %1 documents").arg(documents.size()),
                     [&](db::Transaction& transaction) { saveDocuments(transaction, documents, of); });
    if (!problems.isEmpty())
      Q_EMIT session.said(problems.join(QLatin1Char(' ')));
  };
  copyFiles(session, paths, context, keep);
}

void chooseFiles(Session& session, const Document& about, QWidget* parent) {
  auto* dialog = new QFileDialog(parent, Say::tr("Add files"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  QObject::connect(dialog, &QFileDialog::filesSelected, parent, [&session, about, parent](const QStringList& paths) {
    attempt(Say::tr("Keeping the file"), [&] { keepFiles(session, about, paths, parent); });
  });
  dialog->open();
}

void saveDocument(Session& session, Id<Document> id, QWidget* parent) {
  const Document document = recordFor(session, id);
  auto* dialog = new QFileDialog(parent, Say::tr("Save the file as"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->selectFile(cleanedName(document.name));
  QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&session, document](const QString& path) {
    attempt(Say::tr("Saving the file"), [&] {
      const auto problem = DocumentStore(session.database().file()).saveAs(document, path);
      Q_EMIT session.said(problem ? problem->sentence : Say::tr("Saved %1").arg(QFileInfo(path).fileName()));
    });
  });
  dialog->open();
}

void openDocument(Session& session, Id<Document> id, QWidget* parent) {
  const Document document = recordFor(session, id);
  auto* dialog = new QDialog(parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("document"));
  dialog->setWindowTitle(document.name);
  auto* preview = new DocumentPreview(session);
  QObject::connect(preview, &DocumentPreview::saveAsked, dialog,
                   [&session, id, dialog] { saveDocument(session, id, dialog); });
  auto* layout = new QVBoxLayout(dialog);
  layout->addWidget(preview);
  dialog->resize(parent->window()->size().boundedTo({px(size::form * 3 / 2), px(size::form * 3 / 2)}));
  preview->show(id);
  dialog->open();
}

FileTarget::FileTarget(QWidget* widget, Take take) : QObject(widget), m_take(std::move(take)) {
  widget->setAcceptDrops(true);
  widget->installEventFilter(this);
}

bool FileTarget::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
  case QEvent::DragEnter:
  case QEvent::DragMove: {
    auto* drag = static_cast<QDragMoveEvent*>(event);
    if (filesIn(drag->mimeData()).isEmpty())
      break;
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    return true;
  }
  case QEvent::Drop: {
    auto* drop = static_cast<QDropEvent*>(event);
    const QStringList paths = filesIn(drop->mimeData());
    if (paths.isEmpty())
      break;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    attempt(Say::tr("Keeping the file"), [&] { m_take(paths, drop->position().toPoint()); });
    return true;
  }
  default:
    break;
  }
  return QObject::eventFilter(watched, event);
}

} // namespace ui
