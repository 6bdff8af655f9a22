// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdffile.h"

#include <QIODevice>

namespace report {

// The second line tells programs that look at a file's start that it is not text.
PdfFile::PdfFile(QIODevice& device) : m_device(device) { write("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"); }

int PdfFile::reserve() {
  m_places.push_back(0);
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
  m_places[static_cast<size_t>(number)] = m_at;
  write(QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n");
}

void PdfFile::stream(int number, const QByteArray& data, const QByteArray& entries) {
  constexpr int Quick = 2;          // a tenth larger than by default, in a third of the time
  constexpr qsizetype QtLength = 4; // qCompress puts the length before the zlib stream
  const auto packed = qCompress(data, Quick).mid(QtLength);
  object(number, "<< " + entries + "/Length " + QByteArray::number(packed.size()) +
                     " /Filter /FlateDecode >>\nstream\n" + packed + "\nendstream");
}

void PdfFile::finish(int catalog, int info) {
  const auto start = m_at;
  const auto size = QByteArray::number(static_cast<qint64>(m_places.size()));
  QByteArray table = "xref\n0 " + size + "\n0000000000 65535 f \n";
  for (size_t i = 1; i < m_places.size(); ++i)
    table += QByteArray::number(m_places[i]).rightJustified(10, '0') + " 00000 n \n";
  write(table + "trailer\n<< /Size " + size + " /Root " + reference(catalog) + " /Info " + reference(info) +
        " >>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n");
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
