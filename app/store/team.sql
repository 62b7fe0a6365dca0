-- name: team_members
-- Whose work it is ($2, as people() in migrations/), once per team, with the
-- last visit. Oneself is there also without a team.
SELECT t.id AS team_id, t.name AS team, p.id AS person_id, p.name AS person,
       floor(extract(epoch FROM m.since))::bigint AS joined_s,
       floor(extract(epoch FROM (
         SELECT max(x.visited_at) FROM visit x
          WHERE x.organisation_id = o.organisation_id AND x.person_id = o.person_id)))::bigint
         AS visited_s
  FROM (
    SELECT c.organisation_id, c.team_id, c.person_id
      FROM coached($1::bytea) c
     WHERE $2::bigint IS NOT NULL AND ($2::bigint = 0 OR c.person_id = $2::bigint)
     UNION ALL
    SELECT s.organisation_id, mine.team_id, s.person_id
      FROM session s
      LEFT JOIN team_person mine ON mine.organisation_id = s.organisation_id
       AND mine.person_id = s.person_id AND NOT mine.is_coach
     WHERE $2::bigint IS NULL AND s.token_hash = $1::bytea AND s.expires_at > now()) o
  JOIN membership m ON m.organisation_id = o.organisation_id AND m.person_id = o.person_id
  JOIN person p ON p.id = o.person_id
  LEFT JOIN team t ON t.organisation_id = o.organisation_id AND t.id = o.team_id
 ORDER BY t.name, t.id, p.name, p.id
 LIMIT 2000;

-- name: team_stuck
-- Questions that people ($2) tried $3 times or more and never had right, in
-- any version: the reader knows which version is the present one.
SELECT x.person_id, x.course, x.module, x.question, x.version, tries.tries,
       floor(extract(epoch FROM tries.tried_at))::bigint AS tried_s
  FROM people($1::bytea, $2::bigint) o
  JOIN answer x ON x.organisation_id = o.organisation_id AND x.person_id = o.person_id
   AND x.attempt = $3::integer
  JOIN LATERAL (
    SELECT count(*) AS tries, max(y.answered_at) AS tried_at, bool_or(y.is_right) AS is_right_once
      FROM answer y
     WHERE y.organisation_id = x.organisation_id AND y.person_id = x.person_id
       AND y.course = x.course AND y.module = x.module
       AND y.question = x.question AND y.version = x.version) tries ON NOT tries.is_right_once
 LIMIT 5000;

-- name: team_attempts
-- Every attempt of people ($2: one person), in order: when, and right or not.
-- What was chosen stays with the learner.
SELECT x.course, x.module, x.question, x.version, x.is_right,
       floor(extract(epoch FROM x.answered_at))::bigint AS answered_s
  FROM people($1::bytea, $2::bigint) o
  JOIN answer x ON x.organisation_id = o.organisation_id AND x.person_id = o.person_id
 ORDER BY x.course, x.module, x.question, x.version, x.attempt
 LIMIT 10000;

-- name: team_versions
-- The versions that people ($2: one person) handed in, newest first, with who
-- of the coaches opened each first, and how each stands (as review_standing
-- of core/ says). Drafts are not here.
SELECT p.course, p.casus, v.number,
       floor(extract(epoch FROM v.handed_in_at))::bigint AS handed_in_s,
       floor(extract(epoch FROM k.looked_at))::bigint AS looked_s, r.name AS reader,
       w.outcome AS verdict, w.name AS verdict_by,
       floor(extract(epoch FROM w.sent_at))::bigint AS verdict_s
  FROM people($1::bytea, $2::bigint) o
  JOIN plan p ON p.organisation_id = o.organisation_id AND p.person_id = o.person_id
  JOIN plan_version v ON v.organisation_id = p.organisation_id AND v.plan_id = p.id
   AND v.handed_in_at IS NOT NULL
  LEFT JOIN plan_look k ON k.organisation_id = v.organisation_id AND k.plan_id = v.plan_id
   AND k.number = v.number
  LEFT JOIN person r ON r.id = k.reader_id
  LEFT JOIN LATERAL (
    SELECT x.outcome, x.sent_at, y.name
      FROM plan_review x JOIN person y ON y.id = x.reviewer_id
     WHERE x.organisation_id = v.organisation_id AND x.plan_id = v.plan_id
       AND x.number = v.number AND x.outcome IN ('vraag', 'klaar')
     ORDER BY x.sent_at DESC, x.reviewer_id LIMIT 1) w ON true
 ORDER BY p.course, p.casus, v.number DESC
 LIMIT 1000;

-- name: team_coaches
-- Who may see one's own work: the coaches of the teams that one is in.
SELECT t.name AS team, p.name AS person
  FROM session s
  JOIN team_person mine ON mine.organisation_id = s.organisation_id
   AND mine.person_id = s.person_id AND NOT mine.is_coach
  JOIN team_person theirs ON theirs.organisation_id = mine.organisation_id
   AND theirs.team_id = mine.team_id AND theirs.is_coach
  JOIN membership m ON m.organisation_id = theirs.organisation_id
   AND m.person_id = theirs.person_id AND m.roles & 2 <> 0
  JOIN person p ON p.id = theirs.person_id
  JOIN team t ON t.organisation_id = theirs.organisation_id AND t.id = theirs.team_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY t.name, p.name
 LIMIT 50;

-- name: team_look
-- A coach opens what a member handed in: noted once, for whoever was first.
-- $5 0 is the newest, as visible_version reads it.
INSERT INTO plan_look (organisation_id, plan_id, number, reader_id)
SELECT v.organisation_id, v.plan_id, v.number, s.person_id
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN session s ON s.token_hash = $1::bytea AND s.expires_at > now()
 WHERE $4::bigint IS NOT NULL AND v.handed_in_at IS NOT NULL
   AND NOT EXISTS (SELECT FROM plan_look k
                    WHERE k.organisation_id = v.organisation_id AND k.plan_id = v.plan_id
                      AND k.number = v.number)
ON CONFLICT DO NOTHING;
