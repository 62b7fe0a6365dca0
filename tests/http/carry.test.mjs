// SPDX-License-Identifier: EUPL-1.2
// carry.test.mjs - a session that ends in the middle of something: what was
// sent is carried through the log-in form and sent again, to nobody else's
// account and never for another site.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Visitor, account, questionForm, slugs, tokenIn } from './helpers.mjs';

const { cursus, module, casus } = slugs();
const modulePage = `/cursus/${cursus}/${module}`;
const plan = `/cursus/${cursus}/casus/${casus}/plan`;
const TEXT = 'Zeven kinderen,\neen hond & "een" <kat>';
const psql = (sql) => execFileSync('psql', ['-X', '-At', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c', sql], { encoding: 'utf8' });

let people = 0;
function newPerson() {
  people += 1;
  const person = { email: `bewaard${process.pid}-${people}@voorbeeldstad.example`, password: 'fietsbel druppel kano', name: `Bewaard ${people}` };
  execFileSync('.build/leer', ['gebruiker', 'maak', '--email', person.email, '--naam', person.name,
    '--organisatie', 'Bewaarproef', '--rol', 'cursist'], { input: `${person.password}\n`, env: process.env });
  return person;
}

/** As when fourteen days have passed. */
const expire = (person) => psql(`UPDATE session SET expires_at = now() - interval '1 minute'
  WHERE person_id = (SELECT id FROM person WHERE email = '${person.email}')`);

const unescape = (html) => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');

/** The form in main (the one to this address), as a browser would send it. */
function formIn(html, to = '') {
  const [, action, inner] = [...html.slice(html.indexOf('<main')).matchAll(/<form[^>]*method="post"[^>]*? action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)]
    .find(([, address]) => address.startsWith(to));
  const fields = [...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, n, v]) => [unescape(n), unescape(v)]);
  return { action: unescape(action), fields };
}

const sendAgain = (visitor, html) => {
  const { action, fields } = formIn(html);
  return visitor.post(action, fields);
};

async function logInWith(visitor, html, person, password = person.password) {
  const { action, fields } = formIn(html);
  assert.equal(action, '/inloggen');
  return visitor.post(action, [...fields, ['email', person.email], ['wachtwoord', password]]);
}

async function atPlan(person) {
  const visitor = await new Visitor().logIn(person);
  const csrf = await visitor.csrf();
  await visitor.post(plan, { csrf });
  return { visitor, csrf, fields: { csrf, revisie: '0', situatie: TEXT, knelt: 'De huur' } };
}

test('a text of a plan: the log-in form carries it, and it is saved afterwards', async () => {
  const person = newPerson();
  const { visitor, fields } = await atPlan(person);
  expire(person);
  const form = await visitor.post(`${plan}/huishouden`, fields);
  assert.equal(form.status, 401);
  assert.match(form.text, /Wat je net verstuurde, is niet weg/);
  const wrong = await logInWith(visitor, form.text, person, 'mis');
  assert.equal(wrong.status, 422);
  const back = await logInWith(visitor, wrong.text, person);
  assert.equal(back.status, 200);
  assert.match(back.text, /<h1[^>]*>Je bent weer ingelogd/);
  assert.ok(unescape(back.text).includes(TEXT));
  assert.deepEqual(formIn(back.text).action, `${plan}/huishouden`);
  assert.equal((await sendAgain(visitor, back.text)).status, 303);
  assert.ok(unescape((await visitor.get(`${plan}/huishouden`)).text).includes(`>${TEXT}</textarea>`));
});

test('an answer, and an action, come through just so, once', async () => {
  const person = newPerson();
  const { visitor, csrf } = await atPlan(person);
  const { action, fields } = questionForm((await visitor.get(modulePage)).text);
  const { action: action2, fields: fields2 } = formIn((await visitor.get(`${plan}/actieplan`)).text, `${plan}/actieplan/actie`);
  let token = csrf;
  const acts = [[action, { ...fields, keuze: '1' }, 'SELECT count(*) FROM answer'],
    [action2, { ...Object.fromEntries(fields2), wat: 'Bel de corporatie', wie: 'Noor', wanneer: 'morgen' }, 'SELECT count(*) FROM plan_action']];
  for (const [path, body, stored] of acts) {
    const now = () => Number(psql(stored));
    const earlier = now();
    expire(person);
    const form = await visitor.post(path, { ...body, csrf: token });
    assert.equal(form.status, 401, path);
    const back = await logInWith(visitor, form.text, person);
    assert.match(back.text, /Je bent weer ingelogd/, path);
    assert.equal(now(), earlier, 'nog niets opgeslagen');
    assert.equal((await sendAgain(visitor, back.text)).status, 303, path);
    assert.equal((await sendAgain(visitor, back.text)).status, 303, path);
    assert.equal(now(), earlier + 1, path);
    token = await visitor.csrf();
  }
});

test('somebody else on this computer sees whose name it would get', async () => {
  const [person, other] = [newPerson(), newPerson()];
  const { visitor, fields } = await atPlan(person);
  expire(person);
  const form = await visitor.post(`${plan}/huishouden`, fields);
  const back = await logInWith(visitor, form.text, other);
  assert.equal(back.status, 200);
  assert.match(back.text, /Is deze tekst van jou\?/);
  assert.match(back.text, new RegExp(`Ja, verder als ${other.name}`));
  assert.equal(psql(`SELECT count(*) FROM plan p JOIN person o ON o.id = p.person_id WHERE o.email = '${other.email}'`).trim(), '0');
});

test('logged in again in another tab: the older form is offered, not lost', async () => {
  const person = newPerson();
  const { visitor, fields } = await atPlan(person);
  await visitor.logIn(person);
  const r = await visitor.post(`${plan}/huishouden`, fields, { 'sec-fetch-site': 'same-origin' });
  assert.equal(r.status, 403);
  assert.match(r.text, new RegExp(`Je bent ingelogd als <strong>${person.name}`));
  assert.equal((await sendAgain(visitor, r.text)).status, 303);
  assert.ok(unescape((await visitor.get(`${plan}/huishouden`)).text).includes(`>${TEXT}</textarea>`));
});

test('logged out in another tab: the same, through the log-in form', async () => {
  const person = newPerson();
  const { visitor, csrf, fields } = await atPlan(person);
  await visitor.post('/uitloggen', { csrf });
  assert.ok(!visitor.cookies.has('__Host-sid'));
  const form = await visitor.post(`${plan}/huishouden`, fields, { 'sec-fetch-site': 'same-origin' });
  assert.equal(form.status, 401);
  const back = await logInWith(visitor, form.text, person);
  assert.match(back.text, /Je bent weer ingelogd/);
  assert.equal((await sendAgain(visitor, back.text)).status, 303);
});

/** Words may be given back to be read, never in a form of ours. */
const isInForm = (html) => [...html.matchAll(/<form[\s\S]*?<\/form>/g)].some(([form]) => form.includes('geplant'));

test('another site plants nothing', async () => {
  const person = newPerson();
  const { visitor, csrf, fields } = await atPlan(person);
  const planted = { ...fields, csrf: 'x'.repeat(43), situatie: 'geplant' };
  for (const site of [undefined, 'cross-site', 'same-site', 'none']) {
    const headers = site ? { 'sec-fetch-site': site } : {};
    for (const [who, status] of [[visitor, 403], [new Visitor(), 401]]) {
      const r = await who.post(`${plan}/huishouden`, planted, headers);
      assert.equal(r.status, status);
      assert.ok(!isInForm(r.text), `${site}`);
    }
  }
  expire(person);
  assert.ok(!isInForm((await visitor.post(`${plan}/huishouden`, planted)).text));
  // A token of a stranger's own session does not fit the victim's cookie.
  const stranger = await new Visitor().logIn(account('tarik'));
  assert.ok(!isInForm((await visitor.post(`${plan}/huishouden`, { ...planted, csrf: await stranger.csrf() })).text));
  // Nor does the log-in form take fields without its own token.
  const r = await new Visitor().post('/inloggen', { csrf, email: person.email, wachtwoord: person.password, bewaard: `${plan}/huishouden`, 'bewaard.situatie': 'geplant' });
  assert.equal(r.status, 403);
  assert.ok(!r.text.includes('geplant'));
});

test('only work is carried, and only to an address of ours', async () => {
  const person = newPerson();
  for (const bewaard of ['https://kwaad.example/', '//kwaad.example', '/inloggen', '/uitloggen', '/account/wachtwoord', '/account/overal-uitloggen', '/bestaat-niet', modulePage]) {
    const visitor = new Visitor();
    const r = await visitor.post('/inloggen', { csrf: await visitor.csrf('/inloggen'), email: person.email, wachtwoord: person.password, bewaard, 'bewaard.a': 'b' });
    assert.equal(r.status, 303, bewaard);
    assert.equal(r.headers.get('location'), '/', bewaard);
  }
  const { visitor, csrf } = await atPlan(person);
  expire(person);
  const r = await visitor.post('/account/wachtwoord', { csrf, oud: person.password, nieuw: 'kano druppel fietsbel', nogmaals: 'kano druppel fietsbel' }, { 'sec-fetch-site': 'same-origin' });
  assert.equal(r.status, 401);
  assert.ok(!r.text.includes('druppel'));
});

test('a script gets 401 as ever', async () => {
  const person = newPerson();
  const { visitor, fields } = await atPlan(person);
  expire(person);
  const r = await visitor.post(`${plan}/huishouden`, fields, { 'x-leer-deel': 'opslaan', 'sec-fetch-site': 'same-origin' });
  assert.equal(r.status, 401);
  assert.match(r.headers.get('content-type'), /json/);
});

test('a very long text comes through whole; what is too long is not cut', async () => {
  const person = newPerson();
  const { visitor, csrf } = await atPlan(person);
  expire(person);
  const long = 'Zes woorden en dan weer opnieuw. '.repeat(250);
  const form = await visitor.post(`${plan}/huishouden`, { csrf, revisie: '0', situatie: long, knelt: '' });
  assert.equal(form.status, 401);
  const back = await logInWith(visitor, form.text, person);
  assert.equal((await sendAgain(visitor, back.text)).status, 303);
  assert.ok((await visitor.get(`${plan}/huishouden`)).text.includes(long.trim()));
  expire(person);
  const r = await visitor.post(`${modulePage}/gelezen`, { csrf: formIn(back.text).fields.find(([n]) => n === 'csrf')[1], tekst: 'x'.repeat(240 * 1024) });
  assert.equal(r.status, 401);
  assert.ok(!r.text.includes('bewaard'));
});
