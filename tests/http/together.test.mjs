// SPDX-License-Identifier: EUPL-1.2
// together.test.mjs - many who ask the same at the same time travel through the
// database as one (server/together.h). Nobody may notice: everybody gets their
// own page, and every answer is one act, also beside who may not ask at all.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Visitor, slugs, tokenIn } from './helpers.mjs';

const PEOPLE = 10;
const { cursus, module } = slugs();
const PAGE = `/cursus/${cursus}/${module}`;
const people = [];
let all; // questions, as a newcomer's page has them

const sql = (query) => execFileSync('psql', ['-XAtq', process.env.LEER_DATABASE, '-c', query], { encoding: 'utf8' }).trim();
const mine = (n) => `SELECT %s FROM answer a JOIN person p ON p.id = a.person_id AND p.email = 'samen${n}@voorbeeld.nl'`;

/** In one question: it is asked often. */
const storedOfAll = (list) => sql(`SELECT concat_ws(' ', ${list.map((n) => `(${mine(n).replace('%s', 'count(*)')})`)})`).split(' ').map(Number);

/** Which of us the page is for: its name, and whose form token it carries. */
function isFor(html, n) {
  for (let k = 0; k < PEOPLE; k += 1) {
    assert.equal(html.includes(`Samen de ${k}e`), k === n, `the page of ${n} and the name of ${k}`);
  }
  assert.equal(tokenIn(html), people[n].csrf);
}

const questions = (html) => [...html.matchAll(/name="vraag" value="([^"]+)"[\s\S]*?name="versie" value="([^"]+)"/g)].map(([, vraag, versie]) => ({ vraag, versie }));
const answer = (n, fields) => people[n].visitor.post(`${PAGE}/antwoord`, { keuze: '1', ...fields, csrf: people[n].csrf });

before(async () => {
  for (let n = 0; n < PEOPLE; n += 1) {
    const email = `samen${n}@voorbeeld.nl`;
    execFileSync('.build/leer', ['gebruiker', 'maak', '--email', email, '--naam', `Samen de ${n}e`, '--organisatie', 'Samen', '--rol', 'cursist'],
      { input: `alles-komt-samen-${n}\n` });
    const visitor = await new Visitor().logIn({ email, password: `alles-komt-samen-${n}` });
    people.push({ visitor, csrf: await visitor.csrf() });
  }
  all = questions((await people[0].visitor.get(PAGE)).text);
});

test('everybody gets their own page, beside visitors without a session', async () => {
  assert.equal((await answer(3, { ...all[0], poging: '1' })).status, 303);
  assert.equal((await answer(7, { ...all[1], poging: '1' })).status, 303);
  const before = await Promise.all(people.map((p) => p.visitor.get(PAGE)));
  before.forEach((r, n) => isFor(r.text, n));
  const stranger = new Visitor();
  for (let round = 0; round < 25; round += 1) {
    stranger.cookies.set('__Host-sid', 'A'.repeat(43));
    const [refused, ...pages] = await Promise.all([stranger.get(PAGE), ...people.map((p) => p.visitor.get(PAGE))]);
    assert.equal(refused.status, 303, 'who has no session logs in');
    assert.match(refused.headers.get('location'), /^\/inloggen/);
    pages.forEach((r, n) => assert.equal(r.text, before[n].text, `the page of ${n}`));
  }
});

test('answers that arrive at once are each stored once, also when they come twice', async () => {
  const free = people.map((_, n) => n).filter((n) => n !== 3 && n !== 7);
  for (const [i, q] of all.slice(0, 4).entries()) {
    const sent = await Promise.all(free.flatMap((n) => Array.from({ length: n === 0 ? 3 : 1 }, () => answer(n, { ...q, poging: '1', keuze: String(1 + n % 2) }))));
    for (const r of sent) assert.equal(r.status, 303, r.text);
    assert.deepEqual(storedOfAll(free), free.map(() => i + 1), 'answers of each');
  }
  assert.ok(Number(sql(`SELECT count(*) - count(DISTINCT a.xmin::text) FROM answer a JOIN person p ON p.id = a.person_id AND p.email LIKE 'samen%'`)) > 0,
    'some went in one transaction');
  for (const n of free) {
    assert.equal(sql(`${mine(n).replace('%s', 'DISTINCT a.chosen')}`), String(1 << (n % 2)), `the choice of ${n}`);
  }
});

test('an answer that may not be there is refused, and disturbs nobody', async () => {
  const [q] = all;
  const counts = storedOfAll(people.map((_, n) => n));
  const stranger = new Visitor();
  stranger.cookies.set('__Host-sid', 'B'.repeat(43));
  const [skips, carried, ...good] = await Promise.all([
    answer(1, { ...q, poging: '9' }),
    stranger.post(`${PAGE}/antwoord`, { csrf: people[2].csrf, ...q, poging: '2', keuze: '1' }),
    ...[2, 4, 5, 6, 8, 9].map((n) => answer(n, { ...q, poging: '2' })),
  ]);
  assert.notEqual(skips.status, 200);
  assert.notEqual(carried.status, 200);
  for (const r of good) assert.equal(r.status, 303, r.text);
  const after = storedOfAll(people.map((_, n) => n));
  assert.deepEqual(after.map((c, n) => c - counts[n]), people.map((_, n) => ([2, 4, 5, 6, 8, 9].includes(n) ? 1 : 0)));
});
