// SPDX-License-Identifier: EUPL-1.2
// plan.test.mjs - a plan from its first word to its feedback, without a
// browser: what Tarik makes, what his coach sees, and what others do not.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Visitor, account, assertErrorPage, logIn, slugs, tokenIn } from './helpers.mjs';

const { cursus, casus } = slugs();
const CASUS = `/cursus/${cursus}/casus/${casus}`;
const PLAN = `${CASUS}/plan`;
const EXPERT = JSON.parse(readFileSync(
  new URL(`../../courses/${cursus}/casussen/${casus}/plan.json`, import.meta.url), 'utf8'));
const HEEL = { 'x-leer-deel': 'opslaan' };

// Tarik's plan goes from test to test, in order; Yara's holds nothing but attacks.
let tarik, window2, yara, anouk;

before(async () => {
  tarik = await logIn('tarik');
  window2 = await logIn('tarik');
  yara = await logIn('yara');
  anouk = await logIn('anouk');
});

/** A page of the plan, with what its forms need. */
async function page(visitor, name, query = '') {
  const r = await visitor.get(`${PLAN}/${name}${query}`);
  assert.equal(r.status, 200, `${name}: ${r.text.slice(0, 300)}`);
  return { text: r.text, csrf: tokenIn(r.text), revisie: /name="revisie" value="(\d+)"/.exec(r.text)?.[1] };
}

/** Sends the texts of a page as its form does. */
async function save(visitor, name, texts, headers) {
  const { csrf, revisie } = await page(visitor, name);
  return visitor.post(`${PLAN}/${name}`, { csrf, revisie, ...texts }, headers);
}

/** What the form of an act adds: the stamp, id or revision that its page gives it now. */
async function added(visitor, path, { id }) {
  const [, name, what] = path.split('/');
  const query = { terug: `?weg=${id}`, actie: `?actie=${id}`, regel: `?regel=${id}` }[what] ?? '';
  const r = name && what ? await visitor.get(`${PLAN}/${name}${query}`) : { text: '' };
  const has = (field, html) => new RegExp(`name="${field}" value="([^"]*)"`).exec(html)?.[1];
  const form = [...r.text.matchAll(/<form[\s\S]*?<\/form>/g)].map(([f]) => f)
    .find((f) => f.includes(`action="${PLAN}${path}"`) && (!id || f.includes(`name="id" value="${id}"`)));
  if (what === 'kies') return { revisie: has('revisie', r.text) ?? '0' };
  if (what === 'kans') return { basis_kans_dreigend: has('basis_kans_dreigend', r.text) ?? 'leeg' };
  if (what === 'neem-over') return { id: has('id', form) ?? 'r0' };
  if (what === 'verwijder' && name === 'rendement' && !form) return { basis: await lineStamp(visitor, id) };
  return ['terug', 'actie', 'regel', 'verwijder'].includes(what) ? { basis: has('basis', form) ?? 'leeg' } : {};
}

/** The stamp of a line, whichever scenario it stands in. */
async function lineStamp(visitor, id) {
  const { text } = await visitor.get(`${PLAN}/rendement?regel=${id}`);
  return new RegExp(`name="id" value="${id}"><input type="hidden" name="basis" value="([^"]*)"`).exec(text)?.[1] ?? 'leeg';
}

async function act(visitor, path, fields = {}, headers = {}) {
  return visitor.post(`${PLAN}${path}`, { csrf: await visitor.csrf(), ...await added(visitor, path, fields), ...fields }, headers);
}

function assertLeadsTo(r, path) {
  assert.equal(r.status, 303, r.text.slice(0, 400));
  assert.equal(r.headers.get('location'), path);
}

const escaped = (text) => text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]);
const textarea = (html, name) => new RegExp(`<textarea[^>]*\\bname="${name}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1];
const input = (html, name) => new RegExp(`<input[^>]*\\bname="${name}"[^>]*\\bvalue="([^"]*)"`).exec(html)?.[1];
const chosen = (html, name) => {
  const select = new RegExp(`<select[^>]*\\bname="${name}"[\\s\\S]*?</select>`).exec(html)?.[0];
  return /<option value="([^"]*)" selected>/.exec(select)?.[1];
};
const count = (html, part) => html.split(part).length - 1;

/** The form of a new line, as the page of its tariff gives it. */
async function lineForm(visitor, scenario, code) {
  const { text } = await page(visitor, 'rendement', `?scenario=${scenario}&tarief=${encodeURIComponent(code)}`);
  const fields = { csrf: tokenIn(text) };
  for (const name of ['id', 'hoeveelheid', 'duur_aantal', 'start_maand']) fields[name] = input(text.slice(text.indexOf('id="regel"')), name);
  for (const name of ['per', 'duur_eenheid', 'persoon', 'betaler']) fields[name] = chosen(text, name);
  if (scenario === 'huidig') fields.stopreden = input(text.slice(text.indexOf('id="regel"')), 'stopreden');
  if (scenario === 'dreigend') fields.kans = input(text.slice(text.indexOf('id="regel"')), 'kans');
  if (scenario === 'doorbraak') fields.rol = chosen(text, 'rol');
  return { ...fields, scenario, tarief: code };
}

const sendLine = async (visitor, fields) => visitor.post(`${PLAN}/rendement/regel`, { basis: await lineStamp(visitor, fields.id), ...fields });

/** Adds a line that must be right. */
async function addLine(visitor, scenario, code, changes = {}) {
  const fields = { ...await lineForm(visitor, scenario, code), ...changes };
  assertLeadsTo(await sendLine(visitor, fields), `${PLAN}/rendement?scenario=${scenario}#regel-${fields.id}`);
  return fields;
}

const sum = async (visitor) => {
  const r = await visitor.get(`${PLAN}/rendement/som`, { 'x-leer-deel': 'vers' });
  assert.equal(r.status, 200);
  return r.text;
};

// --- beginning ---------------------------------------------------------------

test('before the plan is begun, its pages lead to the case', async () => {
  assertLeadsTo(await tarik.get(`${PLAN}/huishouden`), CASUS);
  assertLeadsTo(await tarik.get(`${PLAN}/inleveren`), CASUS);
  const r = await tarik.get(CASUS);
  assert.equal(r.status, 200);
  assert.match(r.text, /Begin je plan/);
});

test('acts on a plan that is not there are 404', async () => {
  const { csrf } = { csrf: await tarik.csrf() };
  for (const [path, fields] of [['/huishouden', { revisie: '0', situatie: 'x', knelt: '' }], ['/opnieuw', {}],
    ['/legitimiteit/kies', { code: 'PW-49-b', revisie: '0' }], ['/inleveren', { revisie: '0' }]]) {
    assertErrorPage(await tarik.post(PLAN + path, { csrf, ...fields }), 404, /Deze pagina is er niet/);
  }
});

test('beginning twice gives one plan', async () => {
  assertLeadsTo(await act(tarik, ''), `${PLAN}/huishouden`);
  assertLeadsTo(await act(tarik, ''), `${PLAN}/huishouden`);
  const { text } = await tarik.get(CASUS);
  assert.equal(count(text, '>Versie '), 1);
  assert.match(text, /Ga verder met je plan: stap 1, Huishouden/);
  assert.ok(!text.includes('Begin je plan'));
});

test('a case, a page or a document that is not there is 404', async () => {
  for (const path of [`${PLAN}/stap-7`, `${PLAN}/versie/1`, `${PLAN}/versie/0`, `${PLAN}/versie/x`,
    `/cursus/${cursus}/casus/weg`, `/cursus/weg/casus/${casus}`, `${CASUS}/document/weg`]) {
    assertErrorPage(await tarik.get(path), 404, /Deze pagina is er niet/);
  }
  for (const path of ['/huishouden/verwijder', '/huishouden/terug', '/stap-7']) {
    assertErrorPage(await act(tarik, path, { id: 'a' }), 404, /Deze pagina is er niet/);
  }
});

test('the case is at hand on every page of the plan', async () => {
  for (const name of ['huishouden', 'toekomst', 'doorbraak', 'overzicht', 'onderbouwing', 'legitimiteit', 'rendement', 'actieplan', 'inleveren']) {
    const { text } = await page(tarik, name);
    assert.match(text, /Casus erbij/, name);
    assert.match(text, /Deze casus is verzonnen/, name);
    assert.equal(count(text, 'lms-step__link'), 6, name);
    assert.equal(count(text, 'aria-current="step"'), 1, name);
  }
});

// --- texts -------------------------------------------------------------------

test('a page of texts is saved by its form, and leads to the next page', async () => {
  const r = await save(tarik, 'huishouden', { situatie: '  Vier mensen\r\nin één huis ', knelt: '', naar: 'toekomst' });
  assertLeadsTo(r, `${PLAN}/toekomst`);
  const { text } = await page(tarik, 'huishouden');
  assert.match(textarea(text, 'situatie'), /^Vier mensen\r?\nin één huis$/);
  assert.match(text, /Opgeslagen om \d\d:\d\d/);
  assert.match(text, /Zeg wat er nu het meest knelt/);
});

test('a next page that is not there stays on this one', async () => {
  assertLeadsTo(await save(tarik, 'huishouden', { situatie: 'Vier mensen', knelt: '', naar: '//kwaad.example' }), `${PLAN}/huishouden`);
});

test('a script that saves gets the time and the revision', async () => {
  const from = Number((await page(tarik, 'toekomst')).revisie);
  const r = await save(tarik, 'toekomst', { wens: 'Hier blijven wonen', perspectief: '' }, HEEL);
  assert.equal(r.status, 200);
  assert.match(r.headers.get('content-type'), /^application\/json/);
  const { opgeslagen_om, revisie } = JSON.parse(r.text);
  assert.match(opgeslagen_om, /^\d\d:\d\d$/);
  assert.equal(revisie, from + 1);
  assert.equal(textarea((await page(tarik, 'toekomst')).text, 'wens'), 'Hier blijven wonen');
});

test('saving the same once more changes nothing', async () => {
  const { revisie } = await page(tarik, 'toekomst');
  const r = await save(tarik, 'toekomst', { wens: 'Hier blijven wonen', perspectief: '' }, HEEL);
  assert.equal(JSON.parse(r.text).revisie, Number(revisie));
});

test('two windows: nothing is overwritten, both texts are on the page', async () => {
  const one = await page(tarik, 'toekomst');
  const other = await page(window2, 'toekomst');
  assert.equal((await tarik.post(`${PLAN}/toekomst`, { csrf: one.csrf, revisie: one.revisie, wens: 'Eerst <dit>', perspectief: 'P' })).status, 303);
  const late = { csrf: other.csrf, revisie: other.revisie, wens: 'Nee, dat', perspectief: 'P' };
  const r = await window2.post(`${PLAN}/toekomst`, late);
  assert.equal(r.status, 409);
  assert.match(r.text, /Er is ook in een ander venster geschreven/);
  assert.match(r.text, /lms-written">Eerst &lt;dit&gt;</);
  assert.match(r.text, /lms-written">Nee, dat</);
  assert.equal(count(r.text, 'lms-compare__side'), 2, 'the text that is the same is not a choice');
  assert.equal(textarea((await page(tarik, 'toekomst')).text, 'wens'), 'Eerst &lt;dit&gt;');

  const script = await window2.post(`${PLAN}/toekomst`, late, HEEL);
  assert.equal(script.status, 409);
  assert.match(JSON.parse(script.text).melding, /ander venster/);

  // The form on that page keeps what was typed, when the reader says so.
  const again = { csrf: tokenIn(r.text), revisie: textarea(r.text, 'revisie'),
    wens: textarea(r.text, 'wens'), perspectief: textarea(r.text, 'perspectief') };
  assertLeadsTo(await window2.post(`${PLAN}/toekomst`, again), `${PLAN}/toekomst`);
  assert.equal(textarea((await page(tarik, 'toekomst')).text, 'wens'), 'Nee, dat');
});

test('another page in another window is no conflict', async () => {
  const one = await page(tarik, 'doorbraak');
  assert.equal((await save(window2, 'overzicht', { zelf: 'Z', hulp: '' })).status, 303);
  const r = await tarik.post(`${PLAN}/doorbraak`, { csrf: one.csrf, revisie: one.revisie, hindernis: 'H', doorbraak: '' });
  assert.equal(r.status, 303);
});

test('a text that is too long is kept and the fault named; nothing is stored', async () => {
  const long = 'ë'.repeat(20001);
  const r = await save(tarik, 'doorbraak', { hindernis: long, doorbraak: 'kort' });
  assert.equal(r.status, 422);
  assert.match(r.text, /id="hindernis-fout">Dit is te lang/);
  assert.match(r.text, /href="#hindernis"/);
  assert.match(r.text, /<title>Fout: /);
  assert.match(r.text, /tabindex="-1" autofocus>/);
  assert.equal(textarea(r.text, 'hindernis'), long);
  assert.equal(textarea(r.text, 'doorbraak'), 'kort');
  assert.ok(!r.text.includes('id="doorbraak-fout"'));
  assert.equal(textarea((await page(tarik, 'doorbraak')).text, 'hindernis'), 'H');

  const script = await save(tarik, 'doorbraak', { hindernis: long, doorbraak: 'kort' }, HEEL);
  assert.equal(script.status, 422);
  assert.match(JSON.parse(script.text).melding, /te lang/);

  const just = await save(tarik, 'doorbraak', { hindernis: 'ë'.repeat(20000), doorbraak: '' });
  assert.equal(just.status, 303);
  assert.equal((await save(tarik, 'doorbraak', { hindernis: 'H', doorbraak: '' })).status, 303);
});

test('other fields than the form has are 400, and nothing is stored', async () => {
  const { csrf, revisie } = await page(tarik, 'doorbraak');
  const right = [['csrf', csrf], ['revisie', revisie], ['hindernis', 'anders'], ['doorbraak', 'anders']];
  for (const fields of [[...right, ['iets', 'x']], [...right, ['situatie', 'x']], [...right, ['hindernis', 'nog eens']],
    right.slice(0, 3), right.filter(([n]) => n !== 'revisie'), [...right, ['revisie', revisie]],
    right.map(([n, v]) => [n, n === 'revisie' ? '-1' : v]), right.map(([n, v]) => [n, n === 'revisie' ? '1e3' : v])]) {
    assertErrorPage(await tarik.post(`${PLAN}/doorbraak`, fields), 400, /Dit verzoek klopt niet/);
    const script = await tarik.post(`${PLAN}/doorbraak`, fields, HEEL);
    assert.equal(script.status, 400);
    assert.ok(JSON.parse(script.text).melding);
  }
  assert.equal(textarea((await page(tarik, 'doorbraak')).text, 'hindernis'), 'H');
});

test('every text of the plan is asked for on one page, and kept', async () => {
  const pages = { huishouden: ['situatie', 'knelt'], toekomst: ['wens', 'perspectief'], doorbraak: ['hindernis', 'doorbraak'],
    overzicht: ['zelf', 'hulp'], onderbouwing: ['betrokkenheid', 'weging'], legitimiteit: ['legitimiteit'],
    rendement: ['kans_uitleg', 'rendement'], actieplan: ['plan_b'] };
  const asked = Object.values(pages).flat();
  assert.deepEqual([...asked].sort(), [...Object.keys(EXPERT.teksten), 'plan_b'].sort());
  for (const [name, fields] of Object.entries(pages)) {
    const texts = Object.fromEntries(fields.map((f) => [f, `Tekst van ${f}.`]));
    if (name !== 'actieplan') assert.equal((await save(tarik, name, texts)).status, 303, name);
    const { text } = await page(tarik, name);
    for (const f of fields) assert.equal(textarea(text, f), name === 'actieplan' ? '' : texts[f], f);
  }
});

// --- rendement ---------------------------------------------------------------

test('the tariffs are searched without regard for accents, capitals or order', async () => {
  const all = (await page(tarik, 'rendement')).text;
  const found = (await page(tarik, 'rendement', '?scenario=dreigend&zoek=GEZIN%20n%C3%B3odopvang')).text;
  assert.ok(count(found, 'class="lms-pick"') >= 1);
  assert.ok(count(found, 'class="lms-pick"') < count(all, 'class="lms-pick"'));
  assert.match(found, /Noodopvang gezin, per persoon/);
  assert.equal(input(found, 'zoek'), 'GEZIN nóodopvang');
  assert.match(found, /href="[^"]*scenario=dreigend&amp;tarief=WMO-NOODOPV#woorden"/);
  const none = (await page(tarik, 'rendement', '?zoek=%22%3E%3Cscript%3E')).text;
  assert.ok(!none.includes('<script>'));
  assert.match(none, /0 tarieven/);
});

test('a tariff opens a form with sensible defaults', async () => {
  const form = await lineForm(tarik, 'huidig', 'JW-AMB-HBO');
  assert.match(form.id, /^[a-z0-9]{1,32}$/);
  assert.deepEqual({ ...form, id: '', csrf: '' }, { id: '', csrf: '', scenario: 'huidig', tarief: 'JW-AMB-HBO', hoeveelheid: '1', per: 'week',
    duur_aantal: '52', duur_eenheid: 'week', start_maand: '1', persoon: 'HH', betaler: 'gemeente', stopreden: '' });
  const once = await lineForm(tarik, 'dreigend', 'WON-ONTR');
  assert.equal(once.per, 'eenmalig');
  assert.equal(once.duur_aantal, '');
  assert.equal(once.betaler, 'corporatie');
  assert.ok(!(await page(tarik, 'rendement', '?tarief=bestaat-niet')).text.includes('id="regel"'));
});

test('what is typed wrong in a line is named beside its field, and kept', async () => {
  const form = await lineForm(tarik, 'dreigend', 'WMO-NOODOPV');
  const wrong = { ...form, hoeveelheid: '1.000', per: 'eeuw', duur_aantal: 'lang', duur_eenheid: 'eeuw', start_maand: '0',
    betaler: 'niemand', persoon: 'P9', kans: '101' };
  const r = await sendLine(tarik, wrong);
  assert.equal(r.status, 422);
  for (const id of ['hoeveelheid', 'per', 'duur_aantal', 'duur_eenheid', 'start_maand', 'betaler', 'persoon', 'kans_regel']) {
    assert.match(r.text, new RegExp(`id="${id}-fout"`), id);
    assert.match(r.text, new RegExp(`href="#${id}"`), id);
  }
  const inForm = r.text.slice(r.text.indexOf('id="regel"'));
  for (const name of ['hoeveelheid', 'duur_aantal', 'start_maand', 'kans']) assert.equal(input(inForm, name), wrong[name], name);
  assert.equal(input(inForm, 'id'), form.id);
  assert.match(r.text, /aria-current="page"\s*>Dreigend/);
  for (const [field, value] of [['hoeveelheid', '0'], ['hoeveelheid', '-1'], ['hoeveelheid', ''], ['duur_aantal', ''],
    ['duur_aantal', '99999'], ['start_maand', '601'], ['kans', 'x'], ['hoeveelheid', '1000001']]) {
    const one = await sendLine(tarik, { ...form, [field]: value });
    assert.equal(one.status, 422, `${field}=${value}`);
    assert.equal(count(one.text, '-fout">'), 1, `${field}=${value}`);
  }
  const unknown = await sendLine(tarik, { ...form, tarief: 'bestaat-niet' });
  assert.equal(unknown.status, 422);
  assert.match(unknown.text, /Kies een tarief uit de lijst/);
  for (const forged of [{ id: '' }, { id: 'A;B' }, { id: 'x'.repeat(33) }, { scenario: 'verleden' }, { iets: 'x' }]) {
    assert.equal((await sendLine(tarik, { ...form, ...forged })).status, 400, JSON.stringify(forged));
  }
  assert.match((await page(tarik, 'rendement', '?scenario=dreigend')).text, /Nog geen regels/);
});

test('a line that is sent twice is there once, and the comma is Dutch', async () => {
  const fields = await addLine(tarik, 'huidig', 'WMO-BEG-IND', { hoeveelheid: '1,5', persoon: 'P1' });
  assertLeadsTo(await sendLine(tarik, fields), `${PLAN}/rendement?scenario=huidig#regel-${fields.id}`);
  const { text } = await page(tarik, 'rendement', '?scenario=huidig');
  assert.equal(count(text, 'class="lms-line"'), 1);
  assert.match(text, /1,5 uur per week, een jaar lang, vanaf maand 1\. Voor Marlies\. Gemeente betaalt\./);
  assert.match(text, /€\u00a05\.148,00/);
  const now = await sum(tarik);
  assert.match(now, /<dt>Huidig<\/dt><dd>\s*<a [^>]*>€\u00a05\.148</);
  assert.match(now, /Je doorbraak staat nog niet in de som/);
  assert.match(now, /<dt>Baten tegenover huidig<\/dt><dd>\s*–\s*<\/dd>/);
});

test('a line is changed in its own form', async () => {
  const { text } = await page(tarik, 'rendement', '?scenario=huidig');
  const id = /regel=([a-z0-9]+)#woorden/.exec(text)[1];
  const open = (await page(tarik, 'rendement', `?scenario=huidig&regel=${id}`)).text;
  assert.equal(input(open.slice(open.indexOf('id="regel"')), 'hoeveelheid'), '1,5');
  assert.equal(chosen(open, 'persoon'), 'P1');
  const fields = { ...await lineForm(tarik, 'huidig', 'WMO-BEG-IND'), id, hoeveelheid: '2', persoon: 'P2', start_maand: '' };
  assert.equal((await sendLine(tarik, fields)).status, 303);
  const after = (await page(tarik, 'rendement', '?scenario=huidig')).text;
  assert.equal(count(after, 'class="lms-line"'), 1);
  assert.match(after, /2 uur per week, een jaar lang, vanaf maand 1\. Voor Rachid\./);
});

test('what is removed can be put back', async () => {
  const before_ = (await page(tarik, 'rendement', '?scenario=huidig')).text;
  const id = /regel=([a-z0-9]+)#woorden/.exec(before_)[1];
  const gone = await act(tarik, '/rendement/verwijder', { id });
  assertLeadsTo(gone, `${PLAN}/rendement?weg=${id}#verwijderd`);
  const { text } = await page(tarik, 'rendement', `?weg=${id}`);
  assert.match(text, /Nog geen regels/);
  assert.match(text, /Verwijderd: Individuele begeleiding regulier\./);
  assert.match(text, /rendement\/terug"/);
  assert.match(await sum(tarik), /Nog geen regels/);
  assertLeadsTo(await act(tarik, '/rendement/terug', { id }), `${PLAN}/rendement?terug=${id}#regel-${id}`);
  assert.equal(count((await page(tarik, 'rendement')).text, 'class="lms-line"'), 1);
  const later = (await page(tarik, 'rendement', `?weg=${id}`)).text;
  assert.ok(!later.includes('Verwijderd:'), 'what is there was not removed');
  assert.equal((await act(tarik, '/rendement/verwijder', { id: 'Weg!' })).status, 400);
  assertLeadsTo(await act(tarik, '/rendement/verwijder', { id }), `${PLAN}/rendement?weg=${id}#verwijderd`);
});

test('sixty lines fit in a scenario, one more is refused with what was typed', async () => {
  const form = await lineForm(await begun(yara), 'huidig', 'WON-ACHT');
  for (let i = 0; i < 60; i++) {
    assert.equal((await sendLine(yara, { ...form, id: `r${i}` })).status, 303, `line ${i}`);
  }
  const r = await sendLine(yara, { ...form, id: 'r60', hoeveelheid: '7' });
  assert.equal(r.status, 422);
  assert.match(r.text, /niet meer dan 60 regels/);
  assert.equal(input(r.text.slice(r.text.indexOf('id="regel"')), 'hoeveelheid'), '7');
  assert.equal((await sendLine(yara, { ...form, id: 'r0', hoeveelheid: '2' })).status, 303, 'a line that is there can change');
  assert.equal((await act(yara, '/rendement/verwijder', { id: 'r59' })).status, 303);
  assert.equal((await sendLine(yara, { ...form, id: 'r60' })).status, 303);
  assert.equal((await act(yara, '/rendement/terug', { id: 'r59' })).status, 303);
  assert.equal(count((await page(yara, 'rendement')).text, 'class="lms-line"'), 60, 'there was no room to put it back');
});

async function begun(visitor) {
  assert.equal((await act(visitor, '')).status, 303);
  return visitor;
}

/** The expert's lines as somebody types them: with a comma. */
async function addExpertLines(visitor, scenario) {
  for (const line of EXPERT.rekenkern.scenarios[scenario]) {
    const changes = { hoeveelheid: line.hoeveelheid.replace('.', ','), per: line.per, persoon: line.persoon,
      start_maand: String(line.start_maand), betaler: line.betaler, duur_aantal: line.duur?.aantal ?? '',
      ...(line.duur && { duur_eenheid: line.duur.eenheid }), ...(scenario === 'doorbraak' && { rol: line.rol }) };
    await addLine(visitor, scenario, line.code, changes);
  }
}

test('the lines of now are copied to the two other scenarios, once', async () => {
  await addExpertLines(tarik, 'huidig');
  const { id } = await added(tarik, '/rendement/neem-over', {});
  for (let i = 0; i < 2; i++) {
    assertLeadsTo(await act(tarik, '/rendement/neem-over', { scenario: 'huidig', id }), `${PLAN}/rendement?scenario=dreigend&overgenomen=${id}#overgenomen`);
  }
  assert.match((await page(tarik, 'rendement', `?scenario=dreigend&overgenomen=${id}`)).text, /8 regels overgenomen\./);
  for (const [scenario, words] of [['huidig', 'Huidig'], ['dreigend', 'Dreigend'], ['doorbraak', 'Doorbraak']]) {
    const { text } = await page(tarik, 'rendement', `?scenario=${scenario}`);
    assert.equal(count(text, 'class="lms-line"'), 4, scenario);
    assert.match(text, new RegExp(`aria-current="page"\\s*>${words} \\(4\\)`));
  }
  const text = await sum(tarik);
  assert.match(text, /kost het plan evenveel als nu/);
  assert.equal(count(text, '€\u00a039.351'), 3);
});

test('a line sent by the copy can be taken out again', async () => {
  for (const scenario of ['dreigend', 'doorbraak']) {
    const { text } = await page(tarik, 'rendement', `?scenario=${scenario}`);
    for (const [, id] of text.matchAll(/regel=([a-z0-9]+)#woorden/g)) {
      assert.equal((await act(tarik, '/rendement/verwijder', { id })).status, 303);
    }
    assert.match((await page(tarik, 'rendement', `?scenario=${scenario}`)).text, /Nog geen regels/);
  }
});

test('the sum is what the core says of the expert’s lines', async () => {
  await addExpertLines(tarik, 'dreigend');
  await addExpertLines(tarik, 'doorbraak');
  const text = await sum(tarik);
  assert.match(text, /^\s*<aside/);
  assert.match(text, /<dt>Huidig<\/dt><dd>\s*<a [^>]*>€\u00a039\.351</);
  assert.match(text, /<dt>Dreigend<\/dt><dd>\s*<a [^>]*>€\u00a0124\.489</);
  assert.match(text, /<dt>Doorbraak<\/dt><dd>\s*<a [^>]*>€\u00a045\.135</);
  assert.match(text, /<dt>Baten tegenover huidig<\/dt><dd>\s*<a [^>]*>−€\u00a05\.784</);
  assert.match(text, /<dt>Baten tegenover dreigend<\/dt><dd>\s*<a [^>]*>€\u00a079\.354</);
  assert.match(text, /1 op de 14 /);
  assert.ok(!text.includes('73.570'), 'the two modes are never added');
  assert.match((await page(tarik, 'rendement')).text, /<aside[\s\S]*€\u00a0124\.489/);
});

test('a line that stops in the doorbraak is no longer forgotten once its reason is given', async () => {
  const forgotten = async () => count(await sum(tarik), 'Begeleiding groep licht loopt nu, maar staat niet in je doorbraak');
  assert.equal(await forgotten(), 0);
  const fields = await addLine(tarik, 'huidig', 'WMO-DB-LICHT');
  assert.equal(await forgotten(), 1);

  const long = await sendLine(tarik, { ...fields, stopreden: 'ë'.repeat(201) });
  assert.equal(long.status, 422);
  assert.match(long.text, /id="stopreden-fout"/);
  assert.match(long.text, /href="#stopreden"/);
  assert.equal(input(long.text, 'stopreden'), 'ë'.repeat(201));
  assert.equal((await sendLine(tarik, { ...fields, stopreden: 'ë'.repeat(200) })).status, 303);

  assert.equal((await sendLine(tarik, { ...fields, stopreden: ' De <schuld> is betaald. ' })).status, 303);
  const { text } = await page(tarik, 'rendement', `?scenario=huidig&regel=${fields.id}`);
  assert.match(text, /Gemeente betaalt\. Stopt, want: De &lt;schuld&gt; is betaald\./);
  assert.equal(input(text.slice(text.indexOf('id="regel"')), 'stopreden'), 'De &lt;schuld&gt; is betaald.');
  assert.equal(await forgotten(), 0);

  for (const scenario of ['dreigend', 'doorbraak']) {
    const other = await page(tarik, 'rendement', `?scenario=${scenario}&tarief=WMO-DB-LICHT`);
    assert.ok(!other.text.includes('name="stopreden"'), scenario);
  }
  assert.equal((await sendLine(tarik, { ...fields, stopreden: '' })).status, 303);
  assert.equal(await forgotten(), 1, 'without a reason it is forgotten again');
  assert.equal((await act(tarik, '/rendement/verwijder', { id: fields.id })).status, 303);
});

test('the address of the sum alone leads to its page', async () => {
  assertLeadsTo(await tarik.get(`${PLAN}/rendement/som`), `${PLAN}/rendement`);
});

test('a chance is read in percents, kept when it is wrong, and may be empty', async () => {
  const chance = async (kans_dreigend, headers) => act(tarik, '/rendement/kans', { kans_dreigend }, headers);
  for (const wrong of ['101', '-1', 'groot', '1.000', '12,3456789']) {
    const r = await chance(wrong);
    assert.equal(r.status, 422, wrong);
    assert.match(r.text, /id="kans_dreigend-fout">Vul een percentage in/);
    assert.match(r.text, /href="#kans_dreigend"/);
    assert.equal(input(r.text, 'kans_dreigend'), wrong);
    const script = await chance(wrong, HEEL);
    assert.equal(script.status, 422);
    assert.match(JSON.parse(script.text).melding, /percentage/);
  }
  for (const [typed, shown] of [['12,5', '12,5'], ['0,35', '35'], ['35 %', '35'], ['1/3', '1/3'], ['', ''], ['50', '50']]) {
    assert.equal((await chance(typed)).headers.get('location'), `${PLAN}/rendement#kans`, typed);
    assert.equal(input((await page(tarik, 'rendement')).text, 'kans_dreigend'), shown, typed);
  }
  assert.match(JSON.parse((await chance('50', HEEL)).text).opgeslagen_om, /^\d\d:\d\d$/);
  assert.match(await sum(tarik), /Bij de kans die in het plan staat/);
  assert.equal((await act(tarik, '/rendement/kans', { kans_dreigend: '50', iets: 'x' })).status, 400);
});

test('the chance of success and the years stand beside the chance; what a form does not send stays', async () => {
  const figures = async (fields) => {
    const { text } = await page(tarik, 'rendement');
    const bases = Object.fromEntries(Object.keys(fields).map((name) => [`basis_${name}`, input(text, `basis_${name}`)]));
    return act(tarik, '/rendement/kans', { ...fields, ...bases });
  };
  assert.equal((await figures({ kans_dreigend: '50', slaagkans: '75', horizon_jaren: '3' })).status, 303);
  const { text } = await page(tarik, 'rendement');
  assert.equal(input(text, 'slaagkans'), '75');
  assert.equal(input(text, 'horizon_jaren'), '3');
  assert.match(text, /discontovoet van 2,8 % per jaar/);
  assert.match(text, /Bron: Rapport Werkgroep discontovoet 2025/);
  assert.match(await sum(tarik), /In drie jaar/);
  for (const wrong of ['0', '6', '2,5', '', 'x']) {
    const r = await figures({ kans_dreigend: '50', horizon_jaren: wrong });
    assert.equal(r.status, 422, wrong);
    assert.match(r.text, /id="horizon_jaren-fout">Vul een heel getal in van 1 tot en met 5/);
  }
  assert.equal((await figures({ kans_dreigend: '40' })).status, 303);
  const after = (await page(tarik, 'rendement')).text;
  assert.equal(input(after, 'slaagkans'), '75');
  assert.equal((await figures({ kans_dreigend: '40', slaagkans: '', horizon_jaren: '1' })).status, 303);
  assert.equal(input((await page(tarik, 'rendement')).text, 'horizon_jaren'), '1');
});

// --- legitimiteit ------------------------------------------------------------

test('the law is searched by what holds one up', async () => {
  const found = (await page(tarik, 'legitimiteit', '?zoek=eerst%20de%20huurschuld%20aflosen')).text;
  const all = (await page(tarik, 'legitimiteit')).text;
  assert.ok(count(found, 'class="lms-pick"') >= 1);
  assert.ok(count(found, 'class="lms-pick"') < count(all, 'class="lms-pick"'));
  assert.match(found, /value="PW-49-b"/);
  assert.match(found, /Past bij:.*Helpt niet:/s);
  const none = (await page(tarik, 'legitimiteit', '?zoek=zeppelin')).text;
  assert.match(none, /Niets gevonden/);
  assert.match(none, /0 artikelen/);
});

test('an article is picked once, argued, removed and put back with its argument', async () => {
  for (let i = 0; i < 2; i++) {
    assertLeadsTo(await act(tarik, '/legitimiteit/kies', { code: 'PW-49-b' }), `${PLAN}/legitimiteit#artikel-PW-49-b`);
  }
  const { csrf, text, revisie } = await page(tarik, 'legitimiteit');
  assert.equal(count(text, 'name="ruimte"'), 1);
  assert.ok(!/name="code" value="PW-49-b">Kies/.test(text), 'what is picked is not offered again');
  const argue = (ruimte, more = {}, headers = {}) =>
    tarik.post(`${PLAN}/legitimiteit/argument`, { csrf, revisie, code: 'PW-49-b', ruimte, ...more }, headers);
  assertLeadsTo(await argue('Omdat <twee> kinderen "hun" huis verliezen'), `${PLAN}/legitimiteit#artikel-PW-49-b`);
  assert.equal(textarea((await page(tarik, 'legitimiteit')).text, 'ruimte'), 'Omdat &lt;twee&gt; kinderen &quot;hun&quot; huis verliezen');
  const removed = await act(tarik, '/legitimiteit/verwijder', { id: 'PW-49-b' });
  assertLeadsTo(removed, `${PLAN}/legitimiteit?weg=PW-49-b#verwijderd`);
  const gone = (await page(tarik, 'legitimiteit', '?weg=PW-49-b')).text;
  assert.match(gone, /Verwijderd: Participatiewet, artikel 49/);
  assert.ok(!gone.includes('name="ruimte"'));
  assertLeadsTo(await act(tarik, '/legitimiteit/terug', { id: 'PW-49-b' }), `${PLAN}/legitimiteit#artikel-PW-49-b`);
  assert.match(textarea((await page(tarik, 'legitimiteit')).text, 'ruimte'), /^Omdat /);
});

test('an argument in two windows: nothing is overwritten, both are on the page', async () => {
  const one = await page(tarik, 'legitimiteit');
  const argue = (visitor, { csrf, revisie }, ruimte, headers) =>
    visitor.post(`${PLAN}/legitimiteit/argument`, { csrf, revisie, code: 'PW-49-b', ruimte }, headers);
  const other = await page(window2, 'legitimiteit');
  assert.equal((await argue(tarik, one, 'Van het eerste venster')).status, 303);
  const r = await argue(window2, other, 'Van het tweede venster');
  assert.equal(r.status, 409);
  assert.match(r.text, /lms-written">Van het eerste venster</);
  assert.match(r.text, /lms-written">Van het tweede venster</);
  assert.equal(textarea(r.text, 'ruimte'), 'Van het tweede venster');
  assert.equal(textarea((await page(tarik, 'legitimiteit')).text, 'ruimte'), 'Van het eerste venster');
  const script = await argue(window2, other, 'Van het tweede venster', HEEL);
  assert.equal(script.status, 409);
  assert.match(JSON.parse(script.text).melding, /ander venster/);
  const next = { csrf: tokenIn(r.text), revisie: textarea(r.text, 'revisie') };
  assert.equal((await argue(window2, next, 'Van het tweede venster')).status, 303);
});

test('an argument that is too long is kept, with the fault beside it', async () => {
  const { csrf, revisie } = await page(tarik, 'legitimiteit');
  const ruimte = 'ë'.repeat(5001);
  const send = (headers) => tarik.post(`${PLAN}/legitimiteit/argument`, { csrf, revisie, code: 'PW-49-b', ruimte }, headers);
  const r = await send();
  assert.equal(r.status, 422);
  assert.match(r.text, /id="ruimte-1-fout">Dit is te lang/);
  assert.match(r.text, /href="#ruimte-1"/);
  assert.equal(textarea(r.text, 'ruimte'), ruimte);
  const script = await send(HEEL);
  assert.equal(script.status, 422);
  assert.match(JSON.parse(script.text).melding, /te lang/);
});

test('an article that is not there is refused', async () => {
  const { csrf, revisie } = await page(tarik, 'legitimiteit');
  assert.equal((await act(tarik, '/legitimiteit/kies', { code: 'PW-0' })).status, 400);
  assert.equal((await act(tarik, '/legitimiteit/verwijder', { id: 'PW-0' })).status, 400);
  assert.equal((await tarik.post(`${PLAN}/legitimiteit/argument`, { csrf, revisie, code: 'PW-0', ruimte: 'x' })).status, 404);
  assert.equal((await tarik.post(`${PLAN}/legitimiteit/argument`, { csrf, revisie: 'x', code: 'PW-49-b', ruimte: 'x' })).status, 400);
});

// --- actieplan ---------------------------------------------------------------

test('an action without who or when is kept, with the faults beside the fields', async () => {
  const { text, csrf } = await page(tarik, 'actieplan');
  const id = input(text, 'id');
  const r = await tarik.post(`${PLAN}/actieplan/actie`, { csrf, id, basis: 'leeg', wat: 'Bellen & "vragen"', wie: ' ', wanneer: 'x'.repeat(201) });
  assert.equal(r.status, 422);
  assert.match(r.text, /id="wie-fout">Schrijf op wie het doet/);
  assert.match(r.text, /id="wanneer-fout">Dit is te lang/);
  assert.ok(!r.text.includes('id="wat-fout"'));
  assert.equal(input(r.text, 'wat'), 'Bellen &amp; &quot;vragen&quot;');
  assert.equal(input(r.text, 'id'), id);
  assert.match(r.text, /Nog geen acties/);
});

test('an action is added once, changed, removed and put back', async () => {
  const { text, csrf } = await page(tarik, 'actieplan');
  const id = input(text, 'id');
  const send = (fields, basis = 'leeg') => tarik.post(`${PLAN}/actieplan/actie`, { csrf, id, basis, ...fields });
  for (let i = 0; i < 2; i++) {
    assertLeadsTo(await send({ wat: 'Bellen', wie: 'Noor', wanneer: 'morgen' }), `${PLAN}/actieplan#wat`);
  }
  assert.equal(count((await page(tarik, 'actieplan')).text, 'class="lms-line"'), 1);
  const open = (await page(tarik, 'actieplan', `?actie=${id}`)).text;
  assert.match(open, /Wijzig de actie/);
  assert.equal(input(open, 'wie'), 'Noor');
  assertLeadsTo(await send({ wat: 'Schrijven', wie: 'Noor', wanneer: 'morgen' }, input(open, 'basis')), `${PLAN}/actieplan#actie-${id}`);
  assert.equal((await act(tarik, '/actieplan/verwijder', { id })).status, 303);
  const gone = (await page(tarik, 'actieplan', `?weg=${id}`)).text;
  assert.match(gone, /Verwijderd: Schrijven\./);
  assert.equal((await act(tarik, '/actieplan/terug', { id })).status, 303);
  assert.match((await page(tarik, 'actieplan')).text, /Schrijven/);
  for (const forged of [{ id: 'A B' }, { iets: 'x' }]) {
    assert.equal((await send({ wat: 'a', wie: 'b', wanneer: 'c', ...forged })).status, 400);
  }
});

// --- inleveren ---------------------------------------------------------------

async function handIn(visitor, revisie) {
  const seen = await page(visitor, 'inleveren');
  return visitor.post(`${PLAN}/inleveren`, { csrf: seen.csrf, revisie: revisie ?? seen.revisie });
}

let tarikId;

test('a coach sees that there is a draft, and nothing of it', async () => {
  const team = (await anouk.get('/team')).text;
  tarikId = new RegExp(`href="/team/(\\d+)"[^>]*>\\s*${account('tarik').name}`).exec(team)[1];
  const member = (await anouk.get(`/team/${tarikId}`)).text;
  assert.match(member, /Werkt aan stap 6: Actieplan|Werkt aan stap 6/);
  const shared = (await tarik.get('/dit-ziet-je-coach')).text;
  assert.match(shared, /Werkt aan stap 6/);
  for (const text of [team, member, shared]) {
    assert.ok(!text.includes('Tekst van'));
    assert.ok(!text.includes(`/${tarikId}/${cursus}/${casus}/1"`));
  }
  assertErrorPage(await anouk.get(`/team/${tarikId}/${cursus}/${casus}/1`), 404, /Deze pagina is er niet/);
});

test('a plan that is not finished is refused, with what is missing step by step', async () => {
  const { text } = await page(tarik, 'inleveren');
  assert.match(text, /Je plan is nog niet af/);
  const r = await handIn(tarik);
  assert.equal(r.status, 422);
  assert.match(r.text, /Je plan is nog niet ingeleverd/);
  assert.match(r.text, /<title>Fout: /);
  assert.match(r.text, /tabindex="-1" autofocus>/);
  assert.match(r.text, new RegExp(`href="${PLAN}/actieplan">Schrijf je plan B op`));
  assert.equal(count(r.text, 'Compleet.'), 4, 'all but plan B, and the argument that has only its ruimte');
  assertErrorPage(await tarik.get(`${PLAN}/versie/1`), 404, /Deze pagina is er niet/);
});

test('what changed since it was looked over is not handed in', async () => {
  const { revisie } = await page(tarik, 'inleveren');
  assert.equal((await save(tarik, 'actieplan', { plan_b: 'Dan bellen we de advocaat.' })).status, 303);
  assert.match((await page(tarik, 'inleveren')).text, /Alles wat nodig is, staat erin/);
  const r = await handIn(tarik, revisie);
  assert.equal(r.status, 409);
  assert.match(r.text, /intussen/);
  assert.equal((await tarik.post(`${PLAN}/inleveren`, { csrf: await tarik.csrf(), revisie: 'x' })).status, 400);
});

test('handing in freezes version 1; handing it in twice is once', async () => {
  const seen = await page(tarik, 'inleveren');
  const fields = { csrf: seen.csrf, revisie: seen.revisie };
  assertLeadsTo(await tarik.post(`${PLAN}/inleveren`, fields), `${PLAN}/versie/1`);
  assertLeadsTo(await tarik.post(`${PLAN}/inleveren`, fields), `${PLAN}/versie/1`);
  const { text } = await tarik.get(CASUS);
  assert.equal(count(text, '>Versie '), 1);
  assert.match(text, /Ingeleverd op/);
  assert.match(text, /Maak een nieuwe versie/);
});

test('what was handed in cannot be changed', async () => {
  const csrf = await tarik.csrf();
  const form = { csrf, id: 'laat', scenario: 'huidig', tarief: 'WON-ACHT', hoeveelheid: '1', per: 'eenmalig', duur_aantal: '',
    duur_eenheid: 'maand', start_maand: '1', persoon: 'HH', betaler: 'gemeente', basis: 'leeg' };
  for (const [path, fields] of [['/huishouden', { revisie: '999', situatie: 'te laat', knelt: '' }], ['/rendement/regel', form],
    ['/rendement/neem-over', { scenario: 'huidig', id: 'r1' }], ['/rendement/ongedaan', { scenario: 'huidig', id: 'r1' }],
    ['/rendement/kans', { kans_dreigend: '1', basis_kans_dreigend: 'leeg' }], ['/legitimiteit/kies', { code: 'WGS-4-2', revisie: '999' }],
    ['/geschiedenis/terug', { tekst: 'wens', id: '1', basis: 'leeg' }], ['/legitimiteit/argument', { revisie: '999', code: 'PW-49-b', argument: 'te laat' }],
    ['/legitimiteit/verwijder', { id: 'PW-49-b', basis: 'leeg' }],
    ['/actieplan/actie', { id: 'laat', basis: 'leeg', wat: 'a', wie: 'b', wanneer: 'c' }], ['/rendement/terug', { id: 'laat', basis: 'leeg' }]]) {
    const r = await tarik.post(PLAN + path, { csrf, ...fields });
    assert.equal(r.status, 409, path);
    assertErrorPage(r, 409, /al ingeleverd/);
    const script = await tarik.post(PLAN + path, { csrf, ...fields }, HEEL);
    assert.equal(script.status, 409, path);
    assert.match(JSON.parse(script.text).melding, /ingeleverd plan/, path);
  }
  assertLeadsTo(await tarik.get(`${PLAN}/huishouden`), CASUS);
});

/** What the eye reads: without tags, and without what only listeners hear. */
const read = (html) => html.replace(/<span class="lms-hidden">[^<]*<\/span>/g, '').replace(/<[^>]+>/g, '').replace(/[ \n]+/g, ' ');

function assertFiguresOfV1(html) {
  for (const figure of ['39.351', '124.489', '45.135']) assert.ok(count(html, `>€\u00a0${figure}<`) >= 2, `${figure} in both plans`);
  assert.ok(count(html, '1 op de 14 ') >= 2);
  assert.match(read(html), /kost het plan €\u00a05\.784 meer dan nu/);
  assert.match(read(html), /kost dat €\u00a079\.354 meer dan het plan/);
  assert.ok(!html.includes('73.570') && !html.includes('85.138'), 'the two modes are never added');
  assert.match(html, /Tel die twee nooit op/);
}

test('the feedback holds the core’s figures for both plans', async () => {
  await tarik.post(`${PLAN}/versie/1/expert`, { csrf: await tarik.csrf(), deel: 'plan' });
  const r = await tarik.get(`${PLAN}/versie/1`);
  assert.equal(r.status, 200);
  assertFiguresOfV1(r.text);
  assert.match(r.text, /Feedback op je plan/);
  assert.match(r.text, /Versie 1, ingeleverd op/);
  for (const part of ['Betrokkenheid', 'Legitimiteit', 'Rendement']) assert.match(r.text, new RegExp(`>${part}</h2>`));
  assert.equal(count(r.text, '<svg '), 8);
  assert.match(r.text, /Tekst van situatie\./);
  assert.match(r.text, /Van het tweede venster|Artikelen die alleen de expert gebruikt/);
  assert.match(r.text, /plan\/opnieuw"/);
  assert.ok(!r.text.includes('Vergeten?'), 'the expert’s lines forget nothing');
});

test('the coach of the team reads it; other coaches and other people do not', async () => {
  const path = `/team/${tarikId}/${cursus}/${casus}/1`;
  const member = (await anouk.get(`/team/${tarikId}`)).text;
  assert.ok(member.includes(`href="${path}"`));
  assert.ok((await anouk.get('/team')).text.includes(`href="${path}"`));
  const waits = new RegExp(`<strong>${account('tarik').name}</strong> leverde vandaag een plan in`);
  for (const name of ['peter', 'daan']) await (await logIn(name)).get(path);
  assert.match((await anouk.get('/team')).text, waits, 'it waits for its own coach');
  assert.match((await tarik.get('/dit-ziet-je-coach')).text, /Nog niet door een coach geopend/);
  const r = await anouk.get(path);
  assert.equal(r.status, 200);
  assert.doesNotMatch((await anouk.get('/team')).text, waits);
  assert.match((await tarik.get('/dit-ziet-je-coach')).text, new RegExp(`Geopend door ${account('anouk').name} op`));
  assertFiguresOfV1(r.text);
  assert.match(r.text, new RegExp(`Plan van ${account('tarik').name}, met de feedback`));
  assert.ok(!r.text.includes('plan/opnieuw'), 'a coach does not change it');
  for (const name of ['peter', 'daan']) {
    assertErrorPage(await (await logIn(name)).get(path), 404, /Deze pagina is er niet/);
  }
  assert.equal((await yara.get(path)).status, 403);
  assert.equal((await (await logIn('sanne')).get(path)).status, 403);
  assert.equal((await (await logIn('sanne')).get(`${PLAN}/versie/1`)).status, 404);
});

/* Every way to an explanation that a page shows. */
const explanations = (html) => [...new Set([...html.matchAll(/href="([^"]+)" data-uitleg/g)].map((m) => m[1].replaceAll('&amp;', '&')))];

test('every figure of the feedback says how it came about, to the maker and the coach and to nobody else', async () => {
  const shown = explanations((await tarik.get(`${PLAN}/versie/1`)).text);
  assert.ok(shown.length >= 18, `${shown.length} figures`);
  for (const path of shown) assert.equal((await tarik.get(path)).status, 200, path);
  const of = (figure, base = `${PLAN}/versie/1`) => `${base}/uitleg?cijfer=${figure}`;
  const total = await tarik.get(of('scenarios.dreigend.totaal'));
  assert.match(total.text, /Dreigende situatie: totaal, het eerste jaar/);
  assert.match(total.text, /€\u00a0124\.489,20/);
  assert.match(total.text, /€\u00a029\.446,20/);
  const parts = explanations(total.text);
  assert.equal(parts.length, 10);
  assert.ok((await Promise.all(parts.map((path) => tarik.get(path)))).some((r) => r.text.includes('163,59 × 1 × 180 = 29.446,20')));
  assert.match((await tarik.get(of('break_even_kans'))).text, /5\.784,00 ÷ 85\.138,20 = 0,0679… → 0,0679/);

  const coach = `/team/${tarikId}/${cursus}/${casus}/1`;
  const links = explanations((await anouk.get(coach)).text);
  assert.ok(links.length >= 18 && links.every((path) => path.startsWith(`${coach}/uitleg?`)));
  assert.match((await anouk.get(of('break_even_kans', coach))).text, new RegExp(`Plan van ${account('tarik').name}`));
  for (const name of ['peter', 'daan'])
    assertErrorPage(await (await logIn(name)).get(of('break_even_kans', coach)), 404, /Deze pagina is er niet/);
  assert.equal((await yara.get(of('break_even_kans', coach))).status, 403);
  for (const r of [await yara.get(of('break_even_kans')), await (await logIn('sanne')).get(of('break_even_kans'))])
    assert.equal(r.status, 404);

  for (const figure of ['', 'x', 'scenarios.huidig%5B99%5D', '%3Cb%3E']) {
    const r = await tarik.get(of(figure));
    assert.equal(r.status, 404, figure);
    assert.match(r.text, /Dit bedrag staat niet in de rekensom/);
    assert.ok(r.text.includes(`href="${PLAN}/versie/1">Terug naar de feedback`));
  }
});

test('a new version begins from what was handed in, and is again a draft', async () => {
  for (let i = 0; i < 2; i++) assertLeadsTo(await act(tarik, '/opnieuw'), `${PLAN}/huishouden`);
  assert.equal(count((await tarik.get(CASUS)).text, '>Versie '), 2);
  assert.equal(textarea((await page(tarik, 'huishouden')).text, 'situatie'), 'Tekst van situatie.');
  assert.match(await sum(tarik), /€\u00a0124\.489/);
  for (const path of explanations(await sum(tarik))) assert.equal((await tarik.get(path)).status, 200, path);
  assert.equal((await save(tarik, 'huishouden', { situatie: 'Nieuw en nog geheim', knelt: '' })).status, 303);
  const [version1, version2] = await Promise.all([1, 2].map((n) => anouk.get(`/team/${tarikId}/${cursus}/${casus}/${n}`)));
  assert.equal(version1.status, 200);
  assert.ok(!version1.text.includes('nog geheim'));
  assertErrorPage(version2, 404, /Deze pagina is er niet/);
  const member = (await anouk.get(`/team/${tarikId}`)).text;
  assert.match(member, /Werkt aan een nieuwe versie/);
  assert.ok(member.includes(`href="/team/${tarikId}/${cursus}/${casus}/1"`));
  assertErrorPage(await tarik.get(`${PLAN}/versie/2`), 404, /Deze pagina is er niet/);
  assert.match((await tarik.get(`${PLAN}/versie/1`)).text, /Tekst van situatie\./);
  assertLeadsTo(await handIn(tarik), `${PLAN}/versie/2`);
  assert.match((await anouk.get(`/team/${tarikId}/${cursus}/${casus}/2`)).text, /Nieuw en nog geheim/);
});

// --- attacks -----------------------------------------------------------------

test('what is typed comes back as text, on every page and for the coach', async () => {
  const evil = (name) => `</textarea></p>"><script>alert('${name}')</script>`;
  await begun(yara);
  for (const [name, fields] of Object.entries({ huishouden: ['situatie', 'knelt'], toekomst: ['wens', 'perspectief'],
    doorbraak: ['hindernis', 'doorbraak'], overzicht: ['zelf', 'hulp'], onderbouwing: ['betrokkenheid', 'weging'],
    legitimiteit: ['legitimiteit'], rendement: ['kans_uitleg', 'rendement'], actieplan: ['plan_b'] })) {
    assert.equal((await save(yara, name, Object.fromEntries(fields.map((f) => [f, evil(f)])))).status, 303, name);
  }
  assert.equal((await act(yara, '/legitimiteit/kies', { code: 'PW-49-b' })).status, 303);
  const law = await page(yara, 'legitimiteit');
  assert.equal((await yara.post(`${PLAN}/legitimiteit/argument`, { csrf: law.csrf, revisie: law.revisie, code: 'PW-49-b', hindernis: evil('hindernis'), ruimte: evil('ruimte'), afweging: evil('afweging') })).status, 303);
  for (const id of ['a1', 'a2']) {
    assert.equal((await act(yara, '/actieplan/actie', { id, wat: evil('wat'), wie: evil('wie'), wanneer: evil('wanneer') })).status, 303);
  }
  assert.equal((await act(yara, '/actieplan/verwijder', { id: 'a2' })).status, 303);
  await addLine(yara, 'doorbraak', 'WON-ACHT');

  const isClean = (r, path) => {
    assert.ok(!/<script>alert|<\/textarea><\/p>"/.test(r.text), path);
    assert.ok(!/ on[a-z]+="|="javascript:/i.test(r.text), path);
    return r;
  };
  for (const [path, names] of [['huishouden', ['situatie', 'knelt']], ['toekomst', ['wens']], ['legitimiteit', ['hindernis', 'ruimte', 'afweging', 'legitimiteit']],
    ['rendement', ['rendement']], ['actieplan', ['wat', 'wie', 'wanneer', 'plan_b']], ['actieplan?weg=a2', ['wat']],
    ['actieplan?actie=a1', ['wie']], ['rendement?zoek=%22%3E%3Cscript%3Ealert(1)', []], ['legitimiteit?zoek=%22%3E%3Cscript%3Ealert(1)', []],
    ['rendement?scenario=%22%3E%3Cscript%3Ealert(1)&regel=%22%3E&tarief=%22%3E', []], ['legitimiteit?weg=%22%3E%3Cscript%3Ealert(1)', []]]) {
    const r = isClean(await yara.get(`${PLAN}/${path}`), path);
    assert.equal(r.status, 200, path);
    for (const name of names) assert.ok(r.text.includes(escaped(evil(name))), `${name} on ${path}`);
  }
  assertLeadsTo(await handIn(yara), `${PLAN}/versie/1`);
  const daan = await logIn('daan');
  const id = new RegExp(`href="/team/(\\d+)"[^>]*>\\s*${account('yara').name}`).exec((await daan.get('/team')).text)[1];
  for (const r of [await yara.get(`${PLAN}/versie/1`), await daan.get(`/team/${id}/${cursus}/${casus}/1`)]) {
    assert.equal(r.status, 200);
    isClean(r, 'feedback');
    for (const name of ['situatie', 'wens', 'rendement', 'plan_b', 'wat', 'wie']) assert.ok(r.text.includes(escaped(evil(name))), name);
  }
});

test('four at the same moment: one new version, handed in once', async () => {
  const csrf = await yara.csrf();
  const four = (path, fields) => Promise.all([1, 2, 3, 4].map(() => yara.post(PLAN + path, { csrf, ...fields })));
  for (const r of await four('/opnieuw')) assertLeadsTo(r, `${PLAN}/huishouden`);
  assert.equal(count((await yara.get(CASUS)).text, '>Versie '), 2);
  const { revisie } = await page(yara, 'inleveren');
  const answers = await four('/inleveren', { revisie });
  assert.ok(answers.some((r) => r.status === 303));
  for (const r of answers) {
    if (r.status === 303) assertLeadsTo(r, `${PLAN}/versie/2`);
    else assertErrorPage(r, 409, /al ingeleverd/);
  }
  assert.equal(count((await yara.get(CASUS)).text, '>Versie '), 2);
  const saves = await (async () => {
    await act(yara, '/opnieuw');
    const seen = await page(yara, 'toekomst');
    return Promise.all(['een', 'twee', 'drie'].map((wens) =>
      yara.post(`${PLAN}/toekomst`, { csrf, revisie: seen.revisie, wens, perspectief: '' }, HEEL)));
  })();
  assert.deepEqual(saves.map((r) => r.status).sort(), [200, 409, 409], 'one is saved, two are told so');
});

test('a body that is no form, or holds control characters, is 400', async () => {
  const csrf = await tarik.csrf();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const body of [`csrf=${csrf}&wens=%00`, `csrf=${csrf}&wens=%ff`]) {
    assertErrorPage(await tarik.postRaw(`${PLAN}/toekomst`, body, form), 400, /begrijpt niet/);
  }
  assert.equal((await new Visitor().get('/gezondheid')).text, 'in orde\n');
});
