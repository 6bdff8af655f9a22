-- SPDX-License-Identifier: GPL-3.0-or-later
-- The work queue: indices for forecasts, for the trackings that run on a version of a template, for calls.

-- The newest finished trackings of a type and subtype, or of them with one payor in one state: an office's own history.
CREATE INDEX tracking_done ON tracking(type, subtype, id) WHERE status = 'Completed';
--;
CREATE INDEX tracking_done_payor ON tracking(type, subtype, payor_id, state, id) WHERE status = 'Completed';
--;
CREATE INDEX tracking_running ON tracking(template_id, id) WHERE status NOT IN ('Completed', 'Cancelled');
--;
-- Running trackings that name a payor or facility but are about no enrollment or affiliation.
CREATE INDEX tracking_loose ON tracking(id) WHERE status NOT IN ('Completed', 'Cancelled')
  AND (payor_id IS NOT NULL AND enrollment_id IS NULL
    OR facility_id IS NOT NULL AND affiliation_id IS NULL AND provider_id IS NOT NULL);
--;
CREATE INDEX step_open_follow_up ON step(follow_up, id) WHERE status IN ('New', 'In progress', 'Waiting');
