-- name: session_require
-- Who is asking; raises LM401 or LM403. First in every batch that needs one.
SELECT person_id, organisation_id, name, organisation, roles, organisation_count, refused
  FROM require_session($1::bytea, $2::integer);

-- name: session_insert
-- Begins a session in the organisation where this person was last active.
INSERT INTO session (token_hash, organisation_id, person_id, expires_at)
SELECT $1::bytea, m.organisation_id, m.person_id, now() + interval '14 days'
  FROM membership m
 WHERE m.person_id = $2::bigint
 ORDER BY (SELECT max(v.visited_at) FROM visit v
            WHERE v.organisation_id = m.organisation_id AND v.person_id = m.person_id)
          DESC NULLS LAST, m.organisation_id
 LIMIT 1
RETURNING organisation_id, name;

-- name: session_delete
-- Ends this session. Repeating it changes nothing.
DELETE FROM session WHERE token_hash = $1::bytea;

-- name: session_delete_expired
-- Tidies up sessions that are over, a few at a time, whenever somebody logs in;
-- what another log-in is tidying is left to that one.
DELETE FROM session
 WHERE token_hash IN (SELECT s.token_hash FROM session s
                       WHERE s.expires_at < now() LIMIT 100
                         FOR UPDATE SKIP LOCKED);

-- name: session_delete_all
-- Ends all sessions of whoever holds this one.
DELETE FROM session s
 USING session mine
 WHERE mine.token_hash = $1::bytea AND mine.expires_at > now()
   AND s.person_id = mine.person_id;

-- name: session_note_use
-- About when this session was last used, for the list on the account page.
UPDATE session s SET used_at = now()
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
   AND s.used_at < now() - interval '10 minutes';

-- name: session_list
-- Where this person is logged in now, the last used first.
SELECT s.token_hash = mine.token_hash AS is_this,
       floor(extract(epoch FROM s.started_at))::bigint AS started_s,
       floor(extract(epoch FROM s.used_at))::bigint AS used_s
  FROM session mine
  JOIN session s ON s.person_id = mine.person_id AND s.expires_at > now()
 WHERE mine.token_hash = $1::bytea AND mine.expires_at > now()
 ORDER BY is_this DESC, s.used_at DESC
 LIMIT 50;

-- name: session_organisations
-- The organisations that this person belongs to.
SELECT o.id, o.name, o.id = s.organisation_id AS is_active
  FROM session s
  JOIN membership m ON m.person_id = s.person_id
  JOIN organisation o ON o.id = m.organisation_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY o.name
 LIMIT 50;

-- name: session_switch
-- Makes another organisation the active one, if this person belongs to it.
UPDATE session s
   SET organisation_id = m.organisation_id
  FROM membership m
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
   AND m.person_id = s.person_id AND m.organisation_id = $2::bigint
RETURNING s.organisation_id;

-- name: health
-- Does the database answer?
SELECT 1 AS alive;
