-- name: plan_version
-- One version and its texts, a row each; one row with a NULL field when there
-- are no texts yet. Those of an article come with it. visible_version says who may see it.
SELECT v.number, v.revision, v.kans_dreigend, v.slaagkans, v.horizon_jaren, v.disconto_pct,
       floor(extract(epoch FROM v.started_at))::bigint AS started_s,
       floor(extract(epoch FROM v.saved_at))::bigint AS saved_s,
       floor(extract(epoch FROM v.handed_in_at))::bigint AS handed_in_s,
       p.id AS person_id, p.name AS person, t.field, t.value, text_stamp(t.value) AS stamp,
       text_stamp(v.kans_dreigend) AS kans_stamp, text_stamp(v.slaagkans) AS slaagkans_stamp,
       text_stamp(v.horizon_jaren::text) AS horizon_stamp, v.tarieventabel
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN plan o ON o.organisation_id = v.organisation_id AND o.id = v.plan_id
  JOIN person p ON p.id = o.person_id
  LEFT JOIN plan_text t ON t.organisation_id = v.organisation_id AND t.plan_id = v.plan_id
                       AND t.number = v.number AND strpos(t.field, ':') = 0
 LIMIT 40;

-- name: plan_lines
-- The lines of that version, scenario by scenario in the order of the form.
SELECT l.id, l.scenario, l.persoon, l.code, l.omschrijving, l.domein, l.wet, l.aard, l.rol,
       l.betaler, l.tarief_eurocent, l.eenheid, l.prijspeil_jaar, l.zekerheid, l.kasstroom,
       l.hoeveelheid, l.per, l.duur_aantal, l.duur_eenheid, l.start_maand, l.kans, l.stopreden,
       s.verlengde_jeugdhulp, s.verblijf24, s.ernstig, s.gebeurtenis,
       text_stamp(line_content(l)) AS stamp
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN plan_line l ON l.organisation_id = v.organisation_id AND l.plan_id = v.plan_id
                  AND l.number = v.number
  LEFT JOIN plan_line_sign s ON s.organisation_id = l.organisation_id AND s.plan_id = l.plan_id
                            AND s.number = l.number AND s.id = l.id
 WHERE l.removed_at IS NULL
 ORDER BY array_position(ARRAY['huidig', 'dreigend', 'doorbraak'], l.scenario), l.position, l.id
 LIMIT 180;

-- name: plan_articles
-- Each with the parts of its argument; `argument` is what was written before
-- there were parts, as long as there is no ruimte.
SELECT a.code, h.value AS hindernis, text_stamp(h.value) AS hindernis_stamp,
       nullif(r.value, '') AS ruimte, text_stamp(coalesce(nullif(r.value, ''), a.argument)) AS ruimte_stamp,
       w.value AS afweging, text_stamp(w.value) AS afweging_stamp, a.argument
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN plan_article a ON a.organisation_id = v.organisation_id AND a.plan_id = v.plan_id
                     AND a.number = v.number
  LEFT JOIN plan_text h ON h.organisation_id = a.organisation_id AND h.plan_id = a.plan_id
                       AND h.number = a.number AND h.field = 'hindernis:' || a.code
  LEFT JOIN plan_text r ON r.organisation_id = a.organisation_id AND r.plan_id = a.plan_id
                       AND r.number = a.number AND r.field = 'ruimte:' || a.code
  LEFT JOIN plan_text w ON w.organisation_id = a.organisation_id AND w.plan_id = a.plan_id
                       AND w.number = a.number AND w.field = 'afweging:' || a.code
 WHERE a.removed_at IS NULL
 ORDER BY a.added_at, a.code
 LIMIT 30;

-- name: plan_actions
SELECT a.id, a.wat, a.wie, a.wanneer, text_stamp(action_content(a)) AS stamp
  FROM visible_version($1::bytea, $2::text, $3::text, $4::bigint, $5::integer) v
  JOIN plan_action a ON a.organisation_id = v.organisation_id AND a.plan_id = v.plan_id
                    AND a.number = v.number
 WHERE a.removed_at IS NULL
 ORDER BY a.position, a.id
 LIMIT 40;

-- name: plan_versions
-- The versions of one's own plan, newest first.
SELECT v.number, floor(extract(epoch FROM v.saved_at))::bigint AS saved_s,
       floor(extract(epoch FROM v.handed_in_at))::bigint AS handed_in_s
  FROM own_plan($1::bytea, $2::text, $3::text) o
  JOIN plan_version v ON v.organisation_id = o.organisation_id AND v.plan_id = o.plan_id
 ORDER BY v.number DESC
 LIMIT 50;

-- name: plan_removed
-- A part that was taken out of the newest version, for "zet terug": its name
-- and stamp, and of a line its scenario.
SELECT $5::text AS id, part.name, part.scenario, p.stamp
  FROM visible_version($1::bytea, $2::text, $3::text, NULL, 0) v
  JOIN LATERAL draft_part(v, $4::text, $5::text) p ON p.removed_at IS NOT NULL
  JOIN LATERAL (
         SELECT l.omschrijving AS name, l.scenario FROM plan_line l
          WHERE $4::text = 'regel' AND l.organisation_id = v.organisation_id
            AND l.plan_id = v.plan_id AND l.number = v.number AND l.id = $5::text
          UNION ALL
         SELECT a.wat, NULL FROM plan_action a
          WHERE $4::text = 'actie' AND a.organisation_id = v.organisation_id
            AND a.plan_id = v.plan_id AND a.number = v.number AND a.id = $5::text
          UNION ALL
         SELECT $5::text, NULL WHERE $4::text = 'artikel'
       ) part ON true
 WHERE v.handed_in_at IS NULL
 LIMIT 1;

-- name: plan_copied
-- How many lines of a press are still as it put them in; and how many lines
-- of huidig it said stop.
SELECT count(l.id) AS count,
       (SELECT count(*) FROM own_plan($1::bytea, $2::text, $3::text) o
          JOIN plan_change c ON c.organisation_id = o.organisation_id AND c.plan_id = o.plan_id
         WHERE c.act = $4::text AND c.answer = 'stopt') AS stops
  FROM visible_version($1::bytea, $2::text, $3::text, NULL, 0) v
  LEFT JOIN LATERAL copied_lines(v, $4::text) l ON true
 WHERE v.handed_in_at IS NULL;

-- name: plan_start
SELECT start_plan($1::bytea, $2::text, $3::text, $4::integer, $5::text) AS number;

-- name: plan_save
SELECT (result).outcome, (result).revision,
       floor(extract(epoch FROM (result).saved_at))::bigint AS saved_s, (result).stamp, stamps::text
  FROM put_plan_texts($1::bytea, $2::text, $3::text, $4::bigint, $5::text[], $6::text[], $7::text[]);

-- name: plan_figures
SELECT (result).outcome, (result).revision,
       floor(extract(epoch FROM (result).saved_at))::bigint AS saved_s, (result).stamp, stamps::text
  FROM put_plan_figures($1::bytea, $2::text, $3::text, $4::text[], $5::text[], $6::text[], $7::text);

-- name: plan_hand_in
SELECT hand_in_plan($1::bytea, $2::text, $3::text, $4::bigint, $5::text) AS number;

-- name: plan_revise
SELECT revise_plan($1::bytea, $2::text, $3::text) AS number;

-- name: plan_line_put
-- $27: may the tariff be one of the organisation's own? $28 and on: the price;
-- $34: is it verlengde jeugdhulp, NULL when that was not asked.
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM sign_plan_line($1::bytea, $2::text, $3::text, $4::text,
       ROW(NULL, NULL, NULL, $5::text, $6::text, NULL, $7::text, $8::text, $9::text, $10::text,
           $11::text, $12::text, $13::text, $14::text, $15::bigint, $16::text, $17::integer,
           $18::text, $19::text, $20::text, $21::text, $22::text, $23::text, $24::integer,
           $25::text, $26::text, NULL)::plan_line,
       $27::boolean,
       ROW($28::text, $29::bigint, $30::integer, $31::bigint, $32::integer, $33::text)::line_price,
       $34::boolean);

-- name: plan_lines_copy
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM copy_plan_lines_once($1::bytea, $2::text, $3::text, $4::text);

-- name: plan_copy_undo
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM undo_plan_copy($1::bytea, $2::text, $3::text, $4::text);

-- name: plan_article_put
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM pick_any_article($1::bytea, $2::text, $3::text, $4::bigint, $5::text);

-- name: plan_argument_save
SELECT (result).outcome, (result).revision,
       floor(extract(epoch FROM (result).saved_at))::bigint AS saved_s, (result).stamp, stamps::text
  FROM put_plan_argument_parts($1::bytea, $2::text, $3::text, $4::bigint, $5::text, $6::text[],
                               $7::text[], $8::text[]);

-- name: plan_action_put
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM change_plan_action($1::bytea, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text,
                          $8::text);

-- name: plan_part_remove
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM take_plan_part($1::bytea, $2::text, $3::text, $4::text, $5::text, $6::text);

-- name: plan_part_restore
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM return_plan_part($1::bytea, $2::text, $3::text, $4::text, $5::text, $6::text);
