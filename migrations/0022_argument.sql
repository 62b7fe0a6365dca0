-- The argument of an article in its parts: hindernis, ruimte, afweging.
--
-- They are texts of the version like the others (plan_text, field
-- 'ruimte:PW-49-b'), so that stamps, earlier states, sealing, revising,
-- importing and erasing hold for them without a second set of rules. Codes of
-- articles have no more than 28 characters.
--
-- What was written before in plan_article.argument is the ruimte of the
-- article, until somebody saves its ruimte: then the old text gives way. The
-- program before this one runs on: it shows no part of it, and never saves
-- over a ruimte that it cannot see.

COMMENT ON COLUMN plan_text.field IS 'A name of enum plan_field, or a part of an argument with the code of its article: ''ruimte:PW-49-b'' (core/plan.c).';
COMMENT ON COLUMN plan_article.argument IS 'The ruimte of who wrote it before there were parts; empty once plan_text has one.';
COMMENT ON TABLE plan_article IS 'An article of law that a version leans on. Its argument: plan_text.';

-- Saves parts of an argument: of parts (hindernis, ruimte, afweging) those
-- that were sent. As put_plan_texts; LM404 when the article was never in the
-- plan. One that was taken out elsewhere is put back when the form knows so.
CREATE FUNCTION put_plan_argument_parts(token bytea, in_course text, of_casus text, seen bigint,
                                        of_code text, parts text[], texts text[], bases text[],
                                        OUT result plan_outcome, OUT stamps jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_article;
  gone text;
  is_known boolean;
  done record;
  at integer := array_position(parts, 'ruimte');
  fields text[] := ARRAY(SELECT p || ':' || of_code FROM unnest(parts) WITH ORDINALITY AS x(p, i) ORDER BY i);
BEGIN
  SELECT a.* INTO old FROM plan_article a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code;
  IF old.code IS NULL THEN
    RAISE EXCEPTION 'no such article' USING ERRCODE = 'LM404';
  END IF;
  IF old.removed_at IS NOT NULL THEN
    gone := part_stamp('', old.removed_at);
    IF NOT (SELECT coalesce(bool_and(coalesce(is_known_stamp(gone, b), false)), false)
              FROM unnest(bases) AS b) THEN
      result := draft_outcome(draft, 'changed', gone);
      stamps := (SELECT jsonb_object_agg(p, gone) FROM unnest(parts) AS p);
      RETURN;
    END IF;
    bases := ARRAY(SELECT text_stamp(t.value) FROM unnest(fields) WITH ORDINALITY AS f(field, i)
                     LEFT JOIN plan_text t
                       ON t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
                      AND t.number = draft.number AND t.field = f.field
                    ORDER BY f.i);
  ELSIF at IS NOT NULL AND old.argument <> '' THEN
    is_known := CASE WHEN bases[at] IS NULL THEN old.revision <= seen
                     ELSE is_known_stamp(text_stamp(old.argument), bases[at]) END;
    IF is_known THEN
      bases[at] := 'leeg';
    ELSIF text_stamp(texts[at]) = split_part(bases[at], ' ', 1) THEN
      fields := fields[:at - 1] || fields[at + 1:];
      texts := texts[:at - 1] || texts[at + 1:];
      bases := bases[:at - 1] || bases[at + 1:];
      at := NULL;
    ELSE
      result := draft_outcome(draft, 'changed');
      stamps := jsonb_build_object('ruimte', text_stamp(old.argument));
      RETURN;
    END IF;
  END IF;
  SELECT p.* INTO done
    FROM put_plan_texts(token, in_course, of_casus, seen, fields, texts, bases) p;
  result := done.result;
  stamps := coalesce((SELECT jsonb_object_agg(split_part(s.key, ':', 1), s.value)
                        FROM jsonb_each(done.stamps) s), '{}');
  IF (result).outcome <> 'saved' THEN
    RETURN;
  END IF;
  IF old.removed_at IS NOT NULL OR (at IS NOT NULL AND old.argument <> '') THEN
    UPDATE plan_article a
       SET removed_at = NULL, revision = (result).revision,
           argument = CASE WHEN at IS NULL THEN a.argument ELSE '' END
     WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
       AND a.number = draft.number AND a.code = of_code;
  END IF;
  IF old.removed_at IS NOT NULL THEN
    result := touched_outcome(draft);
  END IF;
END
$$;

-- As in 0005, for the program before this one: 'changed' when the article has
-- a ruimte, which that program does not show.
CREATE OR REPLACE FUNCTION put_plan_argument(token bytea, in_course text, of_casus text, seen bigint,
                                             of_code text, base text, new_argument text,
                                             OUT result plan_outcome, OUT stamps jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  old plan_article;
  now_stamp text;
  is_known boolean;
BEGIN
  SELECT a.* INTO old FROM plan_article a
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code;
  IF old.code IS NULL THEN
    RAISE EXCEPTION 'no such article' USING ERRCODE = 'LM404';
  END IF;
  SELECT text_stamp(t.value) INTO now_stamp FROM plan_text t
   WHERE t.organisation_id = draft.organisation_id AND t.plan_id = draft.plan_id
     AND t.number = draft.number AND t.field = 'ruimte:' || of_code AND t.value <> '';
  IF now_stamp IS NOT NULL THEN
    result := draft_outcome(draft, 'changed', now_stamp);
    stamps := '{}';
    RETURN;
  END IF;
  stamps := jsonb_build_object('argument', text_stamp(new_argument));
  IF old.argument = new_argument AND old.removed_at IS NULL THEN
    result := draft_outcome(draft, 'saved');
    RETURN;
  END IF;
  now_stamp := part_stamp(old.argument, old.removed_at);
  is_known := CASE WHEN base IS NULL THEN old.revision <= seen
                   ELSE is_known_stamp(now_stamp, base) END;
  IF is_known IS NOT TRUE THEN
    result := draft_outcome(draft, 'changed', now_stamp);
    stamps := '{}';
    RETURN;
  END IF;
  UPDATE plan_article a
     SET argument = new_argument, revision = draft.revision + 1, removed_at = NULL
   WHERE a.organisation_id = draft.organisation_id AND a.plan_id = draft.plan_id
     AND a.number = draft.number AND a.code = of_code;
  result := touched_outcome(draft);
END
$$;
