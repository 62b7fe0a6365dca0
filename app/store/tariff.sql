-- name: tariff_own
-- The tariffs of this session's organisation, in the order of its file.
SELECT t.code, t.omschrijving, t.eenheid, t.tarief_eurocent, t.prijspeil_jaar, t.domein, t.wet,
       t.betaler, t.bron, t.zekerheid, t.aard, t.per_gebruikelijk, t.kasstroom, t.number,
       CASE s.verblijf24 WHEN true THEN 'ja' WHEN false THEN 'nee' ELSE '' END AS verblijf24,
       CASE s.ernstig WHEN true THEN 'ja' WHEN false THEN 'nee' ELSE '' END AS ernstig,
       coalesce(s.gebeurtenis, '') AS gebeurtenis
  FROM own_tariffs($1::bytea) t
  LEFT JOIN tariff_sign s ON s.organisation_id = t.organisation_id AND s.number = t.number
                         AND s.code = t.code
 ORDER BY t.position
 LIMIT 500;

-- name: tariff_version
-- The rows of one version of this organisation's table.
SELECT t.code, t.omschrijving, t.eenheid, t.tarief_eurocent, t.prijspeil_jaar, t.domein, t.wet,
       t.betaler, t.bron, t.zekerheid, t.aard, t.per_gebruikelijk, t.kasstroom, t.number,
       CASE s.verblijf24 WHEN true THEN 'ja' WHEN false THEN 'nee' ELSE '' END AS verblijf24,
       CASE s.ernstig WHEN true THEN 'ja' WHEN false THEN 'nee' ELSE '' END AS ernstig,
       coalesce(s.gebeurtenis, '') AS gebeurtenis
  FROM session z
  JOIN tariff t ON t.organisation_id = z.organisation_id AND t.number = $2::integer
  LEFT JOIN tariff_sign s ON s.organisation_id = t.organisation_id AND s.number = t.number
                         AND s.code = t.code
 WHERE z.token_hash = $1::bytea AND z.expires_at > now()
 ORDER BY t.position
 LIMIT 500;

-- name: tariff_tables
-- The versions of this organisation's table, the newest first.
SELECT x.number, x.row_count, x.put_back, p.name AS person,
       floor(extract(epoch FROM x.loaded_at))::bigint AS loaded_s
  FROM session s
  JOIN tariff_table x ON x.organisation_id = s.organisation_id
  LEFT JOIN person p ON p.id = x.person_id
 WHERE s.token_hash = $1::bytea AND s.expires_at > now()
 ORDER BY x.number DESC
 LIMIT 30;

-- name: tariff_load
SELECT outcome, number
  FROM load_tariffs($1::bytea, $2::text, $3::integer, $4::text[], $5::text[], $6::text[],
                    $7::bigint[], $8::integer[], $9::text[], $10::text[], $11::text[],
                    $12::text[], $13::text[], $14::text[], $15::text[], $16::text[]);

-- name: tariff_load_signs
SELECT load_tariff_signs($1::bytea, $2::text, $3::text[], $4::text[], $5::text[], $6::text[]);

-- name: tariff_put_back
SELECT outcome, number
  FROM put_back_tariffs($1::bytea, $2::text, $3::integer, $4::integer);
