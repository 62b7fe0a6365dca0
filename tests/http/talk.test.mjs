// SPDX-License-Identifier: EUPL-1.2
// talk.test.mjs - asking about a case, without a browser: time is spent once,
// what was not asked is nowhere to be read, and after handing in all is.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Visitor, makePeople, tokenIn } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const JORIS = '08-gesprek-jeugdhulp';
const MARLIES = '06-gesprek-marlies-en-rachid';
const SECRET = '3 uur per week'; // only Joris says it
const sql = (query) => execFileSync('psql', ['-X', '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c', query], { encoding: 'utf8' }).trim();

let people, yara, window2, anouk;
before(async () => {
  people = makePeople('Gemeente Praten', { yara: 'cursist', anouk: 'coach' });
  [yara, window2, anouk] = await Promise.all([people.yara, people.yara, people.anouk].map((who) => new Visitor().logIn(who)));
});

const page = async (visitor, path = CASUS) => (await visitor.get(path)).text;
const seen = (html) => /name="na" value="(\d+)"/.exec(html)?.[1];
const left = (html) => /Je hebt nog ([^.<]*)\./.exec(html)?.[1];

/** What the page's own form sends. */
async function form(visitor, gesprek) {
  const html = await page(visitor);
  return { csrf: tokenIn(html), na: seen(html), ...(gesprek && { gesprek }) };
}

function assertLeadsTo(r, path) {
  assert.equal(r.status, 303, r.text.slice(0, 300));
  assert.equal(r.headers.get('location'), path);
}

test('what was not asked is on no page and at no address', async () => {
  const html = await page(yara);
  assert.equal(left(html), '3 uur');
  assertLeadsTo(await yara.get(`${CASUS}/document/${JORIS}`), `${CASUS}#praten`);
  assert.ok(!html.includes(SECRET));
});

test('asking begins the plan, and a form that is sent twice asks once', async () => {
  const fields = await form(yara, JORIS);
  for (let i = 0; i < 2; i++) assertLeadsTo(await yara.post(`${CASUS}/gesprek`, fields), `${CASUS}/document/${JORIS}`);
  const html = await page(yara, `${CASUS}/document/${JORIS}`);
  assert.match(html, /Waarom hoor je hier zo weinig\?/);
  assert.ok(!html.includes(SECRET));
  assert.equal(left(html), '2 uur en 50 minuten');
});

test('ten presses at once are one', async () => {
  const fields = await form(yara, MARLIES);
  const answers = await Promise.all(Array.from({ length: 10 }, () => yara.post(`${CASUS}/gesprek`, fields)));
  for (const r of answers) assertLeadsTo(r, `${CASUS}/document/${MARLIES}`);
  assert.equal(left(await page(yara)), '1 uur en 50 minuten');
});

test('a second window that knows less spends nothing, and says so', async () => {
  const old = await form(window2, '13-gesprek-team-inkomen');
  await yara.post(`${CASUS}/gesprek`, await form(yara, JORIS));
  const r = await window2.post(`${CASUS}/gesprek`, old);
  assertLeadsTo(r, `${CASUS}?gesprek=anders#praten`);
  const html = await page(window2, `${CASUS}?gesprek=anders`);
  assert.match(html, /in een ander venster iemand anders/);
  assert.equal(left(html), '1 uur en 20 minuten');
});

test('what was said stays, also beside the plan', async () => {
  assert.ok((await page(yara, `${CASUS}/document/${JORIS}`)).includes(SECRET));
  const plan = await page(yara, `${CASUS}/plan/huishouden`);
  assert.ok(plan.includes(SECRET));
  assert.ok(!plan.includes('Waarom pas op 18 januari?'), 'Petra was not asked');
});

test('there is no more time than the case gives', async () => {
  for (const gesprek of ['11-gesprek-woonstichting', '12-gesprek-schuldhulp', '13-gesprek-team-inkomen']) await yara.post(`${CASUS}/gesprek`, await form(yara, gesprek));
  const html = await page(yara);
  assert.equal(left(html), '5 minuten');
  assert.match(html, /kost 45 minuten\. Daar is geen tijd meer voor/);
  const r = await yara.post(`${CASUS}/gesprek`, await form(yara, '10-wat-kan-er-gebeuren').then((f) => ({ ...f, na: seen(html) ?? '6', csrf: f.csrf })));
  assertLeadsTo(r, `${CASUS}?gesprek=tijd#praten`);
});

test('somebody else sees nothing of it; a coach may read every talk', async () => {
  const html = await page(anouk);
  assert.equal(left(html), '3 uur');
  assert.match(html, /Lees als coach/);
  const talk = await page(anouk, `${CASUS}/document/${JORIS}`);
  assert.ok(talk.includes(SECRET));
  assert.match(talk, /Je leest dit als coach/);
});

test('anew: all time back, and what was heard is asked for again', async () => {
  const fields = await form(yara);
  for (let i = 0; i < 2; i++) assertLeadsTo(await yara.post(`${CASUS}/gesprek/opnieuw`, fields), `${CASUS}#praten`);
  assert.equal(left(await page(yara)), '3 uur');
  assertLeadsTo(await yara.get(`${CASUS}/document/${JORIS}`), `${CASUS}#praten`);
  assert.equal(sql(`SELECT count(*) FROM plan_asked a JOIN plan p ON p.id = a.plan_id JOIN person m ON m.id = p.person_id
    WHERE m.email = '${people.yara.email}'`), '7', 'the old choices are kept');
});

test('after handing in all can be read, marked when it was not asked', async () => {
  sql(`UPDATE plan_version v SET handed_in_at = now() FROM plan p JOIN person m ON m.id = p.person_id
    WHERE p.id = v.plan_id AND m.email = '${people.yara.email}'`);
  const html = await page(yara);
  assert.match(html, /: niet gevraagd/);
  assert.equal(left(html), undefined);
  const talk = await page(yara, `${CASUS}/document/${JORIS}`);
  assert.ok(talk.includes(SECRET));
  assert.match(talk, /niet gevraagd/);
});
