-- name: law_local
-- The articles that this session's organisation added itself, as they are now.
SELECT DISTINCT ON (l.number) l.number, l.version, l.is_withdrawn, l.soort, l.regeling, l.artikel,
       l.kernzin, l.wanneer, l.helpt_niet, l.link, l.stand::text AS stand, l.domein,
       array_to_string(l.hindernissen, E'\n') AS hindernissen,
       NULL::text AS person, floor(extract(epoch FROM l.made_at))::bigint AS made_s
  FROM session s
  JOIN local_law l ON l.organisation_id = s.organisation_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY l.number, l.version DESC
 LIMIT 200;

-- name: law_plan
-- The same as a version of a plan is read with them: a draft with those of now,
-- what was handed in with those of that moment. visible_version says who may.
SELECT DISTINCT ON (l.number) l.number, l.version, l.is_withdrawn, l.soort, l.regeling, l.artikel,
       l.kernzin, l.wanneer, l.helpt_niet, l.link, l.stand::text AS stand, l.domein,
       array_to_string(l.hindernissen, E'\n') AS hindernissen,
       NULL::text AS person, floor(extract(epoch FROM l.made_at))::bigint AS made_s
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN local_law l ON l.organisation_id = v.organisation_id
                  AND l.made_at <= coalesce(v.handed_in_at, 'infinity')
 ORDER BY l.number, l.version DESC
 LIMIT 200;

-- name: law_versions
-- One article ($2) in all its versions, the newest first.
SELECT l.number, l.version, l.is_withdrawn, l.soort, l.regeling, l.artikel,
       l.kernzin, l.wanneer, l.helpt_niet, l.link, l.stand::text AS stand, l.domein,
       array_to_string(l.hindernissen, E'\n') AS hindernissen,
       p.name AS person, floor(extract(epoch FROM l.made_at))::bigint AS made_s
  FROM session s
  JOIN local_law l ON l.organisation_id = s.organisation_id AND l.number = $2::integer
  LEFT JOIN person p ON p.id = l.person_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY l.version DESC
 LIMIT 50;

-- name: law_save
-- dictionary
SELECT outcome, number
  FROM save_local_law($1::bytea, $2::text, $3::integer, $4::integer,
         ROW(NULL::bigint, NULL::integer, NULL::integer, NULL::text, NULL::bigint,
             NULL::timestamptz, false, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text,
             $11::text, $12::text::date, $13::text, $14::text[])::local_law);

-- name: law_turn
-- Withdraws an article, or makes it findable again.
-- dictionary
SELECT outcome, number
  FROM turn_local_law($1::bytea, $2::text, $3::integer, $4::integer, $5::boolean);

-- name: law_drafts
-- The drafts of whoever asks, and which have this article ($2).
SELECT p.course, p.casus, v.revision,
       EXISTS (SELECT FROM plan_article a
                WHERE a.organisation_id = v.organisation_id AND a.plan_id = v.plan_id
                  AND a.number = v.number AND a.code = $2::text
                  AND a.removed_at IS NULL) AS has_it
  FROM session s
  JOIN plan p ON p.organisation_id = s.organisation_id AND p.person_id = s.person_id
  JOIN plan_version v ON v.organisation_id = p.organisation_id AND v.plan_id = p.id
                     AND v.handed_in_at IS NULL
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY v.saved_at DESC, p.id
 LIMIT 20;

-- name: law_recent
-- The articles that whoever asks chose last, in any plan.
SELECT a.code
  FROM session s
  JOIN plan p ON p.organisation_id = s.organisation_id AND p.person_id = s.person_id
  JOIN plan_article a ON a.organisation_id = p.organisation_id AND a.plan_id = p.id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now() AND a.removed_at IS NULL
 GROUP BY a.code
 ORDER BY max(a.added_at) DESC, a.code
 LIMIT 5;
