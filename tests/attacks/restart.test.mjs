// SPDX-License-Identifier: EUPL-1.2
// restart.test.mjs - nginx between instances that come and go: a request that
// kills the instance that reads it never reaches a second one; one that no
// instance has seen goes to the next; and an instance that is asked to stop
// drops nobody.
import { describe, it, before, after } from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { chmodSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Own, answers, until } from './own.mjs';

/** An "instance" that does to each request what `reply` says; counts them. */
async function fake(own, name, reply) {
  const seen = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (d) => {
      seen.push(d.toString('latin1').split(' ').slice(0, 2).join(' '));
      reply(socket, seen.length);
    });
  });
  server.listen(own.socket(name));
  await once(server, 'listening');
  chmodSync(own.socket(name), 0o777);
  return { seen, close: () => new Promise((done) => { server.close(done); }) };
}

const dies = (socket) => socket.destroy();
const says = (text) => (socket) => socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`);

async function ask(port, path = '/', options = {}) {
  const r = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...options });
  return { status: r.status, text: await r.text() };
}

/** Of a page, straight at an instance. */
function status(socketPath) {
  return new Promise((resolve, reject) => {
    http.get({ socketPath, path: '/over', headers: { host: 'x' }, agent: false }, (r) => r.resume().on('end', () => resolve(r.statusCode))).on('error', reject);
  });
}

describe('een verzoek dat een instantie laat omvallen', () => {
  const own = new Own();
  let port, one, two;
  before(async () => {
    one = await fake(own, 'a', dies);
    two = await fake(own, 'b', dies);
    ({ port } = await own.nginx(['a', 'b']));
  });
  after(async () => {
    await own.close();
    await Promise.all([one.close(), two.close()]);
  });

  for (const method of ['GET', 'HEAD', 'POST', 'DELETE']) {
    it(`komt met ${method} bij een instantie en niet bij de volgende`, async () => {
      const before = one.seen.length + two.seen.length;
      const answer = await ask(port, '/', { method });
      assert.equal(answer.status, 503);
      if (method !== 'HEAD') assert.match(answer.text, /Even geduld/);
      assert.equal(one.seen.length + two.seen.length - before, 1);
    });
  }
});

describe('een verzoek dat geen instantie heeft gezien', () => {
  const own = new Own();
  let port, two;
  before(async () => {
    two = await fake(own, 'b', says('hier'));
    ({ port } = await own.nginx(['a', 'b'])); // a was never started
  });
  after(async () => {
    await own.close();
    await two.close();
  });

  it('gaat naar een instantie die er is, ook een POST met zijn inhoud', async () => {
    for (let i = 0; i < 6; i++) {
      const [get, post] = [await ask(port), await ask(port, '/', { method: 'POST', body: 'a=b' })];
      assert.deepEqual([get, post], [{ status: 200, text: 'hier' }, { status: 200, text: 'hier' }]);
    }
    assert.equal(two.seen.length, 12);
  });
});

describe('een instantie die mag stoppen', { timeout: 180_000 }, () => {
  const own = new Own();
  let port, kores;
  before(async () => {
    kores = { a: await own.kore('a'), b: await own.kore('b') };
    ({ port } = await own.nginx(['a', 'b']));
  });
  after(() => own.close());

  it('laat niemand vallen: om de beurt opnieuw starten geeft geen enkele fout', async () => {
    const counts = {};
    let busy = true;
    const client = async (i) => {
      for (let n = 0; busy; n++) {
        const mark = `/cursus/m-${i}-${n}`;
        const get = await ask(port, `/inloggen?verder=${mark}`);
        const right = get.status === 200 && get.text.includes(`value="${mark}"`);
        const post = await ask(port, '/inloggen', { method: 'POST', body: 'csrf=x',
          headers: { 'content-type': 'application/x-www-form-urlencoded' } });
        for (const got of [right ? 'goed' : `GET ${get.status}`, post.status === 403 ? 'goed' : `POST ${post.status}`]) {
          counts[got] = (counts[got] ?? 0) + 1;
        }
        await wait(i % 4 === 0 ? 100 : 2);
      }
    };
    const clients = Array.from({ length: 12 }, (_, i) => client(i));
    for (const name of ['a', 'b']) {
      await wait(300);
      kores[name].kill('SIGTERM');
      const began = Date.now();
      const [code] = await kores[name].ended;
      assert.equal(code, 0);
      // At most four seconds, and what a busy machine adds.
      assert.ok(Date.now() - began < 15_000, 'stoppen duurt te lang');
      await wait(300); // a while with one instance
      kores[name] = await own.kore(name);
    }
    busy = false;
    await Promise.all(clients);
    assert.deepEqual(Object.keys(counts), ['goed'], JSON.stringify(counts));
    assert.ok(counts.goed > 50, JSON.stringify(counts));
  });

  it('maakt een verzoek af dat al binnen was', async () => {
    const socket = net.connect({ path: own.socket('a') });
    let text = '';
    socket.on('data', (d) => { text += d; });
    const closed = once(socket, 'close');
    const body = 'csrf=x';
    socket.write(`POST /inloggen HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`);
    // Who came later has an answer: then this one has been read.
    for (let i = 0; i < 3; i++) assert.equal(await status(own.socket('a')), 200);
    kores.a.kill('SIGTERM');
    await until(async () => !await answers({ path: own.socket('a') }), 'nieuwe bezoekers neemt hij niet aan', 3000);
    socket.write(body);
    await closed;
    assert.match(text, /^HTTP\/1\.1 403[\s\S]*connection: close/i);
    assert.equal((await kores.a.ended)[0], 0);
  });
});
