// SPDX-License-Identifier: EUPL-1.2
// faults.mjs - what can happen to the parts behind the site, each as a function
// that does it for about `seconds` and then leaves everything whole again. It
// awaits whole() at each moment from which pages must come again.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';

const { LEER_STATE: STATE, LEER_SOCKETS: SOCKETS, LEER_PG_CTL: PG_CTL, LEER_DATABASE: DATABASE } = process.env;
const run = async (command, args) => (await promisify(execFile)(command, args, { maxBuffer: 1 << 28 })).stdout;
export const postgres = (act) => run('sh', ['-c', `${PG_CTL} ${act}`]);
const psql = (conninfo, sql) => run('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', conninfo, ...sql.flatMap((s) => ['-c', s])]);
const asSuperuser = (...sql) => psql(`postgresql://postgres@/leer?host=${SOCKETS}`, sql);
/** As the owner of the tables. */
export const query = (...sql) => psql(DATABASE, sql);

const pidIn = (file) => Number(readFileSync(file, 'utf8').split('\n')[0]);
const postmaster = () => pidIn(`${STATE}/pg/postmaster.pid`);
const childrenOf = async (pid) => (await run('pgrep', ['-P', String(pid)])).trim().split('\n').map(Number);
const backends = async () =>
  (await asSuperuser("SELECT pid FROM pg_stat_activity WHERE usename = 'leer_app'")).trim().split('\n').filter(Boolean).map(Number);

/** Kore's pid; waits for the instance to be there, after an earlier fault. */
async function kore(n) {
  for (let tries = 0; tries < 400; tries += 1) {
    try {
      const pid = pidIn(`${STATE}/run/kore-${n}.pid`);
      process.kill(pid, 0);
      return pid;
    } catch {
      await wait(50);
    }
  }
  throw new Error(`Kore ${n} komt niet terug`);
}

function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

/** Does `act(i)` again and again, `every` seconds apart, until the time is over. */
async function repeat(seconds, every, act) {
  const until = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < until; i += 1) {
    const next = performance.now() + every * 1000;
    await act(i);
    await wait(Math.max(0, Math.min(next, until) - performance.now()));
  }
}

/** Not the parent alone: then the worker lives on without it, or dies and takes the parent along. */
export async function killKore(i) {
  const parent = await kore(1 + (i % 2));
  const [worker] = await childrenOf(parent);
  const whom = [[worker, parent], [worker], [parent]][i % 3];
  signal(whom, 'SIGKILL');
}

export async function stopBackends(seconds, count) {
  const pids = (await backends()).slice(0, count);
  signal(pids, 'SIGSTOP');
  await wait(seconds * 1000);
  signal(pids, 'SIGCONT');
}

/** No file may grow past 64 kB: PostgreSQL takes that as a full disk, and its log cannot be written. */
async function fillDisk(seconds) {
  const parent = postmaster();
  for (const pid of [parent, ...await childrenOf(parent)]) {
    await run('prlimit', ['--pid', String(pid), '--fsize=65536:', '--core=0:']).catch(() => {});
  }
  await wait(seconds * 1000);
  await postgres('stop immediate');
  await postgres('start');
}

export const FAULTS = {
  'geen storing': (seconds) => wait(seconds * 1000),
  'Kore gedood, elke 5 s': (seconds, whole) => repeat(seconds, 5, async (i) => { await killKore(i); await whole(); }),
  'Kore om de beurt herstart': (seconds, whole) => repeat(seconds, 2, async (i) => {
    signal([await kore(1 + (i % 2))], 'SIGTERM');
    await whole();
  }),
  'nginx herladen': (seconds, whole) => repeat(seconds, 1.5, async () => {
    signal([pidIn(`${STATE}/run/nginx.pid`)], 'SIGHUP');
    await whole();
  }),
  'PostgreSQL herstart': (seconds, whole) => repeat(seconds, 4, async () => { await postgres('restart'); await whole(); }),
  'PostgreSQL hard gestopt, 2 s weg': (seconds, whole) => repeat(seconds, 7, async () => {
    await postgres('stop immediate');
    await wait(2000);
    await postgres('start');
    await whole();
  }),
  'Kore gedood terwijl PostgreSQL weg is': (seconds, whole) => repeat(seconds, 6, async () => {
    await postgres('stop immediate');
    signal([await kore(1), await kore(2)], 'SIGKILL');
    await wait(1500);
    await postgres('start');
    await whole();
  }),
  'een PostgreSQL-proces gedood': (seconds, whole) => repeat(seconds, 4, async () => {
    signal((await backends()).slice(0, 1), 'SIGKILL');
    await wait(200);
    for (let tries = 0; tries < 400; tries += 1) {
      if (await asSuperuser('SELECT 1').then(() => true, () => false)) break;
      await wait(50);
    }
    await whole();
  }),
  'PostgreSQL staat stil, 1 en 4,5 s': (seconds, whole) => repeat(seconds, 4, async (i) => {
    await stopBackends(i % 2 === 0 ? 1 : 4.5);
    await whole();
  }),
  'een verbinding staat stil, 4,5 s': (seconds, whole) => repeat(seconds, 6, async () => {
    await stopBackends(4.5, 1);
    await whole();
  }),
  'tabellen op slot, 1,5 s': (seconds, whole) => repeat(seconds, 3.5, async () => {
    await asSuperuser('BEGIN', 'LOCK TABLE answer, plan_version IN ACCESS EXCLUSIVE MODE', 'SELECT pg_sleep(1.5)', 'COMMIT');
    await whole();
  }),
  'PostgreSQL alleen-lezen, 1,5 s': (seconds, whole) => repeat(seconds, 3.5, async () => {
    await asSuperuser('ALTER SYSTEM SET default_transaction_read_only = on', 'SELECT pg_reload_conf()');
    await wait(1500);
    await asSuperuser('ALTER SYSTEM RESET default_transaction_read_only', 'SELECT pg_reload_conf()');
    await wait(50);
    await whole();
  }),
  'schijf vol, 2 s': (seconds, whole) => repeat(seconds, 7, async () => { await fillDisk(2); await whole(); }),
  'alles door elkaar': async (seconds, whole) => {
    const acts = [
      killKore,
      () => postgres('restart'),
      () => stopBackends(1),
      () => signal([pidIn(`${STATE}/run/nginx.pid`)], 'SIGHUP'),
      async (i) => { await killKore(i); await postgres('stop immediate'); await killKore(i + 1); await postgres('start'); },
    ];
    await repeat(seconds, 2, async (i) => { await acts[i % acts.length](i); await whole(); });
  },
};
