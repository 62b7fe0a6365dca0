// SPDX-License-Identifier: EUPL-1.2
// tariff.test.mjs - a municipality loads its own tariffs: from a file to a
// plan, by its admin and nobody else.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertErrorPage, logIn, slugs, tokenIn } from './helpers.mjs';

const { cursus, casus } = slugs();
const PLAN = `/cursus/${cursus}/casus/${casus}/plan`;
const HERE = '/beheer/tarieven';
const HEAD = 'code;omschrijving;eenheid;tarief;prijspeil_jaar;domein;wet;betaler;bron;zekerheid';
const row = (code, price, name = 'Proefhulp') => `${code};${name};uur;${price};2026;ondersteuning;Wmo 2015;gemeente;Inkoopbesluit;published`;
const table = (...rows) => [HEAD, ...rows].join('\r\n');

let bram, sanne, yara; // admin and learner of one organisation, learner of another

before(async () => {
  [bram, sanne, yara] = await Promise.all(['bram', 'sanne', 'yara'].map(logIn));
});

/** Sends a form as a browser sends one with a file. */
async function upload(visitor, path, fields, file) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('bestand', new Blob([file ?? ''], { type: 'text/csv' }), file === undefined ? '' : 'tarieven.csv');
  return visitor.send(path, { method: 'POST', body });
}

const preview = async (visitor, file) => upload(visitor, HERE, { csrf: await visitor.csrf(), tabel: '' }, file);
const field = (html, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
const unescape = (html) => html.replace(/&(lt|gt|quot|#39|amp);/g, (_, c) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[c]);
const carried = (html) => unescape(/<textarea name="tabel" hidden>\n?([^<]*)<\/textarea>/.exec(html)[1]);
const formOf = (r) => ({ csrf: tokenIn(r.text), id: field(r.text, 'id'), basis: field(r.text, 'basis'), tabel: carried(r.text) });

async function load(...rows) {
  const r = await preview(bram, table(...rows));
  assert.equal(r.status, 200, r.text);
  if (/precies de tabel/.test(r.text)) return (await bram.get(HERE)).text;
  const done = await upload(bram, `${HERE}/laad`, formOf(r));
  assert.equal(done.status, 303, done.text);
  return (await bram.get(HERE)).text;
}

const newest = (html) => Number(/Versie (\d+) \(nu in gebruik\)/.exec(html)?.[1] ?? 0);

test('a file is shown with what it changes, and nothing is stored yet', async () => {
  const before = newest((await bram.get(HERE)).text);
  const r = await preview(bram, '\uFEFF' + table(row('PROEF-1', '12,50'), row('WMO-HH', '40')));
  assert.equal(r.status, 200);
  assert.match(r.text, /2 nieuw, 0 veranderd/);
  assert.match(r.text, /€\u00a012,50 per uur/);
  assert.equal(newest((await bram.get(HERE)).text), before);
});

test('after the button it is in use; pressing twice is one act', async () => {
  const before = newest((await bram.get(HERE)).text);
  const r = await preview(bram, table(row('PROEF-1', '12,50'), row('WMO-HH', '40')));
  for (let i = 0; i < 2; i++) {
    const done = await upload(bram, `${HERE}/laad`, formOf(r));
    assert.equal(done.status, 303, done.text);
    assert.equal(done.headers.get('location'), `${HERE}?versie=${before + 1}`);
  }
  const page = (await bram.get(`${HERE}?versie=${before + 1}`)).text;
  assert.equal(newest(page), before + 1);
  assert.match(page, new RegExp(`Versie ${before + 1} is nu in gebruik`));
  assert.match(page, /de jouwe is \+23,5 %/, 'beside the general table');
});

test('the difference names the old price, the new one and the percentage', async () => {
  await load(row('PROEF-1', '12,50'), row('PROEF-2', '1'));
  const r = await preview(bram, table(row('PROEF-1', '13,00')));
  assert.match(r.text, /0 nieuw, 1 veranderd, 1 vervalt, 0 hetzelfde/);
  assert.match(r.text, /€\u00a012,50 per uur<\/td>\s*<td data-label="Wordt">€\u00a013,00 per uur<\/td>\s*<td data-label="Verschil">\+4,0 %/);
  const same = await preview(bram, table(row('PROEF-1', '12,50'), row('PROEF-2', '1')));
  assert.match(same.text, /precies de tabel die je nu hebt/);
});

test('what remarks on a plan read is in the file, in the preview and in the file that comes back', async () => {
  const signs = (...rows) => [`${HEAD};verblijf24;gebeurtenis;ernstig`, ...rows].join('\r\n');
  await load(row('PROEF-1', '60'));
  const bad = await preview(bram, signs(`${row('PROEF-1', '60')};soms;uit zetting;nee`));
  assert.equal(bad.status, 422);
  assert.match(bad.text, /Regel 2, kolom ‘verblijf24’: ‘soms’ kan hier niet\. Vul in: ja of nee\./);
  assert.match(bad.text, /Regel 2, kolom ‘gebeurtenis’: Gebruik één woord/);
  const r = await preview(bram, signs(`${row('PROEF-1', '60')};ja;uitzetting;`));
  assert.match(r.text, /0 nieuw, 1 veranderd/);
  assert.match(r.text, /verblijf24, gebeurtenis/);
  assert.equal((await upload(bram, `${HERE}/laad`, formOf(r))).status, 303);
  assert.match((await bram.get(`${HERE}/eigen.csv`)).text, /PROEF-1;.*;ja;uitzetting;\r\n/);
});

test('a preview that is overtaken loads nothing, and shows the difference anew', async () => {
  await load(row('PROEF-1', '12,50'));
  const old = await preview(bram, table(row('PROEF-1', '15')));
  await load(row('PROEF-1', '14'));
  const r = await upload(bram, `${HERE}/laad`, formOf(old));
  assert.equal(r.status, 409);
  assert.match(r.text, /De tabel is intussen veranderd/);
  assert.match(r.text, /€\u00a014,00 per uur/);
  assert.equal((await upload(bram, `${HERE}/laad`, formOf(r))).status, 303, 'and it can be done from there');
});

test('every bad row is named with its line, all at once, and what was typed is kept', async () => {
  const before = newest((await bram.get(HERE)).text);
  const bad = table(row('GOED', '1'), row('FOUT-1', 'twaalf'), row('GOED', '2'), 'FOUT-2;;uur;1;2026;zorg;W;gemeente;b;published');
  for (const send of [() => preview(bram, bad),
    async () => bram.post(HERE, { csrf: await bram.csrf(), tabel: bad })]) {
    const r = await send();
    assert.equal(r.status, 422);
    assert.match(r.text, /<title>Fout: /);
    for (const where of ['Regel 3, kolom ‘tarief’', 'Regel 4, kolom ‘code’', 'Regel 5, kolom ‘omschrijving’'])
      assert.ok(r.text.includes(where), where);
    assert.match(r.text, /<textarea[^>]*name="tabel"[^>]*>\s*code;omschrijving[\s\S]*FOUT-1;Proefhulp;uur;twaalf/);
  }
  assert.equal(newest((await bram.get(HERE)).text), before);
});

test('what is no text, too large or nothing at all is refused with a remedy', async () => {
  assert.match((await preview(bram, new Uint8Array([80, 75, 3, 4, 0, 1]))).text, /CSV UTF-8/);
  const latin = await preview(bram, new Uint8Array([...Buffer.from(`${HEAD}\nA;caf`), 0xe9, 10]));
  assert.equal(latin.status, 422);
  assert.match(latin.text, /Regel 2: Hier staat een teken dat geen UTF-8 is/);
  assert.match((await preview(bram)).text, /Er staat niets in/);
  assert.match((await preview(bram, 'x'.repeat(120000))).text, /te groot/);
});

test('an earlier version can be looked at and put back, once', async () => {
  const first = newest(await load(row('PROEF-1', '21')));
  await load(row('PROEF-1', '22'));
  const r = await bram.get(`${HERE}/versie/${first}`);
  assert.equal(r.status, 200);
  assert.match(r.text, /€\u00a022,00 per uur<\/td>\s*<td data-label="Wordt">€\u00a021,00 per uur/);
  const form = { csrf: tokenIn(r.text), id: field(r.text, 'id'), basis: field(r.text, 'basis'), nummer: String(first) };
  for (let i = 0; i < 2; i++) assert.equal((await upload(bram, `${HERE}/terug`, form)).status, 303);
  const page = (await bram.get(HERE)).text;
  assert.equal(newest(page), first + 2);
  assert.match(page, new RegExp(`teruggezet naar versie ${first} door Bram`));
  assert.equal((await upload(bram, `${HERE}/terug`, { ...form, id: 'anders' })).status, 409);
  assert.equal((await bram.get(`${HERE}/versie/9999`)).status, 404);
});

test('without own tariffs again: version 0 is the empty table', async () => {
  await load(row('PROEF-1', '21'));
  const r = await bram.get(`${HERE}/versie/0`);
  const form = { csrf: tokenIn(r.text), id: field(r.text, 'id'), basis: field(r.text, 'basis'), nummer: '0' };
  assert.equal((await upload(bram, `${HERE}/terug`, form)).status, 303);
  assert.match((await bram.get(HERE)).text, /Jullie hebben nu geen eigen tarieven/);
  assert.equal((await bram.get(`${HERE}/versie/0`)).status, 404);
});

test('both tables come as a file that loads as it is', async () => {
  await load(row('PROEF-1', '21'));
  const general = await bram.get(`${HERE}/algemeen.csv`);
  assert.equal(general.status, 200);
  assert.match(general.headers.get('content-type'), /^text\/csv/);
  assert.match(general.headers.get('content-disposition'), /attachment; filename="tarieven-algemeen\.csv"/);
  assert.equal((await preview(bram, general.text)).status, 200);
  const own = await bram.get(`${HERE}/eigen.csv`);
  assert.match(own.text, /\r\nPROEF-1;Proefhulp;uur;21,00;2026;/);
  assert.match((await preview(bram, own.text)).text, /precies de tabel/);
  assert.equal((await bram.get(`${HERE}/anders.csv`)).status, 404);
});

test('a form without its token, id or number does nothing', async () => {
  const r = await preview(bram, table(row('PROEF-9', '1')));
  const form = formOf(r);
  assertErrorPage(await upload(bram, `${HERE}/laad`, { ...form, csrf: 'x'.repeat(43) }), 403, /verlopen/);
  for (const wrong of [{ id: '' }, { id: 'É' }, { basis: '-1' }, { basis: 'x' }])
    assert.equal((await upload(bram, `${HERE}/laad`, { ...form, ...wrong })).status, 400);
  assert.equal((await upload(bram, `${HERE}/laad`, { ...form, tabel: 'kapot' })).status, 422);
  assert.equal((await bram.postRaw(HERE, '--x', { 'content-type': 'multipart/form-data; boundary=x' })).status, 400);
});

test('only the admin may, and other forms take no files', async () => {
  for (const visitor of [sanne, yara])
    assert.equal((await upload(visitor, HERE, { csrf: await visitor.csrf(), tabel: table(row('A', '1')) })).status, 403);
  const r = await upload(bram, '/account/organisatie', { csrf: await bram.csrf(), organisatie: '1' });
  assert.equal(r.status, 400);
});

test('a learner finds the own tariff first, and a line keeps its price until somebody takes another', async () => {
  await load(row('PROEF-1', '50'), row('WMO-HH', '40', 'Hulp bij ons'));
  await sanne.post(PLAN, { csrf: await sanne.csrf() });
  const list = (await sanne.get(`${PLAN}/rendement`)).text;
  assert.match(list, /Hulp bij ons[\s\S]*?Tarief van Gemeente Voorbeeldstad\. Wmo 2015/);
  assert.ok(!list.includes('Hulp bij het huishouden<span class="lms-hidden">, €\u00a032,40'), 'the general row gives way');
  assert.ok(!(await yara.get('/')).text.includes('Hulp bij ons'));
  const open = async (query) => (await sanne.get(`${PLAN}/rendement?${query}`)).text;
  const lineForm = (html) => ({ csrf: tokenIn(html), id: /id="regel"[\s\S]*?name="id" value="([^"]*)"/.exec(html)[1],
    basis: /id="regel"[\s\S]*?name="basis" value="([^"]*)"/.exec(html)[1], scenario: 'huidig', tarief: 'PROEF-1',
    persoon: 'HH', hoeveelheid: '1', per: 'week', duur_aantal: '52', duur_eenheid: 'week', start_maand: '1', betaler: 'gemeente' });
  const fresh = await open('scenario=huidig&tarief=PROEF-1');
  const form = { ...lineForm(fresh), prijs: /name="prijs" value="([^"]*)"/.exec(fresh)[1] };
  assert.equal(form.prijs, 'tabel.5000.2026');
  assert.equal((await sanne.post(`${PLAN}/rendement/regel`, form)).status, 303);
  assert.match(await open('scenario=huidig'), /€\u00a050,00 per uur/);

  await load(row('PROEF-1', '60'));
  const again = await open(`regel=${form.id}`);
  assert.match(again, /In de tabel staat nu €\u00a060,00 per uur, prijspeil 2026/);
  assert.match(again, /<option value=""(?: selected)?>Blijft €\u00a050,00 \(2026\)/);
  assert.match(again, /<option value="tabel.6000.2026">Uit de tabel: €\u00a060,00 \(2026\)/);
  const more = { ...lineForm(again), hoeveelheid: '2', prijs: '' };
  assert.equal((await sanne.post(`${PLAN}/rendement/regel`, more)).status, 303);
  assert.match(await open('scenario=huidig'), /€\u00a050,00 per uur/, 'changing the amount leaves the price');

  const late = { ...lineForm(await open(`regel=${form.id}`)), hoeveelheid: '2', prijs: 'tabel.5500.2026' };
  const refused = await sanne.post(`${PLAN}/rendement/regel`, late);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Dit tarief is net veranderd/);
  assert.equal((await sanne.post(`${PLAN}/rendement/regel`, { ...late, prijs: 'tabel.6000.2026' })).status, 303);
  assert.match(await open('scenario=huidig'), /€\u00a060,00 per uur/);
  for (const prijs of ['tabel', 'tabel.x.2026', 'gratis.1.2026', 'index.100.2026', 'tabel.1.2026x'])
    assert.equal((await sanne.post(`${PLAN}/rendement/regel`, { ...late, prijs })).status, 400, prijs);
});

test('a price of another year is brought to now by an act, which stays to be seen', async () => {
  const html = (await sanne.get(`${PLAN}/rendement?scenario=huidig&tarief=WMO-BEG-PLUS`)).text;
  assert.match(html, /<option value="index.8520.2023">Omgerekend: €\u00a090,92 \(2025\)/);
  assert.match(html, /Omrekenen kan: €\u00a085,20 \(2023\) × 1,0671 = €\u00a090,92 \(2025\), met de inflatie/);
  assert.match(html, /2024 3,3 %, 2025 3,3 %/);
  const id = /id="regel"[\s\S]*?name="id" value="([^"]*)"/.exec(html)[1];
  const form = { csrf: tokenIn(html), id, basis: 'leeg', scenario: 'huidig', tarief: 'WMO-BEG-PLUS', persoon: 'HH', hoeveelheid: '1',
    per: 'week', duur_aantal: '52', duur_eenheid: 'week', start_maand: '1', betaler: 'gemeente', prijs: 'index.8520.2023' };
  for (let i = 0; i < 2; i++) assert.equal((await sanne.post(`${PLAN}/rendement/regel`, form)).status, 303);
  const page = (await sanne.get(`${PLAN}/rendement?scenario=huidig`)).text;
  assert.match(page, /Individuele begeleiding plus, omgerekend: €\u00a085,20 \(2023\) × 1,0671/);
  assert.match(page, /€\u00a090,92 per uur/);
  assert.ok(!/omgerekend:[^<]*omgerekend:/.test(page));
  const changed = (await sanne.get(`${PLAN}/rendement?regel=${id}`)).text;
  assert.match(changed, /<option value="tabel.8520.2023">Uit de tabel/);
  assert.ok(!changed.includes('value="index.'), 'not twice');
});
