-- Organisations, teams, persons and sessions.
-- The organisation is the first part of every key of what belongs to one, so
-- that no statement can reach across organisations by leaving out a condition.

CREATE TABLE organisation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 120),
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE organisation IS 'A municipality, school or other body whose people learn here.';

CREATE TABLE person (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX person_email_key ON person (lower(email));
COMMENT ON TABLE person IS 'Somebody who can log in. May belong to several organisations.';
COMMENT ON COLUMN person.password_hash IS 'Argon2id string of libsodium (crypto_pwhash_str).';

CREATE TABLE membership (
  organisation_id bigint NOT NULL REFERENCES organisation ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  roles integer NOT NULL CHECK (roles BETWEEN 1 AND 15),
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX membership_person_idx ON membership (person_id);
COMMENT ON TABLE membership IS 'What a person may do in one organisation.';
COMMENT ON COLUMN membership.roles IS 'Sum of 1 learner, 2 coach, 4 author, 8 admin (enum role in store/session.h).';

CREATE TABLE team (
  organisation_id bigint NOT NULL REFERENCES organisation ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name)
);
COMMENT ON TABLE team IS 'A team of a municipality or a class of a school.';

CREATE TABLE team_person (
  organisation_id bigint NOT NULL,
  team_id bigint NOT NULL,
  person_id bigint NOT NULL,
  is_coach boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organisation_id, team_id, person_id),
  FOREIGN KEY (organisation_id, team_id) REFERENCES team ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES membership ON DELETE CASCADE
);
CREATE INDEX team_person_person_idx ON team_person (organisation_id, person_id);
COMMENT ON COLUMN team_person.is_coach IS 'Watches over this team and may see its members'' progress and handed-in plans.';

CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  organisation_id bigint NOT NULL,
  person_id bigint NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (organisation_id, person_id) REFERENCES membership ON DELETE CASCADE
);
CREATE INDEX session_person_idx ON session (organisation_id, person_id);
CREATE INDEX session_expires_idx ON session (expires_at);
COMMENT ON TABLE session IS 'Somebody logged in on one browser, in one organisation at a time.';
COMMENT ON COLUMN session.token_hash IS 'BLAKE2b-256 of the random token in the cookie; the token itself is not kept.';

-- The first statement of every page's pipeline. It raises when there is no
-- session or no right, and PostgreSQL then skips the statements after it.
CREATE FUNCTION require_session(token bytea, needed_roles integer)
RETURNS TABLE (person_id bigint, organisation_id bigint, name text,
               organisation text, roles integer, organisation_count integer)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT p.id, o.id, p.name, o.name, m.roles,
         (SELECT count(*)::integer FROM membership x WHERE x.person_id = p.id)
    INTO person_id, organisation_id, name, organisation, roles, organisation_count
    FROM session s
    JOIN membership m ON m.organisation_id = s.organisation_id AND m.person_id = s.person_id
    JOIN person p ON p.id = s.person_id
    JOIN organisation o ON o.id = s.organisation_id
   WHERE s.token_hash = token AND s.expires_at > now();
  IF person_id IS NULL THEN
    RAISE EXCEPTION 'no session' USING ERRCODE = 'LM401';
  END IF;
  IF roles & needed_roles = 0 THEN
    RAISE EXCEPTION 'role is missing' USING ERRCODE = 'LM403';
  END IF;
  RETURN NEXT;
END
$$;
COMMENT ON FUNCTION require_session IS 'Who holds this session; raises LM401 without one and LM403 without one of the roles.';
