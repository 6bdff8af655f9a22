// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <memory>

namespace ui {

/// Rows that were pasted, as a file in a folder of its own among the program's data: it goes with the last that holds
/// it, unless rows were handed back into it.
class PastedRows {
public:
  /// Throws std::runtime_error where nothing can be written.
  explicit PastedRows(const QString& text);

  QString file() const;
  /// Leaves the folder where it is, for what was handed back into it.
  void keep() { m_folder->setAutoRemove(false); }

private:
  std::shared_ptr<QTemporaryDir> m_folder;
};

} // namespace ui
