// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/options.h"
#include "core/schedule/schedule.h"
#include "core/views/savedview.h"
#include "ui/shell/page.h"

#include <QTimer>
#include <atomic>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace ui {

class DateField;
class PastDay;
class ReportFilters;
class ReportList;
class ReportPreview;
class SchedulesPanel;
class SearchField;
class Session;

/// All reports in one place: found by typing, asked by filters, seen as the pages they will be, printed and written;
/// and told why somebody is not in one.
class ReportsPage : public Page {
  Q_OBJECT
public:
  /// `teams` is the scope of the window: where that is one team, it is proposed. `first` is the report it opens with,
  /// by its name; empty: the one that was seen last. With `asked` that is asked of it, and nothing else.
  ReportsPage(Session& session, const QStringList& teams, const QString& first = {},
              const std::optional<report::Asked>& asked = {}, QWidget* parent = nullptr);
  ~ReportsPage() override;

  /// Turns to a report, by its name; with `asked` that is asked of it, and nothing else.
  void choose(const QString& name, const std::optional<report::Asked>& asked = {});

  QString statusText() const override;
  qint64 hiddenRows() const override { return 0; }
  void clearFilter() override;
  void find() override;
  void refresh() override;
  void setTeams(const QStringList& teams) override;

Q_SIGNALS:
  /// Somebody wants a scheduled report made now.
  void runAsked(Id<Schedule> id);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void lay();
  QWidget* makeTop();
  QWidget* makeLeft();
  QWidget* makeQuestions();
  QWidget* makePages();
  void turn();
  void ask(const report::Asked& asked);
  void readViews();
  /// What is asked for now; a sentence where that cannot be, told in place of the preview.
  std::optional<report::Request> request();
  void preview();
  /// Tells why the one that is missed has no row in what is asked.
  void explain();
  void countAll();
  void showState();
  void schedule();
  /// The data is of another day now, or on its way there.
  void turnedDay();
  void showSchedules(bool shown);
  void hand(const std::function<void(const report::Request&)>& work);

  Session& m_session;
  QStringList m_teams;
  QString m_key; ///< of what is chosen
  const report::Listing* m_listing = nullptr;
  std::optional<SavedView> m_view; ///< what is chosen is a view of that listing
  QTimer m_asking;                 ///< puts several edits into one preview
  std::shared_ptr<std::atomic_bool> m_stopCounting;
  QLineEdit* m_typed;
  bool m_isFound = false; ///< what is listed was just found, and none of it taken yet
  ReportList* m_list;
  QLabel *m_title, *m_reason;
  QScrollArea* m_questions;
  ReportFilters* m_filters = nullptr;
  PastDay* m_past;
  DateField* m_asOf;
  SearchField* m_missed;
  QLabel* m_why;
  int m_explained = 0; ///< which question is the newest one
  ReportPreview* m_preview;
  SchedulesPanel* m_schedules = nullptr; ///< once it was asked for
  QStackedWidget* m_right;
  QPushButton *m_showSchedules, *m_letterhead;
  std::vector<QPushButton*> m_hands; ///< Print, PDF, CSV, XLSX
};

} // namespace ui
