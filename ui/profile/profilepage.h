// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profile/sections.h"
#include "ui/shell/page.h"

#include <QTimer>

class QStackedWidget;

namespace ui {

class ProfileHead;
class SectionList;
class Session;
struct QuickStart;

/// Everything about a provider, a practice or a facility on one page: a line on top that says who, the sections on the
/// left, each made when it is first looked at. Ctrl+PgUp and Ctrl+PgDn turn, Esc leaves.
class ProfilePage : public Page {
  Q_OBJECT
public:
  ProfilePage(Session& session, const Subject& subject, QWidget* parent = nullptr);
  ~ProfilePage() override;

  const Subject& subject() const { return m_context.subject; }
  void showSection(const QString& key);
  QString section() const;
  /// The form that starts a tracking: of what the section is about, else of any kind.
  void openStart();

  QString statusText() const override;
  qint64 hiddenRows() const override;
  void clearFilter() override;
  void find() override;
  void refresh() override;
  void setTeams(const QStringList&) override {}
  Page* front() override;

Q_SIGNALS:
  void profileAsked(const ui::Subject& subject);
  void exportAsked(ui::ListingPage* list);
  void said(const QString& text);

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void turnTo(int row);
  void turnBy(int rows);
  void count();
  void read();
  ListPage* list() const;

  ProfileContext m_context;
  std::vector<ProfileSection> m_sections;
  std::vector<QWidget*> m_made;
  ProfileHead* m_head;
  SectionList* m_list;
  QStackedWidget* m_stack;
  QTimer m_counting;
};

} // namespace ui
