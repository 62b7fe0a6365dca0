-- name: plan_editor
-- What helps to fill in the sum of one's newest plan: the lines of huidig of
-- which it was said what becomes of them, and the tariffs that this person
-- used most, in any plan.
SELECT 'antwoord' AS kind, c.line_id AS code, c.scenario
  FROM own_plan($1::bytea, $2::text, $3::text) o
  JOIN plan_change c ON c.organisation_id = o.organisation_id AND c.plan_id = o.plan_id
 UNION ALL
(SELECT 'gebruikt', l.code, NULL
   FROM own_plan($1::bytea, $2::text, $3::text) o
   JOIN plan p ON p.organisation_id = o.organisation_id AND p.person_id = o.person_id
   JOIN plan_line l ON l.organisation_id = p.organisation_id AND l.plan_id = p.id
  WHERE l.removed_at IS NULL
  GROUP BY l.code ORDER BY count(*) DESC, l.code LIMIT 12)
 LIMIT 200;

-- name: plan_start_put
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM put_start_lines($1::bytea, $2::text, $3::text, $4::text, $5::text[]);

-- name: plan_change_put
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM change_plan_lines($1::bytea, $2::text, $3::text, $4::text, $5::text,
       ARRAY(SELECT ROW(x.line_id, x.answer, x.eenheid, x.hoeveelheid, x.per, x.duur_aantal,
                        x.duur_eenheid, x.start_maand::integer, x.reden)::line_change
               FROM unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                           $11::text[], $12::text[], $13::text[], $14::text[])
                    WITH ORDINALITY AS x(line_id, answer, eenheid, hoeveelheid, per, duur_aantal,
                                         duur_eenheid, start_maand, reden, n)
              ORDER BY x.n));
