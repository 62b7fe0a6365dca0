-- name: plan_import
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM import_plan($1::bytea, $2::text, $3::text, $4::text, $5::bigint, $6::text[], $7::text[],
       $8::jsonb, $9::jsonb, $10::jsonb, $11::text, $12::text, $13::integer, $14::text);

-- name: plan_import_signs
SELECT import_line_signs($1::bytea, $2::text, $3::text, $4::text, $5::jsonb);

-- name: plan_import_undo
SELECT outcome, revision, floor(extract(epoch FROM saved_at))::bigint AS saved_s, stamp
  FROM undo_plan_import($1::bytea, $2::text, $3::text, $4::text);

-- name: plan_imported
-- Can this import still be undone?
SELECT can_undo_import($1::bytea, $2::text, $3::text, $4::text) AS can_undo;
