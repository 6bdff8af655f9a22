// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QTabBar>

class QMenu;
class QPushButton;

namespace ui {

/// The tabs of the window: words with a badge, a line under the one in front.
class TabBar : public QTabBar {
  Q_OBJECT
public:
  explicit TabBar(QWidget* parent = nullptr);

  /// How much of the tab needs the user; none at 0.
  void setBadge(int tab, qint64 count, Tone tone);

protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
  void paintEvent(QPaintEvent* event) override;

private:
  QString badgeText(int index) const;
  int badgeWidth(int index) const;
};

/// One of the scopes of the scope chip.
struct Scope {
  QString text;
  QStringList teams; ///< empty for all teams
};

/// The bar on top: name, tabs, scope, me.
class HeaderBar : public QWidget {
  Q_OBJECT
public:
  explicit HeaderBar(QWidget* parent = nullptr);

  TabBar* tabs() const { return m_tabs; }
  void setScopes(const std::vector<Scope>& scopes, int current);
  void setMe(const QString& name);

Q_SIGNALS:
  void scopeChosen(const QStringList& teams);
  /// The user wants to say who they are.
  void meAsked();
  void jumpAsked();

private:
  void choose(const Scope& scope);

  TabBar* m_tabs;
  QPushButton* m_scope;
  QMenu* m_scopes;
  QPushButton* m_me;
};

/// "Anna Marten" → "AM"
QString initials(const QString& name);

} // namespace ui
