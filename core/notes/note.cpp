// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notes/note.h"

const db::Table& Note::table() {
  static const db::Table it("note",
                            {"tracking_id", "step_id", "task_id", "provider_id", "practice_id", "payor_id", "written",
                             "author", "kind", "with_whom", "reference", "outcome", "follow_up", "text"});
  return it;
}

db::Values Note::values() const {
  return db::valuesOf(tracking, step, task, provider, practice, payor, written, author, kind, withWhom, reference,
                      outcome, followUp, text);
}

Note Note::read(db::Row& row) {
  Note r;
  r.id = row.id<Note>();
  r.tracking = row.id<Tracking>();
  r.step = row.id<Step>();
  r.task = row.id<Task>();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  r.payor = row.id<Payor>();
  r.written = row.text();
  r.author = row.text();
  r.kind = row.text();
  r.withWhom = row.text();
  r.reference = row.text();
  r.outcome = row.text();
  r.followUp = row.date();
  r.text = row.text();
  return r;
}
