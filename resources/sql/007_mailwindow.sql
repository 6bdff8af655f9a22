-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mails that somebody is to look at: they are counted in the window all the time.
CREATE INDEX outbox_unsettled ON outbox(id) WHERE status = 'Failed' OR status = 'May have been sent';
--;
-- The list of mails by what became of them, the newest first.
CREATE INDEX outbox_status ON outbox(status, queued, id);
