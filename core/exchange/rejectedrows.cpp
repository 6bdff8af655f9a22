// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rejectedrows.h"

#include <QFile>

namespace exchange {

RejectedRows::RejectedRows(QString file, QString only, const HeaderMatch& match)
    : m_file(std::move(file)), m_only(std::move(only)), m_headings(match.headings) {
  // A mended file has its old reasons still; a reason that is read belongs to the record.
  if (!m_headings.isEmpty() && m_headings.back() == reasonHeading && !match.reads(int(m_headings.size()) - 1))
    m_headings.removeLast();
}

void RejectedRows::add(const RowCells& row, const QString& reason) {
  if (!m_writer) {
    m_writer = std::make_unique<CsvWriter>(m_file);
    for (const QString& heading : m_headings)
      m_writer->cell(heading);
    m_writer->cell(QString(reasonHeading));
    m_writer->endRow();
  }
  for (qsizetype i = 0; i < m_headings.size(); ++i)
    m_writer->cell(row.utf8(size_t(i)));
  m_writer->cell(reason);
  m_writer->endRow();
}

std::optional<Problem> RejectedRows::commit(bool isOnly) {
  if (!m_writer)
    return {};
  if (const auto problem = m_writer->commit())
    return problem;
  if (isOnly && m_only != m_file) {
    QFile::remove(m_only);
    if (QFile::rename(m_file, m_only))
      m_file = m_only;
  }
  return {};
}

void RejectedRows::remove() { QFile::remove(m_file); }

} // namespace exchange
