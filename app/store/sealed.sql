-- name: seal_keys
-- Who holds this session, and the wrapped keys of the organisation, the newest
-- first: one row without a key when there is none.
SELECT s.organisation_id, s.person_id, k.number, k.master, encode(k.wrapped, 'hex') AS wrapped
  FROM session s
  LEFT JOIN seal_key k ON k.organisation_id = s.organisation_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY k.number DESC
 LIMIT 20;

-- name: seal_masters
-- The master keys without which texts cannot be read.
SELECT DISTINCT master FROM seal_key ORDER BY master LIMIT 20;
