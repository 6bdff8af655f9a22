// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "ui/import/columnsstep.h"
#include "ui/import/donestep.h"
#include "ui/import/filedrop.h"
#include "ui/import/filestep.h"
#include "ui/import/notice.h"
#include "ui/import/previewstep.h"
#include "ui/import/steprail.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/frontstack.h"
#include "ui/shell/panewidgets.h"
#include "ui/shell/session.h"
#include "ui/theme/measures.h"

#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
ImportDialog::ImportDialog(Session& session, const QString& path, QWidget* parent, ImportJob::Importer importer)
    : QDialog(parent), m_session(session), m_path(path), m_name(new ElidedLabel),
      m_rail(new StepRail({tr("File"), tr("Columns"), tr("Preview"), tr("Done")})), m_pages(new FrontStack),
      m_file(new FileStep), m_columns(new ColumnsStep(session)), m_preview(new PreviewStep(session.today())),
      m_done(new DoneStep), m_noticeText(new QLabel), m_job(new ImportJob(std::move(importer), this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("import"));
  setWindowTitle(tr("Import"));
  setProperty("ground", QStringLiteral("surface"));
  m_reading.setMaxThreadCount(1);
  m_running = makeRunning();
  m_notice = makeNotice(m_noticeText, QStringLiteral("info"), Ink::Second);
  m_noticeText->setObjectName(QStringLiteral("import.notice"));
  m_notice->hide();
  m_name->setObjectName(QStringLiteral("import.file"));
  m_name->setForegroundRole(QPalette::PlaceholderText);
  m_name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  for (QWidget* page : {static_cast<QWidget*>(m_file), static_cast<QWidget*>(m_columns),
                        static_cast<QWidget*>(m_preview), static_cast<QWidget*>(m_done), m_running})
    m_pages->addWidget(page);

  auto* head = new QHBoxLayout;
  head->setContentsMargins(px(size::group), px(size::margin), px(size::group), px(size::cell));
  head->setSpacing(px(size::group));
  head->addWidget(m_rail);
  head->addWidget(m_name, 1);
  auto* notices = new QVBoxLayout;
  notices->setContentsMargins(px(size::group), 0, px(size::group), 0);
  notices->addWidget(m_notice);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(hairline());
  layout->addWidget(m_pages, 1);
  layout->addLayout(notices);
  layout->addSpacing(px(size::cell));
  layout->addWidget(hairline());
  layout->addWidget(makeButtons());

  auto* drop = new FileDrop(this);
  connect(drop, &FileDrop::dropped, this, [this](const QString& file) {
    if (m_step == File || m_step == Columns)
      look(file);
  });
  connect(m_file, &FileStep::chosen, this, &ImportDialog::look);
  connect(m_columns, &ColumnsStep::changed, this, &ImportDialog::showButtons);
  connect(m_job, &ImportJob::finished, this, &ImportDialog::ended);
  connect(m_done, &DoneStep::undoAsked, this, &ImportDialog::undo);
  connect(m_job, &ImportJob::progressed, this, [this](int percent, qint64 rows) {
    m_progress->setRange(0, 100);
    m_progress->setValue(percent);
    m_runningText->setText(tr("%1 % · %2 rows").arg(QString::number(percent), QLocale().toString(rows)));
  });
  show(File);
}

ImportDialog::ImportDialog(Session& session, const PastedRows& rows, QWidget* parent)
    : ImportDialog(session, rows.file(), parent) {
  m_pasted = rows;
}

ImportDialog::~ImportDialog() { m_reading.waitForDone(); }

QWidget* ImportDialog::makeRunning() {
  auto* page = new QWidget;
  m_runningTitle = new QLabel;
  setFace(m_runningTitle, Face::Title);
  m_runningTitle->setObjectName(QStringLiteral("import.running"));
  m_runningText = new QLabel;
  m_runningText->setObjectName(QStringLiteral("import.progressText"));
  m_runningText->setForegroundRole(QPalette::PlaceholderText);
  m_progress = new QProgressBar;
  m_progress->setObjectName(QStringLiteral("import.progress"));
  m_progress->setAccessibleName(tr("Progress of the import"));
  m_progress->setFixedWidth(px(size::form));
  auto* layout = new QVBoxLayout(page);
  layout->setSpacing(px(size::cell));
  layout->addStretch(2);
  layout->addWidget(m_runningTitle, 0, Qt::AlignHCenter);
  layout->addWidget(m_progress, 0, Qt::AlignHCenter);
  layout->addWidget(m_runningText, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  return page;
}

QWidget* ImportDialog::makeButtons() {
  m_why = new QLabel;
  m_why->setObjectName(QStringLiteral("import.why"));
  m_why->setWordWrap(true);
  m_why->setForegroundRole(QPalette::PlaceholderText);
  m_back = new QPushButton(tr("Back"));
  m_back->setObjectName(QStringLiteral("import.back"));
  m_back->setAutoDefault(false);
  connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
  m_cancel = new QPushButton(tr("Cancel"));
  m_cancel->setObjectName(QStringLiteral("import.cancel"));
  m_cancel->setAutoDefault(false);
  connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
  m_next = new QPushButton;
  m_next->setObjectName(QStringLiteral("import.next"));
  m_next->setProperty("primary", true);
  m_next->setDefault(true);
  connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
  auto* bar = new QWidget;
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(px(size::group), px(size::cell), px(size::group), px(size::cell));
  layout->setSpacing(px(size::gap));
  layout->addWidget(m_why, 1);
  layout->addWidget(m_back);
  layout->addWidget(m_cancel);
  layout->addWidget(m_next);
  return bar;
}

void ImportDialog::open() {
  resizeOnScreen(*this, {px(size::wide), px(size::tall)});
  if (!m_path.isEmpty())
    look(m_path);
  QDialog::open();
}

void ImportDialog::look(const QString& path) {
  m_path = path;
  m_name->setText(QFileInfo(path).fileName());
  show(File);
  m_file->showReading(path);
  m_reading.start([this, path] {
    auto found = std::make_shared<Result<exchange::FileLook>>(exchange::lookAt(path));
    QMetaObject::invokeMethod(
        this,
        [this, path, found] {
          if (path == m_path) // else another file was dropped meanwhile
            looked(*found);
        },
        Qt::QueuedConnection);
  });
}

void ImportDialog::looked(const Result<exchange::FileLook>& look) {
  if (!look.isOk()) {
    m_file->showProblem(look.problems().front().sentence);
    return;
  }
  m_columns->show(*look);
  m_file->showWaiting();
  show(Columns);
}

void ImportDialog::show(Step step) {
  m_step = step;
  m_notice->hide();
  m_rail->setCurrent(step);
  m_pages->setCurrentIndex(step);
  showButtons();
  if (step == File)
    m_file->setFocus();
  else if (m_next->isEnabled())
    m_next->setFocus(); // Enter goes on
  else
    m_columns->setFocus();
}

void ImportDialog::showButtons() {
  const bool running = m_job->isRunning() || m_session.isBusy();
  QString why;
  if (m_step == Columns)
    why = m_columns->blocked();
  else if (m_step == Preview && m_preview->writes() == 0)
    why = tr("There is nothing to import: no row is new or changed.");
  m_why->setText(running ? QString() : why);
  m_back->setVisible(!running && (m_step == Columns || m_step == Preview));
  m_cancel->setVisible(m_step != Done);
  m_next->setVisible(!running && m_step != File);
  m_next->setEnabled(why.isEmpty());
  m_next->setToolTip(why);
  m_next->setText(m_step == Columns ? tr("Preview") : m_step == Preview ? tr("Import") : tr("Close"));
}

void ImportDialog::next() {
  if (m_step == Columns) {
    m_columns->remember();
    run(true);
  } else if (m_step == Preview) {
    run(false);
  } else {
    accept();
  }
}

void ImportDialog::back() { show(m_step == Preview ? Columns : File); }

void ImportDialog::run(bool dryRun) {
  m_dryRun = dryRun;
  exchange::ImportOptions options;
  options.team = m_columns->team();
  options.dryRun = dryRun;
  options.today = m_session.today();
  options.matches = m_columns->matches();
  m_job->start({m_session.database().file(), m_path, m_session.actor(), options});
  showRunning(dryRun ? tr("Finding out what would change") : tr("Importing"));
}

void ImportDialog::showRunning(const QString& title) {
  m_notice->hide();
  m_runningTitle->setText(title);
  m_runningText->setText(QString());
  m_progress->setRange(0, 0); // until the first figures are there
  m_pages->setCurrentWidget(m_running);
  m_cancel->setEnabled(true);
  showButtons();
}

void ImportDialog::ended(const ImportJob::Ending& ending) {
  if (ending.report && !m_dryRun) {
    m_session.announce(tr("Imported %1").arg(QFileInfo(m_path).fileName()), ending.report->changeId);
    if (m_pasted && !ending.report->rejectedFiles.isEmpty())
      m_pasted->keep();
    m_done->show(m_path, *ending.report);
    show(Done);
    return;
  }
  if (ending.report) {
    m_preview->show(ending.rows, *ending.report);
    show(Preview);
    return;
  }
  show(m_dryRun ? Columns : Preview);
  if (ending.trouble)
    showTrouble(*ending.trouble);
  m_noticeText->setText(ending.cancelled ? tr("Cancelled. Nothing was changed.")
                                         : ending.problems.join(QLatin1Char('\n')));
  m_notice->setVisible(!ending.trouble);
}

void ImportDialog::undo(qint64 changeId) {
  showRunning(tr("Taking the import back"));
  m_session.undo(changeId, [dialog = QPointer(this)](const QString& problem) {
    if (!dialog)
      return;
    dialog->m_done->showUndone(problem);
    dialog->show(Done);
  });
}

void ImportDialog::reject() {
  if (m_session.isBusy())
    return; // it is being taken back
  if (!m_job->isRunning()) {
    QDialog::reject();
    return;
  }
  m_job->cancel();
  m_runningTitle->setText(tr("Cancelling"));
  m_cancel->setEnabled(false);
}

} // namespace ui
