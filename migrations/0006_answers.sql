-- Storing an answer is what learners do most. Its foreign key cost a third of
-- the work: each answer locked its person's membership, and wrote that lock
-- down. An answer is made of a session's row, which cannot outlive the
-- membership; so what the key did at the end of a membership is done there.
ALTER TABLE answer DROP CONSTRAINT answer_organisation_id_person_id_fkey;

-- Answers that are being stored come first, and are seen; later ones wait,
-- and then find no session any more. So none is left behind.
CREATE FUNCTION end_answers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE answer IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM answer
   WHERE organisation_id = OLD.organisation_id AND person_id = OLD.person_id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION end_answers IS 'The answers of a membership end with it, also those of this very moment.';
REVOKE EXECUTE ON FUNCTION end_answers FROM PUBLIC;

CREATE TRIGGER membership_ends_answers AFTER DELETE ON membership
  FOR EACH ROW EXECUTE FUNCTION end_answers();

-- A key is never changed in place, so nothing may move answers elsewhere.
CREATE FUNCTION keep_membership_key() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a membership keeps its organisation and person';
END
$$;
CREATE TRIGGER membership_keeps_its_key BEFORE UPDATE ON membership
  FOR EACH ROW
  WHEN (OLD.organisation_id <> NEW.organisation_id OR OLD.person_id <> NEW.person_id)
  EXECUTE FUNCTION keep_membership_key();
