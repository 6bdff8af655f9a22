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
  /// The same for one of very many small ones: they are written some hundred together, compressed.
  void small(int number, const QByteArray& body);
  /// Compressed; `data` is what the reader will see, `entries` what else its dictionary says.
  void stream(int number, const QByteArray& data, const QByteArray& entries = {});
  void finish(int catalog, int info);

  /// False as soon as the device did not take something.
  bool isSound() const { return m_isSound; }

  static QByteArray reference(int number) { return QByteArray::number(number) + " 0 R"; }
  /// A text string in any script.
  static QByteArray text(const QString& text);

private:
  /// Where an object is: at a place of the file, or within an object that holds several.
  struct Place {
    qint64 at = 0; ///< or the number of that object
    int within = -1;
  };

  void write(const QByteArray& bytes);
  void writeSmall();

  QIODevice& m_device;
  qint64 m_at = 0;
  std::vector<Place> m_places{{}}; ///< object 0 is the head of the free list
  QByteArray m_smallHead, m_small; ///< numbers and offsets of those to be written together; and their bodies
  int m_holder = 0, m_smalls = 0;
  bool m_isSound = true;
};

} // namespace report
