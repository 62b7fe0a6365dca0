// SPDX-License-Identifier: EUPL-1.2
// editor.test.mjs - how the page of the sum thinks along: what the dossier
// states, what becomes of it, quantities in words, tariffs by what they are
// for, and a prefab start. Each test has a person of its own.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Visitor, slugs, tokenIn } from './helpers.mjs';

const { cursus, casus } = slugs();
const PLAN = `/cursus/${cursus}/casus/${casus}/plan`;

const count = (text, part) => text.split(part).length - 1;
const input = (html, name) => new RegExp(`<input[^>]*\\bname="${name}"[^>]*\\bvalue="([^"]*)"`).exec(html)?.[1];
const chosen = (html, name) => {
  const select = new RegExp(`<select[^>]*\\bname="${name}"[\\s\\S]*?</select>`).exec(html)?.[0];
  return /<option value="([^"]*)" selected>/.exec(select)?.[1];
};

/** Somebody new, with an empty plan. */
async function member(name) {
  const who = { email: `${name}@editor.example`, password: `${name}-heeft-een-lang-wachtwoord` };
  execFileSync('.build/leer', ['gebruiker', 'maak', '--email', who.email, '--naam', name, '--organisatie', 'Editor', '--rol', 'cursist'],
    { env: process.env, input: `${who.password}\n`, stdio: ['pipe', 'pipe', 'inherit'] });
  return new Visitor().logIn(who);
}

async function begun(visitor) {
  assert.equal((await visitor.post(PLAN, { csrf: await visitor.csrf() })).status, 303);
  return visitor;
}

async function page(visitor, name, query = '') {
  const r = await visitor.get(`${PLAN}/${name}${query}`);
  assert.equal(r.status, 200, `${name}: ${r.text.slice(0, 300)}`);
  return r;
}

function assertLeadsTo(r, path) {
  assert.equal(r.status, 303, r.text.slice(0, 400));
  assert.equal(r.headers.get('location'), path);
}

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

const sendLine = (visitor, fields) => visitor.post(`${PLAN}/rendement/regel`, { basis: 'leeg', ...fields });

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

// --- the editor thinks along -------------------------------------------------

const formOf = (html, action) => /<form[\s\S]*?<\/form>/.exec(html.slice(html.lastIndexOf('<form', html.indexOf(`action="${PLAN}/rendement/${action}"`))))[0];
const hiddenOf = (form) => Object.fromEntries([...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, k, v]) => [k, v]));

test('what the dossier says runs today is taken over in one press, with its document', async () => {
  const who = await begun(await member('dossier'));
  const { text } = await page(who, 'rendement');
  assert.match(text, /Dit staat in het dossier/);
  assert.match(text, /Staat in: <a [^>]*href="[^"]*\/document\/09-overzicht-lopende-hulp">Overzicht van de lopende hulp/);
  const fields = hiddenOf(formOf(text, 'dossier'));
  for (let i = 0; i < 2; i++) assertLeadsTo(await who.post(`${PLAN}/rendement/dossier`, fields), `${PLAN}/rendement?scenario=huidig&overgenomen=${fields.id}#overgenomen`);
  const after = (await page(who, 'rendement', `?scenario=huidig&overgenomen=${fields.id}`)).text;
  assert.equal(count(after, 'class="lms-line"'), 4);
  assert.match(after, /4 regels overgenomen/);
  assert.ok(!after.includes('Dit staat in het dossier'));
  assert.match(await sum(who), /<dt>Huidig<\/dt><dd>\s*<a [^>]*>€\u00a039\.351</);
  assert.equal((await who.post(`${PLAN}/rendement/dossier`, { ...fields, regel: 'B1' })).status, 400, 'never of the plan itself');
  assertLeadsTo(await who.post(`${PLAN}/rendement/ongedaan`, { csrf: fields.csrf, scenario: 'huidig', id: fields.id }), `${PLAN}/rendement?scenario=huidig#regels`);
  assert.match((await page(who, 'rendement')).text, /Dit staat in het dossier/);
});

test('per line one says what becomes of it; more or less only after it was read back', async () => {
  const who = await begun(await member('verandert'));
  await who.post(`${PLAN}/rendement/dossier`, hiddenOf(formOf((await page(who, 'rendement')).text, 'dossier')));
  const { text } = await page(who, 'rendement', '?scenario=doorbraak');
  const hidden_ = hiddenOf(formOf(text, 'verandert'));
  const ids = Object.keys(hidden_).filter((k) => k.startsWith('gelezen_')).map((k) => k.slice(8));
  assert.equal(ids.length, 4);
  const fields = { ...hidden_ };
  for (const id of ids) Object.assign(fields, { [`wat_${id}`]: 'weet', [`hoe_${id}`]: '' });
  const [geld, bewind, jeugd] = ids;
  Object.assign(fields, { [`wat_${geld}`]: 'door', [`wat_${bewind}`]: 'stopt', [`hoe_${bewind}`]: 'Niet meer nodig.', [`wat_${jeugd}`]: 'meer', [`hoe_${jeugd}`]: 'drie uur per week, een half jaar lang' });
  const unread = await who.post(`${PLAN}/rendement/verandert`, fields);
  assert.equal(unread.status, 422);
  assert.match(unread.text, /Ik lees: 3 uur per week, 26 weken lang, vanaf maand 1: dat is 78 uur\. Klopt dat\?/);
  assert.match((await page(who, 'rendement', '?scenario=doorbraak')).text, /Nog geen regels/, 'nothing counts before it was read back');
  const unclear = await who.post(`${PLAN}/rendement/verandert`, { ...fields, [`hoe_${jeugd}`]: 'heel veel' });
  assert.match(unclear.text, /Ik begrijp ‘veel’ niet\. Schrijf bijvoorbeeld: ‘2 uur per week, 26 weken’/);
  const read = { ...fields, ...hiddenOf(formOf(unread.text, 'verandert')) };
  const saved = await who.post(`${PLAN}/rendement/verandert`, read);
  assertLeadsTo(saved, `${PLAN}/rendement?scenario=doorbraak&overgenomen=${read.id}#overgenomen`);
  const after = (await page(who, 'rendement', `?scenario=doorbraak&overgenomen=${read.id}`)).text;
  assert.equal(count(after, 'class="lms-line"'), 2);
  assert.match(after, /3 uur per week, 26 weken lang/);
  assert.equal(count(formOf(after, 'verandert'), '<fieldset'), 1, 'only what nothing was said of is asked again');
  assert.match((await page(who, 'rendement')).text, /Stopt, want: Niet meer nodig\./);
  for (const wrong of [{ scenario: 'huidig' }, { [`wat_${geld}`]: 'x' }, { vreemd: '1' }]) assert.equal((await who.post(`${PLAN}/rendement/verandert`, { ...read, ...wrong })).status, 400);
});

test('what is unclear about a line that another window took away says what to do', async () => {
  const who = await begun(await member('weggehaald'));
  await who.post(`${PLAN}/rendement/dossier`, hiddenOf(formOf((await page(who, 'rendement')).text, 'dossier')));
  const fields = hiddenOf(formOf((await page(who, 'rendement', '?scenario=dreigend')).text, 'verandert'));
  const ids = Object.keys(fields).filter((k) => k.startsWith('gelezen_')).map((k) => k.slice(8));
  for (const id of ids) Object.assign(fields, { [`wat_${id}`]: 'door', [`hoe_${id}`]: '' });
  Object.assign(fields, { [`wat_${ids[0]}`]: 'meer', [`hoe_${ids[0]}`]: 'heel <veel> meer' });
  const huidig = (await page(who, 'rendement', '?scenario=huidig')).text;
  const basis = new RegExp(`name="id" value="${ids[0]}"><input type="hidden" name="basis" value="([a-z0-9]+)"`).exec(huidig)[1];
  assert.equal((await who.post(`${PLAN}/rendement/verwijder`, { csrf: fields.csrf, id: ids[0], basis })).status, 303);
  const r = await who.post(`${PLAN}/rendement/verandert`, fields);
  assert.equal(r.status, 422);
  assert.match(r.text, /‘heel &lt;veel&gt; meer’ hoort bij een regel die intussen weg is, of al beantwoord\. Er is niets overgenomen\. Stuur je andere antwoorden nog een keer\./);
  const again = { ...fields, ...hiddenOf(formOf(r.text, 'verandert')) };
  for (const name of ['wat', 'hoe', 'gelezen', 'eenheid']) delete again[`${name}_${ids[0]}`];
  assert.match(formOf(r.text, 'verandert'), /value="door" selected/, 'the other answers are still there');
  assert.equal((await who.post(`${PLAN}/rendement/verandert`, again)).status, 303);
});

test('a quantity in words fills the fields, and counts after it was read back', async () => {
  const who = await begun(await member('woorden'));
  const form = await lineForm(who, 'dreigend', 'WMO-NOODOPV');
  const typed = { ...form, woorden: '120 dagen voor 4 personen, vanaf maand 3', gelezen: '', eenheid: 'etmaal', jaren: '1' };
  const first = await sendLine(who, typed);
  assert.equal(first.status, 422);
  assert.match(first.text, /Ik lees: 4 keer per dag, 120 dagen lang, vanaf maand 3: dat is 480 etmalen/);
  const inForm = first.text.slice(first.text.indexOf('id="regel"'));
  const filled = Object.fromEntries(['hoeveelheid', 'duur_aantal', 'start_maand', 'gelezen'].map((name) => [name, input(inForm, name)]));
  assert.deepEqual({ ...filled, gelezen: '' }, { hoeveelheid: '4', duur_aantal: '120', start_maand: '3', gelezen: '' });
  assert.equal((await sendLine(who, { ...typed, ...filled, per: 'dag', duur_eenheid: 'dag' })).status, 303);
  assert.match((await page(who, 'rendement', '?scenario=dreigend')).text, /4 keer per dag, 120 dagen lang, vanaf maand 3/);
  const part = await who.get(`${PLAN}/rendement/lees?zin=twee+keer+per+week+een+uur&eenheid=uur&jaren=1`, { 'x-leer-deel': 'lees' });
  assert.equal(JSON.parse(part.text).hoeveelheid, '2');
  const once = JSON.parse((await who.get(`${PLAN}/rendement/lees?zin=in+maand+2&eenheid=stuk&jaren=1`, { 'x-leer-deel': 'lees' })).text);
  assert.equal(once.per, 'eenmalig');
  assert.match(once.duur_eenheid, /^(dag|week|maand|jaar)$/, 'the list on the page has it');
  assert.match(JSON.parse((await who.get(`${PLAN}/rendement/lees?zin=soms&eenheid=uur&jaren=1`, { 'x-leer-deel': 'lees' })).text).melding, /Ik begrijp ‘soms’ niet/);
});

test('the tariffs are narrowed by what something is for; the case’s own come first', async () => {
  const who = await begun(await member('kiezer'));
  const { text } = await page(who, 'rendement', '?waarvoor=jeugd');
  const names = [...text.matchAll(/class="lms-pick__text">([^<]*)</g)].map(([, t]) => t);
  assert.ok(names.length > 3 && names.every((t) => t.includes('Jeugdwet')));
  assert.match(names[0], /^Van deze casus/);
  assert.match(text, /aria-current="true"\s*>Jeugd \(\d+\)/);
  await addLine(who, 'huidig', 'WMO-VO', {});
  const all = [...(await page(who, 'rendement')).text.matchAll(/class="lms-pick__text">([^<]*)</g)].map(([, t]) => t);
  const own = all.filter((t) => t.startsWith('Van deze casus')).length;
  assert.match(all[own], /^Eerder gebruikt/);
});

test('a prefab start asks, and counts for nothing until it is adapted', async () => {
  const who = await begun(await member('voorzet'));
  const { text } = await page(who, 'rendement', '?scenario=doorbraak&voorzet=P1');
  assert.match(text, /4 van 4 nog niet aangepast\. Wat je niet aanpast, telt niet mee\./);
  assert.match(text, /Nog geen regels/);
  await addLine(who, 'doorbraak', 'WGS-TRAJECT', { rol: 'interventie' });
  const after = (await page(who, 'rendement', '?scenario=doorbraak&voorzet=P1')).text;
  assert.match(after, /3 van 4 nog niet aangepast/);
  assert.equal(count(after, 'staat in je plan'), 1);
  assert.ok(!(await page(who, 'rendement', '?scenario=huidig')).text.includes('Begin met een voorzet'));
});

// --- what was said already, offered where it is needed -----------------------

test('help of others begins with what the dossier says runs, once, and only on request', async () => {
  const who = await begun(await member('begint'));
  const seen = (await page(who, 'overzicht')).text;
  assert.match(seen, /name="naar" value="begin">Begin met wat er nu loopt</);
  assert.doesNotMatch(seen, /Nu loopt:/, 'nothing is filled in unasked');
  const fields = { csrf: tokenIn(seen), revisie: input(seen, 'revisie'), zelf: 'Rachid brengt Sem.', hulp: '' };
  assertLeadsTo(await who.post(`${PLAN}/overzicht`, { ...fields, naar: 'begin' }), `${PLAN}/overzicht?begin=loopt#hulp`);
  const text = (await page(who, 'overzicht', '?begin=loopt')).text;
  assert.match(text, />Rachid brengt Sem\.<\/textarea>/, 'what was typed is saved');
  assert.match(text, /Nu loopt:\n(- [^\n]+: [^\n]+\n){3}- Individuele begeleiding[^\n]*: 1,5 uur per week/);
  const hulp = 'Alles loopt door.';
  await who.post(`${PLAN}/overzicht`, { ...fields, revisie: input(text, 'revisie'), hulp });
  const after = (await page(who, 'overzicht', '?begin=loopt')).text;
  assert.match(after, /Alles loopt door\./);
  assert.doesNotMatch(after, /Nu loopt:|Begin met wat er nu loopt/, 'a text is never replaced');
});

test('an action begins with what is new in the plan; who and when stay open', async () => {
  const who = await begun(await member('acties'));
  await addLine(who, 'doorbraak', 'WGS-TRAJECT', { per: 'eenmalig', hoeveelheid: '1', duur_aantal: '' });
  await addLine(who, 'huidig', 'BEW-SCH');
  const { text } = await page(who, 'actieplan');
  const offers = [...text.matchAll(/href="([^"]*\?begin=[^"]*)">([^<]*)</g)];
  assert.deepEqual(offers.map(([, url, words]) => [url, words]), [[`${PLAN}/actieplan?begin=WGS-TRAJECT#wat`, 'Schuldregeling per traject regelen']], 'not what runs already');
  const begunWith = (await page(who, 'actieplan', '?begin=WGS-TRAJECT')).text;
  assert.equal(input(begunWith, 'wat'), 'Schuldregeling per traject regelen');
  for (const name of ['wie', 'wanneer']) assert.equal(input(begunWith, name), '');
  assert.match(begunWith, /<option value="Marlies"><\/option>/, 'the household can be meant');
  assert.equal(input((await page(who, 'actieplan', '?begin=PW-0')).text, 'wat'), '');
  const fields = { csrf: tokenIn(begunWith), id: input(begunWith, 'id'), basis: 'leeg', wat: 'Schuldregeling per traject regelen', wie: 'Petra', wanneer: '7 dec' };
  assertLeadsTo(await who.post(`${PLAN}/actieplan/actie`, fields), `${PLAN}/actieplan#wat`);
  const after = (await page(who, 'actieplan')).text;
  assert.doesNotMatch(after, /\?begin=/);
  assert.match(after, /<option value="Petra"><\/option>/);
});
