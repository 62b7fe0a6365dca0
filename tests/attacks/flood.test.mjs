// SPDX-License-Identifier: EUPL-1.2
// flood.test.mjs - more connections than there is room for: Kore and nginx
// with few descriptors or places. Who is inside is served; whoever could not
// come in is served as soon as the flood is over, by the same worker.
import { describe, it, after } from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Own, until } from './own.mjs';

const ROOM = 40;
const FLOOD = 150;
const own = new Own();
after(() => own.close());

/** The answer's status, and nothing when there is none in time. */
function ask(where, { agent = false, timeout = 10_000 } = {}) {
  const { host, port, path: socketPath } = where;
  return new Promise((resolve) => {
    http.get({ host, port, socketPath, agent, timeout, path: '/over', headers: { host: 'x' } }, (r) => {
      r.resume().on('end', () => resolve(r.statusCode));
    }).on('error', () => resolve(undefined)).on('timeout', function late() { this.destroy(); });
  });
}

const children = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();

/** Connections that say nothing; ends them, and tells how many were ended by the other side. */
async function flood(where, count) {
  const sockets = Array.from({ length: count }, () => net.connect(where).on('error', () => {}));
  await Promise.all(sockets.map((s) => Promise.race([once(s, 'connect'), once(s, 'close')]).catch(() => {})));
  return () => {
    const dropped = sockets.filter((s) => s.destroyed).length;
    sockets.forEach((s) => s.destroy());
    return dropped;
  };
}

for (const [what, change] of [
  ['zonder vrije descriptors', (conf) => conf.replace(/worker_rlimit_nofiles.*/, `worker_rlimit_nofiles ${ROOM}`)],
  ['zonder vrije plaatsen', (conf) => conf.replace(/worker_max_connections.*/, `worker_max_connections ${ROOM}`)],
]) {
  describe(`Kore ${what}`, { timeout: 180_000 }, () => {
    it('antwoordt wie binnen is, en daarna iedereen', async () => {
      const kore = await own.kore('k', { change });
      const where = { path: own.socket('k') };
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      assert.equal(await ask(where, { agent }), 200);
      const before = children(kore.pid);
      const end = await flood(where, FLOOD);
      assert.equal(await ask(where, { timeout: 300 }), undefined, 'it is full, or this proves nothing');
      for (let i = 0; i < 5; i++) assert.equal(await ask(where, { agent }), 200, 'inside, and not served');
      end();
      await until(async () => await ask(where) === 200, 'een antwoord na de vloed', 30_000);
      assert.equal(children(kore.pid), before, 'the same worker');
      agent.destroy();
      kore.kill('SIGTERM');
      await kore.ended;
    });
  });
}

for (const [what, change, full] of [
  ['zonder vrije descriptors', (conf) => conf.replace(/worker_rlimit_nofile .*/, `worker_rlimit_nofile ${ROOM};`), (log) => /Too many open files/.test(log)],
  ['zonder vrije plaatsen', (conf) => conf.replace(/worker_connections .*/, `worker_connections ${ROOM};`), (log, dropped) => dropped >= FLOOD - ROOM],
]) {
  describe(`nginx ${what}`, { timeout: 180_000 }, () => {
    it('antwoordt weer na de vloed', async () => {
      const { port, process: nginx } = await own.nginx([], { change: (conf) => change(conf).replace('worker_processes auto', 'worker_processes 1') });
      const where = { host: '127.0.0.1', port };
      assert.equal(await ask(where), 200);
      const before = children(nginx.pid);
      const end = await flood(where, FLOOD);
      // Full or not: nginx makes room by letting go of who is idle longest.
      await Promise.all(Array.from({ length: 10 }, () => ask(where, { timeout: 500 })));
      const dropped = end();
      await until(async () => await ask(where) === 200, 'een antwoord na de vloed', 30_000);
      for (let i = 0; i < 10; i++) assert.equal(await ask(where), 200);
      assert.equal(children(nginx.pid), before, 'the same worker');
      assert.ok(full(readFileSync(own.socket('error_log'), 'utf8'), dropped), `it was full, or this proves nothing: ${dropped}`);
      nginx.kill('SIGTERM');
      await nginx.ended;
      await wait(50);
    });
  });
}
