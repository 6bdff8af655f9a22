// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvwriter.h"
#include "core/exchange/kinds.h"

#include <functional>
#include <memory>

namespace exchange {

/// Where an export is written: a folder of CSV files, or a workbook. Cells are given in the order of the kind's
/// columns.
class ExportFile {
public:
  virtual ~ExportFile() = default;
  ExportFile() = default;
  Q_DISABLE_COPY_MOVE(ExportFile)

  /// extras: those of the extra columns that are written. A kind that is not always written begins with its first cell,
  /// or at once where an older export's rows of it would stay.
  void startKind(const KindColumns& kind, const QStringList& extras);
  /// Whether a column of the kind at hand is written.
  bool has(QLatin1String column) const;
  void cell(std::string_view text);
  void cell(const QByteArray& text) { cell(std::string_view(text.constData(), size_t(text.size()))); }
  void cell(const QString& text) { cell(text.toUtf8()); }
  void endRow();
  /// Puts the files in their places, or says why it could not.
  virtual std::optional<Problem> commit() = 0;

  qint64 rowCount() const { return m_rows; }
  /// Going on is no use: the disk is full, or nobody wants it any more.
  bool isStopped() const { return m_stopped; }
  bool isAskedToStop() const { return m_askedToStop; }
  std::function<bool()> goesOn;

protected:
  virtual void begin(const QString& name, const std::vector<Column>& columns) = 0;
  virtual void put(std::string_view text, CellKind kind) = 0;
  virtual bool end() = 0;
  /// Whether rows of that kind stand there already.
  virtual bool stands(const QString&) const { return false; }

private:
  QString m_waiting; // the name of a kind that has no row yet
  std::vector<Column> m_columns;
  size_t m_column = 0;
  qint64 m_rows = 0;
  bool m_stopped = false, m_askedToStop = false;
};

/// The data file, so to say, beside which the documents of an export lie: "all.xlsx" has the folder "all documents",
/// and so has a folder of lists, in it.
QString documentsOf(const QString& path);

/// A workbook when the path ends in .xlsx, else a folder, which is made.
Result<std::unique_ptr<ExportFile>> openExport(const QString& path);

} // namespace exchange
