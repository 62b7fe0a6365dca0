-- name: search_warm
-- Reads the dictionary, which a connection keeps from then on.
-- dictionary
SELECT to_tsvector('leer_nl', 'gezinnen')::text AS warm;

-- name: search_find
-- What is found in one edition of the courses and among the articles of this
-- session's organisation; one row without a kind, and is_loaded false, when
-- that edition was not loaded.
-- dictionary
SELECT f.kind, f.key, f.title, f.summary, f.path, f.phrase, f.sentence, e.is_loaded
  FROM session s
 CROSS JOIN (SELECT EXISTS (SELECT FROM search_edition x WHERE x.name = $2::text) AS is_loaded) e
  LEFT JOIN find_by_kind(s.organisation_id, $2::text, $3::text, $4::text[], $5::integer) f ON true
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 LIMIT 100;
