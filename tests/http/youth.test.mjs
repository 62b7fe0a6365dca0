// SPDX-License-Identifier: EUPL-1.2
// youth.test.mjs - help by the Jeugdwet for somebody of 19: the form of the
// line asks whether it is verlengde jeugdhulp, and the answer goes along.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Visitor, makePeople, slugs, tokenIn } from './helpers.mjs';

const { cursus } = slugs();
const plan = (casus) => `/cursus/${cursus}/casus/${casus}/plan`;
const PLAN = plan('bouwdepot'); // Jayden is 19
const FAMILY = plan('dreigende-ontruiming'); // two parents, children
const CODE = 'JW-AMB-HBO';

let nour;
before(async () => {
  nour = await new Visitor().logIn(makePeople('Gemeente Volwassen', { nour: 'cursist' }).nour);
  for (const at of [PLAN, FAMILY]) assert.equal((await nour.post(at, { csrf: await nour.csrf() })).status, 303);
});

const formIn = (html) => html.slice(html.indexOf('id="regel"'));
const input = (html, name) => new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1];
const chosen = (html, name) => {
  const select = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(html)?.[0];
  return select && (/<option value="([^"]*)" selected>/.exec(select) ?? /<option value="([^"]*)"/.exec(select))[1];
};
const open = async (at, query) => formIn((await nour.get(`${at}/rendement?${query}`)).text);

/** The fields of the form as a browser without a script sends them. */
function fieldsOf(html) {
  const fields = { csrf: tokenIn(html) };
  for (const name of ['id', 'basis', 'scenario', 'tarief', 'hoeveelheid', 'duur_aantal', 'start_maand']) fields[name] = input(html, name);
  for (const name of ['persoon', 'per', 'duur_eenheid', 'betaler', 'verlengd'])
    if (chosen(html, name) !== undefined) fields[name] = chosen(html, name);
  return fields;
}

const send = async (at, fields) => nour.post(`${at}/rendement/regel`, fields);
const file = async () => JSON.parse((await nour.get(`${PLAN}/bestand`)).text);

test('it is asked for somebody of 19, and the answer is kept, shown and taken along', async () => {
  const form = await open(PLAN, `scenario=huidig&tarief=${CODE}`);
  assert.match(form, /Is dit verlengde jeugdhulp\?/);
  assert.match(form, /Jeugdhulp na de 18e verjaardag/);
  const fields = fieldsOf(form);
  assert.equal(fields.verlengd, 'nee');
  assert.equal((await send(PLAN, fields)).status, 303);
  assert.ok(!(await file()).scenarios.huidig[0].verlengde_jeugdhulp);

  const again = await open(PLAN, `regel=${fields.id}`);
  assert.equal((await send(PLAN, { ...fieldsOf(again), verlengd: 'ja' })).status, 303);
  assert.equal((await file()).scenarios.huidig[0].verlengde_jeugdhulp, true);
  assert.match((await nour.get(`${PLAN}/rendement?scenario=huidig`)).text, /als verlengde jeugdhulp/);
  assert.equal(fieldsOf(await open(PLAN, `regel=${fields.id}`)).verlengd, 'ja');
});

test('a window of before the answer shows both, and overwrites nothing', async () => {
  const { id } = (await file()).scenarios.huidig[0];
  const old = fieldsOf(await open(PLAN, `regel=${id}`));
  assert.equal((await send(PLAN, { ...old, verlengd: 'nee' })).status, 303);
  const late = await send(PLAN, { ...old, hoeveelheid: '3' });
  assert.equal(late.status, 409);
  assert.match(late.text, /als verlengde jeugdhulp/);
  assert.equal((await file()).scenarios.huidig[0].verlengde_jeugdhulp, false);
});

test('another word than ja or nee is refused with what to choose', async () => {
  const { id } = (await file()).scenarios.huidig[0];
  const r = await send(PLAN, { ...fieldsOf(await open(PLAN, `regel=${id}`)), verlengd: 'soms' });
  assert.equal(r.status, 422);
  assert.match(r.text, /id="verlengd-fout">Kies ja of nee\./);
});

test('it is not asked where it cannot be', async () => {
  const other = await open(PLAN, 'scenario=huidig&tarief=WMO-BEG-IND');
  assert.ok(!other.includes('name="verlengd"'), 'another law');
  const child = await open(FAMILY, `scenario=huidig&tarief=${CODE}`);
  assert.ok(!child.includes('name="verlengd"'), 'a family with children');
});
