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
  ['every key that a signal reads', line({ zekerheid: 'official', kasstroom: 'variabel', prijspeil_jaar: 2024, eenheid_tarief: 'maand', verblijf24: false, stopreden: 'x', verlengde_jeugdhulp: true, gebeurtenis: 'brand', ernstig: true }), true],
  ['another word for certainty', line({ zekerheid: 'schatting' }), true],
  ['certainty as a number', line({ zekerheid: 1 }), false],
  ['a price year in words', line({ prijspeil_jaar: '2024' }), false],
  ['severe in words', line({ ernstig: 'ja' }), false],
  ['an event as a number', line({ gebeurtenis: 1 }), false],
  ['a plan B', (plan) => { plan.plan_b = false; }, true],
  ['a plan B in words', (plan) => { plan.plan_b = 'nee'; }, false],
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

// Every object in a document, with its path: to spoil one at a time.
function objects(value, path = '') {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.entries(value).flatMap(([key, child]) => objects(child, `${path}/${key}`));
  return Array.isArray(value) ? inner : [[path, value], ...inner];
}

const expectation = (plan) => Object.assign(plan, { kans_dreigend: '0.4', slaagkans: '0.75' });
const resultOf = (change) => {
  const plan = json(`${vectors}V1_invoer.json`);
  change(plan);
  const answer = run(['reken'], JSON.stringify(plan));
  assert.equal(answer.status, 0, answer.stderr);
  return { result: JSON.parse(answer.stdout), warnings: answer.stderr };
};

test('a result or a dashboard holds nothing that its schema does not list', () => {
  const { result } = resultOf(expectation);
  const dashboard = JSON.parse(run(['dashboard'], JSON.stringify(result)).stdout);
  for (const [name, document] of [['resultaat', result], ['dashboard', dashboard]]) {
    assertValid(name, document, name);
    const places = objects(document);
    assert.ok(places.length > 8);
    for (const [path, object] of places) {
      object.niet_genoemd = 'tekst';
      assert.equal(schema[name](document), false, `${name}${path} admits any key`);
      delete object.niet_genoemd;
    }
    assertValid(name, document, `${name} after all`);
  }
});

test('what must be in a result cannot be left out', () => {
  const { result } = resultOf(expectation);
  for (const key of ['rekenregels_versie', 'horizon_jaren', 'scenarios', 'tov_huidige_situatie', 'tov_dreigende_situatie', 'break_even_kans', 'signalen']) {
    const { [key]: gone, ...rest } = result;
    assert.notEqual(gone, undefined, key);
    assert.equal(schema.resultaat(rest), false, `without ${key}`);
  }
});

test('no result or dashboard holds a sum of the two modes', () => {
  const { result } = resultOf(expectation);
  const sum = result.tov_huidige_situatie.totale_baten + result.tov_dreigende_situatie.totale_baten;
  assert.notEqual(sum, 0);
  assert.ok(!JSON.stringify(result).includes(String(sum)));
});

test('remarks of every weight follow the schema', () => {
  const { result } = resultOf((plan) => Object.assign(plan.scenarios.huidig[2], { hoeveelheid: '200', stopreden: '' }));
  assertValid('resultaat', result, 'result with remarks');
  const weights = new Set(result.signalen.map((s) => s.ernst));
  assert.ok(result.signalen.some((s) => s.code === 'E3') && weights.size > 1, JSON.stringify([...weights]));
});

// What the schema lists for a line or a plan, the program knows; of what it
// does not list the program warns, once per key, and computes all the same.
test('schema and program know the same keys', () => {
  const plan = json(`${root}app/calc/schema/plan.json`);
  const filled = (properties, skip) => Object.fromEntries(Object.entries(properties).filter(([key]) => !skip.includes(key))
    .map(([key, of]) => [key, /boolean/.test(JSON.stringify(of.type ?? '')) ? true : /integer/.test(JSON.stringify(of.type ?? '')) ? 2026 : 'x']));
  const known = resultOf((p) => {
    const line = p.scenarios.doorbraak[0];
    const optional = filled(plan.$defs.regel.properties, [...Object.keys(line), 'betalers', 'kans', 'kasstroom', 'zekerheid']);
    assert.ok(Object.keys(optional).length >= 5, Object.keys(optional).join(' '));
    Object.assign(line, optional, { kans: '1', kasstroom: 'variabel', zekerheid: 'official' });
  });
  assert.equal(known.warnings, '');
  const unknown = resultOf((p) => { p.kleur = 1; p.scenarios.huidig[0].kleur = 1; p.huishouden[0].kleur = 1; p.rekenregels.kleur = 1; });
  const paths = unknown.warnings.trim().split('\n').map((text) => text.match(/^waarschuwing: ([^:]+): /)?.[1]).sort();
  assert.deepEqual(paths, ['huishouden[0].kleur', 'kleur', 'rekenregels.kleur', 'scenarios.huidig[0].kleur']);
  assert.deepEqual(unknown.result, resultOf(() => {}).result);
});

test('all faults of a plan come at once, each with its path', () => {
  const plan = json(`${vectors}V1_invoer.json`);
  Object.assign(plan.scenarios.huidig[0], { hoeveelheid: '-1', betaler: 'buurman' });
  Object.assign(plan.scenarios.doorbraak[0], { persoon: 'P99', kans: '2' });
  plan.rekenregels.horizon_jaren = 6;
  const { status, stdout, stderr } = run(['reken'], JSON.stringify(plan));
  assert.equal(status, 65);
  assert.equal(stdout, '');
  const lines = stderr.trim().split('\n');
  for (const line of lines) assert.match(line, /^[a-z_.[\]0-9]+: \S/);
  assert.deepEqual(lines.map((line) => line.split(': ')[0]), ['rekenregels.horizon_jaren', 'scenarios.huidig[0].betaler',
    'scenarios.huidig[0].hoeveelheid', 'scenarios.doorbraak[0].persoon', 'scenarios.doorbraak[0].kans']);
});

test('a wrong call, an unreadable file and a full disk have an exit code of their own', () => {
  for (const args of [[], ['tel'], ['reken', 'a', 'b'], ['reken', '--snel'], ['--versie', 'x']]) assert.equal(run(args, '').status, 64, args.join(' '));
  const missing = run(['reken', '/bestaat/niet.json']);
  assert.equal(missing.status, 66);
  assert.match(missing.stderr, /niet te lezen/);
  const full = spawnSync('sh', ['-c', `${program} reken ${vectors}V1_invoer.json > /dev/full`], { encoding: 'utf8' });
  assert.equal(full.status, 74);
});
