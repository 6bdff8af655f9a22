// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/credentials/document.h"

#include <functional>

/// The bytes of documents, in a folder beside the data file: "office.db" has "office documents". Each file lies under
/// its SHA-256, "ab/abcdef…": written whole or not at all, readable by its owner alone, never changed, never run. A
/// name is only ever shown. A document that is removed leaves its bytes, so that removing can be undone.
class DocumentStore {
public:
  /// An in-memory data file has no folder: nothing can be kept.
  explicit DocumentStore(const QString& dataFile);

  const QString& folder() const { return m_folder; }

  /// Copies a file into the store; answers a document with its name (cleaned), hash, size and media type (by content).
  /// Refused: what is no plain file (a link, a pipe, a folder), is empty, larger than largest(), or cannot be read.
  Result<Document> keep(const QString& path) const;

  /// The bytes, when they are the ones that were kept; else a sentence: missing, or damaged.
  Result<QByteArray> bytes(const Document& document) const;
  /// Writes the bytes to a place that a person chose; likewise. An existing file is replaced.
  std::optional<Problem> saveAs(const Document& document, const QString& target) const;

  /// A sentence for each document whose file is missing or damaged, 20 at most.
  std::vector<QString> verify(db::Database& database) const;

  /// Takes along what the documents of a database need from another store; what is there already stays. By::Link: where
  /// both lie on one disk they share the bytes. Answers how many files the other store could not give. What cannot be
  /// written throws db::Error.
  enum class By { Copy, Link };
  int takeFrom(const DocumentStore& other, db::Database& database, By by) const;

  /// Lets go of files that no document names and none did that was removed since `since`. Answers how many.
  int prune(db::Database& database, QDate since) const;

  static qint64 largest() { return 100 << 20; }

private:
  QString placeOf(const QString& hash) const;
  bool isWhole(const QString& hash) const;

  QString m_folder;
};

/// A file's name as it is shown and offered when saving: without folders, control characters and those that turn the
/// direction of writing, not a name that some system keeps for itself, 120 characters at most. Never empty.
QString cleanedName(const QString& name);

/// Whether a document is shown inside the program: PDF and pictures.
bool isPreviewed(const QString& mediaType);
