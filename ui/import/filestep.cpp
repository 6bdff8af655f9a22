// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/filestep.h"

#include "ui/import/notice.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

FileStep::FileStep(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_sentence(new QLabel), m_busy(new QProgressBar),
      m_choose(new QPushButton(tr("Choose a file…"))), m_folder(new QPushButton(tr("Choose a folder…"))) {
  m_problem = makeNotice(m_sentence, QStringLiteral("circle-alert"), Ink::Late);
  m_problem->setFixedWidth(px(size::form));
  m_sentence->setObjectName(QStringLiteral("import.fileProblem"));
  auto* picture = new QLabel;
  picture->setPixmap(icon(QStringLiteral("upload"), Ink::Second).pixmap(px(size::emptyIcon), px(size::emptyIcon)));
  setFace(m_title, Face::Title);
  auto* text =
      new QLabel(tr("CSV, TSV or XLSX, as it comes out of a spreadsheet or another program, JSON of the NPI registry, "
                    "or a folder of them. Nothing is written before you have seen what would change."));
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignHCenter);
  text->setFixedWidth(px(size::form));
  text->setMinimumHeight(text->heightForWidth(px(size::form))); // else the last line is cut where words are wider
  text->setForegroundRole(QPalette::PlaceholderText);
  m_busy->setRange(0, 0);
  m_busy->setFixedWidth(px(size::popup));
  m_busy->setAccessibleName(tr("Reading the file"));
  m_choose->setObjectName(QStringLiteral("import.choose"));
  m_choose->setProperty("primary", true);
  connect(m_choose, &QPushButton::clicked, this, [this] { choose(false); });
  m_folder->setObjectName(QStringLiteral("import.chooseFolder"));
  m_folder->setAutoDefault(false);
  connect(m_folder, &QPushButton::clicked, this, [this] { choose(true); });
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(size::gap));
  buttons->addStretch();
  buttons->addWidget(m_folder);
  buttons->addWidget(m_choose);
  buttons->addStretch();

  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(px(size::gap));
  layout->addStretch(2);
  layout->addWidget(picture, 0, Qt::AlignHCenter);
  layout->addSpacing(px(size::gap));
  layout->addWidget(m_title, 0, Qt::AlignHCenter);
  layout->addWidget(text, 0, Qt::AlignHCenter);
  layout->addSpacing(px(size::gap));
  layout->addWidget(m_problem, 0, Qt::AlignHCenter);
  layout->addWidget(m_busy, 0, Qt::AlignHCenter);
  layout->addLayout(buttons);
  layout->addStretch(3);
  setFocusProxy(m_choose);
  showWaiting();
}

void FileStep::showWaiting() {
  m_title->setText(tr("Drop a file or a folder here"));
  m_problem->hide();
  m_busy->hide();
  m_choose->show();
  m_folder->show();
}

void FileStep::showReading(const QString& path) {
  m_title->setText(tr("Reading %1").arg(QFileInfo(path).fileName()));
  m_problem->hide();
  m_busy->show();
  m_choose->hide();
  m_folder->hide();
}

void FileStep::showProblem(const QString& sentence) {
  showWaiting();
  m_title->setText(tr("This file cannot be imported"));
  m_sentence->setText(sentence);
  m_problem->show();
}

void FileStep::choose(bool folder) {
  auto* dialog =
      new QFileDialog(this, folder ? tr("Choose a folder of lists to import") : tr("Choose a file to import"));
  dialog->setObjectName(QStringLiteral("import.files"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
  if (!folder)
    dialog->setNameFilters({tr("Lists (*.csv *.tsv *.txt *.xlsx *.json)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, &FileStep::chosen);
  dialog->open();
}

} // namespace ui
