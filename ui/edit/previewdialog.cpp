// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/previewdialog.h"

#include "ui/shell/panewidgets.h"
#include "ui/shell/reader.h"
#include "ui/shell/session.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

namespace {

constexpr int worthABar = 100; // milliseconds; what is over sooner needs none

} // namespace

PreviewDialog::PreviewDialog(Session& session, const QString& key, const QString& title, QWidget* parent)
    : QDialog(parent), m_session(session), m_chooser(new QHBoxLayout), m_choices(new QWidget),
      m_layout(new QVBoxLayout(this)), m_summary(new QLabel), m_notice(new QLabel), m_progress(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel"))), m_apply(new QPushButton(tr("Apply"))) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(key);
  setWindowTitle(title);
  setProperty("ground", QStringLiteral("surface"));
  const auto named = [&key](QWidget* part, const char* name) {
    part->setObjectName(key + QLatin1Char('.') + QLatin1String(name));
  };
  auto* head = new QLabel(title);
  setFace(head, Face::Title);
  head->setWordWrap(true);
  named(m_summary, "summary");
  m_summary->setForegroundRole(QPalette::PlaceholderText);
  m_summary->setWordWrap(true);
  named(m_notice, "notice");
  m_notice->setProperty("bubble", true);
  m_notice->setWordWrap(true);
  m_notice->hide();
  m_chooser->setContentsMargins(0, 0, 0, 0);
  m_chooser->setSpacing(px(size::gap));
  m_choices->setLayout(m_chooser);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(px(size::group), px(size::margin), px(size::group), px(size::cell));
  top->setSpacing(px(size::cell));
  top->addWidget(head);
  top->addWidget(m_choices);
  top->addWidget(m_summary);
  top->addWidget(m_notice);

  named(m_progress, "progress");
  m_progress->setAccessibleName(tr("Progress of the change"));
  m_progress->setRange(0, 100);
  m_progress->setFixedWidth(px(size::popup));
  m_progress->hide();
  named(m_cancel, "cancel");
  m_cancel->setAutoDefault(false);
  named(m_apply, "apply");
  m_apply->setProperty("primary", true);
  m_apply->setDefault(true);
  m_apply->setToolTip(tr("Ctrl+Enter"));
  m_apply->setEnabled(false);
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(px(size::group), px(size::cell), px(size::group), px(size::cell));
  buttons->setSpacing(px(size::gap));
  buttons->addWidget(m_progress);
  buttons->addStretch();
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_apply);
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(0);
  m_layout->addLayout(top);
  m_layout->addWidget(hairline());
  m_layout->addWidget(hairline());
  m_layout->addLayout(buttons);

  connect(m_cancel, &QPushButton::clicked, this, &PreviewDialog::reject);
  connect(m_apply, &QPushButton::clicked, this, &PreviewDialog::accept);
  m_watching.setInterval(worthABar);
  connect(&m_watching, &QTimer::timeout, this, [this] {
    m_progress->show();
    m_progress->setValue(m_running ? int(m_running->percent) : 0);
  });
}

PreviewDialog::~PreviewDialog() {
  if (m_stop)
    *m_stop = true;
}

void PreviewDialog::open() {
  resizeOnScreen(*this, {px(size::wide), px(size::tall)});
  m_choices->setVisible(m_chooser->count() > 0);
  QDialog::open();
}

void PreviewDialog::setBody(QWidget* body) {
  m_body = body;
  m_layout->insertWidget(2, body, 1); // between the lines
}

void PreviewDialog::setSummary(const QString& text) { m_summary->setText(text); }

void PreviewDialog::setNotice(const QString& text) {
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void PreviewDialog::setReady(bool ready) {
  m_ready = ready;
  m_apply->setEnabled(ready && !m_running);
}

void PreviewDialog::find(Find work) {
  if (m_stop)
    *m_stop = true;
  m_stop = std::make_shared<std::atomic_bool>(false);
  setReady(false);
  m_worker.begin(
      [this, stop = m_stop, work = std::move(work), file = m_session.database().file()]() -> std::function<void()> {
        if (*stop)
          return [] {};
        try {
          Reader reader(file);
          return [this, stop, then = work(reader, *stop)] {
            if (*stop)
              return;
            then();
            if (m_apply->isEnabled() && (!focusWidget() || focusWidget() == m_cancel))
              m_apply->setFocus(); // where nothing is to be typed Enter applies what is shown
            Q_EMIT looked();
          };
        } catch (const std::exception& error) { // carried to the window's thread
          return [trouble = troubleOf(tr("Finding out what would change"), error)] { showTrouble(trouble); };
        }
      });
}

void PreviewDialog::showRunning(bool running) {
  if (running)
    m_watching.start();
  else
    m_watching.stop();
  m_progress->hide();
  m_choices->setEnabled(!running);
  m_body->setEnabled(!running);
  m_cancel->setEnabled(true);
  setReady(m_ready);
}

void PreviewDialog::write(const QString& name, Work work, std::function<void()> done) {
  m_running = std::make_shared<Shared>();
  showRunning(true);
  const auto aside = [work = std::move(work), shared = m_running](db::Transaction& transaction) {
    return work(transaction, [&shared](qint64 at, qint64 all) {
      shared->percent = int(at * 100 / std::max<qint64>(all, 1));
      return !shared->stop;
    });
  };
  m_session.changeAside(
      name, aside, [dialog = QPointer(this), done = std::move(done), shared = m_running](const Problems& problems) {
        if (!dialog)
          return;
        dialog->m_running.reset();
        dialog->showRunning(false);
        if (shared->stop && !problems.empty()) {
          dialog->setNotice(tr("Cancelled. Nothing was changed."));
        } else if (!problems.empty()) {
          dialog->setNotice(problems.front().sentence);
        } else {
          if (done)
            done();
          dialog->QDialog::accept();
        }
      });
}

void PreviewDialog::accept() {
  if (m_ready && !m_running)
    apply();
}

void PreviewDialog::reject() {
  if (m_running) {
    m_running->stop = true;
    m_cancel->setEnabled(false);
  } else if (!closeSmaller()) {
    QDialog::reject();
  }
}

void PreviewDialog::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  auto* button = qobject_cast<QPushButton*>(focusWidget());
  if (isEnter && event->modifiers() & Qt::ControlModifier)
    accept();
  else if (isEnter && button && button != m_apply)
    button->click(); // Enter presses what has the cursor, as in a form
  else
    QDialog::keyPressEvent(event);
}

} // namespace ui
