-- A plan that somebody took along, read into the draft. What stood there is
-- kept as it was, so that it can be put back as long as nobody worked on.

CREATE TABLE plan_import (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  id text NOT NULL CHECK (id ~ '^[a-z0-9]{1,32}$'),
  kept jsonb NOT NULL,
  revision bigint NOT NULL DEFAULT 0,
  imported_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, id),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
CREATE INDEX plan_import_kept ON plan_import (imported_at);
COMMENT ON TABLE plan_import IS 'A file that was read into a draft, with what stood there before: kept thirty days.';
COMMENT ON COLUMN plan_import.id IS 'Of the form: sending it twice reads the file once.';
COMMENT ON COLUMN plan_import.kept IS 'The rows of the draft as they were, sealed as they were: version, lines, articles, actions, texts. Gone when texts are sealed anew.';
COMMENT ON COLUMN plan_import.revision IS 'Of the draft after it; with another one somebody worked on, and it is not undone.';

-- The rows of a draft, as import_plan keeps them.
CREATE FUNCTION draft_rows(draft plan_version) RETURNS jsonb LANGUAGE sql STABLE
RETURN jsonb_build_object(
  'version', to_jsonb(draft),
  'lines', (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM plan_line l
             WHERE l.organisation_id = (draft).organisation_id AND l.plan_id = (draft).plan_id
               AND l.number = (draft).number),
  'articles', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM plan_article a
                WHERE a.organisation_id = (draft).organisation_id AND a.plan_id = (draft).plan_id
                  AND a.number = (draft).number),
  'actions', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM plan_action a
               WHERE a.organisation_id = (draft).organisation_id AND a.plan_id = (draft).plan_id
                 AND a.number = (draft).number),
  'texts', (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM plan_text t
             WHERE t.organisation_id = (draft).organisation_id AND t.plan_id = (draft).plan_id
               AND t.number = (draft).number));

-- Empties a draft but for its texts, which are never gone without a trace.
CREATE FUNCTION clear_draft(draft plan_version) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM plan_line l WHERE l.organisation_id = draft.organisation_id
     AND l.plan_id = draft.plan_id AND l.number = draft.number;
  DELETE FROM plan_article a WHERE a.organisation_id = draft.organisation_id
     AND a.plan_id = draft.plan_id AND a.number = draft.number;
  DELETE FROM plan_action a WHERE a.organisation_id = draft.organisation_id
     AND a.plan_id = draft.plan_id AND a.number = draft.number;
END
$$;

-- Replaces what stands in the draft by what a file says. `seen`: the revision
-- that the form was made with; LM409 when somebody worked on since. lines,
-- articles, actions: arrays of rows, in order. Repeating it changes nothing.
CREATE FUNCTION import_plan(token bytea, in_course text, of_casus text, act text, seen bigint,
                            fields text[], texts text[], lines jsonb, articles jsonb, actions jsonb,
                            kans text, slaag text, horizon integer, disconto text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  done plan_outcome;
BEGIN
  IF EXISTS (SELECT FROM plan_import i
              WHERE i.organisation_id = draft.organisation_id AND i.plan_id = draft.plan_id
                AND i.number = draft.number AND i.id = act) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  IF draft.revision <> seen THEN
    RAISE EXCEPTION 'changed' USING ERRCODE = 'LM409';
  END IF;
  INSERT INTO plan_import (organisation_id, plan_id, number, id, kept)
  VALUES (draft.organisation_id, draft.plan_id, draft.number, act, draft_rows(draft));
  PERFORM clear_draft(draft);
  PERFORM keep_plan_text(t, n.value, true)
     FROM unnest(fields, texts) AS n(field, value)
     JOIN plan_text t ON t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
                     AND t.number = draft.number AND t.field = n.field
    WHERE seal_mark(t.value) <> seal_mark(n.value);
  INSERT INTO plan_text AS t (organisation_id, plan_id, number, field, value, revision)
  SELECT draft.organisation_id, draft.plan_id, draft.number, n.field, n.value, draft.revision + 1
    FROM unnest(fields, texts) AS n(field, value)
  ON CONFLICT (organisation_id, plan_id, number, field) DO UPDATE
     SET value = excluded.value, revision = excluded.revision, saved_at = now()
   WHERE seal_mark(t.value) <> seal_mark(excluded.value);
  INSERT INTO plan_line (organisation_id, plan_id, number, id, scenario, position, persoon, code,
         omschrijving, domein, wet, aard, rol, betaler, tarief_eurocent, eenheid, prijspeil_jaar,
         zekerheid, kasstroom, hoeveelheid, per, duur_aantal, duur_eenheid, start_maand, kans,
         stopreden)
  SELECT draft.organisation_id, draft.plan_id, draft.number, l.id, l.scenario, row_number() OVER (),
         l.persoon, l.code, l.omschrijving, l.domein, l.wet, l.aard, l.rol, l.betaler,
         l.tarief_eurocent, l.eenheid, l.prijspeil_jaar, l.zekerheid, l.kasstroom, l.hoeveelheid,
         l.per, l.duur_aantal, l.duur_eenheid, l.start_maand, l.kans, l.stopreden
    FROM jsonb_populate_recordset(NULL::plan_line, lines) l;
  -- added_at orders them, and is the same for all that one act adds.
  INSERT INTO plan_article (organisation_id, plan_id, number, code, argument, revision, added_at)
  SELECT draft.organisation_id, draft.plan_id, draft.number, a.value ->> 'code',
         a.value ->> 'argument', draft.revision + 1, now() + a.ordinality * interval '1 microsecond'
    FROM jsonb_array_elements(articles) WITH ORDINALITY a;
  INSERT INTO plan_action (organisation_id, plan_id, number, id, position, wat, wie, wanneer)
  SELECT draft.organisation_id, draft.plan_id, draft.number, a.value ->> 'id', a.ordinality,
         a.value ->> 'wat', a.value ->> 'wie', a.value ->> 'wanneer'
    FROM jsonb_array_elements(actions) WITH ORDINALITY a;
  UPDATE plan_version v
     SET kans_dreigend = kans, slaagkans = slaag, horizon_jaren = horizon, disconto_pct = disconto
   WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
     AND v.number = draft.number;
  done := touched_outcome(draft);
  UPDATE plan_import i SET revision = done.revision
   WHERE i.organisation_id = draft.organisation_id AND i.plan_id = draft.plan_id
     AND i.number = draft.number AND i.id = act;
  RETURN done;
END
$$;

-- Puts back what stood there before a file was read. 'changed': somebody
-- worked on since, or it is not kept any more, and nothing is done. Repeating it changes nothing.
CREATE FUNCTION undo_plan_import(token bytea, in_course text, of_casus text, act text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  imported plan_import;
  was plan_version;
BEGIN
  SELECT i.* INTO imported FROM plan_import i
   WHERE i.organisation_id = draft.organisation_id AND i.plan_id = draft.plan_id
     AND i.number = draft.number AND i.id = act;
  IF imported.id IS NULL THEN
    RETURN draft_outcome(draft, 'changed');
  END IF;
  IF imported.undone_at IS NOT NULL THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  IF imported.revision <> draft.revision THEN
    RETURN draft_outcome(draft, 'changed');
  END IF;
  was := jsonb_populate_record(NULL::plan_version, imported.kept -> 'version');
  PERFORM clear_draft(draft);
  INSERT INTO plan_line SELECT * FROM jsonb_populate_recordset(NULL::plan_line, imported.kept -> 'lines');
  INSERT INTO plan_article
  SELECT * FROM jsonb_populate_recordset(NULL::plan_article, imported.kept -> 'articles');
  INSERT INTO plan_action
  SELECT * FROM jsonb_populate_recordset(NULL::plan_action, imported.kept -> 'actions');
  UPDATE plan_text t
     SET value = coalesce(k.value, ''), revision = draft.revision + 1, saved_at = now()
    FROM plan_text x
    LEFT JOIN jsonb_populate_recordset(NULL::plan_text, imported.kept -> 'texts') k
           ON k.field = x.field
   WHERE x.organisation_id = draft.organisation_id AND x.plan_id = draft.plan_id
     AND x.number = draft.number
     AND t.organisation_id = x.organisation_id AND t.plan_id = x.plan_id AND t.number = x.number
     AND t.field = x.field AND t.value <> coalesce(k.value, '');
  UPDATE plan_version v
     SET kans_dreigend = was.kans_dreigend, slaagkans = was.slaagkans,
         horizon_jaren = was.horizon_jaren, disconto_pct = was.disconto_pct
   WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
     AND v.number = draft.number;
  UPDATE plan_import i SET undone_at = now(), kept = '{}'
   WHERE i.organisation_id = draft.organisation_id AND i.plan_id = draft.plan_id
     AND i.number = draft.number AND i.id = act;
  RETURN touched_outcome(draft);
END
$$;

-- Is there an import of this id that can still be undone?
CREATE FUNCTION can_undo_import(token bytea, in_course text, of_casus text, act text)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM own_plan(token, in_course, of_casus) o
    JOIN plan_version v ON v.organisation_id = o.organisation_id AND v.plan_id = o.plan_id
     AND v.handed_in_at IS NULL
    JOIN plan_import i ON i.organisation_id = v.organisation_id AND i.plan_id = v.plan_id
     AND i.number = v.number AND i.id = act AND i.undone_at IS NULL AND i.revision = v.revision)
$$;

-- Tidies up, a few at a time, whenever somebody logs in.
CREATE OR REPLACE FUNCTION tidy_plan_past() RETURNS void LANGUAGE sql AS $$
  DELETE FROM plan_text_past
   WHERE (organisation_id, plan_id, number, field, id) IN
         (SELECT p.organisation_id, p.plan_id, p.number, p.field, p.id FROM plan_text_past p
           WHERE p.kept_at < now() - interval '30 days' LIMIT 200);
  DELETE FROM plan_import
   WHERE (organisation_id, plan_id, number, id) IN
         (SELECT i.organisation_id, i.plan_id, i.number, i.id FROM plan_import i
           WHERE i.imported_at < now() - interval '30 days' LIMIT 50)
$$;
