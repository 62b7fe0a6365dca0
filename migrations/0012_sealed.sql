-- What somebody wrote is kept sealed: app/base/seal.c says how. The key of
-- each organisation stands here, wrapped under a master key that does not.
--
-- A rolling deploy: until an organisation has a key, its texts are written as
-- plain text, which every program reads. `leer sleutel verzegel` gives it one,
-- once no older program runs any more, and seals what is there. A program of
-- before this version would show a sealed text as it is stored.

CREATE TABLE seal_key (
  organisation_id bigint NOT NULL REFERENCES organisation ON DELETE CASCADE,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 1000000),
  master text NOT NULL CHECK (master ~ '^[0-9a-f]{16}$'),
  wrapped bytea NOT NULL CHECK (length(wrapped) = 104),
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, number)
);
COMMENT ON TABLE seal_key IS 'The data keys of an organisation: the highest number seals, all of them open. With them goes every text that they sealed.';
COMMENT ON COLUMN seal_key.master IS 'The id of the master key that this one is wrapped under: leer sleutel toon.';
COMMENT ON COLUMN seal_key.wrapped IS 'Nonce, key and tag of XChaCha20-Poly1305.';

-- What tells a text from another: of a sealed one its nonce, which follows
-- from the words and the place and stays as it is under another key.
CREATE FUNCTION seal_mark(content text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN left(content, 1) = E'\x01' THEN E'\x01' || left(split_part(content, '.', 4), 32)
            ELSE content END;

-- About how many bytes somebody wrote.
CREATE FUNCTION seal_size(content text) RETURNS integer LANGUAGE sql IMMUTABLE
RETURN CASE WHEN left(content, 1) = E'\x01' THEN length(split_part(content, '.', 4)) * 3 / 4 - 40
            ELSE length(content) END;

-- Is this a text that may stand in a row of this organisation? The program
-- counts the characters of what it seals; here room is left for all of them.
-- Raises LM421 when it was sealed for another organisation: somebody moved to
-- another one in another window, and the text must be sealed anew.
CREATE FUNCTION seal_fits(organisation bigint, content text, most integer)
RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  IF left(content, 1) <> E'\x01' THEN
    RETURN length(content) <= most;
  ELSIF starts_with(content, E'\x01' || '1.' || organisation || '.') THEN
    RETURN length(content) <= most * 16 / 3 + 100;
  ELSIF content ~ (E'^\x01' || '1[.][0-9]+[.][0-9]+[.]') THEN
    RAISE EXCEPTION 'sealed for another organisation' USING ERRCODE = 'LM421';
  END IF;
  RETURN false;
END
$$;

ALTER TABLE plan_text DROP CONSTRAINT plan_text_value_check,
  ADD CONSTRAINT plan_text_value_check CHECK (seal_fits(organisation_id, value, 20000));
ALTER TABLE plan_text_past DROP CONSTRAINT plan_text_past_value_check,
  ADD CONSTRAINT plan_text_past_value_check CHECK (seal_fits(organisation_id, value, 20000));
ALTER TABLE plan_line DROP CONSTRAINT plan_line_stopreden_check,
  ADD CONSTRAINT plan_line_stopreden_check CHECK (seal_fits(organisation_id, stopreden, 200));
ALTER TABLE plan_article DROP CONSTRAINT plan_article_argument_check,
  ADD CONSTRAINT plan_article_argument_check CHECK (seal_fits(organisation_id, argument, 5000));
ALTER TABLE plan_action DROP CONSTRAINT plan_action_wat_check,
  DROP CONSTRAINT plan_action_wie_check, DROP CONSTRAINT plan_action_wanneer_check,
  ADD CONSTRAINT plan_action_wat_check CHECK (seal_fits(organisation_id, wat, 500)),
  ADD CONSTRAINT plan_action_wie_check CHECK (seal_fits(organisation_id, wie, 200)),
  ADD CONSTRAINT plan_action_wanneer_check CHECK (seal_fits(organisation_id, wanneer, 200));

-- The functions of 0005 that look at what a text is: now at its mark.
-- Of a sealed text the stamp follows from the first part of its nonce.
CREATE OR REPLACE FUNCTION text_stamp(content text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN coalesce(content, '') = '' THEN 'leeg'
            WHEN left(content, 1) = E'\x01' THEN
              'z' || left(encode(sha256(convert_to(left(split_part(content, '.', 4), 12), 'UTF8')), 'hex'), 16)
            ELSE left(encode(sha256(convert_to(content, 'UTF8')), 'hex'), 16) END;

CREATE OR REPLACE FUNCTION line_content(l plan_line) RETURNS text LANGUAGE sql STABLE
RETURN jsonb_build_array(l.persoon, l.rol, l.betaler, l.hoeveelheid, l.per, l.duur_aantal,
                         l.duur_eenheid, l.start_maand, l.kans, seal_mark(l.stopreden))::text;

CREATE OR REPLACE FUNCTION action_content(a plan_action) RETURNS text LANGUAGE sql STABLE
RETURN jsonb_build_array(seal_mark(a.wat), seal_mark(a.wie), seal_mark(a.wanneer))::text;

CREATE OR REPLACE FUNCTION keep_plan_text(old plan_text, new_value text, must_keep boolean)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF old.value IS NULL OR old.value = '' OR seal_mark(old.value) = seal_mark(new_value) THEN
    RETURN;
  END IF;
  IF NOT must_keep AND seal_size(new_value) >= seal_size(old.value) * 0.7
     AND (seal_size(old.value) < 20
          OR EXISTS (SELECT FROM plan_text_past p
                      WHERE p.organisation_id = old.organisation_id AND p.plan_id = old.plan_id
                        AND p.number = old.number AND p.field = old.field
                        AND p.kept_at > now() - interval '5 minutes')) THEN
    RETURN;
  END IF;
  INSERT INTO plan_text_past (organisation_id, plan_id, number, field, value, saved_at)
  SELECT old.organisation_id, old.plan_id, old.number, old.field, old.value, old.saved_at
   WHERE seal_mark(old.value) IS DISTINCT FROM (SELECT seal_mark(p.value) FROM plan_text_past p
          WHERE p.organisation_id = old.organisation_id AND p.plan_id = old.plan_id
            AND p.number = old.number AND p.field = old.field
          ORDER BY p.id DESC LIMIT 1);
  DELETE FROM plan_text_past p
   WHERE p.organisation_id = old.organisation_id AND p.plan_id = old.plan_id
     AND p.number = old.number AND p.field = old.field
     AND (p.kept_at < now() - interval '30 days'
          OR p.id NOT IN (SELECT x.id FROM plan_text_past x
                           WHERE x.organisation_id = old.organisation_id
                             AND x.plan_id = old.plan_id AND x.number = old.number
                             AND x.field = old.field
                           ORDER BY x.id DESC LIMIT 12));
END
$$;
