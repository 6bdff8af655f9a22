// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

class QIODevice;

namespace report {

/// The bones of a PDF: numbered objects, streams, the cross-reference table. Written from top to bottom and never
/// read back; of each object only its place is kept.
class PdfFile {
public:
  explicit PdfFile(QIODevice& device);

  /// A number for an object that is written later.
  int reserve();
  void object(int number, const QByteArray& body);
  /// Compressed; `data` is what the reader will see, `entries` what else its dictionary says.
  void stream(int number, const QByteArray& data, const QByteArray& entries = {});
  void finish(int catalog, int info);

  /// False as soon as the device did not take something.
  bool isSound() const { return m_isSound; }

  static QByteArray reference(int number) { return QByteArray::number(number) + " 0 R"; }
  /// A text string in any script.
  static QByteArray text(const QString& text);

private:
  void write(const QByteArray& bytes);

  QIODevice& m_device;
  qint64 m_at = 0;
  std::vector<qint64> m_places{0}; ///< object 0 is the head of the free list
  bool m_isSound = true;
};

} // namespace report
