// SPDX-License-Identifier: EUPL-1.2
// resend.test.mjs - every POST of a plan, sent again: after a double click, by
// the back button, by a network that lost the answer. One act, one row; and
// two windows that meet are told so.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { logIn, routes, slugs } from './helpers.mjs';

const { cursus, casus } = slugs();
const CASUS = `/cursus/${cursus}/casus/${casus}`;
const PLAN = `${CASUS}/plan`;
const HEEL = { 'x-leer-deel': 'opslaan' };

let peter, csrf;
const tried = new Set();

/** A figure from the database about Peter's plan. */
function sql(query) {
  const about = `FROM plan p JOIN person m ON m.id = p.person_id AND m.email LIKE 'peter@%'`;
  return execFileSync('psql', ['-XAtq', process.env.LEER_DATABASE, '-c', query.replaceAll('OF_PETER', about)], { encoding: 'utf8' }).trim();
}

const rows = (table) => Number(sql(`SELECT count(*) OF_PETER JOIN ${table} t ON t.plan_id = p.id`));
const revision = () => Number(sql('SELECT max(v.revision) OF_PETER JOIN plan_version v ON v.plan_id = p.id'));
const TABLES = ['plan_version', 'plan_text', 'plan_line', 'plan_article', 'plan_action', 'plan_copy', 'plan_text_past'];
/** In one question: it is asked often. */
const everything = () => JSON.parse(sql(`SELECT json_build_object(
  ${TABLES.map((t) => `'${t}', (SELECT count(*) OF_PETER JOIN ${t} t ON t.plan_id = p.id)`).join(', ')},
  'revision', (SELECT max(v.revision) OF_PETER JOIN plan_version v ON v.plan_id = p.id), 'plan', (SELECT count(*) OF_PETER))`));

const post = (path, fields, headers) => {
  tried.add(path.replace(/^\/(\w+)\/(verwijder|terug)$/, (all, page, act) => (page === 'geschiedenis' ? all : `/:pagina/${act}`)));
  return peter.post(PLAN + path, { csrf, ...fields }, headers);
};

/** The same request: two at once, then once more. Every answer is good, and it was one act. */
async function thrice(path, fields, { headers, revisions = 1 } = {}) {
  const from = revision();
  const first = await Promise.all([post(path, fields, headers), post(path, fields, headers)]);
  const after = everything();
  assert.equal(after.revision, from + revisions, `${path}: one revision for two at once`);
  const again = await post(path, fields, headers);
  assert.deepEqual(everything(), after, `${path}: once more changes nothing`);
  for (const r of [...first, again]) {
    assert.ok([200, 303].includes(r.status), `${path}: ${r.status} ${r.text.slice(0, 300)}`);
    assert.equal(r.headers.get('location'), again.headers.get('location'), path);
  }
}

const get = async (page) => (await peter.get(`${PLAN}/${page}`)).text;
const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
const stampOf = async (page, id) =>
  new RegExp(`name="id" value="${id}"><input type="hidden" name="basis" value="([^"]*)"`).exec(await get(page))?.[1];
const line = (id, changes = {}) => ({ id, basis: 'leeg', scenario: 'huidig', tarief: 'WON-ACHT', hoeveelheid: '1', per: 'eenmalig',
  duur_aantal: '', duur_eenheid: 'maand', start_maand: '1', persoon: 'HH', betaler: 'gemeente', ...changes });
const bothSides = (html) => [...html.matchAll(/lms-written">([^<]*)</g)].map(([, words]) => words);

before(async () => {
  peter = await logIn('peter');
  csrf = await peter.csrf();
});

test('beginning', async () => {
  const answers = await Promise.all([post('', {}), post('', {}), post('', {})]);
  for (const r of answers) assert.equal(r.status, 303);
  assert.equal(rows('plan_version'), 1);
  assert.equal(Number(sql('SELECT count(*) OF_PETER')), 1);
});

test('texts, with and without the script', async () => {
  const texts = { revisie: '0', wens: 'Hier blijven', basis_wens: 'leeg', perspectief: '', basis_perspectief: 'leeg' };
  await thrice('/toekomst', texts);
  await thrice('/doorbraak', { revisie: '0', hindernis: 'De regel', basis_hindernis: 'leeg', doorbraak: '', basis_doorbraak: 'leeg' }, { headers: HEEL });
  assert.equal(rows('plan_text'), 2, 'an empty text that was empty is no row');
});

test('a line, and taking it out and back', async () => {
  await thrice('/rendement/regel', line('r1'));
  assert.equal(rows('plan_line'), 1);
  await thrice('/rendement/regel', line('r1', { hoeveelheid: '2', basis: await stampOf('rendement?regel=r1', 'r1') }));
  await thrice('/rendement/verwijder', { id: 'r1', basis: await stampOf('rendement', 'r1') });
  await thrice('/rendement/terug', { id: 'r1', basis: await stampOf('rendement?weg=r1', 'r1') });
  assert.equal(rows('plan_line'), 1);
});

test('the copy, and undoing it', async () => {
  const id = hidden((await get('rendement')).split('neem-over"')[1], 'id');
  await thrice('/rendement/neem-over', { scenario: 'huidig', id });
  assert.equal(rows('plan_line'), 3);
  await thrice('/rendement/ongedaan', { scenario: 'dreigend', id });
  assert.match(await get('rendement?scenario=dreigend'), /Nog geen regels/);
  await post('/rendement/neem-over', { scenario: 'huidig', id });
  assert.match(await get('rendement?scenario=dreigend'), /Nog geen regels/, 'the undone copy, sent again, stays undone');
});

test('what the dossier says, and what becomes of a line', async () => {
  const before = rows('plan_line');
  await thrice('/rendement/dossier', { regel: 'alles', id: 'd1' });
  assert.equal(rows('plan_line'), before + 4);
  const changes = { scenario: 'doorbraak', id: 'v1', jaren: '1', wat_r1: 'door', hoe_r1: '', gelezen_r1: '', eenheid_r1: 'stuk' };
  await thrice('/rendement/verandert', changes);
  assert.equal(rows('plan_line'), before + 5);
});

test('the chance', () => thrice('/rendement/kans', { kans_dreigend: '30', basis_kans_dreigend: 'leeg' }));

test('an article, its argument, and taking it out and back', async () => {
  await thrice('/legitimiteit/kies', { code: 'PW-49-b', revisie: String(revision()) });
  await thrice('/legitimiteit/argument', { code: 'PW-49-b', revisie: '0', ruimte: 'Omdat', basis_ruimte: 'leeg' });
  await thrice('/legitimiteit/verwijder', { id: 'PW-49-b', basis: 'leeg' });
  await thrice('/legitimiteit/terug', { id: 'PW-49-b', basis: await stampOf('legitimiteit?weg=PW-49-b', 'PW-49-b') });
  assert.equal(rows('plan_article'), 1);
});

test('an action, and taking it out and back', async () => {
  await thrice('/actieplan/actie', { id: 'a1', basis: 'leeg', wat: 'bel', wie: 'Noor', wanneer: 'nu' });
  await thrice('/actieplan/verwijder', { id: 'a1', basis: await stampOf('actieplan', 'a1') });
  await thrice('/actieplan/terug', { id: 'a1', basis: await stampOf('actieplan?weg=a1', 'a1') });
  assert.equal(rows('plan_action'), 1);
});

test('an earlier text that is put back', async () => {
  const basis = hidden(await get('toekomst'), 'basis_wens');
  assert.equal((await post('/toekomst', { revisie: '0', wens: 'Weg', basis_wens: basis, perspectief: '', basis_perspectief: 'leeg' })).status, 303);
  const html = await get('geschiedenis?tekst=wens');
  await thrice('/geschiedenis/terug', { tekst: 'wens', id: hidden(html.slice(html.indexOf('geschiedenis/terug')), 'id'), basis: hidden(html, 'basis') });
  assert.match(await get('toekomst'), />Hier blijven<\/textarea>/);
});

// --- two windows -------------------------------------------------------------

/** Sends the form of that page with its new stamps: the reader has seen both. */
async function chooses(page, path) {
  const fields = [...page.matchAll(/<textarea name="(\w+)" hidden>([^<]*)<\/textarea>/g)].map(([, name, value]) => [name, value]);
  assert.ok(fields.length > 0);
  assert.equal((await post(path, Object.fromEntries(fields))).status, 303, path);
}

test('a line, an action and a chance that changed elsewhere: both are shown, and one is chosen', async () => {
  const form = line('r1', { hoeveelheid: '3', basis: await stampOf('rendement?regel=r1', 'r1') });
  assert.equal((await post('/rendement/regel', form)).status, 303);
  const r = await post('/rendement/regel', { ...form, hoeveelheid: '4' });
  assert.equal(r.status, 409);
  assert.match(bothSides(r.text)[0], / 3 stuks/);
  assert.match(bothSides(r.text)[1], / 4 stuks/);
  await chooses(r.text, '/rendement/regel');
  assert.match(await get('rendement'), /lms-line__words">Eenmalig 4 stuks/);

  const action = { id: 'a1', basis: await stampOf('actieplan?actie=a1', 'a1'), wie: 'Noor', wanneer: 'nu' };
  assert.equal((await post('/actieplan/actie', { ...action, wat: 'schrijf' })).status, 303);
  const a = await post('/actieplan/actie', { ...action, wat: 'ga langs' });
  assert.equal(a.status, 409);
  assert.deepEqual(bothSides(a.text).map((words) => words.split('\n')[0]), ['schrijf', 'ga langs']);
  const gone = await post('/actieplan/verwijder', { id: 'a1', basis: action.basis });
  assert.equal(gone.status, 409, 'what changed is not taken out unseen');
  assert.match(gone.text, /Verwijder toch/);
  await chooses(gone.text, '/actieplan/verwijder');
  const late = await post('/actieplan/actie', { ...action, wat: 'ga langs' });
  assert.equal(late.status, 409);
  assert.deepEqual(bothSides(late.text)[0], 'Deze actie is weggehaald.');

  const c = await post('/rendement/kans', { kans_dreigend: '60', basis_kans_dreigend: 'leeg' });
  assert.equal(c.status, 409);
  assert.deepEqual(bothSides(c.text), ['30 %', '60 %']);
  await chooses(c.text, '/rendement/kans');
  assert.equal(hidden(await get('rendement'), 'kans_dreigend'), '60');
});

test('an argument of an article that was taken out elsewhere is not lost', async () => {
  const basis_ruimte = hidden(await get('legitimiteit'), 'basis_ruimte');
  assert.equal((await post('/legitimiteit/verwijder', { id: 'PW-49-b', basis: 'leeg' })).status, 303);
  const r = await post('/legitimiteit/argument', { code: 'PW-49-b', revisie: '0', ruimte: 'Omdat het moet', basis_ruimte });
  assert.equal(r.status, 409);
  assert.deepEqual(bothSides(r.text), ['Dit artikel is weggehaald.', 'Omdat het moet']);
  await chooses(r.text, '/legitimiteit/argument');
  assert.match(await get('legitimiteit'), />Omdat het moet<\/textarea>/);
});

test('a page of before there were parts still saves its argument', async () => {
  const basis_argument = hidden(await get('legitimiteit'), 'basis_ruimte');
  assert.equal((await post('/legitimiteit/argument', { code: 'PW-49-b', revisie: '0', argument: 'Van de oude pagina', basis_argument })).status, 303);
  assert.match(await get('legitimiteit'), />Van de oude pagina<\/textarea>/);
});

test('a form that was refused keeps the stamps it had', async () => {
  const fields = { revisie: '0', wens: 'x'.repeat(20001), basis_wens: 'leeg', perspectief: '', basis_perspectief: 'leeg' };
  const r = await post('/toekomst', fields);
  assert.equal(r.status, 422);
  assert.equal(hidden(r.text, 'basis_wens'), 'leeg', 'not of what came in between');
  assert.equal((await post('/toekomst', { ...fields, wens: 'korter' })).status, 409);
});

test('stamps that are no stamps are 400', async () => {
  for (const basis of ['A', 'x'.repeat(201), "'", '%']) {
    assert.equal((await post('/actieplan/verwijder', { id: 'a1', basis })).status, 400, basis);
  }
});

test('a copy that does not fit says so on the page, and what to do', async () => {
  const tariffs = ['WON-ACHT', 'WMO-BEG-IND'];
  for (let i = 0; i < 60; i++) assert.equal((await post('/rendement/regel', line(`d${i}`, { scenario: 'dreigend', tarief: tariffs[1] }))).status, 303);
  const before_ = everything();
  const r = await post('/rendement/neem-over', { scenario: 'dreigend', id: `r${revision()}` });
  assert.equal(r.status, 422);
  assert.match(r.text, /Er passen niet meer dan 60 regels in een scenario\. Er is niets overgenomen\. Haal eerst regels weg/);
  assert.deepEqual(everything(), before_);
});

test('what is sent to a plan that was handed in is given back', async () => {
  sql("UPDATE plan_version v SET handed_in_at = now() OF_PETER WHERE v.plan_id = p.id");
  for (const fields of [{ wat: 'bel <Noor>', wie: '', wanneer: '' }, { wat: 'bel <Noor>', wie: 'ik', wanneer: 'nu' }]) {
    const r = await post('/actieplan/actie', { id: 'a9', basis: 'leeg', ...fields });
    assert.equal(r.status, 409);
    assert.match(r.text, /Dit plan is al ingeleverd/);
    assert.match(r.text, /lms-written">bel &lt;Noor&gt;</);
    assert.match(r.text, new RegExp(`href="${CASUS}"`));
  }
});

/* Where somebody else's file sends the same again. */
const ELSEWHERE = {
  '/inleveren': 'plan.test.mjs', '/opnieuw': 'plan.test.mjs', '/meenemen': 'take.test.mjs', '/meenemen/ongedaan': 'take.test.mjs',
  '/versie/:nummer/antwoord': 'feedback.test.mjs', '/versie/:nummer/hulp': 'feedback.test.mjs',
  '/versie/:nummer/expert': 'feedback.test.mjs', '/versie/:nummer/reactie': 'review.test.mjs',
};

test('every POST of a plan was sent again here, or is elsewhere', () => {
  const posts = routes().filter(({ method, path }) => method === 'POST' && path.includes('/plan')).map(({ path }) => path.split('/plan')[1]);
  const here = [...tried].map((path) => (['/toekomst', '/doorbraak'].includes(path) ? '/:pagina' : path));
  assert.deepEqual(posts.filter((path) => !here.includes(path)).sort(), Object.keys(ELSEWHERE).sort());
});
