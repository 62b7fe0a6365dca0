-- What a line says itself of what the remarks on a plan read (app/calc,
-- rekenregels §8): first of all whether help is verlengde jeugdhulp.

CREATE TABLE plan_line_sign (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  id text NOT NULL CHECK (id ~ '^[a-z0-9]{1,32}$'),
  verlengde_jeugdhulp boolean,
  verblijf24 boolean,
  ernstig boolean,
  gebeurtenis text CHECK (gebeurtenis ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  PRIMARY KEY (organisation_id, plan_id, number, id),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
COMMENT ON TABLE plan_line_sign IS 'What a line says of itself that changes no amount; NULL: nothing, and then the row of its tariff does. Beside plan_line, whose row type may not change. Stays when its line is taken out or replaced by a file, so that it is there when the line comes back.';
COMMENT ON COLUMN plan_line_sign.id IS 'Of the line, in the same version.';
COMMENT ON COLUMN plan_line_sign.verlengde_jeugdhulp IS 'Help by the Jeugdwet for who is 18 or older (Jeugdwet 1.1); asked in the form of a line.';
COMMENT ON COLUMN plan_line_sign.verblijf24 IS 'A stay of day and night; comes with a file only, as the next two.';
COMMENT ON COLUMN plan_line_sign.gebeurtenis IS 'The event that the line is a part of: a word, the same for all its parts.';

-- A new version begins with what the lines said that it takes over.
CREATE FUNCTION take_over_line_signs() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER plan_version_line_signs AFTER INSERT ON plan_version
   FOR EACH ROW WHEN (NEW.number > 1) EXECUTE FUNCTION take_over_line_signs();

-- What somebody may change about a line, so what its stamp is made of. A line
-- that says nothing of itself keeps the stamp that it had.
CREATE OR REPLACE FUNCTION line_content(l plan_line) RETURNS text LANGUAGE sql STABLE
RETURN jsonb_build_array(l.persoon, l.rol, l.betaler, l.hoeveelheid, l.per, l.duur_aantal,
                         l.duur_eenheid, l.start_maand, l.kans, seal_mark(l.stopreden))::text
       || coalesce((SELECT ' verlengde_jeugdhulp' FROM plan_line_sign s
                     WHERE s.organisation_id = (l).organisation_id AND s.plan_id = (l).plan_id
                       AND s.number = (l).number AND s.id = (l).id AND s.verlengde_jeugdhulp), '');

-- A copy of a line says what the line says.
CREATE FUNCTION copy_line_sign(draft plan_version, from_id text, to_id text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO plan_line_sign
  SELECT s.organisation_id, s.plan_id, s.number, to_id, s.verlengde_jeugdhulp, s.verblijf24,
         s.ernstig, s.gebeurtenis
    FROM plan_line_sign s
   WHERE s.organisation_id = (draft).organisation_id AND s.plan_id = (draft).plan_id
     AND s.number = (draft).number AND s.id = from_id
  ON CONFLICT DO NOTHING
$$;

-- What the lines of a file say, after import_plan put them in. Once somebody
-- worked on, or the import was undone, it does nothing.
CREATE FUNCTION import_line_signs(token bytea, in_course text, of_casus text, act text, lines jsonb)
RETURNS void LANGUAGE plpgsql AS $$
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

-- Copies every line of "huidig" to the two other scenarios, unless the same
-- provision for the same person is already there. The new id follows from the
-- old one: repeating the act copies nothing twice. The stopreden stays behind:
-- it says of a line of huidig that it does not go on.
CREATE OR REPLACE FUNCTION copy_plan_lines(token bytea, in_course text, of_casus text)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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

-- The answers of one form, one act: lines of huidig that go on come into the
-- other scenario, more or less of them with the quantity that was said. What
-- was answered before, or has no line any more, is left as it is.
CREATE OR REPLACE FUNCTION change_plan_lines(token bytea, in_course text, of_casus text, act text,
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
    PERFORM copy_line_sign(draft, a.line_id, l.id);
  END LOOP;
  PERFORM end_plan_copy(draft, act);
  RETURN touched_outcome(draft);
EXCEPTION WHEN SQLSTATE 'LM413' THEN
  RETURN draft_outcome(draft, 'full');
END
$$;

-- The same columns of an organisation's own tariffs, beside tariff, whose row
-- type may not change either.
CREATE TABLE tariff_sign (
  organisation_id bigint NOT NULL,
  number integer NOT NULL,
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  verblijf24 boolean,
  ernstig boolean,
  gebeurtenis text CHECK (gebeurtenis ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  PRIMARY KEY (organisation_id, number, code),
  FOREIGN KEY (organisation_id, number) REFERENCES tariff_table ON DELETE CASCADE
);
COMMENT ON TABLE tariff_sign IS 'What a row of an organisation''s own tariffs says for the remarks on a plan; NULL: nothing, and then the general table does. A line that takes the tariff gets a copy.';

-- What the rows of a load say, after load_tariffs put them in; the same act.
CREATE FUNCTION load_tariff_signs(token bytea, act text, codes text[], verblijven text[],
                                  ernsten text[], gebeurtenissen text[])
RETURNS void LANGUAGE sql AS $$
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

-- A version that is put back says what it said.
CREATE FUNCTION put_back_tariff_signs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tariff_sign
  SELECT s.organisation_id, NEW.number, s.code, s.verblijf24, s.ernstig, s.gebeurtenis
    FROM tariff_sign s
   WHERE s.organisation_id = NEW.organisation_id AND s.number = NEW.put_back;
  RETURN NULL;
END
$$;
CREATE TRIGGER tariff_table_signs AFTER INSERT ON tariff_table
   FOR EACH ROW WHEN (NEW.put_back > 0) EXECUTE FUNCTION put_back_tariff_signs();

-- Gives a line that took an own tariff what that tariff says.
CREATE FUNCTION copy_tariff_sign(token bytea, draft plan_version, of_id text, of_code text)
RETURNS void LANGUAGE sql AS $$
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

-- Saves a line as price_plan_line does, with what it says of verlengde
-- jeugdhulp. NULL: it was not asked, and what is stored stays.
CREATE FUNCTION extend_plan_line(token bytea, in_course text, of_casus text, base text,
                                 line plan_line, may_be_own boolean, price line_price,
                                 verlengd boolean)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
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

-- The same, and a line that takes an own tariff also takes what that says: a
-- new line, or one that takes the price of the table.
CREATE FUNCTION sign_plan_line(token bytea, in_course text, of_casus text, base text,
                               line plan_line, may_be_own boolean, price line_price,
                               verlengd boolean)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
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
