// SPDX-License-Identifier: EUPL-1.2
// argument.test.mjs - the argument of an article in its parts: hindernis,
// ruimte and afweging, from the card to the file and the next version. Each
// test has a person of its own.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Visitor, makePeople, slugs, tokenIn } from './helpers.mjs';

const { cursus, casus } = slugs();
const CASUS = `/cursus/${cursus}/casus/${casus}`;
const PLAN = `${CASUS}/plan`;
const ARTICLE = `${PLAN}/legitimiteit#artikel-PW-49-b`;
let people;

before(() => {
  people = makePeople('Argument', { argover: 'cursist', argstopt: 'cursist', argvroeger: 'cursist', argmee: 'cursist' });
});

const field = (html, name) => new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(html)?.[1];
const input = (html, name) => new RegExp(`<input[^>]*\\bname="${name}"[^>]*\\bvalue="([^"]*)"`).exec(html)?.[1];

/** Somebody with a plan and one article, PW-49-b. */
async function argues(name) {
  const who = await new Visitor().logIn(people[name]);
  assert.equal((await who.post(PLAN, { csrf: await who.csrf() })).status, 303);
  const p = await page(who);
  assert.equal((await who.post(`${PLAN}/legitimiteit/kies`, { csrf: p.csrf, revisie: p.revisie, code: 'PW-49-b' })).status, 303);
  return who;
}

async function page(who, path = 'legitimiteit') {
  const { status, text } = await who.get(`${PLAN}/${path}`);
  assert.equal(status, 200, path);
  return { text, csrf: tokenIn(text), revisie: input(text, 'revisie') };
}

/** As the card's form does, with the stamps that it holds now. */
async function argue(who, parts) {
  const { text, csrf, revisie } = await page(who);
  const bases = Object.fromEntries(['hindernis', 'ruimte', 'afweging'].map((name) => [`basis_${name}`, input(text, `basis_${name}`)]));
  return who.post(`${PLAN}/legitimiteit/argument`, { csrf, revisie, code: 'PW-49-b', ...bases, ...parts });
}

function leadsTo(r, url) {
  assert.equal(r.status, 303, r.text.slice(0, 300));
  assert.equal(r.headers.get('location'), url);
}

test('a hindernis of step 3 is taken over with one press, with what was typed beside it', async () => {
  const who = await argues('argover');
  const { csrf, revisie } = await page(who, 'doorbraak');
  const hindernis = 'De regel zegt: eerst <de> schuld weg.';
  await who.post(`${PLAN}/doorbraak`, { csrf, revisie, hindernis, doorbraak: '' });
  const { text } = await page(who);
  assert.match(text, /In stap 3 schreef je: ‘De regel zegt: eerst &lt;de&gt; schuld weg\.’/);
  assert.match(text, /name="neem" value="De regel zegt: eerst &lt;de&gt; schuld weg\."/);
  leadsTo(await argue(who, { hindernis: ' ', ruimte: '', afweging: 'Want het is hier redelijk.', neem: hindernis }), ARTICLE);
  const after = (await page(who)).text;
  assert.equal(field(after, 'hindernis'), 'De regel zegt: eerst &lt;de&gt; schuld weg.');
  assert.equal(field(after, 'afweging'), 'Want het is hier redelijk.');
  assert.ok(!after.includes('name="neem"'), 'who has one is offered none');
  assert.match(after, /Schrijf nog de ruimte bij Participatiewet, artikel 49, onder b\./);
  const p = await page(who);
  await who.post(`${PLAN}/legitimiteit/kies`, { csrf: p.csrf, revisie: p.revisie, code: 'WGS-4-2' });
  const two = (await page(who)).text;
  assert.match(two, /Schrijf nog de hindernis, de ruimte en de afweging bij /);
  assert.equal(two.split('name="neem"').length - 1, 1, 'the same hindernis is offered once');
});

test('what the detector stops in one part is named there; the other parts stay', async () => {
  const who = await argues('argstopt');
  const r = await argue(who, { hindernis: '', ruimte: 'Het mag.', afweging: 'Bel 06-12345678 maar.' });
  assert.equal(r.status, 422);
  assert.match(r.text, /id="afweging-1-fout"/);
  assert.ok(!r.text.includes('id="ruimte-1-fout"'));
  assert.equal(field(r.text, 'ruimte'), 'Het mag.');
  assert.equal(field((await page(who)).text, 'ruimte'), '', 'nothing of it was stored');
});

test('earlier states of a part are in the history, and go back', async () => {
  const who = await argues('argvroeger');
  leadsTo(await argue(who, { ruimte: 'Dit is een lange zin over de ruimte van dit artikel.' }), ARTICLE);
  leadsTo(await argue(who, { ruimte: 'Kort.' }), ARTICLE);
  assert.match((await page(who, 'geschiedenis')).text, /De ruimte \(Participatiewet, artikel 49, onder b\)/);
  const { text, csrf } = await page(who, 'geschiedenis?tekst=ruimte:PW-49-b');
  leadsTo(await who.post(`${PLAN}/geschiedenis/terug`, { csrf, tekst: 'ruimte:PW-49-b', id: input(text, 'id'), basis: input(text, 'basis') }), ARTICLE);
  assert.equal(field((await page(who)).text, 'ruimte'), 'Dit is een lange zin over de ruimte van dit artikel.');
  assert.equal((await who.post(`${PLAN}/geschiedenis/terug`, { csrf, tekst: 'ruimte:PW-0', id: '1', basis: 'leeg' })).status, 400);
});

test('all parts go along: on paper and in the file', async () => {
  const who = await argues('argmee');
  const parts = { hindernis: 'De regel zegt nee.', ruimte: 'De wet zegt: het kan.', afweging: 'Daar staat tegenover dat het geld kost.' };
  leadsTo(await argue(who, parts), ARTICLE);
  const paper = (await who.get(`${PLAN}/afdruk`)).text;
  for (const words of Object.values(parts)) assert.ok(paper.includes(words), words);
  const file = JSON.parse((await who.get(`${PLAN}/bestand`)).text);
  assert.deepEqual(file.leeromgeving.artikelen, [{ code: 'PW-49-b', ...parts }]);
});
