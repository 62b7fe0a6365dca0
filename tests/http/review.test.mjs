// SPDX-License-Identifier: EUPL-1.2
// review.test.mjs - a coach reads what was handed in, writes beside it and
// sends one reaction; the maker reads one message, answers, and the coach is
// told once. Nobody else sees a word of it.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Visitor, logIn, makePeople, tokenIn } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const PLAN = `${CASUS}/plan`;
const READ = `${PLAN}/versie/1/reactie`;
const sql = (query) => execFileSync('psql', ['-X', '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c', query], { encoding: 'utf8' }).trim();
const input = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
const main = (html) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const home = async (who) => main((await who.get('/')).text);
const NEWS = 'Bericht van je coach';

const TEXTS = {
  huishouden: ['situatie', 'knelt'], toekomst: ['wens', 'perspectief'], doorbraak: ['hindernis', 'doorbraak'], overzicht: ['zelf', 'hulp'],
  onderbouwing: ['betrokkenheid', 'weging'], legitimiteit: ['legitimiteit'], rendement: ['kans_uitleg', 'rendement'], actieplan: ['plan_b'],
};

/** A plan that can be handed in, by the forms of the site. */
async function makePlan(who) {
  await who.post(PLAN, { csrf: await who.csrf() });
  for (const [page, fields] of Object.entries(TEXTS)) {
    const { text } = await who.get(`${PLAN}/${page}`);
    const r = await who.post(`${PLAN}/${page}`, { csrf: tokenIn(text), revisie: input(text, 'revisie'), ...Object.fromEntries(fields.map((f) => [f, `Over ${f} <van> Ali.`])) });
    assert.equal(r.status, 303, page);
  }
  const act = async (path, fields) => assert.equal((await who.post(`${PLAN}${path}`, { csrf: await who.csrf(), ...fields })).status, 303, path);
  const law = (await who.get(`${PLAN}/legitimiteit`)).text;
  await act('/legitimiteit/kies', { revisie: input(law, 'revisie'), code: 'PW-49-b' });
  await act('/actieplan/actie', { id: 'a1', basis: 'leeg', wat: 'Bel de verhuurder', wie: 'Noor', wanneer: 'morgen' });
  for (const [scenario, extra] of [['huidig', { stopreden: '' }], ['dreigend', { kans: '' }], ['doorbraak', { rol: 'interventie' }]]) {
    await act('/rendement/regel', { id: `r${scenario}`, basis: 'leeg', scenario, ...extra, tarief: 'WMO-BEG-IND', persoon: 'P1', hoeveelheid: '1', per: 'week',
      duur_aantal: '52', duur_eenheid: 'week', start_maand: '1', betaler: 'gemeente' });
  }
  await act('/rendement/kans', { kans_dreigend: '50', basis_kans_dreigend: 'leeg' });
}

async function handIn(who) {
  const { text } = await who.get(`${PLAN}/inleveren`);
  const r = await who.post(`${PLAN}/inleveren`, { csrf: tokenIn(text), revisie: input(text, 'revisie') });
  assert.equal(r.status, 303, r.text.slice(0, 400));
}

let ali, coach, other, bea, team, page;
before(async () => {
  const people = makePeople('Gemeente Reactie', { ali: 'cursist', bea: 'cursist', roosmarijn: 'coach', bart: 'coach' });
  [ali, bea, coach, other] = await Promise.all(['ali', 'bea', 'roosmarijn', 'bart'].map((name) => new Visitor().logIn(people[name])));
  await makePlan(ali);
  await handIn(ali);
  team = (await coach.get('/team')).text;
  const id = /href="\/team\/(\d+)"[^>]*>\s*ali/.exec(team)[1];
  page = `/team/${id}/de-basis/dreigende-ontruiming/1`;
});

const read = async (who) => (await who.get(who === ali ? READ : `${page}/reactie`)).text;
/** The stamp that the form beside this passage carries. */
const basisOf = (html, passage) => new RegExp(`name="passage" value="${passage}"><input type="hidden" name="basis" value="([a-z0-9]+)"`).exec(html)?.[1];

async function write(who, passage, opmerking, basis) {
  const html = await read(who);
  return who.post(`${page}/reactie`, { csrf: tokenIn(html), passage, opmerking, basis: basis ?? basisOf(html, passage) });
}

const sending = (html, fields) => {
  const form = html.slice(html.indexOf('id="stuur"'));
  return { csrf: tokenIn(form), ronde: input(form, 'ronde'), gezien: input(form, 'gezien'), basis: input(form, 'basis'), woorden: '', ...fields };
};
const send = async (who, fields) => who.post(`${page}/stuur`, sending(await read(who), fields));

test('the coach is led to a page where the plan can be read', async () => {
  assert.ok(team.includes(`href="${page}/reactie"`), 'the list of who needs the coach leads there');
  const html = await read(coach);
  assert.match(html, /Over wens &lt;van&gt; Ali\./);
  assert.match(html, /Schrijf hierbij/);
  assert.ok(!(await coach.get('/team')).text.includes('leverde vandaag een plan in'), 'it waits for nobody any more');
});

test('the maker sees that page without an empty shell, and no other person does', async () => {
  const html = main(await read(ali));
  assert.match(html, /Je plan zoals een ander het leest/);
  assert.ok(!html.includes('<form') && !html.includes('Reactie van'));
  for (const who of [bea, await logIn('anouk'), await logIn('sanne'), await logIn('daan'), await logIn('bram')]) {
    assert.ok([403, 404].includes((await who.get(`${page}/reactie`)).status));
    const csrf = await who.csrf();
    for (const [act, fields] of [['reactie', { passage: 'tekst:wens', opmerking: 'x', basis: 'leeg' }], ['stuur', { uitkomst: 'klaar', woorden: '', basis: 'leeg', gezien: 'leeg', ronde: 1 }], ['haal-terug', { ronde: 1 }]]) {
      assert.ok([403, 404].includes((await who.post(`${page}/${act}`, { csrf, ...fields })).status), act);
    }
  }
  assert.equal((await coach.post(`${page}/reactie`, { passage: 'tekst:wens', opmerking: 'x', basis: 'leeg' })).status, 403, 'without a token');
  assert.equal(sql(`SELECT count(*) FROM plan_review r JOIN plan p ON p.id = r.plan_id JOIN person m ON m.id = p.person_id WHERE m.email = 'ali@iedereen.example'`), '0');
});

test('a remark is kept once, sealed, and not seen by the maker or another coach', async () => {
  const basis = basisOf(await read(coach), 'tekst:wens');
  for (let i = 0; i < 2; i++) {
    const r = await write(coach, 'tekst:wens', ' Wie zegt <dit>? ', basis);
    assert.equal(r.status, 303);
    assert.equal(r.headers.get('location'), `${page}/reactie#p-tekst-wens`);
  }
  await write(coach, 'tekst:plan_b', 'Wat doe je als het misgaat?');
  await write(coach, 'som', 'Klopt dit?');
  assert.match(await read(coach), /Wie zegt &lt;dit&gt;\?<\/textarea>/);
  for (const who of [ali, other]) assert.ok(!(await read(who)).includes('Wie zegt'));
  assert.ok(!(await home(ali)).includes(NEWS));
  assert.equal(sql(`SELECT bool_or(text LIKE '%zegt%') FROM plan_review_note`), 'f');
  const r = await write(coach, 'tekst:wens', 'Iets anders', 'leeg');
  assert.equal(r.status, 409);
  assert.match(r.text, /In een ander venster staat hier/);
  assert.match(r.text, /lms-written">Wie zegt &lt;dit&gt;\?/);
});

test('what points to a real person is given back, and what is no passage is refused', async () => {
  const r = await write(coach, 'tekst:knelt', 'Bel 06 12345678 even.');
  assert.equal(r.status, 422);
  assert.match(r.text, /Bel 06 12345678 even\./);
  assert.equal((await write(coach, 'regel:weg', 'x', 'leeg')).status, 404);
  assert.equal((await write(coach, 'tekst:weg', 'x', 'leeg')).status, 400);
  const long = await write(coach, 'tekst:knelt', 'x'.repeat(2001));
  assert.equal(long.status, 422);
  assert.match(long.text, /Dit is te lang/);
});

test('a question needs words, and an outcome is chosen', async () => {
  const nothing = await send(coach, { woorden: 'Alvast dit.' });
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /Kies eerst wat je met je reactie zegt/);
  assert.match(nothing.text, /Alvast dit\.<\/textarea>/);
  assert.match((await send(coach, { uitkomst: 'vraag' })).text, /Schrijf je vraag op/);
  assert.ok(!(await home(ali)).includes(NEWS));
});

test('it is sent once, taken back while it was not opened, and sent again', async () => {
  const form = sending(await read(coach), { uitkomst: 'vraag', woorden: 'Wat wil het gezin zelf?' });
  for (let i = 0; i < 2; i++) assert.equal((await coach.post(`${page}/stuur`, form)).status, 303);
  assert.equal((await coach.post(`${page}/stuur`, { ...form, uitkomst: 'klaar' })).status, 409);
  assert.match(await home(ali), /roosmarijn las je plan voor ‘[^’]+’: één vraag en drie opmerkingen\./);
  const back = await coach.post(`${page}/haal-terug`, { csrf: form.csrf, ronde: 1 });
  assert.equal(back.status, 303);
  assert.ok(!(await home(ali)).includes(NEWS));
  assert.equal((await send(coach, { uitkomst: 'vraag', woorden: 'Wat wil het gezin zelf?' })).status, 303);
  assert.equal((await home(ali)).split(NEWS).length, 2, 'one message');
});

test('the maker reads it beside the plan, and the message is gone', async () => {
  const html = main(await read(ali));
  assert.match(html, /Reactie van roosmarijn/);
  assert.match(html, /met een vraag terug/);
  assert.match(html, /Wie zegt &lt;dit&gt;\?/);
  assert.match(html, /zien deze pagina ook, met wat jij antwoordt/);
  assert.ok(!(await home(ali)).includes(NEWS));
  await coach.post(`${page}/haal-terug`, { csrf: await coach.csrf(), ronde: 1 });
  assert.match(await read(ali), /Wie zegt &lt;dit&gt;\?/, 'too late to take it back');
  assert.match(await read(other), /Wie zegt &lt;dit&gt;\?/, 'the other coach of the team sees it too');
  assert.ok(!(await read(other)).includes('Haal je reactie terug'));
  assert.match((await ali.get(`${PLAN}/versie/1`)).text, /Met een vraag terug van roosmarijn, \d+ /);
});

async function reply(who, passage, antwoord, extra = {}) {
  const html = await read(who);
  const at = html.indexOf(`name="passage" value="${passage}"`);
  const van = /name="van" value="([^"]*)">$/.exec(html.slice(0, html.lastIndexOf('<input', at)))?.[1] ?? /.*name="van" value="([^"]*)"/s.exec(html.slice(0, at))[1];
  return who.post(READ, { csrf: tokenIn(html), van, passage, antwoord, basis: basisOf(html, passage), ...extra });
}

test('an answer is kept once, and the coach is told once', async () => {
  for (let i = 0; i < 2; i++) assert.equal((await reply(ali, 'geheel', 'Thuis <blijven>.')).status, 303);
  assert.equal((await reply(ali, 'tekst:wens', 'De moeder.', { gedaan: 'ja' })).status, 303);
  assert.equal((await reply(ali, 'tekst:wens', 'De vader.', { basis: 'leeg' })).status, 409);
  const list = main((await coach.get('/team')).text);
  assert.equal(list.split('antwoordde vandaag op je vraag').length, 2);
  assert.ok(!main((await other.get('/team')).text).includes('antwoordde vandaag'), 'it is not for the other coach');
  assert.match(await read(coach), /Thuis &lt;blijven&gt;\./);
  assert.ok(!main((await coach.get('/team')).text).includes('antwoordde vandaag'));
  assert.equal((await bea.post(READ, { csrf: await bea.csrf(), van: '1-1', passage: 'geheel', antwoord: 'x', basis: 'leeg' })).status, 404);
});

test('while revising it stands beside the step, with the passage as it was', async () => {
  assert.equal((await ali.post(`${PLAN}/opnieuw`, { csrf: await ali.csrf() })).status, 303);
  const { text } = await ali.get(`${PLAN}/toekomst`);
  assert.match(text, /Van je coach, over versie 1/);
  assert.match(text, /Wat wil het gezin zelf\?/);
  assert.ok(!main(text).includes('Wie zegt'), 'what is done is not there');
  const at = (await ali.get(`${PLAN}/actieplan`)).text;
  assert.match(at, /Wat doe je als het misgaat\?/);
  await ali.post(`${PLAN}/actieplan`, { csrf: tokenIn(at), revisie: input(at, 'revisie'), plan_b: 'Dan bellen we.' });
  assert.match((await ali.get(`${PLAN}/actieplan`)).text, /Bij deze tekst van toen: “<span class="lms-written">Over plan_b &lt;van&gt; Ali\./);
});

test('the next version can be called ready, and says by whom', async () => {
  await handIn(ali);
  assert.match(main((await coach.get('/team')).text), /leverde vandaag een plan in/);
  const next = page.replace(/1$/, '2');
  const html = (await coach.get(`${next}/reactie`)).text;
  assert.equal((await coach.post(`${next}/stuur`, sending(html, { uitkomst: 'klaar' }))).status, 303);
  assert.match(await home(ali), /het is klaar voor de praktijk\./);
  const words = /Klaar voor de praktijk, volgens roosmarijn, \d+ /;
  for (const [who, path] of [[ali, `${PLAN}/versie/2`], [ali, '/dit-ziet-je-coach'], [coach, `/team/${page.split('/')[2]}`], [coach, next], [other, `${next}/reactie`]]) assert.match((await who.get(path)).text, words, path);
});
