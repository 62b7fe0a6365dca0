// SPDX-License-Identifier: EUPL-1.2
// login.test.mjs - guessing passwords is slow, for whoever guesses; being
// guessed at is not. Every test has accounts and client addresses of its own
// (loopback has millions), because all share one ledger.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import { execFileSync } from 'node:child_process';
import { Visitor, account, logIn, site, tokenIn } from './helpers.mjs';

const { LEER_DATABASE, LEER_SOCKETS } = process.env;
const url = new URL(site);
const PASSWORD = 'fietsbel druppel kano';
let count = 0;

/** A person made by the administrator's command. */
function newPerson() {
  count += 1;
  const email = `inlog${process.pid}-${count}@voorbeeldstad.example`;
  execFileSync('.build/leer', ['gebruiker', 'maak', '--email', email, '--naam', `Inlog ${count}`,
    '--organisatie', 'Inlogproef', '--rol', 'cursist'], { input: `${PASSWORD}\n`, env: { ...process.env, LEER_DATABASE } });
  return { email, password: PASSWORD };
}

/** A client with an address of its own, through nginx or straight at a Kore. */
class Client {
  cookies = new Map();

  constructor(where) {
    this.where = where;
  }

  send(method, path, body, headers = {}) {
    const cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const all = { host: url.host, ...(cookie ? { cookie } : {}), ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }) };
    return new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port: url.port, ...this.where, method, path, headers: all, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (d) => { text += d; }).on('end', () => {
          for (const line of answer.headers['set-cookie'] ?? []) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
            this.cookies.set(name, value);
          }
          resolve({ status: answer.statusCode, headers: answer.headers, text });
        });
      });
      request.on('error', reject).end(body);
    });
  }

  async tryLogIn(email, password, headers) {
    this.csrf ??= tokenIn((await this.send('GET', '/inloggen')).text);
    return this.send('POST', '/inloggen', new URLSearchParams({ csrf: this.csrf, email, wachtwoord: password }).toString(), headers);
  }
}

let host = 1;
const stranger = () => { host += 1; return new Client({ localAddress: `127.${1 + process.pid % 200}.0.${host}` }); };

/**
 * Wrong passwords by these clients in turn until one has to wait: the first six are never refused. The wait begins at a
 * second, so on a busy machine it may be over before the next try; each try makes it longer. Two that are counted apart
 * are never refused here. Gives the answer.
 */
async function untilRefused(email, clients, headers = () => undefined) {
  for (let i = 0; i < 12; i += 1) {
    const r = await clients[i % clients.length].tryLogIn(email, 'mis', headers(i));
    if (r.status === 429 && i >= 6) return r;
    assert.equal(r.status, 422, `poging ${i + 1}`);
  }
  return assert.fail('twaalf keer mis, en niet geremd');
}

test('after five wrong passwords one is told how long to wait, and then gets in', async () => {
  const person = newPerson();
  const client = stranger();
  const refused = await untilRefused(person.email, [client]);
  const seconds = Number(refused.headers['retry-after']);
  assert.ok(seconds >= 1 && seconds <= 60, `${seconds} s`);
  assert.match(refused.text, new RegExp(`Wacht ${seconds} seconden? en probeer het dan opnieuw`));
  assert.match(refused.text, new RegExp(`value="${person.email}"`));
  await new Promise((done) => { setTimeout(done, 1000 * seconds); });
  assert.equal((await client.tryLogIn(person.email, person.password)).status, 303);
});

test('the same holds over instances', async () => {
  const person = newPerson();
  const headers = { 'x-leer-adres': '192.0.2.11' };
  const [one, two] = ['kore-1.sock', 'kore-2.sock'].map((s) => new Client({ socketPath: `${LEER_SOCKETS}/${s}`, host: undefined, port: undefined }));
  await untilRefused(person.email, [one, two], () => headers);
});

test('a client cannot give itself another address', async () => {
  const person = newPerson();
  const client = stranger();
  await untilRefused(person.email, [client], (i) => ({ 'x-leer-adres': `192.0.2.${i}`, 'x-forwarded-for': `192.0.2.${i}` }));
});

test('who fails on my account elsewhere does not keep me out', async () => {
  const person = newPerson();
  const attacker = stranger();
  let refused;
  for (let i = 0; i < 20; i += 1) refused = await attacker.tryLogIn(person.email, 'mis');
  assert.equal(refused.status, 429);
  assert.equal((await stranger().tryLogIn(person.email, person.password)).status, 303);
});

test('nor do many, in a browser that I logged in with before', async () => {
  const person = newPerson();
  const mine = stranger();
  assert.equal((await mine.tryLogIn(person.email, person.password)).status, 303);
  for (let a = 0; a < 5; a += 1) {
    const attacker = stranger();
    for (let i = 0; i < 5; i += 1) await attacker.tryLogIn(person.email, 'mis');
  }
  assert.equal((await stranger().tryLogIn(person.email, person.password)).status, 429, 'elders is het traag');
  mine.cookies.delete('__Host-sid');
  assert.equal((await mine.tryLogIn(person.email, person.password)).status, 303);
});

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const withoutTokens = (html) => html.replace(/value="[A-Za-z0-9_-]{43}"/g, '').replace(/value="[^"]*@[^"]*"/g, '');

test('an unknown address gets the same answer in the same time', async () => {
  const took = { known: [], unknown: [] };
  const pages = {};
  const ratio = () => median(took.unknown) / median(took.known);
  let emails;
  const isAlike = () => ratio() > 0.6 && ratio() < 1.7;
  // By turns, and more of both when the machine was busy with something else.
  for (let i = 0; i < 11 || (i < 60 && !isAlike()); i += 1) {
    // Ten tries an account: after twenty it is slow for everybody.
    if (i % 10 === 0) emails = { known: newPerson().email, unknown: `niemand${i}@voorbeeldstad.example` };
    for (const who of ['known', 'unknown']) {
      const client = stranger();
      await client.send('GET', '/inloggen');
      client.csrf = tokenIn((await client.send('GET', '/inloggen')).text);
      const from = performance.now();
      const r = await client.tryLogIn(emails[who], 'verkeerd-wachtwoord');
      took[who].push(performance.now() - from);
      assert.equal(r.status, 422);
      pages[who] = withoutTokens(r.text);
    }
  }
  assert.equal(pages.known, pages.unknown);
  assert.ok(isAlike(), `unknown takes ${ratio().toFixed(2)} times as long`);
});

test('an unknown address has to wait with the same words', async () => {
  const pages = [];
  for (const email of [newPerson().email, 'wie-dan-ook@voorbeeldstad.example']) {
    const client = stranger();
    for (let i = 0; i < 6; i += 1) await client.tryLogIn(email, 'mis');
    const r = await client.tryLogIn(email, 'mis');
    assert.equal(r.status, 429);
    pages.push(withoutTokens(r.text));
  }
  assert.equal(pages[0], pages[1]);
});

// --- the account page -------------------------------------------------------

async function enter(person) {
  const visitor = new Visitor();
  await visitor.logIn(person);
  return visitor;
}
const isIn = async (visitor) => (await visitor.get('/account')).status === 200;

test('the account page lists where one is logged in; one button ends it all', async () => {
  const person = newPerson();
  const here = await enter(person);
  const there = await enter(person);
  const page = (await here.get('/account')).text;
  assert.equal(page.match(/<strong>Deze browser<\/strong>/g)?.length, 1);
  assert.equal(page.match(/<strong>Een andere browser<\/strong>/g)?.length, 1);
  assert.match(page, /laatst gebruikt: vandaag rond \d\d:\d\d/);
  const r = await here.post('/account/overal-uitloggen', { csrf: tokenIn(page) });
  assert.equal(r.headers.get('location'), '/inloggen?uitgelogd=overal');
  assert.match((await here.get('/inloggen?uitgelogd=overal')).text, /Je bent overal uitgelogd/);
  assert.ok(!(await isIn(here)) && !(await isIn(there)));
});

test('logging in again in the same browser ends its older session', async () => {
  const person = newPerson();
  const browser = await enter(person);
  const thief = new Visitor();
  thief.cookies = new Map(browser.cookies);
  assert.ok(await isIn(thief));
  await browser.logIn(person);
  assert.ok(await isIn(browser));
  assert.ok(!(await isIn(thief)));
});

test('a new password asks the old one and ends all other sessions', async () => {
  const person = newPerson();
  const here = await enter(person);
  const there = await enter(person);
  const csrf = await here.csrf();
  const change = (oud, nieuw, nogmaals = nieuw) => here.post('/account/wachtwoord', { csrf, oud, nieuw, nogmaals });
  const wrong = await change('niet mijn wachtwoord', 'kano druppel fietsbel');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Dit is niet het wachtwoord dat je nu hebt/);
  for (const [nieuw, words] of [['kort', /12 tekens of meer/], ['Wachtwoord2026!', /makkelijk te raden/], [person.email, /e-mailadres niet als wachtwoord/]]) {
    const r = await change(PASSWORD, nieuw);
    assert.equal(r.status, 422);
    assert.match(r.text, words);
    assert.ok(!r.text.includes(PASSWORD), 'geen wachtwoord in de pagina');
  }
  assert.match((await change(PASSWORD, 'kano druppel fietsbel', 'iets anders')).text, /niet hetzelfde/);
  assert.ok(await isIn(there), 'er is nog niets veranderd');
  const done = await change(PASSWORD, 'kano druppel fietsbel');
  assert.equal(done.headers.get('location'), '/account?wachtwoord=nieuw');
  assert.match((await here.get('/account?wachtwoord=nieuw')).text, /Je wachtwoord is veranderd/);
  assert.ok(!(await isIn(there)));
  const again = new Visitor();
  await again.logIn({ ...person, password: 'kano druppel fietsbel' });
  const old = new Visitor();
  const r = await old.post('/inloggen', { csrf: await old.csrf('/inloggen'), email: person.email, wachtwoord: PASSWORD });
  assert.equal(r.status, 422);
});

test('an administrator gives a new password; the person is logged out everywhere', async () => {
  const person = newPerson();
  const visitor = await enter(person);
  const reset = (email, input) => execFileSync('.build/leer', ['gebruiker', 'wachtwoord', '--email', email],
    { input, env: { ...process.env, LEER_DATABASE }, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  assert.throws(() => reset(person.email, 'welkom2026!!\n'), /makkelijk te raden/);
  assert.throws(() => reset('niemand@voorbeeldstad.example', 'kano druppel fietsbel\n'), /niemand heeft het adres/);
  assert.ok(await isIn(visitor));
  const said = reset(person.email.toUpperCase(), '\n');
  const [, password] = /Wachtwoord \(wordt niet nog eens getoond\): (\S+)/.exec(said);
  assert.match(said, /overal uitgelogd/);
  assert.ok(!(await isIn(visitor)));
  await new Visitor().logIn({ ...person, password });
});

test('a session of somebody else is never in the list', async () => {
  const mine = await enter(newPerson());
  await logIn('sanne');
  assert.equal((await mine.get('/account')).text.match(/<strong>(Deze|Een andere) browser<\/strong>/g).length, 1);
});
