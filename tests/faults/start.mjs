// SPDX-License-Identifier: EUPL-1.2
// start.mjs - Kore stops with an error, and says why, when it is started with
// something that cannot work; and it never serves without its sandbox. Part of
// server.test.mjs, so that it never runs while that has the database stopped.
import { describe, it, after } from 'node:test';
import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../attacks/own.mjs';

const { LEER_STATE: state, LEER_SOCKETS: sockets } = process.env;
const folder = mkdtempSync(`${sockets}/start-`);
after(() => rmSync(folder, { recursive: true }));

const good = {
  LEER_DATABASE: process.env.LEER_DATABASE_APP,
  LEER_COURSES: `${state}/app/courses`,
  LEER_SLEUTEL: process.env.LEER_SLEUTEL,
};

/** Starts one more instance, with a socket of its own. */
function start(environment) {
  const conf = readFileSync(`${state}/run/kore-1.conf`, 'utf8')
    .replace(/^(pidfile\s+).*/m, `$1${folder}/pid`)
    .replace(/^(\s*unix\s+).*/m, `$1${folder}/s`);
  writeFileSync(`${folder}/conf`, conf);
  rmSync(`${folder}/s`, { force: true });
  const kore = spawn('kore', ['-c', `${folder}/conf`, '-f', '-n', '-r'],
    { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  kore.said = '';
  kore.stderr.on('data', (d) => { kore.said += d; });
  kore.stdout.on('data', () => {});
  return kore;
}

async function refusal(environment) {
  const kore = start(environment);
  const timer = setTimeout(() => kore.kill(), 60000);
  const [code] = await once(kore, 'close');
  clearTimeout(timer);
  assert.equal(code, 1, kore.said);
  return kore.said;
}

async function worker(parent) {
  for (let i = 0; i < 600; i++) {
    try {
      return execFileSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' }).trim();
    } catch {
      await wait(50);
    }
  }
  return assert.fail('no worker came');
}

/** The status of a page; nothing when there is nobody yet. */
function status() {
  return new Promise((resolve) => {
    http.get({ socketPath: `${folder}/s`, path: '/over', headers: { host: 'x' }, agent: false }, (r) => r.resume().on('end', () => resolve(r.statusCode)))
      .on('error', () => resolve(undefined));
  });
}

/** Its worker answers, so it has begun. */
const serves = () => until(async () => await status() === 200, 'een antwoord', 60000);

describe('een start die niet goed kan gaan', () => {
  it('zegt dat de database of de cursussen ontbreken', async () => {
    assert.match(await refusal({ ...good, LEER_DATABASE: '' }), /LEER_DATABASE ontbreekt/);
    assert.match(await refusal({ ...good, LEER_COURSES: '' }), /LEER_COURSES ontbreekt/);
    assert.match(await refusal({ ...good, LEER_DATABASE: 'postgresql://%%' }), /LEER_DATABASE is niet te lezen/);
    assert.match(await refusal({ ...good, LEER_CONNECTIONS: '17' }), /van 1 tot 16/);
    assert.match(await refusal({ ...good, LEER_CONTACT: 'lek@voorbeeld.nl' }), /LEER_CONTACT moet/);
  });
  it('zegt dat de hoofdsleutel ontbreekt, open ligt of een andere is', async () => {
    const file = `${folder}/sleutel`;
    const bad = { ...good, LEER_SLEUTEL: file };
    assert.match(await refusal({ ...good, LEER_SLEUTEL: '' }), /LEER_SLEUTEL ontbreekt/);
    assert.match(await refusal(bad), /niet te lezen.*kluis/);
    execFileSync('.build/leer', ['sleutel', 'maak'], { env: { PATH: process.env.PATH, LEER_SLEUTEL: file } });
    // A key that is whole, but not the one under which the texts are sealed.
    assert.match(await refusal(bad), /verzegeld onder hoofdsleutel [0-9a-f]{16}.*Zet het juiste bestand terug/);
    execFileSync('chmod', ['640', file]);
    assert.match(await refusal(bad), /chmod 600/);
    rmSync(file);
    assert.throws(() => execFileSync('.build/leer', ['sleutel', 'maak'], {
      env: { PATH: process.env.PATH, LEER_SLEUTEL: file, LEER_DATABASE: process.env.LEER_DATABASE }, stdio: 'pipe',
    }), /al verzegeld onder hoofdsleutel/);
  });
  it('noemt bestand en regel van een fout in een cursus', async () => {
    cpSync(good.LEER_COURSES, `${folder}/courses`, { recursive: true });
    const modules = `${folder}/courses/de-basis/modules`;
    const module = `${modules}/${readdirSync(modules)[0]}`;
    const text = readFileSync(module, 'utf8');
    const line = text.slice(0, text.indexOf('[(X)]')).split('\n').length;
    writeFileSync(module, text.replace('[(X)]', '[( )]'));
    const said = await refusal({ ...good, LEER_COURSES: `${folder}/courses` });
    const [, at] = new RegExp(`^${module}:(\\d+): .`, 'm').exec(said);
    assert.ok(Math.abs(at - line) < 8, said);
  });
  it('noemt de opdracht die niet op het schema past', async () => {
    const said = await refusal({ ...good, LEER_DATABASE: good.LEER_DATABASE.replace('/leer?', '/postgres?') });
    assert.match(said, /^De opdracht [a-z_]+ past niet op de database: ERROR: /m);
    assert.match(said, /leer migreer/);
  });
});

describe('een werker', () => {
  it('draait in de zandbak, en als hij sterft stopt Kore met een fout', async () => {
    const kore = start(good);
    const pid = await worker(kore.pid);
    await serves();
    assert.match(readFileSync(`/proc/${pid}/status`, 'utf8'), /^Seccomp:\s+2$/m);
    process.kill(pid, 'SIGKILL');
    const [code] = await once(kore, 'close');
    assert.equal(code, 1);
  });
  it('stopt zonder fout als het hem gevraagd wordt', async () => {
    const kore = start(good);
    await worker(kore.pid);
    await serves();
    kore.kill('SIGTERM');
    assert.equal((await once(kore, 'close'))[0], 0);
  });
});
