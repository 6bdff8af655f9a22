-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the report all-items shows, written by hand for the sqlite3 shell: the measure its export is held against.
-- $today is set by tests/bench/bench.
SELECT
  team.name AS "Team",
  provider.last_name || iif(provider.first_name = '', '', ', ' || provider.first_name) AS "Provider",
  provider.npi AS "NPI",
  practice.name AS "Practice",
  tracking.type AS "Type",
  tracking.subtype AS "Subtype",
  coalesce(payor.name, '') || iif(payor.name <> '' AND coalesce(facility.name, tracking.state) <> '', ' · ', '')
    || coalesce(facility.name, '') || iif(facility.name <> '' AND tracking.state <> '', ' · ', '')
    || tracking.state AS "About",
  step.position AS "Step no",
  step.name AS "Step",
  step.status AS "Status",
  iif(step.status IN ('New', 'In progress', 'Waiting'), step.waiting_on, '') AS "Waiting on",
  coordinator.name AS "Assignee",
  step.started AS "Started",
  step.due AS "Due",
  iif(step.status IN ('New', 'In progress', 'Waiting') AND tracking.status NOT IN ('Completed', 'Cancelled')
        AND step.due < $today,
      nullif((SELECT number FROM business_day WHERE day = $today)
             - (SELECT number FROM business_day WHERE day = step.due), 0), NULL) AS "Days late",
  step.follow_up AS "Follow-up",
  step.completed AS "Completed",
  substr(note.written, 1, 10) AS "Last note on",
  note.author AS "Last note by",
  note.text AS "Last note"
FROM step
JOIN tracking ON tracking.id = step.tracking_id
LEFT JOIN team ON team.id = tracking.team_id
LEFT JOIN provider ON provider.id = tracking.provider_id
LEFT JOIN practice ON practice.id = tracking.practice_id
LEFT JOIN payor ON payor.id = tracking.payor_id
LEFT JOIN facility ON facility.id = tracking.facility_id
LEFT JOIN coordinator ON coordinator.id = step.assignee_id
LEFT JOIN note ON note.id =
  (SELECT n.id FROM note n WHERE n.step_id = step.id ORDER BY n.written DESC, n.id DESC LIMIT 1)
ORDER BY team.sort_name, provider.sort_name, step.due, step.id;
