// SPDX-License-Identifier: EUPL-1.2
// take.test.mjs - a plan taken along: on paper, as a file that the rekenkern
// reads, and read again into a draft, with every fault named and a way back.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Visitor, makePeople, slugs, tokenIn } from './helpers.mjs';

const { cursus } = slugs();
const casus = 'dreigende-ontruiming';
const CASUS = `/cursus/${cursus}/casus/${casus}`;
const PLAN = `${CASUS}/plan`;
const ROOT = new URL('../../', import.meta.url);
const EXPERT = JSON.parse(readFileSync(new URL(`courses/${cursus}/casussen/${casus}/plan.json`, ROOT), 'utf8'));

/** The expert's plan of the case as a file to read. */
const expertFile = () => ({
  ...EXPERT.rekenkern,
  plan_b: true,
  leeromgeving: {
    cursus, casus,
    teksten: { ...EXPERT.teksten, plan_b: EXPERT.plan_b },
    artikelen: EXPERT.artikelen, acties: EXPERT.acties,
  },
});

let peter, daan;
before(async () => {
  const people = makePeople('Gemeente Meenemen', { peter: 'cursist', daan: 'cursist' });
  [peter, daan] = await Promise.all([people.peter, people.daan].map((who) => new Visitor().logIn(who)));
  const r = await peter.post(PLAN, { csrf: await peter.csrf() });
  assert.equal(r.status, 303, r.text);
});

const field = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

/** Sends a file as the form does. */
async function send(visitor, text, { yes = true, form } = {}) {
  const page = form ?? (await visitor.get(`${PLAN}/meenemen`)).text;
  const data = new FormData();
  data.set('csrf', tokenIn(page));
  data.set('id', /name="id" value="([^"]*)"><input type="hidden" name="revisie"/.exec(page)[1]);
  data.set('revisie', field(page, 'revisie'));
  if (yes) data.set('vervang', 'ja');
  if (text !== null) data.set('bestand', new Blob([text], { type: 'application/json' }), 'plan.json');
  const request = new Request('http://x/', { method: 'POST', body: data });
  return visitor.postRaw(`${PLAN}/meenemen`, Buffer.from(await request.arrayBuffer()),
    { 'content-type': request.headers.get('content-type') });
}

const file = async (visitor) => JSON.parse((await visitor.get(`${PLAN}/bestand`)).text);

/** What the rekenkern says of a file, and what it warns for. */
function reken(plan) {
  return JSON.parse(execFileSync(fileURLToPath(new URL('.build/rekenkern', ROOT)), ['reken'],
    { input: JSON.stringify(plan), encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] }));
}

test('a file goes into an empty draft, and comes out as the same plan', async () => {
  const r = await send(peter, JSON.stringify(expertFile()), { yes: false });
  assert.equal(r.status, 422, 'an empty draft still says yes, in its own form');
  const done = await send(peter, JSON.stringify(expertFile()));
  assert.equal(done.status, 303, done.text);
  assert.match(done.headers.get('location'), new RegExp(`^${PLAN}/meenemen\\?ingelezen=[a-z0-9]+#ingelezen$`));
  const out = await file(peter);
  assert.deepEqual(out.leeromgeving.teksten, expertFile().leeromgeving.teksten);
  assert.deepEqual(out.leeromgeving.artikelen, EXPERT.artikelen);
  assert.deepEqual(out.leeromgeving.acties, EXPERT.acties);
  for (const [name, lines] of Object.entries(EXPERT.rekenkern.scenarios)) {
    assert.equal(out.scenarios[name].length, lines.length, name);
    lines.forEach((line, i) => assert.deepEqual(
      { ...out.scenarios[name][i], id: line.id }, { ...out.scenarios[name][i], ...line }, `${name} ${i}`));
  }
  assert.ok(!JSON.stringify(out).includes('Peter'), 'nobody is named');
  const sum = reken(out);
  assert.equal(sum.tov_dreigende_situatie.totale_baten, 7935420);
  assert.equal(sum.tarieventabel_versie, out.tarieventabel_versie);
});

test('a file in the same draft asks first, and can be undone once', async () => {
  const before = await file(peter);
  const other = expertFile();
  other.scenarios = { ...other.scenarios, huidig: other.scenarios.huidig.slice(0, 1) };
  other.leeromgeving = { ...other.leeromgeving, teksten: { situatie: 'Iets anders.' }, artikelen: [], acties: [] };
  const asked = await send(peter, JSON.stringify(other), { yes: false });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Er is niets ingelezen/);
  assert.match(asked.text, /Vervang wat er nu staat/);
  assert.deepEqual(await file(peter), before);

  const done = await send(peter, JSON.stringify(other));
  assert.equal(done.status, 303, done.text);
  const now = await file(peter);
  assert.equal(now.scenarios.huidig.length, 1);
  assert.equal(now.leeromgeving.teksten.situatie, 'Iets anders.');
  assert.equal(now.leeromgeving.teksten.wens, '');
  const page = (await peter.get(done.headers.get('location').replace(/#.*/, ''))).text;
  assert.match(page, /Het bestand is ingelezen/);
  const id = /ongedaan"><input type="hidden" name="csrf" value="[^"]*"><input type="hidden" name="id" value="([a-z0-9]+)"/.exec(page)[1];
  const undo = () => peter.csrf().then((csrf) => peter.post(`${PLAN}/meenemen/ongedaan`, { csrf, id }));
  assert.equal((await undo()).status, 303);
  assert.deepEqual(await file(peter), before);
  assert.equal((await undo()).status, 303, 'twice is once');
  assert.deepEqual(await file(peter), before);
});

test('the same form twice reads the file once; a form of before somebody worked on reads nothing', async () => {
  const form = (await peter.get(`${PLAN}/meenemen`)).text;
  const text = JSON.stringify(expertFile());
  assert.equal((await send(peter, text, { form })).status, 303);
  const first = await file(peter);
  assert.equal((await send(peter, text, { form })).status, 303);
  assert.deepEqual(await file(peter), first);
  const late = form.replace(/name="id" value="[^"]*"><input type="hidden" name="revisie"/, 'name="id" value="laat1"><input type="hidden" name="revisie"');
  const r = await send(peter, text.replace('Participatiewet', 'Iets'), { form: late });
  assert.equal(r.status, 409);
  assert.deepEqual(await file(peter), first);
});

test('an import on which somebody worked is not undone', async () => {
  const done = await send(peter, JSON.stringify(expertFile()));
  const page = (await peter.get(done.headers.get('location').replace(/#.*/, ''))).text;
  const id = /ongedaan"><input type="hidden" name="csrf" value="[^"]*"><input type="hidden" name="id" value="([a-z0-9]+)"/.exec(page)[1];
  const step = (await peter.get(`${PLAN}/toekomst`)).text;
  const saved = await peter.post(`${PLAN}/toekomst`, { csrf: tokenIn(step), revisie: field(step, 'revisie'), wens: 'Zelf verder.', perspectief: 'Zo.' });
  assert.equal(saved.status, 303, saved.text);
  const before = await file(peter);
  const r = await peter.post(`${PLAN}/meenemen/ongedaan`, { csrf: await peter.csrf(), id });
  assert.equal(r.status, 409);
  assert.match(r.text, /Er is niets teruggezet/);
  assert.deepEqual(await file(peter), before);
});

test('every fault is named with its path and what to do, and nothing is read', async () => {
  const before = await file(peter);
  const bad = expertFile();
  bad.rekenregels = { ...bad.rekenregels, horizon_jaren: 9 };
  bad.scenarios = structuredClone(bad.scenarios);
  bad.scenarios.huidig[0].per = 'kwartaal';
  bad.scenarios.dreigend[1].tarief_eurocent = 12.5;
  bad.scenarios.doorbraak[0].vreemd = 1;
  bad.leeromgeving.artikelen = [{ code: 'BESTAAT-NIET', ruimte: '' }];
  bad.leeromgeving.acties = [{ wat: '', wie: 'x'.repeat(201), wanneer: 'nu' }];
  const r = await send(peter, JSON.stringify(bad, null, 1));
  assert.equal(r.status, 422);
  for (const words of ['rekenregels.horizon_jaren: hier hoort een heel getal', 'scenarios.huidig[0].per: ‘kwartaal’ ken ik niet. Kies uit',
    'scenarios.dreigend[1].tarief_eurocent: hier hoort een heel getal', 'scenarios.doorbraak[0].vreemd: deze sleutel bestaat niet',
    'leeromgeving.artikelen[0].code: ‘BESTAAT-NIET’', 'leeromgeving.acties[0].wat: is leeg', 'leeromgeving.acties[0].wie: is langer dan 200']) {
    assert.ok(r.text.includes(words), `${words}\n${r.text.match(/<ul id="fouten-lijst">[\s\S]*?<\/ul>/)?.[0]}`);
  }
  assert.match(r.text, /<li>Regel \d+, rekenregels/);
  // What the core refuses, by the path in the file.
  const refused = expertFile();
  refused.scenarios = structuredClone(refused.scenarios);
  refused.scenarios.huidig[0].persoon = 'P9';
  refused.scenarios.huidig[1].hoeveelheid = '-1';
  const s = await send(peter, JSON.stringify(refused));
  assert.equal(s.status, 422);
  assert.match(s.text, /scenarios\.huidig\[0\]\.persoon: .*Kies HH, of iemand uit het huishouden/);
  assert.match(s.text, /scenarios\.huidig\[1\]\.hoeveelheid: .*Verbeter dit in het bestand/);
  for (const [text, words] of [['{', 'dit is geen goede JSON'], ['[]', 'dit is geen plan'], ['{"a":1,"a":2}', 'deze sleutel staat er twee keer'], ['\u0017[', 'dit is geen goede JSON'], ['{"a\\u007f":1}', 'met stuurtekens'], [`{"rekenregels":{"versie":"${'é'.repeat(600)}"}}`, 'rekenregels.versie: ‘éé'],
    [null, 'Er is geen bestand gekozen'], [' '.repeat(200001), 'te groot']]) {
    const t = await send(peter, text);
    assert.equal(t.status, 422, words);
    assert.ok(t.text.includes(words), words);
  }
  const elsewhere = expertFile();
  elsewhere.leeromgeving.casus = 'een-andere';
  assert.match((await send(peter, JSON.stringify(elsewhere))).text, /hoort bij de casus ‘een-andere’/);
  assert.deepEqual(await file(peter), before);
});

test('what a line says for the remarks comes along; what cannot be kept is refused', async () => {
  const SIGNS = { verlengde_jeugdhulp: true, verblijf24: false, ernstig: true, gebeurtenis: 'uitzetting' };
  const told = (signs) => {
    const plan = expertFile();
    plan.scenarios = { ...plan.scenarios, huidig: [{ ...plan.scenarios.huidig[0], ...signs }, ...plan.scenarios.huidig.slice(1)] };
    return JSON.stringify(plan);
  };
  assert.equal((await send(peter, told(SIGNS))).status, 303);
  const out = await file(peter);
  const signsOf = (line) => Object.fromEntries(Object.keys(SIGNS).filter((key) => key in line).map((key) => [key, line[key]]));
  assert.deepEqual(signsOf(out.scenarios.huidig[0]), SIGNS);
  assert.deepEqual(signsOf(out.scenarios.huidig[1]), {}, 'what is not said is not made up');
  reken(out);
  const bad = await send(peter, told({ verblijf24: 'ja', gebeurtenis: 'Een hele zin.' }));
  assert.equal(bad.status, 422);
  assert.match(bad.text, /scenarios\.huidig\[0\]\.verblijf24: hier hoort true of false/);
  assert.match(bad.text, /scenarios\.huidig\[0\]\.gebeurtenis: gebruik één woord/);
});

test('a bare sum for the rekenkern is a plan as well', async () => {
  const { rekenregels, huishouden, scenarios } = EXPERT.rekenkern;
  assert.equal((await send(peter, JSON.stringify({ rekenregels, huishouden, scenarios }))).status, 303);
  const out = await file(peter);
  assert.equal(out.leeromgeving.teksten.situatie, '');
  assert.equal(out.scenarios.dreigend.length, scenarios.dreigend.length);
});

test('a provision that no table knows is taken along and can be read again', async () => {
  const { rekenregels, huishouden, scenarios } = EXPERT.rekenkern;
  const { kasstroom, zekerheid, ...line } = { ...scenarios.huidig[0], code: 'ZELF-BEDACHT' };
  assert.equal((await send(peter, JSON.stringify({ rekenregels, huishouden, scenarios: { ...scenarios, huidig: [line] } }))).status, 303);
  const out = await file(peter);
  assert.ok(!('kasstroom' in out.scenarios.huidig[0]), 'what is unknown is not said');
  assert.equal((await send(peter, JSON.stringify(out))).status, 303);
  assert.deepEqual((await file(peter)).scenarios.huidig[0].code, 'ZELF-BEDACHT');
});

test('on paper: who, wish, law, the sum with both modes apart, actions and plan B', async () => {
  assert.equal((await send(peter, JSON.stringify(expertFile()))).status, 303);
  const { status, text } = await peter.get(`${PLAN}/afdruk`);
  assert.equal(status, 200);
  for (const words of ['Marlies (ouder, 38 jaar)', 'Gemaakt door', 'concept, opgeslagen op', 'Het huishouden is verzonnen', 'Hindernis',
    'De wet geeft ruimte', 'Participatiewet, artikel 49', '€\u00a0124.489', '−€\u00a05.784', '€\u00a079.354', 'Tel de twee baten nooit op',
    'Wie betaalt en wie baat heeft', 'Het actieplan', 'Plan B', 'Bronnen en grenzen', 'geen meting']) {
    assert.ok(text.includes(words), words);
  }
  assert.ok(!text.includes('73.570'), 'the two modes are never added');
});

test('what is not handed in or not yours is not there', async () => {
  for (const path of ['versie/1/afdruk', 'versie/1/bestand']) assert.equal((await peter.get(`${PLAN}/${path}`)).status, 404, path);
  for (const path of ['afdruk', 'bestand', 'meenemen']) {
    const r = await daan.get(`${PLAN}/${path}`);
    assert.equal(r.status, 303, path);
    assert.equal(r.headers.get('location'), CASUS);
  }
});
