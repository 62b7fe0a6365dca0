// SPDX-License-Identifier: EUPL-1.2
// stored.mjs - what the database holds of the people of a storm, and every
// change that was made to it, in the recorder's words.
import { mastersOf, openerOf } from '../../seal.mjs';
import { query } from './faults.mjs';

const OWN = "p.email LIKE 'storm%@%'";
const OF_PLAN = 'JOIN plan n ON n.id = x.plan_id JOIN person p ON p.id = n.person_id';

/* Of a sealed text: which place it is bound to (store/sealed.h). */
const WHERE = `json_build_object('organisation', n.organisation_id, 'person', n.person_id,
    'course', n.course, 'casus', n.casus)`;

const ROWS = `
SELECT coalesce(json_agg(r), '[]') FROM (
  SELECT p.email AS person, 'antwoord' AS kind, x.question || '/' || x.version || '/' || x.attempt AS place, x.chosen::text AS value, NULL::json AS at
    FROM answer x JOIN person p ON p.id = x.person_id WHERE ${OWN}
  UNION ALL
  SELECT p.email, 'gelezen', x.module, 'ja', NULL FROM reading x JOIN person p ON p.id = x.person_id WHERE ${OWN}
  UNION ALL
  SELECT p.email, 'tekst', x.field, x.value, ${WHERE} FROM plan_text x ${OF_PLAN} WHERE ${OWN} AND x.value <> ''
  UNION ALL
  SELECT p.email, 'regel', x.id, CASE WHEN x.removed_at IS NULL THEN x.hoeveelheid END, NULL
    FROM plan_line x ${OF_PLAN} WHERE ${OWN}
) r`;

// A trigger writes down each change in the transaction that makes it. A plan
// is locked by who changes it, so the numbers follow the order of the commits.
const KEEP = `
CREATE TABLE storm_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id bigint NOT NULL, kind text NOT NULL, place text NOT NULL, value text);
CREATE FUNCTION storm_keep_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.value <> '' OR TG_OP = 'UPDATE' AND NEW.value <> OLD.value THEN
    INSERT INTO storm_change (plan_id, kind, place, value) VALUES (NEW.plan_id, 'tekst', NEW.field, NEW.value);
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION storm_keep_line() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  value text := CASE WHEN NEW.removed_at IS NULL THEN NEW.hoeveelheid END;
BEGIN
  IF TG_OP = 'INSERT' OR value IS DISTINCT FROM (CASE WHEN OLD.removed_at IS NULL THEN OLD.hoeveelheid END) THEN
    INSERT INTO storm_change (plan_id, kind, place, value) VALUES (NEW.plan_id, 'regel', NEW.id, value);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER storm_text AFTER INSERT OR UPDATE ON plan_text FOR EACH ROW EXECUTE FUNCTION storm_keep_text();
CREATE TRIGGER storm_line AFTER INSERT OR UPDATE ON plan_line FOR EACH ROW EXECUTE FUNCTION storm_keep_line();`;

const CHANGES = `
SELECT coalesce(json_agg(r), '[]') FROM (
  SELECT p.email AS person, x.kind, x.place, x.value, ${WHERE} AS at FROM storm_change x ${OF_PLAN} WHERE ${OWN} ORDER BY x.id
) r`;

/** From now on every change of a text or a line is kept. */
export const keepChanges = () => query(KEEP);

const KEYS = `
SELECT coalesce(json_agg(r), '[]') FROM (
  SELECT organisation_id AS organisation, number, master, encode(wrapped, 'hex') AS wrapped FROM seal_key
) r`;

/** What was written, opened where it is sealed. */
async function opened(sql) {
  const open = openerOf(mastersOf(process.env.LEER_SLEUTEL), JSON.parse(await query(KEYS)));
  return JSON.parse(await query(sql)).map(({ at, ...row }) => (row.kind === 'tekst'
    ? { ...row, value: open(row.value, { ...at, column: 'plan_text', row: row.place }) } : row));
}

export const storedRows = () => opened(ROWS);
export const storedChanges = () => opened(CHANGES);
