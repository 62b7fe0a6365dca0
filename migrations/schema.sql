-- The sum of the migrations, made by `make schema`: to read, never to run.

CREATE TYPE line_change AS (
	line_id text,
	answer text,
	eenheid text,
	hoeveelheid text,
	per text,
	duur_aantal text,
	duur_eenheid text,
	start_maand integer,
	reden text
);

CREATE TYPE line_price AS (
	choice text,
	from_eurocent bigint,
	from_jaar integer,
	eurocent bigint,
	jaar integer,
	afleiding text
);

CREATE TYPE local_law_outcome AS (
	outcome text,
	number integer
);

CREATE TYPE plan_outcome AS (
	outcome text,
	revision bigint,
	saved_at timestamp with time zone,
	stamp text
);

CREATE TYPE tariff_outcome AS (
	outcome text,
	number integer
);

CREATE FUNCTION seal_fits(organisation bigint, content text, most integer) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
BEGIN
  IF left(content, 1) <> E'\x01' THEN
    RETURN length(content) <= most;
  ELSIF starts_with(content, E'\x01' || '1.' || organisation || '.') THEN
    RETURN length(content) <= most * 16 / 3 + 100;
  ELSIF content ~ (E'^\x01' || '1[.][0-9]+[.][0-9]+[.]') THEN
    RAISE EXCEPTION 'sealed for another organisation' USING ERRCODE = 'LM421';
  END IF;
  RETURN false;
END
$$;

CREATE FUNCTION seal_mark(content text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN ("left"(content, 1) = ''::text) THEN (''::text || "left"(split_part(content, '.'::text, 4), 32)) ELSE content END;

CREATE TABLE plan_action (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    "position" integer NOT NULL,
    wat text NOT NULL,
    wie text NOT NULL,
    wanneer text NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT plan_action_id_check CHECK ((id ~ '^[a-z0-9]{1,32}$'::text)),
    CONSTRAINT plan_action_wanneer_check CHECK (seal_fits(organisation_id, wanneer, 200)),
    CONSTRAINT plan_action_wat_check CHECK (seal_fits(organisation_id, wat, 500)),
    CONSTRAINT plan_action_wie_check CHECK (seal_fits(organisation_id, wie, 200))
);

COMMENT ON TABLE plan_action IS 'An action of a version''s actieplan: what, who and when.';

CREATE FUNCTION action_content(a plan_action) RETURNS text
    LANGUAGE sql STABLE
    RETURN (jsonb_build_array(seal_mark((a).wat), seal_mark((a).wie), seal_mark((a).wanneer)))::text;

CREATE FUNCTION add_tariff_table(token bytea, act text, base integer, rows integer, from_number integer, OUT result tariff_outcome, OUT is_new boolean, OUT organisation bigint) RETURNS record
    LANGUAGE plpgsql
    AS $$
DECLARE
  mine session;
  known integer;
BEGIN
  SELECT s.* INTO mine FROM session s
   WHERE s.token_hash = token AND s.expires_at > now() AND s.roles & 8 <> 0;
  is_new := false;
  IF mine.person_id IS NULL THEN
    result := ROW('denied', 0)::tariff_outcome;
    RETURN;
  END IF;
  organisation := mine.organisation_id;
  INSERT INTO tariff_table (organisation_id, number, id, person_id, row_count, put_back)
  SELECT mine.organisation_id, base + 1, act, mine.person_id, rows, from_number
   WHERE base = (SELECT coalesce(max(x.number), 0) FROM tariff_table x
                  WHERE x.organisation_id = mine.organisation_id)
  ON CONFLICT DO NOTHING;
  is_new := FOUND;
  SELECT x.number INTO known FROM tariff_table x
   WHERE x.organisation_id = mine.organisation_id AND x.id = act;
  IF known IS NULL THEN
    result := ROW('changed', (SELECT coalesce(max(x.number), 0) FROM tariff_table x
                               WHERE x.organisation_id = mine.organisation_id))::tariff_outcome;
    RETURN;
  END IF;
  result := ROW('saved', known)::tariff_outcome;
  DELETE FROM tariff_table x
   WHERE is_new AND x.organisation_id = mine.organisation_id AND x.number <= known - 24;
END
$$;

CREATE FUNCTION answer_plan_feedback(token bytea, in_course text, of_casus text, wanted integer, of_rule text, basis text, new_answer text, new_agrees boolean) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  version plan_version := lock_handed_in(token, in_course, of_casus, wanted);
  old plan_feedback;
BEGIN
  SELECT f.* INTO old FROM plan_feedback f
   WHERE f.organisation_id = version.organisation_id AND f.plan_id = version.plan_id
     AND f.number = version.number AND f.rule = of_rule;
  IF feedback_stamp(old.answer, old.agrees) = feedback_stamp(new_answer, new_agrees) THEN
    RETURN 'saved';
  ELSIF feedback_stamp(old.answer, old.agrees) <> basis THEN
    RETURN 'changed';
  END IF;
  INSERT INTO plan_feedback AS f (organisation_id, plan_id, number, rule, answer, agrees, answered_at)
  VALUES (version.organisation_id, version.plan_id, version.number, of_rule, new_answer, new_agrees,
          now())
  ON CONFLICT (organisation_id, plan_id, number, rule) DO UPDATE
     SET answer = excluded.answer, agrees = excluded.agrees,
         answered_at = CASE WHEN excluded.answer = '' THEN NULL ELSE now() END;
  RETURN 'saved';
END
$$;

CREATE FUNCTION answer_review_note(token bytea, in_course text, of_casus text, wanted integer, of_reviewer bigint, of_round integer, of_passage text, basis text, new_answer text, new_done boolean) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  version plan_version := lock_handed_in(token, in_course, of_casus, wanted);
  old plan_review_note;
BEGIN
  SELECT n.* INTO old FROM plan_review r JOIN plan_review_note n
    USING (organisation_id, plan_id, number, reviewer_id, round)
   WHERE r.organisation_id = version.organisation_id AND r.plan_id = version.plan_id
     AND r.number = version.number AND r.reviewer_id = of_reviewer AND r.round = of_round
     AND r.sent_at IS NOT NULL AND n.passage = of_passage;
  IF old.plan_id IS NULL THEN
    RAISE EXCEPTION 'no such remark' USING ERRCODE = 'LM404';
  ELSIF feedback_stamp(old.answer, old.is_done) = feedback_stamp(new_answer, new_done) THEN
    RETURN 'saved';
  ELSIF feedback_stamp(old.answer, old.is_done) <> basis THEN
    RETURN 'changed';
  END IF;
  UPDATE plan_review_note n
     SET answer = new_answer, is_done = new_done,
         answered_at = CASE WHEN new_answer = '' THEN NULL
                            WHEN text_stamp(new_answer) = text_stamp(old.answer) THEN n.answered_at
                            ELSE now() END
   WHERE n.organisation_id = version.organisation_id AND n.plan_id = version.plan_id
     AND n.number = version.number AND n.reviewer_id = of_reviewer AND n.round = of_round
     AND n.passage = of_passage;
  RETURN 'saved';
END
$$;

CREATE FUNCTION ask_plan_talk(token bytea, in_course text, of_casus text, seen integer, wanted text, costs integer, early_costs integer, with_resident boolean, budget integer) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  acts integer;
  since integer;
  spent integer;
  is_known boolean;
  is_had boolean;
  is_early boolean;
BEGIN
  IF draft.number > 1 THEN
    RETURN 'open';
  END IF;
  SELECT count(*), coalesce(max(a.position) FILTER (WHERE a.act = 'opnieuw'), 0)
    INTO acts, since
    FROM plan_asked a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id;
  SELECT coalesce(sum(a.minutes), 0), coalesce(bool_or(a.is_resident), false),
         coalesce(bool_or(a.document = wanted AND (a.act = 'gesprek' OR a.position = seen + 1)), false)
    INTO spent, is_known, is_had
    FROM plan_asked a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.position > since;
  IF is_had THEN
    RETURN 'saved';
  ELSIF acts <> seen THEN
    RETURN 'changed';
  ELSIF spent + costs > budget OR acts >= 100 THEN
    RETURN 'full';
  END IF;
  is_early := early_costs > 0 AND NOT is_known;
  INSERT INTO plan_asked (organisation_id, plan_id, position, act, document, minutes, is_resident)
  VALUES (draft.organisation_id, draft.plan_id, acts + 1,
          CASE WHEN is_early THEN 'te_vroeg' ELSE 'gesprek' END, wanted,
          CASE WHEN is_early THEN early_costs ELSE costs END, with_resident);
  RETURN 'saved';
END
$$;

COMMENT ON FUNCTION ask_plan_talk(token bytea, in_course text, of_casus text, seen integer, wanted text, costs integer, early_costs integer, with_resident boolean, budget integer) IS 'Has a talk of a case, or loses time because the resident was not asked yet.';

CREATE TABLE plan_version (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    handed_in_at timestamp with time zone,
    revision bigint DEFAULT 0 NOT NULL,
    kans_dreigend text,
    slaagkans text,
    horizon_jaren integer DEFAULT 1 NOT NULL,
    disconto_pct text DEFAULT '0'::text NOT NULL,
    tarieventabel text,
    CONSTRAINT plan_version_horizon_jaren_check CHECK (((horizon_jaren >= 1) AND (horizon_jaren <= 5))),
    CONSTRAINT plan_version_number_check CHECK (((number >= 1) AND (number <= 1000))),
    CONSTRAINT plan_version_tarieventabel_check CHECK ((length(tarieventabel) <= 80))
);

COMMENT ON TABLE plan_version IS 'One version of a plan: the draft, or what was handed in and never changes again.';

COMMENT ON COLUMN plan_version.handed_in_at IS 'NULL: the draft, the only version that may change.';

COMMENT ON COLUMN plan_version.revision IS 'Grows by one with every change; a form that knows an older one is told so.';

COMMENT ON COLUMN plan_version.tarieventabel IS 'The versions of the tables that were in use when this was handed in; NULL: a draft, or from before this was kept.';

CREATE FUNCTION begin_plan_copy(draft plan_version, act text) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION can_undo_import(token bytea, in_course text, of_casus text, act text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT EXISTS (SELECT FROM own_plan(token, in_course, of_casus) o
    JOIN plan_version v ON v.organisation_id = o.organisation_id AND v.plan_id = o.plan_id
     AND v.handed_in_at IS NULL
    JOIN plan_import i ON i.organisation_id = v.organisation_id AND i.plan_id = v.plan_id
     AND i.number = v.number AND i.id = act AND i.undone_at IS NULL AND i.revision = v.revision)
$$;

CREATE FUNCTION change_password(token bytea, old_hash text, new_hash text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO '$user', 'public'
    AS $$
DECLARE
  who bigint;
BEGIN
  UPDATE person p SET password_hash = new_hash
    FROM session s
   WHERE s.token_hash = token AND s.expires_at > now()
     AND p.id = s.person_id AND p.password_hash = old_hash
  RETURNING p.id INTO who;
  DELETE FROM session s WHERE s.person_id = who AND s.token_hash <> token;
  RETURN who IS NOT NULL;
END
$$;

COMMENT ON FUNCTION change_password(token bytea, old_hash text, new_hash text) IS 'A new password for whoever holds this session; their other sessions end.';

CREATE FUNCTION change_plan_action(token bytea, in_course text, of_casus text, base text, of_id text, new_wat text, new_wie text, new_wanneer text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE TABLE plan_line (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    scenario text NOT NULL,
    "position" integer NOT NULL,
    persoon text NOT NULL,
    code text NOT NULL,
    omschrijving text NOT NULL,
    domein text NOT NULL,
    wet text NOT NULL,
    aard text NOT NULL,
    rol text NOT NULL,
    betaler text NOT NULL,
    tarief_eurocent bigint NOT NULL,
    eenheid text NOT NULL,
    prijspeil_jaar integer NOT NULL,
    zekerheid text NOT NULL,
    kasstroom text NOT NULL,
    hoeveelheid text NOT NULL,
    per text NOT NULL,
    duur_aantal text,
    duur_eenheid text,
    start_maand integer NOT NULL,
    kans text,
    stopreden text,
    removed_at timestamp with time zone,
    CONSTRAINT plan_line_check CHECK (((per = 'eenmalig'::text) = (duur_aantal IS NULL))),
    CONSTRAINT plan_line_check1 CHECK (((duur_aantal IS NULL) = (duur_eenheid IS NULL))),
    CONSTRAINT plan_line_check2 CHECK (((stopreden IS NULL) OR (scenario = 'huidig'::text))),
    CONSTRAINT plan_line_duur_eenheid_check CHECK ((duur_eenheid = ANY (ARRAY['dag'::text, 'week'::text, 'maand'::text, 'jaar'::text]))),
    CONSTRAINT plan_line_id_check CHECK ((id ~ '^[a-z0-9]{1,32}$'::text)),
    CONSTRAINT plan_line_omschrijving_check CHECK ((length(omschrijving) <= 200)),
    CONSTRAINT plan_line_per_check CHECK ((per = ANY (ARRAY['eenmalig'::text, 'dag'::text, 'week'::text, 'maand'::text, 'jaar'::text]))),
    CONSTRAINT plan_line_rol_check CHECK ((rol = ANY (ARRAY['lopend'::text, 'interventie'::text]))),
    CONSTRAINT plan_line_scenario_check CHECK ((scenario = ANY (ARRAY['huidig'::text, 'dreigend'::text, 'doorbraak'::text]))),
    CONSTRAINT plan_line_start_maand_check CHECK (((start_maand >= 1) AND (start_maand <= 600))),
    CONSTRAINT plan_line_stopreden_check CHECK (seal_fits(organisation_id, stopreden, 200)),
    CONSTRAINT plan_line_tarief_eurocent_check CHECK (((tarief_eurocent >= 0) AND (tarief_eurocent <= 1000000000)))
);

COMMENT ON TABLE plan_line IS 'A provision in a scenario, with its own copy of the tariff: a new price list changes no old plan.';

COMMENT ON COLUMN plan_line.id IS 'Chosen when the form was made: sending it twice changes one line.';

COMMENT ON COLUMN plan_line.hoeveelheid IS 'As the calculation core reads it: "1.5" or "1/3".';

COMMENT ON COLUMN plan_line.stopreden IS 'Why a line of huidig does not go on in the doorbraak; NULL: no reason given.';

COMMENT ON COLUMN plan_line.removed_at IS 'Taken out of the draft, kept for "zet terug"; never part of a plan that is read.';

CREATE FUNCTION change_plan_line(token bytea, in_course text, of_casus text, base text, line plan_line) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION change_plan_lines(token bytea, in_course text, of_casus text, act text, to_scenario text, answers line_change[]) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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
    PERFORM copy_line_sign(draft, a.line_id, l.id);
  END LOOP;
  PERFORM end_plan_copy(draft, act);
  RETURN touched_outcome(draft);
EXCEPTION WHEN SQLSTATE 'LM413' THEN
  RETURN draft_outcome(draft, 'full');
END
$$;

CREATE FUNCTION clear_draft(draft plan_version) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM plan_line l WHERE l.organisation_id = draft.organisation_id
     AND l.plan_id = draft.plan_id AND l.number = draft.number;
  DELETE FROM plan_article a WHERE a.organisation_id = draft.organisation_id
     AND a.plan_id = draft.plan_id AND a.number = draft.number;
  DELETE FROM plan_action a WHERE a.organisation_id = draft.organisation_id
     AND a.plan_id = draft.plan_id AND a.number = draft.number;
END
$$;

CREATE FUNCTION coached(token bytea) RETURNS TABLE(organisation_id bigint, team_id bigint, person_id bigint)
    LANGUAGE sql STABLE
    AS $$
  SELECT theirs.organisation_id, theirs.team_id, theirs.person_id
    FROM session s
    JOIN team_person mine ON mine.organisation_id = s.organisation_id
     AND mine.person_id = s.person_id AND mine.is_coach
    JOIN team_person theirs ON theirs.organisation_id = mine.organisation_id
     AND theirs.team_id = mine.team_id AND NOT theirs.is_coach
   WHERE s.token_hash = token AND s.expires_at > now() AND s.roles & 2 <> 0
$$;

COMMENT ON FUNCTION coached(token bytea) IS 'The members of the teams that this session''s person coaches, once per team.';

CREATE FUNCTION copied_lines(draft plan_version, act text) RETURNS SETOF plan_line
    LANGUAGE sql STABLE
    AS $$
  SELECT l.*
    FROM plan_copy c
    JOIN plan_line l ON l.organisation_id = c.organisation_id AND l.plan_id = c.plan_id
                    AND l.number = c.number
   WHERE c.organisation_id = (draft).organisation_id AND c.plan_id = (draft).plan_id
     AND c.number = (draft).number AND c.id = act AND c.undone_at IS NULL
     AND l.removed_at IS NULL AND c.lines ->> l.id = text_stamp(line_content(l))
$$;

CREATE FUNCTION copy_line_sign(draft plan_version, from_id text, to_id text) RETURNS void
    LANGUAGE sql
    AS $$
  INSERT INTO plan_line_sign
  SELECT s.organisation_id, s.plan_id, s.number, to_id, s.verlengde_jeugdhulp, s.verblijf24,
         s.ernstig, s.gebeurtenis
    FROM plan_line_sign s
   WHERE s.organisation_id = (draft).organisation_id AND s.plan_id = (draft).plan_id
     AND s.number = (draft).number AND s.id = from_id
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION copy_plan_lines(token bytea, in_course text, of_casus text) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  INSERT INTO plan_line AS l (organisation_id, plan_id, number, id, scenario, position, persoon, code,
         omschrijving, domein, wet, aard, rol, betaler, tarief_eurocent, eenheid, prijspeil_jaar,
         zekerheid, kasstroom, hoeveelheid, per, duur_aantal, duur_eenheid, start_maand, kans)
  SELECT o.organisation_id, o.plan_id, o.number, substr(md5(t.name || ' ' || o.id), 1, 24), t.name,
         o.position, o.persoon, o.code, o.omschrijving, o.domein, o.wet, o.aard, o.rol, o.betaler,
         o.tarief_eurocent, o.eenheid, o.prijspeil_jaar, o.zekerheid, o.kasstroom, o.hoeveelheid,
         o.per, o.duur_aantal, o.duur_eenheid, o.start_maand, o.kans
    FROM plan_line o CROSS JOIN (VALUES ('dreigend'), ('doorbraak')) AS t(name)
   WHERE o.organisation_id = draft.organisation_id AND o.plan_id = draft.plan_id
     AND o.number = draft.number AND o.scenario = 'huidig' AND o.removed_at IS NULL
     AND NOT EXISTS (SELECT FROM plan_line x
                      WHERE x.organisation_id = o.organisation_id AND x.plan_id = o.plan_id
                        AND x.number = o.number AND x.scenario = t.name AND x.code = o.code
                        AND x.persoon = o.persoon AND x.removed_at IS NULL)
  ON CONFLICT (organisation_id, plan_id, number, id) DO UPDATE
     SET removed_at = NULL WHERE l.removed_at IS NOT NULL;
  PERFORM copy_line_sign(draft, o.id, l.id)
     FROM plan_line o CROSS JOIN (VALUES ('dreigend'), ('doorbraak')) AS t(name)
     JOIN plan_line l ON l.id = substr(md5(t.name || ' ' || o.id), 1, 24)
    WHERE o.organisation_id = draft.organisation_id AND o.plan_id = draft.plan_id
      AND o.number = draft.number AND o.scenario = 'huidig' AND o.removed_at IS NULL
      AND l.organisation_id = o.organisation_id AND l.plan_id = o.plan_id AND l.number = o.number;
  IF EXISTS (SELECT FROM plan_line l
              WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
                AND l.number = draft.number AND l.removed_at IS NULL
              GROUP BY l.scenario HAVING count(*) > 60) THEN
    RAISE EXCEPTION 'too many lines' USING ERRCODE = 'LM413';
  END IF;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION copy_plan_lines_once(token bytea, in_course text, of_casus text, act text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION copy_tariff_sign(token bytea, draft plan_version, of_id text, of_code text) RETURNS void
    LANGUAGE sql
    AS $$
  INSERT INTO plan_line_sign AS p (organisation_id, plan_id, number, id, verblijf24, ernstig,
                                   gebeurtenis)
  SELECT (draft).organisation_id, (draft).plan_id, (draft).number, of_id, s.verblijf24, s.ernstig,
         s.gebeurtenis
    FROM own_tariffs(token) t
    LEFT JOIN tariff_sign s ON s.organisation_id = t.organisation_id AND s.number = t.number
                           AND s.code = t.code
   WHERE t.code = of_code
  ON CONFLICT (organisation_id, plan_id, number, id) DO UPDATE
     SET verblijf24 = excluded.verblijf24, ernstig = excluded.ernstig,
         gebeurtenis = excluded.gebeurtenis
$$;

CREATE FUNCTION count_login_try(of_key bytea, waits integer[], drain_s integer) RETURNS void
    LANGUAGE sql
    SET search_path TO '$user', 'public'
    AS $$
  UPDATE login_try t
     SET level = n.level, counted_at = n.at,
         free_at = n.at + make_interval(secs => waits[ceil(n.level)::integer]),
         forget_at = n.at + make_interval(secs => n.level * drain_s)
    FROM (SELECT c.at, least(cardinality(waits), 1 + greatest(0,
                   o.level - extract(epoch FROM c.at - o.counted_at) / drain_s)) AS level
            FROM login_try o, (SELECT clock_timestamp() AS at) c
           WHERE o.key = of_key) n
   WHERE t.key = of_key
$$;

CREATE FUNCTION deal_peer_plans(token bytea, in_course text, of_casus text) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  me record;
BEGIN
  SELECT s.organisation_id, s.person_id INTO me
    FROM own_plan(token, in_course, of_casus) s
   WHERE EXISTS (SELECT FROM plan_version v
                  WHERE v.organisation_id = s.organisation_id AND v.plan_id = s.plan_id
                    AND v.handed_in_at IS NOT NULL);
  IF me.person_id IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(
    format('peer %s %s %s', me.organisation_id, in_course, of_casus), 0));
  FOR place IN 1 .. 2 LOOP
    CONTINUE WHEN EXISTS (SELECT FROM peer_deal d
      WHERE d.organisation_id = me.organisation_id AND d.reader_id = me.person_id
        AND d.course = in_course AND d.casus = of_casus AND d.slot = place);
    INSERT INTO peer_deal (organisation_id, reader_id, course, casus, slot, team_id, plan_id,
                           number, reader_number)
    SELECT me.organisation_id, me.person_id, in_course, of_casus, place, c.team_id, c.plan_id,
           c.number,
           (SELECT coalesce(max(d.reader_number), 0) + 1 FROM peer_deal d
             WHERE d.organisation_id = me.organisation_id AND d.plan_id = c.plan_id)
      FROM peer_candidates(me.organisation_id, me.person_id, in_course, of_casus) c
     LIMIT 1;
  END LOOP;
  RETURN (SELECT count(*) FROM peer_deal d
           WHERE d.organisation_id = me.organisation_id AND d.reader_id = me.person_id
             AND d.course = in_course AND d.casus = of_casus);
END
$$;

CREATE FUNCTION dealt_to(token bytea, in_course text, of_casus text) RETURNS TABLE(organisation_id bigint, reader_id bigint, slot integer, plan_id bigint, number integer, reader_number integer, maker_id bigint)
    LANGUAGE sql STABLE
    AS $$
  SELECT d.organisation_id, d.reader_id, d.slot, d.plan_id, d.number, d.reader_number, p.person_id
    FROM session s
    JOIN peer_deal d ON d.organisation_id = s.organisation_id AND d.reader_id = s.person_id
     AND d.course = in_course AND d.casus = of_casus
    JOIN plan p ON p.organisation_id = d.organisation_id AND p.id = d.plan_id
   WHERE s.token_hash = token AND s.expires_at > now()
     AND 2 = (SELECT count(*) FROM team_person t
               WHERE t.organisation_id = d.organisation_id AND t.team_id = d.team_id
                 AND t.person_id IN (d.reader_id, p.person_id) AND NOT t.is_coach)
$$;

COMMENT ON FUNCTION dealt_to(token bytea, in_course text, of_casus text) IS 'The plans that this session''s person reads for a case, while reader and maker are in the team.';

CREATE FUNCTION device_mac(who bigint, password_hash text, nonce text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO '$user', 'public'
    AS $$
  SELECT encode(login_hash('device', who::text, password_hash, nonce), 'hex')
$$;

CREATE FUNCTION draft_outcome(draft plan_version, outcome text, stamp text DEFAULT NULL::text) RETURNS plan_outcome
    LANGUAGE sql STABLE
    RETURN ROW(outcome, (draft).revision, (draft).saved_at, stamp)::plan_outcome;

CREATE FUNCTION draft_part(draft plan_version, kind text, of_id text) RETURNS TABLE(stamp text, removed_at timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
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

CREATE TABLE plan_article (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    code text NOT NULL,
    argument text DEFAULT ''::text NOT NULL,
    revision bigint DEFAULT 0 NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT plan_article_argument_check CHECK (seal_fits(organisation_id, argument, 5000))
);

COMMENT ON TABLE plan_article IS 'An article of law that a version leans on. Its argument: plan_text.';

COMMENT ON COLUMN plan_article.code IS 'A code of courses/gegevens/wetten.csv.';

COMMENT ON COLUMN plan_article.argument IS 'The ruimte of who wrote it before there were parts; empty once plan_text has one.';

CREATE TABLE plan_text (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    revision bigint NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plan_text_field_check CHECK ((length(field) <= 40)),
    CONSTRAINT plan_text_value_check CHECK (seal_fits(organisation_id, value, 20000))
);

COMMENT ON TABLE plan_text IS 'One text of a version, with the revision in which it last changed.';

COMMENT ON COLUMN plan_text.field IS 'A name of enum plan_field, or a part of an argument with the code of its article: ''ruimte:PW-49-b'' (core/plan.c).';

CREATE FUNCTION draft_rows(draft plan_version) RETURNS jsonb
    LANGUAGE sql STABLE
    RETURN jsonb_build_object('version', to_jsonb(draft), 'lines', (SELECT COALESCE(jsonb_agg(to_jsonb(l.*)), '[]'::jsonb) AS "coalesce" FROM plan_line l WHERE ((l.organisation_id = (draft_rows.draft).organisation_id) AND (l.plan_id = (draft_rows.draft).plan_id) AND (l.number = (draft_rows.draft).number))), 'articles', (SELECT COALESCE(jsonb_agg(to_jsonb(a.*)), '[]'::jsonb) AS "coalesce" FROM plan_article a WHERE ((a.organisation_id = (draft_rows.draft).organisation_id) AND (a.plan_id = (draft_rows.draft).plan_id) AND (a.number = (draft_rows.draft).number))), 'actions', (SELECT COALESCE(jsonb_agg(to_jsonb(a.*)), '[]'::jsonb) AS "coalesce" FROM plan_action a WHERE ((a.organisation_id = (draft_rows.draft).organisation_id) AND (a.plan_id = (draft_rows.draft).plan_id) AND (a.number = (draft_rows.draft).number))), 'texts', (SELECT COALESCE(jsonb_agg(to_jsonb(t.*)), '[]'::jsonb) AS "coalesce" FROM plan_text t WHERE ((t.organisation_id = (draft_rows.draft).organisation_id) AND (t.plan_id = (draft_rows.draft).plan_id) AND (t.number = (draft_rows.draft).number))));

CREATE FUNCTION end_answers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  LOCK TABLE answer IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM answer
   WHERE organisation_id = OLD.organisation_id AND person_id = OLD.person_id;
  RETURN NULL;
END
$$;

COMMENT ON FUNCTION end_answers() IS 'The answers of a membership end with it, also those of this very moment.';

CREATE FUNCTION end_plan_copy(draft plan_version, act text) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION extend_plan_line(token bytea, in_course text, of_casus text, base text, line plan_line, may_be_own boolean, price line_price, verlengd boolean) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_line;
  was boolean;
  now_stamp text;
  result plan_outcome;
BEGIN
  -- With its key a line that is not stored yet has the content it will have.
  line.organisation_id := draft.organisation_id;
  line.plan_id := draft.plan_id;
  line.number := draft.number;
  SELECT s.verlengde_jeugdhulp INTO was FROM plan_line_sign s
   WHERE s.organisation_id = draft.organisation_id AND s.plan_id = draft.plan_id
     AND s.number = draft.number AND s.id = line.id;
  IF coalesce(verlengd, was, false) = coalesce(was, false) THEN
    RETURN price_plan_line(token, in_course, of_casus, base, line, may_be_own, price);
  END IF;
  SELECT l.* INTO old FROM plan_line l
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.id = line.id;
  now_stamp := CASE WHEN old.id IS NULL THEN 'leeg'
                    ELSE part_stamp(line_content(old), old.removed_at) END;
  IF NOT is_known_stamp(now_stamp, base) THEN
    RETURN draft_outcome(draft, 'changed', now_stamp);
  END IF;
  INSERT INTO plan_line_sign (organisation_id, plan_id, number, id, verlengde_jeugdhulp)
  VALUES (draft.organisation_id, draft.plan_id, draft.number, line.id, verlengd)
  ON CONFLICT (organisation_id, plan_id, number, id) DO UPDATE
     SET verlengde_jeugdhulp = excluded.verlengde_jeugdhulp;
  now_stamp := CASE WHEN old.id IS NULL THEN 'leeg'
                    ELSE part_stamp(line_content(old), old.removed_at) END;
  result := price_plan_line(token, in_course, of_casus, now_stamp, line, may_be_own, price);
  IF result.outcome <> 'saved' THEN
    UPDATE plan_line_sign s SET verlengde_jeugdhulp = was
     WHERE s.organisation_id = draft.organisation_id AND s.plan_id = draft.plan_id
       AND s.number = draft.number AND s.id = line.id;
    RETURN result;
  END IF;
  IF result.revision = draft.revision THEN
    RETURN touched_outcome(draft); -- nothing else of it changed
  END IF;
  RETURN result;
END
$$;

CREATE FUNCTION text_stamp(content text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (COALESCE(content, ''::text) = ''::text) THEN 'leeg'::text WHEN ("left"(content, 1) = ''::text) THEN ('z'::text || "left"(encode(sha256(convert_to("left"(split_part(content, '.'::text, 4), 12), 'UTF8'::name)), 'hex'::text), 16)) ELSE "left"(encode(sha256(convert_to(content, 'UTF8'::name)), 'hex'::text), 16) END;

CREATE FUNCTION feedback_stamp(answer text, agrees boolean) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN ((COALESCE(answer, ''::text) = ''::text) AND (NOT COALESCE(agrees, false))) THEN 'leeg'::text ELSE (text_stamp(answer) || CASE WHEN agrees THEN 'j'::text ELSE 'n'::text END) END;

CREATE FUNCTION fill_session() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
  SELECT p.name, o.name, m.roles,
         (SELECT count(*) FROM membership x WHERE x.person_id = p.id)
    INTO NEW.name, NEW.organisation, NEW.roles, NEW.organisation_count
    FROM membership m
    JOIN person p ON p.id = m.person_id
    JOIN organisation o ON o.id = m.organisation_id
   WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.person_id
     FOR SHARE OF m;
  RETURN NEW;
END
$$;

CREATE FUNCTION find_by_kind(organisation bigint, edition text, question text, of_kinds text[], most integer) RETURNS TABLE(kind text, key text, title text, summary text, path text, phrase integer, sentence text, score real)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    AS $$
DECLARE
  edition_here integer := (SELECT e.id FROM search_edition e WHERE e.name = edition);
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
         SELECT a.lexeme, a.weight FROM search_asked_by(organisation, edition_here, question) a
       ),
       hits AS MATERIALIZED (
         SELECT p.document_id, p.part, a.lexeme, a.weight * p.weight AS fit
           FROM asked a
          CROSS JOIN LATERAL (
                SELECT x.document_id, x.part, x.weight FROM search_posting x
                 WHERE x.edition_id = edition_here AND x.lexeme = a.lexeme
                 ORDER BY x.weight DESC LIMIT 300) p
          UNION ALL
         SELECT -p.number, p.part, a.lexeme, a.weight * p.weight
           FROM asked a
           JOIN local_law_posting p ON p.organisation_id = organisation AND p.lexeme = a.lexeme
       ),
       parts AS MATERIALIZED (
         SELECT h.document_id, h.part, sum(h.fit) AS fit FROM hits h GROUP BY h.document_id, h.part
       ),
       -- Each word of the question once: where it fits best.
       covered AS (
         SELECT w.document_id, sum(w.fit) AS fit
           FROM (SELECT h.document_id, h.lexeme, max(h.fit) AS fit FROM hits h
                  GROUP BY h.document_id, h.lexeme) w
          GROUP BY w.document_id
       ),
       documents AS (
         SELECT p.document_id,
                coalesce(max(p.fit) FILTER (WHERE p.part >= 10), 0)
                + coalesce(sum(p.fit) FILTER (WHERE p.part < 10), 0)
                + 1.5 * max(c.fit) AS fit
           FROM parts p JOIN covered c ON c.document_id = p.document_id
          GROUP BY p.document_id
       ),
       kinds AS (
         SELECT f.document_id, f.fit,
                CASE WHEN f.document_id < 0 THEN 'wet' ELSE d.kind END AS kind
           FROM documents f
           LEFT JOIN search_document d ON d.edition_id = edition_here AND d.id = f.document_id
       ),
       ranked AS (
         SELECT k.*, row_number() OVER (PARTITION BY k.kind ORDER BY k.fit DESC, k.document_id)
           FROM kinds k WHERE k.kind = ANY (of_kinds)
       ),
       best AS MATERIALIZED (SELECT r.* FROM ranked r WHERE r.row_number <= most),
       phrases AS (
         SELECT DISTINCT ON (p.document_id) p.document_id, p.part - 10 AS phrase
           FROM parts p JOIN best b ON b.document_id = p.document_id
          WHERE p.part >= 10
          ORDER BY p.document_id, p.fit DESC, p.part
       )
  SELECT b.kind, coalesce(d.key, 'LOKAAL-' || -b.document_id),
         coalesce(d.title, l.regeling || ', artikel ' || l.artikel),
         coalesce(d.summary, l.kernzin),
         coalesce(d.path, '/wet/LOKAAL-' || -b.document_id),
         p.phrase::integer,
         coalesce(l.hindernissen[p.phrase + 1],
                  (SELECT s.sentence FROM search_sentence s
                     JOIN asked a ON a.lexeme = ANY (s.lexemes)
                    WHERE s.edition_id = edition_here AND s.document_id = b.document_id
                    GROUP BY s.at, s.sentence
                    ORDER BY sum(a.weight) DESC, s.at LIMIT 1)),
         b.fit::real
    FROM best b
    LEFT JOIN phrases p ON p.document_id = b.document_id
    LEFT JOIN search_document d ON d.edition_id = edition_here AND d.id = b.document_id
    LEFT JOIN LATERAL (
         SELECT x.regeling, x.artikel, x.kernzin, x.hindernissen FROM local_law x
          WHERE x.organisation_id = organisation AND x.number = -b.document_id
          ORDER BY x.version DESC LIMIT 1) l ON b.document_id < 0
   ORDER BY b.fit DESC, b.document_id;
END
$$;

COMMENT ON FUNCTION find_by_kind(organisation bigint, edition text, question text, of_kinds text[], most integer) IS 'Searches one edition of the courses and the articles of one organisation.';

CREATE FUNCTION find_content(edition text, question text, of_kinds text[], most integer) RETURNS TABLE(kind text, key text, title text, summary text, path text, phrase integer, score real)
    LANGUAGE plpgsql STABLE
    SET jit TO 'off'
    AS $$
DECLARE
  edition_here integer := (SELECT e.id FROM search_edition e WHERE e.name = edition);
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
         SELECT a.lexeme, a.weight FROM search_asked(edition_here, question) a
       ),
       hits AS MATERIALIZED (
         SELECT p.document_id, p.part, a.lexeme, a.weight * p.weight AS fit
           FROM asked a
          CROSS JOIN LATERAL (
                SELECT x.document_id, x.part, x.weight FROM search_posting x
                 WHERE x.edition_id = edition_here AND x.lexeme = a.lexeme
                 ORDER BY x.weight DESC LIMIT 300) p
       ),
       parts AS MATERIALIZED (
         SELECT h.document_id, h.part, sum(h.fit) AS fit FROM hits h GROUP BY h.document_id, h.part
       ),
       -- Each word of the question once: where it fits best.
       covered AS (
         SELECT w.document_id, sum(w.fit) AS fit
           FROM (SELECT h.document_id, h.lexeme, max(h.fit) AS fit FROM hits h
                  GROUP BY h.document_id, h.lexeme) w
          GROUP BY w.document_id
       ),
       documents AS (
         SELECT p.document_id,
                coalesce(max(p.fit) FILTER (WHERE p.part >= 10), 0)
                + coalesce(sum(p.fit) FILTER (WHERE p.part < 10), 0)
                + 1.5 * max(c.fit) AS fit
           FROM parts p JOIN covered c ON c.document_id = p.document_id
          GROUP BY p.document_id
       ),
       best AS (
         SELECT d.*, f.fit
           FROM documents f
           JOIN search_document d ON d.edition_id = edition_here AND d.id = f.document_id
          WHERE d.kind = ANY (of_kinds)
          ORDER BY f.fit DESC, d.id
          LIMIT most
       )
  SELECT b.kind, b.key, b.title, b.summary, b.path,
         (SELECT p.part - 10 FROM parts p WHERE p.document_id = b.id AND p.part >= 10
           ORDER BY p.fit DESC, p.part LIMIT 1), b.fit::real
    FROM best b
   ORDER BY b.fit DESC, b.id;
END
$$;

COMMENT ON FUNCTION find_content(edition text, question text, of_kinds text[], most integer) IS 'Searches one edition of the courses; what it holds is the same for every organisation.';

CREATE FUNCTION finish_search(edition text, of_documents integer[], sentences text[]) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO search_sentence (edition_id, document_id, at, sentence, lexemes)
  SELECT e.id, s.document, s.at, s.content,
         tsvector_to_array(to_tsvector('leer_nl', s.content))
    FROM search_edition e,
         unnest(of_documents, sentences) WITH ORDINALITY AS s(document, content, at)
   WHERE e.name = edition;
  ANALYZE search_sentence;
  PERFORM index_local_laws();
  RETURN true;
END
$$;

COMMENT ON FUNCTION finish_search(edition text, of_documents integer[], sentences text[]) IS 'Of an edition that load_search just loaded; only the owner may.';

CREATE FUNCTION hand_in_plan(token bytea, in_course text, of_casus text, seen bigint) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF draft.revision <> seen THEN
    RAISE EXCEPTION 'changed elsewhere' USING ERRCODE = 'LM409';
  END IF;
  UPDATE plan_version v SET handed_in_at = now()
   WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
     AND v.number = draft.number;
  RETURN draft.number;
END
$$;

CREATE FUNCTION hand_in_plan(token bytea, in_course text, of_casus text, seen bigint, tabel text) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  handed integer := hand_in_plan(token, in_course, of_casus, seen);
BEGIN
  UPDATE plan_version v
     SET tarieventabel = tabel || coalesce((SELECT ' eigen ' || max(x.number) FROM tariff_table x
                                             WHERE x.organisation_id = v.organisation_id), '')
    FROM own_plan(token, in_course, of_casus) o
   WHERE v.organisation_id = o.organisation_id AND v.plan_id = o.plan_id AND v.number = handed;
  RETURN handed;
END
$$;

CREATE FUNCTION has_passage(organisation bigint, plan bigint, of_number integer, passage text) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN CASE split_part(passage, ':'::text, 1) WHEN 'tekst'::text THEN true WHEN 'som'::text THEN (passage = 'som'::text) WHEN 'geheel'::text THEN (passage = 'geheel'::text) WHEN 'regel'::text THEN (EXISTS (SELECT FROM plan_line l WHERE ((l.organisation_id = has_passage.organisation) AND (l.plan_id = has_passage.plan) AND (l.number = has_passage.of_number) AND (('regel:'::text || l.id) = has_passage.passage) AND (l.removed_at IS NULL)))) WHEN 'artikel'::text THEN (EXISTS (SELECT FROM plan_article a WHERE ((a.organisation_id = has_passage.organisation) AND (a.plan_id = has_passage.plan) AND (a.number = has_passage.of_number) AND (('artikel:'::text || a.code) = has_passage.passage) AND (a.removed_at IS NULL)))) WHEN 'actie'::text THEN (EXISTS (SELECT FROM plan_action a WHERE ((a.organisation_id = has_passage.organisation) AND (a.plan_id = has_passage.plan) AND (a.number = has_passage.of_number) AND (('actie:'::text || a.id) = has_passage.passage) AND (a.removed_at IS NULL)))) ELSE false END;

CREATE FUNCTION import_line_signs(token bytea, in_course text, of_casus text, act text, lines jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  INSERT INTO plan_line_sign
  SELECT draft.organisation_id, draft.plan_id, draft.number, s.id, s.verlengde_jeugdhulp,
         s.verblijf24, s.ernstig, s.gebeurtenis
    FROM plan_import i, jsonb_populate_recordset(NULL::plan_line_sign, lines) s
   WHERE i.organisation_id = draft.organisation_id AND i.plan_id = draft.plan_id
     AND i.number = draft.number AND i.id = act AND i.undone_at IS NULL
     AND i.revision = draft.revision
     AND (s.verlengde_jeugdhulp IS NOT NULL OR s.verblijf24 IS NOT NULL
          OR s.ernstig IS NOT NULL OR s.gebeurtenis IS NOT NULL)
  ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION import_plan(token bytea, in_course text, of_casus text, act text, seen bigint, fields text[], texts text[], lines jsonb, articles jsonb, actions jsonb, kans text, slaag text, horizon integer, disconto text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION index_local_law(organisation bigint, of_number integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
  law local_law;
  edition_here integer := (SELECT e.id FROM search_edition e ORDER BY e.loaded_at DESC, e.id DESC
                            LIMIT 1);
  laws real := 1 + (SELECT count(*) FROM search_document d
                     WHERE d.edition_id = edition_here AND d.kind = 'wet');
BEGIN
  SELECT l.* INTO law FROM local_law l
   WHERE l.organisation_id = organisation AND l.number = of_number
   ORDER BY l.version DESC LIMIT 1;
  DELETE FROM local_law_posting p WHERE p.organisation_id = organisation AND p.number = of_number;
  DELETE FROM local_law_word w WHERE w.organisation_id = organisation AND w.number = of_number;
  IF law.is_withdrawn IS NOT false THEN
    RETURN;
  END IF;
  WITH parts AS (
         SELECT 0 AS part, 0.3::real AS weight,
                concat_ws(' ', law.regeling, 'artikel', law.artikel, law.soort,
                          'LOKAAL-' || law.number) AS content
          UNION ALL
         SELECT 1, 0.7, law.kernzin || ' ' || law.wanneer
          UNION ALL
         SELECT 9 + h.at::integer, 1, h.phrase
           FROM unnest(law.hindernissen) WITH ORDINALITY h(phrase, at)
       ),
       words AS (
         SELECT p.part, p.weight, w.lexeme AS word, cardinality(w.positions) AS times
           FROM parts p
          CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', p.content)) w
       ),
       cut AS (
         SELECT c.word, c.lexeme FROM search_cut(ARRAY(SELECT DISTINCT w.word FROM words w)) c
       ),
       known AS (
         INSERT INTO local_law_word (organisation_id, number, word, lexemes)
         SELECT organisation, of_number, c.word, array_agg(c.lexeme) FROM cut c
          WHERE length(c.word) BETWEEN 2 AND 60
          GROUP BY c.word
       ),
       shares AS (
         SELECT c.word, c.lexeme, 1::real AS share FROM cut c
          UNION
         SELECT c.word, l.lexeme, 0.5
           FROM (SELECT DISTINCT x.word FROM cut x) c
          CROSS JOIN LATERAL search_pieces(c.word) piece
           JOIN search_word s ON s.edition_id = edition_here AND s.word = piece
          CROSS JOIN LATERAL unnest(s.lexemes) l(lexeme)
          WHERE NOT EXISTS (SELECT FROM cut x WHERE x.word = c.word AND x.lexeme = l.lexeme)
       ),
       strengths AS (
         SELECT w.part, w.weight, s.lexeme, max(s.share * (1 + ln(w.times))) AS strength
           FROM words w JOIN shares s ON s.word = w.word
          GROUP BY w.part, w.weight, s.lexeme
       ),
       rare AS (
         SELECT s.lexeme,
                ln(1 + laws / (1 + (SELECT count(DISTINCT p.document_id)
                                      FROM search_posting p
                                      JOIN search_document d ON d.edition_id = p.edition_id
                                                            AND d.id = p.document_id
                                     WHERE p.edition_id = edition_here AND p.lexeme = s.lexeme
                                       AND d.kind = 'wet'))) AS rarity
           FROM (SELECT DISTINCT x.lexeme FROM strengths x) s
       )
  INSERT INTO local_law_posting (organisation_id, lexeme, number, part, weight)
  SELECT organisation, s.lexeme, of_number, s.part,
         s.weight * s.strength * r.rarity ^ 2
         / sqrt(sum((s.strength * r.rarity) ^ 2) OVER (PARTITION BY s.part))
    FROM strengths s JOIN rare r ON r.lexeme = s.lexeme;
END
$$;

CREATE FUNCTION index_local_laws() RETURNS void
    LANGUAGE sql
    AS $$
  SELECT index_local_law(l.organisation_id, l.number)
    FROM (SELECT DISTINCT x.organisation_id, x.number FROM local_law x) l
$$;

COMMENT ON FUNCTION index_local_laws() IS 'Done by `leer zoeken`, when it loads an edition.';

CREATE FUNCTION is_known_stamp(stamp text, bases text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN COALESCE((stamp = ANY (string_to_array(bases, ' '::text))), false);

CREATE FUNCTION keep_membership_key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'a membership keeps its organisation and person';
END
$$;

CREATE FUNCTION keep_plan_feedback(token bytea, in_course text, of_casus text, wanted integer, rules text[]) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  version plan_version := lock_handed_in(token, in_course, of_casus, wanted);
BEGIN
  INSERT INTO plan_feedback (organisation_id, plan_id, number, rule, found_at)
  SELECT version.organisation_id, version.plan_id, version.number, r.rule, now()
    FROM unnest(rules) AS r(rule)
  ON CONFLICT DO NOTHING;
  RETURN version.number;
END
$$;

CREATE FUNCTION keep_plan_text(old plan_text, new_value text, must_keep boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF old.value IS NULL OR old.value = '' OR seal_mark(old.value) = seal_mark(new_value) THEN
    RETURN;
  END IF;
  IF NOT must_keep AND seal_size(new_value) >= seal_size(old.value) * 0.7
     AND (seal_size(old.value) < 20
          OR EXISTS (SELECT FROM plan_text_past p
                      WHERE p.organisation_id = old.organisation_id AND p.plan_id = old.plan_id
                        AND p.number = old.number AND p.field = old.field
                        AND p.kept_at > now() - interval '5 minutes')) THEN
    RETURN;
  END IF;
  INSERT INTO plan_text_past (organisation_id, plan_id, number, field, value, saved_at)
  SELECT old.organisation_id, old.plan_id, old.number, old.field, old.value, old.saved_at
   WHERE seal_mark(old.value) IS DISTINCT FROM (SELECT seal_mark(p.value) FROM plan_text_past p
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

CREATE FUNCTION last_line_position(draft plan_version, of_scenario text) RETURNS integer
    LANGUAGE sql STABLE
    RETURN (SELECT COALESCE(max(l."position"), 0) AS "coalesce" FROM plan_line l WHERE ((l.organisation_id = (last_line_position.draft).organisation_id) AND (l.plan_id = (last_line_position.draft).plan_id) AND (l.number = (last_line_position.draft).number) AND (l.scenario = last_line_position.of_scenario)));

CREATE TABLE plan_line_sign (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    verlengde_jeugdhulp boolean,
    verblijf24 boolean,
    ernstig boolean,
    gebeurtenis text,
    CONSTRAINT plan_line_sign_gebeurtenis_check CHECK ((gebeurtenis ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT plan_line_sign_id_check CHECK ((id ~ '^[a-z0-9]{1,32}$'::text))
);

COMMENT ON TABLE plan_line_sign IS 'What a line says of itself that changes no amount; NULL: nothing, and then the row of its tariff does. Beside plan_line, whose row type may not change. Stays when its line is taken out or replaced by a file, so that it is there when the line comes back.';

COMMENT ON COLUMN plan_line_sign.id IS 'Of the line, in the same version.';

COMMENT ON COLUMN plan_line_sign.verlengde_jeugdhulp IS 'Help by the Jeugdwet for who is 18 or older (Jeugdwet 1.1); asked in the form of a line.';

COMMENT ON COLUMN plan_line_sign.verblijf24 IS 'A stay of day and night; comes with a file only, as the next two.';

COMMENT ON COLUMN plan_line_sign.gebeurtenis IS 'The event that the line is a part of: a word, the same for all its parts.';

CREATE FUNCTION line_content(l plan_line) RETURNS text
    LANGUAGE sql STABLE
    RETURN ((jsonb_build_array((l).persoon, (l).rol, (l).betaler, (l).hoeveelheid, (l).per, (l).duur_aantal, (l).duur_eenheid, (l).start_maand, (l).kans, seal_mark((l).stopreden)))::text || COALESCE((SELECT ' verlengde_jeugdhulp'::text FROM plan_line_sign s WHERE ((s.organisation_id = (line_content.l).organisation_id) AND (s.plan_id = (line_content.l).plan_id) AND (s.number = (line_content.l).number) AND (s.id = (line_content.l).id) AND s.verlengde_jeugdhulp)), ''::text));

CREATE FUNCTION load_search(edition text, by_dictionary text, kinds text[], keys text[], titles text[], summaries text[], paths text[], part_of integer[], parts integer[], weights real[], texts text[], synonyms text[]) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
DECLARE
  made integer;
BEGIN
  PERFORM pg_advisory_xact_lock(1818584435);
  IF EXISTS (SELECT FROM search_edition e WHERE e.name = edition AND e.dictionary = by_dictionary) THEN
    RETURN false;
  END IF;
  DELETE FROM search_edition e
   WHERE e.name = edition
      OR e.id NOT IN (SELECT x.id FROM search_edition x WHERE x.name <> edition
                       ORDER BY x.loaded_at DESC, x.id DESC LIMIT 3);
  INSERT INTO search_edition (name, dictionary) VALUES (edition, by_dictionary)
  RETURNING id INTO made;
  INSERT INTO search_document (edition_id, id, kind, key, title, summary, path)
  SELECT made, d.at, d.kind, d.key, d.title, d.summary, d.path
    FROM unnest(kinds, keys, titles, summaries, paths)
         WITH ORDINALITY AS d(kind, key, title, summary, path, at);

  CREATE TEMPORARY TABLE loading ON COMMIT DROP AS
  SELECT p.document, p.part, p.weight, w.lexeme AS word, cardinality(w.positions) AS times
    FROM unnest(part_of, parts, weights, texts) AS p(document, part, weight, content)
   CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', p.content)) w;
  CREATE TEMPORARY TABLE loading_cut ON COMMIT DROP AS
  SELECT c.word, c.lexeme, 1::real AS share
    FROM search_cut(ARRAY(SELECT DISTINCT l.word FROM loading l)) c;
  CREATE INDEX ON loading_cut (word);
  ANALYZE loading_cut;
  INSERT INTO search_word (edition_id, word, lexemes)
  SELECT made, c.word, array_agg(c.lexeme) FROM loading_cut c
   WHERE length(c.word) BETWEEN 2 AND 60
   GROUP BY c.word;
  -- huurschuld is also about schuld, for half.
  INSERT INTO loading_cut (word, lexeme, share)
  SELECT DISTINCT w.word, inner_cut.lexeme, 0.5::real
    FROM search_word w
   CROSS JOIN LATERAL search_pieces(w.word) piece
    JOIN loading_cut inner_cut ON inner_cut.word = piece
   WHERE w.edition_id = made AND NOT inner_cut.lexeme = ANY (w.lexemes);
  CREATE TEMPORARY TABLE loading_weight ON COMMIT DROP AS
  SELECT l.document, l.part, l.weight, c.lexeme,
         max(c.share * (1 + ln(l.times))) AS strength
    FROM loading l JOIN loading_cut c ON c.word = l.word
   GROUP BY l.document, l.part, l.weight, c.lexeme;
  -- How much it says that a word is there: among its own kind.
  CREATE TEMPORARY TABLE loading_rarity ON COMMIT DROP AS
  SELECT d.kind, w.lexeme, ln(1 + n.of_kind::real / count(DISTINCT w.document)) AS rarity
    FROM loading_weight w
    JOIN search_document d ON d.edition_id = made AND d.id = w.document
    JOIN (SELECT x.kind, count(*) AS of_kind FROM search_document x
           WHERE x.edition_id = made GROUP BY x.kind) n ON n.kind = d.kind
   GROUP BY d.kind, n.of_kind, w.lexeme;
  ANALYZE loading_rarity;
  INSERT INTO search_lexeme (edition_id, lexeme)
  SELECT DISTINCT made, r.lexeme FROM loading_rarity r;
  -- How much of its part a word is: a short phrase is about each of its words.
  INSERT INTO search_posting (edition_id, lexeme, document_id, part, weight)
  SELECT made, w.lexeme, w.document, w.part,
         w.weight * w.strength * r.rarity ^ 2
         / sqrt(sum((w.strength * r.rarity) ^ 2) OVER (PARTITION BY w.document, w.part))
    FROM loading_weight w
    JOIN search_document d ON d.edition_id = made AND d.id = w.document
    JOIN loading_rarity r ON r.kind = d.kind AND r.lexeme = w.lexeme;
  INSERT INTO search_synonym (edition_id, lexeme, also)
  SELECT DISTINCT made, a.lexeme, b.lexeme
    FROM unnest(synonyms) g(line)
   CROSS JOIN LATERAL search_cut(search_words(g.line)) a
   CROSS JOIN LATERAL search_cut(search_words(g.line)) b
   WHERE a.lexeme <> b.lexeme AND a.word <> b.word;
  ANALYZE search_document, search_lexeme, search_word, search_posting, search_synonym;
  DROP TABLE loading, loading_cut, loading_weight, loading_rarity;
  RETURN true;
END
$$;

COMMENT ON FUNCTION load_search(edition text, by_dictionary text, kinds text[], keys text[], titles text[], summaries text[], paths text[], part_of integer[], parts integer[], weights real[], texts text[], synonyms text[]) IS 'Loads what can be found of one state of the courses; only the owner may.';

CREATE FUNCTION load_tariff_signs(token bytea, act text, codes text[], verblijven text[], ernsten text[], gebeurtenissen text[]) RETURNS void
    LANGUAGE sql
    AS $$
  INSERT INTO tariff_sign
  SELECT x.organisation_id, x.number, n.code, CASE n.verblijf WHEN 'ja' THEN true WHEN 'nee' THEN false END,
         CASE n.ernst WHEN 'ja' THEN true WHEN 'nee' THEN false END, nullif(n.gebeurtenis, '')
    FROM session s
    JOIN tariff_table x ON x.organisation_id = s.organisation_id AND x.id = act
    CROSS JOIN unnest(codes, verblijven, ernsten, gebeurtenissen)
               AS n(code, verblijf, ernst, gebeurtenis)
   WHERE s.token_hash = token AND s.expires_at > now() AND s.roles & 8 <> 0
     AND concat(n.verblijf, n.ernst, n.gebeurtenis) <> ''
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION load_tariffs(token bytea, act text, base integer, codes text[], omschrijvingen text[], eenheden text[], centen bigint[], jaren integer[], domeinen text[], wetten text[], betalers text[], bronnen text[], zekerheden text[], aarden text[], pers text[], kasstromen text[]) RETURNS tariff_outcome
    LANGUAGE plpgsql
    AS $$
DECLARE
  made record;
BEGIN
  SELECT * INTO made FROM add_tariff_table(token, act, base, cardinality(codes), NULL);
  IF made.is_new THEN
    INSERT INTO tariff (organisation_id, number, position, code, omschrijving, eenheid,
                        tarief_eurocent, prijspeil_jaar, domein, wet, betaler, bron, zekerheid,
                        aard, per_gebruikelijk, kasstroom)
    SELECT made.organisation, (made.result).number, n.position, n.code, n.omschrijving, n.eenheid,
           n.centen, n.jaar, n.domein, n.wet, n.betaler, n.bron, n.zekerheid, n.aard, n.per,
           n.kasstroom
      FROM unnest(codes, omschrijvingen, eenheden, centen, jaren, domeinen, wetten, betalers,
                  bronnen, zekerheden, aarden, pers, kasstromen) WITH ORDINALITY
           AS n(code, omschrijving, eenheid, centen, jaar, domein, wet, betaler, bron, zekerheid,
                aard, per, kasstroom, position);
  END IF;
  RETURN made.result;
END
$$;

CREATE FUNCTION lock_coached_version(token bytea, in_course text, of_casus text, of_person bigint, wanted integer) RETURNS TABLE(organisation_id bigint, plan_id bigint, number integer, coach_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
  RETURN QUERY
  SELECT v.organisation_id, v.plan_id, v.number, s.person_id
    FROM visible_version(token, in_course, of_casus, of_person, wanted) seen
    JOIN session s ON s.token_hash = token AND s.expires_at > now() AND s.roles & 2 <> 0
    JOIN plan_version v ON v.organisation_id = seen.organisation_id AND v.plan_id = seen.plan_id
                       AND v.number = seen.number
   WHERE of_person IS NOT NULL AND v.handed_in_at IS NOT NULL
     FOR UPDATE OF v;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such version' USING ERRCODE = 'LM404';
  END IF;
END
$$;

CREATE FUNCTION lock_draft(token bytea, in_course text, of_casus text) RETURNS plan_version
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version;
BEGIN
  SELECT v.* INTO draft
    FROM own_plan(token, in_course, of_casus) o
    JOIN plan_version v ON v.organisation_id = o.organisation_id AND v.plan_id = o.plan_id
   WHERE v.handed_in_at IS NULL
     FOR UPDATE OF v;
  IF draft.plan_id IS NULL THEN
    IF EXISTS (SELECT FROM own_plan(token, in_course, of_casus)) THEN
      RAISE EXCEPTION 'handed in' USING ERRCODE = 'LM410';
    END IF;
    RAISE EXCEPTION 'no plan' USING ERRCODE = 'LM404';
  END IF;
  RETURN draft;
END
$$;

CREATE FUNCTION lock_handed_in(token bytea, in_course text, of_casus text, wanted integer) RETURNS plan_version
    LANGUAGE plpgsql
    AS $$
DECLARE
  found plan_version;
BEGIN
  SELECT v.* INTO found
    FROM own_plan(token, in_course, of_casus) o
    JOIN plan_version v ON v.organisation_id = o.organisation_id AND v.plan_id = o.plan_id
   WHERE v.number = wanted AND v.handed_in_at IS NOT NULL
     FOR UPDATE OF v;
  IF found.plan_id IS NULL THEN
    RAISE EXCEPTION 'no such version' USING ERRCODE = 'LM404';
  END IF;
  RETURN found;
END
$$;

CREATE FUNCTION lock_login_try(of_key bytea) RETURNS timestamp with time zone
    LANGUAGE sql
    SET search_path TO '$user', 'public'
    AS $$
  INSERT INTO login_try AS t (key) VALUES (of_key)
  ON CONFLICT (key) DO UPDATE SET free_at = t.free_at
  RETURNING free_at
$$;

CREATE FUNCTION login_hash(VARIADIC parts text[]) RETURNS bytea
    LANGUAGE sql STABLE
    SET search_path TO '$user', 'public'
    AS $$
  SELECT sha256(k.key || sha256(k.key || convert_to(to_json(parts)::text, 'UTF8')))
    FROM login_key k
$$;

CREATE FUNCTION open_plan_feedback(token bytea, in_course text, of_casus text, wanted integer, of_rule text, up_to integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  version plan_version := lock_handed_in(token, in_course, of_casus, wanted);
  opened integer;
BEGIN
  INSERT INTO plan_feedback AS f (organisation_id, plan_id, number, rule, level)
  VALUES (version.organisation_id, version.plan_id, version.number, of_rule, up_to)
  ON CONFLICT (organisation_id, plan_id, number, rule) DO UPDATE
     SET level = greatest(f.level, excluded.level)
  RETURNING f.level INTO opened;
  RETURN opened;
END
$$;

CREATE FUNCTION own_plan(token bytea, in_course text, of_casus text) RETURNS TABLE(organisation_id bigint, plan_id bigint, person_id bigint)
    LANGUAGE sql STABLE
    AS $$
  SELECT p.organisation_id, p.id, p.person_id
    FROM session s
    JOIN plan p ON p.organisation_id = s.organisation_id AND p.person_id = s.person_id
   WHERE s.token_hash = token AND s.expires_at > now()
     AND p.course = in_course AND p.casus = of_casus
$$;

CREATE TABLE tariff (
    organisation_id bigint NOT NULL,
    number integer NOT NULL,
    code text NOT NULL,
    "position" integer NOT NULL,
    omschrijving text NOT NULL,
    eenheid text NOT NULL,
    tarief_eurocent bigint NOT NULL,
    prijspeil_jaar integer NOT NULL,
    domein text NOT NULL,
    wet text NOT NULL,
    betaler text NOT NULL,
    bron text NOT NULL,
    zekerheid text NOT NULL,
    aard text NOT NULL,
    per_gebruikelijk text NOT NULL,
    kasstroom text NOT NULL,
    CONSTRAINT tariff_aard_check CHECK ((aard = ANY (ARRAY['dienst'::text, 'overdracht'::text, 'schade'::text]))),
    CONSTRAINT tariff_betaler_check CHECK ((length(betaler) <= 20)),
    CONSTRAINT tariff_bron_check CHECK (((length(bron) >= 1) AND (length(bron) <= 400))),
    CONSTRAINT tariff_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
    CONSTRAINT tariff_domein_check CHECK ((length(domein) <= 20)),
    CONSTRAINT tariff_eenheid_check CHECK (((length(eenheid) >= 1) AND (length(eenheid) <= 20))),
    CONSTRAINT tariff_kasstroom_check CHECK ((kasstroom = ANY (ARRAY['variabel'::text, 'beschikbaarheid'::text]))),
    CONSTRAINT tariff_omschrijving_check CHECK (((length(omschrijving) >= 1) AND (length(omschrijving) <= 200))),
    CONSTRAINT tariff_per_gebruikelijk_check CHECK ((per_gebruikelijk = ANY (ARRAY['eenmalig'::text, 'dag'::text, 'week'::text, 'maand'::text, 'jaar'::text]))),
    CONSTRAINT tariff_prijspeil_jaar_check CHECK (((prijspeil_jaar >= 1990) AND (prijspeil_jaar <= 2100))),
    CONSTRAINT tariff_tarief_eurocent_check CHECK (((tarief_eurocent >= 0) AND (tarief_eurocent <= 1000000000))),
    CONSTRAINT tariff_wet_check CHECK (((length(wet) >= 1) AND (length(wet) <= 80))),
    CONSTRAINT tariff_zekerheid_check CHECK ((zekerheid = ANY (ARRAY['official'::text, 'published'::text, 'illustrative'::text])))
);

COMMENT ON TABLE tariff IS 'A row of a version of an organisation''s own tariffs, with the columns of courses/gegevens/tarieven.csv.';

COMMENT ON COLUMN tariff."position" IS 'Its place in the file that was loaded.';

CREATE FUNCTION own_tariffs(token bytea) RETURNS SETOF tariff
    LANGUAGE sql STABLE
    AS $$
  SELECT t.*
    FROM session s
    JOIN tariff t ON t.organisation_id = s.organisation_id
     AND t.number = (SELECT max(x.number) FROM tariff_table x
                      WHERE x.organisation_id = s.organisation_id)
   WHERE s.token_hash = token AND s.expires_at > now()
$$;

COMMENT ON FUNCTION own_tariffs(token bytea) IS 'The tariffs that this session''s organisation uses now, beside the general table.';

CREATE FUNCTION part_stamp(content text, removed_at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE
    RETURN CASE WHEN (removed_at IS NULL) THEN text_stamp(content) ELSE ('weg'::text || ((EXTRACT(epoch FROM removed_at) * (1000000)::numeric))::bigint) END;

CREATE FUNCTION peer_candidates(organisation bigint, reader bigint, in_course text, of_casus text) RETURNS TABLE(plan_id bigint, number integer, team_id bigint)
    LANGUAGE sql STABLE
    AS $$
  SELECT p.id, v.number, min(r.team_id)
    FROM peer_round r
    JOIN team_person mine ON mine.organisation_id = r.organisation_id
     AND mine.team_id = r.team_id AND mine.person_id = reader AND NOT mine.is_coach
    JOIN team_person theirs ON theirs.organisation_id = r.organisation_id
     AND theirs.team_id = r.team_id AND theirs.person_id <> reader AND NOT theirs.is_coach
    JOIN plan p ON p.organisation_id = r.organisation_id AND p.person_id = theirs.person_id
     AND p.course = r.course AND p.casus = r.casus
    JOIN LATERAL (SELECT x.number, x.handed_in_at FROM plan_version x
                   WHERE x.organisation_id = p.organisation_id AND x.plan_id = p.id
                     AND x.handed_in_at IS NOT NULL
                   ORDER BY x.number DESC LIMIT 1) v ON true
   CROSS JOIN LATERAL (SELECT count(*) AS readers FROM peer_deal d
                        WHERE d.organisation_id = p.organisation_id AND d.plan_id = p.id) n
   CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM peer_deal d
                         JOIN plan o ON o.organisation_id = d.organisation_id AND o.id = d.plan_id
                        WHERE d.organisation_id = p.organisation_id AND d.reader_id = p.person_id
                          AND d.course = p.course AND d.casus = p.casus
                          AND o.person_id = reader) AS is_mutual,
                              EXISTS (SELECT FROM peer_deal d
                        WHERE d.organisation_id = p.organisation_id AND d.reader_id = p.person_id
                          AND d.course = p.course AND d.casus = p.casus) AS is_served) m
   WHERE r.organisation_id = organisation AND r.course = in_course AND r.casus = of_casus
     AND r.closed_at IS NULL
     AND NOT EXISTS (SELECT FROM peer_deal d
                      WHERE d.organisation_id = p.organisation_id AND d.plan_id = p.id
                        AND d.reader_id = reader)
   GROUP BY p.id, v.number, v.handed_in_at, n.readers, m.is_mutual, m.is_served
   ORDER BY n.readers >= 2, m.is_mutual, n.readers, m.is_served, v.handed_in_at, p.id
$$;

CREATE FUNCTION peer_received(token bytea, in_course text, of_casus text) RETURNS TABLE(organisation_id bigint, plan_id bigint, number integer, writer_id bigint, reader_number integer, maker_id bigint)
    LANGUAGE sql STABLE
    AS $$
  SELECT j.organisation_id, j.plan_id, j.number, j.writer_id, d.reader_number, o.person_id
    FROM own_plan(token, in_course, of_casus) o
    JOIN peer_judgement j ON j.organisation_id = o.organisation_id AND j.plan_id = o.plan_id
     AND j.sent_at IS NOT NULL
    JOIN peer_deal d ON d.organisation_id = j.organisation_id AND d.plan_id = j.plan_id
     AND d.number = j.number AND d.reader_id = j.writer_id
$$;

CREATE FUNCTION peer_target(token bytea, in_course text, of_casus text, in_slot integer) RETURNS TABLE(organisation_id bigint, plan_id bigint, number integer, writer_id bigint)
    LANGUAGE sql STABLE
    AS $$
  SELECT d.organisation_id, d.plan_id, d.number, d.reader_id
    FROM dealt_to(token, in_course, of_casus) d
   WHERE in_slot > 0 AND d.slot = in_slot
   UNION ALL
  (SELECT v.organisation_id, v.plan_id, v.number, o.person_id
     FROM own_plan(token, in_course, of_casus) o
     JOIN plan_version v ON v.organisation_id = o.organisation_id AND v.plan_id = o.plan_id
      AND v.handed_in_at IS NOT NULL
    WHERE in_slot = 0
    ORDER BY v.number DESC LIMIT 1)
$$;

CREATE FUNCTION people(token bytea, whom bigint) RETURNS TABLE(organisation_id bigint, person_id bigint)
    LANGUAGE sql STABLE
    AS $$
  SELECT s.organisation_id, s.person_id
    FROM session s
   WHERE whom IS NULL AND s.token_hash = token AND s.expires_at > now()
   UNION ALL
  SELECT DISTINCT c.organisation_id, c.person_id
    FROM coached(token) c
   WHERE whom IS NOT NULL AND (whom = 0 OR c.person_id = whom)
$$;

COMMENT ON FUNCTION people(token bytea, whom bigint) IS 'Whose work this session may look at: whom NULL is oneself, 0 all that one coaches, else one of them.';

CREATE FUNCTION pick_any_article(token bytea, in_course text, of_casus text, seen bigint, of_code text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF of_code LIKE 'LOKAAL-%' AND NOT EXISTS (
       SELECT FROM session s
        CROSS JOIN LATERAL (
              SELECT l.is_withdrawn FROM local_law l
               WHERE l.organisation_id = s.organisation_id AND 'LOKAAL-' || l.number = of_code
               ORDER BY l.version DESC LIMIT 1) newest
        WHERE s.token_hash = token AND s.expires_at > now() AND NOT newest.is_withdrawn) THEN
    RETURN draft_outcome(lock_draft(token, in_course, of_casus), 'gone');
  END IF;
  RETURN pick_plan_article(token, in_course, of_casus, seen, of_code);
END
$$;

CREATE FUNCTION pick_plan_article(token bytea, in_course text, of_casus text, seen bigint, of_code text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION price_plan_line(token bytea, in_course text, of_casus text, base text, line plan_line, may_be_own boolean, price line_price) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_line;
  own tariff;
  result plan_outcome;
  changed boolean;
BEGIN
  SELECT l.* INTO old FROM plan_line l
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.id = line.id;
  IF price.choice = 'index' AND old.tarief_eurocent = price.eurocent
     AND old.prijspeil_jaar = price.jaar
     AND right(old.omschrijving, length(price.afleiding)) = price.afleiding THEN
    price.choice := ''; -- the same form once more
  END IF;
  IF may_be_own THEN
    SELECT t.* INTO own FROM own_tariffs(token) t WHERE t.code = line.code;
  END IF;
  IF price.choice = '' AND old.id IS NOT NULL OR price.choice = 'index'
     AND old.tarief_eurocent = price.from_eurocent AND old.prijspeil_jaar = price.from_jaar THEN
    line.omschrijving := old.omschrijving; line.domein := old.domein; line.wet := old.wet;
    line.aard := old.aard; line.tarief_eurocent := old.tarief_eurocent;
    line.eenheid := old.eenheid; line.prijspeil_jaar := old.prijspeil_jaar;
    line.zekerheid := old.zekerheid; line.kasstroom := old.kasstroom;
  ELSIF own.code IS NOT NULL THEN
    line.omschrijving := own.omschrijving; line.domein := own.domein; line.wet := own.wet;
    line.aard := own.aard; line.tarief_eurocent := own.tarief_eurocent;
    line.eenheid := own.eenheid; line.prijspeil_jaar := own.prijspeil_jaar;
    line.zekerheid := own.zekerheid; line.kasstroom := own.kasstroom;
  END IF;
  IF line.tarief_eurocent IS NULL
     OR price.choice <> '' AND (line.tarief_eurocent <> price.from_eurocent
                                OR line.prijspeil_jaar <> price.from_jaar) THEN
    RETURN draft_outcome(draft, 'gone');
  END IF;
  IF price.choice = 'index' THEN
    line.tarief_eurocent := price.eurocent;
    line.prijspeil_jaar := price.jaar;
    line.omschrijving := left(line.omschrijving, 200 - length(price.afleiding)) || price.afleiding;
  END IF;
  result := change_plan_line(token, in_course, of_casus, base, line);
  IF result.outcome <> 'saved' OR price.choice = '' THEN
    RETURN result;
  END IF;
  UPDATE plan_line l
     SET omschrijving = line.omschrijving, tarief_eurocent = line.tarief_eurocent,
         eenheid = line.eenheid, prijspeil_jaar = line.prijspeil_jaar,
         zekerheid = line.zekerheid, kasstroom = line.kasstroom, domein = line.domein,
         wet = line.wet, aard = line.aard
   WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
     AND l.number = draft.number AND l.id = line.id AND l.code = line.code
     AND ROW(l.omschrijving, l.tarief_eurocent, l.eenheid, l.prijspeil_jaar, l.zekerheid)
         IS DISTINCT FROM ROW(line.omschrijving, line.tarief_eurocent, line.eenheid,
                              line.prijspeil_jaar, line.zekerheid);
  changed := FOUND;
  IF changed THEN
    RETURN touched_outcome(draft);
  END IF;
  RETURN result;
END
$$;

CREATE FUNCTION put_back_plan_text(token bytea, in_course text, of_casus text, of_field text, past bigint, base text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION put_back_tariff_signs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO tariff_sign
  SELECT s.organisation_id, NEW.number, s.code, s.verblijf24, s.ernstig, s.gebeurtenis
    FROM tariff_sign s
   WHERE s.organisation_id = NEW.organisation_id AND s.number = NEW.put_back;
  RETURN NULL;
END
$$;

CREATE FUNCTION put_back_tariffs(token bytea, act text, base integer, from_number integer) RETURNS tariff_outcome
    LANGUAGE plpgsql
    AS $$
DECLARE
  made record;
  old tariff_table;
BEGIN
  SELECT x.* INTO old FROM session s
    JOIN tariff_table x ON x.organisation_id = s.organisation_id AND x.number = from_number
   WHERE s.token_hash = token AND s.expires_at > now();
  IF from_number <> 0 AND old.number IS NULL THEN
    RETURN ROW('gone', base)::tariff_outcome;
  END IF;
  SELECT * INTO made
    FROM add_tariff_table(token, act, base, coalesce(old.row_count, 0), from_number);
  IF made.is_new THEN
    INSERT INTO tariff (organisation_id, number, position, code, omschrijving, eenheid,
                        tarief_eurocent, prijspeil_jaar, domein, wet, betaler, bron, zekerheid,
                        aard, per_gebruikelijk, kasstroom)
    SELECT t.organisation_id, (made.result).number, t.position, t.code, t.omschrijving, t.eenheid,
           t.tarief_eurocent, t.prijspeil_jaar, t.domein, t.wet, t.betaler, t.bron, t.zekerheid,
           t.aard, t.per_gebruikelijk, t.kasstroom
      FROM tariff t
     WHERE t.organisation_id = made.organisation AND t.number = from_number;
  END IF;
  RETURN made.result;
END
$$;

CREATE FUNCTION put_peer_reply(token bytea, in_course text, of_casus text, to_reader integer, new_helped boolean, new_answer text) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  sent record;
  said peer_reply;
BEGIN
  SELECT r.* INTO sent FROM peer_received(token, in_course, of_casus) r
   WHERE r.reader_number = to_reader;
  IF sent.plan_id IS NULL THEN
    RAISE EXCEPTION 'nothing was sent' USING ERRCODE = 'LM404';
  END IF;
  INSERT INTO peer_reply (organisation_id, plan_id, number, reader_id, reader_number, helped,
                          answer)
  VALUES (sent.organisation_id, sent.plan_id, sent.number, sent.writer_id, to_reader, new_helped,
          new_answer)
  ON CONFLICT DO NOTHING;
  SELECT r.* INTO said FROM peer_reply r
   WHERE r.organisation_id = sent.organisation_id AND r.plan_id = sent.plan_id
     AND r.number = sent.number AND r.reader_id = sent.writer_id;
  RETURN CASE WHEN said.helped = new_helped AND seal_mark(said.answer) = seal_mark(new_answer)
              THEN 'saved' ELSE 'other' END;
END
$$;

CREATE FUNCTION put_peer_words(token bytea, in_course text, of_casus text, in_slot integer, fields text[], texts text[], bases text[], must_send boolean, OUT outcome text, OUT saved timestamp with time zone, OUT stamps jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
DECLARE
  target record;
  judgement peer_judgement;
  old text;
  changed integer[] := '{}';
  is_elsewhere boolean := false;
BEGIN
  SELECT t.* INTO target FROM peer_target(token, in_course, of_casus, in_slot) t;
  IF target.plan_id IS NULL THEN
    RAISE EXCEPTION 'not dealt' USING ERRCODE = 'LM404';
  END IF;
  INSERT INTO peer_judgement (organisation_id, plan_id, number, writer_id)
  VALUES (target.organisation_id, target.plan_id, target.number, target.writer_id)
  ON CONFLICT DO NOTHING;
  SELECT j.* INTO judgement FROM peer_judgement j
   WHERE j.organisation_id = target.organisation_id AND j.plan_id = target.plan_id
     AND j.number = target.number AND j.writer_id = target.writer_id
     FOR UPDATE;
  stamps := '{}';
  FOR i IN 1 .. cardinality(fields) LOOP
    SELECT w.value INTO old FROM peer_word w
     WHERE w.organisation_id = target.organisation_id AND w.plan_id = target.plan_id
       AND w.number = target.number AND w.writer_id = target.writer_id AND w.field = fields[i];
    IF coalesce(old, '') <> texts[i] THEN
      IF is_known_stamp(text_stamp(old), bases[i]) THEN
        changed := changed || i;
      ELSIF text_stamp(texts[i]) = split_part(bases[i], ' ', 1) THEN
        CONTINUE;
      ELSE
        is_elsewhere := true;
      END IF;
    END IF;
    stamps := stamps || jsonb_build_object(fields[i], text_stamp(texts[i]));
  END LOOP;
  saved := judgement.saved_at;
  IF judgement.sent_at IS NOT NULL THEN
    outcome := CASE WHEN is_elsewhere OR changed <> '{}' THEN 'frozen' ELSE 'sent' END;
    RETURN;
  ELSIF is_elsewhere THEN
    outcome := 'changed';
    RETURN;
  END IF;
  INSERT INTO peer_word AS w (organisation_id, plan_id, number, writer_id, field, value)
  SELECT target.organisation_id, target.plan_id, target.number, target.writer_id, n.field, n.value
    FROM unnest(fields, texts) WITH ORDINALITY AS n(field, value, i)
   WHERE n.i = ANY (changed)
  ON CONFLICT (organisation_id, plan_id, number, writer_id, field) DO UPDATE
     SET value = excluded.value;
  UPDATE peer_judgement j
     SET saved_at = now(), sent_at = CASE WHEN must_send AND in_slot > 0 THEN now() END
   WHERE j.organisation_id = target.organisation_id AND j.plan_id = target.plan_id
     AND j.number = target.number AND j.writer_id = target.writer_id
  RETURNING j.saved_at, CASE WHEN j.sent_at IS NULL THEN 'saved' ELSE 'sent' END
       INTO saved, outcome;
END
$$;

CREATE FUNCTION put_plan_action(token bytea, in_course text, of_casus text, of_id text, new_wat text, new_wie text, new_wanneer text) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF (SELECT count(*) FROM plan_action a
       WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
         AND a.number = draft.number AND a.removed_at IS NULL AND a.id <> of_id) >= 40 THEN
    RETURN QUERY SELECT false, draft.revision, draft.saved_at;
    RETURN;
  END IF;
  INSERT INTO plan_action (organisation_id, plan_id, number, id, position, wat, wie, wanneer)
  SELECT draft.organisation_id, draft.plan_id, draft.number, of_id,
         (SELECT coalesce(max(a.position), 0) + 1 FROM plan_action a
           WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
             AND a.number = draft.number),
         new_wat, new_wie, new_wanneer
  ON CONFLICT (organisation_id, plan_id, number, id) DO UPDATE
     SET wat = excluded.wat, wie = excluded.wie, wanneer = excluded.wanneer, removed_at = NULL;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION put_plan_argument(token bytea, in_course text, of_casus text, seen bigint, of_code text, base text, new_argument text, OUT result plan_outcome, OUT stamps jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
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
  SELECT text_stamp(t.value) INTO now_stamp FROM plan_text t
   WHERE t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
     AND t.number = draft.number AND t.field = 'ruimte:' || of_code AND t.value <> '';
  IF now_stamp IS NOT NULL THEN
    result := draft_outcome(draft, 'changed', now_stamp);
    stamps := '{}';
    RETURN;
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

CREATE FUNCTION put_plan_argument_parts(token bytea, in_course text, of_casus text, seen bigint, of_code text, parts text[], texts text[], bases text[], OUT result plan_outcome, OUT stamps jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_article;
  gone text;
  is_known boolean;
  done record;
  at integer := array_position(parts, 'ruimte');
  fields text[] := ARRAY(SELECT p || ':' || of_code FROM unnest(parts) WITH ORDINALITY AS x(p, i) ORDER BY i);
BEGIN
  SELECT a.* INTO old FROM plan_article a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code;
  IF old.code IS NULL THEN
    RAISE EXCEPTION 'no such article' USING ERRCODE = 'LM404';
  END IF;
  IF old.removed_at IS NOT NULL THEN
    gone := part_stamp('', old.removed_at);
    IF NOT (SELECT coalesce(bool_and(coalesce(is_known_stamp(gone, b), false)), false)
              FROM unnest(bases) AS b) THEN
      result := draft_outcome(draft, 'changed', gone);
      stamps := (SELECT jsonb_object_agg(p, gone) FROM unnest(parts) AS p);
      RETURN;
    END IF;
    bases := ARRAY(SELECT text_stamp(t.value) FROM unnest(fields) WITH ORDINALITY AS f(field, i)
                     LEFT JOIN plan_text t
                       ON t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
                      AND t.number = draft.number AND t.field = f.field
                    ORDER BY f.i);
  ELSIF at IS NOT NULL AND old.argument <> '' THEN
    is_known := CASE WHEN bases[at] IS NULL THEN old.revision <= seen
                     ELSE is_known_stamp(text_stamp(old.argument), bases[at]) END;
    IF is_known THEN
      bases[at] := 'leeg';
    ELSIF text_stamp(texts[at]) = split_part(bases[at], ' ', 1) THEN
      fields := fields[:at - 1] || fields[at + 1:];
      texts := texts[:at - 1] || texts[at + 1:];
      bases := bases[:at - 1] || bases[at + 1:];
      at := NULL;
    ELSE
      result := draft_outcome(draft, 'changed');
      stamps := jsonb_build_object('ruimte', text_stamp(old.argument));
      RETURN;
    END IF;
  END IF;
  SELECT p.* INTO done
    FROM put_plan_texts(token, in_course, of_casus, seen, fields, texts, bases) p;
  result := done.result;
  stamps := coalesce((SELECT jsonb_object_agg(split_part(s.key, ':', 1), s.value)
                        FROM jsonb_each(done.stamps) s), '{}');
  IF (result).outcome <> 'saved' THEN
    RETURN;
  END IF;
  IF old.removed_at IS NOT NULL OR (at IS NOT NULL AND old.argument <> '') THEN
    UPDATE plan_article a
       SET removed_at = NULL, revision = (result).revision,
           argument = CASE WHEN at IS NULL THEN a.argument ELSE '' END
     WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
       AND a.number = draft.number AND a.code = of_code;
  END IF;
  IF old.removed_at IS NOT NULL THEN
    result := touched_outcome(draft);
  END IF;
END
$$;

CREATE FUNCTION put_plan_article(token bytea, in_course text, of_casus text, of_code text) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF (SELECT count(*) FROM plan_article a
       WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
         AND a.number = draft.number AND a.removed_at IS NULL AND a.code <> of_code) >= 30 THEN
    RETURN QUERY SELECT false, draft.revision, draft.saved_at;
    RETURN;
  END IF;
  INSERT INTO plan_article (organisation_id, plan_id, number, code)
  VALUES (draft.organisation_id, draft.plan_id, draft.number, of_code)
  ON CONFLICT (organisation_id, plan_id, number, code) DO UPDATE
     SET removed_at = NULL, added_at = now() WHERE plan_article.removed_at IS NOT NULL;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION put_plan_chance(token bytea, in_course text, of_casus text, base text, chance text, OUT result plan_outcome, OUT stamps jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION put_plan_figures(token bytea, in_course text, of_casus text, names text[], figures text[], bases text[], rate text, OUT result plan_outcome, OUT stamps jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  stored text;
  figure text;
  is_changed boolean := false;
  elsewhere jsonb := '{}';
BEGIN
  stamps := '{}';
  FOR i IN 1 .. cardinality(names) LOOP
    figure := nullif(figures[i], '');
    stored := CASE names[i] WHEN 'kans_dreigend' THEN draft.kans_dreigend
                            WHEN 'slaagkans' THEN draft.slaagkans
                            WHEN 'horizon_jaren' THEN draft.horizon_jaren::text END;
    IF stored IS DISTINCT FROM figure THEN
      IF is_known_stamp(text_stamp(stored), bases[i]) THEN
        is_changed := true;
        CASE names[i]
          WHEN 'kans_dreigend' THEN draft.kans_dreigend := figure;
          WHEN 'slaagkans' THEN draft.slaagkans := figure;
          WHEN 'horizon_jaren' THEN
            draft.horizon_jaren := figure::integer;
            draft.disconto_pct := rate;
        END CASE;
      ELSIF text_stamp(figure) = split_part(bases[i], ' ', 1) THEN
        CONTINUE;
      ELSE
        elsewhere := elsewhere || jsonb_build_object(names[i], text_stamp(stored));
      END IF;
    END IF;
    stamps := stamps || jsonb_build_object(names[i], text_stamp(figure));
  END LOOP;
  IF elsewhere <> '{}' THEN
    result := draft_outcome(draft, 'changed');
    stamps := elsewhere;
  ELSIF is_changed THEN
    UPDATE plan_version v
       SET kans_dreigend = draft.kans_dreigend, slaagkans = draft.slaagkans,
           horizon_jaren = draft.horizon_jaren, disconto_pct = draft.disconto_pct
     WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
       AND v.number = draft.number;
    result := touched_outcome(draft);
  ELSE
    result := draft_outcome(draft, 'saved');
  END IF;
END
$$;

COMMENT ON FUNCTION put_plan_figures(token bytea, in_course text, of_casus text, names text[], figures text[], bases text[], rate text, OUT result plan_outcome, OUT stamps jsonb) IS 'Saves the chance of the threat, the chance of success and the horizon of a draft.';

CREATE FUNCTION put_plan_line(token bytea, in_course text, of_casus text, line plan_line) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF (SELECT count(*) FROM plan_line l
       WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
         AND l.number = draft.number AND l.scenario = line.scenario
         AND l.removed_at IS NULL AND l.id <> line.id) >= 60 THEN
    RETURN QUERY SELECT false, draft.revision, draft.saved_at;
    RETURN;
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
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION put_plan_texts(token bytea, in_course text, of_casus text, seen bigint, fields text[], texts text[], bases text[], OUT result plan_outcome, OUT stamps jsonb) RETURNS record
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION put_review_note(token bytea, in_course text, of_casus text, of_person bigint, wanted integer, of_passage text, basis text, new_text text) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  here record;
  now_round integer;
  old text;
BEGIN
  SELECT * INTO here FROM lock_coached_version(token, in_course, of_casus, of_person, wanted);
  now_round := review_round(here.organisation_id, here.plan_id, here.number, here.coach_id);
  SELECT n.text INTO old FROM plan_review_note n
   WHERE n.organisation_id = here.organisation_id AND n.plan_id = here.plan_id
     AND n.number = here.number AND n.reviewer_id = here.coach_id AND n.round = now_round
     AND n.passage = of_passage;
  IF text_stamp(old) = text_stamp(new_text) THEN
    RETURN 'saved';
  ELSIF text_stamp(old) <> basis THEN
    RETURN 'changed';
  ELSIF NOT has_passage(here.organisation_id, here.plan_id, here.number, of_passage) THEN
    RAISE EXCEPTION 'no such passage' USING ERRCODE = 'LM404';
  END IF;
  IF now_round < 0 THEN
    now_round := -now_round;
    INSERT INTO plan_review (organisation_id, plan_id, number, reviewer_id, round)
    VALUES (here.organisation_id, here.plan_id, here.number, here.coach_id, now_round);
  END IF;
  IF new_text = '' THEN
    DELETE FROM plan_review_note n
     WHERE n.organisation_id = here.organisation_id AND n.plan_id = here.plan_id
       AND n.number = here.number AND n.reviewer_id = here.coach_id AND n.round = now_round
       AND n.passage = of_passage;
    RETURN 'saved';
  END IF;
  INSERT INTO plan_review_note AS n (organisation_id, plan_id, number, reviewer_id, round, passage, text)
  VALUES (here.organisation_id, here.plan_id, here.number, here.coach_id, now_round, of_passage,
          new_text)
  ON CONFLICT (organisation_id, plan_id, number, reviewer_id, round, passage) DO UPDATE
     SET text = excluded.text;
  RETURN 'saved';
END
$$;

CREATE FUNCTION put_start_lines(token bytea, in_course text, of_casus text, act text, v text[]) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION refuse(code text) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
  RAISE EXCEPTION 'refused' USING ERRCODE = code;
END
$$;

CREATE FUNCTION remove_plan_part(token bytea, in_course text, of_casus text, kind text, of_id text) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF kind = 'regel' THEN
    UPDATE plan_line p SET removed_at = now()
     WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
       AND p.number = draft.number AND p.id = of_id AND p.removed_at IS NULL;
    DELETE FROM plan_line p
     WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
       AND p.number = draft.number AND p.removed_at IS NOT NULL
       AND p.id NOT IN (SELECT x.id FROM plan_line x
                         WHERE x.organisation_id = draft.organisation_id AND x.plan_id = draft.plan_id
                           AND x.number = draft.number AND x.removed_at IS NOT NULL
                         ORDER BY x.removed_at DESC LIMIT 10);
  ELSIF kind = 'artikel' THEN
    UPDATE plan_article p SET removed_at = now()
     WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
       AND p.number = draft.number AND p.code = of_id AND p.removed_at IS NULL;
  ELSIF kind = 'actie' THEN
    UPDATE plan_action p SET removed_at = now()
     WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
       AND p.number = draft.number AND p.id = of_id AND p.removed_at IS NULL;
    DELETE FROM plan_action p
     WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
       AND p.number = draft.number AND p.removed_at IS NOT NULL
       AND p.id NOT IN (SELECT x.id FROM plan_action x
                         WHERE x.organisation_id = draft.organisation_id AND x.plan_id = draft.plan_id
                           AND x.number = draft.number AND x.removed_at IS NOT NULL
                         ORDER BY x.removed_at DESC LIMIT 10);
  END IF;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION renew_sessions() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_TABLE_NAME = 'organisation' THEN
    UPDATE session s SET organisation_id = s.organisation_id WHERE s.organisation_id = NEW.id;
  ELSIF TG_TABLE_NAME = 'person' THEN
    UPDATE session s SET organisation_id = s.organisation_id WHERE s.person_id = NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE session s SET organisation_id = s.organisation_id
     WHERE s.person_id = OLD.person_id AND s.organisation_id <> OLD.organisation_id;
  ELSE
    UPDATE session s SET organisation_id = s.organisation_id WHERE s.person_id = NEW.person_id;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION require_session(token bytea, needed_roles integer) RETURNS TABLE(person_id bigint, organisation_id bigint, name text, organisation text, roles integer, organisation_count integer, refused integer)
    LANGUAGE sql STABLE
    AS $$
  SELECT s.person_id, s.organisation_id, s.name, s.organisation, s.roles,
         s.organisation_count,
         CASE WHEN s.person_id IS NULL THEN refuse('LM401')
              WHEN s.roles & needed_roles = 0 THEN refuse('LM403') END
    FROM (SELECT 1) AS one
    LEFT JOIN session s ON s.token_hash = token AND s.expires_at > now()
$$;

COMMENT ON FUNCTION require_session(token bytea, needed_roles integer) IS 'Who holds this session; raises LM401 without one and LM403 without one of the roles.';

CREATE FUNCTION reset_password(account text, new_hash text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
DECLARE
  who bigint;
BEGIN
  UPDATE person p SET password_hash = new_hash WHERE lower(p.email) = lower(account)
  RETURNING p.id INTO who;
  DELETE FROM session s WHERE s.person_id = who;
  DELETE FROM login_try t WHERE t.key = login_hash('account', lower(account));
  RETURN who;
END
$$;

COMMENT ON FUNCTION reset_password(account text, new_hash text) IS 'For leer gebruiker wachtwoord: NULL when nobody has this address.';

CREATE FUNCTION restart_plan_talks(token bytea, in_course text, of_casus text, seen integer) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  acts integer;
  last_act text;
BEGIN
  IF draft.number > 1 THEN
    RETURN 'open';
  END IF;
  SELECT count(*), (array_agg(a.act ORDER BY a.position DESC))[1]
    INTO acts, last_act
    FROM plan_asked a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id;
  IF acts = 0 OR last_act = 'opnieuw' THEN
    RETURN 'saved';
  ELSIF acts <> seen THEN
    RETURN 'changed';
  ELSIF acts >= 100 THEN
    RETURN 'full';
  END IF;
  INSERT INTO plan_asked (organisation_id, plan_id, position, act)
  VALUES (draft.organisation_id, draft.plan_id, acts + 1, 'opnieuw');
  RETURN 'saved';
END
$$;

COMMENT ON FUNCTION restart_plan_talks(token bytea, in_course text, of_casus text, seen integer) IS 'Begins the talks of a case anew, with all time back; old acts stay.';

CREATE FUNCTION restore_plan_part(token bytea, in_course text, of_casus text, kind text, of_id text) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF kind = 'regel' THEN
    UPDATE plan_line p SET removed_at = NULL
     WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
       AND p.number = draft.number AND p.id = of_id
       AND (SELECT count(*) FROM plan_line x
             WHERE x.organisation_id = draft.organisation_id AND x.plan_id = draft.plan_id
               AND x.number = draft.number AND x.scenario = p.scenario
               AND x.removed_at IS NULL AND x.id <> p.id) < 60;
  ELSIF kind = 'actie' THEN
    UPDATE plan_action p SET removed_at = NULL
     WHERE p.organisation_id = draft.organisation_id AND p.plan_id = draft.plan_id
       AND p.number = draft.number AND p.id = of_id
       AND (SELECT count(*) FROM plan_action x
             WHERE x.organisation_id = draft.organisation_id AND x.plan_id = draft.plan_id
               AND x.number = draft.number AND x.removed_at IS NULL AND x.id <> p.id) < 40;
  END IF;
  IF NOT FOUND THEN
    RETURN QUERY SELECT false, draft.revision, draft.saved_at;
    RETURN;
  END IF;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION return_plan_part(token bytea, in_course text, of_casus text, kind text, of_id text, base text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE TABLE plan_review (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    reviewer_id bigint NOT NULL,
    round integer NOT NULL,
    outcome text,
    sent_at timestamp with time zone,
    opened_at timestamp with time zone,
    seen_at timestamp with time zone,
    CONSTRAINT plan_review_opened_check CHECK (((opened_at IS NULL) OR (sent_at IS NOT NULL))),
    CONSTRAINT plan_review_outcome_check CHECK ((outcome = ANY (ARRAY['opmerkingen'::text, 'vraag'::text, 'klaar'::text]))),
    CONSTRAINT plan_review_round_check CHECK (((round >= 1) AND (round <= 100))),
    CONSTRAINT plan_review_sent_check CHECK (((sent_at IS NULL) = (outcome IS NULL)))
);

COMMENT ON TABLE plan_review IS 'A coach''s reaction to a version that was handed in: one message, frozen when it is sent.';

COMMENT ON COLUMN plan_review.round IS 'The coach''s first, second, … reaction to this version.';

COMMENT ON COLUMN plan_review.outcome IS 'Remarks only, back with a question, or ready for practice; NULL: not sent.';

COMMENT ON COLUMN plan_review.opened_at IS 'When the maker of the plan opened it first; from then on it cannot be taken back.';

COMMENT ON COLUMN plan_review.seen_at IS 'When the coach last saw the answers.';

CREATE FUNCTION review_round(organisation bigint, plan bigint, of_number integer, reviewer bigint) RETURNS integer
    LANGUAGE sql STABLE
    RETURN (SELECT COALESCE(max(r.round) FILTER (WHERE (r.sent_at IS NULL)), ('-1'::integer - COALESCE(max(r.round), 0))) AS "coalesce" FROM plan_review r WHERE ((r.organisation_id = review_round.organisation) AND (r.plan_id = review_round.plan) AND (r.number = review_round.of_number) AND (r.reviewer_id = review_round.reviewer)));

CREATE TABLE plan_review_note (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    reviewer_id bigint NOT NULL,
    round integer NOT NULL,
    passage text NOT NULL,
    text text NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    is_done boolean DEFAULT false NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT plan_review_note_answer_fits CHECK (seal_fits(organisation_id, answer, 2000)),
    CONSTRAINT plan_review_note_passage_check CHECK ((passage ~ '^[A-Za-z0-9:_.-]{1,80}$'::text)),
    CONSTRAINT plan_review_note_text_check CHECK ((text <> ''::text)),
    CONSTRAINT plan_review_note_text_fits CHECK (seal_fits(organisation_id, text, 2000))
);

COMMENT ON TABLE plan_review_note IS 'What a coach wrote beside a passage of a plan, and what its maker answered.';

COMMENT ON COLUMN plan_review_note.passage IS 'tekst:, artikel:, regel: or actie: with its name in that version; som; or geheel, the words (or the question) on the whole.';

COMMENT ON COLUMN plan_review_note.text IS 'Sealed, in the place of the plan''s maker.';

COMMENT ON COLUMN plan_review_note.answer IS 'In the maker''s own words; sealed.';

COMMENT ON COLUMN plan_review_note.is_done IS 'The maker says: this is done.';

COMMENT ON COLUMN plan_review_note.answered_at IS 'When the answer last changed; NULL: there is none.';

CREATE FUNCTION review_stamp(organisation bigint, plan bigint, of_number integer, reviewer bigint, of_round integer) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT text_stamp(string_agg(((n.passage || ' '::text) || text_stamp(n.text)), ' '::text ORDER BY n.passage)) AS text_stamp FROM plan_review_note n WHERE ((n.organisation_id = review_stamp.organisation) AND (n.plan_id = review_stamp.plan) AND (n.number = review_stamp.of_number) AND (n.reviewer_id = review_stamp.reviewer) AND (n.round = review_stamp.of_round) AND (n.passage <> 'geheel'::text)));

CREATE FUNCTION revise_plan(token bytea, in_course text, of_casus text) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  own plan;
  newest plan_version;
BEGIN
  SELECT p.* INTO own FROM own_plan(token, in_course, of_casus) o
    JOIN plan p ON p.organisation_id = o.organisation_id AND p.id = o.plan_id
     FOR UPDATE OF p;
  SELECT v.* INTO newest FROM plan_version v
   WHERE v.organisation_id = own.organisation_id AND v.plan_id = own.id
   ORDER BY v.number DESC LIMIT 1;
  IF newest.plan_id IS NULL THEN
    RAISE EXCEPTION 'no plan' USING ERRCODE = 'LM404';
  END IF;
  IF newest.handed_in_at IS NULL THEN
    RETURN newest.number;
  END IF;
  INSERT INTO plan_version (organisation_id, plan_id, number, revision, kans_dreigend, slaagkans,
                            horizon_jaren, disconto_pct)
  VALUES (newest.organisation_id, newest.plan_id, newest.number + 1, newest.revision + 1,
          newest.kans_dreigend, newest.slaagkans, newest.horizon_jaren, newest.disconto_pct);
  INSERT INTO plan_text
  SELECT t.organisation_id, t.plan_id, newest.number + 1, t.field, t.value, t.revision, t.saved_at
    FROM plan_text t WHERE t.organisation_id = newest.organisation_id
     AND t.plan_id = newest.plan_id AND t.number = newest.number;
  INSERT INTO plan_line (organisation_id, plan_id, number, id, scenario, position, persoon, code,
         omschrijving, domein, wet, aard, rol, betaler, tarief_eurocent, eenheid, prijspeil_jaar,
         zekerheid, kasstroom, hoeveelheid, per, duur_aantal, duur_eenheid, start_maand, kans,
         stopreden)
  SELECT l.organisation_id, l.plan_id, newest.number + 1, l.id, l.scenario, l.position, l.persoon, l.code,
         l.omschrijving, l.domein, l.wet, l.aard, l.rol, l.betaler, l.tarief_eurocent, l.eenheid, l.prijspeil_jaar,
         l.zekerheid, l.kasstroom, l.hoeveelheid, l.per, l.duur_aantal, l.duur_eenheid, l.start_maand, l.kans,
         l.stopreden
    FROM plan_line l WHERE l.organisation_id = newest.organisation_id
     AND l.plan_id = newest.plan_id AND l.number = newest.number AND l.removed_at IS NULL;
  INSERT INTO plan_article (organisation_id, plan_id, number, code, argument, revision, added_at)
  SELECT a.organisation_id, a.plan_id, newest.number + 1, a.code, a.argument, a.revision, a.added_at
    FROM plan_article a WHERE a.organisation_id = newest.organisation_id
     AND a.plan_id = newest.plan_id AND a.number = newest.number AND a.removed_at IS NULL;
  INSERT INTO plan_action (organisation_id, plan_id, number, id, position, wat, wie, wanneer)
  SELECT a.organisation_id, a.plan_id, newest.number + 1, a.id, a.position, a.wat, a.wie, a.wanneer
    FROM plan_action a WHERE a.organisation_id = newest.organisation_id
     AND a.plan_id = newest.plan_id AND a.number = newest.number AND a.removed_at IS NULL;
  RETURN newest.number + 1;
END
$$;

CREATE TABLE local_law (
    organisation_id bigint NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    id text NOT NULL,
    person_id bigint,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    is_withdrawn boolean NOT NULL,
    soort text NOT NULL,
    regeling text NOT NULL,
    artikel text NOT NULL,
    kernzin text NOT NULL,
    wanneer text NOT NULL,
    helpt_niet text NOT NULL,
    link text NOT NULL,
    stand date NOT NULL,
    domein text NOT NULL,
    hindernissen text[] NOT NULL,
    CONSTRAINT local_law_artikel_check CHECK (((length(artikel) >= 1) AND (length(artikel) <= 40))),
    CONSTRAINT local_law_domein_check CHECK (((length(domein) >= 1) AND (length(domein) <= 20))),
    CONSTRAINT local_law_helpt_niet_check CHECK (((length(helpt_niet) >= 1) AND (length(helpt_niet) <= 600))),
    CONSTRAINT local_law_hindernissen_check CHECK (((cardinality(hindernissen) >= 1) AND (cardinality(hindernissen) <= 12))),
    CONSTRAINT local_law_id_check CHECK ((id ~ '^[a-z0-9]{1,32}$'::text)),
    CONSTRAINT local_law_kernzin_check CHECK (((length(kernzin) >= 1) AND (length(kernzin) <= 400))),
    CONSTRAINT local_law_link_check CHECK ((length(link) <= 400)),
    CONSTRAINT local_law_number_check CHECK (((number >= 1) AND (number <= 200))),
    CONSTRAINT local_law_regeling_check CHECK (((length(regeling) >= 1) AND (length(regeling) <= 160))),
    CONSTRAINT local_law_soort_check CHECK ((soort = ANY (ARRAY['verordening'::text, 'beleidsregel'::text]))),
    CONSTRAINT local_law_version_check CHECK (((version >= 1) AND (version <= 1000))),
    CONSTRAINT local_law_wanneer_check CHECK (((length(wanneer) >= 1) AND (length(wanneer) <= 600)))
);

COMMENT ON TABLE local_law IS 'A version of an article that an organisation added itself; its code in a plan is LOKAAL-number. Every version is kept: a plan that was handed in is read with the one of that moment.';

COMMENT ON COLUMN local_law.id IS 'Of the form that made it: sending it twice makes one version.';

COMMENT ON COLUMN local_law.person_id IS 'Who made this version; NULL when that account is gone.';

COMMENT ON COLUMN local_law.is_withdrawn IS 'From this version on nobody finds it; plans that have it keep it.';

COMMENT ON COLUMN local_law.link IS 'Where the official text stands; empty: nowhere on the web.';

COMMENT ON COLUMN local_law.stand IS 'Of which day the text is that was read.';

COMMENT ON COLUMN local_law.hindernissen IS 'What people say when they are stuck: what it is found by.';

CREATE FUNCTION save_local_law(token bytea, act text, of_number integer, base integer, law local_law) RETURNS local_law_outcome
    LANGUAGE plpgsql
    AS $$
DECLARE
  mine session;
  newest local_law;
BEGIN
  SELECT s.* INTO mine FROM session s
   WHERE s.token_hash = token AND s.expires_at > now() AND s.roles & 8 <> 0;
  IF mine.person_id IS NULL THEN
    RETURN ROW('denied', 0)::local_law_outcome;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('local_law', mine.organisation_id));
  SELECT l.* INTO newest FROM local_law l
   WHERE l.organisation_id = mine.organisation_id AND l.id = act;
  IF newest.number IS NOT NULL THEN
    RETURN ROW('saved', newest.number)::local_law_outcome;
  END IF;
  IF of_number = 0 THEN
    law.number := 1 + coalesce((SELECT max(l.number) FROM local_law l
                                 WHERE l.organisation_id = mine.organisation_id), 0);
    IF law.number > 200 THEN
      RETURN ROW('full', 0)::local_law_outcome;
    END IF;
    law.version := 1;
  ELSE
    SELECT l.* INTO newest FROM local_law l
     WHERE l.organisation_id = mine.organisation_id AND l.number = of_number
     ORDER BY l.version DESC LIMIT 1;
    IF newest.number IS NULL THEN
      RETURN ROW('gone', 0)::local_law_outcome;
    END IF;
    IF newest.version <> base THEN
      RETURN ROW('changed', of_number)::local_law_outcome;
    END IF;
    law.number := of_number;
    law.version := base + 1;
  END IF;
  law.organisation_id := mine.organisation_id;
  law.id := act;
  law.person_id := mine.person_id;
  law.made_at := clock_timestamp();
  INSERT INTO local_law SELECT law.*;
  PERFORM index_local_law(law.organisation_id, law.number);
  RETURN ROW('saved', law.number)::local_law_outcome;
END
$$;

CREATE FUNCTION save_plan_argument(token bytea, in_course text, of_casus text, seen bigint, of_code text, new_argument text) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_article;
BEGIN
  SELECT a.* INTO old FROM plan_article a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code AND a.removed_at IS NULL;
  IF old.code IS NULL THEN
    RAISE EXCEPTION 'no such article' USING ERRCODE = 'LM404';
  END IF;
  IF old.argument = new_argument THEN
    RETURN QUERY SELECT true, draft.revision, draft.saved_at;
    RETURN;
  END IF;
  IF old.revision > seen THEN
    RETURN QUERY SELECT false, draft.revision, draft.saved_at;
    RETURN;
  END IF;
  UPDATE plan_article a SET argument = new_argument, revision = draft.revision + 1
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION save_plan_chance(token bytea, in_course text, of_casus text, chance text) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
BEGIN
  IF draft.kans_dreigend IS NOT DISTINCT FROM chance THEN
    RETURN QUERY SELECT true, draft.revision, draft.saved_at;
    RETURN;
  END IF;
  UPDATE plan_version v SET kans_dreigend = chance
   WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
     AND v.number = draft.number;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

CREATE FUNCTION save_plan_texts(token bytea, in_course text, of_casus text, seen bigint, fields text[], texts text[]) RETURNS TABLE(new_revision bigint, at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  changed integer;
BEGIN
  IF EXISTS (SELECT FROM plan_text t JOIN unnest(fields, texts) AS n(field, value) USING (field)
              WHERE t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
                AND t.number = draft.number AND t.revision > seen AND t.value <> n.value) THEN
    RAISE EXCEPTION 'changed elsewhere' USING ERRCODE = 'LM409';
  END IF;
  INSERT INTO plan_text AS t (organisation_id, plan_id, number, field, value, revision)
  SELECT draft.organisation_id, draft.plan_id, draft.number, n.field, n.value, draft.revision + 1
    FROM unnest(fields, texts) AS n(field, value)
  ON CONFLICT (organisation_id, plan_id, number, field) DO UPDATE
     SET value = excluded.value, revision = excluded.revision, saved_at = now()
   WHERE t.value <> excluded.value;
  GET DIAGNOSTICS changed = ROW_COUNT;
  UPDATE plan_version v
     SET revision = v.revision + (changed > 0)::integer, saved_at = now()
   WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
     AND v.number = draft.number
  RETURNING v.revision, v.saved_at INTO new_revision, at;
  RETURN NEXT;
END
$$;

CREATE FUNCTION seal_size(content text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN ("left"(content, 1) = ''::text) THEN (((length(split_part(content, '.'::text, 4)) * 3) / 4) - 40) ELSE length(content) END;

CREATE FUNCTION search_asked(of_edition integer, question text) RETURNS TABLE(lexeme text, weight real)
    LANGUAGE plpgsql STABLE ROWS 12
    AS $$
BEGIN
  RETURN QUERY
  WITH typed AS MATERIALIZED (
         SELECT c.word, c.lexeme,
                EXISTS (SELECT FROM search_lexeme s
                         WHERE s.edition_id = of_edition AND s.lexeme = c.lexeme) AS is_known,
                1 / sqrt(count(*) OVER (PARTITION BY c.word)) AS share
           FROM search_cut((search_words(left(question, 300)))[1:24]) c
       ),
       asked AS (
         SELECT t.lexeme, t.share AS weight FROM typed t WHERE t.is_known
          UNION ALL
         SELECT y.also, 0.4 FROM typed t
           JOIN search_synonym y ON y.edition_id = of_edition AND y.lexeme = t.lexeme
          UNION ALL
         SELECT l.lexeme, 0.5
           FROM (SELECT DISTINCT d.word FROM typed d) t
          CROSS JOIN LATERAL search_pieces(t.word) piece
           JOIN search_word w ON w.edition_id = of_edition AND w.word = piece
          CROSS JOIN LATERAL unnest(w.lexemes) l(lexeme)
          UNION ALL
         SELECT l.lexeme, near.likeness
           FROM (SELECT t.word FROM typed t GROUP BY t.word HAVING NOT bool_or(t.is_known)) u
          CROSS JOIN LATERAL (
                SELECT w.lexemes, similarity(w.word, u.word) AS likeness
                  FROM search_word w
                 WHERE w.edition_id = of_edition AND lower(w.word) OPERATOR(%) u.word
                   AND length(u.word) > 2
                 ORDER BY 2 DESC, w.word LIMIT 3) near
          CROSS JOIN LATERAL unnest(near.lexemes) l(lexeme)
       )
  SELECT a.lexeme, max(a.weight)::real FROM asked a GROUP BY a.lexeme;
END
$$;

CREATE FUNCTION search_asked_by(organisation bigint, of_edition integer, question text) RETURNS TABLE(lexeme text, weight real)
    LANGUAGE plpgsql STABLE ROWS 12
    AS $$
BEGIN
  RETURN QUERY
  WITH typed AS MATERIALIZED (
         SELECT c.word, c.lexeme,
                EXISTS (SELECT FROM search_lexeme s
                         WHERE s.edition_id = of_edition AND s.lexeme = c.lexeme)
                OR EXISTS (SELECT FROM local_law_posting p
                            WHERE p.organisation_id = organisation AND p.lexeme = c.lexeme)
                AS is_known,
                1 / sqrt(count(*) OVER (PARTITION BY c.word)) AS share
           FROM search_cut((search_words(left(question, 300)))[1:24]) c
       ),
       unknown AS (
         SELECT t.word FROM typed t GROUP BY t.word
         HAVING NOT bool_or(t.is_known) AND length(t.word) > 2
       ),
       asked AS (
         SELECT t.lexeme, t.share AS weight FROM typed t WHERE t.is_known
          UNION ALL
         SELECT y.also, 0.4 FROM typed t
           JOIN search_synonym y ON y.edition_id = of_edition AND y.lexeme = t.lexeme
          UNION ALL
         SELECT l.lexeme, 0.5
           FROM (SELECT DISTINCT d.word FROM typed d) t
          CROSS JOIN LATERAL search_pieces(t.word) piece
           JOIN search_word w ON w.edition_id = of_edition AND w.word = piece
          CROSS JOIN LATERAL unnest(w.lexemes) l(lexeme)
          UNION ALL
         SELECT l.lexeme, near.likeness
           FROM unknown u
          CROSS JOIN LATERAL (
                SELECT w.lexemes, similarity(w.word, u.word) AS likeness
                  FROM search_word w
                 WHERE w.edition_id = of_edition AND lower(w.word) OPERATOR(%) u.word
                 ORDER BY 2 DESC, w.word LIMIT 3) near
          CROSS JOIN LATERAL unnest(near.lexemes) l(lexeme)
          UNION ALL
         SELECT l.lexeme, near.likeness
           FROM unknown u
          CROSS JOIN LATERAL (
                SELECT w.lexemes, similarity(w.word, u.word) AS likeness
                  FROM local_law_word w
                 WHERE w.organisation_id = organisation AND w.word OPERATOR(%) u.word
                 ORDER BY 2 DESC, w.word LIMIT 3) near
          CROSS JOIN LATERAL unnest(near.lexemes) l(lexeme)
       )
  SELECT a.lexeme, max(a.weight)::real FROM asked a GROUP BY a.lexeme;
END
$$;

CREATE FUNCTION search_cut(words text[]) RETURNS TABLE(word text, lexeme text)
    LANGUAGE sql STABLE ROWS 12
    AS $$
  SELECT w.word, l.lexeme
    FROM (SELECT DISTINCT u.word FROM unnest(words) u(word)) w
   CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('leer_nl', w.word))) l(lexeme)
$$;

CREATE FUNCTION search_pieces(word text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE ROWS 10
    AS $$
  SELECT piece
    FROM generate_series(4, length(word) - 3) n,
 LATERAL (VALUES (left(word, n)), (right(word, n))) p(piece)
   WHERE length(word) BETWEEN 8 AND 60
$$;

CREATE FUNCTION search_words(text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    AS $_$
  SELECT tsvector_to_array(to_tsvector('pg_catalog.simple', $1))
$_$;

CREATE FUNCTION send_plan_review(token bytea, in_course text, of_casus text, of_person bigint, wanted integer, of_round integer, seen text, basis text, new_text text, new_outcome text) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  here record;
  review plan_review;
  old text;
BEGIN
  SELECT * INTO here FROM lock_coached_version(token, in_course, of_casus, of_person, wanted);
  SELECT r.* INTO review FROM plan_review r
   WHERE r.organisation_id = here.organisation_id AND r.plan_id = here.plan_id
     AND r.number = here.number AND r.reviewer_id = here.coach_id AND r.round = of_round;
  SELECT n.text INTO old FROM plan_review_note n
   WHERE n.organisation_id = here.organisation_id AND n.plan_id = here.plan_id
     AND n.number = here.number AND n.reviewer_id = here.coach_id AND n.round = of_round
     AND n.passage = 'geheel';
  IF review_stamp(here.organisation_id, here.plan_id, here.number, here.coach_id, of_round) <> seen
     OR review.sent_at IS NOT NULL
        AND (review.outcome <> new_outcome OR text_stamp(old) <> text_stamp(new_text))
     OR abs(review_round(here.organisation_id, here.plan_id, here.number, here.coach_id)) <> of_round
        AND review.sent_at IS NULL THEN
    RETURN 'changed';
  ELSIF review.sent_at IS NOT NULL THEN
    RETURN 'sent';
  ELSIF put_review_note(token, in_course, of_casus, of_person, wanted, 'geheel', basis, new_text)
        = 'changed' THEN
    RETURN 'changed';
  END IF;
  INSERT INTO plan_review AS r (organisation_id, plan_id, number, reviewer_id, round, outcome, sent_at)
  VALUES (here.organisation_id, here.plan_id, here.number, here.coach_id, of_round, new_outcome,
          now())
  ON CONFLICT (organisation_id, plan_id, number, reviewer_id, round) DO UPDATE
     SET outcome = excluded.outcome, sent_at = excluded.sent_at;
  RETURN 'sent';
END
$$;

CREATE FUNCTION set_peer_round(token bytea, in_course text, of_casus text, of_team bigint, is_open boolean) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
DECLARE
  organisation bigint;
BEGIN
  SELECT t.organisation_id INTO organisation
    FROM session s
    JOIN team_person t ON t.organisation_id = s.organisation_id AND t.person_id = s.person_id
     AND t.team_id = of_team AND t.is_coach
   WHERE s.token_hash = token AND s.expires_at > now() AND s.roles & 2 <> 0;
  IF organisation IS NULL THEN
    RAISE EXCEPTION 'no such team' USING ERRCODE = 'LM404';
  END IF;
  IF is_open THEN
    INSERT INTO peer_round AS r (organisation_id, team_id, course, casus)
    VALUES (organisation, of_team, in_course, of_casus)
    ON CONFLICT (organisation_id, team_id, course, casus) DO UPDATE SET closed_at = NULL
     WHERE r.closed_at IS NOT NULL;
  ELSE
    UPDATE peer_round r SET closed_at = now()
     WHERE r.organisation_id = organisation AND r.team_id = of_team AND r.course = in_course
       AND r.casus = of_casus AND r.closed_at IS NULL;
  END IF;
  RETURN is_open;
END
$$;

CREATE FUNCTION settle_login(who bigint, keys bytea[], nonce text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
  FOR i IN 1 .. cardinality(keys) - 1 LOOP
    UPDATE login_try t SET level = greatest(0, t.level - 1), free_at = '-infinity'
     WHERE t.key = keys[i];
  END LOOP;
  DELETE FROM login_try t WHERE t.key = keys[cardinality(keys)];
  RETURN (SELECT device_mac(p.id, p.password_hash, nonce) FROM person p WHERE p.id = who);
END
$$;

COMMENT ON FUNCTION settle_login(who bigint, keys bytea[], nonce text) IS 'After a password that fitted: forgives the try and gives the MAC of the device cookie.';

CREATE FUNCTION sign_plan_line(token bytea, in_course text, of_casus text, base text, line plan_line, may_be_own boolean, price line_price, verlengd boolean) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  is_there boolean := EXISTS (
    SELECT FROM plan_line l
     WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
       AND l.number = draft.number AND l.id = line.id);
  result plan_outcome :=
    extend_plan_line(token, in_course, of_casus, base, line, may_be_own, price, verlengd);
BEGIN
  IF result.outcome = 'saved' AND may_be_own AND (NOT is_there OR price.choice = 'tabel') THEN
    PERFORM copy_tariff_sign(token, draft, line.id, line.code);
  END IF;
  RETURN result;
END
$$;

CREATE FUNCTION start_plan(token bytea, in_course text, of_casus text, horizon integer DEFAULT 1, disconto text DEFAULT '0'::text) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
  own plan;
BEGIN
  INSERT INTO plan (organisation_id, person_id, course, casus)
  SELECT s.organisation_id, s.person_id, in_course, of_casus
    FROM session s WHERE s.token_hash = token AND s.expires_at > now()
  ON CONFLICT (organisation_id, person_id, course, casus) DO NOTHING;
  SELECT p.* INTO own FROM own_plan(token, in_course, of_casus) o
    JOIN plan p ON p.organisation_id = o.organisation_id AND p.id = o.plan_id
     FOR UPDATE OF p;
  IF own.id IS NULL THEN
    RAISE EXCEPTION 'no session' USING ERRCODE = 'LM401';
  END IF;
  INSERT INTO plan_version (organisation_id, plan_id, number, horizon_jaren, disconto_pct)
  SELECT own.organisation_id, own.id, 1, horizon, disconto
   WHERE NOT EXISTS (SELECT FROM plan_version v
                      WHERE v.organisation_id = own.organisation_id AND v.plan_id = own.id);
  RETURN (SELECT max(v.number) FROM plan_version v
           WHERE v.organisation_id = own.organisation_id AND v.plan_id = own.id);
END
$$;

CREATE FUNCTION take_back_review(token bytea, in_course text, of_casus text, of_person bigint, wanted integer, of_round integer) RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
  here record;
  now_round integer;
BEGIN
  SELECT * INTO here FROM lock_coached_version(token, in_course, of_casus, of_person, wanted);
  now_round := review_round(here.organisation_id, here.plan_id, here.number, here.coach_id);
  IF now_round = of_round THEN
    RETURN 'back';
  ELSIF now_round > 0 THEN
    RETURN 'late';
  END IF;
  UPDATE plan_review r SET sent_at = NULL, outcome = NULL
   WHERE r.organisation_id = here.organisation_id AND r.plan_id = here.plan_id
     AND r.number = here.number AND r.reviewer_id = here.coach_id AND r.round = of_round
     AND r.opened_at IS NULL;
  RETURN CASE WHEN FOUND THEN 'back' ELSE 'late' END;
END
$$;

CREATE FUNCTION take_login_try(account text, address text, nonce text, mac text, own_waits integer[], own_drain_s integer, address_waits integer[], address_drain_s integer, account_waits integer[], account_drain_s integer) RETURNS TABLE(person_id bigint, password_hash text, is_known boolean, wait_s integer, keys bytea[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO '$user', 'public'
    AS $$
DECLARE
  of_key bytea;
  free_at timestamptz := '-infinity';
BEGIN
  SELECT p.id, p.password_hash INTO person_id, password_hash
    FROM person p
   WHERE lower(p.email) = lower(account)
     AND EXISTS (SELECT FROM membership m WHERE m.person_id = p.id);
  is_known := coalesce(device_mac(person_id, password_hash, nonce) = mac, false);
  keys := CASE WHEN is_known THEN ARRAY[login_hash('known', lower(account), nonce)]
          ELSE ARRAY[login_hash('account', lower(account)), login_hash('address', address),
                     login_hash('own', lower(account), address)] END;
  FOREACH of_key IN ARRAY keys LOOP
    free_at := greatest(free_at, lock_login_try(of_key));
  END LOOP;
  wait_s := greatest(0, ceil(extract(epoch FROM CASE WHEN isfinite(free_at) THEN free_at - clock_timestamp() END)));
  IF coalesce(wait_s, 0) = 0 THEN
    wait_s := 0;
    IF NOT is_known THEN
      PERFORM count_login_try(keys[1], account_waits, account_drain_s);
      PERFORM count_login_try(keys[2], address_waits, address_drain_s);
    END IF;
    PERFORM count_login_try(keys[cardinality(keys)], own_waits, own_drain_s);
  END IF;
  DELETE FROM login_try
   WHERE key IN (SELECT t.key FROM login_try t WHERE t.forget_at < clock_timestamp()
                  LIMIT 100 FOR UPDATE SKIP LOCKED);
  RETURN NEXT;
END
$$;

COMMENT ON FUNCTION take_login_try(account text, address text, nonce text, mac text, own_waits integer[], own_drain_s integer, address_waits integer[], address_drain_s integer, account_waits integer[], account_drain_s integer) IS 'Counts a try to log in, or says how many seconds to wait first.';

CREATE FUNCTION take_over_line_signs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO plan_line_sign
  SELECT s.organisation_id, s.plan_id, NEW.number, s.id, s.verlengde_jeugdhulp, s.verblijf24,
         s.ernstig, s.gebeurtenis
    FROM plan_line_sign s
    JOIN plan_line l ON l.organisation_id = s.organisation_id AND l.plan_id = s.plan_id
                    AND l.number = s.number AND l.id = s.id AND l.removed_at IS NULL
   WHERE s.organisation_id = NEW.organisation_id AND s.plan_id = NEW.plan_id
     AND s.number = NEW.number - 1;
  RETURN NULL;
END
$$;

CREATE FUNCTION take_plan_part(token bytea, in_course text, of_casus text, kind text, of_id text, base text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION tidy_plan_past() RETURNS void
    LANGUAGE sql
    AS $$
  DELETE FROM plan_text_past
   WHERE (organisation_id, plan_id, number, field, id) IN
         (SELECT p.organisation_id, p.plan_id, p.number, p.field, p.id FROM plan_text_past p
           WHERE p.kept_at < now() - interval '30 days' LIMIT 200);
  DELETE FROM plan_import
   WHERE (organisation_id, plan_id, number, id) IN
         (SELECT i.organisation_id, i.plan_id, i.number, i.id FROM plan_import i
           WHERE i.imported_at < now() - interval '30 days' LIMIT 50)
$$;

CREATE FUNCTION touch_draft(draft plan_version) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE sql
    AS $$
  UPDATE plan_version v
     SET revision = v.revision + 1, saved_at = now()
   WHERE v.organisation_id = (draft).organisation_id AND v.plan_id = (draft).plan_id
     AND v.number = (draft).number
  RETURNING true, v.revision, v.saved_at
$$;

CREATE FUNCTION touched_outcome(draft plan_version) RETURNS plan_outcome
    LANGUAGE sql
    AS $$
  SELECT 'saved', t.revision, t.saved_at, NULL::text FROM touch_draft(draft) t
$$;

CREATE FUNCTION try_plan_texts(token bytea, in_course text, of_casus text, seen bigint, fields text[], texts text[]) RETURNS TABLE(is_saved boolean, revision bigint, saved_at timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
BEGIN
  RETURN QUERY SELECT true, t.new_revision, t.at
                 FROM save_plan_texts(token, in_course, of_casus, seen, fields, texts) t;
EXCEPTION WHEN SQLSTATE 'LM409' THEN
  RETURN QUERY SELECT false, v.revision, v.saved_at
                 FROM lock_draft(token, in_course, of_casus) v;
END
$$;

CREATE FUNCTION turn_local_law(token bytea, act text, of_number integer, base integer, must_go boolean) RETURNS local_law_outcome
    LANGUAGE plpgsql
    AS $$
DECLARE
  law local_law;
BEGIN
  SELECT l.* INTO law FROM session s
    JOIN local_law l ON l.organisation_id = s.organisation_id AND l.number = of_number
   WHERE s.token_hash = token AND s.expires_at > now()
   ORDER BY l.version DESC LIMIT 1;
  IF law.number IS NULL THEN
    RETURN ROW('gone', 0)::local_law_outcome;
  END IF;
  law.is_withdrawn := must_go;
  RETURN save_local_law(token, act, of_number, base, law);
END
$$;

CREATE FUNCTION undo_plan_copy(token bytea, in_course text, of_casus text, act text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION undo_plan_import(token bytea, in_course text, of_casus text, act text) RETURNS plan_outcome
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION visible_version(token bytea, in_course text, of_casus text, of_person bigint, wanted integer) RETURNS SETOF plan_version
    LANGUAGE sql STABLE
    AS $$
  SELECT v.*
    FROM session s
    JOIN plan p ON p.organisation_id = s.organisation_id
               AND p.person_id = CASE WHEN of_person < 0
                     THEN (SELECT d.maker_id FROM dealt_to(token, in_course, of_casus) d
                            WHERE d.slot = -of_person)
                     ELSE coalesce(of_person, s.person_id) END
    JOIN plan_version v ON v.organisation_id = p.organisation_id AND v.plan_id = p.id
   WHERE s.token_hash = token AND s.expires_at > now()
     AND p.course = in_course AND p.casus = of_casus
     AND (wanted = 0 OR v.number = wanted)
     AND (of_person IS NULL
          OR of_person < 0
         AND v.number = (SELECT d.number FROM dealt_to(token, in_course, of_casus) d
                          WHERE d.slot = -of_person)
          OR v.handed_in_at IS NOT NULL
         AND EXISTS (SELECT FROM team_person mine
                       JOIN team_person theirs ON theirs.organisation_id = mine.organisation_id
                                              AND theirs.team_id = mine.team_id
                       JOIN membership m ON m.organisation_id = mine.organisation_id
                                        AND m.person_id = mine.person_id
                      WHERE mine.organisation_id = s.organisation_id
                        AND mine.person_id = s.person_id AND mine.is_coach
                        AND m.roles & 2 <> 0
                        AND theirs.person_id = of_person AND NOT theirs.is_coach))
   ORDER BY v.number DESC
   LIMIT 1
$$;

CREATE TEXT SEARCH CONFIGURATION leer_nl (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR asciiword WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR word WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR hword_part WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR hword_asciipart WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR asciihword WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR hword WITH dutch_stem;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION leer_nl
    ADD MAPPING FOR uint WITH simple;

COMMENT ON TEXT SEARCH CONFIGURATION leer_nl IS 'Dutch, with the dictionary leer_hunspell where its files are (conf/scripts/dictionary.sh).';

CREATE TABLE answer (
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    course text NOT NULL,
    module text NOT NULL,
    question text NOT NULL,
    version text NOT NULL,
    attempt integer NOT NULL,
    chosen bigint NOT NULL,
    is_right boolean NOT NULL,
    answered_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT answer_attempt_check CHECK (((attempt >= 1) AND (attempt <= 1000))),
    CONSTRAINT answer_chosen_check CHECK ((chosen >= 0))
);

COMMENT ON TABLE answer IS 'One attempt at one question. The attempt is part of the key: a request that is sent twice is one act.';

COMMENT ON COLUMN answer.version IS 'Hash of the question''s text; an edited question starts at attempt 1 again.';

COMMENT ON COLUMN answer.chosen IS 'Bit i is set when option i (from 0) was chosen.';

CREATE TABLE local_law_posting (
    organisation_id bigint NOT NULL,
    lexeme text NOT NULL,
    number integer NOT NULL,
    part smallint NOT NULL,
    weight real NOT NULL
);

COMMENT ON TABLE local_law_posting IS 'As search_posting, of the articles that can be found now. Made by index_local_law, in the transaction that changes the article.';

CREATE TABLE local_law_word (
    organisation_id bigint NOT NULL,
    number integer NOT NULL,
    word text NOT NULL,
    lexemes text[] NOT NULL
);

COMMENT ON TABLE local_law_word IS 'As search_word: the words as they are written, for whoever makes a typing error.';

CREATE TABLE login_key (
    is_only boolean DEFAULT true NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT login_key_is_only_check CHECK (is_only),
    CONSTRAINT login_key_key_check CHECK ((length(key) = 32))
);

COMMENT ON TABLE login_key IS 'One random key, for the hashes of login_try and of device cookies. Emptied and filled anew it forgets both.';

CREATE UNLOGGED TABLE login_try (
    key bytea NOT NULL,
    level double precision DEFAULT 0 NOT NULL,
    counted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    free_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    forget_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON TABLE login_try IS 'Tries to log in that failed, kept for an hour at most. Not logged: after a crash of PostgreSQL it is empty, which is no harm.';

COMMENT ON COLUMN login_try.key IS 'Keyed hash of what is counted: an account, an address, both together, or an account on a known device. Nobody is named.';

COMMENT ON COLUMN login_try.level IS 'Failed tries, as they were at counted_at; it drains with time.';

COMMENT ON COLUMN login_try.free_at IS 'No try before this moment.';

CREATE TABLE membership (
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    roles integer NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT membership_roles_check CHECK (((roles >= 1) AND (roles <= 15)))
);

COMMENT ON TABLE membership IS 'What a person may do in one organisation.';

COMMENT ON COLUMN membership.roles IS 'Sum of 1 learner, 2 coach, 4 author, 8 admin (enum role in store/session.h).';

CREATE TABLE organisation (
    id bigint NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

COMMENT ON TABLE organisation IS 'A municipality, school or other body whose people learn here.';

ALTER TABLE organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE peer_deal (
    organisation_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    course text NOT NULL,
    casus text NOT NULL,
    slot integer NOT NULL,
    team_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    reader_number integer NOT NULL,
    dealt_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT peer_deal_reader_number_check CHECK (((reader_number >= 1) AND (reader_number <= 1000))),
    CONSTRAINT peer_deal_slot_check CHECK ((slot = ANY (ARRAY[1, 2])))
);

COMMENT ON TABLE peer_deal IS 'This reader reads this version of a plan of somebody else in the team.';

COMMENT ON COLUMN peer_deal.slot IS 'The reader''s first or second plan: all that the reader''s address says of it.';

COMMENT ON COLUMN peer_deal.reader_number IS 'How the maker knows the reader: Lezer 1, Lezer 2.';

CREATE TABLE peer_judgement (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    writer_id bigint NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    seen_at timestamp with time zone
);

COMMENT ON TABLE peer_judgement IS 'What somebody finds of a version by the rubric: a reader it was dealt to, or its maker.';

COMMENT ON COLUMN peer_judgement.sent_at IS 'From then on the maker may read it and nothing of it changes. NULL: a draft; a maker''s own is always one.';

COMMENT ON COLUMN peer_judgement.seen_at IS 'When the maker first opened it; NULL: there is something new for the maker.';

CREATE TABLE peer_reply (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    reader_id bigint NOT NULL,
    reader_number integer NOT NULL,
    helped boolean NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    replied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT peer_reply_answer_check CHECK (seal_fits(organisation_id, answer, 1000))
);

COMMENT ON TABLE peer_reply IS 'What the maker says back to one reader, once: that it helped, and words.';

COMMENT ON COLUMN peer_reply.answer IS 'Sealed, for the maker; its place is the reader''s number.';

CREATE TABLE peer_round (
    organisation_id bigint NOT NULL,
    team_id bigint NOT NULL,
    course text NOT NULL,
    casus text NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_at timestamp with time zone
);

COMMENT ON TABLE peer_round IS 'A coach lets the members of a team read each other''s plans for this case.';

COMMENT ON COLUMN peer_round.closed_at IS 'From then on no plan is dealt; what was dealt can be finished.';

CREATE TABLE peer_word (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    writer_id bigint NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    CONSTRAINT peer_word_field_check CHECK ((field ~ '^[a-z0-9-]{1,60}$'::text)),
    CONSTRAINT peer_word_value_check CHECK (seal_fits(organisation_id, value, 2000))
);

COMMENT ON TABLE peer_word IS 'One field of a judgement: the level that was chosen for a criterion, or own words.';

COMMENT ON COLUMN peer_word.field IS 'The id of a criterion of the rubric, or <waarde>-sterk or <waarde>-vraag.';

COMMENT ON COLUMN peer_word.value IS 'Sealed, for its writer.';

CREATE TABLE person (
    id bigint NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT person_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

COMMENT ON TABLE person IS 'Somebody who can log in. May belong to several organisations.';

COMMENT ON COLUMN person.password_hash IS 'Argon2id string of libsodium (crypto_pwhash_str).';

ALTER TABLE person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE plan (
    organisation_id bigint NOT NULL,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    course text NOT NULL,
    casus text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE plan IS 'One person''s practice plan for one case of a course.';

CREATE TABLE plan_asked (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    "position" integer NOT NULL,
    act text NOT NULL,
    document text DEFAULT ''::text NOT NULL,
    minutes integer DEFAULT 0 NOT NULL,
    is_resident boolean DEFAULT false NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plan_asked_act_check CHECK ((act = ANY (ARRAY['gesprek'::text, 'te_vroeg'::text, 'opnieuw'::text]))),
    CONSTRAINT plan_asked_check CHECK (((act = 'opnieuw'::text) = (document = ''::text))),
    CONSTRAINT plan_asked_document_check CHECK ((length(document) <= 80)),
    CONSTRAINT plan_asked_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1000))),
    CONSTRAINT plan_asked_position_check CHECK ((("position" >= 1) AND ("position" <= 100)))
);

COMMENT ON TABLE plan_asked IS 'Whom the maker of a plan asked, an act a row, in order; rows never change.';

COMMENT ON COLUMN plan_asked."position" IS 'The page that asks knows how many acts there were: sending it twice asks once.';

COMMENT ON COLUMN plan_asked.act IS 'gesprek: the talk was had; te_vroeg: before the resident, little was said; opnieuw: begun anew, with all time back.';

COMMENT ON COLUMN plan_asked.document IS 'Slug of the talk in the course; empty for opnieuw.';

COMMENT ON COLUMN plan_asked.minutes IS 'What it cost, by the case as it was then.';

COMMENT ON COLUMN plan_asked.is_resident IS 'A talk with who the plan is for.';

CREATE TABLE plan_change (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    line_id text NOT NULL,
    scenario text NOT NULL,
    answer text NOT NULL,
    act text NOT NULL,
    stamp text,
    answered_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plan_change_answer_check CHECK ((answer = ANY (ARRAY['door'::text, 'stopt'::text, 'meer'::text, 'minder'::text]))),
    CONSTRAINT plan_change_scenario_check CHECK ((scenario = ANY (ARRAY['dreigend'::text, 'doorbraak'::text])))
);

COMMENT ON TABLE plan_change IS 'What was answered to "wat verandert er?" of a line of huidig. A help for the form: the lines themselves are the plan.';

COMMENT ON COLUMN plan_change.line_id IS 'Of the line of huidig; the same in each version of the plan.';

COMMENT ON COLUMN plan_change.act IS 'The press that gave the answer, so that it can be undone.';

COMMENT ON COLUMN plan_change.stamp IS 'Of the line of huidig when this act gave it a reason to stop; NULL: it gave none.';

CREATE TABLE plan_copy (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    copied_at timestamp with time zone DEFAULT now() NOT NULL,
    lines jsonb DEFAULT '{}'::jsonb NOT NULL,
    undone_at timestamp with time zone,
    CONSTRAINT plan_copy_id_check CHECK ((id ~ '^[a-z0-9]{1,32}$'::text))
);

COMMENT ON TABLE plan_copy IS 'One press on "neem over": which lines it copied, so that it can be undone and not be repeated.';

COMMENT ON COLUMN plan_copy.id IS 'Of the form, which was made of one revision: sending it twice copies once.';

COMMENT ON COLUMN plan_copy.lines IS 'The ids of the lines that were put in, each with the stamp it had then.';

CREATE TABLE plan_feedback (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    rule text NOT NULL,
    found_at timestamp with time zone,
    level integer DEFAULT 0 NOT NULL,
    answer text DEFAULT ''::text NOT NULL,
    agrees boolean DEFAULT false NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT plan_feedback_answer_check CHECK (seal_fits(organisation_id, answer, 2000)),
    CONSTRAINT plan_feedback_level_check CHECK (((level >= 0) AND (level <= 2))),
    CONSTRAINT plan_feedback_rule_check CHECK ((rule ~ '^[a-z0-9-]{1,40}$'::text))
);

COMMENT ON TABLE plan_feedback IS 'One rule of the feedback on a version that was handed in: what its maker opened and answered.';

COMMENT ON COLUMN plan_feedback.rule IS 'The id of a rule in regels.json of the case; or ''-'' and a part of the expert''s plan that was shown on request.';

COMMENT ON COLUMN plan_feedback.found_at IS 'When the version was handed in and this rule held; NULL: a version from before the rules.';

COMMENT ON COLUMN plan_feedback.level IS 'What was shown on request: 0 the question, 1 the hint as well, 2 how the expert did it.';

COMMENT ON COLUMN plan_feedback.answer IS 'In the maker''s own words; sealed.';

COMMENT ON COLUMN plan_feedback.agrees IS 'The plan is meant so, and the answer says why; the item is not open any more.';

ALTER TABLE plan ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE plan_import (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    kept jsonb NOT NULL,
    revision bigint DEFAULT 0 NOT NULL,
    imported_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_at timestamp with time zone,
    CONSTRAINT plan_import_id_check CHECK ((id ~ '^[a-z0-9]{1,32}$'::text))
);

COMMENT ON TABLE plan_import IS 'A file that was read into a draft, with what stood there before: kept thirty days.';

COMMENT ON COLUMN plan_import.id IS 'Of the form: sending it twice reads the file once.';

COMMENT ON COLUMN plan_import.kept IS 'The rows of the draft as they were, sealed as they were: version, lines, articles, actions, texts. Gone when texts are sealed anew.';

COMMENT ON COLUMN plan_import.revision IS 'Of the draft after it; with another one somebody worked on, and it is not undone.';

CREATE TABLE plan_look (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    reader_id bigint,
    looked_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE plan_look IS 'A coach opened this version: from then on it does not wait for a reader. Only the first look counts.';

COMMENT ON COLUMN plan_look.reader_id IS 'The coach who opened it first; NULL when that account is gone.';

CREATE TABLE plan_text_past (
    organisation_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    number integer NOT NULL,
    field text NOT NULL,
    id bigint NOT NULL,
    value text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT plan_text_past_field_check CHECK ((length(field) <= 40)),
    CONSTRAINT plan_text_past_value_check CHECK (seal_fits(organisation_id, value, 20000))
);

COMMENT ON TABLE plan_text_past IS 'Earlier states of a text: at most twelve a field, none older than thirty days.';

COMMENT ON COLUMN plan_text_past.saved_at IS 'When this state was saved.';

COMMENT ON COLUMN plan_text_past.kept_at IS 'When it gave way to another and was kept.';

ALTER TABLE plan_text_past ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME plan_text_past_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reading (
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    course text NOT NULL,
    module text NOT NULL,
    read_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE reading IS 'The learner said: I have read this module.';

CREATE TABLE schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE schema_migration IS 'Which files of migrations/ were applied, and what they held.';

CREATE TABLE seal_key (
    organisation_id bigint NOT NULL,
    number integer NOT NULL,
    master text NOT NULL,
    wrapped bytea NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT seal_key_master_check CHECK ((master ~ '^[0-9a-f]{16}$'::text)),
    CONSTRAINT seal_key_number_check CHECK (((number >= 1) AND (number <= 1000000))),
    CONSTRAINT seal_key_wrapped_check CHECK ((length(wrapped) = 104))
);

COMMENT ON TABLE seal_key IS 'The data keys of an organisation: the highest number seals, all of them open. With them goes every text that they sealed.';

COMMENT ON COLUMN seal_key.master IS 'The id of the master key that this one is wrapped under: leer sleutel toon.';

COMMENT ON COLUMN seal_key.wrapped IS 'Nonce, key and tag of XChaCha20-Poly1305.';

CREATE TABLE search_document (
    edition_id integer NOT NULL,
    id integer NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    path text NOT NULL,
    CONSTRAINT search_document_key_check CHECK ((length(key) <= 200)),
    CONSTRAINT search_document_kind_check CHECK ((kind = ANY (ARRAY['wet'::text, 'module'::text, 'casus'::text, 'begrip'::text, 'tarief'::text])))
);

COMMENT ON TABLE search_document IS 'Something that can be found: an article, a heading of a module, a case, a term, a tariff.';

COMMENT ON COLUMN search_document.path IS 'Where it stands, as a path on the site; empty: only where it is used.';

CREATE TABLE search_edition (
    id integer NOT NULL,
    name text NOT NULL,
    dictionary text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT search_edition_dictionary_check CHECK ((dictionary = ANY (ARRAY['hunspell'::text, 'dutch'::text]))),
    CONSTRAINT search_edition_name_check CHECK ((length(name) <= 80))
);

COMMENT ON TABLE search_edition IS 'One state of the courses, as a whole: an instance searches the edition of the courses that it read itself.';

COMMENT ON COLUMN search_edition.name IS 'A hash of all that can be found (content/findable.c).';

COMMENT ON COLUMN search_edition.dictionary IS 'What its words were cut down with; loaded again when that changes.';

ALTER TABLE search_edition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME search_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE search_lexeme (
    edition_id integer NOT NULL,
    lexeme text NOT NULL
);

COMMENT ON TABLE search_lexeme IS 'The words of an edition, cut down.';

CREATE TABLE search_posting (
    edition_id integer NOT NULL,
    lexeme text NOT NULL,
    document_id integer NOT NULL,
    part smallint NOT NULL,
    weight real NOT NULL
);

COMMENT ON TABLE search_posting IS 'Which part of which document has this word, and how much of that part it is.';

COMMENT ON COLUMN search_posting.part IS '0: the name, 1: the text, from 10: a phrase each.';

CREATE TABLE search_sentence (
    edition_id integer NOT NULL,
    document_id integer NOT NULL,
    at integer NOT NULL,
    sentence text NOT NULL,
    lexemes text[] NOT NULL
);

COMMENT ON TABLE search_sentence IS 'The sentences of a module, a case or a term, cut down: which one of a document answers a question.';

CREATE TABLE search_synonym (
    edition_id integer NOT NULL,
    lexeme text NOT NULL,
    also text NOT NULL
);

COMMENT ON TABLE search_synonym IS 'Words that mean about the same here, both ways (courses/gegevens/synoniemen.csv), cut down.';

CREATE TABLE search_word (
    edition_id integer NOT NULL,
    word text NOT NULL,
    lexemes text[] NOT NULL
);

COMMENT ON TABLE search_word IS 'The words of an edition as they are written, for whoever makes a typing error.';

CREATE TABLE session (
    token_hash bytea NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    name text NOT NULL,
    organisation text NOT NULL,
    roles integer NOT NULL,
    organisation_count integer NOT NULL,
    used_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT session_token_hash_check CHECK ((length(token_hash) = 32))
);

COMMENT ON TABLE session IS 'Somebody logged in on one browser, in one organisation at a time.';

COMMENT ON COLUMN session.token_hash IS 'BLAKE2b-256 of the random token in the cookie; the token itself is not kept.';

COMMENT ON COLUMN session.name IS 'This and the columns after it are copies, kept true by triggers, so that every page finds who asks in one row.';

COMMENT ON COLUMN session.used_at IS 'About when a page was last opened with it: noted once in ten minutes at most.';

CREATE TABLE tariff_sign (
    organisation_id bigint NOT NULL,
    number integer NOT NULL,
    code text NOT NULL,
    verblijf24 boolean,
    ernstig boolean,
    gebeurtenis text,
    CONSTRAINT tariff_sign_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
    CONSTRAINT tariff_sign_gebeurtenis_check CHECK ((gebeurtenis ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text))
);

COMMENT ON TABLE tariff_sign IS 'What a row of an organisation''s own tariffs says for the remarks on a plan; NULL: nothing, and then the general table does. A line that takes the tariff gets a copy.';

CREATE TABLE tariff_table (
    organisation_id bigint NOT NULL,
    number integer NOT NULL,
    id text NOT NULL,
    person_id bigint,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    row_count integer NOT NULL,
    put_back integer,
    CONSTRAINT tariff_table_id_check CHECK ((id ~ '^[a-z0-9]{1,32}$'::text)),
    CONSTRAINT tariff_table_number_check CHECK (((number >= 1) AND (number <= 1000000))),
    CONSTRAINT tariff_table_row_count_check CHECK (((row_count >= 0) AND (row_count <= 500)))
);

COMMENT ON TABLE tariff_table IS 'One version of an organisation''s own tariffs; the highest number is in use. The newest 24 are kept.';

COMMENT ON COLUMN tariff_table.id IS 'Of the form that loaded it: sending it twice loads once.';

COMMENT ON COLUMN tariff_table.person_id IS 'Who loaded it; NULL when that account is gone.';

COMMENT ON COLUMN tariff_table.put_back IS 'The version whose rows these are, 0 for none at all; NULL: loaded from a file.';

CREATE TABLE team (
    organisation_id bigint NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

COMMENT ON TABLE team IS 'A team of a municipality or a class of a school.';

ALTER TABLE team ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE team_person (
    organisation_id bigint NOT NULL,
    team_id bigint NOT NULL,
    person_id bigint NOT NULL,
    is_coach boolean DEFAULT false NOT NULL
);

COMMENT ON TABLE team_person IS 'Who belongs to a team, as a member or as its coach.';

COMMENT ON COLUMN team_person.is_coach IS 'Watches over this team and may see its members'' progress and handed-in plans.';

CREATE TABLE visit (
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    course text NOT NULL,
    place text NOT NULL,
    visited_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT visit_place_check CHECK ((length(place) <= 200))
);

COMMENT ON TABLE visit IS 'Last time somebody was at a place; for "ga verder waar je was".';

COMMENT ON COLUMN visit.place IS 'Path below /cursus/<course>/: "zes-stappen" or "casus/<casus>/plan/3".';

ALTER TABLE ONLY answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (organisation_id, person_id, course, module, question, version, attempt);

ALTER TABLE ONLY local_law
    ADD CONSTRAINT local_law_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY local_law
    ADD CONSTRAINT local_law_pkey PRIMARY KEY (organisation_id, number, version);

ALTER TABLE ONLY local_law_posting
    ADD CONSTRAINT local_law_posting_pkey PRIMARY KEY (organisation_id, lexeme, number, part);

ALTER TABLE ONLY local_law_word
    ADD CONSTRAINT local_law_word_pkey PRIMARY KEY (organisation_id, number, word);

ALTER TABLE ONLY login_key
    ADD CONSTRAINT login_key_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY login_try
    ADD CONSTRAINT login_try_pkey PRIMARY KEY (key);

ALTER TABLE ONLY membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (organisation_id, person_id);

ALTER TABLE ONLY organisation
    ADD CONSTRAINT organisation_name_key UNIQUE (name);

ALTER TABLE ONLY organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY peer_deal
    ADD CONSTRAINT peer_deal_organisation_id_plan_id_number_reader_id_key UNIQUE (organisation_id, plan_id, number, reader_id);

ALTER TABLE ONLY peer_deal
    ADD CONSTRAINT peer_deal_organisation_id_plan_id_reader_id_key UNIQUE (organisation_id, plan_id, reader_id);

ALTER TABLE ONLY peer_deal
    ADD CONSTRAINT peer_deal_organisation_id_plan_id_reader_number_key UNIQUE (organisation_id, plan_id, reader_number);

ALTER TABLE ONLY peer_deal
    ADD CONSTRAINT peer_deal_pkey PRIMARY KEY (organisation_id, reader_id, course, casus, slot);

ALTER TABLE ONLY peer_judgement
    ADD CONSTRAINT peer_judgement_pkey PRIMARY KEY (organisation_id, plan_id, number, writer_id);

ALTER TABLE ONLY peer_reply
    ADD CONSTRAINT peer_reply_pkey PRIMARY KEY (organisation_id, plan_id, number, reader_id);

ALTER TABLE ONLY peer_round
    ADD CONSTRAINT peer_round_pkey PRIMARY KEY (organisation_id, team_id, course, casus);

ALTER TABLE ONLY peer_word
    ADD CONSTRAINT peer_word_pkey PRIMARY KEY (organisation_id, plan_id, number, writer_id, field);

ALTER TABLE ONLY person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY plan_action
    ADD CONSTRAINT plan_action_pkey PRIMARY KEY (organisation_id, plan_id, number, id);

ALTER TABLE ONLY plan_article
    ADD CONSTRAINT plan_article_pkey PRIMARY KEY (organisation_id, plan_id, number, code);

ALTER TABLE ONLY plan_asked
    ADD CONSTRAINT plan_asked_pkey PRIMARY KEY (organisation_id, plan_id, "position");

ALTER TABLE ONLY plan_change
    ADD CONSTRAINT plan_change_pkey PRIMARY KEY (organisation_id, plan_id, line_id, scenario);

ALTER TABLE ONLY plan_copy
    ADD CONSTRAINT plan_copy_pkey PRIMARY KEY (organisation_id, plan_id, number, id);

ALTER TABLE ONLY plan_feedback
    ADD CONSTRAINT plan_feedback_pkey PRIMARY KEY (organisation_id, plan_id, number, rule);

ALTER TABLE ONLY plan_import
    ADD CONSTRAINT plan_import_pkey PRIMARY KEY (organisation_id, plan_id, number, id);

ALTER TABLE ONLY plan_line
    ADD CONSTRAINT plan_line_pkey PRIMARY KEY (organisation_id, plan_id, number, id);

ALTER TABLE ONLY plan_line_sign
    ADD CONSTRAINT plan_line_sign_pkey PRIMARY KEY (organisation_id, plan_id, number, id);

ALTER TABLE ONLY plan_look
    ADD CONSTRAINT plan_look_pkey PRIMARY KEY (organisation_id, plan_id, number);

ALTER TABLE ONLY plan
    ADD CONSTRAINT plan_organisation_id_person_id_course_casus_key UNIQUE (organisation_id, person_id, course, casus);

ALTER TABLE ONLY plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY plan_review_note
    ADD CONSTRAINT plan_review_note_pkey PRIMARY KEY (organisation_id, plan_id, number, reviewer_id, round, passage);

ALTER TABLE ONLY plan_review
    ADD CONSTRAINT plan_review_pkey PRIMARY KEY (organisation_id, plan_id, number, reviewer_id, round);

ALTER TABLE ONLY plan_text_past
    ADD CONSTRAINT plan_text_past_pkey PRIMARY KEY (organisation_id, plan_id, number, field, id);

ALTER TABLE ONLY plan_text
    ADD CONSTRAINT plan_text_pkey PRIMARY KEY (organisation_id, plan_id, number, field);

ALTER TABLE ONLY plan_version
    ADD CONSTRAINT plan_version_pkey PRIMARY KEY (organisation_id, plan_id, number);

ALTER TABLE ONLY reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY (organisation_id, person_id, course, module);

ALTER TABLE ONLY schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY seal_key
    ADD CONSTRAINT seal_key_pkey PRIMARY KEY (organisation_id, number);

ALTER TABLE ONLY search_document
    ADD CONSTRAINT search_document_pkey PRIMARY KEY (edition_id, id);

ALTER TABLE ONLY search_edition
    ADD CONSTRAINT search_edition_name_key UNIQUE (name);

ALTER TABLE ONLY search_edition
    ADD CONSTRAINT search_edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY search_lexeme
    ADD CONSTRAINT search_lexeme_pkey PRIMARY KEY (edition_id, lexeme);

ALTER TABLE ONLY search_posting
    ADD CONSTRAINT search_posting_pkey PRIMARY KEY (edition_id, lexeme, document_id, part);

ALTER TABLE ONLY search_sentence
    ADD CONSTRAINT search_sentence_pkey PRIMARY KEY (edition_id, document_id, at);

ALTER TABLE ONLY search_synonym
    ADD CONSTRAINT search_synonym_pkey PRIMARY KEY (edition_id, lexeme, also);

ALTER TABLE ONLY search_word
    ADD CONSTRAINT search_word_pkey PRIMARY KEY (edition_id, word);

ALTER TABLE ONLY session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY tariff
    ADD CONSTRAINT tariff_pkey PRIMARY KEY (organisation_id, number, code);

ALTER TABLE ONLY tariff_sign
    ADD CONSTRAINT tariff_sign_pkey PRIMARY KEY (organisation_id, number, code);

ALTER TABLE ONLY tariff_table
    ADD CONSTRAINT tariff_table_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY tariff_table
    ADD CONSTRAINT tariff_table_pkey PRIMARY KEY (organisation_id, number);

ALTER TABLE ONLY team
    ADD CONSTRAINT team_organisation_id_name_key UNIQUE (organisation_id, name);

ALTER TABLE ONLY team_person
    ADD CONSTRAINT team_person_pkey PRIMARY KEY (organisation_id, team_id, person_id);

ALTER TABLE ONLY team
    ADD CONSTRAINT team_pkey PRIMARY KEY (organisation_id, id);

ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (organisation_id, person_id, course, place);

CREATE INDEX local_law_person_idx ON local_law USING btree (person_id);

CREATE INDEX local_law_posting_number_idx ON local_law_posting USING btree (organisation_id, number);

CREATE INDEX login_try_forget_idx ON login_try USING btree (forget_at);

CREATE INDEX membership_person_idx ON membership USING btree (person_id);

CREATE INDEX peer_deal_team_idx ON peer_deal USING btree (organisation_id, team_id, course, casus);

CREATE INDEX peer_judgement_writer_idx ON peer_judgement USING btree (organisation_id, writer_id);

CREATE UNIQUE INDEX person_email_key ON person USING btree (lower(email));

CREATE INDEX plan_import_kept ON plan_import USING btree (imported_at);

CREATE INDEX plan_look_reader_idx ON plan_look USING btree (reader_id);

CREATE UNIQUE INDEX plan_review_draft_idx ON plan_review USING btree (organisation_id, plan_id, number, reviewer_id) WHERE (sent_at IS NULL);

CREATE INDEX plan_review_reviewer_idx ON plan_review USING btree (reviewer_id);

CREATE INDEX plan_text_past_kept ON plan_text_past USING btree (kept_at);

CREATE UNIQUE INDEX plan_version_one_draft ON plan_version USING btree (organisation_id, plan_id) WHERE (handed_in_at IS NULL);

CREATE INDEX search_posting_best ON search_posting USING btree (edition_id, lexeme, weight DESC) INCLUDE (document_id, part);

CREATE INDEX search_word_shape ON search_word USING gin (lower(word) gin_trgm_ops);

CREATE INDEX session_expires_idx ON session USING btree (expires_at);

CREATE INDEX session_person_idx ON session USING btree (person_id);

CREATE INDEX tariff_table_person_idx ON tariff_table USING btree (person_id);

CREATE INDEX team_person_person_idx ON team_person USING btree (organisation_id, person_id);

CREATE TRIGGER membership_ends_answers AFTER DELETE ON membership FOR EACH ROW EXECUTE FUNCTION end_answers();

CREATE TRIGGER membership_keeps_its_key BEFORE UPDATE ON membership FOR EACH ROW WHEN (((old.organisation_id <> new.organisation_id) OR (old.person_id <> new.person_id))) EXECUTE FUNCTION keep_membership_key();

CREATE TRIGGER membership_renew AFTER INSERT OR DELETE OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION renew_sessions();

CREATE TRIGGER organisation_renew AFTER UPDATE OF name ON organisation FOR EACH ROW EXECUTE FUNCTION renew_sessions();

CREATE TRIGGER person_renew AFTER UPDATE OF name ON person FOR EACH ROW EXECUTE FUNCTION renew_sessions();

CREATE TRIGGER plan_version_line_signs AFTER INSERT ON plan_version FOR EACH ROW WHEN ((new.number > 1)) EXECUTE FUNCTION take_over_line_signs();

CREATE TRIGGER session_fill BEFORE INSERT OR UPDATE OF organisation_id, person_id ON session FOR EACH ROW EXECUTE FUNCTION fill_session();

CREATE TRIGGER tariff_table_signs AFTER INSERT ON tariff_table FOR EACH ROW WHEN ((new.put_back > 0)) EXECUTE FUNCTION put_back_tariff_signs();

ALTER TABLE ONLY local_law
    ADD CONSTRAINT local_law_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY local_law
    ADD CONSTRAINT local_law_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

ALTER TABLE ONLY local_law_posting
    ADD CONSTRAINT local_law_posting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY local_law_word
    ADD CONSTRAINT local_law_word_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY membership
    ADD CONSTRAINT membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY membership
    ADD CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;

ALTER TABLE ONLY peer_deal
    ADD CONSTRAINT peer_deal_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY peer_deal
    ADD CONSTRAINT peer_deal_organisation_id_reader_id_fkey FOREIGN KEY (organisation_id, reader_id) REFERENCES membership(organisation_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY peer_deal
    ADD CONSTRAINT peer_deal_organisation_id_team_id_fkey FOREIGN KEY (organisation_id, team_id) REFERENCES team(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY peer_judgement
    ADD CONSTRAINT peer_judgement_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY peer_judgement
    ADD CONSTRAINT peer_judgement_organisation_id_writer_id_fkey FOREIGN KEY (organisation_id, writer_id) REFERENCES membership(organisation_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY peer_reply
    ADD CONSTRAINT peer_reply_organisation_id_plan_id_number_reader_id_fkey FOREIGN KEY (organisation_id, plan_id, number, reader_id) REFERENCES peer_judgement(organisation_id, plan_id, number, writer_id) ON DELETE CASCADE;

ALTER TABLE ONLY peer_round
    ADD CONSTRAINT peer_round_organisation_id_team_id_fkey FOREIGN KEY (organisation_id, team_id) REFERENCES team(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY peer_word
    ADD CONSTRAINT peer_word_organisation_id_plan_id_number_writer_id_fkey FOREIGN KEY (organisation_id, plan_id, number, writer_id) REFERENCES peer_judgement(organisation_id, plan_id, number, writer_id) ON DELETE CASCADE;

ALTER TABLE ONLY plan_action
    ADD CONSTRAINT plan_action_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_article
    ADD CONSTRAINT plan_article_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_asked
    ADD CONSTRAINT plan_asked_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY plan_change
    ADD CONSTRAINT plan_change_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY plan_copy
    ADD CONSTRAINT plan_copy_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_feedback
    ADD CONSTRAINT plan_feedback_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_import
    ADD CONSTRAINT plan_import_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_line
    ADD CONSTRAINT plan_line_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_line_sign
    ADD CONSTRAINT plan_line_sign_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_look
    ADD CONSTRAINT plan_look_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_look
    ADD CONSTRAINT plan_look_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES person(id) ON DELETE SET NULL;

ALTER TABLE ONLY plan
    ADD CONSTRAINT plan_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES membership(organisation_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY plan_review_note
    ADD CONSTRAINT plan_review_note_organisation_id_plan_id_number_reviewer_i_fkey FOREIGN KEY (organisation_id, plan_id, number, reviewer_id, round) REFERENCES plan_review(organisation_id, plan_id, number, reviewer_id, round) ON DELETE CASCADE;

ALTER TABLE ONLY plan_review
    ADD CONSTRAINT plan_review_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_review
    ADD CONSTRAINT plan_review_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES person(id) ON DELETE CASCADE;

ALTER TABLE ONLY plan_text
    ADD CONSTRAINT plan_text_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_text_past
    ADD CONSTRAINT plan_text_past_organisation_id_plan_id_number_fkey FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version(organisation_id, plan_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY plan_version
    ADD CONSTRAINT plan_version_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES plan(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY reading
    ADD CONSTRAINT reading_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES membership(organisation_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY seal_key
    ADD CONSTRAINT seal_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY search_document
    ADD CONSTRAINT search_document_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES search_edition(id) ON DELETE CASCADE;

ALTER TABLE ONLY search_lexeme
    ADD CONSTRAINT search_lexeme_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES search_edition(id) ON DELETE CASCADE;

ALTER TABLE ONLY search_posting
    ADD CONSTRAINT search_posting_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES search_edition(id) ON DELETE CASCADE;

ALTER TABLE ONLY search_sentence
    ADD CONSTRAINT search_sentence_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES search_edition(id) ON DELETE CASCADE;

ALTER TABLE ONLY search_synonym
    ADD CONSTRAINT search_synonym_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES search_edition(id) ON DELETE CASCADE;

ALTER TABLE ONLY search_word
    ADD CONSTRAINT search_word_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES search_edition(id) ON DELETE CASCADE;

ALTER TABLE ONLY session
    ADD CONSTRAINT session_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES membership(organisation_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY tariff
    ADD CONSTRAINT tariff_organisation_id_number_fkey FOREIGN KEY (organisation_id, number) REFERENCES tariff_table(organisation_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY tariff_sign
    ADD CONSTRAINT tariff_sign_organisation_id_number_fkey FOREIGN KEY (organisation_id, number) REFERENCES tariff_table(organisation_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY tariff_table
    ADD CONSTRAINT tariff_table_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY tariff_table
    ADD CONSTRAINT tariff_table_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE SET NULL;

ALTER TABLE ONLY team
    ADD CONSTRAINT team_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY team_person
    ADD CONSTRAINT team_person_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES membership(organisation_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY team_person
    ADD CONSTRAINT team_person_organisation_id_team_id_fkey FOREIGN KEY (organisation_id, team_id) REFERENCES team(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES membership(organisation_id, person_id) ON DELETE CASCADE;

