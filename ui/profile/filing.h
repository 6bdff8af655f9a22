// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/document.h"

#include <QObject>
#include <QPoint>
#include <functional>

class QWidget;

namespace ui {

class Session;

/// Copies files beside the data file without keeping the window waiting. `then` has the documents, which are of nobody
/// yet, and a sentence for each that could not be kept.
void copyFiles(Session& session, const QStringList& paths, QObject* context,
               std::function<void(const std::vector<Document>& documents, const QStringList& problems)> then);
/// Saves documents as those of what `about` names.
void saveDocuments(db::Transaction& transaction, std::vector<Document> documents, const Document& about);
/// Keeps files as documents of what `about` names, as one change; copying does not keep the window waiting. What cannot
/// be kept is said.
void keepFiles(Session& session, const Document& about, const QStringList& paths, QObject* context);
/// Asks for files and keeps them.
void chooseFiles(Session& session, const Document& about, QWidget* parent);
/// Asks where to and writes a document's file there.
void saveDocument(Session& session, Id<Document> id, QWidget* parent);

/// Shows a document in a window of its own; its bytes are checked.
void openDocument(Session& session, Id<Document> id, QWidget* parent);

/// Lets files be dropped on a widget; with where on it.
class FileTarget : public QObject {
  Q_OBJECT
public:
  using Take = std::function<void(const QStringList& paths, const QPoint& at)>;
  FileTarget(QWidget* widget, Take take);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  Take m_take;
};

} // namespace ui
