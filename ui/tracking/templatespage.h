// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tracking/template.h"
#include "core/tracking/tracking.h"
#include "ui/shell/page.h"

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui {

class EmptyState;
class Session;
class TemplateEditor;

/// The office's own way of working: its templates on the left, the steps of one to edit. What was changed and not saved
/// is there again when one comes back to it.
class TemplatesPage : public Page {
  Q_OBJECT
public:
  explicit TemplatesPage(Session& session, QWidget* parent = nullptr);

  QString statusText() const override;
  qint64 hiddenRows() const override { return 0; }
  void clearFilter() override {}
  void find() override;
  void refresh() override;
  void setTeams(const QStringList&) override {}

Q_SIGNALS:
  /// Somebody wants to bring templates in from a spreadsheet.
  void importAsked();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget* makeTop();
  QWidget* makeHead();
  void read();
  void turnTo(int row);
  void showTemplate();
  void showState();
  void edited();
  void save();
  void discard();
  void moveEarlier();
  void retire();
  void openForm(const TrackingTemplate& one);
  void exportAll();
  const TrackingTemplate* shown() const;

  Session& m_session;
  std::vector<TrackingTemplate> m_templates;
  Id<TrackingTemplate> m_shown;
  qint64 m_running = 0, m_earlier = 0; ///< trackings on this version, and on earlier ones
  QListWidget* m_list;
  QStackedWidget* m_stack;
  EmptyState* m_empty;
  TemplateEditor* m_editor;
  QLabel *m_name, *m_facts, *m_problem;
  QPushButton *m_moveEarlier, *m_rename, *m_retire, *m_discard, *m_save;
};

} // namespace ui
