-- What a maker does with the feedback on a version that was handed in: which
-- rules of the author held then, what was asked to be shown of each (a hint,
-- how the expert did it), and what was answered. The words of the feedback
-- stand in the course (regels.json), not here.

CREATE TABLE plan_feedback (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  rule text NOT NULL CHECK (rule ~ '^[a-z0-9-]{1,40}$'),
  found_at timestamptz,
  level integer NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 2),
  answer text NOT NULL DEFAULT '',
  agrees boolean NOT NULL DEFAULT false,
  answered_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, rule),
  CONSTRAINT plan_feedback_answer_check CHECK (seal_fits(organisation_id, answer, 2000)),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
COMMENT ON TABLE plan_feedback IS 'One rule of the feedback on a version that was handed in: what its maker opened and answered.';
COMMENT ON COLUMN plan_feedback.rule IS 'The id of a rule in regels.json of the case.';
COMMENT ON COLUMN plan_feedback.found_at IS 'When the version was handed in and this rule held; NULL: a version from before the rules.';
COMMENT ON COLUMN plan_feedback.level IS 'What was shown on request: 0 the question, 1 the hint as well, 2 how the expert did it.';
COMMENT ON COLUMN plan_feedback.answer IS 'In the maker''s own words; sealed.';
COMMENT ON COLUMN plan_feedback.agrees IS 'The plan is meant so, and the answer says why; the item is not open any more.';

-- One's own version that was handed in, locked so that two windows cannot pass
-- each other. Raises LM404 when there is none.
CREATE FUNCTION lock_handed_in(token bytea, in_course text, of_casus text, wanted integer)
RETURNS plan_version LANGUAGE plpgsql AS $$
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

-- Keeps which rules held when a version was handed in. Said twice, it is
-- stored once.
CREATE FUNCTION keep_plan_feedback(token bytea, in_course text, of_casus text, wanted integer,
                                   rules text[])
RETURNS integer LANGUAGE plpgsql AS $$
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

-- Shows more of an item; what was shown stays shown, however often it is asked.
CREATE FUNCTION open_plan_feedback(token bytea, in_course text, of_casus text, wanted integer,
                                   of_rule text, up_to integer)
RETURNS integer LANGUAGE plpgsql AS $$
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

-- Of an answer, with what it says of the plan: what a form was made of.
CREATE FUNCTION feedback_stamp(answer text, agrees boolean) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN coalesce(answer, '') = '' AND NOT coalesce(agrees, false) THEN 'leeg'
            ELSE text_stamp(answer) || CASE WHEN agrees THEN 'j' ELSE 'n' END END;

-- Saves an answer: 'saved' (also when it stood there already), or 'changed'
-- when it is another one than the form knows, which is then left as it is.
CREATE FUNCTION answer_plan_feedback(token bytea, in_course text, of_casus text, wanted integer,
                                     of_rule text, basis text, new_answer text, new_agrees boolean)
RETURNS text LANGUAGE plpgsql AS $$
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
