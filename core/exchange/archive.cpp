// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/archive.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>
#include <algorithm>
#include <cstring>
#include <zip.h>

namespace exchange {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr zip_int64_t mostEntries = 1000;
constexpr quint64 mostUnpacked = 256ULL << 20;
constexpr quint64 mostRatio = 100;
constexpr quint64 smallEntry = 1 << 20; // below it a high ratio does no harm: styles repeat themselves

/// One entry while it is unpacked. Gives no more bytes than the directory said, since the limits were judged by that.
class Entry : public QIODevice {
public:
  Entry(zip_file* file, quint64 size) : m_file(file), m_left(static_cast<qint64>(size)) {
    QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
  }
  ~Entry() override { zip_fclose(m_file); }
  bool isSequential() const override { return true; }

protected:
  qint64 readData(char* to, qint64 room) override {
    const zip_int64_t got = zip_fread(m_file, to, static_cast<zip_uint64_t>(room));
    if (got < 0 || got > m_left) {
      setErrorString(Say::tr("The file is damaged."));
      return -1;
    }
    m_left -= got;
    return got;
  }
  qint64 writeData(const char*, qint64) override { return -1; }

private:
  zip_file* m_file;
  qint64 m_left;
};

template<class T>
T number(const QByteArray& bytes, qsizetype at) {
  return at + qsizetype{sizeof(T)} <= bytes.size() ? qFromLittleEndian<T>(bytes.constData() + at) : T{};
}

/// Where an entry's bytes lie in the file, from its local header on.
struct Extent {
  quint64 begin = 0;
  quint64 end = 0;
};

/// Reads the central directory (PKWARE APPNOTE 4.3.12, 4.5.3), which libzip does not show; false when it is not sound.
bool readExtents(QFile& file, std::vector<Extent>& extents) {
  const qint64 tailSize = std::min<qint64>(file.size(), 65535 + 22 + 20 + 56);
  if (!file.seek(file.size() - tailSize))
    return false;
  const QByteArray tail = file.read(tailSize);
  const qsizetype endRecord = tail.lastIndexOf("PK\x05\x06");
  if (endRecord < 0)
    return false;
  quint64 size = number<quint32>(tail, endRecord + 12);
  quint64 start = number<quint32>(tail, endRecord + 16);
  if (const qsizetype wide = tail.lastIndexOf("PK\x06\x06"); wide >= 0 && start == 0xFFFFFFFFU) {
    size = number<quint64>(tail, wide + 40);
    start = number<quint64>(tail, wide + 48);
  }
  if (size > (8U << 20) || start > static_cast<quint64>(file.size()) || !file.seek(static_cast<qint64>(start)))
    return false;
  const QByteArray directory = file.read(static_cast<qint64>(size));
  for (qsizetype at = 0; number<quint32>(directory, at) == 0x02014B50U;) {
    const auto nameSize = number<quint16>(directory, at + 28);
    const auto extraSize = number<quint16>(directory, at + 30);
    const auto commentSize = number<quint16>(directory, at + 32);
    quint64 packed = number<quint32>(directory, at + 20);
    const bool wideUnpacked = number<quint32>(directory, at + 24) == 0xFFFFFFFFU;
    quint64 offset = number<quint32>(directory, at + 42);
    const qsizetype extraEnd = at + 46 + nameSize + extraSize;
    for (qsizetype extra = at + 46 + nameSize; extra + 4 <= extraEnd;
         extra += 4 + number<quint16>(directory, extra + 2)) {
      if (number<quint16>(directory, extra) != 1) // zip64: only the fields that did not fit, in this order
        continue;
      qsizetype field = extra + 4 + (wideUnpacked ? 8 : 0);
      if (packed == 0xFFFFFFFFU) {
        packed = number<quint64>(directory, field);
        field += 8;
      }
      if (offset == 0xFFFFFFFFU)
        offset = number<quint64>(directory, field);
    }
    if (packed > static_cast<quint64>(file.size()) || offset > start)
      return false;
    extents.push_back({offset, offset + 30 + nameSize + packed});
    at = extraEnd + commentSize;
  }
  extents.push_back({start, start + size});
  return true;
}

bool overlap(std::vector<Extent>& extents) {
  std::sort(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) { return a.begin < b.begin; });
  for (size_t i = 1; i < extents.size(); ++i)
    if (extents[i - 1].end > extents[i].begin)
      return true;
  return false;
}

bool isArchiveName(const QString& name) {
  for (const char* ending : {".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".pptx", ".7z", ".rar", ".gz", ".jar"})
    if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
      return true;
  return false;
}

Problem damaged() {
  return {{},
          Say::tr("The file is damaged: it is no complete workbook. Open it in your spreadsheet program, save it again "
                  "as .xlsx, and try that file.")};
}

} // namespace

Result<std::unique_ptr<Archive>> Archive::open(const QString& path) {
  QFile file(path);
  std::vector<Extent> extents;
  if (!file.open(QIODevice::ReadOnly))
    return Problem{{}, Say::tr("The file %1 cannot be read: %2.").arg(path, file.errorString())};
  if (!readExtents(file, extents))
    return damaged();
  int error = 0;
  std::unique_ptr<Archive> archive(new Archive(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error)));
  if (archive->m_zip == nullptr)
    return damaged();
  if (auto problem = archive->limitBroken())
    return *problem;
  if (overlap(extents))
    return Problem{{}, Say::tr("The file is refused: parts of it lie over each other, as in a zip bomb.")};
  return archive;
}

Archive::~Archive() {
  if (m_zip != nullptr)
    zip_discard(m_zip);
}

std::optional<Problem> Archive::limitBroken() const {
  const zip_int64_t count = zip_get_num_entries(m_zip, 0);
  if (count > mostEntries)
    return Problem{{},
                   Say::tr("The file is refused: it holds %1 parts, and %2 are allowed.").arg(count).arg(mostEntries)};
  quint64 total = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(m_zip, static_cast<zip_uint64_t>(i), 0, &stat) != 0)
      return damaged();
    const QString name = QString::fromUtf8(stat.name);
    if (isArchiveName(name))
      return Problem{
          {},
          Say::tr("The file is refused: another archive lies inside it (%1). Save a copy without embedded files.")
              .arg(name)};
    total += stat.size;
    if (stat.size > mostUnpacked || total > mostUnpacked)
      return Problem{
          {},
          Say::tr("The file is refused: unpacked it is larger than 256 MB. Save the sheet as CSV, which has no "
                  "such limit, or split it.")};
    if (stat.size > smallEntry && stat.size / std::max<quint64>(stat.comp_size, 1) > mostRatio)
      return Problem{
          {},
          Say::tr("The file is refused: a part of it (%1) unpacks to more than 100 times its size, as in a zip "
                  "bomb. Save the sheet as CSV instead.")
              .arg(name)};
  }
  return {};
}

bool Archive::has(const QString& part) const {
  return zip_name_locate(m_zip, part.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

qint64 Archive::partSize(const QString& name) const {
  zip_stat_t stat;
  return zip_stat(m_zip, name.toUtf8().constData(), ZIP_FL_NOCASE, &stat) == 0 ? static_cast<qint64>(stat.size) : 0;
}

std::unique_ptr<QIODevice> Archive::part(const QString& name) const {
  zip_file* file = zip_fopen(m_zip, name.toUtf8().constData(), ZIP_FL_NOCASE);
  if (file == nullptr)
    return nullptr;
  return std::make_unique<Entry>(file, static_cast<quint64>(partSize(name)));
}

} // namespace exchange
