-- name: quiz_module
-- session: $1 $2
-- together: quiz_modules
-- What this person did in one module: read or not, and every attempt, in no
-- order. Always one row for a session, also when nothing was done. Counting is
-- left to the reader: a plan without sorting and grouping starts twice as fast.
SELECT s.person_id, s.organisation_id, s.name, s.organisation, s.roles,
       s.organisation_count, s.refused,
       r.read_at IS NOT NULL AS is_read, a.question, a.version, a.attempt, a.chosen,
       a.is_right, floor(extract(epoch FROM a.answered_at))::bigint AS answered_s
  FROM require_session($1::bytea, $2::integer) s
  LEFT JOIN reading r ON r.organisation_id = s.organisation_id AND r.person_id = s.person_id
                     AND r.course = $3::text AND r.module = $4::text
  LEFT JOIN answer a ON a.organisation_id = s.organisation_id AND a.person_id = s.person_id
                    AND a.course = $3::text AND a.module = $4::text
 LIMIT 10000;

-- name: quiz_modules
-- The same for several at once; nothing for who has no session or no right.
-- (OFFSET 0 keeps PostgreSQL from reading a whole table for a few persons.)
SELECT s.person_id, s.organisation_id, s.name, s.organisation, s.roles,
       s.organisation_count, NULL::integer AS refused,
       r.read_at IS NOT NULL AS is_read, a.question, a.version, a.attempt, a.chosen,
       a.is_right, floor(extract(epoch FROM a.answered_at))::bigint AS answered_s,
       k.slot
  FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
       AS k (token_hash, needed_roles, course, module, slot)
 CROSS JOIN LATERAL
       (SELECT s.person_id, s.organisation_id, s.name, s.organisation, s.roles,
               s.organisation_count
          FROM session s
         WHERE s.token_hash = k.token_hash AND s.expires_at > now()
           AND s.roles & k.needed_roles::integer <> 0 OFFSET 0) s
  LEFT JOIN LATERAL
       (SELECT r.read_at FROM reading r
         WHERE r.organisation_id = s.organisation_id AND r.person_id = s.person_id
           AND r.course = k.course AND r.module = k.module OFFSET 0) r ON true
  LEFT JOIN LATERAL
       (SELECT a.question, a.version, a.attempt, a.chosen, a.is_right, a.answered_at
          FROM answer a
         WHERE a.organisation_id = s.organisation_id AND a.person_id = s.person_id
           AND a.course = k.course AND a.module = k.module
         OFFSET 0 LIMIT 10000) a ON true;

-- name: quiz_save_answer
-- session: $1 $2
-- together: quiz_save_answers
-- Stores one attempt, when the one before it is there, and gives what is
-- stored under its number: an attempt that is there already stays as it is.
-- (Setting the number to itself writes no other value; it makes RETURNING give
-- the row that was there, also when a twin of this request stores it now.)
INSERT INTO answer AS a (organisation_id, person_id, course, module, question, version,
                         attempt, chosen, is_right)
SELECT s.organisation_id, s.person_id, $3::text, $4::text, $5::text, $6::text,
       $7::integer, $8::bigint, $9::boolean
  FROM require_session($1::bytea, $2::integer) s
 WHERE s.refused IS NULL
   AND ($7::integer = 1 OR EXISTS (
         SELECT FROM answer e
          WHERE e.organisation_id = s.organisation_id AND e.person_id = s.person_id
            AND e.course = $3::text AND e.module = $4::text
            AND e.question = $5::text AND e.version = $6::text
            AND e.attempt = $7::integer - 1))
ON CONFLICT (organisation_id, person_id, course, module, question, version, attempt)
DO UPDATE SET attempt = a.attempt
RETURNING a.chosen;

-- name: quiz_save_answers
-- The same for several at once, for what is new: an attempt that is there
-- already, also twice in these lists, fails for all, and then each is asked
-- alone. Nothing for who has no session, no right or no attempt before. (No
-- EXISTS: PostgreSQL would read all answers for it, to be ready for many.)
WITH asked AS MATERIALIZED (
  SELECT k.slot, s.organisation_id, s.person_id, k.course, k.module, k.question,
         k.version, k.attempt::integer AS attempt, k.chosen::bigint AS chosen,
         k.is_right::boolean AS is_right
    FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::text[],
                $6::text[], $7::text[], $8::text[], $9::text[]) WITH ORDINALITY
         AS k (token_hash, needed_roles, course, module, question, version,
               attempt, chosen, is_right, slot)
   CROSS JOIN LATERAL
         (SELECT s.organisation_id, s.person_id FROM session s
           WHERE s.token_hash = k.token_hash AND s.expires_at > now()
             AND s.roles & k.needed_roles::integer <> 0 OFFSET 0) s
   WHERE k.attempt::integer = 1 OR (
           SELECT true FROM answer e
            WHERE e.organisation_id = s.organisation_id AND e.person_id = s.person_id
              AND e.course = k.course AND e.module = k.module
              AND e.question = k.question AND e.version = k.version
              AND e.attempt = k.attempt::integer - 1)),
stored AS (
  INSERT INTO answer (organisation_id, person_id, course, module, question,
                      version, attempt, chosen, is_right)
  SELECT organisation_id, person_id, course, module, question,
         version, attempt, chosen, is_right
    FROM asked)
SELECT chosen, slot FROM asked;

-- name: quiz_save_reading
-- The learner says: I have read this module. Repeating it changes nothing.
INSERT INTO reading (organisation_id, person_id, course, module)
SELECT s.organisation_id, s.person_id, $2::text, $3::text
  FROM session s
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
ON CONFLICT (organisation_id, person_id, course, module) DO NOTHING;
