// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credentials/document.h"

#include <QBuffer>
#include <QFrame>

class QLabel;
class QPdfDocument;
class QPdfView;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace ui {

class ElidedLabel;
class Session;

/// Shows a document inside the program when it is a PDF or a picture; else says what it is and offers to save it. Its
/// bytes are checked before they are shown, and nothing in them is ever run.
class DocumentPreview : public QFrame {
  Q_OBJECT
public:
  explicit DocumentPreview(Session& session, QWidget* parent = nullptr);

  /// Nothing with an id of 0.
  void show(Id<Document> id);

Q_SIGNALS:
  void saveAsked();

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  struct Loaded;
  void showBytes(const Document& document, const Loaded& loaded);
  void showWords(const QString& words);
  void fitPicture();

  Session& m_session;
  Id<Document> m_shown;
  ElidedLabel* m_title;
  QPushButton* m_save;
  QStackedWidget* m_stack;
  QLabel* m_words;
  QLabel* m_picture;
  QScrollArea* m_pictureArea;
  QPdfDocument* m_pdf;
  QPdfView* m_pages;
  QBuffer m_bytes;
  QImage m_image;
};

} // namespace ui
