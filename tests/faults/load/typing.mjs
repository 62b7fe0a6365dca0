// SPDX-License-Identifier: EUPL-1.2
// typing.mjs - `make typing`: many who write in their plan at once, each saved
// every three seconds, while an instance is killed every ten seconds and
// PostgreSQL is restarted twice. Then the books: nothing lost, nothing double.
//
// PEOPLE=500 SECONDS=120 SEED=
import { setTimeout as wait } from 'node:timers/promises';
import { close } from './client.mjs';
import { killKore, postgres } from './faults.mjs';
import { Learner } from './learner.mjs';
import { Storm, at, isGood, tableHead, tableRow } from './storm.mjs';

const PEOPLE = Number(process.env.PEOPLE ?? 500);
const SECONDS = Number(process.env.SECONDS ?? 120);
const SEED = Number(process.env.SEED ?? Date.now() % 100000);
const EVERY_S = 3;
const KILL_S = 10;
const LIMIT_MS = 50;
const AROUND_MS = 1000; // after a fault: those who had to send again

class Typist extends Learner {
  choose() {
    return this.type();
  }
}

const struck = [];

/** A kill every ten seconds; a restart after a third and after two thirds of the time. */
async function strike(seconds, whole) {
  const strokes = Array.from({ length: Math.floor(seconds / KILL_S) }, (_, i) => ({ at: (i + 0.5) * KILL_S, act: () => killKore(i) }));
  for (const part of [1 / 3, 2 / 3]) strokes.push({ at: part * seconds, act: () => postgres('restart') });
  const began = performance.now();
  for (const stroke of strokes.sort((a, b) => a.at - b.at)) {
    await wait(Math.max(0, began + stroke.at * 1000 - performance.now()));
    struck.push(performance.now());
    await stroke.act();
    await whole();
  }
  await wait(Math.max(0, began + seconds * 1000 - performance.now()));
}

const storm = new Storm({ people: PEOPLE, actsPerSecond: PEOPLE / EVERY_S, pagesPerSecond: 10, seed: SEED, kind: Typist });
console.log(`Ik maak ${PEOPLE} cursisten en log ze in …`);
await storm.prepare();
console.log(`Elk bewaart om de ${EVERY_S} s, ${SECONDS} s lang; SEED=${SEED}\n\n${tableHead()}`);
const calm = await storm.run('rustig', SECONDS / 4, (seconds) => wait(seconds * 1000));
console.log(tableRow(calm));
const stage = await storm.run('gedood en herstart', SECONDS, strike);
console.log(tableRow(stage));
close();

const isApart = ({ at: when, ms }) => !struck.some((s) => when > s && when - ms < s + AROUND_MS);
const p99 = (saves) => at(saves.map((s) => s.ms), 0.99);
console.log(`
bewaren, p99: rustig ${p99(calm.saves)} ms; ${struck.length} keer geraakt ${p99(stage.saves)} ms, daarvan buiten de seconde na een klap ${p99(stage.saves.filter(isApart))} ms (grens ${LIMIT_MS})`);
for (const s of [calm, stage]) {
  for (const text of [...s.lost, ...s.doubled, ...s.faults].slice(0, 20)) console.log(`  ${s.name}: ${text}`);
}
process.exitCode = isGood(calm) && isGood(stage) && p99(calm.saves) <= LIMIT_MS && p99(stage.saves.filter(isApart)) <= LIMIT_MS ? 0 : 1;
