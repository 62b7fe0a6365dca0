// SPDX-License-Identifier: EUPL-1.2
// limits.mjs - what must hold whatever the machine: how long the slowest pages
// take at half of the maximum rate, and how much memory an instance keeps.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const P99_MS = 20;
const STORM_P99_MS = 30;
const STORM_PER_SECOND = 200;
const MEMORY_MB = 40;
const REQUESTS = 100000;
const { LEER_STATE } = process.env;

/** h2load over HTTP/1.1, as one person; its own summary has no percentiles, its log has every request. */
function h2load(url, cookie, { seconds, clients, perSecond, log }) {
  rmSync(log, { force: true }); // h2load adds to it
  const pace = perSecond ? [`--rps=${(perSecond / clients).toFixed(2)}`] : [];
  execFileSync('h2load', ['--h1', '-c', String(clients), '-D', String(seconds), '--warm-up-time', '1', ...pace,
    '-H', `Cookie: ${cookie}`, '-H', 'Accept-Encoding: gzip', `--log-file=${log}`, url], { stdio: ['ignore', 'ignore', 'pipe'] });
  const requests = readFileSync(log, 'utf8').trim().split('\n').map((line) => line.split('\t'));
  const times = requests.map(([, , us]) => Number(us) / 1000).sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed: requests.filter(([, status]) => status !== '200').length };
}

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** One page at its maximum, and then at half of that; the median of the rounds. True when that is quick enough. */
export function halfRate({ url, cookie, seconds, clients, rounds, folder }) {
  const log = join(folder, 'h2load.log');
  const pairs = Array.from({ length: rounds }, () => {
    const most = h2load(url, cookie, { seconds, clients, log });
    return { most, half: h2load(url, cookie, { seconds, clients, perSecond: most.perSecond / 2, log }) };
  });
  const of = (which, what) => middle(pairs.map((pair) => pair[which][what]));
  const failed = pairs.reduce((sum, { most, half }) => sum + most.failed + half.failed, 0);
  const isGood = of('half', 'p99') < P99_MS && failed === 0;
  console.log(`\nHalve snelheid, modulepagina door nginx (h2load --rps, ${clients} verbindingen, mediaan van ${rounds}): `
    + `hoogst ${of('most', 'perSecond').toFixed(0)} per s, p99 ${of('most', 'p99').toFixed(1)} ms; `
    + `bij ${of('half', 'perSecond').toFixed(0)} per s p50 ${of('half', 'p50').toFixed(1)} ms, p99 ${of('half', 'p99').toFixed(1)} ms; fouten ${failed}; `
    + `doel p99 < ${P99_MS} ms: ${isGood ? 'gehaald' : 'NIET gehaald'}.`);
  return isGood;
}

/** Sixteen connections that do nothing but log in, as fast as they are let. */
function storm(nginx, logIns, seconds) {
  const child = spawn('.build/bench/load', [String(seconds), '16', nginx, logIns]);
  let out = '';
  child.stdout.on('data', (d) => { out += d; });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`load: ${code}`))));
  });
}

/** Module pages at a fixed rate, alone and beside log-ins at full tilt. */
export async function loginStorm({ url, cookie, logIns, nginx, seconds, rounds, folder }) {
  const log = join(folder, 'h2load.log');
  const pages = () => h2load(url, cookie, { seconds, clients: 8, perSecond: STORM_PER_SECOND, log });
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const alone = pages();
    const logged = storm(nginx, logIns, seconds + 2); // begins before the pages, ends after them
    taken.push({ alone, beside: pages(), logged: await logged });
  }
  const p99 = middle(taken.map((t) => t.beside.p99));
  const failed = taken.reduce((sum, t) => sum + t.beside.failed, 0);
  const isGood = p99 < STORM_P99_MS && failed === 0;
  console.log(`\nInlogstorm: ${STORM_PER_SECOND} modulepagina's per s door nginx, p99 ${middle(taken.map((t) => t.alone.p99)).toFixed(1)} ms alleen, `
    + `${p99.toFixed(1)} ms naast ${middle(taken.map((t) => t.logged.per_second)).toFixed(0)} keer inloggen per s `
    + `(${taken.reduce((sum, t) => sum + t.logged.errors, 0)} keer "even geduld"); fouten ${failed}; doel p99 < ${STORM_P99_MS} ms: ${isGood ? 'gehaald' : 'NIET gehaald'}.`);
  return isGood;
}

const children = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);

/** Of the workers of this stack, in MB: what lies in memory now. */
export function memoryMb() {
  return readdirSync(join(LEER_STATE, 'run')).filter((name) => /^kore-\d+\.pid$/.test(name)).sort()
    .flatMap((name) => children(readFileSync(join(LEER_STATE, 'run', name), 'utf8').trim()))
    .map((pid) => Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024));
}

/** 100,000 requests of every kind to each instance, nobody logging in. `send(i)` sends some, and gives how many to each. */
export async function memoryAfter(send, names) {
  const before = memoryMb();
  let requests = 0;
  for (let i = 0; requests < REQUESTS; i += 1) requests += await send(i);
  const after = memoryMb();
  const isGood = after.length > 0 && after.every((mb) => mb < MEMORY_MB);
  console.log(`\nGeheugen per instantie na ${requests} verzoeken (${names.join(', ')}; niemand logt in): `
    + `${before.join(', ')} MB vooraf, ${after.join(', ')} MB erna; doel < ${MEMORY_MB} MB: ${isGood ? 'gehaald' : 'NIET gehaald'}.`);
  return isGood;
}
