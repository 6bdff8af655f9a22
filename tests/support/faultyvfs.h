// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QRandomGenerator>
#include <cstring>
#include <sqlite3.h>
#include <vector>

/// A layer between SQLite and the disk that fails when told to. While one lives, all files of this program that SQLite
/// opens go through it.
///
/// Power loss: from the n-th call on nothing works any more, and of what was written since a file was last synced each
/// write is kept, lost, or torn at a sector, by chance. Fault: the n-th call fails, alone or with all after it.
class FaultyVfs {
public:
  enum class Way { PowerLoss, OneFault, AllFault };

  FaultyVfs() {
    s_self = this;
    s_real = sqlite3_vfs_find(nullptr);
    m_vfs = *s_real;
    m_vfs.zName = "faulty";
    m_vfs.szOsFile = int(sizeof(File)) + s_real->szOsFile;
    m_vfs.xOpen = open;
    m_vfs.xDelete = [](sqlite3_vfs*, const char* name, int sync) {
      if (s_self->count())
        return SQLITE_IOERR_DELETE;
      s_self->forget(name);
      return s_real->xDelete(s_real, name, sync);
    };
    sqlite3_vfs_register(&m_vfs, 1);
  }
  ~FaultyVfs() {
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(s_real, 1);
    s_self = nullptr;
  }
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;

  /// From now on calls are counted; the at-th one fails.
  void arm(Way way, int at, int error = SQLITE_IOERR) {
    m_way = way;
    m_left = at;
    m_calls = 0;
    m_error = error;
    m_over = false;
    m_armed = true;
  }
  /// How many calls there were since it was armed.
  int calls() const { return m_calls; }
  /// Whether the moment came.
  bool hasFailed() const { return m_over; }
  void disarm() { m_armed = m_over = false; }

  /// What is on the disk after the power came back. All connections must be closed.
  void settle(QRandomGenerator& random) {
    for (auto it = m_writes.rbegin(); it != m_writes.rend(); ++it) {
      const int fate = random.bounded(3);
      if (fate == 0)
        continue; // it got there
      QFile file(it->file);
      if (!file.open(QIODevice::ReadWrite))
        continue;
      // Of a torn one the first sectors got there. Where the file was made longer, nothing stands.
      constexpr qint64 sector = 512;
      const qint64 from = fate == 1 ? 0 : sector * random.bounded(1 + int(it->length / sector));
      QByteArray before = it->before;
      before.append(QByteArray(int(it->length - before.size()), '\0'));
      file.seek(it->offset + from);
      file.write(before.mid(int(from)));
    }
    m_writes.clear();
    disarm();
  }

private:
  struct File {
    sqlite3_file base;
    QByteArray* name;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  struct Write {
    QString file;
    qint64 offset, length;
    QByteArray before; // what stood there
  };

  static int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* base, int flags, int* outFlags) {
    File* file = reinterpret_cast<File*>(base);
    file->base.pMethods = nullptr;
    if (s_self->count())
      return SQLITE_CANTOPEN;
    const int code = s_real->xOpen(s_real, name, file->real(), flags, outFlags);
    if (code != SQLITE_OK)
      return code;
    file->name = new QByteArray(name ? name : "");
    static const sqlite3_io_methods methods = [] {
      sqlite3_io_methods all{};
      all.iVersion = 2;
      all.xClose = [](sqlite3_file* f) {
        delete at(f)->name;
        return real(f)->pMethods->xClose(real(f));
      };
      all.xRead = [](sqlite3_file* f, void* to, int length, sqlite3_int64 offset) {
        return s_self->count() ? s_self->m_error : real(f)->pMethods->xRead(real(f), to, length, offset);
      };
      all.xWrite = write;
      all.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
        return s_self->count() ? s_self->m_error : real(f)->pMethods->xTruncate(real(f), size);
      };
      all.xSync = [](sqlite3_file* f, int how) {
        if (s_self->count())
          return s_self->m_error;
        s_self->forget(at(f)->name->constData());
        Q_UNUSED(how) // the disk of this test needs no real sync
        return SQLITE_OK;
      };
      all.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
      all.xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); };
      all.xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
      all.xCheckReservedLock = [](sqlite3_file* f, int* held) {
        return real(f)->pMethods->xCheckReservedLock(real(f), held);
      };
      all.xFileControl = [](sqlite3_file* f, int what, void* argument) {
        return real(f)->pMethods->xFileControl(real(f), what, argument);
      };
      all.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
      all.xDeviceCharacteristics = [](sqlite3_file*) { return 0; }; // promises nothing
      all.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** memory) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, memory);
      };
      all.xShmLock = [](sqlite3_file* f, int offset, int n, int flags2) {
        return real(f)->pMethods->xShmLock(real(f), offset, n, flags2);
      };
      all.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
      all.xShmUnmap = [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); };
      return all;
    }();
    file->base.pMethods = &methods;
    return SQLITE_OK;
  }

  static int write(sqlite3_file* f, const void* from, int length, sqlite3_int64 offset) {
    const bool fails = s_self->count();
    if (fails && s_self->m_way != Way::PowerLoss)
      return s_self->m_error;
    if (fails && !s_self->m_firstLost)
      return s_self->m_error;
    s_self->m_firstLost = false;
    // The write under way when the power goes is one of those that may get there.
    Write one{QFile::decodeName(*at(f)->name), offset, length, {}};
    sqlite3_int64 size = 0;
    real(f)->pMethods->xFileSize(real(f), &size);
    if (offset < size) {
      one.before.resize(int(qMin<qint64>(length, size - offset)));
      real(f)->pMethods->xRead(real(f), one.before.data(), int(one.before.size()), offset);
    }
    if (s_self->m_armed && s_self->m_way == Way::PowerLoss)
      s_self->m_writes.push_back(std::move(one));
    const int code = real(f)->pMethods->xWrite(real(f), from, length, offset);
    return fails ? s_self->m_error : code;
  }

  /// Whether this call fails.
  bool count() {
    if (!m_armed)
      return false;
    ++m_calls;
    if (m_over)
      return m_way != Way::OneFault;
    if (--m_left > 0)
      return false;
    m_firstLost = m_over = true;
    return true;
  }
  /// What was written to a file is on the disk, or the file is gone.
  void forget(const char* name) {
    const QString file = QFile::decodeName(name);
    std::erase_if(m_writes, [&](const Write& write) { return write.file == file; });
  }

  static File* at(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
  static sqlite3_file* real(sqlite3_file* file) { return at(file)->real(); }

  inline static FaultyVfs* s_self = nullptr;
  inline static sqlite3_vfs* s_real = nullptr;
  sqlite3_vfs m_vfs;
  bool m_armed = false, m_over = false, m_firstLost = false;
  Way m_way = Way::PowerLoss;
  int m_left = 0, m_calls = 0, m_error = SQLITE_IOERR;
  std::vector<Write> m_writes;
};
