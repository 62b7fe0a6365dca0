// SPDX-License-Identifier: EUPL-1.2
// helpers.mjs - a real Chromium, at the sizes our people use, with axe.
import { existsSync, readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export { makePeople } from '../http/helpers.mjs';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The browser's own sandbox does not run as root; a test of our own pages on
// loopback does not need it. The other flags keep it from calling out.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const SIZES = { telefoon: { width: 320, height: 640 }, breed: { width: 1280, height: 900 } };
export const demo = JSON.parse(readFileSync(process.env.LEER_DEMO, 'utf8'));
export const site = process.env.LEER_URL;

/** The demo account of a role; `which` picks among several. */
export const account = (role, which = 0) => demo.accounts.filter((a) => a.role === role)[which];

/*
 * Without a window the same Chromium costs a third less of the processor (its headless shell: the same engine, without
 * what belongs to windows). CHROMIUM= asks for another.
 */
const CHROMIUM = process.env.CHROMIUM ?? ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

export const open = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/**
 * A fresh browser profile with one page; `inspect` fails on errors in its console.
 * It wants no motion, so that a place is measured where it stays: a page that scrolls smoothly is
 * somewhere else a moment later. A test that looks at motion asks for it.
 */
export async function visitor(browser, size, options = {}) {
  const context = await browser.newContext({
    viewport: SIZES[size], locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce', ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.faults = [];
  page.hasScript = options.javaScriptEnabled !== false;
  page.on('pageerror', (e) => page.faults.push(String(e)));
  page.on('console', (m) => m.type() === 'error' && page.faults.push(m.text()));
  return page;
}

/** By keyboard: every button and link of the site must answer to Enter. */
export const press = (locator) => locator.press('Enter');

export async function logIn(page, who) {
  await page.goto(`${site}/inloggen`);
  await page.getByLabel('E-mailadres').fill(who.email);
  await page.getByLabel('Wachtwoord').fill(who.password);
  await press(page.getByRole('button', { name: 'Inloggen' }));
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/');
}

let shots = 0;

/** Where a picture or document goes for whoever looks at the pages: LEER_SHOTS is the folder; or undefined. */
export function shotPath(name) {
  if (!process.env.LEER_SHOTS) return undefined;
  mkdirSync(process.env.LEER_SHOTS, { recursive: true });
  shots += 1;
  return join(process.env.LEER_SHOTS, `${String(shots).padStart(2, '0')}-${name}`);
}

export async function shoot(page, name) {
  const path = shotPath(`${name}-${page.viewportSize().width}.png`);
  if (path !== undefined) await page.screenshot({ path, fullPage: true });
}

/** What every page must be: no WCAG fault (unless another test looks for those), one h1, no sideways scroll, a title. */
export async function inspect(page, name, { hasAxe = true } = {}) {
  await page.locator('h1').first().waitFor(); // a page that is on its way
  await shoot(page, name);
  assert.equal(await page.locator('h1').count(), 1, `${name}: één h1`);
  assert.match(await page.title(), /\S.* – Doorbraakmethode$/, `${name}: een titel`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${name}: schuift ${wide} pixels opzij`);
  if (hasAxe && page.hasScript) await checkAxe(page, name); // axe itself is a script
  assert.deepEqual(page.faults, [], `${name}: fouten in de console`);
}

/** What axe finds on the page as it is now; by all its rules for WCAG, or by some (`runOnly` and `rules` as axe has them). */
export async function axeFaults(page, options = {}) {
  // In the page's own world a strict CSP forbids inline script; evaluate does not.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(AXE);
  const result = await page.evaluate((o) => globalThis.axe.run(document, o), { runOnly: WCAG, resultTypes: ['violations'], ...options });
  return result.violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.map((n) => n.target.join(' ')).join('\n    ')}`);
}

async function checkAxe(page, name) {
  // As tall as the page, so that what sticks to an edge covers nothing.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.min(height + 10, 16000) });
  const found = await axeFaults(page);
  await page.setViewportSize(size);
  assert.deepEqual(found, [], `${name}: axe vindt\n  ${found.join('\n  ')}`);
}
