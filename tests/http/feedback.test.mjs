// SPDX-License-Identifier: EUPL-1.2
// feedback.test.mjs - from feedback to a better plan, without a browser: a
// question first, a hint and the expert's way on request, an answer, a new
// version that carries what is open, and what improved. Roos has a plan that
// was handed in before there were rules.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Visitor, demo, logIn, tokenIn } from './helpers.mjs';

const ROOS = 'Roos Vermeer';
const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const PLAN = `${CASUS}/plan`;
const RULES = JSON.parse(readFileSync(new URL('../../courses/de-basis/casussen/dreigende-ontruiming/regels.json', import.meta.url))).regels;
const rule = (id) => RULES.find((r) => r.id === id);
const sql = (query) => execFileSync('psql', ['-X', '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c', query], { encoding: 'utf8' }).trim();
const OF_ROOS = `FROM plan_feedback f JOIN plan p ON p.id = f.plan_id JOIN person m ON m.id = p.person_id WHERE m.email LIKE 'roos@%'`;
const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
const plain = (text) => text.replace(/&amp;/g, '&').replace(/\u00a0/g, ' ');

let roos, sanne, anouk, roosId, opening, answering;
before(async () => {
  // Roos is an invented colleague of the demo: here with a password.
  const { email, password } = demo.accounts.find((a) => a.role === 'learner');
  sql(`UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE email = '${email}') WHERE email LIKE 'roos@%'`);
  [roos, sanne, anouk] = await Promise.all([new Visitor().logIn({ email: 'roos@voorbeeldstad.example', password }), logIn('sanne'), logIn('anouk')]);
  roosId = new RegExp(`href="/team/(\\d+)"[^>]*>\\s*${ROOS}`).exec((await anouk.get('/team')).text)?.[1];
});

const page = async (visitor, number = 1) => (await visitor.get(`${PLAN}/versie/${number}`)).text;
/** The part of the page that is about one rule. */
const item = (html, id) => plain(new RegExp(`id="r-${id}"[\\s\\S]*?(?=<li class="lms-signal|</ul>\\s*</section>)`).exec(html)?.[0] ?? '');

function assertLeadsTo(r, path) {
  assert.equal(r.status, 303, r.text.slice(0, 300));
  assert.equal(r.headers.get('location'), path);
}

async function open(visitor, regel, niveau, number = 1) {
  return visitor.post(`${PLAN}/versie/${number}/hulp`, { csrf: await visitor.csrf(), regel, niveau });
}

async function answer(visitor, regel, fields, number = 1) {
  const html = await page(visitor, number);
  const basis = new RegExp(`name="regel" value="${regel}"><input type="hidden" name="basis" value="([a-z0-9]+)"`).exec(html)?.[1];
  return visitor.post(`${PLAN}/versie/${number}/antwoord`, { csrf: tokenIn(html), regel, klopt: 'nee', basis, ...fields });
}

async function handIn() {
  const html = (await roos.get(`${PLAN}/inleveren`)).text;
  return roos.post(`${PLAN}/inleveren`, { csrf: tokenIn(html), revisie: /name="revisie" value="(\d+)"/.exec(html)[1] });
}

test('only the question is shown, under its value', async () => {
  const html = await page(roos);
  const shown = RULES.filter((r) => r.vraag && item(html, r.id).includes(r.vraag));
  assert.ok(shown.length >= 3, html.slice(0, 200));
  for (const r of shown) {
    assert.ok(!plain(html).includes(r.hint), r.id);
    assert.ok(!item(html, r.id).includes(r.expert), r.id);
  }
  [opening, answering] = shown.map((r) => r.id);
});

test('a hint comes on request, then the way of the expert, and both stay', async () => {
  assertLeadsTo(await open(roos, opening, 1), `${PLAN}/versie/1#r-${opening}`);
  let html = item(await page(roos), opening);
  assert.ok(html.includes(rule(opening).hint));
  assert.ok(!html.includes(rule(opening).expert));
  assertLeadsTo(await open(roos, opening, 2), `${PLAN}/versie/1#r-${opening}`);
  html = item(await page(roos), opening);
  assert.ok(html.includes(rule(opening).expert));
  assert.match(html, /Plan van de expert/);
  assertLeadsTo(await open(roos, opening, 1), `${PLAN}/versie/1#r-${opening}`);
  assert.ok(item(await page(roos), opening).includes(rule(opening).expert), 'what was shown stays shown');
});

const askExpert = async (visitor, deel, number = 1) => visitor.post(`${PLAN}/versie/${number}/expert`, { csrf: await visitor.csrf(), deel });
const EXPERT = JSON.parse(readFileSync(new URL('../../courses/de-basis/casussen/dreigende-ontruiming/plan.json', import.meta.url)));
const explained = `${PLAN}/versie/1/uitleg?cijfer=scenarios.doorbraak.totaal&van=expert`;

test('the plan of the expert is there when it is asked for, by part, and stays', async () => {
  const weighed = EXPERT.teksten.weging;
  assert.ok(!plain(await page(roos)).includes(weighed));
  assert.equal((await roos.get(explained)).status, 404);
  for (let i = 0; i < 2; i++) assertLeadsTo(await askExpert(roos, 'stap-5'), `${PLAN}/versie/1#deel-stap-5`);
  let html = plain(await page(roos));
  assert.ok(html.includes(weighed));
  assert.ok(!html.includes('De rekensom naast die van de expert'));
  assert.equal((await roos.get(explained)).status, 404);
  assertLeadsTo(await askExpert(roos, 'som'), `${PLAN}/versie/1#deel-som`);
  html = plain(await page(roos));
  assert.ok(html.includes('De rekensom naast die van de expert') && html.includes(weighed));
  assert.equal((await roos.get(explained)).status, 200);
  assert.equal(sql(`SELECT string_agg(f.rule, ' ' ORDER BY f.rule COLLATE "C") ${OF_ROOS} AND f.rule LIKE '-%'`), '-som -stap-5');
});

test('a part that is none, or of somebody else, is refused', async () => {
  for (const deel of ['', 'stap-7', '-som', 'wens-marlies']) assert.equal((await askExpert(roos, deel)).status, 400, deel);
  assert.equal((await askExpert(roos, 'plan', 99)).status, 404);
  assert.equal((await askExpert(sanne, 'plan')).status, 404);
  assert.equal((await askExpert(anouk, 'plan')).status, 404);
  assert.equal((await roos.post(`${PLAN}/versie/1/expert`, { deel: 'plan' })).status, 403);
});

test('what is no rule, no level or no version of one\'s own is refused', async () => {
  assert.equal((await open(roos, 'bestaat-niet', 1)).status, 400);
  assert.equal((await open(roos, opening, 3)).status, 400);
  assert.equal((await open(roos, opening, 0)).status, 400);
  assert.equal((await open(roos, opening, 1, 99)).status, 404);
  assert.equal((await open(sanne, opening, 1)).status, 404);
  assert.equal((await open(anouk, opening, 1)).status, 404);
  assert.equal((await roos.post(`${PLAN}/versie/1/hulp`, { regel: opening, niveau: 1 })).status, 403);
  assert.equal((await sanne.post(`${PLAN}/versie/1/antwoord`, { csrf: await sanne.csrf(), regel: opening, klopt: 'nee', basis: 'leeg', antwoord: 'x' })).status, 404);
  assert.equal((await open(roos, RULES.find((r) => r.soort === 'goed gezien').id, 1)).status, 400);
});

test('an answer is saved once, also when it is sent twice', async () => {
  const html = await page(roos);
  const fields = { csrf: tokenIn(html), regel: answering, klopt: 'nee', basis: 'leeg', antwoord: ' Ik vraag het <Noor>. ' };
  for (let i = 0; i < 2; i++) assertLeadsTo(await roos.post(`${PLAN}/versie/1/antwoord`, fields), `${PLAN}/versie/1#r-${answering}`);
  assert.equal(sql(`SELECT count(*) ${OF_ROOS} AND f.answered_at IS NOT NULL`), '1');
  assert.match(await page(roos), />Ik vraag het &lt;Noor&gt;\.<\/textarea>/);
  assert.ok(!sql(`SELECT answer ${OF_ROOS}`).includes('Noor'), 'sealed');
});

test('a window that knows an older answer overwrites nothing, and shows both', async () => {
  const r = await answer(roos, answering, { basis: 'leeg', antwoord: 'Iets anders.' });
  assert.equal(r.status, 409);
  assert.match(r.text, /In een ander venster staat intussen/);
  assert.match(r.text, />Iets anders\.<\/textarea>/);
  assert.match(item(r.text, answering), /Ik vraag het &lt;Noor&gt;\./);
  assert.match(await page(roos), /Ik vraag het &lt;Noor&gt;\.<\/textarea>/);
});

test('who says that it is right, says why', async () => {
  const r = await answer(roos, opening, { klopt: 'ja', antwoord: ' ' });
  assert.equal(r.status, 422);
  assert.match(r.text, /<title>Fout: /);
  assert.match(r.text, /Schrijf erbij waarom/);
  assert.equal((await answer(roos, opening, { antwoord: 'x'.repeat(2001) })).status, 422);
});

test('the coach reads question, answer and what was asked for, and can change nothing', async () => {
  const html = (await anouk.get(`/team/${roosId}/de-basis/dreigende-ontruiming/1`)).text;
  assert.match(item(html, answering), /Ik vraag het &lt;Noor&gt;\./);
  assert.match(item(html, opening), new RegExp(`${ROOS} bekeek hoe de expert het deed\\.`));
  assert.ok(!html.includes('/antwoord"'));
  assert.ok(!html.includes('/hulp"'));
  assert.ok(!html.includes('/expert"'));
  assert.equal(html.split(`${ROOS} bekeek dit deel.`).length - 1, 2);
  assert.match(html, new RegExp(`${ROOS} bekeek de delen waar dat bij staat\\.`));
});

test('a new version tells what is solved and what is still open', async () => {
  await roos.post(`${PLAN}/opnieuw`, { csrf: await roos.csrf() });
  /** Saves one text; the other texts of that page stay as they are. */
  const write = async (where, name, text) => {
    const html = (await roos.get(`${PLAN}/${where}`)).text;
    const fields = { csrf: tokenIn(html), revisie: /name="revisie" value="(\d+)"/.exec(html)[1], naar: where };
    for (const [, field, basis, value] of html.matchAll(/name="basis_(\w+)" value="([^"]*)"><textarea[^>]*name="\w+"[\s\S]*?>([^<]*)<\/textarea>/g))
      Object.assign(fields, { [`basis_${field}`]: basis, [field]: field === name ? text : unescape(value) });
    const r = await roos.post(`${PLAN}/${where}`, fields);
    assert.equal(r.status, 303, r.text.slice(0, 500));
  };
  await write('onderbouwing', 'betrokkenheid', 'Zij staan erachter.');
  await write('toekomst', 'wens', 'Rust en stabiliteit.');
  assertLeadsTo(await handIn(), `${PLAN}/versie/2`);
  assert.ok(!(await page(roos, 2)).includes('Wat er veranderde'), 'version 1 is from before the rules');
  assert.ok(plain(await page(roos, 2)).includes(EXPERT.teksten.weging), 'it is the same plan of the expert: what was asked stays asked');
  assert.ok(item(await page(roos, 2), 'wens-marlies'));

  await roos.post(`${PLAN}/opnieuw`, { csrf: await roos.csrf() });
  let draft = plain((await roos.get(`${PLAN}/toekomst`)).text);
  assert.match(draft, /Uit de feedback op versie 2/);
  assert.ok(draft.includes(`href="${PLAN}/versie/2#r-wens-marlies">${rule('wens-marlies').vraag}`));
  assert.match(draft, /Staat nog open/);
  await write('toekomst', 'wens', 'Marlies zegt: in ons huis blijven en dat Sem op zijn school blijft.');
  draft = plain((await roos.get(`${PLAN}/toekomst`)).text);
  assert.match(draft, /Lijkt opgelost/);
  assertLeadsTo(await handIn(), `${PLAN}/versie/3`);
  const html = plain(await page(roos, 3));
  assert.match(html, /Wat er veranderde sinds versie 2/);
  assert.ok(html.includes(EXPERT.teksten.weging), 'also two versions on');
  assert.match(html, new RegExp(`Opgelost</h3>\\s*<ul>\\s*[\\s\\S]*${rule('wens-marlies').vraag.replace('?', '\\?')}`));
  assert.ok(html.includes(rule('wens-gezien').tekst));
  assert.equal(item(html, 'wens-marlies'), '');
});

test('an item that its maker explained is not carried on', async () => {
  const id = RULES.find((r) => r.plek === 'rendement' && r.soort === 'vraag').id;
  assertLeadsTo(await answer(roos, id, { klopt: 'ja', antwoord: 'De woonstichting wil niet meebetalen.' }, 3), `${PLAN}/versie/3#r-${id}`);
  await roos.post(`${PLAN}/opnieuw`, { csrf: await roos.csrf() });
  assert.ok(!plain((await roos.get(`${PLAN}/rendement`)).text).includes(rule(id).vraag));
});

test('a coach who opens the demo sees whom somebody asked, what was answered and what improved', async () => {
  const path = async (name, version) => `/team/${new RegExp(`href="/team/(\\d+)"[^>]*>\\s*${name}`).exec((await anouk.get('/team')).text)[1]}/de-basis/dreigende-ontruiming/${version}`;
  const noor = plain((await anouk.get(await path('Noor Haddad', 2))).text);
  assert.match(noor, /Wat er veranderde sinds versie 1[\s\S]*Opgelost<\/h3>\s*<ul>\s*<li>/);
  assert.match(noor, /Noor Haddad vroeg eerst Marlies en Rachid van Dalen, daarna Noor en haar mentor en Joris Peeters\./);
  assert.match(plain((await anouk.get(await path('Noor Haddad', 1))).text), /Daar had ik niet aan gedacht\. Ik pas mijn plan aan\./);
  const fatima = plain((await anouk.get(await path('Fatima el Idrissi', 1))).text);
  assert.match(fatima, /Vragen vóór de inwoner kostte 10 minuten\./);
  assert.match(fatima, /Fatima el Idrissi bekeek dit deel\./);
});
