// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvwriter.h"
#include "core/exchange/headers.h"

#include <QStringList>
#include <memory>

namespace exchange {

/// The rows of a sheet that were rejected, with the reason behind each, in a file of the same headings: it can be
/// mended and imported again. The file is begun with the first of them.
class RejectedRows {
public:
  /// `only` is the file's name where no other sheet beside it has rejected rows; mostly the same.
  RejectedRows(QString file, QString only, const HeaderMatch& match);

  void add(const RowCells& row, const QString& reason);
  const QString& file() const { return m_file; }
  const QString& only() const { return m_only; }
  bool any() const { return m_writer != nullptr; }
  /// Puts the file in its place, or says why it could not.
  std::optional<Problem> commit(bool isOnly);
  /// Takes away the file: this one's when the import failed after all, an older one when nothing was rejected.
  void remove();

private:
  QString m_file, m_only;
  QStringList m_headings;
  std::unique_ptr<CsvWriter> m_writer;
};

} // namespace exchange
