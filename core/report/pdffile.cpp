// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdffile.h"

#include <QIODevice>
#include <algorithm>

namespace report {

// The second line tells programs that look at a file's start that it is not text.
PdfFile::PdfFile(QIODevice& device) : m_device(device) { write("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"); }

int PdfFile::reserve() {
  m_places.emplace_back();
  return static_cast<int>(m_places.size()) - 1;
}

void PdfFile::write(const QByteArray& bytes) {
  // A disk about to be full takes a part without a word; asked for the rest it says why not.
  for (qsizetype done = 0; m_isSound && done < bytes.size();) {
    const auto taken = m_device.write(bytes.constData() + done, bytes.size() - done);
    m_isSound = taken > 0;
    done += taken;
  }
  m_at += bytes.size();
}

void PdfFile::object(int number, const QByteArray& body) {
  m_places[static_cast<size_t>(number)] = {m_at, -1};
  write(QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n");
}

void PdfFile::stream(int number, const QByteArray& data, const QByteArray& entries) {
  constexpr int Quick = 2;          // a tenth larger than by default, in a third of the time
  constexpr qsizetype QtLength = 4; // qCompress puts the length before the zlib stream
  const auto packed = qCompress(data, Quick).mid(QtLength);
  object(number, "<< " + entries + "/Length " + QByteArray::number(packed.size()) +
                     " /Filter /FlateDecode >>\nstream\n" + packed + "\nendstream");
}

void PdfFile::small(int number, const QByteArray& body) {
  constexpr int Together = 500;
  if (m_smalls == 0)
    m_holder = reserve();
  m_places[static_cast<size_t>(number)] = {m_holder, m_smalls};
  m_smallHead += QByteArray::number(number) + ' ' + QByteArray::number(m_small.size()) + ' ';
  m_small += body + '\n';
  if (++m_smalls == Together)
    writeSmall();
}

void PdfFile::writeSmall() {
  if (m_smalls == 0)
    return;
  stream(m_holder, m_smallHead + m_small,
         "/Type /ObjStm /N " + QByteArray::number(m_smalls) + " /First " + QByteArray::number(m_smallHead.size()) +
             ' ');
  m_smallHead.clear();
  m_small.clear();
  m_smalls = 0;
}

void PdfFile::finish(int catalog, int info) {
  writeSmall();
  const int table = reserve();
  const qint64 start = m_at;
  m_places[static_cast<size_t>(table)] = {start, -1};
  // A line of eight bytes for each object: what it is (free, at a place, within another), where, and the how manieth.
  QByteArray lines;
  lines.reserve(static_cast<qsizetype>(m_places.size()) * 8);
  const auto add = [&lines](quint64 value, int bytes) {
    while (bytes-- > 0)
      lines += static_cast<char>(value >> (8 * bytes) & 0xff);
  };
  for (size_t i = 0; i < m_places.size(); ++i) {
    const Place& place = m_places[i];
    add(i == 0 ? 0 : place.within < 0 ? 1 : 2, 1);
    add(static_cast<quint64>(place.at), 5);
    add(i == 0 ? 0xffff : static_cast<quint64>(std::max(0, place.within)), 2);
  }
  stream(table, lines,
         "/Type /XRef /W [1 5 2] /Size " + QByteArray::number(static_cast<qint64>(m_places.size())) + " /Root " +
             reference(catalog) + " /Info " + reference(info) + ' ');
  write("startxref\n" + QByteArray::number(start) + "\n%%EOF\n");
}

QByteArray PdfFile::text(const QString& text) {
  QByteArray bytes("\xfe\xff"); // UTF-16, high byte first
  for (const auto c : text) {
    bytes += static_cast<char>(c.unicode() >> 8);
    bytes += static_cast<char>(c.unicode() & 0xff);
  }
  return '<' + bytes.toHex() + '>';
}

} // namespace report
