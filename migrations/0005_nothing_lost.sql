-- Nothing that somebody wrote is lost: two windows on one plan never
-- overwrite each other unseen, an act that is sent again is one act, and
-- earlier states of the long texts stay for a while.
--
-- A form carries the stamp of what it was made of ("basis"). An act compares
-- it with the stamp of what is there now, under the draft's lock. The same:
-- nobody was in between. Different: nothing changes, and the answer is
-- 'changed', so that the page can show both. A stamp needs no column: it
-- follows from the content. The functions of 0003 and 0004 that these
-- replace stay until no program calls them any more.

CREATE TABLE plan_copy (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  id text NOT NULL CHECK (id ~ '^[a-z0-9]{1,32}$'),
  copied_at timestamptz NOT NULL DEFAULT now(),
  lines jsonb NOT NULL DEFAULT '{}',
  undone_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, id),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
COMMENT ON TABLE plan_copy IS 'One press on "neem over": which lines it copied, so that it can be undone and not be repeated.';
COMMENT ON COLUMN plan_copy.id IS 'Of the form, which was made of one revision: sending it twice copies once.';
COMMENT ON COLUMN plan_copy.lines IS 'The ids of the lines that were put in, each with the stamp it had then.';

CREATE TABLE plan_text_past (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  field text NOT NULL CHECK (length(field) <= 40),
  id bigint GENERATED ALWAYS AS IDENTITY,
  value text NOT NULL CHECK (length(value) <= 20000),
  saved_at timestamptz NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (organisation_id, plan_id, number, field, id),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
CREATE INDEX plan_text_past_kept ON plan_text_past (kept_at);
COMMENT ON TABLE plan_text_past IS 'Earlier states of a text: at most twelve a field, none older than thirty days.';
COMMENT ON COLUMN plan_text_past.saved_at IS 'When this state was saved.';
COMMENT ON COLUMN plan_text_past.kept_at IS 'When it gave way to another and was kept.';

-- What a form carries to say what it was made of.
CREATE FUNCTION text_stamp(content text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN coalesce(content, '') = '' THEN 'leeg'
            ELSE left(encode(sha256(convert_to(content, 'UTF8')), 'hex'), 16) END;

-- Of a part that can be taken out: 'leeg' when it was never there, and
-- another one after each time that it was taken out.
CREATE FUNCTION part_stamp(content text, removed_at timestamptz)
RETURNS text LANGUAGE sql STABLE
RETURN CASE WHEN removed_at IS NULL THEN text_stamp(content)
            ELSE 'weg' || (extract(epoch FROM removed_at) * 1000000)::bigint END;

-- What somebody may change about a line, and about an action.
CREATE FUNCTION line_content(l plan_line) RETURNS text LANGUAGE sql STABLE
RETURN jsonb_build_array(l.persoon, l.rol, l.betaler, l.hoeveelheid, l.per, l.duur_aantal,
                         l.duur_eenheid, l.start_maand, l.kans, l.stopreden)::text;

CREATE FUNCTION action_content(a plan_action) RETURNS text LANGUAGE sql STABLE
RETURN jsonb_build_array(a.wat, a.wie, a.wanneer)::text;

-- Is this stamp one that the form knows? A form may know several, parted by
-- spaces: what it was made of, and what its script sent without an answer.
CREATE FUNCTION is_known_stamp(stamp text, bases text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN coalesce(stamp = ANY (string_to_array(bases, ' ')), false);

-- What an act gave: 'saved'; 'full'; or 'changed' elsewhere, and then the
-- stamp that the part has now.
CREATE TYPE plan_outcome AS (outcome text, revision bigint, saved_at timestamptz, stamp text);

CREATE FUNCTION draft_outcome(draft plan_version, outcome text, stamp text DEFAULT NULL)
RETURNS plan_outcome LANGUAGE sql STABLE
RETURN ROW(outcome, (draft).revision, (draft).saved_at, stamp)::plan_outcome;

CREATE FUNCTION touched_outcome(draft plan_version) RETURNS plan_outcome LANGUAGE sql AS $$
  SELECT 'saved', t.revision, t.saved_at, NULL::text FROM touch_draft(draft) t
$$;

-- Keeps the state of a text that is about to give way: every five minutes,
-- and whenever much of it goes. A state of a few words is not worth keeping.
CREATE FUNCTION keep_plan_text(old plan_text, new_value text, must_keep boolean)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF old.value IS NULL OR old.value = '' THEN
    RETURN;
  END IF;
  IF NOT must_keep AND length(new_value) >= length(old.value) * 0.7
     AND (length(old.value) < 20
          OR EXISTS (SELECT FROM plan_text_past p
                      WHERE p.organisation_id = old.organisation_id AND p.plan_id = old.plan_id
                        AND p.number = old.number AND p.field = old.field
                        AND p.kept_at > now() - interval '5 minutes')) THEN
    RETURN;
  END IF;
  INSERT INTO plan_text_past (organisation_id, plan_id, number, field, value, saved_at)
  SELECT old.organisation_id, old.plan_id, old.number, old.field, old.value, old.saved_at
   WHERE old.value IS DISTINCT FROM (SELECT p.value FROM plan_text_past p
          WHERE p.organisation_id = old.organisation_id AND p.plan_id = old.plan_id
            AND p.number = old.number AND p.field = old.field
          ORDER BY p.id DESC LIMIT 1);
  DELETE FROM plan_text_past p
   WHERE p.organisation_id = old.organisation_id AND p.plan_id = old.plan_id
     AND p.number = old.number AND p.field = old.field
     AND (p.kept_at < now() - interval '30 days'
          OR p.id NOT IN (SELECT x.id FROM plan_text_past x
                           WHERE x.organisation_id = old.organisation_id
                             AND x.plan_id = old.plan_id AND x.number = old.number
                             AND x.field = old.field
                           ORDER BY x.id DESC LIMIT 12));
END
$$;

-- Saves those texts of a form that its writer changed. A text that was also
-- changed elsewhere is never overwritten: then nothing is saved. A text that
-- only changed elsewhere is left as it is. `bases` holds a stamp for each
-- text, or NULL for a form that was made before there were stamps: then its
-- revision decides. `stamps`: of the texts that are now as they were sent; or
-- when it is 'changed', of the texts in question as they are now.
CREATE FUNCTION put_plan_texts(token bytea, in_course text, of_casus text, seen bigint,
                               fields text[], texts text[], bases text[],
                               OUT result plan_outcome, OUT stamps jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_text;
  is_known boolean;
  changed integer[] := '{}';
  elsewhere jsonb := '{}';
BEGIN
  stamps := '{}';
  FOR i IN 1 .. cardinality(fields) LOOP
    SELECT t.* INTO old FROM plan_text t
     WHERE t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
       AND t.number = draft.number AND t.field = fields[i];
    IF coalesce(old.value, '') <> texts[i] THEN
      is_known := CASE WHEN bases[i] IS NULL THEN coalesce(old.revision, 0) <= seen
                       ELSE is_known_stamp(text_stamp(old.value), bases[i]) END;
      IF is_known THEN
        changed := changed || i;
      ELSIF text_stamp(texts[i]) = split_part(bases[i], ' ', 1) THEN
        CONTINUE;
      ELSE
        elsewhere := elsewhere || jsonb_build_object(fields[i], text_stamp(old.value));
      END IF;
    END IF;
    stamps := stamps || jsonb_build_object(fields[i], text_stamp(texts[i]));
  END LOOP;
  IF elsewhere <> '{}' THEN
    result := draft_outcome(draft, 'changed');
    stamps := elsewhere;
    RETURN;
  END IF;
  PERFORM keep_plan_text(t, n.value, false)
     FROM unnest(fields, texts) WITH ORDINALITY AS n(field, value, i)
     JOIN plan_text t ON t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
                     AND t.number = draft.number AND t.field = n.field
    WHERE n.i = ANY (changed);
  INSERT INTO plan_text AS t (organisation_id, plan_id, number, field, value, revision)
  SELECT draft.organisation_id, draft.plan_id, draft.number, n.field, n.value, draft.revision + 1
    FROM unnest(fields, texts) WITH ORDINALITY AS n(field, value, i)
   WHERE n.i = ANY (changed)
  ON CONFLICT (organisation_id, plan_id, number, field) DO UPDATE
     SET value = excluded.value, revision = excluded.revision, saved_at = now();
  UPDATE plan_version v
     SET revision = v.revision + (changed <> '{}')::integer, saved_at = now()
   WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
     AND v.number = draft.number
  RETURNING 'saved', v.revision, v.saved_at, NULL INTO result;
END
$$;

-- Puts an earlier state of a text back; what gives way is kept. 'changed':
-- another text stands there now, or that state is not kept any more.
CREATE FUNCTION put_back_plan_text(token bytea, in_course text, of_casus text,
                                   of_field text, past bigint, base text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_text;
  new_value text;
BEGIN
  SELECT p.value INTO new_value FROM plan_text_past p
   WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
     AND p.number = draft.number AND p.field = of_field AND p.id = past;
  SELECT t.* INTO old FROM plan_text t
   WHERE t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
     AND t.number = draft.number AND t.field = of_field;
  IF old.value = new_value THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  IF new_value IS NULL OR NOT is_known_stamp(text_stamp(old.value), base) THEN
    RETURN draft_outcome(draft, 'changed');
  END IF;
  PERFORM keep_plan_text(old, new_value, true);
  UPDATE plan_text t SET value = new_value, revision = draft.revision + 1, saved_at = now()
   WHERE t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
     AND t.number = draft.number AND t.field = of_field;
  RETURN touched_outcome(draft);
END
$$;

-- Tidies up, a few at a time, whenever somebody logs in.
CREATE FUNCTION tidy_plan_past() RETURNS void LANGUAGE sql AS $$
  DELETE FROM plan_text_past
   WHERE (organisation_id, plan_id, number, field, id) IN
         (SELECT p.organisation_id, p.plan_id, p.number, p.field, p.id FROM plan_text_past p
           WHERE p.kept_at < now() - interval '30 days' LIMIT 200)
$$;

-- How likely the threat is, as the calculation core reads it; NULL: not given.
CREATE FUNCTION put_plan_chance(token bytea, in_course text, of_casus text, base text, chance text,
                                OUT result plan_outcome, OUT stamps jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  stamps := jsonb_build_object('kans_dreigend', text_stamp(chance));
  IF draft.kans_dreigend IS NOT DISTINCT FROM chance THEN
    result := draft_outcome(draft, 'saved');
    RETURN;
  END IF;
  IF NOT is_known_stamp(text_stamp(draft.kans_dreigend), base) THEN
    result := draft_outcome(draft, 'changed');
    stamps := '{}';
    RETURN;
  END IF;
  UPDATE plan_version v SET kans_dreigend = chance
   WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
     AND v.number = draft.number;
  result := touched_outcome(draft);
END
$$;

-- Saves why an article gives room; LM404 when the article was never in the
-- plan. One that was taken out elsewhere is put back when the form knows so.
CREATE FUNCTION put_plan_argument(token bytea, in_course text, of_casus text, seen bigint,
                                  of_code text, base text, new_argument text,
                                  OUT result plan_outcome, OUT stamps jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_article;
  now_stamp text;
  is_known boolean;
BEGIN
  SELECT a.* INTO old FROM plan_article a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code;
  IF old.code IS NULL THEN
    RAISE EXCEPTION 'no such article' USING ERRCODE = 'LM404';
  END IF;
  stamps := jsonb_build_object('argument', text_stamp(new_argument));
  IF old.argument = new_argument AND old.removed_at IS NULL THEN
    result := draft_outcome(draft, 'saved');
    RETURN;
  END IF;
  now_stamp := part_stamp(old.argument, old.removed_at);
  is_known := CASE WHEN base IS NULL THEN old.revision <= seen
                   ELSE is_known_stamp(now_stamp, base) END;
  IF is_known IS NOT TRUE THEN
    result := draft_outcome(draft, 'changed', now_stamp);
    stamps := '{}';
    RETURN;
  END IF;
  UPDATE plan_article a
     SET argument = new_argument, revision = draft.revision + 1, removed_at = NULL
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code;
  result := touched_outcome(draft);
END
$$;

-- Picks an article, or picks it again with the argument it had. A form that
-- was made before the article was taken out does nothing: it was sent again.
CREATE FUNCTION pick_plan_article(token bytea, in_course text, of_casus text,
                                  seen bigint, of_code text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF EXISTS (SELECT FROM plan_article a
              WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
                AND a.number = draft.number AND a.code = of_code
                AND (a.removed_at IS NULL OR a.revision > seen)) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  IF (SELECT count(*) FROM plan_article a
       WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
         AND a.number = draft.number AND a.removed_at IS NULL) >= 30 THEN
    RETURN draft_outcome(draft, 'full');
  END IF;
  INSERT INTO plan_article (organisation_id, plan_id, number, code)
  VALUES (draft.organisation_id, draft.plan_id, draft.number, of_code)
  ON CONFLICT (organisation_id, plan_id, number, code) DO UPDATE
     SET removed_at = NULL, added_at = now();
  RETURN touched_outcome(draft);
END
$$;

-- Adds a line, or changes the line of this id, which keeps the copy of the
-- tariff that it was made with. 'full': the scenario already holds 60 lines.
CREATE FUNCTION change_plan_line(token bytea, in_course text, of_casus text,
                                 base text, line plan_line)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_line;
  now_stamp text;
BEGIN
  SELECT l.* INTO old FROM plan_line l
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.id = line.id;
  IF old.id IS NOT NULL AND old.removed_at IS NULL
     AND line_content(old) = line_content(line) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  now_stamp := CASE WHEN old.id IS NULL THEN 'leeg'
                    ELSE part_stamp(line_content(old), old.removed_at) END;
  IF NOT is_known_stamp(now_stamp, base) THEN
    RETURN draft_outcome(draft, 'changed', now_stamp);
  END IF;
  IF (SELECT count(*) FROM plan_line l
       WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
         AND l.number = draft.number AND l.scenario = line.scenario
         AND l.removed_at IS NULL AND l.id <> line.id) >= 60 THEN
    RETURN draft_outcome(draft, 'full');
  END IF;
  line.organisation_id := draft.organisation_id;
  line.plan_id := draft.plan_id;
  line.number := draft.number;
  line.position := (SELECT coalesce(max(l.position), 0) + 1 FROM plan_line l
                     WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
                       AND l.number = draft.number AND l.scenario = line.scenario);
  INSERT INTO plan_line AS l SELECT line.*
  ON CONFLICT (organisation_id, plan_id, number, id) DO UPDATE
     SET persoon = excluded.persoon, rol = excluded.rol, betaler = excluded.betaler,
         hoeveelheid = excluded.hoeveelheid, per = excluded.per,
         duur_aantal = excluded.duur_aantal, duur_eenheid = excluded.duur_eenheid,
         start_maand = excluded.start_maand, kans = excluded.kans,
         stopreden = excluded.stopreden, removed_at = NULL
   WHERE l.code = excluded.code AND l.scenario = excluded.scenario;
  RETURN touched_outcome(draft);
END
$$;

-- Adds an action, or changes the action of this id. 'full': 40 actions.
CREATE FUNCTION change_plan_action(token bytea, in_course text, of_casus text, base text,
                                   of_id text, new_wat text, new_wie text, new_wanneer text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_action;
  now_stamp text;
BEGIN
  SELECT a.* INTO old FROM plan_action a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.id = of_id;
  IF old.id IS NOT NULL AND old.removed_at IS NULL
     AND (old.wat, old.wie, old.wanneer) = (new_wat, new_wie, new_wanneer) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  now_stamp := CASE WHEN old.id IS NULL THEN 'leeg'
                    ELSE part_stamp(action_content(old), old.removed_at) END;
  IF NOT is_known_stamp(now_stamp, base) THEN
    RETURN draft_outcome(draft, 'changed', now_stamp);
  END IF;
  IF (SELECT count(*) FROM plan_action a
       WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
         AND a.number = draft.number AND a.removed_at IS NULL AND a.id <> of_id) >= 40 THEN
    RETURN draft_outcome(draft, 'full');
  END IF;
  INSERT INTO plan_action (organisation_id, plan_id, number, id, position, wat, wie, wanneer)
  SELECT draft.organisation_id, draft.plan_id, draft.number, of_id,
         (SELECT coalesce(max(a.position), 0) + 1 FROM plan_action a
           WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
             AND a.number = draft.number),
         new_wat, new_wie, new_wanneer
  ON CONFLICT (organisation_id, plan_id, number, id) DO UPDATE
     SET wat = excluded.wat, wie = excluded.wie, wanneer = excluded.wanneer, removed_at = NULL;
  RETURN touched_outcome(draft);
END
$$;

-- The parts of a draft by kind (regel, artikel, actie) and id, with the
-- stamp of each. Taking an article out loses nothing: picking it again
-- brings its argument back, so that its stamp knows of no content.
CREATE FUNCTION draft_part(draft plan_version, kind text, of_id text)
RETURNS TABLE (stamp text, removed_at timestamptz) LANGUAGE sql STABLE AS $$
  SELECT part_stamp(line_content(l), l.removed_at), l.removed_at FROM plan_line l
   WHERE kind = 'regel' AND l.organisation_id = (draft).organisation_id
     AND l.plan_id = (draft).plan_id AND l.number = (draft).number AND l.id = of_id
   UNION ALL
  SELECT part_stamp(action_content(a), a.removed_at), a.removed_at FROM plan_action a
   WHERE kind = 'actie' AND a.organisation_id = (draft).organisation_id
     AND a.plan_id = (draft).plan_id AND a.number = (draft).number AND a.id = of_id
   UNION ALL
  SELECT part_stamp('', a.removed_at), a.removed_at FROM plan_article a
   WHERE kind = 'artikel' AND a.organisation_id = (draft).organisation_id
     AND a.plan_id = (draft).plan_id AND a.number = (draft).number AND a.code = of_id
$$;

-- Takes a part out of the draft. What is gone already is gone.
CREATE FUNCTION take_plan_part(token bytea, in_course text, of_casus text,
                               kind text, of_id text, base text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  now_stamp text := (SELECT p.stamp FROM draft_part(draft, kind, of_id) p
                      WHERE p.removed_at IS NULL);
  done record;
BEGIN
  IF now_stamp IS NULL THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  IF NOT is_known_stamp(now_stamp, base) THEN
    RETURN draft_outcome(draft, 'changed', now_stamp);
  END IF;
  SELECT * INTO done FROM remove_plan_part(token, in_course, of_casus, kind, of_id);
  UPDATE plan_article a SET revision = done.revision
   WHERE kind = 'artikel' AND a.organisation_id = draft.organisation_id
     AND a.plan_id = draft.plan_id AND a.number = draft.number AND a.code = of_id;
  RETURN ROW('saved', done.revision, done.saved_at, NULL)::plan_outcome;
END
$$;

-- Puts back what a page showed as taken out. Sent again, after it was taken
-- out once more, it does nothing. 'full': there is no room any more.
CREATE FUNCTION return_plan_part(token bytea, in_course text, of_casus text,
                                 kind text, of_id text, base text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  now_stamp text := (SELECT p.stamp FROM draft_part(draft, kind, of_id) p
                      WHERE p.removed_at IS NOT NULL);
  done record;
BEGIN
  IF now_stamp IS NULL OR NOT is_known_stamp(now_stamp, base) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  IF kind = 'artikel' THEN
    RETURN pick_plan_article(token, in_course, of_casus, draft.revision, of_id);
  END IF;
  SELECT * INTO done FROM restore_plan_part(token, in_course, of_casus, kind, of_id);
  RETURN ROW(CASE WHEN done.is_saved THEN 'saved' ELSE 'full' END,
             done.revision, done.saved_at, NULL)::plan_outcome;
END
$$;

-- As copy_plan_lines, but one act each: `act` is the id of the form. 'full':
-- a scenario would hold more than 60 lines, and nothing is copied.
CREATE FUNCTION copy_plan_lines_once(token bytea, in_course text, of_casus text, act text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  done record;
BEGIN
  IF EXISTS (SELECT FROM plan_copy c
              WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
                AND c.number = draft.number AND c.id = act) THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  INSERT INTO plan_copy (organisation_id, plan_id, number, id, lines)
  SELECT draft.organisation_id, draft.plan_id, draft.number, act,
         coalesce(jsonb_object_agg(l.id, ''), '{}')
    FROM plan_line l
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.removed_at IS NULL;
  SELECT * INTO done FROM copy_plan_lines(token, in_course, of_casus);
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
  RETURN ROW('saved', done.revision, done.saved_at, NULL)::plan_outcome;
EXCEPTION WHEN SQLSTATE 'LM413' THEN
  RETURN draft_outcome(draft, 'full');
END
$$;

-- The lines of a copy that are there as it put them in.
CREATE FUNCTION copied_lines(draft plan_version, act text)
RETURNS SETOF plan_line LANGUAGE sql STABLE AS $$
  SELECT l.*
    FROM plan_copy c
    JOIN plan_line l ON l.organisation_id = c.organisation_id AND l.plan_id = c.plan_id
                    AND l.number = c.number
   WHERE c.organisation_id = (draft).organisation_id AND c.plan_id = (draft).plan_id
     AND c.number = (draft).number AND c.id = act AND c.undone_at IS NULL
     AND l.removed_at IS NULL AND c.lines ->> l.id = text_stamp(line_content(l))
$$;

-- Takes out again what a copy put in, unless somebody worked on it since.
CREATE FUNCTION undo_plan_copy(token bytea, in_course text, of_casus text, act text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  UPDATE plan_line l SET removed_at = now()
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.id IN (SELECT c.id FROM copied_lines(draft, act) c);
  IF NOT FOUND THEN
    RETURN draft_outcome(draft, 'saved');
  END IF;
  UPDATE plan_copy c SET undone_at = now()
   WHERE c.organisation_id = draft.organisation_id AND c.plan_id = draft.plan_id
     AND c.number = draft.number AND c.id = act;
  RETURN touched_outcome(draft);
END
$$;
