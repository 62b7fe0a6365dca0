-- Practice plans. A plan is one person's work on one case; a version is the
-- draft, or what was handed in. Handing in freezes a version.

CREATE TABLE plan (
  organisation_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  person_id bigint NOT NULL,
  course text NOT NULL,
  casus text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, person_id, course, casus),
  FOREIGN KEY (organisation_id, person_id) REFERENCES membership ON DELETE CASCADE
);
COMMENT ON TABLE plan IS 'One person''s practice plan for one case of a course.';

CREATE TABLE plan_version (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 1000),
  started_at timestamptz NOT NULL DEFAULT now(),
  saved_at timestamptz NOT NULL DEFAULT now(),
  handed_in_at timestamptz,
  revision bigint NOT NULL DEFAULT 0,
  kans_dreigend text,
  slaagkans text,
  horizon_jaren integer NOT NULL DEFAULT 1 CHECK (horizon_jaren BETWEEN 1 AND 5),
  disconto_pct text NOT NULL DEFAULT '0',
  PRIMARY KEY (organisation_id, plan_id, number),
  FOREIGN KEY (organisation_id, plan_id) REFERENCES plan ON DELETE CASCADE
);
CREATE UNIQUE INDEX plan_version_one_draft ON plan_version (organisation_id, plan_id)
  WHERE handed_in_at IS NULL;
COMMENT ON TABLE plan_version IS 'One version of a plan: the draft, or what was handed in and never changes again.';
COMMENT ON COLUMN plan_version.handed_in_at IS 'NULL: the draft, the only version that may change.';
COMMENT ON COLUMN plan_version.revision IS 'Grows by one with every change; a form that knows an older one is told so.';

CREATE TABLE plan_text (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  field text NOT NULL CHECK (length(field) <= 40),
  value text NOT NULL CHECK (length(value) <= 20000),
  revision bigint NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, plan_id, number, field),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
COMMENT ON TABLE plan_text IS 'One text of a version, with the revision in which it last changed.';
COMMENT ON COLUMN plan_text.field IS 'A name of enum plan_field (core/plan.c).';

CREATE TABLE plan_line (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  id text NOT NULL CHECK (id ~ '^[a-z0-9]{1,32}$'),
  scenario text NOT NULL CHECK (scenario IN ('huidig', 'dreigend', 'doorbraak')),
  position integer NOT NULL,
  persoon text NOT NULL,
  code text NOT NULL,
  omschrijving text NOT NULL CHECK (length(omschrijving) <= 200),
  domein text NOT NULL,
  wet text NOT NULL,
  aard text NOT NULL,
  rol text NOT NULL CHECK (rol IN ('lopend', 'interventie')),
  betaler text NOT NULL,
  tarief_eurocent bigint NOT NULL CHECK (tarief_eurocent BETWEEN 0 AND 1000000000),
  eenheid text NOT NULL,
  prijspeil_jaar integer NOT NULL,
  zekerheid text NOT NULL,
  kasstroom text NOT NULL,
  hoeveelheid text NOT NULL,
  per text NOT NULL CHECK (per IN ('eenmalig', 'dag', 'week', 'maand', 'jaar')),
  duur_aantal text,
  duur_eenheid text CHECK (duur_eenheid IN ('dag', 'week', 'maand', 'jaar')),
  start_maand integer NOT NULL CHECK (start_maand BETWEEN 1 AND 600),
  kans text,
  stopreden text CHECK (length(stopreden) <= 200),
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, id),
  CHECK ((per = 'eenmalig') = (duur_aantal IS NULL)),
  CHECK ((duur_aantal IS NULL) = (duur_eenheid IS NULL)),
  CHECK (stopreden IS NULL OR scenario = 'huidig'),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
COMMENT ON TABLE plan_line IS 'A provision in a scenario, with its own copy of the tariff: a new price list changes no old plan.';
COMMENT ON COLUMN plan_line.id IS 'Chosen when the form was made: sending it twice changes one line.';
COMMENT ON COLUMN plan_line.removed_at IS 'Taken out of the draft, kept for "zet terug"; never part of a plan that is read.';
COMMENT ON COLUMN plan_line.stopreden IS 'Why a line of huidig does not go on in the doorbraak; NULL: no reason given.';
COMMENT ON COLUMN plan_line.hoeveelheid IS 'As the calculation core reads it: "1.5" or "1/3".';

CREATE TABLE plan_article (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  code text NOT NULL,
  argument text NOT NULL DEFAULT '' CHECK (length(argument) <= 5000),
  revision bigint NOT NULL DEFAULT 0,
  added_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, code),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
COMMENT ON TABLE plan_article IS 'An article of law that a version leans on, with the argument why it gives room.';
COMMENT ON COLUMN plan_article.code IS 'A code of courses/gegevens/wetten.csv.';

CREATE TABLE plan_action (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  id text NOT NULL CHECK (id ~ '^[a-z0-9]{1,32}$'),
  position integer NOT NULL,
  wat text NOT NULL CHECK (length(wat) <= 500),
  wie text NOT NULL CHECK (length(wie) <= 200),
  wanneer text NOT NULL CHECK (length(wanneer) <= 200),
  removed_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, id),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
COMMENT ON TABLE plan_action IS 'An action of a version''s actieplan: what, who and when.';

-- The plan a session works on. Every statement about plans begins here, so
-- that nobody can reach a plan that is not theirs.
CREATE FUNCTION own_plan(token bytea, in_course text, of_casus text)
RETURNS TABLE (organisation_id bigint, plan_id bigint, person_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT p.organisation_id, p.id, p.person_id
    FROM session s
    JOIN plan p ON p.organisation_id = s.organisation_id AND p.person_id = s.person_id
   WHERE s.token_hash = token AND s.expires_at > now()
     AND p.course = in_course AND p.casus = of_casus
$$;

-- The draft of own_plan, locked, so that two saves cannot pass each other.
-- Raises LM404 when there is no plan, LM410 when all of it was handed in.
CREATE FUNCTION lock_draft(token bytea, in_course text, of_casus text)
RETURNS plan_version LANGUAGE plpgsql AS $$
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

-- Begins a plan (repeating it changes nothing) and gives its draft a row, with
-- its own copy of the case's rules for the sum.
CREATE FUNCTION start_plan(token bytea, in_course text, of_casus text,
                           horizon integer DEFAULT 1, disconto text DEFAULT '0')
RETURNS integer LANGUAGE plpgsql AS $$
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

-- Saves texts of the draft. `seen` is the revision that the form was made
-- with: when one of its fields was changed since, by another window, nothing
-- is saved and LM409 is raised.
CREATE FUNCTION save_plan_texts(token bytea, in_course text, of_casus text,
                                seen bigint, fields text[], texts text[])
RETURNS TABLE (new_revision bigint, at timestamptz) LANGUAGE plpgsql AS $$
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

-- Hands in the draft as it was at `seen`; LM409 when it changed since.
CREATE FUNCTION hand_in_plan(token bytea, in_course text, of_casus text, seen bigint)
RETURNS integer LANGUAGE plpgsql AS $$
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

-- Starts a new draft as a copy of the newest version; gives the number of the
-- draft that is there when one is already open.
CREATE FUNCTION revise_plan(token bytea, in_course text, of_casus text)
RETURNS integer LANGUAGE plpgsql AS $$
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
