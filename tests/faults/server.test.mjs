// SPDX-License-Identifier: EUPL-1.2
// server.test.mjs - a database that goes away loses nothing that was
// acknowledged, and no worker dies of it. (Attacks: tests/attacks/.)
import { describe, it, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { account, Visitor } from '../http/helpers.mjs';
import './start.mjs';

/** The workers of this stack alone: another may run beside it. */
function workers() {
  const run = `${process.env.LEER_STATE}/run`;
  const parents = readdirSync(run).filter((f) => /^kore-\d+\.pid$/.test(f)).sort()
    .map((f) => readFileSync(`${run}/${f}`, 'utf8').trim());
  assert.ok(parents.length > 0, 'there are workers');
  return parents.map((pid) => execFileSync('pgrep', ['-P', pid], { encoding: 'utf8' }).trim());
}
const before = workers();
after(() => assert.deepEqual(workers(), before, 'geen werker is gestopt of vervangen'));

describe('als PostgreSQL stopt en weer begint', () => {
  const postgres = (act) => execFileSync('sh', ['-c', `${process.env.LEER_PG_CTL} ${act}`], { stdio: 'ignore' });
  const MODULE = '/cursus/de-basis/zes-stappen';

  it('zegt de site "even geduld", herstelt zich vanzelf en is niets kwijt', async () => {
    const learner = await new Visitor().logIn(account('tarik'));
    const page = (await learner.get(MODULE)).text;
    const [, question, version] = page.match(/name="vraag" value="([^"]+)"[\s\S]*?name="versie" value="([^"]+)"/);
    const fields = { csrf: await learner.csrf(), vraag: question, versie: version, poging: '1', keuze: '1' };
    assert.equal((await learner.post(`${MODULE}/antwoord`, fields)).status, 303);
    postgres('stop');
    const gone = await learner.get('/');
    assert.equal(gone.status, 503);
    assert.match(gone.text, /Even geduld/);
    assert.equal((await learner.post(`${MODULE}/antwoord`, { ...fields, poging: '2' })).status, 503);
    assert.equal((await new Visitor().get('/over')).status, 200, 'wat geen database vraagt, blijft werken');
    postgres('start');
    // Within a second, says `make faults`; a busy machine takes longer.
    const began = Date.now();
    // nginx takes turns: four in a row are of all instances.
    for (let good = 0; good < 4;) {
      good = (await learner.get('/')).status === 200 ? good + 1 : 0;
      assert.ok(Date.now() - began < 20000, 'herstel duurt te lang');
      if (good === 0) await wait(50);
    }
    const { status, text: back } = await learner.get(MODULE);
    assert.equal(status, 200);
    assert.match(back, /opgeslagen om \d\d:\d\d/i);
    assert.ok(back.includes('name="poging" value="2"'), 'het antwoord van daarvoor is er nog, dat van tijdens niet');
  });
});
