-- name: progress_visit
-- Remembers that somebody is at this place. Writes nothing when they were here
-- in the last five minutes and nowhere else since: most pages only read.
INSERT INTO visit (organisation_id, person_id, course, place)
SELECT s.organisation_id, s.person_id, $2::text, $3::text
  FROM session s
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
   AND NOT EXISTS (
     SELECT FROM visit v
      WHERE v.organisation_id = s.organisation_id AND v.person_id = s.person_id
        AND v.course = $2::text AND v.place = $3::text
        AND v.visited_at > now() - interval '5 minutes'
        AND NOT EXISTS (
          SELECT FROM visit w
           WHERE w.organisation_id = v.organisation_id AND w.person_id = v.person_id
             AND w.visited_at > v.visited_at))
ON CONFLICT (organisation_id, person_id, course, place)
DO UPDATE SET visited_at = excluded.visited_at;

-- name: progress_last_visit
-- Where this person was last, for "ga verder waar je was".
SELECT v.course, v.place, floor(extract(epoch FROM v.visited_at))::bigint AS visited_s
  FROM session s
  JOIN visit v ON v.organisation_id = s.organisation_id AND v.person_id = s.person_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY v.visited_at DESC
 LIMIT 1;

-- name: progress_modules
-- What this person did per module, over the questions ($2 to $5) as they are now.
WITH own AS (
  SELECT s.organisation_id, s.person_id FROM session s
   WHERE s.token_hash = $1::bytea AND s.expires_at > now()
), answered AS (
  SELECT x.person_id, x.course, x.module, bool_or(x.is_right) AS is_right,
         bool_or(x.is_right AND x.attempt = 1) AS is_right_first
    FROM own o
   CROSS JOIN unnest($2::text[], $3::text[], $4::text[], $5::text[])
           AS q (course, module, question, version)
    JOIN answer x ON x.organisation_id = o.organisation_id AND x.person_id = o.person_id
     AND x.course = q.course AND x.module = q.module
     AND x.question = q.question AND x.version = q.version
   GROUP BY x.person_id, x.course, x.module, x.question
), done AS (
  SELECT r.person_id, r.course, r.module, true AS is_read, 0 AS answers, 0 AS rights, 0 AS firsts
    FROM own o
    JOIN reading r ON r.organisation_id = o.organisation_id AND r.person_id = o.person_id
  UNION ALL
  SELECT a.person_id, a.course, a.module, false, 1, a.is_right::integer, a.is_right_first::integer
    FROM answered a
)
SELECT d.person_id, d.course, d.module, bool_or(d.is_read) AS is_read,
       sum(d.answers) AS answered_count, sum(d.rights) AS right_count,
       sum(d.firsts) AS right_first_count
  FROM done d
 GROUP BY d.person_id, d.course, d.module
 LIMIT 1000;

-- name: progress_plans
-- This person's plans: the newest version, what was handed in, the last step.
SELECT p.person_id, p.course, p.casus, n.number,
       n.handed_in_at IS NULL AS is_draft,
       floor(extract(epoch FROM n.saved_at))::bigint AS saved_s,
       floor(extract(epoch FROM h.handed_in_at))::bigint AS handed_in_s,
       coalesce(h.number, 0) AS handed_in_number,
       v.place
  FROM session s
  JOIN plan p ON p.organisation_id = s.organisation_id AND p.person_id = s.person_id
  JOIN LATERAL (
    SELECT x.number, x.saved_at, x.handed_in_at FROM plan_version x
     WHERE x.organisation_id = p.organisation_id AND x.plan_id = p.id
     ORDER BY x.number DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT x.number, x.handed_in_at FROM plan_version x
     WHERE x.organisation_id = p.organisation_id AND x.plan_id = p.id
       AND x.handed_in_at IS NOT NULL
     ORDER BY x.number DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (
    SELECT x.place FROM visit x
     WHERE x.organisation_id = p.organisation_id AND x.person_id = p.person_id
       AND x.course = p.course AND starts_with(x.place, 'casus/' || p.casus || '/plan/')
     ORDER BY x.visited_at DESC LIMIT 1) v ON true
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 LIMIT 500;

-- name: team_members
-- The members of the teams that this person coaches, with their last visit.
SELECT t.id AS team_id, t.name AS team, p.id AS person_id, p.name AS person,
       v.course, v.place, floor(extract(epoch FROM v.visited_at))::bigint AS visited_s
  FROM session s
  JOIN team_person mine ON mine.organisation_id = s.organisation_id
   AND mine.person_id = s.person_id AND mine.is_coach
  JOIN team t ON t.organisation_id = mine.organisation_id AND t.id = mine.team_id
  JOIN team_person member ON member.organisation_id = t.organisation_id
   AND member.team_id = t.id AND NOT member.is_coach
  JOIN person p ON p.id = member.person_id
  LEFT JOIN LATERAL (
    SELECT x.course, x.place, x.visited_at FROM visit x
     WHERE x.organisation_id = member.organisation_id AND x.person_id = member.person_id
     ORDER BY x.visited_at DESC LIMIT 1) v ON true
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY t.name, t.id, p.name, p.id
 LIMIT 1000;

-- name: team_progress
-- progress_modules for every member of the teams that this person coaches.
WITH own AS (
  SELECT DISTINCT member.organisation_id, member.person_id
    FROM session s
    JOIN team_person mine ON mine.organisation_id = s.organisation_id
     AND mine.person_id = s.person_id AND mine.is_coach
    JOIN team_person member ON member.organisation_id = mine.organisation_id
     AND member.team_id = mine.team_id AND NOT member.is_coach
   WHERE s.token_hash = $1::bytea AND s.expires_at > now()
), answered AS (
  SELECT x.person_id, x.course, x.module, bool_or(x.is_right) AS is_right,
         bool_or(x.is_right AND x.attempt = 1) AS is_right_first
    FROM own o
   CROSS JOIN unnest($2::text[], $3::text[], $4::text[], $5::text[])
           AS q (course, module, question, version)
    JOIN answer x ON x.organisation_id = o.organisation_id AND x.person_id = o.person_id
     AND x.course = q.course AND x.module = q.module
     AND x.question = q.question AND x.version = q.version
   GROUP BY x.person_id, x.course, x.module, x.question
), done AS (
  SELECT r.person_id, r.course, r.module, true AS is_read, 0 AS answers, 0 AS rights, 0 AS firsts
    FROM own o
    JOIN reading r ON r.organisation_id = o.organisation_id AND r.person_id = o.person_id
  UNION ALL
  SELECT a.person_id, a.course, a.module, false, 1, a.is_right::integer, a.is_right_first::integer
    FROM answered a
)
SELECT d.person_id, d.course, d.module, bool_or(d.is_read) AS is_read,
       sum(d.answers) AS answered_count, sum(d.rights) AS right_count,
       sum(d.firsts) AS right_first_count
  FROM done d
 GROUP BY d.person_id, d.course, d.module
 LIMIT 20000;

-- name: team_plans
-- progress_plans for every member of the teams that this person coaches.
SELECT p.person_id, p.course, p.casus, n.number,
       n.handed_in_at IS NULL AS is_draft,
       floor(extract(epoch FROM n.saved_at))::bigint AS saved_s,
       floor(extract(epoch FROM h.handed_in_at))::bigint AS handed_in_s,
       coalesce(h.number, 0) AS handed_in_number,
       v.place
  FROM (
    SELECT DISTINCT member.organisation_id, member.person_id
      FROM session s
      JOIN team_person mine ON mine.organisation_id = s.organisation_id
       AND mine.person_id = s.person_id AND mine.is_coach
      JOIN team_person member ON member.organisation_id = mine.organisation_id
       AND member.team_id = mine.team_id AND NOT member.is_coach
     WHERE s.token_hash = $1::bytea AND s.expires_at > now()) o
  JOIN plan p ON p.organisation_id = o.organisation_id AND p.person_id = o.person_id
  JOIN LATERAL (
    SELECT x.number, x.saved_at, x.handed_in_at FROM plan_version x
     WHERE x.organisation_id = p.organisation_id AND x.plan_id = p.id
     ORDER BY x.number DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT x.number, x.handed_in_at FROM plan_version x
     WHERE x.organisation_id = p.organisation_id AND x.plan_id = p.id
       AND x.handed_in_at IS NOT NULL
     ORDER BY x.number DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (
    SELECT x.place FROM visit x
     WHERE x.organisation_id = p.organisation_id AND x.person_id = p.person_id
       AND x.course = p.course AND starts_with(x.place, 'casus/' || p.casus || '/plan/')
     ORDER BY x.visited_at DESC LIMIT 1) v ON true
 LIMIT 5000;
