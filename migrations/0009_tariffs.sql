-- A municipality's own tariffs, beside the general table of courses/gegevens/.
--
-- Every load is a new version of the organisation's whole table; the newest is
-- the one in use. A line of a plan has its own copy, so a version may go
-- without changing any plan. Organisation and version are in every key.

CREATE TABLE tariff_table (
  organisation_id bigint NOT NULL REFERENCES organisation ON DELETE CASCADE,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 1000000),
  id text NOT NULL CHECK (id ~ '^[a-z0-9]{1,32}$'),
  person_id bigint REFERENCES person ON DELETE SET NULL,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  row_count integer NOT NULL CHECK (row_count BETWEEN 0 AND 500),
  put_back integer,
  PRIMARY KEY (organisation_id, number),
  UNIQUE (organisation_id, id)
);
CREATE INDEX tariff_table_person_idx ON tariff_table (person_id);
COMMENT ON TABLE tariff_table IS 'One version of an organisation''s own tariffs; the highest number is in use. The newest 24 are kept.';
COMMENT ON COLUMN tariff_table.id IS 'Of the form that loaded it: sending it twice loads once.';
COMMENT ON COLUMN tariff_table.person_id IS 'Who loaded it; NULL when that account is gone.';
COMMENT ON COLUMN tariff_table.put_back IS 'The version whose rows these are, 0 for none at all; NULL: loaded from a file.';

CREATE TABLE tariff (
  organisation_id bigint NOT NULL,
  number integer NOT NULL,
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  position integer NOT NULL,
  omschrijving text NOT NULL CHECK (length(omschrijving) BETWEEN 1 AND 200),
  eenheid text NOT NULL CHECK (length(eenheid) BETWEEN 1 AND 20),
  tarief_eurocent bigint NOT NULL CHECK (tarief_eurocent BETWEEN 0 AND 1000000000),
  prijspeil_jaar integer NOT NULL CHECK (prijspeil_jaar BETWEEN 1990 AND 2100),
  domein text NOT NULL CHECK (length(domein) <= 20),
  wet text NOT NULL CHECK (length(wet) BETWEEN 1 AND 80),
  betaler text NOT NULL CHECK (length(betaler) <= 20),
  bron text NOT NULL CHECK (length(bron) BETWEEN 1 AND 400),
  zekerheid text NOT NULL CHECK (zekerheid IN ('official', 'published', 'illustrative')),
  aard text NOT NULL CHECK (aard IN ('dienst', 'overdracht', 'schade')),
  per_gebruikelijk text NOT NULL CHECK (per_gebruikelijk IN ('eenmalig', 'dag', 'week', 'maand', 'jaar')),
  kasstroom text NOT NULL CHECK (kasstroom IN ('variabel', 'beschikbaarheid')),
  PRIMARY KEY (organisation_id, number, code),
  FOREIGN KEY (organisation_id, number) REFERENCES tariff_table ON DELETE CASCADE
);
COMMENT ON TABLE tariff IS 'A row of a version of an organisation''s own tariffs, with the columns of courses/gegevens/tarieven.csv.';
COMMENT ON COLUMN tariff.position IS 'Its place in the file that was loaded.';

ALTER TABLE plan_version ADD COLUMN tarieventabel text CHECK (length(tarieventabel) <= 80);
COMMENT ON COLUMN plan_version.tarieventabel IS 'The versions of the tables that were in use when this was handed in; NULL: a draft, or from before this was kept.';

-- The tariffs of this session's organisation, as they are now.
CREATE FUNCTION own_tariffs(token bytea) RETURNS SETOF tariff LANGUAGE sql STABLE AS $$
  SELECT t.*
    FROM session s
    JOIN tariff t ON t.organisation_id = s.organisation_id
     AND t.number = (SELECT max(x.number) FROM tariff_table x
                      WHERE x.organisation_id = s.organisation_id)
   WHERE s.token_hash = token AND s.expires_at > now()
$$;
COMMENT ON FUNCTION own_tariffs IS 'The tariffs that this session''s organisation uses now, beside the general table.';

-- 'saved': a new version, or the one that this form made before. 'changed':
-- another version than `base` is the newest. 'gone': nothing to put back.
-- 'denied': not an admin here.
CREATE TYPE tariff_outcome AS (outcome text, number integer);

-- A new version without rows yet, for who is admin here. The key decides
-- between two that come at once; `is_new` is false when there is nothing to do.
CREATE FUNCTION add_tariff_table(token bytea, act text, base integer, rows integer,
                                 from_number integer,
                                 OUT result tariff_outcome, OUT is_new boolean, OUT organisation bigint)
LANGUAGE plpgsql AS $$
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

-- Loads a whole table, a list a column; the rules of a row are the program's
-- (app/core/tariff_csv.c), those that a plan needs are also checked here.
CREATE FUNCTION load_tariffs(token bytea, act text, base integer, codes text[], omschrijvingen text[],
                             eenheden text[], centen bigint[], jaren integer[], domeinen text[],
                             wetten text[], betalers text[], bronnen text[], zekerheden text[],
                             aarden text[], pers text[], kasstromen text[])
RETURNS tariff_outcome LANGUAGE plpgsql AS $$
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

-- Makes an earlier version the newest again, as a new version; 0: no tariffs
-- of one's own any more.
CREATE FUNCTION put_back_tariffs(token bytea, act text, base integer, from_number integer)
RETURNS tariff_outcome LANGUAGE plpgsql AS $$
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

-- What somebody chose about the price of a line: nothing ('' keeps the copy of
-- a line that is there), the table's row ('tabel') or that price brought to
-- another year ('index'). from_*: the price that the form showed; when it is
-- not so any more, nothing is done.
CREATE TYPE line_price AS (choice text, from_eurocent bigint, from_jaar integer,
                           eurocent bigint, jaar integer, afleiding text);

-- change_plan_line, where the tariff may be one of the organisation's own:
-- then its row is copied here, in the same breath. Also 'gone': the tariff is
-- in no table any more, or has another price than the form showed.
CREATE FUNCTION price_plan_line(token bytea, in_course text, of_casus text, base text,
                                line plan_line, may_be_own boolean, price line_price)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
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

-- hand_in_plan, which also notes the tables that were in use: the general one
-- as the program names it, and the organisation's own by its version.
CREATE FUNCTION hand_in_plan(token bytea, in_course text, of_casus text, seen bigint, tabel text)
RETURNS integer LANGUAGE plpgsql AS $$
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
