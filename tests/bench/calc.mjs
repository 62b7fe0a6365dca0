// SPDX-License-Identifier: EUPL-1.2
// calc.mjs - `make bench-calc`: what the rekenkern costs, beside what its
// contract asks (rekenregels §11 "Speed"). All times are the processor's.
// PLANS= is how many go through the program to see its memory (1.000.000).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLANS = Number(process.env.PLANS ?? 1_000_000);
const KERN = '.build/bench/kern';
const PROGRAM = '.build/rekenkern';
const folder = mkdtempSync(join(tmpdir(), 'bench-calc-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const number = (value, digits = 1) => value.toLocaleString('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const kern = (...args) => execFileSync(KERN, args.map(String), { encoding: 'utf8' }).trim().split(' ').map(Number);
let missed = 0;

function row(what, value, aim = '', good = true) {
  if (!good) missed += 1;
  const verdict = aim === '' ? '' : good ? 'gehaald' : 'NIET gehaald';
  console.log(`${what.padEnd(54)}  ${value.padEnd(32)}  ${aim.padEnd(10)}  ${verdict}`.trimEnd());
}

// A pipeline whose measured part is `kern draai PROGRAM`.
function piped(command) {
  const ran = spawnSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 20 });
  if (ran.status !== 0) throw new Error(`${command}: ${ran.stderr}`);
  const [seconds, kb] = ran.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds, kb };
}
const plans = (count, lines, years, rest) => piped(`${KERN} stroom ${count} ${lines} ${years} | ${KERN} draai ${PROGRAM} ${rest}`);

function library() {
  const cost = {};
  for (const [lines, years] of [[3, 1], [30, 1], [300, 1], [30, 5]]) {
    const [median, best] = kern('plan', lines, years);
    cost[`${lines}/${years}`] = median;
    const aim = lines === 30 && years === 1 ? 20 : 0;
    row(`bibliotheek: ${lines} regels, ${years} jaar`, `${number(median)} µs (snelste ${number(best)})`, aim ? `≤ ${aim} µs` : '', !aim || median <= aim);
  }
  const growth = ((cost['300/1'] - cost['30/1']) / 270) / ((cost['30/1'] - cost['3/1']) / 27);
  row('een regel erbij: van 30 naar 300, naast van 3 naar 30', `${number(growth, 2)} keer`, '≤ 1,5 keer', growth <= 1.5);
  const [seconds] = kern('dashboard', 30000);
  row('bibliotheek: 30.000 plannen en hun dashboard', `${number(seconds, 2)} s`, '< 1 s', seconds < 1);
  return cost['30/1'];
}

function program() {
  const results = join(folder, 'resultaten');
  const { seconds } = plans(5000, 30, 1, `reken --ndjson > ${results}`);
  row('programma: reken --ndjson, 30 regels, met JSON', `${number(5000 / seconds, 0)} plannen/s`);
  const six = piped(`cat ${Array(6).fill(results).join(' ')} | ${KERN} draai ${PROGRAM} dashboard > /dev/null`);
  row('programma: dashboard van 30.000 resultaten, met JSON', `${number(six.seconds, 1)} s`);
}

function memory() {
  const few = plans(1000, 3, 1, 'reken --ndjson > /dev/null');
  const many = plans(PLANS, 3, 1, 'reken --ndjson > /dev/null');
  row('programma: geheugen na 1.000 plannen', `${number(few.kb / 1024)} MB`);
  row(`programma: geheugen na ${number(PLANS, 0)} plannen`, `${number(many.kb / 1024)} MB`, 'hetzelfde', many.kb <= few.kb * 1.05 + 256);
}

// The oracle of the tests, on the same plans: exact fractions in Python.
const ORACLE = `
import json, sys, time
sys.path.insert(0, 'tests/oracle')
import rekenkern_oracle as o
plannen = [json.loads(r) for r in sys.stdin]
begin = time.process_time()
for plan in plannen: o.reken(plan)
print((time.process_time() - begin) / len(plannen) * 1e6)`;

function oracle(core) {
  if (!existsSync('tests/oracle/rekenkern_oracle.py') || spawnSync('python3', ['--version']).status !== 0) {
    row('orakel', 'overgeslagen: geen tests/oracle of geen python3');
    return;
  }
  const input = execFileSync(KERN, ['stroom', '100', '30', '1']);
  const us = Number(execFileSync('python3', ['-c', ORACLE], { input, encoding: 'utf8' }));
  row('orakel (Python): 30 regels, 1 jaar', `${number(us, 0)} µs = ${number(us / core, 0)} keer de bibliotheek`);
}

oracle(library());
program();
memory();
if (missed > 0) console.log(`\n${missed} niet gehaald. Op een drukke machine zegt de snelste meting meer dan de mediaan.`);
