-- The editor of the sum: many lines put in at once, and what changes per line.

-- What somebody said of a line of huidig: what becomes of it in another
-- scenario. Asked once; a line that was answered is not asked again.
CREATE TABLE plan_change (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  line_id text NOT NULL,
  scenario text NOT NULL CHECK (scenario IN ('dreigend', 'doorbraak')),
  answer text NOT NULL CHECK (answer IN ('door', 'stopt', 'meer', 'minder')),
  act text NOT NULL,
  stamp text,
  answered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, plan_id, line_id, scenario),
  FOREIGN KEY (organisation_id, plan_id) REFERENCES plan ON DELETE CASCADE
);
COMMENT ON TABLE plan_change IS 'What was answered to "wat verandert er?" of a line of huidig. A help for the form: the lines themselves are the plan.';
COMMENT ON COLUMN plan_change.line_id IS 'Of the line of huidig; the same in each version of the plan.';
COMMENT ON COLUMN plan_change.act IS 'The press that gave the answer, so that it can be undone.';
COMMENT ON COLUMN plan_change.stamp IS 'Of the line of huidig when this act gave it a reason to stop; NULL: it gave none.';

-- Begins a press that puts in lines; false: it was done before. What is there
-- is noted, so that end_plan_copy knows what came.
CREATE FUNCTION begin_plan_copy(draft plan_version, act text) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO plan_copy (organisation_id, plan_id, number, id, lines)
  SELECT draft.organisation_id, draft.plan_id, draft.number, act,
         coalesce(jsonb_object_agg(l.id, ''), '{}')
    FROM plan_line l
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.removed_at IS NULL
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END
$$;

-- Notes what the press put in. More than 60 lines in a scenario is refused.
CREATE FUNCTION end_plan_copy(draft plan_version, act text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM plan_line l
              WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
                AND l.number = draft.number AND l.removed_at IS NULL
              GROUP BY l.scenario HAVING count(*) > 60) THEN
    RAISE EXCEPTION 'too many lines' USING ERRCODE = 'LM413';
  END IF;
  UPDATE plan_copy c
     SET lines = coalesce((SELECT jsonb_object_agg(l.id, text_stamp(line_content(l)))
                             FROM plan_line l
                            WHERE l.organisation_id = draft.organisation_id
                              AND l.plan_id = draft.plan_id AND l.number = draft.number
                              AND l.removed_at IS NULL AND NOT c.lines ? l.id), '{}')
   WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
     AND c.number = draft.number AND c.id = act;
  DELETE FROM plan_copy c
   WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
     AND c.number = draft.number
     AND c.id NOT IN (SELECT x.id FROM plan_copy x
                       WHERE x.organisation_id = draft.organisation_id
                         AND x.plan_id = draft.plan_id AND x.number = draft.number
                       ORDER BY x.copied_at DESC, x.id LIMIT 10);
END
$$;

CREATE FUNCTION last_line_position(draft plan_version, of_scenario text) RETURNS integer
LANGUAGE sql STABLE
RETURN (SELECT coalesce(max(l.position), 0) FROM plan_line l
         WHERE l.organisation_id = (draft).organisation_id AND l.plan_id = (draft).plan_id
           AND l.number = (draft).number AND l.scenario = of_scenario);

-- Puts lines into huidig, one act. v: eighteen values a line, as plan_part.c
-- writes them. A line that is there already (its code, its person) is left out.
CREATE FUNCTION put_start_lines(token bytea, in_course text, of_casus text, act text, v text[])
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF NOT begin_plan_copy(draft, act) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  INSERT INTO plan_line (organisation_id, plan_id, number, id, scenario, position, persoon, code,
         omschrijving, domein, wet, aard, rol, betaler, tarief_eurocent, eenheid, prijspeil_jaar,
         zekerheid, kasstroom, hoeveelheid, per, duur_aantal, duur_eenheid, start_maand)
  SELECT draft.organisation_id, draft.plan_id, draft.number,
         substr(md5(act || ' ' || i), 1, 24), 'huidig',
         last_line_position(draft, 'huidig') + i + 1,
         v[o + 1], v[o + 2], v[o + 3], v[o + 4], v[o + 5], v[o + 6], v[o + 7], v[o + 8],
         v[o + 9]::bigint, v[o + 10], v[o + 11]::integer, v[o + 12], v[o + 13], v[o + 14],
         v[o + 15], v[o + 16], v[o + 17], v[o + 18]::integer
    FROM generate_series(0, cardinality(v) / 18 - 1) AS i, LATERAL (SELECT 18 * i AS o) AS at
   WHERE NOT EXISTS (SELECT FROM plan_line x
                      WHERE x.organisation_id = draft.organisation_id
                        AND x.plan_id = draft.plan_id AND x.number = draft.number
                        AND x.scenario = 'huidig' AND x.persoon = v[o + 1] AND x.code = v[o + 2]
                        AND x.removed_at IS NULL);
  PERFORM end_plan_copy(draft, act);
  RETURN touched_outcome(draft);
EXCEPTION WHEN SQLSTATE 'LM413' THEN
  RETURN draft_outcome(draft, 'full');
END
$$;

-- One answer to "wat verandert er?"; the texts as in a line, NULL: as it is.
CREATE TYPE line_change AS (line_id text, answer text, eenheid text, hoeveelheid text, per text,
                            duur_aantal text, duur_eenheid text, start_maand integer,
                            reden text);

-- The answers of one form, one act: lines of huidig that go on come into the
-- other scenario, more or less of them with the quantity that was said. What
-- was answered before, or has no line any more, is left as it is.
CREATE FUNCTION change_plan_lines(token bytea, in_course text, of_casus text, act text,
                                  to_scenario text, answers line_change[])
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  a line_change;
  l plan_line;
  now_stamp text;
BEGIN
  IF NOT begin_plan_copy(draft, act) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  FOREACH a IN ARRAY answers LOOP
    SELECT o.* INTO l FROM plan_line o
     WHERE o.organisation_id = draft.organisation_id AND o.plan_id = draft.plan_id
       AND o.number = draft.number AND o.id = a.line_id AND o.scenario = 'huidig'
       AND o.eenheid = a.eenheid AND o.removed_at IS NULL;
    CONTINUE WHEN NOT FOUND;
    CONTINUE WHEN a.answer <> 'stopt' AND EXISTS (
      SELECT FROM plan_line x
       WHERE x.organisation_id = draft.organisation_id AND x.plan_id = draft.plan_id
         AND x.number = draft.number AND x.scenario = to_scenario AND x.code = l.code
         AND x.persoon = l.persoon AND x.removed_at IS NULL);
    INSERT INTO plan_change (organisation_id, plan_id, line_id, scenario, answer, act)
    VALUES (draft.organisation_id, draft.plan_id, l.id, to_scenario, a.answer, act)
    ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    IF a.answer = 'stopt' THEN
      CONTINUE WHEN to_scenario <> 'doorbraak' OR coalesce(a.reden, '') = '';
      UPDATE plan_line o SET stopreden = a.reden
       WHERE o.organisation_id = draft.organisation_id AND o.plan_id = draft.plan_id
         AND o.number = draft.number AND o.id = l.id
      RETURNING text_stamp(line_content(o)) INTO now_stamp;
      UPDATE plan_change c SET stamp = now_stamp
       WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
         AND c.line_id = l.id AND c.scenario = to_scenario;
      CONTINUE;
    END IF;
    l.position := last_line_position(draft, to_scenario) + 1;
    l.id := substr(md5(act || ' ' || l.id), 1, 24);
    l.scenario := to_scenario;
    l.stopreden := NULL;
    IF a.answer IN ('meer', 'minder') THEN
      l.hoeveelheid := a.hoeveelheid; l.per := a.per;
      l.duur_aantal := a.duur_aantal; l.duur_eenheid := a.duur_eenheid;
      l.start_maand := a.start_maand;
    END IF;
    INSERT INTO plan_line SELECT l.*;
  END LOOP;
  PERFORM end_plan_copy(draft, act);
  RETURN touched_outcome(draft);
EXCEPTION WHEN SQLSTATE 'LM413' THEN
  RETURN draft_outcome(draft, 'full');
END
$$;

-- Takes out again what a press put in, unless somebody worked on it since;
-- and forgets what that press answered.
CREATE OR REPLACE FUNCTION undo_plan_copy(token bytea, in_course text, of_casus text, act text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  done boolean;
BEGIN
  UPDATE plan_line l SET removed_at = now()
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.id IN (SELECT c.id FROM copied_lines(draft, act) c);
  done := FOUND;
  UPDATE plan_line l SET stopreden = NULL
    FROM plan_change c
   WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
     AND c.act = undo_plan_copy.act AND l.organisation_id = c.organisation_id
     AND l.plan_id = c.plan_id AND l.number = draft.number AND l.id = c.line_id
     AND c.stamp = text_stamp(line_content(l));
  DELETE FROM plan_change c
   WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
     AND c.act = undo_plan_copy.act;
  done := done OR FOUND;
  IF NOT done THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  UPDATE plan_copy c SET undone_at = now()
   WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
     AND c.number = draft.number AND c.id = act;
  RETURN touched_outcome(draft);
END
$$;
