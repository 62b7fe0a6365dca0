// SPDX-License-Identifier: EUPL-1.2
// own.mjs - an nginx and Kores of a test's own, with the stack's own settings
// except for what the test changes, so that they can be killed and starved
// while the stack goes on. All end with the test.
import net from 'node:net';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const { LEER_STATE: state, LEER_SOCKETS: sockets } = process.env;
const { uid, gid } = statSync(state);

/** A port that nobody listens on. */
export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Is somebody listening there? */
export function answers(where) {
  return new Promise((resolve) => {
    const socket = net.connect(where);
    socket.on('connect', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}

/** Tries until it holds; names what never came. */
export async function until(holds, what, limit = 60_000) {
  const end = Date.now() + limit;
  while (!await holds()) {
    if (Date.now() > end) throw new Error(`${what}: niet binnen ${limit} ms`);
    await wait(25);
  }
}

/** A folder, and everything that runs in it. */
export class Own {
  folder = mkdtempSync(`${sockets}/own-`);
  #children = [];

  constructor() {
    chownSync(this.folder, uid, gid);
  }

  socket(name) {
    return `${this.folder}/${name}`;
  }

  #start(command, args, env = {}) {
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], { uid, gid, cwd: state, detached: true,
      env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.said = '';
    for (const out of [child.stdout, child.stderr]) out.on('data', (d) => { child.said += d; });
    child.ended = once(child, 'close');
    this.#children.push(child);
    return child;
  }

  #write(name, text) {
    writeFileSync(this.socket(name), text);
    chownSync(this.socket(name), uid, gid);
    return this.socket(name);
  }

  /** An instance of Kore on socket `name`; `change` gets the text of its settings. */
  async kore(name, { change = (conf) => conf } = {}) {
    rmSync(this.socket(name), { force: true });
    const conf = this.#write(`${name}.conf`, change(readFileSync(`${state}/run/kore-1.conf`, 'utf8')
      .replace(/^(pidfile\s+).*/m, `$1${this.socket(`${name}.pid`)}`)
      .replace(/^(\s*unix\s+).*/m, `$1${this.socket(name)}`)));
    const kore = this.#start('kore', ['-c', conf, '-f', '-n', '-r'],
      { LEER_DATABASE: process.env.LEER_DATABASE_APP, LEER_COURSES: `${state}/app/courses`, LEER_CONTACT: process.env.LEER_CONTACT,
        LEER_SLEUTEL: process.env.LEER_SLEUTEL });
    await until(() => answers({ path: this.socket(name) }), `Kore ${name}: ${kore.said}`);
    return kore;
  }

  /** An nginx before these two sockets (none: the stack's own); `change` gets the text of the settings. */
  async nginx(names, { file = `${state}/run/nginx.conf`, change = (conf) => conf } = {}) {
    const port = await freePort();
    const text = readFileSync(file, 'utf8')
      .replace(/^pid .*;/m, `pid ${this.socket('nginx.pid')};`)
      .replace(/^(error_log|\s*access_log) \S+/gm, (_, word) => `${word} ${this.socket(`${word.trim()}`)}`)
      .replaceAll(/unix:[^\s;:]*kore-([12]).sock/g, (was, n) => (names.length > 0 ? `unix:${this.socket(names[n - 1])}` : was))
      .replace(/listen [^;]*;( listen [^;]*;)?/, `listen 127.0.0.1:${port};`);
    const conf = this.#write('nginx.conf', change(text, port));
    const nginx = this.#start('/usr/sbin/nginx',
      ['-e', this.socket('error_log'), '-p', state, '-c', conf, '-g', 'daemon off;']);
    await until(() => answers({ host: '127.0.0.1', port }) || nginx.exitCode !== null, `nginx: ${nginx.said}`);
    return { port, process: nginx };
  }

  /** Ends what still runs, its group too, and clears up. */
  async close() {
    for (const child of this.#children.reverse()) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await Promise.race([child.ended, wait(6000, null, { ref: false })]);
      }
      try { process.kill(-child.pid, 'SIGKILL'); } catch { /* all of it has gone */ }
    }
    rmSync(this.folder, { recursive: true });
  }
}
