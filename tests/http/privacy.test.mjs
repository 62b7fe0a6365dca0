// SPDX-License-Identifier: EUPL-1.2
// privacy.test.mjs - what points to a real person is stopped on every form of
// a plan, with the words given back; and what is stored, is sealed.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { detect } from '../../assets/src/js/detect.js';
import { logIn, slugs } from './helpers.mjs';

const { cursus, casus } = slugs();
const CASUS = `/cursus/${cursus}/casus/${casus}`;
const PLAN = `${CASUS}/plan`;
const SLIP = 'Bel haar op 06-12345678 of via marlies@voorbeeld.nl.';
const PLANTED = 'De zus van Kwibus komt op dinsdag eten.';

let learner;

before(async () => {
  learner = await logIn('sanne');
  await learner.post(PLAN, { csrf: await learner.csrf() });
});

async function form(name) {
  const { text } = await learner.get(`${PLAN}/${name}`);
  return { csrf: await learner.csrf(), revisie: /name="revisie" value="(\d+)"/.exec(text)[1], text };
}

const dump = () => execFileSync('/usr/lib/postgresql/15/bin/pg_dump', [process.env.LEER_DATABASE], { encoding: 'utf8', maxBuffer: 1 << 28 });

const set = (name) => readFileSync(new URL(`../fixtures/privacy/${name}`, import.meta.url), 'utf8').trim().split('\n');

// The same two sets that tests/unit/core/privacy_test.c has for the server.
test('the script of the page finds what the server finds', async () => {
  const KINDS = { bsn: 'bsn', iban: 'iban', telefoon: 'phone', 'e-mail': 'email', adres: 'address', geboorte: 'birth' };
  const planted = set('gepland.tsv').map((row) => row.split('\t')).filter(([kind]) => kind in KINDS);

  assert.ok(planted.length >= 470);
  for (const [kind, what, sentence] of planted)
    assert.equal(detect(sentence.replaceAll('\\n', '\n'))?.kind, KINDS[kind], `${what}: ${sentence}`);
  assert.deepEqual(set('schoon.txt').filter((sentence) => detect(sentence)), []);
  assert.match((await learner.get(`${PLAN}/huishouden`)).text, /<script src="\/assets\/privacy\.[0-9a-f]{8}\.js" defer>/);
  assert.ok(!(await learner.get('/account')).text.includes('/assets/privacy.'));
});

test('a text with a telephone number comes back with the place and the remedy', async () => {
  const { csrf, revisie } = await form('huishouden');
  const r = await learner.post(`${PLAN}/huishouden`, { csrf, revisie, situatie: SLIP, knelt: 'De huur.' });

  assert.equal(r.status, 422);
  assert.match(r.text, /‘06-12345678’ lijkt een telefoonnummer\. Haal het weg/);
  assert.ok(r.text.includes(`>${SLIP}</textarea>`), 'nothing is lost');
  assert.ok(r.text.includes('>De huur.</textarea>'));
  assert.ok(!(await form('huishouden')).text.includes('06-12345678'), 'nothing is stored');
});

test('so it is while typing', async () => {
  const { csrf, revisie } = await form('huishouden');
  const r = await learner.post(`${PLAN}/huishouden`, { csrf, revisie, situatie: SLIP, knelt: '' }, { 'x-leer-deel': 'opslaan' });

  assert.equal(r.status, 422);
  assert.match(JSON.parse(r.text).melding, /lijkt een telefoonnummer/);
});

test('so it is in an action, and in the reason why a line stops', async () => {
  const action = await learner.post(`${PLAN}/actieplan/actie`,
    { csrf: await learner.csrf(), id: 'a1', basis: 'leeg', wat: 'bellen', wie: 'BSN 111222333', wanneer: 'morgen' });
  assert.equal(action.status, 422);
  assert.match(action.text, /lijkt een burgerservicenummer/);
  assert.ok(action.text.includes('111222333'), 'it is given back');

  const tariff = /<option value="([^"]+)"/.exec(/<select[^>]*name="tarief"[\s\S]*?<\/select>/.exec((await learner.get(`${PLAN}/rendement?regel=r1`)).text)?.[0] ?? '')?.[1]
    ?? /name="tarief" value="([^"]+)"/.exec((await learner.get(`${PLAN}/rendement`)).text)?.[1] ?? 'PW-NORM-ALL';
  const line = await learner.post(`${PLAN}/rendement/regel`, { csrf: await learner.csrf(), id: 'r1', basis: 'leeg', scenario: 'huidig', tarief: tariff,
    persoon: 'HH', hoeveelheid: '1', per: 'maand', duur_aantal: '12', duur_eenheid: 'maand', start_maand: '1', betaler: 'gemeente', stopreden: SLIP });
  assert.equal(line.status, 422, line.text.slice(0, 300));
  assert.ok(line.text.includes('marlies@voorbeeld.nl'), 'it is given back');
  assert.ok(!dump().includes('marlies@voorbeeld.nl'));
});

test('a name that is not in the case is asked about, and stored', async () => {
  const { csrf, revisie } = await form('huishouden');
  const r = await learner.post(`${PLAN}/huishouden`, { csrf, revisie, situatie: `${PLANTED} Mevrouw Zwiepstra kookt.`, knelt: '', naar: 'huishouden' });

  assert.equal(r.status, 303);
  assert.match((await form('huishouden')).text, /‘Mevrouw Zwiepstra’ is een naam die niet in de casus staat/);
});

test('a dump of the database holds nothing that somebody wrote', async () => {
  assert.ok((await form('huishouden')).text.includes(PLANTED), 'who wrote it reads it');
  const text = dump();
  assert.ok(text.includes('plan_text') && text.length > 50000);
  assert.ok(!text.includes('Kwibus'));
});

// A worker remembers for a minute with which key somebody writes: not longer
// than they stay in that organisation.
test('who moves to another organisation writes under the key of that one', async () => {
  const karin = await logIn('karin');
  const ids = [...(await karin.get('/account')).text.matchAll(/name="organisatie" value="(\d+)"/g)].map(([, id]) => id);
  const move = async (id) => assert.equal((await karin.post('/account/organisatie', { csrf: await karin.csrf(), organisatie: id })).status, 303);
  const home = /(\d+)\.\d+/.exec(/data-persoon="([^"]*)"/.exec((await karin.get('/account')).text)[1])[1];
  const other = ids.find((id) => id !== home);

  assert.ok(other, `${home}: ${ids}`);
  for (const id of [home, other]) {
    await move(id);
    await karin.post(PLAN, { csrf: await karin.csrf() });
  }
  for (let i = 0; i < 8; i++) {
    const [here, there] = i % 2 ? [home, other] : [other, home];

    await move(here);
    assert.equal((await karin.get(`${PLAN}/toekomst`)).status, 200); // brings the key along
    await move(there);
    const r = await karin.post(`${PLAN}/toekomst`, { csrf: await karin.csrf(), revisie: '99999', wens: `Wens ${i}`, perspectief: '', naar: 'toekomst' });
    assert.equal(r.status, 303, r.text.slice(0, 300));
    assert.ok((await karin.get(`${PLAN}/toekomst`)).text.includes(`>Wens ${i}</textarea>`));
  }
});
