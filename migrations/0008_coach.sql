-- What a coach looks at: whose work a session may look at, and which plans
-- that were handed in a coach has opened.

-- The members of the teams that this session's person coaches; somebody who
-- is in two of those teams is there twice. Fellow coaches are no members.
CREATE FUNCTION coached(token bytea)
RETURNS TABLE (organisation_id bigint, team_id bigint, person_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT theirs.organisation_id, theirs.team_id, theirs.person_id
    FROM session s
    JOIN team_person mine ON mine.organisation_id = s.organisation_id
     AND mine.person_id = s.person_id AND mine.is_coach
    JOIN team_person theirs ON theirs.organisation_id = mine.organisation_id
     AND theirs.team_id = mine.team_id AND NOT theirs.is_coach
   WHERE s.token_hash = token AND s.expires_at > now() AND s.roles & 2 <> 0
$$;
COMMENT ON FUNCTION coached IS 'The members of the teams that this session''s person coaches, once per team.';

-- Whose work a statement is about, each once. whom NULL: one's own; 0: of
-- everybody that one coaches; else of that one member. Simple enough for
-- PostgreSQL to take apart (inline): the branch that is not meant costs nothing.
CREATE FUNCTION people(token bytea, whom bigint)
RETURNS TABLE (organisation_id bigint, person_id bigint)
LANGUAGE sql STABLE AS $$
  SELECT s.organisation_id, s.person_id
    FROM session s
   WHERE whom IS NULL AND s.token_hash = token AND s.expires_at > now()
   UNION ALL
  SELECT DISTINCT c.organisation_id, c.person_id
    FROM coached(token) c
   WHERE whom IS NOT NULL AND (whom = 0 OR c.person_id = whom)
$$;
COMMENT ON FUNCTION people IS 'Whose work this session may look at: whom NULL is oneself, 0 all that one coaches, else one of them.';

CREATE TABLE plan_look (
  organisation_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  number integer NOT NULL,
  reader_id bigint REFERENCES person ON DELETE SET NULL,
  looked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, plan_id, number),
  FOREIGN KEY (organisation_id, plan_id, number) REFERENCES plan_version ON DELETE CASCADE
);
CREATE INDEX plan_look_reader_idx ON plan_look (reader_id);
COMMENT ON TABLE plan_look IS 'A coach opened this version: from then on it does not wait for a reader. Only the first look counts.';
COMMENT ON COLUMN plan_look.reader_id IS 'The coach who opened it first; NULL when that account is gone.';
