-- An article is about a question when it has each of its words somewhere, also
-- when they stand in different phrases: "schuld" in one, "huis uit" in another.
-- So beside the phrase that fits best counts how much of the question the whole
-- document has.
CREATE OR REPLACE FUNCTION find_content(edition text, question text, of_kinds text[], most integer)
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
       hits AS MATERIALIZED (
         SELECT p.document_id, p.part, a.lexeme, a.weight * p.weight AS fit
           FROM asked a
          CROSS JOIN LATERAL (
                SELECT x.document_id, x.part, x.weight FROM search_posting x
                 WHERE x.edition_id = edition_here AND x.lexeme = a.lexeme
                 ORDER BY x.weight DESC LIMIT 300) p
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

-- What was shown of the expert's plan apart from a rule is kept beside the rules.
COMMENT ON COLUMN plan_feedback.rule IS 'The id of a rule in regels.json of the case; or ''-'' and a part of the expert''s plan that was shown on request.';
