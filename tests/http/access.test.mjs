// SPDX-License-Identifier: EUPL-1.2
// access.test.mjs - every route of the table, as everybody: anonymous, learner,
// coach of the team, coach of another team, coach elsewhere, author, admin.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Visitor, account, logIn, routes, slugs } from './helpers.mjs';

const ROLES = {
  sanne: ['LEARNER'], anouk: ['LEARNER', 'COACH'], peter: ['COACH'], daan: ['COACH'],
  karin: ['AUTHOR'], bram: ['ADMIN'],
};
const everybody = {};
let persoon;
let team;

before(async () => {
  for (const name of Object.keys(ROLES)) everybody[name] = await logIn(name);
  const page = await everybody.anouk.get('/team');
  assert.equal(page.status, 200);
  const links = [...page.text.matchAll(/href="\/team\/(\d+)"[^>]*>\s*([^<]*)/g)];
  persoon = links.find(([, , words]) => words.includes(account('sanne').name))?.[1];
  assert.ok(persoon, 'the coach sees Sanne in the team');
  team = /name="team" value="(\d+)"/.exec((await everybody.anouk.get('/team/samen-lezen')).text)?.[1];
  assert.ok(team, 'the coach has a team');
  const r = await everybody.sanne.post(fill('/cursus/:cursus/casus/:casus/plan'), { csrf: await everybody.sanne.csrf() });
  assert.equal(r.status, 303, 'Sanne has a draft');
});

const may = (name, access) => access === 'ANYONE' || access === 'MEMBER' || ROLES[name].includes(access);

function fill(path) {
  const values = { ...slugs(), persoon, nummer: '1', pagina: 'rendement', bestand: 'algemeen.csv', plek: '1', lezer: '1', team, code: 'PW-49-b', artikel: 'nieuw' };
  return path.replace(/:([a-z]+)/g, (_, name) => {
    assert.ok(values[name] !== undefined, `give :${name} a value in this test`);
    return encodeURIComponent(values[name]);
  });
}

const gets = routes().filter((r) => r.method === 'GET');
const posts = routes().filter((r) => r.method === 'POST');
// Of somebody in particular: 404 for who is not their coach, and for what is not handed in.
const pageOf = (name, path) => {
  if (path.includes(':nummer')) return 404;
  // Of a plan that was dealt, and of a team: nobody's here; what others wrote: nothing yet.
  if (path.includes(':plek')) return 404;
  if (path.includes(':team')) return name === 'anouk' ? 200 : 404;
  if (path.endsWith('/lezen/ontvangen')) return 303;
  // It names no figure to explain.
  if (path.endsWith('/uitleg') && name === 'sanne') return 404;
  if (path.includes(':persoon')) return name === 'anouk' ? 200 : 404;
  // Only Sanne has a plan; the others are led to the case. A sum, or how words are read, is not a page of its own.
  if (path.includes('/plan/')) return name === 'sanne' && !/\/(som|lees)$/.test(path) ? 200 : 303;
  return 200;
};

test('anonymous: pages lead to the log-in form, and back', async () => {
  for (const { path, access } of gets) {
    const r = await new Visitor().get(fill(path));
    if (access === 'ANYONE') {
      assert.equal(r.status, 200, path);
      continue;
    }
    if (path === '/') continue; // the opening page, below
    assert.equal(r.status, 303, path);
    assert.equal(r.headers.get('location'), `/inloggen?verder=${encodeURIComponent(fill(path))}`, path);
    assert.equal(r.text, '', path);
  }
});

test('anonymous: the first page says what this is, with no trip to the database and nothing kept', async () => {
  for (const visitor of [new Visitor(), everybody.sanne]) {
    const r = await visitor.get('/');
    assert.equal(r.status, 200);
    const isVisitor = visitor !== everybody.sanne;
    assert.equal(/<h1[^>]*>Help een gezin dat klem zit/.test(r.text), isVisitor);
    assert.equal(/<h1[^>]*>Mijn leeromgeving/.test(r.text), !isVisitor);
    if (!isVisitor) continue;
    assert.deepEqual(r.headers.getSetCookie(), []);
    assert.match(r.text, /href="\/inloggen">Inloggen/);
    assert.match(r.text, /Niet goed\.<\/strong>/, 'the question to try, with its feedback');
    for (const word of [account('sanne').name, 'name="csrf"', '/cursus/']) assert.ok(!r.text.includes(word), word);
  }
});

test('anonymous: a cookie comes only with a form', async () => {
  for (const { path } of gets.filter((r) => r.access === 'ANYONE')) {
    const r = await new Visitor().get(fill(path));
    assert.equal(r.headers.getSetCookie().length, r.text.includes('name="csrf"') ? 1 : 0, path);
  }
});

test('an opening page that was read is not sent again', async () => {
  const first = await new Visitor().get('/');
  const again = await new Visitor().get('/', { 'if-none-match': first.headers.get('etag') });
  assert.equal(again.status, 304);
});

test('anonymous: forms are refused', async () => {
  for (const { path, access } of posts) {
    const r = await new Visitor().post(fill(path), { csrf: 'x' });
    assert.equal(r.status, access === 'ANYONE' ? 403 : 401, path);
  }
});

for (const name of Object.keys(ROLES)) {
  test(`${name} (${ROLES[name].join(', ')}): every page opens or is refused by its access`, async () => {
    for (const { path, access } of gets) {
      const r = await everybody[name].get(fill(path));
      if (!may(name, access)) {
        assert.equal(r.status, 403, path);
        assert.match(r.text, /Deze pagina is niet voor jou/, path);
      } else {
        assert.equal(r.status, pageOf(name, path), path);
      }
    }
  });

  test(`${name}: every form without its token is refused`, async () => {
    for (const { path } of posts) {
      for (const fields of [{}, { csrf: '' }, { csrf: 'x'.repeat(43) }]) {
        const r = await everybody[name].post(fill(path), fields);
        assert.equal(r.status, 403, path);
        assert.match(r.text, /Dit formulier is verlopen/, path);
      }
    }
  });

  test(`${name}: every form with its token is answered by its access`, async () => {
    const csrf = await everybody[name].csrf();
    for (const { path, access } of posts.filter((r) => r.access !== 'ANYONE' && !r.path.endsWith('uitloggen'))) {
      const r = await everybody[name].post(fill(path), { csrf });
      if (!may(name, access)) assert.equal(r.status, 403, path);
      else assert.ok([200, 303, 400, 404, 409, 422].includes(r.status), `${path}: ${r.status}`);
    }
  });
}

test('a member is there for the own coach, and not for other coaches', async () => {
  assert.equal((await everybody.anouk.get(`/team/${persoon}`)).status, 200);
  assert.equal((await everybody.peter.get(`/team/${persoon}`)).status, 404);
  assert.equal((await everybody.daan.get(`/team/${persoon}`)).status, 404);
});

test('a team page names only the own team', async () => {
  const sanne = account('sanne').name;
  assert.ok((await everybody.anouk.get('/team')).text.includes(sanne));
  assert.ok(!(await everybody.peter.get('/team')).text.includes(sanne));
  assert.ok(!(await everybody.daan.get('/team')).text.includes(sanne));
});

const shared = async (name) => (await everybody[name].get('/dit-ziet-je-coach')).text.replace(/^[\s\S]*<main/, '');

test('everybody sees what a coach sees of them, and of nobody else', async () => {
  const names = Object.keys(ROLES).map((name) => account(name).name);
  for (const name of Object.keys(ROLES)) {
    const page = await shared(name);
    const mine = name === 'sanne' ? [account('sanne').name, account('anouk').name] : [account(name).name];
    assert.deepEqual(names.filter((n) => page.includes(n)).sort(), mine.sort(), name);
  }
  assert.match(await shared('sanne'), /Anouk Visser, coach van\s+Wijkteam Noord/);
  assert.match(await shared('karin'), /je zit niet in een team met een coach/);
  // Naming somebody else changes nothing.
  assert.equal((await everybody.sanne.get(`/dit-ziet-je-coach/${persoon}`)).status, 404);
  const asked = await everybody.peter.get(`/dit-ziet-je-coach?persoon=${persoon}`);
  assert.ok(!asked.text.includes(account('sanne').name));
});

test('the filter shows no team of others', async () => {
  const page = (await everybody.anouk.get('/team')).text;
  const ids = [...page.matchAll(/href="\/team\?team=(\d+)"/g)].map(([, id]) => Number(id));
  assert.equal(ids.length, 2, 'Anouk coaches two teams');
  for (const id of ids) {
    const r = await everybody.daan.get(`/team?team=${id}`);
    assert.equal(r.status, 200);
    assert.ok(!r.text.includes('Wijkteam'), 'Daan sees his own class');
  }
  const [noord, oost] = await Promise.all(ids.map(async (id) => (await everybody.anouk.get(`/team?team=${id}`)).text));
  assert.ok(noord.includes('Kim Bakker') && !noord.includes('Wout Jacobs'));
  assert.ok(oost.includes('Wout Jacobs') && !oost.includes('Kim Bakker'));
});

test('what plans show together is for the own coach; the administrator gets no name of it', async () => {
  const page = (await everybody.anouk.get('/team/uitkomsten')).text;
  const ids = [...page.matchAll(/href="\/team\/uitkomsten\?team=(\d+)"/g)].map(([, id]) => id);
  assert.equal(ids.length, 2, 'Anouk coaches two teams');
  assert.match(page, /In \d+ van de \d+ plannen\s+ontbreekt een lopende regel/);
  assert.ok(page.includes('Fatima el Idrissi') && page.includes('Noor Haddad'));
  for (const id of ids) {
    for (const name of ['daan', 'peter']) assert.equal((await everybody[name].get(`/team/uitkomsten?team=${id}`)).status, 404, name);
  }
  const noord = (await everybody.anouk.get(`/team/uitkomsten?team=${ids[0]}`)).text;
  assert.ok(noord.includes('Fatima el Idrissi') && !noord.includes('Noor Haddad'));
  for (const name of ['daan', 'peter']) assert.ok(!(await everybody[name].get('/team/uitkomsten')).text.includes('Fatima'), name);
  const all = (await everybody.bram.get('/beheer/uitkomsten')).text;
  assert.match(all, /te weinig plannen \(minder dan 10\)/);
  for (const word of ['Fatima', '€', '/team/']) assert.ok(!all.includes(word), word);
});

test('a page that is not there is 404 for who is logged in and who is not', async () => {
  for (const path of ['/weg', '/cursus', '/account/', '/cursus/weg%2Fmet', '/team/1/2/3/4/5']) {
    for (const visitor of [new Visitor(), everybody.sanne]) {
      const r = await visitor.get(path);
      assert.ok([400, 404].includes(r.status), `${path}: ${r.status}`);
    }
  }
  assert.equal((await everybody.sanne.get('/cursus/bestaat-niet')).status, 404);
  assert.equal((await everybody.anouk.get('/team/999999999')).status, 404);
  assert.equal((await everybody.anouk.get('/team/abc')).status, 404);
  assert.equal((await everybody.anouk.get('/team/99999999999999999999')).status, 404);
});

// Does this pattern match an address of that one? A page of a plan may have the name of an act.
const answers = (pattern, path) =>
  new RegExp(`^${pattern.replace(/:[a-z]+/g, '[^/]+')}$`).test(fill(path));

test('another verb is 405 with the right ones', async () => {
  for (const { path } of gets.filter((r) => !posts.some((p) => answers(p.path, r.path)))) {
    const r = await everybody.sanne.post(fill(path), { csrf: 'x' });
    assert.equal(r.status, 405, path);
    assert.equal(r.headers.get('allow'), 'GET, HEAD', path);
  }
  for (const { path } of posts.filter((r) => !gets.some((g) => answers(g.path, r.path)))) {
    const r = await everybody.sanne.get(fill(path));
    // The page of a module may have the name of an act; then it is not there.
    assert.ok(r.status === 405 || r.status === 404, `${path}: ${r.status}`);
    if (r.status === 405) assert.equal(r.headers.get('allow'), 'POST', path);
  }
});

test('logging out ends the session for whoever still has the cookie', async () => {
  const visitor = await logIn('sanne');
  const thief = new Visitor();
  thief.cookies = new Map(visitor.cookies);
  assert.equal((await thief.get('/account')).status, 200);
  const r = await visitor.post('/uitloggen', { csrf: await visitor.csrf() });
  assert.equal(r.status, 303);
  assert.equal(r.headers.get('location'), '/inloggen?uitgelogd=ja');
  assert.ok(!visitor.cookies.has('__Host-sid'));
  assert.equal((await thief.get('/account')).status, 303);
});

test('switching to an organisation of others is refused and changes nothing', async () => {
  const visitor = await logIn('karin');
  const page = await visitor.get('/account');
  const school = /name="organisatie" value="(\d+)"/.exec(page.text)?.[1];
  assert.ok(school, 'Karin belongs to two organisations');
  const csrf = await everybody.sanne.csrf();
  const r = await everybody.sanne.post('/account/organisatie', { csrf, organisatie: school });
  assert.equal(r.status, 404);
  assert.match((await everybody.sanne.get('/account')).text, new RegExp(account('sanne').organisation));
});

test('who belongs to two organisations switches between them', async () => {
  const visitor = await logIn('karin');
  const page = (await visitor.get('/account')).text;
  const [, here] = /<dt>Organisatie<\/dt><dd>([^<]+)<\/dd>/.exec(page);
  const organisatie = /name="organisatie" value="(\d+)"/.exec(page)[1];
  const r = await visitor.post('/account/organisatie', { csrf: await visitor.csrf(), organisatie });
  assert.equal(r.status, 303);
  const [, there] = /<dt>Organisatie<\/dt><dd>([^<]+)<\/dd>/.exec((await visitor.get('/account')).text);
  assert.notEqual(there, here);
});
