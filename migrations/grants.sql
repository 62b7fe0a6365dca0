-- The least that the web application's role needs. Applied after every
-- migration, and only where that role exists.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'leer_app') THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA public TO leer_app;
  GRANT SELECT ON organisation, person, membership, team, team_person TO leer_app;
  GRANT SELECT ON seal_key TO leer_app;
  GRANT SELECT, INSERT, DELETE ON session TO leer_app;
  GRANT UPDATE (organisation_id, used_at) ON session TO leer_app;
  GRANT EXECUTE ON FUNCTION take_login_try, settle_login, change_password TO leer_app;
  GRANT SELECT, INSERT ON reading, answer TO leer_app;
  -- To itself only, so that storing an attempt again gives what is stored.
  GRANT UPDATE (attempt) ON answer TO leer_app;
  GRANT SELECT, INSERT ON plan_look TO leer_app;
  GRANT SELECT, INSERT, UPDATE ON visit, plan, plan_version, plan_text TO leer_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON plan_line, plan_article, plan_action TO leer_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON plan_copy, plan_import TO leer_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON plan_change TO leer_app;
  GRANT SELECT, INSERT, UPDATE ON plan_line_sign TO leer_app;
  GRANT SELECT, INSERT, DELETE ON plan_text_past TO leer_app;
  GRANT SELECT, INSERT ON plan_asked TO leer_app;
  GRANT SELECT, INSERT, UPDATE ON plan_feedback TO leer_app;
  GRANT SELECT, INSERT, UPDATE ON peer_round, peer_judgement, peer_word TO leer_app;
  GRANT SELECT, INSERT ON peer_deal, peer_reply TO leer_app;
  GRANT SELECT, INSERT, UPDATE ON plan_review TO leer_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON plan_review_note TO leer_app;
  GRANT SELECT, INSERT, DELETE ON tariff_table TO leer_app;
  GRANT SELECT, INSERT ON tariff, tariff_sign TO leer_app;
  GRANT SELECT ON search_edition, search_document, search_lexeme, search_word, search_posting,
        search_synonym, search_sentence TO leer_app;
  GRANT SELECT, INSERT ON local_law TO leer_app;
  GRANT SELECT, INSERT, DELETE ON local_law_posting, local_law_word TO leer_app;
END
$$;
