// SPDX-License-Identifier: EUPL-1.2
// wire.mjs - raw bytes out, answers in. Each connection has marks of its own,
// which the log-in page repeats: an answer with another connection's mark is
// another client's answer.
import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { site } from '../http/helpers.mjs';

const { hostname, port } = new URL(site);
const socket = (n) => ({ path: `${process.env.LEER_SOCKETS}/kore-${n}.sock` });
/** The ways in: the two that are attacked, and each instance for the honest. */
export const WAYS = { nginx: { host: hostname, port: Number(port) }, Kore: socket(1), 'Kore 2': socket(2) };

let marks = 0;
/** A mark nobody else has, and the page that repeats it. */
export const newMark = () => `m-${process.pid}-${++marks}-`;
export const marked = (mark) => `/inloggen?verder=/cursus/${mark}`;
export const marksIn = (text) => [...text.matchAll(/m-\d+-\d+-/g)].map(([mark]) => mark);

/** A request as bytes; `lines`: header lines, `body` goes after as it is. */
export function request(method, path, lines = [], body = '') {
  return `${method} ${path} HTTP/1.1\r\n${['Host: x', ...lines].join('\r\n')}\r\n\r\n${body}`;
}

/** A form as it should be sent. */
export const form = (path, body, lines = []) => request('POST', path,
  ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`, ...lines], body);

/** All whole answers in the bytes that came, and what is left over. */
export function answersIn(text, methods = []) {
  const answers = [];
  let rest = text;
  for (;;) {
    const end = rest.indexOf('\r\n\r\n') + 4;
    const head = rest.slice(0, end);
    if (end < 4 || !/^HTTP\/1\.[01] \d{3}/.test(head)) return { answers, rest };
    const status = Number(head.slice(9, 12));
    const final = answers.filter((a) => a.status >= 200).length;
    const bare = status < 200 || status === 204 || status === 304 || methods[final] === 'HEAD';
    const length = bare ? 0 : Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    if (rest.length < end + length) return { answers, rest };
    answers.push({ status, head, body: rest.slice(end, end + length) });
    rest = rest.slice(end + length);
  }
}

/**
 * Sends parts with a pause between; ends when the other side closes, when an
 * answer has come and nothing after it for a while, or at the limit.
 */
export function send(way, parts, { methods = [], limit = 6000, pause = 10, half = false, quiet = 120 } = {}) {
  return new Promise((resolve) => {
    const began = Date.now();
    let text = '';
    let [closed, sent, timer] = [false, false];
    const settle = () => {
      clearTimeout(timer);
      const { answers, rest } = answersIn(text, methods);
      if (sent && rest === '' && answers.some((a) => a.status >= 200)) timer = setTimeout(done, quiet);
    };
    const client = net.connect({ ...WAYS[way], allowHalfOpen: half });
    const done = () => {
      clearTimeout(timer);
      clearTimeout(last);
      client.destroy();
      resolve({ text, closed, ms: Date.now() - began, ...answersIn(text, methods) });
    };
    const last = setTimeout(done, limit);
    client.on('error', () => { closed = true; });
    client.on('close', () => { closed = true; done(); });
    client.on('end', () => { closed = true; done(); });
    client.on('data', (d) => {
      text += d.toString('latin1');
      settle();
    });
    client.on('connect', async () => {
      for (const part of [parts].flat()) {
        if (client.destroyed) return;
        client.write(Buffer.from(part, 'latin1'));
        await wait(pause);
      }
      if (half) client.end();
      sent = true;
      settle();
    });
  });
}
