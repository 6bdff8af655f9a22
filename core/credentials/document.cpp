// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/document.h"

const db::Table& Document::table() {
  static const db::Table it("document", {"provider_id", "practice_id", "credential_id", "name", "kind", "hash", "size",
                                         "media_type", "added", "task_id"});
  return it;
}

db::Values Document::values() const {
  return {provider, practice, credential, name, kind, hash, size, mediaType, added, task};
}

Document Document::read(db::Row& row) {
  Document r;
  r.id = row.id<Document>();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  r.credential = row.id<Credential>();
  r.name = row.text();
  r.kind = row.text();
  r.hash = row.text();
  r.size = row.number();
  r.mediaType = row.text();
  r.added = row.date();
  r.task = row.id<Task>();
  return r;
}
