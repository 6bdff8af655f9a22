// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/finding.h"

#include <QFrame>
#include <functional>

class QLineEdit;
class QListWidget;
class QMenu;

namespace ui {

class Session;
class Worker;

/// A command of the menus: the palette offers each of them, so that nothing can be done in one place only.
struct Command {
  QString title, place; ///< "Import a spreadsheet…", "File"
  QString keys;
  std::function<void()> run;
};
/// Those of a menu and its menus that can be chosen now.
std::vector<Command> commandsOf(const QMenu& menu, const QString& place);

/// Jumps to a record, runs a command, answers a question, by typing: arrows mark, Enter takes, Esc closes. Records are
/// looked for by a worker, the newest question only.
class Palette : public QFrame {
  Q_OBJECT
public:
  /// `recent` is offered before anything is typed.
  Palette(Session& session, std::vector<Command> commands, std::vector<Hit> recent, QWidget* parent);
  ~Palette() override;

  /// Opens under the upper edge of its window.
  void open();

Q_SIGNALS:
  void chosen(const Hit& found);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void look();
  void show(const QString& typed);
  void addFound(const Hit& found);
  void addCommand(size_t index);
  void take(int row);

  Session& m_session;
  std::vector<Command> m_commands;
  std::vector<Hit> m_recent, m_found;
  QString m_wanted, m_foundFor;
  QLineEdit* m_typed;
  QListWidget* m_list;
  Worker* m_worker;
};

} // namespace ui
