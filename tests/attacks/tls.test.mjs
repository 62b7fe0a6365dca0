// SPDX-License-Identifier: EUPL-1.2
// tls.test.mjs - the settings for a server, conf/nginx.prod.conf, with a
// certificate made here: what it speaks, and what every answer carries, as
// internet.nl and the TLS guideline of the Dutch NCSC ask.
import { describe, it, before, after } from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import tls from 'node:tls';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { site } from '../http/helpers.mjs';
import { Own, freePort } from './own.mjs';
import { request, send } from './wire.mjs';

const NAME = 'leer.test';
const GOOD_CIPHERS = ['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-RSA-CHACHA20-POLY1305'];
const GOOD_CURVES = ['X25519', 'X448', 'prime256v1', 'secp384r1'];
const { LEER_STATE: state, LEER_SOCKETS: sockets } = process.env;

const own = new Own();
let port, plainPort, ca;

function certificate(kind, ...key) {
  const [crt, pem] = [own.socket(`${kind}.crt`), own.socket(`${kind}.key`)];
  execFileSync('openssl', ['req', '-x509', '-nodes', '-days', '2', '-newkey', ...key, '-keyout', pem, '-out', crt,
    '-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`], { stdio: 'ignore' });
  chmodSync(pem, 0o644);
  return [crt, pem];
}

before(async () => {
  const [ec, rsa] = [certificate('ec', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'), certificate('rsa', 'rsa:3072')];
  ca = [ec, rsa].map(([crt]) => readFileSync(crt));
  plainPort = await freePort();
  const change = (conf, listen) => conf
    .replace(/^user .*$/m, '')
    .replace(/^ *listen \[::\].*$/gm, '')
    .replace(/listen (127\.0\.0\.1:\d+|80)( default_server)?;/g, (_, __, rest) => `listen 127.0.0.1:${plainPort}${rest ?? ''};`)
    .replace(/listen 443/g, `listen 127.0.0.1:${listen}`)
    .replace(/ssl_certificate .*;/, [ec, rsa].map(([crt]) => `ssl_certificate ${crt};`).join(' '))
    .replace(/ssl_certificate_key .*;/, [ec, rsa].map(([, pem]) => `ssl_certificate_key ${pem};`).join(' '))
    .replaceAll('@APP@', `${state}/app`).replaceAll('@CONF@', `${state}/run`)
    .replaceAll('@SOCKETS@', sockets).replaceAll('@NAME@', NAME)
    .replace('include', ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((k) => `${k === 'body' ? 'client_body' : k}_temp_path ${own.socket(k)};`).join(' ') + ' include');
  ({ port } = await own.nginx([], { file: `${state}/app/conf/nginx.prod.conf`, change }));
});
after(() => own.close());

/** A TLS connection that succeeded, or the reason why not. */
async function hello(options = {}) {
  const socket = tls.connect({ host: '127.0.0.1', port, servername: NAME, ca, ...options });
  try {
    await once(socket, 'secureConnect');
    return { version: socket.getProtocol(), cipher: socket.getCipher().name, ticket: socket.getTLSTicket(), alpn: socket.alpnProtocol };
  } catch (e) {
    return { refused: e.code ?? e.message };
  } finally {
    socket.destroy();
  }
}

/** One answer: over TLS, or to a whole address over plain HTTP. */
function ask(path, { method = 'GET', headers = {}, body, base } = {}) {
  const module = base ? http : https;
  const options = base ? new URL(base) : { host: '127.0.0.1', port, servername: NAME, ca };
  return new Promise((resolve, reject) => {
    const { hostname: host = options.host } = options;
    module.request({ ...(base ? { host, port: options.port } : options), path, method, agent: false,
      headers: { host: NAME, connection: 'close', ...headers } }, (r) => {
      let text = '';
      r.setEncoding('utf8').on('data', (d) => { text += d; })
        .on('end', () => resolve({ status: r.statusCode, headers: r.headers, raw: r.rawHeaders, text }));
    }).on('error', reject).end(body);
  });
}

describe('wat er gesproken wordt', () => {
  it('is TLS 1.2 en 1.3, niets ouders', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3']) {
      assert.equal((await hello({ minVersion: version, maxVersion: version })).version, version);
    }
    for (const version of ['TLSv1', 'TLSv1.1']) {
      const got = await hello({ minVersion: version, maxVersion: version, ciphers: 'ALL:@SECLEVEL=0' });
      assert.ok(got.refused, `${version}: ${JSON.stringify(got)}`);
    }
  });
  it('kent van TLS 1.2 alleen wat de richtlijn goed noemt', async () => {
    const accepted = [];
    for (const name of tls.getCiphers().filter((c) => !c.startsWith('tls_')).map((c) => c.toUpperCase())) {
      const got = await hello({ ciphers: `${name}:@SECLEVEL=0`, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' });
      if (got.cipher) accepted.push(got.cipher);
    }
    assert.deepEqual(accepted.sort(), GOOD_CIPHERS);
  });
  it('kent alleen goede krommen', async () => {
    const accepted = [];
    for (const curve of ['X25519', 'X448', 'prime256v1', 'secp384r1', 'secp521r1', 'secp256k1', 'brainpoolP256r1', 'secp224r1', 'sect571r1']) {
      if ((await hello({ ecdhCurve: curve })).version) accepted.push(curve);
    }
    assert.deepEqual(accepted, GOOD_CURVES);
  });
  it('geeft geen kaartjes om mee terug te komen', async () => {
    assert.equal((await hello({ maxVersion: 'TLSv1.2' })).ticket, undefined);
  });
  it('is HTTP/2 als de browser dat kan', async () => {
    assert.equal((await hello({ ALPNProtocols: ['h2', 'http/1.1'] })).alpn, 'h2');
    const client = http2.connect(`https://${NAME}:${port}`, { ca, servername: NAME,
      createConnection: () => tls.connect({ host: '127.0.0.1', port, servername: NAME, ca, ALPNProtocols: ['h2'] }) });
    const stream = client.request({ ':path': '/over', 'accept-encoding': 'gzip' });
    const [headers] = await once(stream, 'response');
    stream.resume();
    await once(stream, 'end');
    client.close();
    assert.equal(headers[':status'], 200);
    assert.equal(headers['content-encoding'], 'gzip');
    assert.match(headers['strict-transport-security'], /max-age=31536000/);
  });
  it('is er niet voor een naam die niet van ons is', async () => {
    assert.ok((await hello({ servername: 'evil.example' })).refused);
    await assert.rejects(ask('/over', { base: `http://127.0.0.1:${plainPort}`, headers: { host: 'evil.example' } }));
  });
  it('stuurt onversleuteld door, met behoud van het pad', async () => {
    const r = await ask('/cursus/de-basis?a=b', { base: `http://127.0.0.1:${plainPort}` });
    assert.equal(r.status, 301);
    assert.equal(r.headers.location, `https://${NAME}/cursus/de-basis?a=b`);
    assert.equal(r.headers['strict-transport-security'], undefined);
    assert.match(r.headers['content-security-policy'], /default-src 'self'/);
  });
});

const asset = `/assets/${readdirSync(`${state}/app/assets`).find((f) => f.endsWith('.css'))}`;
const media = `/media/de-basis/${readdirSync(`${state}/app/courses/de-basis/media`)[0]}`;
/** Every kind of answer: path, what is sent, the status. */
const ANSWERS = [
  ['/inloggen', {}, 200], ['/over', {}, 200], ['/over', { method: 'HEAD' }, 200], ['/', {}, 200], ['/account', {}, 303], ['/bestaat-niet', {}, 404], ['/cursus/%zz', {}, 400],
  [asset, {}, 200], ['/assets/bestaat-niet.css', {}, 404], ['/assets/', {}, 403], [media, {}, 200], [`${media}x`, {}, 404],
  ['/gezondheid', {}, 200], ['/robots.txt', {}, 200], ['/.well-known/security.txt', {}, 200], ['/favicon.ico', {}, 204],
  ['/over', { method: 'PUT', body: 'x' }, 405], ['/over', { method: 'TRACE' }, 405], [asset, { method: 'POST', body: 'x' }, 405],
  ['/inloggen', { method: 'POST', body: 'csrf=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 403],
  ['/inloggen', { method: 'POST', body: 'x'.repeat(300_000) }, 413],
  ['/over', { method: 'DELETE', body: 'x', headers: { 'content-length': '1' } }, 400],
];

for (const [way, base] of [['over TLS', undefined], ['bij make run', site]]) {
  describe(`elk antwoord ${way}`, () => {
    const check = (r, what) => {
      const { headers: h } = r;
      const csp = Object.fromEntries((h['content-security-policy'] ?? '').split('; ').map((d) => [d.split(' ')[0], d.split(' ').slice(1).join(' ')]));
      assert.match(csp['default-src'] ?? '', /^'(self|none)'$/, what);
      for (const [name, value] of [['frame-ancestors', "'none'"], ['object-src', "'none'"], ['base-uri', "'self'"], ['form-action', "'self'"]]) {
        assert.equal(csp[name], value, `${what} ${name}`);
      }
      assert.doesNotMatch(h['content-security-policy'], /unsafe|\*|https?:|data:/, what);
      assert.equal(h['x-content-type-options'], 'nosniff', what);
      assert.equal(h['x-frame-options'], 'DENY', what);
      assert.equal(h['referrer-policy'], 'same-origin', what);
      assert.ok(h['permissions-policy'] && h['cross-origin-opener-policy'], what);
      assert.equal(h['strict-transport-security'], base ? undefined : 'max-age=31536000', what);
      assert.equal(h.server, 'nginx', `${what}: no version`);
      assert.equal(h['x-powered-by'], undefined, what);
      for (const name of ['content-security-policy', 'strict-transport-security', 'x-content-type-options', 'server', 'cache-control']) {
        assert.ok(r.raw.filter((k, i) => i % 2 === 0 && k.toLowerCase() === name).length <= 1, `${what}: ${name} comes once`);
      }
      assert.doesNotMatch(r.text, /<center>nginx|nginx\/\d/, `${what}: a page of ours`);
      for (const cookie of h['set-cookie'] ?? []) {
        assert.match(cookie, /^__Host-\w+=/, what);
        for (const word of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) assert.ok(cookie.split('; ').includes(word), `${what}: ${cookie}`);
        assert.doesNotMatch(cookie, /domain=/i, what);
      }
    };
    for (const [path, options, status] of ANSWERS) {
      const what = `${options.method ?? 'GET'} ${path.slice(0, 40)}`;
      it(`${what}: ${status}`, async () => {
        const r = await ask(path, { ...options, base });
        assert.equal(r.status, status, r.text);
        check(r, what);
      });
    }
    for (const path of ['/over', asset, media]) {
      it(`GET ${path}: 304`, async () => {
        const cookie = (await ask('/inloggen', { base })).headers['set-cookie'][0].split(';')[0];
        const first = await ask(path, { base, headers: { cookie } });
        const r = await ask(path, { base, headers: { cookie, 'if-none-match': first.headers.etag } });
        assert.equal(r.status, 304);
        check(r, path);
      });
    }
  });
}

describe('te vaak inloggen vanaf een adres', () => {
  it('wordt geremd, met een pagina die zegt wat te doen', async () => {
    const some = () => Promise.all(Array.from({ length: 20 }, () => ask('/inloggen', { method: 'POST', body: 'csrf=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' } })));
    const tries = [];
    const refused = [];
    // There is room for ten, and two a second: on a busy machine twenty may take so long that all come in.
    for (let i = 0; i < 5 && refused.length === 0; i++) {
      tries.push(...await some());
      refused.push(...tries.filter((r) => r.status === 429));
    }
    assert.ok(refused.length > 0 && refused.length < tries.length, tries.map((r) => r.status).join(' '));
    assert.match(refused[0].text, /Even wachten[\s\S]*Wacht tien tellen/);
    assert.match(refused[0].headers['content-security-policy'], /default-src 'self'/);
  });
});

describe('een aanvraag die nginx zelf weigert', () => {
  for (const [what, bytes] of [['een te lange regel', request('GET', `/${'a'.repeat(20_000)}`)], ['een te lange kop', request('GET', '/over', [`X-A: ${'a'.repeat(20_000)}`])],
    ['onzin', 'onzin\r\n\r\n'], ['een versie die niet bestaat', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n']]) {
    it(`${what} krijgt ook onze pagina en kopregels`, async () => {
      const { answers: [answer] } = await send('nginx', bytes);
      assert.ok(answer.status >= 400);
      assert.match(answer.head, /^content-security-policy: default-src 'self'/im);
      assert.match(answer.body, /<html lang="nl">/);
    });
  }
});

describe('security.txt en robots.txt', () => {
  it('noemen wie het wil weten, met een datum die niet voorbij is', async () => {
    const r = await ask('/.well-known/security.txt');
    assert.match(r.headers['content-type'], /^text\/plain; charset=utf-8$/);
    assert.match(r.text, /^Contact: mailto:lek@voorbeeld\.example$/m);
    const days = (new Date(/^Expires: (.+)$/m.exec(r.text)[1]) - Date.now()) / 86_400_000;
    assert.ok(days > 30 && days < 365, `${days} dagen`);
    assert.equal(r.headers['set-cookie'], undefined);
  });
  it('laten een zoekmachine het begin vinden', async () => {
    const r = await ask('/robots.txt');
    assert.match(r.headers['content-type'], /^text\/plain/);
    assert.doesNotMatch(r.text, /^Disallow: \/$/m);
  });
});
