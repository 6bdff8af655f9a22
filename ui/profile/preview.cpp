// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/preview.h"

#include "core/credentials/documentstore.h"
#include "core/db/records.h"
#include "ui/shell/attempt.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/session.h"
#include "ui/theme/theme.h"

#include <QFutureWatcher>
#include <QImageReader>
#include <QLocale>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui {

/// Read and made ready aside: the window only paints it.
struct DocumentPreview::Loaded {
  QByteArray bytes;
  QImage image;
  QString problem;
};

namespace {

constexpr int mostPixels = 4000; // a side of a picture on screen; a larger one is made smaller while it is read

QImage pictureOf(QByteArray bytes) {
  QBuffer buffer(&bytes);
  QImageReader reader(&buffer);
  reader.setAutoTransform(true);
  reader.setDecideFormatFromContent(true);
  const QSize full = reader.size();
  if (full.width() > mostPixels || full.height() > mostPixels)
    reader.setScaledSize(full.scaled(mostPixels, mostPixels, Qt::KeepAspectRatio));
  return reader.read();
}

} // namespace

DocumentPreview::DocumentPreview(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_title(new ElidedLabel), m_save(new QPushButton(tr("Save as…"))),
      m_stack(new QStackedWidget), m_words(new QLabel), m_picture(new QLabel), m_pictureArea(new QScrollArea),
      m_pdf(new QPdfDocument(this)), m_pages(new QPdfView) {
  setObjectName(QStringLiteral("profile.preview"));
  setProperty("card", true);
  setFace(m_title, Face::Strong);
  setButtonIcon(m_save, QStringLiteral("download"));
  m_save->setObjectName(QStringLiteral("profile.preview.save"));
  connect(m_save, &QPushButton::clicked, this, &DocumentPreview::saveAsked);
  m_words->setAlignment(Qt::AlignCenter);
  m_words->setWordWrap(true);
  m_words->setForegroundRole(QPalette::PlaceholderText);
  m_words->setObjectName(QStringLiteral("profile.preview.words"));
  m_picture->setAlignment(Qt::AlignCenter);
  m_picture->setAccessibleName(tr("Picture"));
  m_pictureArea->setWidget(m_picture);
  m_pictureArea->setWidgetResizable(true);
  m_pictureArea->setFocusPolicy(Qt::NoFocus);
  m_pages->setDocument(m_pdf);
  m_pages->setPageMode(QPdfView::PageMode::MultiPage);
  m_pages->setZoomMode(QPdfView::ZoomMode::FitToWidth);
  m_pages->setAccessibleName(tr("Pages of the document"));
  for (QWidget* each :
       {static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_pictureArea), static_cast<QWidget*>(m_pages)})
    m_stack->addWidget(each);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(px(size::cell), px(size::gap), px(size::gap), 0);
  head->addWidget(m_title, 1);
  head->addWidget(m_save);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, px(size::corner));
  layout->setSpacing(px(size::gap));
  layout->addLayout(head);
  layout->addWidget(m_stack, 1);
  show({});
}

void DocumentPreview::show(Id<Document> id) {
  m_shown = id;
  m_pdf->close();
  m_bytes.close();
  m_image = {};
  m_save->setEnabled(id.isValid());
  const auto document = id.isValid() ? db::load(m_session.database(), id) : std::nullopt;
  m_title->setText(document ? document->name : tr("Preview"));
  if (!document)
    return showWords(tr("Choose a document to see it here."));
  if (!isPreviewed(document->mediaType))
    return showWords(tr("%1, %2. It is not shown here: save it to open it with another program.")
                         .arg(document->mediaType.isEmpty() ? tr("A file") : document->mediaType,
                              QLocale().formattedDataSize(document->size)));
  showWords(tr("Reading…"));
  auto* watcher = new QFutureWatcher<Loaded>(this);
  connect(watcher, &QFutureWatcher<Loaded>::finished, this, [this, watcher, document = *document] {
    watcher->deleteLater();
    attempt(tr("Reading the document"), [&] {
      if (document.id == m_shown)
        showBytes(document, watcher->result());
    });
  });
  watcher->setFuture(QtConcurrent::run([file = m_session.database().file(), document = *document] {
    Loaded loaded;
    const auto bytes = DocumentStore(file).bytes(document);
    if (!bytes.isOk())
      loaded.problem = bytes.problems().front().sentence;
    else if (document.mediaType.startsWith(QLatin1String("image/")))
      loaded.image = pictureOf(*bytes);
    else
      loaded.bytes = *bytes;
    return loaded;
  }));
}

void DocumentPreview::showBytes(const Document& document, const Loaded& loaded) {
  if (!loaded.problem.isEmpty())
    return showWords(loaded.problem);
  if (document.mediaType.startsWith(QLatin1String("image/"))) {
    m_image = loaded.image;
    if (m_image.isNull())
      return showWords(tr("This picture cannot be read. Save it to open it with another program."));
    m_stack->setCurrentWidget(m_pictureArea);
    return fitPicture();
  }
  m_bytes.setData(loaded.bytes);
  m_bytes.open(QIODevice::ReadOnly);
  m_pdf->load(&m_bytes);
  if (m_pdf->status() == QPdfDocument::Status::Error)
    return showWords(tr("This PDF cannot be shown here: it is damaged, or it asks for a password. Save it to open it "
                        "with another program."));
  m_stack->setCurrentWidget(m_pages);
}

void DocumentPreview::showWords(const QString& words) {
  m_words->setText(words);
  m_stack->setCurrentWidget(m_words);
}

void DocumentPreview::fitPicture() {
  if (m_image.isNull())
    return;
  const QSize room = m_pictureArea->viewport()->size() - QSize(px(size::margin), px(size::margin));
  const qreal ratio = devicePixelRatioF();
  const QSize wanted = m_image.size().boundedTo(m_image.size().scaled(room * ratio, Qt::KeepAspectRatio));
  QPixmap picture = QPixmap::fromImage(m_image.scaled(wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation));
  picture.setDevicePixelRatio(ratio);
  m_picture->setPixmap(picture);
}

void DocumentPreview::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fitPicture();
}

} // namespace ui
