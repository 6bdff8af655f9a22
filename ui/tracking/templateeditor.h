// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tracking/goodpractice.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace ui {

class MarkdownView;
class Session;
class StepsModel;

/// The steps of one template, to be edited: a table of them, the instruction of the selected one beside it with how it
/// reads, and what good practice says, as one types. Alt+Up and Alt+Down or dragging put a step elsewhere, Insert adds
/// one, Delete takes one away.
class TemplateEditor : public QWidget {
  Q_OBJECT
public:
  explicit TemplateEditor(Session& session, QWidget* parent = nullptr);

  void showSteps(const std::vector<TemplateStep>& steps, const goodpractice::Office& office);
  const std::vector<TemplateStep>& steps() const;
  /// Ends what is being typed in a cell.
  void commit();
  /// The step of this place, to be looked at.
  void choose(int row);
  int hintCount() const;

Q_SIGNALS:
  void edited();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QWidget* makeSteps();
  QWidget* makeSide();
  int row() const;
  void showStep();
  void showHints();
  void move(int by);
  void add();
  void remove();
  void changed();

  StepsModel* m_model;
  QTableView* m_table;
  QPushButton *m_up, *m_down, *m_remove;
  QPlainTextEdit* m_description;
  MarkdownView* m_rendered;
  QListWidget* m_hints;
  goodpractice::Office m_office;
  bool m_showing = false; ///< what changes is not typed
};

} // namespace ui
