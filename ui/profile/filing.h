// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/document.h"

#include <QObject>
#include <QPoint>
#include <functional>

class QWidget;

namespace ui {

class Session;

/// Keeps files as documents of what `about` names, as one change; copying does not keep the window waiting. What cannot
/// be kept is said.
void keepFiles(Session& session, const Document& about, const QStringList& paths, QObject* context);
/// Asks for files and keeps them.
void chooseFiles(Session& session, const Document& about, QWidget* parent);
/// Asks where to and writes a document's file there.
void saveDocument(Session& session, Id<Document> id, QWidget* parent);

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
