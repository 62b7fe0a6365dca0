// SPDX-License-Identifier: EUPL-1.2
// server.test.mjs - the front door and Kore behind it: what Kore 4.1 takes
// wrongly is refused twice, by nginx and by server/; a database that goes
// away loses nothing that was acknowledged, and no worker dies of it.
import { describe, it, after } from 'node:test';
import assert from 'node:assert/strict';
import net from 'node:net';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { account, site, Visitor } from '../http/helpers.mjs';
import './start.mjs';

const url = new URL(site);
const DOORS = {
  nginx: { host: url.hostname, port: Number(url.port) },
  'de socket van Kore': { path: process.env.LEER_SOCKET },
};

/** Sends bytes (or parts, one by one); gives all that comes back until the other side is quiet. */
function send(door, bytes, quiet = 400) {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = net.connect(DOORS[door]);
    const end = () => { socket.destroy(); resolve(text); };
    socket.setTimeout(quiet, end);
    socket.on('connect', async () => {
      for (const part of [bytes].flat()) {
        socket.write(part);
        await wait(10);
      }
    });
    socket.on('data', (d) => { text += d.toString('latin1'); });
    socket.on('close', end);
    socket.on('error', (e) => (text ? end() : reject(e)));
  });
}

const statuses = (text) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((m) => Number(m[1]));
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

for (const door of Object.keys(DOORS)) {
  describe(`door ${door}`, () => {
    const smuggled = 'GET /over HTTP/1.1\r\nHost: x\r\n\r\n';
    for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS']) {
      it(`neemt een inhoud bij ${method} niet voor een tweede verzoek`, async () => {
        const answer = await send(door, `${method} /inloggen HTTP/1.1\r\nHost: x\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`);
        assert.equal(statuses(answer).length, 1, answer);
        assert.ok(statuses(answer)[0] >= 400, answer);
      });
    }
    it('weigert een lengte die twee keer wordt gezegd', async () => {
      const answer = await send(door, `POST /inloggen HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`);
      assert.deepEqual(statuses(answer), [400]);
    });
    it('weigert een lengte en stukken tegelijk', async () => {
      const answer = await send(door, 'POST /inloggen HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n');
      // Kore itself closes without a word; what counts is that it answers nothing.
      assert.ok(statuses(answer).length <= 1 && statuses(answer).every((s) => s >= 400), answer);
    });
    it('antwoordt duidelijk op 40 kopregels', async () => {
      const lines = Array.from({ length: 40 }, (_, i) => `X-Regel-${i}: ${i}\r\n`).join('');
      const [status] = statuses(await send(door, `GET /over HTTP/1.1\r\nHost: x\r\n${lines}\r\n`));
      assert.ok(door === 'nginx' ? status === 200 : status >= 400, String(status));
    });
    for (const path of ['/../etc/passwd', '/assets/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/media/de-basis/..%2finhoud.md', '/cursus/%00', '/cursus/%zz']) {
      it(`geeft niets buiten de site: ${path}`, async () => {
        const answer = await send(door, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        assert.ok([400, 404, 303].includes(statuses(answer)[0]), answer);
        assert.ok(!answer.includes('root:'), answer);
      });
    }
    it('geeft bij HEAD geen inhoud', async () => {
      const answer = await send(door, 'HEAD /over HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      assert.deepEqual(statuses(answer), [200]);
      assert.ok(answer.endsWith('\r\n\r\n'), answer);
    });
    it('verwart de antwoorden op verzoeken achter elkaar niet', async () => {
      const answer = await send(door, 'GET /over HTTP/1.1\r\nHost: x\r\n\r\nGET /inloggen HTTP/1.1\r\nHost: x\r\n\r\n', 1000);
      const about = answer.indexOf('Over deze leeromgeving');
      const login = answer.indexOf('<h1 class="nl-heading nl-heading--level-1">Inloggen');
      // Kore may close after the first: then the client asks again.
      assert.ok(about > 0 && (login === -1 || login > about), answer.slice(0, 300));
    });
    it('houdt de volgorde als een inhoud in stukken komt met een verzoek erachter', async () => {
      const body = 'csrf=x&email=y';
      const head = `POST /inloggen HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
      const answer = await send(door, [head, body.slice(0, 5), `${body.slice(5)}GET /over HTTP/1.1\r\nHost: x\r\n\r\n`], 1000);
      const [first, ...rest] = statuses(answer);
      assert.equal(first, 403, answer.slice(0, 300));
      // Kore may close after the first; it never answers out of turn.
      assert.ok(rest.length === 0 ? /connection: close/i.test(answer) : rest.join() === '200', answer.slice(0, 300));
    });
    it('laat een half verzoek de anderen niet ophouden', async () => {
      const slow = net.connect(DOORS[door]);
      slow.on('error', () => {});
      slow.write('POST /inloggen HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf');
      const began = Date.now();
      assert.deepEqual(statuses(await send(door, 'GET /over HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')), [200]);
      assert.ok(Date.now() - began < 2000);
      slow.destroy();
    });
  });
}

describe('als PostgreSQL stopt en weer begint', () => {
  const postgres = (act) => execFileSync('sh', ['-c', `${process.env.LEER_PG_CTL} ${act}`], { stdio: 'ignore' });
  const MODULE = '/cursus/de-basis/zes-stappen';

  it('zegt de site "even geduld", herstelt zich binnen een seconde en is niets kwijt', async () => {
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
    const began = Date.now();
    // nginx takes turns: four in a row are of all instances.
    for (let good = 0; good < 4;) {
      good = (await learner.get('/')).status === 200 ? good + 1 : 0;
      assert.ok(Date.now() - began < 1500, 'herstel duurt te lang');
      if (good === 0) await wait(50);
    }
    const { status, text: back } = await learner.get(MODULE);
    assert.equal(status, 200);
    assert.match(back, /opgeslagen om \d\d:\d\d/i);
    assert.ok(back.includes('name="poging" value="2"'), 'het antwoord van daarvoor is er nog, dat van tijdens niet');
  });
});
