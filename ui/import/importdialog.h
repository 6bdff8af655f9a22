// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/filelook.h"
#include "ui/import/importjob.h"
#include "ui/import/pastedrows.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class ColumnsStep;
class DoneStep;
class FileStep;
class PreviewStep;
class Session;
class StepRail;

/// Brings a file in: choose it, match its columns, see what would change, import. Nothing is written before the last
/// button, and what is written is one change. Deletes itself when closed.
class ImportDialog : public QDialog {
  Q_OBJECT
public:
  /// `path` may be empty: then the file is chosen here.
  ImportDialog(Session& session, const QString& path, QWidget* parent,
               ImportJob::Importer importer = exchange::importFile);
  ImportDialog(Session& session, const PastedRows& rows, QWidget* parent);
  ~ImportDialog() override;

  void open() override;
  /// While something runs, this stops it and stays; taking back runs to its end.
  void reject() override;

private:
  enum Step { File, Columns, Preview, Done };

  QWidget* makeButtons();
  QWidget* makeRunning();
  void look(const QString& path);
  void looked(const Result<exchange::FileLook>& look);
  void show(Step step);
  void showButtons();
  void next();
  void back();
  void run(bool dryRun);
  void showRunning(const QString& title);
  void ended(const ImportJob::Ending& ending);
  void undo(qint64 changeId);

  Session& m_session;
  QString m_path;
  std::optional<PastedRows> m_pasted;
  Step m_step = File;
  bool m_dryRun = true;
  QLabel* m_name;
  StepRail* m_rail;
  QStackedWidget* m_pages;
  FileStep* m_file;
  ColumnsStep* m_columns;
  PreviewStep* m_preview;
  DoneStep* m_done;
  QWidget* m_running = nullptr;
  QLabel* m_runningTitle = nullptr;
  QLabel* m_runningText = nullptr;
  QProgressBar* m_progress = nullptr;
  QWidget* m_notice;
  QLabel* m_noticeText;
  QLabel* m_why = nullptr;
  QPushButton* m_back = nullptr;
  QPushButton* m_cancel = nullptr;
  QPushButton* m_next = nullptr;
  ImportJob* m_job;
  QThreadPool m_reading;
};

} // namespace ui
