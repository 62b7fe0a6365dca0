-- Reading each other's plans inside a class. A coach opens it for a team and a
-- case; who handed in a plan gets two plans of others to read, without names,
-- and judges them by the course's rubric (beoordeling.json) in own words. A
-- judgement is a draft until it is sent, and never changes after that.

CREATE TABLE peer_round (
  organisation_id bigint NOT NULL,
  team_id bigint NOT NULL,
  course text NOT NULL,
  casus text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  PRIMARY KEY (organisation_id, team_id, course, casus),
  FOREIGN KEY (organisation_id, team_id) REFERENCES team ON DELETE CASCADE
);
COMMENT ON TABLE peer_round IS 'A coach lets the members of a team read each other''s plans for this case.';
COMMENT ON COLUMN peer_round.closed_at IS 'From then on no plan is dealt; what was dealt can be finished.';

CREATE TABLE peer_deal (
  organisation_id bigint NOT NULL,
  reader_id bigint NOT NULL,
  course text NOT NULL,
  casus text NOT NULL,
  slot integer NOT NULL CHECK (slot IN (1, 2)),
  team_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  reader_number integer NOT NULL CHECK (reader_number BETWEEN 1 AND 1000),
  dealt_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, reader_id, course, casus, slot),
  UNIQUE (organisation_id, plan_id, reader_id),
  UNIQUE (organisation_id, plan_id, reader_number),
  UNIQUE (organisation_id, plan_id, number, reader_id),
  FOREIGN KEY (organisation_id, reader_id) REFERENCES membership ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, team_id) REFERENCES team ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
CREATE INDEX peer_deal_team_idx ON peer_deal (organisation_id, team_id, course, casus);
COMMENT ON TABLE peer_deal IS 'This reader reads this version of a plan of somebody else in the team.';
COMMENT ON COLUMN peer_deal.slot IS 'The reader''s first or second plan: all that the reader''s address says of it.';
COMMENT ON COLUMN peer_deal.reader_number IS 'How the maker knows the reader: Lezer 1, Lezer 2.';

CREATE TABLE peer_judgement (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  writer_id bigint NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  saved_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  seen_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, writer_id),
  FOREIGN KEY (organisation_id, writer_id) REFERENCES membership ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
CREATE INDEX peer_judgement_writer_idx ON peer_judgement (organisation_id, writer_id);
COMMENT ON TABLE peer_judgement IS 'What somebody finds of a version by the rubric: a reader it was dealt to, or its maker.';
COMMENT ON COLUMN peer_judgement.sent_at IS 'From then on the maker may read it and nothing of it changes. NULL: a draft; a maker''s own is always one.';
COMMENT ON COLUMN peer_judgement.seen_at IS 'When the maker first opened it; NULL: there is something new for the maker.';

CREATE TABLE peer_word (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  writer_id bigint NOT NULL,
  field text NOT NULL CHECK (field ~ '^[a-z0-9-]{1,60}$'),
  value text NOT NULL,
  PRIMARY KEY (organisation_id, plan_id, number, writer_id, field),
  CONSTRAINT peer_word_value_check CHECK (seal_fits(organisation_id, value, 2000)),
  FOREIGN KEY (organisation_id, plan_id, number, writer_id) REFERENCES peer_judgement
    ON DELETE CASCADE
);
COMMENT ON TABLE peer_word IS 'One field of a judgement: the level that was chosen for a criterion, or own words.';
COMMENT ON COLUMN peer_word.field IS 'The id of a criterion of the rubric, or <waarde>-sterk or <waarde>-vraag.';
COMMENT ON COLUMN peer_word.value IS 'Sealed, for its writer.';

CREATE TABLE peer_reply (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  reader_id bigint NOT NULL,
  reader_number integer NOT NULL,
  helped boolean NOT NULL,
  answer text NOT NULL DEFAULT '',
  replied_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, plan_id, number, reader_id),
  CONSTRAINT peer_reply_answer_check CHECK (seal_fits(organisation_id, answer, 1000)),
  FOREIGN KEY (organisation_id, plan_id, number, reader_id) REFERENCES peer_judgement
    ON DELETE CASCADE
);
COMMENT ON TABLE peer_reply IS 'What the maker says back to one reader, once: that it helped, and words.';
COMMENT ON COLUMN peer_reply.answer IS 'Sealed, for the maker; its place is the reader''s number.';

-- What was dealt to whoever holds this session, as long as both are in the
-- team. Nobody else's reading begins here.
CREATE FUNCTION dealt_to(token bytea, in_course text, of_casus text)
RETURNS TABLE (organisation_id bigint, reader_id bigint, slot integer, plan_id bigint,
               number integer, reader_number integer, maker_id bigint)
LANGUAGE sql STABLE AS $$
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
COMMENT ON FUNCTION dealt_to IS 'The plans that this session''s person reads for a case, while reader and maker are in the team.';

-- As before (0004), and of_person -1 or -2: the version that was dealt to
-- whoever asks, as the first or the second.
CREATE OR REPLACE FUNCTION visible_version(token bytea, in_course text, of_casus text,
                                           of_person bigint, wanted integer)
RETURNS SETOF plan_version LANGUAGE sql STABLE AS $$
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

-- Opens or closes the reading for a team that this session's person coaches.
-- Saying it twice changes nothing. Raises LM404 for any other team.
CREATE FUNCTION set_peer_round(token bytea, in_course text, of_casus text, of_team bigint,
                               is_open boolean)
RETURNS boolean LANGUAGE plpgsql AS $$
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

-- The plans that may be dealt to this reader, in the order in which they are:
-- plans with two readers come last; then a pair that would read each other;
-- then the fewest readers; then a maker who has nothing to read yet, so that
-- the last reader is not left with a plan of one's own; then who handed in
-- first. One order for all who ask at the same moment: deal_peer_plans lets in
-- one at a time.
CREATE FUNCTION peer_candidates(organisation bigint, reader bigint, in_course text, of_casus text)
RETURNS TABLE (plan_id bigint, number integer, team_id bigint)
LANGUAGE sql STABLE AS $$
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

-- Deals plans of others to whoever handed in a plan, up to two in all; gives
-- how many this person has. Asking again deals what was still lacking.
CREATE FUNCTION deal_peer_plans(token bytea, in_course text, of_casus text)
RETURNS integer LANGUAGE plpgsql AS $$
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

-- Which version this session's person judges: 1 and 2 what was dealt, 0 the
-- newest that was handed in of one's own.
CREATE FUNCTION peer_target(token bytea, in_course text, of_casus text, in_slot integer)
RETURNS TABLE (organisation_id bigint, plan_id bigint, number integer, writer_id bigint)
LANGUAGE sql STABLE AS $$
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

-- Saves fields of a judgement and, when asked, sends it: 'saved', 'sent',
-- 'frozen' (it was sent before, with other words), or 'changed' (a field is
-- not what the form knows; then nothing is saved). Raises LM404 for what was
-- not dealt. stamps: of each field as it is stored now.
CREATE FUNCTION put_peer_words(token bytea, in_course text, of_casus text, in_slot integer,
                               fields text[], texts text[], bases text[], must_send boolean,
                               OUT outcome text, OUT saved timestamptz, OUT stamps jsonb)
LANGUAGE plpgsql AS $$
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

-- What others sent about one's own plan.
CREATE FUNCTION peer_received(token bytea, in_course text, of_casus text)
RETURNS TABLE (organisation_id bigint, plan_id bigint, number integer, writer_id bigint,
               reader_number integer, maker_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT j.organisation_id, j.plan_id, j.number, j.writer_id, d.reader_number, o.person_id
    FROM own_plan(token, in_course, of_casus) o
    JOIN peer_judgement j ON j.organisation_id = o.organisation_id AND j.plan_id = o.plan_id
     AND j.sent_at IS NOT NULL
    JOIN peer_deal d ON d.organisation_id = j.organisation_id AND d.plan_id = j.plan_id
     AND d.number = j.number AND d.reader_id = j.writer_id
$$;

-- Says something back to one reader, once: 'saved', or 'other' when something
-- else was said before. Raises LM404 when this reader sent nothing.
CREATE FUNCTION put_peer_reply(token bytea, in_course text, of_casus text, to_reader integer,
                               new_helped boolean, new_answer text)
RETURNS text LANGUAGE plpgsql AS $$
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
