-- name: past_list
-- The earlier states of one text of the draft, the latest first; of every
-- text when none is named, and then without their words.
SELECT p.field, p.id, floor(extract(epoch FROM p.saved_at))::bigint AS saved_s,
       CASE WHEN $4::text = '' THEN '' ELSE p.value END AS value
  FROM visible_version($1::bytea, $2::text, $3::text, NULL, 0) v
  JOIN plan_text_past p ON p.organisation_id = v.organisation_id AND p.plan_id = v.plan_id
                       AND p.number = v.number
 WHERE v.handed_in_at IS NULL AND p.kept_at > now() - interval '30 days'
   AND $4::text IN ('', p.field)
 ORDER BY p.id DESC
 LIMIT 200;

-- name: past_put_back
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM put_back_plan_text($1::bytea, $2::text, $3::text, $4::text, $5::bigint, $6::text);

-- name: past_tidy
-- Tidies up states that are too old, a few at a time.
SELECT tidy_plan_past();
