// SPDX-License-Identifier: EUPL-1.2
// storm.test.mjs - the short form of `make faults`: eight people at work
// while Kore is killed and PostgreSQL stands still and is stopped hard.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { close } from './client.mjs';
import { compare } from './recorder.mjs';
import { Storm } from './storm.mjs';
import { storedChanges, storedRows } from './stored.mjs';

const storm = new Storm({ people: 8, actsPerSecond: 80, pagesPerSecond: 20 });

before(() => storm.prepare());
after(close);

async function survives(name, seconds) {
  const stage = await storm.run(name, seconds);
  assert.deepEqual({ lost: stage.lost, doubled: stage.doubled, faults: stage.faults }, { lost: [], doubled: [], faults: [] });
  assert.ok(stage.acknowledged > 40, `${stage.acknowledged} handelingen bevestigd`);
}

test('an instance that is killed loses and doubles nothing', () => survives('Kore gedood, elke 5 s', 1));
test('a PostgreSQL that stands still holds no page up', () => survives('PostgreSQL staat stil, 1 en 4,5 s', 1));
test('a Kore that begins without PostgreSQL answers, and nothing is lost', () => survives('Kore gedood terwijl PostgreSQL weg is', 1));

test('the books would show one act less, and one more', async () => {
  const { acts } = storm.recorder;
  const [rows, changes] = [await storedRows(), await storedChanges()];
  const answer = acts.find((act) => act.kind === 'antwoord' && act.acknowledgedAt > 0);
  const isIt = (row) => row.person === answer.person && row.kind === 'antwoord' && row.place === answer.place;
  assert.equal(compare(acts, rows.filter((row) => !isIt(row)), changes).lost.length, 1);
  assert.equal(compare(acts.filter((act) => !isIt(act)), rows, changes).doubled.length, 1);
  const text = changes.find((change) => change.kind === 'tekst');
  assert.equal(compare(acts, rows, [...changes, text]).doubled.length, 1);
});
