// SPDX-License-Identifier: EUPL-1.2
// peer.test.mjs - two members of a class read each other's plans: what the
// coach opens, what a reader sees and sends, what a maker reads and says back.
// Without names, once, and for nobody else.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Visitor, makePeople, tokenIn } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const READ = `${CASUS}/lezen`;
const ROUNDS = '/team/samen-lezen';
const FORM = { 'x-leer-deel': 'opslaan' };
const SQL = ['-X', '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c'];
const sql = (query) => execFileSync('psql', [...SQL, query], { encoding: 'utf8' }).trim();

const visitors = {};
let team;
const wish = { lotte: 'De moeder wil hier blijven wonen.', mees: 'Het gezin wil rust aan tafel.' };

/** Hands in a plan with one text; whether it is complete is another test's. */
async function handIn(name) {
  const visitor = visitors[name];
  assert.equal((await visitor.post(`${CASUS}/plan`, { csrf: await visitor.csrf() })).status, 303);
  const r = await visitor.post(`${CASUS}/plan/toekomst`, { csrf: await visitor.csrf(), revisie: '0', wens: wish[name] ?? 'x', basis_wens: 'leeg', perspectief: '', basis_perspectief: 'leeg' });
  assert.equal(r.status, 303, r.text);
  sql(`UPDATE plan_version v SET handed_in_at = now() FROM plan p JOIN person m ON m.id = p.person_id
    WHERE m.email = '${name}@iedereen.example' AND v.plan_id = p.id AND v.handed_in_at IS NULL`);
}

before(async () => {
  const people = {
    ...makePeople('Hogeschool Samenlezen', { lotte: 'cursist', mees: 'cursist', laatkomer: 'cursist', juf: 'coach' }),
    ...makePeople('Hogeschool Elders', { elders: 'cursist', meester: 'coach' }),
  };
  for (const [name, who] of Object.entries(people)) visitors[name] = await new Visitor().logIn(who);
  await handIn('lotte');
  await handIn('elders');
  team = sql(`SELECT t.id FROM team t JOIN organisation o ON o.id = t.organisation_id WHERE o.name = 'Hogeschool Samenlezen'`);
});

const get = async (name, path) => (await visitors[name].get(path)).text;
const post = async (name, path, fields, headers) => visitors[name].post(path, { csrf: await visitors[name].csrf(), ...fields }, headers);
const round = (name, open) => post(name, ROUNDS, { team, cursus: 'de-basis', casus: 'dreigende-ontruiming', open });

/** The fields of the form as it stands, with changes. */
async function form(name, path, changes = {}) {
  const html = await get(name, path);
  const fields = {};
  for (const [, field, value] of html.matchAll(/name="(basis_[a-z-]+)" value="([^"]*)"/g)) {
    fields[field] = value;
    fields[field.slice(6)] = '';
  }
  for (const [, field, value] of html.matchAll(/type="radio" name="([a-z-]+)" value="([^"]*)"\s+checked/g)) fields[field] = value;
  for (const [, field, value] of html.matchAll(/<textarea[^>]*name="([a-z-]+)"[^>]*>([^<]*)<\/textarea>/g)) fields[field] = value;
  assert.ok(Object.keys(fields).length > 20, html.slice(0, 300));
  return { ...fields, ...changes };
}

const COMPLETE = {
  'eigen-wens': 'van-de-inwoner', 'eigen-deel': 'wel-genoemd', 'betrokkenheid-sterk': 'Je hoort de moeder praten.',
  'hindernis-en-ruimte': 'artikel-genoemd', 'ook-voor-anderen': 'geen-afweging', 'legitimiteit-vraag': 'Waarom past dit artikel hier?',
  'kosten-en-baten': 'goed-te-volgen', 'zeker-en-onzeker': 'kans-met-uitleg', 'rendement-sterk': 'Ik snap wat er stopt.',
};

test('closed until the coach of the class opens it', async () => {
  assert.match(await get('lotte', READ), /nog niet opengezet/);
  assert.equal((await post('lotte', READ)).status, 303);
  assert.match(await get('lotte', READ), /nog niet opengezet/);
  assert.equal((await round('meester', 'ja')).status, 404, 'a coach of another organisation');
  assert.equal((await round('lotte', 'ja')).status, 403, 'a learner');
  for (let i = 0; i < 2; i++) assert.equal((await round('juf', 'ja')).status, 303);
  assert.equal((await round('juf', 'misschien')).status, 400);
  assert.match(await get('juf', ROUNDS), /Sluit het lezen/);
});

test('who is early hears calmly what is waited for', async () => {
  assert.match(await get('laatkomer', READ), /nog niet opengezet|Lever eerst zelf een plan in/);
  assert.equal((await post('lotte', READ)).status, 303);
  assert.match(await get('lotte', READ), /We wachten op twee plannen uit je klas/);
  assert.equal((await visitors.lotte.get(`${READ}/1`)).status, 404);
  await handIn('mees');
  assert.match(await get('lotte', '/'), /Je mag twee plannen van anderen lezen/);
  assert.match(await get('lotte', READ), /Geef mij twee plannen om te lezen/);
});

test('asked three times, dealt once: a plan of another in the class, without a name or a time', async () => {
  const answers = await Promise.all([post('lotte', READ), post('lotte', READ), post('mees', READ)]);
  for (const r of answers) assert.equal(r.status, 303);
  assert.equal(sql(`SELECT count(*) FROM peer_deal WHERE team_id = ${team}`), '2');
  const page = await get('lotte', `${READ}/1`);
  assert.ok(page.includes(wish.mees), 'the sealed text of another opens for its reader');
  const main = page.slice(page.indexOf('<main'));
  for (const secret of ['mees', 'Mees', 'Ingeleverd', 'ingeleverd', '2026']) assert.ok(!main.includes(secret), secret);
  assert.match(main, /Je docent ziet wel wie wat schreef/);
  assert.match(await get('lotte', READ), /We wachten op nog één plan uit je klas/);
  for (const path of ['/2', '/3', '/0', '/x']) assert.equal((await visitors.lotte.get(READ + path)).status, 404, path);
  for (const name of ['juf', 'laatkomer', 'elders', 'meester']) assert.equal((await visitors[name].get(`${READ}/1`)).status, 404, name);
});

test('it is saved while writing, by the script or by the button; two windows never overwrite each other', async () => {
  const old = await form('lotte', `${READ}/1`);
  let r = await post('lotte', `${READ}/1`, { ...old, 'betrokkenheid-sterk': 'Begin.' }, FORM);
  assert.equal(r.status, 200, r.text);
  assert.match(JSON.parse(r.text).opgeslagen_om, /^\d\d:\d\d$/);
  assert.equal(typeof JSON.parse(r.text).basis['betrokkenheid-sterk'], 'string');
  const sealed = sql(`SELECT value FROM peer_word WHERE field = 'betrokkenheid-sterk' AND writer_id = (SELECT id FROM person WHERE email = 'lotte@iedereen.example')`);
  assert.ok(!sealed.includes('Begin'), 'stored sealed');
  r = await post('lotte', `${READ}/1`, { ...old, 'betrokkenheid-sterk': 'Anders.', doe: 'bewaar' });
  assert.equal(r.status, 409);
  assert.match(r.text, /Begin\./);
  assert.match(r.text, /Anders\./);
  assert.equal((await post('lotte', `${READ}/1`, { ...old, 'betrokkenheid-sterk': 'Anders.' }, FORM)).status, 409);
  r = await post('lotte', `${READ}/1`, { ...(await form('lotte', `${READ}/1`)), 'eigen-wens': 'van-de-inwoner', doe: 'bewaar' });
  assert.equal(r.status, 303);
  assert.match(await get('lotte', `${READ}/1`), /value="van-de-inwoner"\s+checked/);
});

test('what points to a real person, is no level or no field, is refused', async () => {
  const now = await form('lotte', `${READ}/1`);
  let r = await post('lotte', `${READ}/1`, { ...now, 'rendement-vraag': 'Bel mij op 06-12345678.', doe: 'bewaar' });
  assert.equal(r.status, 422);
  assert.match(r.text, /06-12345678/, 'and given back');
  assert.equal((await post('lotte', `${READ}/1`, { ...now, 'eigen-wens': 'tien' })).status, 400);
  assert.equal((await post('lotte', `${READ}/1`, { ...now, cijfer: '8' })).status, 400);
  r = await visitors.lotte.post(`${READ}/1`, { ...now, csrf: 'x'.repeat(43) });
  assert.equal(r.status, 403);
});

test('nothing is sent before each value has its words, and what was written is kept', async () => {
  const r = await post('lotte', `${READ}/1`, { ...(await form('lotte', `${READ}/1`)), ...COMPLETE, 'legitimiteit-vraag': ' ', doe: 'verstuur' });
  assert.equal(r.status, 422);
  assert.match(r.text, /Nog niet verstuurd/);
  assert.match(r.text, /minstens één zin/);
  assert.match(await get('lotte', `${READ}/1`), /Je hoort de moeder praten/);
  assert.match(await get('mees', READ), /nog niemand iets gestuurd/);
});

test('sent twice is sent once; other words after it are given back', async () => {
  const fields = { ...(await form('lotte', `${READ}/1`)), ...COMPLETE, doe: 'verstuur' };
  const answers = await Promise.all([post('lotte', `${READ}/1`, fields), post('lotte', `${READ}/1`, fields)]);
  for (const r of [...answers, await post('lotte', `${READ}/1`, fields)]) {
    assert.equal(r.status, 303, r.text);
    assert.equal(r.headers.get('location'), READ);
  }
  const r = await post('lotte', `${READ}/1`, { ...fields, 'betrokkenheid-sterk': 'Bij nader inzien.' });
  assert.equal(r.status, 409);
  assert.match(r.text, /al verstuurd/);
  assert.match(r.text, /Bij nader inzien/);
  const page = await get('lotte', `${READ}/1`);
  assert.match(page, /Verstuurd op/);
  assert.ok(!page.includes('Bij nader inzien'));
  assert.ok(!page.includes('name="eigen-wens"'), 'no form any more');
});

test('the maker gets one message, looks first or not, and reads it per value without a name', async () => {
  assert.match(await get('mees', '/'), /Eén lezer schreef iets over jouw plan/);
  assert.match(await get('mees', CASUS), /Eén lezer schreef iets/);
  const r = await post('mees', `${READ}/eigen`, { ...(await form('mees', `${READ}/eigen`)), 'eigen-wens': 'over-de-inwoner', doe: 'bewaar' });
  assert.equal(r.status, 303, r.text);
  const page = await get('mees', `${READ}/ontvangen`);
  const main = page.slice(page.indexOf('<main'));
  for (const words of ['Lezer 1', 'Jij zelf', 'Je hoort de moeder praten.', 'Ik hoor de inwoner zelf.', 'maar in woorden van de hulpverlener'])
    assert.ok(main.includes(words), words);
  assert.ok(!main.includes('otte'), 'no name');
  assert.ok(!/Eén lezer schreef/.test(await get('mees', '/')), 'it is not new any more');
  assert.equal((await visitors.lotte.get(`${READ}/ontvangen`)).status, 303, 'nobody wrote about hers');
});

test('the maker says something back once', async () => {
  assert.equal((await post('mees', `${READ}/ontvangen/1`, { terug: '' })).status, 422);
  assert.equal((await post('mees', `${READ}/ontvangen/1`, { terug: 'Mail me: a@b.nl' })).status, 422);
  assert.equal((await post('mees', `${READ}/ontvangen/2`, { geholpen: 'ja', terug: '' })).status, 404);
  const fields = { geholpen: 'ja', terug: 'Dank, ik leg het artikel uit.' };
  const answers = await Promise.all([post('mees', `${READ}/ontvangen/1`, fields), post('mees', `${READ}/ontvangen/1`, fields)]);
  for (const r of answers) assert.equal(r.status, 303, r.text);
  const r = await post('mees', `${READ}/ontvangen/1`, { terug: 'Toch niet.' });
  assert.equal(r.status, 409);
  assert.match(r.text, /Toch niet\./);
  const page = await get('lotte', READ);
  assert.match(page, /hier heb ik iets aan/);
  assert.match(page, /Dank, ik leg het artikel uit\./);
});

test('the coach of the class sees who wrote what; another coach and an administrator do not', async () => {
  const page = await get('juf', `${ROUNDS}/${team}/de-basis/dreigende-ontruiming`);
  for (const words of ['Het plan van mees', 'lotte, als Lezer 1', 'Je hoort de moeder praten.', 'Dank, ik leg het artikel uit.'])
    assert.ok(page.includes(words), words);
  assert.equal((await visitors.meester.get(`${ROUNDS}/${team}/de-basis/dreigende-ontruiming`)).status, 404);
  assert.equal((await visitors.lotte.get(`${ROUNDS}/${team}/de-basis/dreigende-ontruiming`)).status, 403);
});

test('after closing nothing is dealt, and what was dealt can be finished', async () => {
  assert.equal((await round('juf', 'nee')).status, 303);
  await handIn('laatkomer');
  await post('laatkomer', READ);
  await post('lotte', READ);
  assert.equal(sql(`SELECT count(*) FROM peer_deal WHERE team_id = ${team}`), '2');
  const r = await post('mees', `${READ}/1`, { ...(await form('mees', `${READ}/1`)), ...COMPLETE, doe: 'verstuur' });
  assert.equal(r.status, 303, r.text);
  assert.match(await get('lotte', '/'), /Eén lezer schreef iets/);
});

test('it goes with the account of the maker', async () => {
  const left = () => sql(`SELECT (SELECT count(*) FROM peer_deal WHERE team_id = ${team}) || ' ' || (SELECT count(*) FROM peer_word w JOIN person m ON m.id = w.writer_id WHERE m.email = 'lotte@iedereen.example')`);
  assert.equal(left(), '2 9');
  execFileSync('.build/leer', ['account', 'wis', '--email', 'mees@iedereen.example', '--ja'], { env: process.env, stdio: 'ignore' });
  assert.equal(left(), '0 0');
  assert.equal((await visitors.lotte.get(`${READ}/1`)).status, 404);
  assert.ok(tokenIn(await get('lotte', READ)), 'and the page still opens');
});
