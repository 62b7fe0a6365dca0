// SPDX-License-Identifier: EUPL-1.2
// forms.test.mjs - wrong, broken, forged and oversized forms: a clear answer,
// with what was typed kept.
import { afterEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { Visitor, account, assertErrorPage, logIn, questionForm, slugs, tokenIn } from './helpers.mjs';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const { cursus, module } = slugs();
const modulePage = `/cursus/${cursus}/${module}`;

// Whatever was sent, the next request is served.
afterEach(async () => {
  assert.equal((await new Visitor().get('/gezondheid')).text, 'in orde\n');
});

async function atLogIn() {
  const visitor = new Visitor();
  return { visitor, csrf: await visitor.csrf('/inloggen') };
}

test('an empty log-in form names both fields', async () => {
  const { visitor, csrf } = await atLogIn();
  const r = await visitor.post('/inloggen', { csrf, email: '', wachtwoord: '' });
  assert.equal(r.status, 422);
  assert.match(r.text, /id="email-fout">Vul je e-mailadres in/);
  assert.match(r.text, /id="wachtwoord-fout">Vul je wachtwoord in/);
  assert.match(r.text, /href="#email"/);
});

test('what was typed is kept and escaped; the password is not', async () => {
  const { visitor, csrf } = await atLogIn();
  const r = await visitor.post('/inloggen', { csrf, email: '"><script>alert(1)</script>', wachtwoord: 'heel-geheim' });
  assert.equal(r.status, 422);
  assert.match(r.text, /value="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;"/);
  assert.ok(!r.text.includes('heel-geheim'));
});

test('the form of a refused log-in can be sent at once', async () => {
  const { visitor, csrf } = await atLogIn();
  const r = await visitor.post('/inloggen', { csrf, email: account('sanne').email, wachtwoord: 'verkeerd' });
  assert.equal(r.status, 422);
  const again = await visitor.post('/inloggen', { csrf: tokenIn(r.text), email: account('sanne').email, wachtwoord: account('sanne').password });
  assert.equal(again.status, 303);
});

test('an address in capitals with spaces logs in', async () => {
  const { visitor, csrf } = await atLogIn();
  const { email, password } = account('sanne');
  const r = await visitor.post('/inloggen', { csrf, email: `  ${email.toUpperCase()} `, wachtwoord: password });
  assert.equal(r.status, 303);
});

test('the session cookie cannot be read by scripts, other sites or subdomains', async () => {
  const { visitor, csrf } = await atLogIn();
  const { email, password } = account('sanne');
  const r = await visitor.post('/inloggen', { csrf, email, wachtwoord: password });
  const [cookie] = r.headers.getSetCookie().filter((c) => c.startsWith('__Host-sid='));
  for (const part of ['; Path=/', '; Secure', '; HttpOnly', '; SameSite=Lax']) assert.ok(cookie.includes(part), part);
  assert.ok(!/domain=/i.test(cookie));
});

test('after logging in one goes on where one was going, on this site only', async () => {
  for (const [verder, location] of [[modulePage, modulePage], ['//kwaad.example', '/'], ['https://kwaad.example/', '/'], ['/\\kwaad.example', '/']]) {
    const { visitor, csrf } = await atLogIn();
    const { email, password } = account('sanne');
    const r = await visitor.post('/inloggen', { csrf, email, wachtwoord: password, verder });
    assert.equal(r.status, 303);
    assert.equal(r.headers.get('location'), location);
  }
});

test('a form over the size limit is 413', async () => {
  const visitor = await logIn('sanne');
  const csrf = await visitor.csrf();
  const r = await visitor.post(`${modulePage}/antwoord`, { csrf, tekst: 'x'.repeat(300 * 1024) });
  assertErrorPage(r, 413, /meer tekst dan in één keer kan/);
});

test('a form just under the size limit is read', async () => {
  const visitor = await logIn('sanne');
  const r = await visitor.post(`${modulePage}/gelezen`, { csrf: await visitor.csrf(), tekst: 'x'.repeat(250 * 1024) });
  assert.equal(r.status, 303);
});

test('too many fields are 413', async () => {
  const visitor = await logIn('sanne');
  const csrf = await visitor.csrf();
  const r = await visitor.post(`${modulePage}/antwoord`, [['csrf', csrf], ...Array.from({ length: 200 }, () => ['keuze', '1'])]);
  assertErrorPage(r, 413, /te veel tekst/i);
});

test('broken UTF-8, broken escapes and control characters are 400', async () => {
  const visitor = await logIn('sanne');
  const csrf = await visitor.csrf();
  for (const part of ['a=%ff', 'a=%c3%28', 'a=%ed%a0%80', 'a=%zz', 'a=%', 'a=%00', 'a=%1b']) {
    const r = await visitor.postRaw('/account/organisatie', `csrf=${csrf}&${part}`, FORM);
    assertErrorPage(r, 400, /begrijpt niet wat je browser stuurde/);
  }
  const raw = Buffer.concat([Buffer.from(`csrf=${csrf}&a=`), Buffer.from([0xc3, 0x28])]);
  assertErrorPage(await visitor.postRaw('/account/organisatie', raw, FORM), 400, /begrijpt niet/);
});

test('a broken address is 400', async () => {
  const visitor = await logIn('sanne');
  for (const path of ['/cursus/%ff', '/cursus/%zz', '/inloggen?verder=%ff']) {
    const r = await visitor.get(path);
    assert.equal(r.status, 400, path);
    assert.match(r.text, /<html lang="nl"/, path);
  }
});

test('a form of another kind is 400', async () => {
  const visitor = await logIn('sanne');
  const csrf = await visitor.csrf();
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
    assertErrorPage(await visitor.postRaw('/uitloggen', `csrf=${csrf}`, { 'content-type': type }), 400, /begrijpt niet/);
  }
  assert.equal((await visitor.get('/account')).status, 200);
});

test('an unknown field is ignored, a doubled one is not guessed at', async () => {
  const { visitor, csrf } = await atLogIn();
  const { email, password } = account('sanne');
  const doubled = await visitor.post('/inloggen', [['csrf', csrf], ['email', email], ['email', 'x@y.nl'], ['wachtwoord', password]]);
  assert.equal(doubled.status, 422);
  const token = await visitor.post('/inloggen', [['csrf', csrf], ['csrf', csrf], ['email', email], ['wachtwoord', password]]);
  assert.equal(token.status, 403);
  const unknown = await visitor.post('/inloggen', { csrf, email, wachtwoord: password, iets: 'anders', '__proto__': 'x' });
  assert.equal(unknown.status, 303);
});

test('the token of an earlier session is refused, and says what to do', async () => {
  const visitor = await logIn('sanne');
  const old = await visitor.csrf();
  await visitor.post('/uitloggen', { csrf: old });
  await visitor.logIn(account('sanne'));
  const r = await visitor.post('/uitloggen', { csrf: old });
  assertErrorPage(r, 403, /laad de pagina opnieuw/);
  assert.equal((await visitor.get('/account')).status, 200);
});

test('the token of somebody else is refused', async () => {
  const sanne = await logIn('sanne');
  const tarik = await logIn('tarik');
  assert.equal((await sanne.post('/uitloggen', { csrf: await tarik.csrf() })).status, 403);
  assert.equal((await sanne.get('/account')).status, 200);
});

test('a script gets JSON when it is refused', async () => {
  const visitor = await logIn('sanne');
  const r = await visitor.post(`${modulePage}/antwoord`, { csrf: 'x' }, { 'x-leer-deel': 'ja' });
  assert.equal(r.status, 403);
  assert.match(r.headers.get('content-type'), /^application\/json/);
  assert.match(JSON.parse(r.text).melding, /formulier/);
  const out = await new Visitor().get(modulePage, { 'x-leer-deel': 'ja' });
  assert.equal(out.status, 401);
  assert.match(JSON.parse(out.text).melding, /Log opnieuw in/);
});

test('an answer without a choice: the same page with the fault beside the question', async () => {
  const visitor = await logIn('tarik');
  const { action, fields } = questionForm((await visitor.get(modulePage)).text);
  const r = await visitor.post(action, fields);
  assert.equal(r.status, 422);
  assert.match(r.text, /<title>Fout: /);
  assert.match(r.text, /tabindex="-1" autofocus>/);
  assert.match(r.text, new RegExp(`id="vraag-${fields.vraag}"`));
});

test('an answer that cannot be is refused, and nothing is stored', async () => {
  const visitor = await logIn('tarik');
  const { action, fields } = questionForm((await visitor.get(modulePage)).text);
  for (const wrong of [{ keuze: '99' }, { keuze: '0' }, { keuze: '-1' }, { keuze: 'a' }, { keuze: '1', poging: '0' },
    { keuze: '1', poging: 'x' }, { keuze: '1', vraag: 'bestaat-niet' }, { keuze: '1', vraag: '' }, { keuze: '1', versie: 'anders' }]) {
    const r = await visitor.post(action, { ...fields, ...wrong });
    assert.ok([400, 404, 409, 422].includes(r.status), `${JSON.stringify(wrong)}: ${r.status}`);
  }
  assert.equal(questionForm((await visitor.get(modulePage)).text).fields.poging, fields.poging);
});

test('an answer that is sent twice is stored once', async () => {
  const visitor = await logIn('yara');
  const { action, fields } = questionForm((await visitor.get(modulePage)).text);
  const first = await visitor.post(action, { ...fields, keuze: '1' });
  const second = await visitor.post(action, { ...fields, keuze: '1' });
  assert.equal(first.status, 303);
  assert.equal(second.status, 303);
  assert.equal(second.headers.get('location'), first.headers.get('location'));
  assert.match((await visitor.get(modulePage)).text, /Opgeslagen om \d\d:\d\d/);
});
