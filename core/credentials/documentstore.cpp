// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documentstore.h"

#include "core/base/disk.h"
#include "core/credentials/plainfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QTemporaryFile>
#include <filesystem>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DocumentStore)
};

constexpr qint64 chunk = 1 << 16;
constexpr size_t enough = 20;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
const QString incoming = QStringLiteral(".incoming-");

Problem notKept(const QString& name, const QString& why) {
  return {{}, Say::tr("“%1” was not kept: %2. The data is as it was.").arg(cleanedName(name), why)};
}

bool isHash(const QString& text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
           return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
         });
}

bool makePrivate(const QString& folder) {
  return QDir().mkpath(folder) && QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner);
}

std::filesystem::path native(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

/// In one step, over what is there.
bool replace(const QString& from, const QString& to) {
  std::error_code error;
  std::filesystem::rename(native(from), native(to), error);
  return !error;
}

} // namespace

DocumentStore::DocumentStore(const QString& dataFile) {
  if (dataFile.isEmpty() || dataFile == QLatin1String(":memory:"))
    return;
  const QFileInfo info(dataFile);
  m_folder = info.absoluteDir().filePath(info.completeBaseName() + QStringLiteral(" documents"));
}

QString DocumentStore::placeOf(const QString& hash) const {
  return m_folder + QLatin1Char('/') + hash.left(2) + QLatin1Char('/') + hash;
}

bool DocumentStore::isWhole(const QString& hash) const {
  QFile file(placeOf(hash));
  QCryptographicHash sum(QCryptographicHash::Sha256);
  return file.open(QIODevice::ReadOnly) && sum.addData(&file) && QString::fromLatin1(sum.result().toHex()) == hash;
}

Result<Document> DocumentStore::keep(const QString& path) const {
  const QString name = QFileInfo(path).fileName();
  if (m_folder.isEmpty())
    return notKept(name, Say::tr("a data file in memory has no folder for documents"));
  PlainFile source(path);
  if (!source.isOpen())
    return notKept(name, source.problem());
  if (!makePrivate(m_folder))
    return notKept(name, Say::tr("the folder %1 cannot be made").arg(QDir::toNativeSeparators(m_folder)));
  QTemporaryFile copy(m_folder + QLatin1Char('/') + incoming + QStringLiteral("XXXXXX"));
  if (!copy.open() || !copy.setPermissions(ownerOnly))
    return notKept(name, whyNotWritten(copy));
  QCryptographicHash sum(QCryptographicHash::Sha256);
  Document document;
  for (;;) {
    const QByteArray part = source.read(chunk);
    if (part.isEmpty())
      break;
    document.size += part.size();
    if (document.size > largest())
      return notKept(name, Say::tr("it is larger than %1 MB").arg(largest() >> 20));
    sum.addData(part);
    if (copy.write(part) != part.size())
      return notKept(name, whyNotWritten(copy));
  }
  if (source.failed())
    return notKept(name, source.problem());
  if (document.size == 0)
    return notKept(name, Say::tr("it is empty"));
  if (!copy.flush() || !syncToDisk(copy))
    return notKept(name, whyNotWritten(copy));
  document.hash = QString::fromLatin1(sum.result().toHex());
  document.name = cleanedName(name);
  copy.seek(0);
  document.mediaType = QMimeDatabase().mimeTypeForData(&copy).name();
  if (!makePrivate(QFileInfo(placeOf(document.hash)).path()))
    return notKept(name, Say::tr("the folder %1 cannot be made").arg(QDir::toNativeSeparators(m_folder)));
  copy.close();
  // One that lies there damaged is healed by this.
  if (!isWhole(document.hash) && !replace(copy.fileName(), placeOf(document.hash)))
    return notKept(name, Say::tr("it could not be moved to its place"));
  syncFolder(QFileInfo(placeOf(document.hash)).path());
  syncFolder(m_folder);
  return document;
}

Result<QByteArray> DocumentStore::bytes(const Document& document) const {
  const QString name = cleanedName(document.name);
  QFile file(placeOf(document.hash));
  if (m_folder.isEmpty() || !isHash(document.hash) || !file.open(QIODevice::ReadOnly))
    return Problem{{},
                   Say::tr("The file of “%1” is not in the folder %2. What the record says of it is not lost. Put the "
                           "file back from a backup, or add it again.")
                       .arg(name, QDir::toNativeSeparators(m_folder))};
  const QByteArray read = file.size() <= largest() ? file.readAll() : QByteArray();
  if (QString::fromLatin1(QCryptographicHash::hash(read, QCryptographicHash::Sha256).toHex()) != document.hash)
    return Problem{
        {},
        Say::tr("The file of “%1” is not the one that was kept: it was damaged or changed, and is not opened. "
                "Put it back from a backup, or add it again.")
            .arg(name)};
  return read;
}

std::optional<Problem> DocumentStore::saveAs(const Document& document, const QString& target) const {
  const auto read = bytes(document);
  if (!read)
    return read.problems().front();
  QSaveFile file(target);
  if (!file.open(QIODevice::WriteOnly) || file.write(*read) != read->size() || !file.commit())
    return Problem{{}, Say::tr("“%1” could not be written: %2.").arg(target, whyNotWritten(file))};
  return {};
}

std::vector<QString> DocumentStore::verify(db::Database& database) const {
  std::vector<QString> found;
  if (m_folder.isEmpty())
    return found;
  database.until(QStringLiteral("SELECT name, hash FROM kept_file GROUP BY hash ORDER BY min(id)"), {},
                 [&](db::Row& row) {
                   const QString name = cleanedName(row.text()), hash = row.text();
                   if (!isHash(hash) || !QFileInfo::exists(placeOf(hash)))
                     found.push_back(Say::tr("The file of the document “%1” is missing.").arg(name));
                   else if (!isWhole(hash))
                     found.push_back(Say::tr("The file of the document “%1” is damaged.").arg(name));
                   return found.size() < enough;
                 });
  return found;
}

int DocumentStore::takeFrom(const DocumentStore& other, db::Database& database, By by) const {
  int missing = 0;
  if (m_folder.isEmpty() || m_folder == other.m_folder)
    return missing;
  database.each(QStringLiteral("SELECT DISTINCT hash FROM kept_file ORDER BY hash"), {}, [&](db::Row& row) {
    const QString hash = row.text(), from = other.placeOf(hash), to = placeOf(hash);
    if (!isHash(hash) || (QFileInfo::exists(to) && isWhole(hash)))
      return;
    if (!QFileInfo::exists(from) || !other.isWhole(hash)) {
      ++missing;
      return;
    }
    const QString partial = m_folder + QLatin1Char('/') + incoming + hash;
    const auto fail = [&] {
      QFile::remove(partial);
      const qint64 size = QFileInfo(from).size(), room = roomFor(to);
      return db::Error(room >= 0 && room < size ? db::Error::Cause::Full : db::Error::Cause::NotWritable, to,
                       QStringLiteral("a document could not be copied"), size);
    };
    if (!makePrivate(m_folder) || !makePrivate(QFileInfo(to).path()))
      throw fail();
    QFile::remove(partial);
    std::error_code error;
    if (by == By::Link)
      std::filesystem::create_hard_link(native(from), native(partial), error);
    if ((by == By::Copy || error) && !(QFile::copy(from, partial) && QFile::setPermissions(partial, ownerOnly)))
      throw fail();
    if (!replace(partial, to))
      throw fail();
    QFile::remove(partial); // renaming one link over another of the same file leaves both
  });
  return missing;
}

int DocumentStore::prune(db::Database& database, QDate since) const {
  int gone = 0;
  if (m_folder.isEmpty())
    return gone;
  for (QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
    const QFileInfo file(files.next());
    const QString hash = file.fileName();
    const bool isLeft = hash.startsWith(incoming); // by a program that was killed
    if ((!isLeft && !isHash(hash)) || file.lastModified().date() >= since)
      continue;
    const bool isNamed =
        !isLeft &&
        (database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM kept_file WHERE hash = ?)"), {hash}) ||
         database.value(
             QStringLiteral(
                 "SELECT EXISTS (SELECT 1 FROM change_row r JOIN change c ON c.id = r.change_id "
                 "WHERE r.action = 'delete' AND r.record IN ('document', 'outbox_attachment') AND c.at >= ? AND "
                 "json_extract(r.before, '$.hash') = ?)"),
             {since, hash}));
    if (!isNamed && QFile::remove(file.filePath()))
      ++gone;
  }
  return gone;
}

bool isPreviewed(const QString& mediaType) {
  static const QStringList shown{QStringLiteral("application/pdf"), QStringLiteral("image/png"),
                                 QStringLiteral("image/jpeg"),      QStringLiteral("image/gif"),
                                 QStringLiteral("image/bmp"),       QStringLiteral("image/tiff"),
                                 QStringLiteral("image/webp")};
  return shown.contains(mediaType);
}
