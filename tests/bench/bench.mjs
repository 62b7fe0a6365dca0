// SPDX-License-Identifier: EUPL-1.2
// bench.mjs - `make bench`: figures beside their yardsticks, in one run.
//
// Machines are noisy, so every figure is taken in turn with its yardstick,
// ROUNDS times, and the median counts. What matters is the ratio. The load
// client, the site and PostgreSQL share the same cores.
//
// ONLY=part of a name: a page, "halve snelheid", "inlogstorm" or "geheugen". ROUNDS=, SECONDS=, PEOPLE=,
// CONNECTIONS=16,64: how many send at the same time; the yardstick gets as many.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import http from 'node:http';
import { halfRate, loginStorm, memoryAfter, memoryMb } from './limits.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const SECONDS = Number(process.env.SECONDS ?? 3);
const CROWDS = (process.env.CONNECTIONS ?? '16,64').split(',').map(Number);
const CONNECTIONS = CROWDS[0];
const PEOPLE = Number(process.env.PEOPLE ?? 128);
const NEWCOMERS = Math.ceil(PEOPLE * 3 / 4); // the others are halfway the module
const { LEER_URL, LEER_SOCKET, LEER_SOCKETS, LEER_DATABASE } = process.env;
const MODULE = '/cursus/de-basis/zes-stappen';
const ANSWERS = `${MODULE}/antwoord`;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const nginx = LEER_URL.replace('http://', '');
const sockets = readdirSync(LEER_SOCKETS).filter((n) => /^kore-.*\.sock$/.test(n));

const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], ...options });
const psql = (sql) => run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', LEER_DATABASE, '-c', sql]);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function makePerson(n) {
  run('.build/leer', ['gebruiker', 'maak', '--email', `meting${n}@voorbeeld.nl`,
    '--naam', `Meting ${n}`, '--organisatie', 'Meting', '--rol', 'cursist'],
  { input: `meet-alles-na-${n}\n`, env: { ...process.env, LEER_DATABASE } });
}

const cookieOf = (response, name) => response.headers.getSetCookie()
  .map((c) => c.split(';')[0]).find((c) => c.startsWith(`${name}=`) && c.length > name.length + 1);
const csrfOf = (html) => html.match(/name="csrf" value="([^"]+)"/)[1];

async function logIn(n) {
  const form = await fetch(`${LEER_URL}/inloggen`);
  const visitor = cookieOf(form, '__Host-bezoeker');
  const answer = await fetch(`${LEER_URL}/inloggen`, {
    method: 'POST', redirect: 'manual', headers: { cookie: visitor },
    body: new URLSearchParams({ csrf: csrfOf(await form.text()), email: `meting${n}@voorbeeld.nl`, wachtwoord: `meet-alles-na-${n}` }),
  });
  const session = cookieOf(answer, '__Host-sid');
  if (answer.status !== 303 || !session) throw new Error(`inloggen gaf ${answer.status}`);
  const seen = await fetch(`${LEER_URL}${MODULE}`, { headers: { cookie: session } });
  const page = await seen.text();
  const versions = [...page.matchAll(/name="vraag" value="([^"]+)"[\s\S]*?name="versie" value="([^"]+)"/g)];
  return { session: `${session}; ${cookieOf(seen, '__Host-plek')}; ${cookieOf(seen, '__Host-gebruikt')}`, csrf: csrfOf(page), questions: versions.map(([, id, version]) => ({ id, version })), page };
}

const get = (path, cookie) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}Accept-Encoding: gzip\r\n\r\n`;
function post(path, cookie, fields) {
  const body = new URLSearchParams(fields).toString();
  return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function requestFile(name, requests) {
  const path = join(folder, name);
  writeFileSync(path, requests.map((r) => `${Buffer.byteLength(r)}\n${r}`).join(''));
  return path;
}

// Both sockets at once when straight to Kore: nginx spreads over them too.
// A list of files is one for each address, so that no act is sent twice.
async function load(address, files, crowd = CONNECTIONS) {
  const addresses = address === 'nginx' ? [nginx] : sockets.map((s) => join(LEER_SOCKETS, s));
  const { spawn } = await import('node:child_process');
  const parts = await Promise.all(addresses.map((a, i) => new Promise((resolve, reject) => {
    const child = spawn('.build/bench/load', [String(SECONDS), String(crowd / addresses.length), a, files(i, addresses.length)]);
    let out = '';
    child.stdout.on('data', (d) => { out += d; });
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`load ${a}: ${code}`))));
  })));
  return {
    perSecond: parts.reduce((sum, p) => sum + p.per_second, 0),
    p50: Math.max(...parts.map((p) => p.p50_us)), p99: Math.max(...parts.map((p) => p.p99_us)),
    errors: parts.reduce((sum, p) => sum + p.errors, 0), fewest: Math.min(...parts.map((p) => p.requests)),
  };
}

function pgbench(args, crowd) {
  const out = run('pgbench', ['-n', '-M', 'prepared', '-c', String(crowd), '-j', '2', '-T', String(SECONDS), ...args, LEER_DATABASE]);
  return Number(out.match(/tps = ([0-9.]+)/)[1]);
}

console.log(`Ik maak ${PEOPLE} mensen en log ze in …`);
for (let n = 0; n < PEOPLE; n += 1) makePerson(n);
const people = [];
for (let n = 0; n < PEOPLE; n += 1) people.push(await logIn(n));
const newcomers = people.slice(0, NEWCOMERS);
run('pgbench', ['-i', '-q', '-s', '10', LEER_DATABASE]);
psql('CREATE TABLE bench_insert (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person bigint, chosen bigint, at timestamptz DEFAULT now())');
const insertScript = join(folder, 'insert.sql');
writeFileSync(insertScript, '\\set p random(1, 100000)\nINSERT INTO bench_insert (person, chosen) VALUES (:p, 1);\n');

// Attempts must follow each other per person and question, so every address
// has its own people, and each of its connections its own questions. There
// are more than can be sent: an answer that is there already is other work.
const ANSWERS_PER_SECOND = 12000;
function freshAnswers() {
  const last = new Map(run('psql', ['-X', '-At', '-F', ' ', '-d', LEER_DATABASE, '-c',
    `SELECT substring(p.email FROM 'meting([0-9]+)'), question, max(attempt)
       FROM answer JOIN person p ON p.id = person_id WHERE p.email LIKE 'meting%' GROUP BY 1, 2`])
    .trim().split('\n').map((line) => line.split(' ')).map(([n, question, attempt]) => [`${n} ${question}`, Number(attempt)]));
  const attempts = Math.ceil(SECONDS * ANSWERS_PER_SECOND / (newcomers.length * people[0].questions.length));
  return (part, parts) => {
    const requests = [];
    for (let i = 1; i <= attempts; i += 1) {
      for (let n = part; n < newcomers.length; n += parts) {
        const { session, csrf, questions } = newcomers[n];
        for (const q of questions) {
          requests.push(post(ANSWERS, session, { csrf, vraag: q.id, versie: q.version, poging: String((last.get(`${n} ${q.id}`) ?? 0) + i), keuze: '1' }));
        }
      }
    }
    return requestFile(`answers-${part}`, requests);
  };
}
const always = (path) => () => path;

// The others answered half of the questions, each at a moment of their own: a
// page that is nobody else's.
function halfway() {
  const questions = people[0].questions.filter((_, i) => i % 2 === 0).map((q) => `('${q.id}', '${q.version}')`);
  psql(`INSERT INTO answer (organisation_id, person_id, course, module, question, version,
                            attempt, chosen, is_right, answered_at)
        SELECT m.organisation_id, m.person_id, 'de-basis', 'zes-stappen', q.id, q.version,
               1, 1, false, now() - make_interval(secs => 70 * row_number() OVER ())
          FROM membership m
          JOIN person p ON p.id = m.person_id
           AND substring(p.email FROM 'meting([0-9]+)')::integer >= ${NEWCOMERS}
         CROSS JOIN (VALUES ${questions.join(', ')}) AS q (id, version)`);
  return always(requestFile('halfway', people.slice(NEWCOMERS).map((p) => get(MODULE, p.session))));
}

const css = people[0].page.match(/href="(\/assets\/leer\.[^"]+\.css)"/)[1];
const rows = [
  { name: 'inlogpagina', file: always(requestFile('login', [get('/inloggen')])) },
  { name: 'stijlblad (vast bestand)', file: always(requestFile('css', [get(css)])), onlyNginx: true },
  { name: 'modulepagina', file: always(requestFile('module', newcomers.map((p) => get(MODULE, p.session)))), yardstick: 'select', aim: { nginx: 0.4, kore: 0.5 } },
  { name: 'modulepagina, halverwege', make: halfway, yardstick: 'select' },
  { name: 'Mijn leeromgeving', file: always(requestFile('home', people.map((p) => get('/', p.session)))), yardstick: 'select' },
  { name: 'antwoord opslaan', fresh: freshAnswers, yardstick: 'insert', aim: { nginx: 0.6, kore: 0.6 } },
];
const yardsticks = { select: (crowd) => pgbench(['-S'], crowd), insert: (crowd) => pgbench(['-f', insertScript], crowd) };

const before = memoryMb();
const words = (n) => n.toFixed(0).padStart(8);
console.log(`\n${ROUNDS} ronden van ${SECONDS} s, ${sockets.length} Kore-instanties; mediaan\n`);
console.log(`${'pagina'.padEnd(26)}${'weg'.padEnd(6)}${'tegelijk'.padStart(9)}${'per s'.padStart(8)}${'p50 ms'.padStart(8)}${'p99 ms'.padStart(8)}${'fouten'.padStart(8)}${'ijkpunt/s'.padStart(11)}${'deel'.padStart(7)}${'doel'.padStart(7)}`);

/** One line of the table: rounds of the page and its yardstick in turn. */
async function measure(row, way, crowd) {
  const taken = [];
  const yard = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    taken.push(await load(way, row.fresh ? row.fresh() : row.file, crowd));
    if (row.yardstick) yard.push(yardsticks[row.yardstick](crowd));
  }
  const ms = (of) => (median(taken.map(of)) / 1000).toFixed(2).padStart(8);
  const errors = taken.reduce((sum, t) => sum + t.errors, 0);
  const ratios = yard.map((y, i) => taken[i].perSecond / y);
  console.log([row.name.padEnd(26), way.padEnd(6), String(crowd).padStart(9), words(median(taken.map((t) => t.perSecond))),
    ms((t) => t.p50), ms((t) => t.p99), words(errors),
    row.yardstick ? median(yard).toFixed(0).padStart(11) + median(ratios).toFixed(2).padStart(7) : '',
    row.aim ? row.aim[way].toFixed(2).padStart(7) : ''].join(''));
}

const isWanted = (name) => name.includes(process.env.ONLY ?? '');
for (const row of rows.filter((r) => isWanted(r.name))) {
  if (row.make) row.file = row.make();
  for (const crowd of CROWDS) {
    for (const way of row.onlyNginx ? ['nginx'] : ['nginx', 'kore']) await measure(row, way, crowd);
  }
}
console.log(`\nGeheugen van de Kore-werkers: ${before.join(', ')} MB vooraf, ${memoryMb().join(', ')} MB na afloop.`);
const acknowledged = run('psql', ['-X', '-At', '-d', LEER_DATABASE, '-c', 'SELECT count(*) FROM answer']).trim();
console.log(`Antwoorden in de database: ${acknowledged}.`);

const limits = [];
if (isWanted('halve snelheid')) {
  limits.push(halfRate({ url: LEER_URL + MODULE, cookie: people[0].session, seconds: SECONDS, clients: CONNECTIONS, rounds: ROUNDS, folder }));
}
if (isWanted('inlogstorm')) {
  const form = await fetch(`${LEER_URL}/inloggen`);
  const visitor = cookieOf(form, '__Host-bezoeker');
  const csrf = csrfOf(await form.text());
  const logIns = requestFile('storm', people.map((_, n) => post('/inloggen', visitor,
    { csrf, email: `meting${n}@voorbeeld.nl`, wachtwoord: `meet-alles-na-${n}` })));
  limits.push(await loginStorm({ url: LEER_URL + MODULE, cookie: people[0].session, logIns, nginx, seconds: SECONDS, rounds: ROUNDS, folder }));
}
if (isWanted('geheugen')) {
  const kinds = rows.filter((r) => !r.onlyNginx);
  limits.push(await memoryAfter(async (i) => {
    const row = kinds[i % kinds.length];
    return (await load('kore', row.fresh ? row.fresh() : row.file)).fewest;
  }, kinds.map((r) => r.name)));
}
if (limits.includes(false)) process.exitCode = 1;

// The first visit: what travels over the wire, headers left out.
const wire = (path, headers) => new Promise((resolve, reject) => {
  http.get(LEER_URL + path, { headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
    let bytes = 0;
    answer.on('data', (d) => { bytes += d.length; }).on('end', () => resolve(bytes)).on('error', reject);
  });
});
const page = await wire(MODULE, { cookie: people[0].session });
const parts = [...people[0].page.matchAll(/(?:href|src)="(\/(?:assets|media)\/[^"]+)"/g)].map((m) => m[1]);
const unique = [...new Set(parts)];
let total = page;
for (const p of unique) total += await wire(p, {});
console.log(`Eerste bezoek aan de module: ${1 + unique.length} verzoeken, ${(total / 1024).toFixed(1)} kB ingepakt (pagina ${(page / 1024).toFixed(1)} kB).`);
rmSync(folder, { recursive: true, force: true });
