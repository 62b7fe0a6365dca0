// SPDX-License-Identifier: EUPL-1.2
// helpers.mjs - a visitor without a browser: fetch, with cookies kept by hand.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import assert from 'node:assert/strict';

export const site = process.env.LEER_URL;
export const demo = JSON.parse(readFileSync(process.env.LEER_DEMO, 'utf8'));

/** The demo account with this address before the @. */
export function account(name) {
  const found = demo.accounts.find((a) => a.email.startsWith(`${name}@`));
  assert.ok(found, `demo account ${name}`);
  return found;
}

/** Keeps cookies, follows nothing. Every answer is { status, headers, text }. */
export class Visitor {
  cookies = new Map();

  async send(path, options = {}) {
    const headers = { ...options.headers };
    if (this.cookies.size > 0) headers.cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const r = await fetch(site + path, { ...options, headers, redirect: 'manual' });
    for (const line of r.headers.getSetCookie()) this.#keep(line);
    return { status: r.status, headers: r.headers, text: await r.text() };
  }

  #keep(line) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  get(path, headers = {}) {
    return this.send(path, { headers });
  }

  /** Sends a form; fields: an object, or pairs when a name comes twice. */
  post(path, fields, headers = {}) {
    const body = new URLSearchParams(fields).toString();
    return this.postRaw(path, body, { 'content-type': 'application/x-www-form-urlencoded', ...headers });
  }

  postRaw(path, body, headers) {
    return this.send(path, { method: 'POST', body, headers });
  }

  /** The form token of a page. */
  async csrf(path = '/account') {
    const token = tokenIn((await this.get(path)).text);
    assert.ok(token, `a form token on ${path}`);
    return token;
  }

  async logIn({ email, password }) {
    const csrf = await this.csrf('/inloggen');
    const r = await this.post('/inloggen', { csrf, email, wachtwoord: password });
    assert.equal(r.status, 303, r.text);
    return this;
  }
}

export const logIn = (name) => new Visitor().logIn(account(name));

/**
 * People of an organisation of this test's own, all in one team: { name: role }
 * as `leer gebruiker maak` calls the roles. Gives { name: { email, password } }.
 */
export function makePeople(organisation, roles) {
  const people = {};
  const owner = { env: process.env, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] };
  for (const [name, role] of Object.entries(roles)) {
    people[name] = { email: `${name}@iedereen.example`, password: `${name}-heeft-een-lang-wachtwoord` };
    execFileSync('.build/leer', ['gebruiker', 'maak', '--email', people[name].email, '--naam', name, '--organisatie', organisation, '--rol', role],
      { ...owner, input: `${people[name].password}\n` });
  }
  execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-v', `name=${organisation}`, '-d', process.env.LEER_DATABASE], { ...owner, input: `
    WITH here AS (SELECT id FROM organisation WHERE name = :'name'),
    team AS (INSERT INTO team (organisation_id, name) SELECT id, 'Iedereen' FROM here RETURNING organisation_id, id)
    INSERT INTO team_person (organisation_id, team_id, person_id, is_coach)
    SELECT m.organisation_id, t.id, m.person_id, m.roles & 2 <> 0 FROM membership m JOIN team t USING (organisation_id)` });
  return people;
}

export function tokenIn(html) {
  return /name="csrf" value="([A-Za-z0-9_-]{43})"/.exec(html)?.[1];
}

/** The page says it is an error page of ours, in Dutch, with a way out. */
export function assertErrorPage(r, status, words) {
  assert.equal(r.status, status, r.text);
  assert.match(r.headers.get('content-type'), /^text\/html; charset=utf-8$/i);
  assert.match(r.text, /<html lang="nl"/);
  assert.match(r.text, words);
}

/** The route table, read from the C source, because it is the one truth. */
export function routes() {
  const source = readFileSync(new URL('../../app/web/routes.c', import.meta.url), 'utf8');
  const [, casus] = /^#define CASUS "([^"]+)"$/m.exec(source);
  const table = source.slice(source.indexOf('ROUTES[] = {')).replace(/\bCASUS( ")?/g, (_, more) => `"${casus}${more ? '' : '"'}`);
  const rows = [...table.matchAll(/ROUTE(?:_[A-Z_]+)?\(\s*(?:(GET|POST)\s*,\s*)?"([^"]+)"\s*,\s*([A-Z]+)\s*,/g)];
  const names = [...table.matchAll(/\bROUTE(?:_[A-Z_]+)?\(/g)];
  assert.ok(rows.length > 10, 'the table is read');
  assert.equal(rows.length, names.length, 'every row is read');
  return rows.map(([, method = 'GET', path, access]) => ({ method, path, access }));
}

const folder = (path) => readdirSync(new URL(`../../courses/${path}`, import.meta.url), { withFileTypes: true });

/** Real slugs, for the parameters of routes: what the outline of the course has first. */
export function slugs() {
  const cursus = folder('').find((e) => e.isDirectory() && e.name !== 'gegevens').name;
  const outline = readFileSync(new URL(`../../courses/${cursus}/inhoud.md`, import.meta.url), 'utf8');
  const [, module] = /\(modules\/([a-z-]+)\.md\)/.exec(outline);
  const [, casus] = /\(casussen\/([a-z-]+)\/casus\.md\)/.exec(outline);
  const document = folder(`${cursus}/casussen/${casus}/documenten`)[0].name.replace(/\.md$/, '');
  return { cursus, module, casus, document };
}

/** The first question on a module page that can be answered, as its form has it. */
export function questionForm(html) {
  const form = [...html.matchAll(/<form[^>]*action="([^"]*\/antwoord[^"]*)"[^>]*>([\s\S]*?)<\/form>/g)]
    .find(([, , inner]) => inner.includes('name="keuze"'));
  assert.ok(form, 'a question with a form');
  const field = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form[2])?.[1];
  return { action: form[1].replace(/#.*/, ''),
    fields: { csrf: field('csrf'), vraag: field('vraag'), versie: field('versie'), poging: field('poging') } };
}

