-- name: login_try
-- May the password of this address be tried now? Counts the try if so.
SELECT t.person_id, t.password_hash, t.is_known, t.wait_s, t.keys
  FROM take_login_try($1::text, $2::text, $3::text, $4::text, $5::integer[], $6::integer,
                      $7::integer[], $8::integer, $9::integer[], $10::integer) t;

-- name: login_try_own
-- The same for whoever holds the session: changing a password asks the old one.
SELECT p.email, t.person_id, t.password_hash, t.is_known, t.wait_s, t.keys
  FROM session s
  JOIN person p ON p.id = s.person_id
 CROSS JOIN LATERAL take_login_try(p.email, $2::text, $3::text, $4::text, $5::integer[],
   $6::integer, $7::integer[], $8::integer, $9::integer[], $10::integer) t
 WHERE s.token_hash = $1::bytea AND s.expires_at > now();

-- name: login_settle
-- The password fitted: the try is taken back, and this browser is known.
SELECT settle_login($1::bigint, $2::bytea[], $3::text) AS mac;

-- name: login_change_password
-- A new password for whoever holds the session; their other sessions end.
SELECT change_password($1::bytea, $2::text, $3::text) AS is_changed;
