// SPDX-License-Identifier: EUPL-1.2
// The program's documents against app/calc/schema/, with ajv as the judge.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = `${root}.build/rekenkern`;
const vectors = `${root}tests/fixtures/vectors/`;
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const ajv = new Ajv2020.default({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
const schema = Object.fromEntries(['plan', 'resultaat', 'fouten', 'dashboard'].map((name) => [name, ajv.compile(json(`${root}app/calc/schema/${name}.json`))]));
const names = readdirSync(vectors).filter((f) => /^V\d+b?_invoer/.test(f) && !f.startsWith('V9')).map((f) => f.replace('_invoer.json', ''));

function assertValid(name, document, what) {
  assert.ok(schema[name](document), `${what}: ${ajv.errorsText(schema[name].errors, { separator: '\n' })}`);
}

const run = (args, input) => spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 24 });

test('there are nine vectors with lines', () => assert.equal(names.length, 9));

for (const name of names) {
  test(`${name}: input and output follow their schema`, () => {
    assertValid('plan', json(`${vectors}${name}_invoer.json`), 'input');
    const result = JSON.parse(execFileSync(program, ['reken', `${vectors}${name}_invoer.json`], { encoding: 'utf8' }));
    assertValid('resultaat', result, 'output');
  });
}

test('the smallest plan has a result that follows the schema', () => {
  const plan = { rekenregels: { versie: '1', horizon_jaren: 5, disconto_pct: 0 }, scenarios: { huidig: [], dreigend: [], doorbraak: [] } };
  assertValid('plan', plan, 'input');
  const result = JSON.parse(run(['reken'], JSON.stringify(plan)).stdout);
  assertValid('resultaat', result, 'output');
  assert.equal(result.verwachting, undefined);
  assert.deepEqual(result.break_even_kans, { decimaal4: null, duiding: 'altijd_voordelig' });
});

test('an error object and a dashboard follow their schema', () => {
  const plans = ['V1', 'V2', 'V3'].map((name) => JSON.stringify(json(`${vectors}${name}_invoer.json`)));
  const results = run(['reken', '--ndjson'], [...plans, '{}', 'x'].join('\n'));
  assert.equal(results.status, 65);
  const lines = results.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assertValid('resultaat', lines[0], 'result');
  assertValid('fouten', lines[3], 'error object');
  assertValid('fouten', lines[4], 'error object');
  assertValid('dashboard', JSON.parse(run(['dashboard'], results.stdout).stdout), 'dashboard');
  assertValid('dashboard', JSON.parse(run(['dashboard'], '').stdout), 'empty dashboard');
});

// What one change to V1's first line (or, with 'plan', to the plan) does: the
// schema and the program give the same verdict.
const line = (change) => (plan) => Object.assign(plan.scenarios.huidig[0], change);
const verdicts = [
  ['an extra key', line({ kleur: 'rood' }), true],
  ['a whole number for a decimal', line({ hoeveelheid: 2 }), true],
  ['a fraction', line({ hoeveelheid: '4/3' }), true],
  ['no start month', line({ start_maand: undefined }), true],
  ['a real number', line({ hoeveelheid: 0.5 }), false],
  ['a comma', line({ hoeveelheid: '0,5' }), false],
  ['seven decimals', line({ hoeveelheid: '0.1234567' }), false],
  ['a negative quantity', line({ hoeveelheid: '-1' }), false],
  ['a chance above 1', line({ kans: '1.1' }), false],
  ['a chance of 1.0', line({ kans: '1.0' }), true],
  ['denominator zero', line({ hoeveelheid: '1/0' }), false],
  ['a negative tariff', line({ tarief_eurocent: -1 }), false],
  ['no tariff', line({ tarief_eurocent: undefined }), false],
  ['an unknown payer', line({ betaler: 'buurman' }), false],
  ['a payer and payers', line({ betalers: [{ betaler: 'rijk', deel: '1' }] }), false],
  ['no payer', line({ betaler: undefined }), false],
  ['no duration', line({ duur: undefined }), false],
  ['a duration of a one-off', line({ per: 'eenmalig' }), false],
  ['month 601', line({ start_maand: 601 }), false],
  ['a text that is empty', line({ wet: '' }), false],
  ['53 weeks', (plan) => { plan.rekenregels.weken_per_jaar = 53; }, false],
  ['six years', (plan) => { plan.rekenregels.horizon_jaren = 6; }, false],
  ['slaagkans alone', (plan) => { plan.slaagkans = '0.5'; delete plan.kans_dreigend; }, false],
  ['no dreigend', (plan) => { delete plan.scenarios.dreigend; }, false],
];
for (const [what, change, good] of verdicts) {
  test(`${what} is ${good ? 'admitted' : 'refused'} by schema and program alike`, () => {
    const plan = json(`${vectors}V1_invoer.json`);
    change(plan);
    const text = JSON.stringify(plan);
    assert.equal(schema.plan(JSON.parse(text)), good, ajv.errorsText(schema.plan.errors));
    assert.equal(run(['reken'], text).status, good ? 0 : 65);
  });
}
