// SPDX-License-Identifier: EUPL-1.2
// The rekenkern as others get it: `make install`, and then a program of their
// own, in C and in C++, that finds it through pkg-config and computes V1.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { asProgram } from './program.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vector = (name) => JSON.parse(readFileSync(`${root}tests/fixtures/vectors/${name}.json`, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'rekenkern-'));
const at = (path) => join(folder, 'usr', path);
const env = { ...process.env, PKG_CONFIG_SYSROOT_DIR: folder, PKG_CONFIG_LIBDIR: at('lib/pkgconfig'), LC_ALL: 'C' };
delete env.MAKEFLAGS;
delete env.MAKELEVEL;
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: root, env, encoding: 'utf8', ...options });
const pkgConfig = (...args) => run('pkg-config', [...args, 'rekenkern']).trim().split(/\s+/);
const has = (command) => spawnSync(command, ['--version']).status === 0;
const strict = ['-Wall', '-Wextra', '-Wpedantic', '-Wshadow', '-Werror'];

before(() => run('make', ['-s', 'install', `DESTDIR=${folder}`, 'PREFIX=/usr']));
after(() => rmSync(folder, { recursive: true, force: true }));

const publicHeaders = () => readdirSync(at('include/rekenkern'));

function functionsOfHeaders() {
  const text = publicHeaders().map((name) => readFileSync(at(`include/rekenkern/${name}`), 'utf8')).join('\n');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...new Set([...code.matchAll(/\b(rk_[a-z0-9_]+)\s*\(/g)].map((m) => m[1]))].sort();
}

test('the library shows the functions of its headers and nothing else', () => {
  const shown = run('nm', ['-D', '--defined-only', at('lib/librekenkern.so')]).trim().split('\n')
    .map((line) => line.split(' ')).filter(([, type]) => type !== 'A').map((parts) => parts[2].replace(/@.*/, '')).sort();
  const listed = [...readFileSync(`${root}app/calc/rekenkern.map`, 'utf8').matchAll(/^\t(rk_[a-z0-9_]+);$/gm)].map((m) => m[1]);
  assert.deepEqual(shown, functionsOfHeaders());
  assert.deepEqual(listed, shown, 'app/calc/rekenkern.map is in order and complete');
});

test('a header that is installed includes no header that is not', () => {
  const here = publicHeaders();
  for (const name of here) {
    const text = readFileSync(at(`include/rekenkern/${name}`), 'utf8');
    for (const [, included] of text.matchAll(/#include "([^"]+)"/g)) assert.ok(here.includes(included), `${name} includes ${included}`);
  }
  assert.ok(here.includes('rekenkern.h') && here.includes('dashboard.h'));
});

test('the library has a name with a version, and links that lead to it', () => {
  const version = pkgConfig('--modversion')[0];
  assert.match(run('objdump', ['-p', at('lib/librekenkern.so')]), /SONAME\s+librekenkern\.so\.1\n/);
  assert.ok(lstatSync(at(`lib/librekenkern.so.${version}`)).isFile());
  assert.equal(readlinkSync(at('lib/librekenkern.so.1')), `librekenkern.so.${version}`);
  assert.equal(readlinkSync(at('lib/librekenkern.so')), 'librekenkern.so.1');
  assert.match(run(at('bin/rekenkern'), ['--versie']), new RegExp(`^bibliotheek ${version.replaceAll('.', '\\.')}$`, 'm'));
});

test('a C program finds it with pkg-config and computes V1 to the cent', () => {
  const source = join(folder, 'v1.c');
  const expected = vector('V1_verwacht');
  writeFileSync(source, asProgram(vector('V1_invoer')));
  const lines = [expected.tov_huidige_situatie, expected.tov_dreigende_situatie].map((mode) => `${mode.totale_baten}\n`).join('');
  run('cc', ['-std=c11', ...strict, '-o', `${source}.dynamic`, source, ...pkgConfig('--cflags', '--libs')]);
  assert.equal(run(`${source}.dynamic`, [], { env: { ...env, LD_LIBRARY_PATH: at('lib') } }), lines);
  run('cc', ['-std=c11', ...strict, '-o', `${source}.static`, source, ...pkgConfig('--cflags'), at('lib/librekenkern.a'), '-lgmp']);
  assert.equal(run(`${source}.static`, []), lines);
});

const cxx = ['c++', 'clang++'].find(has);
test('every header stands alone, in C and in C++', () => {
  for (const name of publicHeaders()) {
    const input = `#include <rekenkern/${name}>\nextern int one_declaration;\n`;
    run('cc', ['-std=c11', ...strict, '-fsyntax-only', ...pkgConfig('--cflags'), '-x', 'c', '-'], { input });
    if (cxx) run(cxx, ['-std=c++11', '-Wall', '-Wextra', '-Werror', '-fsyntax-only', ...pkgConfig('--cflags'), '-x', 'c++', '-'], { input });
  }
});

test('a C++ program links with it', { skip: cxx ? false : 'no C++ compiler here' }, () => {
  const source = join(folder, 'x.cc');
  writeFileSync(source, '#include <cstdio>\n#include <rekenkern/rekenkern.h>\n#include <rekenkern/dashboard.h>\n'
    + 'int main() { struct rk_dashboard d = {}; std::printf("%s %lld\\n", rk_scenario_tekst(RK_DOORBRAAK), (long long)rk_dashboard_gemiddelde(&d, RK_TOV_HUIDIG)); }\n');
  run(cxx, ['-std=c++11', '-Wall', '-o', `${source}.out`, source, ...pkgConfig('--cflags', '--libs')]);
  assert.equal(run(`${source}.out`, [], { env: { ...env, LD_LIBRARY_PATH: at('lib') } }), 'doorbraak 0\n');
});

test('the program that is installed computes V1, and its schemas lie beside it', () => {
  const result = JSON.parse(run(at('bin/rekenkern'), ['reken', `${root}tests/fixtures/vectors/V1_invoer.json`]));
  assert.equal(result.tov_dreigende_situatie.totale_baten, vector('V1_verwacht').tov_dreigende_situatie.totale_baten);
  assert.deepEqual(readdirSync(at('share/rekenkern/schema')), ['dashboard.json', 'fouten.json', 'plan.json', 'resultaat.json']);
});

// What --help offers, the manual explains: commands, options and exit codes.
test('the manual page and --help tell of the same things', () => {
  const help = run(at('bin/rekenkern'), ['--help']);
  const page = readFileSync(at('share/man/man1/rekenkern.1'), 'utf8').replaceAll('\\-', '-');
  const offered = new Set([...help.matchAll(/--[a-z]+|\b(?:6[0-9]|7[0-9])\b|^ {2}rekenkern [a-z]+/gm)].map((m) => m[0].trim()));
  assert.ok(offered.has('--ndjson') && offered.has('65') && offered.has('rekenkern dashboard'), [...offered].join(' '));
  for (const word of offered) assert.ok(page.includes(word), `the manual lacks ${word}`);
  for (const [word] of page.matchAll(/--[a-z]+/g)) assert.ok(help.includes(word), `--help lacks ${word}`);
  assert.ok(page.includes(`"rekenkern ${pkgConfig('--modversion')[0]}"`), 'the version at the foot');
});

test('the manual page is free of faults', { skip: has('mandoc') || has('groff') ? false : 'no mandoc or groff here' }, () => {
  const [command, ...args] = has('mandoc') ? ['mandoc', '-Tlint', '-Wwarning'] : ['groff', '-man', '-ww', '-z'];
  const lint = spawnSync(command, [...args, at('share/man/man1/rekenkern.1')], { encoding: 'utf8' });
  assert.equal(lint.stdout + lint.stderr, '');
});
