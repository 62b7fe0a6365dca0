-- What somebody did in a course: where they were, what they read, how they
-- answered. Courses, modules and questions are named by the ids in courses/.

CREATE TABLE visit (
  organisation_id bigint NOT NULL,
  person_id bigint NOT NULL,
  course text NOT NULL,
  place text NOT NULL CHECK (length(place) <= 200),
  visited_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, person_id, course, place),
  FOREIGN KEY (organisation_id, person_id) REFERENCES membership ON DELETE CASCADE
);
COMMENT ON TABLE visit IS 'Last time somebody was at a place; for "ga verder waar je was".';
COMMENT ON COLUMN visit.place IS 'Path below /cursus/<course>/: "zes-stappen" or "casus/<casus>/plan/3".';

CREATE TABLE reading (
  organisation_id bigint NOT NULL,
  person_id bigint NOT NULL,
  course text NOT NULL,
  module text NOT NULL,
  read_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, person_id, course, module),
  FOREIGN KEY (organisation_id, person_id) REFERENCES membership ON DELETE CASCADE
);
COMMENT ON TABLE reading IS 'The learner said: I have read this module.';

CREATE TABLE answer (
  organisation_id bigint NOT NULL,
  person_id bigint NOT NULL,
  course text NOT NULL,
  module text NOT NULL,
  question text NOT NULL,
  version text NOT NULL,
  attempt integer NOT NULL CHECK (attempt BETWEEN 1 AND 1000),
  chosen bigint NOT NULL CHECK (chosen >= 0),
  is_right boolean NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, person_id, course, module, question, version, attempt),
  FOREIGN KEY (organisation_id, person_id) REFERENCES membership ON DELETE CASCADE
);
COMMENT ON TABLE answer IS 'One attempt at one question. The attempt is part of the key: a request that is sent twice is one act.';
COMMENT ON COLUMN answer.version IS 'Hash of the question''s text; an edited question starts at attempt 1 again.';
COMMENT ON COLUMN answer.chosen IS 'Bit i is set when option i (from 0) was chosen.';
