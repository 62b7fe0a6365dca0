-- What a page does to a practice plan besides saving texts: its lines,
-- articles and actions. Each act locks the draft first (lock_draft), is safe
-- to repeat, and tells the revision it made. What is taken out of a draft is
-- only marked, so that it can be put back.

-- The version that an asker may read: their own plan when of_person is NULL;
-- otherwise, as a coach, what somebody of a team that they coach handed in.
-- wanted 0 is the newest version that they may see.
CREATE FUNCTION visible_version(token bytea, in_course text, of_casus text,
                                of_person bigint, wanted integer)
RETURNS SETOF plan_version LANGUAGE sql STABLE AS $$
  SELECT v.*
    FROM session s
    JOIN plan p ON p.organisation_id = s.organisation_id
               AND p.person_id = coalesce(of_person, s.person_id)
    JOIN plan_version v ON v.organisation_id = p.organisation_id AND v.plan_id = p.id
   WHERE s.token_hash = token AND s.expires_at > now()
     AND p.course = in_course AND p.casus = of_casus
     AND (wanted = 0 OR v.number = wanted)
     AND (of_person IS NULL
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

-- Every act ends here: the draft has a new revision.
CREATE FUNCTION touch_draft(draft plan_version)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE sql AS $$
  UPDATE plan_version v
     SET revision = v.revision + 1, saved_at = now()
   WHERE v.organisation_id = (draft).organisation_id AND v.plan_id = (draft).plan_id
     AND v.number = (draft).number
  RETURNING true, v.revision, v.saved_at
$$;

-- As save_plan_texts, but a change elsewhere is an answer, not an error: the
-- page that follows shows both texts.
CREATE FUNCTION try_plan_texts(token bytea, in_course text, of_casus text,
                               seen bigint, fields text[], texts text[])
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY SELECT true, t.new_revision, t.at
                 FROM save_plan_texts(token, in_course, of_casus, seen, fields, texts) t;
EXCEPTION WHEN SQLSTATE 'LM409' THEN
  RETURN QUERY SELECT false, v.revision, v.saved_at
                 FROM lock_draft(token, in_course, of_casus) v;
END
$$;

-- How likely the threat is, as the calculation core reads it; NULL: not given.
CREATE FUNCTION save_plan_chance(token bytea, in_course text, of_casus text, chance text)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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

-- Adds a line or changes the line of this id, which keeps the copy of the
-- tariff that it was made with. is_saved is false when the scenario already
-- holds 60 lines.
CREATE FUNCTION put_plan_line(token bytea, in_course text, of_casus text, line plan_line)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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

-- Copies every line of "huidig" to the two other scenarios, unless the same
-- provision for the same person is already there. The new id follows from the
-- old one: repeating the act copies nothing twice. The stopreden stays behind:
-- it says of a line of huidig that it does not go on.
CREATE FUNCTION copy_plan_lines(token bytea, in_course text, of_casus text)
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
  IF EXISTS (SELECT FROM plan_line l
              WHERE l.organisation_id = draft.organisation_id AND l.plan_id = draft.plan_id
                AND l.number = draft.number AND l.removed_at IS NULL
              GROUP BY l.scenario HAVING count(*) > 60) THEN
    RAISE EXCEPTION 'too many lines' USING ERRCODE = 'LM413';
  END IF;
  RETURN QUERY SELECT * FROM touch_draft(draft);
END
$$;

-- Picks an article, or puts it back with the argument it had. is_saved is
-- false when the plan already holds 30.
CREATE FUNCTION put_plan_article(token bytea, in_course text, of_casus text, of_code text)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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

-- Saves why an article gives room. is_saved is false when another window
-- changed it after `seen`; LM404 when the article is not in the plan.
CREATE FUNCTION save_plan_argument(token bytea, in_course text, of_casus text,
                                   seen bigint, of_code text, new_argument text)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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

-- Adds an action or changes the action of this id. is_saved is false when the
-- plan already holds 40.
CREATE FUNCTION put_plan_action(token bytea, in_course text, of_casus text,
                                of_id text, new_wat text, new_wie text, new_wanneer text)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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

-- Takes a part out of the draft, or puts it back. kind: regel, artikel, actie.
-- Only the ten parts of a kind that were taken out last are kept. is_saved is
-- false when there is no such part, or no room to put it back.
CREATE FUNCTION remove_plan_part(token bytea, in_course text, of_casus text,
                                 kind text, of_id text)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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

CREATE FUNCTION restore_plan_part(token bytea, in_course text, of_casus text,
                                  kind text, of_id text)
RETURNS TABLE (is_saved boolean, revision bigint, saved_at timestamptz)
LANGUAGE plpgsql AS $$
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
