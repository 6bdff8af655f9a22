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
      m_choose(new QPushButton(tr("Choose a file…"))) {
  m_problem = makeNotice(m_sentence, QStringLiteral("circle-alert"), Ink::Late);
  m_problem->setFixedWidth(px(size::form));
  m_sentence->setObjectName(QStringLiteral("import.fileProblem"));
  auto* picture = new QLabel;
  picture->setPixmap(icon(QStringLiteral("upload"), Ink::Second).pixmap(px(size::emptyIcon), px(size::emptyIcon)));
  setFace(m_title, Face::Title);
  auto* text =
      new QLabel(tr("CSV, TSV or XLSX, as it comes out of a spreadsheet or another program, or JSON of the NPI "
                    "registry. Nothing is written before you have seen what would change."));
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignHCenter);
  text->setFixedWidth(px(size::form));
  text->setForegroundRole(QPalette::PlaceholderText);
  m_busy->setRange(0, 0);
  m_busy->setFixedWidth(px(size::popup));
  m_busy->setAccessibleName(tr("Reading the file"));
  m_choose->setObjectName(QStringLiteral("import.choose"));
  m_choose->setProperty("primary", true);
  connect(m_choose, &QPushButton::clicked, this, &FileStep::choose);

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
  layout->addWidget(m_choose, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  setFocusProxy(m_choose);
  showWaiting();
}

void FileStep::showWaiting() {
  m_title->setText(tr("Drop a file here"));
  m_problem->hide();
  m_busy->hide();
  m_choose->show();
}

void FileStep::showReading(const QString& path) {
  m_title->setText(tr("Reading %1").arg(QFileInfo(path).fileName()));
  m_problem->hide();
  m_busy->show();
  m_choose->hide();
}

void FileStep::showProblem(const QString& sentence) {
  showWaiting();
  m_title->setText(tr("This file cannot be imported"));
  m_sentence->setText(sentence);
  m_problem->show();
}

void FileStep::choose() {
  auto* dialog = new QFileDialog(this, tr("Choose a file to import"));
  dialog->setObjectName(QStringLiteral("import.files"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Lists (*.csv *.tsv *.txt *.xlsx *.json)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, &FileStep::chosen);
  dialog->open();
}

} // namespace ui
