// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/donestep.h"

#include "ui/import/notice.h"
#include "ui/import/previewstep.h"
#include "ui/import/sheetplan.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

DoneStep::DoneStep(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_rejectedText(new QLabel),
      m_folder(new QPushButton(tr("Open the folder"))), m_noticesTitle(new QLabel), m_notices(new QPlainTextEdit),
      m_undo(new QPushButton(tr("Undo the import"))) {
  setFace(m_title, Face::Title);
  m_title->setObjectName(QStringLiteral("import.doneTitle"));
  m_title->setWordWrap(true);
  m_rejectedText->setObjectName(QStringLiteral("import.rejected"));
  m_rejected = makeNotice(m_rejectedText, QStringLiteral("circle-alert"), Ink::Late);
  m_folder->setObjectName(QStringLiteral("import.folder"));
  m_rejected->layout()->addWidget(m_folder);
  connect(m_folder, &QPushButton::clicked, this, &DoneStep::openFolder);
  setFace(m_noticesTitle, Face::Strong);
  m_notices->setObjectName(QStringLiteral("import.doneNotices"));
  m_notices->setReadOnly(true);
  m_notices->setTabChangesFocus(true);
  m_noticesTitle->setBuddy(m_notices);
  m_undo->setObjectName(QStringLiteral("import.undo"));
  setButtonIcon(m_undo, QStringLiteral("undo-2"));
  connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoAsked(m_report.changeId); });

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::group), px(size::group), 0);
  layout->setSpacing(px(size::margin));
  layout->addWidget(m_title);
  layout->addWidget(m_rejected);
  layout->addWidget(m_noticesTitle);
  layout->addWidget(m_notices);
  layout->addWidget(m_undo, 0, Qt::AlignLeft);
  layout->addStretch();
}

void DoneStep::show(const QString& path, const exchange::ImportReport& report) {
  m_report = report;
  m_title->setText(tr("%1 is imported").arg(QFileInfo(path).fileName()));
  delete m_counts;
  m_counts = new QWidget;
  auto* grid = new QGridLayout(m_counts);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(px(size::group));
  grid->setVerticalSpacing(px(size::gap));
  grid->setColumnStretch(1, 1);
  const QLocale locale;
  int rejected = 0;
  for (const exchange::KindResult& kind : report.kinds) {
    const int row = grid->rowCount();
    auto* name = new QLabel(kindTitle(kind.kind));
    setFace(name, Face::Strong);
    auto* counts = new QLabel(tr("%1 created, %2 updated, %3 unchanged, %4 rejected")
                                  .arg(locale.toString(kind.created), locale.toString(kind.updated),
                                       locale.toString(kind.unchanged), locale.toString(kind.rejected)));
    counts->setObjectName(QStringLiteral("import.counts.") + kind.kind);
    grid->addWidget(name, row, 0);
    grid->addWidget(counts, row, 1);
    rejected += kind.rejected;
  }
  static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_counts);
  QStringList files;
  for (const QString& file : report.rejectedFiles)
    files += QDir::toNativeSeparators(file);
  m_rejectedText->setText(tr("Rejected rows: %L1. Each stands with its reason in %2. Mend them there and import that "
                             "file.")
                              .arg(rejected)
                              .arg(files.join(QStringLiteral(", "))));
  m_rejectedText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_rejected->setVisible(!files.isEmpty());
  showNotices(m_noticesTitle, m_notices, report.notices);
  m_undo->setVisible(report.changeId != 0);
  m_undo->setEnabled(true);
}

void DoneStep::openFolder() {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_report.rejectedFiles.front()).absolutePath()));
}

void DoneStep::showUndone(const QString& problem) {
  m_title->setText(problem.isEmpty() ? tr("The import was taken back: everything is as it was before") : problem);
  m_undo->setEnabled(!problem.isEmpty());
}

} // namespace ui
