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
COMMENT ON TABLE team_person IS 'Who belongs to a team, as a member or as its coach.';
COMMENT ON COLUMN team_person.is_coach IS 'Watches over this team and may see its members'' progress and handed-in plans.';

CREATE TABLE session (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  organisation_id bigint NOT NULL,
  person_id bigint NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  name text NOT NULL,
  organisation text NOT NULL,
  roles integer NOT NULL,
  organisation_count integer NOT NULL,
  FOREIGN KEY (organisation_id, person_id) REFERENCES membership ON DELETE CASCADE
);
CREATE INDEX session_person_idx ON session (person_id);
CREATE INDEX session_expires_idx ON session (expires_at);
COMMENT ON TABLE session IS 'Somebody logged in on one browser, in one organisation at a time.';
COMMENT ON COLUMN session.token_hash IS 'BLAKE2b-256 of the random token in the cookie; the token itself is not kept.';
COMMENT ON COLUMN session.name IS 'This and the columns after it are copies, kept true by triggers, so that every page finds who asks in one row.';

-- Fills the copies of a session that begins or moves to another organisation.
-- It locks the membership, so that a role that is taken away at this moment is
-- not copied; the application's role may not lock it itself.
CREATE FUNCTION fill_session() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  SELECT p.name, o.name, m.roles,
         (SELECT count(*) FROM membership x WHERE x.person_id = p.id)
    INTO NEW.name, NEW.organisation, NEW.roles, NEW.organisation_count
    FROM membership m
    JOIN person p ON p.id = m.person_id
    JOIN organisation o ON o.id = m.organisation_id
   WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.person_id
     FOR SHARE OF m;
  RETURN NEW;
END
$$;
CREATE TRIGGER session_fill BEFORE INSERT OR UPDATE ON session
  FOR EACH ROW EXECUTE FUNCTION fill_session();

-- Writing a session anew makes its copies true again.
CREATE FUNCTION renew_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'organisation' THEN
    UPDATE session s SET organisation_id = s.organisation_id WHERE s.organisation_id = NEW.id;
  ELSIF TG_TABLE_NAME = 'person' THEN
    UPDATE session s SET organisation_id = s.organisation_id WHERE s.person_id = NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE session s SET organisation_id = s.organisation_id
     WHERE s.person_id = OLD.person_id AND s.organisation_id <> OLD.organisation_id;
  ELSE
    UPDATE session s SET organisation_id = s.organisation_id WHERE s.person_id = NEW.person_id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER organisation_renew AFTER UPDATE OF name ON organisation
  FOR EACH ROW EXECUTE FUNCTION renew_sessions();
CREATE TRIGGER person_renew AFTER UPDATE OF name ON person
  FOR EACH ROW EXECUTE FUNCTION renew_sessions();
CREATE TRIGGER membership_renew AFTER INSERT OR UPDATE OR DELETE ON membership
  FOR EACH ROW EXECUTE FUNCTION renew_sessions();

-- Raises; STABLE, and not IMMUTABLE, so that planning a statement does not.
CREATE FUNCTION refuse(code text) RETURNS integer LANGUAGE plpgsql STABLE AS $$
BEGIN
  RAISE EXCEPTION 'refused' USING ERRCODE = code;
END
$$;

-- The first statement of every page's pipeline. It raises when there is no
-- session or no right, and PostgreSQL then skips the statements after it. One
-- look at one row, and simple enough for PostgreSQL to take apart (inline).
CREATE FUNCTION require_session(token bytea, needed_roles integer)
RETURNS TABLE (person_id bigint, organisation_id bigint, name text,
               organisation text, roles integer, organisation_count integer,
               refused integer)
LANGUAGE sql STABLE AS $$
  SELECT s.person_id, s.organisation_id, s.name, s.organisation, s.roles,
         s.organisation_count,
         CASE WHEN s.person_id IS NULL THEN refuse('LM401')
              WHEN s.roles & needed_roles = 0 THEN refuse('LM403') END
    FROM (SELECT 1) AS one
    LEFT JOIN session s ON s.token_hash = token AND s.expires_at > now()
$$;
COMMENT ON FUNCTION require_session IS 'Who holds this session; raises LM401 without one and LM403 without one of the roles.';
