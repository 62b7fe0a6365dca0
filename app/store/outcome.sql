-- name: outcome_teams
-- The teams that this session's person coaches and that have members.
SELECT t.id, t.name
  FROM (SELECT DISTINCT c.organisation_id, c.team_id FROM coached($1::bytea) c) o
  JOIN team t ON t.organisation_id = o.organisation_id AND t.id = o.team_id
 ORDER BY t.name, t.id
 LIMIT 200;

-- name: outcome_plans
-- What was handed in, the newest version of each person for each case, the
-- newest first. $2: 0 is all whom the session's person coaches, else those of
-- one of these teams; -1 is, for an administrator, everybody in the
-- organisation. $3 and $4 are a case, or NULL for all; $5 is how many at most.
-- An administrator gets nobody's name, and nobody what somebody wrote: only
-- which texts are filled. The lines are one text, in no order, parted by the control characters RS and
-- US, which no form lets in: half the time of a row a line.
WITH own AS (
  SELECT DISTINCT c.organisation_id, c.person_id
    FROM coached($1::bytea) c
   WHERE $2::bigint = 0 OR c.team_id = $2::bigint
   UNION ALL
  SELECT m.organisation_id, m.person_id
    FROM session s
    JOIN membership m ON m.organisation_id = s.organisation_id
   WHERE $2::bigint = -1 AND s.token_hash = $1::bytea AND s.expires_at > now()
     AND s.roles & 8 <> 0
), newest AS (
  SELECT p.organisation_id, p.id, p.person_id, p.course, p.casus, v.*
    FROM own o
    JOIN plan p ON p.organisation_id = o.organisation_id AND p.person_id = o.person_id
    JOIN LATERAL (
      SELECT x.number, x.handed_in_at, x.kans_dreigend, x.slaagkans, x.horizon_jaren,
             x.disconto_pct
        FROM plan_version x
       WHERE x.organisation_id = p.organisation_id AND x.plan_id = p.id
         AND x.handed_in_at IS NOT NULL
       ORDER BY x.number DESC LIMIT 1) v ON true
   WHERE $3::text IS NULL OR p.course = $3::text AND p.casus = $4::text
   ORDER BY v.handed_in_at DESC, p.id
   LIMIT $5::integer
)
SELECT CASE WHEN $2::bigint >= 0 THEN n.person_id ELSE 0 END AS person_id,
       CASE WHEN $2::bigint >= 0 THEN r.name ELSE '' END AS person, n.course, n.casus, n.number,
       n.kans_dreigend, n.slaagkans, n.horizon_jaren, n.disconto_pct,
       floor(extract(epoch FROM n.handed_in_at))::bigint AS handed_in_s,
       t.texts, a.articles, a.argued_count, l.lines, g.team_count, g.team
  FROM newest n
  JOIN person r ON r.id = n.person_id
  CROSS JOIN LATERAL (
    SELECT string_agg(x.field, ' ') AS texts FROM plan_text x
     WHERE x.organisation_id = n.organisation_id AND x.plan_id = n.id AND x.number = n.number
       AND x.value <> '' AND strpos(x.field, ':') = 0) t
  CROSS JOIN LATERAL (
    SELECT string_agg(x.code, ' ') AS articles,
           count(*) FILTER (WHERE x.argument <> '' OR EXISTS (
             SELECT FROM plan_text r
              WHERE r.organisation_id = x.organisation_id AND r.plan_id = x.plan_id
                AND r.number = x.number AND r.value <> ''
                AND r.field IN ('ruimte:' || x.code, 'afweging:' || x.code))) AS argued_count
      FROM plan_article x
     WHERE x.organisation_id = n.organisation_id AND x.plan_id = n.id AND x.number = n.number
       AND x.removed_at IS NULL) a
  CROSS JOIN LATERAL (
    SELECT string_agg(concat_ws(E'\x1f', x.id, x.scenario, x.persoon, x.code, x.domein, x.wet,
             x.aard, x.rol, x.betaler, x.tarief_eurocent, x.eenheid, x.prijspeil_jaar, x.zekerheid,
             x.kasstroom, x.hoeveelheid, x.per, coalesce(x.duur_aantal, ''),
             coalesce(x.duur_eenheid, ''), x.start_maand, coalesce(x.kans, ''),
             CASE WHEN x.stopreden <> '' THEN 'ja' ELSE '' END,
             coalesce(s.verlengde_jeugdhulp::text, ''), coalesce(s.verblijf24::text, ''),
             coalesce(s.ernstig::text, ''), coalesce(s.gebeurtenis, '')), E'\x1e') AS lines
      FROM plan_line x
      LEFT JOIN plan_line_sign s
        ON s.organisation_id = x.organisation_id AND s.plan_id = x.plan_id
       AND s.number = x.number AND s.id = x.id
     WHERE x.organisation_id = n.organisation_id AND x.plan_id = n.id AND x.number = n.number
       AND x.removed_at IS NULL) l
  CROSS JOIN LATERAL (
    SELECT count(*) AS team_count, min(x.name) AS team
      FROM team_person m
      JOIN team x ON x.organisation_id = m.organisation_id AND x.id = m.team_id
     WHERE $2::bigint = -1 AND m.organisation_id = n.organisation_id
       AND m.person_id = n.person_id AND NOT m.is_coach) g;
