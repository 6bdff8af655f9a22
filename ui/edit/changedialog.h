// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edit/linelist.h"
#include "ui/edit/previewdialog.h"
#include "ui/edit/rowcells.h"

namespace ui {

class CellInput;
class PickBox;

/// Changes cells of any number of rows: says first what would become of them, and does it as one change.
class ChangeDialog : public PreviewDialog {
  Q_OBJECT
public:
  /// What is to be changed is known (a block that was pasted); `notice` says what of it is left out.
  ChangeDialog(Session& session, const QString& title, RowCells what, const QString& notice, QWidget* parent);
  /// One of these fields is chosen first, with its value; `what` has the rows.
  ChangeDialog(Session& session, const QString& title, RowCells what, std::vector<RowCells::Part> fields, size_t first,
               QWidget* parent);

  void open() override;

protected:
  void apply() override;
  bool closeSmaller() override;

private:
  struct Look {
    qint64 rows = 0, differing = 0, refused = 0;
    QString name;
    std::vector<ChangeLine> lines;
  };
  ChangeDialog(Session& session, const QString& title, RowCells what, QWidget* parent);
  void chooseField(size_t field);
  void look();
  void showLook(const Look& look);
  static Look lookAt(db::Database& database, const RowCells& what, QDate today, const std::atomic_bool& stop);

  RowCells m_what;
  std::vector<RowCells::Part> m_fields;
  PickBox* m_field = nullptr;
  CellInput* m_value = nullptr;
  bool m_isTouched = false; ///< the value was typed or chosen
  LineList* m_lines;
  Look m_look;
  QTimer m_typing;
};

} // namespace ui
