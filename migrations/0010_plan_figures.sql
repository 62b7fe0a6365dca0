-- The numbers of a plan that are no line: how likely the threat is, how likely
-- the plan works, and over how many years it is summed. put_plan_chance stays
-- for a program of before this version.

-- Saves those figures of a form that its writer changed, by the rules of
-- put_plan_texts: what also changed elsewhere is never overwritten, and then
-- nothing is saved; what only changed elsewhere is left as it is. An empty
-- text is a figure that is not given. `rate`: the discount rate in force, which
-- a draft takes over with another horizon, and keeps when the table changes.
CREATE FUNCTION put_plan_figures(token bytea, in_course text, of_casus text, names text[],
                                 figures text[], bases text[], rate text,
                                 OUT result plan_outcome, OUT stamps jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  draft plan_version := lock_draft(token, in_course, of_casus);
  stored text;
  figure text;
  is_changed boolean := false;
  elsewhere jsonb := '{}';
BEGIN
  stamps := '{}';
  FOR i IN 1 .. cardinality(names) LOOP
    figure := nullif(figures[i], '');
    stored := CASE names[i] WHEN 'kans_dreigend' THEN draft.kans_dreigend
                            WHEN 'slaagkans' THEN draft.slaagkans
                            WHEN 'horizon_jaren' THEN draft.horizon_jaren::text END;
    IF stored IS DISTINCT FROM figure THEN
      IF is_known_stamp(text_stamp(stored), bases[i]) THEN
        is_changed := true;
        CASE names[i]
          WHEN 'kans_dreigend' THEN draft.kans_dreigend := figure;
          WHEN 'slaagkans' THEN draft.slaagkans := figure;
          WHEN 'horizon_jaren' THEN
            draft.horizon_jaren := figure::integer;
            draft.disconto_pct := rate;
        END CASE;
      ELSIF text_stamp(figure) = split_part(bases[i], ' ', 1) THEN
        CONTINUE;
      ELSE
        elsewhere := elsewhere || jsonb_build_object(names[i], text_stamp(stored));
      END IF;
    END IF;
    stamps := stamps || jsonb_build_object(names[i], text_stamp(figure));
  END LOOP;
  IF elsewhere <> '{}' THEN
    result := draft_outcome(draft, 'changed');
    stamps := elsewhere;
  ELSIF is_changed THEN
    UPDATE plan_version v
       SET kans_dreigend = draft.kans_dreigend, slaagkans = draft.slaagkans,
           horizon_jaren = draft.horizon_jaren, disconto_pct = draft.disconto_pct
     WHERE v.organisation_id = draft.organisation_id AND v.plan_id = draft.plan_id
       AND v.number = draft.number;
    result := touched_outcome(draft);
  ELSE
    result := draft_outcome(draft, 'saved');
  END IF;
END
$$;
COMMENT ON FUNCTION put_plan_figures IS 'Saves the chance of the threat, the chance of success and the horizon of a draft.';
