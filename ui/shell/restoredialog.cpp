// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/restoredialog.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace ui {

QString whenMade(const datafile::Backup& backup) {
  const QDateTime local = backup.made.toLocalTime();
  const QLocale locale;
  return QStringLiteral("%1, %2").arg(locale.toString(local.date(), QStringLiteral("ddd d MMM yyyy")),
                                      locale.toString(local.time(), QLocale::ShortFormat));
}

RestoreDialog::RestoreDialog(db::Database& database, std::vector<datafile::Backup> backups, QWidget* parent)
    : QDialog(parent), m_list(new QListWidget) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("restore"));
  setWindowTitle(tr("Restore a backup"));
  setProperty("ground", QStringLiteral("surface"));
  setMinimumWidth(px(size::form));
  auto* head = new QLabel(tr("Restore a backup"));
  setFace(head, Face::Title);
  auto* words = new QLabel(
      backups.empty()
          ? tr("No backup was made yet. The first one is made a few seconds after the window opens, then every %1 "
               "minutes while something changes.")
                .arg(datafile::backupMinutes)
          : tr("A backup takes the place of the data file. What is in it now is kept beside it, under its name with "
               "“.before-restore” after it: nothing is lost."));
  words->setWordWrap(true);
  m_list->setObjectName(QStringLiteral("restore.list"));
  m_list->setAccessibleName(tr("Backups"));
  m_list->setProperty("plain", true);
  for (const datafile::Backup& backup : backups) {
    const qint64 since = database.value(QStringLiteral("SELECT count(*) FROM change WHERE at > ?"),
                                        {backup.made.toString(Qt::ISODateWithMs)});
    auto* item = new QListWidgetItem(QStringLiteral("%1 · %2 · %3")
                                         .arg(whenMade(backup), QLocale().formattedDataSize(backup.bytes, 1),
                                              since == 0   ? tr("nothing changed since")
                                              : since == 1 ? tr("1 change since")
                                                           : tr("%L1 changes since").arg(since)),
                                     m_list);
    item->setData(Qt::UserRole, backup.file);
  }
  m_list->setCurrentRow(0);
  m_list->setVisible(!backups.empty());

  auto* other = new QPushButton(tr("Another file…"));
  other->setObjectName(QStringLiteral("restore.other"));
  auto* cancel = new QPushButton(tr("Cancel"));
  auto* take = new QPushButton(tr("Restore"));
  take->setObjectName(QStringLiteral("restore.take"));
  take->setProperty("primary", true);
  take->setDefault(true);
  take->setEnabled(!backups.empty());
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  const auto chooseCurrent = [this] {
    if (const QListWidgetItem* item = m_list->currentItem()) {
      const QString file = item->data(Qt::UserRole).toString();
      accept();
      Q_EMIT chosen(file);
    }
  };
  connect(take, &QPushButton::clicked, this, chooseCurrent);
  connect(m_list, &QListWidget::itemActivated, this, chooseCurrent);
  connect(other, &QPushButton::clicked, this, [this] {
    accept();
    Q_EMIT otherAsked();
  });
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(size::gap));
  buttons->addWidget(other);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(take);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(px(size::group), px(size::group), px(size::group), px(size::margin));
  layout->setSpacing(px(size::margin));
  layout->addWidget(head);
  layout->addWidget(words);
  layout->addWidget(m_list, 1);
  layout->addLayout(buttons);
}

} // namespace ui
