// SPDX-License-Identifier: EUPL-1.2
// attacks.test.mjs - the front door and Kore behind it under the attacks of
// table.mjs, while twenty honest clients go on. After each attack the workers
// are the same ones and every instance gives an honest answer at once.
// Outcomes go to .build/attacks.md; `make attacks` shows them.
import { describe, it, before, after } from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { demo, logIn } from '../http/helpers.mjs';
import { ATTACKS } from './table.mjs';
import { WAYS, answersIn, form, marked, marksIn, newMark, request, send } from './wire.mjs';

const DOORS = ['nginx', 'Kore'];
const outcomes = [];

/** Pid and start of every worker of this stack, nginx's too. */
function workers() {
  const run = `${process.env.LEER_STATE}/run`;
  const parents = readdirSync(run).filter((f) => /^(kore-\d+|nginx)\.pid$/.test(f)).sort()
    .map((f) => readFileSync(`${run}/${f}`, 'utf8').trim());
  assert.ok(parents.length >= 3, 'two Kores and nginx');
  return parents.map((pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    .map((child) => `${child}@${readFileSync(`/proc/${child}/stat`, 'utf8').replace(/.*\) /, '').split(' ')[19]}`));
}
const atFirst = workers();

/** One honest question, with a mark; its time. Throws on any other answer. */
function ask(way, { agent, timeout = 30_000 } = {}) {
  const mark = newMark();
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const { host, port, path: socketPath } = WAYS[way];
    http.get({ host, port, socketPath, agent, timeout, path: marked(mark), headers: { host: 'x' } }, (r) => {
      let text = '';
      r.setEncoding('utf8').on('data', (d) => { text += d; }).on('end', () => {
        const right = r.statusCode === 200 && marksIn(text).length > 0 && marksIn(text).every((m) => m === mark);
        if (right) resolve(Date.now() - began);
        else reject(new Error(`${way}: ${r.statusCode}, not the answer to ${mark}: ${text.slice(0, 200)}`));
      });
    }).on('error', reject).on('timeout', function late() { this.destroy(new Error(`${way}: geen antwoord binnen ${timeout} ms`)); });
  });
}

/** The workers are the same, and all instances answer within a second. */
async function allIsWell() {
  for (const way of Object.keys(WAYS)) {
    // On a busy machine more tries: a stalled worker fails all.
    let tries = 1;
    while (await ask(way) > 1000) {
      assert.ok(tries < 10, `${way} answers late`);
      tries += 1;
    }
  }
  assert.deepEqual(workers(), atFirst, 'no worker has died or was replaced');
}

/** Twenty clients with connections of their own that go on asking. */
class Honest {
  times = [];
  wrong = [];
  #busy = true;

  constructor(people) {
    const ways = Object.keys(WAYS);
    this.clients = Array.from({ length: 20 }, (_, i) => this.#go(ways[i % 3], people[i]));
  }

  async #go(way, person) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    while (this.#busy) {
      try {
        if (person) {
          const { status, text } = await person.visitor.get('/account');
          assert.ok(status === 200 && text.includes(person.name), `${status}: not the page of ${person.name}`);
        } else {
          this.times.push(await ask(way, { agent }));
        }
      } catch (e) {
        // Kore may close an idle connection as the request leaves; then a
        // client asks again. Anything else is wrong.
        if (e.code !== 'ECONNRESET' || way === 'nginx') this.wrong.push(e.message);
      }
      await wait(person ? 200 : 100);
    }
    agent.destroy();
  }

  async stop() {
    this.#busy = false;
    await Promise.all(this.clients);
  }
}

/** Closed or not, and which answers: what the table shows. */
function outcome({ answers, closed, text }) {
  const codes = answers.map((a) => a.status).join(' ') || (text === '' ? 'geen woord' : 'geen heel antwoord');
  return `${codes}${closed ? ', dicht' : ''}`;
}

function report() {
  const table = new Map();
  for (const { name, door, said } of outcomes) table.set(name, { ...table.get(name), [door]: said });
  const lines = [...table].map(([name, said]) => `| ${name.replaceAll('|', '\\|')} | ${said.nginx ?? ''} | ${said.Kore ?? ''} |`);
  mkdirSync(new URL('../../.build/', import.meta.url), { recursive: true });
  writeFileSync(new URL('../../.build/attacks.md', import.meta.url),
    ['| aanval | door nginx | recht op Kore |', '| --- | --- | --- |', ...lines, ''].join('\n'));
}

let honest;
before(async () => {
  const people = [];
  for (const { email, name } of demo.accounts.slice(0, 3)) {
    people.push({ visitor: await logIn(email.split('@')[0]), name });
  }
  honest = new Honest(people);
});
after(async () => {
  await honest.stop();
  report();
  await allIsWell();
  assert.deepEqual(honest.wrong, [], 'every honest client got its own answer');
  // Half of them, because a busy machine may hold up some; a stalled worker holds up all of its own, a third.
  const sorted = honest.times.sort((a, b) => a - b);
  const at = (part) => sorted[Math.floor(sorted.length * part)];
  assert.ok(sorted.length > 100 && at(0.5) <= 1000 && at(0.9) <= 5000, `${sorted.length} antwoorden: de helft binnen ${at(0.5)} ms, negen van de tien binnen ${at(0.9)} ms`);
});

/** One attack of the table through one door. */
async function run(attack, door) {
  const mark = newMark();
  const bytes = typeof attack.bytes === 'function' ? attack.bytes(mark) : attack.bytes;
  const must = attack[door] ?? attack.must;
  let got = await send(door, bytes, attack);
  // What a busy machine did not say in time, it says when it gets more time; an answer that is wrong stays wrong.
  if (!must(got, mark, door) && marksIn(got.text).every((m) => m === mark)) {
    got = await send(door, bytes, { ...attack, limit: 20_000, quiet: 1500 });
  }
  outcomes.push({ name: attack.name, door, said: outcome(got) });
  assert.ok(must(got, mark, door), `${outcome(got)}\n${got.text.slice(0, 400)}`);
  assert.ok(!/root:|BEGIN |pidfile/.test(got.text), 'nothing of the machine');
  assert.ok(marksIn(got.text).every((m) => m === mark), 'no answer of another client');
  if (attack.unseen) assert.ok(!got.text.includes(mark), 'the hidden request was answered');
  await allIsWell();
}

/** One attack that takes its time; it ends with everything well. */
function waiting(name, door, act) {
  it(`${name}, door ${door}`, async () => {
    outcomes.push({ name, door, said: await act(door) });
    await allIsWell();
  });
}

const connect = (door) => net.connect(WAYS[door]).on('error', () => {});

/** Sends `start`, then a byte now and then; how long until it is closed. */
async function drip(door, start, every, limit = door === 'nginx' && start.startsWith('GET') ? 60_000 : 18_000) {
  const began = Date.now();
  const socket = connect(door);
  let [closed, text] = [false, ''];
  socket.on('close', () => { closed = true; });
  socket.on('data', (d) => { text += d; });
  socket.write(start);
  while (!closed && Date.now() - began < limit) {
    await wait(every);
    if (!closed) socket.write('a');
  }
  socket.destroy();
  assert.ok(answersIn(text).answers.every((a) => a.status >= 400), text);
  // nginx lets a header take 15 seconds; Kore never meets such a client.
  if (door === 'nginx' && start.startsWith('GET')) assert.ok(closed, 'nginx waits for ever');
  return closed ? `dicht na ${Math.round((Date.now() - began) / 1000)} s` : 'wacht, en houdt niemand op';
}

async function idle(door, count) {
  const sockets = Array.from({ length: count }, () => connect(door));
  await Promise.all(sockets.map((s) => once(s, 'connect')));
  const began = Date.now(); // nginx lets go of them after 15 seconds
  for (let i = 0; i < 3 || (i < 20 && Date.now() - began < 3000); i++) await allIsWell();
  const open = sockets.filter((s) => !s.destroyed).length;
  sockets.forEach((s) => s.destroy());
  assert.ok(open > count * 0.9, `${open} stood open meanwhile`);
  return `${open} open, de anderen merken niets`;
}

/** Asks and leaves, again and again, without reading. */
async function leave(door, count) {
  for (let i = 0; i < count; i += 20) {
    await Promise.all(Array.from({ length: 20 }, async (_, n) => {
      const socket = connect(door);
      await once(socket, 'connect');
      const whole = n % 2 ? request('GET', '/over') : form('/inloggen', 'csrf=x');
      socket.write(whole.slice(0, n % 3 === 0 ? -5 : undefined));
      if (door === 'nginx') socket.resetAndDestroy();
      else socket.destroy();
    }));
  }
  return 'niemand mist iets';
}

/** Reads nothing of 200 answers for a while, then all: whole and in order. */
async function neverReads(door) {
  const [mark, count] = [newMark(), 200];
  const socket = connect(door);
  socket.pause();
  socket.write(Array.from({ length: count }, (_, i) => request('GET', marked(`${mark}${i}`))).join(''));
  await wait(5000);
  let text = '';
  let isOver = false;
  socket.on('data', (d) => { text += d.toString('latin1'); });
  socket.on('close', () => { isOver = true; });
  socket.resume();
  for (let still = 0, last = 0; still < 10 && !isOver; still = last === text.length ? still + 1 : 0) {
    last = text.length;
    await wait(500);
    isOver ||= answersIn(text).answers.length >= count;
  }
  socket.destroy();
  const got = answersIn(text).answers.map((a) => /value="\/cursus\/([^"]+)"/.exec(a.body)?.[1]);
  assert.ok(got.length >= 1 && got.every((m, i) => m === `${mark}${i}`), got.slice(0, 5).join());
  if (door === 'nginx') assert.equal(got.length, count);
  return `${got.length} in volgorde`;
}

/** Good requests with a few bytes changed; the same ones in every run. */
async function mutants(door, count) {
  let seed = 20261123;
  const random = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) % n; };
  const bytes = '\0\t\n\r "%,/:;?0a\x7f\xff';
  const lane = async (lot) => {
    for (const text of lot) {
      const got = await send(door, text, { limit: 300, quiet: 30, methods: [text.slice(0, 4)] });
      const own = marksIn(text); // the mark may have changed as well
      assert.ok(marksIn(got.text).every((m) => own.includes(m)), `${JSON.stringify(text)} got another's answer`);
    }
  };
  const lots = Array.from({ length: 10 }, () => []);
  for (let i = 0; i < count; i++) {
    const mark = newMark();
    let text = [request('GET', marked(mark), ['Cookie: a=b; c=d', 'Accept-Encoding: gzip']),
      request('HEAD', marked(mark), ['If-None-Match: W/"x"']),
      form(marked(mark), 'csrf=abc&email=a%40b.nl&wachtwoord=x', ['Cookie: __Host-bezoeker=x']),
      request('GET', marked(mark)) + form('/inloggen', 'csrf=x')][i % 4];
    for (let n = 1 + random(6); n > 0; n--) {
      const at = random(text.length);
      text = text.slice(0, at) + [bytes[random(bytes.length)], '', text[at].repeat(2)][random(3)] + text.slice(at + 1);
    }
    lots[i % 10].push(text);
  }
  await Promise.all(lots.map(lane));
  return `${count} keer geen andermans antwoord`;
}

describe('aanvallen, terwijl twintig anderen doorwerken', { concurrency: true, timeout: 480_000 }, () => {
  for (const door of DOORS) {
    describe(`door ${door}`, { concurrency: 1 }, () => {
      for (const attack of ATTACKS) it(attack.name, () => run(attack, door));
    });
  }
  describe('die lang duren', { concurrency: true }, () => {
    for (const door of DOORS) {
      waiting('een kop die druppelt', door, () => drip(door, 'GET /over HTTP/1.1\r\nHost: x\r\nX-A: ', 300));
      waiting('een halve kop, en dan niets', door, () => drip(door, 'GET /ov', 17_000, door === 'nginx' ? 60_000 : 16_000));
      waiting('een inhoud die druppelt', door, () => drip(door, 'POST /inloggen HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', 300));
      waiting('duizend verbindingen die niets zeggen', door, () => idle(door, 1000));
      waiting('vierhonderd keer vragen en weglopen', door, () => leave(door, 400));
      waiting('tweehonderd antwoorden die niemand leest', door, neverReads);
      waiting('zeshonderd verminkte verzoeken', door, () => mutants(door, 600));
    }
  });
});
