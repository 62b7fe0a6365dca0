// SPDX-License-Identifier: EUPL-1.2
// examples.mjs - an example of every kind of page, for pages.test.mjs: who
// opens which address. The kinds are the GET routes of app/web/routes.c.
import { execFileSync } from 'node:child_process';
import assert from 'node:assert/strict';
import { routes, slugs } from '../http/helpers.mjs';
import { account, makePeople, site } from './helpers.mjs';

const { cursus, casus, document } = slugs();
const COURSE = `/cursus/${cursus}`;
export const CASUS = `${COURSE}/casus/${casus}`;
export const PLAN = `${CASUS}/plan`;
const MODULES = ['waarom-maatwerk', 'waardendriehoek', 'zes-stappen', 'wet-als-instrument'];
const STEPS = ['huishouden', 'toekomst', 'doorbraak', 'overzicht', 'onderbouwing', 'legitimiteit', 'rendement',
  'rendement?scenario=doorbraak&voorzet=P4&waarvoor=jeugd',
  'rendement?scenario=dreigend&tarief=WON-ONTR', 'actieplan', 'inleveren'];

/*
 * A new page? Give its route an example here: { who: [addresses] }. Who:
 *   niemand    somebody who is not logged in
 *   roos       a learner who handed in a plan and works on the next version
 *   nieuw      a learner who did nothing yet
 *   anouk      a coach of two teams; leeg: a coach of nobody
 *   beheerder  an admin, with tariffs of the own organisation
 * {roos} and {milan} in an address become their numbers; milan was never here. {team}: of Roos.
 */
const EXAMPLES = {
  '/inloggen': { niemand: ['/inloggen', '/inloggen?uitgelogd=ja', '/inloggen?uitgelogd=overal'] },
  '/': { niemand: ['/'], roos: ['/'], nieuw: ['/'], anouk: ['/'] },
  '/account': { roos: ['/account'] },
  '/account/wachtwoord': { roos: ['/account/wachtwoord'] },
  '/cursus/:cursus': { roos: [COURSE], nieuw: [COURSE] },
  '/cursus/:cursus/begrippen': { roos: [`${COURSE}/begrippen`] },
  '/cursus/:cursus/:module': { roos: MODULES.map((m) => `${COURSE}/${m}`), nieuw: [`${COURSE}/zes-stappen`] },
  '/cursus/:cursus/casus/:casus': { roos: [CASUS], nieuw: [CASUS] },
  '/cursus/:cursus/casus/:casus/document/:document': { roos: [`${CASUS}/document/${document}`] },
  '/cursus/:cursus/casus/:casus/plan/geschiedenis': { roos: [`${PLAN}/geschiedenis`, `${PLAN}/geschiedenis?tekst=situatie`] },
  '/cursus/:cursus/casus/:casus/plan/meenemen': { roos: [`${PLAN}/meenemen`] },
  '/cursus/:cursus/casus/:casus/plan/afdruk': { roos: [`${PLAN}/afdruk`] },
  '/cursus/:cursus/casus/:casus/plan/versie/:nummer/afdruk': { roos: [`${PLAN}/versie/1/afdruk`] },
  '/team/:persoon/:cursus/:casus/:nummer/afdruk': { anouk: [`/team/{roos}/${cursus}/${casus}/1/afdruk`] },
  '/cursus/:cursus/casus/:casus/plan/:pagina': { roos: STEPS.map((step) => `${PLAN}/${step}`) },
  '/cursus/:cursus/casus/:casus/plan/versie/:nummer': { roos: [`${PLAN}/versie/1`] },
  '/cursus/:cursus/casus/:casus/plan/versie/:nummer/reactie': { roos: [`${PLAN}/versie/1/reactie`] },
  '/cursus/:cursus/casus/:casus/plan/rendement/uitleg': {
    roos: ['scenarios.dreigend.totaal', 'scenarios.huidig[0]'].map((figure) => `${PLAN}/rendement/uitleg?cijfer=${figure}`),
  },
  '/cursus/:cursus/casus/:casus/plan/versie/:nummer/uitleg': {
    roos: ['break_even_kans', 'scenarios.dreigend.totaal&van=expert'].map((figure) => `${PLAN}/versie/1/uitleg?cijfer=${figure}`),
  },
  '/cursus/:cursus/casus/:casus/lezen': { roos: [`${CASUS}/lezen`], nieuw: [`${CASUS}/lezen`] },
  '/cursus/:cursus/casus/:casus/lezen/ontvangen': { roos: [`${CASUS}/lezen/ontvangen`] },
  '/cursus/:cursus/casus/:casus/lezen/:plek': { roos: [`${CASUS}/lezen/1`, `${CASUS}/lezen/eigen`] },
  '/team/samen-lezen': { anouk: ['/team/samen-lezen'], leeg: ['/team/samen-lezen'] },
  '/team/samen-lezen/:team/:cursus/:casus': { anouk: [`/team/samen-lezen/{team}/${cursus}/${casus}`] },
  '/team': { anouk: ['/team'], leeg: ['/team'] },
  '/team/uitkomsten': { anouk: ['/team/uitkomsten'], leeg: ['/team/uitkomsten'] },
  '/beheer/uitkomsten': { beheerder: ['/beheer/uitkomsten'] },
  '/team/:persoon': { anouk: ['/team/{roos}', '/team/{milan}'] },
  '/team/:persoon/:cursus/:casus/:nummer': { anouk: [`/team/{roos}/${cursus}/${casus}/1`] },
  '/team/:persoon/:cursus/:casus/:nummer/uitleg': { anouk: [`/team/{roos}/${cursus}/${casus}/1/uitleg?cijfer=scenarios.huidig.totaal`] },
  '/team/:persoon/:cursus/:casus/:nummer/reactie': { anouk: [`/team/{roos}/${cursus}/${casus}/1/reactie`] },
  '/dit-ziet-je-coach': { roos: ['/dit-ziet-je-coach'], leeg: ['/dit-ziet-je-coach'] },
  '/beheer/tarieven': { beheerder: ['/beheer/tarieven'] },
  '/beheer/tarieven/versie/:nummer': { beheerder: ['/beheer/tarieven/versie/0'] },
  '/wet': { roos: ['/wet', '/wet?zoek=schuld%20moet%20eerst%20weg', '/wet?zoek=zeppelin', '/wet?bereiken=schulden', `/wet?domein=jeugd&van=${cursus}/${casus}`] },
  '/wet/:code': { roos: [`/wet/PW-49-b?van=${cursus}/${casus}`, '/wet/AWB-4:84'], nieuw: ['/wet/PW-35-1'] },
  '/beheer/artikelen': { beheerder: ['/beheer/artikelen'] },
  '/beheer/artikelen/:artikel': { beheerder: ['/beheer/artikelen/nieuw'] },
  '/rondleiding': { niemand: ['/rondleiding'] },
  '/over': { niemand: ['/over'] },
  '/toegankelijkheid': { niemand: ['/toegankelijkheid'] },
};

/* GET routes that answer with something else than a page. */
const NO_PAGES = {
  '/.well-known/security.txt': 'plain text',
  '/gezondheid': 'for a machine',
  '/beheer/tarieven/:bestand': 'a file',
  '/cursus/:cursus/casus/:casus/plan/bestand': 'a file',
  '/cursus/:cursus/casus/:casus/plan/versie/:nummer/bestand': 'a file',
  '/cursus/:cursus/casus/:casus/plan/rendement/lees': 'how words are read, for a script',
  '/cursus/:cursus/casus/:casus/plan/rendement/som': 'a part of the page of rendement',
};

/** Every route has its example, and every example its route. */
export function assertComplete() {
  const gets = routes().filter((r) => r.method === 'GET').map((r) => r.path);
  for (const path of gets) {
    assert.ok(EXAMPLES[path] ?? NO_PAGES[path], `De pagina ${path} is nieuw in app/web/routes.c. Geef haar een voorbeeld: een regel
    '${path}': { roos: ['…een adres dat bestaat…'] },
  in EXAMPLES van tests/browser/examples.mjs (daar staat wie er zijn), zodat ook zij op toegankelijkheid wordt nagekeken.
  Is het geen pagina? Zet haar dan met de reden in NO_PAGES.`);
  }
  for (const path of Object.keys({ ...EXAMPLES, ...NO_PAGES })) assert.ok(gets.includes(path), `${path} staat niet meer in app/web/routes.c: haal haar uit tests/browser/examples.mjs`);
}

const sql = (query) => execFileSync('psql', ['-X', '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c', query], { encoding: 'utf8' }).trim();

/** Who there are in EXAMPLES. */
export const WHO = [...new Set(Object.values(EXAMPLES).flatMap(Object.keys))].sort();

/*
 * Roos and a colleague read each other's plan, and the colleague sent a judgement.
 */
const OF_ROOS = `FROM team_person t JOIN person m ON m.id = t.person_id AND m.email LIKE 'roos@%' WHERE NOT t.is_coach`;
const READ_EACH_OTHER = `
  WITH own AS (SELECT p.*, t.team_id FROM plan p JOIN (SELECT t.* ${OF_ROOS}) t USING (organisation_id, person_id) WHERE p.casus = '${casus}' ORDER BY t.team_id LIMIT 1),
  other AS (SELECT p.* FROM plan p JOIN team_person t USING (organisation_id, person_id) JOIN own o ON o.team_id = t.team_id AND o.casus = p.casus AND o.id <> p.id
    WHERE NOT t.is_coach AND EXISTS (SELECT FROM plan_version v WHERE v.plan_id = p.id AND v.number = 1 AND v.handed_in_at IS NOT NULL) ORDER BY p.id LIMIT 1),
  open AS (INSERT INTO peer_round (organisation_id, team_id, course, casus) SELECT organisation_id, team_id, course, casus FROM own ON CONFLICT DO NOTHING),
  dealt AS (INSERT INTO peer_deal (organisation_id, reader_id, course, casus, slot, team_id, plan_id, number, reader_number)
    SELECT a.organisation_id, a.person_id, a.course, a.casus, 1, own.team_id, b.id, 1, 1 FROM own, (SELECT * FROM other UNION ALL SELECT organisation_id, id, person_id, course, casus, started_at FROM own) a
    JOIN (SELECT * FROM other UNION ALL SELECT organisation_id, id, person_id, course, casus, started_at FROM own) b ON b.id <> a.id ON CONFLICT DO NOTHING),
  sent AS (INSERT INTO peer_judgement (organisation_id, plan_id, number, writer_id, sent_at)
    SELECT own.organisation_id, own.id, 1, other.person_id, now() FROM own, other ON CONFLICT DO NOTHING RETURNING *)
  INSERT INTO peer_word (organisation_id, plan_id, number, writer_id, field, value)
  SELECT organisation_id, plan_id, number, writer_id, f.name, f.words FROM sent,
    (VALUES ('eigen-wens', 'van-de-inwoner'), ('betrokkenheid-sterk', 'Ik hoor de moeder zelf praten.'), ('rendement-vraag', 'Waarom deze kans?')) AS f (name, words)`;

/** Those of the examples: { name: { email, password } }; niemand is null. Roos is one of the demo's colleagues, here with a password. */
export function makeThem() {
  const { email, password } = account('learner');
  sql(READ_EACH_OTHER);
  sql(`UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE email = '${email}') WHERE email LIKE 'roos@%'`);
  return {
    niemand: null, roos: { email: 'roos@voorbeeldstad.example', password }, anouk: account('coach'), beheerder: account('admin'),
    ...makePeople('Gemeente Leeg', { leeg: 'coach' }), ...makePeople('Gemeente Nieuw', { nieuw: 'cursist' }),
  };
}

/** [{ who, path }], grouped by who. */
export function examples() {
  const number = (name) => (name === 'team' ? sql(`SELECT min(t.team_id) ${OF_ROOS}`) : sql(`SELECT id FROM person WHERE email LIKE '${name}@%'`));
  const all = Object.values(EXAMPLES).flatMap((of) => Object.entries(of).flatMap(([who, paths]) => paths.map((path) => ({ who, path: path.replace(/\{(\w+)\}/, (_, name) => number(name)) }))));
  return all.sort((a, b) => a.who.localeCompare(b.who));
}

/** Roos looks at the expert's plan, and goes on with hers in a next version, and changes a text of it twice. */
export async function startDraft(roos) {
  await roos.goto(site + CASUS);
  await send(roos, `${PLAN}/versie/1/expert`, { csrf: await token(roos), deel: 'plan' });
  await send(roos, `${PLAN}/opnieuw`, { csrf: await token(roos) });
  for (const situatie of ['Een moeder met twee kinderen.', 'Een moeder, twee kinderen en een hond.']) {
    await roos.goto(`${site}${PLAN}/huishouden`);
    await sendForm(roos, 'form[data-autosave]', { situatie });
  }
}

const TARIFF = `code;omschrijving;eenheid;tarief;prijspeil_jaar;domein;wet;betaler;bron;zekerheid
PROEF-1;Proefhulp;uur;12,50;2026;ondersteuning;Wmo 2015;gemeente;Inkoopbesluit;gepubliceerd`;

/** What a tariff form answers: to a table, or to one that is wrong. */
export async function sendTariff(admin, tabel = TARIFF) {
  await admin.goto(`${site}/beheer/tarieven`);
  return sendForm(admin, 'main form', { tabel });
}

/** The admin loads a table. */
export async function loadTariff(admin) {
  await sendTariff(admin);
  await sendForm(admin, 'main form');
}

/** A form of the page's own site, as if the page had it: sent without any script of ours. */
export async function send(page, path, fields) {
  const done = page.waitForNavigation();
  await page.evaluate(([action, entries]) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    for (const [name, value] of entries) {
      const field = document.createElement('textarea');
      [field.name, field.value] = [name, value];
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  }, [site + path, Object.entries(fields)]);
  return done;
}

/** A form as it stands on the page, with other values in it; sent without any script of ours. */
export async function sendForm(page, selector, values = {}) {
  const done = page.waitForNavigation();
  await page.locator(selector).first().evaluate((form, entries) => {
    for (const [name, value] of entries) form.elements[name].value = value;
    form.submit();
  }, Object.entries(values));
  return done;
}

export const token = (page) => page.locator('[name=csrf]').first().inputValue();
