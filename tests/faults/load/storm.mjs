// SPDX-License-Identifier: EUPL-1.2
// storm.mjs - people at work while faults happen, one after the other, and
// after each fault the books: what was acknowledged beside what is stored.
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { slugs } from '../../http/helpers.mjs';
import { get } from './client.mjs';
import { FAULTS } from './faults.mjs';
import { Learner, MODULE, isPolite } from './learner.mjs';
import { Recorder, compare } from './recorder.mjs';
import { keepChanges, storedChanges, storedRows } from './stored.mjs';

const SETTLE_MS = 60000;
const TICK_MS = 10;

/** Small, and the same each time for the same seed. */
function randomOf(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6D2B79F5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function makeAccount({ email, name, password }) {
  return new Promise((resolve, reject) => {
    const child = execFile('.build/leer', ['gebruiker', 'maak', '--email', email, '--naam', `${name} Proef`,
      '--organisatie', 'Storm', '--rol', 'cursist'], (error) => (error ? reject(error) : resolve()));
    child.stdin.end(`${password}\n`);
  });
}

async function inParallel(list, act) {
  const left = [...list];
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    while (left.length > 0) await act(left.shift());
  }));
}

/** What is measured during one fault. */
class Stage {
  acts = 0;
  sends = 0;
  acknowledged = 0;
  pages = [];
  saves = []; // { at, ms }: when it was acknowledged, and how long that took
  refusedPages = 0;
  silenceMs = 0;
  recoveryMs = 0;
  #last = performance.now();

  onAcknowledged(act) {
    const now = performance.now();
    this.saves.push({ at: now, ms: act.ms });
    this.acknowledged += 1;
    this.silenceMs = Math.max(this.silenceMs, now - this.#last);
    this.#last = now;
  }
}

export class Storm {
  recorder = new Recorder();

  /** pageMs: how long a page may take, and how long until pages come again. */
  constructor({ people, actsPerSecond, pagesPerSecond, pageMs = 1000, seed = 1, kind = Learner }) {
    Object.assign(this, { actsPerSecond, pagesPerSecond, pageMs });
    this.random = randomOf(seed);
    const { casus } = slugs();
    this.learners = Array.from({ length: people }, (_, i) => new kind(i + 1, casus, this.recorder, this.random));
    this.recorder.onAcknowledged = (act) => this.stage.onAcknowledged(act);
    this.stage = new Stage();
  }

  async prepare() {
    await makeAccount(this.learners[0]); // and their organisation
    await inParallel(this.learners.slice(1), makeAccount);
    await inParallel(this.learners, (learner) => learner.logIn());
    await keepChanges();
  }

  /** A fixed rate; when all are still busy with their own act, it waits, and makes up for at most a second. */
  async #work(isOver) {
    const began = performance.now();
    const now = () => (performance.now() - began) / 1000 * this.actsPerSecond;
    let next = 0;
    let turn = 0;
    while (!isOver()) {
      await wait(TICK_MS);
      for (next = Math.max(next, now() - this.actsPerSecond); next < now(); next += 1) {
        const learner = this.#idleFrom(turn);
        if (!learner) break;
        turn = learner.number;
        learner.act().catch((error) => this.recorder.fault(`${learner.name}: ${error.message}`));
      }
    }
  }

  #idleFrom(turn) {
    const { learners } = this;
    for (let i = 0; i < learners.length; i += 1) {
      const learner = learners[(turn + i) % learners.length];
      if (!learner.isBusy) return learner;
    }
    return undefined;
  }

  async #read(isOver) {
    let turn = 0;
    const under = [];
    while (!isOver()) {
      turn += 1;
      under.push(this.#readPage(turn));
      await wait(1000 / this.pagesPerSecond);
    }
    await Promise.all(under);
  }

  async #readPage(turn) {
    const learner = this.learners[turn % this.learners.length];
    const path = [MODULE, '/', `${learner.plan}/huishouden`, '/cursus/de-basis', '/over'][turn % 5];
    const answer = await get(path, learner.cookie);
    const names = new Set(answer.text.match(/Storm\d{4}/g));
    this.stage.pages.push(answer.ms);
    if (answer.status === 503) this.stage.refusedPages += 1;
    if (answer.status !== 200 && !(answer.status === 503 && isPolite(answer))) this.recorder.fault(`GET ${path}: ${answer.status} ${answer.error ?? ''}`);
    if (answer.ms > this.pageMs) this.recorder.fault(`GET ${path} duurde ${answer.ms.toFixed(0)} ms (${answer.status})`);
    if ([...names].some((name) => name !== learner.name)) this.recorder.fault(`GET ${path} van ${learner.name} toont ${[...names]}`);
  }

  /** From now on pages must come again: when did they? nginx takes turns, so four in a row are of all instances. */
  async #recover() {
    const began = performance.now();
    let since = began;
    for (let good = 0; good < 4 && since - began < 10000 + this.pageMs;) {
      const { status } = await get('/', this.learners[0].cookie);
      good = status === 200 ? good + 1 : 0;
      if (good === 0) await wait(25);
      if (good === 0) since = performance.now();
    }
    const ms = since - began;
    this.stage.recoveryMs = Math.max(this.stage.recoveryMs, ms);
    if (ms > this.pageMs) this.recorder.fault(`pas na ${ms.toFixed(0)} ms weer gewone pagina's`);
  }

  async #settle() {
    const until = performance.now() + SETTLE_MS;
    while (this.learners.some((learner) => learner.isBusy)) {
      if (performance.now() > until) throw new Error('niet alle handelingen komen tot een eind');
      await wait(20);
    }
  }

  /** Lets one fault happen for about so many seconds; gives the row of the table. */
  async run(name, seconds, fault = FAULTS[name]) {
    const { acts, faults } = this.recorder;
    const before = { acts: acts.length, sends: this.#sends(), faults: faults.length };
    let isOver = false;
    this.stage = new Stage();
    const load = [this.#work(() => isOver), this.#read(() => isOver)];
    await wait(500);
    await fault(seconds, () => this.#recover());
    await wait(500);
    isOver = true;
    await Promise.all(load);
    await this.#settle();
    const { lost, doubled } = compare(acts, await storedRows(), await storedChanges());
    Object.assign(this.stage, { name, acts: acts.length - before.acts, sends: this.#sends() - before.sends,
      lost, doubled, faults: faults.slice(before.faults) });
    return this.stage;
  }

  #sends() {
    return this.recorder.acts.reduce((sum, act) => sum + act.sent, 0);
  }
}

export const isGood = (stage) => stage.lost.length + stage.doubled.length + stage.faults.length === 0;

const COLUMNS = [
  ['storing', 38, (s) => s.name], ['gedaan', 8, (s) => s.acts], ['verstuurd', 10, (s) => s.sends],
  ['bevestigd', 10, (s) => s.acknowledged], ['verloren', 9, (s) => s.lost.length], ['dubbel', 7, (s) => s.doubled.length],
  ['fout', 6, (s) => s.faults.length], ['stilte ms', 10, (s) => s.silenceMs.toFixed(0)],
  ['pagina', 8, (s) => s.pages.length], ['503', 6, (s) => s.refusedPages],
  ['p50', 6, (s) => at(s.pages, 0.5)], ['p99', 6, (s) => at(s.pages, 0.99)], ['max ms', 8, (s) => at(s.pages, 1)],
  ['terug ms', 9, (s) => s.recoveryMs.toFixed(0)],
];

export function at(list, part) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted.length === 0 ? '' : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0);
}

const line = (cells) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(COLUMNS[i][1]) : String(cell).padStart(COLUMNS[i][1]))).join('');
export const tableHead = () => line(COLUMNS.map(([title]) => title));
export const tableRow = (stage) => line(COLUMNS.map(([, , value]) => value(stage)));
