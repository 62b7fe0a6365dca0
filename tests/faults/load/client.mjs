// SPDX-License-Identifier: EUPL-1.2
// client.mjs - HTTP as a browser does it: connections that stay open, and a
// page asked for again when such a connection turns out to be closed; a form
// is never sent again by itself.
import http from 'node:http';

const site = new URL(process.env.LEER_URL);
const agent = new http.Agent({ keepAlive: true, keepAliveMsecs: 5000, maxSockets: 256, maxFreeSockets: 128 });
const LIMIT_MS = 30000;

function once({ method, path, headers, body }) {
  return new Promise((resolve) => {
    const fail = (error) => resolve({ status: 0, headers: {}, text: '', error: error.code ?? error.message, wasReused: request.reusedSocket });
    const request = http.request({ host: site.hostname, port: site.port, agent, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => { text += part; });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
      answer.on('error', fail);
    });
    request.setTimeout(LIMIT_MS, () => request.destroy(new Error('geen antwoord')));
    request.on('error', fail);
    request.end(body);
  });
}

// How long this process itself has stood still, on a machine that is busy.
const PULSE_MS = 20;
let stoodStill = 0;
let pulse = performance.now();
setInterval(() => {
  const now = performance.now();
  stoodStill += Math.max(0, now - pulse - 2 * PULSE_MS);
  pulse = now;
}, PULSE_MS).unref();

/** Gives { status, headers, text, ms }; status 0 when the connection broke. What we stood still ourselves does not count. */
export async function ask(request) {
  const began = performance.now() - stoodStill;
  let answer = await once(request);
  while (answer.status === 0 && answer.wasReused && request.method === 'GET') answer = await once(request);
  return { ...answer, ms: performance.now() - stoodStill - began };
}

export const get = (path, cookie) =>
  ask({ method: 'GET', path, headers: { cookie } });

export function post(path, cookie, fields, part) {
  const body = new URLSearchParams(fields).toString();
  return ask({ method: 'POST', path, body, headers: {
    cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body),
    ...(part ? { 'x-leer-deel': part } : {}) } });
}

export const close = () => agent.destroy();

const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]);
const attribute = (tag, name) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? decode(found[1]) : undefined;
};

/** The forms of a page that post to an address that ends so: their fields as they would be sent untouched. */
export function formsOf(html, ending) {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, tag]) => attribute(tag, 'method') === 'post' && attribute(tag, 'action').replace(/[?#].*/, '').endsWith(ending))
    .map(([, tag, inner]) => ({ action: attribute(tag, 'action'), fields: fieldsOf(inner), inner }));
}

function fieldsOf(inner) {
  const fields = {};
  for (const [all, tag, rest] of inner.matchAll(/(<input\b[^>]*>)|(?:<(?:textarea|select)\b[^>]*>)([\s\S]*?)<\/(?:textarea|select)>/g)) {
    const key = attribute(all, 'name');
    if (key === undefined) continue;
    if (all.startsWith('<textarea')) fields[key] = decode(rest).replace(/^\n/, '');
    else if (all.startsWith('<select')) fields[key] = decode(/<option value="([^"]*)" selected/.exec(rest)?.[1] ?? '');
    else if (!/type="(radio|checkbox|submit)"/.test(tag)) fields[key] = attribute(tag, 'value') ?? '';
  }
  return fields;
}
