-- name: quiz_module
-- What this person did in one module: read or not, and every attempt, in no
-- order. Always one row for a session, also when nothing was done. Counting is
-- left to the reader: a plan without sorting and grouping starts twice as fast.
SELECT r.read_at IS NOT NULL AS is_read, a.question, a.version, a.attempt, a.chosen,
       a.is_right, floor(extract(epoch FROM a.answered_at))::bigint AS answered_s
  FROM session s
  LEFT JOIN reading r ON r.organisation_id = s.organisation_id AND r.person_id = s.person_id
                     AND r.course = $2::text AND r.module = $3::text
  LEFT JOIN answer a ON a.organisation_id = s.organisation_id AND a.person_id = s.person_id
                    AND a.course = $2::text AND a.module = $3::text
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 LIMIT 10000;

-- name: quiz_save_answer
-- Stores one attempt: the next one, or one that is there already, which stays
-- as it is. Gives the newest attempt that is stored: whoever asks compares it
-- with what was sent.
WITH own AS (
  SELECT s.organisation_id, s.person_id FROM session s
   WHERE s.token_hash = $1::bytea AND s.expires_at > now()
), earlier AS (
  SELECT x.attempt, x.chosen, x.is_right, x.answered_at
    FROM own o
    JOIN answer x ON x.organisation_id = o.organisation_id AND x.person_id = o.person_id
     AND x.course = $2::text AND x.module = $3::text
     AND x.question = $4::text AND x.version = $5::text
), saved AS (
  INSERT INTO answer (organisation_id, person_id, course, module, question, version,
                      attempt, chosen, is_right)
  SELECT o.organisation_id, o.person_id, $2::text, $3::text, $4::text, $5::text,
         $6::integer, $7::bigint, $8::boolean
    FROM own o
   WHERE $6::integer <= (SELECT coalesce(max(e.attempt), 0) + 1 FROM earlier e)
  ON CONFLICT (organisation_id, person_id, course, module, question, version, attempt) DO NOTHING
  RETURNING attempt, chosen, is_right, answered_at
), known AS (
  SELECT e.attempt, e.chosen, e.is_right, e.answered_at FROM earlier e
  UNION ALL
  SELECT n.attempt, n.chosen, n.is_right, n.answered_at FROM saved n
)
SELECT k.attempt AS attempts, k.chosen,
       floor(extract(epoch FROM k.answered_at))::bigint AS answered_s,
       (SELECT bool_or(o.is_right) FROM known o) AS is_right_once
  FROM known k
 ORDER BY k.attempt DESC
 LIMIT 1;

-- name: quiz_save_reading
-- The learner says: I have read this module. Repeating it changes nothing.
INSERT INTO reading (organisation_id, person_id, course, module)
SELECT s.organisation_id, s.person_id, $2::text, $3::text
  FROM session s
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
ON CONFLICT (organisation_id, person_id, course, module) DO NOTHING;
