-- Articles that an organisation adds itself (a verordening, a beleidsregel),
-- found by its own people in the same search as the law; and the sentence by
-- which something was found.

CREATE TABLE local_law (
  organisation_id bigint NOT NULL REFERENCES organisation ON DELETE CASCADE,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 200),
  version integer NOT NULL CHECK (version BETWEEN 1 AND 1000),
  id text NOT NULL CHECK (id ~ '^[a-z0-9]{1,32}$'),
  person_id bigint REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  is_withdrawn boolean NOT NULL,
  soort text NOT NULL CHECK (soort IN ('verordening', 'beleidsregel')),
  regeling text NOT NULL CHECK (length(regeling) BETWEEN 1 AND 160),
  artikel text NOT NULL CHECK (length(artikel) BETWEEN 1 AND 40),
  kernzin text NOT NULL CHECK (length(kernzin) BETWEEN 1 AND 400),
  wanneer text NOT NULL CHECK (length(wanneer) BETWEEN 1 AND 600),
  helpt_niet text NOT NULL CHECK (length(helpt_niet) BETWEEN 1 AND 600),
  link text NOT NULL CHECK (length(link) <= 400),
  stand date NOT NULL,
  domein text NOT NULL CHECK (length(domein) BETWEEN 1 AND 20),
  hindernissen text[] NOT NULL CHECK (cardinality(hindernissen) BETWEEN 1 AND 12),
  PRIMARY KEY (organisation_id, number, version),
  UNIQUE (organisation_id, id)
);
CREATE INDEX local_law_person_idx ON local_law (person_id);
COMMENT ON TABLE local_law IS 'A version of an article that an organisation added itself; its code in a plan is LOKAAL-number. Every version is kept: a plan that was handed in is read with the one of that moment.';
COMMENT ON COLUMN local_law.id IS 'Of the form that made it: sending it twice makes one version.';
COMMENT ON COLUMN local_law.person_id IS 'Who made this version; NULL when that account is gone.';
COMMENT ON COLUMN local_law.is_withdrawn IS 'From this version on nobody finds it; plans that have it keep it.';
COMMENT ON COLUMN local_law.link IS 'Where the official text stands; empty: nowhere on the web.';
COMMENT ON COLUMN local_law.stand IS 'Of which day the text is that was read.';
COMMENT ON COLUMN local_law.hindernissen IS 'What people say when they are stuck: what it is found by.';

CREATE TABLE local_law_posting (
  organisation_id bigint NOT NULL REFERENCES organisation ON DELETE CASCADE,
  lexeme text NOT NULL,
  number integer NOT NULL,
  part smallint NOT NULL,
  weight real NOT NULL,
  PRIMARY KEY (organisation_id, lexeme, number, part)
);
CREATE INDEX local_law_posting_number_idx ON local_law_posting (organisation_id, number);
COMMENT ON TABLE local_law_posting IS 'As search_posting, of the articles that can be found now. Made by index_local_law, in the transaction that changes the article.';

CREATE TABLE local_law_word (
  organisation_id bigint NOT NULL REFERENCES organisation ON DELETE CASCADE,
  number integer NOT NULL,
  word text NOT NULL,
  lexemes text[] NOT NULL,
  PRIMARY KEY (organisation_id, number, word)
);
COMMENT ON TABLE local_law_word IS 'As search_word: the words as they are written, for whoever makes a typing error.';

CREATE TABLE search_sentence (
  edition_id integer NOT NULL REFERENCES search_edition ON DELETE CASCADE,
  document_id integer NOT NULL,
  at integer NOT NULL,
  sentence text NOT NULL,
  lexemes text[] NOT NULL,
  PRIMARY KEY (edition_id, document_id, at)
);
COMMENT ON TABLE search_sentence IS 'The sentences of a module, a case or a term, cut down: which one of a document answers a question.';

-- Makes the newest version of an article findable, or not any more. How much
-- a word says follows from the newest edition of the courses, so that local
-- articles and those of the law are weighed alike.
CREATE FUNCTION index_local_law(organisation bigint, of_number integer)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  law local_law;
  edition_here integer := (SELECT e.id FROM search_edition e ORDER BY e.loaded_at DESC, e.id DESC
                            LIMIT 1);
  laws real := 1 + (SELECT count(*) FROM search_document d
                     WHERE d.edition_id = edition_here AND d.kind = 'wet');
BEGIN
  SELECT l.* INTO law FROM local_law l
   WHERE l.organisation_id = organisation AND l.number = of_number
   ORDER BY l.version DESC LIMIT 1;
  DELETE FROM local_law_posting p WHERE p.organisation_id = organisation AND p.number = of_number;
  DELETE FROM local_law_word w WHERE w.organisation_id = organisation AND w.number = of_number;
  IF law.is_withdrawn IS NOT false THEN
    RETURN;
  END IF;
  WITH parts AS (
         SELECT 0 AS part, 0.3::real AS weight,
                concat_ws(' ', law.regeling, 'artikel', law.artikel, law.soort,
                          'LOKAAL-' || law.number) AS content
          UNION ALL
         SELECT 1, 0.7, law.kernzin || ' ' || law.wanneer
          UNION ALL
         SELECT 9 + h.at::integer, 1, h.phrase
           FROM unnest(law.hindernissen) WITH ORDINALITY h(phrase, at)
       ),
       words AS (
         SELECT p.part, p.weight, w.lexeme AS word, cardinality(w.positions) AS times
           FROM parts p
          CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', p.content)) w
       ),
       cut AS (
         SELECT c.word, c.lexeme FROM search_cut(ARRAY(SELECT DISTINCT w.word FROM words w)) c
       ),
       known AS (
         INSERT INTO local_law_word (organisation_id, number, word, lexemes)
         SELECT organisation, of_number, c.word, array_agg(c.lexeme) FROM cut c
          WHERE length(c.word) BETWEEN 2 AND 60
          GROUP BY c.word
       ),
       shares AS (
         SELECT c.word, c.lexeme, 1::real AS share FROM cut c
          UNION
         SELECT c.word, l.lexeme, 0.5
           FROM (SELECT DISTINCT x.word FROM cut x) c
          CROSS JOIN LATERAL search_pieces(c.word) piece
           JOIN search_word s ON s.edition_id = edition_here AND s.word = piece
          CROSS JOIN LATERAL unnest(s.lexemes) l(lexeme)
          WHERE NOT EXISTS (SELECT FROM cut x WHERE x.word = c.word AND x.lexeme = l.lexeme)
       ),
       strengths AS (
         SELECT w.part, w.weight, s.lexeme, max(s.share * (1 + ln(w.times))) AS strength
           FROM words w JOIN shares s ON s.word = w.word
          GROUP BY w.part, w.weight, s.lexeme
       ),
       rare AS (
         SELECT s.lexeme,
                ln(1 + laws / (1 + (SELECT count(DISTINCT p.document_id)
                                      FROM search_posting p
                                      JOIN search_document d ON d.edition_id = p.edition_id
                                                            AND d.id = p.document_id
                                     WHERE p.edition_id = edition_here AND p.lexeme = s.lexeme
                                       AND d.kind = 'wet'))) AS rarity
           FROM (SELECT DISTINCT x.lexeme FROM strengths x) s
       )
  INSERT INTO local_law_posting (organisation_id, lexeme, number, part, weight)
  SELECT organisation, s.lexeme, of_number, s.part,
         s.weight * s.strength * r.rarity ^ 2
         / sqrt(sum((s.strength * r.rarity) ^ 2) OVER (PARTITION BY s.part))
    FROM strengths s JOIN rare r ON r.lexeme = s.lexeme;
END
$$;

-- All local articles anew: after another edition or another dictionary.
CREATE FUNCTION index_local_laws() RETURNS void LANGUAGE sql AS $$
  SELECT index_local_law(l.organisation_id, l.number)
    FROM (SELECT DISTINCT x.organisation_id, x.number FROM local_law x) l
$$;
COMMENT ON FUNCTION index_local_laws IS 'Done by `leer zoeken`, when it loads an edition.';

-- What comes after load_search, in its statement: the sentences of the edition,
-- and the local articles weighed by it.
CREATE FUNCTION finish_search(edition text, of_documents integer[], sentences text[])
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_sentence (edition_id, document_id, at, sentence, lexemes)
  SELECT e.id, s.document, s.at, s.content,
         tsvector_to_array(to_tsvector('leer_nl', s.content))
    FROM search_edition e,
         unnest(of_documents, sentences) WITH ORDINALITY AS s(document, content, at)
   WHERE e.name = edition;
  ANALYZE search_sentence;
  PERFORM index_local_laws();
  RETURN true;
END
$$;
COMMENT ON FUNCTION finish_search IS 'Of an edition that load_search just loaded; only the owner may.';

-- 'saved': a new version, or the one that this form made before.
-- 'changed': another version than `base` is the newest. 'full': there are 200.
-- 'gone': no such article. 'denied': not an admin here.
CREATE TYPE local_law_outcome AS (outcome text, number integer);

-- Adds an article (of_number 0) or a version of one; who, when and which
-- organisation of `law` are not looked at.
CREATE FUNCTION save_local_law(token bytea, act text, of_number integer, base integer,
                               law local_law)
RETURNS local_law_outcome LANGUAGE plpgsql AS $$
DECLARE
  mine session;
  newest local_law;
BEGIN
  SELECT s.* INTO mine FROM session s
   WHERE s.token_hash = token AND s.expires_at > now() AND s.roles & 8 <> 0;
  IF mine.person_id IS NULL THEN
    RETURN ROW('denied', 0)::local_law_outcome;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('local_law', mine.organisation_id));
  SELECT l.* INTO newest FROM local_law l
   WHERE l.organisation_id = mine.organisation_id AND l.id = act;
  IF newest.number IS NOT NULL THEN
    RETURN ROW('saved', newest.number)::local_law_outcome;
  END IF;
  IF of_number = 0 THEN
    law.number := 1 + coalesce((SELECT max(l.number) FROM local_law l
                                 WHERE l.organisation_id = mine.organisation_id), 0);
    IF law.number > 200 THEN
      RETURN ROW('full', 0)::local_law_outcome;
    END IF;
    law.version := 1;
  ELSE
    SELECT l.* INTO newest FROM local_law l
     WHERE l.organisation_id = mine.organisation_id AND l.number = of_number
     ORDER BY l.version DESC LIMIT 1;
    IF newest.number IS NULL THEN
      RETURN ROW('gone', 0)::local_law_outcome;
    END IF;
    IF newest.version <> base THEN
      RETURN ROW('changed', of_number)::local_law_outcome;
    END IF;
    law.number := of_number;
    law.version := base + 1;
  END IF;
  law.organisation_id := mine.organisation_id;
  law.id := act;
  law.person_id := mine.person_id;
  law.made_at := clock_timestamp();
  INSERT INTO local_law SELECT law.*;
  PERFORM index_local_law(law.organisation_id, law.number);
  RETURN ROW('saved', law.number)::local_law_outcome;
END
$$;

-- Withdraws an article, or makes it findable again, as a new version.
CREATE FUNCTION turn_local_law(token bytea, act text, of_number integer, base integer,
                               must_go boolean)
RETURNS local_law_outcome LANGUAGE plpgsql AS $$
DECLARE
  law local_law;
BEGIN
  SELECT l.* INTO law FROM session s
    JOIN local_law l ON l.organisation_id = s.organisation_id AND l.number = of_number
   WHERE s.token_hash = token AND s.expires_at > now()
   ORDER BY l.version DESC LIMIT 1;
  IF law.number IS NULL THEN
    RETURN ROW('gone', 0)::local_law_outcome;
  END IF;
  law.is_withdrawn := must_go;
  RETURN save_local_law(token, act, of_number, base, law);
END
$$;

-- pick_plan_article, where the article may be one of the organisation's own;
-- 'gone': it is not there, or was withdrawn.
CREATE FUNCTION pick_any_article(token bytea, in_course text, of_casus text,
                                 seen bigint, of_code text)
RETURNS plan_outcome LANGUAGE plpgsql AS $$
BEGIN
  IF of_code LIKE 'LOKAAL-%' AND NOT EXISTS (
       SELECT FROM session s
        CROSS JOIN LATERAL (
              SELECT l.is_withdrawn FROM local_law l
               WHERE l.organisation_id = s.organisation_id AND 'LOKAAL-' || l.number = of_code
               ORDER BY l.version DESC LIMIT 1) newest
        WHERE s.token_hash = token AND s.expires_at > now() AND NOT newest.is_withdrawn) THEN
    RETURN draft_outcome(lock_draft(token, in_course, of_casus), 'gone');
  END IF;
  RETURN pick_plan_article(token, in_course, of_casus, seen, of_code);
END
$$;

-- search_asked, where an organisation's own articles have words as well.
CREATE FUNCTION search_asked_by(organisation bigint, of_edition integer, question text)
RETURNS TABLE (lexeme text, weight real)
LANGUAGE plpgsql STABLE ROWS 12 AS $$
BEGIN
  RETURN QUERY
  WITH typed AS MATERIALIZED (
         SELECT c.word, c.lexeme,
                EXISTS (SELECT FROM search_lexeme s
                         WHERE s.edition_id = of_edition AND s.lexeme = c.lexeme)
                OR EXISTS (SELECT FROM local_law_posting p
                            WHERE p.organisation_id = organisation AND p.lexeme = c.lexeme)
                AS is_known,
                1 / sqrt(count(*) OVER (PARTITION BY c.word)) AS share
           FROM search_cut((search_words(left(question, 300)))[1:24]) c
       ),
       unknown AS (
         SELECT t.word FROM typed t GROUP BY t.word
         HAVING NOT bool_or(t.is_known) AND length(t.word) > 2
       ),
       asked AS (
         SELECT t.lexeme, t.share AS weight FROM typed t WHERE t.is_known
          UNION ALL
         SELECT y.also, 0.4 FROM typed t
           JOIN search_synonym y ON y.edition_id = of_edition AND y.lexeme = t.lexeme
          UNION ALL
         SELECT l.lexeme, 0.5
           FROM (SELECT DISTINCT d.word FROM typed d) t
          CROSS JOIN LATERAL search_pieces(t.word) piece
           JOIN search_word w ON w.edition_id = of_edition AND w.word = piece
          CROSS JOIN LATERAL unnest(w.lexemes) l(lexeme)
          UNION ALL
         SELECT l.lexeme, near.likeness
           FROM unknown u
          CROSS JOIN LATERAL (
                SELECT w.lexemes, public.similarity(w.word, u.word) AS likeness
                  FROM search_word w
                 WHERE w.edition_id = of_edition AND lower(w.word) OPERATOR(public.%) u.word
                 ORDER BY 2 DESC, w.word LIMIT 3) near
          CROSS JOIN LATERAL unnest(near.lexemes) l(lexeme)
          UNION ALL
         SELECT l.lexeme, near.likeness
           FROM unknown u
          CROSS JOIN LATERAL (
                SELECT w.lexemes, public.similarity(w.word, u.word) AS likeness
                  FROM local_law_word w
                 WHERE w.organisation_id = organisation AND w.word OPERATOR(public.%) u.word
                 ORDER BY 2 DESC, w.word LIMIT 3) near
          CROSS JOIN LATERAL unnest(near.lexemes) l(lexeme)
       )
  SELECT a.lexeme, max(a.weight)::real FROM asked a GROUP BY a.lexeme;
END
$$;

-- find_content and the organisation's own articles, the best of each kind
-- first; `most` is of a kind. sentence: which of a document says most of what
-- was asked; NULL: none does.
CREATE FUNCTION find_by_kind(organisation bigint, edition text, question text, of_kinds text[],
                             most integer)
RETURNS TABLE (kind text, key text, title text, summary text, path text, phrase integer,
               sentence text, score real)
LANGUAGE plpgsql STABLE SET jit = off AS $$
DECLARE
  edition_here integer := (SELECT e.id FROM search_edition e WHERE e.name = edition);
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
         SELECT a.lexeme, a.weight FROM search_asked_by(organisation, edition_here, question) a
       ),
       hits AS MATERIALIZED (
         SELECT p.document_id, p.part, a.lexeme, a.weight * p.weight AS fit
           FROM asked a
          CROSS JOIN LATERAL (
                SELECT x.document_id, x.part, x.weight FROM search_posting x
                 WHERE x.edition_id = edition_here AND x.lexeme = a.lexeme
                 ORDER BY x.weight DESC LIMIT 300) p
          UNION ALL
         SELECT -p.number, p.part, a.lexeme, a.weight * p.weight
           FROM asked a
           JOIN local_law_posting p ON p.organisation_id = organisation AND p.lexeme = a.lexeme
       ),
       parts AS MATERIALIZED (
         SELECT h.document_id, h.part, sum(h.fit) AS fit FROM hits h GROUP BY h.document_id, h.part
       ),
       -- Each word of the question once: where it fits best.
       covered AS (
         SELECT w.document_id, sum(w.fit) AS fit
           FROM (SELECT h.document_id, h.lexeme, max(h.fit) AS fit FROM hits h
                  GROUP BY h.document_id, h.lexeme) w
          GROUP BY w.document_id
       ),
       documents AS (
         SELECT p.document_id,
                coalesce(max(p.fit) FILTER (WHERE p.part >= 10), 0)
                + coalesce(sum(p.fit) FILTER (WHERE p.part < 10), 0)
                + 1.5 * max(c.fit) AS fit
           FROM parts p JOIN covered c ON c.document_id = p.document_id
          GROUP BY p.document_id
       ),
       kinds AS (
         SELECT f.document_id, f.fit,
                CASE WHEN f.document_id < 0 THEN 'wet' ELSE d.kind END AS kind
           FROM documents f
           LEFT JOIN search_document d ON d.edition_id = edition_here AND d.id = f.document_id
       ),
       ranked AS (
         SELECT k.*, row_number() OVER (PARTITION BY k.kind ORDER BY k.fit DESC, k.document_id)
           FROM kinds k WHERE k.kind = ANY (of_kinds)
       ),
       best AS MATERIALIZED (SELECT r.* FROM ranked r WHERE r.row_number <= most),
       phrases AS (
         SELECT DISTINCT ON (p.document_id) p.document_id, p.part - 10 AS phrase
           FROM parts p JOIN best b ON b.document_id = p.document_id
          WHERE p.part >= 10
          ORDER BY p.document_id, p.fit DESC, p.part
       )
  SELECT b.kind, coalesce(d.key, 'LOKAAL-' || -b.document_id),
         coalesce(d.title, l.regeling || ', artikel ' || l.artikel),
         coalesce(d.summary, l.kernzin),
         coalesce(d.path, '/wet/LOKAAL-' || -b.document_id),
         p.phrase::integer,
         coalesce(l.hindernissen[p.phrase + 1],
                  (SELECT s.sentence FROM search_sentence s
                     JOIN asked a ON a.lexeme = ANY (s.lexemes)
                    WHERE s.edition_id = edition_here AND s.document_id = b.document_id
                    GROUP BY s.at, s.sentence
                    ORDER BY sum(a.weight) DESC, s.at LIMIT 1)),
         b.fit::real
    FROM best b
    LEFT JOIN phrases p ON p.document_id = b.document_id
    LEFT JOIN search_document d ON d.edition_id = edition_here AND d.id = b.document_id
    LEFT JOIN LATERAL (
         SELECT x.regeling, x.artikel, x.kernzin, x.hindernissen FROM local_law x
          WHERE x.organisation_id = organisation AND x.number = -b.document_id
          ORDER BY x.version DESC LIMIT 1) l ON b.document_id < 0
   ORDER BY b.fit DESC, b.document_id;
END
$$;
COMMENT ON FUNCTION find_by_kind IS 'Searches one edition of the courses and the articles of one organisation.';
