-- What a coach says of a version that was handed in: remarks beside its
-- passages, with one outcome, sent as a whole. What is not sent yet is seen by
-- nobody else.

CREATE TABLE plan_review (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  reviewer_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  round integer NOT NULL CHECK (round BETWEEN 1 AND 100),
  outcome text CHECK (outcome IN ('opmerkingen', 'vraag', 'klaar')),
  sent_at timestamptz,
  opened_at timestamptz,
  seen_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, reviewer_id, round),
  CONSTRAINT plan_review_sent_check CHECK ((sent_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT plan_review_opened_check CHECK (opened_at IS NULL OR sent_at IS NOT NULL),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
CREATE UNIQUE INDEX plan_review_draft_idx
    ON plan_review (organisation_id, plan_id, number, reviewer_id) WHERE sent_at IS NULL;
CREATE INDEX plan_review_reviewer_idx ON plan_review (reviewer_id);
COMMENT ON TABLE plan_review IS 'A coach''s reaction to a version that was handed in: one message, frozen when it is sent.';
COMMENT ON COLUMN plan_review.round IS 'The coach''s first, second, … reaction to this version.';
COMMENT ON COLUMN plan_review.outcome IS 'Remarks only, back with a question, or ready for practice; NULL: not sent.';
COMMENT ON COLUMN plan_review.opened_at IS 'When the maker of the plan opened it first; from then on it cannot be taken back.';
COMMENT ON COLUMN plan_review.seen_at IS 'When the coach last saw the answers.';

CREATE TABLE plan_review_note (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  reviewer_id bigint NOT NULL,
  round integer NOT NULL,
  passage text NOT NULL CHECK (passage ~ '^[A-Za-z0-9:_.-]{1,80}$'),
  text text NOT NULL CHECK (text <> ''),
  answer text NOT NULL DEFAULT '',
  is_done boolean NOT NULL DEFAULT false,
  answered_at timestamptz,
  PRIMARY KEY (organisation_id, plan_id, number, reviewer_id, round, passage),
  CONSTRAINT plan_review_note_text_fits CHECK (seal_fits(organisation_id, text, 2000)),
  CONSTRAINT plan_review_note_answer_fits CHECK (seal_fits(organisation_id, answer, 2000)),
  FOREIGN KEY (organisation_id, plan_id, number, reviewer_id, round)
    REFERENCES plan_review ON DELETE CASCADE
);
COMMENT ON TABLE plan_review_note IS 'What a coach wrote beside a passage of a plan, and what its maker answered.';
COMMENT ON COLUMN plan_review_note.passage IS 'tekst:, artikel:, regel: or actie: with its name in that version; som; or geheel, the words (or the question) on the whole.';
COMMENT ON COLUMN plan_review_note.text IS 'Sealed, in the place of the plan''s maker.';
COMMENT ON COLUMN plan_review_note.answer IS 'In the maker''s own words; sealed.';
COMMENT ON COLUMN plan_review_note.is_done IS 'The maker says: this is done.';
COMMENT ON COLUMN plan_review_note.answered_at IS 'When the answer last changed; NULL: there is none.';

-- Does this version have that passage? A text that is empty has its place too.
CREATE FUNCTION has_passage(organisation bigint, plan bigint, of_number integer, passage text)
RETURNS boolean LANGUAGE sql STABLE
RETURN CASE split_part(passage, ':', 1)
  WHEN 'tekst' THEN true
  WHEN 'som' THEN passage = 'som'
  WHEN 'geheel' THEN passage = 'geheel'
  WHEN 'regel' THEN EXISTS (
    SELECT FROM plan_line l WHERE l.organisation_id = organisation AND l.plan_id = plan
       AND l.number = of_number AND 'regel:' || l.id = passage AND l.removed_at IS NULL)
  WHEN 'artikel' THEN EXISTS (
    SELECT FROM plan_article a WHERE a.organisation_id = organisation AND a.plan_id = plan
       AND a.number = of_number AND 'artikel:' || a.code = passage AND a.removed_at IS NULL)
  WHEN 'actie' THEN EXISTS (
    SELECT FROM plan_action a WHERE a.organisation_id = organisation AND a.plan_id = plan
       AND a.number = of_number AND 'actie:' || a.id = passage AND a.removed_at IS NULL)
  ELSE false END;

-- Of the remarks of a reaction, but for the words on the whole: what a form
-- that sends them was made of.
CREATE FUNCTION review_stamp(organisation bigint, plan bigint, of_number integer,
                             reviewer bigint, of_round integer)
RETURNS text LANGUAGE sql STABLE
RETURN (SELECT text_stamp(string_agg(n.passage || ' ' || text_stamp(n.text), ' ' ORDER BY n.passage))
          FROM plan_review_note n
         WHERE n.organisation_id = organisation AND n.plan_id = plan AND n.number = of_number
           AND n.reviewer_id = reviewer AND n.round = of_round AND n.passage <> 'geheel');

-- What somebody handed in who is in a team that this session's person coaches,
-- locked so that two windows cannot pass each other. LM404 when there is none.
CREATE FUNCTION lock_coached_version(token bytea, in_course text, of_casus text,
                                     of_person bigint, wanted integer)
RETURNS TABLE (organisation_id bigint, plan_id bigint, number integer, coach_id bigint)
LANGUAGE plpgsql AS $$
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

-- The round of one's reaction that is not sent; when there is none, that of
-- the next one, below zero.
CREATE FUNCTION review_round(organisation bigint, plan bigint, of_number integer, reviewer bigint)
RETURNS integer LANGUAGE sql STABLE
RETURN (SELECT coalesce(max(r.round) FILTER (WHERE r.sent_at IS NULL),
                        -1 - coalesce(max(r.round), 0))
          FROM plan_review r
         WHERE r.organisation_id = organisation AND r.plan_id = plan AND r.number = of_number
           AND r.reviewer_id = reviewer);

-- Keeps a remark of a reaction that is not sent: 'saved' (also when it stood
-- there already), or 'changed' when it is another one than the form knows,
-- which is then left as it is. No words takes it out.
CREATE FUNCTION put_review_note(token bytea, in_course text, of_casus text, of_person bigint,
                                wanted integer, of_passage text, basis text, new_text text)
RETURNS text LANGUAGE plpgsql AS $$
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

-- Sends a reaction: the words on the whole are kept with it, and from then on
-- it is frozen. 'sent' (also when this was sent before), or 'changed' when the
-- remarks or the words are others than the form knows, or another window sent
-- it with another outcome.
CREATE FUNCTION send_plan_review(token bytea, in_course text, of_casus text, of_person bigint,
                                 wanted integer, of_round integer, seen text, basis text,
                                 new_text text, new_outcome text)
RETURNS text LANGUAGE plpgsql AS $$
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

-- Takes back what was sent and not opened yet; it is a draft again. 'back'
-- (also when it was taken back before), or 'late'.
CREATE FUNCTION take_back_review(token bytea, in_course text, of_casus text, of_person bigint,
                                 wanted integer, of_round integer)
RETURNS text LANGUAGE plpgsql AS $$
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

-- Keeps what the maker answers to a remark, and whether it is done: 'saved' or
-- 'changed', as put_review_note. LM404: it was taken back, or never there.
CREATE FUNCTION answer_review_note(token bytea, in_course text, of_casus text, wanted integer,
                                   of_reviewer bigint, of_round integer, of_passage text,
                                   basis text, new_answer text, new_done boolean)
RETURNS text LANGUAGE plpgsql AS $$
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
