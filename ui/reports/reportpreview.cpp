// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpreview.h"

#include "core/db/error.h"
#include "ui/theme/theme.h"

#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QtConcurrent>

namespace ui {

namespace {

constexpr int batch = 6;        // pages painted ahead: turning them waits for nothing
constexpr int resolution = 132; // dots per inch of a plain screen: fills a large window, and is read with ease
constexpr int patience = 1000;  // milliseconds until progress and Stop are shown
constexpr int ticks = 200;      // milliseconds from one number of rows to the next

} // namespace

struct ReportPreview::Job {
  report::Table table;
  report::PictureOptions options;
  std::atomic_bool stop = false;
  std::atomic<qint64> rows = 0;
  report::Pictures pictures;
  QString trouble;
};

ReportPreview::ReportPreview(QWidget* parent) : QFrame(parent), m_area(new QScrollArea(this)) {
  setObjectName(QStringLiteral("preview"));
  auto* both = new QWidget(m_area->viewport());
  m_paper = new QLabel(both);
  m_words = new QLabel(both);
  m_paper->setObjectName(QStringLiteral("preview.page"));
  m_paper->setAlignment(Qt::AlignCenter);
  m_paper->installEventFilter(this);
  m_paper->setCursor(Qt::PointingHandCursor);
  m_words->setObjectName(QStringLiteral("preview.words"));
  m_words->setWordWrap(true);
  m_words->setAlignment(Qt::AlignCenter);
  m_words->hide();
  auto* column = new QVBoxLayout(both);
  column->addWidget(m_paper);
  column->addWidget(m_words);
  m_area->setWidget(both);
  m_area->setWidgetResizable(true);
  m_area->setFrameShape(NoFrame);
  m_area->setAccessibleName(tr("Preview"));
  m_area->setObjectName(QStringLiteral("preview.area"));
  both->setProperty("ground", QStringLiteral("window"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_area, 1);
  layout->addWidget(makeFoot());
  showState();
}

ReportPreview::~ReportPreview() {
  if (m_job)
    m_job->stop = true;
}

QWidget* ReportPreview::makeFoot() {
  auto* foot = new QWidget(this);
  m_back = new QPushButton(tr("Previous page"), foot);
  m_on = new QPushButton(tr("Next page"), foot);
  m_where = new QLabel(foot);
  m_progress = new QLabel(foot);
  m_stop = new QPushButton(tr("Stop"), foot);
  m_back->setObjectName(QStringLiteral("preview.back"));
  m_on->setObjectName(QStringLiteral("preview.next"));
  m_back->setToolTip(tr("Page up"));
  m_on->setToolTip(tr("Page down"));
  m_larger = new QPushButton(tr("Larger"), foot);
  m_larger->setObjectName(QStringLiteral("preview.larger"));
  m_larger->setCheckable(true);
  m_larger->setToolTip(tr("To read the page, or see all of its width (+ and -, or click the page)"));
  setButtonIcon(m_larger, QStringLiteral("zoom-in"));
  m_stop->setObjectName(QStringLiteral("preview.stop"));
  m_where->setObjectName(QStringLiteral("preview.where"));
  m_progress->setObjectName(QStringLiteral("preview.progress"));
  m_progress->setForegroundRole(QPalette::PlaceholderText);
  auto* layout = new QHBoxLayout(foot);
  layout->setContentsMargins(0, px(size::gap), 0, 0);
  layout->setSpacing(px(size::gap));
  layout->addWidget(m_back);
  layout->addWidget(m_on);
  layout->addWidget(m_larger);
  layout->addWidget(m_where);
  layout->addStretch();
  layout->addWidget(m_progress);
  layout->addWidget(m_stop);
  connect(m_back, &QPushButton::clicked, this, [this] { turnTo(m_page - 1); });
  connect(m_on, &QPushButton::clicked, this, [this] { turnTo(m_page + 1); });
  connect(m_larger, &QPushButton::clicked, this, [this](bool large) { setLarge(large); });
  connect(m_stop, &QPushButton::clicked, this, [this] {
    if (m_job)
      m_job->stop = true;
  });
  return foot;
}

void ReportPreview::show(const report::Table& table) {
  m_table = table;
  m_page = 0;
  begin(0);
}

void ReportPreview::showWords(const QString& words) {
  m_table.reset();
  m_wanted = -1;
  if (m_job)
    m_job->stop = true;
  m_shown = {};
  m_words->setText(words);
  showPage();
}

void ReportPreview::turnTo(int page) {
  if (page < 0 || page >= m_shown.allPages)
    return;
  m_page = page;
  const bool isThere = page >= m_shown.first && page < m_shown.first + int(m_shown.pages.size());
  if (isThere)
    showPage();
  else
    begin(page);
}

void ReportPreview::setLarge(bool large, std::optional<QPoint> about) {
  const bool isOther = m_isLarge != large && !m_picture.isNull();
  m_larger->setChecked(isOther ? large : m_isLarge);
  if (!isOther)
    return;
  const QSizeF before = m_paper->pixmap().deviceIndependentSize();
  m_isLarge = large;
  showPage();
  const QSizeF now = m_paper->pixmap().deviceIndependentSize();
  m_area->widget()->resize(m_area->widget()->sizeHint().expandedTo(m_area->viewport()->size()));
  const QPointF on = about ? QPointF(*about) : QPointF(0, 0); // by key: from the page's beginning on
  m_area->horizontalScrollBar()->setValue(int(on.x() * now.width() / before.width()) - m_area->viewport()->width() / 2);
  m_area->verticalScrollBar()->setValue(int(on.y() * now.height() / before.height()) -
                                        m_area->viewport()->height() / 2);
}

bool ReportPreview::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_paper && event->type() == QEvent::MouseButtonRelease) {
    const auto* click = static_cast<QMouseEvent*>(event);
    const QSize margin = (m_paper->size() - m_paper->pixmap().deviceIndependentSize().toSize()) / 2;
    if (click->button() == Qt::LeftButton && m_paper->rect().contains(click->position().toPoint())) {
      setLarge(!m_isLarge, click->position().toPoint() - QPoint(margin.width(), margin.height()));
      return true;
    }
  }
  return QFrame::eventFilter(watched, event);
}

void ReportPreview::begin(int first) {
  if (m_job) { // one at a time: what runs is not wanted any more
    m_job->stop = true;
    m_wanted = first;
    return;
  }
  auto job = std::make_shared<Job>();
  job->table = *m_table;
  job->options.first = first;
  const double ratio = devicePixelRatioF();
  job->options.count = qMax(1, int(batch / ratio)); // they take more room on a finer screen
  job->options.resolution = qRound(resolution * ratio);
  m_job = job;
  auto* watcher = new QFutureWatcher<void>(this);
  connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher, job] {
    watcher->deleteLater();
    done(job);
  });
  auto* clock = new QTimer(watcher);
  connect(clock, &QTimer::timeout, this, [this, job, clock] {
    m_progress->setText(tr("%L1 rows set").arg(job->rows.load()));
    m_progress->show();
    m_stop->show();
    clock->setInterval(ticks);
  });
  clock->start(patience);
  watcher->setFuture(QtConcurrent::run([job] {
    try {
      qint64 looked = 0;
      job->pictures = report::picturesOf(job->table, job->options, [&](qint64) {
        job->rows = looked += 256; // it is asked once in so many rows
        return !job->stop;
      });
    } catch (const db::Error& error) {
      job->trouble = error.sentence();
    }
  }));
  showState();
}

void ReportPreview::done(const std::shared_ptr<Job>& job) {
  m_job.reset();
  if (m_wanted >= 0 && m_table) {
    begin(std::exchange(m_wanted, -1));
    return;
  }
  if (m_table && !job->trouble.isEmpty())
    showWords(job->trouble);
  else if (m_table && job->pictures.isCancelled)
    showWords(tr("The preview was stopped. Nothing else was: the report can be written or printed."));
  else if (m_table)
    m_shown = std::move(job->pictures);
  showPage();
}

void ReportPreview::showPage() {
  const int at = m_page - m_shown.first;
  m_picture = at >= 0 && at < int(m_shown.pages.size()) ? m_shown.pages[size_t(at)] : QImage();
  m_words->setVisible(m_picture.isNull());
  m_paper->setVisible(!m_picture.isNull());
  if (!m_picture.isNull()) {
    m_words->clear();
    const double ratio = devicePixelRatioF();
    QSize room = m_area->maximumViewportSize() - QSize(px(size::group), px(size::group));
    if (qint64(m_picture.height()) * room.width() > qint64(m_picture.width()) * room.height())
      room.rwidth() -= m_area->verticalScrollBar()->sizeHint().width(); // such a page is scrolled, but not sideways
    // As wide as there is room: a page is read, not only looked at.
    const int wide = m_isLarge ? m_picture.width() : qMin(int(room.width() * ratio), m_picture.width());
    QPixmap paper = QPixmap::fromImage(m_picture.scaledToWidth(qMax(1, wide), Qt::SmoothTransformation));
    paper.setDevicePixelRatio(ratio);
    m_paper->setPixmap(paper);
    m_paper->setAccessibleName(tr("Page %L1 of %L2").arg(m_page + 1).arg(m_shown.allPages));
  }
  showState();
}

void ReportPreview::showState() {
  const bool busy = bool(m_job);
  if (!busy) {
    m_progress->hide();
    m_stop->hide();
  }
  m_back->setEnabled(m_page > 0);
  m_on->setEnabled(m_page + 1 < m_shown.allPages);
  m_where->setText(m_shown.allPages > 0 ? tr("Page %L1 of %L2").arg(m_page + 1).arg(m_shown.allPages) : QString());
  Q_EMIT stateChanged();
}

void ReportPreview::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  if (!m_picture.isNull())
    showPage();
}

} // namespace ui
