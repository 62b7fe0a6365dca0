// SPDX-License-Identifier: EUPL-1.2
// storm.test.mjs - the short form of `make faults`: eight people at work
// while Kore is killed and PostgreSQL stands still and is stopped hard. That
// pages take at most a second is for `make faults` to say, on a quiet machine;
// here a page may take as long as a busy one makes it, but not as long as the
// fault that must not hold it up.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { close } from './client.mjs';
import { compare } from './recorder.mjs';
import { stopBackends } from './faults.mjs';
import { Storm } from './storm.mjs';
import { storedChanges, storedRows } from './stored.mjs';

const PAGE_MS = 6000;
const STILL_S = 9;
const storm = new Storm({ people: 8, actsPerSecond: 80, pagesPerSecond: 20, pageMs: PAGE_MS });

before(() => storm.prepare());
after(close);

async function survives(name, fault) {
  const stage = await storm.run(name, 1, fault);
  assert.deepEqual({ lost: stage.lost, doubled: stage.doubled, faults: stage.faults }, { lost: [], doubled: [], faults: [] });
  assert.ok(stage.acknowledged > 40, `${stage.acknowledged} handelingen bevestigd`);
}

test('an instance that is killed loses and doubles nothing', () => survives('Kore gedood, elke 5 s'));
test('a PostgreSQL that stands still holds no page up', () => survives('PostgreSQL staat stil', async (_, whole) => {
  await stopBackends(STILL_S);
  await whole();
}));
test('a Kore that begins without PostgreSQL answers, and nothing is lost', () => survives('Kore gedood terwijl PostgreSQL weg is'));

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
