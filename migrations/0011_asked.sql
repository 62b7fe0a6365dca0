-- Whom somebody asks about a case. Talking costs time, and there is less of it
-- than all talks cost together; asking a party before the resident costs time
-- as well, and gives little. The acts stay with the plan as they were: what is
-- handed in keeps which choices were made, also those before "opnieuw".

CREATE TABLE plan_asked (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 1 AND 100),
  act text NOT NULL CHECK (act IN ('gesprek', 'te_vroeg', 'opnieuw')),
  document text NOT NULL DEFAULT '' CHECK (length(document) <= 80),
  minutes integer NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 1000),
  is_resident boolean NOT NULL DEFAULT false,
  asked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, plan_id, position),
  CHECK ((act = 'opnieuw') = (document = '')),
  FOREIGN KEY (organisation_id, plan_id) REFERENCES plan ON DELETE CASCADE
);
COMMENT ON TABLE plan_asked IS 'Whom the maker of a plan asked, an act a row, in order; rows never change.';
COMMENT ON COLUMN plan_asked.position IS 'The page that asks knows how many acts there were: sending it twice asks once.';
COMMENT ON COLUMN plan_asked.act IS 'gesprek: the talk was had; te_vroeg: before the resident, little was said; opnieuw: begun anew, with all time back.';
COMMENT ON COLUMN plan_asked.document IS 'Slug of the talk in the course; empty for opnieuw.';
COMMENT ON COLUMN plan_asked.minutes IS 'What it cost, by the case as it was then.';
COMMENT ON COLUMN plan_asked.is_resident IS 'A talk with who the plan is for.';

-- Asks for a talk: 'saved' (also when it was stored already), 'full' (no time
-- left), 'changed' (somebody was asked since the page was made), 'open' (a
-- version was handed in, so that all can be read).
CREATE FUNCTION ask_plan_talk(token bytea, in_course text, of_casus text, seen integer,
                              wanted text, costs integer, early_costs integer,
                              with_resident boolean, budget integer)
RETURNS text LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION ask_plan_talk IS 'Has a talk of a case, or loses time because the resident was not asked yet.';

-- Gives all time back; what was asked stays stored. Answers as ask_plan_talk.
CREATE FUNCTION restart_plan_talks(token bytea, in_course text, of_casus text, seen integer)
RETURNS text LANGUAGE plpgsql AS $$
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
COMMENT ON FUNCTION restart_plan_talks IS 'Begins the talks of a case anew, with all time back; old acts stay.';
