// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <memory>

struct zip;
struct zip_file;

namespace exchange {

/// A zip file from a stranger, opened only when it keeps the limits: at most 1,000 entries, 256 MB unpacked together,
/// no entry above 1 MB unpacked more than 100 times, no archive inside, no two entries over the same bytes. (D.
/// Fifield, "A better zip bomb", 2019; OWASP File Upload Cheat Sheet.)
class Archive {
public:
  static Result<std::unique_ptr<Archive>> open(const QString& path);
  ~Archive();
  Q_DISABLE_COPY_MOVE(Archive)

  bool has(const QString& part) const;
  /// A part as a stream, unpacked while it is read; null when there is none. Case does not matter in part names.
  std::unique_ptr<QIODevice> part(const QString& name) const;
  /// Bytes of the part unpacked; 0 when there is none.
  qint64 partSize(const QString& name) const;

private:
  explicit Archive(zip* handle) : m_zip(handle) {}
  std::optional<Problem> limitBroken() const;

  zip* m_zip;
};

} // namespace exchange
