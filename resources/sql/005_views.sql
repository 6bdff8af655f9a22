-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists as people like to look at them.

-- coordinator_id: whose it is; NULL: everybody's. look: JSON, see core/report/views.h.
CREATE TABLE saved_view (
  id             INTEGER PRIMARY KEY,
  list           TEXT NOT NULL CHECK (list <> ''),
  name           TEXT NOT NULL CHECK (name <> ''),
  coordinator_id INTEGER REFERENCES coordinator(id),
  position       INTEGER NOT NULL DEFAULT 0,
  look           TEXT NOT NULL,
  sort_name      TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX saved_view_of ON saved_view(coordinator_id, position, id);
