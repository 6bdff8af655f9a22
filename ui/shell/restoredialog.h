// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datafile/backups.h"

#include <QDialog>

class QListWidget;

namespace ui {

/// The backups there are, to be put in the place of the data file with one click.
class RestoreDialog : public QDialog {
  Q_OBJECT
public:
  RestoreDialog(db::Database& database, std::vector<datafile::Backup> backups, QWidget* parent);

Q_SIGNALS:
  void chosen(const QString& backup);
  /// Another file than those that were made by themselves.
  void otherAsked();

private:
  QListWidget* m_list;
};

/// "Mon 12 Jan 2026, 10:42": where the user is.
QString whenMade(const datafile::Backup& backup);

} // namespace ui
