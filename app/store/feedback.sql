-- name: plan_feedback
-- What was opened and answered of the feedback on a version, and on the one
-- before it; what was shown of the expert's plan (a name that begins with '-')
-- with any version up to it. visible_version says who may see it.
SELECT f.number, f.rule, f.found_at IS NOT NULL AS is_found, f.level, f.answer, f.agrees,
       floor(extract(epoch FROM f.answered_at))::bigint AS answered_s,
       feedback_stamp(f.answer, f.agrees) AS stamp
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN plan_feedback f ON f.organisation_id = v.organisation_id AND f.plan_id = v.plan_id
                      AND f.number <= v.number
                      AND (f.number >= v.number - 1 OR f.rule LIKE '-%')
 ORDER BY f.number, f.rule
 LIMIT 200;

-- name: feedback_keep
SELECT keep_plan_feedback($1::bytea, $2::text, $3::text, $4::integer, $5::text[]) AS number;

-- name: feedback_open
SELECT open_plan_feedback($1::bytea, $2::text, $3::text, $4::integer, $5::text, $6::integer) AS level;

-- name: feedback_answer
SELECT answer_plan_feedback($1::bytea, $2::text, $3::text, $4::integer, $5::text, $6::text, $7::text,
                            $8::boolean) AS outcome;
