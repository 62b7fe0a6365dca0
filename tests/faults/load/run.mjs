// SPDX-License-Identifier: EUPL-1.2
// run.mjs - `make faults`: every fault of faults.mjs under load, as a table.
//
// ONLY=part of a fault's name, SECONDS= per fault, SEED= of the people's choices
import { close } from './client.mjs';
import { FAULTS } from './faults.mjs';
import { Storm, isGood, tableHead, tableRow } from './storm.mjs';

const SECONDS = { 'geen storing': 8, 'Kore gedood, elke 5 s': 26, 'alles door elkaar': 24 };
const { ONLY = '', SEED } = process.env;
const seed = Number(SEED ?? Date.now() % 100000);
const storm = new Storm({ people: 40, actsPerSecond: 200, pagesPerSecond: 25, seed });

console.log(`Ik maak ${storm.learners.length} cursisten en log ze in …`);
await storm.prepare();
console.log(`${storm.actsPerSecond} handelingen en ${storm.pagesPerSecond} pagina's per seconde; SEED=${seed}\n`);
console.log(tableHead());
const stages = [];
for (const name of Object.keys(FAULTS).filter((n) => n.includes(ONLY))) {
  stages.push(await storm.run(name, Number(process.env.SECONDS ?? SECONDS[name] ?? 11)));
  console.log(tableRow(stages.at(-1)));
}
close();

/** What differs in numbers only, counts as the same: its first, and how often. */
function grouped(list) {
  const groups = new Map();
  for (const text of list) {
    const kind = text.replace(/\d+/g, '');
    groups.set(kind, [text, (groups.get(kind)?.[1] ?? 0) + 1]);
  }
  return groups.values();
}

const bad = stages.filter((s) => !isGood(s));
for (const stage of bad) {
  console.log(`\n${stage.name}:`);
  for (const [word, list] of [['verloren', stage.lost], ['dubbel', stage.doubled], ['fout', stage.faults]]) {
    for (const [text, count] of grouped(list)) console.log(`  ${word}, ${count} keer: ${text}`);
  }
}
console.log(`
verstuurd: met wat opnieuw werd gestuurd. stilte: langste tijd zonder een bevestiging. 503: pagina's "Even geduld".
terug: langste tijd tot de pagina's weer gewoon kwamen, nadat de storing voorbij was.`);
process.exitCode = bad.length === 0 ? 0 : 1;
