-- name: plan_asked
-- Whom the maker of this version asked before it was handed in, the oldest act
-- first; one row without an act when that is nobody. visible_version says who
-- may see it.
SELECT v.number > 1 OR v.handed_in_at IS NOT NULL AS is_open,
       a.act, a.document, a.minutes, a.is_resident
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  LEFT JOIN plan_asked a ON a.organisation_id = v.organisation_id AND a.plan_id = v.plan_id
                        AND a.asked_at <= coalesce(v.handed_in_at, 'infinity')
 ORDER BY a.position
 LIMIT 100;

-- name: plan_talk_ask
SELECT ask_plan_talk($1::bytea, $2::text, $3::text, $4::integer, $5::text, $6::integer,
                     $7::integer, $8::boolean, $9::integer) AS outcome;

-- name: plan_talk_again
SELECT restart_plan_talks($1::bytea, $2::text, $3::text, $4::integer) AS outcome;
