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
-- What people ($2: see people() in migrations/) did per module, over the
-- questions ($3 to $6) as they are now. Every question that was answered has
-- one first attempt. Person by person, because a person's answers stand
-- together in the order of the key: nothing is sorted, and nothing of a large
-- team has to wait on disk.
WITH own AS MATERIALIZED (
  SELECT p.organisation_id, p.person_id FROM people($1::bytea, $2::bigint) p
), present AS MATERIALIZED (
  SELECT q.course, q.module, q.question, q.version
    FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
           AS q (course, module, question, version)
), done AS (
  SELECT r.person_id, r.course, r.module, r.read_at, 0 AS answers, 0 AS rights, 0 AS firsts
    FROM own o
    JOIN reading r ON r.organisation_id = o.organisation_id AND r.person_id = o.person_id
  UNION ALL
  SELECT o.person_id, a.course, a.module, NULL, a.answers, a.rights, a.firsts
    FROM own o
    CROSS JOIN LATERAL (
      SELECT e.course, e.module, count(*) FILTER (WHERE e.has_first) AS answers,
             count(*) FILTER (WHERE e.has_right) AS rights,
             count(*) FILTER (WHERE e.has_right_first) AS firsts
        FROM (SELECT x.course, x.module, x.question, x.version, bool_or(x.is_right) AS has_right,
                     bool_or(x.attempt = 1) AS has_first,
                     bool_or(x.attempt = 1 AND x.is_right) AS has_right_first
                FROM answer x
               WHERE x.organisation_id = o.organisation_id AND x.person_id = o.person_id
                 AND (x.is_right OR x.attempt = 1)
               GROUP BY x.course, x.module, x.question, x.version) e
        JOIN present USING (course, module, question, version)
       GROUP BY e.course, e.module) a
)
SELECT d.person_id, d.course, d.module,
       floor(extract(epoch FROM max(d.read_at)))::bigint AS read_s,
       sum(d.answers) AS answered_count, sum(d.rights) AS right_count,
       sum(d.firsts) AS right_first_count
  FROM done d
 GROUP BY d.person_id, d.course, d.module
 LIMIT 50000;

-- name: progress_plans
-- The plans of people ($2): the newest version, what was handed in last and
-- whether a coach opened that, the last step.
SELECT p.person_id, p.course, p.casus, n.number,
       n.handed_in_at IS NULL AS is_draft,
       floor(extract(epoch FROM n.saved_at))::bigint AS saved_s,
       floor(extract(epoch FROM h.handed_in_at))::bigint AS handed_in_s,
       coalesce(h.number, 0) AS handed_in_number,
       k.plan_id IS NOT NULL AS is_looked_at,
       v.place
  FROM people($1::bytea, $2::bigint) o
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
  LEFT JOIN plan_look k ON k.organisation_id = p.organisation_id AND k.plan_id = p.id
   AND k.number = h.number
  LEFT JOIN LATERAL (
    SELECT x.place FROM visit x
     WHERE x.organisation_id = p.organisation_id AND x.person_id = p.person_id
       AND x.course = p.course AND starts_with(x.place, 'casus/' || p.casus || '/plan/')
     ORDER BY x.visited_at DESC LIMIT 1) v ON true
 LIMIT 5000;
