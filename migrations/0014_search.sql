-- Search in Dutch: what is in the courses, loaded when they are, and the
-- articles that an organisation added itself. `leer cursus laad` fills it.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- How words are cut down: PostgreSQL's own Dutch, to which `leer cursus laad`
-- adds the Hunspell dictionary where PostgreSQL has its files.
CREATE TEXT SEARCH CONFIGURATION leer_nl (COPY = pg_catalog.dutch);
COMMENT ON TEXT SEARCH CONFIGURATION leer_nl IS 'Dutch, with the dictionary leer_hunspell where its files are (conf/scripts/dictionary.sh).';

CREATE TABLE search_edition (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) <= 80),
  dictionary text NOT NULL CHECK (dictionary IN ('hunspell', 'dutch')),
  loaded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE search_edition IS 'One state of the courses, as a whole: an instance searches the edition of the courses that it read itself.';
COMMENT ON COLUMN search_edition.name IS 'A hash of all that can be found (content/findable.c).';
COMMENT ON COLUMN search_edition.dictionary IS 'What its words were cut down with; loaded again when that changes.';

CREATE TABLE search_document (
  edition_id integer NOT NULL REFERENCES search_edition ON DELETE CASCADE,
  id integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('wet', 'module', 'casus', 'begrip', 'tarief')),
  key text NOT NULL CHECK (length(key) <= 200),
  title text NOT NULL,
  summary text NOT NULL,
  path text NOT NULL,
  PRIMARY KEY (edition_id, id)
);
COMMENT ON TABLE search_document IS 'Something that can be found: an article, a heading of a module, a case, a term, a tariff.';
COMMENT ON COLUMN search_document.path IS 'Where it stands, as a path on the site; empty: only where it is used.';

CREATE TABLE search_lexeme (
  edition_id integer NOT NULL REFERENCES search_edition ON DELETE CASCADE,
  lexeme text NOT NULL,
  PRIMARY KEY (edition_id, lexeme)
);
COMMENT ON TABLE search_lexeme IS 'The words of an edition, cut down.';

CREATE TABLE search_word (
  edition_id integer NOT NULL REFERENCES search_edition ON DELETE CASCADE,
  word text NOT NULL,
  lexemes text[] NOT NULL,
  PRIMARY KEY (edition_id, word)
);
-- Of lower(word), which is the word: an index of shapes also offers itself for
-- equality, where it takes ten times as long as the key.
CREATE INDEX search_word_shape ON search_word USING gin (lower(word) public.gin_trgm_ops);
COMMENT ON TABLE search_word IS 'The words of an edition as they are written, for whoever makes a typing error.';

CREATE TABLE search_posting (
  edition_id integer NOT NULL REFERENCES search_edition ON DELETE CASCADE,
  lexeme text NOT NULL,
  document_id integer NOT NULL,
  part smallint NOT NULL,
  weight real NOT NULL,
  PRIMARY KEY (edition_id, lexeme, document_id, part)
);
CREATE INDEX search_posting_best ON search_posting (edition_id, lexeme, weight DESC)
  INCLUDE (document_id, part);
COMMENT ON TABLE search_posting IS 'Which part of which document has this word, and how much of that part it is.';
COMMENT ON COLUMN search_posting.part IS '0: the name, 1: the text, from 10: a phrase each.';

CREATE TABLE search_synonym (
  edition_id integer NOT NULL REFERENCES search_edition ON DELETE CASCADE,
  lexeme text NOT NULL,
  also text NOT NULL,
  PRIMARY KEY (edition_id, lexeme, also)
);
COMMENT ON TABLE search_synonym IS 'Words that mean about the same here, both ways (courses/gegevens/synoniemen.csv), cut down.';

-- Words, with what each is cut down to.
CREATE FUNCTION search_cut(words text[])
RETURNS TABLE (word text, lexeme text) LANGUAGE sql STABLE ROWS 12 AS $$
  SELECT w.word, l.lexeme
    FROM (SELECT DISTINCT u.word FROM unnest(words) u(word)) w
   CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('leer_nl', w.word))) l(lexeme)
$$;

CREATE FUNCTION search_words(text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT tsvector_to_array(to_tsvector('pg_catalog.simple', $1))
$$;

-- The beginnings and the ends of a long word, that may be words themselves.
CREATE FUNCTION search_pieces(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE ROWS 10 AS $$
  SELECT piece
    FROM generate_series(4, length(word) - 3) n,
 LATERAL (VALUES (left(word, n)), (right(word, n))) p(piece)
   WHERE length(word) BETWEEN 8 AND 60
$$;

-- Loads one edition, a list a column, unless it is there already; true when it
-- was loaded. What others search stays whole until this is done. Editions that
-- nobody can use any more go: of those without this name the newest three stay.
CREATE FUNCTION load_search(edition text, by_dictionary text, kinds text[], keys text[],
                            titles text[], summaries text[], paths text[],
                            part_of integer[], parts integer[], weights real[], texts text[],
                            synonyms text[])
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  made integer;
BEGIN
  PERFORM pg_advisory_xact_lock(1818584435);
  IF EXISTS (SELECT FROM search_edition e WHERE e.name = edition AND e.dictionary = by_dictionary) THEN
    RETURN false;
  END IF;
  DELETE FROM search_edition e
   WHERE e.name = edition
      OR e.id NOT IN (SELECT x.id FROM search_edition x WHERE x.name <> edition
                       ORDER BY x.loaded_at DESC, x.id DESC LIMIT 3);
  INSERT INTO search_edition (name, dictionary) VALUES (edition, by_dictionary)
  RETURNING id INTO made;
  INSERT INTO search_document (edition_id, id, kind, key, title, summary, path)
  SELECT made, d.at, d.kind, d.key, d.title, d.summary, d.path
    FROM unnest(kinds, keys, titles, summaries, paths)
         WITH ORDINALITY AS d(kind, key, title, summary, path, at);

  CREATE TEMPORARY TABLE loading ON COMMIT DROP AS
  SELECT p.document, p.part, p.weight, w.lexeme AS word, cardinality(w.positions) AS times
    FROM unnest(part_of, parts, weights, texts) AS p(document, part, weight, content)
   CROSS JOIN LATERAL unnest(to_tsvector('pg_catalog.simple', p.content)) w;
  CREATE TEMPORARY TABLE loading_cut ON COMMIT DROP AS
  SELECT c.word, c.lexeme, 1::real AS share
    FROM search_cut(ARRAY(SELECT DISTINCT l.word FROM loading l)) c;
  CREATE INDEX ON loading_cut (word);
  ANALYZE loading_cut;
  INSERT INTO search_word (edition_id, word, lexemes)
  SELECT made, c.word, array_agg(c.lexeme) FROM loading_cut c
   WHERE length(c.word) BETWEEN 2 AND 60
   GROUP BY c.word;
  -- huurschuld is also about schuld, for half.
  INSERT INTO loading_cut (word, lexeme, share)
  SELECT DISTINCT w.word, inner_cut.lexeme, 0.5::real
    FROM search_word w
   CROSS JOIN LATERAL search_pieces(w.word) piece
    JOIN loading_cut inner_cut ON inner_cut.word = piece
   WHERE w.edition_id = made AND NOT inner_cut.lexeme = ANY (w.lexemes);
  CREATE TEMPORARY TABLE loading_weight ON COMMIT DROP AS
  SELECT l.document, l.part, l.weight, c.lexeme,
         max(c.share * (1 + ln(l.times))) AS strength
    FROM loading l JOIN loading_cut c ON c.word = l.word
   GROUP BY l.document, l.part, l.weight, c.lexeme;
  -- How much it says that a word is there: among its own kind.
  CREATE TEMPORARY TABLE loading_rarity ON COMMIT DROP AS
  SELECT d.kind, w.lexeme, ln(1 + n.of_kind::real / count(DISTINCT w.document)) AS rarity
    FROM loading_weight w
    JOIN search_document d ON d.edition_id = made AND d.id = w.document
    JOIN (SELECT x.kind, count(*) AS of_kind FROM search_document x
           WHERE x.edition_id = made GROUP BY x.kind) n ON n.kind = d.kind
   GROUP BY d.kind, n.of_kind, w.lexeme;
  ANALYZE loading_rarity;
  INSERT INTO search_lexeme (edition_id, lexeme)
  SELECT DISTINCT made, r.lexeme FROM loading_rarity r;
  -- How much of its part a word is: a short phrase is about each of its words.
  INSERT INTO search_posting (edition_id, lexeme, document_id, part, weight)
  SELECT made, w.lexeme, w.document, w.part,
         w.weight * w.strength * r.rarity ^ 2
         / sqrt(sum((w.strength * r.rarity) ^ 2) OVER (PARTITION BY w.document, w.part))
    FROM loading_weight w
    JOIN search_document d ON d.edition_id = made AND d.id = w.document
    JOIN loading_rarity r ON r.kind = d.kind AND r.lexeme = w.lexeme;
  INSERT INTO search_synonym (edition_id, lexeme, also)
  SELECT DISTINCT made, a.lexeme, b.lexeme
    FROM unnest(synonyms) g(line)
   CROSS JOIN LATERAL search_cut(search_words(g.line)) a
   CROSS JOIN LATERAL search_cut(search_words(g.line)) b
   WHERE a.lexeme <> b.lexeme AND a.word <> b.word;
  ANALYZE search_document, search_lexeme, search_word, search_posting, search_synonym;
  DROP TABLE loading, loading_cut, loading_weight, loading_rarity;
  RETURN true;
END
$$;
COMMENT ON FUNCTION load_search IS 'Loads what can be found of one state of the courses; only the owner may.';

-- What a question asks for: its words cut down, with how much each counts. A
-- word that this edition does not have is also what looks like it.
CREATE FUNCTION search_asked(of_edition integer, question text)
RETURNS TABLE (lexeme text, weight real)
LANGUAGE plpgsql STABLE ROWS 12 AS $$
BEGIN
  RETURN QUERY
  WITH typed AS MATERIALIZED (
         SELECT c.word, c.lexeme,
                EXISTS (SELECT FROM search_lexeme s
                         WHERE s.edition_id = of_edition AND s.lexeme = c.lexeme) AS is_known,
                1 / sqrt(count(*) OVER (PARTITION BY c.word)) AS share
           FROM search_cut((search_words(left(question, 300)))[1:24]) c
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
           FROM (SELECT t.word FROM typed t GROUP BY t.word HAVING NOT bool_or(t.is_known)) u
          CROSS JOIN LATERAL (
                SELECT w.lexemes, public.similarity(w.word, u.word) AS likeness
                  FROM search_word w
                 WHERE w.edition_id = of_edition AND lower(w.word) OPERATOR(public.%) u.word
                   AND length(u.word) > 2
                 ORDER BY 2 DESC, w.word LIMIT 3) near
          CROSS JOIN LATERAL unnest(near.lexemes) l(lexeme)
       )
  SELECT a.lexeme, max(a.weight)::real FROM asked a GROUP BY a.lexeme;
END
$$;

-- What is found of these kinds, the best first; of a word that is everywhere
-- only the three hundred parts that it says most about. phrase: which phrase fitted
-- best, from 0; NULL: none.
CREATE FUNCTION find_content(edition text, question text, of_kinds text[], most integer)
RETURNS TABLE (kind text, key text, title text, summary text, path text, phrase integer,
               score real)
LANGUAGE plpgsql STABLE SET jit = off AS $$
DECLARE
  edition_here integer := (SELECT e.id FROM search_edition e WHERE e.name = edition);
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
         SELECT a.lexeme, a.weight FROM search_asked(edition_here, question) a
       ),
       parts AS MATERIALIZED (
         SELECT p.document_id, p.part, sum(a.weight * p.weight) AS fit
           FROM asked a
          CROSS JOIN LATERAL (
                SELECT x.document_id, x.part, x.weight FROM search_posting x
                 WHERE x.edition_id = edition_here AND x.lexeme = a.lexeme
                 ORDER BY x.weight DESC LIMIT 300) p
          GROUP BY p.document_id, p.part
       ),
       documents AS (
         SELECT p.document_id,
                coalesce(max(p.fit) FILTER (WHERE p.part >= 10), 0)
                + coalesce(sum(p.fit) FILTER (WHERE p.part < 10), 0) AS fit
           FROM parts p GROUP BY p.document_id
       ),
       best AS (
         SELECT d.*, f.fit
           FROM documents f
           JOIN search_document d ON d.edition_id = edition_here AND d.id = f.document_id
          WHERE d.kind = ANY (of_kinds)
          ORDER BY f.fit DESC, d.id
          LIMIT most
       )
  SELECT b.kind, b.key, b.title, b.summary, b.path,
         (SELECT p.part - 10 FROM parts p WHERE p.document_id = b.id AND p.part >= 10
           ORDER BY p.fit DESC, p.part LIMIT 1), b.fit::real
    FROM best b
   ORDER BY b.fit DESC, b.id;
END
$$;
COMMENT ON FUNCTION find_content IS 'Searches one edition of the courses; what it holds is the same for every organisation.';
