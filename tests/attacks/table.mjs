// SPDX-License-Identifier: EUPL-1.2
// table.mjs - the attacks: a name, the bytes, and what must hold of what comes
// back. `nginx` and `Kore` may differ: nginx mends what Kore must refuse.
// Not reachable for a stranger is Kore's own socket; it is attacked as well,
// because a mistake in nginx's settings must not be enough.
import { form, marked, request } from './wire.mjs';

// What must hold. `a`: { answers, closed, rest }, see wire.mjs.
const final = (a) => a.answers.filter((x) => x.status >= 200);
/** One answer that is a refusal, or a closed door. */
const refused = (a) => (final(a).length === 1 ? final(a)[0].status >= 400 : nothing(a) && a.closed);
/** Exactly one answer, with one of these. */
const one = (...statuses) => (a) => final(a).length === 1 && statuses.includes(final(a)[0].status);
/** What a broken line becomes: one answer, or a closed door. */
const atMostOne = (a) => final(a).length <= 1;
const nothing = (a) => final(a).length === 0;
/** The first answer is right; what follows is a refusal or nothing. */
const thenRefused = (status) => (a) => final(a)[0]?.status === status
  && final(a).slice(1).every((x) => x.status >= 400);
/** Nothing of what lies outside the site. */
const hidden = (a) => final(a).length === 1 && [400, 404, 303].includes(final(a)[0].status);
const orNothing = (holds) => (a) => nothing(a) || holds(a);

/** Bytes that are a request themselves; its mark must never come back. */
const smuggled = (mark) => request('GET', marked(mark));

const lengths = [
  ['twee keer dezelfde', (n) => [`Content-Length: ${n}`, `Content-Length: ${n}`]],
  ['twee verschillende', (n) => ['Content-Length: 0', `Content-Length: ${n}`]],
  ['twee verschillende, andersom', (n) => [`Content-Length: ${n}`, 'Content-Length: 0']],
  ['onder nul', () => ['Content-Length: -1']],
  ['met een plus', (n) => [`Content-Length: +${n}`]],
  ['zestientallig', () => ['Content-Length: 0x10']],
  ['met een spatie erin', (n) => [`Content-Length: ${n} 0`]],
  ['met een komma', (n) => [`Content-Length: ${n}, ${n}`]],
  ['leeg', () => ['Content-Length: ']],
  ['een woord', () => ['Content-Length: nul']],
  ['te groot voor 64 bits', () => ['Content-Length: 18446744073709551617']],
  ['net te groot voor een teken', () => ['Content-Length: 9223372036854775808']],
  ['groter dan een plan', () => ['Content-Length: 262145']],
  ['spatie voor de dubbele punt', (n) => [`Content-Length : ${n}`, 'Content-Length: 0']],
].map(([name, lines]) => ({
  name: `lengte: ${name}`,
  bytes: (mark) => request('POST', '/inloggen', lines(smuggled(mark).length), smuggled(mark)),
  must: refused, unseen: true,
}));

const bodies = ['GET', 'HEAD', 'DELETE', 'OPTIONS'].map((method) => ({
  name: `inhoud bij ${method}`, methods: [method],
  bytes: (mark) => request(method, '/inloggen', [`Content-Length: ${smuggled(mark).length}`], smuggled(mark)),
  must: refused, unseen: true,
}));

const chunks = [
  ['lengte, dan stukken', ['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
  ['stukken, dan lengte', ['Transfer-Encoding: chunked', 'Content-Length: 4'], '0\r\n\r\n'],
  ['stukken en nog iets', ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
  ['stukken, verhaspeld', ['Transfer-Encoding: xchunked', 'Content-Length: 5'], '0\r\n\r\n'],
  ['stukken, twee keer', ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
  ['stukken met een tab', ['Transfer-Encoding:\tchunked', 'Content-Length: 5'], '0\r\n\r\n'],
  ['een stuk van te veel bytes', ['Transfer-Encoding: chunked'], 'ffffffffffffffff1\r\nx'],
  ['een stuk van minder dan nul', ['Transfer-Encoding: chunked'], '-1\r\nx\r\n0\r\n\r\n'],
].map(([name, lines, start]) => ({
  name,
  bytes: (mark) => request('POST', '/inloggen', lines, start + smuggled(mark)),
  nginx: refused, Kore: orNothing(refused), unseen: true, limit: 1500,
}));

const paths = [];
for (const [from, to] of [['/assets/', ['etc/passwd', 'run/kore-1.conf']], ['/media/de-basis/', ['inhoud.md', 'etc/passwd']],
  ['/cursus/de-basis/', ['etc/passwd']], ['/', ['etc/passwd']]]) {
  for (const up of ['../', '../../../../../../', '%2e%2e/%2e%2e/%2e%2e/', '..%2f..%2f', '%2e%2e%2f%2e%2e%2f', '..%5c..%5c', '..\\..\\',
    '%252e%252e%252f', '....//....//', '..;/..;/', '%c0%ae%c0%ae/', '%uff0e%uff0e/', './../', '/', '%00/', '%00.css/../']) {
    for (const target of to) {
      paths.push({ name: `pad: ${from}${up}${target}`, bytes: request('GET', `${from}${up}${target}`, ['Connection: close']), must: orNothing(hidden) });
    }
  }
}
for (const path of ['/assets../leer.so', '/assets../conf/kore.prod.conf', '/media/de-basis/../casussen', '/media/de-basis/.', '/media/de-basis/', '/media/DE-BASIS/x',
  '/media/gegevens/tarieven.csv', '/_fout/503.html', '/_fout/../conf/x', '/cursus/%00', '/cursus/%zz', '/cursus/%', '/cursus/%c3%28', '/cursus/%ff',
  '/cursus/%0d%0aset-cookie:%20a=b', '//evil.example/x', '/\\evil.example', '/cursus//', '/cursus/de-basis/%2e', '/cursus/de-basis/..%2fx', `/${'a/'.repeat(500)}`, `/${'%41'.repeat(600)}`]) {
  paths.push({ name: `pad: ${path.length > 60 ? `${path.slice(0, 30)}… (${path.length})` : path}`, bytes: request('GET', path, ['Connection: close']), must: orNothing(hidden) });
}

const lines = [
  { name: '40 kopregels', bytes: request('GET', '/over', Array.from({ length: 40 }, (_, i) => `X-Regel-${i}: ${i}`)), nginx: one(200), Kore: refused },
  { name: '2.000 kopregels', bytes: request('GET', '/over', Array.from({ length: 2000 }, (_, i) => `X-Regel-${i}: ${i}`)), must: refused },
  { name: 'een kopregel van 20 kB', bytes: request('GET', '/over', [`X-Lang: ${'a'.repeat(20000)}`]), must: refused },
  { name: 'een cookie van 12 kB', bytes: request('GET', '/over', [`Cookie: __Host-sid=${'a'.repeat(12000)}`]), nginx: refused, Kore: atMostOne },
  { name: 'twee cookieregels', bytes: request('GET', '/over', ['Cookie: a=b', 'Cookie: c=d']), nginx: one(200), Kore: refused },
  { name: 'een regel die doorloopt', bytes: request('GET', '/over', ['X-Een: a\r\n b: c']), must: atMostOne },
  { name: 'een regel die met een tab doorloopt', bytes: request('GET', '/over', ['X-Een: a\r\n\tContent-Length: 5']), must: atMostOne },
  { name: 'een regel zonder dubbele punt', bytes: request('GET', '/over', ['dit is geen kopregel']), must: atMostOne },
  { name: 'een regel zonder naam', bytes: request('GET', '/over', [': waarde']), must: atMostOne },
  { name: 'NUL in het pad', bytes: request('GET', '/over\0/x'), must: refused },
  { name: 'NUL in een waarde', bytes: request('GET', '/over', ['X-Een: a\0b']), nginx: refused, Kore: atMostOne },
  { name: 'NUL in een naam', bytes: request('GET', '/over', ['X-\0Een: a']), must: atMostOne },
  { name: 'CR alleen, in een waarde', bytes: request('GET', '/over', ['X-Een: a\rContent-Length: 9']), must: atMostOne },
  { name: 'LF alleen, als regeleinde', bytes: 'GET /over HTTP/1.1\nHost: x\n\n', must: orNothing(one(200, 400)) },
  { name: 'LF en CRLF door elkaar', bytes: 'GET /over HTTP/1.1\nHost: x\r\nX-A: b\n\r\n', must: orNothing(one(200, 400)), limit: 1500 },
  { name: 'CR alleen, als regeleinde', bytes: 'GET /over HTTP/1.1\rHost: x\r\r', must: orNothing(refused), limit: 1500 },
  { name: 'bytes boven 127 in een waarde', bytes: request('GET', '/over', ['X-Een: \xff\xfe\xc3']), must: atMostOne },
  { name: 'bytes boven 127 in het pad', bytes: request('GET', '/\xff\xfe'), must: orNothing(hidden) },
  { name: 'een aanvraagregel van 10 kB', bytes: request('GET', `/${'a'.repeat(10000)}`), must: refused },
  { name: 'een aanvraagregel van 70 kB', bytes: request('GET', `/${'a'.repeat(70000)}`), must: refused },
  { name: 'alleen lege regels', bytes: '\r\n'.repeat(50), must: orNothing(refused), limit: 1500 },
  { name: 'duizend spaties', bytes: `GET${' '.repeat(1000)}/over HTTP/1.1\r\nHost: x\r\n\r\n`, must: atMostOne },
  { name: 'te veel woorden op de regel', bytes: 'GET /over een twee HTTP/1.1\r\nHost: x\r\n\r\n', must: orNothing(refused) },
];

const hosts = [
  { name: 'geen Host', bytes: 'GET /over HTTP/1.1\r\nX: y\r\n\r\n', must: refused },
  { name: 'een lege Host', bytes: 'GET /over HTTP/1.1\r\nHost:\r\n\r\n', must: refused },
  { name: 'twee keer Host', bytes: 'GET /over HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', must: refused },
  { name: 'een Host van 300 tekens', bytes: `GET /over HTTP/1.1\r\nHost: ${'a'.repeat(300)}\r\n\r\n`, must: atMostOne },
  { name: 'een Host met een schuine streep', bytes: 'GET /over HTTP/1.1\r\nHost: a/../b\r\n\r\n', nginx: refused, Kore: atMostOne },
  { name: 'een Host met alleen leestekens', bytes: 'GET /over HTTP/1.1\r\nHost: [[[:::\r\n\r\n', must: atMostOne },
  { name: 'andermans Host wordt nergens herhaald', bytes: 'GET /cursus/x HTTP/1.1\r\nHost: evil.example\r\n\r\n', must: (a) => one(303)(a) && !/evil/.test(a.text) },
  { name: 'een heel adres als pad', bytes: request('GET', 'http://evil.example/cursus/x'), must: (a) => atMostOne(a) && !/evil/.test(a.text) },
  { name: 'een ster als pad', bytes: request('OPTIONS', '*'), must: refused },
  { name: 'geen schuine streep vooraan', bytes: request('GET', 'over'), must: refused },
];

const speech = [
  { name: 'CONNECT', bytes: request('CONNECT', 'evil.example:443'), must: refused },
  { name: 'TRACE', bytes: request('TRACE', '/over', ['X-Geheim: abc']), must: (a) => refused(a) && !/abc/.test(a.text) },
  { name: 'een werkwoord dat niet bestaat', bytes: request('PAKKEN', '/over'), must: refused },
  { name: 'PUT', bytes: request('PUT', '/over', ['Content-Length: 1'], 'x'), must: refused },
  { name: 'HEAD geeft geen inhoud', methods: ['HEAD'], bytes: request('HEAD', '/over'), must: (a) => one(200)(a) && a.rest === '' },
  { name: 'kleine letters: get', bytes: request('get', '/over'), must: atMostOne },
  { name: 'HTTP/0.9', bytes: 'GET /over\r\n\r\n', must: (a) => orNothing(refused)(a) && !/class="lms-page"/.test(a.text) },
  { name: 'HTTP/1.0 zonder Host', bytes: 'GET /over HTTP/1.0\r\n\r\n', nginx: one(200), Kore: refused },
  { name: 'HTTP/2.0 in de regel', bytes: 'GET /over HTTP/2.0\r\nHost: x\r\n\r\n', must: refused },
  { name: 'HTTP/9.9 in de regel', bytes: 'GET /over HTTP/9.9\r\nHost: x\r\n\r\n', must: refused },
  { name: 'het begin van HTTP/2, onversleuteld', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0', must: refused },
  { name: 'het begin van TLS', bytes: '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03'.padEnd(170, '\x5a'), nginx: refused, Kore: orNothing(refused), limit: 1500 },
  { name: 'het begin van SSH', bytes: 'SSH-2.0-OpenSSH_9.2\r\n', nginx: refused, Kore: orNothing(refused), limit: 1500 },
  { name: 'een PROXY-regel vooraf', bytes: `PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n${request('GET', '/over')}`, must: refused },
  { name: 'WebSocket', bytes: request('GET', '/over', ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13']), must: one(200) },
  { name: 'overstap naar h2c', bytes: request('GET', '/over', ['Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings', 'HTTP2-Settings: AAMAAABk']), must: one(200) },
  { name: 'wacht op 100-continue', bytes: form('/inloggen', 'csrf=x', ['Expect: 100-continue']), must: one(403) },
  { name: 'duizend stukjes van een bestand', bytes: request('GET', '/over', [`Range: bytes=${Array.from({ length: 1000 }, (_, i) => `${i}-${i}`).join(',')}`]), must: one(200, 400) },
];

const rows = (mark, n) => Array.from({ length: n }, (_, i) => `${mark}${i}`);
/** Each answer repeats the mark of its request, in order; nginx answers all. */
const inOrder = (n) => (a, mark, door) => {
  const got = final(a).map((x) => /value="\/cursus\/([^"]+)"/.exec(x.body)?.[1]);
  return got.every((m, i) => m === `${mark}${i}`) && (door === 'nginx' ? got.length === n : a.closed);
};
const rowsOf = [
  { name: 'tien verzoeken in een keer', bytes: (mark) => rows(mark, 10).map((m) => request('GET', marked(m))).join(''), must: inOrder(10) },
  { name: 'tien verzoeken, in brokken van 37 bytes', pause: 2,
    bytes: (mark) => rows(mark, 10).map((m) => request('GET', marked(m))).join('').match(/[\s\S]{1,37}/g), must: inOrder(10) },
  { name: 'drie verzoeken, het tweede is stuk', bytes: (mark) => `${request('GET', marked(`${mark}0`))}STUK\r\n\r\n${request('GET', marked(`${mark}1`))}`,
    must: (a, mark) => thenRefused(200)(a) && final(a)[0].body.includes(`${mark}0`) && !a.text.includes(`${mark}1`) },
  { name: 'HEAD, GET en POST achter elkaar', methods: ['HEAD', 'GET', 'POST'],
    bytes: (mark) => request('HEAD', '/over') + request('GET', marked(mark)) + form('/inloggen', 'csrf=x'),
    must: (a, mark, door) => (door === 'nginx' ? final(a).map((x) => x.status).join() === '200,200,403' : final(a)[0].status === 200) },
  { name: 'een inhoud in stukjes, met een verzoek erachter', bytes: (mark) => [form('/inloggen', 'csrf=x&a=b').slice(0, -5), `x&a=b${request('GET', marked(mark))}`],
    must: (a, mark, door) => final(a)[0]?.status === 403 && (final(a).length === 1 ? a.closed : door === 'nginx' && final(a)[1].body.includes(mark)) },
  { name: 'meer inhoud dan de lengte zegt', bytes: request('POST', '/inloggen', ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 3'], 'csrf=x'),
    nginx: thenRefused(403), Kore: orNothing(refused), limit: 1500 },
  { name: 'een half verzoek, en dan halfdicht', half: true, bytes: 'POST /inloggen HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc', must: orNothing(refused) },
  { name: 'een heel verzoek, en dan halfdicht', half: true, bytes: request('GET', '/over'), must: orNothing(one(200)) },
  { name: 'een leeg bericht, en dan halfdicht', half: true, bytes: '', must: nothing },
];

export const ATTACKS = [...bodies, ...lengths, ...chunks, ...rowsOf, ...lines, ...hosts, ...speech, ...paths];
