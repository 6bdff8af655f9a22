// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf.h"

#include <QDir>
#include <QFileInfo>
#include <QHashFunctions>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <mutex>

namespace report {
namespace {

constexpr int Resolution = 1200; // whole units are fine enough for type, and short to write

/// Qt stamps the clock into /CreationDate. The same command must give the same bytes, so the stamp becomes the day of
/// the report; its length stays, for Qt has counted the bytes before the cross-reference table.
class SteadyDevice final : public QIODevice {
public:
  SteadyDevice(QSaveFile& file, const QString& day) : m_file(file) {
    m_stamp = day.toLatin1();
    m_stamp.replace("-", "");
    m_stamp = m_stamp.leftJustified(14, '0', true);
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
  }
  bool isSequential() const override { return true; }
  bool hasFailed() const { return m_hasFailed; }

protected:
  qint64 readData(char*, qint64) override { return -1; }
  qint64 writeData(const char* data, qint64 size) override {
    constexpr QByteArrayView Mark("/CreationDate (D:");
    if (!m_isStamped && size < 200) { // Qt writes it in two short pieces: the digits, then the zone
      QByteArray piece(data, size);
      if (m_isZoneNext) {
        for (auto& c : piece)
          if (c == '-')
            c = '+';
          else if (c >= '1' && c <= '9')
            c = '0';
        m_isStamped = true;
      } else if (const auto at = piece.indexOf(Mark); at >= 0) {
        piece.replace(at + Mark.size(), m_stamp.size(), m_stamp);
        m_isZoneNext = true;
      }
      return put(piece.constData(), piece.size());
    }
    return put(data, size);
  }

private:
  qint64 put(const char* data, qint64 size) {
    const auto written = m_file.write(data, size);
    m_hasFailed = m_hasFailed || written != size;
    return written;
  }
  QSaveFile& m_file;
  QByteArray m_stamp;
  bool m_isZoneNext = false, m_isStamped = false, m_hasFailed = false;
};

/// Qt writes the embedded fonts in the order of a QHash, and seeds that anew in each process. While a PDF is written
/// the seed is fixed, so that the same command gives the same bytes.
class SteadySeed {
public:
  SteadySeed() {
    const std::lock_guard lock(s_mutex);
    if (s_users++ == 0)
      QHashSeed::setDeterministicGlobalSeed();
  }
  ~SteadySeed() {
    const std::lock_guard lock(s_mutex);
    if (--s_users == 0)
      QHashSeed::resetRandomGlobalSeed();
  }
  Q_DISABLE_COPY_MOVE(SteadySeed)

private:
  static inline std::mutex s_mutex;
  static inline int s_users = 0;
};

Problem failed(const QString& path, const QString& reason) {
  return {{},
          QStringLiteral("The PDF could not be written to %1: %2. Your data is safe, and no part of a file was left "
                         "behind. Choose another folder, or make room on the disk, and try again.")
              .arg(QDir::toNativeSeparators(path), reason)};
}

} // namespace

Result<PdfOutcome> writePdf(const Table& table, const QString& path, const PdfOptions& options) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    return failed(path, file.errorString());
  SteadyDevice device(file, table.day);
  const auto goesOn = [&](qint64 rows) { return !device.hasFailed() && (!options.progress || options.progress(rows)); };

  TablePainter painter(table, options.paper, Resolution);
  bool isWhole = painter.plan(goesOn);
  if (isWhole) {
    const SteadySeed seed;
    QPdfWriter writer(&device);
    writer.setTitle(table.title);
    writer.setCreator(QStringLiteral("Credenza"));
    writer.setResolution(Resolution);
    writer.setPageLayout(painter.pageLayout());
    QPainter onto(&writer);
    isWhole = painter.paint(
        onto, [&] { return writer.newPage(); }, goesOn);
    onto.end();
  }
  if (!isWhole && !device.hasFailed())
    return PdfOutcome{0, 0, true, {}};
  if (device.hasFailed() || !file.commit())
    return failed(path, file.errorString());
  return PdfOutcome{painter.rows(), painter.pages(), false, painter.missing()};
}

} // namespace report
