// SPDX-License-Identifier: EUPL-1.2
// The rules of each case against app/content/schema/regels.json, with ajv as
// the judge, and the schema's verdict beside that of the program.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const ajv = new Ajv2020.default({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true, allErrors: true });
const follows = ajv.compile(json(`${root}app/content/schema/regels.json`));
const good = `${root}tests/fixtures/courses/goed`;
const file = 'kort/casussen/ilse/regels.json';
const copy = mkdtempSync(join(tmpdir(), 'regels-'));
after(() => rmSync(copy, { recursive: true }));
cpSync(good, copy, { recursive: true });

const cases = readdirSync(`${root}courses/de-basis/casussen`);
for (const casus of cases)
  test(`${casus}: the rules follow the schema`, () => {
    assert.ok(follows(json(`${root}courses/de-basis/casussen/${casus}/regels.json`)), ajv.errorsText(follows.errors, { separator: '\n' }));
  });

test('the rules of the fixture course follow the schema', () => assert.ok(follows(json(`${good}/${file}`)), ajv.errorsText(follows.errors)));

const accepts = (rules) => {
  writeFileSync(join(copy, file), JSON.stringify(rules));
  return spawnSync(`${root}.build/leer`, ['cursus', 'controleer', copy]).status === 0;
};
// What is put in `als` of the rule that has one; in `rule` itself with 'regel'.
const when = (als) => (rules) => Object.assign(rules.regels[1], { als });
const rule = (change) => (rules) => Object.assign(rules.regels[1], change);
const verdicts = [
  ['nothing changed', () => {}, true],
  ['a line by all its filters', when({ regel: { situatie: 'doorbraak', code: ['AUTO', 'PW-*'], domein: 'werk', persoon: ['HH', 'P1'], betaler: 'gemeente', aard: 'overdracht', rol: 'interventie', woorden: 'auto', hoeveelheid: { vanaf: 1 }, 'duur-maanden': { vanaf: '1.5', tot: '1/2' }, 'start-maand': { tot: 2 }, 'met-kans': false, stopt: true, minstens: 2 } }), true],
  ['payers', when({ betalers: { situatie: 'doorbraak', minstens: 2 } }), true],
  ['an article by its name', when({ artikel: 'PW-35' }), true],
  ['articles with an argument', when({ artikel: { code: ['PW-35'], beargumenteerd: true, woorden: ['nood'], minstens: 1 } }), true],
  ['an action by all its filters', when({ actie: { woorden: 'betalen', 'alle-woorden': ['auto'], wie: 'Samira', 'met-naam': true, 'met-datum': true, uiterlijk: '2026-12-01', minstens: 1, elke: true } }), true],
  ['a text', when({ tekst: { veld: ['wens', 'plan_b'], woorden: ['werk'], 'minstens-woorden': 3, 'met-datum': true } }), true],
  ['a plan B', when({ 'plan-b': true }), true],
  ['a plan B with words', when({ 'plan-b': { woorden: 'werkgever' } }), true],
  ['a wish', when({ wens: { van: 'ilse', deel: 40, veld: 'wens' } }), true],
  ['an order of actions', when({ volgorde: { eerst: { actie: { woorden: 'x' } }, dan: { actie: {} } } }), true],
  ['an order of lines', when({ volgorde: { eerst: { regel: { domein: 'wonen' } }, dan: { regel: {} } } }), true],
  ['an order of a line and an action', when({ volgorde: { eerst: { regel: {} }, dan: { regel: {} , actie: {} } } }), false],
  ['maslow', when({ maslow: true }), true],
  ['maslow false', when({ maslow: false }), false],
  ['signals', when({ signaal: ['W1', 'W12'] }), true],
  ['an unknown signal', when({ signaal: 'W9' }), false],
  ['a chance', when({ kans: { welke: 'slaag', ingevuld: true, uitgelegd: true, vanaf: '0.1', tot: 1 } }), true],
  ['whom was asked', when({ gevraagd: { wie: ['03-ilse'], 'inwoner-eerst': true, 'te-vroeg': false } }), true],
  ['whom was asked with an unknown key', when({ gevraagd: { tijd: 30 } }), false],
  ['years', when({ jaren: { vanaf: 3 } }), true],
  ['combinations', when({ alle: [{ een: [{ niet: { maslow: true } }, { 'plan-b': true }] }, { artikel: 'PW-35' }] }), true],
  ['two names in one condition', when({ maslow: true, 'plan-b': true }), false],
  ['no name', when({}), false],
  ['an empty list', when({ alle: [] }), false],
  ['an unknown condition', when({ zon: true }), false],
  ['an unknown filter', when({ regel: { kleur: 'rood' } }), false],
  ['an unknown payer', when({ regel: { betaler: 'buurman' } }), false],
  ['a real number', when({ regel: { hoeveelheid: { vanaf: 1.5 } } }), false],
  ['no condition', rule({ als: undefined }), false],
  ['a question without condition', rule({ als: undefined, soort: 'vraag' }), true],
  ['no hint', rule({ hint: undefined }), false],
  ['praise with a hint', rule({ soort: 'goed gezien', tekst: 'Mooi.', vraag: undefined, expert: undefined, naast: undefined }), false],
  ['a name with a space', rule({ id: 'op tijd' }), false],
  ['an unknown key', rule({ cijfer: 7 }), false],
  ['an unknown part beside', rule({ naast: ['bijlage'] }), false],
];

for (const [name, change, verdict] of verdicts)
  test(`${name} is ${verdict ? 'good' : 'refused'}, by the schema and by the program`, () => {
    const rules = json(`${good}/${file}`);
    change(rules);
    const text = JSON.parse(JSON.stringify(rules));
    assert.equal(follows(text), verdict, ajv.errorsText(follows.errors));
    assert.equal(accepts(text), verdict);
  });
