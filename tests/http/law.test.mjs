// SPDX-License-Identifier: EUPL-1.2
// law.test.mjs - the law apart from a plan: searching, an article's page, the
// way from a plan and back; and an organisation's own articles, by its admin.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Visitor, assertErrorPage, logIn, makePeople, slugs, tokenIn } from './helpers.mjs';

const { cursus, casus } = slugs();
const PLAN = `/cursus/${cursus}/casus/${casus}/plan`;
const OWN = '/beheer/artikelen';
const VAN = `van=${encodeURIComponent(`${cursus}/${casus}`)}`;

let lara, maria, beer; // learner, learner with a plan, admin: of one town
let yara; // of another organisation

before(async () => {
  const people = makePeople('Gemeente Wetstad', { wetlara: 'cursist', wetmaria: 'cursist', wetbeer: 'beheerder' });
  [lara, maria, beer] = await Promise.all(['wetlara', 'wetmaria', 'wetbeer'].map((name) => new Visitor().logIn(people[name])));
  yara = await logIn('yara');
  assert.equal((await maria.post(PLAN, { csrf: await maria.csrf() })).status, 303);
  // A worker that has just begun still reads its dictionary: each of them must have answered.
  for (let good = 0; good < 4; good = (await lara.get('/wet?zoek=schuld')).status === 200 ? good + 1 : 0);
});

const text = async (visitor, path) => {
  const r = await visitor.get(path);
  assert.equal(r.status, 200, path);
  return r.text;
};
const hidden = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
const ARTICLE = {
  soort: 'verordening', regeling: 'Verordening opvang Wetstad', artikel: '7', kernzin: 'Een gezin mag een week langer blijven.',
  wanneer: 'De opvang stopt en er is nog geen huis.', helpt_niet: 'Niet bij gevaar in de opvang.',
  hindernissen: 'de opvangweek is voorbij\nze staan morgen op straat met de caravan', domein: 'opvang', link: '', stand: '1-7-2026',
};

/** Sends the form of an article, new or by number, with other values in it. */
async function sendArticle(visitor, number, values) {
  const html = await text(visitor, `${OWN}/${number}`);
  const fields = { csrf: tokenIn(html), id: hidden(html, 'id'), basis: hidden(html, 'basis'), ...ARTICLE, ...values };
  return { fields, r: await visitor.post(`${OWN}/${number}`, fields) };
}

// --- searching ---------------------------------------------------------------

test('an obstacle in plain words gives articles, modules and terms, each with its place', async () => {
  const html = await text(lara, `/wet?zoek=${encodeURIComponent('schuldhulpverleening voor gezinnen')}`);
  assert.match(html, /id="wet"[^>]*>Wetsartikelen/);
  assert.match(html, /href="\/wet\/WGS-[^"]+"/);
  assert.match(html, /href="\/cursus\/[^"]+#[^"]+"/, 'a heading of a module, or a term');
  assert.match(html, /<strong>Past bij:<\/strong>/);
  assert.match(html, /data-telling>\d+ resultaten</);
});

test('nothing asked is something to look through, and nothing found says how to ask', async () => {
  const html = await text(lara, '/wet');
  assert.match(html, /Wat wil je bereiken\?/);
  assert.match(html, /href="\/wet\?bereiken=schulden#lijst"\s*>Rust in de schulden/);
  const goal = await text(lara, '/wet?bereiken=schulden');
  assert.match(goal, /aria-current="true"\s*>Rust in de schulden/);
  assert.match(goal, /href="\/wet\/PW-49-b"/);
  assert.match(await text(lara, '/wet?domein=jeugd'), /href="\/wet\/JW-2\.3-1"/);
  const none = await text(lara, `/wet?zoek=${encodeURIComponent('"><script>zeppelin')}`);
  assert.match(none, /Niets gevonden voor ‘&quot;&gt;&lt;script&gt;zeppelin’\. Zeg het met andere woorden/);
  assert.match(none, /data-telling>0 resultaten</);
});

test('a script gets what was found, and nothing around it', async () => {
  const r = await lara.get('/wet?zoek=schuld', { 'x-leer-deel': 'zoek' });
  assert.equal(r.status, 200);
  assert.match(r.text, /^\s*<div class="lms-stack" id="gevonden" data-telling="\d+ resultaten">/);
  assert.ok(!r.text.includes('<html'));
  const plan = await maria.get(`${PLAN}/legitimiteit?zoek=schuld`, { 'x-leer-deel': 'zoek' });
  assert.match(plan.text, /^\s*<div id="gevonden" data-telling="\d+ artikelen">/);
  assert.ok(!plan.text.includes('<html'));
});

// --- an article ----------------------------------------------------------------

test('an article says when it helps, when not, where it stands and how well it was read', async () => {
  const html = await text(lara, '/wet/PW-49-b');
  for (const words of [/<h1[^>]*>Participatiewet, artikel 49, onder b</, /Wanneer helpt het\?/, /Wanneer helpt het niet\?/,
    /Nagelezen in de wettekst van/, /href="https:\/\/wetten\.overheid\.nl\/jci1\.3:c:BWBR0015703&amp;artikel=49"/,
    /Kijk ook naar/, /In welke oefencasussen helpt dit artikel\?/, /Je hebt nu geen plan waar je aan werkt/]) assert.match(html, words);
  assert.match(await text(lara, '/wet/AWB-4:84'), /Lees meer in de cursus[^]*href="\/cursus\/[^"]+"/);
  for (const code of ['PW-9999', 'LOKAAL-1', 'LOKAAL-0', 'LOKAAL-x']) assertErrorPage(await lara.get(`/wet/${code}`), 404, /Deze pagina is er niet/);
});

test('from a plan to an article, into the plan, and back; twice is once', async () => {
  const step = await text(maria, `${PLAN}/legitimiteit`);
  assert.ok(step.includes(`href="/wet/PW-35-1?${VAN}"`), 'the step leads to the page of an article');
  const html = await text(maria, `/wet/PW-35-1?${VAN}`);
  assert.ok(html.includes(`href="${PLAN}/legitimiteit#zoeken">Terug naar je plan`));
  const fields = { csrf: tokenIn(html), revisie: hidden(html, 'revisie'), code: hidden(html, 'code') };
  const both = await Promise.all([maria.post(`${PLAN}/legitimiteit/kies`, fields), maria.post(`${PLAN}/legitimiteit/kies`, fields)]);
  for (const r of both) {
    assert.equal(r.status, 303);
    assert.equal(r.headers.get('location'), `${PLAN}/legitimiteit#artikel-PW-35-1`);
  }
  const after = await text(maria, '/wet/PW-35-1');
  assert.match(after, /Het staat in je plan voor/);
  assert.ok(!after.includes('name="revisie"'));
  assert.match(await text(maria, '/wet'), /Laatst gekozen in je plannen[^]*href="\/wet\/PW-35-1"/);
  for (const van of ['x', 'x/y', `${cursus}/weg`, '//kwaad.example', '"><script>']) {
    const r = await maria.get(`/wet/PW-35-1?van=${encodeURIComponent(van)}`);
    assert.equal(r.status, 200);
    assert.ok(!r.text.includes('Terug naar je plan'), van);
    assert.ok(!r.text.includes('kwaad'), van);
  }
});

// --- an organisation's own -------------------------------------------------------

test('what the admin adds, a colleague finds and chooses, and nobody else sees', async () => {
  const { fields, r } = await sendArticle(beer, 'nieuw', {});
  assert.equal(r.status, 303, r.text);
  assert.equal(r.headers.get('location'), `${OWN}?bewaard=1`);
  assert.equal((await beer.post(`${OWN}/nieuw`, fields)).headers.get('location'), `${OWN}?bewaard=1`, 'sent twice is one article');
  assert.match(await text(beer, `${OWN}?bewaard=1`), /Iedereen van je organisatie kan het nu vinden/);

  const found = await text(lara, `/wet?zoek=${encodeURIComponent('caravans op straat')}`);
  assert.match(found, /href="\/wet\/LOKAAL-1">Verordening opvang Wetstad, artikel 7/);
  assert.match(found, /van je eigen organisatie/);
  assert.match(found, /‘ze staan morgen op straat met de caravan’/);
  const page = await text(lara, '/wet/LOKAAL-1');
  assert.match(page, /Verordening van je eigen organisatie, stand 1 juli 2026\./);
  assert.match(page, /Artikel 4:84 van de Awb geldt hier niet/);
  assert.match(await text(lara, '/wet?domein=opvang'), /href="\/wet\/LOKAAL-1"/);

  const csrf = await maria.csrf();
  const revisie = hidden(await text(maria, '/wet/LOKAAL-1'), 'revisie');
  const picked = await maria.post(`${PLAN}/legitimiteit/kies`, { csrf, revisie, code: 'LOKAAL-1' });
  assert.equal(picked.headers.get('location'), `${PLAN}/legitimiteit#artikel-LOKAAL-1`);
  assert.match(await text(maria, `${PLAN}/legitimiteit`), /id="artikel-LOKAAL-1"[^]*Een gezin mag een week langer blijven/);
  assert.match(await text(maria, `${PLAN}/afdruk`), /Verordening opvang Wetstad/);

  assertErrorPage(await yara.get('/wet/LOKAAL-1'), 404, /Deze pagina is er niet/);
  assert.ok(!(await text(yara, `/wet?zoek=${encodeURIComponent('caravans op straat')}`)).includes('LOKAAL-'));
  assert.ok(!(await text(yara, '/wet?domein=opvang')).includes('LOKAAL-'));
  for (const visitor of [lara, yara]) assert.equal((await visitor.get(OWN)).status, 403);
});

test('a form with faults keeps what was typed and says what to do; a telephone number is stopped', async () => {
  const { r } = await sendArticle(beer, 'nieuw', { regeling: '', kernzin: 'Bel 06-12345678 <nu>', domein: 'x', link: 'javascript:alert(1)', stand: '31-2-2026' });
  assert.equal(r.status, 422);
  for (const words of [/Vul in hoe de verordening of beleidsregel heet/, /lijkt een telefoonnummer/, /Kies waar het over gaat/,
    /Begin met https:\/\//, /Vul een dag in die bestaat/, /Bel 06-12345678 &lt;nu&gt;/, /<title>Fout: /]) assert.match(r.text, words);
  assert.ok(!(await text(beer, OWN)).includes('/beheer/artikelen/2"'));
});

test('two windows: the second is told, and what was typed is kept', async () => {
  const html = await text(beer, `${OWN}/1`);
  const form = { csrf: tokenIn(html), basis: hidden(html, 'basis'), ...ARTICLE };
  assert.equal((await beer.post(`${OWN}/1`, { ...form, id: 'venster1', kernzin: 'Een gezin mag twee weken blijven.' })).status, 303);
  const r = await beer.post(`${OWN}/1`, { ...form, id: 'venster2', kernzin: 'Een gezin mag nooit blijven.' });
  assert.equal(r.status, 409);
  assert.match(r.text, /Een collega veranderde dit artikel intussen/);
  assert.match(r.text, />\s*Een gezin mag nooit blijven\.<\/textarea>/);
  assert.match(r.text, /Versie 2,[^]*Een gezin mag twee weken blijven/);
  assert.match(await text(lara, '/wet/LOKAAL-1'), /twee weken blijven/);
});

test('what is withdrawn is not found or chosen any more; a plan that had it keeps it', async () => {
  const html = await text(beer, `${OWN}/1`);
  const fields = { csrf: tokenIn(html), id: 'weg1', basis: hidden(html, 'basis'), wat: 'intrekken' };
  for (let i = 0; i < 2; i++) assert.equal((await beer.post(`${OWN}/1/intrekken`, fields)).status, 303);
  assert.match(await text(beer, `${OWN}?bewaard=1`), /is ingetrokken\. Niemand vindt het nog/);
  assert.ok(!(await text(lara, `/wet?zoek=${encodeURIComponent('caravans op straat')}`)).includes('LOKAAL-1'));
  assert.match(await text(maria, `${PLAN}/legitimiteit`), /id="artikel-LOKAAL-1"[^]*Dit artikel is intussen ingetrokken/);

  assert.equal((await lara.post(PLAN, { csrf: await lara.csrf() })).status, 303);
  const r = await lara.post(`${PLAN}/legitimiteit/kies`, { csrf: await lara.csrf(), revisie: '0', code: 'LOKAAL-1' });
  assert.equal(r.status, 422);
  assert.match(r.text, /Dit artikel is intussen ingetrokken\. Kies een ander/);
  const back = await text(beer, `${OWN}/1`);
  assert.equal((await beer.post(`${OWN}/1/intrekken`, { csrf: tokenIn(back), id: 'weer1', basis: hidden(back, 'basis'), wat: 'weer' })).status, 303);
  assert.match(await text(lara, `/wet?zoek=${encodeURIComponent('caravans op straat')}`), /LOKAAL-1/);
});
